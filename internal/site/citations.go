package site

import (
	"bytes"
	"html"
	"regexp"
	"strconv"
	"strings"

	"thonlanh/internal/cite"
	"thonlanh/internal/markup"
)

// Citation is a citation in words of the portal and what it leads to.
type Citation struct {
	Start, End int // the words that become the link, in their HTML
	Line       int // of the source; 0 in the words of a key

	Legal   *Legal   // the document that is cited, or
	Plan    *Plan    // the plan; both nil where it is unknown
	Units   []string // the units of it; none where it is cited as a whole
	Addr    string   // where the link leads; "" for no link
	Written bool     // the author made the link himself
	Self    bool     // of the document in whose words it stands

	Missing string // the first unit that the document, shown in full, lacks
	Outcome cite.Outcome
	Damaged bool // the number is not spelt as in the record
	Alias   bool // called by a name that is not the first of the record

	inside string // the attached text in which it stands, whose units come first
}

// UnitRefs are the units of a legal text that are cited, or the whole.
func (c *Citation) UnitRefs() []UnitRef {
	if c.Legal == nil {
		return nil
	}
	if len(c.Units) == 0 {
		return []UnitRef{{Legal: c.Legal}}
	}
	out := make([]UnitRef, len(c.Units))
	for i, u := range c.Units {
		out[i] = UnitRef{c.Legal, u}
	}
	return out
}

// Ended reports whether any of what is cited is no longer in force, and gives
// the first such unit.
func (c *Citation) Ended() (UnitRef, UnitState, bool) { return c.inState(Ended) }

// NotYet is Ended for what is not in force yet.
func (c *Citation) NotYet() (UnitRef, UnitState, bool) { return c.inState(NotYet) }

func (c *Citation) inState(f Force) (UnitRef, UnitState, bool) {
	for _, to := range c.UnitRefs() {
		if st := to.Legal.StateOf(to.Unit); st.Force == f {
			return to, st, true
		}
	}
	return UnitRef{}, UnitState{}, false
}

// Citations reads what a piece of the words of a page cites. doc is its
// document, nil for the words of a key. A packed one is opened only where a
// citation leads somewhere: most texts of an archive cite what it lacks.
func (s *Site) Citations(p *Page, w *Words, doc *markup.Document) []Citation {
	return new(reading).all(s, p, w, doc)
}

// all is Citations with the room of the reading before; what it gave is gone
// with the next one.
func (r *reading) all(s *Site, p *Page, w *Words, doc *markup.Document) []Citation {
	*r = reading{site: s, page: p, words: w, doc: doc, out: r.out[:0], html: r.html[:0], room: r.room, found: r.found}
	if doc == nil {
		r.html = append(r.html, w.HTML(nil)...)
		r.passage(r.html, -1, 0, 0)
		return r.out
	}
	r.html = doc.AppendHTML(r.html)
	r.links = linksToDocuments(s, doc, r.html)
	for _, q := range doc.Passages {
		r.follow(int(q.Start))
		r.passage(r.html[q.Start:q.End], int(q.Unit), int(q.Start), int(q.Line))
	}
	r.follow(len(r.html))
	return r.out
}

// linksToDocuments are the links of a text that its author made by hand to a
// document of the portal: they cite it as well as words do.
func linksToDocuments(s *Site, doc *markup.Document, text []byte) []Citation {
	var out []Citation
	from, missed := 0, 0
	for i := range doc.Links {
		dest, unit, _ := strings.Cut(doc.Links[i].Dest, "#")
		p, ok := s.PageAt(dest)
		if !ok || p.Kind != KindLegal && p.Kind != KindPlan {
			continue
		}
		open := bytes.Index(text[from:], []byte(`<a href="`+html.EscapeString(doc.Links[i].Dest)+`"`))
		if open < 0 {
			if missed++; missed > 20 {
				break // looking through a long text again and again
			}
			continue
		}
		start := from + open
		from = start + 1
		c := Citation{Start: start, End: start + max(0, bytes.Index(text[start:], []byte("</a>"))) + len("</a>"), Line: doc.Links[i].Pos.Line, Written: true, Outcome: cite.Found}
		c.set(document{legal: p.Legal, plan: p.Plan})
		if unit != "" {
			c.Units = []string{unit}
		}
		out = append(out, c)
	}
	return out
}

