package cite

import (
	"bytes"
	"unicode/utf8"

	"thonlanh/internal/date"
)

// byName finds the longest name that the words begin with, then reads what
// stands behind it: a number, a year, a date.
func (c *Catalogue) byName(m *Match, html []byte) {
	d := &m.Doc
	p := parser{lex: hashingLexer(html, d.Start)}
	h := uint64(nameSeed)
	best := int32(0)
	var behind lexer
	words, bestWords, named := 0, 0, false
	var small written
	bestEnd := 0
	brackets, bestBrackets := 0, 0
	for {
		t := p.lex.next()
		if t.kind == tokenEnd {
			break
		}
		if t.kind == tokenSign {
			switch t.sign {
			case '(':
				brackets++
			case ')':
				brackets--
			case ',', ';', '-', '/', '"', '\'':
			default:
				t.kind = tokenEnd
			}
			if t.kind == tokenEnd {
				break
			}
			continue
		}
		h = mix(h, t.hash)
		state, ok := c.words[h]
		if !ok {
			break
		}
		words++
		switch {
		case t.start < d.End && words == 1:
			small.kind = !t.upper
		case t.start >= d.End && !named:
			named, small.name = true, !t.upper
		}
		if state.at > 0 {
			best, behind, bestEnd, bestWords, bestBrackets = state.at, p.lex, t.end, words, brackets
		}
		if !state.more {
			break
		}
	}
	if best == 0 {
		m.Outcome = Nothing
		if d.Kind == Constitution {
			m.Outcome = Unknown
		}
		return
	}
	m.End, d.End, d.Tail = bestEnd, bestEnd, bestEnd
	p.lex = behind
	if bestBrackets > 0 {
		if t := p.lex.next(); t.kind == tokenSign && t.sign == ')' {
			m.End, d.End, d.Tail = t.end, t.end, t.end
		} else {
			p.lex = behind
		}
	}
	c.behindName(m, &p, best, html, bestWords, small)
}

// behindName decides which document of a name is meant.
func (c *Catalogue) behindName(m *Match, p *parser, at int32, html []byte, words int, small written) {
	d := &m.Doc
	save := p.lex
	t := p.lex.next()
	if p.goesOn(t, d, words) || !p.nameSure(m, t, words, small) {
		m.Outcome = Nothing
		return
	}
	open := false
	if t.kind == tokenSign && (t.sign == '(' || t.sign == ',') {
		open = t.sign == '('
		t = p.lex.next()
	}
	if t.id == wSo {
		t = p.lex.next()
	}
	if t.kind == tokenNumber && p.readNumber(t, d.Kind, &p.num) && p.num.parts > 0 {
		c.numbered(m, p, at, html, open)
		return
	}
	end := m.End
	p.lex = save
	t = p.lex.next()
	bracket := false
	if t.kind == tokenSign && t.sign == '(' {
		bracket = true
		t = p.lex.next()
	}
	year := 0
	if t.id == wNam {
		t = p.lex.next()
	}
	if t.kind == tokenNumber && t.runes == 4 && t.num >= 1940 && t.num <= 2100 && !p.glued() {
		year = t.num
		if bracket {
			if end := p.lex.next(); end.kind == tokenSign && end.sign == ')' {
				d.End = end.end
			} else {
				d.End = m.End // "(năm 2015, sửa đổi năm 2017)"
			}
		} else {
			d.End = t.end
		}
		m.End, d.Tail = d.End, max(d.Tail, d.End)
		save = p.lex
	}
	p.lex = save
	p.num = number{}
	var tail Doc
	tail.Year = year
	p.tail(&tail)
	if year == 0 {
		d.Year = tail.Year
	} else {
		d.Year = year
	}
	d.Date, d.IssuerStart, d.IssuerEnd = tail.Date, tail.IssuerStart, tail.IssuerEnd
	c.chooseName(m, at, html)
	if m.Outcome == Mismatch && amended(html, m.Start) {
		m.End, d.End, d.Tail = end, end, end
		d.Year, d.Date, d.IssuerStart, d.IssuerEnd = 0, date.Date{}, 0, 0
		c.chooseName(m, at, html)
	}
}

// amended reports whether the law that begins at start is named within the name
// of the law that amends it: "Luật sửa đổi, bổ sung một số điều của Luật Xử lý
// vi phạm hành chính ngày 13 tháng 11 năm 2020" tells the day of the amending one.
func amended(html []byte, start int) bool {
	before := bytes.ToLower(html[max(0, start-maxAmending):start])
	before, of := bytes.CutSuffix(bytes.TrimSpace(before), []byte("của"))
	if at := bytes.LastIndex(before, []byte("sửa đổi")); of && at >= 0 {
		before, law := bytes.CutSuffix(bytes.TrimSpace(before[:at]), []byte("luật"))
		return law || bytes.HasSuffix(before, []byte("pháp lệnh"))
	}
	return false
}

