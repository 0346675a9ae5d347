package thonlanh_test

import (
	"bytes"
	"compress/gzip"
	"encoding/xml"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"thonlanh"
	"thonlanh/internal/build"
	"thonlanh/internal/date"
	"thonlanh/internal/diag"
)

var update = flag.Bool("update", false, "write the expected results of the tests")

// The repository is itself a sample commune: these tests build it as its
// users would and look at what comes out.

// publish builds the sample into a new folder and gives the folder.
func publish(t testing.TB, o build.Options) string {
	t.Helper()
	if o.Dir == "" {
		o.Dir = copySample(t)
	}
	if o.Output == "" {
		o.Output = filepath.Join(t.TempDir(), "public")
	}
	from := checkOptions(o.Dir)
	o.Layouts, o.Static, o.Version, o.Today = from.Layouts, from.Static, from.Version, from.Today
	result, err := build.Run(o)
	if err != nil {
		t.Fatal(err)
	}
	if !result.Published {
		for _, p := range result.Problems {
			if p.Severity != diag.Note {
				t.Errorf("%s:%d:%d: %s: %s", p.File, p.Line, p.Column, p.Rule, p.Message)
			}
		}
		t.Fatal("not published")
	}
	return o.Output
}

// checkOptions are those of a plain check. The sample has a day of its own:
// today must not show.
func checkOptions(dir string) build.Options {
	return build.Options{Dir: dir, Layouts: thonlanh.Layouts(), Static: thonlanh.Static(), Version: "test", Today: date.Date{Year: 2031, Month: 5, Day: 17}}
}

// tree reads all files of a folder, by slash-separated path.
func tree(t testing.TB, dir string) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	files := os.DirFS(dir)
	err := fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		out[name], err = fs.ReadFile(files, name)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func sorted[V any](m map[string]V) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

func parse(t testing.TB, name string, page []byte) *html.Node {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return root
}

