package intake

import (
	"slices"
	"strings"
	"unicode/utf8"

	"thonlanh/internal/markup"
)

// takeKind reads the kind of the document and the subject below it.
func (d *draft) takeKind(i int, text string) bool {
	h := &d.head
	word, kind, rest := kindAt(text)
	if word == "" && d.mayBeSmall() {
		word, kind = kindAnyCase(text)
	}
	if word == "" {
		return false
	}
	h.kindWord, h.kind = word, kind
	h.title = append(h.title, d.blocks[i].para)
	var lines []string
	if rest != "" {
		lines = append(lines, rest)
	}
	first := len(lines) == 0
	for j := i + 1; j < len(d.blocks) && len(lines) < 6; j++ {
		p := d.blocks[j].para
		if p == nil {
			break
		}
		s := p.text()
		if s == "" {
			h.title = append(h.title, p)
			continue
		}
		if !d.isSubject(p, s, first) {
			break
		}
		if !first && !continuesTitle(h.title[len(h.title)-1], p) || markup.AllCapitals(s) && (markup.IsPost(s) || len(lines) > 0 && !markup.AllCapitals(lines[len(lines)-1])) {
			break // who decides, below what is decided
		}
		lines = append(lines, s)
		h.title = append(h.title, p)
		first = false
	}
	if s := strings.Join(lines, " "); s != "" {
		h.subject = collapse(s)
	}
	return true
}

// mayBeSmall reports whether the kind may stand in small letters: below other
// parts of a header, in an old font, which draws capitals, and in what is known
// to be a plan.
func (d *draft) mayBeSmall() bool {
	return len(d.head.taken) > 0 || d.opt.Kind == "ke-hoach" || (d.opt.Kind == "" || d.opt.Kind == "van-ban") && d.fontDrawsCapitals()
}

func (d *draft) isSubject(p *para, s string, first bool) bool {
	if utf8.RuneCountInString(s) > 400 || s[0] == '(' || !hasWord(s) || p.label != "" {
		return false
	}
	if d.isLabelled(s) {
		return false
	}
	if last, _ := utf8.DecodeLastRuneInString(s); strings.ContainsRune(".:", last) || last == ';' && !d.subjectGoesOn(p) {
		return false
	}
	if isOpening(s) && !(first && d.setAsSubject(p, s)) || isAuthor(s) {
		return false
	}
	return !d.word || p.centred || p.bold() || first && utf8.RuneCountInString(s) < 200
}

// setAsSubject reports whether a line that begins like the body, "Thực hiện
// …" or "Triển khai …", is set like the kind above it, and the body begins
// below: only then is it the subject.
func (d *draft) setAsSubject(p *para, s string) bool {
	if !strings.HasPrefix(s, "Thực hiện ") && !strings.HasPrefix(s, "Triển khai ") || strings.HasSuffix(s, ",") {
		return false
	}
	if d.word {
		return p.centred && p.bold()
	}
	i := slices.IndexFunc(d.blocks[:min(len(d.blocks), 2*maxHead)], func(b block) bool { return b.para == p })
	if i < 0 || i+1 >= len(d.blocks) || d.blocks[i+1].para == nil || p.gap {
		return false
	}
	next := d.blocks[i+1].para
	opens := next.gap && !startsLower(next.text()) || strings.HasPrefix(next.text(), "(")
	return opens && utf8.RuneCountInString(s) < 200
}

// subjectGoesOn reports whether the line below p is set like it and goes on in
// small letters: "Kết quả công tác 6 tháng đầu năm;" above "phương hướng …".
func (d *draft) subjectGoesOn(p *para) bool {
	i := slices.IndexFunc(d.blocks[:min(len(d.blocks), 2*maxHead)], func(b block) bool { return b.para == p })
	if i < 0 || i+1 >= len(d.blocks) || d.blocks[i+1].para == nil {
		return false
	}
	next := d.blocks[i+1].para
	return startsLower(next.text()) && next.label == "" && next.bold() == p.bold() && next.centred == p.centred && (!d.word || p.bold() || p.centred)
}

// isAuthor reports whether a line names who decides, below the subject:
// "ỦY BAN NHÂN DÂN XÃ …". A subject in capitals may begin like the name of a
// body: "BAN HÀNH KẾ HOẠCH".
func isAuthor(s string) bool {
	for _, w := range [...]string{"ỦY BAN NHÂN DÂN", "UỶ BAN NHÂN DÂN", "UBND", "HỘI ĐỒNG NHÂN DÂN", "HĐND", "CHỦ TỊCH", "CHÍNH PHỦ", "QUỐC HỘI", "ỦY BAN THƯỜNG VỤ"} {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// continuesTitle reports whether a line is set like the one above it.
func continuesTitle(above, p *para) bool {
	if p.gap && above.words() != "" && !p.centred {
		return false
	}
	return above.bold() == p.bold() || above.words() == ""
}

// isOpening reports whether a line begins the body: a legal basis, an address,
// "Thực hiện …".
func isOpening(s string) bool {
	for _, w := range [...]string{"Căn cứ ", "Thực hiện ", "Kính gửi", "Theo đề nghị ", "Xét đề nghị ", "Xét Tờ trình", "Để ", "Nhằm ", "Trên cơ sở ", "Triển khai "} {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}
