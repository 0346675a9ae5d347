package intake

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"thonlanh/internal/date"
	"thonlanh/internal/starter"
	"thonlanh/internal/viet"
)

// due is a report that has to come before a day.
type due struct {
	unit int
	name string
	on   string
}

var before = regexp.MustCompile(`(?i)trước ngày (\d{1,2})(?:\s*[/.-]\s*(\d{1,2})(?:\s*[/.-]\s*(\d{4}))?| tháng (\d{1,2})(?: năm (\d{4}))?)`)

// nameAfter is the name of a report that stands behind its day: "trước ngày
// 15/6 (báo cáo 6 tháng)".
var nameAfter = regexp.MustCompile(`^\s*(?i:\(|đối với )(?:gửi )?((?i:báo cáo)[^();,.]*)`)
var reportName = regexp.MustCompile(`(?i)báo cáo[^;:().]*$`)

// deadline is the day of the first "trước ngày" of a text. Where the text
// gives no year, it is the plan's.
func deadline(s string, year int) string {
	m := before.FindStringSubmatch(s)
	if m == nil {
		return ""
	}
	return dayOf(m, year)
}

func dayOf(m []string, year int) string {
	day, _ := strconv.Atoi(m[1])
	month, _ := strconv.Atoi(m[2] + m[4])
	if y := m[3] + m[5]; y != "" {
		year, _ = strconv.Atoi(y)
	}
	d, ok := date.New(year, month, day)
	if !ok {
		return ""
	}
	return d.String()
}

// dues finds the reports that a plan asks for before a day.
func (p *plan) dues() []due {
	var out []due
	for i, text := range p.own {
		for at := 0; ; {
			m := before.FindStringSubmatchIndex(text[at:])
			if m == nil {
				break
			}
			on := dayOf(before.FindStringSubmatch(text[at:]), p.year)
			// "báo cáo 06 tháng trước ngày 10/6/2020": the name stands before
			// the day and after whatever ended the last one.
			after := nameAfter.FindStringSubmatch(text[at+m[1]:])
			if name := reportName.FindString(strings.TrimRight(text[at:at+m[0]], " ,")); (name != "" || after != nil) && on != "" {
				if after != nil {
					name = after[1]
				}
				if k := strings.LastIndex(strings.ToLower(name), "báo cáo"); k > 0 {
					name = name[k:]
				}
				out = append(out, due{i, upperFirst(short(strings.TrimSpace(name), 100)), on})
			}
			at += m[1]
		}
	}
	return out
}

// key is the name of a report's table.
func (x due) key(used map[string]bool) string {
	f := viet.Fold(x.name)
	key := "bao-cao"
	switch {
	case strings.Contains(f, "06 thang") || strings.Contains(f, " 6 thang") || strings.Contains(f, "sau thang"):
		key = "6-thang"
	case strings.Contains(f, "09 thang") || strings.Contains(f, " 9 thang"):
		key = "9-thang"
	case strings.Contains(f, "quy "):
		key = viet.Slug("quy " + strings.Fields(f[strings.Index(f, "quy ")+4:] + " x")[0])
	case strings.Contains(f, "nam"):
		key = "nam"
	}
	base := key
	for n := 2; used[key]; n++ {
		key = base + "-" + strconv.Itoa(n)
	}
	used[key] = true
	return key
}

func (p *plan) reports() (string, int) {
	var b strings.Builder
	b.WriteString("# Báo cáo mà kế hoạch yêu cầu, máy đọc từ những chỗ ghi “báo cáo … trước ngày …”. Trước ngày 10/6\n" +
		"# nghĩa là ngày cuối còn đúng hạn là 09/6. Xem lại, rồi đổi cong_khai thành true.\n" +
		"# Đơn vị gửi rồi thì ghi ngày vào bảng da_gui. Dòng bắt đầu bằng # máy bỏ qua.\n")
	dues := p.dues()
	used := map[string]bool{}
	for _, x := range dues {
		key := x.key(used)
		text := p.own[x.unit]
		f := viet.Fold(text)
		fmt.Fprintf(&b, "\n[%s]\nten = %s\ntruoc_ngay = %s\nmuc = %q\n", key, starter.Quote(p.asWritten(x.unit, x.name, "tên báo cáo")), x.on, p.units[x.unit].ID)
		b.WriteString("# ben_gui = [\"…\"]   # đơn vị phải gửi (mã trong co-quan.toml)\n")
		if strings.Contains(f, "cac thon") || strings.Contains(f, "moi thon") {
			b.WriteString("moi_thon = true   # kế hoạch nhắc “các thôn”\n")
		}
		if to := p.receiver(text); to != "" {
			fmt.Fprintf(&b, "noi_nhan = %q\n", to)
		} else {
			b.WriteString("# noi_nhan = \"…\"   # đơn vị nhận (mã trong co-quan.toml)\n")
		}
		fmt.Fprintf(&b, "cong_khai = false\n\n[%s.da_gui]\n# ten-don-vi = %s\n", key, x.on)
	}
	if len(dues) == 0 {
		b.WriteString("\n# Máy không thấy báo cáo nào có hạn ngày. Chép mẫu dưới cho từng báo cáo:\n# [6-thang]\n# ten = \"Báo cáo 06 tháng\"\n# truoc_ngay = 2026-06-10\n# cong_khai = false\n")
	}
	return b.String(), len(dues)
}

var sentTo = regexp.MustCompile(`(?:gửi về|gửi cho|gửi|về) ([^(;.]{3,80})`)

// receiver is the body to which a report goes, where co-quan.toml knows it.
func (p *plan) receiver(text string) string {
	for _, m := range sentTo.FindAllStringSubmatch(text, 5) {
		if code := p.code(strings.TrimSpace(m[1])); code != "" {
			return code
		}
	}
	return ""
}
