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
		return true
	}
	p.this, p.end = level, nay.end
	return true
}

// lexEnd is the end of the words "Phụ lục", of which t is the first.
func (p *parser) lexEnd(token) int { return p.lex.pos }

// mark reads the mark of a unit; t is its first token. The lexer ends behind
// it.
func (p *parser) mark(t token, it *item) bool {
	switch it.level {
	case Article, Clause, Item, Dash, Plus:
		if t.kind == tokenNumber {
			return p.figures(t, it, 4) && !p.dotted()
		}
		return it.level == Item && p.lettered(t, it) || it.level == Dash && p.ordinal(t, it)
	case Point:
		if t.kind == tokenNumber {
			return p.figures(t, it, 2) && p.subs(it)
		}
		return p.lettered(t, it)
	case Annex:
		if t.kind == tokenNumber {
			return p.figures(t, it, 3) && !p.dotted()
		}
		if t.kind == tokenWord && t.caps && t.runes == 1 && t.letter >= 'a' && t.letter <= 'h' && !p.wordAhead() {
			it.mark = Mark{Form: Capital, letter: uint16(t.letter - 'a' + 'A')}
			it.end = t.end
			return true
		}
		return p.roman(t, it) || p.ordinal(t, it)
	case Part:
		if t.kind == tokenNumber {
			return p.figures(t, it, 2) && !p.dotted()
		}
		if p.roman(t, it) {
			return p.subs(it)
		}
		if t.kind == tokenWord && t.caps && t.runes == 1 && t.letter >= 'a' && t.letter <= 'h' {
			it.mark = Mark{Form: Capital, letter: uint16(t.letter - 'a' + 'A')}
			it.end = t.end
			return true
		}
		return p.ordinal(t, it)
	case Chapter, Subsection:
		if t.kind == tokenNumber {
			return p.figures(t, it, 2) && !p.dotted()
		}
		return p.roman(t, it) || it.level == Chapter && p.ordinal(t, it)
	case Section:
		if t.kind == tokenNumber {
			return p.figures(t, it, 3) && p.subs(it)
		}
		if t.kind == tokenWord && t.caps && t.runes == 1 && t.letter >= 'a' && t.letter <= 'h' && !p.wordAhead() {
			it.mark = Mark{Form: Capital, letter: uint16(t.letter - 'a' + 'A')}
			it.end = t.end
			return p.subs(it)
		}
		return p.roman(t, it) && p.subs(it)
	}
	return false
}

// figures reads 24, 256a.
func (p *parser) figures(t token, it *item, most uint8) bool {
	if t.runes > most || t.num == 0 {
		return false
	}
	it.mark = Mark{Form: Arabic, Num: int16(t.num)}
	it.end = t.end
	save := p.lex
	next := p.lex.next()
	switch {
	case next.kind == tokenWord && !next.space:
		if next.runes != 1 || letterPlace(next.letter) == 0 || next.upper && !p.caps {
			return false // 24h, 12m2
		}
		it.mark.letter, it.end = uint16(next.letter), next.end
		save = p.lex
		if next = p.lex.next(); next.kind == tokenNumber && !next.space {
			return false
		}
	case next.kind == tokenSign && (next.sign == '/' || next.sign == '%'):
		return false
	}
	p.lex = save
	return true
}

// dotted reports whether a dot and figures follow at once: a sum of money, a
// number in a contract.
func (p *parser) dotted() bool {
	save := p.lex
	defer func() { p.lex = save }()
	if t := p.lex.next(); t.kind == tokenSign && t.sign == '.' && !t.space {
		t = p.lex.next()
		return t.kind == tokenNumber && !t.space
	}
	return false
}

// subs reads the ".9" of "III.9"; false for what cannot be a numbering.
func (p *parser) subs(it *item) bool {
	for i := 0; ; i++ {
		save := p.lex
		dot := p.lex.next()
		t := p.lex.next()
		point := dot.kind == tokenSign && dot.sign == '.' && !dot.space && !t.space
		if i > 0 && point && t.kind == tokenWord && t.runes == 1 && !t.upper && letterPlace(t.letter) > 0 && !p.wordAhead() {
			it.point, it.end = uint16(t.letter), t.end
			return true
		}
		if !point || t.kind != tokenNumber {
			p.lex = save
			return true
		}
		if i == len(it.subs) || t.runes > 2 || t.num == 0 {
			return false
		}
		it.subs[i], it.end = int16(t.num), t.end
	}
}

