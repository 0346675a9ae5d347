package markup

import (
	"bytes"

	"thonlanh/internal/diag"
)

// Bounds of what is handed to goldmark, whose work grows with the square of
// several things. No text of an office comes near them. Each costs at most its
// number times the length of the text, so the whole stays linear.
const (
	maxBrackets    = 300   // [ in one paragraph
	maxEmphasis    = 1000  // runs of * or _ in one paragraph
	maxBackticks   = 300   // runs of ` in one paragraph
	maxAngles      = 400   // < in one paragraph
	maxColumns     = 60    // | in one line
	maxCells       = 20000 // rows × columns of one table
	maxLine        = 32 << 10
	maxLines       = 4000 // lines without a blank one between
	maxMarkers     = 10   // quotes and lists opened on one line
	maxMarkerWidth = 80   // columns before the last of them
	maxFootnotes   = 300  // in one text
	maxSlips       = 200
)

// excess is a stretch of text that goes beyond a bound. It is kept from
// goldmark and shown as it was typed.
type excess struct {
	start, end int
}

// guard walks the text once, blanks each stretch that goes beyond a bound and
// reports it. The length of the text never changes, so places stay right.
func guard(src *diag.Source, body int, text []byte, mode Mode) ([]excess, diag.List) {
	var out []excess
	var list diag.List
	var c counts
	footnotes := 0
	chunk := -1 // start of the run of lines without a blank one
	why, whyAt := "", 0
	finish := func(end int) {
		if why != "" {
			out = append(out, excess{chunk, end})
		}
		if why != "" && len(list) < maxRepeats {
			list = append(list, src.Problem(body+whyAt, diag.Block, "qua-phuc-tap",
				"Đoạn này có "+why+", nhiều hơn mức trang có thể trình bày, nên chỉ được hiện như chữ thường.",
				"Chia đoạn thành nhiều đoạn ngắn, giữa hai đoạn để một dòng trống; xóa những dấu lặp lại do sao chép hỏng."))
		}
		if why != "" {
			for i := chunk; i < end; i++ {
				if text[i] != '\n' {
					text[i] = ' '
				}
			}
		}
		chunk, why, c = -1, "", counts{}
	}
	for start := 0; start < len(text); {
		end := len(text)
		if n := bytes.IndexByte(text[start:], '\n'); n >= 0 {
			end = start + n + 1
		}
		line := text[start:end]
		if len(bytes.Trim(line, " \t\n")) == 0 {
			if chunk >= 0 {
				finish(start)
			}
			start = end
			continue
		}
		if chunk < 0 {
			chunk = start
		}
		if why == "" {
			if freshItem(line, mode) {
				c = counts{}
			}
			if bytes.HasPrefix(bytes.TrimLeft(line, " \t"), []byte("[^")) {
				footnotes++
			}
			if why = c.add(line, mode); why == "" && footnotes > maxFootnotes {
				why = "quá nhiều chú thích"
			}
			whyAt = start
		}
		start = end
	}
	if chunk >= 0 {
		finish(len(text))
	}
	return out, list
}

// freshItem reports whether a line begins a list item, and so a new paragraph,
// whatever stands before it.
func freshItem(line []byte, mode Mode) bool {
	i := skipBlank(line, 0)
	if i > 3 || i+2 >= len(line) || line[i+1] != ' ' || bytes.IndexByte(line, '|') >= 0 {
		return false
	}
	bullet := line[i] == '-' || line[i] == '+' || line[i] == '*' && mode == Prose
	return bullet && len(bytes.TrimRight(line[i+2:], "-*_ \t\n")) > 0
}

// counted are the signs of which there may be too many.
var counted = func() (out [256]bool) {
	for _, c := range "[*_`<|" {
		out[c] = true
	}
	return out
}()

// counts are of one paragraph, or of a run of lines that may be one.
type counts struct {
	brackets, emphasis, backticks, angles, lines, columns int
	table                                                 bool
}

// add counts a line and says what there is too much of.
func (c *counts) add(line []byte, mode Mode) string {
	if len(line) > maxLine {
		return "một dòng quá dài"
	}
	if markersDeep(line, mode) {
		return "quá nhiều cấp trích dẫn hoặc danh sách lồng nhau"
	}
	c.lines++
	columns := 0
	for i, b := range line {
		if !counted[b] {
			continue
		}
		switch b {
		case '[':
			c.brackets++
		case '*', '_':
			if i == 0 || line[i-1] != b {
				c.emphasis++
			}
		case '`':
			if i == 0 || line[i-1] != b {
				c.backticks++
			}
		case '<':
			c.angles++
		case '|':
			columns++
		}
	}
	c.columns = max(c.columns, columns+1)
	c.table = c.table || columns > 0 && len(bytes.Trim(line, "|-: \t\n>")) == 0
	switch {
	case c.brackets > maxBrackets:
		return "quá nhiều dấu ["
	case c.emphasis > maxEmphasis:
		return "quá nhiều dấu * hoặc _"
	case c.backticks > maxBackticks:
		return "quá nhiều dấu `"
	case c.angles > maxAngles:
		return "quá nhiều dấu <"
	case columns > maxColumns:
		return "quá nhiều cột (dấu |)"
	case c.table && c.lines*c.columns > maxCells:
		return "bảng quá lớn"
	case c.lines > maxLines:
		return "quá nhiều dòng liền nhau"
	}
	return ""
}

// markersDeep reports whether the quotes and lists that a line opens are
// nested too deep. In plans and laws only quotes nest.
func markersDeep(line []byte, mode Mode) bool {
	if s := bytes.Trim(line, " \t\n"); len(bytes.Trim(s, "- ")) == 0 || len(bytes.Trim(s, "* ")) == 0 {
		return false // a rule across the page
	}
	markers, width := 0, 0
	for i := 0; i < len(line); i++ {
		switch b := line[i]; {
		case b == ' ':
		case b == '\t':
			width += 3
		case b == '>':
			markers++
		case mode == Prose && i+1 < len(line) && (b == '-' || b == '+' || b == '*') && (line[i+1] == ' ' || line[i+1] == '\t'):
			markers++
		case mode == Prose && '0' <= b && b <= '9':
			j := i
			for j < len(line) && j < i+10 && '0' <= line[j] && line[j] <= '9' {
				j++
			}
			if j+1 >= len(line) || line[j] != '.' && line[j] != ')' || line[j+1] != ' ' && line[j+1] != '\t' {
				return false
			}
			width += j - i
			i = j
			markers++
		default:
			return false
		}
		width++
		if markers > maxMarkers || markers > 0 && width > maxMarkerWidth && line[i] != ' ' && line[i] != '\t' {
			return true
		}
	}
	return false
}
