package form

import (
	"slices"
	"strconv"
	"strings"

	"thonlanh/internal/date"
	"thonlanh/internal/diag"
	"thonlanh/internal/tomlfile"
	"thonlanh/internal/viet"
)

// Changed is a value that an import set.
type Changed struct {
	Place    string // the cell it comes from
	Key      string // ct-2.tu_so
	Old, New string // as people write them; Old is empty for a new value
}

// Merged is what becomes of a file of figures.
type Merged struct {
	Data    []byte
	Changed []Changed
	Same    int  // values that stood there already
	Public  bool // numbers changed that the file said may be published
}

// Merge puts what was read into the file of figures data, nil where there is
// none yet, and keeps everything else of it: comments, order, spelling, and
// the keys that the form does not know. Cells that were left empty change
// nothing. With problems there is no result.
func (r *Reading) Merge(path string, data []byte) (*Merged, diag.List) {
	if data == nil {
		data = []byte(newFile)
	}
	m := &Merged{}
	now := ReadValues(path, data)
	if now == nil {
		now = &Values{} // what is wrong with the file Edit will say
	}
	var changes []tomlfile.Change
	for _, e := range r.inOrder() {
		old := now.value(e.path)
		if same(old, e.value) {
			m.Same++
			continue
		}
		changes = append(changes, tomlfile.Change{Path: e.path, Value: e.value, Title: e.title, Behind: r.before(e.path)})
		m.Public = m.Public || old != nil && len(e.path) > 1 && now.Public != nil && *now.Public
		m.Changed = append(m.Changed, Changed{Place: e.place, Key: strings.Join(e.path, "."), Old: say(old), New: say(e.value)})
	}
	out, list := tomlfile.Edit(path, data, changes)
	if list.Stops() || out == nil {
		return nil, list
	}
	m.Data = out
	return m, nil
}

// inOrder is what was filled in, in the order of the plan, with one entry for
// each list.
func (r *Reading) inOrder() []entry {
	at := make(map[string]entry)
	for _, e := range r.entries {
		at[strings.Join(e.path, "\x00")] = e
	}
	var out []entry
	take := func(path ...string) {
		if e, ok := at[strings.Join(path, "\x00")]; ok {
			out = append(out, e)
		}
	}
	for _, key := range [...]string{keyAsOf, keyOrigin, keyPublic} {
		take(key)
	}
	for i := range r.plan.Targets {
		t := &r.plan.Targets[i]
		for _, key := range [...]string{keyNum, keyDen, keyState} {
			take(t.ID, key)
		}
		if e, ok := r.doneOf(t, at); ok {
			out = append(out, e)
		}
		take(t.ID, keyOrigin)
		take(t.ID, keyNote)
	}
	for _, v := range r.plan.Villages {
		for _, a := range r.plan.Activities {
			take(keyVillage, v.ID, a.Key)
		}
	}
	return out
}

// before names the tables that stand before one in the order of the plan.
func (r *Reading) before(path []string) []string {
	var out []string
	switch len(path) {
	case 2:
		for _, t := range r.plan.Targets {
			if t.ID == path[0] {
				break
			}
			out = append(out, t.ID)
		}
	case 3:
		for _, v := range r.plan.Villages {
			if v.ID == path[1] {
				break
			}
			out = append(out, v.ID)
		}
	}
	return out
}

// doneOf is the list of what is done after the cells that say so: what stood
// there keeps its place and its spelling.
func (r *Reading) doneOf(t *Target, at map[string]entry) (entry, bool) {
	list := slices.Clone(r.plan.now(t.ID).Done)
	if list == nil {
		list = []string{}
	}
	var out entry
	any := false
	for _, item := range t.Items {
		e, ok := at[strings.Join([]string{t.ID, keyDone, item}, "\x00")]
		if !ok {
			continue
		}
		if !any {
			any, out = true, entry{path: []string{t.ID, keyDone}, place: e.place, title: e.title}
		}
		if done := e.value == true; done && !has(list, item) {
			list = append(list, item)
		} else if !done {
			list = slices.DeleteFunc(list, func(x string) bool { return sameName(x, item) })
		}
	}
	out.value = list
	return out, any
}

// value is what a file holds at a path of the form, nil for nothing.
func (v *Values) value(path []string) any {
	number := func(n *int) any {
		if n == nil {
			return nil
		}
		return *n
	}
	words := func(s string) any {
		if s == "" {
			return nil
		}
		return s
	}
	switch {
	case len(path) == 3:
		if n, ok := v.Villages[path[1]][path[2]]; ok {
			return n
		}
		return nil
	case len(path) == 1:
		switch path[0] {
		case keyAsOf:
			if v.AsOf.IsZero() {
				return nil
			}
			return v.AsOf
		case keyOrigin:
			return words(v.Origin)
		}
		if v.Public == nil {
			return nil
		}
		return *v.Public
	}
	f := v.Figures[path[0]]
	switch path[1] {
	case keyNum:
		return number(f.Num)
	case keyDen:
		return number(f.Den)
	case keyState:
		return words(f.State)
	case keyOrigin:
		return words(f.Origin)
	case keyNote:
		return words(f.Note)
	}
	if f.Done == nil {
		return nil
	}
	return f.Done
}

// same reports whether a value stands there already: a text however its lines
// are broken.
func same(old, new any) bool {
	switch new := new.(type) {
	case string:
		s, ok := old.(string)
		return ok && tidy(s) == new
	case []string:
		list, ok := old.([]string)
		return ok && slices.Equal(list, new)
	}
	return old == new
}

// say is a value as people write it.
func say(v any) string {
	switch v := v.(type) {
	case int:
		return viet.Int(v)
	case bool:
		return yesNo(v)
	case date.Date:
		return viet.ShortDate(v)
	case string:
		if w := stateWord(v); w != "" {
			return w
		}
		s := []rune(tidy(v))
		if len(s) > 60 {
			s = append(s[:60], '…')
		}
		return "“" + string(s) + "”"
	case []string:
		return strconv.Itoa(len(v)) + " việc xong"
	}
	return ""
}
