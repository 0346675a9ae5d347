package site

import (
	"slices"

	"thonlanh/internal/content"
	"thonlanh/internal/diag"
	"thonlanh/internal/viet"
)

// addFigures gives a plan its public periods and its targets their values.
func (a *assembler) addFigures(p *Plan) {
	for _, r := range p.Plan.Periods {
		a.checkFigures(p, r)
		if !a.record(r.Path, r, given(r.Public)) {
			continue
		}
		if r.AsOf.IsZero() || r.AsOf.After(a.s.Today) {
			continue // figures of a day that has not come: a rule says so
		}
		period := &Period{Period: r, ID: r.File.Name}
		for _, v := range a.s.Villages {
			row := VillageRow{Village: v, Cells: []int{-1, -1, -1, -1}}
			if x, ok := r.Villages.Get(v.ID); ok {
				for i, n := range [...]*int{x.Talks, x.Leaflets, x.Broadcasts, x.Classes} {
					if n != nil && *n >= 0 {
						row.Cells[i] = *n
					}
				}
			}
			period.Villages = append(period.Villages, row)
		}
		p.Periods = append(p.Periods, period)
		p.Latest = period
	}
	if p.Latest != nil {
		p.Stale = a.old(p, p.Latest)
	}
	a.checkFixes(p.Plan)
	fixes := fixesOf(p)
	for _, t := range p.Targets {
		a.addValues(p, t, fixes)
	}
	for _, r := range p.Plan.Periods {
		a.keepFigures(p, r)
	}
	a.keepFixes(p)
}

// keepFigures sorts the figures of a period: those of a target that is not
// shown, is withheld or is told by classes are private with their notes.
func (a *assembler) keepFigures(p *Plan, r *content.Period) {
	for i := range r.Figures {
		f := &r.Figures[i]
		public := given(r.Public) && shown(f.Value.Public) && slices.ContainsFunc(p.Targets, func(t *Target) bool {
			return t.ID == f.Name && !t.Withheld && !t.ofPeople()
		})
		a.record(r.Path, &f.Value, public)
	}
}

func (a *assembler) addValues(p *Plan, t *Target, fixes fixes) {
	t.Withheld = a.mixedYear(p, t)
	var values []Value
	for _, period := range p.Periods {
		values = append(values, value(t, period, fixes[fixed{period.ID, t.ID}]))
	}
	if t.ofPeople() {
		a.addClasses(p, t, values)
		t.Stale = t.Now != nil && a.old(p, t.Now.Period)
		return
	}
	for _, v := range values {
		before, corrected := v.before()
		if v.Known && pointsAtVillages(t, v) || corrected && pointsAtVillages(t, before) {
			t.Withheld = true
		}
	}
	if t.Withheld {
		return
	}
	t.Values = values
	for i := range t.Values {
		if t.Values[i].Known {
			t.Now = &t.Values[i]
		}
	}
	t.Stale = t.Now != nil && a.old(p, t.Now.Period)
	t.Status = targetStatus(p, t, a.s.Today)
}

// old reports figures that are older than the configuration allows, on the
// build date or at the end of a plan that is over.
func (a *assembler) old(p *Plan, period *Period) bool {
	end := a.s.Today
	if p.To.Before(end) {
		end = p.To
	}
	return period.AsOf.AddMonths(a.s.Config.StaleMonths).Before(end)
}

// value is a target in a period, with the correction that a later period makes.
func value(t *Target, period *Period, fix *fix) Value {
	f, ok := period.Figures.Get(t.ID)
	if !ok || f.Public != nil && !*f.Public {
		return Value{Period: period, Origin: period.Origin}
	}
	v := valueOf(t, period, f)
	if fix == nil || !v.Known {
		return v
	}
	return fix.apply(v, valueOf(t, period, fix.figure(f)))
}

func valueOf(t *Target, period *Period, f *content.Figure) Value {
	v := Value{Period: period, Origin: period.Origin}
	v.Note = f.Note
	if f.Origin != "" {
		v.Origin = f.Origin
	}
	switch t.Kind {
	case "danh_muc":
		for _, item := range t.Items {
			for _, done := range f.Done {
				if viet.Fold(done) == viet.Fold(item) {
					v.Done = append(v.Done, item)
				}
			}
		}
		v.Num, v.Den, v.Known = len(v.Done), len(t.Items), len(t.Items) > 0
	case "dinh_tinh":
		v.State, v.Known = f.State, f.State != ""
	case "so_luong":
		if f.Num != nil {
			v.Num, v.Den, v.Known = *f.Num, int(t.Goal), true
		}
	default:
		den := t.Base
		if f.Den != nil {
			den = *f.Den
		}
		if f.Num != nil && (f.Den != nil || t.Base > 0) {
			v.Num, v.Den, v.Known = *f.Num, den, true
		}
	}
	return v
}

// pointsAtVillages reports whether a count of villages leaves so few on one side
// that it points at them.
func pointsAtVillages(t *Target, v Value) bool {
	return t.Counts == "thon" && !t.rules.Villages(v.Num, v.Den)
}

// Share is how much of the goal is reached, 1 at the goal; ok is false where
// a share makes no sense (nothing arose, no goal, a state in words).
func (t *Target) Share(v *Value) (share float64, ok bool) {
	if v == nil || !v.Known {
		return 0, false
	}
	switch t.Kind {
	case "ty_le":
		if v.Den <= 0 || t.Goal <= 0 {
			return 0, false
		}
		return float64(v.Num) / float64(v.Den) / (t.Goal / 100), true
	case "so_luong", "danh_muc":
		if v.Den <= 0 {
			return 0, false
		}
		return float64(v.Num) / float64(v.Den), true
	}
	return 0, false
}

// checkFigures reports figures of targets and villages that do not exist.
func (a *assembler) checkFigures(p *Plan, r *content.Period) {
	var known []string
	if p.Plan.Targets != nil {
		for _, t := range p.Plan.Targets.List {
			known = append(known, t.Name)
		}
	}
	for _, f := range r.Figures {
		if p.Plan.Targets == nil {
			a.unknown(r.File, f.Pos, "Chỉ tiêu", f.Name, known)
			continue
		}
		t, ok := p.Plan.Targets.List.Get(f.Name)
		if !ok {
			a.unknown(r.File, f.Pos, "Chỉ tiêu", f.Name, known)
			continue
		}
		for i, done := range f.Value.Done {
			if !containsFolded(t.Items, done) {
				a.unknown(r.File, r.Keys.Elem(i, f.Name, "da_lam"), "Việc", done, t.Items)
			}
		}
	}
	for _, v := range r.Villages {
		a.villageRef(r.File, v.Pos, v.Name)
	}
	if r.AsOf.IsZero() {
		return
	}
	if r.AsOf.Before(p.From) {
		a.list = append(a.list, diag.At(r.Path, r.Keys.Pos("tinh_den"), diag.Block, "ngay-sai",
			"Số liệu tính đến một ngày trước khi kế hoạch bắt đầu.", "Xem lại `tinh_den`, hoặc chuyển tệp sang đúng năm."))
	}
}

func containsFolded(list []string, s string) bool {
	for _, x := range list {
		if viet.Fold(x) == viet.Fold(s) {
			return true
		}
	}
	return false
}
