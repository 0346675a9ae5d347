package markup

import (
	"html"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
)

// appendUnescaped appends what a stretch of Markdown text means: backslashes
// before punctuation fall away, character references become characters.
func appendUnescaped(dst, s []byte) []byte {
	start := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			if i+1 < len(s) && isPunct(s[i+1]) {
				dst = append(dst, s[start:i]...)
				i++
				start = i
			}
		case '&':
			end := i + 1
			for end < len(s) && end < i+34 && (isAlnum(s[end]) || s[end] == '#') {
				end++
			}
			if end < len(s) && s[end] == ';' {
				ref := string(s[i : end+1])
				if value := html.UnescapeString(ref); value != ref {
					dst = append(dst, s[start:i]...)
					dst = append(dst, value...)
					i, start = end, end+1
				}
			}
		}
	}
	return append(dst, s[start:]...)
}

func isPunct(c byte) bool {
	return c >= '!' && c <= '/' || c >= ':' && c <= '@' || c >= '[' && c <= '`' || c >= '{' && c <= '~'
}

func isAlnum(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

// appendEscaped appends text as it stands in HTML, in an element or in a
// quoted attribute. Control characters, which HTML forbids, are left out.
func appendEscaped(dst, s []byte) []byte {
	start := 0
	for i := 0; i < len(s); i++ {
		var esc string
		n := 1
		switch c := s[i]; {
		case c == '&':
			esc = "&amp;"
		case c == '<':
			esc = "&lt;"
		case c == '>':
			esc = "&gt;"
		case c == '"':
			esc = "&quot;"
		case c < ' ' && c != '\n' && c != '\t' || c == 0x7f:
		case c == 0xc2 && i+1 < len(s) && s[i+1] < 0xa0:
			n = 2 // the control characters from U+0080 to U+009F
		case c == 0xef && i+2 < len(s) && (s[i+1] == 0xbf && s[i+2] >= 0xbe || s[i+1] == 0xb7 && s[i+2] >= 0x90 && s[i+2] <= 0xaf):
			n = 3 // not characters
		case c >= 0xf0:
			r, size := utf8.DecodeRune(s[i:])
			if r&0xfffe != 0xfffe {
				i += size - 1
				continue
			}
			n = size
		default:
			continue
		}
		dst = append(dst, s[start:i]...)
		dst = append(dst, esc...)
		i += n - 1
		start = i + 1
	}
	return append(dst, s[start:]...)
}

// plainText is the text under a node without any mark-up, on one line.
func plainText(n ast.Node, source []byte) string {
	var room [256]byte
	buf := appendPlain(room[:0], n, source)
	if oneLine(buf) {
		return string(buf)
	}
	return strings.Join(strings.Fields(string(buf)), " ")
}

// oneLine reports whether text has no spaces but single ones between words.
// It may say no of others.
func oneLine(s []byte) bool {
	after := byte(' ')
	for i, c := range s {
		switch {
		case c < ' ', c == ' ' && after == ' ', c == 0xc2, c == 0xe2, c == 0xe3, c == 0xe1 && i+1 < len(s) && s[i+1] == 0x9a:
			return false // other spaces begin with these bytes
		}
		after = c
	}
	return len(s) == 0 || after != ' '
}

func appendPlain(dst []byte, n ast.Node, source []byte) []byte {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			if c.IsRaw() {
				dst = append(dst, c.Segment.Value(source)...)
			} else {
				dst = appendUnescaped(dst, c.Segment.Value(source))
			}
			if c.SoftLineBreak() || c.HardLineBreak() {
				dst = append(dst, ' ')
			}
		case *ast.String:
			dst = append(dst, c.Value...)
		case *ast.AutoLink:
			dst = append(dst, c.Label(source)...)
		default:
			dst = appendPlain(dst, c, source)
		}
	}
	return dst
}

// cut shortens text to at most limit characters, at a word.
func cut(s string, limit int) string {
	if len(s) <= limit {
		return s
	}
	count, space := 0, 0
	for i, r := range s {
		if count == limit {
			if r == ' ' || space == 0 {
				space = i
			}
			return strings.TrimRight(s[:space], " ,;:.-–") + "…"
		}
		if r == ' ' {
			space = i
		}
		count++
	}
	return s
}
