package cite

import (
	"bytes"
	"unicode/utf8"

	"thonlanh/internal/date"
)

// Outcome is what the register says about a document that is cited.
type Outcome uint8

const (
	// Nothing: the words are no citation after all, as "Luật chơi" at the head
	// of a sentence.
	Nothing Outcome = iota
	Found
	Context   // bare or relative: what it means follows from the place
	Unknown   // a document that the register lacks
	Ambiguous // several documents of the register fit
	Mismatch  // the date or year differs from that of the record
	Elsewhere // the same number, of another issuer
)

// Match is a citation and what became of its document.
type Match struct {
	Citation // End is the end of all the words, of a name too
	Outcome  Outcome
	ID       string // the document; with Mismatch and Elsewhere the one that was nearly meant
	Damaged  bool   // found although the number is not spelt as in the record
	Alias    bool   // cited by a name that is not the first of the record
}

// Resolve says what a document that [Scan] found in html means, and where its
// words end.
func (c *Catalogue) Resolve(d *Doc, html []byte) Match {
	m := Match{Citation: Citation{Start: d.Start, End: d.End, Doc: *d}}
	switch d.Form {
	case Number:
		c.byNumber(&m, html)
	case Name:
		c.byName(&m, html)
	default:
		m.Outcome = Context
	}
	return m
}

// ResolveAll resolves the citations of one block in their order. What lies
// within the words of another, as the law that the name of an amending law
// names, is left out, and so is what proves to be none.
func (c *Catalogue) ResolveAll(dst []Match, cites []Citation, html []byte) []Match {
	end := 0
	for i := 0; i < len(cites); i++ {
		cite := &cites[i]
		if cite.Start < end {
			continue
		}
		m := c.Resolve(&cite.Doc, html)
		m.Start, m.Units = cite.Start, cite.Units
		if m.Outcome == Context && !cite.Doc.Bracket {
			m.End = cite.End
		}
		if (m.Outcome == Unknown || m.Outcome == Nothing) && cite.Doc.Form == Name && i+1 < len(cites) && numberOf(html, cite, &cites[i+1]) {
			// "Luật Đất đai số 31/2024/QH15": the number says which.
			n := c.Resolve(&cites[i+1].Doc, html)
			n.Start, n.Units = cite.Start, cite.Units
			n.Doc.Start = cite.Doc.Start
			m = n
		}
		if m.Outcome == Nothing && len(cite.Units) > 0 {
			m.Outcome = Unknown
		}
		if m.Outcome == Nothing {
			continue
		}
		end = max(m.End, m.Doc.End)
		if cite.Doc.Bracket {
			if m.End < len(html) && html[m.End] == ')' {
				m.End++
				end = m.End
			} else {
				m.End = cite.End // more stands in the brackets
			}
		}
		dst = append(dst, m)
	}
	return dst
}

// Find scans and resolves one block.
func Find(html []byte, c *Catalogue) []Match {
	return c.ResolveAll(nil, Scan(nil, html), html)
}

// maxNameWords is how many words may stand between "Luật" and "số" where the
// register does not know the name.
const maxNameWords = 40

// numberOf reports whether the next citation is the number of the document
// that the one before names: nothing but the words of a name may stand between.
func numberOf(html []byte, named, next *Citation) bool {
	if next.Doc.Form != Number || len(next.Units) > 0 || next.Start < named.End {
		return false
	}
	l := hashingLexer(html, named.Doc.End)
	for range maxNameWords {
		t := l.next()
		if t.start >= next.Start {
			return t.start == next.Start && t.id == wSo
		}
		switch {
		case t.kind == tokenEnd, t.kind == tokenSign && t.sign != ',' && t.sign != '-' && t.sign != '/' && t.sign != '(' && t.sign != ')':
			return false
		case t.id == wDuoc, t.id == wTheo, t.id == wTai, t.id == wVa && nextIs(l, wSo):
			return false
		}
	}
	return false
}

func nextIs(l lexer, w word) bool { return l.next().id == w }