// attr is the value of an attribute; "" where it is missing.
func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func TestSampleIsCleanAndItsNotesAreKnown(t *testing.T) {
	result, err := build.Check(checkOptions("."))
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for _, p := range result.Problems {
		if p.Severity != diag.Note {
			t.Errorf("%s %s:%d:%d: %s: %s", p.Severity, p.File, p.Line, p.Column, p.Rule, p.Message)
			continue
		}
		fmt.Fprintf(&got, "%s:%d:%d %s\n  %s\n", p.File, p.Line, p.Column, p.Rule, p.Message)
	}
	const name = "testdata/mau-nhac.txt"
	if *update {
		if err := os.WriteFile(name, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got.String()); diff != "" {
		t.Errorf("the notes of the sample changed (-want +got); read them, then run with -update:\n%s", diff)
	}
	if result.Published {
		t.Error("checking published something")
	}
}

// The map of the portal: every address that officials print and readers keep.
func TestSampleHasEveryAddress(t *testing.T) {
	files := tree(t, publish(t, build.Options{}))
	want := []string{
		"/", "/so-can-biet/",
		"/ho-tro/", "/ho-tro/an-toan/", "/ho-tro/duong-ve/", "/ho-tro/nguoi-than/", "/ho-tro/tre-em/",
		"/ho-tro/viec-lam/", "/ho-tro/suc-khoe/", "/ho-tro/phap-ly/", "/ho-tro/xem-kin-dao/",
		"/tim-hieu/", "/tai-lieu/",
		"/tai-lieu/ap-phich/", "/tai-lieu/to-roi/", "/tai-lieu/to-gap/", "/tai-lieu/pano/", "/tai-lieu/so-tay/",
		"/tai-lieu/the-bo-tui/", "/tai-lieu/nhan-dan/", "/tai-lieu/bang-ron/", "/tai-lieu/phat-thanh/",
		"/ke-hoach/", "/ke-hoach/2020/", "/ke-hoach/2020/viec/", "/ke-hoach/2020/viec/han-2020.ics", "/ke-hoach/2026/viec/han-2026.ics",
		"/ke-hoach/2020/viec/csxh/", "/ke-hoach/2020/viec/cac-thon/", "/ke-hoach/2026/viec/", "/ke-hoach/2026/viec/vhxh/", "/tien-do/", "/tien-do/2020/", "/thon/",
		"/van-ban/", "/van-ban/con-hieu-luc/", "/van-ban/het-hieu-luc/",
		"/van-ban/nd-282-2025/", "/van-ban/luat-53-2024/", "/van-ban/kh-48-2020-ubnd-huyen/",
		"/lich/", "/lich.ics", "/tin/", "/tin/2026/", "/tin.xml", "/tim/", "/du-lieu/", "/gop-y/",
		"/gioi-thieu/", "/rieng-tu/", "/tro-nang/", "/404.html", "/ngoai-tuyen/", "/lich-thang/",
		"/so-can-biet.vcf", "/robots.txt", "/sitemap.xml", "/manifest.webmanifest", "/_headers", "/thonlanh.sum",
	}
	for pattern, cut := range map[string]string{
		"content/tim-hieu/*.md": ".md", "content/tai-lieu/*/*/index.md": "/index.md", "content/thon/*.toml": ".toml",
		"content/van-ban/*.md": ".md", "content/lich/*.toml": ".toml", "content/tin/*/*.md": ".md",
		"content/ke-hoach/*/index.md": "/index.md", "content/ho-tro/*.md": ".md",
	} {
		names, err := filepath.Glob(filepath.FromSlash(pattern))
		if err != nil || len(names) == 0 {
			t.Fatalf("%s: %v, %d files", pattern, err, len(names))
		}
		for _, name := range names {
			want = append(want, strings.TrimPrefix(strings.TrimSuffix(filepath.ToSlash(name), cut), "content")+"/")
		}
	}
	for _, addr := range want {
		if len(files[fileOf(addr)]) == 0 {
			t.Errorf("%s is missing", addr)
		}
	}
	for name := range files {
		if strings.ToLower(name) != name || strings.ContainsAny(name, " %?#") {
			t.Errorf("%s is no plain address", name)
		}
	}
}

// fileOf is the file of an address.
func fileOf(addr string) string {
	if strings.HasSuffix(addr, "/") {
		addr += "index.html"
	}
	return addr[1:]
}

func gzipped(t *testing.T, data []byte) int {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Len()
}

// What a phone on a poor network pays for each page, in bytes after gzip.
func TestSampleWeighsLittle(t *testing.T) {
	limit := func(name string) int {
		switch {
		case strings.HasSuffix(name, ".css"):
			return 6000
		case strings.HasPrefix(name, "van-ban/"):
			return 60000
		case strings.HasPrefix(name, "ke-hoach/2"):
			return 30000
		}
		return 14000
	}
	styles, scripts := 0, 0
	for name, data := range tree(t, publish(t, build.Options{})) {
		switch filepath.Ext(name) {
		case ".css":
			styles++
		case ".js":
			scripts += gzipped(t, data)
			continue
		case ".html":
		default:
			continue
		}
		if n := gzipped(t, data); n > limit(name) {
			t.Errorf("%s weighs %d bytes, more than %d", name, n, limit(name))
		}
	}
	if styles != 1 {
		t.Errorf("%d style files, want one", styles)
	}
	if scripts > 2000 {
		t.Errorf("scripts weigh %d bytes in all, more than 2000", scripts)
	}
}

// Nothing but following a link leads to another host, and nothing on a page
// can run but the files beside it.
func TestSampleLoadsNothingFromElsewhereAndRunsNothingInline(t *testing.T) {
	for name, data := range tree(t, publish(t, build.Options{})) {
		switch filepath.Ext(name) {
		case ".html":
		case ".css":
			if bytes.Contains(data, []byte("url(")) || bytes.Contains(data, []byte("@import")) {
				t.Errorf("%s loads something", name)
			}
			continue
		case ".svg":
			if bytes.Contains(data, []byte("<script")) || bytes.Contains(data, []byte("href=\"http")) || bytes.Contains(data, []byte("style=")) {
				t.Errorf("%s holds a script, a style or a far address", name)
			}
			continue
		default:
			continue
		}
		for n := range parse(t, name, data).Descendants() {
			if n.Type != html.ElementNode {
				continue
			}
			for _, a := range n.Attr {
				far := strings.HasPrefix(a.Val, "//") || strings.Contains(a.Val, "://")
				switch {
				case a.Key == "style", strings.HasPrefix(a.Key, "on"), strings.HasPrefix(strings.TrimSpace(strings.ToLower(a.Val)), "javascript:"):
					t.Errorf("%s: <%s %s=%q>", name, n.Data, a.Key, a.Val)
				case far && slices.Contains([]string{"src", "srcset", "poster", "data", "action", "formaction", "background", "ping"}, a.Key):
					t.Errorf("%s: <%s %s=%q> is loaded from elsewhere", name, n.Data, a.Key, a.Val)
				case far && a.Key == "href" && n.Data == "link" && attr(n, "rel") != "canonical":
					t.Errorf("%s: <link rel=%q href=%q> is loaded from elsewhere", name, attr(n, "rel"), a.Val)
				case far && a.Key == "href" && n.Data != "link" && n.Data != "a":
					t.Errorf("%s: <%s href=%q>", name, n.Data, a.Val)
				}
			}
			switch n.Data {
			case "style", "iframe", "object", "embed", "base", "form":
				t.Errorf("%s has a <%s>", name, n.Data)
			case "script":
				if attr(n, "src") == "" && attr(n, "type") != "application/ld+json" {
					t.Errorf("%s has an inline script", name)
				}
			}
		}
	}
}

// A sample says that it is one wherever it is read.
func TestSampleSaysThatItIsOne(t *testing.T) {
	files := tree(t, publish(t, build.Options{}))
	for name, data := range files {
		lower := bytes.ToLower(data)
		said := bytes.Contains(lower, []byte("bản mẫu")) || bytes.Contains(lower, []byte("số liệu minh họa"))
		switch {
		case name == "lich-thang/index.html": // looks like any calendar
			if said {
				t.Errorf("%s speaks of the portal", name)
			}
		case filepath.Ext(name) == ".html":
			if !said || !bytes.Contains(data, []byte(`name="robots" content="noindex"`)) {
				t.Errorf("%s does not say that it is a sample", name)
			}
		case filepath.Ext(name) == ".json", filepath.Ext(name) == ".csv", name == "tin.xml", filepath.Ext(name) == ".ics":
			// A calendar folds its lines anywhere.
			if unfolded := bytes.ReplaceAll(lower, []byte("\r\n "), nil); !said && !bytes.Contains(unfolded, []byte("bản mẫu")) {
				t.Errorf("%s does not say that it is a sample", name)
			}
		}
		if bytes.Contains(data, []byte("tel:0200")) || bytes.Contains(data, []byte("tel:+84200")) {
			t.Errorf("%s links an example number", name)
		}
	}
	if bytes.Contains(files["so-can-biet.vcf"], []byte("0200")) {
		t.Error("the address book holds an example number")
	}
	var feed struct {
		Entries []struct {
			Title string `xml:"title"`
		} `xml:"entry"`
	}
	if err := xml.Unmarshal(files["tin.xml"], &feed); err != nil || len(feed.Entries) == 0 {
		t.Errorf("tin.xml: %v, %d entries", err, len(feed.Entries))
	}
}
