package cite

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

// String is a word for tests and messages of the program itself.
func (o Outcome) String() string {
	return [...]string{"nothing", "found", "context", "unknown", "ambiguous", "mismatch", "elsewhere"}[o]
}
