package site

import (
	"slices"
	"strings"

	"thonlanh/internal/content"
	"thonlanh/internal/date"
	"thonlanh/internal/diag"
	"thonlanh/internal/markup"
)

// UnitRef is a legal text, or one unit of it.
type UnitRef struct {
	Legal *Legal
	Unit  string // "dieu-32"; "" for the whole text
}

// Addr is where it stands on the portal.
func (r UnitRef) Addr() string {
	if r.Unit == "" {
		return r.Legal.Addr
	}
	return r.Legal.Addr + "#" + r.Unit
}

// Name is how running text calls it: "Điều 32 Nghị định 282/2025/NĐ-CP". The
// id says enough: messages name the units of one text a thousand times.
func (r UnitRef) Name() string {
	if name := markup.CiteID(r.Unit); name != "" {
		return name + " " + r.Legal.Heading
	}
	return r.Legal.Heading
}

// Amendment is a change of a unit by a later text.
type Amendment struct {
	By UnitRef
	On date.Date // from which day; zero where nobody knows
}

// UnitState is what is true of one unit of a text on the build date.
type UnitState struct {
	Force      Force
	From       date.Date // NotYet: from which day
	EndedOn    date.Date // Ended: from which day
	ReplacedBy []UnitRef // where it stands today
	Amended    []Amendment
	Note       string
	Own        bool // the record speaks of this very unit, not only of one around it
	Kept       bool // in force by the record of it or of one around it, though the text is not
}

// unitForce is what the record of a text says of one unit, resolved.
type unitForce struct {
	id         string
	record     *content.UnitForce
	replacedBy []UnitRef
	amended    []Amendment
	ends       date.Date
}

// addUnits resolves what the records of texts say of single units.
func (a *assembler) addUnits(l *Legal) {
	for i := range l.Legal.Units {
		r := &l.Legal.Units[i]
		a.unitExists(l, r.Name)
		f := unitForce{id: r.Name, record: &r.Value, ends: r.Value.Ends}
		for j, ref := range r.Value.ReplacedBy {
			a.notItself(l, l.Keys.Elem(j, "hieu_luc", r.Name, "thay_the_boi"), ref, l.ID+"#"+r.Name)
			if to, ok := a.unitRef(l.File, l.Keys.Elem(j, "hieu_luc", r.Name, "thay_the_boi"), ref); ok {
				f.replacedBy = append(f.replacedBy, to)
				if d := to.Legal.Legal.InForce; r.Value.Ends.IsZero() && !d.IsZero() && (f.ends.IsZero() || d.Before(f.ends)) {
					f.ends = d
				}
			}
		}
		for j, ref := range r.Value.AmendedBy {
			by, ok := a.unitRef(l.File, l.Keys.Elem(j, "hieu_luc", r.Name, "sua_doi_boi"), ref)
			if !ok {
				continue
			}
			change := Amendment{By: by, On: r.Value.AmendedOn}
			if change.On.IsZero() {
				change.On = by.Legal.Legal.InForce
			}
			f.amended = append(f.amended, change)
		}
		l.units = append(l.units, f)
	}
	l.indexUnits()
	l.findAbove()
}

// indexUnits keeps where the record speaks of a unit, and what units have parts
// that are over: a page may cite one text a thousand times.
func (l *Legal) indexUnits() {
	l.recordOf = make(map[string]int, len(l.units))
	l.partsEnded = make(map[string]bool)
	for i := range l.units {
		f := &l.units[i]
		if _, twice := l.recordOf[f.id]; !twice {
			l.recordOf[f.id] = i
		}
		if !f.ended(l.today) {
			continue
		}
		l.partsEnded[""] = true
		for j := range f.id {
			if f.id[j] == '-' {
				l.partsEnded[f.id[:j]] = true
			}
		}
	}
}

// findAbove keeps which chapters and parts that the record speaks of are around
// each unit: opening a long text again for each citation of it takes hours.
func (l *Legal) findAbove() {
	noted := make(map[string]bool)
	for _, f := range l.units {
		if strings.Contains(f.id, "chuong-") || strings.Contains(f.id, "phan-") {
			noted[f.id] = true
		}
	}
	if len(noted) == 0 {
		return
	}
	l.above = make(map[string][]string)
	doc := l.Doc.Open()
	for i := range doc.Units {
		id := doc.Units[i].ID
		var out []string
		for p := doc.Units[i].Parent; p >= 0; p = doc.Units[p].Parent {
			if above := doc.Units[p].ID; noted[above] && !strings.HasPrefix(id, above+"-") {
				out = append(out, above)
			}
		}
		if len(out) > 0 {
			slices.Reverse(out)
			l.above[id] = out
		}
	}
}

