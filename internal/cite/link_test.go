package cite

import (
	"strings"
	"testing"
)

func TestLink(t *testing.T) {
	c := register()
	for in, want := range map[string]string{
		"theo Điều 5 Luật Trẻ em thì":                               "theo [Điều 5 Luật Trẻ em] thì",
		"<strong>Điều 5</strong> Luật Trẻ em":                       "[<strong>Điều 5</strong> Luật Trẻ em]",
		"Điều 5 <em>Luật Trẻ em</em>.":                              "[Điều 5 <em>Luật Trẻ em</em>].",
		"<em>theo Điều 5</em> Luật Trẻ em":                          "<em>theo [Điều 5]</em>[ Luật Trẻ em]",
		"Điều 5 <em>Luật Trẻ em nói</em>":                           "[Điều 5 ]<em>[Luật Trẻ em] nói</em>",
		"<b><i>Điều 5</i></b> Luật <b>Trẻ em</b>":                   "[<b><i>Điều 5</i></b> Luật <b>Trẻ em</b>]",
		"<b>Điều 5 Luật Trẻ em</b>":                                 "<b>[Điều 5 Luật Trẻ em]</b>",
		"Nghị định số<br><strong>282</strong>/2025/NĐ-<em>CP</em>!": "[Nghị định số<br><strong>282</strong>/2025/NĐ-<em>CP</em>]!",
	} {
		html := []byte(in)
		var out []byte
		at := 0
		for _, m := range Find(html, c) {
			start, end := Widen(html, m.Start, m.End)
			out = append(out, html[at:start]...)
			out = AppendLink(out, html[start:end], "[", "]")
			at = end
		}
		if out = append(out, html[at:]...); string(out) != want {
			t.Errorf("%s\n got %s\nwant %s", in, out, want)
		}
	}
}

func TestManyTags(t *testing.T) {
	s := []byte(strings.Repeat("<b>", 40) + "x" + strings.Repeat("</b>", 40))
	if got := string(AppendLink(nil, s, "[", "]")); got != strings.Replace(string(s), "x", "[x]", 1) {
		t.Errorf("got %s", got)
	}
}
