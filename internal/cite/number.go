package cite

import "bytes"

// number reads the number of a document whose first figures are t: "282/2025/
// NĐ-CP", "48/KH-UBND", "132-KL/TW"; with a kind that allows it also "282/2025"
// and "282". Spaces around the joints are forgiven where nothing else can be
// meant. The lexer ends behind the number.
type number struct {
	end     int
	year    int
	kind    Kind // that the symbol names
	parts   int  // of the symbol
	known   bool // the symbol begins with the short form of a kind
	damaged bool
	n       int
	text    [maxNumber]byte
}

// maxNumber is how long a number may be; joint resolutions name four bodies.
const maxNumber = 96

func (n *number) add(s ...byte) bool {
	if n.n+len(s) > maxNumber {
		return false
	}
	n.n += copy(n.text[n.n:], s)
	return true
}

// addToken appends the visible characters of a token.
func (n *number) addToken(s []byte, t token) bool {
	for i := t.start; i < t.end; {
		if s[i] == '<' {
			i += bytes.IndexByte(s[i:], '>') + 1
			continue
		}
		if s[i] >= 0xc2 {
			if w, _ := invisible(s[i:]); w > 0 {
				i += w
				continue
			}
		}
		if !n.add(s[i]) {
			return false
		}
		i++
	}
	return true
}

// readNumber reports whether a number begins at t, the figures that the lexer
// has just read. kind is that of the words before it, NoKind for none.
func (p *parser) readNumber(t token, kind Kind, n *number) bool {
	if t.kind != tokenNumber || t.runes > 6 {
		return false
	}
	*n = number{end: t.end}
	n.addToken(p.lex.s, t)
	save := p.lex
	next := p.lex.next()
	// An inserted number: 12a/2020/QĐ-UBND.
	if next.kind == tokenWord && next.runes == 1 && !next.space {
		n.addToken(p.lex.s, next)
		n.end = next.end
		save = p.lex
		next = p.lex.next()
	}
	switch {
	case next.kind == tokenSign && next.sign == '/':
		slash := next
		after := p.lex.next()
		if after.kind == tokenNumber {
			if after.runes != 4 || after.num < 1940 || after.num > 2100 || wide(slash, after) && kind == NoKind && !p.symbolAhead() {
				p.lex = save
				break
			}
			n.add('/')
			n.addToken(p.lex.s, after)
			n.year, n.end = after.num, after.end
			save = p.lex
			if slash = p.lex.next(); slash.kind == tokenSign && slash.sign == '/' {
				if after = p.lex.next(); after.kind == tokenWord && p.symbol(after, kind, n) {
					return true
				}
			}
			p.lex = save
			if n.parts == 0 && kind.short() && !p.glued() {
				return true
			}
			return false
		}
		if after.kind == tokenWord && p.symbol(after, kind, n) {
			return true
		}
		return false
	case next.kind == tokenSign && next.sign == '-' && !next.space:
		if p.party(n, kind) {
			return true
		}
		p.lex = save
	default:
		p.lex = save
	}
	return kind != NoKind && n.year == 0 && n.end == t.end && !p.glued()
}

func wide(a, b token) bool { return a.space || b.space }

// symbolAhead reports whether "/ NĐ-" follows.
func (p *parser) symbolAhead() bool {
	save := p.lex
	defer func() { p.lex = save }()
	t := p.lex.next()
	if t.kind != tokenSign || t.sign != '/' {
		return false
	}
	t = p.lex.next()
	return t.kind == tokenWord && t.caps && t.runes >= 2
}

// glued reports whether something that would make the figures part of a
// larger thing follows at once: "24/7", "1.000", "5%", "2020-2025", "12h".
func (p *parser) glued() bool {
	save := p.lex
	defer func() { p.lex = save }()
	t := p.lex.next()
	if t.kind == tokenSign && !t.space {
		switch t.sign {
		case '/', '%', '+', '=', '*':
			return true
		case '.', ',', '-', ':':
			t = p.lex.next()
			return t.kind == tokenNumber && !t.space
		}
		return false
	}
	if t.kind == tokenSign && (t.sign == '%' || t.sign == '/') {
		return true
	}
	return t.kind == tokenWord && !t.space
}

