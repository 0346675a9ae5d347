package render

import (
	"encoding/json"
	"strconv"
	"strings"
	"unicode/utf8"

	"thonlanh/internal/date"
)

// cell is one value of a dataset. Each kind of file writes it in its own way.
type cell struct {
	is  cellKind
	num float64 // of wholeCell and numberCell
	s   string  // of textCell, dayCell (2020-02-13), listCell (items joined by joint)
	yes bool    // of yesCell
}

type cellKind uint8

const (
	noCell cellKind = iota // a value that is not known: neither 0 nor an empty text
	textCell
	wholeCell
	numberCell
	dayCell
	yesCell
	listCell
)

// joint stands between the items of a list. No text holds it.
const joint = "\x1f"

func none() cell { return cell{} }

func text(s string) cell {
	s = strings.TrimSpace(s)
	if s == "" {
		return none()
	}
	return cell{is: textCell, s: s}
}

func whole(n int) cell { return cell{is: wholeCell, num: float64(n)} }

func number(f float64) cell { return cell{is: numberCell, num: f} }

func day(d date.Date) cell {
	if d.IsZero() {
		return none()
	}
	return cell{is: dayCell, s: d.String()}
}

func yes(b bool) cell { return cell{is: yesCell, yes: b} }

// maybe is a yes or no that may not be known.
func maybe(b *bool) cell {
	if b == nil {
		return none()
	}
	return yes(*b)
}

// list is an array in JSON and one cell in tables. Items without a word are
// none.
func list(items []string) cell {
	var out []string
	for _, s := range items {
		if s = strings.TrimSpace(strings.ReplaceAll(s, joint, " ")); s != "" {
			out = append(out, s)
		}
	}
	return cell{is: listCell, s: strings.Join(out, joint)}
}

// items are those of a list.
func (c cell) items() []string {
	if c.s == "" {
		return nil
	}
	return strings.Split(c.s, joint)
}

// empty reports a cell that stands empty in a table.
func (c cell) empty() bool { return c.is == noCell || c.is == listCell && c.s == "" }

// words are the value as a table shows it, before anything is done for the
// sake of a program that reads it.
func (c cell) words() string {
	switch c.is {
	case textCell, dayCell:
		return c.s
	case wholeCell, numberCell:
		return strconv.FormatFloat(c.num, 'f', -1, 64)
	case yesCell:
		return strconv.FormatBool(c.yes)
	case listCell:
		return strings.ReplaceAll(c.s, joint, "; ")
	}
	return ""
}

// json appends the value with its type.
func (c cell) json(out []byte) []byte {
	switch c.is {
	case textCell, dayCell:
		return appendJSON(out, c.s)
	case wholeCell, numberCell:
		return strconv.AppendFloat(out, c.num, 'f', -1, 64)
	case yesCell:
		return strconv.AppendBool(out, c.yes)
	case listCell:
		out = append(out, '[')
		for i, s := range c.items() {
			if i > 0 {
				out = append(out, ',')
			}
			out = appendJSON(out, s)
		}
		return append(out, ']')
	}
	return append(out, "null"...)
}

// csv is what a spreadsheet should read: figures and days as they are, words
// so that none of them is run.
func (c cell) csv() string {
	if c.is == textCell || c.is == listCell {
		return harmless(c.words())
	}
	return c.words()
}

func appendJSON(out []byte, s string) []byte {
	if isPlainJSON(s) {
		return append(append(append(out, '"'), s...), '"')
	}
	b, err := json.Marshal(s)
	if err != nil {
		b = []byte(`""`) // a string always marshals
	}
	return append(out, b...)
}

func quoteJSON(s string) string { return string(appendJSON(nil, s)) }

// isPlainJSON reports a text that stands in JSON as it is.
func isPlainJSON(s string) bool {
	for i := range len(s) {
		switch c := s[i]; {
		case c < ' ', c == '"', c == '\\', c == '<', c == '>', c == '&', c == 0x7f:
			return false
		case c == 0xe2 && i+1 < len(s) && s[i+1] == 0x80: // U+2028 and U+2029 are lines' ends in scripts
			return false
		}
	}
	return utf8.ValidString(s)
}

// harmless keeps a spreadsheet from running a text as a formula: one that
// begins like a formula gets an apostrophe. A figure or a telephone number with
// its sign can run nothing and stays as it is.
//
// A spreadsheet whose parts are divided by semicolons, as in many Vietnamese
// settings, cuts a table with commas in the middle of its texts; so what
// follows a sign that may divide cells is looked at in the same way, but only
// where it calls something: a dash in running text must not be touched.
func harmless(s string) string {
	if !strings.ContainsAny(s, dividers) {
		if startsFormula(s) {
			return "'" + s
		}
		return s
	}
	var out []byte
	for at := 0; ; {
		piece := s[at:]
		end := strings.IndexAny(piece, dividers)
		if end >= 0 {
			piece = piece[:end]
		}
		if startsFormula(piece) && (at == 0 || strings.ContainsAny(piece, "(|!")) || at == 0 && end == 0 {
			out = append(out, '\'')
		}
		if end < 0 {
			return string(append(out, piece...))
		}
		at += end + 1
		out = append(out, s[at-len(piece)-1:at]...)
	}
}

const (
	// formulaSigns begin a formula. Those of East Asian width count, since
	// some programs fold them.
	formulaSigns = "=+-@\t\r\n|%＝＋－＠"
	dividers     = ";\t\r\n"
)

func startsFormula(s string) bool {
	if s == "" {
		return false
	}
	s = strings.TrimLeft(s, " \u00a0\"")
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 || !strings.ContainsRune(formulaSigns, r) {
		return false
	}
	return r != '+' && r != '-' || !isFigure(s[size:])
}

// isFigure reports digits, with spaces, dots and commas between them: "5",
// "84 200 3000", "1.250,5".
func isFigure(s string) bool {
	for i := range len(s) {
		if c := s[i]; (c < '0' || c > '9') && (i == 0 || strings.IndexByte(" .,", c) < 0) {
			return false
		}
	}
	return s != ""
}

// quoteCSV writes a field by RFC 4180.
func quoteCSV(s string) string {
	if !strings.ContainsAny(s, ",;\"\r\n\t") && s == strings.TrimSpace(s) {
		return s
	}
	return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
}
