package markup

import (
	"strings"
	"sync"
	"testing"

	"thonlanh/internal/diag"
)

func TestPackedTextsComeBack(t *testing.T) {
	src, _ := diag.NewSource("a.md", []byte("## I. MỘT\n\n"+strings.Repeat("- Một ý của kế hoạch, có dấu và “ngoặc”.\n", 200)))
	doc, _ := Parse(src, 0, Options{Mode: Plan})
	whole := doc.HTML
	doc.Pack()
	doc.Pack()
	if doc.HTML != "" || len(doc.packed) > len(whole)/2 {
		t.Fatalf("%d bytes of %d are packed", len(doc.packed), len(whole))
	}
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for range 20 {
				if doc.Whole() != whole {
					t.Error("not the same text")
					return
				}
			}
		})
	}
	group.Wait()
	short, _ := Parse(src, len(src.Text), Options{})
	short.Pack()
	if short.Whole() != short.HTML {
		t.Error("a short text is not itself")
	}
}
