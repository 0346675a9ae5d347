package cite

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// token is a word, a run of digits or a sign. Tags of emphasis, soft hyphens
// and other characters without width lie between or within tokens unseen.
type token struct {
	kind       tokenKind
	id         word   // which word of the grammar, or none
	sign       byte   // of a sign; dashes of all lengths are '-'
	space      bool   // white space before it
	upper      bool   // begins with a capital
	caps       bool   // has no small letter
	runes      uint8  // letters of a word, digits of a number; at most 255
	letter     rune   // a word's first letter, small
	num        int    // value of a number of at most 6 digits
	hash       uint64 // of a word: without case and place of the tone
	start, end int
}

type tokenKind uint8

const (
	tokenEnd tokenKind = iota // end of the text, or what no citation crosses
	tokenWord
	tokenNumber
	tokenSign
)

// lexer reads tokens from running text or the HTML of one block.
type lexer struct {
	s   []byte
	pos int
	// unclosed is where a "<" was met that nothing closes; each is looked for
	// once.
	unclosed int
	hashing  bool // words are to be compared with names
}

func newLexer(s []byte, pos int) lexer { return lexer{s: s, pos: pos, unclosed: len(s) + 1} }

func hashingLexer(s []byte, pos int) lexer {
	l := newLexer(s, pos)
	l.hashing = true
	return l
}

// maxTag is how long a tag may be.
const maxTag = 4096

// next reads one token.
func (l *lexer) next() token {
	var t token
	if !l.skip(&t.space) {
		t.start, t.end = l.pos, l.pos
		return t
	}
	t.start = l.pos
	c := l.s[l.pos]
	switch {
	case c >= '0' && c <= '9':
		l.number(&t)
	case c < utf8.RuneSelf && class[c] != inWord:
		t.kind, t.sign, t.caps = tokenSign, c, true
		l.pos++
		if c == '&' {
			l.entity(&t)
		}
	default:
		r, n := utf8.DecodeRune(l.s[l.pos:])
		if letter(r) {
			l.word(&t)
			break
		}
		t.kind, t.sign = tokenSign, sign(r)
		l.pos += n
	}
	if t.end == 0 {
		t.end = l.pos
	}
	return t
}

// skip passes white space, emphasis and what has no width. It stops before a
// barrier or the end and then reports false.
func (l *lexer) skip(space *bool) bool {
	lines := 0
	for l.pos < len(l.s) {
		switch c := l.s[l.pos]; {
		case c == '\n':
			if lines++; lines > 1 {
				return false // a blank line parts blocks
			}
			*space = true
			l.pos++
		case c == ' ' || c == '\t' || c == '\r':
			*space = true
			l.pos++
		case c == '<':
			n, brk := l.tag()
			if n < 0 {
				return false
			}
			if n == 0 {
				return true // a sign
			}
			*space = *space || brk
			l.pos += n
		case c == '&':
			n := spaceEntity(l.s[l.pos:])
			if n == 0 {
				return true
			}
			*space = true
			l.pos += n
		case c < utf8.RuneSelf:
			return true
		default:
			n, blank := invisible(l.s[l.pos:])
			if n == 0 {
				return true
			}
			*space = *space || blank
			l.pos += n
		}
	}
	return false
}

// tag measures the tag at the lexer's place: 0 where there is none, -1 where
// it is a barrier. brk says that it breaks the line.
func (l *lexer) tag() (n int, brk bool) {
	s := l.s[l.pos:]
	if len(s) < 3 {
		return 0, false
	}
	i := 1
	if s[1] == '/' {
		i = 2
	}
	if c := s[i] | 0x20; c < 'a' || c > 'z' {
		if s[1] == '!' {
			return -1, false
		}
		return 0, false
	}
	if l.pos >= l.unclosed {
		return 0, false
	}
	end := bytes.IndexByte(s[:min(len(s), maxTag)], '>')
	if end < 0 {
		if len(s) <= maxTag {
			l.unclosed = l.pos
		}
		return 0, false
	}
	name := i
	for i < end && (s[i]|0x20 >= 'a' && s[i]|0x20 <= 'z' || s[i] >= '0' && s[i] <= '9') {
		i++
	}
	switch string(s[name:i]) {
	case "br", "wbr":
		return end + 1, s[name] == 'b'
	case "em", "strong", "span", "b", "i", "u", "s", "sup", "sub", "small", "mark", "abbr", "del", "ins", "q", "cite", "dfn", "time", "bdi", "bdo":
		return end + 1, false
	}
	return -1, false
}