// maxAmending is more bytes than the words before the amended law need.
const maxAmending = 120

// written says what of a name begins with a small letter.
type written struct{ kind, name bool }

// nameSure reports whether words are a name and not everyday words that are
// the same: "điều luật trẻ em cần biết", "Luật trẻ em nên biết". t is the token
// behind them.
func (p *parser) nameSure(m *Match, t token, words int, small written) bool {
	if !m.Doc.Kind.law() || !small.name || words > 3+kindLength(m.Doc.Kind) || m.Doc.Kind == Code || m.Doc.Kind == Ordinance {
		return true
	}
	if small.kind {
		return t.id == wNam || t.id == wSo || t.kind == tokenNumber && t.runes == 4
	}
	if !startsSentence(p.lex.s, m.Start) {
		return true
	}
	if t.kind != tokenWord {
		return true
	}
	switch t.id {
	case wNam, wSo, wQuy, wNeu, wDuoc, wVa, wNgay, wCo:
		return true
	}
	return false
}

func kindLength(k Kind) int {
	if k == Law {
		return 1
	}
	return 2
}

// startsSentence reports whether nothing but the end of a sentence stands
// before at.
func startsSentence(s []byte, at int) bool {
	for at > 0 {
		r, n := utf8.DecodeLastRune(s[:at])
		switch {
		case r == ' ' || r == '\n' || r == '>' || r == '"' || r == '(' || r == '*' || r == 0xa0:
			at -= n
			continue
		case r == '.' || r == '!' || r == '?' || r == ':':
			return true
		}
		return r >= utf8.RuneSelf && !letter(r)
	}
	return true
}

// goesOn reports whether the name goes on behind the longest that is known: it
// is another law then, "Luật Giáo dục đại học". t is the token behind it.
func (p *parser) goesOn(t token, d *Doc, words int) bool {
	if t.kind != tokenWord || !t.space || !d.Kind.law() {
		return false
	}
	if t.upper {
		return words <= 3+kindLength(d.Kind) && !t.caps && unitLevel(t) == Whole && t.id == noWord && !p.nation(t)
	}
	var buf [maxWord]byte
	switch string(lowered(p.lex.s, t, &buf)) {
	case "viện", "đại", "nghề", "xung", "quân", "điện", "gái", "trai":
		return true
	case "quốc": // Luật Giáo dục quốc phòng
		return p.followed("phòng")
	case "đô": // Luật Quy hoạch đô thị
		return p.followed("thị")
	case "động":
		return p.followed("vật")
	case "theo": // Luật Đầu tư theo phương thức đối tác công tư
		return p.followed("phương")
	case "công": // Luật Đầu tư công, Luật Căn cước công dân
		return !p.followed("nhận") && !p.followed("bố") && !p.followed("khai")
	}
	return false
}

// followed reports whether the next word, which stays unread, is the given one.
func (p *parser) followed(by string) bool {
	l := p.lex
	var buf [maxWord]byte
	t := l.next()
	return t.kind == tokenWord && string(lowered(l.s, t, &buf)) == by
}

// nation reports "Việt Nam", which laws carry behind their name and in it.
func (p *parser) nation(t token) bool {
	var buf [maxWord]byte
	return string(lowered(p.lex.s, t, &buf)) == "việt"
}

// numbered settles a name by the number behind it, which says more.
func (c *Catalogue) numbered(m *Match, p *parser, at int32, html []byte, open bool) {
	d := &m.Doc
	n := Doc{Kind: d.Kind, Start: d.Start}
	p.finish(&n)
	p.tail(&n)
	named := Match{Citation: Citation{Start: m.Start, End: n.End, Doc: n}}
	c.byNumber(&named, html)
	if open && named.End < len(html) && html[named.End] == ')' {
		named.End++
		named.Doc.End++
	}
	*m = named
}

// chooseName takes the one document of a name that the year and the date fit.
func (c *Catalogue) chooseName(m *Match, at int32, html []byte) {
	list := c.names[at-1]
	var buf [8]int32
	all := buf[:0]
	for _, n := range list {
		all = append(all, n.entry)
	}
	c.choose(m, all, html)
	if m.Outcome != Found {
		return
	}
	for _, n := range list {
		if c.entries[n.entry].id == m.ID {
			m.Alias = n.alias && !n.year
		}
	}
}
