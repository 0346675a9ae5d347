package intake

import (
	"strings"
	"unicode/utf8"

	"thonlanh/internal/markup"
	"thonlanh/internal/viet"
)

// isIssuer reports whether a line in capitals names a body.
func isIssuer(s string) bool {
	if !markup.AllCapitals(s) || utf8.RuneCountInString(s) > 120 {
		return false
	}
	f := " " + viet.Fold(s) + " "
	for _, w := range [...]string{
		"uy ban", "ubnd", "hoi dong", "hdnd", "chinh phu", "quoc hoi", "thu tuong", "bo ", "so ", "phong ", "ban ", "cong an", "trung tam", "tram ", "mat tran",
		"chi cuc", "cuc ", "tong cuc", "dang uy", "huyen uy", "tinh uy", "thanh uy", "chi bo", "hoi ", "doan ", "lien doan", "truong ", "vien ", "toa an", "cong dong",
		"van phong", "chu tich nuoc", "chu tich uy ban nhan dan", "chu tich ubnd", "xa ", "phuong ", "thi tran ", "huyen ", "quan ", "tinh ", "thanh pho ", "thon ", "dac khu ",
	} {
		if strings.HasPrefix(f, " "+w) {
			return true
		}
	}
	return false
}

// issuerLine adds a line to the issuers. The issuing body stands last, below
// the superior one; a line that only says where belongs to the line above.
func (d *draft) issuerLine(s string) {
	h := &d.head
	f := viet.Fold(s)
	if n := len(h.issuers); n > 0 {
		above := viet.Fold(h.issuers[n-1])
		bare := above == "uy ban nhan dan" || above == "ubnd" || above == "hoi dong nhan dan" || above == "hdnd" || above == "chu tich uy ban nhan dan" || above == "chu tich ubnd" || strings.HasSuffix(above, " va") || strings.HasSuffix(above, " -") || strings.HasSuffix(above, ",")
		if bare || startsWithUnit(f) && !strings.Contains(above, " ") {
			h.issuers[n-1] += " " + s
			return
		}
	}
	h.issuers = append(h.issuers, s)
}

func startsWithUnit(f string) bool {
	for _, u := range [...]string{"xa ", "phuong ", "thi tran ", "huyen ", "quan ", "tinh ", "thanh pho ", "dac khu "} {
		if strings.HasPrefix(f, u) {
			return true
		}
	}
	return false
}

// issuer is the issuing body, written as in a sentence where that is known
// from the words, and as printed where it is not.
func (h *header) issuer() string {
	if len(h.issuers) == 0 {
		return ""
	}
	s := h.issuers[len(h.issuers)-1]
	if strings.Contains(s, "..") || strings.Contains(s, "…") || strings.Contains(s, "__") {
		return "" // a blank of a form, not a name
	}
	return bodyName(s)
}

// bodyName writes "ỦY BAN NHÂN DÂN XÃ HÒA BÌNH" as "Ủy ban nhân dân xã Hòa
// Bình": what follows the level of government is a name.
func bodyName(s string) string {
	words := strings.Fields(s)
	lower := strings.Fields(strings.ToLower(s))
	f := viet.Fold(s)
	var n int
	if office := "chu tich"; strings.HasPrefix(f, office+" uy ban") || strings.HasPrefix(f, office+" ubnd") {
		return "Chủ tịch " + bodyName(strings.Join(words[2:], " "))
	}
	for _, head := range [...]string{"uy ban nhan dan", "hoi dong nhan dan", "ubnd", "hdnd"} {
		if strings.HasPrefix(f, head) {
			n = len(strings.Fields(head))
			break
		}
	}
	switch f {
	case "chinh phu", "quoc hoi", "uy ban thuong vu quoc hoi", "thu tuong chinh phu":
		return strings.NewReplacer("quốc", "Quốc", "chính phủ", "Chính phủ", "thường vụ", "Thường vụ").Replace(upperFirst(strings.ToLower(collapse(s))))
	}
	if n == 0 {
		return collapse(s)
	}
	out := words[:n]
	if n > 1 {
		out = append([]string{upperFirst(lower[0])}, lower[1:n]...)
	}
	level := 0
	for _, u := range [...]string{"xa", "phuong", "huyen", "quan", "tinh", "thi tran", "thanh pho", "dac khu", "thi xa"} {
		if strings.HasPrefix(strings.Join(strings.Fields(viet.Fold(strings.Join(words[n:], " "))), " ")+" ", u+" ") {
			level = max(level, len(strings.Fields(u)))
		}
	}
	if level == 0 && n < len(words) {
		return collapse(s)
	}
	out = append(out, lower[n:n+level]...)
	for _, w := range lower[n+level:] {
		out = append(out, upperFirst(w))
	}
	return strings.Join(out, " ")
}