// follow notes the links before an offset as citations: what comes after may
// lean on them.
func (r *reading) follow(until int) {
	for len(r.links) > 0 && r.links[0].Start < until {
		c := r.links[0]
		r.links = r.links[1:]
		r.leanOn(document{c.Legal, c.Plan}, c.Start, unknown)
		c.Self = r.last == r.own(-1)
		r.out = append(r.out, c)
	}
}

// next is the document of a link that stands right behind an offset: "Điều 32
// [của nghị định này](/van-ban/nd-282-2025/)".
func (r *reading) next(at int) (document, bool) {
	if len(r.links) == 0 || r.links[0].Start < at {
		return document{}, false
	}
	switch strings.TrimSpace(r.text().HTML[at:r.links[0].Start]) {
	case "", "của", "trong", "tại":
		return document{r.links[0].Legal, r.links[0].Plan}, true
	}
	return document{}, false
}

// unitAt is the unit in whose words an offset stands.
func (r *reading) unitAt(at int) int {
	for _, b := range r.text().Blocks {
		if b.Start <= at && at < b.End {
			return b.Unit
		}
	}
	return -1
}

// document is a legal text or a plan.
type document struct {
	legal *Legal
	plan  *Plan
}

func (d document) known() bool { return d.legal != nil || d.plan != nil }

func (d document) addr() string {
	if d.plan != nil {
		return d.plan.Addr
	}
	return d.legal.Addr
}

// has reports whether the document shows a unit; sure is false where it shows
// too little of its text to tell.
func (d document) has(id string) (shown, sure bool) {
	doc, excerpt := (*markup.Document)(nil), false
	if d.plan != nil {
		doc = d.plan.Doc
	} else {
		doc, excerpt = d.legal.Doc, d.legal.Excerpt
	}
	if doc == nil || !doc.HasUnits() {
		return false, false
	}
	shown = doc.HasUnit(id)
	return shown, shown || !excerpt
}

// reading goes through the citations of one piece of words in their order and
// keeps what a later one may lean on: "Điều 24" alone belongs to the document
// that was cited last in the same section.
type reading struct {
	site  *Site
	page  *Page
	words *Words
	doc   *markup.Document // nil for the words of a key

	opened   *markup.Document
	links    []Citation // made by hand, not yet passed
	last     document   // cited last
	lastAt   int
	lastUnit int
	byKind   [cite.Other + 1]document

	// What the next text can use again.
	out   []Citation
	html  []byte
	room  []cite.Citation
	found []cite.Match

	// Of amending texts.
	passed, depth int      // how far blocks of quotation are counted, how many are open
	quote, orders bool     // the words stand in one; they order a change of another text
	heading       int      // 1 + the article whose heading was read last
	headed        document // what it names
}

// passage reads the citations of one block of a unit's words, that begins at
// an offset and a line of the text.
func (r *reading) passage(block []byte, unit, at, line int) {
	r.room = cite.Scan(r.room[:0], block)
	r.found = r.site.catalogue.ResolveAll(r.found[:0], r.room, block)
	counted := 0
	unit = r.amending(block, unit, at)
	for i := range r.found {
		m := &r.found[i]
		for ; counted < m.Start; counted++ {
			if block[counted] == '\n' {
				line++
			}
		}
		r.follow(at + m.Start)
		if c, ok := r.read(m, unit, at); ok {
			c.Start, c.End = cite.Widen(block, c.Start, c.End)
			c.Start, c.End, c.Line = c.Start+at, c.End+at, line
			r.out = append(r.out, c)
		}
	}
}

// text is the whole document, opened when it is first asked for.
func (r *reading) text() *markup.Document {
	if r.opened == nil {
		r.opened = r.doc.Open()
	}
	return r.opened
}

