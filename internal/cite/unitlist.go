package cite

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
