package workbook

import "strconv"

// The last row and column that a sheet of Excel can have.
const (
	MaxRow = 1 << 20
	MaxCol = 1 << 14
)

// Ref is the place of a cell, both counted from 1: C7 is {7, 3}.
type Ref struct {
	Row, Col int32
}

// At is the cell in this row and column, counted from 1.
func At(row, col int) Ref { return Ref{int32(row), int32(col)} }

// String is the place as people write it, C7.
func (r Ref) String() string { return ColumnName(int(r.Col)) + strconv.Itoa(int(r.Row)) }

// ColumnName is the letters of a column counted from 1: 3 is C, 28 is AB.
func ColumnName(col int) string {
	var b [8]byte
	i := len(b)
	for col > 0 && i > 0 {
		col--
		i--
		b[i] = byte('A' + col%26)
		col /= 26
	}
	return string(b[i:])
}

// ParseRef reads C7, c7 and $C$7.
func ParseRef(s string) (Ref, bool) {
	i, col, row := 0, 0, 0
	if i < len(s) && s[i] == '$' {
		i++
	}
	letters := i
	for ; i < len(s); i++ {
		c := s[i] &^ 0x20
		if c < 'A' || c > 'Z' {
			break
		}
		if col = col*26 + int(c-'A') + 1; col > MaxCol {
			return Ref{}, false
		}
	}
	if i == letters {
		return Ref{}, false
	}
	if i < len(s) && s[i] == '$' {
		i++
	}
	digits := i
	for ; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return Ref{}, false
		}
		if row = row*10 + int(s[i]-'0'); row > MaxRow {
			return Ref{}, false
		}
	}
	if i == digits || row == 0 {
		return Ref{}, false
	}
	return At(row, col), true
}

// Range is a rectangle of cells, both corners inside.
type Range struct {
	From, To Ref
}

// Rect is the rectangle between two corners, counted from 1.
func Rect(row1, col1, row2, col2 int) Range { return Range{At(row1, col1), At(row2, col2)} }

// String is C4:C40, or C4 for a single cell.
func (r Range) String() string {
	if r.From == r.To {
		return r.From.String()
	}
	return r.From.String() + ":" + r.To.String()
}

// Contains reports whether the cell lies inside.
func (r Range) Contains(c Ref) bool {
	return c.Row >= r.From.Row && c.Row <= r.To.Row && c.Col >= r.From.Col && c.Col <= r.To.Col
}

func (r Range) valid() bool {
	return r.From.Row >= 1 && r.From.Col >= 1 && r.From.Row <= r.To.Row && r.From.Col <= r.To.Col && r.To.Row <= MaxRow && r.To.Col <= MaxCol
}
