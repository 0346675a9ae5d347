package intake

import (
	"os"
	"strings"
	"testing"

	"thonlanh/internal/date"
)

// signerInTests is nobody.
const signerInTests = "Nguyễn Văn Mẫu"

// samplePlan is the text of the sample plan as it would lie in an office:
// without Markdown, with the name of a signer. Its lines are those of the
// document it was made from.
func samplePlan(t testing.TB) string {
	t.Helper()
	data, err := os.ReadFile("../../content/ke-hoach/2020/index.md")
	if err != nil {
		t.Fatal(err)
	}
	_, body, ok := strings.Cut(string(data), "\n+++\n")
	if !ok {
		t.Fatal("no front matter")
	}
	body = strings.NewReplacer("\n## ", "\n", "\n### ", "\n", "(đã ký)", signerInTests).Replace("\n" + body)
	if !strings.Contains(body, signerInTests) || strings.Contains(body, "#") {
		t.Fatal("the sample plan has changed its form")
	}
	return strings.TrimRight(body, "\n")
}

func today(t testing.TB) date.Date {
	t.Helper()
	d, ok := date.Parse("2026-11-20")
	if !ok {
		t.Fatal("date")
	}
	return d
}

// importing reads a document that must not be refused.
func importing(t testing.TB, name string, data []byte, opt Options) *Result {
	t.Helper()
	if opt.On.IsZero() {
		opt.On = today(t)
	}
	res, err := Import(name, data, opt)
	if err != nil {
		if r, ok := err.(interface{ Message() string }); ok {
			t.Fatalf("%s: %v: %s", name, err, r.Message())
		}
		t.Fatalf("%s: %v", name, err)
	}
	return res
}

func bodyOf(t testing.TB, res *Result) string {
	t.Helper()
	_, body, ok := strings.Cut(string(res.Files[0].Data), "\n+++\n\n")
	if !ok {
		t.Fatal("no front matter")
	}
	return body
}

func told(res *Result) string { return strings.Join(res.Report.Lines(), "\n") }

// readSample is the Markdown of the sample plan.
func readSample(t testing.TB) string {
	t.Helper()
	data, err := os.ReadFile("../../content/ke-hoach/2020/index.md")
	if err != nil {
		t.Fatal(err)
	}
	_, body, _ := strings.Cut(string(data), "\n+++\n\n")
	return body
}
