package workbook

import (
	"cmp"
	"slices"

	"thonlanh/internal/date"
)

// Bounds of what is read. A commune's figures fill some hundred cells; a
// register that grew for ten years some ten thousand.
const (
	MaxFile   = 32 << 20  // bytes of the file
	MaxSheets = 200       // sheets of a book
	MaxCells  = 1_000_000 // cells that hold something, of all sheets together
)

// File is a workbook that was read.
type File struct {
	Sheets []Table // in the order of the tabs
}

// Sheet is the sheet of this name, or nil.
func (f *File) Sheet(name string) *Table {
	for i := range f.Sheets {
		if f.Sheets[i].Name == name {
			return &f.Sheets[i]
		}
	}
	return nil
}

// Table is a sheet that was read. Rows and cells that hold nothing are left
// out, however many the file has.
type Table struct {
	Name   string
	Hidden bool
	Rows   []Row // in order, each number once
	Merged []Range
}

// Row is a row that holds something.
type Row struct {
	Number int // counted from 1
	Hidden bool
	Cells  []Value // in the order of the columns, each column once
}

// Cell is the cell in this column, counted from 1, or an empty one in its
// place.
func (r *Row) Cell(col int) Value {
	i, ok := slices.BinarySearchFunc(r.Cells, col, func(v Value, col int) int { return cmp.Compare(int(v.Col), col) })
	if ok {
		return r.Cells[i]
	}
	return Value{Ref: At(r.Number, col)}
}

// Value is what stands in a cell.
type Value struct {
	Ref
	// Kind is KindText, KindNumber, KindDay, KindBool, KindError, or KindEmpty
	// for a formula whose result was not stored. A day that was typed as text
	// is text. A share of 87 % is KindNumber with Percent.
	Kind Kind
	// Percent: the number is shown with a percent sign; Number is 0.87.
	Percent bool
	// Formula: the value is the stored result of a formula.
	Formula bool
	// Text is the text, also of an error (#DIV/0!), or the number as the file
	// spells it.
	Text string
	// Number is the number as Excel shows it, to 15 digits; of a day, its count
	// since 1900 with the time of day behind the point; of a Bool 0 or 1.
	Number float64
}

// Missing reports a formula without a stored result: the file must be opened
// and saved once by a program that calculates.
func (v Value) Missing() bool { return v.Formula && v.Kind == KindEmpty }

// Day is the day of a KindDay.
func (v Value) Day() (date.Date, bool) {
	if v.Kind != KindDay {
		return date.Date{}, false
	}
	return dayOf(v.Number)
}
