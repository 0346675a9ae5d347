package cite

// group decides what the units that were read belong to, and whether they are
// a citation at all.
func (p *parser) group(dst []Citation, first token, before int) (_ []Citation, end int) {
	c := Citation{Start: first.start, End: p.end}
	of := p.attach(&c.Doc)
	if p.titles > 0 && p.this == Whole && (p.broken || of == alone) {
		p.broken = false
		p.untitled()
		c.End = p.end
		of = p.attach(&c.Doc)
	}
	if p.broken || of == strange {
		return dst, 0
	}
	if c.Doc.Form == NoDoc && p.this != Whole {
		c.Doc = Doc{Form: This, Scope: p.this, Start: c.End, End: c.End, Tail: c.End}
	}
	prev := p.wordBefore(before, first.start)
	if p.n > 0 && p.compound(p.buf[0], prev) {
		return dst, 0
	}
	if !p.sure(&c, prev, first) {
		return dst, p.end // a part of what is in doubt is in doubt
	}
	c.Units = p.paths()
	if p.broken {
		return dst, p.end
	}
	if !c.Doc.Bracket && (c.Doc.Form != NoDoc && c.Doc.Form != This || c.Doc.Form == This && c.Doc.Scope == Whole) {
		c.End = c.Doc.End
	}
	dst = append(dst, c)
	if c.Doc.Form == Number {
		dst = p.more(dst)
	}
	return dst, 0
}

// oneLevel reports a list of units of one level.
func (p *parser) oneLevel() bool {
	for i := range p.n {
		if p.buf[i].level != p.buf[0].level {
			return false
		}
	}
	return true
}

type following uint8

const (
	alone   following = iota // nothing that matters
	known                    // a document
	strange                  // something that units can belong to and that is no document we know
)

// attach reads the document behind a group of units.
func (p *parser) attach(d *Doc) following {
	p.lex.pos = max(p.end, p.behind)
	save := p.lex
	t := p.lex.next()
	of, comma, bracket := false, false, false
	switch {
	case t.kind == tokenSign && (t.sign == '(' || t.sign == '-'):
		comma, bracket = true, t.sign == '('
		t = p.lex.next()
	case t.kind == tokenSign && t.sign == ',':
		comma = true
		t = p.lex.next()
		if t.id == wCua {
			of = true
			t = p.lex.next()
		}
	case t.id == wCua || t.id == wThuoc || t.id == wTrong || t.id == wTai:
		of = t.id == wCua
		t = p.lex.next()
	}
	if p.n > 0 && p.buf[0].level == Annex || t.id == wKem {
		// "Phụ lục II ban hành kèm theo Nghị định số …"
		at := p.lex
		u := t
		if u.id == wDuoc {
			u = p.lex.next()
		}
		if u.id == wBan {
			if u = p.lex.next(); u.id == wHanh {
				u = p.lex.next()
			}
		}
		if u.id == wKem {
			if u = p.lex.next(); u.id == wTheo {
				t = p.lex.next()
				of = true
			} else {
				p.lex = at
			}
		} else {
			p.lex = at
		}
	}
	if t.id == wCac && of || t.id == wBan2 {
		t = p.lex.next()
	}
	var doc Doc
	if t.kind == tokenWord && t.id != noWord && p.document(t, true, &doc) {
		if comma && !of && doc.Form == Name && !(t.upper && doc.Kind.law()) {
			p.lex = save
			return alone
		}
		doc.Bracket = bracket
		*d = doc
		return known
	}
	if t.kind == tokenNumber && !comma && p.readNumber(t, NoKind, &p.num) && p.num.known {
		doc = Doc{Start: t.start}
		p.finish(&doc)
		p.tail(&doc)
		*d = doc
		return known
	}
	p.lex = save
	if of || !comma && t.kind == tokenWord && (t.id != noWord && p.paper(t) || p.draft(t)) {
		return strange
	}
	return alone
}

