package form

import (
	"thonlanh/internal/date"
	"thonlanh/internal/workbook"
)

// Book is a form as a spreadsheet holds it, whatever the file: what is to be
// written, and what was read.
type Book struct {
	Sheets []*Sheet
}

// Sheet is one page of a book. A CSV file is a book with one sheet that has no
// name.
type Sheet struct {
	Name   string
	Hidden bool
	Rows   []Row
	Merges []Range      // cells that were made one
	Widths []int        // of the columns, in characters; for writing
	Frozen workbook.Ref // the last row and column that stay in sight; for writing
}

// Row is one row; rows without anything in them may be left out.
type Row struct {
	Number int // from 1
	Hidden bool
	Cells  []Cell // from column A
}

// Range is a rectangle of cells, all bounds included and counted from 1.
type Range struct{ Row, Col, LastRow, LastCol int }

// Kind says what a cell holds.
type Kind int

// The kinds of cells.
const (
	Empty Kind = iota
	Text
	Number
	Day
	Bool
	Fault // #REF! and its like
)

// Role says what a cell is for; for writing.
type Role int

// The roles of cells.
const (
	Plain Role = iota
	Title
	Note
	Label  // stands before a cell to be filled in
	Head   // of a column
	Given  // stands there to be read
	Input  // to be filled in
	Closed // not asked here
)

// Cell is one cell.
type Cell struct {
	Kind    Kind
	Text    string // of a text; of a fault what the program shows
	Number  float64
	Day     date.Date
	Yes     bool // of a Bool
	Percent bool // the number is shown as percent
	Formula bool // what the cell holds was worked out
	Unknown bool // it is a formula, and its value is not in the file

	Role    Role
	Waits   Kind     // what an input is for
	Choices []string // the drop-down of an input
}

func text(role Role, s string) Cell {
	if s == "" {
		return Cell{Role: role}
	}
	return Cell{Kind: Text, Text: s, Role: role}
}

func words(s string) Cell {
	c := text(Input, s)
	c.Waits = Text
	return c
}

func number(role Role, n int) Cell {
	return Cell{Kind: Number, Number: float64(n), Role: role, Waits: Number}
}

// blank reports whether nothing that counts is in a cell.
func (c Cell) blank() bool {
	return !c.Unknown && (c.Kind == Empty || c.Kind == Text && tidy(c.Text) == "")
}

// cell is a cell of a row, empty where the row is shorter.
func (r Row) cell(col int) Cell {
	if col < 1 || col > len(r.Cells) {
		return Cell{}
	}
	return r.Cells[col-1]
}

func (r Row) blank() bool {
	for _, c := range r.Cells {
		if !c.blank() {
			return false
		}
	}
	return true
}

// mergeIndex finds the range that makes a cell one with others.
type mergeIndex struct {
	ranges []Range
	byRow  map[int][]int // ranges of few rows
	tall   []int         // the others; a form has none, so the first will do
}

func indexMerges(ranges []Range) *mergeIndex {
	x := &mergeIndex{ranges: ranges, byRow: make(map[int][]int)}
	for i, m := range ranges {
		switch {
		case m.Row == m.LastRow && m.Col == m.LastCol:
		case m.LastRow-m.Row < 50:
			for row := m.Row; row <= m.LastRow; row++ {
				x.byRow[row] = append(x.byRow[row], i)
			}
		case len(x.tall) < 1000:
			x.tall = append(x.tall, i)
		}
	}
	return x
}

func (x *mergeIndex) at(row, col int) (int, bool) {
	for _, list := range [...][]int{x.byRow[row], x.tall} {
		for _, i := range list {
			if m := x.ranges[i]; m.Row <= row && row <= m.LastRow && m.Col <= col && col <= m.LastCol {
				return i, true
			}
		}
	}
	return 0, false
}

func ref(row, col int) string { return workbook.At(row, col).String() }
