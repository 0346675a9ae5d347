package render

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"thonlanh/internal/date"
	"thonlanh/internal/site"
	"thonlanh/internal/viet"
)

// soonDays is how near a day is to be called near.
const soonDays = 30

// dutiesView is who does what, and when, by one plan.
type dutiesView struct {
	page
	Lead   string // what this is a list of, and of which day
	Tabs   []filter
	Counts string
	More   string
	Bodies []bodyLink
	Table  workTable
	Pager  pager
	Files  []download
}

// bodyLink leads to the sheet of a body.
type bodyLink struct {
	Name, Href string
	Now        string // what became of it
}

// workRow is one line of a table of work.
type workRow struct {
	Task   string
	Line   string // under the task
	Lead   string
	Now    string // who leads today, where the body is gone
	Help   string
	Before date.Date
	Span   string // where there is no day
	Clause *ref
	Status site.Status
	Day    date.Date // on which it was done
}

func (r *Renderer) dutiesView(p *site.Page) inside {
	plan := p.Plan
	counts, more := workCounts(plan, r.site.Today)
	v := dutiesView{
		page: r.pageOf(p), Tabs: r.planTabs(plan, p.Kind), Pager: pagerOf(p), Counts: counts, More: more,
		Lead: "Việc và báo cáo trong kế hoạch năm\u00a0" + strconv.Itoa(plan.Year) + ". Tính đến ngày\u00a0" + viet.ShortDate(r.site.Today) + ".",
	}
	v.Table = workTable{Title: p.Title, Task: "Việc", Bodies: "Chủ trì", Helps: true}
	for _, s := range plan.Sheets {
		if s.Addr != "" {
			v.Bodies = append(v.Bodies, bodyLink{shortName(s.Body), s.Addr, bodyNow(s.Body)})
		}
	}
	for _, w := range part(p, plan.Work) {
		if w.Duty != nil {
			v.Table.Rows = append(v.Table.Rows, dutyRow(plan, w.Duty))
		} else {
			v.Table.Rows = append(v.Table.Rows, reportLine(plan, w.Report, w.Status))
		}
	}
	if name := deadlinesPath(plan); name != "" {
		words := "Thêm các hạn vào lịch điện thoại"
		if plan.State == site.PlanOver {
			words = "Các hạn của năm\u00a0" + strconv.Itoa(plan.Year) + ", tệp lịch"
		}
		v.Files = append(v.Files, download{Text: words, Href: "/" + name, Size: "ICS, " + r.size(name)})
	}
	v.Files = append(v.Files, r.downloads("nhiem-vu", "bao-cao")...)
	return inside{data: v}
}

func dutyRow(plan *site.Plan, d *site.Duty) workRow {
	row := workRow{Task: viet.NBSP(d.Task), Help: shortNames(d.Support), Before: d.DueBefore, Clause: shortClause(plan, d.Unit), Status: d.Status}
	row.setLead(d.Lead)
	if d.Asked {
		row.Line = "Kế hoạch đề nghị, không giao."
	}
	if row.Before.IsZero() {
		row.Span = span(plan)
	}
	if d.Done {
		row.Day = d.DoneOn
	}
	return row
}

// shortClause is the link to a unit, which a narrow column keeps on one line
// where it is short enough for a phone.
func shortClause(plan *site.Plan, unit string) *ref {
	c := clause(plan, unit)
	if c != nil && utf8.RuneCountInString(c.Text) <= 16 {
		c.Text = strings.ReplaceAll(c.Text, " ", "\u00a0")
	}
	return c
}

// setLead names who leads, and who does the work today where a body is gone.
// One body stands with its full name; of several the short names must do.
func (w *workRow) setLead(lead []*site.Body) {
	if len(lead) == 1 {
		w.Lead, w.Now = lead[0].Name, bodyNow(lead[0])
		return
	}
	w.Lead = shortNames(lead)
	var now []string
	for _, b := range lead {
		if what := bodyNow(b); what != "" {
			now = append(now, shortName(b)+" "+what)
		}
	}
	w.Now = strings.Join(now, "; ")
}

func reportLine(plan *site.Plan, rep *site.Report, status site.Status) workRow {
	row := workRow{Task: sendReport(rep.Name), Lead: shortNames(rep.Senders), Before: rep.DueBefore, Clause: shortClause(plan, rep.Unit), Status: status}
	if row.Before.IsZero() {
		row.Span = "kế hoạch không ghi ngày"
	}
	if rep.Receiver != nil {
		row.Line = "Nơi nhận: " + bodiesNow([]*site.Body{rep.Receiver}) + ". "
	}
	row.Line = strings.TrimSpace(row.Line + sentWords(rep))
	return row
}

// sentWords says how many have sent a report, and never who has not.
func sentWords(rep *site.Report) string {
	if rep.Owed < 3 {
		return "" // its state says it already
	}
	sent, ok := rep.Told()
	if !ok {
		return "Đang nhận, chưa đủ."
	}
	return strconv.Itoa(sent) + "/" + strconv.Itoa(rep.Owed) + "\u00a0đơn vị đã gửi."
}

// sendReport turns the name of a report into what is to be done.
func sendReport(name string) string {
	if strings.HasPrefix(name, "Báo cáo") {
		name = viet.LowerFirst(name)
	}
	return viet.NBSP("Gửi " + name)
}

