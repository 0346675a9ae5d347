package markup

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"thonlanh/internal/diag"
)

// hostile are texts of a megabyte that would take a naive reader minutes.
func hostile() map[string]string {
	fill := func(s string) string { return strings.Repeat(s, 1<<20/len(s)) }
	deep := func(mark string, step int) string {
		var b strings.Builder
		for n := 0; b.Len() < 1<<20; n++ {
			b.WriteString(strings.Repeat(" ", n%2000*step) + mark + " x\n")
		}
		return b.String()
	}
	runs := func() string {
		var b strings.Builder
		for n := 1; b.Len() < 1<<20; n = n%1500 + 1 {
			b.WriteString(strings.Repeat("`", n) + " ")
		}
		return b.String()
	}
	texts := map[string]string{
		"open links":           fill("[a]("),
		"open links, lines":    fill("[a](\n"),
		"open titles":          fill("[a](b \""),
		"open titles, lines":   fill("[a](b \"\n"),
		"pictures":             fill("!["),
		"brackets":             fill("[[]]"),
		"closing brackets":     fill("]"),
		"nested brackets":      strings.Repeat("[", 1<<19) + strings.Repeat("]", 1<<19),
		"emphasis":             fill("*a_"),
		"emphasis, lines":      fill("*a_ b\n"),
		"emphasis pairs":       fill("**a *b "),
		"quotes":               fill(">"),
		"quotes with spaces":   fill("> "),
		"quotes, lines":        fill("> > > > > > > > > x\n"),
		"bars":                 fill("|"),
		"bars and dashes":      fill("|-"),
		"wide table":           strings.Repeat("a|", 5000) + "\n" + strings.Repeat("-|", 5000) + "\n" + fill("x|\n"),
		"long table":           "a|b\n-|-\n" + fill("x|y\n"),
		"tables":               fill("a|b\n-|-\nc|d\n\n"),
		"nested lists":         deep("-", 2),
		"nested numbers":       deep("1.", 3),
		"lists on one line":    fill("- "),
		"numbers on one line":  fill("1. "),
		"a list":               fill("- x [a](b) *c*\n"),
		"a loose list":         fill("- x\n\n"),
		"backticks":            runs(),
		"backticks alike":      fill("` `` "),
		"angles":               fill("<"),
		"tags":                 fill("<a href=\""),
		"comments":             fill("<!--"),
		"autolinks":            fill("<http:"),
		"footnotes":            fill("[^a]\n"),
		"footnote definitions": fill("[^a]: x\n\n"),
		"footnotes and uses":   strings.Repeat("[^a]: x\n\n", 1<<16) + fill("[^b] "),
		"footnotes in one":     fill("[^a]: "),
		"definitions":          fill("[a]: b\n"),
		"definitions apart":    fill("[a]: b\n\n"),
		"entities":             fill("&amp;&#x"),
		"backslashes":          fill("\\"),
		"stars between digits": fill("2*3"),
		"one long line":        fill("chữ dài "),
		"one long word":        fill("a"),
		"short lines":          fill("a\n"),
		"blank lines":          fill("\n"),
		"blanks":               fill(" "),
		"tabs":                 fill("\t"),
		"headings":             fill("## a\n"),
		"rules":                fill("***\n"),
		"underlines":           fill("a\n=\n"),
		"fences":               fill("```\n"),
		"an open fence":        "```\n" + fill("x\n"),
		"numbers":              fill("1. x\n"),
		"numbers apart":        fill("1. x\n\n"),
		"rising numbers":       strings.Repeat("1. x\n\n2. y\n\n", 80000),
		"letters":              fill("a) x\n"),
		"dashes":               fill("- x\n"),
		"articles":             fill("Điều 1. x\n\n"),
		"chapters":             fill("Chương I\n\n"),
		"romans":               fill("I. X\n"),
		"quotations":           "Điều 1. a\n\n1. b\n\n" + fill("“Điều 5. x\n\n"),
		"quotations closed":    "Điều 1. a\n\n1. b\n\n" + fill("“1. x”\n\n"),
		"recipients":           fill("Nơi nhận:\nTM. ỦY BAN\nI. X\n"),
		"broken sentences":     fill("a\n\nb\n\n"),
	}
	return texts
}