// barrier is the end of what no citation crosses at a "<": of the element
// where its inside is never searched, else of the tag.
func (l *lexer) barrier(at int) int {
	s := l.s[at:]
	end := bytes.IndexByte(s, '>')
	if end < 0 {
		return len(l.s)
	}
	n := 1
	for n < end && s[n] != ' ' {
		n++
	}
	switch name := s[1:n]; string(name) {
	case "a", "code", "pre", "kbd", "samp", "svg", "script", "style", "button", "textarea", "title":
		for from := end + 1; ; {
			i := bytes.Index(s[from:], []byte("</"))
			if i < 0 {
				return len(l.s)
			}
			from += i + 2
			if bytes.HasPrefix(s[from:], name) && len(s) > from+len(name) && s[from+len(name)] == '>' {
				return at + from + len(name) + 1
			}
		}
	}
	return at + end + 1
}

func (l *lexer) number(t *token) {
	t.kind, t.caps = tokenNumber, true
	for l.pos < len(l.s) {
		c := l.s[l.pos]
		if c < '0' || c > '9' {
			if !l.inside() || l.s[l.pos] < '0' || l.s[l.pos] > '9' {
				break
			}
			continue
		}
		if t.runes < 7 {
			t.num = t.num*10 + int(c-'0')
		}
		if t.runes < 255 {
			t.runes++
		}
		l.pos++
		t.end = l.pos
	}
	if l.hashing {
		t.hash = mix(uint64(t.num)+1<<40, uint64(t.runes))
	}
}

// maxWord is more than any word of the language needs.
const maxWord = 32

func (l *lexer) word(t *token) {
	t.kind, t.caps = tokenWord, true
	var buf [maxWord]byte
	n := 0
	var h hasher
	for l.pos < len(l.s) {
		c := l.s[l.pos]
		if c|0x20 >= 'a' && c|0x20 <= 'z' {
			low := c | 0x20
			if t.runes == 0 {
				t.upper, t.letter = low != c, rune(low)
			}
			t.caps = t.caps && low != c
			if n < maxWord {
				buf[n] = low
			}
			n++
			if l.hashing {
				h.add(rune(low))
			}
			l.pos++
		} else {
			if c < utf8.RuneSelf && c != '<' {
				break
			}
			r, size := utf8.DecodeRune(l.s[l.pos:])
			if !letter(r) {
				if !l.inside() {
					break
				}
				if r, _ = utf8.DecodeRune(l.s[l.pos:]); !letter(r) {
					break
				}
				continue
			}
			low := lower(r)
			if t.runes == 0 {
				t.upper, t.letter = low != r, low
			}
			t.caps = t.caps && (low != r || low == upper(r)) && r != 0xf0
			if n+utf8.UTFMax <= maxWord {
				utf8.EncodeRune(buf[n:], low)
			}
			n += utf8.RuneLen(low)
			if l.hashing {
				h.add(low)
			}
			l.pos += size
		}
		if t.runes < 255 {
			t.runes++
		}
		t.end = l.pos
	}
	if n <= maxWord-utf8.UTFMax {
		t.id = wordOf(buf[:n])
	}
	if l.hashing {
		t.hash = h.sum()
	}
}

// inside passes what lies unseen within a word: a soft hyphen, a tag. Where
// white space follows, or a mark that stands above, it is no part of the word
// and nothing is passed.
func (l *lexer) inside() bool {
	c := l.s[l.pos]
	if c != '<' && c < utf8.RuneSelf {
		return false
	}
	at, space := l.pos, false
	if c == '<' && bytes.HasPrefix(l.s[at:], []byte("<sup")) || !l.skip(&space) || space || l.pos == at {
		l.pos = at
		return false
	}
	return true
}

