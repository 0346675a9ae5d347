package workbook

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"thonlanh/internal/date"
)

const maxMerged = 100_000

// sheetReader is one sheet while it is read.
type sheetReader struct {
	*reading
	s       *scanner
	table   Table
	row     []Value // of the current row
	found   bool    // the rows
	mixed   bool    // rows or cells stand out of order
	refused error
}

// parse reads the cells of a sheet.
func (b *reading) parse(data []byte, link sheetLink) (*sheetReader, error) {
	r := &sheetReader{reading: b, s: newScanner(data), table: Table{Name: link.name, Hidden: link.hidden}}
	s := r.s
	if !s.root() || !s.is("worksheet") {
		return nil, damaged("a sheet that is none")
	}
	s.children(func() {
		switch {
		case s.is("sheetData") && !r.found:
			r.found = true
			r.rows()
		case s.is("mergeCells"):
			s.children(r.merge)
		}
	})
	if r.refused != nil {
		return nil, r.refused
	}
	if s.err != nil {
		return nil, damaged(s.err.Error())
	}
	if r.mixed {
		r.table.Rows = inOrder(r.table.Rows)
	}
	return r, nil
}

func (r *sheetReader) refuse(err error) {
	if r.refused == nil {
		r.refused = err
	}
	r.s.fail("refused")
}

func (r *sheetReader) rows() {
	s, last := r.s, 0
	s.children(func() {
		if !s.is("row") {
			return
		}
		number, ok := rowNumber(s, last)
		if !ok {
			r.refuse(damaged("a row without a place"))
			return
		}
		r.mixed = r.mixed || number <= last
		last = number
		row := Row{Number: number, Hidden: s.truth("hidden")}
		r.row = r.row[:0]
		r.cellsOf(number)
		if len(r.row) > 0 {
			row.Cells = slices.Clone(r.row)
			r.table.Rows = append(r.table.Rows, row)
		}
	})
}

// rowNumber is the number of the current row: without one it follows the row
// before.
func rowNumber(s *scanner, last int) (int, bool) {
	text := s.attr("r")
	if text == "" {
		return last + 1, last < MaxRow
	}
	n, err := strconv.Atoi(text)
	return n, err == nil && n >= 1 && n <= MaxRow
}

// cellPlace is the place of the current cell. Only its column is asked for:
// the row is what the cell stands in.
func cellPlace(s *scanner, row, last int) (Ref, bool) {
	text := s.attr("r")
	if text == "" {
		return At(row, last+1), last < MaxCol
	}
	at, ok := ParseRef(text)
	return At(row, int(at.Col)), ok
}

func (r *sheetReader) cellsOf(row int) {
	s, last := r.s, 0
	s.children(func() {
		if !s.is("c") {
			return
		}
		at, ok := cellPlace(s, row, last)
		if !ok {
			r.refuse(damaged("a cell without a place"))
			return
		}
		r.mixed = r.mixed || int(at.Col) <= last
		last = int(at.Col)
		v := r.value(at)
		if v.Kind == KindEmpty && !v.Formula {
			return
		}
		if r.cells++; r.cells > MaxCells {
			r.refuse(tooLarge("too many cells"))
			return
		}
		r.row = append(r.row, v)
	})
}

// value reads the current cell.
func (r *sheetReader) value(at Ref) Value {
	s := r.s
	kind := s.attr("t")
	show := showsNumber
	if n, err := strconv.Atoi(s.attr("s")); err == nil && n >= 0 && n < len(r.formats) {
		show = r.formats[n]
	}
	v := Value{Ref: at}
	raw, inline, stored := "", "", false
	s.children(func() {
		switch {
		case s.is("v"):
			raw, stored = s.content(), true
		case s.is("f"):
			v.Formula = true
		case s.is("is"):
			inline = richText(s)
		}
	})
	switch kind {
	case "s":
		n, err := strconv.Atoi(strings.TrimSpace(raw))
		switch {
		case !stored || strings.TrimSpace(raw) == "":
		case err != nil || n < 0 || n >= len(r.strings):
			r.refuse(damaged("a text that is not there"))
		default:
			v.text(r.strings[n])
		}
	case "inlineStr":
		if inline == "" {
			inline = unspell(raw)
		}
		v.text(inline)
	case "str":
		if stored {
			v.text(unspell(raw))
			if v.Formula {
				v.Kind = KindText
			}
		}
	case "e":
		v.Kind, v.Text = KindError, raw
	case "b":
		v.boolean(strings.TrimSpace(raw))
	case "d":
		v.isoDay(strings.TrimSpace(raw))
	default:
		v.count(strings.TrimSpace(raw), show, r.system)
	}
	return v
}