func TestHostileTexts(t *testing.T) {
	if testing.Short() {
		t.Skip("a megabyte of each hostile text")
	}
	for name, text := range hostile() {
		for _, mode := range []Mode{Prose, Plan, Law} {
			src, _ := diag.NewSource("a.md", []byte(text))
			start := cpuTime()
			d, list := Parse(src, 0, Options{Mode: mode})
			// One or two seconds of the processor, however busy the machine;
			// a reader that is not linear needs minutes.
			if took := cpuTime() - start; took > 6*time.Second {
				t.Errorf("%s, mode %d: %v", name, mode, took)
			} else if took > time.Second {
				t.Logf("%s, mode %d: %v", name, mode, took)
			}
			if len(list) > 40*maxRepeats {
				t.Errorf("%s, mode %d: %d problems", name, mode, len(list))
			}
			if len(d.HTML) > 100*len(text) {
				t.Errorf("%s, mode %d: %d bytes of HTML", name, mode, len(d.HTML))
			}
		}
	}
}

func TestGuard(t *testing.T) {
	long := strings.Repeat("chữ ", maxLine/4)
	for _, c := range []struct {
		name, text string
		mode       Mode
		place      string
	}{
		{"brackets", "Đầu.\n\nMột\n" + strings.Repeat("[a](", 400) + "\n\nCuối.\n", Prose, "4:1"},
		{"emphasis", strings.Repeat("*a_ ", 600), Plan, "1:1"},
		{"quotes", strings.Repeat(">", 20) + " x\n", Law, "1:1"},
		{"lists", strings.Repeat("- ", 20) + "x\n", Prose, "1:1"},
		{"columns", strings.Repeat("a|", 80) + "\n" + strings.Repeat("-|", 80) + "\n", Prose, "1:1"},
		{"cells", "a|b\n-|-\n" + strings.Repeat("c|d\n", 3998), Prose, ""},
		{"more cells", strings.Repeat("a|", 9) + "b\n" + strings.Repeat("-|", 9) + "-\n" + strings.Repeat("c|d\n", 2000), Prose, "2001:1"},
		{"a long line", "Đầu.\n" + long + "\n", Plan, "2:1"},
		{"footnotes", strings.Repeat("[^a]: b\n\n", maxFootnotes+1), Prose, "601:1"},
		{"a rule of dashes", strings.Repeat("- ", 30) + "\n", Prose, ""},
		{"deep prose is fine", "- a\n  - b\n    - c\n      - d\n        > e\n", Prose, ""},
		{"wide indents in a plan", "1. Một.\n\n" + strings.Repeat(" ", 100) + "- hai\n", Plan, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, list := parse(t, c.mode, c.text)
			got := ""
			for _, p := range list {
				if p.Rule == "qua-phuc-tap" {
					got = fmt.Sprintf("%d:%d", p.Line, p.Column)
					if p.Severity != diag.Block {
						t.Errorf("severity %v", p.Severity)
					}
					break
				}
			}
			if got != c.place {
				t.Errorf("reported at %q, want %q: %s", got, c.place, brief(list))
			}
			if c.place != "" && c.name != "footnotes" {
				// What is kept from the parser is still shown, in its place.
				if got, want := visible(t, d), strings.Join(strings.Fields(c.text), " "); got != want {
					t.Errorf("the text changed:\n%s", firstDifference(got, want))
				}
			}
		})
	}
}

// Parse is called for many files at once.
func TestParseConcurrently(t *testing.T) {
	text := readFile(t, "testdata/luat-mau.md")
	want, _ := parse(t, Law, text)
	done := make(chan string)
	for range 8 {
		go func() {
			src, _ := diag.NewSource("a.md", []byte(text))
			d, _ := Parse(src, 0, Options{Mode: Law})
			done <- d.HTML
		}()
	}
	for range 8 {
		if got := <-done; got != want.HTML {
			t.Error("another page from the same text")
		}
	}
}
