package output

import (
	"bytes"
	"html/template"
	"strings"
	"testing"
)

// A template that was shrunk makes what the template itself makes, but for
// spaces that nobody sees: what both make is the same once it is shrunk.
func TestTemplateMakesTheSamePage(t *testing.T) {
	const layout = `<!-- said once -->
<ul class="{{.Class}}" data-x="{{if .Yes}}a  b{{end}}">
  {{range .Rows}}<li{{if eq . "hai"}} class="o"{{end}}><a href="/{{.}}/">  {{.}} </a> <b>x</b>
  y</li>
  {{else}}<li>Không có.</li>{{end}}
</ul>
{{with .Yes}}<p>A {{.}}
B</p>{{end}}
<script type="application/ld+json">{{.Data}}</script>
<title>{{.Class}}</title>
`
	view := map[string]any{"Class": "a \"b\" & c", "Yes": true, "Rows": []string{"một", "hai"}, "Data": map[string]string{"a": "</script>"}}
	m := NewMinifier()
	small, err := m.Template([]byte(layout))
	if err != nil {
		t.Fatal(err)
	}
	if len(small) >= len(layout)-20 || bytes.Contains(small, []byte("<!--")) {
		t.Errorf("not shrunk:\n%s", small)
	}
	made := func(text string) string {
		var b bytes.Buffer
		if err := template.Must(template.New("").Parse(text)).Execute(&b, view); err != nil {
			t.Fatal(err)
		}
		out, err := m.Bytes("a.html", b.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		return string(out)
	}
	if got, want := made(string(small)), made(layout); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if _, err := m.Template([]byte(strings.Repeat("<p>{{", 3))); err != nil {
		t.Log(err) // a mistake of the author: the parser of templates says it
	}
}
