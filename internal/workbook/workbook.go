// Package workbook writes, reads and marks Excel workbooks (.xlsx, Office Open
// XML, ISO/IEC 29500).
//
// Write makes a workbook that a person fills in or reads: styles go by meaning,
// and the same Book gives the same bytes. Read gives what stands in the cells
// of a workbook of any make; formulas count as the values stored with them and
// nothing of the file is ever run. Mark copies a workbook and says in one more
// column, "Cần sửa", what has to be mended; every part of the file that this
// does not touch stays as it was, byte for byte.
//
// What is wrong with somebody's file is a *Refusal, in words for that person.
// Every input gives a result or a refusal in bounded time and memory.
package workbook

import (
	"thonlanh/internal/date"
)

// Book is a workbook to be written.
type Book struct {
	Title  string // shown by file managers; may be empty
	Author string // the office that gives the figures out; never a person
	Sheets []Sheet
}

// Sheet is one sheet of a Book. Row 1 is Rows[0], column A is Rows[i][0].
type Sheet struct {
	// Name is what the tab shows. Signs that Excel forbids in it are replaced,
	// and a name that is too long or taken is changed.
	Name string
	Rows [][]Cell
	// Widths of the columns, in digits of the text font. A column without one,
	// or with 0, is as wide as its text needs, within reason.
	Widths []float64
	// FrozenRows stay in view while the rest moves. Those of them that hold
	// a Head cell are printed again on each page.
	FrozenRows int
	FrozenCols int
	Merged     []Range
	Rules      []Rule
	// Locked keeps people from typing into any cell but those of style Input.
	// There is no password: who means to can take the lock off.
	Locked bool
	Hidden bool
}

// Kind is what stands in a cell.
type Kind uint8

// The kinds of cells. Whole and Percent exist for writing, Bool and Error for
// reading.
const (
	KindEmpty Kind = iota
	KindText
	KindNumber
	KindWhole
	KindPercent
	KindDay
	KindBool
	KindError
)

// Style is what a cell is for; how that looks is decided in one place.
type Style uint8

// The styles.
const (
	Plain Style = iota // bordered, as the body of a table
	Title              // large and bold, without a border; runs on over empty cells
	Head               // heads a column
	Input              // to be filled in: tinted, and open on a locked sheet
	Aside              // smaller and slanted, without a border; runs on over empty cells
	Total              // bold, closes a table
)

// Cell is one cell of a Sheet. The zero Cell is nothing at all.
type Cell struct {
	kind   Kind
	style  Style
	set    bool // there is a cell, though it may be empty
	filled bool // and something stands in it
	text   string
	number float64
	day    date.Date
}

// Text is a cell of text. Leading zeros, spaces and line breaks are kept, and
// no text ever becomes a formula.
func Text(s string) Cell { return Cell{kind: KindText, set: true, filled: true, text: s} }

// Number is shown as a person would type it, without grouping: also for years.
// What is not finite is an empty cell.
func Number(f float64) Cell {
	if f-f != 0 {
		return Empty(KindNumber)
	}
	return Cell{kind: KindNumber, set: true, filled: true, number: f}
}

// Int is a count, shown with its thousands apart: 3.928.
func Int(n int) Cell { return Cell{kind: KindWhole, set: true, filled: true, number: float64(n)} }

// Percent is a share, 0.87 for 87 %.
func Percent(f float64) Cell {
	c := Number(f)
	c.kind = KindPercent
	return c
}

// Day is a day, shown as 13/02/2020 and a day for Excel too. The zero date is
// an empty cell, and a day before March 1900, which Excel counts wrongly, is
// text.
func Day(d date.Date) Cell {
	switch {
	case d.IsZero():
		return Empty(KindDay)
	case d.Before(firstDay):
		return Text(d.String())
	}
	return Cell{kind: KindDay, set: true, filled: true, day: d}
}

// Empty is a cell that waits for something of this kind: it has its style and
// its format, so that text typed into an Empty(KindText) keeps its leading
// zeros.
func Empty(k Kind) Cell { return Cell{kind: k, set: true} }

// As gives the cell a style.
func (c Cell) As(s Style) Cell {
	c.style, c.set = s, true
	return c
}

// Allow is what a Rule lets in.
type Allow uint8

// What a Rule lets in. An empty cell is always let in.
const (
	AllowChoice  Allow = iota // one of Choices, from a drop-down
	AllowWhole                // a whole number, Min to Max
	AllowDecimal              // a number, Min to Max
	AllowDay                  // a day, From to To
)

// Rule says what may be typed into cells.
type Rule struct {
	At       Range
	Allow    Allow
	Choices  []string // any number of any length
	Min, Max float64  // both 0: from 0 on
	From, To date.Date
	// Prompt is shown beside the cell while it is chosen, Wrong when something
	// else is typed; where Wrong is empty a sentence is made from the rule.
	// Both are cut at 255 characters.
	Prompt, Wrong string
	// Warn lets people keep what they typed after they have been told.
	Warn bool
}
