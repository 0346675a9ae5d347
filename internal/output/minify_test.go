package output

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

const page = `<!DOCTYPE html>
<html lang="vi">
<head>
  <meta charset="utf-8">
  <title>Số cần biết</title>
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self'">
  <link rel="alternate" type="application/atom+xml" href="tin.xml">
  <script type="application/ld+json">
    { "@context": "https://schema.org", "name": "Xã <\/script> \"A\"", "n": 1.0 }
  </script>
  <script src="js/a.js" type="module" defer></script>
</head>
<body class="x">
  <!-- a comment -->
  <!--[if IE]><p>old</p><![endif]-->
  <nav>
    <a href="a/">Một</a>
    <a href="b/">Hai</a> <span>ba</span>
  </nav>
  <p>Gọi&nbsp;<a href="tel:111">111</a>, <strong>ngày&#160;13</strong> <em>tháng 02</em>
     năm 2020 &amp;lt; &lt;b&gt; &quot;x&quot; “ngoặc” a &amp; b &amp;copy; 5 &lt; 6</p>
  <pre>  giữ
    nguyên   </pre>
  <p><img src="a.jpg" alt=""> <img src="b.jpg" alt='Ảnh "đẹp"' width="10"></p>
  <textarea>
   hai
   dòng</textarea>
  <table><colgroup><col></colgroup><tbody><tr><td colspan="1">a</td><td>b</td></tr></tbody></table>
  <details open><summary>Xem</summary><ul><li>a</li><li>b</li></ul></details>
  <form action="tim-kiem/" method="get"><input type="text" name="q" value=""><button type="submit">Tìm</button></form>
  <svg viewBox="0 0 360 56" preserveAspectRatio="none" aria-hidden="true"><title>Đồng &amp; ruộng</title><linearGradient id="g"/><path class="r" d="M 0 0 L 10.50 10 z"/></svg> sau hình
  <span>x</span><span> y</span>
</body>
</html>
`

func TestHTMLKeepsItsMeaning(t *testing.T) {
	out, err := NewMinifier().Bytes("a/index.html", []byte(page))
	if err != nil {
		t.Fatal(err)
	}
	got := string(out)
	for _, want := range []string{
		"<!doctype html>", "<html lang=\"vi\">", "<head>", "</head>", "</body></html>", "</p>", "</li>", "</td>", "</tbody>",
		`<body class="x">`, `type="text"`, `type="submit"`, `method="get"`, `colspan="1"`,
		"Gọi&nbsp;<a", "ngày&#160;13</strong> <em>tháng 02</em>",
		"  giữ\n    nguyên   ", "\n   hai\n   dòng",
		`viewBox="0 0 360 56"`, "linearGradient", `preserveAspectRatio="none"`, "</svg> sau hình", "Hai</a> <span>ba",
		"</span><span> y", `"n":1.0`, `default-src 'none'; img-src 'self'`, "&amp;lt;", "&amp;copy;",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("lost: %q", want)
		}
	}
	for _, gone := range []string{"a comment", "[if IE]"} {
		if strings.Contains(got, gone) {
			t.Errorf("still there: %q", gone)
		}
	}
	if len(out) >= len(page) {
		t.Errorf("%d bytes of %d", len(out), len(page))
	}
	if a, b := outline(t, page), outline(t, got); a != b {
		t.Errorf("another page:\n%s\nwas:\n%s", b, a)
	}
}

