package check

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// wordsSlowly is words without any short way: one rune after the other.
func wordsSlowly(text string) (out []word) {
	sep, depth := 0, 0 // where the text between words began; open quotes
	heading := false   // the paragraph is a heading
	for i := 0; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf && !wordByteSlowly(c) {
			switch {
			case c == ']' && strings.HasPrefix(text[i:], "]("):
				i += 2 + addressEnd(text[i+2:])
				continue
			case c == ':' && strings.HasPrefix(text[i:], "://"):
				for i < len(text) && text[i] != ' ' && text[i] != '\n' && text[i] != ')' && text[i] != '"' {
					i++
				}
				continue
			}
			i++
			continue
		}
		if c >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(text[i:])
			if !isLetter(r) {
				switch r {
				case '“', '«':
					depth++
				case '”', '»':
					depth = max(0, depth-1)
				}
				i += size
				continue
			}
		}
		w := word{start: i}
		raised := false // holds a capital letter somewhere
		if c >= '0' && c <= '9' {
			w.number = true
			i = numberEnd(text, i)
		} else {
			i, raised = lettersSlowly(text, i, &w)
		}
		w.end = i
		w.low = text[w.start:w.end]
		if raised {
			w.low = strings.ToLower(w.low)
		}
		if len(out) == 0 {
			w.gap = para
		} else {
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

func wordByteSlowly(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}

func lettersSlowly(text string, i int, w *word) (end int, raised bool) {
	start := i
	small := false
	for i < len(text) {
		c := text[i]
		size, up := 1, false
		switch {
		case c >= 'a' && c <= 'z':
			small = true
		case c >= 'A' && c <= 'Z':
			up = true
		case c >= '0' && c <= '9':
		case c < utf8.RuneSelf:
			w.upper = w.capital && !small
			return i, raised
		default:
			var r rune
			r, size = utf8.DecodeRuneInString(text[i:])
			if !isLetter(r) {
				w.upper = w.capital && !small
				return i, raised
			}
			up = unicode.IsUpper(r)
			small = small || !up
		}
		if up {
			raised = true
			w.capital = w.capital || i == start
		}
		i += size
	}
	w.upper = w.capital && !small
	return i, raised
}

// FuzzWords: the short ways of reading words read the same words.
func FuzzWords(f *testing.F) {
	for _, s := range []string{
		"Đường dây nóng, ĐIỆN THOẠI Ơi Ưu Ăn Ĩ Ũ đơn ưa ăn ĩ ũ", "Ǆ ǅ ǆ ß Ÿ Ǳ À× ÷ ẞ ỹ Ỹ ỺỻỼ Ḁḁ", "a1b B1234567 1.250,5 [x](y z) a://b c «q» “t”", "mo\u0301 \u0301a Ω ж Ж 中 ｆｏｏ",
		"## Tiêu đề\n\n- ý một\n- ý hai: **Đậm**\n| a | B |", "Ḁ\u0300É ɐ ɏ ƀ Ƀ \u0370Ͱ\u024f\u0250",
	} {
		f.Add(s)
	}
	low := make(lowered)
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip()
		}
		if diff := cmp.Diff(wordsSlowly(text), words(text), cmp.AllowUnexported(word{})); diff != "" {
			t.Errorf("%q: %s", text, diff)
		}
		if diff := cmp.Diff(wordsSlowly(text), appendWords(nil, text, low), cmp.AllowUnexported(word{})); diff != "" {
			t.Errorf("%q with words known before: %s", text, diff)
		}
	})
}