// draft reports "dự thảo": the articles of a draft are those of no document.
func (p *parser) draft(t token) bool {
	var buf [maxWord]byte
	if string(lowered(p.lex.s, t, &buf)) != "dự" {
		return false
	}
	p.lex.pos = t.end
	return string(lowered(p.lex.s, p.lex.next(), &buf)) == "thảo"
}

// paper reports a document of a kind that no register of laws holds, or that
// is not said which one: "Điều 3 hợp đồng thuê nhà".
func (p *parser) paper(t token) bool {
	p.lex.pos = t.end
	kind, last := p.kindWords(t)
	switch kind {
	case Regulation:
		return last.id != wDinh // "Điều 33 quy định"
	case Other, Convention, Plan, Programme, Project, Law, Code, Ordinance, Decree, Circular:
		return true
	}
	return false
}

// wordBefore is the word before a citation: none where something stands
// between.
func (p *parser) wordBefore(before, start int) token {
	if before < 0 {
		return token{}
	}
	l := newLexer(p.lex.s, before)
	t := l.next()
	space := false
	if l.skip(&space); l.pos != start {
		// Digits that are glued to a word are a token of their own.
		for range 3 {
			if t = l.next(); t.kind == tokenEnd || t.start >= start {
				return token{}
			}
			if l.skip(&space); l.pos == start {
				return t
			}
		}
		return token{}
	}
	return t
}

// compound reports whether the word before makes another word of the name of
// the unit, or counts it: "8 chương 63 điều".
func (p *parser) compound(it item, prev token) bool {
	if prev.kind == tokenNumber {
		if it.level >= Clause && p.buf[p.n-1].level == Article {
			return false // "đoạn 2 khoản 1 Điều 5"
		}
		return (it.small || prev.runes < 4 && it.level != Annex) && it.mark.Form != Roman
	}
	if prev.kind != tokenWord || !it.small {
		return false
	}
	var buf [maxWord]byte
	return joins(lowered(p.lex.s, prev, &buf), it.level)
}

// sure reports whether a group is a citation and not everyday words.
func (p *parser) sure(c *Citation, prev, first token) bool {
	if p.n == 0 { // "Điều này", "khoản này" alone
		return c.Doc.Form == This && p.citing(prev) && (first.upper || p.this != Article)
	}
	it := &p.buf[0]
	last := &p.buf[p.n-1]
	larger := !p.oneLevel()
	if c.Doc.Form != NoDoc {
		if it.level == Annex && it.mark.Form == Only {
			return c.Doc.Form == Number || c.Doc.Form == This
		}
		return true
	}
	for i := range p.n {
		if p.buf[i].tight && !larger {
			return false // "khoản 1,5 triệu"
		}
	}
	p.lex.pos = p.end
	citing := p.citing(prev)
	if last.mark.Form == Arabic && p.counted(last.level == Article && !last.small && citing) {
		return false
	}
	p.lex.pos = p.end
	if p.glued() {
		return false
	}
	if larger {
		return it.level < Dash || p.buf[p.n-1].level < Dash
	}
	switch last.mark.Letter() {
	case 'g', 'h', 'k', 'l', 'm': // 2h, 5m
		if last.mark.Form == Arabic {
			return false
		}
	}
	switch it.level {
	case Article:
		return true
	case Clause:
		return it.small || citing
	case Chapter, Section, Part, Subsection, Annex:
		return it.mark.Form == Roman || it.mark.Form == Ordinal || it.level == Annex && it.mark.Form != Only || citing && it.mark.Form != Only
	case Point, Item:
		return it.mark.Form == Lettered && citing
	}
	return false
}

// citing reports a word that leads to a citation.
func (p *parser) citing(t token) bool {
	switch t.id {
	case wTai, wTheo, wO, wXem, wTrong, wCac, wCua, wDinh, wVa, wHoac, wTu:
		return true
	}
	return false
}
