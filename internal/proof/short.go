package proof

import (
	"regexp"
	"strings"
)

// symbol is the number and symbol of a document, also one that a blank has
// cut: 01/2008/NQLT-BLĐT BXH-BCA.
var symbol = regexp.MustCompile(`\d{1,6}/(?:(?:19|20)\d{2}/)?[A-ZĐƯ]{1,12}(?:\s?[-–]\s?[A-ZĐƯ]{1,24}\d{0,2})*(?: [A-ZĐƯ]{2,12}(?:-[A-ZĐƯ]{2,24})+)?(?:-[A-ZĐƯ]{2,24})*`)

// symbols finds numbers of documents that were damaged: a blank inside, Đ
// read as D, Ư read as U.
func (p *proof) symbols() {
	for _, x := range p.paras {
		for _, piece := range x.Pieces {
			if strings.IndexByte(piece.Text, '/') < 0 {
				continue
			}
			for _, m := range symbol.FindAllString(piece.Text, 20) {
				meant := repaired(m)
				if meant == m {
					continue
				}
				why := "Ký hiệu văn bản có lẽ bị đọc nhầm chữ Đ, Ư."
				if strings.Contains(m, " ") {
					why = "Ký hiệu văn bản thừa dấu cách."
				}
				p.add(Slip{"ky-hieu", []int{piece.At}, m, meant, why})
			}
		}
	}
}

// repaired is a symbol as it was probably issued.
func repaired(s string) string {
	slash := strings.LastIndexByte(s, '/')
	head, tail := s[:slash+1], s[slash+1:]
	if i := strings.IndexByte(tail, ' '); i > 0 && i+1 < len(tail) && tail[i+1] != '-' && tail[i-1] != '-' {
		tail = tail[:i] + tail[i+1:]
	}
	parts := strings.Split(tail, "-")
	for i, part := range parts {
		parts[i] = withBars(part, i == 0)
	}
	return head + strings.Join(parts, "-")
}

// withBars gives short forms of bodies and kinds their Đ and Ư back.
func withBars(s string, kind bool) string {
	if kind {
		switch s {
		case "QD":
			return "QĐ"
		case "ND":
			return "NĐ"
		case "CD":
			return "CĐ"
		}
	}
	for _, x := range [...][2]string{
		{"UBTUMTTQ", "UBTƯMTTQ"}, {"LDTBXH", "LĐTBXH"}, {"HDND", "HĐND"}, {"GDDT", "GDĐT"}, {"TLDLD", "TLĐLĐ"}, {"LDLD", "LĐLĐ"}, {"BCD", "BCĐ"}, {"HDTD", "HĐTĐ"}, {"BDBP", "BĐBP"},
	} {
		s = strings.Replace(s, x[0], x[1], 1)
	}
	return s
}

// shortForms finds short forms of bodies that lost the bar of their Đ, and a
// comma between two of them that name one body; in the list of recipients, the
// missing colon of "Lưu: VT".
func (p *proof) shortForms() {
	for i, t := range p.tokens {
		if !isUpper(t.text) || hasDigit(t.text) || len(t.text) < 3 {
			continue
		}
		if strings.HasSuffix(t.gap, "-") || strings.HasSuffix(t.gap, "/") || strings.HasPrefix(p.word(i+1).gap, "-") {
			continue // inside a symbol
		}
		meant := withBars(t.text, false)
		if meant == t.text {
			continue
		}
		found := t.text
		if next := p.word(i + 1); t.text == "BCD" && next.gap == ", " && isUpper(next.text) && len(next.text) > 3 {
			found, meant = p.phrase(i, i+2), meant+" "+next.text
		}
		p.add(Slip{"viet-tat", []int{t.at}, found, meant, "Chữ viết tắt có lẽ mất dấu ngang của chữ Đ."})
	}
	for _, x := range p.paras {
		for _, piece := range x.Pieces {
			if m := archive.FindString(piece.Text); x.Recipients && m != "" {
				p.add(Slip{"luu", []int{piece.At}, strings.TrimLeft(m, "-–+ "), "Lưu: VT", "Dòng cuối của Nơi nhận viết “Lưu: …”."})
			}
		}
	}
}

var archive = regexp.MustCompile(`^\s*[-–+]?\s*Lưu VT`)

// offices finds "phòng" with a small letter before the name of an office.
func (p *proof) offices() {
	at := map[string][]int{}
	var order []string
	for i := 1; i < len(p.tokens); i++ {
		t, before := p.tokens[i-1], p.word(i-2)
		next := p.tokens[i]
		if t.text != "phòng" || !p.next(i) || !startsUpper(next.text) || isUpper(next.text) {
			continue
		}
		if p.next(i-1) && (startsUpper(before.text) || strings.Contains(" văn dự quốc đề căn biên hội buồng ", " "+before.lower+" ")) {
			continue
		}
		name := p.phrase(i, i+2)
		if at[name] == nil {
			order = append(order, name)
		}
		at[name] = append(at[name], t.at)
	}
	for _, name := range order {
		p.add(Slip{"viet-hoa", at[name], "phòng " + name, "Phòng " + name, "Tên cơ quan viết hoa chữ đầu."})
	}
}
