package cite

// Units are called by number and name: "Điều 327 (tội chứa mại dâm) Bộ luật
// Hình sự". The name parts the unit from its document and from the next unit
// of a list. It is passed over where a document follows in the end; where none
// does, each unit is left for itself.

const (
	maxTitle  = 40 // words and signs in brackets
	maxTitles = 8  // units of one group that have their names behind them
)

// title passes over a name in brackets behind the unit that was read last. What
// may cite something itself is no name.
func (p *parser) title() {
	save := p.lex
	t := p.lex.next()
	if t.kind != tokenSign || t.sign != '(' || p.titles == maxTitles {
		p.lex = save
		return
	}
	inside := p.lex
	var d Doc
	if t = p.lex.next(); t.kind != tokenWord || belongs(t) || p.document(t, false, &d) || p.paper(t) {
		p.lex = save
		return
	}
	p.lex = inside
	for range maxTitle {
		t = p.lex.next()
		switch {
		case t.kind == tokenSign && t.sign == ')':
			if p.titles == 0 {
				p.plainN, p.plain = p.n, p.end
			}
			p.titles++
			p.behind = t.end
			return
		case t.kind == tokenEnd, t.kind == tokenSign && (t.sign == '(' || t.sign == ';'),
			t.kind == tokenNumber && p.slashed(),
			t.kind == tokenWord && unitLevel(t) != Whole && p.marked(t):
			p.lex = save
			return
		}
	}
	p.lex = save
}

// belongs reports words in brackets that say where a unit stands: "Điều 5 (của
// quy chế)".
func belongs(t token) bool {
	switch t.id {
	case wCua, wThuoc, wTrong, wTai, wTheo, wKem, wXem:
		return true
	}
	return false
}

// slashed reports whether the figures before the lexer begin a number: 282/2025.
func (p *parser) slashed() bool {
	l := p.lex
	t := l.next()
	return t.kind == tokenSign && t.sign == '/'
}

// marked reports whether the word of a unit has its mark behind it: "khoản 2",
// "điểm a", and not "điều kiện".
func (p *parser) marked(t token) bool {
	l := p.lex
	n := l.next()
	return n.kind == tokenNumber || n.kind == tokenWord && n.runes == 1 || n.caps || n.id == wNay
}

// untitled goes back to the units before the first name in brackets, where no
// document follows the last.
func (p *parser) untitled() {
	p.n, p.end, p.behind, p.titles = p.plainN, p.plain, 0, 0
	p.this, p.cut = Whole, false
}