// lettered reads a, đ, a1, and "a)".
func (p *parser) lettered(t token, it *item) bool {
	if t.kind == tokenSign && (t.sign == '"' || t.sign == '\'') { // điểm “a”
		t = p.lex.next()
		if t.space || !p.lettered(t, it) {
			return false
		}
		if t = p.lex.next(); t.kind != tokenSign || t.sign != '"' && t.sign != '\'' {
			return false
		}
		it.end = t.end
		return true
	}
	if t.kind != tokenWord || t.runes != 1 || letterPlace(t.letter) == 0 {
		return false
	}
	it.mark = Mark{Form: Lettered, letter: uint16(t.letter)}
	if t.upper && !p.caps {
		it.mark.Form = Capital
	}
	it.end = t.end
	save := p.lex
	next := p.lex.next()
	if next.kind == tokenNumber && !next.space && next.runes == 1 {
		it.mark.Num, it.end = int16(next.num), next.end
		save = p.lex
		next = p.lex.next()
	}
	if next.kind == tokenSign && next.sign == ')' && !next.space {
		return true
	}
	if next.kind != tokenSign && !next.space && next.kind != tokenEnd {
		return false
	}
	p.lex = save
	return true
}

func (p *parser) roman(t token, it *item) bool {
	if t.kind != tokenWord || !t.caps || t.runes > 8 {
		return false
	}
	var n number
	if !n.addToken(p.lex.s, t) {
		return false
	}
	v := romanValue(n.text[:n.n])
	if v == 0 {
		return false
	}
	it.mark, it.end = Mark{Form: Roman, Num: int16(v)}, t.end
	save := p.lex
	next := p.lex.next()
	p.lex = save
	if next.kind == tokenNumber && !next.space || next.kind == tokenWord && !next.space {
		return false
	}
	// In a line of capitals "VI PHẠM" and "XI MĂNG" are words.
	return next.kind != tokenWord || !next.caps || next.runes < 2 || unitLevel(next) != Whole || v != 6 && v != 11
}

func (p *parser) ordinal(t token, it *item) bool {
	if t.id != wThu {
		return false
	}
	next := p.lex.next()
	n := next.id.ordinal()
	if n == 0 || !next.space {
		return false
	}
	it.mark, it.end = Mark{Form: Ordinal, Num: int16(n)}, next.end
	return true
}

// wordAhead reports whether a small word follows: "mục A của" yes, "Phụ lục A)"
// no. It keeps "Phụ lục a dua" out.
func (p *parser) wordAhead() bool {
	save := p.lex
	defer func() { p.lex = save }()
	t := p.lex.next()
	return t.kind == tokenWord && !t.space
}

// implied reads one more mark of the level before: the 3 of "khoản 2 và 3".
// Counts of things stand in the same place ("khoản 2 và 3 người"), so a mark
// must follow in order and no word for what is counted may follow it.
func (p *parser) implied(t token, sep joint, tight bool) bool {
	prev := &p.buf[p.n-1]
	it := item{level: prev.level, sep: sep, small: prev.small, tight: tight}
	if prev.level == Annex && prev.mark.Form == Only || !t.space && !tight && sep != through || !p.mark(t, &it) {
		return false
	}
	if prev.subs[0] != 0 && it.subs[0] == 0 {
		switch {
		case it.mark.Form == Arabic && prev.subs[1] == 0:
			it.subs[0], it.mark = it.mark.Num, prev.mark // "mục III.2 và 3"
		case it.mark.Form != Roman: // "mục III.2 và IV"
			return false
		}
	}
	if it.mark.Form != prev.mark.Form || !markAfter(prev, &it) && (it.mark.Form != Lettered || it.mark == prev.mark || !p.listGoesOn()) {
		return false
	}
	if (it.mark.Form == Arabic || it.subs[0] != 0) && p.counted(false) {
		return false
	}
	if it.mark.Form == Lettered && p.letterWord() {
		return false
	}
	if sep == through {
		return p.upTo(prev, &it)
	}
	p.buf[p.n] = it
	p.n++
	p.end = it.end
	return true
}

// listGoesOn reports whether a unit or a further mark follows. The points of a
// judgment stand in any order: "điểm s, i khoản 1".
func (p *parser) listGoesOn() bool {
	save := p.lex
	defer func() { p.lex = save }()
	t := p.lex.next()
	return t.space && unitLevel(t) != Whole || t.kind == tokenSign && t.sign == ',' || t.id == wVa
}

// markAfter reports whether b follows a in one list.
func markAfter(a, b *item) bool {
	last := a.mark
	if a.to.Form != NoMark {
		last = a.to
	}
	if last.before(b.mark) {
		return true
	}
	return last == b.mark && (a.subs[0] < b.subs[0] || a.subs[0] == b.subs[0] && a.subs[1] < b.subs[1])
}

// letterWord reports whether a letter without its name is the beginning of
// something else: "điểm a, b khoản 2" is none.
func (p *parser) letterWord() bool {
	save := p.lex
	defer func() { p.lex = save }()
	t := p.lex.next()
	return t.kind == tokenSign && (t.sign == '.' && !t.space && p.lex.next().kind == tokenWord || t.sign == '/')
}
