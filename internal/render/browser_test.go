package render

import (
	"bytes"
	"context"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"thonlanh/internal/site"
)

// browser opens Chromium on the sample, its quick exit leading to a page of the
// test. Without a browser the test is skipped, unless THONLANH_BROWSER is "required".
func browser(t *testing.T) (ctx context.Context, server *httptest.Server, r *Renderer) {
	t.Helper()
	name := ""
	for _, n := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if p, err := exec.LookPath(n); err == nil && name == "" {
			name = p
		}
	}
	if name == "" {
		if os.Getenv("THONLANH_BROWSER") == "required" {
			t.Fatal("no Chromium, and THONLANH_BROWSER requires it")
		}
		t.Skip("no Chromium installed: what only a browser can tell is not tested")
	}
	if testing.Short() {
		t.Skip("a browser takes too long for -short")
	}
	r = newRenderer(t, os.DirFS("../.."), Options{})
	server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		path := pagePath(req.URL.Path)
		if req.URL.Path == "/weather/" {
			w.Write([]byte("<!doctype html><title>weather</title><p>sun"))
			return
		}
		o, ok := r.Lookup(path)
		var data []byte
		var err error
		switch {
		case !ok:
			http.NotFound(w, req)
			return
		case o.Asset != nil:
			data, err = os.ReadFile("../../" + o.Asset.Path)
		default:
			data, err = r.Render(path)
		}
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		for ext, kind := range map[string]string{".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".html": "text/html; charset=utf-8"} {
			if strings.HasSuffix(path, ext) {
				w.Header().Set("Content-Type", kind)
			}
		}
		w.Write(data)
	}))
	t.Cleanup(server.Close)
	r.site.Config.Exit = server.URL + "/weather/"

	flags := []chromedp.ExecAllocatorOption{chromedp.ExecPath(name), chromedp.NoSandbox, chromedp.DisableGPU}
	for _, f := range []string{"disable-quic", "disable-background-networking", "disable-component-update", "disable-sync"} {
		flags = append(flags, chromedp.Flag(f, true))
	}
	flags = append(chromedp.DefaultExecAllocatorOptions[:len(chromedp.DefaultExecAllocatorOptions):len(chromedp.DefaultExecAllocatorOptions)], flags...)
	alloc, stop := chromedp.NewExecAllocator(context.Background(), flags...)
	t.Cleanup(stop)
	ctx, cancel := chromedp.NewContext(alloc)
	t.Cleanup(cancel)
	// The first step starts the browser and must not have a limit of its own.
	if err := chromedp.Do(ctx, chromedp.Navigate("about:blank")); err != nil {
		t.Fatal(err)
	}
	return ctx, server, r
}

// limit is for one step: a page that goes away may leave a question unanswered.
const limit = 20 * time.Second

func do(t *testing.T, ctx context.Context, steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	if err := chromedp.Do(ctx, steps...); err != nil {
		t.Fatal(err)
	}
}

func eval[T any](t *testing.T, ctx context.Context, js string) T {
	t.Helper()
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](js))
	if err != nil {
		t.Fatalf("%s: %v", js, err)
	}
	return v
}

// onePerKind is the page of each kind with the most text.
func onePerKind(t *testing.T, r *Renderer) map[site.Kind]*site.Page {
	out, size := map[site.Kind]*site.Page{}, map[site.Kind]int{}
	for _, o := range r.Outputs() {
		if o.Page == nil || o.Page.Kind == site.KindMoved && len(o.Page.MovedUnits) == 0 {
			continue // a page that sends on at once is left before it is looked at
		}
		if n := len(render(t, r, o.Path)); n > size[o.Page.Kind] {
			out[o.Page.Kind], size[o.Page.Kind] = o.Page, n
		}
	}
	return out
}