// byNumber looks a number up: as it stands, then without dashes, then by what
// is left without its symbol where that is enough.
func (c *Catalogue) byNumber(m *Match, html []byte) {
	d := &m.Doc
	var folded, solid [maxNumber]byte
	key := foldSymbol(folded[:0], d.Number)
	list := c.numbers[string(key)]
	num, year, symbol := splitKey(key)
	if len(list) == 0 && len(symbol) > 0 {
		bare := solid[:0]
		for _, b := range key {
			if b != '-' {
				bare = append(bare, b)
			}
		}
		list = c.loose[string(bare)]
		m.Damaged = len(list) > 0
	}
	if len(list) == 0 && (len(symbol) == 0 || d.Damaged || d.Kind == JointResolution || d.Kind == JointCircular || d.Kind == Decree && (string(symbol) == "ND" || year == 0)) {
		want := year
		if want == 0 && (d.Kind != Decree && !d.Kind.law() && d.Kind != Circular || d.Year != 0) {
			want = d.Year
			if want == 0 {
				m.Outcome = Unknown
				return
			}
		}
		list = c.base(d.Kind, num, want)
		if len(list) == 0 && year == 0 && d.Kind == Decree {
			list = c.base(d.Kind, num, 0) // to say that the date differs
		}
		m.Damaged = m.Damaged || len(symbol) > 0 && len(list) > 0
	}
	m.Damaged = m.Damaged || d.Damaged && len(list) > 0
	c.choose(m, list, html)
}

// base looks up what is left of a number without its symbol; year 0 asks for
// any year.
func (c *Catalogue) base(k Kind, num []byte, year int) []int32 {
	n := uint64(0)
	for _, b := range num {
		n = n<<8 | uint64(b)
	}
	return c.bases[baseKey{k, n, year}]
}

// choose takes the one document of a list that the date and the issuer fit.
func (c *Catalogue) choose(m *Match, list []int32, html []byte) {
	d := &m.Doc
	if len(list) == 0 {
		m.Outcome = Unknown
		return
	}
	fits, near := 0, int32(-1)
	wrong := Unknown
	for _, at := range list {
		e := &c.entries[at]
		switch {
		case !d.Date.IsZero() && !e.issued.IsZero() && d.Date != e.issued,
			d.Date.IsZero() && d.Year != 0 && e.year != 0 && d.Year != e.year:
			if near < 0 {
				near, wrong = at, Mismatch
			}
			continue
		case !c.issuerFits(e, html[d.IssuerStart:d.IssuerEnd]):
			near, wrong = at, Elsewhere
			continue
		}
		if fits++; fits == 1 {
			m.ID = e.id
		}
	}
	switch {
	case fits == 1:
		m.Outcome = Found
	case fits > 1:
		m.Outcome, m.ID = Ambiguous, ""
	default:
		m.Outcome, m.ID = wrong, c.entries[near].id
	}
}

// issuerFits reports whether the words of a text can name the issuer of a
// record. Either may say more than the other: "Ủy ban nhân dân huyện" and
// "UBND huyện Mẫu". A text goes on behind the name with small letters.
func (c *Catalogue) issuerFits(e *entry, words []byte) bool {
	if len(words) == 0 || len(e.issuers) == 0 {
		return true
	}
	var buf [2 * maxIssuer]uint64
	text := issuerWords(buf[:0], words)
	for _, issuer := range e.issuers {
		n := 0
		for n < len(text) && n < len(issuer) && text[n] == issuer[n] {
			n++
		}
		switch {
		case n == len(issuer), n == len(text):
			return true
		case n >= 5 && !capitalAt(words, n, text):
			return true
		}
	}
	return false
}

// capitalAt reports whether the text goes on with a proper name where it
// parted from the record.
func capitalAt(words []byte, n int, text []uint64) bool {
	l := hashingLexer(words, 0)
	for t := l.next(); t.kind != tokenEnd; t = l.next() {
		if t.kind == tokenWord && t.hash == text[n] && t.upper {
			return true
		}
	}
	return false
}

