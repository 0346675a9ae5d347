package render

import (
	"html/template"
	"strings"

	"thonlanh/internal/date"
	"thonlanh/internal/site"
	"thonlanh/internal/viet"
)

type homeView struct {
	communeWords
	Title     []string // in units of sense
	Lead      string
	Text      template.HTML
	Needs     []row
	Numbers   numbersPanel
	Search    string
	Progress  *homeProgress
	Upcoming  []dated
	Calendar  string
	News      []row
	NewsAddr  string
	Materials []tile
	Gallery   string
	Villages  []row
	Together  string // the villages in one sentence
}

// row is one line of a list of links.
type row struct {
	Title, Addr, Line string
	Date              date.Date
	Glyph             string
}

// numbersPanel is "Số gọi ngay".
type numbersPanel struct {
	Numbers []numberView
	Checks  []string // each check line once
	All     string   // address of the page with all numbers
}

// homeProgress is "Xã ta đang làm đến đâu".
type homeProgress struct {
	AsOf    date.Date
	Gone    string // share of the period gone: "87%"; "" when it is over
	Stale   bool
	Targets []targetView
	Addr    string
	More    string // words of the link to it
}

// dated is an entry with its day in large figures.
type dated struct {
	Date             date.Date
	Title, Addr      string
	Line             string
	Label            string // "Hạn báo cáo" for deadlines of offices
	Day, Month, Week string
}

func (r *Renderer) homeView(p *site.Page) inside {
	s := r.site
	v := &homeView{
		communeWords: r.communeWords(),
		Title:        units(p.Title),
		Lead:         s.Home.Summary,
		Needs:        r.needs(),
		Numbers:      r.callNow(),
		Search:       r.existing("/tim/"),
		Progress:     r.homeProgress(),
		Upcoming:     r.upcoming(3),
		Calendar:     r.existing("/lich/"),
		NewsAddr:     r.existing("/tin/"),
		Gallery:      r.existing("/tai-lieu/"),
	}
	if s.Home.Doc != nil {
		v.Text = bodyHTML(r.cited(p, &s.Home.Body))
	}
	for _, n := range s.News[:min(3, len(s.News))] {
		v.News = append(v.News, row{Title: n.Title, Addr: n.Addr, Date: n.Date})
	}
	for _, m := range s.Materials {
		if m.Picture != nil && m.State != "da_thay" && len(v.Materials) < 4 {
			v.Materials = append(v.Materials, r.tile(m))
		}
	}
	for _, t := range s.Villages {
		v.Villages = append(v.Villages, row{Title: t.Title, Addr: t.Addr})
	}
	if n := len(s.Villages); n > 1 {
		v.Together = count(n) + " " + v.Small + " cùng làm."
	}
	return inside{data: v, linked: r.organization()}
}

func (r *Renderer) needs() []row {
	var out []row
	for _, n := range r.site.Home.Needs {
		out = append(out, row{Title: n.Value.Question, Line: n.Value.Line, Addr: n.Value.To})
	}
	if len(out) == 0 {
		for _, h := range r.site.Help[:min(4, len(r.site.Help))] {
			out = append(out, helpRow(h))
		}
	}
	return out
}

// callNow are the numbers that the register marks for the home page.
func (r *Renderer) callNow() numbersPanel {
	var list []*site.Number
	for _, n := range r.site.Numbers {
		if n.Home {
			list = append(list, n)
		}
	}
	return r.panel(list)
}

func (r *Renderer) panel(list []*site.Number) numbersPanel {
	p := numbersPanel{Numbers: r.numbers(list), All: r.existing("/so-can-biet/")}
	seen := map[string]bool{}
	for _, n := range p.Numbers {
		if n.Check != "" && !seen[n.Check] {
			seen[n.Check] = true
			p.Checks = append(p.Checks, n.Check)
		}
	}
	return p
}

// homeProgress shows the targets that the plan marks for the home page, never
// one whose figures are withheld.
func (r *Renderer) homeProgress() *homeProgress {
	plan := r.site.CurrentPlan()
	if plan == nil || plan.Latest == nil {
		return nil
	}
	h := &homeProgress{
		AsOf:  plan.Latest.AsOf,
		More:  "Xem tiến độ cả năm",
		Stale: plan.Stale,
		Addr:  r.existing(strings.Replace(plan.Addr, "/ke-hoach/", "/tien-do/", 1)),
	}
	if plan.State == site.PlanOver {
		h.More = "Xem " + viet.LowerFirst(plan.ProgressTitle())
	} else {
		h.Gone = gone(plan, plan.Latest.AsOf)
	}
	for _, t := range plan.Targets {
		if t.Home && !t.Withheld && len(h.Targets) < 3 {
			h.Targets = append(h.Targets, r.target(plan, t))
		}
	}
	if len(h.Targets) == 0 {
		return nil
	}
	return h
}

// upcoming are the next n days to know: events, and reports that a plan asks
// for, on the last day on which they are in time.
func (r *Renderer) upcoming(n int) []dated {
	var out []dated
	for _, e := range r.site.Events {
		if !e.Past {
			out = append(out, eventRow(e))
		}
	}
	if plan := r.site.CurrentPlan(); plan != nil {
		for _, rep := range plan.Reports {
			if rep.LastDay.IsZero() || rep.LastDay.Before(r.site.Today) {
				continue
			}
			d := newDated(rep.LastDay)
			d.Label, d.Title, d.Addr = "Hạn báo cáo", rep.Name, plan.Addr
			if work := r.workAddr(plan); work != "" {
				d.Addr = work
			}
			d.Line = "Gửi trước ngày\u00a0" + viet.ShortDate(rep.DueBefore)
			at := 0
			for at < len(out) && !rep.LastDay.Before(out[at].Date) {
				at++
			}
			out = append(out[:at], append([]dated{d}, out[at:]...)...)
		}
	}
	return out[:min(n, len(out))]
}

func newDated(d date.Date) dated {
	day := viet.ShortDate(d)
	return dated{Date: d, Day: day[:strings.IndexByte(day, '/')], Month: viet.MonthName(d.Month), Week: viet.Weekday(d)}
}

func eventRow(e *site.Event) dated {
	d := newDated(e.Date)
	d.Title, d.Addr = e.Title, e.Addr
	d.Line = e.Place
	if hour := hourWords(e.Start); hour != "" {
		if d.Line != "" {
			d.Line += ", "
		}
		d.Line += hour
	}
	return d
}

// hourWords says a time of day: "14:00" is "14 giờ", "19:30" is "19 giờ 30".
func hourWords(clock string) string {
	hour, minute, ok := strings.Cut(clock, ":")
	if !ok {
		return clock
	}
	words := strings.TrimPrefix(hour, "0") + "\u00a0giờ"
	if strings.HasPrefix(hour, "00") {
		words = "0\u00a0giờ"
	}
	if minute != "00" {
		words += "\u00a0" + minute
	}
	return words
}
