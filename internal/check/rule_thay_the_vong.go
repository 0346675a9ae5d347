package check

import (
	"slices"
	"strconv"
	"strings"

	"thonlanh/internal/diag"
)

// thayTheVong: what replaces something leads back to it, over however many
// steps. Nobody could tell then which of them holds.
func thayTheVong(x *gate) diag.List {
	var out diag.List
	t := x.tree
	replaced, amended := newLine(), newLine()
	for _, l := range t.Legal {
		id := l.File.Name
		for i, ref := range l.ReplacedBy {
			if ref != id { // itself: said where references are resolved
				replaced.add(id, step{ref, l.Path, l.Keys.Elem(i, "thay_the_boi")})
			}
		}
		for i, ref := range l.AmendedBy {
			if ref != id {
				amended.add(id, step{ref, l.Path, l.Keys.Elem(i, "sua_doi_boi")})
			}
		}
		for _, u := range l.Units {
			unit := id + "#" + u.Name
			for i, ref := range u.Value.ReplacedBy {
				if ref != unit {
					replaced.add(unit, step{ref, l.Path, l.Keys.Elem(i, "hieu_luc", u.Name, "thay_the_boi")})
				}
			}
			for i, ref := range u.Value.AmendedBy {
				amended.add(unit, step{ref, l.Path, l.Keys.Elem(i, "hieu_luc", u.Name, "sua_doi_boi")})
			}
		}
	}
	out = replaced.circles(out, "thay thế", "Văn bản ra sau thay văn bản ra trước: bỏ `thay_the_boi` ở văn bản ra sau cùng.")
	out = amended.circles(out, "sửa đổi", "Văn bản ra sau sửa văn bản ra trước: bỏ `sua_doi_boi` ở văn bản ra sau cùng.")

	plans := newLine()
	for _, p := range t.Plans {
		if p.ReplacedBy != "" {
			plans.add(strconv.Itoa(p.Year), step{p.ReplacedBy, p.Path, p.Keys.Value("thay_the_boi")})
		}
	}
	out = plans.circles(out, "thay thế", "Bỏ `thay_the_boi` ở kế hoạch đang thực hiện.")

	materials := newLine()
	for _, m := range t.Materials {
		if m.ReplacedBy != "" {
			materials.add(m.Kind+"/"+m.File.Name, step{m.ReplacedBy, m.Path, m.Keys.Value("thay_boi")})
		}
	}
	out = materials.circles(out, "thay thế", "Bỏ `thay_boi` ở bản đang dùng.")

	if t.Bodies == nil {
		return out
	}
	bodies := newLine()
	for _, b := range t.Bodies.List {
		for i, ref := range b.Value.Successors {
			bodies.add(b.Name, step{ref, t.Bodies.Path, t.Bodies.Keys.Elem(i, b.Name, "ke_tiep")})
		}
	}
	return bodies.circles(out, "kế tiếp", "Bỏ `ke_tiep` ở đơn vị đang hoạt động. Đơn vị lập lại sau khi đã thôi thì khai thành một đơn vị mới, mã khác.")
}

// step leads from a record to the one that comes after it.
type step struct {
	to   string
	file string
	at   diag.Pos
}

// line is records and what comes after each.
type line struct {
	from  []string // in the order of the files
	steps map[string][]step
}

func newLine() *line { return &line{steps: make(map[string][]step)} }

func (l *line) add(from string, s step) {
	if len(l.steps[from]) == 0 {
		l.from = append(l.from, from)
	}
	l.steps[from] = append(l.steps[from], s)
}

// circles reports each step that leads back to where the way came from. Every
// step is taken once, however the records are woven into one another.
func (l *line) circles(out diag.List, verb, hint string) diag.List {
	const done = -1
	state := make(map[string]int, len(l.from)) // place on the way counted from 1, or done
	next := make(map[string]int, len(l.from))  // how many steps of a record are taken
	for _, start := range l.from {
		if state[start] != 0 {
			continue
		}
		state[start] = 1
		for way := []string{start}; len(way) > 0; {
			here := way[len(way)-1]
			if next[here] == len(l.steps[here]) {
				state[here] = done
				way = way[:len(way)-1]
				continue
			}
			s := l.steps[here][next[here]]
			next[here]++
			switch place := state[s.to]; {
			case place == 0:
				way = append(way, s.to)
				state[s.to] = len(way)
			case place > 0:
				out = append(out, diag.At(s.file, s.at, diag.Block, "thay-the-vong",
					"Vòng "+verb+": "+chain(way[place-1:])+". Không biết cái nào đang đúng.", hint))
			}
		}
	}
	return out
}

// chain names the records of a circle, the middle of a long one left out.
func chain(circle []string) string {
	const most = 6
	names := circle
	if cut := len(circle) - most; cut > 0 {
		names = append(append(slices.Clone(circle[:most/2]), "… ("+strconv.Itoa(cut)+" mục nữa)"), circle[len(circle)-most/2:]...)
	}
	return strings.Join(names, " → ") + " → " + circle[0]
}
