package cite

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"thonlanh/internal/diag"
)

// TestBlindSet reads what officials write in letters, plans, news and leaflets,
// and as many everyday sentences. What each means was written down before the
// reader saw any of them. ⏎ stands for the end of a line. Each is read again
// from a file whose letters are put together of their marks.
func TestBlindSet(t *testing.T) {
	c := register()
	right, found, meant, plain := 0, 0, 0, 0
	for _, s := range readSentences(t, "blind.txt") {
		text := strings.ReplaceAll(s.text, "⏎", "\n")
		want := strings.ReplaceAll(s.want, "⏎", "\n")
		got := show(text, Find([]byte(text), c))
		if got != want {
			t.Errorf("%s\n got %s\nwant %s", text, got, want)
		}
		src, list := diag.NewSource("a.md", norm.NFD.Bytes([]byte(text)))
		if len(list) > 0 {
			t.Fatal(list)
		}
		if again := show(src.Text, Find([]byte(src.Text), c)); again != got {
			t.Errorf("of marks: %s\n got %s\nwant %s", text, again, got)
		}
		g, w := parts(got), parts(want)
		found, meant = found+len(g), meant+len(w)
		if len(w) == 0 {
			plain++
		}
		for _, x := range g {
			for i, y := range w {
				if x == y {
					right++
					w = append(w[:i], w[i+1:]...)
					break
				}
			}
		}
	}
	t.Logf("precision %d/%d, recall %d/%d, %d sentences without", right, found, right, meant, plain)
	if meant < 60 || plain < 60 {
		t.Errorf("%d citations, %d sentences without", meant, plain)
	}
}
