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
		y := progressYear{Title: "Tiến độ năm\u00a0" + strconv.Itoa(plan.Year), Addr: addr, State: planState(plan), Summary: summary(plan.Targets)}
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
	AsOf      date.Date
	Gone      string // share of the period, "87%"
	Stale     bool
	Months    int // how old is stale
	Next      *reportNote
	Summary   string
	Targets   []targetBlock
	Villages  *villageTable
	Downloads []download
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
	Clause   *ref
	Sources  string
	Note     string
	Done     []string // items of a list that are done
	Rows     []valueRow
	HasShare bool
}

type valueRow struct {
	AsOf   date.Date
	Known  bool
	Amount string
	Share  string
	Origin string
	Note   string
}

func (r *Renderer) progressView(p *site.Page) inside {
	plan := p.Plan
	v := progressView{
		page: r.pageOf(p), communeWords: r.communeWords(), Plan: plan.Addr, Work: r.workAddr(plan), Over: plan.State == site.PlanOver, Year: plan.Year, Stale: plan.Stale, Months: r.site.Config.StaleMonths,
		Summary: summary(plan.Targets), Next: nextReport(plan, r.site.Today),
		Downloads: r.downloads("chi-tieu", "tien-do", "hoat-dong-thon"),
	}
	if plan.Latest != nil {
		v.AsOf = plan.Latest.AsOf
		v.Gone = gone(plan, v.AsOf)
		v.Villages = tableOf(v.communeWords.Village, plan.Latest)
	}
	for _, t := range plan.Targets {
		v.Targets = append(v.Targets, r.targetBlock(plan, t))
	}
	return inside{data: v}
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
	b := targetBlock{ID: t.ID, Name: t.Name, Clause: clause(plan, t.Unit)}
	if t.Withheld {
		b.Withheld = withheldWords
		return b
	}
	b.targetView = r.target(plan, t)
	b.Note = t.Note
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
	if v.Class != nil || v.Suppressed {
		return classRow(t, v)
	}
	row := valueRow{AsOf: v.Period.AsOf, Known: v.Known, Origin: v.Origin, Note: v.Note}
	if !v.Known {
		return row
	}
	switch t.Kind {
	case "dinh_tinh":
		row.Amount = stateWord(v.State)
	default:
		row.Amount = viet.Int(v.Num)
		if v.Den > 0 {
			row.Amount += "/" + viet.Int(v.Den)
		}
		row.Share = percent(t, v.Num, v.Den)
	}
	return row
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