// symbol reads "NĐ-CP" and its like; t is its first word. In doubt the symbol
// ends: it must be one that documents carry.
func (p *parser) symbol(t token, kind Kind, n *number) bool {
	small := !t.upper // "nđ-cp": then nothing may be spaced
	start := n.n
	n.add('/')
	from := n.n
	if !p.part(t, n) || small && t.space {
		return false
	}
	first := symbolKind(n.text[from:n.n])
	n.kind, n.known = first, first != NoKind
	n.parts = 1
	n.end = p.lex.pos
	joint := first == JointResolution || first == JointCircular
	ended := false // by the session of the assembly: nothing follows
	for n.parts < 8 && !ended {
		save, length := p.lex, n.n
		sep := p.lex.next()
		switch {
		case sep.kind == tokenSign && (sep.sign == '-' || sep.sign == '.' || sep.sign == '/' || sep.sign == '_' && !sep.space):
			next := p.lex.next()
			spaced := wide(sep, next)
			ok := next.kind == tokenWord
			switch {
			case !ok:
			case sep.sign == '.' || sep.sign == '/':
				ok = !spaced && next.caps && next.runes >= 2 && (n.parts == 1 || joint && sep.sign == '/')
			case spaced:
				ok = !small && institution(next) && (n.parts == 1 && n.known || joint)
			case small:
				ok = n.parts < 2 || joint
			default:
				ok = institution(next) || next.upper && next.runes <= 4
			}
			if ok {
				n.add('-')
				if p.part(next, n) {
					n.parts++
					n.end = p.lex.pos
					continue
				}
			}
		case sep.kind == tokenWord && sep.space && joint && n.parts > 1 && institution(sep) && p.dashAhead():
			// A space has come between the letters of one body.
			if p.part(sep, n) {
				n.damaged = true
				n.end = p.lex.pos
				continue
			}
		case sep.kind == tokenWord && sep.space && !small && n.parts == 1 && (first == Decree || first == Decision) && p.government(sep):
			// "NĐ CP"
			if n.add('-') && p.part(sep, n) {
				n.parts++
				n.damaged = true
				n.end = p.lex.pos
				continue
			}
		case sep.kind == tokenNumber && sep.space && sep.runes <= 2 && sep.num >= 7 && sep.num <= 20 && assembly(n.text[from:n.n]):
			if n.addToken(p.lex.s, sep) {
				n.end = sep.end
				ended = true
				continue
			}
		}
		p.lex, n.n = save, length
		break
	}
	if n.parts == 1 && n.known && (first == Law || n.year == 0) && !lawSession(n.text[from:n.n]) {
		// A decision without its issuer: no number of a document, save where
		// the kind is named and the year stands in it.
		n.n = start
		return false
	}
	switch {
	case !n.known && (kind == NoKind || kind.law() || n.parts < 2 && kind != Dispatch):
		n.n = start
		return false
	case n.parts == 1 && first != Law:
		if kind == NoKind || n.year == 0 {
			n.n = start
			return false
		}
		n.damaged = true
	case small && n.year == 0 && kind == NoKind:
		n.n = start
		return false
	}
	return true
}

// part appends one part of a symbol: a word and the figures glued to it.
func (p *parser) part(t token, n *number) bool {
	if t.runes > 24 || !n.addToken(p.lex.s, t) {
		return false
	}
	save := p.lex
	if next := p.lex.next(); next.kind == tokenNumber && !next.space && next.runes <= 4 {
		return n.addToken(p.lex.s, next)
	}
	p.lex = save
	return true
}

func (p *parser) dashAhead() bool {
	save := p.lex
	defer func() { p.lex = save }()
	dash := p.lex.next()
	next := p.lex.next()
	return dash.kind == tokenSign && dash.sign == '-' && !dash.space && institution(next) && !next.space
}

// government reports CP and TTg.
func (p *parser) government(t token) bool {
	var buf [maxWord]byte
	switch string(lowered(p.lex.s, t, &buf)) {
	case "cp", "ttg":
		return institution(t)
	}
	return false
}

// institution reports a word that can stand for a body: UBND, CP, TTg.
func institution(t token) bool {
	if t.kind != tokenWord || t.runes < 2 {
		return false
	}
	return t.caps || t.upper && t.runes == 3 && t.letter == 't' // TTg, Ttg
}

