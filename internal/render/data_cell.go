package render

import (
	"encoding/json"
	"strconv"
	"strings"
	"unicode/utf8"

	"thonlanh/internal/date"
)

// cell is one value of a dataset, ready for both files: JSON keeps the type,
// CSV is what a spreadsheet should read.
type cell struct{ json, csv string }

// none is a value that is not known. Both files tell it from 0 and from an
// empty text.
func none() cell { return cell{json: "null"} }

func text(s string) cell {
	s = strings.TrimSpace(s)
	if s == "" {
		return none()
	}
	return cell{quoteJSON(s), harmless(s)}
}

func whole(n int) cell {
	s := strconv.Itoa(n)
	return cell{s, s}
}

func number(f float64) cell {
	s := strconv.FormatFloat(f, 'f', -1, 64)
	return cell{s, s}
}

func day(d date.Date) cell {
	if d.IsZero() {
		return none()
	}
	return cell{quoteJSON(d.String()), d.String()}
}

func yes(b bool) cell {
	s := strconv.FormatBool(b)
	return cell{s, s}
}

// maybe is a yes or no that may not be known.
func maybe(b *bool) cell {
	if b == nil {
		return none()
	}
	return yes(*b)
}

// list is an array in JSON and one cell in CSV.
func list(items []string) cell {
	quoted := make([]string, len(items))
	for i, s := range items {
		quoted[i] = quoteJSON(s)
	}
	if len(items) == 0 {
		return cell{json: "[]"}
	}
	return cell{"[" + strings.Join(quoted, ",") + "]", harmless(strings.Join(items, "; "))}
}

func quoteJSON(s string) string {
	if isPlainJSON(s) {
		return `"` + s + `"`
	}
	b, err := json.Marshal(s)
	if err != nil {
		return `""` // a string always marshals
	}
	return string(b)
}

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
// begins like a formula gets an apostrophe, which spreadsheets show as text.
// The marks of East Asian width count, since some programs fold them.
func harmless(s string) string {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, " \u00a0"))
	if s != "" && strings.ContainsRune("=+-@\t\r\n|%＝＋－＠", r) {
		return "'" + s
	}
	return s
}

// quoteCSV writes a field by RFC 4180.
func quoteCSV(s string) string {
	if !strings.ContainsAny(s, ",;\"\r\n\t") && s == strings.TrimSpace(s) {
		return s
	}
	return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
}
