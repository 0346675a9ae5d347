package cite

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
		if capitalMark(t, it) && !p.wordAhead() {
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
		if capitalMark(t, it) {
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
		if capitalMark(t, it) && !p.wordAhead() {
			return p.subs(it)
		}
		return p.roman(t, it) && p.subs(it)
	}
	return false
}

// capitalMark reads the A of "Phần A".
func capitalMark(t token, it *item) bool {
	if t.kind != tokenWord || !t.caps || t.runes != 1 || t.letter < 'a' || t.letter > 'h' {
		return false
	}
	it.mark = Mark{Form: Capital, letter: uint16(t.letter - 'a' + 'A')}
	it.end = t.end
	return true
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
