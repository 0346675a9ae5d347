package form

import (
	"cmp"
	"fmt"
	"slices"
)

// Problem is one thing wrong with what was filled in.
type Problem struct {
	Sheet    string // empty for a CSV file
	Row, Col int    // from 1; 0 and 0 for the whole file
	About    string // what the cell is for: "ct-2, Tử số"
	Message  string
	Hint     string
}

// Where names the cell: Thôn!C7.
func (p Problem) Where() string { return place(p.Sheet, p.Row, p.Col) }

func place(sheet string, row, col int) string {
	switch {
	case row == 0:
		return sheet
	case sheet == "":
		return "ô " + ref(row, col)
	}
	return sheet + "!" + ref(row, col)
}

// String is the problem as people are told it.
func (p Problem) String() string {
	s := p.Where()
	if p.About != "" {
		s += " (" + p.About + ")"
	}
	if s != "" {
		s += ": "
	}
	return s + p.Message + "\n  Cách sửa: " + p.Hint
}

// maxProblems is how many are named. Nobody mends more in one go.
const maxProblems = 200

// sorted puts problems in the order of the sheets and of their cells.
func (r *Reading) sorted() {
	order := make(map[string]int)
	for i, s := range r.book.Sheets {
		order[s.Name] = i
	}
	slices.SortStableFunc(r.Problems, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(order[a.Sheet], order[b.Sheet]), cmp.Compare(a.Row, b.Row), cmp.Compare(a.Col, b.Col))
	})
}

func (r *Reading) problem(s *Sheet, row, col int, about string, bad *fault) {
	if len(r.Problems) >= maxProblems {
		r.More++
		return
	}
	r.Problems = append(r.Problems, Problem{Sheet: s.Name, Row: row, Col: col, About: about, Message: bad.message, Hint: bad.hint})
}

func (r *Reading) note(s *Sheet, row, col int, format string, args ...any) {
	if len(r.Notes) >= maxProblems {
		return
	}
	r.Notes = append(r.Notes, place(s.Name, row, col)+": "+fmt.Sprintf(format, args...))
}
