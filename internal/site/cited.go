package site

import (
	"html"
	"regexp"
	"slices"
	"strings"

	"thonlanh/internal/cite"
	"thonlanh/internal/content"
	"thonlanh/internal/diag"
	"thonlanh/internal/markup"
	"thonlanh/internal/viet"
)

// Mention is a page that speaks of a document.
type Mention struct {
	Page *Page
	Unit string // of the document; "" for the whole
}

// Cited is a citation of which a rule may have to speak.
type Cited struct {
	Citation
	Page     *Page
	Verbatim bool   // in words as issued, which nobody may change
	Words    string // as written, for messages
	File     string
	Pos      diag.Pos
}

// addCatalogue collects the documents that can be cited: public texts and
// plans.
func (a *assembler) addCatalogue() {
	a.s.citable = make(map[string]document, len(a.s.Legal)+len(a.s.Plans))
	entries := make([]cite.Entry, 0, len(a.s.Legal)+len(a.s.Plans))
	for _, l := range a.s.Legal {
		e := cite.Entry{ID: l.ID, Kind: l.Kind, Number: l.Number, Issuers: l.Issuers, IssuedOn: l.IssuedOn, Names: slices.Clone(l.Names)}
		for _, name := range [...]string{l.Title, l.Subject} {
			// "Pháp lệnh Phòng, chống mại dâm" is a name, "Quy định xử phạt" is not.
			if rest, ok := strings.CutPrefix(name, l.KindName+" "); ok && rest != l.Number && !strings.ContainsAny(rest, "0123456789") {
				e.Names = append(e.Names, name)
			}
		}
		a.s.citable[e.ID] = document{legal: l}
		entries = append(entries, e)
	}
	for _, p := range a.s.Plans {
		if p.Number == "" {
			continue
		}
		e := cite.Entry{ID: p.Addr, Kind: "ke_hoach", Number: p.Number, Issuers: p.Issuers, IssuedOn: p.IssuedOn, Year: p.Year}
		a.s.citable[e.ID] = document{plan: p}
		entries = append(entries, e)
	}
	a.s.catalogue = cite.NewCatalogue(entries)
}

// addCitations reads what every page cites: each document learns who speaks of
// it, and what a rule may have to speak of is kept.
func (a *assembler) addCitations() {
	for _, p := range a.s.Pages {
		for _, w := range a.s.Words(p) {
			a.addCitationsOf(p, &w)
		}
	}
}

func (a *assembler) addCitationsOf(p *Page, w *Words) {
	var doc *markup.Document
	if w.Body != nil {
		if doc = w.Body.Doc; !doc.HasCites() && len(doc.Links) == 0 {
			return
		}
	}
	after := 0
	if w.Body != nil {
		after = w.Body.Start
	}
	found := a.reading.all(a.s, p, w, doc)
	a.s.keepLinks(w.Body, found)
	for _, c := range found {
		if !c.Self {
			c.mention(p)
		}
		if to, ok := a.s.PageAt(c.page()); ok && c.Missing != "" && to.HasMovedUnit(c.Missing) {
			c.Missing = "" // it was there, and the page says where it went
		}
		if w.Verbatim && !c.doubtful() {
			continue
		}
		words := plainWords(string(a.reading.html[c.Start:c.End]))
		x := Cited{Citation: c, Page: p, Verbatim: w.Verbatim, Words: words}
		x.File, x.Pos = w.place(&c, words, &after)
		a.s.Cited = append(a.s.Cited, x)
	}
}

// maxKept is how many citations of one text are kept for its page. A text with
// more of them is read again when its page is made.
const maxKept = 64

// keepLinks keeps the citations of a text of which its page shows anything:
// most texts of an archive cite what it lacks, and need not be read again.
func (s *Site) keepLinks(b *content.Body, found []Citation) {
	if b == nil {
		return
	}
	n := 0
	for i := range found {
		if found[i].shown() {
			n++
		}
	}
	switch {
	case n > maxKept:
		s.links[b] = nil
	case n > 0:
		kept := make([]Citation, 0, n)
		for i := range found {
			if found[i].shown() {
				kept = append(kept, found[i])
			}
		}
		s.links[b] = kept
	}
}

// shown reports citations that the page makes a link of, or says something
// behind.
func (c *Citation) shown() bool { return c.Addr != "" || c.Legal != nil && !c.Self }

// Links are the citations in a piece of the words of a page that become links
// or are remarked on. doc is its document, nil for the words of a key.
func (s *Site) Links(p *Page, w *Words, doc *markup.Document) []Citation {
	if w.Body != nil {
		if kept, ok := s.links[w.Body]; !ok || len(kept) > 0 {
			return kept
		}
	}
	return s.Citations(p, w, doc)
}

// doubtful reports citations of which there is something to say even where
// nobody may change the words.
func (c *Citation) doubtful() bool {
	return c.Missing != "" && !c.Self || c.Outcome == cite.Ambiguous || c.Outcome == cite.Mismatch || c.Damaged
}

// page is the address of the document that is cited, without a unit.
func (c *Citation) page() string {
	addr, _, _ := strings.Cut(c.Addr, "#")
	return addr
}

// mention tells the document that is cited where it is spoken of.
func (c *Citation) mention(p *Page) {
	list := (*[]Mention)(nil)
	switch {
	case c.Legal != nil:
		list = &c.Legal.CitedBy
	case c.Plan != nil:
		list = &c.Plan.CitedBy
	default:
		return
	}
	units := c.Units
	if len(units) == 0 {
		units = []string{""}
	}
	for _, u := range units {
		// A page tells its citations one after the other, so a repeated one is
		// among the last.
		if m := (Mention{p, u}); !slices.Contains((*list)[max(0, len(*list)-repeats):], m) {
			*list = append(*list, m)
		}
	}
}

// repeats is how far back a mention is looked for before it is noted again.
// Pages that show the list take each page once all the same.
const repeats = 40

var tags = regexp.MustCompile(`<[^>]*>`)

func plainWords(words string) string {
	return strings.Join(strings.Fields(html.UnescapeString(tags.ReplaceAllString(words, ""))), " ")
}

func (a *assembler) sortMentions() {
	order := func(x, y Mention) int { return viet.Compare(x.Page.Title, y.Page.Title) }
	for _, l := range a.s.Legal {
		slices.SortStableFunc(l.CitedBy, order)
	}
	for _, p := range a.s.Plans {
		slices.SortStableFunc(p.CitedBy, order)
	}
}
