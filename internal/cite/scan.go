package cite

// maxCitations bounds what one block may cost.
const maxCitations = 1 << 14

// Scan appends the citations of one block of text, in the order of the text:
// a paragraph, a list item, a table cell. html is plain text or HTML as the
// house writes it. Emphasis is looked through, the inside of links and code is
// passed over and nothing is read across it.
//
// Where nothing is cited, nothing is allocated, and the time grows with the
// length of the text whatever stands in it. No block has ten thousand citations:
// what a hostile one has beyond that is passed over.
func Scan(dst []Citation, html []byte) []Citation { return scan(dst, html, maxCitations) }

// Any reports whether a block cites anything. room is used for reading.
func Any(room []Citation, html []byte) bool { return len(scan(room[:0], html, 1)) > 0 }

func scan(dst []Citation, html []byte, most int) []Citation {
	before := len(dst)
	last := -1 // where the word before the current one begins, -1 for none
	for i := 0; i < len(html); {
		c := html[i]
		switch class[c] {
		case between:
			if c == '<' {
				l := newLexer(html, i)
				switch n, _ := l.tag(); {
				case n > 0:
					i += n
					continue
				case n < 0:
					i = l.barrier(i)
					last = -1
					continue
				}
			}
			i++
			continue
		case followUp:
			i++
			continue
		}
		if begins[c] && trigger(html, i) && goesOnAs(html, i) {
			n := len(dst)
			var end int
			if dst, end = citation(dst, html, i, last); len(dst) > n {
				// A name may hold other citations: whether it is one, the
				// catalogue knows.
				end = max(dst[len(dst)-1].End, dst[len(dst)-1].Doc.End)
				if len(dst)-before >= most {
					return dst
				}
			}
			if end > i {
				last, i = i, end
				continue
			}
		}
		last = i
		for i++; i < len(html) && class[html[i]] != between; i++ {
		}
	}
	return dst
}

// citation reads what begins at i, where a word or a figure begins. before is
// the beginning of the word before it. Where it finds none, end is how far
// nothing need be read again, or 0.
func citation(dst []Citation, html []byte, i, before int) (_ []Citation, end int) {
	l := newLexer(html, i)
	t := l.next()
	if t.kind == tokenWord && (t.id == noWord || !l.leads(t)) || t.kind == tokenEnd || t.kind == tokenSign {
		return dst, 0
	}
	p := parser{lex: l}
	if t.kind == tokenNumber {
		return p.loneNumber(dst, t, before), 0
	}
	if unitLevel(t) != Whole {
		if p.units(t) {
			return p.group(dst, t, before)
		}
		p.lex = l
	}
	var d Doc
	if !p.document(t, false, &d) || d.Form == This && !t.upper {
		return dst, 0
	}
	if d.Kind == Law && (!t.upper || t.caps) && p.lawOfWord(p.wordBefore(before, i)) {
		return dst, 0
	}
	return p.more(append(dst, Citation{Start: d.Start, End: d.End, Doc: d})), 0
}

// lawOfWord reports a word that makes another of "luật": pháp luật, điều luật.
func (p *parser) lawOfWord(prev token) bool {
	switch prev.id {
	case wPhap, wDieu, wBo:
		return true
	}
	return false
}

// loneNumber reads a number without its kind: "144/2021/NĐ-CP", and the "số
// 88/2025/QH15" of a list.
func (p *parser) loneNumber(dst []Citation, t token, before int) []Citation {
	if t.start > 0 {
		// Part of something longer: a date, an amount, an address.
		switch c := p.lex.s[t.start-1]; {
		case c == '/' || c == '-' || c == '.' || c == ',' || c == '_' || c == ':' && t.start > 1 && class[p.lex.s[t.start-2]] == digit:
			return dst
		case c >= 0x80 && c < 0xc0 && t.start > 2 && p.lex.s[t.start-3] == 0xe2 && p.lex.s[t.start-2] == 0x80 && (c == 0x93 || c == 0x94):
			return dst
		}
	}
	if !p.readNumber(t, NoKind, &p.num) || !p.num.known || p.num.kind == Other {
		return dst
	}
	d := Doc{Start: t.start}
	if before >= 0 {
		w := newLexer(p.lex.s, before)
		if b := w.next(); b.id == wSo {
			space := false
			if w.skip(&space); w.pos < len(w.s) && w.s[w.pos] == ':' {
				w.pos++
				w.skip(&space)
			}
			if w.pos == t.start {
				d.Start = b.start
			}
		}
	}
	p.finish(&d)
	p.tail(&d)
	dst = append(dst, Citation{Start: d.Start, End: d.End, Doc: d})
	return p.more(dst)
}

// more reads the further numbers of a list that shares one word for the kind:
// "các Nghị định số 144/2021/NĐ-CP, 282/2025/NĐ-CP". Each is a citation.
func (p *parser) more(dst []Citation) []Citation {
	for {
		prev := &dst[len(dst)-1].Doc
		if prev.Form != Number || prev.Tail != prev.End && prev.IssuerEnd > 0 {
			return dst
		}
		p.lex.pos = prev.Tail
		t := p.lex.next()
		switch {
		case t.kind == tokenSign && t.sign == ',':
			t = p.lex.next()
			if t.id == wVa {
				t = p.lex.next()
			}
		case t.id == wVa || t.id == wHoac:
			t = p.lex.next()
		default:
			return dst
		}
		d := Doc{Kind: prev.Kind, Start: t.start}
		if t.id == wSo {
			t = p.lex.next()
		}
		if t.kind != tokenNumber || !t.space || !p.readNumber(t, prev.Kind, &p.num) || p.num.year == 0 && p.num.parts == 0 || !p.num.known && p.num.parts > 0 {
			return dst
		}
		if p.num.known && p.num.kind != prev.Kind && !(p.num.kind == Law && prev.Kind.law()) {
			d.Kind = p.num.kind
		}
		p.finish(&d)
		p.tail(&d)
		dst = append(dst, Citation{Start: d.Start, End: d.End, Doc: d})
	}
}
