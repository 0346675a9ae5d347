package workbook

import (
	"math"
	"slices"
	"strconv"
	"strings"
)

const noteWidth = 60 // of the column of notes

// sheetMarker finds the places of a sheet where a copy differs.
type sheetMarker struct {
	s       *scanner
	marks   Marks
	look    noteLook
	prefix  string // of the names in this part
	col     int    // of the notes
	again   bool   // the column is there from an earlier time
	notes   map[int]string
	rows    []int // of the notes, in order; those before next are done
	next    int
	edits   []edit
	columns bool // the sheet has a table of column widths
	data    int  // where the rows begin, or -1
	tintAt  int  // where tints belong, or -1
	rank    int  // the highest of the tints that are there
}

// markSheet gives the sheet with its notes, or nil where there is nothing to
// say.
func (b *reading) markSheet(link sheetLink, marks Marks, look noteLook) ([]byte, error) {
	src, err := b.pack.read(link.part, maxSheet)
	if err != nil {
		return nil, err
	}
	r, err := b.parse(src, link)
	if err != nil {
		return nil, err
	}
	if r.mixed {
		return nil, damaged("rows or cells out of order")
	}
	marks.HeadRow = min(max(1, marks.HeadRow), MaxRow)
	m := &sheetMarker{s: newScanner(src), marks: marks, look: look, notes: marks.notes(), data: -1, tintAt: -1}
	m.col, m.again = noteColumn(&r.table, marks.HeadRow)
	switch {
	case !m.again && len(marks.Faults) == 0:
		return nil, nil
	case m.col > MaxCol:
		return nil, tooLarge("no column is free")
	}
	for row := range m.notes {
		if row < 1 || row > MaxRow {
			return nil, damaged("a fault outside the sheet")
		}
		m.rows = append(m.rows, row)
	}
	slices.Sort(m.rows)
	if err := m.walk(); err != nil {
		return nil, err
	}
	return apply(src, m.edits), nil
}

// noteColumn is the column of earlier notes, or the one behind all that is
// used.
func noteColumn(t *Table, head int) (col int, again bool) {
	for _, row := range t.Rows {
		for _, v := range row.Cells {
			if row.Number == head && headsFixes(v) {
				return int(v.Col), true
			}
			col = max(col, int(v.Col))
		}
	}
	for _, m := range t.Merged {
		col = max(col, int(m.To.Col))
	}
	return col + 1, false
}

func (m *sheetMarker) walk() error {
	s := m.s
	s.root()
	m.prefix = string(s.name[:len(s.name)-len(s.local)])
	s.children(func() {
		from := s.from
		if m.data >= 0 && m.tintAt < 0 && !beforeTints(string(s.local)) {
			m.tintAt = from
		}
		switch {
		case s.is("dimension"):
			m.dimension()
		case s.is("cols") && !m.columns:
			m.columns = true
			m.cols()
		case s.is("sheetData") && m.data < 0:
			m.data = from
			m.sheetData()
		case s.is("conditionalFormatting"):
			m.oldTint(from)
		}
	})
	switch {
	case s.err != nil:
		return damaged(s.err.Error())
	case m.data < 0:
		return damaged("a sheet without data")
	}
	if m.tintAt < 0 {
		m.tintAt = s.from // the end of the sheet
	}
	if !m.columns {
		m.insert(m.data, m.tag("cols")+m.width(m.col, m.col)+m.tagEnd("cols"))
	}
	m.tints()
	return nil
}

// beforeTints reports whether the standard puts an element between the rows
// and the tints.
func beforeTints(name string) bool {
	switch name {
	case "sheetCalcPr", "sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr":
		return true
	}
	return false
}

func (m *sheetMarker) tag(name string) string    { return "<" + m.prefix + name + ">" }
func (m *sheetMarker) tagEnd(name string) string { return "</" + m.prefix + name + ">" }

func (m *sheetMarker) insert(at int, text string) {
	m.edits = append(m.edits, edit{at, at, text})
}

// dimension lets the sheet say how far it reaches now.
func (m *sheetMarker) dimension() {
	for _, a := range m.s.attrs {
		if old, ok := parseRange(string(a.value)); ok && string(a.local) == "ref" {
			last := At(m.rows[len(m.rows)-1], m.col)
			old.To.Row, old.To.Col = max(old.To.Row, last.Row), max(old.To.Col, last.Col)
			old.From.Row = min(old.From.Row, int32(m.rows[0]))
			m.edits = append(m.edits, edit{a.from, a.to, `ref="` + old.String() + `"`})
		}
	}
}

