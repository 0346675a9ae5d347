package site

import (
	"slices"
	"strconv"

	"thonlanh/internal/content"
	"thonlanh/internal/date"
	"thonlanh/internal/diag"
	"thonlanh/internal/disclosure"
)

// Recognition is what villages are recognised for, and what may be told of it
// for the commune. What may be told of a village stands with the village.
type Recognition struct {
	Title    string
	Line     string
	Criteria []content.Criterion
	Counts   []disclosure.Tally // none while a village is not shown
}

// addRecognitions decides what is told of the recognitions of all years. The
// steps themselves are not kept: nobody behind this can tell them.
func (a *assembler) addRecognitions() {
	r := a.tree.Recognitions
	if r == nil {
		return
	}
	a.s.Recognised = &Recognition{Title: r.Title, Line: r.Line}
	for _, c := range r.Criteria {
		a.s.Recognised.Criteria = append(a.s.Recognised.Criteria, c.Value)
	}
	// These words stand on the page of every village: a private record that has
	// one of them too has not leaked. The years are no words of anyone.
	a.record(r.Path, a.s.Recognised, true)
	years := make([]disclosure.Year, 0, len(r.Years))
	for i := range r.Years {
		years = append(years, a.recognitionYear(r, r.Years[i].Name, &r.Years[i].Value))
	}
	slices.SortStableFunc(years, func(x, y disclosure.Year) int { return x.Year - y.Year })
	told := a.method.Recognitions(years, len(a.tree.Villages))
	// "4/7" above a list of six would say that there is a seventh.
	if len(a.s.Villages) == len(a.tree.Villages) {
		a.s.Recognised.Counts = told.Counts
	}
	for i, v := range a.tree.Villages {
		if x := a.s.village[v.File.Name]; x != nil {
			x.Recognised = told.Villages[i]
		}
	}
}

// recognitionYear reads one year. Every village counts, those that are not
// shown as well: "all villages" would else be said of some.
func (a *assembler) recognitionYear(r *content.Recognitions, name string, y *content.YearOfRecognitions) disclosure.Year {
	number, _ := strconv.Atoi(name)
	out := disclosure.Year{Year: number, Decided: decided(y, a.s.Today), Steps: make([]disclosure.Step, len(a.tree.Villages))}
	own := make(map[string]string, len(y.Villages))
	for _, v := range y.Villages {
		a.villageRef(r.File, v.Pos, v.Name)
		own[v.Name] = v.Value.Step
	}
	some := 0
	for i, v := range a.tree.Villages {
		word, ok := own[v.File.Name]
		if !ok {
			word = y.All
		}
		out.Steps[i] = stepOf(word)
		if out.Steps[i] == disclosure.Recognised {
			some++
		}
	}
	if y.Target != "" {
		a.linkTarget(r, number, name, y, some, out.Decided)
	}
	return out
}

func decided(y *content.YearOfRecognitions, today date.Date) bool {
	return !y.DecidedOn.IsZero() && !y.DecidedOn.After(today)
}

func stepOf(word string) disclosure.Step {
	switch word {
	case "da_dang_ky":
		return disclosure.Registered
	case "da_tu_cham":
		return disclosure.Scored
	case "da_nop_ho_so":
		return disclosure.Submitted
	case "duoc_cong_nhan":
		return disclosure.Recognised
	}
	return disclosure.NoStep
}

// linkTarget holds the target that counts the recognised villages against the
// villages themselves. It names no village, and no number: the message is read
// where the figures are.
func (a *assembler) linkTarget(r *content.Recognitions, year int, name string, y *content.YearOfRecognitions, some int, decided bool) {
	var plan *content.Plan
	for _, p := range a.tree.Plans {
		if p.Year == year {
			plan = p
		}
	}
	known := []string{}
	if plan != nil && plan.Targets != nil {
		for _, t := range plan.Targets.List {
			known = append(known, t.Name)
		}
	}
	if !slices.Contains(known, y.Target) {
		a.unknown(r.File, r.Keys.Value("nam", name, "chi_tieu"), "Chỉ tiêu", y.Target, known)
		return
	}
	all := len(a.tree.Villages)
	if decided && some < all {
		if a.mixed == nil {
			a.mixed = make(map[string]bool)
		}
		a.mixed[name+" "+y.Target] = true
	}
	if y.DecidedOn.IsZero() {
		return
	}
	target, _ := plan.Targets.List.Get(y.Target)
	for _, period := range plan.Periods {
		f, ok := period.Figures.Get(y.Target)
		if !ok || f.Num == nil || period.AsOf.Before(y.DecidedOn) {
			continue
		}
		whole := target.Base
		if f.Den != nil {
			whole = *f.Den
		}
		if *f.Num != some || whole != 0 && whole != all {
			at := period.Keys.Value(y.Target, "tu_so")
			if *f.Num == some && f.Den != nil {
				at = period.Keys.Value(y.Target, "mau_so")
			}
			a.list = append(a.list, diag.At(period.Path, at, diag.Block, "danh-hieu-lech",
				"Con số ở chỉ tiêu này không khớp với số thôn được công nhận trong danh-hieu.toml.",
				"Xem lại cả hai tệp: tử số phải bằng số thôn được công nhận, mẫu số phải bằng số thôn của xã."))
		}
	}
}

// mixedYear reports a target of a year in which not every village was
// recognised: everything of it is left out, earlier periods too.
func (a *assembler) mixedYear(p *Plan, t *Target) bool {
	return a.mixed[strconv.Itoa(p.Year)+" "+t.ID]
}
