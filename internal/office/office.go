// Package office makes the lists that the office keeps for itself, in noi-bo/:
// who owes which report to whom by when, and which duties are overdue. They
// name those who are late, villages too, and records that are not public: they
// are written beside the portal and never into it.
package office

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"thonlanh/internal/content"
	"thonlanh/internal/date"
	"thonlanh/internal/site"
)

// Dir is where the lists stand in the project folder.
const Dir = "noi-bo"

// List is one file of Dir.
type List struct {
	Name string
	Data []byte
}

// most bounds the lines of a list: many reports that many must send would fill
// a disk.
const most = 20000

// Lists makes all lists for the build date of a site, and reports whether
// there is anything in them. The same input gives the same bytes.
func Lists(t *content.Tree, s *site.Site) (lists []List, full bool) {
	o := &office{tree: t, site: s}
	o.addVillages()
	for i := len(t.Plans) - 1; i >= 0; i-- { // newest first
		o.addPlan(t.Plans[i])
	}
	return []List{
		{"bao-cao.csv", o.reportsCSV()},
		{"viec-qua-han.csv", o.dutiesCSV()},
		{"bao-cao.html", o.page()},
	}, len(o.plans) > 0
}

// office is what the lists are made of.
type office struct {
	tree     *content.Tree
	site     *site.Site
	villages []sender
	plans    []plan
	lines    int // of all plans
	cut      bool
}

// plan is the reports and overdue duties of one plan.
type plan struct {
	Year    int
	Over    bool
	Reports []report
	Late    []duty
}

// report is one report with everybody who owes it.
type report struct {
	Name, Receiver string
	Before, Last   date.Date // zero where the plan names no day
	Private        bool
	Owed           []debt
}

// sender is who owes a report: a body or a village.
type sender struct{ ID, Name string }

// debt is one sender's state of one report.
type debt struct {
	sender
	Sent  date.Date
	State State
	Days  int // late or left, by State
}

// State is how one sender stands to one report.
type State string

// The states, as they stand in the table.
const (
	Sent     State = "da_nop"
	SentLate State = "nop_muon"
	Ahead    State = "chua_den_han"
	Overdue  State = "qua_han"
	Never    State = "khong_nop" // the plan is over
	Open     State = "khong_co_han"
)

// duty is one overdue duty.
type duty struct {
	Task, Lead, Unit string
	Before           date.Date
	Days             int
	Private          bool
}

func (o *office) addVillages() {
	all := slices.Clone(o.tree.Villages)
	slices.SortStableFunc(all, func(a, b *content.Village) int { return cmp.Compare(a.Order, b.Order) })
	for _, v := range all {
		o.villages = append(o.villages, sender{v.File.Name, strings.TrimSpace(o.site.Config.VillageWord + " " + v.Label)})
	}
}

func (o *office) addPlan(r *content.Plan) {
	to := r.To
	if to.IsZero() {
		to = date.Date{Year: r.Year, Month: 12, Day: 31}
	}
	p := plan{Year: r.Year, Over: o.site.Today.After(to)}
	if r.Reports != nil {
		for _, x := range r.Reports.List {
			p.Reports = append(p.Reports, o.report(&x.Value, p.Over))
		}
	}
	if r.Duties != nil && !p.Over {
		for _, x := range r.Duties.List {
			if d, late := o.duty(&x.Value); late && o.room() {
				p.Late = append(p.Late, d)
			}
		}
		slices.SortStableFunc(p.Late, func(a, b duty) int { return a.Before.Compare(b.Before) })
	}
	if len(p.Reports)+len(p.Late) > 0 {
		o.plans = append(o.plans, p)
	}
}

// room counts a line and reports whether it still has a place.
func (o *office) room() bool {
	if o.lines >= most {
		o.cut = true
		return false
	}
	o.lines++
	return true
}

func (o *office) report(r *content.Report, over bool) report {
	out := report{Name: r.Name, Receiver: o.body(r.Receiver), Before: r.DueBefore, Private: r.Public == nil || !*r.Public}
	if !r.DueBefore.IsZero() {
		out.Last = r.DueBefore.Add(-1)
	}
	sent := make(map[string]date.Date, len(r.Sent))
	for _, x := range r.Sent {
		if !x.Value.After(o.site.Today) {
			sent[x.Name] = x.Value
		}
	}
	add := func(x sender) {
		if o.room() {
			d := debt{sender: x, Sent: sent[x.ID]}
			d.State, d.Days = stateOf(d.Sent, out.Last, o.site.Today, over)
			out.Owed = append(out.Owed, d)
		}
	}
	seen := make(map[string]bool, len(r.Senders))
	for _, id := range r.Senders {
		b, known := o.site.BodyByID(id)
		if seen[id] || !known || b.Villages && r.AllVillages {
			continue // the villages stand one by one
		}
		seen[id] = true
		add(sender{id, o.body(id)})
	}
	if r.AllVillages {
		for _, v := range o.villages {
			if o.cut {
				break
			}
			add(v)
		}
	}
	return out
}

// stateOf is how a sender stands to a report on a day, and by how many days
// late or early.
func stateOf(sent, last, today date.Date, over bool) (State, int) {
	switch {
	case !sent.IsZero() && (last.IsZero() || !sent.After(last)):
		return Sent, 0
	case !sent.IsZero():
		return SentLate, last.DaysUntil(sent)
	case over:
		return Never, 0
	case last.IsZero():
		return Open, 0
	case today.After(last):
		return Overdue, last.DaysUntil(today)
	}
	return Ahead, today.DaysUntil(last)
}

// duty is an overdue duty; late is false for all others.
func (o *office) duty(r *content.Duty) (d duty, late bool) {
	done := r.State == "da_xong" || !r.DoneOn.IsZero() && !r.DoneOn.After(o.site.Today)
	if done || r.DueBefore.IsZero() || o.site.Today.Before(r.DueBefore) {
		return duty{}, false
	}
	var lead []string
	for _, id := range r.Lead {
		lead = append(lead, o.body(id))
	}
	return duty{r.Task, strings.Join(lead, "; "), r.Unit, r.DueBefore, r.DueBefore.DaysUntil(o.site.Today) + 1, r.Public == nil || !*r.Public}, true
}

// body names a body, and who does its work today where it is gone.
func (o *office) body(id string) string {
	b, ok := o.site.BodyByID(id)
	if !ok {
		return id
	}
	var now []string
	for _, next := range b.Successors {
		now = append(now, next.Name)
	}
	if len(now) > 0 {
		return b.Name + " (nay là " + strings.Join(now, ", ") + ")"
	}
	return b.Name
}

// words says a state in the cells of the matrix and of the table.
func (d debt) words() string {
	switch d.State {
	case Sent:
		return "Đã gửi"
	case SentLate:
		return "Gửi muộn " + strconv.Itoa(d.Days) + " ngày"
	case Ahead:
		if d.Days == 0 {
			return "Hôm nay là ngày cuối"
		}
		return "Còn " + strconv.Itoa(d.Days) + " ngày"
	case Overdue:
		return "Quá hạn " + strconv.Itoa(d.Days) + " ngày"
	case Never:
		return "Chưa ghi nhận"
	}
	return "Chưa gửi, kế hoạch không ghi ngày"
}