// unitExists reports a record about a unit that the text does not have. An
// excerpt may speak of units that it does not show.
func (a *assembler) unitExists(l *Legal, id string) {
	if markup.CiteID(id) == "" {
		a.list = append(a.list, diag.At(l.Path, l.Keys.Pos("hieu_luc", id), diag.Block, "tham-chieu-la",
			"“"+id+"” không phải mã của một điều, khoản.", "Viết mã như: dieu-24, dieu-24-khoan-2, dieu-24-khoan-2-diem-a, chuong-2."))
		return
	}
	if l.HasUnit(id) {
		return
	}
	a.list = append(a.list, diag.At(l.Path, l.Keys.Pos("hieu_luc", id), diag.Block, "tham-chieu-la",
		"Văn bản này không có "+markup.CiteID(id)+" (`"+id+"`).", "Xem lại mã: dieu-24, dieu-24-khoan-2. Nếu trang chỉ đăng vài điều thì ghi chi_trich = true."))
}

// HasUnit reports whether a text may be said to have a unit: the portal shows
// it, or shows too little of the text to tell.
func (l *Legal) HasUnit(id string) bool {
	return l.Excerpt || !l.Doc.HasUnits() || l.Doc.HasUnit(id)
}

// unitRef resolves "nd-282-2025#dieu-32".
func (a *assembler) unitRef(f content.File, at diag.Pos, ref string) (UnitRef, bool) {
	id, unit, _ := strings.Cut(ref, "#")
	l := a.legalRef(f, at, id)
	if l == nil {
		return UnitRef{}, false
	}
	if unit != "" && !l.HasUnit(unit) {
		a.list = append(a.list, diag.At(f.Path, at, diag.Block, "tham-chieu-la",
			l.Heading+" không có điều, khoản “"+unit+"”.", "Xem lại mã: dieu-24, dieu-24-khoan-2-diem-a."))
	}
	return UnitRef{l, unit}, true
}

// ended reports whether the record says that its unit is over on a day.
func (f *unitForce) ended(today date.Date) bool {
	return f.record.State == "het_hieu_luc" || !f.ends.IsZero() && !today.Before(f.ends)
}

// StateOf is the state of a unit on the build date: that of the whole text,
// changed by what the record says of each unit around it and of itself.
func (l *Legal) StateOf(unit string) UnitState {
	st := UnitState{Force: l.Force, EndedOn: l.EndedOn}
	for _, r := range l.ReplacedBy {
		st.ReplacedBy = append(st.ReplacedBy, UnitRef{Legal: r})
	}
	switch l.Force {
	case NotYet:
		st.From = l.InForce
	case PartlyEnded:
		// Which parts ended is known only where the record names some.
		st.Force, st.EndedOn = InForce, date.Date{}
		if !l.partsEnded[""] {
			st.Force = Unverified
		}
	}
	if unit == "" {
		st.Force = l.Force
		return st
	}
	for _, id := range l.path(unit) {
		if i, ok := l.recordOf[id]; ok {
			l.units[i].apply(&st, l.today)
			st.Own = id == unit
		}
	}
	if st.Force == InForce && l.partsEnded[unit] {
		st.Force = PartlyEnded
	}
	return st
}

func (f *unitForce) apply(st *UnitState, today date.Date) {
	st.Amended = append(st.Amended, f.amended...)
	if f.record.Note != "" {
		st.Note = f.record.Note
	}
	if len(f.replacedBy) > 0 {
		st.ReplacedBy = f.replacedBy
	}
	switch {
	case f.ended(today):
		if st.Force != Ended || !f.ends.IsZero() {
			st.EndedOn = f.ends
		}
		st.Force, st.Kept = Ended, false
	case f.record.State == "con_hieu_luc":
		if st.Force == Ended || st.Force == Unverified { // kept by the text that ended the rest
			st.Kept, st.ReplacedBy = true, f.replacedBy
		}
		st.Force, st.EndedOn = InForce, date.Date{}
	case st.Force == Ended:
	case !f.record.InForce.IsZero() && today.Before(f.record.InForce), f.record.State == "chua_co_hieu_luc":
		st.Force, st.From = NotYet, f.record.InForce
	case f.record.State == "chua_ro":
		st.Force = Unverified
	case st.Force == Unverified && !f.record.InForce.IsZero():
		st.Force = InForce
	}
}

// path is the ids from the largest unit around a unit down to itself, as far
// as the record of the text speaks of them. Ids of clauses and points begin
// with that of their article; what chapter an article is in, only the text
// knows.
func (l *Legal) path(unit string) []string {
	if len(l.units) == 0 {
		return nil
	}
	out := slices.Clone(l.above[unit])
	for i := range unit {
		if unit[i] == '-' {
			out = append(out, unit[:i])
		}
	}
	return append(out, unit)
}

// OwnForces are the units whose force is not that of their text, in the order
// of the record, with their states: what data about texts must add to one word
// for the whole.
func (l *Legal) OwnForces() []UnitForce {
	var out []UnitForce
	for i := range l.units {
		id := l.units[i].id
		if l.recordOf[id] != i {
			continue
		}
		if st := l.StateOf(id); st.Force != l.Force {
			out = append(out, UnitForce{id, st})
		}
	}
	return out
}

// UnitForce is a unit of a text and its state.
type UnitForce struct {
	Unit string // "dieu-24-khoan-2"
	UnitState
}

// NotedUnits are the units of which the record of a text says something.
func (l *Legal) NotedUnits() []string {
	out := make([]string, len(l.units))
	for i, f := range l.units {
		out[i] = f.id
	}
	return out
}
