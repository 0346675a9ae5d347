package cite_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"thonlanh/internal/cite"
	"thonlanh/internal/diag"
	"thonlanh/internal/markup"
)

// What the parser of texts calls a unit reads back as the id of that unit.
func TestUnitsAreCitedBack(t *testing.T) {
	units := 0
	for file, mode := range map[string]markup.Mode{
		"../markup/testdata/ke-hoach-2020.md":               markup.Plan,
		"../markup/testdata/luat-mau.md":                    markup.Law,
		"../../content/ke-hoach/2026/index.md":              markup.Plan,
		"../../content/van-ban/huong-uoc-thon-trung-mau.md": markup.Law,
	} {
		data, err := os.ReadFile(filepath.FromSlash(file))
		if err != nil {
			t.Fatal(err)
		}
		body := 0
		if text := string(data); strings.HasPrefix(text, "+++\n") {
			body = strings.Index(text[4:], "\n+++\n") + 9
		}
		src, _ := diag.NewSource(file, data)
		doc, _ := markup.Parse(src, body, markup.Options{Mode: mode})
		for i, u := range doc.Units {
			if strings.Contains(u.ID, "-lap-") || strings.Contains(doc.Cite(i), "trích tại") {
				continue // a unit that no citation can tell from another
			}
			units++
			text := "Xem " + doc.Cite(i) + "."
			list := cite.Scan(nil, []byte(text))
			if len(list) != 1 || len(list[0].Units) != 1 {
				t.Errorf("%s: %s: %d citations", u.ID, text, len(list))
				continue
			}
			if got := list[0].Units[0].Anchor(mode == markup.Plan); got != u.ID {
				t.Errorf("%s: %s is %s", u.ID, text, got)
			}
		}
	}
	if units < 100 {
		t.Errorf("only %d units", units)
	}
}
