package render

import (
	"encoding/json"
	"os"
	"path"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// kept is what a worker says that it keeps.
func kept(t *testing.T, script string) (files []string, version string) {
	t.Helper()
	_, rest, ok := strings.Cut(script, "FILES=")
	list, after, ok2 := strings.Cut(rest, ",OFFLINE=")
	_, version, ok3 := strings.Cut(after, "VERSION=")
	if !ok || !ok2 || !ok3 {
		t.Fatalf("not a worker: %.80s", script)
	}
	if err := json.Unmarshal([]byte(list), &files); err != nil {
		t.Fatal(err)
	}
	return files, version[:10]
}

func TestWorkerKeepsNoHelpPage(t *testing.T) {
	for _, portable := range []bool{false, true} {
		r := newRenderer(t, archive(t, nil), Options{Portable: portable})
		files, _ := kept(t, render(t, r, worker))
		if len(files) < 6 {
			t.Errorf("keeps only %v", files)
		}
		for _, f := range files {
			if strings.Contains(f, "ho-tro") || strings.HasPrefix(f, "/") {
				t.Errorf("keeps %s", f)
			}
			if strings.HasSuffix(f, "/") {
				f += "index.html"
			}
			if _, ok := r.Lookup(path.Clean(f)); !ok {
				t.Errorf("keeps %s, which is not there", f)
			}
		}
	}
}

func TestWorkerChangesWithWhatItKeeps(t *testing.T) {
	_, a := kept(t, render(t, small(t), worker))
	_, same := kept(t, render(t, small(t), worker))
	if a != same {
		t.Error("the same site has two versions")
	}
	text, err := os.ReadFile("testdata/xa-nho.txtar")
	if err != nil {
		t.Fatal(err)
	}
	_, register, _ := strings.Cut(string(text), "-- content/so-can-biet.toml --\n")
	register, _, _ = strings.Cut(register, "-- ")
	changed := archive(t, map[string]string{"content/so-can-biet.toml": strings.Replace(register, "1800 1233", "1800 1234", 1)})
	if _, b := kept(t, render(t, newRenderer(t, changed, Options{}), worker)); b == a {
		t.Error("another number, and the phones keep the old page")
	}
	elsewhere := archive(t, map[string]string{"content/tim-hieu/khac.md": "+++\ntieu_de = \"Khác\"\nmo_ta = \"Khác.\"\n+++\nChữ.\n"})
	if _, b := kept(t, render(t, newRenderer(t, elsewhere, Options{}), worker)); b != a {
		t.Error("a page that is not kept makes phones fetch all again")
	}
}

func TestPagesWithoutANetwork(t *testing.T) {
	ctx, server, _ := browser(t)
	base := server.URL
	do(t, ctx, chromedp.Navigate(base+"/so-can-biet/"))
	// The page itself registers the worker only over https.
	eval[bool](t, ctx, `navigator.serviceWorker.register('/sw.js'), true`)
	ready := false
	for range 100 {
		if ready = eval[bool](t, ctx, `navigator.serviceWorker.controller !== null`); ready {
			break
		}
		time.Sleep(50 * time.Millisecond)
	}
	if !ready {
		t.Fatal("the worker does not take over")
	}
	server.CloseClientConnections()
	server.Close()
	for addr, want := range map[string]string{
		"/so-can-biet/":    "Số điện thoại cần biết",
		"/":                "Hiểu đúng",
		"/ho-tro/an-toan/": "Máy đang không có mạng",
		"/lich-thang/":     "Lịch",
	} {
		do(t, ctx, chromedp.Navigate(base+addr))
		if s := eval[string](t, ctx, `document.querySelector('h1').textContent`); !strings.Contains(s, want) {
			t.Errorf("%s shows %q", addr, s)
		}
		if s := eval[string](t, ctx, `getComputedStyle(document.body).backgroundColor`); s == "rgba(0, 0, 0, 0)" {
			t.Errorf("%s has no style", addr)
		}
	}
}
