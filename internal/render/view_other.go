package render

import (
	"strconv"

	"thonlanh/internal/date"
	"thonlanh/internal/site"
)

type notFoundView struct {
	page
	Numbers numbersPanel
	Links   []menuItem
	Search  string
	Tell    *numberView // the office, for who came from a printed code
}

func (r *Renderer) notFoundView(p *site.Page) inside {
	v := &notFoundView{page: r.pageOf(p), Numbers: r.callNow(), Links: r.ways(p), Search: r.existing("/tim/")}
	if n, ok := r.site.NumberByID(r.site.Config.Number); ok {
		tell := r.number(n)
		v.Tell = &tell
	}
	return inside{data: v}
}

// ways are four places to go on from a page that leads nowhere.
func (r *Renderer) ways(p *site.Page) []menuItem {
	return r.menu(p, []menuItem{
		{Title: "Trang chủ", Addr: "/"},
		{Title: "Cần giúp đỡ", Addr: "/ho-tro/"},
		{Title: "Tìm hiểu", Addr: "/tim-hieu/"},
		{Title: "Văn bản", Addr: "/van-ban/"},
	})
}

type offlineView struct {
	page
	Numbers []numberView
	All     string
}

func (r *Renderer) offlineView(p *site.Page) inside {
	return inside{data: &offlineView{page: r.pageOf(p), Numbers: r.numbers(r.site.Numbers), All: r.existing("/so-can-biet/")}}
}

type monthsView struct {
	Title  string
	Months []month
}

// month is one sheet of the calendar. Weeks begin on Monday; 0 is an empty
// cell.
type month struct {
	Name  string
	ID    string
	Weeks [][7]int
}

// The calendar covers a page that someone must not see, so it has to look as
// if it were there for its own sake, for as long as a copy may be kept.
const monthsShown = 24

func (r *Renderer) monthsView(p *site.Page) inside {
	v := &monthsView{Title: p.Title}
	year, m := r.site.Today.Year, r.site.Today.Month
	for range monthsShown {
		v.Months = append(v.Months, newMonth(year, m))
		if m++; m > 12 {
			year, m = year+1, 1
		}
	}
	return inside{data: v}
}

func newMonth(year, m int) month {
	out := month{
		Name: "Tháng\u00a0" + strconv.Itoa(m) + " năm\u00a0" + strconv.Itoa(year),
		ID:   "t" + strconv.Itoa(year) + "-" + strconv.Itoa(m),
	}
	var week [7]int
	for day := 1; ; day++ {
		d, ok := date.New(year, m, day)
		if !ok {
			break
		}
		at := (int(d.Weekday()) + 6) % 7
		if at == 0 && day > 1 {
			out.Weeks = append(out.Weeks, week)
			week = [7]int{}
		}
		week[at] = day
	}
	out.Weeks = append(out.Weeks, week)
	return out
}
