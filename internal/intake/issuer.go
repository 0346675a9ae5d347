package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"thonlanh/internal/markup"
	"thonlanh/internal/viet"
)

// bodyWords begin the names of bodies, folded; a blank ends a whole word.
const bodyWords = "uy ban|ubnd|hoi dong|hdnd|chinh phu|quoc hoi|thu tuong|bo |so |phong |ban |cong an|trung tam|tram |mat tran|" +
	"chi cuc|cuc |tong cuc|dang uy|huyen uy|tinh uy|thanh uy|chi bo|hoi |doan |lien doan|truong |vien |toa an|cong dong|" +
	"van phong|chu tich nuoc|chu tich uy ban nhan dan|chu tich ubnd"

// placeWords begin the names of places.
const placeWords = "xa |phuong |thi tran |huyen |quan |tinh |thanh pho |thon |dac khu |thi xa "

// isIssuer reports whether a line in capitals names a body.
func isIssuer(s string) bool {
	if !markup.AllCapitals(s) || utf8.RuneCountInString(s) > 120 {
		return false
	}
	return begins(s, bodyWords) || begins(s, placeWords)
}

// begins reports whether a text begins with one of the folded words.
func begins(s, words string) bool {
	f := viet.Fold(s) + " "
	for w := range strings.SplitSeq(words, "|") {
		if strings.HasPrefix(f, w) {
			return true
		}
	}
	return false
}

// isIssuerInSmall reports whether a line that is not in capitals names a body,
// at the head of a document that has the national name or a number: in an old
// font, or typed so.
func (d *draft) isIssuerInSmall(s string) bool {
	h := &d.head
	if utf8.RuneCountInString(s) > 80 || len(strings.Fields(s)) > 14 || strings.ContainsAny(s, ".;:,?!()") || markup.AllCapitals(s) || h.kindWord != "" || h.subject != "" {
		return false
	}
	if n := len(h.taken); n > 0 && h.taken[n-1].key != "" && h.taken[n-1].key != "co_quan" {
		return false
	}
	place := len(h.issuers) > 0 && begins(s, placeWords)
	return (begins(s, bodyWords) || place) && d.hasHeader()
}

// hasHeader reports whether the national name or a number stands near the head
// of the document.
func (d *draft) hasHeader() bool {
	for _, b := range d.blocks[:min(len(d.blocks), 20)] {
		if b.para == nil {
			break
		}
		for _, part := range columnsOf(b.para) {
			if isMotto(part) || isNumberLine(part) {
				return true
			}
		}
	}
	return false
}

// issuerGoesOn reports whether a line in capitals is the rest of the name of a
// body that was too long for one line.
func (d *draft) issuerGoesOn(s string) bool {
	h := &d.head
	n := len(h.taken)
	if n == 0 || h.taken[n-1].key != "co_quan" || !markup.AllCapitals(s) || utf8.RuneCountInString(s) > 100 || isKind(s) {
		return false
	}
	last := strings.TrimSpace(h.taken[n-1].text)
	return begins(s, "ho chi minh|viet nam|va |cong san|nhan dan|xa hoi|quan su|phu nu|nong dan|cuu chien binh|to quoc") ||
		strings.HasSuffix(last, "-") || strings.HasSuffix(last, "–") || strings.HasSuffix(last, ",") || strings.HasSuffix(viet.Fold(last), " va")
}

