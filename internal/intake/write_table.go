package intake

import (
	"fmt"
	"strings"
)

// Bounds up to which markup reads a table; beyond them the cells are written
// as paragraphs.
const (
	maxTableColumns = 50
	maxTableCells   = 15000
	maxTableLine    = 30000
)

// writeTable writes a table whose first row is its head.
func (d *draft) writeTable(t *table) {
	w := &d.out
	if !hasWord(t.text()) {
		return
	}
	w.nTable++
	columns, merged, several, nested := 0, false, false, false
	for _, row := range t.rows {
		n := 0
		for _, c := range row {
			n += max(1, c.width)
			merged = merged || c.width > 1 || c.below
			paras := 0
			for _, b := range c.blocks {
				nested = nested || b.table != nil
				if b.para != nil && !b.para.empty() {
					paras++
				}
			}
			several = several || paras > 1
		}
		columns = max(columns, n)
	}
	var lines []string
	longest := 0
	for i, row := range t.rows {
		line := w.row(row, columns)
		longest = max(longest, len(line))
		lines = append(lines, line)
		if i == 0 {
			lines = append(lines, "|"+strings.Repeat(" --- |", columns))
		}
	}
	if columns > maxTableColumns || columns*len(t.rows) > maxTableCells || longest > maxTableLine {
		w.say(t, "quá lớn để trình bày thành bảng; mỗi ô được viết thành một đoạn")
		d.writeCells(t)
		return
	}
	if merged {
		w.say(t, "có ô gộp; chữ nằm ở ô đầu, các ô còn lại để trống")
	}
	if several {
		w.say(t, "có ô nhiều đoạn; các đoạn trong một ô được nối thành một")
	}
	if nested {
		w.say(t, "có bảng nằm trong ô; chữ của bảng con được viết liền trong ô đó")
	}
	w.paragraph(t.at, strings.Join(lines, "\n"))
}

func (w *writer) say(t *table, what string) {
	w.tables = append(w.tables, fmt.Sprintf("bảng %d %s", w.nTable, what))
}

func (w *writer) row(row []cell, columns int) string {
	var b strings.Builder
	b.WriteString("|")
	n := 0
	for _, c := range row {
		s := w.cell(c.blocks)
		switch {
		case s == "":
			b.WriteString(" |")
		case strings.Trim(s, "-: ") == "":
			b.WriteString(" \\" + s + " |") // a dash alone would look like the rule below the head
		default:
			b.WriteString(" " + s + " |")
		}
		n++
		for k := 1; k < c.width; k++ {
			b.WriteString(" |")
			n++
		}
	}
	for ; n < columns; n++ {
		b.WriteString(" |")
	}
	return b.String()
}

func (w *writer) cell(blocks []block) string {
	var parts []string
	for _, b := range blocks {
		switch {
		case b.table != nil:
			for _, row := range b.table.rows {
				for _, c := range row {
					if s := w.cell(c.blocks); s != "" {
						parts = append(parts, s)
					}
				}
			}
		case b.para != nil:
			if s := w.inline(b.para, 0); s != "" {
				parts = append(parts, s)
			}
		}
	}
	return strings.Join(parts, " ")
}

func (d *draft) writeCells(t *table) {
	eachPara([]block{{table: t}}, func(p *para) {
		if hasWord(p.text()) {
			d.out.paragraph(p.at, breakLong(escapeStart(d.out.inline(p, 0))))
		}
	})
}