// width is an entry of the table of columns.
func (m *sheetMarker) width(from, to int) string {
	return "<" + m.prefix + `col min="` + strconv.Itoa(from) + `" max="` + strconv.Itoa(to) + `" width="` + strconv.Itoa(noteWidth) + `" customWidth="1"/>`
}

// cols gives the column its width. An entry for many columns is parted.
func (m *sheetMarker) cols() {
	s, done, to, self := m.s, false, m.s.to, m.s.self
	s.children(func() {
		if !s.is("col") || done {
			return
		}
		low, err1 := strconv.Atoi(s.attr("min"))
		high, err2 := strconv.Atoi(s.attr("max"))
		switch {
		case err1 != nil || err2 != nil || high < m.col:
			return
		case low > m.col:
			m.insert(s.from, m.width(m.col, m.col))
		case low < high || s.truth("hidden"):
			from := s.from
			var parts strings.Builder
			parts.WriteString(m.colPart(low, m.col-1) + m.width(m.col, m.col) + m.colPart(m.col+1, high))
			s.skip()
			m.edits = append(m.edits, edit{from, s.to, parts.String()})
		}
		done = true
	})
	switch {
	case done:
	case self:
		m.edits = append(m.edits, edit{to - 2, to, ">" + m.width(m.col, m.col) + m.tagEnd("cols")})
	default:
		m.insert(s.from, m.width(m.col, m.col))
	}
}

// colPart is the current entry for fewer columns, or nothing for none.
func (m *sheetMarker) colPart(low, high int) string {
	if low > high {
		return ""
	}
	var b strings.Builder
	b.WriteString("<" + m.prefix + "col")
	for _, a := range m.s.attrs {
		b.WriteByte(' ')
		switch string(a.local) {
		case "min":
			b.WriteString(`min="` + strconv.Itoa(low) + `"`)
		case "max":
			b.WriteString(`max="` + strconv.Itoa(high) + `"`)
		default:
			b.Write(m.s.src[a.from:a.to])
		}
	}
	b.WriteString("/>")
	return b.String()
}

func (m *sheetMarker) sheetData() {
	s, to, self := m.s, m.s.to, m.s.self
	last := 0
	s.children(func() {
		if !s.is("row") {
			return
		}
		number, ok := rowNumber(s, last)
		if !ok {
			s.fail("a row without a place")
			return
		}
		last = number
		if rows := m.newRows(number); rows != "" {
			m.insert(s.from, rows)
		}
		note, noted := m.notes[number]
		if noted {
			m.next++
		}
		if noted || m.again && number > m.marks.HeadRow {
			m.row(number, note, noted)
		}
	})
	rest := m.newRows(MaxRow + 1)
	switch {
	case rest == "":
	case self:
		m.edits = append(m.edits, edit{to - 2, to, ">" + rest + m.tagEnd("sheetData")})
	default:
		m.insert(s.from, rest)
	}
}

// newRows are the rows with notes that the sheet does not have, up to a row
// that it has.
func (m *sheetMarker) newRows(before int) string {
	var b strings.Builder
	for m.next < len(m.rows) && m.rows[m.next] < before {
		row := m.rows[m.next]
		b.WriteString("<" + m.prefix + `row r="` + strconv.Itoa(row) + `">` + m.cell(row, m.notes[row], "") + m.tagEnd("row"))
		m.next++
	}
	return b.String()
}

// cell is the cell of a note.
func (m *sheetMarker) cell(row int, text, style string) string {
	if style == "" && m.look.note >= 0 {
		style = strconv.Itoa(m.look.note)
	}
	if style != "" {
		style = ` s="` + style + `"`
	}
	return "<" + m.prefix + `c r="` + At(row, m.col).String() + `"` + style + ` t="inlineStr">` + m.tag("is") + "<" + m.prefix + `t xml:space="preserve">` +
		escape(text) + m.tagEnd("t") + m.tagEnd("is") + m.tagEnd("c")
}

