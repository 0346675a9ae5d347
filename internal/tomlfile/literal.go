package tomlfile

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"thonlanh/internal/date"
)

// wide is how long a list may be on one line, in characters.
const wide = 72

// Literal is how a value is written: an int, bool, string, date.Date or list
// of strings. A long list has a line for each element.
func Literal(v any) string {
	s := oneLine(v)
	list, ok := v.([]string)
	if !ok || utf8.RuneCountInString(s) <= wide {
		return s
	}
	var b strings.Builder
	b.WriteString("[\n")
	for _, x := range list {
		b.WriteString("  " + quote(x) + ",\n")
	}
	b.WriteString("]")
	return b.String()
}

func oneLine(v any) string {
	switch v := v.(type) {
	case int:
		return strconv.Itoa(v)
	case bool:
		return strconv.FormatBool(v)
	case date.Date:
		return v.String()
	case string:
		return quote(v)
	case []string:
		quoted := make([]string, len(v))
		for i, x := range v {
			quoted[i] = quote(x)
		}
		return "[" + strings.Join(quoted, ", ") + "]"
	}
	panic(fmt.Sprintf("tomlfile: %T is no value of a file", v))
}

// quote writes a text on one line.
func quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range strings.ToValidUTF8(s, "\ufffd") {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r < ' ' || r == 0x7f:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// Key is a name as it is written before = or in [ ].
func Key(name string) string {
	for i := 0; i < len(name); i++ {
		if !isBare(name[i]) {
			return quote(name)
		}
	}
	if name == "" {
		return `""`
	}
	return name
}

func dotted(path []string) string {
	keys := make([]string, len(path))
	for i, name := range path {
		keys[i] = Key(name)
	}
	return strings.Join(keys, ".")
}
