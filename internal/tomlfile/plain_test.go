package tomlfile

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
	"github.com/google/go-cmp/cmp"
)

// sameAsLibrary holds plainTable against the library and reports whether it
// took the text.
func sameAsLibrary(t *testing.T, text string) bool {
	t.Helper()
	got, ok := plainTable(text)
	if !ok {
		return false
	}
	var want map[string]any
	if _, err := toml.Decode(text, &want); err != nil {
		t.Fatalf("%q: the library says %v", text, err)
	}
	for key, value := range want {
		if _, day := value.(time.Time); day {
			want[key] = time.Time{} // bound from the text
		}
	}
	if want == nil {
		want = map[string]any{}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Fatalf("%q: %s", text, diff)
	}
	return true
}

func TestPlainTable(t *testing.T) {
	for text, plain := range map[string]bool{
		"a = \"b\"\nc-d_1 = 2026-11-20\n\n  e=true \n": true, "": true, "a = \"\"": true, "1 = false": true,
		"a = \"b\\n\"": false, "a = 'b'": false, "a = \"\"\"b\"\"\"": false, "a = 2026-02-30": false, "a = 1": false, "[a]": false,
		"a.b = true": false, "a = true # x": false, "# x": false, "a = \"b\"\na = \"c\"": false, "a = [\"b\"]": false, "= \"b\"": false, "a = \"": false,
		"a = \"b\" \"c\"": false, "a = TRUE": false, "a = 2026-11-2x": false, "\"a\" = true": false, "a": false, "a = ": false, "đ = true": false,
	} {
		if got := sameAsLibrary(t, text); got != plain {
			t.Errorf("%q: taken: %v", text, got)
		}
	}
	pieces := strings.Split("a b so_ky_hieu 9 - . \" \"\" \"Về việc\" = = = \n \n \n true false 2026-11-20 2026-1-1 20:00 # [ ] ' \\ đ \t , 1 1.5", " ")
	taken := 0
	for seed := range uint64(5000) {
		rng := rand.New(rand.NewPCG(5, seed))
		var b strings.Builder
		for range 1 + rng.IntN(8) {
			b.WriteString(pieces[rng.IntN(len(pieces))])
			if rng.IntN(2) == 0 {
				b.WriteByte(' ')
			}
		}
		if sameAsLibrary(t, b.String()) {
			taken++
		}
	}
	if taken < 50 {
		t.Errorf("only %d texts were taken", taken)
	}
}

func FuzzPlainTable(f *testing.F) {
	f.Add("a = \"b\"\nc = 2026-11-20\n")
	f.Add("a=true\n\tb = \"“x”\"")
	f.Fuzz(func(t *testing.T, text string) {
		if utf8.ValidString(text) { // as every text of a diag.Source
			sameAsLibrary(t, text)
		}
	})
}
