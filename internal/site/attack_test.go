package site_test

import (
	"fmt"
	"io/fs"
	"math"
	"os"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"thonlanh/internal/config"
	"thonlanh/internal/content"
	"thonlanh/internal/diag"
	"thonlanh/internal/disclosure"
	"thonlanh/internal/render"
	"thonlanh/internal/site"
)

// fewest is how many values must be left to a reader for every count that is
// not told.
const fewest = 3

// The attacker keeps every build and reads every format, and wins against no
// commune.
func TestAttackerRecoversNothing(t *testing.T) {
	before := debug.SetGCPercent(400) // communes by the hundred, each soon gone
	t.Cleanup(func() { debug.SetGCPercent(before) })
	communes := 500
	if testing.Short() {
		communes = 60
	}
	press := newPress(t)
	parts := runtime.NumCPU()
	for part := range parts {
		t.Run(fmt.Sprint(part), func(t *testing.T) {
			t.Parallel()
			told, seen := 0, 0
			for seed := uint64(part); seed < uint64(communes); seed += uint64(parts) {
				a := attack(t, press, newVictim(seed), 0)
				told, seen = told+a.told, seen+1
				if len(a.won) > 0 {
					t.Fatalf("commune %d: %s", seed, strings.Join(a.won, "\n"))
				}
				if a.misread != "" {
					t.Fatalf("commune %d: the attacker misreads: %s", seed, a.misread)
				}
			}
			if told < seen { // else there would be nothing to attack
				t.Errorf("only %d counts were told of %d communes", told, seen)
			}
		})
	}
}

// Without any one protection the attacker wins: none of them is there for
// nothing, and the attacker is not blind.
func TestAttackerWinsWithout(t *testing.T) {
	press := newPress(t)
	for _, off := range disclosure.All() {
		t.Run(off.String(), func(t *testing.T) {
			for seed := range uint64(300) {
				a := attack(t, press, newVictim(seed), off)
				if len(a.won) > 0 {
					t.Logf("commune %d: %s", seed, a.won[0])
					return
				}
			}
			t.Errorf("without %q nothing is recovered: the protection is idle, or the attacker does not see it", off)
		})
	}
}

// press publishes communes without parsing the layouts each time.
type press struct {
	first         *render.Renderer
	pairs, counts options
}

func newPress(t *testing.T) *press {
	t.Helper()
	s := assembled(t, newVictim(0).builds[0], 0)
	r, err := render.New(s, os.DirFS("../../layouts"), os.DirFS("../../static"), render.Options{})
	if err != nil {
		t.Fatal(err)
	}
	pairs, counts := everything()
	return &press{r, pairs, counts}
}

