package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"thonlanh/internal/viet"
)

// gap is what stands between a word and the one before it.
type gap uint8

const (
	tight gap = iota // nothing but signs: "NĐ-CP", "13/02"
	space            // spaces, or the end of a line inside a paragraph
	comma            // a pause inside a sentence
	stop             // the end of a sentence, or the next cell or row of a table
	para             // another paragraph, list item or heading
)

// word is a syllable or a number of a text, as the rules read it.
type word struct {
	start, end int
	low        string // in lower case
	gap        gap
	sign       byte // the one sign of a tight gap, "|" of a table's stop, else 0
	capital    bool // begins with a capital letter
	upper      bool // has no small letter
	number     bool
	quoted     bool // between “ and ”
	led        bool // first of a paragraph that the one before leads up to
}

// words reads running text: Markdown or the plain text of a field. Link
// addresses are no words; emphasis marks do not part words.
func words(text string) []word { return appendWords(nil, text, nil) }

// appendWords is words into a slice that is used again and again, with the
// words that were met before in lower case.
func appendWords(out []word, text string, low lowered) []word {
	sep, depth := 0, 0 // where the text between words began; open quotes
	heading := false   // the paragraph is a heading
	for i := 0; i < len(text); {
		c := text[i]
		w := word{start: i}
		switch classOf[c] {
		case classSign:
			switch {
			case c == ']' && strings.HasPrefix(text[i:], "]("):
				i += 2 + addressEnd(text[i+2:])
			case c == ':' && strings.HasPrefix(text[i:], "://"):
				for i < len(text) && text[i] != ' ' && text[i] != '\n' && text[i] != ')' && text[i] != '"' {
					i++
				}
			default:
				i++
			}
			continue
		case classDigit:
			w.number = true
			w.end = numberEnd(text, i)
			w.low = text[i:w.end]
		case classMore:
			r, size, isLetter, _ := letterAt(text, i)
			if !isLetter {
				switch r {
				case '“', '«':
					depth++
				case '”', '»':
					depth = max(0, depth-1)
				}
				i += size
				continue
			}
			fallthrough
		default:
			raised := w.letters(text)
			w.low = text[i:w.end]
			if raised {
				w.low = low.of(w.low)
			}
		}
		i = w.end
		switch {
		case len(out) == 0:
			w.gap = para
		case w.start == sep+1 && text[sep] == ' ':
			w.gap = space
		default:
			w.gap, w.sign = gapOf(text[sep:w.start])
		}
		if w.gap == para {
			between := text[sep:w.start]
			depth = strings.Count(between, "“")
			w.led = heading || leadsUp(between)
			heading = strings.Contains(between, "#")
		}
		w.quoted = depth > 0
		sep = w.end
		out = append(out, w)
	}
	return out
}

// lowered keeps words with capital letters in lower case: the same ones come
// again and again. A nil one keeps none.
type lowered map[string]string

// maxLowered bounds what names and abbreviations of a whole archive may fill.
const maxLowered = 1 << 12

func (l lowered) of(s string) string {
	low, known := l[s]
	if !known {
		low = strings.ToLower(s)
		if l != nil && len(l) < maxLowered && len(s) < 32 {
			l[strings.Clone(s)] = strings.Clone(low)
		}
	}
	return low
}

// class tells a byte at which something begins.
type class uint8

const (
	classSign class = iota
	classSmall
	classCapital
	classDigit
	classMore // a character of several bytes
)

// classOf is the class of each byte.
var classOf = func() (out [256]class) {
	for c := range out {
		switch {
		case c >= 'a' && c <= 'z':
			out[c] = classSmall
		case c >= 'A' && c <= 'Z':
			out[c] = classCapital
		case c >= '0' && c <= '9':
			out[c] = classDigit
		case c >= utf8.RuneSelf:
			out[c] = classMore
		}
	}
	return out
}()

// isLetter covers the Latin letters that Vietnamese and its minority languages
// use, and combining marks that NFC leaves.
func isLetter(r rune) bool {
	return r >= 0xC0 && r < 0x250 && r != 0xD7 && r != 0xF7 || r >= 0x1E00 && r < 0x1F00 || r >= 0x300 && r < 0x370 || r >= 0x370 && unicode.IsLetter(r)
}

// letterAt decodes the character of several bytes at i, with a short way for
// the letters of Vietnamese.
func letterAt(text string, i int) (r rune, size int, letter, upper bool) {
	if i+2 < len(text) {
		switch c, d := text[i], text[i+1]; {
		case c == 0xe1 && (d == 0xba || d == 0xbb): // U+1E80 to U+1EFF
			if r = 0x1e00 | rune(d&3)<<6 | rune(text[i+2]&0x3f); r >= 0x1ea0 && r < 0x1efa {
				return r, 3, true, r&1 == 0
			}
		case c == 0xc3: // U+00C0 to U+00FF
			if r = 0xc0 | rune(d&0x3f); r != 0xd7 && r != 0xf7 {
				return r, 2, true, r < 0xdf
			}
		case c == 0xc4 || c == 0xc6: // U+0100 to U+013F, U+0180 to U+01BF
			switch r = rune(c&0x1f)<<6 | rune(d&0x3f); r {
			case 'đ', 'ơ', 'ư', 'ă', 'ĩ':
				return r, 2, true, false
			case 'Đ', 'Ơ', 'Ư', 'Ă', 'Ĩ':
				return r, 2, true, true
			}
		}
	}
	r, size = utf8.DecodeRuneInString(text[i:])
	return r, size, isLetter(r), unicode.IsUpper(r)
}

