package check

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"
)

// tagsOf lists the tags of a page as this package's scanner sees them.
func tagsOf(data []byte) []string {
	var out []string
	s := scanner{data: data}
	for s.next() {
		if len(s.tag.name) == 0 {
			continue
		}
		var b strings.Builder
		if s.tag.end {
			b.WriteByte('/')
		}
		b.Write(lower(s.tag.name))
		if !s.tag.end {
			for _, a := range s.tag.attrs {
				fmt.Fprintf(&b, " %s=%q", lower(a.name), html.UnescapeString(string(a.value)))
			}
		}
		out = append(out, b.String())
	}
	return out
}

// referenceTags lists them as the tokenizer of x/net/html does.
func referenceTags(data []byte) []string {
	var out []string
	z := html.NewTokenizer(bytes.NewReader(data))
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			return out
		}
		if kind != html.StartTagToken && kind != html.EndTagToken && kind != html.SelfClosingTagToken {
			continue
		}
		name, more := z.TagName()
		var b strings.Builder
		if kind == html.EndTagToken {
			b.WriteByte('/')
		}
		b.Write(name)
		for more && kind != html.EndTagToken {
			var key, value []byte
			key, value, more = z.TagAttr()
			fmt.Fprintf(&b, " %s=%q", key, value)
		}
		out = append(out, b.String())
	}
}

func TestScannerAgainstTokenizer(t *testing.T) {
	for _, page := range []string{
		`<!doctype html><html lang="vi"><head><title>a < b <i></title><meta name=description content='x "y"'></head><body><p class="a b" id=c hidden>x<br/>y</p><!-- <b> --></body></html>`,
		`<script type="application/ld+json">{"a":"<b>"}</script><style>a>b{}</style><textarea><p></textarea><p>`,
		`<a href="x?a=1&amp;b=2" title='it"s'>x</a><svg viewBox="0 0 1 1"><path d="M0 0"/></svg>`,
		`1 < 2 <3 < p>, </ p> <p/ >`, `<p a= b>`, `<p =a>`, `<!-->x<b>`, `<!--->x<b>`, `<!-- x --!><b>`,
	} {
		if got, want := tagsOf([]byte(page)), referenceTags([]byte(page)); strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Errorf("%s\n got %q\nwant %q", page, got, want)
		}
	}
}

// FuzzScanner: on any page the scanner reads on to the end, in order, and sees
// the tags that the tokenizer sees. Pages with NUL bytes and carriage returns,
// which the generator never writes, are normalised differently.
func FuzzScanner(f *testing.F) {
	f.Add([]byte(`<p class="a" id=b>x<br/>y</p><script>"</scr"</script><title></title>`))
	f.Add([]byte(`<!-- a --!><b c='d' e>f</b><textarea></textarea x>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		if bytes.ContainsAny(data, "\x00\r") {
			t.Skip()
		}
		last := -1
		s := scanner{data: data}
		for s.next() {
			if s.tag.at <= last {
				t.Fatal("a tag was seen twice")
			}
			last = s.tag.at
		}
	})
}

// TestScannerIsLinear: no page makes the scanner look at its bytes again and
// again. The best of three counts: other programs may have the machine.
func TestScannerIsLinear(t *testing.T) {
	for _, piece := range []string{"<", "<!--", "<a ", "<a b='", "</", "<title>", "<script><", "<p a=b ", "<svg/>"} {
		data := []byte(strings.Repeat(piece, (1<<20)/len(piece)))
		best := time.Hour
		for range 3 {
			start := time.Now()
			s := scanner{data: data}
			for s.next() {
			}
			best = min(best, time.Since(start))
		}
		if best > time.Second {
			t.Errorf("a megabyte of %q took %v", piece, best)
		}
	}
}
