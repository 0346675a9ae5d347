package site

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"thonlanh/internal/date"
	"thonlanh/internal/diag"
	"thonlanh/internal/viet"
)

// Work is one line of "Ai làm gì, khi nào": a duty or a report. One of the two
// is nil.
type Work struct {
	Duty    *Duty
	Report  *Report
	LastDay date.Date // the last day on time; zero where the plan names no day
	Done    bool
	Status  Status
	clause  int // where in the text it is ordered
}

// Sheet is what a plan asks of one body.
type Sheet struct {
	Body    *Body
	Addr    string // "" where the body's id gives none
	Lead    []*Duty
	Support []*Duty
	Reports []SheetReport
}

// SheetReport is a report as one of its senders sees it.
type SheetReport struct {
	*Report
	SentOn date.Date // zero while it is not sent, and for the villages together
	Status Status
}

// SheetOf is the sheet of a body, nil for one of which the plan asks nothing.
func (p *Plan) SheetOf(b *Body) *Sheet { return p.sheets[b] }

// addWork lists what a plan asks for: by last day, then by clause; what has no
// day comes last.
func (a *assembler) addWork(p *Plan) {
	place := func(unit string) int {
		if i, ok := p.units[unit]; ok {
			return i
		}
		return math.MaxInt
	}
	for _, d := range p.Duties {
		p.Work = append(p.Work, Work{Duty: d, LastDay: d.LastDay, Done: d.Done, Status: d.Status, clause: place(d.Unit)})
	}
	for _, r := range p.Reports {
		p.Work = append(p.Work, Work{Report: r, LastDay: r.LastDay, Done: r.Done(), Status: r.Status, clause: place(r.Unit)})
	}
	slices.SortStableFunc(p.Work, func(x, y Work) int {
		switch {
		case x.LastDay.IsZero() != y.LastDay.IsZero():
			if x.LastDay.IsZero() {
				return 1
			}
			return -1
		case x.LastDay != y.LastDay:
			return x.LastDay.Compare(y.LastDay)
		}
		return cmp.Compare(x.clause, y.clause)
	})
	a.addSheets(p)
}

// addSheets gives every body that a plan names its sheet: those that lead
// first, in the order of the plan, then those that help or report.
func (a *assembler) addSheets(p *Plan) {
	p.sheets = make(map[*Body]*Sheet)
	sheet := func(b *Body) *Sheet {
		s := p.sheets[b]
		if s == nil {
			s = &Sheet{Body: b}
			p.sheets[b] = s
			p.Sheets = append(p.Sheets, s)
		}
		return s
	}
	work := make([]Work, len(p.Work))
	copy(work, p.Work)
	slices.SortStableFunc(work, func(x, y Work) int { return cmp.Compare(x.clause, y.clause) })
	for _, w := range work {
		if w.Duty != nil {
			for _, b := range w.Duty.Lead {
				sheet(b)
			}
		}
	}
	for _, w := range work {
		if w.Duty != nil {
			for _, b := range w.Duty.Support {
				sheet(b)
			}
		}
	}
	// The lines of a sheet stand in the order of the whole list.
	for _, w := range p.Work {
		if d := w.Duty; d != nil {
			for _, b := range d.Lead {
				s := sheet(b)
				s.Lead = append(s.Lead, d)
			}
			for _, b := range d.Support {
				// A body that leads needs no second line as a helper.
				if s := sheet(b); len(s.Lead) == 0 || s.Lead[len(s.Lead)-1] != d {
					s.Support = append(s.Support, d)
				}
			}
			continue
		}
		for _, b := range w.Report.Senders {
			s := sheet(b)
			s.Reports = append(s.Reports, w.Report.asSentBy(b, p, a.s.Today))
		}
	}
}

// asSentBy is a report as one of its senders sees it.
func (r *Report) asSentBy(b *Body, p *Plan, today date.Date) SheetReport {
	out := SheetReport{Report: r}
	if b.Villages && r.AllVillages {
		out.Status = villagesOnly(reportStatus(p, r, r.villagesOwed > 0 && r.villagesSent == r.villagesOwed, today))
		return out
	}
	out.SentOn = r.sent[b.ID]
	if out.Status = reportStatus(p, r, !out.SentOn.IsZero(), today); out.Status.Word == allSent {
		out.Status.Word = "Đã gửi"
	}
	return out
}

// Done reports whether everybody who owes a report has sent it.
func (r *Report) Done() bool { return r.Owed > 0 && r.SentBy >= r.Owed }

// few is how many missing senders would be as good as named.
const few = 3

// Told is how many have sent a report, where that may be said in public. With
// one or two missing, the rest of the portal would tell who they are: then it
// is only said that not all have sent.
func (r *Report) Told() (sent int, ok bool) {
	hides := func(missing int) bool { return missing > 0 && missing < few }
	if hides(r.Owed-r.SentBy) || hides(r.villagesOwed-r.villagesSent) {
		return 0, false
	}
	return r.SentBy, true
}

const allSent = "Đã gửi đủ"

