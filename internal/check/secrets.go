package check

import (
	"path"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"thonlanh/internal/site"
	"thonlanh/internal/viet"
)

// secrets looks for values of private records in finished files. Both sides
// are reduced to letters and figures without marks, so that tags, entities,
// line folding and no-break spaces between the words hide nothing.
type secrets struct {
	patterns []pattern // sorted by key
	first    []uint64  // bit set of the hashes of the first keyLen letters
	fold     []byte    // letter of each rune below foldTo; 0 for none
}

type pattern struct {
	key   string
	value int    // index into site.Private
	whole string // of a value with few letters: as folded, to be found with its signs
}

const (
	fewLetters = 10      // below this the letters alone are no proof
	keyLen     = 6       // letters that the rolling hash covers, and the least of a pattern
	maxLetters = 96      // of a pattern: the beginning of a long value is proof enough
	foldTo     = 0x1F00  // Latin with all Vietnamese letters ends here
	firstBits  = 1 << 20 // of the bit set
	rollBase   = 1099511628211
)

func newSecrets(private []site.Private) *secrets {
	if len(private) == 0 {
		return nil
	}
	s := &secrets{fold: make([]byte, foldTo), first: make([]uint64, firstBits/64)}
	for r := rune(0); r < foldTo; r++ {
		if f := viet.Fold(string(r)); len(f) == 1 && (f[0] >= 'a' && f[0] <= 'z' || f[0] >= '0' && f[0] <= '9') {
			s.fold[r] = f[0]
		}
	}
	for i, v := range private {
		key := s.letters(withoutAddresses(v.Value))
		if len(key) < keyLen {
			continue
		}
		p := pattern{value: i}
		if len(key) < fewLetters {
			p.whole = plainFold(v.Value)
		}
		key = key[:min(len(key), maxLetters)]
		p.key = string(key)
		s.patterns = append(s.patterns, p)
		h := roll(key[:keyLen]) % firstBits
		s.first[h/64] |= 1 << (h % 64)
	}
	if len(s.patterns) == 0 {
		return nil
	}
	slices.SortStableFunc(s.patterns, func(a, b pattern) int { return strings.Compare(a.key, b.key) })
	return s
}

// withoutAddresses drops link addresses from Markdown: they are not among the
// words of a page.
func withoutAddresses(s string) string {
	for {
		i := strings.Index(s, "](")
		if i < 0 {
			return s
		}
		s = s[:i] + s[i+2+addressEnd(s[i+2:]):]
	}
}

func (s *secrets) letters(text string) []byte {
	out := make([]byte, 0, len(text))
	for _, r := range text {
		if r < foldTo && s.fold[r] != 0 {
			out = append(out, s.fold[r])
		}
	}
	return out
}

// find gives the index of a private value that a file holds.
func (s *secrets) find(name string, data []byte) (int, bool) {
	if s == nil {
		return 0, false
	}
	switch path.Ext(name) {
	case ".pdf", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".gz", ".br", ".xlsx", ".mp3", ".ogg":
		return 0, false // not text; their source is what is judged
	}
	markup := path.Ext(name) == ".html" || path.Ext(name) == ".svg" || path.Ext(name) == ".xml"
	text, tags := s.reduce(data, markup)
	folded := ""
	proved := func(p pattern) bool {
		if p.whole == "" {
			return true
		}
		if folded == "" {
			folded = plainFold(plainText(string(data)))
		}
		return strings.Contains(folded, p.whole)
	}
	if i, ok := s.search(text, proved); ok {
		return i, true
	}
	return s.search(tags, proved)
}

// plainFold is the folded text with single spaces.
func plainFold(s string) string { return strings.Join(strings.Fields(viet.Fold(s)), " ") }

// reduce leaves letters and figures; those of tags go apart, so that a tag
// between two words hides nothing and attributes are judged too.
func (s *secrets) reduce(data []byte, markup bool) (text, tags []byte) {
	out, other := make([]byte, 0, len(data)), []byte(nil)
	inTag := false
	for i := 0; i < len(data); {
		c := data[i]
		switch {
		case markup && c == '<' && !inTag, markup && c == '>' && inTag:
			inTag = !inTag
			out, other = other, out
		case c == '&':
			if n := entityEnd(data[i:]); n > 0 {
				i += n
				continue
			}
		case c == '\\' && i+1 < len(data):
			if n := escapeEnd(data[i:], s, &out); n > 0 {
				i += n
				continue
			}
		case c < utf8.RuneSelf:
			if f := s.fold[c]; f != 0 {
				out = append(out, f)
			}
		default:
			r, size := utf8.DecodeRune(data[i:])
			if r < foldTo && s.fold[r] != 0 {
				out = append(out, s.fold[r])
			}
			i += size
			continue
		}
		i++
	}
	if inTag {
		out, other = other, out
	}
	return out, other
}

// entityEnd is the length of an HTML entity. The generator writes letters as
// they are, so an entity is always a sign.
func entityEnd(b []byte) int {
	for i := 1; i < len(b) && i < 10; i++ {
		switch c := b[i]; {
		case c == ';':
			return i + 1
		case letter(c), c >= '0' && c <= '9', c == '#' && i == 1:
		default:
			return 0
		}
	}
	return 0
}

// escapeEnd is the length of an escape of JSON or of a calendar line.
func escapeEnd(b []byte, s *secrets, out *[]byte) int {
	switch b[1] {
	case 'n', 'r', 't', 'b', 'f', 'N', ',', ';', '"', '\\', '/':
		return 2
	case 'u':
		if len(b) < 6 {
			return 0
		}
		r := rune(0)
		for _, c := range b[2:6] {
			d := strings.IndexByte("0123456789abcdef", c|0x20)
			if d < 0 {
				return 0
			}
			r = r<<4 | rune(d)
		}
		if r < foldTo && s.fold[r] != 0 {
			*out = append(*out, s.fold[r])
		}
		return 6
	}
	return 0
}

func roll(b []byte) uint64 {
	h := uint64(0)
	for _, c := range b {
		h = h*rollBase + uint64(c)
	}
	return h
}

// search goes over the letters with a rolling hash of keyLen letters and looks
// closer only where one of the patterns can begin.
func (s *secrets) search(b []byte, proved func(pattern) bool) (int, bool) {
	if len(b) < keyLen {
		return 0, false
	}
	top := uint64(1) // rollBase^(keyLen-1)
	for range keyLen - 1 {
		top *= rollBase
	}
	h := roll(b[:keyLen])
	for i := 0; ; i++ {
		if k := h % firstBits; s.first[k/64]&(1<<(k%64)) != 0 {
			if v, ok := s.at(b[i:], proved); ok {
				return v, true
			}
		}
		if i+keyLen >= len(b) {
			return 0, false
		}
		h = (h-uint64(b[i])*top)*rollBase + uint64(b[i+keyLen])
	}
}

// at reports whether a pattern begins here: all that do are prefixes of the
// text, and sorted they stand before it, the longest last.
func (s *secrets) at(b []byte, proved func(pattern) bool) (int, bool) {
	for n := keyLen; n <= min(len(b), maxLetters); n++ {
		head := string(b[:n])
		i := sort.Search(len(s.patterns), func(i int) bool { return s.patterns[i].key >= head })
		if i == len(s.patterns) || !strings.HasPrefix(s.patterns[i].key, head) {
			return 0, false // no pattern goes on like this
		}
		for ; i < len(s.patterns) && s.patterns[i].key == head; i++ {
			if proved(s.patterns[i]) {
				return s.patterns[i].value, true
			}
		}
	}
	return 0, false
}
