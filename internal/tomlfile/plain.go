package tomlfile

import (
	"strings"
	"time"

	"thonlanh/internal/date"
)

// plainTable reads what nearly every front matter is: one statement a line, a
// bare key with a text in quotation marks, a yes or no, or a day. It gives the
// values that the library would, but for those of days, which are bound from
// how they are written; false leaves the text to the library.
func plainTable(text string) (map[string]any, bool) {
	values := make(map[string]any, 8)
	for len(text) > 0 {
		line, rest, _ := strings.Cut(text, "\n")
		text = rest
		line = strings.Trim(line, " \t")
		if line == "" {
			continue
		}
		n := 0
		for n < len(line) && isBareKey(line[n]) {
			n++
		}
		key := line[:n]
		value, found := strings.CutPrefix(strings.TrimLeft(line[n:], " \t"), "=")
		if _, twice := values[key]; key == "" || !found || twice {
			return nil, false
		}
		switch value = strings.TrimLeft(value, " \t"); {
		case value == "true":
			values[key] = true
		case value == "false":
			values[key] = false
		case len(value) >= 2 && value[0] == '"' && value[len(value)-1] == '"':
			value = value[1 : len(value)-1]
			if strings.ContainsFunc(value, func(r rune) bool { return r == '"' || r == '\\' || r < ' ' || r == 0x7f }) {
				return nil, false
			}
			values[key] = value
		case len(value) == len("2026-11-20"):
			if _, ok := date.Parse(value); !ok {
				return nil, false
			}
			values[key] = time.Time{}
		default:
			return nil, false
		}
	}
	return values, true
}

func isBareKey(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-'
}
