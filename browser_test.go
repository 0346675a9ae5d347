package thonlanh_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	cdplog "github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"thonlanh/internal/build"
	"thonlanh/internal/site"
)

// What only a browser can tell of the sample. These tests need Chromium, and
// the accessibility rules of axe-core in the file that THONLANH_AXE names.
// Where one is missing they say so and are skipped, unless THONLANH_BROWSER is
// "required".

// view is one tab of a browser, and what went wrong in it.
type view struct {
	context.Context
	mu    sync.Mutex
	wrong []string
}

func missing(t *testing.T, what string) {
	t.Helper()
	if os.Getenv("THONLANH_BROWSER") == "required" {
		t.Fatalf("%s, and THONLANH_BROWSER requires it", what)
	}
	t.Skip(what)
}

func openBrowser(t *testing.T) *view {
	t.Helper()
	if testing.Short() {
		t.Skip("a browser takes too long for -short")
	}
	program := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if found, err := exec.LookPath(name); err == nil && program == "" {
			program = found
		}
	}
	if program == "" {
		missing(t, "no Chromium is installed: what only a browser can tell is not tested")
	}
	options := append([]chromedp.ExecAllocatorOption{}, chromedp.DefaultExecAllocatorOptions[:]...)
	options = append(options, chromedp.ExecPath(program), chromedp.NoSandbox, chromedp.DisableGPU)
	for _, flag := range []string{"disable-quic", "disable-component-update", "disable-background-networking", "disable-sync", "no-first-run"} {
		options = append(options, chromedp.Flag(flag, true))
	}
	allocator, stop := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(stop)
	ctx, cancel := chromedp.NewContext(allocator)
	t.Cleanup(cancel)
	v := &view{Context: ctx}
	if err := chromedp.Listen(ctx, v.hear); err != nil {
		t.Fatal(err)
	}
	return v
}

// hear keeps every event that tells of a fault of the page.
func (v *view) hear(event any) {
	said := ""
	switch e := event.(type) {
	case *cdplog.EventEntryAdded:
		if e.Entry.Level == cdplog.EntryLevelError || e.Entry.Level == cdplog.EntryLevelWarning {
			said = "log: " + e.Entry.Text + " " + e.Entry.URL
		}
	case *runtime.EventExceptionThrown:
		said = "exception: " + e.ExceptionDetails.Text
	case *runtime.EventConsoleAPICalled:
		if e.Type == "error" || e.Type == "warning" {
			said = "console: " + fmt.Sprint(len(e.Args)) + " values"
		}
	case *network.EventLoadingFailed:
		if !e.Canceled {
			said = "request: " + e.ErrorText
		}
	case *network.EventResponseReceived:
		if e.Response.Status >= 400 {
			said = fmt.Sprintf("request: %s is %d", e.Response.URL, e.Response.Status)
		}
	}
	if said != "" {
		v.mu.Lock()
		v.wrong = append(v.wrong, said)
		v.mu.Unlock()
	}
}

// faults gives what went wrong since it was last asked.
func (v *view) faults() []string {
	v.mu.Lock()
	defer v.mu.Unlock()
	out := v.wrong
	v.wrong = nil
	return out
}

func (v *view) do(t *testing.T, steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(v, steps...); err != nil {
		t.Fatal(err)
	}
}

func (v *view) size(t *testing.T, width, height int64) {
	t.Helper()
	v.do(t, chromedp.EmulateViewport(width, height))
}

func ask[T any](t *testing.T, v *view, js string) T {
	t.Helper()
	out, err := chromedp.Run(v, chromedp.Evaluate[T](js, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatalf("%.80s: %v", js, err)
	}
	return out
}

// media emulates a medium ("", "print") and a colour scheme, for a reader who
// wants nothing to move.
func (v *view) media(t *testing.T, medium, scheme string) {
	t.Helper()
	_, err := chromedp.Call(v, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Media: medium, Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}, {Name: "prefers-reduced-motion", Value: "reduce"}},
	})
	if err != nil {
		t.Fatal(err)
	}
}

