package site

import (
	"reflect"
	"strings"
	"testing"
)

// What is kept for a page is what reading its text again would give, however
// many citations it has.
func TestLinksAreTheCitationsThatShow(t *testing.T) {
	for _, n := range [...]int{0, 1, maxKept, maxKept + 1, 3 * maxKept} {
		files := library()
		files["content/tim-hieu/a.md"] = "+++\ntieu_de = \"A\"\n+++\n" +
			"Nghị định 1/2001/NĐ-CP thì không có ở đây.\n\n" + strings.Repeat("Theo Điều 5 Luật Trẻ em.\n\n", n)
		s, _ := assemble(t, files)
		p, ok := s.PageAt("/tim-hieu/a/")
		if !ok {
			t.Fatal("no page")
		}
		for _, w := range s.Words(p) {
			var want []Citation
			all := s.Citations(p, &w, w.Body.Doc)
			for _, c := range all {
				if c.shown() {
					want = append(want, c)
				}
			}
			if len(want) != n {
				t.Fatalf("%d citations: %d are shown", n, len(want))
			}
			got := s.Links(p, &w, w.Body.Doc)
			if n > maxKept {
				want = all // read again
			}
			if len(got) != len(want) || len(want) > 0 && !reflect.DeepEqual(got, want) {
				t.Errorf("%d citations: kept %d, read %d", n, len(got), len(want))
			}
		}
	}
}
