package render

import (
	"html/template"
	"slices"
	"strings"

	"thonlanh/internal/date"
	"thonlanh/internal/markup"
	"thonlanh/internal/site"
	"thonlanh/internal/viet"
)

// legalIndexView is a list of texts, whole or by state.
type legalIndexView struct {
	page
	Filters []filter
	Total   int
	Rows    []legalRow
	Pager   pager
	Data    []download // of the list of all texts
}

type filter struct {
	Text, Href string
	Here       bool
}

type legalRow struct {
	Heading, Addr, Subject string
	State                  legalState
}

func (r *Renderer) legalIndexView(p *site.Page) inside {
	all := r.site.LegalIn(p.Arg)
	v := legalIndexView{page: r.pageOf(p), Total: len(all), Pager: pagerOf(p)}
	for _, f := range site.LegalFilters {
		addr := "/van-ban/"
		if f.Arg != "" {
			addr += f.Arg + "/"
		}
		v.Filters = append(v.Filters, filter{f.Short, addr, f.Arg == p.Arg})
	}
	for _, l := range part(p, all) {
		row := legalRow{Heading: viet.NBSP(l.Heading), Addr: l.Addr, Subject: l.Subject, State: r.legalState(l)}
		if row.Subject == "" && l.Title != l.Heading {
			row.Subject = l.Title
		}
		v.Rows = append(v.Rows, row)
	}
	if p.Arg == "" && p.Part < 2 && len(all) > 0 {
		v.Data = r.downloads("van-ban")
	}
	return inside{data: v}
}

// legalState is the state of a text in the fixed words of its banner.
type legalState struct {
	Class     string // tint of the banner
	Glyph     string
	Tone      string // colour of the badge
	Word      string // "Hết hiệu lực"
	Before    string // ", có hiệu lực" before the day
	Day       date.Date
	Unchecked bool // the day itself is not verified
	After     string
	By        []ref // what replaced it
	Units     []ref // which parts have ended
	Kept      []ref // which parts of an ended text have not
}

func (r *Renderer) legalState(l *site.Legal) legalState {
	switch l.Force {
	case site.InForce:
		return legalState{Class: "con", Glyph: "✓", Tone: "lua", Word: "Còn hiệu lực", Day: l.InForce, Unchecked: l.Unchecked("ngay_hieu_luc")}
	case site.NotYet:
		return legalState{Class: "cho", Glyph: "○", Tone: "dat", Word: "Chưa có hiệu lực", Before: ", có hiệu lực", Day: l.InForce, Unchecked: l.Unchecked("ngay_hieu_luc")}
	case site.PartlyEnded:
		s := legalState{Class: "cho", Glyph: "◐", Tone: "dat", Word: "Hết hiệu lực một phần", Day: l.EndedOn, Unchecked: l.Unchecked("ngay_het_hieu_luc")}
		for _, unit := range l.NotedUnits() {
			if l.StateOf(unit).Force == site.Ended {
				s.Units = append(s.Units, unitRef(l, unit))
			}
		}
		return s
	case site.Ended:
		s := legalState{Class: "het", Glyph: "✕", Tone: "gach", Word: "Hết hiệu lực", Day: l.EndedOn, Unchecked: l.Unchecked("ngay_het_hieu_luc"), By: legalLinks(l.ReplacedBy)}
		for _, f := range l.OwnForces() {
			if f.Kept {
				s.Kept = append(s.Kept, unitRef(l, f.Unit))
			}
		}
		return s
	}
	return legalState{Class: "cho", Glyph: "○", Tone: "muc2", Word: "Chưa xác minh hiệu lực", After: " – hỏi công chức Tư pháp trước khi dùng"}
}

// unitRef names a part of a text, with a link where the page shows it.
func unitRef(l *site.Legal, unit string) ref {
	out := ref{Text: viet.NBSP(markup.CiteID(unit))}
	if l.Doc.HasUnit(unit) {
		out.Href = "#" + unit
	}
	return out
}

// legalView is one legal or administrative text.
type legalView struct {
	page
	State     legalState
	Governs   date.Date // an ended text still applies to what was done before
	Current   *ref      // the text in force today
	CheckedOn date.Date
	CheckedBy string
	Name      string
	NameOpen  bool // nobody has verified the name
	Facts     details
	Plain     []template.HTML
	PlainBy   string
	PlainOn   date.Date
	Outline   []ref
	Open      bool
	Excerpt   bool
	NamesOnly bool // the excerpt has the headings of articles and no text
	Source    string
	Pieces    []piece
	CitedBy   []ref
	Timeline  []timePoint
	Moved     []movedUnit
}