// What is asked of each page.
const (
	// sideways names what runs off the right side. Tables may scroll in a
	// box of their own.
	sideways = `(() => {
		const wide = document.documentElement.clientWidth;
		if (document.documentElement.scrollWidth <= wide) return '';
		const out = [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > wide + 1)
			.map(e => e.tagName + '.' + (e.className.baseVal ?? e.className));
		return 'wider than the screen: ' + (out.slice(-3).join(' ') || 'page');
	})()`
	// small names links and buttons that a finger misses: lower than 44 px,
	// unless they stand inside a sentence.
	small = `[...document.querySelectorAll('a[href],summary,button,input')].filter(e => {
		const box = e.getBoundingClientRect();
		if (!box.width || box.right < 0 || box.bottom < 0 || getComputedStyle(e).visibility === 'hidden') return false;
		let block = e.parentElement;
		while (getComputedStyle(block).display === 'inline') block = block.parentElement;
		const around = block.textContent.replace(e.textContent, '').replace(/[\s\u00a0.,;:·()]/g, '');
		const inSentence = getComputedStyle(e).display === 'inline' && around !== '';
		return !inSentence && box.height < 44;
	}).map(e => e.textContent.trim().slice(0, 30) + ' (' + Math.round(e.getBoundingClientRect().height) + ' px)').slice(0, 5).join('; ')`
	// headings must be one h1 and no skipped level.
	headings = `(() => {
		const levels = [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(e => +e.tagName[1]);
		const ones = levels.filter(l => l === 1).length;
		const jump = levels.findIndex((l, i) => i && l > levels[i - 1] + 1);
		return ones === 1 && levels[0] === 1 ? (jump < 0 ? '' : 'a heading skips a level: ' + document.querySelectorAll('h1,h2,h3,h4,h5,h6')[jump].textContent)
			: ones + ' first headings, first level ' + levels[0];
	})()`
	// spaced widens letters, words and lines as readers may (WCAG 1.4.12).
	spaced = `(() => {
		const sheet = new CSSStyleSheet();
		sheet.replaceSync('*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}');
		document.adoptedStyleSheets = [sheet];
		return true;
	})()`
	// axeRun gives one line for each rule that is broken.
	axeRun = `axe.run(document, {resultTypes: ['violations'], preload: false, runOnly: {type: 'tag',
		values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']}}).then(r => r.violations.map(
		v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.target.join(' ') + ' ' + n.any.concat(n.all, n.none).map(c => c.message).join(' ')).join(' | ')).join('\n'))`
)

// axe reads the rules of axe-core; "" where they are not at hand.
func axe(t *testing.T) string {
	t.Helper()
	name := os.Getenv("THONLANH_AXE")
	if name == "" {
		if os.Getenv("THONLANH_BROWSER") == "required" {
			t.Fatal("THONLANH_AXE does not name axe.min.js, and THONLANH_BROWSER requires it")
		}
		t.Log("THONLANH_AXE does not name axe.min.js: the rules of accessibility are not tested")
		return ""
	}
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data) + "\ntrue"
}

// pageOf is an address of the sample and the kind of page there. A page that
// sends its reader on at once is none: a browser has left it before it is looked
// at.
type pageOf struct{ addr, kind string }

func pagesOf(t *testing.T, dir string) []pageOf {
	t.Helper()
	a, err := build.Assemble(checkOptions(dir), nil)
	if err != nil {
		t.Fatal(err)
	}
	var out []pageOf
	for _, o := range a.Renderer.Outputs() {
		if o.Page != nil && !(o.Page.Kind == site.KindMoved && len(o.Page.MovedUnits) == 0) {
			out = append(out, pageOf{o.Page.Addr, string(o.Page.Kind)})
		}
	}
	if len(out) < 60 {
		t.Fatalf("only %d pages", len(out))
	}
	return out
}