// row puts a note into the current row, in the place of an earlier one.
func (m *sheetMarker) row(number int, note string, noted bool) {
	s, openTo, self := m.s, m.s.to, m.s.self
	var attrs []edit
	for _, a := range s.attrs {
		switch string(a.local) {
		case "spans": // a hint that would be wrong now
			attrs = append(attrs, edit{a.from, a.to, ""})
		case "ht":
			old, err := strconv.ParseFloat(string(a.value), 64)
			if need := noteHeight(note); err == nil && need > old {
				attrs = append(attrs, edit{a.from, a.to, `ht="` + strconv.FormatFloat(need, 'f', -1, 64) + `"`})
			}
		}
	}
	place, last, old := openTo, 0, edit{from: -1}
	style, beside := "", ""
	s.children(func() {
		if !s.is("c") {
			return
		}
		at, _ := cellPlace(s, number, last)
		last = int(at.Col)
		from, look := s.from, s.attr("s")
		s.skip()
		switch {
		case last < m.col:
			place, beside = s.to, look
		case last == m.col:
			old, style = edit{from, s.to, ""}, look
		}
	})
	if _, err := strconv.ParseUint(beside, 10, 32); number == m.marks.HeadRow && style == "" && err == nil {
		style = beside // a heading looks like the one beside it
	}
	if number != m.marks.HeadRow {
		style = ""
	}
	if _, err := strconv.ParseUint(style, 10, 32); err != nil {
		style = ""
	}
	switch {
	case old.from >= 0:
		if noted {
			old.text = m.cell(number, note, style)
		}
		m.edits = append(m.edits, old)
	case noted && self:
		m.edits = append(m.edits, edit{openTo - 2, openTo, ">" + m.cell(number, note, style) + m.tagEnd("row")})
	case noted:
		m.insert(place, m.cell(number, note, style))
	}
	if noted {
		m.edits = append(m.edits, attrs...)
	}
}

// noteHeight is how high a row must be for its note to be read.
func noteHeight(note string) float64 {
	return min(tallest, math.Round(linesOf(&Cell{text: note}, noteWidth)*lineHeight+5))
}

// tintFormula is true as long as there is a note in the row.
func (m *sheetMarker) tintFormula(row int) string {
	return "$" + ColumnName(m.col) + "$" + strconv.Itoa(row) + `<>""`
}

// oldTint takes the tints of earlier notes out, and looks how high the others
// rank.
func (m *sheetMarker) oldTint(from int) {
	s, ours, rules, rank := m.s, 0, 0, m.rank
	s.children(func() {
		if !s.is("cfRule") {
			return
		}
		rules++
		if n, err := strconv.Atoi(s.attr("priority")); err == nil && n < 1<<30 {
			rank = max(rank, n)
		}
		s.children(func() {
			if s.is("formula") {
				text := s.content()
				if row, ok := strings.CutPrefix(text, "$"+ColumnName(m.col)+"$"); ok && m.again {
					if n, err := strconv.Atoi(strings.TrimSuffix(row, `<>""`)); err == nil && text == m.tintFormula(n) {
						ours++
					}
				}
			}
		})
	})
	if rules == 1 && ours == 1 {
		m.edits = append(m.edits, edit{from, s.to, ""})
		return
	}
	m.rank = rank
}

// tints marks the cells that have notes, a rule for each row.
func (m *sheetMarker) tints() {
	if m.look.tint < 0 {
		return
	}
	cells := map[int][]Ref{}
	for _, f := range m.marks.Faults {
		if f.At.Row > 0 && f.At.Col > 0 && f.At.Col <= MaxCol {
			cells[int(f.At.Row)] = append(cells[int(f.At.Row)], f.At)
		}
	}
	var b strings.Builder
	for _, row := range m.rows {
		if row == m.marks.HeadRow {
			continue // the heading would keep it for ever
		}
		m.rank++
		refs := append(cells[row], At(row, m.col))
		slices.SortFunc(refs, func(a, b Ref) int { return int(a.Col - b.Col) })
		b.WriteString("<" + m.prefix + `conditionalFormatting sqref="`)
		for i, at := range slices.Compact(refs) {
			if i > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(at.String())
		}
		b.WriteString(`"><` + m.prefix + `cfRule type="expression" dxfId="` + strconv.Itoa(m.look.tint) + `" priority="` + strconv.Itoa(m.rank) + `">` +
			m.tag("formula") + escape(m.tintFormula(row)) + m.tagEnd("formula") + m.tagEnd("cfRule") + m.tagEnd("conditionalFormatting"))
	}
	m.insert(m.tintAt, b.String())
}
