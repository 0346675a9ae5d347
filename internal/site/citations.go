package site

import (
	"html"
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
func (c *Citation) Ended() (UnitRef, UnitState, bool) {
	for _, to := range c.UnitRefs() {
		if st := to.Legal.StateOf(to.Unit); st.Force == Ended {
			return to, st, true
		}
	}
	return UnitRef{}, UnitState{}, false
}

// Citations reads what a piece of the words of a page cites. doc is its open
// document; nil for the words of a key.
func (s *Site) Citations(p *Page, w *Words, doc *markup.Document) []Citation {
	r := reading{site: s, page: p, words: w, doc: doc, section: -1}
	if doc == nil {
		r.passage([]byte(w.HTML(nil)), markup.Passage{Unit: -1})
		return r.out
	}
	r.links = linksToDocuments(s, w, doc)
	for _, q := range doc.Passages {
		r.follow(q.Start)
		r.enter(q.Start, q.Unit)
		r.passage([]byte(doc.HTML[q.Start:q.End]), q)
	}
	r.follow(len(doc.HTML))
	return r.out
}

// linksToDocuments are the links of a text that its author made by hand to a
// document of the portal: they cite it as well as words do.
func linksToDocuments(s *Site, w *Words, doc *markup.Document) []Citation {
	var out []Citation
	from := 0
	for i := range doc.Links {
		dest, unit, _ := strings.Cut(doc.Links[i].Dest, "#")
		p, ok := s.PageAt(dest)
		if !ok || p.Kind != KindLegal && p.Kind != KindPlan {
			continue
		}
		open := strings.Index(doc.HTML[from:], `<a href="`+html.EscapeString(doc.Links[i].Dest)+`"`)
		if open < 0 {
			continue
		}
		start := from + open
		from = start + 1
		c := Citation{Start: start, End: start + max(0, strings.Index(doc.HTML[start:], "</a>")) + len("</a>"), Line: doc.Links[i].Pos.Line, Written: true, Outcome: cite.Found}
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
		r.enter(c.Start, r.unitAt(c.Start))
		r.last = document{c.Legal, c.Plan}
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
	switch strings.TrimSpace(r.doc.HTML[at:r.links[0].Start]) {
	case "", "của", "trong", "tại":
		return document{r.links[0].Legal, r.links[0].Plan}, true
	}
	return document{}, false
}

// unitAt is the unit in whose words an offset stands.
func (r *reading) unitAt(at int) int {
	for _, b := range r.doc.Blocks {
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
	doc   *markup.Document
	out   []Citation
	room  []cite.Citation
	found []cite.Match

	links   []Citation // made by hand, not yet passed
	section int
	last    document
	byKind  [cite.Other + 1]document

	// Of amending texts.
	passed, depth int      // how far blocks of quotation are counted, how many are open
	quote, orders bool     // the words stand in one; they order a change of another text
	heading       int      // 1 + the article whose heading was read last
	headed        document // what it names
}

// passage reads the citations of one block.
func (r *reading) passage(html []byte, q markup.Passage) {
	r.room = cite.Scan(r.room[:0], html)
	r.found = r.site.catalogue.ResolveAll(r.found[:0], r.room, html)
	line, counted := q.Line, 0
	unit := r.amending(html, q)
	for i := range r.found {
		m := &r.found[i]
		for ; counted < m.Start; counted++ {
			if html[counted] == '\n' {
				line++
			}
		}
		if r.doc != nil {
			r.follow(q.Start + m.Start)
		}
		if c, ok := r.read(m, unit, q.Start); ok {
			c.Start, c.End = cite.Widen(html, c.Start, c.End)
			c.Start, c.End, c.Line = c.Start+q.Start, c.End+q.Start, line
			r.out = append(r.out, c)
		}
	}
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
	case r.doc != nil && r.doc.Quoted(unit):
		if len(r.page.Legal.Amends) == 1 {
			return document{legal: r.page.Legal.Amends[0]}
		}
		return document{}
	}
	return document{legal: r.page.Legal}
}

// enter forgets the document cited last where another section begins: in
// ordinary words at a heading, in a law at an article, in a plan at a number.
func (r *reading) enter(at, unit int) {
	section := -1
	if unit < 0 {
		for i, s := range r.doc.Sections {
			if s.Start <= at {
				section = -2 - i
			}
		}
	}
	for ; unit >= 0; unit = r.doc.Units[unit].Parent {
		if k := r.doc.Units[unit].Kind; k <= markup.KindArticle || k == markup.KindNumber {
			section = unit
			break
		}
	}
	if section != r.section {
		r.section, r.last = section, document{}
	}
}

// read finds what a citation leads to. It is dropped where there is nothing
// to say of it at all.
func (r *reading) read(m *cite.Match, unit, from int) (Citation, bool) {
	c := &m.Citation
	out := Citation{Start: m.Start, End: m.End, Outcome: m.Outcome, Damaged: m.Damaged, Alias: m.Alias}
	own := r.own(unit)
	var to document
	switch c.Doc.Form {
	case cite.Number, cite.Name:
		if m.Outcome != cite.Found {
			r.last = document{} // what follows leans on a document that is not here
			return out, true
		}
		to = r.site.citable[m.ID]
		r.last, r.byKind[c.Doc.Kind] = to, to
	case cite.Before:
		if to = r.byKind[c.Doc.Kind]; !to.known() {
			return out, false
		}
		r.last = to
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
		return r.bare(out, c, unit, own)
	}
	out.set(to)
	out.Self = to == own
	out.target(c, to, "")
	if out.Self && len(out.Units) == 0 {
		return out, false // it leads to where its reader is
	}
	return out, true
}

func (c *Citation) set(d document) { c.Legal, c.Plan = d.legal, d.plan }

// relative resolves "khoản 1 Điều này", "Điều 5 Nghị định này".
func (r *reading) relative(out Citation, c *cite.Citation, unit int, to document) (Citation, bool) {
	out.set(to)
	out.Self = to == r.own(unit)
	if c.Doc.Scope == cite.Whole {
		out.target(c, to, "")
	} else if r.doc != nil && unit >= 0 {
		out.within(c, to, r.doc.Units[unit].ID)
	}
	// "Điều này" alone leads to where its reader is.
	if len(c.Units) == 0 || out.Addr == "" && out.Missing == "" {
		return out, false
	}
	return out, true
}

// bare resolves units without a document: in a law they are its own; elsewhere
// they belong to the document that was cited last in the section.
func (r *reading) bare(out Citation, c *cite.Citation, unit int, own document) (Citation, bool) {
	if r.words.Verbatim && own.known() && r.doc != nil && unit >= 0 && !r.orders {
		out.set(own)
		out.Self = true
		out.within(c, own, r.doc.Units[unit].ID)
		if out.Addr != "" {
			return out, true
		}
		if own.legal != nil {
			return out, false // a law means itself
		}
		out = Citation{Start: out.Start, End: out.End}
	}
	to := r.last
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
