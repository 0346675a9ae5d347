package render

import (
	"html/template"
	"strconv"
	"strings"

	"thonlanh/internal/date"
	"thonlanh/internal/site"
	"thonlanh/internal/viet"
)

// withheldWords stands in the place of figures that are not published.
const withheldWords = "Không công bố vì số quá nhỏ, để bảo vệ người liên quan."

// progressHubView is the list of years.
type progressHubView struct {
	page
	Years []progressYear
}

type progressYear struct {
	Title, Addr string
	State       site.Status
	Summary     string
	AsOf        date.Date
}

func (r *Renderer) progressHubView(p *site.Page) inside {
	v := progressHubView{page: r.pageOf(p)}
	for _, plan := range r.site.Plans {
		addr := r.progressAddr(plan)
		if addr == "" {
			continue
		}
		y := progressYear{Title: viet.NBSP(plan.ProgressTitle()), Addr: addr, State: planState(plan), Summary: summary(plan.Targets)}
		if plan.Latest != nil {
			y.AsOf = plan.Latest.AsOf
		}
		v.Years = append(v.Years, y)
	}
	return inside{data: v}
}

// progressView is the targets of one plan at their latest figures.
type progressView struct {
	page
	communeWords
	Plan      string // address
	Work      string // address of who does what, "" where there is nothing
	Over      bool
	Year      int
	Now       *ref      // the progress of this year, on the page of a year that is over
	Starts    date.Date // of a plan that has not begun
	AsOf      date.Date
	Gone      string // share of the period, "87%"; "" when it is over
	Stale     bool
	Months    int // how old is stale
	Next      *reportNote
	Summary   string
	Targets   []targetBlock
	Villages  *villageTable
	Multiples *multiples
	Downloads []download
	Method    []string
}

// reportNote is the next report that is due.
type reportNote struct {
	Name   string
	Before date.Date
}

// targetBlock is one target. A withheld one has its name and a sentence and
// nothing else.
type targetBlock struct {
	ID       string
	Withheld string
	Name     string
	targetView
	Sources  string
	Strength string
	Notes    []string
	Done     []string // items of a list that are done
	Rows     []valueRow
	HasShare bool
}

type valueRow struct {
	AsOf      date.Date
	Known     bool
	Amount    string // of one that is not known: why there is none
	Share     string
	Origin    string
	Note      string
	Corrected string // "Đã đính chính ngày 20/11/2020: 1.986 → 1.968. …"
}

func (r *Renderer) progressView(p *site.Page) inside {
	plan := p.Plan
	v := progressView{
		page: r.pageOf(p), communeWords: r.communeWords(), Plan: plan.Addr, Work: r.workAddr(plan), Over: plan.State == site.PlanOver, Year: plan.Year, Stale: plan.Stale, Months: r.site.Config.StaleMonths,
		Summary: summary(plan.Targets), Next: nextReport(plan, r.site.Today), Multiples: multiplesOf(plan), Method: method(plan),
		Downloads: r.downloads("chi-tieu", "tien-do", "hoat-dong-thon"),
	}
	if plan.State == site.PlanFuture {
		v.Starts = plan.From
	}
	if now := r.site.CurrentPlan(); v.Over && now != plan && now.State == site.PlanCurrent {
		if addr := r.progressAddr(now); addr != "" {
			v.Now = &ref{"Xem " + viet.LowerFirst(now.ProgressTitle()), addr}
		}
	}
	if plan.Latest != nil {
		v.AsOf = plan.Latest.AsOf
		if !v.Over {
			v.Gone = gone(plan, v.AsOf)
		}
		v.Villages = tableOf(v.communeWords.Village, plan.Latest)
	}
	for _, t := range plan.Targets {
		v.Targets = append(v.Targets, r.targetBlock(plan, t))
	}
	return inside{data: v}
}