// entity reads the character that an entity stands for.
func (l *lexer) entity(t *token) {
	rest := l.s[t.start:]
	for _, e := range [...]struct {
		name string
		sign byte
	}{{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#34;", '"'}, {"&#39;", '\''}, {"&apos;", '\''}, {"&ndash;", '-'}, {"&mdash;", '-'}} {
		if bytes.HasPrefix(rest, []byte(e.name)) {
			t.sign = e.sign
			l.pos = t.start + len(e.name)
			return
		}
	}
}

func spaceEntity(s []byte) int {
	for _, e := range [...]string{"&nbsp;", "&#160;", "&#xa0;", "&#xA0;", "&thinsp;", "&#8239;", "&shy;"} {
		if bytes.HasPrefix(s, []byte(e)) {
			return len(e)
		}
	}
	return 0
}

// invisible measures a character that is white space or has no width.
func invisible(s []byte) (n int, blank bool) {
	switch s[0] {
	case 0xc2:
		if len(s) > 1 && (s[1] == 0xa0 || s[1] == 0x85) {
			return 2, true
		}
		if len(s) > 1 && s[1] == 0xad {
			return 2, false
		}
	case 0xe2:
		if len(s) < 3 {
			return 0, false
		}
		switch {
		case s[1] == 0x80 && s[2] <= 0x8a, s[1] == 0x80 && (s[2] == 0xa8 || s[2] == 0xa9 || s[2] == 0xaf), s[1] == 0x81 && s[2] == 0x9f:
			return 3, true
		case s[1] == 0x80 && s[2] >= 0x8b && s[2] <= 0x8f, s[1] == 0x80 && s[2] >= 0xaa && s[2] <= 0xae, s[1] == 0x81 && s[2] >= 0xa0 && s[2] <= 0xa4:
			return 3, false
		}
	case 0xe3:
		if len(s) > 2 && s[1] == 0x80 && s[2] == 0x80 {
			return 3, true
		}
	case 0xef:
		if len(s) > 2 && s[1] == 0xbb && s[2] == 0xbf {
			return 3, false
		}
	}
	return 0, false
}

// sign names a sign outside ASCII: a dash, a bracket, a quotation mark; '?'
// for all others.
func sign(r rune) byte {
	switch r {
	case '–', '—', '‐', '‑', '‒', '―', '−':
		return '-'
	case '“', '”', '„', '«', '»', '"':
		return '"'
	case '‘', '’':
		return '\''
	case '…':
		return '.'
	case '⁄', '∕':
		return '/'
	}
	return '?'
}

func letter(r rune) bool {
	if r < utf8.RuneSelf {
		return r|0x20 >= 'a' && r|0x20 <= 'z'
	}
	if r >= 0xc0 && r < 0x180 || r >= 0x1ea0 && r <= 0x1ef9 || r == 'Ơ' || r == 'ơ' || r == 'Ư' || r == 'ư' {
		return r != 0xd7 && r != 0xf7
	}
	return unicode.IsLetter(r) || unicode.Is(unicode.Mn, r)
}

func lower(r rune) rune {
	switch {
	case r < utf8.RuneSelf:
		if r >= 'A' && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	case r == 0xd0 || r == 0xf0:
		return 'đ' // Ð, which old keyboards gave for Đ
	case r >= 0xc0 && r <= 0xde:
		return r + 0x20
	case r < 0x100:
		return r
	case r >= 0x1ea0 && r <= 0x1ef9:
		return r | 1
	case r == 'Ă' || r == 'Đ' || r == 'Ĩ' || r == 'Ũ' || r == 'Ơ':
		return r + 1
	case r == 'Ư':
		return 'ư'
	}
	return unicode.ToLower(r)
}

func upper(r rune) rune {
	switch {
	case r < utf8.RuneSelf:
		if r >= 'a' && r <= 'z' {
			return r - 'a' + 'A'
		}
		return r
	case r >= 0xe0 && r <= 0xfe && r != 0xf7 && r != 0xf0:
		return r - 0x20
	case r >= 0x1ea0 && r <= 0x1ef9:
		return r &^ 1
	}
	return unicode.ToUpper(r)
}

// Classes of bytes for the quick way over text in which nothing is cited.
const (
	between  = iota // signs, spaces, tags, and the first byte of a sign outside ASCII
	inWord          // a letter or the first byte of one
	digit           // 0 to 9
	followUp        // a later byte of any character
)

var class = classes()

func classes() (c [256]uint8) {
	for b := range c {
		switch {
		case b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= 0xc3 && b != 0xe2 && b != 0xe3 && b != 0xef:
			c[b] = inWord
		case b >= '0' && b <= '9':
			c[b] = digit
		case b >= 0x80 && b < 0xc0:
			c[b] = followUp
		}
	}
	return c
}
