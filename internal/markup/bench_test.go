package markup

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"thonlanh/internal/diag"
)

// BenchmarkParse parses a plan, a law and a page of about 8 KB each; ten
// thousand of them must take less than four seconds.
func BenchmarkParse(b *testing.B) {
	plan, err := os.ReadFile("testdata/ke-hoach-2020.md")
	if err != nil {
		b.Fatal(err)
	}
	law, err := os.ReadFile("testdata/luat-mau.md")
	if err != nil {
		b.Fatal(err)
	}
	page := []byte("## Tiêu đề\n\n" + strings.Repeat("Một đoạn **chữ đậm** với [liên kết](/tin/2020/a/) và số 1.250 người, rồi kể tiếp việc đã làm ở các thôn trong tháng. ", 5) +
		"\n\n- ý một của danh sách\n- ý hai của danh sách\n\n| Thôn | Buổi |\n|---|---|\n| Đông | 2 |\n\n")
	for _, c := range []struct {
		name string
		text []byte
		mode Mode
	}{{"plan", plan[:8<<10], Plan}, {"law", bytes.Repeat(law, 5)[:8<<10], Law}, {"prose", bytes.Repeat(page, 20)[:8<<10], Prose}} {
		b.Run(c.name, func(b *testing.B) {
			text := bytes.ToValidUTF8(c.text, nil)
			b.ReportAllocs()
			for b.Loop() {
				src, _ := diag.NewSource("a.md", text)
				Parse(src, 0, Options{Mode: c.mode})
			}
		})
	}
}
