package render

import (
	"html/template"
	"strconv"
	"strings"

	"thonlanh/internal/date"
	"thonlanh/internal/markup"
	"thonlanh/internal/site"
	"thonlanh/internal/viet"
)

// plansView is the list of plans.
type plansView struct {
	page
	Plans []planRow
	Data  []download
}

type planRow struct {
	Title, Addr string
	Subject     string
	State       site.Status
	From, To    date.Date
	Progress    string // address, "" without targets
	Work        string // address of who does what, "" where there is nothing
}

func (r *Renderer) plansView(p *site.Page) inside {
	v := plansView{page: r.pageOf(p)}
	for _, plan := range r.site.Plans {
		v.Plans = append(v.Plans, planRow{
			Title: "Kế hoạch năm " + strconv.Itoa(plan.Year), Addr: plan.Addr, Subject: plan.Subject,
			State: planState(plan), From: plan.From, To: plan.To, Progress: r.progressAddr(plan), Work: r.workAddr(plan),
		})
	}
	if len(v.Plans) > 0 {
		v.Data = r.downloads("ke-hoach", "chi-tieu", "nhiem-vu", "bao-cao")
	}
	return inside{data: v}
}

func planState(p *site.Plan) site.Status {
	switch p.State {
	case site.PlanFuture:
		return site.Status{Word: "Chưa đến kỳ", Glyph: "○", Tone: "muc2"}
	case site.PlanCurrent:
		return site.Status{Word: "Đang thực hiện", Glyph: "✓", Tone: "lua"}
	}
	return site.Status{Word: "Đã hết kỳ", Glyph: "○", Tone: "muc2"}
}

// progressAddr is the progress page of a plan, if it has anything to show.
func (r *Renderer) progressAddr(p *site.Plan) string {
	if len(p.Targets) == 0 {
		return ""
	}
	return r.existing("/tien-do/" + strconv.Itoa(p.Year) + "/")
}

// planView is one plan: what it is in short, then its text as issued with the
// office's notes between the units.
type planView struct {
	page
	Subject  string
	Over     bool
	Year     int
	Now      string // address of this year's plan, on a past one
	Facts    details
	Digest   details
	Progress string
	Tabs     []filter
	Outline  []ref
	Open     bool // the outline is short enough to stand open
	Note     template.HTML
	Passages []passage
	Cite     string
	Example  string // how a unit is cited
	Where    string // address to copy, "" without a base address
	Versions []version
	CitedBy  []ref
	Moved    []movedUnit
}

// passage is a piece of the text as issued and what the office says about it.
// The two never mix: text is set in serif, notes in sans.
type passage struct {
	Text   template.HTML
	Slips  []slip
	Duties []dutyNote
}

// Noted reports whether the office says anything here.
func (p passage) Noted() bool { return len(p.Slips) > 0 || len(p.Duties) > 0 }

type slip struct{ Found, Meant string }

type dutyNote struct {
	Task   string // only where one unit gives several duties
	Who    string
	Asked  bool
	Before date.Date
	Span   string // "cả năm", where there is no day
	Status site.Status
	Sheet  *ref // of the first body that leads; the text names whose it is
}

type version struct {
	Day  date.Date
	What string
}

func (r *Renderer) planView(p *site.Page) inside {
	plan := p.Plan
	v := planView{
		page: r.pageOf(p), Subject: plan.Subject, Year: plan.Year,
		Over:     plan.State == site.PlanOver,
		Progress: r.progressAddr(plan),
		Tabs:     r.planTabs(plan, p.Kind),
		Note:     r.citedWords(p, plan.Note),
		Facts:    r.planFacts(p),
		Digest:   r.digest(p),
	}
	if v.Subject == "" {
		v.Subject = plan.Title
	}
	if now := r.site.CurrentPlan(); v.Over && now != nil && now != plan && now.State == site.PlanCurrent {
		v.Now = now.Addr
	}
	v.Passages = r.planPassages(p)
	v.Outline = outline(plan.Doc, 0)
	v.Open = len(v.Outline) <= openOutline
	v.Cite, v.Example = planCite(plan)
	v.Moved = r.movedUnits(p)
	if r.site.Config.BaseURL != "" {
		v.Where = absolute(r.site, plan.Addr)
	}
	v.CitedBy = mentions(plan.CitedBy)
	for _, c := range plan.Versions {
		v.Versions = append(v.Versions, version{c.Value.Date, c.Value.What})
	}
	return inside{data: v, copyLink: true, language: plan.Language}
}

