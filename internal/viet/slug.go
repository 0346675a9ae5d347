package viet

import "strings"

// slugMax is the greatest length of one part of an address.
const slugMax = 60

// Slug makes one part of an address from a title: ASCII letters and digits in
// lower case, joined by hyphens, at most 60 characters, cut between syllables.
// It is empty when the text holds no Latin letter and no digit.
func Slug(s string) string {
	var b strings.Builder
	gap := false
	for _, r := range Fold(s) {
		switch {
		case 'a' <= r && r <= 'z' || '0' <= r && r <= '9':
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteByte(byte(r))
		case r == '\u00ad' || r == '\u200b' || r == '\u200c' || r == '\u200d' || r == '\u2060' || r == '\ufeff':
			// Invisible characters stand inside a word, not between two.
		default:
			gap = true
		}
		if b.Len() > slugMax {
			return cutSlug(b.String())
		}
	}
	return b.String()
}

// cutSlug cuts a slug that has just grown too long at its last whole
// syllable.
func cutSlug(s string) string {
	if i := strings.LastIndexByte(s[:slugMax+1], '-'); i > 0 {
		return s[:i]
	}
	return s[:slugMax]
}

// IsSlug reports whether s can stand as one part of an address as it is:
// whether Slug would leave it alone.
func IsSlug(s string) bool {
	if s == "" || len(s) > slugMax || s[0] == '-' || s[len(s)-1] == '-' {
		return false
	}
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
		case c == '-' && s[i-1] != '-':
		default:
			return false
		}
	}
	return true
}
