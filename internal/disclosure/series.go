package disclosure

import "math"

// Cell is what is known inside the office of one target in one period, from
// the plan's start on.
type Cell struct {
	Known    bool
	Num, Den int // Den is the whole, where the target has one
}

// Shape is what all cells of a target have in common.
type Shape struct {
	Pair      bool // Num of Den; else Num alone
	ShareOnly bool // of a pair only the share is told: how many cases were dealt with
	Goal      int  // of counts alone; 0 for none
	Over      bool // the plan's time is over
}

// Span is a range of values, both ends included.
type Span struct{ Low, High int }

// Fact is what may be told of a cell. The zero Fact tells nothing: not even
// whether there is a figure.
type Fact struct {
	Told     bool
	None     bool // nothing arose; the rest is empty
	Whole    bool // Num is all of Den
	Num, Den Span // empty where only the share is told
	Share    Span // percent, of pairs
	Reached  bool // the goal, or the whole
}

// Series decides what is told of the periods of one target.
func (m Method) Series(cells []Cell, s Shape) []Fact {
	out := make([]Fact, len(cells))
	last := -1
	for i, c := range cells {
		if c.Known {
			last = i
		}
	}
	ended := last >= 0 && s.Over && none(cells[last], s)
	for i, c := range cells {
		switch {
		case !c.Known || c.Num < 0 || s.Pair && c.Num > c.Den:
		case none(c, s):
			out[i].Told = ended || !m.On(Zeros)
			out[i].None = out[i].Told
		default:
			out[i] = m.fact(c, s)
		}
	}
	return out
}

func none(c Cell, s Shape) bool { return c.Num == 0 && (!s.Pair || c.Den == 0) }

func (m Method) fact(c Cell, s Shape) Fact {
	if m.On(Small) && (c.Num < m.step || s.Pair && c.Den < m.step) {
		return Fact{}
	}
	rest := c.Den - c.Num
	if m.On(Complement) && s.Pair && rest > 0 && rest < m.step {
		return Fact{}
	}
	f := Fact{Told: true, Num: m.span(c.Num)}
	if !s.Pair {
		f.Reached = s.Goal > 0 && f.Num.Low >= s.Goal
		if !m.On(Statuses) {
			f.Reached = s.Goal > 0 && c.Num >= s.Goal
		}
		return f
	}
	f.Den, f.Whole, f.Reached = m.span(c.Den), rest == 0, rest == 0
	f.Share = share(f.Num, f.Den)
	switch {
	case f.Whole:
		f.Share = Span{100, 100}
	case !m.On(Shares):
		exact := int(math.Round(100 * float64(c.Num) / float64(c.Den)))
		f.Share = Span{exact, exact}
	}
	if s.ShareOnly {
		f.Num, f.Den = Span{}, Span{}
	}
	return f
}

// span is the class of a count.
func (m Method) span(n int) Span {
	if !m.On(Classes) || n < m.step {
		return Span{n, n}
	}
	low := n - n%m.step
	if low > math.MaxInt-m.step {
		return Span{low, math.MaxInt}
	}
	return Span{low, low + m.step - 1}
}

// share is all percentages that a count of one class can be of a whole of
// another and not be all of it.
func share(num, den Span) Span {
	low := math.Floor(100 * float64(num.Low) / float64(max(1, den.High)))
	high := math.Ceil(100 * float64(num.High) / float64(max(1, den.Low)))
	return Span{int(low), int(min(99, high))}
}

// Alone reports, for the targets of a plan in their order, which may be told:
// of those that count the same kind of thing, the first. Parts and their total
// would narrow one another.
func (m Method) Alone(kinds []string) []bool {
	out := make([]bool, len(kinds))
	seen := make(map[string]bool)
	for i, k := range kinds {
		out[i] = !seen[k] || !m.On(Companions)
		seen[k] = true
	}
	return out
}