func reportStatus(p *Plan, r *Report, done bool, today date.Date) Status {
	if done {
		return Status{allSent, "✓", "lua"}
	}
	s := deadline(false, r.DueBefore, p, today)
	if r.officesSent == r.officesOwed {
		return villagesOnly(s)
	}
	return s
}

// villagesOnly is a state of work that only the villages still owe: the sign
// and colour of what is overdue are for offices, never for villages.
func villagesOnly(s Status) Status {
	if s.Tone == "gach" {
		s.Glyph, s.Tone = "◐", "dat"
	}
	return s
}

// ofVillages reports whether a duty is led by the villages and no office.
func ofVillages(lead []*Body) bool {
	return len(lead) > 0 && !slices.ContainsFunc(lead, func(b *Body) bool { return !b.Villages })
}

// ListsPeople reports whether a duty, in its own words, is to keep or send a
// list or file of people. Such a duty is not shown at all: what the portal
// publishes about it would only tell who to ask for the list.
func ListsPeople(task string) bool {
	words := strings.Fields(foldedWords(task))
	at := func(i int, word string) bool { return i >= 0 && i < len(words) && words[i] == word }
	for i := range words {
		if !(at(i, "danh") && at(i+1, "sach") || at(i, "ho") && at(i+1, "so")) {
			continue
		}
		denied := false // "không lập danh sách"
		for j := i - 1; j >= i-6; j-- {
			denied = denied || at(j, "khong")
		}
		for j := i + 2; j < i+8 && !denied; j++ {
			if at(j, "nguoi") || at(j, "doi") && at(j+1, "tuong") || at(j, "nan") && at(j+1, "nhan") {
				return true
			}
		}
	}
	return false
}

// dutyPages gives a plan its list of work and each body its sheet. A plan of
// which nothing is public has neither.
func (a *assembler) dutyPages(p *Plan, over Crumb, names *sheetNames) {
	if len(p.Work) == 0 {
		return
	}
	source := p.Path
	if p.Plan.Duties != nil {
		source = p.Plan.Duties.Path
	}
	addr := p.Addr + "viec/"
	year := strconv.Itoa(p.Year)
	under := []Crumb{{"Trang chủ", "/"}, over, {"Kế hoạch năm " + year, p.Addr}}
	updated := p.workUpdated(a.s.Today)
	a.parts(addr, len(p.Work), func() *Page {
		return &Page{Kind: KindDuties, Title: "Ai làm gì, khi nào trong năm " + year, Description: "Việc và báo cáo trong kế hoạch năm " + year + ": đơn vị nào làm, hạn ngày nào, căn cứ ở đâu.", Updated: updated, Source: source, Listed: true, Crumbs: under, Plan: p}
	})
	under = append(under[:len(under):len(under)], Crumb{"Ai làm gì, khi nào", addr})
	for _, s := range p.Sheets {
		name := a.sheetName(s.Body, names)
		if name == "" {
			continue
		}
		s.Addr = addr + name + "/"
		a.page(&Page{Addr: s.Addr, Kind: KindSheet, Title: "Phiếu việc của " + s.Body.Name + ", năm " + year, Description: "Việc của " + s.Body.Name + " trong kế hoạch năm " + year + ".", Updated: updated, Source: source, Listed: true, Crumbs: under, Plan: p, Sheet: s})
	}
}

// sheetNames are the names that bodies have in the addresses of their sheets,
// the same under every plan.
type sheetNames struct {
	of    map[*Body]string
	taken map[string]*Body
}

// sheetName is a body's part of the address of its sheets, "" where its id
// gives none of its own. That is reported once.
func (a *assembler) sheetName(b *Body, names *sheetNames) string {
	if name, known := names.of[b]; known {
		return name
	}
	name := viet.Slug(b.ID)
	first := names.taken[name]
	message := ""
	switch {
	case name == "":
		message = "Mã đơn vị “" + b.ID + "” không cho một địa chỉ đọc được."
	case reserved(name):
		message = "“" + name + "” là tên dành riêng cho các danh sách của cổng, nên đơn vị này không có chỗ cho phiếu việc."
	case device(name):
		message = "Máy Windows giữ tên “" + name + "” cho thiết bị, nên đơn vị này không có chỗ cho phiếu việc."
	case first != nil:
		message = "Phiếu việc của đơn vị này sẽ trùng địa chỉ với phiếu việc của [" + first.ID + "]."
	}
	if message != "" {
		f := a.tree.Bodies.File
		a.list = append(a.list, diag.At(f.Path, f.Keys.Pos(b.ID), diag.Block, "dia-chi-trung", message, "Đổi mã trong ngoặc vuông (chữ không dấu, nối bằng dấu -), và đổi ở mọi nơi gọi đơn vị này."))
		name = ""
	} else {
		names.taken[name] = b
	}
	names.of[b] = name
	return name
}

// workUpdated is the day of the last thing that the list of work says.
func (p *Plan) workUpdated(today date.Date) date.Date {
	out := p.updated()
	add := func(d date.Date) {
		if !d.After(today) {
			out = later(out, d)
		}
	}
	for _, d := range p.Duties {
		add(d.DoneOn)
	}
	for _, r := range p.Reports {
		for _, d := range r.sent {
			add(d)
		}
	}
	return out
}
