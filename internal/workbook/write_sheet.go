package workbook

import (
	"strconv"
)

// sheet writes one sheet. The order of its parts is that of the standard;
// Excel calls any other damage.
func (w *writer) sheet(x *xmlWriter, index int) {
	s := &w.book.Sheets[index]
	anchors := make(map[Ref]Range, len(s.Merged))
	for _, m := range s.Merged {
		anchors[m.From] = m
	}
	widths := columnWidths(s, anchors)
	x.raw(xmlHead, `<worksheet xmlns="`, nsMain, `"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
	w.views(x, s, index == w.firstVisible())
	x.raw(`<sheetFormatPr defaultRowHeight="`, strconv.FormatFloat(lowest, 'f', -1, 64), `"/>`)
	if len(widths) > 0 {
		x.raw(`<cols>`)
		for i, width := range widths {
			n := strconv.Itoa(i + 1)
			x.raw(`<col min="`, n, `" max="`, n, `" width="`, strconv.FormatFloat(width, 'f', 2, 64), `" customWidth="1"/>`)
		}
		x.raw(`</cols>`)
	}
	x.raw(`<sheetData>`)
	for i := range s.Rows {
		w.row(x, i+1, s.Rows[i], widths, anchors)
	}
	x.raw(`</sheetData>`)
	if s.Locked {
		x.raw(`<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>`)
	}
	if len(s.Merged) > 0 {
		x.raw(`<mergeCells count="`, strconv.Itoa(len(s.Merged)), `">`)
		for _, m := range s.Merged {
			x.raw(`<mergeCell ref="`, m.String(), `"/>`)
		}
		x.raw(`</mergeCells>`)
	}
	w.rules(x, s.Rules)
	x.raw(`<pageMargins left="0.6" right="0.4" top="0.6" bottom="0.7" header="0.3" footer="0.3"/>`,
		`<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>`,
		`<headerFooter><oddFooter>&amp;L&amp;"`, fontName, `,Regular"&amp;10&amp;A&amp;R&amp;"`, fontName, `,Regular"&amp;10Trang &amp;P/&amp;N</oddFooter></headerFooter>`,
		`</worksheet>`)
}

// views freezes the head and puts the cursor where the work begins.
func (w *writer) views(x *xmlWriter, s *Sheet, chosen bool) {
	x.raw(`<sheetViews><sheetView`)
	if chosen {
		x.raw(` tabSelected="1"`)
	}
	x.raw(` workbookViewId="0">`)
	rows, cols := min(max(0, s.FrozenRows), MaxRow-1), min(max(0, s.FrozenCols), MaxCol-1)
	pane := ""
	if rows > 0 || cols > 0 {
		x.raw(`<pane`)
		if cols > 0 {
			x.attr("xSplit", strconv.Itoa(cols))
			pane = "topRight"
		}
		if rows > 0 {
			x.attr("ySplit", strconv.Itoa(rows))
			pane = "bottomLeft"
			if cols > 0 {
				pane = "bottomRight"
			}
		}
		x.attr("topLeftCell", At(rows+1, cols+1).String())
		x.attr("activePane", pane)
		x.raw(` state="frozen"/>`)
	}
	first := firstInput(s, rows, cols)
	x.raw(`<selection`)
	x.attr("pane", pane)
	x.attr("activeCell", first.String())
	x.attr("sqref", first.String())
	x.raw(`/></sheetView></sheetViews>`)
}

// firstInput is the first cell to fill in that is not frozen.
func firstInput(s *Sheet, rows, cols int) Ref {
	for r := rows; r < len(s.Rows); r++ {
		for c := cols; c < len(s.Rows[r]); c++ {
			if s.Rows[r][c].set && s.Rows[r][c].style == Input {
				return At(r+1, c+1)
			}
		}
	}
	return At(rows+1, cols+1)
}

func (w *writer) row(x *xmlWriter, number int, cells []Cell, widths []float64, anchors map[Ref]Range) {
	open := false
	for i := range cells {
		c := &cells[i]
		if !c.set {
			continue
		}
		if !open {
			open = true
			x.raw(`<row r="`, strconv.Itoa(number), `"`)
			height, fixed := rowHeight(number, cells, widths, anchors)
			x.raw(` ht="`, strconv.FormatFloat(height, 'f', -1, 64), `"`)
			if fixed {
				x.raw(` customHeight="1"`)
			}
			x.raw(`>`)
		}
		_, merged := anchors[At(number, i+1)]
		w.cell(x, At(number, i+1), c, merged)
	}
	if open {
		x.raw(`</row>`)
	}
}

func (w *writer) cell(x *xmlWriter, at Ref, c *Cell, merged bool) {
	x.raw(`<c r="`, at.String(), `" s="`, strconv.Itoa(styleIndex(c.style, c.format(), merged)), `"`)
	if !c.filled {
		x.raw(`/>`)
		return
	}
	switch c.kind {
	case KindText:
		x.raw(` t="s"><v>`)
		x.int(w.textIndex(c.text))
	case KindDay:
		x.raw(`><v>`)
		x.int(serial(c.day))
	default:
		x.raw(`><v>`, number(c.number))
	}
	x.raw(`</v></c>`)
}

func (c *Cell) format() int {
	switch c.kind {
	case KindText:
		return asText
	case KindNumber:
		return asDecimal
	case KindWhole:
		return asWhole
	case KindPercent:
		return asPercent
	case KindDay:
		return asDay
	}
	return asGeneral
}
