package diag

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// The short cut may never let through what the general way would change,
// alone or behind a letter.
func TestOrdinaryNeverErrs(t *testing.T) {
	for r := rune(1); r < 0x20000; r++ {
		if r >= 0xd800 && r < 0xe000 {
			continue
		}
		for _, s := range []string{string(r) + "  ", "a" + string(r) + "  ", "ê" + string(r) + "\u1ea1  "} {
			if want := norm.NFC.String(strings.Map(plain, s)); ordinary([]byte(s)) && (want != s || strings.Contains(s, "\r")) {
				t.Fatalf("%U: %q", r, s)
			}
		}
	}
	for a := range 256 {
		for b := range 256 {
			for _, s := range []string{string([]byte{byte(a), byte(b)}), "\xe1" + string([]byte{byte(a), byte(b)}), "x\xe2\x80" + string([]byte{byte(a), byte(b)})} {
				if ordinary([]byte(s)) && (!utf8.ValidString(s) || strings.Contains(s, "\x00")) {
					t.Fatalf("%q is not UTF-8", s)
				}
			}
		}
	}
	for _, s := range []string{"Điều 24. “Mua dâm” – Ủy ban nhân dân xã… vân vân", "NGƯỜI ĐƯỢC HỖ TRỢ ẴỸ."} {
		if !ordinary([]byte(s)) {
			t.Errorf("%q takes the long way", s)
		}
	}
}
