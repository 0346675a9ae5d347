package markup

import (
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"thonlanh/internal/diag"
)

func TestPackedTextsComeBack(t *testing.T) {
	text, err := os.ReadFile("testdata/ke-hoach-2020.md")
	if err != nil {
		t.Fatal(err)
	}
	for mode, text := range map[Mode]string{
		Plan:  string(text),
		Law:   strings.Repeat("## Chương II. Tên\n\n### Điều 5. Tên điều\n\n1. Khoản [một](/a/).\n\na) Điểm.\n\nđ) Điểm.\n\n> trích\n\n“Điều 7. Điều được trích\n\n1. Khoản trong điều được trích.”\n\n", 20),
		Prose: "## Phần\n\n" + strings.Repeat("Đoạn văn có **chữ đậm** và [liên kết](/a/#b).\n\n", 60),
	} {
		src, _ := diag.NewSource("a.md", []byte(text))
		want, _ := Parse(src, 0, Options{Mode: mode})
		doc, _ := Parse(src, 0, Options{Mode: mode})
		doc.Pack()
		doc.Pack()
		if doc.HTML != "" || doc.Units != nil || len(doc.packed) > len(want.HTML)/2 {
			t.Fatalf("%v: %d bytes of %d are packed", mode, len(doc.packed), len(want.HTML))
		}
		if mode == Law && !slices.ContainsFunc(want.Units, func(u Unit) bool { return u.quoted }) {
			t.Fatal("the text has no quoted article, so the test would not see one lost")
		}
		same := cmp.Options{cmp.AllowUnexported(Document{}, Unit{}), cmpopts.EquateEmpty()}
		if diff := cmp.Diff(want, doc.Open(), same); diff != "" {
			t.Errorf("%v: %s", mode, diff)
		}
		room := &Document{Units: make([]Unit, 2, 99), Blocks: []Block{{1, 2, 3}}, IDs: []string{"x"}, packed: []byte("x")}
		for range 2 { // the second time in the lists of the first
			if diff := cmp.Diff(want, doc.OpenIn(room), same); diff != "" {
				t.Errorf("%v, in a used room: %s", mode, diff)
			}
		}
		if html := string(doc.AppendHTML([]byte("x"))); html != "x"+want.HTML || string(want.AppendHTML(nil)) != want.HTML {
			t.Errorf("%v: the HTML alone is %.80q", mode, html)
		}
		for i, u := range want.Units {
			if j, ok := doc.Unit(u.ID); !ok || j != i || doc.Cite(i) != want.Cite(i) {
				t.Fatalf("unit %s of a packed text: %d %v %q", u.ID, j, ok, doc.Cite(i))
			}
		}
		var group sync.WaitGroup
		for range 8 {
			group.Go(func() {
				for range 20 {
					if doc.Open().HTML != want.HTML {
						t.Error("not the same text")
						return
					}
				}
			})
		}
		group.Wait()
	}
	src, _ := diag.NewSource("a.md", []byte("Ngắn."))
	short, _ := Parse(src, 0, Options{})
	if short.Pack(); short.Open() != short || short.HTML == "" {
		t.Error("a short text is not itself")
	}
}
