package site

import (
	"math"
	"strings"

	"thonlanh/internal/disclosure"
	"thonlanh/internal/viet"
)

// counting is whether a target counts people.
type counting uint8

const (
	countsOther counting = iota
	countsPeople
	mayCountPeople
)

// counting says whether a target counts people concerned, cases,
// premises or tests. One that does not say what it counts may do so when its
// unit could be one of these.
func (t *Target) counting() counting {
	switch t.Counts {
	case "nguoi_lien_quan", "vu_viec", "co_so", "xet_nghiem":
		return countsPeople
	case "":
		if t.Kind == "danh_muc" || t.Kind == "dinh_tinh" {
			return countsOther
		}
		unit := " " + viet.Fold(t.Measure) + " "
		for _, w := range [...]string{" nguoi ", " vu ", " vu viec ", " ca ", " duong day ", " co so ", " quan ", " doi tuong ", " xet nghiem ", " luot nguoi ", " ho so "} {
			if strings.Contains(unit, w) {
				return mayCountPeople
			}
		}
		if strings.TrimSpace(unit) == "" {
			return mayCountPeople
		}
	}
	return countsOther
}

// ofPeople reports whether nothing but classes may be told of a target.
func (t *Target) ofPeople() bool {
	c := t.counting()
	return c == countsPeople || c == mayCountPeople && t.rules.On(disclosure.Unnamed)
}

// setRules gives the targets of a plan the method by which their figures are
// told, and says which is told alone of those that count the same.
func (a *assembler) setRules(p *Plan) {
	kinds := make([]string, len(p.Targets))
	for i, t := range p.Targets {
		kinds[i] = t.Counts
	}
	alone := a.method.Alone(kinds)
	for i, t := range p.Targets {
		t.rules, t.alone = a.method, alone[i]
	}
}

// addClasses gives a target that counts people concerned, cases, premises or
// tests what may be told of it: classes, or nothing. Its counts, their notes
// and the whole that it names are not reachable from then on.
func (a *assembler) addClasses(p *Plan, t *Target, values []Value) {
	if a.method.On(disclosure.Words) {
		silent := *t.Target
		silent.Base, silent.Note = 0, ""
		t.Target = &silent
	}
	t.Withheld = true
	if !t.alone || t.counting() != countsPeople || t.Kind != "ty_le" && t.Kind != "so_luong" {
		return
	}
	shape := disclosure.Shape{Pair: t.Kind == "ty_le", ShareOnly: t.Counts == "vu_viec", Over: p.State == PlanOver}
	if !shape.Pair {
		shape.Goal = int(min(t.Goal, math.MaxInt32))
	}
	cells := make([]disclosure.Cell, len(values))
	for i, v := range values {
		cells[i] = disclosure.Cell{Known: v.Known, Num: v.Num, Den: v.Den}
	}
	facts := a.method.Series(cells, shape)
	for i := range values {
		v := &values[i]
		note := v.Note
		*v = Value{Period: v.Period, Suppressed: !facts[i].Told}
		if facts[i].Told {
			v.Class, v.Origin = &facts[i], v.Period.Origin
		}
		if !a.method.On(disclosure.Words) {
			v.Note = note
		}
		if cells[i].Known { // the last figure speaks for the target
			t.Withheld = v.Suppressed
			t.Now = v
		}
	}
	if t.Withheld {
		t.Now = nil
		return
	}
	t.Values = values
	t.Status = classStatus(p, t, t.Now.Class)
}

// classStatus says how a target stands by its class alone: a word that changes
// within a class would cut it in two.
func classStatus(p *Plan, t *Target, f *disclosure.Fact) Status {
	switch {
	case p.Stale:
		return Status{"Chưa có số liệu", "○", "muc2"}
	case f.None:
		return Status{"Không phát sinh", "○", "muc2"}
	case f.Reached && t.Counting == "duy_tri":
		return Status{"Đang giữ vững", "✓", "lua"}
	case f.Reached:
		return Status{"Đã hoàn thành", "✓", "lua"}
	case p.State == PlanOver:
		return Status{"Đã hết kỳ", "○", "muc2"}
	}
	return Status{"Đang thực hiện", "○", "muc2"}
}
