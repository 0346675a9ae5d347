package viet

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// tieSlowly looks at every pair of words, as NBSP says it does.
func tieSlowly(s string) string {
	words := strings.Split(s, " ")
	var b strings.Builder
	tied := false
	for i, word := range words {
		if i > 0 {
			tied = !tied && belongs(words[i-1], word)
			if tied {
				b.WriteString("\u00a0")
			} else {
				b.WriteByte(' ')
			}
		}
		b.WriteString(word)
	}
	return b.String()
}

// bareSlowly asks of each character what it is.
func bareSlowly(word string) string {
	if len(word) > 40 {
		return ""
	}
	return norm.NFC.String(strings.TrimFunc(word, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) && r != '%'
	}))
}

func FuzzBare(f *testing.F) {
	for _, s := range []string{"(Điều", "24;", "“đ”", "×7÷", "a\u0301", "\u0301a", "5%.", "…", "-", "", "Ǆ", "ẛ", "ỿ", "ḁ\u0323", "7˂", "ɿ", "中,", "a·b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			t.Skip()
		}
		if got, want := bare(s), bareSlowly(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	})
}

func FuzzNBSP(f *testing.F) {
	for _, s := range []string{
		"theo điểm đ khoản 2 Điều 24, Mục III.2 (ngày 13 tháng 02 năm 2020)", "07 thôn, “07 thôn”", "điểm a, b và e; Điểm A", "  Điều  5 ", "số 48", "điểm đ́ ",
		"Chương IV", "(12 người)", "Phần I.", "điểm ê", "trang 5–7", "lục V", "ḍiểm a", "Phụ lục II",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			t.Skip() // texts are UTF-8 from diag.Source on
		}
		if got, want := NBSP(s), tieSlowly(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	})
}