func (v *Value) text(s string) {
	if v.Text = s; s != "" {
		v.Kind = KindText
	}
}

func (v *Value) boolean(raw string) {
	switch raw {
	case "1", "true":
		v.Kind, v.Number, v.Text = KindBool, 1, "TRUE"
	case "0", "false":
		v.Kind, v.Text = KindBool, "FALSE"
	default:
		v.text(raw)
	}
}

// isoDay reads a day that the file spells out.
func (v *Value) isoDay(raw string) {
	for _, form := range [...]string{"2006-01-02", "2006-01-02T15:04:05", "2006-01-02T15:04:05Z07:00", "2006-01-02T15:04"} {
		t, err := time.Parse(form, raw)
		if err != nil {
			continue
		}
		if d := date.Of(t); !d.Before(firstDay) && d.Year <= 9999 {
			part := t.Sub(time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, t.Location())).Seconds() / 86400
			v.Kind, v.Text, v.Number = KindDay, raw, float64(serial(d))+part
			return
		}
	}
	v.text(raw)
}

// count reads a number. What is none is text: nothing that stands in a cell is
// lost.
func (v *Value) count(raw string, show showing, system int) {
	f, ok := parseNumber(raw)
	if !ok {
		v.text(raw)
		return
	}
	v.Kind, v.Text, v.Number = KindNumber, raw, f
	switch show {
	case showsShare:
		v.Percent = true
	case showsDay:
		if _, ok := dayOf(f + float64(system)); ok {
			v.Kind, v.Number = KindDay, f+float64(system)
		}
	}
}

// parseNumber reads a number as the file spells it, and rounds it as Excel
// does, to 15 digits.
func parseNumber(raw string) (float64, bool) {
	if raw == "" || strings.Trim(raw, "0123456789+-.eE") != "" {
		return 0, false
	}
	f, err := strconv.ParseFloat(raw, 64)
	if err != nil {
		return 0, false
	}
	if len(raw) > 15 && !math.IsInf(f, 0) {
		var b [32]byte
		if g, err := strconv.ParseFloat(string(strconv.AppendFloat(b[:0], f, 'e', 14, 64)), 64); err == nil {
			f = g
		}
	}
	return f, true
}

func (r *sheetReader) merge() {
	if !r.s.is("mergeCell") {
		return
	}
	if m, ok := parseRange(r.s.attr("ref")); ok && m.From != m.To {
		if r.table.Merged = append(r.table.Merged, m); len(r.table.Merged) > maxMerged {
			r.refuse(tooLarge("too many merged cells"))
		}
	}
}

func parseRange(s string) (Range, bool) {
	from, to, both := strings.Cut(s, ":")
	a, ok := ParseRef(from)
	b := a
	if both && ok {
		b, ok = ParseRef(to)
	}
	m := Range{a, b}
	return m, ok && m.valid()
}

// inOrder puts rows and cells where they belong. Of a row that is there twice
// the cells come together, of a cell that is there twice the first counts.
func inOrder(rows []Row) []Row {
	slices.SortStableFunc(rows, func(a, b Row) int { return cmp.Compare(a.Number, b.Number) })
	out := rows[:0]
	for _, row := range rows {
		if n := len(out); n > 0 && out[n-1].Number == row.Number {
			out[n-1].Cells = append(out[n-1].Cells, row.Cells...)
			out[n-1].Hidden = out[n-1].Hidden || row.Hidden
			continue
		}
		out = append(out, row)
	}
	for i := range out {
		cells := out[i].Cells
		slices.SortStableFunc(cells, func(a, b Value) int { return cmp.Compare(a.Col, b.Col) })
		out[i].Cells = slices.CompactFunc(cells, func(a, b Value) bool { return a.Col == b.Col })
	}
	return out
}

// String is the value as a person would type it: 3928, 0.87, 2020-02-13.
func (v Value) String() string {
	switch v.Kind {
	case KindNumber:
		return number(v.Number)
	case KindDay:
		if d, ok := v.Day(); ok {
			return d.String()
		}
	}
	return v.Text
}
