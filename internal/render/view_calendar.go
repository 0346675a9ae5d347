package render

import (
	"html/template"
	"slices"
	"strconv"

	"thonlanh/internal/date"
	"thonlanh/internal/site"
	"thonlanh/internal/viet"
)

// calendarView is the events and deadlines by month: what comes first, what
// was folded away.
type calendarView struct {
	page
	Next []monthOf
	Past []monthOf
	ICS  string // address of the calendar file, "" without events
}

type monthOf struct {
	Title string // "Tháng 11 năm 2026"
	Rows  []dated
}

func (r *Renderer) calendarView(p *site.Page) inside {
	v := calendarView{page: r.pageOf(p)}
	if len(r.site.Events) > 0 {
		v.ICS = r.published("lich.ics")
	}
	var next, past []dated
	add := func(row dated, over bool) {
		if over {
			past = append(past, row)
		} else {
			next = append(next, row)
		}
	}
	for _, e := range r.site.Events {
		add(fullRow(e), e.Past)
	}
	for _, plan := range r.site.Plans {
		for _, rep := range plan.Reports {
			if !rep.LastDay.IsZero() {
				add(reportRow(plan, rep), rep.LastDay.Before(r.site.Today))
			}
		}
	}
	byDay := func(a, b dated) int { return a.Date.Compare(b.Date) }
	slices.SortStableFunc(next, byDay)
	slices.SortStableFunc(past, func(a, b dated) int { return byDay(b, a) })
	v.Next, v.Past = months(next), months(past)
	return inside{data: v}
}

// months puts rows that are sorted under the months they fall in.
func months(rows []dated) []monthOf {
	var out []monthOf
	for _, row := range rows {
		title := "Tháng\u00a0" + strconv.Itoa(row.Date.Month) + " năm\u00a0" + strconv.Itoa(row.Date.Year)
		if len(out) == 0 || out[len(out)-1].Title != title {
			out = append(out, monthOf{Title: title})
		}
		last := &out[len(out)-1]
		last.Rows = append(last.Rows, row)
	}
	return out
}

// fullRow is an event with all that a list can say of it.
func fullRow(e *site.Event) dated {
	out := eventRow(e)
	last := ""
	if e.EndDate.After(e.Date) {
		last = "đến hết ngày\u00a0" + viet.ShortDate(e.EndDate)
	}
	out.Line = joined(" · ", e.Place, hours(e), last, bodyName(e.Body))
	return out
}

// reportRow is the deadline of a report. Plans say "trước ngày": the day shown
// is the last one on time, and the words say so.
func reportRow(plan *site.Plan, rep *site.Report) dated {
	out := newDated(rep.LastDay)
	out.Title, out.Label, out.Addr = rep.Name, "Hạn báo cáo", plan.Addr
	if c := clause(plan, rep.Unit); c != nil {
		out.Addr = c.Href
	}
	out.Line = "Gửi trước ngày\u00a0" + viet.ShortDate(rep.DueBefore)
	if rep.Receiver != nil {
		out.Line += " · " + rep.Receiver.Name
	}
	return out
}

// hours is the time of an event in words: "7 giờ 30 đến 11 giờ".
func hours(e *site.Event) string {
	if e.Start == "" || e.End == "" {
		return hourWords(e.Start)
	}
	return hourWords(e.Start) + " đến " + hourWords(e.End)
}

// eventView is one event.
type eventView struct {
	page
	Past       bool
	Summary    template.HTML
	Facts      details
	Directions string
	Village    *ref
	ICS        string
}

func (r *Renderer) eventView(p *site.Page) inside {
	e := p.Event
	v := eventView{page: r.pageOf(p), Past: e.Past, Summary: r.citedWords(p, e.Summary), Directions: e.Directions, ICS: r.published("lich.ics")}
	v.Facts.add(detail{Label: "Ngày", Before: viet.Weekday(e.Date) + ",", Day: e.Date})
	if e.EndDate.After(e.Date) {
		v.Facts.add(detail{Label: "Đến ngày", Day: e.EndDate})
	}
	v.Facts.add(detail{Label: "Giờ", Words: hours(e)})
	v.Facts.add(detail{Label: "Nơi", Words: e.Place})
	v.Facts.add(detail{Label: "Dành cho", Words: e.For})
	v.Facts.add(detail{Label: "Đơn vị tổ chức", Words: bodyName(e.Body)})
	if e.Village != nil {
		v.Facts.add(detail{Label: "Thôn", Links: []ref{{e.Village.Title, e.Village.Addr}}})
	}
	return inside{data: v, linked: r.eventData(e)}
}

// eventData is the event as search engines read it (schema.org).
type eventData struct {
	Context   string     `json:"@context"`
	Type      string     `json:"@type"`
	Name      string     `json:"name"`
	Start     string     `json:"startDate"`
	End       string     `json:"endDate,omitempty"`
	Mode      string     `json:"eventAttendanceMode"`
	Location  *eventSpot `json:"location,omitempty"`
	Organizer *eventSpot `json:"organizer,omitempty"`
	Language  string     `json:"inLanguage"`
	URL       string     `json:"url,omitempty"`
}

type eventSpot struct {
	Type    string `json:"@type"`
	Name    string `json:"name"`
	Address string `json:"address,omitempty"`
}

// eventData is nil for a sensitive event: search engines are not told of it.
func (r *Renderer) eventData(e *site.Event) any {
	if e.Sensitive != nil && *e.Sensitive {
		return nil
	}
	out := eventData{
		Context: "https://schema.org", Type: "Event", Name: e.Title, Start: moment(e.Date, e.Start), Language: "vi",
		Mode: "https://schema.org/OfflineEventAttendanceMode",
	}
	if r.site.Sample {
		out.Name += " (" + sampleWords + ")"
	}
	last := e.EndDate
	if last.IsZero() {
		last = e.Date
	}
	if _, ok := clock(e.End); ok || last.After(e.Date) {
		out.End = moment(last, e.End)
	}
	if e.Place != "" {
		out.Location = &eventSpot{"Place", e.Place, e.Place}
	}
	if e.Body != nil {
		out.Organizer = &eventSpot{"Organization", e.Body.Name, ""}
	}
	if r.site.Config.BaseURL != "" {
		out.URL = absolute(r.site, e.Addr)
	}
	return out
}

// moment is a day, or a time of day in Viet Nam where one is given.
func moment(d date.Date, hour string) string {
	if t, ok := clock(hour); ok {
		return d.String() + "T" + t[:2] + ":" + t[2:] + ":00+07:00"
	}
	return d.String()
}
