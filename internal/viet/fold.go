// Package viet knows how Vietnamese is written: which letters are the same
// without their marks, how an address is made from a title, in which order a
// dictionary lists words, how numbers and dates stand in official text.
package viet

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold gives the form of a text in which it is searched and compared: lower
// case, canonically decomposed, without combining marks, đ as d. It is
// idempotent and gives the same answer for both normal forms.
//
// The search script of the published site folds in the same way; a change
// here is a change there.
func Fold(s string) string {
	i := 0
	for i < len(s) && s[i] < utf8.RuneSelf && (s[i] < 'A' || s[i] > 'Z') {
		i++
	}
	if i == len(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	b.WriteString(s[:i])
	for _, r := range s[i:] {
		switch {
		case r < utf8.RuneSelf:
			if 'A' <= r && r <= 'Z' {
				r += 'a' - 'A'
			}
			b.WriteByte(byte(r))
		case r >= 0x0300 && r <= 0x036F: // combining marks of decomposed text
		default:
			if c := baseLetter(r); c != 0 {
				b.WriteByte(c)
			} else {
				foldRare(&b, r)
			}
		}
	}
	return b.String()
}

// The base letter of each marked letter, by code point; a dot where there is
// none and the general way must be taken. Vietnamese letters live in these
// two blocks only.
const (
	latinFrom = 0xC0
	latin     = "aaaaaa.ceeeeiiii.nooooo..uuuuy..aaaaaa.ceeeeiiii.nooooo..uuuuy.y" +
		"aaaaaaccccccccddddeeeeeeeeeegggggggghh..iiiiiiiii...jjkk.llllll." +
		"...nnnnnn...oooooo..rrrrrrsssssssstttt..uuuuuuuuuuuuwwyyyzzzzzz." +
		"................................oo.............uu...."
	latinMoreFrom = 0x1E00
	latinMore     = "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm" +
		"mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv" +
		"wwwwwwwwwwxxxxyyzzzzzzhtwy......aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee" +
		"eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......"
)

func baseLetter(r rune) byte {
	var c byte
	switch {
	case r >= latinFrom && r < latinFrom+rune(len(latin)):
		c = latin[r-latinFrom]
	case r >= latinMoreFrom && r < latinMoreFrom+rune(len(latinMore)):
		c = latinMore[r-latinMoreFrom]
	}
	if c == '.' {
		return 0
	}
	return c
}

// foldRare folds a character outside the tables: letters of other scripts,
// signs, marks.
func foldRare(b *strings.Builder, r rune) {
	var buf [utf8.UTFMax]byte
	n := utf8.EncodeRune(buf[:], unicode.ToLower(r))
	for _, c := range string(norm.NFD.Bytes(buf[:n])) {
		if unicode.Is(unicode.Mn, c) {
			continue
		}
		c = unicode.ToLower(c)
		if c == 'đ' {
			c = 'd'
		}
		b.WriteRune(c)
	}
}