// own is the document in whose words a unit stands: that of the page, or, in
// an article that an amending law quotes, the law that it amends.
func (r *reading) own(unit int) document {
	switch {
	case r.page.Kind == KindPlan:
		return document{plan: r.page.Plan}
	case r.page.Legal == nil:
		return document{}
	case r.quote:
		return r.amended(-1)
	case r.doc != nil && unit >= 0 && r.text().Quoted(unit):
		if len(r.page.Legal.Amends) == 1 {
			return document{legal: r.page.Legal.Amends[0]}
		}
		return document{}
	}
	return document{legal: r.page.Legal}
}

// leanOn keeps the document that was cited last, and where.
func (r *reading) leanOn(d document, at, unit int) {
	r.last, r.lastAt, r.lastUnit = d, at, unit
}

// unknown is a unit that has not been looked for yet.
const unknown = -2

// recent is the document that was cited last in the section of a place.
func (r *reading) recent(at, unit int) document {
	if !r.last.known() || r.doc == nil || r.section(r.lastAt, r.lastUnit) == r.section(at, unit) {
		return r.last
	}
	return document{}
}

// section tells places in one section from those in another: in ordinary words
// a new one begins at a heading, in a law at an article, in a plan at a number.
func (r *reading) section(at, unit int) int {
	if unit == unknown {
		unit = r.unitAt(at)
	}
	for ; unit >= 0; unit = r.text().Units[unit].Parent {
		if k := r.text().Units[unit].Kind; k <= markup.KindArticle || k == markup.KindNumber {
			return unit
		}
	}
	section := -1
	for i, s := range r.text().Sections {
		if s.Start <= at {
			section = unknown - i
		}
	}
	return section
}

// read finds what a citation leads to. It is dropped where there is nothing
// to say of it at all.
func (r *reading) read(m *cite.Match, unit, from int) (Citation, bool) {
	c := &m.Citation
	out := Citation{Start: m.Start, End: m.End, Outcome: m.Outcome, Damaged: m.Damaged, Alias: m.Alias}
	if m.Outcome != cite.Found && m.Outcome != cite.Context {
		r.last = document{} // what follows leans on a document that is not here
		if m.Outcome == cite.Mismatch && c.Doc.Form == cite.Number && !datedNumber.MatchString(c.Doc.Number) {
			out.Outcome = cite.Unknown // 48/KH-UBND of another year is another plan
		}
		return out, true
	}
	at := from + m.Start
	own := r.own(unit)
	var to document
	switch c.Doc.Form {
	case cite.Number, cite.Name:
		to = r.site.citable[m.ID]
		r.leanOn(to, at, unit)
		r.byKind[c.Doc.Kind] = to
	case cite.Before:
		if to = r.byKind[c.Doc.Kind]; !to.known() {
			return out, false
		}
		r.leanOn(to, at, unit)
	case cite.This:
		to = own
		if !own.known() && c.Doc.Scope == cite.Whole {
			to = r.byKind[c.Doc.Kind]
		}
		if !to.known() {
			return out, false
		}
		return r.relative(out, c, unit, to)
	default:
		if next, ok := r.next(from + m.End); ok {
			to = next
			break
		}
		return r.bare(out, c, at, unit, own)
	}
	out.set(to)
	out.Self = to == own
	out.target(c, to, "")
	if out.Self && len(out.Units) == 0 {
		return out, false // it leads to where its reader is
	}
	return out, true
}

// datedNumber are numbers with their year, which no other document has.
var datedNumber = regexp.MustCompile(`/(19|20)\d\d/`)

func (c *Citation) set(d document) { c.Legal, c.Plan = d.legal, d.plan }

// relative resolves "khoản 1 Điều này", "Điều 5 Nghị định này".
func (r *reading) relative(out Citation, c *cite.Citation, unit int, to document) (Citation, bool) {
	out.set(to)
	out.Self = to == r.own(unit)
	if out.Self && (to.legal == nil || c.Doc.Kind == cite.Regulation || c.Doc.Kind != cite.KindOf(to.legal.Kind)) {
		out.inside = r.attached(unit) // but "Quyết định này" is the text that attaches it
	}
	if c.Doc.Scope == cite.Whole {
		out.target(c, to, "")
	} else if r.doc != nil && unit >= 0 {
		out.within(c, to, r.text().Units[unit].ID)
	}
	// "Điều này" alone leads to where its reader is.
	if len(c.Units) == 0 || out.Addr == "" && out.Missing == "" {
		return out, false
	}
	return out, true
}

