package site

import (
	"slices"
	"strings"

	"thonlanh/internal/content"
	"thonlanh/internal/disclosure"
	"thonlanh/internal/viet"
)

// guards switches off what keeps figures back, to show that each part of it is
// needed. Only tests set any.
type guards struct {
	disclosure.Off
	shares   bool // both numbers of a share of cases are shown
	unsaid   bool // a target that does not say what it counts is shown
	remnants bool // a count of villages that leaves one or two out is shown
	notes    bool // words beside a figure of cases are shown
}

// disclose decides which figures of a plan are published. What is not is taken
// out of the values here, so that no page and no file can show it.
func (a *assembler) disclose(p *Plan) {
	controls := make(map[string]*disclosure.Control)
	var guarded []*Target
	for _, t := range p.Targets {
		switch {
		case a.countsVillages(t):
			a.discloseVillages(p, t)
		case sensitive(t.Counts):
			guarded = append(guarded, t)
			if controls[t.Counts] == nil {
				controls[t.Counts] = disclosure.New(a.s.Config.Threshold, a.off.Off)
			}
		case unsaid(t.Target) && !a.off.unsaid:
			a.holdAll(t)
		}
	}
	for i := range p.Periods {
		for _, c := range controls {
			c.Period()
		}
		for _, t := range guarded {
			a.discloseValue(controls[t.Counts], t, &t.Values[i])
		}
	}
	for _, t := range guarded {
		// What was corrected was published once, and next to what is right it
		// tells the difference. A list or a state in words cannot be judged.
		if t.Kind != "ty_le" && t.Kind != "so_luong" || slices.ContainsFunc(t.Values, func(v Value) bool { return v.Corrected != nil }) {
			a.holdAll(t)
			continue
		}
		for i := len(t.Values) - 1; i >= 0 && !t.Values[i].Known; i-- {
			if t.Values[i].Suppressed {
				a.holdAll(t) // older figures would pass for today's
				break
			}
		}
	}
}

// discloseValue shows a count or a share of persons concerned, cases, premises
// or tests where no small number can be worked out from it. Of a share only
// the percentage is shown.
func (a *assembler) discloseValue(c *disclosure.Control, t *Target, v *Value) {
	if !v.Known {
		return
	}
	counts := []int{v.Num}
	if t.Kind == "ty_le" {
		counts = append(counts, v.Den)
	}
	if !c.Publish(t.ID, counts...) {
		v.suppress(t)
		return
	}
	if !a.off.notes {
		v.Note = "" // words may tell what the figure does not
	}
	if t.Kind == "ty_le" && v.Den > 0 && !a.off.shares {
		v.ShareOnly = true
		v.Num, v.Den = wholePercent(v.Num, v.Den), 100
	}
}

// wholePercent rounds to what is neither nothing nor all unless it is.
func wholePercent(num, den int) int {
	p := (200*num + den) / (2 * den)
	if num > 0 {
		p = max(p, 1)
	}
	if num < den {
		p = min(p, 99)
	}
	return p
}

// discloseVillages shows how many villages have something where all have it or
// at least three have not: a remainder of one or two points at them. Where the
// last period cannot be shown nothing is, just as where it has no figure, so
// that nobody can tell the two apart.
func (a *assembler) discloseVillages(p *Plan, t *Target) {
	if a.off.remnants {
		return
	}
	for i := range t.Values {
		v := &t.Values[i]
		before, corrected := v.before()
		if v.Known && pointsAtVillages(*v) || corrected && pointsAtVillages(before) {
			t.Held = append(t.Held, v.Period)
			*v = Value{Period: v.Period}
		}
	}
	if n := len(t.Values); n > 0 && !t.Values[n-1].Known {
		for i := range t.Values {
			t.Values[i] = Value{Period: t.Values[i].Period}
		}
	}
}

// pointsAtVillages reports whether the remainder of a count of villages is so
// small that it points at the ones left out.
func pointsAtVillages(v Value) bool {
	rest := v.Den - v.Num
	return rest > 0 && rest < minRemnant
}

// minRemnant is how many villages at least may be left out of a count that is
// shown.
const minRemnant = 3

// suppress takes a figure out of a value and leaves that there is one.
func (v *Value) suppress(t *Target) {
	t.Held = append(t.Held, v.Period)
	*v = Value{Period: v.Period, Suppressed: true}
}

// holdAll keeps all figures of a target back.
func (a *assembler) holdAll(t *Target) {
	t.Withheld, t.Held = true, nil
	for i := range t.Values {
		if v := &t.Values[i]; v.Known || v.Suppressed {
			t.Held = append(t.Held, v.Period)
		}
	}
	t.Values = nil
}

// at is the value of a period, nil where the target shows none at all.
func (t *Target) at(r *content.Period) *Value {
	for i := range t.Values {
		if t.Values[i].Period.Period == r {
			return &t.Values[i]
		}
	}
	return nil
}

// countsVillages reports a target that counts villages, or seems to.
func (a *assembler) countsVillages(t *Target) bool {
	switch t.Counts {
	case "thon":
		return true
	case "":
		unit := viet.Fold(t.Measure)
		return slices.Contains(villageWords[:], unit) || unit != "" && unit == viet.Fold(a.s.Config.VillageWord)
	}
	return false
}

// villageWords are what the smallest parts of a commune are called.
var villageWords = [...]string{"thon", "ban", "ap", "lang", "xom", "buon", "bon", "phum", "soc", "to dan pho", "khu pho", "khu dan cu", "khom", "to"}

// Guarded reports a target that counts persons concerned, cases, premises or
// tests: what it is a share of is never shown, even where a share is.
func (t *Target) Guarded() bool { return sensitive(t.Counts) }

// sensitive reports kinds of counts that point at somebody when they are small.
func sensitive(counts string) bool {
	switch counts {
	case "nguoi_lien_quan", "vu_viec", "co_so", "xet_nghiem":
		return true
	}
	return false
}

// unsaid reports a target that does not say what it counts although its unit
// could be one of the kinds that point at somebody.
func unsaid(t *content.Target) bool {
	if t.Counts != "" || t.Kind == "danh_muc" || t.Kind == "dinh_tinh" {
		return false
	}
	unit := " " + viet.Fold(t.Measure) + " "
	for _, w := range [...]string{" nguoi ", " vu ", " vu viec ", " ca ", " duong day ", " co so ", " quan ", " doi tuong ", " xet nghiem ", " luot nguoi ", " ho so "} {
		if strings.Contains(unit, w) {
			return true
		}
	}
	return strings.TrimSpace(unit) == ""
}
