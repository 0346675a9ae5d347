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
		p.index()
		a.addTargets(p)
		a.setRules(p)
		a.addDuties(p)
		a.addReports(p)
		a.addWork(p)
		a.addFigures(p)
		a.s.Plans = append(a.s.Plans, p)
	}
	sort.SliceStable(a.s.Plans, func(i, j int) bool { return a.s.Plans[i].Year > a.s.Plans[j].Year })
}

// index finds units of the text by their ids: a plan may have thousands of
// units and of duties.
func (p *Plan) index() {
	p.units = make(map[string]int)
	if p.Doc != nil {
		for i, u := range p.Doc.Open().Units {
			p.units[u.ID] = i
			p.unitIDs = append(p.unitIDs, u.ID)
		}
	}
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
	p.duties = make(map[string][]*Duty)
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
		if !a.record(f.Path, r, given(r.Public) && !ListsPeople(r.Task)) {
			continue
		}
		if !r.DueBefore.IsZero() {
			d.LastDay = r.DueBefore.Add(-1)
		}
		d.Done = r.State == "da_xong" || !r.DoneOn.IsZero() && !r.DoneOn.After(a.s.Today)
		d.Status = dutyStatus(p, d, a.s.Today)
		p.Duties = append(p.Duties, d)
		p.duties[r.Unit] = append(p.duties[r.Unit], d)
	}
}

func dutyStatus(p *Plan, r *Duty, today date.Date) Status {
	switch {
	case r.Done || !r.DueBefore.IsZero():
		s := deadline(r.Done, r.DueBefore, p, today)
		if ofVillages(r.Lead) {
			return villagesOnly(s)
		}
		return s
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
		x.Senders = a.bodyList(f, r.Senders, name, "ben_gui")
		for _, b := range x.Senders {
			switch {
			case !b.Villages:
				x.officesOwed++
			case !r.AllVillages:
				x.villagesOwed++
			}
		}
		if r.AllVillages {
			x.villagesOwed = len(a.s.Villages)
			x.Senders = a.withVillages(x.Senders)
		}
		a.addSent(f, x)
		if !r.DueBefore.IsZero() {
			x.LastDay = r.DueBefore.Add(-1)
		}
		x.Status = reportStatus(p, x, x.Done(), a.s.Today)
		if a.record(f.Path, r, given(r.Public)) {
			p.Reports = append(p.Reports, x)
		}
	}
}

// addSent counts who has sent a report by the build date.
func (a *assembler) addSent(f content.File, x *Report) {
	x.sent = make(map[string]date.Date)
	owes := make(map[string]bool, len(x.Report.Senders))
	for _, id := range x.Report.Senders {
		owes[id] = true
	}
	for _, sent := range x.Report.Sent {
		body, ok := a.s.bodies[sent.Name]
		if !ok {
			a.villageRef(f, sent.Pos, sent.Name)
		}
		if sent.Value.After(a.s.Today) {
			continue
		}
		switch {
		case ok && owes[sent.Name] && !body.Villages:
			x.officesSent++
			x.sent[sent.Name] = sent.Value
		case ok && owes[sent.Name] && !x.AllVillages:
			x.villagesSent++
			x.sent[sent.Name] = sent.Value
		// A village that is not shown is not counted either.
		case x.AllVillages && a.s.village[sent.Name] != nil:
			x.villagesSent++
		}
	}
	x.Owed, x.SentBy = x.officesOwed+x.villagesOwed, x.officesSent+x.villagesSent
}

// withVillages adds the body that stands for all villages.
func (a *assembler) withVillages(senders []*Body) []*Body {
	for _, b := range a.s.Bodies {
		if b.Villages {
			if slices.Contains(senders, b) {
				return senders
			}
			return append(senders, b)
		}
	}
	return senders
}

// unit reports a plan unit that the plan does not have.
func (a *assembler) unit(p *Plan, f content.File, id, record string) {
	if id == "" {
		return
	}
	if _, ok := p.units[id]; ok {
		return
	}
	a.unknown(f, f.Keys.Pos(record, "muc"), "Mục kế hoạch", id, p.unitIDs)
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
