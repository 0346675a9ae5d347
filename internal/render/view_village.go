package render

import (
	"html/template"
	"strconv"
	"strings"

	"thonlanh/internal/date"
	"thonlanh/internal/site"
	"thonlanh/internal/viet"
)

// villagesView is the list of villages in administrative order.
type villagesView struct {
	page
	Sentence string
	AsOf     date.Date
	Origin   string
	Honour   string // name of the recognition, "" where there is none
	Lines    []string
	Rows     []villageLine
	Data     []download
}

type villageLine struct {
	Title, Addr string
	Did         string // its activities in words, "" where it has sent none
	Badge       site.Status
}

func (r *Renderer) villagesView(p *site.Page) inside {
	v := villagesView{page: r.pageOf(p), Data: r.downloads("thon", "hoat-dong-thon", "danh-hieu")}
	plan, period := r.running()
	if period != nil {
		v.AsOf, v.Origin = period.AsOf, period.Origin
		v.Sentence = communeSentence(r.communeWords().Commune, plan.Year, period)
	}
	if v.Lines = r.recognitionLines(); len(v.Lines) > 0 {
		v.Honour = r.site.Recognised.Title
	}
	for _, village := range r.site.Villages {
		v.Rows = append(v.Rows, villageLine{village.Title, village.Addr, strings.Join(activityWords(rowOf(period, village)), ", "), recognitionBadge(village.Recognised)})
	}
	return inside{data: v}
}

// running is the plan of today and its latest figures.
func (r *Renderer) running() (*site.Plan, *site.Period) {
	plan := r.site.CurrentPlan()
	if plan == nil {
		return nil, nil
	}
	return plan, plan.Latest
}

func rowOf(period *site.Period, village *site.Village) []int {
	if period == nil {
		return nil
	}
	for _, row := range period.Villages {
		if row.Village == village {
			return row.Cells[:]
		}
	}
	return nil
}

// activityWords says what was done: "6 buổi tuyên truyền".
func activityWords(cells []int) []string {
	var out []string
	for i, n := range cells {
		if n >= 0 && i < len(site.Activities) {
			out = append(out, viet.Int(n)+"\u00a0"+viet.LowerFirst(site.Activities[i].Name))
		}
	}
	return out
}

// communeSentence adds the activities of all villages.
func communeSentence(commune string, year int, period *site.Period) string {
	var total [len(site.Activities)]int
	for i := range total {
		total[i] = -1
		for _, row := range period.Villages {
			if row.Cells[i] >= 0 {
				total[i] = max(0, total[i]) + row.Cells[i]
			}
		}
	}
	words := activityWords(total[:])
	if len(words) == 0 {
		return ""
	}
	return "Trong năm\u00a0" + strconv.Itoa(year) + ", cả " + commune + " đã có " + strings.Join(words, ", ") + "."
}

// villageView is one village: what it did, never who or how many people.
type villageView struct {
	page
	communeWords
	Line       string
	Text       template.HTML
	Year       int
	AsOf       date.Date
	Origin     string
	Did        []activityLine
	Next       *reportNote
	Recognised *recognitionView // nil where nothing is said of recognitions
	Contact    string
	Number     *numberView
	Events     []dated
	Hangs      []string
	Data       []download
}

type activityLine struct{ Amount, Name string }

func (r *Renderer) villageView(p *site.Page) inside {
	x := p.Village
	v := villageView{page: r.pageOf(p), communeWords: r.communeWords(), Line: x.Line, Recognised: r.recognition(x), Contact: x.Contact, Hangs: x.Hangs, Data: r.downloads("thon", "hoat-dong-thon", "danh-hieu")}
	if x.Text != nil && x.Text.Doc != nil {
		v.Text = bodyHTML(r.cited(p, x.Text))
	}
	plan, period := r.running()
	if plan != nil {
		v.Year = plan.Year
		v.Next = nextReport(plan, r.site.Today)
	}
	for i, n := range rowOf(period, x) {
		if n >= 0 {
			v.Did = append(v.Did, activityLine{viet.Int(n), viet.LowerFirst(site.Activities[i].Name)})
			v.AsOf, v.Origin = period.AsOf, period.Origin
		}
	}
	if x.Number != nil {
		n := r.number(x.Number)
		v.Number = &n
	}
	for _, e := range x.Events {
		v.Events = append(v.Events, eventRow(e))
	}
	return inside{data: v}
}
