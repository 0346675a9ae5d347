package cite

import (
	"thonlanh/internal/date"
)

// document reads a document; t is its first word. The lexer ends behind it.
// attached says that units stand before it: then it need not be more than a
// kind with a capital.
func (p *parser) document(t token, attached bool, d *Doc) bool {
	small := !t.upper
	start := t.start
	kind, last := p.kindWords(t)
	if kind == NoKind {
		return false
	}
	*d = Doc{Kind: kind, Start: start, End: last.end, Tail: last.end}
	behind := p.lex
	next := p.lex.next()
	if next.kind == tokenSign && next.sign == '(' || next.kind == tokenSign && next.sign == ':' {
		// "Nghị định (số 282/2025/NĐ-CP)" is left to the number itself.
		next = token{}
	}
	numbered := next.id == wSo && next.space
	if numbered {
		next = p.lex.next()
		if next.kind == tokenSign && next.sign == ':' {
			next = p.lex.next()
		}
	}
	if next.kind == tokenNumber && (next.space || numbered || next.start == last.end && shortForm(t)) { // NĐ174
		if p.readNumber(next, kind, &p.num) && p.plausible(kind, small, numbered, next) {
			p.finish(d)
			p.tail(d)
			return true
		}
		if numbered {
			p.lex = behind
			return false
		}
	}
	p.lex = behind
	if next.space {
		switch next.id {
		case wNay:
			if kind == Other && !attached && !p.isText(last) {
				return false
			}
			p.lex.next()
			d.Form, d.End, d.Tail = This, next.end, next.end
			return true
		case wTren, wNeu, wNoi, wDo:
			p.lex.next()
			if next.id == wNeu || next.id == wNoi {
				if next = p.lex.next(); next.id != wTren {
					p.lex = behind
					break
				}
			}
			if !attached {
				p.lex = behind
				return false
			}
			d.Form, d.End, d.Tail = Before, next.end, next.end
			return true
		}
	}
	if shortForm(t) {
		return false // it has a number and no name
	}
	d.Form = Name
	word := next.kind == tokenWord && next.space
	switch {
	case kind == Constitution:
		return !small || attached
	case t.id == wCode:
		return true
	case small && kind.verbal():
		return false
	case small:
		return word && kind.law() && (next.upper || attached || kind == Code || kind == Ordinance || next.id == wName)
	case attached:
		return kind != Other || word || !p.isText(last)
	}
	return word && kind.named() && !everyday(kind, next)
}

// shortForm reports NĐ, QĐ and their like.
func shortForm(t token) bool {
	switch t.id {
	case wKH, wND, wQD, wTT, wNQ, wNQLT, wTTLT:
		return true
	}
	return false
}

// isText reports the kind "văn bản", which is every document.
func (p *parser) isText(last token) bool { return last.id == wBan2 }

// everyday reports words that no law is named by but that follow its kind at
// the head of a sentence.
func everyday(k Kind, next token) bool {
	switch next.id {
	case wNay, wCua, wDinh, wPhap, wLe, wVe, wSo, wVa, wTheo, wTai, wTrong, wDuoc:
		return true
	case wCac: // but Luật Các tổ chức tín dụng
		return !next.upper
	case wQuy: // but Luật Quy hoạch
		return k.law() && !next.upper
	}
	return false
}

// plausible keeps figures out that count ("Kế hoạch 5 năm", "Luật 8 chương")
// and years ("Kế hoạch 2020").
func (p *parser) plausible(k Kind, small, numbered bool, t token) bool {
	n := &p.num
	if n.parts > 0 {
		return true
	}
	if n.year == 0 {
		switch {
		case small && k.verbal(), !numbered && k != Decree && k != Circular && k != JointCircular && k != JointResolution:
			return false
		case t.runes > 4 || t.runes == 4 && t.num >= 1940 && t.num <= 2100:
			return false
		}
		if p.dated() {
			return true
		}
		return (k == Decree || k == Circular || k == JointCircular || k == JointResolution) && !p.counted(false) && !p.unitAhead()
	}
	return k.short()
}

// dated reports whether a day or a year follows.
func (p *parser) dated() bool {
	save := p.lex
	defer func() { p.lex = save }()
	switch p.lex.next().id {
	case wNgay, wNam:
		return p.lex.next().kind == tokenNumber
	}
	return false
}

