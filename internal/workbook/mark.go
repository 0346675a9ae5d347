package workbook

import "io"

// FixColumn heads the column that Mark adds.
const FixColumn = "Cần sửa"

// Marks is what has to be mended on one sheet.
type Marks struct {
	Sheet   string
	HeadRow int // the row that heads the columns, counted from 1
	Faults  []Fault
}

// Fault says what is wrong with a cell. One without a place stands in the head
// row.
type Fault struct {
	At   Ref
	Text string // Vietnamese, without the name of the cell
}

// Mark copies a workbook and adds a column "Cần sửa" behind the last used one
// of each sheet that has faults: each stands as a note in its row and names its cell
// ("C7: …"), and the cell is tinted for as long as there is a note in its row.
// A column of that name from an earlier time is used again, and its notes are
// gone. A Sheet that the book does not have is an error.
//
// Where the file cannot be read the error is the *Refusal that Read gives, and
// nothing has been written.
func Mark(w io.Writer, r io.ReaderAt, size int64, sheets []Marks) error {
	return mark(w, r, size, sheets)
}
