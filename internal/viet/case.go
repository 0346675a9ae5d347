package viet

import (
	"unicode"
	"unicode/utf8"
)

// UpperFirst is s with its first letter in upper case, as at the head of a
// sentence.
func UpperFirst(s string) string { return first(s, unicode.ToUpper) }

// LowerFirst is s with its first letter in lower case, as inside a sentence.
func LowerFirst(s string) string { return first(s, unicode.ToLower) }

func first(s string, change func(rune) rune) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 || change(r) == r {
		return s
	}
	return string(change(r)) + s[n:]
}
