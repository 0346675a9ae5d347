package thonlanh_test

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"thonlanh/internal/build"
)

// serveWithExit builds the sample with a quick exit to a page of the test,
// which answers slowly, as pages do on a poor network.
func serveWithExit(t *testing.T) string {
	t.Helper()
	var files http.Handler
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/thoi-tiet/" {
			time.Sleep(700 * time.Millisecond)
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			w.Write([]byte("<!doctype html><title>Mây</title><link rel=icon href=/favicon.svg><p>Chiều có mưa."))
			return
		}
		files.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	dir := copyProject(t, asIs, func(name string, b []byte) []byte {
		if name != "config.toml" {
			return b
		}
		out := bytes.Replace(b, []byte(`trang_thoat = "https://nchmf.gov.vn/"`), []byte(`trang_thoat = "`+server.URL+`/thoi-tiet/"`), 1)
		if bytes.Equal(out, b) {
			t.Fatal("config.toml has another exit page")
		}
		return out
	})
	files = strictServer(t, "/", tree(t, publish(t, build.Options{Dir: dir}))).Config.Handler
	return server.URL
}

// until asks again until the answer is the wanted one.
func (v *view) until(t *testing.T, js, want string) {
	t.Helper()
	got := ""
	for range 100 {
		if got = ask[string](t, v, js); got == want {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Fatalf("%s is %q, want %q", js, got, want)
}

// withoutScript opens a page whose scripts do not run. The questions of the
// test are scripts too, so they are allowed again once the page stands.
func (v *view) withoutScript(t *testing.T, addr string) {
	t.Helper()
	for _, off := range []bool{true, false} {
		_, err := chromedp.Call(v, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: off})
		if err != nil {
			t.Fatal(err)
		}
		if off {
			v.do(t, chromedp.Navigate(addr))
		}
	}
}

const here = "location.pathname + location.hash"

// All but searching works where no script runs.
func TestEverythingWorksWithoutScript(t *testing.T) {
	v := openBrowser(t)
	base := serveWithExit(t)
	v.size(t, 360, 640)
	v.withoutScript(t, base+"/ho-tro/an-toan/")
	if said := ask[string](t, v, "document.getElementById('cau-thoat').textContent"); !strings.Contains(said, "Bấm quay lại vẫn có thể thấy trang này") || strings.Contains(said, "che trang này ngay") || strings.Contains(said, "Shift") {
		t.Errorf("without script the page promises: %s", said)
	}
	// The menu opens at a touch and leads on.
	const shown = "String(document.querySelector('.danh-muc').open && document.querySelector('.danh-muc a').getBoundingClientRect().height > 0)"
	if ask[string](t, v, shown) != "false" {
		t.Error("the menu is open before it is touched")
	}
	v.do(t, chromedp.Click(chromedp.CSS(".danh-muc summary")))
	v.until(t, shown, "true")
	v.do(t, chromedp.Click(chromedp.CSS(".danh-muc li:nth-child(3) a")))
	v.until(t, here, "/tai-lieu/")

	// Every other thing that opens does so too.
	v.withoutScript(t, base+"/so-can-biet/")
	v.do(t, chromedp.Click(chromedp.CSS("main details summary")))
	v.until(t, "String(document.querySelector('main details').open)", "true")

	// The exit is a plain link.
	v.do(t, chromedp.Click(chromedp.CSS(".goi .thoat")))
	v.until(t, here, "/thoi-tiet/")
	ask[bool](t, v, "history.back(), true")
	v.until(t, here, "/so-can-biet/")
	for _, fault := range v.faults() {
		t.Error(fault)
	}
}

// The quick exit covers the page before the other one has come, and leaves
// nothing to go back to.
func TestQuickExitWithScript(t *testing.T) {
	v := openBrowser(t)
	base := serveWithExit(t)
	v.size(t, 360, 640)
	v.do(t, chromedp.Navigate(base+"/tim-hieu/"))

	// What the page looked like in the moment when the other was asked for.
	_, err := chromedp.Call(v, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: `
		addEventListener('beforeunload', () => sessionStorage.setItem('left',
			[document.title, document.body.hidden, document.body.getBoundingClientRect().height, location.pathname].join(' ')))`})
	if err != nil {
		t.Fatal(err)
	}
	covered := func(where string) {
		t.Helper()
		v.until(t, here, "/thoi-tiet/")
		v.until(t, "sessionStorage.getItem('left')", "Thời tiết true 0 "+where)
	}
	length := "history.length"

	v.do(t, chromedp.Navigate(base+"/ho-tro/an-toan/"))
	before := ask[int](t, v, length)
	v.do(t, chromedp.Click(chromedp.CSS(".goi .thoat")))
	covered("/ho-tro/an-toan/")
	if now := ask[int](t, v, length); now != before {
		t.Errorf("the history has %d entries after the exit, %d before: it was not replaced", now, before)
	}
	ask[bool](t, v, "history.back(), true")
	v.until(t, here, "/tim-hieu/")

	// Three presses of Shift do the same, but not two, and not with a letter between.
	press := func(keys ...string) {
		for _, key := range keys {
			for _, kind := range []input.DispatchKeyEventType{"rawKeyDown", "keyUp"} {
				p := input.DispatchKeyEventParams{Type: kind, Key: key, Code: "Key" + strings.ToUpper(key), WindowsVirtualKeyCode: 65}
				if key == "Shift" {
					p.Code, p.WindowsVirtualKeyCode = "ShiftLeft", 16
				}
				if _, err := chromedp.Call(v, input.DispatchKeyEvent, p); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	v.do(t, chromedp.Navigate(base+"/ho-tro/tre-em/"))
	press("Shift", "Shift", "a", "Shift")
	time.Sleep(200 * time.Millisecond)
	if at := ask[string](t, v, "document.body.hidden + ' ' + "+here); at != "false /ho-tro/tre-em/" {
		t.Fatalf("two presses and a letter already left: %s", at)
	}
	press("Shift", "Shift")
	covered("/ho-tro/tre-em/")

	// Ordinary pages have no exit, and Shift does nothing there.
	v.do(t, chromedp.Navigate(base+"/van-ban/"))
	press("Shift", "Shift", "Shift")
	time.Sleep(200 * time.Millisecond)
	v.until(t, "document.querySelectorAll('.thoat').length + ' ' + document.body.hidden + ' ' + "+here, "0 false /van-ban/")
	for _, fault := range v.faults() {
		t.Error(fault)
	}
}

// Moving with the keyboard, nothing that has the focus hides under the bar.
func TestFocusIsSeen(t *testing.T) {
	v := openBrowser(t)
	server := strictServer(t, "/", tree(t, publish(t, build.Options{})))
	v.media(t, "", "light")
	for _, addr := range []string{"/", "/ho-tro/an-toan/", "/van-ban/nd-282-2025/"} {
		v.size(t, 360, 640)
		v.do(t, chromedp.Navigate(server.URL+addr))
		seen := map[string]bool{}
		for i := range 60 { // down the page, and up again under the bar
			if i < 35 {
				v.do(t, chromedp.KeyEvent("\t"))
			} else {
				v.do(t, chromedp.KeyEvent("\t", chromedp.KeyModifiers(chromedp.ModifierShift)))
			}
			const state = `(() => {
				const e = document.activeElement;
				if (!e || e === document.body) return '';
				const box = e.getBoundingClientRect(), bar = document.querySelector('.goi').getBoundingClientRect(), style = getComputedStyle(e);
				const name = e.tagName + ' ' + e.textContent.trim().slice(0, 30);
				if (!e.closest('.goi') && !e.matches('.bo-qua') && box.top < bar.bottom - 1 && box.bottom > bar.top) return '! hidden under the bar: ' + name;
				if (box.bottom < 0 || box.top > innerHeight) return '! out of sight: ' + name;
				if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) return '! no ring: ' + name;
				return name + Math.round(box.top + scrollY);
			})()`
			said := ask[string](t, v, state)
			if strings.HasPrefix(said, "!") {
				t.Errorf("%s, step %d: %s", addr, i+1, said)
			}
			seen[said] = true
		}
		if len(seen) < 15 {
			t.Errorf("%s: the focus went to %d places only", addr, len(seen))
		}
	}
}

// On paper a page has its words and where they come from, and nothing that
// only a screen can do.
func TestPlanOnPaper(t *testing.T) {
	v := openBrowser(t)
	server := strictServer(t, "/", tree(t, publish(t, build.Options{})))
	v.do(t, chromedp.Navigate(server.URL+"/ke-hoach/2020/"))
	v.media(t, "print", "light")
	said := fold(ask[string](t, v, "document.body.innerText"))
	v.media(t, "", "light")
	onPaper(t, "the print style", said)

	pdf, err := chromedp.Run(v, chromedp.PrintToPDF(chromedp.PDFPaper(chromedp.PaperA4)))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.HasPrefix(pdf, []byte("%PDF")) || len(pdf) < 10_000 {
		t.Fatalf("printing gave %d bytes", len(pdf))
	}
	reader, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Log("pdftotext is not installed: the words of the PDF are not read back")
		return
	}
	name := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(name, pdf, 0o666); err != nil {
		t.Fatal(err)
	}
	text, err := exec.Command(reader, name, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	onPaper(t, "the PDF", fold(string(text)))
}

func onPaper(t *testing.T, what, said string) {
	t.Helper()
	for _, want := range []string{"Kế hoạch năm 2020", "MỤC TIÊU, CHỈ TIÊU", "để chỉ đạo giải quyết./.", "In từ https://xamau.example/ke-hoach/2020/"} {
		if !strings.Contains(said, want) {
			t.Errorf("%s lacks %q", what, want)
		}
	}
	for _, not := range []string{"Nguy hiểm", "đang nguy hiểm", "Số khác", "Trẻ em, mua bán", "Đến nội dung chính", "Mục lục A–Z"} {
		if strings.Contains(said, not) {
			t.Errorf("%s holds %q", what, not)
		}
	}
}
