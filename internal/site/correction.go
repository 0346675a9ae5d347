package site

import (
	"slices"

	"thonlanh/internal/content"
	"thonlanh/internal/diag"
)

// A figure that was published is never changed without a word: a later period
// says what is right, and both stand in the table.

// fixed names the figure that a correction is about.
type fixed struct{ period, target string }

// fix is a correction that a public period makes.
type fix struct {
	*content.Fix
	by *Period
}

type fixes map[fixed]*fix

// fixesOf collects the corrections of the public periods. Where two correct the
// same figure, the later one holds.
func fixesOf(p *Plan) fixes {
	out := make(fixes)
	for _, by := range p.Periods {
		for _, earlier := range by.Fixes {
			if earlier.Name >= by.ID {
				continue // reported: a period corrects earlier ones
			}
			list := earlier.Value.List
			for i := range list {
				out[fixed{earlier.Name, list[i].Name}] = &fix{Fix: &list[i].Value, by: by}
			}
		}
	}
	return out
}

// figure is a figure with the correction laid over it.
func (x *fix) figure(f *content.Figure) *content.Figure {
	out := *f
	if x.Num != nil {
		out.Num = x.Num
	}
	if x.Den != nil {
		out.Den = x.Den
	}
	if len(x.Done) > 0 {
		out.Done = x.Done
	}
	if x.State != "" {
		out.State = x.State
	}
	return &out
}

// apply gives the corrected value, which remembers the one before.
func (x *fix) apply(was, is Value) Value {
	if is.Num == was.Num && is.Den == was.Den && is.State == was.State && slices.Equal(is.Done, was.Done) {
		return is
	}
	on := x.On
	if on.IsZero() {
		on = x.by.AsOf
	}
	is.Corrected = &Correction{Num: was.Num, Den: was.Den, Done: was.Done, State: was.State, On: on, Why: x.Why, By: x.by, fix: x.Fix}
	return is
}

// before is the value as it was published first, if it was corrected.
func (v Value) before() (Value, bool) {
	c := v.Corrected
	if c == nil {
		return v, false
	}
	v.Num, v.Den, v.Done, v.State, v.Corrected = c.Num, c.Den, c.Done, c.State, nil
	return v, true
}

// keepFixes sorts the corrections of a plan as keepFigures does its figures:
// the words about a figure that is not shown are not shown either.
func (a *assembler) keepFixes(p *Plan) {
	shown := make(map[*content.Fix]bool)
	for _, t := range p.Targets {
		for _, v := range t.Values {
			if v.Known && v.Corrected != nil {
				shown[v.Corrected.fix] = true
			}
		}
	}
	for _, r := range p.Plan.Periods {
		for i := range r.Fixes {
			list := r.Fixes[i].Value.List
			for j := range list {
				a.record(r.Path, &list[j].Value, shown[&list[j].Value])
			}
		}
	}
}

// checkFixes reports corrections of what is not there.
func (a *assembler) checkFixes(p *content.Plan) {
	if !slices.ContainsFunc(p.Periods, func(r *content.Period) bool { return len(r.Fixes) > 0 }) {
		return
	}
	periods := make(map[string]*content.Period)
	var periodNames, targetNames []string
	for _, r := range p.Periods {
		periods[r.File.Name] = r
		periodNames = append(periodNames, r.File.Name)
	}
	targets := make(map[string]*content.Target)
	if p.Targets != nil {
		for i := range p.Targets.List {
			t := &p.Targets.List[i]
			targets[t.Name] = &t.Value
			targetNames = append(targetNames, t.Name)
		}
	}
	for _, r := range p.Periods {
		for _, x := range r.Fixes {
			earlier := periods[x.Name]
			switch {
			case earlier == nil:
				a.unknown(r.File, x.Pos, "Kỳ số liệu", x.Name, periodNames)
				continue
			case x.Name >= r.File.Name:
				a.wrongFix(r, x.Pos, "Một kỳ chỉ đính chính được kỳ trước nó.", "Số của kỳ này thì sửa thẳng ở đây; đã đăng rồi thì để tệp của kỳ sau đính chính.")
				continue
			}
			figures := make(map[string]bool, len(earlier.Figures))
			for _, f := range earlier.Figures {
				figures[f.Name] = true
			}
			for i := range x.Value.List {
				f := &x.Value.List[i]
				t := targets[f.Name]
				switch {
				case t == nil:
					a.unknown(r.File, f.Pos, "Chỉ tiêu", f.Name, targetNames)
				case !figures[f.Name]:
					a.wrongFix(r, f.Pos, "Kỳ "+x.Name+" chưa có số của chỉ tiêu này, nên không có gì để đính chính.", "Ghi con số vào tệp của kỳ ấy.")
				default:
					a.checkFix(r, earlier, t, f.Name, &f.Value)
				}
			}
		}
	}
}

// checkFix reports a correction that says nothing, or of a day that cannot be.
func (a *assembler) checkFix(r, earlier *content.Period, t *content.Target, name string, x *content.Fix) {
	at := []string{"dinh_chinh", earlier.File.Name, name}
	for j, done := range x.Done {
		if !containsFolded(t.Items, done) {
			a.unknown(r.File, r.Keys.Elem(j, append(at[:3:3], "da_lam")...), "Việc", done, t.Items)
		}
	}
	needs, given := "`tu_so` hoặc `mau_so`", x.Num != nil || x.Den != nil
	switch t.Kind {
	case "danh_muc":
		needs, given = "`da_lam`", len(x.Done) > 0
	case "dinh_tinh":
		needs, given = "`trang_thai`", x.State != ""
	case "so_luong":
		needs, given = "`tu_so`", x.Num != nil
	}
	if !given {
		a.wrongFix(r, r.Keys.Pos(at...), "Lời đính chính này không nói số nào đúng.", "Chỉ tiêu này cần "+needs+".")
	}
	if !x.On.IsZero() && (x.On.Before(earlier.AsOf) || x.On.After(a.s.Today) && !r.AsOf.After(a.s.Today)) {
		a.wrongFix(r, r.Keys.Value(append(at[:3:3], "ngay")...), "Ngày đính chính phải sau ngày của số liệu được sửa và không sau hôm nay.", "Xem lại `ngay`, hoặc bỏ dòng này: cổng lấy ngày `tinh_den` của tệp.")
	}
}

func (a *assembler) wrongFix(r *content.Period, at diag.Pos, message, hint string) {
	a.list = append(a.list, diag.At(r.Path, at, diag.Block, "dinh-chinh-sai", message, hint))
}
