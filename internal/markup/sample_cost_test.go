package markup

import (
	"io/fs"
	"os"
	"strings"
	"testing"
	"time"

	"thonlanh/internal/cite"
	"thonlanh/internal/diag"
)

// What reading all citations costs beside the rendering of the sample's
// Markdown, which looks itself for the first of each block. The two are
// measured in turn, so that a busy machine slows both.
func BenchmarkCitationsOfTheSample(b *testing.B) {
	type text struct {
		src  *diag.Source
		body int
		mode Mode
		html [][]byte
	}
	var texts []text
	err := fs.WalkDir(os.DirFS("../../content"), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".md") {
			return err
		}
		data, err := os.ReadFile("../../content/" + name)
		if err != nil {
			return err
		}
		t := text{mode: Prose}
		t.src, _ = diag.NewSource(name, data)
		t.body = strings.Index(t.src.Text[4:], "\n+++\n") + 9
		switch {
		case strings.HasPrefix(name, "ke-hoach/"):
			t.mode = Plan
		case strings.HasPrefix(name, "van-ban/"):
			t.mode = Law
		}
		texts = append(texts, t)
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	for i := range texts {
		doc, _ := Parse(texts[i].src, texts[i].body, Options{Mode: texts[i].mode})
		for _, block := range strings.Split(doc.HTML, "</p>") {
			texts[i].html = append(texts[i].html, []byte(block))
		}
	}
	var whole, scans time.Duration
	var room []cite.Citation
	for b.Loop() {
		for i := range texts {
			t := &texts[i]
			start := time.Now()
			Parse(t.src, t.body, Options{Mode: t.mode})
			middle := time.Now()
			for _, h := range t.html {
				room = cite.Scan(room[:0], h)
			}
			scans += time.Since(middle)
			whole += middle.Sub(start)
		}
	}
	b.ReportMetric(100*float64(scans)/float64(whole), "%")
}
