package disclosure

import (
	"fmt"
	"math/bits"
	"strings"
	"testing"
)

const threshold = 5

// The reader of these tests knows everything there is to know: for each thing
// that can be published he has the list of all figures that lead to it. What
// is small must be left with three values at least, whatever it is: a count,
// what is left of a base, what arose between two periods, a count less others.

// world is one possible truth: counts by series and period.
type world [][]int

type figure struct {
	series string
	rows   []int // of the world: one for a count, part and base for a share
}

// published is what a reader sees of a world: counts, or a share in whole
// percent beside its base, which he knows from elsewhere.
func published(w world, figures []figure, off Off) (string, [][]bool) {
	c := New(threshold, off)
	var b strings.Builder
	shown := make([][]bool, len(w))
	for i := range w {
		shown[i] = make([]bool, len(w[i]))
	}
	for period := range w[0] {
		c.Period()
		for _, f := range figures {
			var counts []int
			for _, row := range f.rows {
				counts = append(counts, w[row][period])
			}
			if !c.Publish(f.series, counts...) {
				b.WriteString("- ")
				continue
			}
			for _, row := range f.rows {
				shown[row][period] = true
				fmt.Fprintf(&b, "%d ", w[row][period])
			}
		}
	}
	return b.String(), shown
}

// quantity is a number that may point at somebody.
type quantity struct {
	name string
	of   func(world) int
}

func quantities(figures []figure, periods int) []quantity {
	var out []quantity
	add := func(of func(world) int, format string, args ...any) {
		out = append(out, quantity{fmt.Sprintf(format, args...), of})
	}
	for _, f := range figures {
		part, base := f.rows[0], f.rows[len(f.rows)-1]
		for p := range periods {
			add(func(w world) int { return w[part][p] }, "%s in %d", f.series, p)
			if part != base {
				add(func(w world) int { return w[base][p] }, "base of %s in %d", f.series, p)
				add(func(w world) int { return w[base][p] - w[part][p] }, "rest of %s in %d", f.series, p)
			}
			for b := range p {
				for _, row := range f.rows {
					add(func(w world) int { return w[row][p] - w[row][b] }, "new of %s.%d from %d to %d", f.series, row, b, p)
				}
			}
			for _, g := range figures {
				if g.series == f.series {
					continue
				}
				less := g.rows[0]
				add(func(w world) int { return w[base][p] - w[less][p] }, "%s less %s in %d", f.series, g.series, p)
				for b := range p {
					add(func(w world) int { return w[base][p] - w[less][p] - w[base][b] + w[less][b] }, "new %s less %s from %d to %d", f.series, g.series, b, p)
				}
				for _, h := range figures {
					if h.series > g.series && h.series != f.series {
						more := h.rows[0]
						add(func(w world) int { return w[base][p] - w[less][p] - w[more][p] }, "%s less %s and %s in %d", f.series, g.series, h.series, p)
					}
				}
			}
		}
	}
	return out
}

// attack looks for a small quantity that a reader can pin to fewer than three
// values, in any world that is not too near to the edge of those tried.
func attack(worlds []world, figures []figure, most int, off Off) (found string) {
	all := quantities(figures, len(worlds[0][0]))
	type group struct {
		values []uint64 // of each quantity, a bit for each value
		inside bool
	}
	groups := make(map[string]*group)
	for _, w := range worlds {
		seen, shown := published(w, figures, off)
		g := groups[seen]
		if g == nil {
			g = &group{make([]uint64, len(all)), true}
			groups[seen] = g
			sum := 0
			for i := range w {
				top := 0
				for j, n := range w[i] {
					if shown[i][j] {
						top = max(top, n)
					}
				}
				sum += top
			}
			g.inside = sum+2*(threshold-1) <= most
		}
		for k, q := range all {
			g.values[k] |= 1 << bit(q.of(w))
		}
	}
	for seen, g := range groups {
		if !g.inside {
			continue
		}
		for k, q := range all {
			if bits.OnesCount64(g.values[k]) >= 3 {
				continue
			}
			for n := 1; n < threshold; n++ {
				if g.values[k]>>bit(n)&1 == 1 {
					return fmt.Sprintf("of %q a reader knows %s: %d, or one other value at most", seen, q.name, n)
				}
			}
		}
	}
	// Whoever keeps an earlier build knows what it showed, and so must not be
	// told less of it than before.
	for _, w := range worlds {
		_, shown := published(w, figures, off)
		for end := 1; end < len(w[0]); end++ {
			earlier := make(world, len(w))
			for i := range w {
				earlier[i] = w[i][:end]
			}
			_, before := published(earlier, figures, off)
			for i := range before {
				for j := range before[i] {
					if before[i][j] != shown[i][j] {
						return fmt.Sprintf("%v: a later period changes what is shown of an earlier one", w)
					}
				}
			}
		}
	}
	return ""
}