func (r *Renderer) planFacts(p *site.Page) details {
	plan := p.Plan
	un := func(key string) bool { return unchecked(plan.Unverified, key) }
	var f details
	number := detail{Label: "Số, ký hiệu", Words: plan.Number, Unchecked: un("so_ky_hieu")}
	if plan.Number == "" && number.Unchecked {
		number.Words = "Không có số trong bản lưu"
	}
	f.add(number)
	f.add(detail{Label: "Ban hành", Day: plan.IssuedOn, Unchecked: un("ngay_ban_hanh")})
	f.add(detail{Label: "Cơ quan", Words: strings.Join(plan.Issuers, ", "), Unchecked: un("co_quan")})
	f.add(detail{Label: "Người ký", Words: joined(" · ", plan.SignerPost, plan.Signer), Unchecked: un("nguoi_ky")})
	f.add(detail{Label: "Kỳ thực hiện", Words: "từ " + viet.ShortDate(plan.From) + " đến hết " + viet.ShortDate(plan.To)})
	implements := detail{Label: "Thực hiện"}
	for i, words := range plan.Implements {
		if i > 0 {
			implements.Cited += "; "
		}
		implements.Cited += r.citedWords(p, words)
	}
	f.add(implements)
	basis := detail{Label: "Căn cứ", Unchecked: un("can_cu")}
	for _, to := range plan.Basis {
		if link, ok := r.legalRef(to); ok {
			basis.Links = append(basis.Links, link)
		}
	}
	f.add(basis)
	f.add(detail{Label: "Thay bằng", Links: r.planLink(plan.ReplacedBy)})
	for _, other := range r.site.Plans {
		if other.ReplacedBy == strconv.Itoa(plan.Year) {
			f.add(detail{Label: "Thay cho", Links: r.planLink(strconv.Itoa(other.Year))})
		}
	}
	f.add(detail{Label: "Tải về", Links: original(plan.Assets, plan.Addr, plan.Original)})
	return f
}

func (r *Renderer) planLink(year string) []ref {
	if year == "" || r.existing("/ke-hoach/"+year+"/") == "" {
		return nil
	}
	return []ref{{"Kế hoạch năm\u00a0" + year, "/ke-hoach/" + year + "/"}}
}

func (r *Renderer) digest(p *site.Page) details {
	d := &p.Plan.Digest
	var f details
	for _, line := range [...]struct{ label, words string }{
		{"Mục tiêu", d.Goal}, {"Phục vụ ai", d.For}, {"Ai chủ trì", d.Lead}, {"Hạn báo cáo", d.Reports}, {"Liên hệ hiện nay", d.Contact},
	} {
		f.add(detail{Label: line.label, Cited: r.citedWords(p, line.words)})
	}
	return f
}

// planPassages puts the notes on a unit after the last block of the unit's own
// text, before its children.
func (r *Renderer) planPassages(p *site.Page) []passage {
	plan := p.Plan
	if plan.Doc == nil {
		return nil
	}
	doc := r.citedDoc(p, &plan.Body, plan.Doc)
	slips := slipsByUnit(plan)
	noted := make([]bool, len(doc.Units))
	var b passages
	for i, block := range doc.Blocks {
		heading, rest := cutHeading(doc.HTML[block.Start:block.End])
		b.text(heading)
		if rest != "" {
			b.text(rest)
		}
		last := i+1 == len(doc.Blocks) || doc.Blocks[i+1].Unit != block.Unit
		if block.Unit < 0 || !last || noted[block.Unit] {
			continue
		}
		noted[block.Unit] = true
		b.note(slips[block.Unit], r.dutyNotes(plan, doc.Units[block.Unit].ID))
	}
	return b.end()
}

// passages joins the blocks between two notes into one piece. The block that a
// note is about stays a piece of its own: beside a whole chapter a note would
// not say what it speaks of.
type passages struct {
	list []passage
	run  strings.Builder // blocks before the last one
	last string
}

