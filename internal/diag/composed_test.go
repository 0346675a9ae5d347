package diag

import (
	"testing"

	"golang.org/x/text/unicode/norm"
)

// The short cut may never call something composed that the general algorithm
// would change, alone or behind a letter.
func TestPlainlyComposedNeverErrs(t *testing.T) {
	for r := rune(1); r < 0x20000; r++ {
		if r >= 0xd800 && r < 0xe000 {
			continue
		}
		for _, s := range []string{string(r), "a" + string(r), "ê" + string(r) + "\u1ea1"} {
			if plainlyComposed(s) && norm.NFC.String(s) != s {
				t.Fatalf("%U: %q", r, s)
			}
		}
	}
	for _, s := range []string{"Điều 24. “Mua dâm” – Ủy ban nhân dân xã…", "NGƯỜI ĐƯỢC HỖ TRỢ ẴỸ"} {
		if !plainlyComposed(s) {
			t.Errorf("%q takes the long way", s)
		}
	}
}
