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
	unit     int
	name     string
	on       string
	composed bool // the words of the name stand apart in the plan
}

const dayPattern = `ngày (\d{1,2})(?:\s*[/.-]\s*(\d{1,2})(?:\s*[/.-]\s*(\d{4}))?| tháng (\d{1,2})(?: năm (\d{4}))?)`

var before = regexp.MustCompile(`(?i)(?:trước|(chậm nhất)(?: là| vào| đến| trước)*) ` + dayPattern)

// andDay is one more day of the same kind: "trước ngày 15/6 và ngày 15/12".
var andDay = regexp.MustCompile(`^\s*(?:,|và)\s*()` + dayPattern)

// nameAfter is the name of a report that stands behind its day: "trước ngày
// 15/6 (báo cáo 6 tháng)".
var nameAfter = regexp.MustCompile(`^\s*(?i:\(|đối với )(?:gửi )?((?i:báo cáo)[^();,.]*)`)
var reportName = regexp.MustCompile(`(?i)báo cáo[^;:().]*$`)

// reportPeriod is what is left of the name of a further report: "báo cáo 6
// tháng trước ngày 10/6, năm trước ngày 30/11".
var reportPeriod = regexp.MustCompile(`^(?i)(?:quý |\d{1,2} tháng|sáu tháng|chín tháng|cả năm|năm|cuối năm|giữa năm|sơ kết|tổng kết|tháng|định kỳ)[^;:().]*$`)

// deadline is the first day of a text before which something is asked for.
// Where the text gives no year, it is the plan's.
func deadline(s string, year int) string {
	m := before.FindStringSubmatch(s)
	if m == nil {
		return ""
	}
	return dayOf(m, year)
}

// dayOf is the day before which. "Chậm nhất ngày 20" is before the 21st.
func dayOf(m []string, year int) string {
	day, _ := strconv.Atoi(m[2])
	month, _ := strconv.Atoi(m[3] + m[5])
	if y := m[4] + m[6]; y != "" {
		year, _ = strconv.Atoi(y)
	}
	d, ok := date.New(year, month, day)
	if !ok {
		return ""
	}
	if m[1] != "" {
		d = d.Add(1)
	}
	return d.String()
}

// dues finds the reports that a plan asks for before a day.
func (p *plan) dues() []due {
	var out []due
	for i, text := range p.own {
		title := p.units[i].Title
		if rest, ok := strings.CutPrefix(text, title); ok && title != "" {
			out = p.duesIn(out, i, title)
			text = rest
		}
		out = p.duesIn(out, i, text)
	}
	return out
}

// maxReports bounds the reports of one plan. No office asks for a tenth of it.
const maxReports = 200

// duesIn finds those of one stretch of text.
func (p *plan) duesIn(out []due, unit int, text string) []due {
	var last *due // of the same sentence
	for at := 0; ; {
		form, start := before, at
		if andDay.MatchString(text[at:]) && last != nil {
			form = andDay
		}
		m := form.FindStringSubmatchIndex(text[at:])
		if m == nil || len(out) >= maxReports {
			return out
		}
		on := dayOf(form.FindStringSubmatch(text[at:]), p.year)
		words := text[start : start+m[0]]
		at += m[1]
		if strings.Contains(words, ". ") || strings.Contains(words, "; ") {
			last = nil
		}
		x := due{unit: unit, on: on}
		// "báo cáo 06 tháng trước ngày 10/6/2020": the name stands before the
		// day and after whatever ended the last one.
		words = strings.TrimRight(words, " ,(")
		rest := strings.Trim(words, " ,)")
		rest = strings.TrimSpace(strings.TrimPrefix(rest, "và "))
		if rest == "và" {
			rest = ""
		}
		switch after := nameAfter.FindStringSubmatch(text[at:]); {
		case after != nil:
			x.name = after[1]
		case reportName.MatchString(words):
			x.name = reportName.FindString(words)
			if k := strings.LastIndex(strings.ToLower(x.name), "báo cáo"); k > 0 {
				x.name = x.name[k:]
			}
		case last != nil && rest == "":
			x.name = last.name
		case last != nil && reportPeriod.MatchString(rest):
			x.name, x.composed = "Báo cáo "+rest, true
		}
		if x.name == "" || on == "" {
			continue
		}
		x.name = upperFirst(short(strings.TrimSpace(x.name), 100))
		out = append(out, x)
		last = &x
	}
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

// nameOf is the name of a report as the plan has it.
func (p *plan) nameOf(x due) string {
	if x.composed {
		return x.name
	}
	return p.asWritten(x.unit, x.name, "tên báo cáo")
}

func (p *plan) reports() (string, int) {
	var b strings.Builder
	b.WriteString("# Báo cáo mà kế hoạch yêu cầu, máy đọc từ những chỗ ghi “báo cáo … trước ngày …”. Trước ngày 10/6\n" +
		"# nghĩa là ngày cuối còn đúng hạn là 09/6. Xem lại, rồi đổi cong_khai thành true.\n" +
		"# Đơn vị gửi rồi thì ghi ngày vào bảng da_gui. Dòng bắt đầu bằng # máy bỏ qua.\n")
	dues := p.dues()
	used := map[string]bool{}
	unit, villages, to := -1, false, ""
	for _, x := range dues {
		key := x.key(used)
		if x.unit != unit { // many reports may stand in one long unit
			f := viet.Fold(p.own[x.unit])
			unit, villages, to = x.unit, strings.Contains(f, "cac thon") || strings.Contains(f, "moi thon"), p.receiver(p.own[x.unit])
		}
		fmt.Fprintf(&b, "\n[%s]\nten = %s\ntruoc_ngay = %s\nmuc = %q\n", key, starter.Quote(p.nameOf(x)), x.on, p.units[x.unit].ID)
		b.WriteString("# ben_gui = [\"…\"]   # đơn vị phải gửi (mã trong co-quan.toml)\n")
		if villages {
			b.WriteString("moi_thon = true   # kế hoạch nhắc “các thôn”\n")
		}
		if to != "" {
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
