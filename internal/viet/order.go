package viet

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Compare orders two texts as a Vietnamese dictionary does: syllable by
// syllable; in a syllable first by letters (a ă â b c d đ e ê …), then by tone
// (level, huyền, hỏi, ngã, sắc, nặng); numbers by value and before letters.
// Case, punctuation and where the tone mark is put (hòa, hoà) decide only
// between texts that are otherwise equal. Both normal forms are the same.
func Compare(a, b string) int {
	a, b = norm.NFC.String(a), norm.NFC.String(b)
	x, y := a, b
	for {
		var s, t string
		s, x = nextToken(x)
		t, y = nextToken(y)
		if s == "" || t == "" {
			if c := cmp.Compare(len(s), len(t)); c != 0 {
				return c
			}
			return strings.Compare(a, b)
		}
		if c := compareTokens(s, t); c != 0 {
			return c
		}
	}
}

// Initial is the letter under which a dictionary lists a text: the base letter
// of its first syllable, "đ", "0" for numbers and texts without any letter,
// "*" for other scripts. Whatever Compare passes over, it passes over too, so
// texts in the order of Compare have each initial once.
func Initial(s string) string {
	token, _ := nextToken(norm.NFC.String(s))
	for _, r := range token {
		if kindOf(r) == 1 {
			return "0"
		}
		n := letterOrder(r)
		if n == 0 {
			continue
		}
		if n > len(alphabet) {
			return "*"
		}
		letter, _ := utf8.DecodeRuneInString(alphabet[n-1:])
		if letter == 'đ' {
			return "đ"
		}
		return Fold(string(letter))
	}
	return "0"
}

// nextToken takes the next syllable or number off a text.
func nextToken(s string) (token, rest string) {
	start := strings.IndexFunc(s, func(r rune) bool { return kindOf(r) != 0 })
	if start < 0 {
		return "", ""
	}
	s = s[start:]
	first, _ := utf8.DecodeRuneInString(s)
	kind := kindOf(first)
	end := strings.IndexFunc(s, func(r rune) bool { return kindOf(r) != kind && !unicode.Is(unicode.Mn, r) })
	if end < 0 {
		return s, ""
	}
	return s[:end], s[end:]
}

// kindOf is 1 for a digit, 2 for a letter, 0 for all else.
func kindOf(r rune) int {
	switch {
	case '0' <= r && r <= '9':
		return 1
	case unicode.IsLetter(r):
		return 2
	}
	return 0
}

func compareTokens(s, t string) int {
	sDigit, tDigit := s[0] >= '0' && s[0] <= '9', t[0] >= '0' && t[0] <= '9'
	switch {
	case sDigit && tDigit:
		s, t = strings.TrimLeft(s, "0"), strings.TrimLeft(t, "0")
		return cmp.Or(cmp.Compare(len(s), len(t)), strings.Compare(s, t))
	case sDigit:
		return -1
	case tDigit:
		return 1
	}
	return cmp.Or(compareBy(s, t, letterOrder), compareBy(s, t, toneOrder))
}

// compareBy compares the ranks of two tokens' characters in order, leaving
// out those of rank 0.
func compareBy(s, t string, rank func(rune) int) int {
	for {
		var p, q int
		p, s = nextRank(s, rank)
		q, t = nextRank(t, rank)
		if p != q {
			return cmp.Compare(p, q)
		}
		if p == 0 {
			return 0
		}
	}
}

func nextRank(s string, rank func(rune) int) (int, string) {
	for i, r := range s {
		if n := rank(r); n != 0 {
			return n, s[i+utf8.RuneLen(r):]
		}
	}
	return 0, ""
}

const (
	alphabet = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"

	// Each vowel in its five marked tones, huyền hỏi ngã sắc nặng.
	toned  = "àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
	vowels = "aăâeêioôơuưy"
)

// letterOrder ranks a letter without regard to its tone; letters of other
// scripts come after all of ours.
func letterOrder(r rune) int {
	if unicode.Is(unicode.Mn, r) {
		return 0
	}
	letter, _ := splitTone(unicode.ToLower(r))
	if i := strings.IndexRune(alphabet, letter); i >= 0 {
		return 1 + i
	}
	if c := baseLetter(letter); c != 0 {
		return 1 + strings.IndexByte(alphabet, c)
	}
	return 1000 + int(letter)
}

// toneOrder ranks the tone of a vowel, or a tone mark that stands on no vowel;
// the level tone has none.
func toneOrder(r rune) int {
	switch r {
	case '\u0300':
		return 1
	case '\u0309':
		return 2
	case '\u0303':
		return 3
	case '\u0301':
		return 4
	case '\u0323':
		return 5
	}
	_, tone := splitTone(unicode.ToLower(r))
	return tone
}

// splitTone divides a small letter into the letter without tone and the rank
// of its tone from 1 (huyền) to 5 (nặng).
func splitTone(r rune) (letter rune, tone int) {
	if r < utf8.RuneSelf {
		return r, 0
	}
	i := 0
	for _, t := range toned {
		if t == r {
			return nthRune(vowels, i/5), 1 + i%5
		}
		i++
	}
	return r, 0
}

func nthRune(s string, n int) rune {
	for _, r := range s {
		if n == 0 {
			return r
		}
		n--
	}
	return utf8.RuneError
}