func assembled(t *testing.T, b published, off disclosure.Protection) *site.Site {
	t.Helper()
	project := fstest.MapFS{}
	for name, text := range b.files {
		project[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return assembledFrom(t, project, b, off)
}

func assembledFrom(t *testing.T, project fs.FS, b published, off disclosure.Protection) *site.Site {
	t.Helper()
	c, list, err := config.Load(project)
	if err != nil {
		t.Fatal(err)
	}
	tree, more, err := content.Load(project, 1)
	if err != nil {
		t.Fatal(err)
	}
	if off != 0 {
		s, _ := site.AssembleWithout(tree, c, b.now, off)
		return s
	}
	s, last := site.Assemble(tree, c, b.now)
	for _, p := range append(append(list, more...), last...) {
		if p.Severity == diag.Block {
			t.Fatalf("%s:%d %s: %s", p.File, p.Line, p.Rule, p.Message)
		}
	}
	return s
}

// publish makes the files of a build that could speak of figures or villages.
func (p *press) publish(t *testing.T, b published, off disclosure.Protection) map[string][]byte {
	t.Helper()
	r, err := p.first.For(assembled(t, b, off))
	if err != nil {
		t.Fatal(err)
	}
	docs := map[string][]byte{}
	for _, o := range r.Outputs() {
		if o.Asset != nil || !speaks(o.Path) || strings.HasSuffix(o.Path, ".xlsx") && !b.books {
			continue
		}
		if docs[o.Path], err = r.Render(o.Path); err != nil {
			t.Fatal(err)
		}
	}
	return docs
}

func speaks(name string) bool {
	for _, set := range [...]string{"chi-tieu.", "tien-do.", "thon.", "hoat-dong-thon."} {
		if strings.HasPrefix(name, "du-lieu/"+set) {
			return true
		}
	}
	switch name {
	case "index.html", "tin.xml", "lich.ics", "tien-do/index.html", "tien-do/2026/index.html", "ke-hoach/2026/index.html":
		return true
	}
	return strings.HasPrefix(name, "thon/") || strings.HasPrefix(name, "tim/") && name != "tim/index.html"
}

// attacker is what a reader makes of everything that was published.
type attacker struct {
	press   *press
	v       *victim
	pages   []*page
	off     disclosure.Protection // the rules are known, and so is which is missing
	told    int
	won     []string
	misread string
}

func attack(t *testing.T, press *press, v *victim, off disclosure.Protection) *attacker {
	t.Helper()
	a := &attacker{press: press, v: v, off: off}
	for i, b := range v.builds {
		p, err := open(i, press.publish(t, b, off), v)
		if err != nil {
			t.Fatal(err)
		}
		a.pages = append(a.pages, p)
	}
	a.people(len(v.builds), false)
	a.people(len(v.builds)-1, true)
	a.honours()
	return a
}

func (a *attacker) on(p disclosure.Protection) bool { return a.off&p == 0 }

// step is how the reader knows the classes of a build: 5, 10, 20 …
func (b *published) step() int {
	step := 5
	for step < b.threshold {
		step *= 2
	}
	return step
}

// options are the figures that a cell can still have.
type options []count

// version tells a corrected cell from the one before: corrections are visible.
type version struct {
	place
	n int
}

// people works out the counts of the first builds. While a plan runs, nobody
// may be sure either that there is anybody at all.
func (a *attacker) people(builds int, running bool) {
	for _, t := range a.v.targets {
		left := map[version]options{}
		truth := map[version]count{}
		for b := range builds {
			for at, x := range a.v.builds[b].truth {
				if at.target != t.id {
					continue
				}
				k := version{at, x.version}
				truth[k] = x
				if left[k] == nil {
					left[k] = a.everything(t)
				}
				left[k] = a.fit(t, b, at, left[k])
			}
		}
		for k, x := range truth {
			if !slices.ContainsFunc(left[k], func(c count) bool { return c.n == x.n && c.d == x.d }) {
				a.misread = fmt.Sprintf("%v is %+v, and it found %v", k, x, first(left[k]))
				return
			}
		}
		rest := func(c count) int { return c.d - c.n }
		for k, x := range truth {
			// Of a remainder only what is said of its own cell counts here: that a
			// share was told before and is not told now says that there is one,
			// and how many they are stays open.
			if t.pair {
				a.judge(t, fmt.Sprint(k, " rest"), x.d-x.n, values(left[k], rest), running)
			}
		}
		a.grown(t, builds, left, truth)
		for k, x := range truth {
			a.judge(t, fmt.Sprint(k, " count"), x.n, values(left[k], func(c count) int { return c.n }), running)
			if t.pair {
				a.judge(t, fmt.Sprint(k, " whole"), x.d, values(left[k], func(c count) int { return c.d }), running)
				a.judge(t, fmt.Sprint(k, " rest"), x.d-x.n, values(left[k], rest), false)
			}
		}
	}
	a.sums(builds)
}

func first(o options) options { return o[:min(5, len(o))] }

// Bounds are more than any count of these communes, as a reader would guess.
const (
	wholeBound = 160
	countBound = 600
)

// everything is what a cell can be before anything is read. Nothing changes it.
func (a *attacker) everything(t asked) options {
	if t.pair {
		return a.press.pairs
	}
	return a.press.counts
}

func everything() (pairs, counts options) {
	for n := range countBound {
		counts = append(counts, count{n: n})
	}
	for n := range wholeBound {
		for d := n; d < wholeBound; d++ {
			pairs = append(pairs, count{n: n, d: d})
		}
	}
	return pairs, counts
}

func values(o options, of func(count) int) map[int]bool {
	var there [countBound]bool
	for _, c := range o {
		there[of(c)] = true
	}
	out := map[int]bool{}
	for n, ok := range there {
		if ok {
			out[n] = true
		}
	}
	return out
}

// judge is the verdict on one count.
func (a *attacker) judge(t asked, what string, truth int, left map[int]bool, running bool) {
	if truth < 1 {
		return // nobody
	}
	if len(left) < fewest {
		a.won = append(a.won, fmt.Sprintf("%s of %s is %d, and %v are left", what, t.name, truth, left))
	}
	small := truth < a.v.builds[0].step()
	if running && small && !left[0] {
		a.won = append(a.won, fmt.Sprintf("%s of %s: that it is not 0 is known while the plan runs", what, t.name))
	}
}

// fit leaves the options that explain what a build says of a cell.
func (a *attacker) fit(t asked, b int, at place, o options) options {
	build, p := &a.v.builds[b], a.pages[b]
	c := p.cells[at]
	last := at.period == lastPeriod(build, a.v.periods)
	alone := a.alone(t)
	if c == nil && !(p.silent[t.id] && last && alone && t.counts != "") {
		return o // nothing is said
	}
	if c == nil {
		c = &seen{hidden: true}
	}
	if !c.hidden {
		a.told++
	}
	base, known := p.bases[t.id]
	ended := false
	if now := p.cells[place{t.id, lastPeriod(build, a.v.periods)}]; now != nil {
		ended = now.none
	}
	out := make(options, 0, len(o)/4)
	for _, x := range o {
		if known && t.pair && base > 0 && x.d != base || !a.notes(c, x) {
			continue
		}
		if c.hidden && a.hides(t, build, x, last, ended) || !c.hidden && a.explains(t, build, c, x) {
			out = append(out, x)
		}
	}
	return out
}

func (a *attacker) notes(c *seen, x count) bool {
	for _, n := range c.notes {
		if n != x.n {
			return false
		}
	}
	return true
}

func lastPeriod(b *published, periods []string) string {
	out := ""
	for _, p := range periods {
		if b.files["content/ke-hoach/2026/tien-do/"+p+".toml"] != "" {
			out = p
		}
	}
	return out
}

// alone: of targets that count the same, the first is told.
func (a *attacker) alone(t asked) bool {
	for _, x := range a.v.targets {
		if x.counts == t.counts {
			return x.id == t.id || !a.on(disclosure.Companions)
		}
	}
	return true
}

// hides reports whether a figure would not be told, by the rules.
func (a *attacker) hides(t asked, b *published, x count, last, ended bool) bool {
	if x.n == 0 && x.d == 0 {
		if !a.on(disclosure.Zeros) {
			return false
		}
		return !(b.over && last) && !ended
	}
	step := b.step()
	if a.on(disclosure.Small) && (x.n < step || t.pair && x.d < step) {
		return true
	}
	rest := x.d - x.n
	return a.on(disclosure.Complement) && t.pair && rest > 0 && rest < step
}

// explains reports whether a figure would be told in these words.
func (a *attacker) explains(t asked, b *published, c *seen, x count) bool {
	if t.counts == "" {
		return c.n == nil || x.n >= c.n.low && x.n <= c.n.high
	}
	if c.none {
		return x.n == 0 && x.d == 0
	}
	if x.n == 0 && x.d == 0 || a.hides(t, b, x, false, false) {
		return false
	}
	in := func(s *span, n int) bool { return s == nil || n >= s.low && n <= s.high }
	if !in(c.n, x.n) || c.whole && x.n != x.d || !c.whole && t.pair && !in(c.d, x.d) {
		return false
	}
	step := b.step()
	low := func(n int) int {
		if !a.on(disclosure.Classes) || n < step {
			return n
		}
		return n / step * step
	}
	high := func(n int) int {
		if !a.on(disclosure.Classes) || n < step {
			return n
		}
		return n/step*step + step - 1
	}
	if !t.pair {
		if c.bar && !near(c.barShare, float64(low(x.n))/float64(t.goal)) {
			return false
		}
		if c.reached != nil {
			reached := low(x.n) >= t.goal
			if !a.on(disclosure.Statuses) {
				reached = x.n >= t.goal
			}
			return reached == *c.reached
		}
		return true
	}
	if c.share == nil {
		return true
	}
	var want span
	switch {
	case x.n == x.d:
		want = span{100, 100}
	case !a.on(disclosure.Shares):
		n := int(math.Round(100 * float64(x.n) / float64(x.d)))
		want = span{n, n}
	default:
		want.low = int(math.Floor(100 * float64(low(x.n)) / float64(high(x.d))))
		want.high = min(99, int(math.Ceil(100*float64(high(x.n))/float64(low(x.d)))))
	}
	if !c.bar && want.low > 0 || c.bar && !near(c.barShare, float64(want.low)/100) {
		return c.reached == nil && *c.share == want
	}
	return *c.share == want
}

// grown uses that figures add up from the plan's start, where they do, and
// looks at what was new from one to the next, and at what a correction changed.
func (a *attacker) grown(t asked, builds int, left map[version]options, truth map[version]count) {
	var chain []version
	for _, period := range a.v.periods {
		for n := range 3 {
			k := version{place{t.id, period}, n}
			if _, ok := truth[k]; ok {
				chain = append(chain, k)
			}
		}
	}
	of := [...]struct {
		name string
		get  func(count) int
	}{{"count", func(c count) int { return c.n }}, {"whole", func(c count) int { return c.d }}}
	for i := 1; i < len(chain); i++ {
		from, to := chain[i-1], chain[i]
		for _, q := range of[:1+btoi(t.pair)] {
			before, after := values(left[from], q.get), values(left[to], q.get)
			corrected := from.period == to.period
			possible := map[int]bool{}
		search:
			for x := range before {
				for y := range after {
					if corrected || y >= x {
						possible[y-x] = true
					}
					if len(possible) >= fewest {
						break search // enough is open
					}
				}
			}
			change := q.get(truth[to]) - q.get(truth[from])
			if change < 0 && !corrected {
				continue // the figures do not add up, and the reader can only guess
			}
			if size := max(change, -change); size > 0 && size < a.v.builds[0].step() && len(possible) < fewest {
				a.won = append(a.won, fmt.Sprintf("%s of %s changed by %d from %v to %v, and %v are left", q.name, t.name, change, from, to, possible))
			}
			if top, bottom := most(after), least(before); !corrected {
				left[from] = slices.DeleteFunc(slices.Clone(left[from]), func(c count) bool { return q.get(c) > top })
				left[to] = slices.DeleteFunc(slices.Clone(left[to]), func(c count) bool { return q.get(c) < bottom })
			}
		}
	}
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

func most(s map[int]bool) int {
	out := math.MinInt
	for x := range s {
		out = max(out, x)
	}
	return out
}

func least(s map[int]bool) int {
	out := math.MaxInt
	for x := range s {
		out = min(out, x)
	}
	return out
}

// sums uses that a target is the sum of others.
func (a *attacker) sums(builds int) {
	for _, t := range a.v.targets {
		if len(t.parts) == 0 {
			continue
		}
		parts := []asked{t}
		for _, x := range a.v.targets {
			if slices.Contains(t.parts, x.id) {
				parts = append(parts, x)
			}
		}
		for _, period := range a.v.periods {
			var low, high, truth []int
			for _, x := range parts {
				o := a.everything(x)
				for b := range builds {
					if _, ok := a.v.builds[b].truth[place{x.id, period}]; ok {
						o = a.fit(x, b, place{x.id, period}, o)
					}
				}
				set := values(o, func(c count) int { return c.n })
				low, high = append(low, least(set)), append(high, most(set))
				truth = append(truth, a.v.builds[builds-1].truth[place{x.id, period}].n)
			}
			if _, ok := a.v.builds[builds-1].truth[place{t.id, period}]; !ok {
				continue
			}
			for range 20 { // bounds of the total and of each part narrow one another
				var sumLow, sumHigh int
				for i := 1; i < len(parts); i++ {
					sumLow, sumHigh = sumLow+low[i], sumHigh+high[i]
				}
				low[0], high[0] = max(low[0], sumLow), min(high[0], sumHigh)
				for i := 1; i < len(parts); i++ {
					low[i] = max(low[i], low[0]-(sumHigh-high[i]))
					high[i] = min(high[i], high[0]-(sumLow-low[i]))
				}
			}
			for i, x := range parts {
				if truth[i] > 0 && high[i]-low[i]+1 < fewest {
					a.won = append(a.won, fmt.Sprintf("%s of %s is %d by its sum: %d to %d", period, x.name, truth[i], low[i], high[i]))
				}
			}
		}
	}
}

// honours looks for villages that are pointed at.
func (a *attacker) honours() {
	for _, p := range a.pages {
		build := &a.v.builds[p.build]
		for i, text := range p.village {
			if text != p.village[0] {
				a.won = append(a.won, fmt.Sprintf("build %d: village %d stands apart: %q, %q", p.build, i, text, p.village[0]))
				return
			}
			if years := p.strips[i]; len(years) > 0 && years[len(years)-1]-years[0] != len(years)-1 {
				a.won = append(a.won, fmt.Sprintf("build %d: the page of a village says in which year it was not recognised: %v", p.build, years))
				return
			}
		}
		for year, h := range a.v.years {
			if h.decided.IsZero() || h.decided.After(build.now) || h.earned() == a.v.villages {
				continue
			}
			a.mixed(p, year, h)
		}
	}
}

// mixed is a year in which some villages were not recognised. How many may be
// known only when nobody is pointed at, and not pinned otherwise.
func (a *attacker) mixed(p *page, year int, h *honour) {
	possible := map[int]bool{}
	for m := range a.v.villages {
		told := a.v.villages >= 3 && m >= 3 && a.v.villages-m >= 3 || !a.on(disclosure.Remainder)
		line := fmt.Sprintf("Năm %d: %d/%d thôn được công nhận.", year, m, a.v.villages)
		if told == strings.Contains(p.index, line) {
			possible[m] = true
		}
	}
	// That nothing was decided yet looks the same where nothing is said.
	if !strings.Contains(p.index, fmt.Sprintf("Năm %d:", year)) {
		possible[-1] = true
	}
	for _, period := range a.v.periods {
		if c := p.cells[place{"ct-40", period}]; h.target != "" && c != nil && c.n != nil {
			possible = map[int]bool{c.n.low: true}
		}
	}
	m := h.earned()
	if !possible[m] {
		a.misread = fmt.Sprintf("build %d: %d of %d villages in %d, and it found %v", p.build, m, a.v.villages, year, possible)
	}
	if len(possible) < fewest && (m < 3 || a.v.villages-m < 3) {
		a.won = append(a.won, fmt.Sprintf("build %d: %d of %d villages in %d are pointed at, %v", p.build, m, a.v.villages, year, possible))
	}
}
