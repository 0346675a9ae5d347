package workbook

import (
	"math"
	"strconv"
	"strings"
	"unicode"
)

// Widths are in digits of the text font, heights in points.
const (
	narrowest  = 7.0
	widest     = 46.0 // beyond it text breaks into lines
	widestHead = 18.0
	padding    = 2.6 // with the indent of text
	arrow      = 3.0 // the button of a drop-down
	lineHeight = 15.75
	lowest     = 21.0
	tallest    = 409.0 // of Excel
	looked     = 500   // rows that decide a width
)

// columnWidths are the widths that were asked for, and for the others what
// their cells need.
func columnWidths(s *Sheet, anchors map[Ref]Range) []float64 {
	n := min(len(s.Widths), MaxCol)
	for _, row := range s.Rows[:min(len(s.Rows), looked)] {
		n = max(n, len(row))
	}
	widths := make([]float64, n)
	for r, row := range s.Rows[:min(len(s.Rows), looked)] {
		for c := range row {
			if m, ok := anchors[At(r+1, c+1)]; ok && m.To.Col > m.From.Col {
				continue
			}
			widths[c] = max(widths[c], row[c].width())
		}
	}
	for i := range s.Rules {
		r := &s.Rules[i]
		need := 0.0
		for _, choice := range r.Choices[:min(len(r.Choices), looked)] {
			need = max(need, min(widest, textWidth(choice)+padding+arrow))
		}
		for c := int(r.At.From.Col); c <= min(int(r.At.To.Col), n); c++ {
			widths[c-1] = max(widths[c-1], need)
		}
	}
	for i := range widths {
		if i < len(s.Widths) && s.Widths[i] > 0 {
			widths[i] = min(s.Widths[i], 255)
		} else {
			widths[i] = max(widths[i], narrowest)
		}
	}
	return widths
}

// width is what one cell asks of its column.
func (c *Cell) width() float64 {
	switch {
	case !c.set || c.style == Title || c.style == Aside:
		return 0
	case c.style == Head:
		return headWidth(c.text) + padding
	case c.kind == KindDay || !c.filled && c.style == Input:
		return 10 + padding
	case c.kind == KindText:
		need := 0.0
		for line := range strings.SplitSeq(c.text, "\n") {
			need = max(need, textWidth(line))
		}
		return min(widest, need+padding)
	case !c.filled:
		return 0
	}
	digits := float64(len(strconv.FormatFloat(c.number, 'f', -1, 64)))
	return min(widest, digits*4/3+padding+1)
}

// headWidth lets a heading break into about three lines, but no word of it.
func headWidth(s string) float64 {
	all, word := 0.0, 0.0
	for w := range strings.FieldsSeq(s) {
		n := textWidth(w) * 1.1 // bold
		all += n + 0.5
		word = max(word, n)
	}
	return max(min(widestHead, all), word, all/3)
}

// rowHeight is the height that the texts of a row need. It is fixed where one
// of them is merged, since no program fits the height to that by itself; the
// others grow while people type.
func rowHeight(number int, cells []Cell, widths []float64, anchors map[Ref]Range) (height float64, fixed bool) {
	lines := 1.0
	for i := range cells {
		c := &cells[i]
		if !c.set || c.kind != KindText {
			continue
		}
		m, merged := anchors[At(number, i+1)]
		if merged && m.To.Row > m.From.Row {
			continue // has several rows to stand in
		}
		fixed = fixed || merged
		if !merged && !looks[min(int(c.style), len(looks)-1)].wrap {
			continue
		}
		width := 0.0
		for col := i; col < len(widths) && (col == i || merged && col < int(m.To.Col)); col++ {
			width += widths[col]
		}
		lines = max(lines, linesOf(c, width))
	}
	return max(lowest, min(tallest, math.Round(lines*lineHeight+5))), fixed
}

// linesOf is about how many lines a text takes.
func linesOf(c *Cell, width float64) float64 {
	factor := 1.0
	switch c.style {
	case Title:
		factor = 1.3
	case Head, Total:
		factor = 1.1
	}
	n := 0.0
	for line := range strings.SplitSeq(c.text, "\n") {
		n += max(1, math.Ceil(textWidth(line)*factor/max(1, width-1)*1.05))
	}
	if c.style == Title {
		n *= 1.2
	}
	return n
}

// textWidth is about how wide a text is, in digits.
func textWidth(s string) float64 {
	n := 0.0
	for _, r := range s {
		switch {
		case strings.ContainsRune(" .,;:'!|ijltfrIíìịỉĩ()[]-/", r):
			n += 0.6
		case r == 'm' || r == 'w' || r == 'M' || r == 'W' || r == '%' || r == '@':
			n += 1.6
		case unicode.IsUpper(r):
			n += 1.4
		case unicode.Is(unicode.Mn, r):
		default:
			n += 0.98
		}
	}
	return n
}