// maxOpened is how many units of a text its lists are kept for.
const maxOpened = 1 << 10

// piece is a part of the text with what the portal says of the unit in it.
type piece struct {
	Text    template.HTML
	Note    *unitNote
	CitedBy []ref
}

type timePoint struct {
	Day  date.Date
	What string
	By   *ref
}

func (r *Renderer) legalView(p *site.Page) inside {
	l := p.Legal
	opened, ok := r.opened.Get().(*markup.Document)
	if !ok {
		opened = new(markup.Document)
	}
	defer func() {
		if opened.HTML = ""; cap(opened.Units) <= maxOpened { // not of a code with a thousand articles
			r.opened.Put(opened)
		}
	}()
	doc := r.citedDoc(p, &l.Body, l.Doc.OpenIn(opened))
	v := &legalView{
		page: r.pageOf(p), State: r.legalState(l), Name: viet.NBSP(l.Subject), NameOpen: l.Unchecked("trich_yeu"), Excerpt: l.Excerpt, Source: webLink(l.Source),
		Facts: r.legalFacts(l), Outline: articleOutline(doc),
	}
	if v.Name == "" && l.Title != l.Heading {
		v.Name = l.Title
	}
	v.Open = len(v.Outline) <= openOutline
	if l.Force == site.Ended {
		v.Governs = l.StillGoverns
		if now := successor(l); now != nil {
			v.Current = &ref{viet.NBSP(now.Heading), now.Addr}
		}
	}
	if !r.site.Sample { // a sample claims no check
		v.CheckedOn, v.CheckedBy = l.CheckedOn, l.CheckedBy
	}
	v.plain(l, r.site.Sample, r.citedWords(p, l.Plain))
	cites, whole := citations(l, doc)
	v.CitedBy = whole
	v.Pieces = r.pieces(l, doc, cites)
	v.NamesOnly = namesOnly(doc)
	v.Moved = r.movedUnits(p)
	for _, t := range l.Timeline {
		point := timePoint{Day: t.Date, What: viet.NBSP(t.What)}
		if t.By != nil {
			point.By = &ref{viet.NBSP(t.By.Heading), t.By.Addr}
			point.What = strings.TrimSpace(strings.TrimSuffix(t.What, t.By.Heading))
		}
		v.Timeline = append(v.Timeline, point)
	}
	in := inside{copyLink: true, language: l.Language, linked: r.legislation(l)}
	for i := range v.Pieces {
		v.Pieces[i].Text = in.keep(string(v.Pieces[i].Text))
	}
	in.data = v
	return in
}

// notReviewed is what a sample says in the place of a reviewer.
const notReviewed = "mẫu, chưa duyệt"

// plain takes the office's explanation over. Without somebody who answers for
// it, it is not published; a sample says that nobody did.
func (v *legalView) plain(l *site.Legal, sample bool, words template.HTML) {
	if strings.TrimSpace(l.Plain) == "" || l.PlainBy == "" || l.PlainBy == notReviewed && !sample {
		return
	}
	v.PlainBy, v.PlainOn = l.PlainBy, l.PlainOn
	if sample {
		v.PlainBy, v.PlainOn = notReviewed, date.Date{}
	}
	for _, s := range strings.Split(string(words), "\n\n") {
		if s = strings.Join(strings.Fields(s), " "); s != "" {
			v.Plain = append(v.Plain, template.HTML(s))
		}
	}
}