// party reads "132-KL/TW"; the lexer stands behind the dash.
func (p *parser) party(n *number, kind Kind) bool {
	t := p.lex.next()
	if t.kind != tokenWord || t.space || !t.upper {
		return false
	}
	n.add('-')
	from := n.n
	if !p.part(t, n) {
		return false
	}
	n.kind = symbolKind(n.text[from:n.n])
	n.known = n.kind != NoKind
	slash := p.lex.next()
	body := p.lex.next()
	if !n.known || slash.sign != '/' || slash.kind != tokenSign || slash.space || body.space || !institution(body) {
		return false
	}
	n.add('/')
	if !p.part(body, n) {
		return false
	}
	n.end = p.lex.pos
	n.parts = 2
	if kind == NoKind {
		// Alone only where the body is one of the party's.
		var buf [32]byte
		switch string(foldSymbol(buf[:0], n.text[bytes.IndexByte(n.text[:n.n], '/')+1:n.n])) {
		case "TW", "TU", "QU", "HU", "DU", "BTGTW", "UBKTTW":
		default:
			return false
		}
	}
	return true
}

// symbolKind is the kind that the first part of a symbol stands for.
func symbolKind(s []byte) Kind {
	if bytes.HasPrefix(s, []byte("HĐ")) {
		return NoKind // a contract; folded it would be guidance
	}
	var buf [32]byte
	switch f := foldSymbol(buf[:0], s); string(f) {
	case "ND", "NDCP":
		return Decree
	case "NQ":
		return Resolution
	case "NQLT":
		return JointResolution
	case "QD":
		return Decision
	case "TT":
		return Circular
	case "TTLT":
		return JointCircular
	case "CT":
		return Directive
	case "KL":
		return Conclusion
	case "VBHN":
		return Consolidated
	case "KH":
		return Plan
	case "CTR", "CTRHD":
		return Programme
	case "DA":
		return Project
	case "TB":
		return Announcement
	case "BC":
		return Report
	case "HD":
		return Guidance
	case "PL":
		return Ordinance
	case "QC", "QYD", "QYC":
		return Regulation
	case "CV":
		return Dispatch
	case "TTR", "PA", "CD", "BB", "GM", "L":
		return Other
	default:
		if bytes.HasPrefix(f, []byte("QH")) || bytes.HasPrefix(f, []byte("UBTVQH")) {
			return Law
		}
	}
	return NoKind
}

// lawSession reports "QH15" and "UBTVQH14": a symbol by itself.
func lawSession(s []byte) bool {
	if len(s) < 3 || s[len(s)-1] < '0' || s[len(s)-1] > '9' {
		return false
	}
	s = bytes.TrimRight(s, "0123456789")
	s = bytes.ToUpper(s)
	return string(s) == "QH" || string(s) == "UBTVQH"
}

// assembly reports a symbol that ends with QH and no session.
func assembly(s []byte) bool { return bytes.HasSuffix(s, []byte("QH")) }

// foldSymbol brings a number to the form in which numbers are compared:
// capitals, Đ as D, Ư as U, dots within the symbol as dashes, no space.
func foldSymbol[T string | []byte](dst []byte, s T) []byte {
	for i, r := range string(s) {
		r = upper(r)
		switch {
		case r == 'Đ' || r == 'Ð':
			r = 'D'
		case r == 'Ư':
			r = 'U'
		case r == '.' && len(dst) > 0, r == '_', r == '–', r == '—', r == '‑', r == '‐', r == '−':
			r = '-'
		case r == ' ' || r == 0xa0 || r == 0xad || r == 0x200b:
			continue
		case r == '0' && len(dst) == 0 && i+1 < len(s) && s[i+1] >= '0' && s[i+1] <= '9':
			continue // 01/2008 is 1/2008
		case r >= 0x80:
			base, _ := untone(lower(r))
			switch base {
			case 'ă', 'â':
				base = 'a'
			case 'ê':
				base = 'e'
			case 'ô', 'ơ':
				base = 'o'
			}
			r = upper(base)
		}
		if r < 0x80 {
			dst = append(dst, byte(r))
		}
	}
	return dst
}