// unitAhead reports whether the figures count units: "8 chương".
func (p *parser) unitAhead() bool {
	save := p.lex
	defer func() { p.lex = save }()
	t := p.lex.next()
	return unitLevel(t) != Whole && t.kind == tokenWord
}

// finish takes over the number that was read.
func (p *parser) finish(d *Doc) {
	n := &p.num
	d.Form = Number
	d.Number = string(n.text[:n.n])
	d.Year = n.year
	d.Damaged = n.damaged
	if d.Kind == NoKind || d.Kind == Other && n.known {
		d.Kind = n.kind
	}
	d.End, d.Tail = n.end, n.end
}

// tail reads what identifies a document behind its number: "năm 2025", "ngày
// 30/10/2025", "của Chính phủ".
func (p *parser) tail(d *Doc) {
	for range 4 {
		save := p.lex
		t := p.lex.next()
		if t.kind == tokenSign && t.sign == ',' {
			t = p.lex.next()
		}
		if t.id == wBan {
			if t = p.lex.next(); t.id == wHanh {
				t = p.lex.next()
			}
		}
		if t.id == wKy {
			t = p.lex.next()
		}
		switch {
		case t.id == wNgay && d.Date.IsZero():
			if day, end, ok := p.day(); ok {
				d.Date, d.Tail = day, end
				if d.Year == 0 {
					d.Year = day.Year
				}
				continue
			}
		case t.id == wNam && d.Date.IsZero() && (d.Year == 0 || p.num.year != 0):
			y := p.lex.next()
			if y.kind == tokenNumber && y.runes == 4 && y.num >= 1940 && y.num <= 2100 && !p.glued() {
				if d.Year == 0 && p.num.parts == 0 {
					d.End = y.end
				}
				if d.Year != 0 && d.Year != y.num {
					p.lex = save
					return
				}
				d.Year, d.Tail = y.num, y.end
				continue
			}
		case t.id == wCua && d.IssuerEnd == 0:
			if p.issuer(d) {
				continue
			}
		}
		p.lex = save
		return
	}
}

// day reads a date behind "ngày": 30/10/2025, 30-10-2025, 30.10.2025, "30
// tháng 10 năm 2025".
func (p *parser) day() (date.Date, int, bool) {
	var part [3]int
	var end int
	for i := range part {
		t := p.lex.next()
		if i > 0 {
			switch {
			case t.kind == tokenSign && (t.sign == '/' || t.sign == '-' || t.sign == '.'):
			case i == 1 && t.id == wThang, i == 2 && t.id == wNam:
			case i == 2 && t.kind == tokenSign && t.sign == ',':
				t = p.lex.next()
				if t.id != wNam {
					return date.Date{}, 0, false
				}
			default:
				return date.Date{}, 0, false
			}
			t = p.lex.next()
		}
		if t.kind != tokenNumber || t.runes > 4 || i < 2 && t.runes > 2 || i == 2 && t.runes != 4 {
			return date.Date{}, 0, false
		}
		part[i], end = t.num, t.end
	}
	// A day that does not exist contradicts every record, as it should.
	return date.Date{Year: part[2], Month: part[1], Day: part[0]}, end, true
}

// maxIssuer is how many words the name of an issuer may have.
const maxIssuer = 16

// issuer reads the words of the body behind "của"; where the name ends is not
// always known, so they go on until something that is in no name.
func (p *parser) issuer(d *Doc) bool {
	start, end := 0, 0
	for range maxIssuer {
		save := p.lex
		t := p.lex.next()
		ok := t.kind == tokenWord
		switch t.id {
		case wBan: // "ban hành" ends the name, "Ủy ban" does not
			ok = ok && !nextIs(p.lex, wHanh)
		case wVe, wQuy, wNgay, wNam, wDuoc, wTai, wDinh, wTheo, wSo, wHuong, wNay:
			ok = false
		}
		if start == 0 && !t.upper {
			ok = false
		}
		if !ok {
			p.lex = save
			break
		}
		if start == 0 {
			start = t.start
		}
		end = t.end
	}
	if start == 0 {
		return false
	}
	d.IssuerStart, d.IssuerEnd, d.Tail = start, end, end
	return true
}
