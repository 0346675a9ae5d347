// Package disclosure decides which counts of people concerned, cases, premises
// and tests may be published, so that no reader can work out a small one. In a
// commune of a few hundred households a count of three points at somebody.
//
// It is statistical disclosure control by cell suppression (Hundepool et al.,
// Statistical Disclosure Control, 2012): primary suppression of small counts,
// complementary suppression of whatever a small count could be computed from.
// The reader it guards against knows the rules, the threshold and the program,
// keeps everything that was ever published, and adds and subtracts.
//
// Counts add up from the start of a plan. What is kept back is decided period
// by period in the order of time, each only from what came before it, so a
// later period never takes back what an earlier build has published.
//
// For each count that is kept back a reader is left with at least threshold-1
// values: all that lie above the last published count by less than the
// threshold. That holds because
//
//   - every published count is 0 or at least the threshold,
//   - so are a total less its part, whichever counts of a period may be total
//     and parts (nobody declares which are),
//   - and so is what arose between any two periods, alone and in the same sums,
//   - and after a period that was kept back the next published count is higher
//     than the last one by the threshold or more, so that it cannot close in
//     on what lies between.
package disclosure

// Control decides for the counts of one kind in one plan. It is used by one
// goroutine.
type Control struct {
	threshold int
	off       Off
	periods   []map[string][]int // published counts by series; the first is the plan's start, all zero
	gap       map[string]bool    // series of which something was kept back since it was last published
}

// Off switches protections off, to show that each of them is needed. Only
// tests set any.
type Off struct {
	Small   bool // a count is 0 or at least the threshold
	Rest    bool // so is what is left of a base
	Periods bool // so is what arose between two periods
	Totals  bool // so is what is left of one count when others are taken from it
	Gaps    bool // after a gap a count is well above the last one
}

// New makes a control. A threshold below 2 protects nobody and counts as 2.
func New(threshold int, off Off) *Control {
	return &Control{threshold: max(threshold, 2), off: off, periods: []map[string][]int{{}}, gap: make(map[string]bool)}
}

// Period begins the next period. Periods come in the order of time.
func (c *Control) Period() { c.periods = append(c.periods, make(map[string][]int)) }

// maxCounts bounds how many counts of one kind a period may publish: whatever
// sums can be made of them is looked at.
const maxCounts = 12

// Publish reports whether a figure of the period may be published, and keeps
// it if so. series names what is counted over the periods; counts are all that
// a reader may learn from the figure: the count, or both numbers of a share.
// Of a share the first is the part, the second the base.
func (c *Control) Publish(series string, counts ...int) bool {
	if len(c.periods) == 1 {
		c.Period()
	}
	now := c.periods[len(c.periods)-1]
	if _, twice := now[series]; twice || !c.allows(series, counts) {
		c.gap[series] = true
		return false
	}
	now[series] = counts
	delete(c.gap, series)
	return true
}

func (c *Control) allows(series string, counts []int) bool {
	for _, n := range counts {
		if n < 0 || !c.off.Small && c.small(n) {
			return false
		}
	}
	if len(counts) == 2 && (counts[0] > counts[1] || !c.off.Rest && c.small(counts[1]-counts[0])) {
		return false
	}
	last := len(c.periods) - 1
	now := c.periods[last]
	if c.gap[series] && !c.off.Gaps {
		before := c.lastOf(series, len(counts))
		for i, n := range counts {
			if n < before[i]+c.threshold {
				return false
			}
		}
	}
	for i := range last {
		if i > 0 && c.off.Periods {
			break
		}
		then, started := c.periods[i], i == 0
		if before, known := then[series]; known && len(before) == len(counts) || started {
			if !c.grown(then, now, series, counts, started) {
				return false
			}
		}
	}
	return true
}

// grown judges what arose between two periods: the growth of the new counts,
// and of all others that both periods have, is neither small nor makes a small
// one with the rest.
func (c *Control) grown(then, now map[string][]int, series string, counts []int, started bool) bool {
	var all []int
	for i, n := range counts {
		if !started {
			n -= then[series][i]
		}
		n = max(n, -n)
		if !started && c.small(n) {
			return false
		}
		all = append(all, n)
	}
	fresh := len(all)
	if c.off.Totals {
		return true
	}
	for other, counts := range now {
		before, known := then[other]
		if !known && !started || !started && len(before) != len(counts) {
			continue
		}
		for i, n := range counts {
			if !started {
				n -= before[i]
			}
			all = append(all, max(n, -n))
		}
	}
	if len(all) > maxCounts {
		return false
	}
	return !c.combines(all, fresh)
}

// combines reports whether one count less the sum of some others is small.
// The first own counts are of one figure; what is left of their base has been
// judged.
func (c *Control) combines(all []int, own int) bool {
	if len(all) == own {
		return false
	}
	for set := 1; set < 1<<len(all); set++ {
		sum := 0
		for i, n := range all {
			if set>>i&1 == 1 {
				sum += n
			}
		}
		for i, n := range all {
			if set>>i&1 == 0 && c.small(n-sum) {
				return true
			}
		}
	}
	return false
}

// lastOf is the counts of a series that were published last, zero at the start.
func (c *Control) lastOf(series string, n int) []int {
	for i := len(c.periods) - 1; i > 0; i-- {
		if counts, ok := c.periods[i][series]; ok && len(counts) == n {
			return counts
		}
	}
	return make([]int, n)
}

// small reports counts that point at somebody.
func (c *Control) small(n int) bool { return n > 0 && n < c.threshold }
