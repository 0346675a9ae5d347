package disclosure

// side is how many villages must stand on either side of a number of villages:
// fewer are pointed at.
const side = 3

// Villages reports whether "some of all" may be told of villages.
func (m Method) Villages(some, all int) bool {
	if !m.On(Remainder) {
		return true
	}
	if some == all {
		return all >= side
	}
	return some >= side && all-some >= side
}

// Step is how far a village has come in the recognition of a year.
type Step uint8

// The steps, in their order.
const (
	NoStep Step = iota
	Registered
	Scored
	Submitted
	Recognised
)

// Year is the recognition of one year, as the office knows it.
type Year struct {
	Year    int
	Decided bool
	Steps   []Step // of every village, in one order for all years
}

// Recognition is what may be told of the recognitions of all years.
type Recognition struct {
	Villages []Record
	Counts   []Tally // mixed years of which the number may be told
}

// Record is what may be told of one village. With all protections it is the
// same for every village.
type Record struct {
	Years   []int // earned; oldest first
	Listed  bool  // the years themselves may be told, else only how many
	Step    Step  // of the running year, NoStep for none that may be told
	Running int   // that year
}

// Tally is how many villages earned a year's recognition.
type Tally struct{ Year, Some, All int }

// Recognitions decides over years in their order; n is how many villages there
// are, hidden ones included.
func (m Method) Recognitions(years []Year, n int) Recognition {
	out := Recognition{Villages: make([]Record, n)}
	if n < side && m.On(Remainder) {
		return out
	}
	last := 0 // decided year
	for _, y := range years {
		if len(y.Steps) != n {
			continue
		}
		if !y.Decided {
			m.running(&out, y)
			continue
		}
		last = y.Year
		some := 0
		for _, s := range y.Steps {
			if s == Recognised {
				some++
			}
		}
		for i, s := range y.Steps {
			if some == n || s == Recognised && !m.On(Together) {
				out.Villages[i].Years = append(out.Villages[i].Years, y.Year)
			}
		}
		if some < n && m.Villages(some, n) {
			out.Counts = append(out.Counts, Tally{y.Year, some, n})
		}
	}
	for i := range out.Villages {
		r := &out.Villages[i]
		r.Listed = !m.On(Strip) || unbroken(r.Years, last)
		if r.Running <= last { // decided since, or an older year that nobody closed
			r.Step, r.Running = NoStep, 0
		}
	}
	return out
}

// running tells the step that every village has reached.
func (m Method) running(out *Recognition, y Year) {
	least := Submitted
	for _, s := range y.Steps {
		least = min(least, s)
	}
	for i, s := range y.Steps {
		if !m.On(Steps) {
			least = min(Submitted, s)
		}
		out.Villages[i].Step, out.Villages[i].Running = least, y.Year
		if least == NoStep {
			out.Villages[i].Running = 0
		}
	}
}

func unbroken(years []int, last int) bool {
	for i, y := range years {
		if y != last-len(years)+1+i {
			return false
		}
	}
	return len(years) > 0
}
