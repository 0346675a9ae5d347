package site

import (
	"slices"
	"sort"
	"strings"

	"thonlanh/internal/phone"
)

func (a *assembler) addBodies() {
	if a.tree.Bodies == nil {
		return
	}
	list := a.tree.Bodies.List
	for i := range list {
		o := &list[i].Value
		a.record(a.tree.Bodies.Path, o, true)
		b := &Body{Org: o, ID: list[i].Name}
		b.Gone = !o.To.IsZero() && o.To.Before(a.s.Today)
		b.Coming = !b.Gone && !o.From.IsZero() && o.From.After(a.s.Today)
		a.s.Bodies = append(a.s.Bodies, b)
		a.s.bodies[b.ID] = b
		a.bodyIDs = append(a.bodyIDs, b.ID)
	}
	a.addSuccessors()
}

func (a *assembler) addNumbers() {
	a.ids = make(map[string]bool)
	if a.tree.Register == nil {
		return
	}
	list := a.tree.Register.List
	for i := range list {
		r := &list[i].Value
		a.ids[list[i].Name] = true
		if !a.record(a.tree.Register.Path, r, shown(r.Public)) {
			continue
		}
		dial, ok := phone.Parse(r.Digits)
		if !ok || dial.Shape() == phone.Old {
			continue // a rule reports the shape; a number that nobody can dial is not shown
		}
		if !r.To.IsZero() && !a.s.Today.Before(r.To) || !r.From.IsZero() && a.s.Today.Before(r.From) {
			continue
		}
		n := &Number{Number: r, ID: list[i].Name, Dial: dial, Example: dial.Sample()}
		n.Overdue = !a.s.Sample && !n.Example && !dial.Emergency() && !r.CheckedOn.IsZero() &&
			r.CheckedOn.DaysUntil(a.s.Today) > a.s.Config.RecallDays
		n.Body = a.body(a.tree.Register.File, a.tree.Register.Keys.Pos(n.ID, "co_quan"), r.Body)
		a.s.Numbers = append(a.s.Numbers, n)
		a.s.numbers[n.ID] = n
	}
	for _, b := range a.s.Bodies {
		b.Number = a.number(a.tree.Bodies.File, a.tree.Bodies.Keys.Pos(b.ID, "so"), b.Org.Number)
	}
	if c := a.s.Config; c.Number != "" {
		if _, ok := a.s.numbers[c.Number]; !ok && !a.ids[c.Number] {
			f := a.tree.Register.File
			f.Path, f.Keys = "config.toml", c.Keys
			a.number(f, c.Keys.Pos("so"), c.Number)
		}
	}
}

func (a *assembler) addVillages() {
	for _, r := range a.tree.Villages {
		if !a.record(r.Path, r, shown(r.Public)) {
			continue
		}
		v := &Village{Village: r, ID: r.File.Name, Addr: "/thon/" + r.File.Name + "/"}
		v.Title = a.s.Config.VillageWord + " " + strings.TrimSpace(r.Label)
		v.Number = a.number(r.File, r.Keys.Pos("so"), r.Number)
		a.s.Villages = append(a.s.Villages, v)
		a.s.village[v.ID] = v
	}
	sort.SliceStable(a.s.Villages, func(i, j int) bool { return a.s.Villages[i].Order < a.s.Villages[j].Order })
}

func (a *assembler) addServices() {
	if a.tree.Services == nil {
		return
	}
	f := a.tree.Services.File
	list := a.tree.Services.List
	for i := range list {
		r := &list[i].Value
		if !a.record(f.Path, r, given(r.Public)) {
			continue
		}
		x := &Service{Service: r, ID: list[i].Name, Over: !r.Until.IsZero() && r.Until.Before(a.s.Today)}
		x.Number = a.number(f, f.Keys.Pos(x.ID, "so"), r.Number)
		x.Body = a.body(f, f.Keys.Pos(x.ID, "co_quan"), r.Body)
		a.s.Services = append(a.s.Services, x)
	}
}

func (a *assembler) addOfficials() {
	if a.tree.Officials == nil {
		return
	}
	f := a.tree.Officials.File
	list := a.tree.Officials.List
	for i := range list {
		r := &list[i].Value
		a.record(f.Path, r, given(r.Public))
		a.body(f, f.Keys.Pos(list[i].Name, "co_quan"), r.Body)
	}
}

// offers are the open services of the kinds a help page names.
func (a *assembler) offers(kinds []string) []*Service {
	var out []*Service
	for _, x := range a.s.Services {
		if !x.Over && slices.Contains(kinds, x.Kind) {
			out = append(out, x)
		}
	}
	return out
}