// method explains, for people, what the figures of a plan rest on; each line
// only where the page has something of the kind.
func method(plan *site.Plan) []string {
	var paced, inferred, attendances, withheld, aspired, corrected, classes bool
	for _, t := range plan.Targets {
		withheld = withheld || t.Withheld
		if t.Withheld {
			continue
		}
		paced = paced || t.Counting == "cong_don"
		inferred = inferred || t.Inferred()
		attendances = attendances || t.Attendances()
		aspired = aspired || t.Strength == "phan_dau"
		for _, v := range t.Values {
			corrected = corrected || v.Corrected != nil
			classes = classes || v.Class != nil
			withheld = withheld || v.Suppressed
		}
	}
	out := []string{"Số liệu cộng từ đầu kỳ kế hoạch đến ngày ghi."}
	for _, x := range [...]struct {
		here  bool
		words string
	}{
		{paced && plan.State != site.PlanOver, "Chỉ tiêu cộng dồn được so với phần thời gian đã qua: làm được từ chín phần mười trở lên là đúng tiến độ, từ sáu phần mười là cần đẩy nhanh, ít hơn là đang chậm."},
		{aspired, "Chỉ tiêu phấn đấu là mức kế hoạch hướng tới; chỉ tiêu bắt buộc là mức phải đạt."},
		{inferred, "Mẫu số suy luận: văn bản không nói phần trăm của cái gì, nên xã hiểu theo nghĩa gần nhất và ghi rõ ở chỉ tiêu ấy."},
		{attendances, "Lượt người là số lần có người dự: một người dự hai buổi là hai lượt. Lượt không cộng vào số người."},
		{corrected, "Số đã đăng mà sau thấy sai thì giữ cả số cũ, số đúng, ngày sửa và lý do."},
		{classes, "Số về người liên quan, vụ việc, cơ sở, lượt xét nghiệm chỉ nói theo khoảng, để từ đó không ai tìm ra được một người."},
		{withheld, "Số về người, vụ việc quá nhỏ thì không đăng, để bảo vệ người liên quan."},
	} {
		if x.here {
			out = append(out, x.words)
		}
	}
	return out
}

// gone is the share of a plan's time that has passed on a day: "87%".
func gone(plan *site.Plan, day date.Date) string {
	return viet.Percent(int(plan.Elapsed(day)*10000), 10000)
}

// summary counts the targets by their state, in the order in which the states
// first appear: "5 chỉ tiêu: 2 đã hoàn thành, 2 đúng tiến độ, 1 cần đẩy nhanh."
func summary(targets []*site.Target) string {
	if len(targets) == 0 {
		return ""
	}
	var words []string
	count := make(map[string]int)
	for _, t := range targets {
		word := viet.LowerFirst(t.Status.Word)
		if t.Withheld {
			word = "không công bố"
		}
		if count[word] == 0 {
			words = append(words, word)
		}
		count[word]++
	}
	parts := make([]string, len(words))
	for i, w := range words {
		parts[i] = strconv.Itoa(count[w]) + "\u00a0" + w
	}
	return strconv.Itoa(len(targets)) + "\u00a0chỉ tiêu: " + strings.Join(parts, ", ") + "."
}

// nextReport is the report with the nearest day that has not passed.
func nextReport(plan *site.Plan, today date.Date) *reportNote {
	var next *reportNote
	for _, rep := range plan.Reports {
		if rep.DueBefore.IsZero() || rep.LastDay.Before(today) {
			continue
		}
		if next == nil || rep.DueBefore.Before(next.Before) {
			next = &reportNote{rep.Name, rep.DueBefore}
		}
	}
	return next
}

func (r *Renderer) targetBlock(plan *site.Plan, t *site.Target) targetBlock {
	b := targetBlock{ID: t.ID, Name: t.Name}
	if t.Withheld {
		b.Withheld = withheldWords
		b.Clause = clause(plan, t.Unit)
		return b
	}
	b.targetView = r.target(plan, t)
	b.Clause = clause(plan, t.Unit)
	b.Notes = notes(t)
	switch t.Strength {
	case "phan_dau":
		b.Strength = "Chỉ tiêu phấn đấu."
	case "bat_buoc":
		b.Strength = "Chỉ tiêu bắt buộc."
	}
	if t.Now != nil {
		b.Sources, b.Done = t.Now.Origin, t.Now.Done
	}
	for i := range t.Values {
		row := valueRowOf(t, &t.Values[i])
		b.HasShare = b.HasShare || row.Share != ""
		b.Rows = append(b.Rows, row)
	}
	return b
}

// notes are what the plan and the latest figures say beside a target.
func notes(t *site.Target) []string {
	var out []string
	if t.Note != "" {
		out = append(out, t.Note)
	}
	if t.Now != nil && t.Now.Note != "" {
		out = append(out, t.Now.Note)
	}
	return out
}

// clause links a unit of the plan: "mục III.9, ý 2".
func clause(plan *site.Plan, unit string) *ref {
	if plan.Doc == nil || unit == "" {
		return nil
	}
	i, ok := plan.Doc.Unit(unit)
	if !ok {
		return nil
	}
	return &ref{viet.NBSP(viet.LowerFirst(plan.Doc.Cite(i))), plan.Addr + "#" + unit}
}