// letters reads the letters and figures from the start of a word to its end,
// and tells whether one of them is a capital.
func (w *word) letters(text string) (raised bool) {
	small := false
	i := w.start
loop:
	for i < len(text) {
		switch classOf[text[i]] {
		case classSmall:
			small = true
			i++
		case classCapital:
			raised = true
			w.capital = w.capital || i == w.start
			i++
		case classDigit:
			i++
		case classMore:
			_, size, letter, up := letterAt(text, i)
			if !letter {
				break loop
			}
			if up {
				raised = true
				w.capital = w.capital || i == w.start
			} else {
				small = true
			}
			i += size
		default:
			break loop
		}
	}
	w.end = i
	w.upper = w.capital && !small
	return raised
}

// numberEnd reads digits with separators inside: 1.250, 3,5.
func numberEnd(text string, i int) int {
	for i < len(text) {
		c := text[i]
		digit := c >= '0' && c <= '9'
		inside := (c == '.' || c == ',') && i+1 < len(text) && text[i+1] >= '0' && text[i+1] <= '9'
		if !digit && !inside {
			break
		}
		i++
	}
	return i
}

// addressEnd is the length of a Markdown link address with its bracket.
func addressEnd(s string) int {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case ')':
			return i + 1
		case '\n':
			return i
		}
	}
	return len(s)
}

// gapOf tells what the signs between two words mean.
func gapOf(s string) (gap, byte) {
	if s == " " {
		return space, 0
	}
	if len(s) == 1 && s != "\n" && s != "\t" {
		return oneSign(s[0])
	}
	g, line, signs := tight, false, 0
	for i := 0; i < len(s); i++ {
		var here gap
		c := s[i]
		switch c {
		case ' ', '\t':
			here = space
		case '\n':
			here = space
			if line || nextIsItem(s[i+1:]) {
				here = para
			}
			line = true
		case '*', '_', '`':
		case '.', '!', '?':
			here = stop
		case '|':
			here = stop
		case '#':
			here = para
		default:
			if c < utf8.RuneSelf || strings.HasPrefix(s[i:], "–") || strings.HasPrefix(s[i:], "—") || strings.HasPrefix(s[i:], "…") {
				here = comma
			}
			signs++
		}
		if c != ' ' && c != '\t' && c != '\n' {
			line = false
		}
		g = max(g, here)
	}
	if g == tight && signs > 0 {
		g = comma
	}
	if g == stop && strings.Contains(s, "|") {
		return g, '|'
	}
	return g, 0
}

func oneSign(c byte) (gap, byte) {
	switch c {
	case '.', '-', '/', '\'', '_', '&', '+', '%':
		return tight, c
	case '|':
		return stop, c
	}
	return comma, c
}

// nextIsItem reports whether the signs after a line end begin a list item, a
// heading or a quotation. A table row is the next sentence of its table.
func nextIsItem(s string) bool {
	s = strings.TrimLeft(s, " \t")
	return strings.HasPrefix(s, "- ") || strings.HasPrefix(s, "* ") || strings.HasPrefix(s, "+ ") || strings.HasPrefix(s, "#") || strings.HasPrefix(s, ">")
}

// leadsUp reports whether the signs between two paragraphs tie the second to
// the first: a colon before it, or the mark of a list item or a table.
func leadsUp(between string) bool {
	line := between[strings.LastIndexByte(between, '\n')+1:]
	return strings.HasPrefix(between, ":") || strings.HasPrefix(between, "**:") || nextIsItem(line) && !strings.Contains(line, "#") || strings.Contains(line, "|")
}

// joined reports whether words i and i+1 stand in one phrase.
func joined(ws []word, i int) bool {
	return i+1 < len(ws) && (ws[i+1].gap == space || ws[i+1].gap == tight && (ws[i+1].sign == '-' || ws[i+1].sign == 0))
}

// unbroken reports whether nothing stronger than a gap stands between word i
// and a later word j.
func unbroken(ws []word, i, j int, most gap) bool {
	for k := i + 1; k <= j; k++ {
		if ws[k].gap > most {
			return false
		}
	}
	return true
}

// leadsTo reports whether word i speaks of word j below it: in the same
// sentence or the one before, in the same table, in the line above a list, in
// the heading above a paragraph.
func leadsTo(ws []word, i, j int) bool {
	sentences := 0
	for k := i + 1; k <= j; k++ {
		switch {
		case ws[k].gap == para && !ws[k].led:
			return false
		case ws[k].gap == stop && ws[k].sign != '|':
			if sentences++; sentences > 1 {
				return false
			}
		}
	}
	return true
}

// saidOf reports whether word j still speaks of the name that ends before
// word i: in its sentence or the next. The full stop of an initial ends none.
func saidOf(ws []word, i, j int) bool {
	sentences := 0
	initial := ws[i-1].upper && ws[i-1].end-ws[i-1].start <= 2
	for k := i; k <= j; k++ {
		switch {
		case ws[k].gap == para:
			return false
		case k == i && initial:
		case ws[k].gap == stop && ws[k].sign != '|':
			sentences++
		}
	}
	return sentences <= 1
}

// sounds reports whether a written syllable is the marked one, or the same
// without its marks, as people type it in a hurry. "mai" and "mại" are both
// "mại"; "mải" is not.
func sounds(written, marked string) bool {
	return written == marked || written == viet.Fold(marked)
}

// phraseAt matches the syllables of a phrase at word i and returns the number
// of words it takes, 0 for none.
func phraseAt(ws []word, i int, syllables []string, same func(written, marked string) bool) int {
	for k, s := range syllables {
		if i+k >= len(ws) || k > 0 && !joined(ws, i+k-1) || !same(ws[i+k].low, s) {
			return 0
		}
	}
	return len(syllables)
}