func (r *Renderer) legalFacts(l *site.Legal) details {
	var f details
	if l.Unchecked("so_ky_hieu") { // the heading says it without this doubt
		f.add(detail{Label: "Số, ký hiệu", Words: l.Number, Unchecked: true})
	}
	f.add(detail{Label: "Cơ quan ban hành", Words: strings.Join(l.Issuers, ", "), Unchecked: l.Unchecked("co_quan")})
	f.add(detail{Label: "Ngày ban hành", Day: l.IssuedOn, Unchecked: l.Unchecked("ngay_ban_hanh")})
	f.add(detail{Label: "Có hiệu lực từ", Day: l.InForce, Unchecked: l.Unchecked("ngay_hieu_luc")})
	ended := l.EndedOn
	if ended.IsZero() {
		ended = l.Ends
	}
	f.add(detail{Label: "Hết hiệu lực từ", Day: ended, Unchecked: l.Unchecked("ngay_het_hieu_luc")})
	f.add(detail{Label: "Sửa đổi bởi", Links: legalLinks(l.AmendedBy), Unchecked: l.Unchecked("sua_doi_boi")})
	f.add(detail{Label: "Sửa đổi", Links: legalLinks(l.Amends)})
	f.add(detail{Label: "Thay bằng", Links: legalLinks(l.ReplacedBy), Unchecked: l.Unchecked("thay_the_boi")})
	f.add(detail{Label: "Thay cho", Links: legalLinks(l.Replaces)})
	basis := detail{Label: "Căn cứ"}
	for _, to := range l.Basis {
		if link, ok := r.legalRef(to); ok {
			basis.Links = append(basis.Links, link)
		}
	}
	f.add(basis)
	f.add(detail{Label: "Người ký", Words: joined(" · ", l.SignerPost, l.Signer), Unchecked: l.Unchecked("nguoi_ky")})
	f.add(detail{Label: "Tên hay gọi", Words: strings.Join(l.Names, "; ")})
	source := detail{Label: "Toàn văn", Unchecked: l.Unchecked("nguon")}
	if addr := webLink(l.Source); addr != "" {
		source.Links = []ref{{"Xem nguồn chính thức (" + hostOf(addr) + ")", addr}}
	} else {
		source.Words = l.Source
	}
	f.add(source)
	f.add(detail{Label: "Tải về", Links: original(l.Assets, l.Addr, l.Original)})
	for _, key := range l.Unverified {
		if key == "noi_dung" || key == "toan_van" {
			f.add(detail{Label: "Nội dung", Words: "đăng theo bản lưu", Unchecked: true})
		}
	}
	return f
}

// webLink is a source that can be followed, "" for one in words.
func webLink(s string) string {
	if strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://") {
		return s
	}
	return ""
}

func hostOf(addr string) string {
	_, host, _ := strings.Cut(addr, "://")
	host, _, _ = strings.Cut(host, "/")
	return strings.TrimPrefix(host, "www.")
}

// successor is the text in force that stands in the place of an ended one.
// Texts replace one another over the years, and a slip in the register could
// make a ring of them.
func successor(l *site.Legal) *site.Legal {
	seen := map[*site.Legal]bool{l: true}
	queue := l.ReplacedBy
	const most = 1000 // steps: no line of laws is as long
	for len(queue) > 0 && len(seen) < most {
		next := queue[0]
		queue = queue[1:]
		if seen[next] {
			continue
		}
		seen[next] = true
		if next.Force == site.InForce || next.Force == site.PartlyEnded {
			return next
		}
		queue = append(queue, next.ReplacedBy...)
	}
	return nil
}

// articleOutline is the articles of a law, or the first level of a text that
// has none.
func articleOutline(doc *markup.Document) []ref {
	var out []ref
	for _, u := range doc.Units {
		if u.Kind == markup.KindArticle && u.Parent < 0 || u.Kind == markup.KindArticle && doc.Units[u.Parent].Kind < markup.KindArticle {
			out = append(out, ref{strings.TrimSpace(u.Label + " " + u.Title), "#" + u.ID})
		}
	}
	if len(out) == 0 {
		return outline(doc, 0)
	}
	return out
}

// pieces cuts the text around what is said of its units: under the words of a
// unit comes what became of it, at the end of an article the pages that speak
// of it. A piece is a slice of the text, never a copy.
func (r *Renderer) pieces(l *site.Legal, doc *markup.Document, cites map[int][]ref) []piece {
	var out []piece
	from := 0     // where the piece that is open begins
	article := -1 // the article whose text runs
	cut := func(at int) *piece {
		out = append(out, piece{Text: template.HTML(doc.HTML[from:at])})
		from = at
		return &out[len(out)-1]
	}
	closeArticle := func(at int) {
		if article >= 0 && len(cites[article]) > 0 {
			cut(at).CitedBy = cites[article]
		}
		article = -1
	}
	noted := l.NotedUnits()
	around := chapterNote{noted: noted, unit: -1}
	end := 0
	for _, b := range doc.Blocks {
		if a := articleOf(doc, b.Unit); a != article {
			closeArticle(b.Start)
			article = a
		}
		end = b.End
		if b.Unit < 0 || l.Force != site.Ended && len(noted) == 0 || !firstBlock(doc, b) {
			continue
		}
		id := doc.Units[b.Unit].ID
		var note *unitNote
		switch {
		case l.Force == site.Ended && b.Unit == article, slices.Contains(noted, id):
			note = r.unitNote(l, id)
		case b.Unit == article:
			note = around.note(r, l, doc, article)
		}
		if note != nil {
			if note.Changed() && from < b.Start {
				cut(b.Start)
			}
			heading, _ := cutHeading(doc.HTML[b.Start:b.End])
			cut(b.Start + len(heading)).Note = note
		}
	}
	closeArticle(end)
	if from < end {
		cut(end)
	}
	return out
}