func valueRowOf(t *site.Target, v *site.Value) valueRow {
	if v.Class != nil {
		return classRow(t, v)
	}
	row := valueRow{AsOf: v.Period.AsOf, Known: v.Known, Origin: v.Origin, Note: v.Note}
	if !v.Known {
		row.Amount = missingWords(v)
		return row
	}
	row.Amount = cellWords(t, v.Num, v.Den, v.State)
	if t.Kind != "dinh_tinh" {
		row.Share = percent(t, v.Num, v.Den)
	}
	if c := v.Corrected; c != nil {
		row.Corrected = "Đã đính chính ngày\u00a0" + viet.ShortDate(c.On) + ": " +
			changeWords(t, v) + ". " + sentenceOf(c.Why)
	}
	return row
}

// missingWords says why a period shows no figure of a target.
func missingWords(v *site.Value) string {
	if v.Suppressed {
		return withheldWords
	}
	return "Chưa có số liệu"
}

// changeWords says what a corrected figure was and is: "1.986 → 1.968".
func changeWords(t *site.Target, v *site.Value) string {
	c := v.Corrected
	if c.Den == v.Den && t.Kind != "dinh_tinh" {
		return viet.Int(c.Num) + " → " + viet.Int(v.Num)
	}
	return cellWords(t, c.Num, c.Den, c.State) + " → " + cellWords(t, v.Num, v.Den, v.State)
}

func cellWords(t *site.Target, num, den int, state string) string {
	if t.Kind == "dinh_tinh" {
		return stateWord(state)
	}
	if den > 0 {
		return viet.Int(num) + "/" + viet.Int(den)
	}
	return viet.Int(num)
}

// sentenceOf ends what somebody wrote as a sentence ends.
func sentenceOf(s string) string {
	s = strings.TrimSpace(s)
	if s == "" || strings.HasSuffix(s, ".") {
		return s
	}
	return s + "."
}

func stateWord(state string) string {
	switch state {
	case "da_xong":
		return "Đã xong"
	case "dang_lam":
		return "Đang làm"
	}
	return "Chưa làm"
}

// villageTable shows the activities of the villages in administrative order.
// It has no totals of a village and no order by figure: it compares nobody.
type villageTable struct {
	Word    string // "Thôn"
	AsOf    date.Date
	Origin  string
	Wide    bool // too many columns for a phone: one block a village there
	Columns []string
	Rows    []villageRow
}

type villageRow struct {
	Name, Addr string
	Cells      []villageCell
}

type villageCell struct {
	Label  string
	Amount string // "" where the village has sent nothing
	Bar    template.HTML
}

// narrow is how many activities a table of 320 px can hold.
const narrow = 3

// tableOf is nil where no village has sent anything.
func tableOf(word string, period *site.Period) *villageTable {
	var largest [len(site.Activities)]int
	var shown []int
	for i := range site.Activities {
		sent := false
		for _, row := range period.Villages {
			if row.Cells[i] >= 0 {
				sent = true
				largest[i] = max(largest[i], row.Cells[i])
			}
		}
		if sent {
			shown = append(shown, i)
		}
	}
	if len(shown) == 0 {
		return nil
	}
	t := &villageTable{Word: word, AsOf: period.AsOf, Origin: period.Origin, Wide: len(shown) > narrow}
	for _, i := range shown {
		t.Columns = append(t.Columns, site.Activities[i].Name)
	}
	for _, row := range period.Villages {
		out := villageRow{Name: row.Village.Label, Addr: row.Village.Addr}
		for _, i := range shown {
			cell := villageCell{Label: site.Activities[i].Name}
			if n := row.Cells[i]; n >= 0 {
				cell.Amount = viet.Int(n)
				cell.Bar = smallBar(n, largest[i])
			}
			out.Cells = append(out.Cells, cell)
		}
		t.Rows = append(t.Rows, out)
	}
	return t
}

// smallBar is a line under a figure, as long as its share of the largest in
// its column. The figure says it already.
func smallBar(n, largest int) template.HTML {
	if largest <= 0 {
		return ""
	}
	width := length(100 * float64(n) / float64(largest))
	return template.HTML(`<svg class="vach" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><path d="M0 0h` + width + `v4H0z"/></svg>`)
}