// bit is the place of a value; those far off count as one, which only helps
// the reader.
func bit(n int) int { return min(max(n, -8), 55) + 8 }

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

func worldsOf(rows, periods, most int, fits func(world) bool) []world {
	out := []world{nil}
	for k := range rows {
		var next []world
		for _, w := range out {
			for _, row := range rising(periods, most) {
				if k == 0 && rows == 2 && periods == 3 && !fits(world{row}) {
					continue // too many to make them all
				}
				next = append(next, append(w[:len(w):len(w)], row))
			}
		}
		out = next
	}
	if fits == nil {
		return out
	}
	var fit []world
	for _, w := range out {
		if fits(w) {
			fit = append(fit, w)
		}
	}
	return fit
}

func part(w world) bool {
	for i := range w[0] {
		if w[0][i] > w[1][i] {
			return false
		}
	}
	return true
}

var (
	one    = []figure{{"a", []int{0}}}
	share  = []figure{{"a", []int{0, 1}}}
	two    = []figure{{"a", []int{0}}, {"b", []int{1}}}
	three  = []figure{{"a", []int{0}}, {"b", []int{1}}, {"c", []int{2}}}
	shapes = []struct {
		name    string
		figures []figure
		rows    int
		periods int
		most    int
		fits    func(world) bool
	}{
		{"one count in four periods", one, 1, 4, 24, nil},
		{"a share in two periods", share, 2, 2, 20, part},
		{"two counts in two periods", two, 2, 2, 20, nil},
		{"three counts", three, 3, 1, 31, nil},
		{"two counts in three periods", two, 2, 3, 24, func(w world) bool {
			switch [3]int(w[0]) { // of all that the first may be, some
			case [3]int{0, 6, 11}, [3]int{0, 6, 6}, [3]int{0, 0, 12}, [3]int{5, 5, 10}, [3]int{0, 1, 9}, [3]int{0, 2, 9}, [3]int{0, 3, 9}, [3]int{0, 4, 9}:
				return true
			}
			return false
		}},
	}
)

func TestNobodyIsPinned(t *testing.T) {
	for _, s := range shapes {
		if found := attack(worldsOf(s.rows, s.periods, s.most, s.fits), s.figures, s.most, Off{}); found != "" {
			t.Errorf("%s: %s", s.name, found)
		}
	}
}

// Without any one of the protections the reader finds somebody.
func TestEachProtectionIsNeeded(t *testing.T) {
	for _, c := range []struct {
		off   Off
		shape int
	}{
		{Off{Small: true}, 0},
		{Off{Rest: true}, 1},
		{Off{Periods: true}, 0},
		{Off{Totals: true}, 2},
		{Off{Totals: true}, 3},
		{Off{Gaps: true}, 4},
	} {
		s := shapes[c.shape]
		found := attack(worldsOf(s.rows, s.periods, s.most, s.fits), s.figures, s.most, c.off)
		if found == "" {
			t.Errorf("%s: nothing found with %+v", s.name, c.off)
		}
		t.Logf("%+v: %s", c.off, found)
	}
}

func TestWhatIsSafeIsPublished(t *testing.T) {
	c := New(5, Off{})
	for _, step := range []struct {
		series string
		counts []int
		want   bool
	}{
		{"vu", []int{0, 0}, true},
		{"", nil, true},
		{"vu", []int{14, 14}, true},
		{"phat", []int{30}, false}, // 14 and 14 leave two
		{"phat", []int{40}, true},
		{"phat", []int{40}, false}, // said already
		{"", nil, true},
		{"vu", []int{16, 16}, false}, // two new ones
		{"", nil, true},
		{"vu", []int{18, 18}, false}, // too near to the last that is known
		{"", nil, true},
		{"vu", []int{25, 20}, false}, // more than all
		{"vu", []int{25, 25}, true},
		{"moi", []int{-1}, false},
	} {
		if step.series == "" {
			c.Period()
			continue
		}
		if got := c.Publish(step.series, step.counts...); got != step.want {
			t.Errorf("%s %v: %v", step.series, step.counts, got)
		}
	}
}

// However many counts there are, the answer comes at once.
func TestManyCounts(t *testing.T) {
	c := New(5, Off{})
	said := 0
	for period := range 24 {
		c.Period()
		for k := range 100 {
			if c.Publish(fmt.Sprint(k), (period+1)*(1<<min(k, 20))*5) {
				said++
			}
		}
	}
	if said == 0 {
		t.Error("nothing is published")
	}
}
