package form

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"

	"thonlanh/internal/viet"
)

const bom = "\ufeff"

// WriteCSV writes a form as a spreadsheet program set to Vietnamese opens it:
// UTF-8 with a byte order mark, semicolons, its sheets one below the other.
func WriteCSV(b *Book) []byte {
	var out bytes.Buffer
	out.WriteString(bom)
	for i, s := range b.Sheets {
		if i > 0 {
			out.WriteString("\r\n")
		}
		for _, r := range s.Rows {
			var fields []string
			for _, c := range r.Cells {
				fields = append(fields, c.shown())
			}
			writeRecord(&out, fields, ';')
		}
	}
	return out.Bytes()
}

// shown is what a cell shows in a file of plain text.
func (c Cell) shown() string {
	switch c.Kind {
	case Number:
		return strconv.FormatFloat(c.Number, 'f', -1, 64)
	case Day:
		return viet.ShortDate(c.Day)
	case Bool:
		return yesNo(c.Yes)
	}
	return c.Text
}

func writeRecord(out *bytes.Buffer, fields []string, comma byte) {
	for i, f := range fields {
		if i > 0 {
			out.WriteByte(comma)
		}
		f = guard(f)
		if strings.ContainsAny(f, "\";,\t\r\n") || f != strings.TrimSpace(f) {
			f = `"` + strings.ReplaceAll(f, `"`, `""`) + `"`
		}
		out.WriteString(f)
	}
	out.WriteString("\r\n")
}

// A spreadsheet takes a text that begins with one of these for a formula, so
// that a text could do things on the machine of whoever opens the file. An
// apostrophe keeps it a text; reading takes it away again.
var formulaLike = regexp.MustCompile(`^'*[=+\-@\t\r]`)

func guard(s string) string {
	if formulaLike.MatchString(s) {
		return "'" + s
	}
	return s
}

func unguard(s string) string {
	if strings.HasPrefix(s, "'") && formulaLike.MatchString(s) {
		return s[1:]
	}
	return s
}