// Nothing runs off the side at 320 px, nor at 360 px with text twice as large;
// whatever is touched is large enough; the page breaks none of its own rules of
// what may be loaded.
func TestPagesFitSmallScreens(t *testing.T) {
	ctx, server, r := browser(t)
	base := server.URL
	const off = `(function () {
		var wide = document.documentElement.clientWidth, out = [];
		if (document.documentElement.scrollWidth <= wide) return '';
		document.querySelectorAll('body *').forEach(function (e) {
			if (e.getBoundingClientRect().right > wide + 1 && !e.closest('.bang')) out.push(e.tagName + '.' + (e.className.baseVal || e.className));
		});
		return out.slice(0, 4).join(' ') || 'page';
	})()`
	// Links inside a sentence and the marks of clauses may be smaller.
	const small = `Array.from(document.querySelectorAll('a,summary,button')).filter(function (e) {
		if (e.matches('.neo,.bo-qua,p a:not(.nut):not(.them),dd a,li p a,.nho a,td a,th a,caption a') || !e.getClientRects().length) return false;
		var li = e.parentNode, inText = li.tagName === 'LI' && li.closest('main') && !li.closest('.hang,.tron,.luoi,.so-hang,nav');
		return !inText && e.getBoundingClientRect().height < 47.5;
	}).map(function (e) { return e.textContent.trim().slice(0, 30) + ' ' + Math.round(e.getBoundingClientRect().height); }).slice(0, 4).join('; ')`
	for kind, p := range onePerKind(t, r) {
		do(t, ctx, chromedp.EmulateViewport(320, 640), chromedp.Navigate(base+p.Addr))
		if kind == site.KindNotFound {
			continue // its addresses are those of the published place
		}
		if s := eval[string](t, ctx, off); s != "" {
			t.Errorf("%s at 320 px: %s", p.Addr, s)
		}
		if s := eval[string](t, ctx, small); s != "" && kind != site.KindMonths {
			t.Errorf("%s: too small to touch: %s", p.Addr, s)
		}
		do(t, ctx, chromedp.EmulateViewport(360, 640))
		eval[bool](t, ctx, `document.documentElement.style.fontSize = '200%', true`)
		if s := eval[string](t, ctx, off); s != "" {
			t.Errorf("%s at 360 px, text at 200%%: %s", p.Addr, s)
		}
		if kind == site.KindHome {
			const cut = `(document.querySelector('.danh-muc').open = true, Array.from(document.querySelectorAll('.danh-muc a')).filter(function (e) {
				var r = e.getBoundingClientRect();
				return r.left < 0 || r.right > document.documentElement.clientWidth;
			}).length)`
			if n := eval[int](t, ctx, cut); n > 0 {
				t.Errorf("%d entries of the open menu are cut off, text at 200%%", n)
			}
		}
		do(t, ctx, chromedp.EmulateViewport(1280, 800))
		eval[bool](t, ctx, `document.documentElement.style.fontSize = '', true`)
		if s := eval[string](t, ctx, off); s != "" {
			t.Errorf("%s at 1280 px: %s", p.Addr, s)
		}
	}
}

func TestQuickExit(t *testing.T) {
	ctx, server, _ := browser(t)
	base := server.URL
	history := func() int { return eval[int](t, ctx, "history.length") }
	at := ""
	wait := func(want string) {
		t.Helper()
		for range 100 {
			// An error only says that the page is changing just now.
			soon, cancel := context.WithTimeout(ctx, 2*time.Second)
			now, err := chromedp.Run(soon, chromedp.Evaluate[string]("document.readyState === 'complete' ? location.pathname + location.hash : ''"))
			cancel()
			if at = now; err == nil && (now == want || want != "/" && strings.HasPrefix(now, want)) {
				return
			}
			time.Sleep(50 * time.Millisecond)
		}
		t.Fatalf("at %s, not at %s", at, want)
	}

	do(t, ctx, chromedp.EmulateViewport(360, 640), chromedp.Navigate(base+"/"), chromedp.Navigate(base+"/ho-tro/"))
	before := history()
	if s := eval[string](t, ctx, "document.getElementById('cau-thoat').textContent"); !strings.Contains(s, "che trang này ngay") || !strings.Contains(s, "Shift ba lần") {
		t.Errorf("the script does not say what it does: %s", s)
	}
	// Moving among such pages adds nothing to the history.
	eval[bool](t, ctx, "document.querySelector('main .viec a').click(), true")
	wait("/ho-tro/an-toan/")
	eval[bool](t, ctx, "document.querySelector('.bo-qua').click(), true")
	wait("/ho-tro/an-toan/#noi-dung")
	if got := history(); got != before {
		t.Errorf("history grew from %d to %d among help pages", before, got)
	}
	eval[bool](t, ctx, "document.querySelector('.cuoi.thoat').click(), true")
	wait("/weather/")
	if got := history(); got != before {
		t.Errorf("history grew from %d to %d on leaving", before, got)
	}
	eval[bool](t, ctx, "history.back(), true")
	wait("/") // and none of the help pages

	// Three presses of Shift, and not two with a letter between.
	do(t, ctx, chromedp.Navigate(base+"/so-can-biet/"))
	press := func(keys ...string) {
		for _, k := range keys {
			eval[bool](t, ctx, "document.dispatchEvent(new KeyboardEvent('keydown', {key: '"+k+"'})), true")
		}
	}
	press("Shift", "Shift", "a", "Shift")
	time.Sleep(200 * time.Millisecond)
	wait("/so-can-biet/")
	press("Shift", "Shift")
	wait("/weather/")

	// Without a network the page gives way to a calendar.
	do(t, ctx, chromedp.Navigate(base+"/tim/"))
	eval[bool](t, ctx, "Object.defineProperty(navigator, 'onLine', {get: function () { return false; }}), true")
	eval[bool](t, ctx, "document.querySelector('.cuoi.thoat').click(), true")
	wait("/lich-thang/")
}