// byName finds the longest name that the words begin with, then reads what
// stands behind it: a number, a year, a date.
func (c *Catalogue) byName(m *Match, html []byte) {
	d := &m.Doc
	p := parser{lex: hashingLexer(html, d.Start)}
	h := uint64(nameSeed)
	best := int32(0)
	var behind lexer
	words, bestWords, named := 0, 0, false
	var small written
	bestEnd := 0
	brackets, bestBrackets := 0, 0
	for {
		t := p.lex.next()
		if t.kind == tokenEnd {
			break
		}
		if t.kind == tokenSign {
			switch t.sign {
			case '(':
				brackets++
			case ')':
				brackets--
			case ',', ';', '-', '/', '"', '\'':
			default:
				t.kind = tokenEnd
			}
			if t.kind == tokenEnd {
				break
			}
			continue
		}
		h = mix(h, t.hash)
		state, ok := c.words[h]
		if !ok {
			break
		}
		words++
		switch {
		case t.start < d.End && words == 1:
			small.kind = !t.upper
		case t.start >= d.End && !named:
			named, small.name = true, !t.upper
		}
		if state.at > 0 {
			best, behind, bestEnd, bestWords, bestBrackets = state.at, p.lex, t.end, words, brackets
		}
		if !state.more {
			break
		}
	}
	if best == 0 {
		m.Outcome = Nothing
		if d.Kind == Constitution {
			m.Outcome = Unknown
		}
		return
	}
	m.End, d.End, d.Tail = bestEnd, bestEnd, bestEnd
	p.lex = behind
	if bestBrackets > 0 {
		if t := p.lex.next(); t.kind == tokenSign && t.sign == ')' {
			m.End, d.End, d.Tail = t.end, t.end, t.end
		} else {
			p.lex = behind
		}
	}
	c.behindName(m, &p, best, html, bestWords, small)
}

// behindName decides which document of a name is meant.
func (c *Catalogue) behindName(m *Match, p *parser, at int32, html []byte, words int, small written) {
	d := &m.Doc
	save := p.lex
	t := p.lex.next()
	if p.goesOn(t, d, words) || !p.nameSure(m, t, words, small) {
		m.Outcome = Nothing
		return
	}
	open := false
	if t.kind == tokenSign && (t.sign == '(' || t.sign == ',') {
		open = t.sign == '('
		t = p.lex.next()
	}
	if t.id == wSo {
		t = p.lex.next()
	}
	if t.kind == tokenNumber && p.readNumber(t, d.Kind, &p.num) && p.num.parts > 0 {
		c.numbered(m, p, at, html, open)
		return
	}
	end := m.End
	p.lex = save
	t = p.lex.next()
	bracket := false
	if t.kind == tokenSign && t.sign == '(' {
		bracket = true
		t = p.lex.next()
	}
	year := 0
	if t.id == wNam {
		t = p.lex.next()
	}
	if t.kind == tokenNumber && t.runes == 4 && t.num >= 1940 && t.num <= 2100 && !p.glued() {
		year = t.num
		if bracket {
			if end := p.lex.next(); end.kind == tokenSign && end.sign == ')' {
				d.End = end.end
			} else {
				d.End = m.End // "(năm 2015, sửa đổi năm 2017)"
			}
		} else {
			d.End = t.end
		}
		m.End, d.Tail = d.End, max(d.Tail, d.End)
		save = p.lex
	}
	p.lex = save
	p.num = number{}
	var tail Doc
	tail.Year = year
	p.tail(&tail)
	if year == 0 {
		d.Year = tail.Year
	} else {
		d.Year = year
	}
	d.Date, d.IssuerStart, d.IssuerEnd = tail.Date, tail.IssuerStart, tail.IssuerEnd
	c.chooseName(m, at, html)
	if m.Outcome == Mismatch && amended(html, m.Start) {
		m.End, d.End, d.Tail = end, end, end
		d.Year, d.Date, d.IssuerStart, d.IssuerEnd = 0, date.Date{}, 0, 0
		c.chooseName(m, at, html)
	}
}

// amended reports whether the law that begins at start is named within the name
// of the law that amends it: "Luật sửa đổi, bổ sung một số điều của Luật Xử lý
// vi phạm hành chính ngày 13 tháng 11 năm 2020" tells the day of the amending one.
func amended(html []byte, start int) bool {
	before := bytes.ToLower(html[max(0, start-maxAmending):start])
	before, of := bytes.CutSuffix(bytes.TrimSpace(before), []byte("của"))
	if at := bytes.LastIndex(before, []byte("sửa đổi")); of && at >= 0 {
		before, law := bytes.CutSuffix(bytes.TrimSpace(before[:at]), []byte("luật"))
		return law || bytes.HasSuffix(before, []byte("pháp lệnh"))
	}
	return false
}

// maxAmending is more bytes than the words before the amended law need.
const maxAmending = 120

// written says what of a name begins with a small letter.
type written struct{ kind, name bool }