// namesOnly reports a text of headings alone. A page then says so in its own
// type: words of the office never stand among verbatim ones.
func namesOnly(doc *markup.Document) bool {
	if len(doc.Units) == 0 || len(doc.Blocks) > 2*len(doc.Units) {
		return false
	}
	for _, b := range doc.Blocks {
		if _, rest := cutHeading(doc.HTML[b.Start:b.End]); strings.TrimSpace(rest) != "" || !strings.HasPrefix(doc.HTML[b.Start:b.End], "<h") {
			return false
		}
	}
	return true
}

// firstBlock reports whether a block is the first of its unit.
func firstBlock(doc *markup.Document, b markup.Block) bool {
	return strings.Contains(doc.HTML[b.Start:b.End], `id="`+doc.Units[b.Unit].ID+`"`)
}

// cutHeading parts the heading of an article from the words that stand in the
// same block.
func cutHeading(html string) (heading, rest string) {
	if len(html) < 3 || html[:2] != "<h" {
		return html, ""
	}
	end := "</" + html[1:3] + ">"
	at := strings.Index(html, end)
	if at < 0 {
		return html, ""
	}
	at += len(end)
	if rest = html[at:]; strings.TrimSpace(rest) == "" {
		return html, ""
	}
	return html[:at], rest
}

// articleOf is the article around a unit, the unit itself if it is one, or -1.
func articleOf(doc *markup.Document, unit int) int {
	for unit >= 0 && doc.Units[unit].Kind != markup.KindArticle {
		unit = doc.Units[unit].Parent
	}
	return unit
}

// citations are the pages that rest on a text or speak of it: of one article of
// it, or of the whole.
func citations(l *site.Legal, doc *markup.Document) (articles map[int][]ref, whole []ref) {
	articles = make(map[int][]ref)
	type place struct {
		page *site.Page
		at   int
	}
	placed := make(map[place]bool)
	for _, m := range l.CitedBy {
		at := -1
		if i, ok := doc.Unit(m.Unit); ok {
			at = articleOf(doc, i)
		}
		if placed[place{m.Page, at}] {
			continue
		}
		placed[place{m.Page, at}] = true
		link := ref{m.Page.Title, m.Page.Addr}
		if at < 0 {
			whole = append(whole, link)
		} else {
			articles[at] = append(articles[at], link)
		}
	}
	return articles, whole
}

// legislation is the text as search engines read it (schema.org).
type legislation struct {
	Context    string   `json:"@context"`
	Type       string   `json:"@type"`
	Name       string   `json:"name"`
	Identifier string   `json:"legislationIdentifier,omitempty"`
	Kind       string   `json:"legislationType,omitempty"`
	Date       string   `json:"legislationDate,omitempty"`
	PassedBy   []string `json:"legislationPassedBy,omitempty"`
	Force      string   `json:"legislationLegalForce,omitempty"`
	Language   string   `json:"inLanguage"`
	URL        string   `json:"url,omitempty"`
}

func (r *Renderer) legislation(l *site.Legal) legislation {
	out := legislation{
		Context: "https://schema.org", Type: "Legislation", Name: l.Heading, Identifier: l.Number, Kind: l.KindName,
		Date: l.IssuedOn.String(), PassedBy: l.Issuers, Language: "vi",
	}
	if l.Subject != "" {
		out.Name += ": " + l.Subject
	}
	if r.site.Sample {
		out.Name += " (" + sampleWords + ")"
	}
	switch l.Force {
	case site.InForce:
		out.Force = "https://schema.org/InForce"
	case site.PartlyEnded:
		out.Force = "https://schema.org/PartiallyInForce"
	case site.NotYet, site.Ended:
		out.Force = "https://schema.org/NotInForce"
	}
	if r.site.Config.BaseURL != "" {
		out.URL = absolute(r.site, l.Addr)
	}
	return out
}
