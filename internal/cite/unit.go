package cite

// item is one unit as it stands in the text: "khoản 2", or the "3" of "khoản 2
// và 3".
type item struct {
	level Level
	mark  Mark
	to    Mark
	subs  [2]int16 // 9 of "III.9", for levels that take figures behind a dot
	point uint16   // a of "III.9.a"
	sep   joint    // what stands before it
	small bool     // its word is written small
	tight bool     // only a comma without a space parts it from the figure before: 1,2
	end   int
}

// joint is what stands between two units.
type joint uint8

const (
	joined joint = iota // nothing
	comma
	semicolon
	and
	through // đến, or a dash
)

// maxItems bounds a group; what a longer list names beyond it is left alone.
const maxItems = 48

// units reads a group of units whose first word is t. The lexer ends behind
// the group. It reports false where there is none.
func (p *parser) units(t token) bool {
	p.n, p.this, p.cut = 0, Whole, false
	p.behind, p.titles = 0, 0
	if !p.unit(t, joined) {
		return false
	}
	if p.this != Whole {
		return true
	}
	for p.n < maxItems {
		p.title()
		save := p.lex
		t := p.lex.next()
		sep := joined
		tightAt := -1
		switch {
		case t.kind == tokenSign && (t.sign == ',' || t.sign == ';'):
			sep = comma
			if t.sign == ';' {
				sep = semicolon
			}
			tightAt = t.end
			t = p.lex.next()
			if t.space {
				tightAt = -1
			}
			if t.id == wVa || t.id == wHoac {
				sep = and
				t = p.lex.next()
			}
		case t.kind == tokenSign && t.sign == '-':
			sep = through
			t = p.lex.next()
		case t.id == wVa || t.id == wHoac:
			sep = and
			t = p.lex.next()
		case t.id == wDen:
			sep = through
			t = p.lex.next()
		case (t.id == wCua || t.id == wThuoc) && p.this == Whole:
			// "khoản 2 của Điều 5": only a unit may follow.
			t = p.lex.next()
			if unitLevel(t) == Whole || t.id == wY {
				p.lex = save
				return true
			}
		}
		if t.id == wCac || sep != joined && (t.id == wTu || t.id == wTai) {
			cac := t.id == wCac
			t = p.lex.next()
			if cac && sep == joined && unitLevel(t) != Whole && unitLevel(t) < p.buf[p.n-1].level {
				p.broken = true // "khoản 1, 2 các Điều 5, 6": which of which?
				return true
			}
		}
		if t.kind == tokenWord && (sep == joined || sep == through || t.space || tightAt >= 0) && unitLevel(t) != Whole && p.unit(t, sep) {
			if p.this != Whole || p.cut {
				return true
			}
			continue
		}
		if sep != joined && p.implied(t, sep, tightAt >= 0) {
			continue
		}
		p.lex = save
		break
	}
	return true
}

// unitLevel is the level that a word may begin the name of.
func unitLevel(t token) Level {
	switch t.id {
	case wDieu:
		return Article
	case wKhoan:
		return Clause
	case wDiem:
		return Point
	case wTiet:
		return Item
	case wY:
		return Dash
	case wChuong:
		return Chapter
	case wMuc:
		return Section
	case wPhan:
		return Part
	case wPhu:
		return Annex
	case wTieu:
		return Subsection
	}
	return Whole
}

// glues reports whether the space between the word of a unit and its figure may
// be missing: "Điều32". Shorter words make names of other things, "tổ ý1".
func glues(l Level, m token) bool {
	return (l == Article || l == Clause) && m.kind == tokenNumber
}

// unit reads one unit with its name: "điểm a", "Mục III.9", "Điều này". What
// it cannot read it leaves; the lexer then stands anywhere.
func (p *parser) unit(t token, sep joint) bool {
	level := unitLevel(t)
	small := !t.upper
	p.caps = t.caps && t.runes > 1
	switch level {
	case Whole:
		return false
	case Annex:
		if next := p.lex.next(); next.id != wLuc {
			return false
		}
	case Subsection:
		if next := p.lex.next(); next.id != wMuc {
			return false
		}
	}
	save := p.lex
	m := p.lex.next()
	if level == Dash && m.id == wNho && m.space {
		level = Plus
		m = p.lex.next()
	}
	if m.id == wSo && m.space { // "Phụ lục số 2", "Điều số 5"
		save = p.lex
		m = p.lex.next()
	}
	if m.id == wNay && m.space {
		return p.relative(level, sep, m)
	}
	it := item{level: level, sep: sep, small: small}
	switch {
	case !m.space && !glues(level, m):
		return false
	case !p.mark(m, &it):
		if level != Annex || p.n > 0 {
			return false
		}
		p.lex = save // the only annex of a document has no mark
		it.mark = Mark{Form: Only}
		it.end = p.lexEnd(t)
	}
	if sep == through && p.n > 0 && p.buf[p.n-1].level > level {
		sep, it.sep = comma, comma // "khoản 1 - Điều 32"
	}
	if sep == through && p.n > 0 {
		prev := &p.buf[p.n-1]
		return prev.level == it.level && p.upTo(prev, &it)
	}
	if level == Section && it.mark.Form == Roman && sep == joined {
		// "mục 2 mục III": the smaller one is a number of the larger.
		for i := p.n - 1; i >= 0 && p.buf[i].level == Section && p.buf[i].mark.Form == Arabic; i-- {
			p.buf[i].level = Numbered
		}
	}
	p.buf[p.n] = it
	p.n++
	p.end = it.end
	return true
}

// upTo makes a range of the unit before and it: "Điều 24 đến Điều 27", "mục
// II.1 đến mục II.4".
func (p *parser) upTo(prev, it *item) bool {
	last := it.mark
	switch {
	case prev.to.Form != NoMark || prev.subs[1] != 0 || it.subs[1] != 0:
		return false
	case prev.subs[0] != 0:
		if prev.mark != it.mark || prev.subs[0] >= it.subs[0] {
			return false
		}
		last = Mark{Form: Arabic, Num: it.subs[0]}
	case it.subs[0] != 0 || !prev.mark.before(it.mark):
		return false
	}
	prev.to, prev.end = last, it.end
	p.end = it.end
	return true
}

// relative reads "Điều này" behind the units it contains, or alone. Units that
// it does not contain are a citation of their own: "khoản 1 Điều 5 và khoản 2
// Điều này".
func (p *parser) relative(level Level, sep joint, nay token) bool {
	if level >= Item {
		return false
	}
	if p.n == 0 {
		p.this, p.end = level, nay.end
		return true
	}
	if sep != joined && sep != comma || p.buf[p.n-1].level <= level {
		return false
	}
	run := p.n
	for run > 0 && p.buf[run-1].level > level {
		run--
	}
	if run > 0 {
		p.n, p.end, p.cut = run, p.buf[run-1].end, true
		if p.behind = 0; p.plainN > run {
			p.titles = 0
		}
		return true
	}
	p.this, p.end = level, nay.end
	return true
}

// lexEnd is the end of the words "Phụ lục", of which t is the first.
func (p *parser) lexEnd(token) int { return p.lex.pos }