// nameSure reports whether words are a name and not everyday words that are
// the same: "điều luật trẻ em cần biết", "Luật trẻ em nên biết". t is the token
// behind them.
func (p *parser) nameSure(m *Match, t token, words int, small written) bool {
	if !m.Doc.Kind.law() || !small.name || words > 3+kindLength(m.Doc.Kind) || m.Doc.Kind == Code || m.Doc.Kind == Ordinance {
		return true
	}
	if small.kind {
		return t.id == wNam || t.id == wSo || t.kind == tokenNumber && t.runes == 4
	}
	if !startsSentence(p.lex.s, m.Start) {
		return true
	}
	if t.kind != tokenWord {
		return true
	}
	switch t.id {
	case wNam, wSo, wQuy, wNeu, wDuoc, wVa, wNgay, wCo:
		return true
	}
	return false
}

func kindLength(k Kind) int {
	if k == Law {
		return 1
	}
	return 2
}

// startsSentence reports whether nothing but the end of a sentence stands
// before at.
func startsSentence(s []byte, at int) bool {
	for at > 0 {
		r, n := utf8.DecodeLastRune(s[:at])
		switch {
		case r == ' ' || r == '\n' || r == '>' || r == '"' || r == '(' || r == '*' || r == 0xa0:
			at -= n
			continue
		case r == '.' || r == '!' || r == '?' || r == ':':
			return true
		}
		return r >= utf8.RuneSelf && !letter(r)
	}
	return true
}

// goesOn reports whether the name goes on behind the longest that is known: it
// is another law then, "Luật Giáo dục đại học". t is the token behind it.
func (p *parser) goesOn(t token, d *Doc, words int) bool {
	if t.kind != tokenWord || !t.space || !d.Kind.law() {
		return false
	}
	if t.upper {
		return words <= 3+kindLength(d.Kind) && !t.caps && unitLevel(t) == Whole && t.id == noWord && !p.nation(t)
	}
	var buf [maxWord]byte
	switch string(lowered(p.lex.s, t, &buf)) {
	case "viện", "đại", "nghề", "xung", "quân", "điện", "gái", "trai":
		return true
	case "quốc": // Luật Giáo dục quốc phòng
		return p.followed("phòng")
	case "đô": // Luật Quy hoạch đô thị
		return p.followed("thị")
	case "động":
		return p.followed("vật")
	case "theo": // Luật Đầu tư theo phương thức đối tác công tư
		return p.followed("phương")
	case "công": // Luật Đầu tư công, Luật Căn cước công dân
		return !p.followed("nhận") && !p.followed("bố") && !p.followed("khai")
	}
	return false
}

// followed reports whether the next word, which stays unread, is the given one.
func (p *parser) followed(by string) bool {
	l := p.lex
	var buf [maxWord]byte
	t := l.next()
	return t.kind == tokenWord && string(lowered(l.s, t, &buf)) == by
}

// nation reports "Việt Nam", which laws carry behind their name and in it.
func (p *parser) nation(t token) bool {
	var buf [maxWord]byte
	return string(lowered(p.lex.s, t, &buf)) == "việt"
}

// numbered settles a name by the number behind it, which says more.
func (c *Catalogue) numbered(m *Match, p *parser, at int32, html []byte, open bool) {
	d := &m.Doc
	n := Doc{Kind: d.Kind, Start: d.Start}
	p.finish(&n)
	p.tail(&n)
	named := Match{Citation: Citation{Start: m.Start, End: n.End, Doc: n}}
	c.byNumber(&named, html)
	if open && named.End < len(html) && html[named.End] == ')' {
		named.End++
		named.Doc.End++
	}
	*m = named
}

// chooseName takes the one document of a name that the year and the date fit.
func (c *Catalogue) chooseName(m *Match, at int32, html []byte) {
	list := c.names[at-1]
	var buf [8]int32
	all := buf[:0]
	for _, n := range list {
		all = append(all, n.entry)
	}
	c.choose(m, all, html)
	if m.Outcome != Found {
		return
	}
	for _, n := range list {
		if c.entries[n.entry].id == m.ID {
			m.Alias = n.alias && !n.year
		}
	}
}

// String is a word for tests and messages of the program itself.
func (o Outcome) String() string {
	return [...]string{"nothing", "found", "context", "unknown", "ambiguous", "mismatch", "elsewhere"}[o]
}
