package diag

import (
	"strings"
	"testing"

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
			if want := norm.NFC.String(strings.Map(plain, s)); ordinary(s) && (want != s || strings.Contains(s, "\r")) {
				t.Fatalf("%U: %q", r, s)
			}
		}
	}
	for _, s := range []string{"Điều 24. “Mua dâm” – Ủy ban nhân dân xã… vân vân", "NGƯỜI ĐƯỢC HỖ TRỢ ẴỸ."} {
		if !ordinary(s) {
			t.Errorf("%q takes the long way", s)
		}
	}
}
