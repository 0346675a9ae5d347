package cite

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