// Each page, at the widths of a small phone, a phone and an office screen.
func TestPagesInABrowser(t *testing.T) {
	v := openBrowser(t)
	rules := axe(t)
	server := strictServer(t, "/", tree(t, publish(t, build.Options{})))
	judge := func(at string) {
		if rules == "" {
			return
		}
		for line := range strings.SplitSeq(ask[string](t, v, axeRun), "\n") {
			if line != "" {
				t.Errorf("%s: %s", at, line)
			}
		}
	}
	report := func(at, said string) {
		if said != "" {
			t.Errorf("%s: %s", at, said)
		}
	}
	seen := map[string]bool{}
	v.media(t, "", "light")
	for _, p := range pagesOf(t, ".") {
		v.size(t, 320, 640)
		v.do(t, chromedp.Navigate(server.URL+p.addr))
		if rules != "" {
			ask[bool](t, v, rules)
		}
		report(p.addr, ask[string](t, v, headings))
		report(p.addr+" at 320 px", ask[string](t, v, sideways))
		if said := ask[string](t, v, small); said != "" {
			t.Errorf("%s: too small to touch: %s", p.addr, said)
		}
		judge(p.addr + " at 320 px")
		first := !seen[p.kind]
		seen[p.kind] = true
		for _, width := range []int64{360, 1280} {
			v.size(t, width, 800)
			at := fmt.Sprintf("%s at %d px", p.addr, width)
			report(at, ask[string](t, v, sideways))
			judge(at)
			if first {
				v.media(t, "", "dark")
				judge(at + ", dark")
				v.media(t, "", "light")
			}
		}
		if first {
			v.size(t, 320, 640)
			ask[bool](t, v, spaced)
			report(p.addr+" with letters spaced", ask[string](t, v, sideways))
		}
		for _, fault := range v.faults() {
			// The calendar is nobody's page, so it names no icon of the
			// portal, and the browser looks for one by itself.
			if p.kind != "months" || !strings.Contains(fault, "/favicon.ico") {
				t.Errorf("%s: %s", p.addr, fault)
			}
		}
	}
	if len(seen) < 25 {
		t.Errorf("only %d kinds of page were seen", len(seen))
	}
}

// The checks above see a fault where there is one.
func TestFaultsAreSeenInABrowser(t *testing.T) {
	v := openBrowser(t)
	rules := axe(t)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/" {
			http.NotFound(w, r)
			return
		}
		w.Write([]byte(`<!doctype html><html><title>x</title><h1>a</h1><h1>b</h1><h3>c</h3><img src="gone.png">
			<script>console.error('x'); undefinedFunction();</script><ul><li><a href="#a">small</a></ul><p>A link <a href="#a">in a sentence</a></p>
			<div style="width:900px;background:#000">wide</div>`))
	}))
	t.Cleanup(server.Close)
	v.size(t, 320, 640)
	v.do(t, chromedp.Navigate(server.URL))
	for what, js := range map[string]string{"sideways scroll": sideways, "a small link": small, "two first headings": headings} {
		if ask[string](t, v, js) == "" {
			t.Errorf("%s was not seen", what)
		}
	}
	if said := ask[string](t, v, small); strings.Contains(said, "in a sentence") || !strings.Contains(said, "small") {
		t.Errorf("small links: %s", said)
	}
	if rules != "" {
		ask[bool](t, v, rules)
		if said := ask[string](t, v, axeRun); !strings.Contains(said, "image-alt") || !strings.Contains(said, "html-has-lang") {
			t.Errorf("axe says %q", said)
		}
	}
	said := strings.Join(v.faults(), "\n")
	for _, want := range []string{"console:", "exception:", "is 404"} {
		if !strings.Contains(said, want) {
			t.Errorf("no %q among the faults:\n%s", want, said)
		}
	}
}
