package markup

import (
	"bytes"
	"unicode/utf8"
)

// A number such as 282/2025/NĐ-CP is one word to a reader, but browsers break
// lines behind its hyphens. The no-break hyphen is missing in the fonts, a word
// joiner would come along when words are copied: so an element holds it
// together and the words stay as written.
const (
	wholeOpen  = `<span class="lien">`
	wholeClose = `</span>`

	maxWhole = 22 // characters: a longer word could be wider than a phone
)

// appendWhole appends HTML with what a line may not be broken in held together.
func appendWhole(dst, html []byte) []byte {
	if bytes.IndexByte(html, '-') < 0 && bytes.IndexByte(html, '/') < 0 && !bytes.Contains(html, []byte("–")) {
		return append(dst, html...)
	}
	for i := 0; i < len(html); {
		if html[i] == '<' {
			end := bytes.IndexByte(html[i:], '>')
			if end < 0 {
				return append(dst, html[i:]...)
			}
			dst = append(dst, html[i:i+end+1]...)
			i += end + 1
			continue
		}
		n, parts := wholeWord(html[i:])
		if n == 0 {
			dst = append(dst, html[i])
			i++
			continue
		}
		word := html[i : i+n]
		if parts > 1 && utf8.RuneCount(word) <= maxWhole {
			dst = append(append(append(dst, wholeOpen...), word...), wholeClose...)
		} else {
			dst = append(dst, word...)
		}
		i += n
	}
	return dst
}

// wholeWord is how far a word goes that signs may join, and of how many parts
// it is.
func wholeWord(s []byte) (n, parts int) {
	end, joined := 0, true
	for end < len(s) {
		r, size := utf8.DecodeRune(s[end:])
		switch {
		case r == '-' || r == '/' || r == '–':
			if joined {
				return n, parts
			}
			joined = true
		case r == utf8.RuneError || r < utf8.RuneSelf && !alnum(byte(r)) || r == 0xa0 || r >= 0x2000 && r < 0x2100:
			return n, parts
		default:
			if joined {
				joined = false
				parts++
			}
			n = end + size
		}
		end += size
	}
	return n, parts
}

func alnum(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}
