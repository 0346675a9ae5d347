package site

import (
	"slices"
	"sort"
	"strconv"

	"thonlanh/internal/content"
	"thonlanh/internal/date"
	"thonlanh/internal/diag"
)

func (a *assembler) addPlans() {
	for _, r := range a.tree.Plans {
		if !a.record(r.Path, r, r.IsPublic()) {
			// The tables of a private plan are private with it.
			a.keepTables(r, false)
			continue
		}
		p := &Plan{Plan: r, Addr: "/ke-hoach/" + strconv.Itoa(r.Year) + "/"}
		p.From, p.To = r.From, r.To
		if p.From.IsZero() {
			p.From = date.Date{Year: r.Year, Month: 1, Day: 1}
		}
		if p.To.IsZero() {
			p.To = date.Date{Year: r.Year, Month: 12, Day: 31}
		}
		switch {
		case a.s.Today.Before(p.From):
			p.State = PlanFuture
		case a.s.Today.After(p.To):
			p.State = PlanOver
		default:
			p.State = PlanCurrent
		}
		a.addTargets(p)
		a.addDuties(p)
		a.addReports(p)
		a.addFigures(p)
		a.s.Plans = append(a.s.Plans, p)
	}
	sort.SliceStable(a.s.Plans, func(i, j int) bool { return a.s.Plans[i].Year > a.s.Plans[j].Year })
}

// keepTables puts every table of a plan with the private or public records.
func (a *assembler) keepTables(r *content.Plan, public bool) {
	if r.Targets != nil {
		for i := range r.Targets.List {
			a.record(r.Targets.Path, &r.Targets.List[i].Value, public)
		}
	}
	if r.Duties != nil {
		for i := range r.Duties.List {
			a.record(r.Duties.Path, &r.Duties.List[i].Value, public)
		}
	}
	if r.Reports != nil {
		for i := range r.Reports.List {
			a.record(r.Reports.Path, &r.Reports.List[i].Value, public)
		}
	}
	for _, x := range r.Periods {
		a.record(x.Path, x, public)
		for i := range x.Figures {
			a.record(x.Path, &x.Figures[i].Value, public)
		}
	}
}

func (a *assembler) addTargets(p *Plan) {
	if p.Plan.Targets == nil {
		return
	}
	f := p.Plan.Targets.File
	list := p.Plan.Targets.List
	for i := range list {
		r := &list[i].Value
		a.unit(p, f, r.Unit, list[i].Name)
		if !a.record(f.Path, r, shown(r.Public)) {
			continue
		}
		p.Targets = append(p.Targets, &Target{Target: r, ID: list[i].Name})
	}
}

func (a *assembler) addDuties(p *Plan) {
	if p.Plan.Duties == nil {
		return
	}
	f := p.Plan.Duties.File
	list := p.Plan.Duties.List
	for i := range list {
		r := &list[i].Value
		name := list[i].Name
		a.unit(p, f, r.Unit, name)
		d := &Duty{Duty: r, ID: name}
		d.Lead = a.bodyList(f, r.Lead, name, "chu_tri")
		d.Support = a.bodyList(f, r.Support, name, "phoi_hop")
		for j, ref := range r.Targets {
			a.targetRef(p, f, f.Keys.Elem(j, name, "chi_tieu"), ref)
		}
		if !a.record(f.Path, r, given(r.Public)) {
			continue
		}
		d.Status = dutyStatus(p, r, a.s.Today)
		p.Duties = append(p.Duties, d)
	}
}

func dutyStatus(p *Plan, r *content.Duty, today date.Date) Status {
	done := r.State == "da_xong" || !r.DoneOn.IsZero() && !r.DoneOn.After(today)
	switch {
	case done || !r.DueBefore.IsZero():
		return deadline(done, r.DueBefore, p, today)
	case p.State == PlanOver:
		return Status{"Đã hết kỳ", "○", "muc2"}
	case r.State == "dang_lam":
		return Status{"Đang làm", "◐", "dat"}
	case r.State == "thuong_xuyen":
		return Status{"Làm thường xuyên", "○", "muc2"}
	}
	return Status{"Trong năm", "○", "muc2"}
}

func (a *assembler) addReports(p *Plan) {
	if p.Plan.Reports == nil {
		return
	}
	f := p.Plan.Reports.File
	list := p.Plan.Reports.List
	for i := range list {
		r := &list[i].Value
		name := list[i].Name
		a.unit(p, f, r.Unit, name)
		x := &Report{Report: r, ID: name}
		x.Receiver = a.body(f, f.Keys.Pos(name, "noi_nhan"), r.Receiver)
		for _, b := range a.bodyList(f, r.Senders, name, "ben_gui") {
			if !b.Villages || !r.AllVillages {
				x.Owed++
			}
		}
		if r.AllVillages {
			x.Owed += len(a.s.Villages)
		}
		for _, sent := range r.Sent {
			if _, ok := a.s.bodies[sent.Name]; !ok {
				a.villageRef(f, sent.Pos, sent.Name)
			}
			// A village that is not shown is not counted either.
			owes := slices.Contains(r.Senders, sent.Name) || r.AllVillages && a.s.village[sent.Name] != nil
			if owes && !sent.Value.After(a.s.Today) {
				x.SentBy++
			}
		}
		if !r.DueBefore.IsZero() {
			x.LastDay = r.DueBefore.Add(-1)
		}
		if a.record(f.Path, r, given(r.Public)) {
			p.Reports = append(p.Reports, x)
		}
	}
}

// unit reports a plan unit that the plan does not have.
func (a *assembler) unit(p *Plan, f content.File, id, record string) {
	if id == "" {
		return
	}
	if _, ok := p.Doc.Unit(id); ok {
		return
	}
	known := make([]string, 0, len(p.Doc.Units))
	for _, u := range p.Doc.Units {
		known = append(known, u.ID)
	}
	a.unknown(f, f.Keys.Pos(record, "muc"), "Mục kế hoạch", id, known)
}

func (a *assembler) targetRef(p *Plan, f content.File, at diag.Pos, ref string) {
	var known []string
	if p.Plan.Targets != nil {
		if _, ok := p.Plan.Targets.List.Get(ref); ok {
			return
		}
		for _, t := range p.Plan.Targets.List {
			known = append(known, t.Name)
		}
	}
	a.unknown(f, at, "Chỉ tiêu", ref, known)
}
