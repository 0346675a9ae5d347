package tomlfile

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"thonlanh/internal/diag"
)

// Nothing that an author can write takes long, whatever its form. The limit is
// generous, for slow machines; what is not linear takes minutes.
func TestDecodeIsLinear(t *testing.T) {
	const size = 600_000
	fill := func(part string) string { return strings.Repeat(part, size/len(part)) }
	var records strings.Builder
	records.WriteString("thon = {")
	for i := 0; records.Len() < size; i++ {
		fmt.Fprintf(&records, "a%d={},", i)
	}
	records.WriteString("}")
	tests := map[string]string{
		"bad keys":              fill("ê=1\n"),
		"duplicate keys":        fill("a=1\n"),
		"duplicate tables":      fill("[a]\n"),
		"brackets":              "a=" + fill("["),
		"braces":                "a=" + fill("{a="),
		"bracket lines":         fill("a=[\n"),
		"open quotes":           fill("a=\"\n"),
		"wrong items":           "can_cu=[" + fill("1,") + "]",
		"wrong items in lines":  "can_cu=[" + fill("1,\n") + "]",
		"dots":                  "a" + fill(".a") + "=1",
		"table dots":            "[a" + fill(".a") + "]",
		"records on one line":   records.String(),
		"open array":            "a=[" + fill("\"b\",\n"),
		"blank end":             "a=[\nb=[\nc=[" + fill("\n"),
		"one line":              fill("a"),
		"open block":            "a=\"\"\"" + fill("x\n"),
		"escapes":               "tieu_de=\"" + fill(`\n`) + "\"",
		"backslashes":           "tieu_de=\"\"\"" + fill("\\\n") + "\"\"\"",
		"long table name":       "[" + strings.Repeat("a", 200) + "]\n" + fill("b.c=1\n"),
		"too many to read":      fill("a=1\n") + fill("b=1\n") + fill("c=1\n") + fill("d=1\n"),
		"dates":                 "cac_ngay=[" + fill("2020-13-01,") + "]",
		"arrays of tables":      fill("[[a]]\n"),
		"control characters":    fill("\x01"),
		"quoted keys":           fill("\"a\".\"b\"=1\n"),
		"comments":              fill("#\n"),
		"comments in an array":  "a=[" + fill("#\n"),
		"unknown keys in lines": numbered("k%d=1\n", size),
		"unknown tables":        numbered("[k%d.x.y]\nz=1\n", size),
	}
	for name, text := range tests {
		t.Run(name, func(t *testing.T) {
			src, problems := diag.NewSource("a.toml", []byte(text))
			if problems != nil {
				t.Fatal(problems)
			}
			start := time.Now()
			_, list := Decode(src, 0, len(src.Text), new(document))
			if d := time.Since(start); d > 10*time.Second {
				t.Errorf("took %v", d)
			} else if d > time.Second {
				t.Logf("took %v", d)
			}
			if len(list) > maxProblems+1 {
				t.Errorf("%d problems", len(list))
			}
			inside(t, src, list)
		})
	}
}

func numbered(format string, size int) string {
	var b strings.Builder
	for i := 0; b.Len() < size; i++ {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}
