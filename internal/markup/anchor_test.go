package markup

import (
	"strings"
	"testing"
)

func TestLinkWords(t *testing.T) {
	for _, c := range []struct{ html, words, want string }{
		{"theo Điều 5 Luật này.", "Điều 5 Luật này", `theo <a href="/x/">Điều 5 Luật này</a>(hết).`},
		{"theo <em>Điều 5</em> Luật.", "<em>Điều 5</em> Luật", `theo <a href="/x/"><em>Điều 5</em> Luật</a>(hết).`},
		{"theo <em>cả Điều 5</em> Luật.", "Điều 5</em> Luật", `theo <em>cả <a href="/x/">Điều 5</a></em><a href="/x/"> Luật</a>(hết).`},
		{"Điều 5<br>\nLuật", "Điều 5<br>\nLuật", "<a href=\"/x/\">Điều 5<br>\nLuật</a>(hết)"},
		{"<em>Điều</em> 5", "Điều</em> 5", `<em><a href="/x/">Điều</a></em><a href="/x/"> 5</a>(hết)`},
	} {
		at := strings.Index(c.html, c.words)
		if got := LinkWords(c.html, []Anchor{{at, at + len(c.words), "/x/", "(hết)"}}); got != c.want {
			t.Errorf("%s\n is %s\nwant %s", c.html, got, c.want)
		}
	}
}

// Whatever is linked, each block and section still holds its own words.
func TestLinkedKeepsTheCuts(t *testing.T) {
	for name, d := range map[string]*Document{
		"law":   mustParse(t, Law, readFile(t, "testdata/luat-mau.md")),
		"plan":  mustParse(t, Plan, readFile(t, "testdata/ke-hoach-2020.md")),
		"prose": mustParse(t, Prose, "Mở đầu.\n\n## Một\n\nChữ một.\n\n## Hai\n\nChữ hai."),
	} {
		var anchors []Anchor
		for at := 0; ; {
			i := strings.Index(d.HTML[at:], "h")
			if i < 0 {
				break
			}
			at += i + 1
			// Inside words only: no tag holds "h " or "h.".
			if at < len(d.HTML) && (d.HTML[at] == ' ' || d.HTML[at] == '.') && strings.LastIndexByte(d.HTML[:at], '>') > strings.LastIndexByte(d.HTML[:at], '<') {
				anchors = append(anchors, Anchor{at - 1, at, "/x/", "!"})
			}
		}
		if len(anchors) == 0 && name != "prose" {
			t.Fatalf("%s: nothing to link", name)
		}
		linked := d.Linked(anchors)
		plain := strings.NewReplacer(`<a href="/x/">h</a>!`, "h")
		if plain.Replace(linked.HTML) != d.HTML {
			t.Errorf("%s: the words changed", name)
		}
		for i, b := range d.Blocks {
			l := linked.Blocks[i]
			if plain.Replace(linked.HTML[l.Start:l.End]) != d.HTML[b.Start:b.End] {
				t.Errorf("%s: block %d changed", name, i)
			}
		}
		for i, s := range d.Sections {
			l := linked.Sections[i]
			if plain.Replace(linked.HTML[l.Start:l.End]) != d.HTML[s.Start:s.End] {
				t.Errorf("%s: section %d changed", name, i)
			}
		}
	}
}

func mustParse(t *testing.T, mode Mode, text string) *Document {
	t.Helper()
	d, _ := parse(t, mode, text)
	return d
}
