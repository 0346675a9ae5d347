package render

import (
	"strings"
	"testing"
)

func TestAddress(t *testing.T) {
	for _, c := range []struct {
		page, to, want, portable string
	}{
		{"/", "/", "./", "index.html"},
		{"/", "/tim/", "tim/", "tim/index.html"},
		{"/", "/site.css", "site.css", "site.css"},
		{"/", "/tim/#a", "tim/#a", "tim/index.html#a"},
		{"/", "/#a", "#a", "#a"},
		{"/thon/dong/", "/", "../../", "../../index.html"},
		{"/thon/dong/", "/thon/dong/", "./", "index.html"},
		{"/thon/dong/", "/thon/dong/#lich", "#lich", "#lich"},
		{"/thon/dong/", "/thon/doai/", "../doai/", "../doai/index.html"},
		{"/thon/dong/", "/thon/", "../", "../index.html"},
		{"/thon/", "/thon/dong/", "dong/", "dong/index.html"},
		{"/thon/dong/", "/so-can-biet.vcf", "../../so-can-biet.vcf", "../../so-can-biet.vcf"},
		{"/thon/dong/", "/thon/dong/a.svg", "a.svg", "a.svg"},
		{"/thon/dong/", "/tim/?x=1", "../../tim/?x=1", "../../tim/index.html?x=1"},
		{"/", "/a:b", "./a:b", "./a:b"},
		{"/thon/dong/", "//may.example/a", "//may.example/a", "//may.example/a"},
		{"/thon/dong/", "https://xa.example/", "https://xa.example/", "https://xa.example/"},
		{"/thon/dong/", "hinh.svg", "hinh.svg", "hinh.svg"},
		{"/thon/dong/", "tel:113", "tel:113", "tel:113"},
		{"/thon/dong/", "#a", "#a", "#a"},
		{"/thon/dong/", "", "", ""},
	} {
		l := &linker{folder: folderOf(c.page)}
		if got := l.address(c.to); got != c.want {
			t.Errorf("on %s: %q becomes %q, want %q", c.page, c.to, got, c.want)
		}
		l.portable = true
		if got := l.address(c.to); got != c.portable {
			t.Errorf("portable, on %s: %q becomes %q, want %q", c.page, c.to, got, c.portable)
		}
	}
	l := &linker{base: "/cong/"}
	for to, want := range map[string]string{"/": "/cong/", "/tim/#a": "/cong/tim/#a", "https://x.example/": "https://x.example/", "#a": "#a"} {
		if got := l.address(to); got != want {
			t.Errorf("from the base: %q becomes %q, want %q", to, got, want)
		}
	}
}

func TestRewrite(t *testing.T) {
	l := &linker{folder: []string{"thon", "dong"}}
	for _, c := range []struct{ in, want string }{
		{`<a href="/tim/">x</a>`, `<a href="../../tim/">x</a>`},
		{`<a class="a" href="/tim/" title="/tim/">href="/x"</a>`, `<a class="a" href="../../tim/" title="/tim/">href="/x"</a>`},
		{`<p>a < b, "/x"`, `<p>a < b, "/x"`},
		{`<img src="/a.png" srcset="/a.png 1x, /b.png 2x" alt="a>b">`, `<img src="../../a.png" srcset="../../a.png 1x, ../../b.png 2x" alt="a>b">`},
		{`<svg><path d="M0 0"/></svg><br/>`, `<svg><path d="M0 0"/></svg><br/>`},
		{`<video poster="/p.png" data-x="/y"></video>`, `<video poster="../../p.png" data-x="/y"></video>`},
		{`<p>theo Điều 24 khoản 2, 07 thôn</p>`, "<p>theo Điều\u00a024 khoản\u00a02, 07\u00a0thôn</p>"},
		{`<title>Điều 24</title><pre>Điều 24 <b>x</b></pre>`, `<title>Điều 24</title><pre>Điều 24 <b>x</b></pre>`},
		{`<script type="application/ld+json">{"a":"</b Điều 24"}</script>`, `<script type="application/ld+json">{"a":"</b Điều 24"}</script>`},
		{`<a href=`, `<a href=`},
		{`<a href="/x`, `<a href="/x`},
		{`<`, `<`},
		{``, ``},
	} {
		if got := string(l.append(nil, c.in)); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.in, got, c.want)
		}
	}
	l.quiet = func(addr string) bool { return addr == "/ho-tro/" }
	in := `<a href="/ho-tro/#a">x</a><a href="/tim/">y</a><link href="/ho-tro/">`
	want := `<a href="../../ho-tro/#a" data-kin>x</a><a href="../../tim/">y</a><link href="../../ho-tro/">`
	if got := string(l.append(nil, in)); got != want {
		t.Errorf("got %s", got)
	}
}

func FuzzRewrite(f *testing.F) {
	f.Add(`<a href="/tim/" b='"'>x</a><script>"</script><!-- " -->`)
	f.Add(`<img srcset="/a 1x, ,/b">`)
	f.Fuzz(func(t *testing.T, in string) {
		l := &linker{folder: []string{"a"}, quiet: func(string) bool { return true }}
		out := string(l.append(nil, in))
		if !strings.Contains(in, `="`) && strings.ReplaceAll(out, "\u00a0", " ") != strings.ReplaceAll(in, "\u00a0", " ") {
			t.Errorf("%q became %q", in, out)
		}
	})
}