// outline is what a browser makes of a page: its elements, attributes and
// words, without comments and without the spaces that no reader sees.
func outline(t testing.TB, text string) string {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	var walk func(n *html.Node, raw bool)
	walk = func(n *html.Node, raw bool) {
		switch n.Type {
		case html.TextNode:
			text := n.Data
			switch {
			case n.Parent.Data == "script":
				var v bytes.Buffer
				if json.Compact(&v, []byte(text)) == nil {
					text = v.String()
				}
			case !raw:
				text = strings.Join(strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" \t\r\n\f", r) }), " ")
			}
			if text != "" {
				b.WriteString(" '" + text + "'")
			}
		case html.ElementNode:
			b.WriteString("\n<" + n.Data)
			for _, a := range n.Attr {
				if n.Namespace == "svg" && a.Key == "d" || n.Data == "meta" && a.Key == "content" {
					continue // shortened without a change of meaning
				}
				if n.Data == "input" && a.Key == "value" && a.Val == "" {
					continue // the same as none
				}
				b.WriteString(" " + a.Key + "=" + a.Val)
			}
			b.WriteString(">")
		}
		for c := range n.ChildNodes() {
			walk(c, raw || n.Data == "pre" || n.Data == "textarea" || n.Data == "script")
		}
		if n.Type == html.ElementNode {
			b.WriteString("</" + n.Data + ">")
		}
	}
	walk(doc, false)
	return b.String()
}

// visible is what a reader sees of a page's text, a line for each block:
// spaces run together, but never away between two words.
func visible(t testing.TB, text string) string {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	blocks := map[string]bool{"p": true, "li": true, "div": true, "td": true, "dt": true, "dd": true, "h2": true, "summary": true, "br": true, "body": true, "ul": true, "dl": true}
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		switch n.Type {
		case html.TextNode:
			b.WriteString(n.Data)
			return
		case html.ElementNode:
			if blocks[n.Data] {
				b.WriteString("\x01")
			}
			switch n.Data {
			case "img", "input", "svg", "button", "select":
				b.WriteString("\x02")
			}
		}
		for c := range n.ChildNodes() {
			walk(c)
		}
		if n.Type == html.ElementNode && blocks[n.Data] {
			b.WriteString("\x01")
		}
	}
	walk(doc)
	var lines []string
	for block := range strings.SplitSeq(b.String(), "\x01") {
		words := strings.FieldsFunc(block, func(r rune) bool { return strings.ContainsRune(" \t\n\r\f", r) })
		if len(words) > 0 {
			lines = append(lines, strings.Join(words, " "))
		}
	}
	return strings.Join(lines, "\n")
}

// Whatever inline elements stand beside one another, words that were apart
// stay apart and words that were joined stay joined.
func TestMinifyKeepsWordsApart(t *testing.T) {
	pieces := []string{
		"một", "hai", "Ba.", " ", "\n  ", "  ", "\u00a0", "&nbsp;", "&amp;", "&lt;", "“", "(", ",",
		"<a href=\"x/\">", "</a>", "<strong>", "</strong>", "<em>", "</em>", "<span class=\"s\">", "</span>", "<small>", "</small>",
		"<b></b>", "<sup>1</sup>", "<time datetime=\"2020-02-13\">13/02</time>", "<abbr title=\"x y\">UB</abbr>", "<q>x</q>", "<code>c d</code>",
		"<mark>m</mark>", "<i> </i>", "<span> y </span>", "<br>", "<wbr>", "<img src=\"a.png\" alt=\"a\">", "<input name=\"q\">", "<button>Tìm</button>",
		"<svg viewBox=\"0 0 1 1\"><path d=\"M0 0\"/></svg>", "<!-- c -->", "<label>l</label>", "<bdi>z</bdi>", "<kbd>k</kbd>", "<cite> t</cite>",
	}
	random := rand.New(rand.NewPCG(1, 2))
	m := NewMinifier()
	for range 20_000 {
		var b strings.Builder
		b.WriteString("<!doctype html><html lang=\"vi\"><head><title>t</title></head><body>")
		for _, block := range []string{"p", "li", "div", "dd", "h2", "summary"} {
			b.WriteString("<" + block + ">")
			for range 1 + random.IntN(7) {
				b.WriteString(pieces[random.IntN(len(pieces))])
			}
			b.WriteString("</" + block + ">\n")
		}
		b.WriteString("</body></html>")
		out, err := m.Bytes("x.html", []byte(b.String()))
		if err != nil {
			t.Fatal(err)
		}
		if was, is := visible(t, b.String()), visible(t, string(out)); was != is {
			t.Fatalf("text changed\npage: %s\nsmall: %s\nwas:\n%q\nis:\n%q", b.String(), out, was, is)
		}
	}
}

