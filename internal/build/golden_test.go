package build_test

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"thonlanh/internal/viet"
)

// hash is the part of a file name that follows from its bytes.
var hash = regexp.MustCompile(`\.[0-9a-f]{8}\.`)

// keyPages are the pages whose words the archives hold.
var keyPages = [...]string{
	"404.html", "index.html", "so-can-biet/index.html", "ho-tro/an-toan/index.html", "tim-hieu/loi-moi/index.html",
	"ke-hoach/index.html", "ke-hoach/2026/index.html", "ke-hoach/2026/viec/index.html", "ke-hoach/2026/viec/tram/index.html", "tien-do/index.html", "tien-do/2026/index.html",
	"thon/index.html", "thon/tren/index.html", "lich/index.html", "tin/index.html", "tin/2026/index.html",
	"tai-lieu/index.html", "tai-lieu/so-tay/index.html", "van-ban/index.html", "van-ban/luat-1-2024/index.html", "tim/index.html",
}

// Each archive of testdata/nho is a small commune, and under "expect" what
// comes out of it: the problems, the list of files, the words of its key
// pages and its data.
func TestSmallSites(t *testing.T) {
	archives, err := filepath.Glob("testdata/nho/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatalf("%v, %d archives", err, len(archives))
	}
	for _, name := range archives {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			a, files, want := readArchive(t, name)
			dir := t.TempDir()
			write(t, dir, files)
			r := run(t, options(dir))
			if !r.Published {
				t.Fatalf("not published:\n%s", say(r.Problems))
			}
			published := tree(t, filepath.Join(dir, "public"))
			sound(t, name, published)
			got := map[string]string{"expect/van-de": say(r.Problems)}
			for _, name := range sorted(published) {
				got["expect/tep"] += hash.ReplaceAllString(name, ".#.") + "\n"
				switch {
				case slices.Contains(keyPages[:], name):
					got["expect/trang"] += outline(t, name, published[name])
				case strings.HasPrefix(name, "du-lieu/") && strings.HasSuffix(name, ".json") && !strings.HasSuffix(name, ".schema.json"):
					got["expect/"+name] = rows(t, name, published[name])
				}
			}
			if *update {
				rewrite(t, name, a, got)
				return
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("what comes out changed (-want +got); read it, then run with -update:\n%s", diff)
			}
		})
	}
}

// rows gives a data file to read, without the notes on its fields.
func rows(t *testing.T, name, data string) string {
	t.Helper()
	var set map[string]any
	if err := json.Unmarshal([]byte(data), &set); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	delete(set, "truong")
	out, err := json.MarshalIndent(set, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(out) + "\n"
}

// outline gives the title of a page, and of its main part one line for each
// heading, paragraph, row and entry.
func outline(t *testing.T, name, page string) string {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	line := func(mark, text string) {
		if text != "" {
			fmt.Fprintf(&b, "  %s%s\n", mark, text)
		}
	}
	fmt.Fprintf(&b, "%s\n", name)
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && n.Data == "title" {
			line("title ", words(n))
		}
		if n.Type != html.ElementNode || n.Data != "main" {
			continue
		}
		for d := range n.Descendants() {
			if d.Type != html.ElementNode {
				continue
			}
			switch d.Data {
			case "h1", "h2", "h3", "h4":
				line(strings.Repeat("#", int(d.Data[1]-'0'))+" ", words(d))
			case "p", "caption", "summary":
				line("", words(d))
			case "li", "tr":
				// Paragraphs inside speak for themselves.
				if !holds(d, "p", "li", "tr") {
					line("- ", words(d))
				}
			case "div":
				if d.Parent.Data == "dl" {
					line("= ", words(d))
				}
			case "img":
				line("img ", attr(d, "alt"))
			}
		}
	}
	return b.String()
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func holds(n *html.Node, names ...string) bool {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && slices.Contains(names, d.Data) {
			return true
		}
	}
	return false
}

func words(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		} else if d.Type == html.ElementNode && slices.Contains([]string{"td", "th", "dt", "dd", "br", "p"}, d.Data) {
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// Nothing of a private record comes out, however short: the archive moi-loai
// has one beside each public record.
func TestNothingPrivateComesOut(t *testing.T) {
	_, files, _ := readArchive(t, "testdata/nho/moi-loai.txtar")
	planted := regexp.MustCompile(`(?i)kvzq[a-z0-9]*|\b486\d\d\b`)
	canaries := map[string]bool{}
	for _, text := range files {
		for _, found := range planted.FindAllString(text, -1) {
			canaries[strings.ToLower(found)] = true
		}
	}
	if len(canaries) < 50 {
		t.Fatalf("only %d values are planted", len(canaries))
	}
	leak := regexp.MustCompile(`kvzq\w*|\b48[ .]?6\d\d\b|3000 ?177|st-2026-009|tam-lanh|noi tam lanh|tin/2025|nam 2025`)
	for _, portable := range []bool{false, true} {
		dir := t.TempDir()
		write(t, dir, files)
		o := options(dir)
		o.Portable = portable
		if r := run(t, o); !r.Published {
			t.Fatalf("not published:\n%s", say(r.Problems))
		}
		for name, data := range tree(t, filepath.Join(dir, "public")) {
			for what, text := range map[string]string{
				"name": name, "bytes": strings.ToLower(data), "folded": viet.Fold(data),
				// A calendar folds its lines, figures are grouped.
				"joined": strings.NewReplacer("\r\n ", "", ".", "", "\u00a0", "").Replace(strings.ToLower(data)),
			} {
				if found := leak.FindString(text); found != "" {
					t.Errorf("%s (%s) holds %q of a private record", name, what, found)
				}
			}
		}
	}
}

// The gate that proves this for each commune is awake: a private sentence that
// a public page repeats by way of a file of its own is stopped.
func TestALeakStopsPublishing(t *testing.T) {
	_, files, _ := readArchive(t, "testdata/nho/moi-loai.txtar")
	files["layouts/notfound/notfound.html"] = "<h1>Không tìm thấy trang</h1><p>Một câu dài mà không trang nào khác nói, gồm cả chữ kvzqcau.</p>"
	dir := t.TempDir()
	write(t, dir, files)
	r := run(t, options(dir))
	if r.Published || !strings.Contains(say(r.Problems), "rieng-tu-lo-ra") {
		t.Errorf("published: %v\n%s", r.Published, say(r.Problems))
	}
	if said := say(r.Problems); strings.Contains(said, "kvzqcau") || strings.Contains(said, "không trang nào khác nói") {
		t.Errorf("the message repeats what must not be known:\n%s", said)
	}
}
