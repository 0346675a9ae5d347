package intake

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"thonlanh/internal/starter"
	"thonlanh/internal/viet"
)

var share = regexp.MustCompile(`(\d+(?:[.,]\d+)?)\s*%`)
var amount = regexp.MustCompile(`(?i)(?:ít nhất|tối thiểu|tổ chức|xây dựng|mở|thành lập|từ)\s+(\d{1,5})\s+(buổi|lớp|cuộc|đợt|mô hình|câu lạc bộ|hội nghị|hội thi|lượt|lần|tin, bài|tin bài|bài|panô|pa nô|tờ rơi|cụm)`)

// targetUnits are the units of the part on aims that each say one aim.
func (p *plan) targetUnits() []int {
	var out []int
	var take func(i int)
	take = func(i int) {
		f := viet.Fold(p.own[i])
		if strings.HasPrefix(f, "muc tieu") && !strings.HasPrefix(f, "muc tieu cu the") && len(p.children[i]) == 0 || strings.HasPrefix(f, "muc tieu chung") || strings.HasPrefix(f, "muc tieu tong quat") || strings.HasPrefix(f, "muc dich") || strings.HasPrefix(f, "yeu cau") || strings.HasPrefix(f, "quan diem") {
			return
		}
		kids := p.children[i]
		if len(kids) > 0 && (p.units[i].Title != "" || strings.HasSuffix(p.own[i], ":")) {
			for _, k := range kids {
				take(k)
			}
			return
		}
		if p.own[i] != "" {
			out = append(out, i)
		}
	}
	for _, s := range p.sections("chi tieu", "muc tieu") {
		for _, k := range p.children[s] {
			take(k)
		}
	}
	return out
}

func (p *plan) targets() (string, int) {
	var b strings.Builder
	b.WriteString("# Chỉ tiêu của kế hoạch, máy đọc từ phần mục tiêu, chỉ tiêu. Đây là bản nháp: xem lại từng mục,\n" +
		"# sửa tên cho gọn, rồi đổi cong_khai thành true. Dòng bắt đầu bằng # máy bỏ qua.\n")
	units := p.targetUnits()
	for n, i := range units {
		text := p.own[i]
		fmt.Fprintf(&b, "\n# Kế hoạch ghi: %s\n[ct-%d]\n", comment(text), n+1)
		fmt.Fprintf(&b, "ten = %s\n", starter.Quote(p.asWritten(i, targetName(text), "tên chỉ tiêu")))
		fmt.Fprintf(&b, "muc = %q\n", p.units[i].ID)
		f := viet.Fold(text)
		counting := "cong_don"
		kind := "dinh_tinh"
		goal, measure := "", ""
		if m := share.FindStringSubmatch(text); m != nil {
			kind, goal = "ty_le", strings.Replace(m[1], ",", ".", 1)
		} else if m := amount.FindStringSubmatch(text); m != nil {
			kind, goal, measure = "so_luong", strings.TrimLeft(m[1], "0"), strings.ToLower(m[2])
		}
		switch {
		case kind == "ty_le" && share.FindStringIndex(text) != nil && tooMuch(goal):
			kind, goal = "dinh_tinh", ""
		}
		switch {
		case strings.Contains(f, "duy tri") || strings.Contains(f, "thuong xuyen") || strings.Contains(f, "xu ly"):
			counting = "duy_tri"
		case kind == "dinh_tinh":
			counting = "co_han"
		}
		fmt.Fprintf(&b, "kieu = %q   # máy đoán; chọn trong: ty_le, so_luong, danh_muc, dinh_tinh\n", kind)
		fmt.Fprintf(&b, "cach_tinh = %q   # máy đoán; chọn trong: cong_don, duy_tri, co_han\n", counting)
		if goal != "" {
			fmt.Fprintf(&b, "muc_tieu = %s\n", goal)
		}
		if measure != "" {
			fmt.Fprintf(&b, "don_vi = %s\n", starter.Quote(measure))
		} else {
			b.WriteString("# don_vi = \"…\"   # kế hoạch đếm cái gì: người, thôn, buổi\n")
		}
		if kind == "ty_le" {
			b.WriteString("# mau_so = 0   # phần trăm của bao nhiêu; kế hoạch không ghi thì xã nhập\n# nguon_mau_so = \"nhap_tay\"   # van_ban, suy_luan hoặc nhap_tay\n")
		}
		if strings.HasPrefix(f, "phan dau") {
			b.WriteString("muc_do = \"phan_dau\"\n")
		} else {
			b.WriteString("# muc_do = \"bat_buoc\"   # phan_dau hoặc bat_buoc\n")
		}
		b.WriteString("cong_khai = false\n")
	}
	if len(units) == 0 {
		b.WriteString("\n# Máy không thấy phần nào tên là mục tiêu hay chỉ tiêu. Chép mẫu dưới cho từng chỉ tiêu:\n# [ct-1]\n# ten = \"…\"\n# muc = \"muc-i-y-1\"\n# kieu = \"ty_le\"\n# cach_tinh = \"cong_don\"\n# muc_tieu = 90\n")
	}
	return b.String(), len(units)
}

func tooMuch(goal string) bool {
	whole, _, _ := strings.Cut(goal, ".")
	return len(whole) > 3 || len(whole) == 3 && whole > "100" || strings.Trim(goal, "0.") == ""
}

var aimLead = regexp.MustCompile(`^(?i:phấn đấu|phần đầu)\s+`)
var shareLead = regexp.MustCompile(`^(?i)(?:(?:tối thiểu|ít nhất|có|trên|đạt|đến (?:cuối )?năm \d{4},?|hằng năm,?|hàng năm,?)\s+)*\d+(?:[.,]\d+)?\s*%\s*(?:trở lên\s+)?(?:số\s+)?`)

// targetName is an aim without its share, to the first comma.
func targetName(s string) string {
	name := strings.TrimSpace(shareLead.ReplaceAllString(aimLead.ReplaceAllString(s, ""), ""))
	if utf8.RuneCountInString(name) < 8 {
		name = s
	}
	for i, r := range name {
		if (r == ',' || r == ';') && i > 25 && !strings.HasSuffix(strings.ToLower(name[:i]), "phòng") {
			name = name[:i]
			break
		}
	}
	return upperFirst(strings.TrimRight(short(name, 90), " .;:"))
}