// bare resolves units without a document: in a law they are its own; elsewhere
// they belong to the document that was cited last in the section.
func (r *reading) bare(out Citation, c *cite.Citation, at, unit int, own document) (Citation, bool) {
	if r.words.Verbatim && own.known() && r.doc != nil && unit >= 0 && !r.orders {
		out.set(own)
		out.Self = true
		out.inside = r.attached(unit)
		out.within(c, own, r.text().Units[unit].ID)
		if out.Addr != "" {
			return out, true
		}
		if own.legal != nil {
			return out, false // a law means itself
		}
		out = Citation{Start: out.Start, End: out.End}
	}
	to := r.recent(at, unit)
	if !to.known() && !r.words.Verbatim {
		to = own // the office explains the document of the page
	}
	if !to.known() || len(c.Units) == 0 {
		return out, false
	}
	if first := c.Units[0].Largest(); to.legal != nil && first > cite.Article {
		return out, false // "khoản 2" alone is of nobody knows which article
	}
	out.set(to)
	out.Self = to == own
	out.target(c, to, "")
	return out, out.Addr != ""
}

// attached is what the ids begin with of the units of the attached text in which
// a unit stands: its articles are counted anew.
func (r *reading) attached(unit int) string {
	const word = "kem-theo-"
	if r.doc == nil || unit < 0 {
		return ""
	}
	rest, ok := strings.CutPrefix(r.text().Units[unit].ID, word)
	if !ok {
		return ""
	}
	mark, _, _ := strings.Cut(rest, "-")
	return word + mark + "-"
}

// target gives a citation the units of a document and the address of the first.
func (c *Citation) target(from *cite.Citation, to document, unit string) {
	for i := range from.Units {
		c.add(to, from.Units[i].Anchor(to.plan != nil), &from.Units[i])
	}
	c.lead(to)
}

// within is target for units named relative to the place of the words.
func (c *Citation) within(from *cite.Citation, to document, unit string) {
	if len(from.Units) == 0 {
		return
	}
	for i := range from.Units {
		id, ok := from.Units[i].AnchorIn(unit, from.Doc.Scope)
		if to.plan != nil {
			id, ok = from.Units[i].Anchor(true), true
		}
		if ok {
			c.add(to, id, &from.Units[i])
		}
	}
	if len(c.Units) > 0 {
		c.lead(to)
	}
	if c.Self && c.Missing != "" {
		c.Addr = "" // the page has no such place
	}
}

// maxRange is how many units "từ Điều 24 đến Điều 27" stands for at most.
const maxRange = 60

func (c *Citation) add(to document, id string, path *cite.Path) {
	if id == "" {
		return
	}
	if c.inside != "" && !strings.HasPrefix(id, c.inside) && (to.shows(c.inside+id) || !to.shows(id)) {
		id = c.inside + id
	}
	c.Units = append(c.Units, id)
	if _, sure := to.has(id); sure {
		if shown, _ := to.has(id); !shown && c.Missing == "" {
			c.Missing = id
		}
	}
	first, err := strconv.Atoi(id[strings.LastIndexByte(id, '-')+1:])
	if path.To.Form != cite.Arabic || err != nil {
		return
	}
	base := id[:strings.LastIndexByte(id, '-')+1]
	for n := first + 1; n <= int(path.To.Num) && n <= first+maxRange; n++ {
		next := base + strconv.Itoa(n)
		if _, sure := to.has(next); !sure || to.shows(next) {
			c.Units = append(c.Units, next)
		}
	}
}

func (d document) shows(id string) bool {
	shown, _ := d.has(id)
	return shown
}

// lead sets the address: the first unit that the portal shows, else the
// document. A reader who is on its page already is led to units only.
func (c *Citation) lead(to document) {
	for _, id := range c.Units {
		if to.shows(id) {
			c.Addr = to.addr() + "#" + id
			return
		}
	}
	if !c.Self {
		c.Addr = to.addr()
	}
}