func TestMinifyLeavesItsInput(t *testing.T) {
	m := NewMinifier()
	for name, text := range map[string]string{
		"a.html": page, "a.css": "A { COLOR : #FF0000 ; }", "a.js": "var x = 1 ; export { x }", "a.svg": "<svg> <RECT/> </svg>",
		"a.json": "{ }", "a.xml": "<a> <b/> </a>",
	} {
		data := []byte(text)
		if _, err := m.Bytes(name, data); err != nil {
			t.Error(err)
		}
		if string(data) != text {
			t.Errorf("%s: the input was changed", name)
		}
	}
}

func TestMinifyKinds(t *testing.T) {
	m := NewMinifier()
	tests := []struct{ name, in, want string }{
		{"x.css", "a { color : #ff0000 ; margin: 0px } @media (min-width: 48rem) { a { b: c } }", "a{color:red;margin:0}@media(min-width:48rem){a{b:c}}"},
		{"x.js", "function f ( long ) { try { return long } catch ( e ) { return null } } f ( 1 )", "function f(e){try{return e}catch(e){return null}}f(1)"},
		{"x.json", "{ \"a\" : [ 1.0 , 1e3 ] ,\n \"b\" : \"é  x\" }", `{"a":[1.0,1e3],"b":"é  x"}`},
		{"x.webmanifest", "{ \"a\" : 1 }", `{"a":1}`},
		{"x.xml", "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<a>\n  <b> x &amp; y </b>\n</a>", "<?xml version=\"1.0\" encoding=\"utf-8\"?><a>\n<b> x &amp; y </b>\n</a>"},
		{"x.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\">\n <rect width=\"10\"/>\n</svg>", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\"><rect width=\"10\"/></svg>"},
		{"x.txt", " a  b ", " a  b "},
		{"x.csv", "a, b\n", "a, b\n"},
		{"thu-muc", "a  b", "a  b"},
		{"X.HTML", "<p>a  b</p>", "<p>a b</p>"},
		{"rong.html", "", ""},
	}
	for _, tt := range tests {
		got, err := m.Bytes(tt.name, []byte(tt.in))
		if err != nil || string(got) != tt.want {
			t.Errorf("%s: %q, %v\nwant %q", tt.name, got, err, tt.want)
		}
	}
}

func TestMinifyIsStable(t *testing.T) {
	m := NewMinifier()
	once, err := m.Bytes("a.html", []byte(page))
	if err != nil {
		t.Fatal(err)
	}
	twice, err := m.Bytes("a.html", once)
	if err != nil || !bytes.Equal(once, twice) {
		t.Errorf("minified again:\n%s\nonce:\n%s", twice, once)
	}
}

func TestMinifyError(t *testing.T) {
	if _, err := NewMinifier().Bytes("js/a.js", []byte("function (")); err == nil || !strings.Contains(err.Error(), "js/a.js") {
		t.Errorf("error %v", err)
	}
}

func TestFingerprint(t *testing.T) {
	tests := []struct{ name, data, want string }{
		{"site.css", "a", "site.ca978112.css"},
		{"tep/site.min.css", "a", "tep/site.min.ca978112.css"},
		{"site.css", "b", "site.3e23e816.css"},
		{"LICENSE", "a", "LICENSE.ca978112"},
		{"a.b/c", "a", "a.b/c.ca978112"},
	}
	for _, tt := range tests {
		if got := Fingerprint(tt.name, []byte(tt.data)); got != tt.want {
			t.Errorf("Fingerprint(%s) = %s, want %s", tt.name, got, tt.want)
		}
	}
}

func BenchmarkMinifyHTML(b *testing.B) {
	body := strings.Repeat(`<li id="muc-iii-9"><p>Ủy ban nhân dân xã phối hợp với <a href="../../ke-hoach/2020/#muc-iii-9">Công an</a>, các đoàn thể   tuyên truyền.</p></li>
`, 60)
	data := []byte(strings.Replace(page, "<nav>", "<ul>"+body+"</ul><nav>", 1))
	m := NewMinifier()
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			if _, err := m.Bytes("index.html", data); err != nil {
				b.Fatal(err)
			}
		}
	})
}
