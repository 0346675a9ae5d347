package workbook

import (
	"bufio"
	"encoding/xml"
	"strconv"
	"strings"
	"unicode/utf8"
)

const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// xmlWriter writes markup; the buffer keeps the first error for its Flush.
type xmlWriter struct {
	w *bufio.Writer
}

// raw writes markup as it is.
func (x *xmlWriter) raw(parts ...string) {
	for _, p := range parts {
		x.w.WriteString(p)
	}
}

func (x *xmlWriter) int(n int) { x.w.WriteString(strconv.Itoa(n)) }

// text writes characters, fit for an element or for an attribute.
func (x *xmlWriter) text(s string) { x.w.WriteString(escape(s)) }

// attr writes an attribute if it says anything.
func (x *xmlWriter) attr(name, value string) {
	if value != "" {
		x.raw(" ", name, `="`, escape(value), `"`)
	}
}

// escape spells a text in XML. What XML cannot hold is spelt as Excel does,
// _x0007_, and so is an underscore that would read as such a spelling.
func escape(s string) string {
	if strings.IndexFunc(s, func(r rune) bool { return r < ' ' || r == '_' || r == utf8.RuneError || r == 0xfffe || r == 0xffff }) >= 0 {
		var b strings.Builder
		for i, r := range s {
			switch {
			case r == '_' && spelling(s[i:]) >= 0:
				b.WriteString("_x005F_")
			case r < ' ' && r != '\n' && r != '\t' && r != '\r':
				b.WriteString("_x00" + string("0123456789ABCDEF"[r>>4]) + string("0123456789ABCDEF"[r&15]) + "_")
			case r == 0xfffe || r == 0xffff:
				b.WriteRune(utf8.RuneError)
			default:
				b.WriteRune(r)
			}
		}
		s = b.String()
	}
	var b strings.Builder
	xml.EscapeText(&b, []byte(s))
	return b.String()
}

// spelling is the character that a text begins with in the form _xHHHH_, or
// -1.
func spelling(s string) rune {
	if len(s) < 7 || s[0] != '_' || s[1] != 'x' || s[6] != '_' {
		return -1
	}
	n, err := strconv.ParseUint(s[2:6], 16, 16)
	if err != nil {
		return -1
	}
	return rune(n)
}

// unspell reads a text that may hold such spellings.
func unspell(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		if r := spelling(s[i:]); r >= 0 {
			b.WriteRune(r)
			i += 7
			continue
		}
		b.WriteByte(s[i])
		i++
	}
	return b.String()
}
