package markup

import (
	"strings"
	"testing"
	"unicode"

	"thonlanh/internal/diag"
)

// FuzzParse holds what is true of every text in every mode: no panic, sound
// HTML that holds nothing but the renderer's own elements, places inside the
// text, and the same answer twice.
func FuzzParse(f *testing.F) {
	f.Add(readFile(f, "testdata/ke-hoach-2020.md"))
	f.Add(readFile(f, "testdata/luat-mau.md"))
	for _, s := range []string{
		"## A\n\n> - x\n>   1. y\n\n| a | b |\n|--|:-:|\n| `c\\|d` | e |\n",
		"[a]: b\n[^1]: c\n    [^2]: d\n\n[a] [^1] ![x][a] <b>c</b> <!-- d -->\n",
		"“Điều 1. a\n\n1. “b\n\nĐiều 2. c”\n\nChương I\n\n“Chương II”\n",
		"I. A\n1.1. b\n1.1.1. c\n- d\n+ e\na1) f\nđ) g\nPHỤ LỤC\nNơi nhận:\nTM. X Y\nI. B\n",
		"***a** b*\n---\n===\n    c\n\td\n\n```\ne\n",
		"&#0;&#x110000;&amp;\\<\\\\\n<http://a b><a@b.c>\x01\u0085\ufdd0\U0001ffff",
		"[](javascript:x)[a](//b)![](c)![d](data:e)[f](<g h> 'i')\n",
		strings.Repeat("[", 400) + "\n\n- a\n" + strings.Repeat("> ", 20) + "b\n",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		src, _ := diag.NewSource("a.md", []byte(text))
		if src == nil {
			return
		}
		lines := 1 + strings.Count(src.Text, "\n")
		for _, mode := range []Mode{Prose, Plan, Law} {
			o := Options{Mode: mode, Slips: []Slip{{Found: "a"}, {Found: "b c", Unit: "muc-i"}, {Found: "."}}}
			d, list := Parse(src, 0, o)
			if err := sound(d, mode); err != nil {
				t.Fatalf("mode %d: %v\n%s", mode, err, d.HTML)
			}
			for _, p := range list {
				if p.Line < 1 || p.Line > lines || p.Column < 1 || p.Message == "" || p.Hint == "" {
					t.Fatalf("mode %d: problem %+v of %d lines", mode, p, lines)
				}
			}
			// Without the characters that hide things on purpose (addresses,
			// fences, definitions), every letter is to be seen, in order.
			if mode != Prose && !strings.ContainsAny(src.Text, "[]<>&\\`~|") {
				if got, want := lettersOf(visible(t, d)), lettersOf(src.Text); got != want {
					t.Fatalf("mode %d: the text changed:\n%s", mode, firstDifference(got, want))
				}
			}
			if again, _ := Parse(src, 0, o); again.HTML != d.HTML {
				t.Fatalf("mode %d: another page from the same text", mode)
			}
		}
	})
}

func lettersOf(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}
