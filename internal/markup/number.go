package markup

import (
	"bytes"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// letters is the order of điểm in legal texts: f, j, w, z and the letters with
// a mark above are not used.
const letters = "abcdđeghiklmnopqrstuvxy"

// letterPlace is the place of a letter among điểm, from 1; 0 for one that is
// not used.
func letterPlace(r rune) int {
	at := strings.IndexRune(letters, r)
	if at < 0 {
		return 0
	}
	return 1 + utf8.RuneCountInString(letters[:at])
}

// letterAt is the letter at a place.
func letterAt(place int) string {
	for _, r := range letters {
		if place--; place == 0 {
			return string(r)
		}
	}
	return ""
}

// asciiMark spells a label as an id does: đ is dd, which no other letter can
// become.
func asciiMark(s string) string { return strings.ReplaceAll(s, "đ", "dd") }

func trimZeros(s string) string {
	t := strings.TrimLeft(s, "0")
	if t == "" || t[0] < '0' || t[0] > '9' {
		return s
	}
	return t
}

func itoa(n int) string { return strconv.Itoa(n) }

// romanDigits are the ways to write tens and ones.
func romanDigits() (tens [9]string, ones [10]string) {
	return [...]string{"", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX"},
		[...]string{"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"}
}

// romanOf writes a number as a Roman one, up to 89.
func romanOf(n int) string {
	if n < 1 || n > 89 {
		return itoa(n)
	}
	tens, ones := romanDigits()
	return tens[n/10] + ones[n%10]
}

func hasAnyPrefix(s string, prefixes ...string) bool {
	for _, p := range prefixes {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}

func romanLen(s []byte) int {
	i := 0
	for i < len(s) && i < 8 && (s[i] == 'I' || s[i] == 'V' || s[i] == 'X' || s[i] == 'L') {
		i++
	}
	return i
}

// romanValue is the value of a Roman number up to 89, the way it must be
// written; 0 for anything else.
func romanValue(s string) int {
	tens, ones := romanDigits()
	for ten, t := range tens {
		rest, ok := strings.CutPrefix(s, t)
		if !ok {
			continue
		}
		for one, o := range ones {
			if rest == o {
				return ten*10 + one
			}
		}
	}
	return 0
}

// allCaps reports whether every letter of s is a capital and there are at
// least two.
func allCaps(s []byte) bool {
	capitals := 0
	for len(s) > 0 {
		r, n := utf8.DecodeRune(s)
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			capitals++
		}
		s = s[n:]
	}
	return capitals >= 2
}

// startsUpper reports whether the first letter of s, after blanks, quotation
// marks and emphasis, is a capital.
func startsUpper(s []byte) bool {
	r, _ := utf8.DecodeRune(bytes.TrimLeft(s, " \t*_“\"("))
	return unicode.IsUpper(r)
}

func startsLower(s []byte) bool {
	r, _ := utf8.DecodeRune(bytes.TrimLeft(s, " \t*_"))
	return unicode.IsLower(r)
}