// The pages say themselves what they may load; nothing of theirs is refused.
func TestPagesKeepTheirOwnRules(t *testing.T) {
	ctx, server, r := browser(t)
	base := server.URL
	for kind, p := range onePerKind(t, r) {
		if kind == site.KindNotFound {
			continue
		}
		do(t, ctx, chromedp.Navigate(base+p.Addr))
		if n := eval[int](t, ctx, `performance.getEntriesByType('resource').filter(function (e) { return e.name.indexOf(location.origin) !== 0; }).length`); n != 0 {
			t.Errorf("%s loads %d files from elsewhere", p.Addr, n)
		}
		if s := eval[string](t, ctx, `getComputedStyle(document.body).backgroundColor`); s == "rgba(0, 0, 0, 0)" {
			t.Errorf("%s has no style", p.Addr)
		}
	}
}

// The numbers hang on a wall: one leaf of A5, or of A4, and the text as large
// as the paper allows. Without the style of its own the page takes several.
func TestNumbersFitOneLeaf(t *testing.T) {
	ctx, server, _ := browser(t)
	do(t, ctx, chromedp.Navigate(server.URL+"/so-can-biet/"))
	for name, paper := range map[string]chromedp.PaperSize{"A5": chromedp.PaperA5, "A4": chromedp.PaperA4} {
		pdf, err := chromedp.Run(ctx, chromedp.PrintToPDF(chromedp.PDFPaper(paper)))
		if err != nil {
			t.Fatal(err)
		}
		if n := len(regexp.MustCompile(`/Type\s*/Page\b`).FindAll(pdf, -1)); n != 1 {
			t.Errorf("%d leaves of %s", n, name)
		}
	}
}

// A plan on paper is as long as its text, and each clause has its address in
// the margin.
func TestPlanOnPaperKeepsItsAddresses(t *testing.T) {
	ctx, server, _ := browser(t)
	do(t, ctx, chromedp.Navigate(server.URL+"/ke-hoach/2020/"))
	pdf, err := chromedp.Run(ctx, chromedp.PrintToPDF(chromedp.PDFPaper(chromedp.PaperA4)))
	if err != nil {
		t.Fatal(err)
	}
	if n := len(regexp.MustCompile(`/Type\s*/Page\b`).FindAll(pdf, -1)); n < 5 || n > 12 {
		t.Errorf("%d leaves", n)
	}
	reader, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Skip("pdftotext is not installed: the words of the PDF are not read back")
	}
	cmd := exec.Command(reader, "-", "-")
	cmd.Stdin = bytes.NewReader(pdf)
	text, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"#muc-i\n", "#muc-iii-9", "#muc-iii-1-y-1", "In từ https://xamau.example/ke-hoach/2020/"} {
		if !strings.Contains(string(text), want) {
			t.Errorf("no %q on paper", want)
		}
	}
	for _, not := range []string{"Danh mục", "§", "Xem tiến độ", "Thoát nhanh", "cookie"} {
		if strings.Contains(string(text), not) {
			t.Errorf("%q is on paper", not)
		}
	}
}