// issuerLine adds a line to the issuers. The issuing body stands last, below
// the superior one; a line that only says where belongs to the line above.
func (d *draft) issuerLine(s string) {
	h := &d.head
	f := viet.Fold(s)
	h.printed = append(h.printed, s)
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

// joint finds out whether several bodies issue the document together, and
// then takes their names apart: they stand on lines of their own, or on one
// with dashes between them, and long names go on below.
func (h *header) joint() {
	codes := 0
	if parts := strings.FieldsFunc(h.number, func(r rune) bool { return r == '/' || r == '-' }); len(parts) > 2 {
		for _, p := range parts[1:] {
			if !isYear(p) {
				codes++
			}
		}
	}
	said := strings.Contains(h.kindWord, "PHỐI HỢP") || strings.Contains(h.kindWord, "LIÊN ") || h.kind == "nqlt" || h.kind == "ttlt"
	all := strings.Join(h.printed, " ")
	dashes := false
	for _, dash := range [...]string{" - ", " – ", " — "} {
		for i, part := range strings.Split(all, dash) {
			dashes = dashes || i > 0 && isJointBody(part)
		}
	}
	if !said && !dashes {
		return
	}
	var names []string
	open := false // the name before waits for the rest of it
	for _, line := range h.printed {
		for i, part := range splitBodies(line) {
			if n := len(names); n > 0 && i == 0 && (open || !begins(part, bodyWords)) && !isJointBody(part) {
				names[n-1] += " " + part
			} else {
				names = append(names, part)
			}
		}
		open = strings.HasSuffix(viet.Fold(line), " va") || strings.HasSuffix(line, ",")
	}
	for i := range names {
		names[i] = strings.Trim(names[i], " -–—,")
	}
	if codes > 2 && len(names) == codes && !dashes {
		names = names[1:] // the superior body above them
	}
	if len(names) > 1 {
		h.issuers, h.together = names, true
	}
}

// isJointBody reports whether the words behind a dash name a body: in "PHÒNG
// VĂN HÓA - XÃ HỘI" they do not.
func isJointBody(s string) bool {
	return begins(s, "uy ban|ubnd|hoi dong nhan dan|hdnd|bo |so |phong |ban |cong an|trung tam|tram |mat tran|uy ban mat tran|chi cuc|cuc |dang uy|hoi |doan |lien doan|truong |vien |toa an|van phong|thanh tra|kho bac|bao hiem|ngan hang|quan khu|bien phong|don bien phong|hat kiem lam")
}

// splitBodies takes apart the names that dashes divide.
func splitBodies(line string) []string {
	line = strings.NewReplacer(" – ", " - ", " — ", " - ").Replace(line)
	var out []string
	for _, part := range strings.Split(line, " - ") {
		if n := len(out); n > 0 && !isJointBody(part) {
			out[n-1] += " - " + part
			continue
		}
		out = append(out, strings.TrimSpace(part))
	}
	return out
}

// issuerNames are the issuing bodies, written as in a sentence where that is
// known from the words, and as printed where it is not. Below a superior body
// the last alone issues.
func (h *header) issuerNames() []string {
	if len(h.issuers) == 0 {
		return nil
	}
	names := h.issuers[len(h.issuers)-1:]
	if h.together {
		names = h.issuers
	}
	var out []string
	for _, s := range names {
		if strings.Contains(s, "..") || strings.Contains(s, "…") || strings.Contains(s, "__") {
			return nil // a blank of a form, not a name
		}
		out = append(out, bodyName(s))
	}
	return out
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
	if !markup.AllCapitals(s) {
		return upperFirst(collapse(s)) // as somebody wrote it who knew the capitals
	}
	known := ""
	for _, name := range [...]string{
		"Ủy ban nhân dân", "Hội đồng nhân dân", "UBND", "HĐND", "Ủy ban Mặt trận Tổ quốc Việt Nam", "Ủy ban MTTQ Việt Nam", "Mặt trận Tổ quốc Việt Nam", "Ban Chấp hành Đảng bộ", "Đảng ủy", "Công an", "Ban Chỉ huy Quân sự",
		"Hội Liên hiệp Phụ nữ Việt Nam", "Hội Liên hiệp Phụ nữ", "Hội Phụ nữ", "Hội Nông dân Việt Nam", "Hội Nông dân", "Hội Cựu chiến binh Việt Nam", "Hội Cựu chiến binh", "Hội Chữ thập đỏ", "Hội Người cao tuổi",
		"Đoàn Thanh niên Cộng sản Hồ Chí Minh", "Đoàn TNCS Hồ Chí Minh", "Đoàn Thanh niên", "Trạm Y tế", "Sở Y tế", "Sở Giáo dục và Đào tạo", "Sở Tư pháp", "Sở Nội vụ", "Sở Tài chính", "Liên đoàn Lao động",
	} {
		if k := viet.Fold(name); f == k || strings.HasPrefix(f, k+" ") {
			known = name
			n = len(strings.Fields(name))
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
	out := keepTones(known, words[:n])
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

// keepTones writes the words of a known name with its capitals and with the
// marks that were printed: ỦY or UỶ.
func keepTones(known string, printed []string) []string {
	out := strings.Fields(known)
	for i := range out {
		if strings.ToUpper(out[i]) == out[i] && len(out[i]) > 1 {
			out[i] = printed[i] // a short form
			continue
		}
		low := strings.ToLower(printed[i])
		if first, _ := utf8.DecodeRuneInString(out[i]); unicode.IsUpper(first) {
			low = upperFirst(low)
		}
		out[i] = low
	}
	return out
}
