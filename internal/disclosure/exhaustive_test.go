package disclosure

import (
	"fmt"
	"math/bits"
	"strings"
	"testing"
)

// The reader of these tests knows all there is to know: for everything that
// can be told he has the list of all figures that lead to it. Whatever is small
// must be left with three values at least: a count, what is left of its whole,
// what arose between two periods, and a cell of which nothing is told.

// world is one possible truth: the cells of one target, period by period.
type world []Cell

// told is what a reader has of a world after every build: with each period
// that comes, one more build, and he keeps them all.
func told(m Method, w world, s Shape) string {
	var b strings.Builder
	for n := 1; n <= len(w); n++ {
		running := s
		running.Over = s.Over && n == len(w)
		for _, f := range m.Series(w[:n], running) {
			fmt.Fprintf(&b, "%+v ", f)
		}
	}
	return b.String()
}

// rising lists the rows of n counts that add up, each at most most.
func rising(n, most int) [][]int {
	if n == 0 {
		return [][]int{nil}
	}
	var out [][]int
	for _, head := range rising(n-1, most) {
		from := 0
		if n > 1 {
			from = head[n-2]
		}
		for v := from; v <= most; v++ {
			out = append(out, append(head[:n-1:n-1], v))
		}
	}
	return out
}

// worlds are all truths of some periods in which counts only rise.
func worlds(periods, most int, s Shape) []world {
	var out []world
	rows := rising(periods, most)
	for _, den := range rows {
		if !s.Pair {
			w := make(world, periods)
			for i, n := range den {
				w[i] = Cell{Known: true, Num: n}
			}
			out = append(out, w)
			continue
		}
		for _, num := range rows {
			w := make(world, periods)
			fits := true
			for i := range w {
				w[i] = Cell{Known: true, Num: num[i], Den: den[i]}
				fits = fits && num[i] <= den[i]
			}
			if fits {
				out = append(out, w)
			}
		}
	}
	return out
}

// pinned looks for a small number that a reader can narrow to fewer than three
// values.
func pinned(m Method, all []world, s Shape) string {
	type quantity struct {
		name string
		of   func(world) int
	}
	var quantities []quantity
	add := func(of func(world) int, format string, args ...any) {
		quantities = append(quantities, quantity{fmt.Sprintf(format, args...), of})
	}
	for i := range all[0] {
		add(func(w world) int { return w[i].Num }, "count in %d", i)
		if s.Pair {
			add(func(w world) int { return w[i].Den }, "whole in %d", i)
			add(func(w world) int { return w[i].Den - w[i].Num }, "rest in %d", i)
		}
		for j := range i {
			add(func(w world) int { return w[i].Num - w[j].Num }, "new from %d to %d", j, i)
			if s.Pair {
				add(func(w world) int { return w[i].Den - w[j].Den }, "new of the whole from %d to %d", j, i)
			}
		}
	}
	groups := make(map[string][]uint64)
	for _, w := range all {
		g := groups[told(m, w, s)]
		if g == nil {
			g = make([]uint64, len(quantities))
			groups[told(m, w, s)] = g
		}
		for k, q := range quantities {
			g[k] |= 1 << q.of(w)
		}
	}
	for said, g := range groups {
		for k, values := range g {
			if bits.OnesCount64(values) >= 3 {
				continue
			}
			for n := 1; n < grid; n++ {
				if values>>n&1 == 1 {
					return fmt.Sprintf("of %s a reader knows: %s is %d, or one other value at most", said, quantities[k].name, n)
				}
			}
		}
	}
	return ""
}

var shapes = []struct {
	name          string
	shape         Shape
	periods, most int // the edge is that of a class
}{
	{"a count", Shape{Goal: 12}, 3, 19},
	{"a count of a plan that is over", Shape{Goal: 12, Over: true}, 3, 19},
	{"a pair", Shape{Pair: true}, 2, 14},
	{"a share", Shape{Pair: true, ShareOnly: true}, 2, 14},
	{"a share of a plan that is over", Shape{Pair: true, ShareOnly: true, Over: true}, 2, 14},
}

func TestNobodyIsPinned(t *testing.T) {
	for _, c := range shapes {
		if found := pinned(New(grid), worlds(c.periods, c.most, c.shape), c.shape); found != "" {
			t.Errorf("%s: %s", c.name, found)
		}
	}
}

// Without any one of these protections of single targets the reader finds
// somebody. Those between targets, of words and of villages are shown on whole
// portals.
func TestProtectionsOfATargetAreNeeded(t *testing.T) {
	for _, p := range []Protection{Small, Classes, Shares, Statuses} {
		found := ""
		for _, c := range shapes {
			if found == "" {
				found = pinned(Without(New(grid), p), worlds(c.periods, c.most, c.shape), c.shape)
			}
		}
		if found == "" {
			t.Errorf("%v: nothing is found without it", p)
		}
		t.Logf("%v: %s", p, found)
	}
}