func (p *passages) text(html string) {
	p.run.WriteString(p.last)
	p.last = html
}

// note closes the piece at hand with what is said about its last block.
func (p *passages) note(slips []slip, duties []dutyNote) {
	if len(slips) == 0 && len(duties) == 0 {
		return
	}
	if p.run.Len() > 0 {
		p.list = append(p.list, passage{Text: template.HTML(p.run.String())})
		p.run.Reset()
	}
	p.list = append(p.list, passage{Text: template.HTML(p.last), Slips: slips, Duties: duties})
	p.last = ""
}

// end is all pieces, with the text after the last note.
func (p *passages) end() []passage {
	if rest := p.run.String() + p.last; rest != "" {
		p.list = append(p.list, passage{Text: template.HTML(rest)})
	}
	return p.list
}

// slipsByUnit gives each unit the misprints found in it. One that names no
// unit belongs to the first place where the text marks it.
func slipsByUnit(plan *site.Plan) map[int][]slip {
	out := make(map[int][]slip)
	doc := plan.Doc
	for _, rec := range plan.Slips {
		s := rec.Value
		unit, ok := doc.Unit(s.Unit)
		if s.Unit == "" {
			unit, ok = firstMark(doc, s.Found)
		}
		if ok {
			out[unit] = append(out[unit], slip{s.Found, s.Meant})
		}
	}
	return out
}

func firstMark(doc *markup.Document, found string) (int, bool) {
	mark := `<span class="sai">` + template.HTMLEscapeString(found)
	for _, b := range doc.Blocks {
		if b.Unit >= 0 && strings.Contains(doc.HTML[b.Start:b.End], mark) {
			return b.Unit, true
		}
	}
	return -1, false
}

func (r *Renderer) dutyNotes(plan *site.Plan, unit string) []dutyNote {
	duties := plan.DutiesAt(unit)
	var out []dutyNote
	for _, d := range duties {
		n := dutyNote{Who: bodiesNow(d.Lead), Asked: d.Asked, Before: d.DueBefore, Status: d.Status}
		if len(duties) > 1 {
			n.Task = d.Task
		}
		if n.Before.IsZero() {
			n.Span = span(plan)
		}
		n.Sheet = sheetRef(plan, d)
		out = append(out, n)
	}
	return out
}

// span is the time of a duty without a day of its own.
func span(plan *site.Plan) string {
	year := date.Date{Year: plan.Year, Month: 1, Day: 1}
	if plan.From == year && plan.To == year.AddMonths(12).Add(-1) {
		return "cả\u00a0năm"
	}
	return "cả kỳ kế\u00a0hoạch"
}

// openOutline is how many entries of an outline a phone shows at once.
const openOutline = 8

// outline is the units of one depth that have a heading.
func outline(doc *markup.Document, depth int) []ref {
	if doc == nil {
		return nil
	}
	var out []ref
	for _, u := range doc.Units {
		if u.Depth == depth && u.Title != "" {
			out = append(out, ref{strings.TrimSpace(u.Label + " " + u.Title), "#" + u.ID})
		}
	}
	return out
}

// planCite is the plan as other documents cite it, and one of its units as an
// example of how to point into it.
func planCite(plan *site.Plan) (whole, example string) {
	whole = "Kế hoạch năm " + strconv.Itoa(plan.Year)
	if plan.Number != "" {
		whole = "Kế hoạch số " + plan.Number
	}
	if !plan.IssuedOn.IsZero() {
		whole += " ngày " + viet.ShortDate(plan.IssuedOn)
	}
	if len(plan.Issuers) > 0 {
		whole += " của " + strings.Join(plan.Issuers, ", ")
	}
	if plan.Doc == nil {
		return viet.NBSP(whole), ""
	}
	for i, u := range plan.Doc.Units {
		if u.Depth == 2 {
			return viet.NBSP(whole), viet.NBSP(whole + ", " + viet.LowerFirst(plan.Doc.Cite(i)))
		}
	}
	return viet.NBSP(whole), ""
}

// joined is the parts that are not empty with a sign between them.
func joined(between string, parts ...string) string {
	var out []string
	for _, s := range parts {
		if s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, between)
}
