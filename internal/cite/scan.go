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
func Scan(dst []Citation, html []byte) []Citation {
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
				if len(dst)-before >= maxCitations {
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

// begins holds the first bytes of the words that trigger knows, and digits.
var begins = firstBytes()

func firstBytes() (b [256]bool) {
	for _, c := range []byte("0123456789klnqtcpmbhvKLNQTCPMBHV\xc3\xc4") {
		b[c] = true
	}
	return b
}

// trigger is a quick look at the first letters of a word: nearly all words
// begin no citation.
func trigger(s []byte, i int) bool {
	c := s[i]
	if class[c] == digit {
		j := i + 1
		for j < len(s) && class[s[j]] == digit {
			j++
		}
		if j == len(s) || j-i > 6 {
			return false
		}
		switch s[j] {
		case '/':
			return j+1 < len(s) && !(class[s[j+1]] == digit && (j+4 >= len(s) || class[s[j+2]] != digit || class[s[j+3]] != digit))
		case '-':
			return j+1 < len(s) && class[s[j+1]] == inWord
		case ' ', 0xc2, '<', 0xe2:
			for k := j; k < len(s) && k < j+40; k++ {
				switch class[s[k]] {
				case inWord:
					if s[j] != '<' {
						return j+1 < len(s) && s[k-1] == '/'
					}
				case digit:
					if s[k-1] == '/' || s[k-1] == ' ' {
						return s[k-1] == '/'
					}
				}
				if s[k] == '/' && s[k-1] != '<' {
					return true
				}
			}
			return false
		}
		return j < len(s) && class[s[j]] == inWord && j+1 < len(s) && s[j+1] == '/'
	}
	if i+4 >= len(s) {
		return i+2 < len(s) && (s[i]|0x20 == 'n' || s[i] == 'B') // NĐ, BLHS
	}
	// Letters with marks differ from their capitals in the last bit of the
	// last byte, or in bit 5 where they are of Latin-1.
	d, e, f, g := s[i+1], s[i+2], s[i+3], s[i+4]
	switch c {
	case 'k', 'K':
		return d|0x20 == 'h' && e|0x20 == 'o' || d == 0xe1 && e == 0xba && f|1 == 0xbf || d == 'H' && e == ' ' // khoản, kế, kết, KH
	case 'l', 'L':
		return d|0x20 == 'u' && e == 0xe1 && f == 0xba // luật
	case 'n', 'N':
		return d|0x20 == 'g' && e|0x20 == 'h' && f == 0xe1 && g == 0xbb || d == 'Q' || d == 'D' || d == 0xc4 // nghị, NQ, NĐ
	case 'q', 'Q':
		return d|0x20 == 'u' && e|0x20 == 'y' && (f != 0xe1 || g == 0xba) || d == 'D' || d == 0xc4 // quy, quyết, QĐ
	case 't', 'T':
		switch d {
		case 'h', 'H':
			return e == 0xc3 && f|0x20 == 0xb4 && (g|0x20 == 'n') && i+5 < len(s) && s[i+5]|0x20 == 'g' // thông
		case 'i', 'I':
			return e == 0xe1 && (f == 0xba || g|1 == 0x83) // tiết, tiểu
		case 0xe1:
			return e == 0xbb && f|1 == 0x9d // tờ
		}
		return d == 'T'
	case 'c', 'C':
		return d|0x20 == 'h' && (e == 0xc6 || e == 0xe1 && g|1 == 0x89) || d == 0xc3 && e|0x20 == 0xb4 // chương, chỉ, công
	case 'p', 'P':
		return d|0x20 == 'h' && (e == 0xe1 && (f == 0xba || g|1 == 0xa5) || e == 0xc3 && f|0x20 == 0xa1) // phần, phụ, pháp
	case 'm', 'M':
		return d == 0xe1 && e == 0xbb && f|1 == 0xa5 // mục
	case 'b', 'B':
		return d == 0xe1 && e == 0xbb && f|1 == 0x99 || d == 0xc3 && e|0x20 == 0xa1 && f|0x20 == 'o' || d == 'L' // bộ, báo, BLHS
	case 'h', 'H':
		return d|0x20 == 'i' && e == 0xe1 && f == 0xba || d == 0xc6 // hiến, hướng, hương
	case 'v', 'V':
		return d == 0xc4 // văn
	case 0xc3: // ý
		return d|0x20 == 0xbd && class[e] == between
	case 0xc4: // điều, điểm, đề
		return d|1 == 0x91 && (e|0x20 == 'i' && f == 0xe1 && g == 0xbb || e == 0xe1 && f == 0xbb && g|1 == 0x81)
	}
	return false
}

// goesOnAs is a second quick look, at the first letter of the next word: for
// most words of the grammar few may follow. It says no only where it is sure.
func goesOnAs(s []byte, i int) bool {
	if class[s[i]] == digit {
		return true
	}
	j := i + 1
	for j < len(s) && class[s[j]] != between {
		j++
	}
	if j+1 >= len(s) {
		return j-i > 3 && s[i]|0x20 == 'b' // BLHS
	}
	if s[j] != ' ' {
		return s[j] >= 0x80 || s[j] == '<' || s[j] == '\n' || s[j] == '&' || s[j] == '\t' || s[i]|0x20 == 'b' || class[s[j-1]] == digit
	}
	n := s[j+1]
	if n == ' ' || n == '<' || n == '&' || n == 0xc2 || n == 0xe2 || n == '\n' || n == '"' || n >= '0' && n <= '9' {
		return true
	}
	low := n | 0x20
	switch s[i] {
	case 'k', 'K': // khoản này; kế hoạch, kết luận
		return low == 'n' || low == 'h' || low == 'l' || low == 's'
	case 'l', 'L':
		return true
	case 'n', 'N': // nghị định, nghị quyết
		return n == 0xc4 || low == 'q' || s[i+1] != 'g' && s[i+1] != 'G'
	case 'q', 'Q': // quyết định; quy ước, quy chế
		return n == 0xc4 || n == 0xc6 || low == 'c' || low == 's' || n == 0xc3 || s[i+1] == 'D'
	case 't', 'T': // thông tư, thông báo; tờ trình; tiết a; tiểu mục
		return low == 't' || low == 'b' || low == 'm' || low == 's' || j+2 == len(s) || class[s[j+2]] == between || n >= 0x80 || s[i+1] == 'T'
	case 'c', 'C': // công văn, công điện; chỉ thị; chương trình
		return low == 'v' || n == 0xc4 || low == 't' || low == 'n' || low == 's' || low == 'i' || low == 'x'
	case 'p', 'P': // pháp lệnh; phần I; phụ lục
		return low == 'l' || low == 't' || low == 'n' || low == 's' || n >= 'A' && n <= 'X'
	case 'm', 'M':
		return n >= 'A' && n <= 'X' || low == 'n' || low == 's' || low == 't'
	case 'b', 'B': // bộ luật; báo cáo
		return low == 'l' || low == 'c' || s[i+1] == 'L'
	case 'h', 'H': // hiến pháp; hướng dẫn; hương ước
		return low == 'p' || low == 'd' || n == 0xc6
	case 'v', 'V': // văn bản
		return low == 'b'
	case 0xc4: // điều này; điểm a; đề án
		return low == 'n' || low == 's' || low == 'l' || n == 0xc3 || j+2 == len(s) || class[s[j+2]] == between || class[s[j+2]] == digit || n >= 0x80
	}
	return true
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

// leads reports whether the word behind t can make a citation of it. The lexer
// stays where it is.
func (l lexer) leads(t token) bool {
	if t.caps && (t.id == wCode || shortForm(t)) {
		return true
	}
	n := l.next()
	if !n.space {
		return false
	}
	switch t.id {
	case wDieu:
		return n.kind == tokenNumber || n.id == wNay || n.id == wSo || n.id == wLe
	case wKhoan:
		return n.kind == tokenNumber || n.id == wNay || n.id == wSo
	case wDiem, wTiet:
		return n.kind == tokenNumber || n.runes == 1 || n.id == wNay || n.kind == tokenSign
	case wY:
		return n.kind == tokenNumber || n.id == wThu
	case wMuc, wPhan:
		return n.kind == tokenNumber || n.caps || n.id == wThu || n.id == wNay || n.id == wSo
	case wChuong:
		return n.kind == tokenNumber || n.caps || n.id == wThu || n.id == wNay || n.id == wSo || n.id == wTrinh
	case wPhu:
		return n.id == wLuc
	case wTieu:
		return n.id == wMuc
	case wLuat:
		return n.kind == tokenNumber || n.kind == tokenWord && (t.upper || n.upper || n.id == wSo || n.id == wNay || n.id == wName)
	case wBo:
		return n.id == wLuat
	case wPhap:
		return n.id == wLenh
	case wHien:
		return n.id == wPhap
	case wNghi:
		return n.id == wDinh || n.id == wQuyet
	case wQuyet:
		return n.id == wDinh
	case wThong:
		return n.id == wTuDuy || n.id == wBao
	case wChi:
		return n.id == wThi
	case wKe:
		return n.id == wHoach
	case wKet:
		return n.id == wLuan
	case wHuong:
		return n.id == wDan
	case wBao:
		return n.id == wCao
	case wTo:
		return n.id == wTrinh
	case wDe:
		return n.id == wAn
	case wCong:
		return n.id == wVan || n.id == wDien
	case wVan:
		return n.id == wBan2
	case wQuy:
		return n.id == wUoc || n.id == wChe || n.id == wDinh
	case wHuong2:
		return n.id == wUoc
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

// group decides what the units that were read belong to, and whether they are
// a citation at all.
func (p *parser) group(dst []Citation, first token, before int) (_ []Citation, end int) {
	c := Citation{Start: first.start, End: p.end}
	if p.broken || p.attach(&c.Doc) == strange {
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
		if p.n > 4 && p.oneLevel() {
			return dst, p.end
		}
		return dst, 0
	}
	c.Units = p.paths()
	if p.broken {
		return dst, 0
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
	p.lex.pos = p.end
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
	case t.id == wCua || t.id == wTrong || t.id == wTai:
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
	if of || !comma && t.kind == tokenWord && t.id != noWord && p.paper(t) {
		return strange
	}
	return alone
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
		return it.small || prev.runes < 4 && it.level != Annex
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
		return it.level != Dash || p.buf[p.n-1].level < Dash
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