// workCounts says how the work stands on a day, in words that hold for none as
// well. Of a plan that is over nothing is due any more.
func workCounts(plan *site.Plan, today date.Date) (counts, more string) {
	var ahead, soon, late, done, open int
	for _, w := range plan.Work {
		switch {
		case w.Done:
			done++
		case w.LastDay.IsZero():
			open++
		case w.LastDay.Before(today):
			late++
		default:
			ahead++
			if today.DaysUntil(w.LastDay) <= soonDays {
				soon++
			}
		}
	}
	all := len(plan.Work)
	if plan.State == site.PlanOver {
		counts = "Kế hoạch này đã hết kỳ thực hiện (năm\u00a0" + strconv.Itoa(plan.Year) + "), không còn việc nào đến hạn."
		switch {
		case done == 0:
			return counts, "Không việc nào dưới đây được ghi là đã xong."
		case done == all:
			return counts, "Mọi việc dưới đây đều được ghi là đã xong."
		}
		return counts, strconv.Itoa(done) + " trong " + strconv.Itoa(all) + " việc và báo cáo dưới đây được ghi là đã xong. Việc không ghi riêng là đã xong thì mang chữ “Đã hết kỳ”."
	}
	counts = joined(" · ",
		tally(ahead, "Còn\u00a0", " việc chưa đến hạn", "Không còn việc nào chưa đến hạn"),
		tally(soon, "", " việc đến hạn trong 30\u00a0ngày tới", "không có việc nào đến hạn trong 30\u00a0ngày tới"),
		tally(late, "", " việc quá hạn", "không có việc nào quá hạn"))
	if ahead+late == 0 {
		counts = "Không có việc nào đang chờ hạn."
	}
	if plan.State == site.PlanFuture {
		more = "Kế hoạch bắt đầu từ ngày\u00a0" + viet.ShortDate(plan.From) + ". "
	}
	if done > 0 {
		more += strconv.Itoa(done) + "\u00a0việc đã xong. "
	}
	if open > 0 {
		more += strconv.Itoa(open) + "\u00a0việc không có hạn riêng, làm trong " + span(plan) + "."
	}
	return counts, strings.TrimSpace(more)
}

func tally(n int, before, after, none string) string {
	if n == 0 {
		return none
	}
	return before + strconv.Itoa(n) + after
}

// workAddr is the list of work of a plan, if it has any.
func (r *Renderer) workAddr(plan *site.Plan) string { return r.existing(plan.Addr + "viec/") }

// planTabs are the two sides of a plan; none where there is but one.
func (r *Renderer) planTabs(plan *site.Plan, here site.Kind) []filter {
	work := r.workAddr(plan)
	if work == "" {
		return nil
	}
	return []filter{
		{"Toàn văn", plan.Addr, here == site.KindPlan},
		{"Ai làm gì, khi nào", work, here == site.KindDuties},
	}
}

// sheetRef is the sheet of the first body that leads a duty.
func sheetRef(plan *site.Plan, d *site.Duty) *ref {
	for _, b := range d.Lead {
		if s := plan.SheetOf(b); s != nil && s.Addr != "" {
			return &ref{b.Name, s.Addr}
		}
	}
	return nil
}

// sheetView is what a plan asks of one body, to print and hand over.
type sheetView struct {
	page
	Office  string
	Body    string
	Now     string
	From    string // the plan it follows from
	Plan    string // address
	Work    string // address
	Over    bool
	Year    int
	Tables  []workTable
	Place   string // before the date of the receipt
	Counted string
}

// workTable is all the work of a plan, or one part of a sheet.
type workTable struct {
	ID, Title string
	Task      string // head of the first column
	Bodies    string // head of the second
	Helps     bool   // a column of those who help follows
	Rows      []workRow
}

func (r *Renderer) sheetView(p *site.Page) inside {
	plan, s := p.Plan, p.Sheet
	cite, _ := planCite(plan)
	v := sheetView{
		page: r.pageOf(p), Office: r.site.Config.Office, Body: s.Body.Name, Now: bodyNow(s.Body), From: cite,
		Plan: plan.Addr, Work: r.workAddr(plan), Over: plan.State == site.PlanOver, Year: plan.Year,
		Place:   r.site.Config.Name,
		Counted: "Tính đến ngày\u00a0" + viet.ShortDate(r.site.Today) + ".",
	}
	if v.Office == "" {
		v.Office = r.site.Config.Name
	}
	lead := workTable{ID: "chu-tri", Title: "Chủ trì", Task: "Việc", Bodies: "Phối hợp"}
	for _, d := range s.Lead {
		row := dutyRow(plan, d)
		row.Lead, row.Now = row.Help, ""
		lead.Rows = append(lead.Rows, row)
	}
	support := workTable{ID: "phoi-hop", Title: "Phối hợp", Task: "Việc", Bodies: "Chủ trì"}
	for _, d := range s.Support {
		support.Rows = append(support.Rows, dutyRow(plan, d))
	}
	reports := workTable{ID: "bao-cao", Title: "Báo cáo phải gửi", Task: "Báo cáo", Bodies: "Nơi nhận"}
	for _, x := range s.Reports {
		row := reportLine(plan, x.Report, x.Status)
		row.Task, row.Line, row.Lead, row.Day = viet.NBSP(x.Name), "", "", x.SentOn
		if x.Receiver != nil {
			row.setLead([]*site.Body{x.Receiver})
		}
		reports.Rows = append(reports.Rows, row)
	}
	for _, t := range []workTable{lead, support, reports} {
		if len(t.Rows) > 0 {
			v.Tables = append(v.Tables, t)
		}
	}
	return inside{data: v}
}
