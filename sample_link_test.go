package thonlanh_test

import (
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"thonlanh/internal/build"
)

// strictServer serves a folder below a path as the plainest of hosts would:
// a file is a file, a folder is its index.html if the address ends in a
// slash, and nothing is mended.
func strictServer(t *testing.T, base string, files map[string][]byte) *httptest.Server {
	t.Helper()
	types := map[string]string{
		".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml",
		".png": "image/png", ".json": "application/json", ".csv": "text/csv; charset=utf-8", ".ics": "text/calendar",
		".xml": "application/xml", ".txt": "text/plain", ".vcf": "text/vcard", ".webmanifest": "application/manifest+json",
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name, inside := strings.CutPrefix(r.URL.Path, base)
		if name == "" || strings.HasSuffix(name, "/") {
			name += "index.html"
		}
		data, ok := files[name]
		if !inside || !ok || r.URL.RawQuery != "" {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", types[path.Ext(name)])
		w.Write(data)
	}))
	t.Cleanup(server.Close)
	return server
}

// reference is an address that a page names, and the element that does.
type reference struct{ element, address string }

func references(n *html.Node) []reference {
	var out []reference
	for d := range n.Descendants() {
		if d.Type != html.ElementNode {
			continue
		}
		for _, a := range d.Attr {
			switch a.Key {
			case "href", "src", "poster", "data-href", "action", "cite", "data":
				out = append(out, reference{d.Data, a.Val})
			case "srcset":
				for part := range strings.SplitSeq(a.Val, ",") {
					addr, _, _ := strings.Cut(strings.TrimSpace(part), " ")
					out = append(out, reference{d.Data, addr})
				}
			case "content":
				if strings.EqualFold(attr(d, "http-equiv"), "refresh") {
					_, addr, _ := strings.Cut(a.Val, "=")
					out = append(out, reference{d.Data, addr})
				}
			}
		}
	}
	return out
}

func ids(n *html.Node) map[string]bool {
	out := map[string]bool{}
	for d := range n.Descendants() {
		if id := attr(d, "id"); d.Type == html.ElementNode && id != "" {
			out[id] = true
		}
	}
	return out
}

// notFollowed are addresses that lead out of the portal.
func notFollowed(r reference) bool {
	if r.element == "link" && strings.HasPrefix(r.address, "https://xamau.example/") {
		return true // canonical: compared as text
	}
	for _, scheme := range []string{"tel:", "sms:", "mailto:"} {
		if strings.HasPrefix(r.address, scheme) {
			return true
		}
	}
	return r.element == "a" && strings.HasPrefix(r.address, "https://")
}

// Every link and every fragment leads somewhere, at the root of a host and in
// a folder of one; and every page can be reached from the first.
func TestSampleLinksResolve(t *testing.T) {
	for _, base := range []string{"/", "/a/b/"} {
		t.Run("at "+base, func(t *testing.T) {
			files := tree(t, publish(t, build.Options{BaseURL: "https://xamau.example" + base}))
			server := strictServer(t, base, files)
			known := map[string]map[string]bool{} // ids of each address that was fetched
			fetch := func(addr string) (map[string]bool, bool) {
				if found, done := known[addr]; done {
					return found, found != nil
				}
				known[addr] = nil
				res, err := http.Get(server.URL + addr)
				if err != nil {
					t.Fatal(err)
				}
				defer res.Body.Close()
				data, err := io.ReadAll(res.Body)
				if err != nil {
					t.Fatal(err)
				}
				if res.StatusCode != http.StatusOK || res.Request.URL.Path != addr {
					return nil, false
				}
				found := map[string]bool{}
				if strings.HasPrefix(res.Header.Get("Content-Type"), "text/html") {
					found = ids(parse(t, addr, data))
				}
				known[addr] = found
				return found, true
			}

			linked := map[string][]string{}
			stubs := map[string]bool{} // they send on at once: nothing leads to them
			for name, data := range files {
				if path.Ext(name) != ".html" {
					continue
				}
				at := base + strings.TrimSuffix(name, "index.html")
				page := parse(t, name, data)
				from, err := url.Parse(server.URL + at)
				if err != nil {
					t.Fatal(err)
				}
				canonical, stands := "", "https://xamau.example"+at
				for _, r := range references(page) {
					if r.element == "link" && strings.HasPrefix(r.address, "https://") {
						canonical = r.address
					}
					if notFollowed(r) {
						continue
					}
					if name == "404.html" && !strings.HasPrefix(r.address, base) && r.address[0] != '#' {
						t.Errorf("404.html names %s, which holds at one address only", r.address)
					}
					if name != "404.html" && strings.HasPrefix(r.address, "/") {
						t.Errorf("%s names %s, which holds at the root of a host only", name, r.address)
					}
					to, err := from.Parse(r.address)
					if err != nil {
						t.Errorf("%s: %v", name, err)
						continue
					}
					if to.Host != from.Host {
						t.Errorf("%s names %s of another host", name, r.address)
						continue
					}
					there, ok := fetch(to.Path)
					if !ok || to.RawQuery != "" {
						t.Errorf("%s: <%s> to %s (%s) leads nowhere", name, r.element, r.address, to.Path)
						continue
					}
					if to.Fragment != "" && !there[to.Fragment] {
						t.Errorf("%s: %s has no place %s", name, to.Path, to.Fragment)
					}
					switch r.element {
					case "a":
						linked[at] = append(linked[at], to.Path)
					case "meta": // a stub speaks for the page it sends to
						stands, stubs[at] = "https://xamau.example"+to.Path, true
					}
				}
				switch {
				case name == "404.html", name == "lich-thang/index.html", name == "ngoai-tuyen/index.html":
				case canonical != stands:
					t.Errorf("%s calls itself %q, want %s", name, canonical, stands)
				}
			}

			reached := map[string]bool{base: true}
			for queue := []string{base}; len(queue) > 0; queue = queue[1:] {
				for _, to := range linked[queue[0]] {
					if !reached[to] {
						reached[to] = true
						queue = append(queue, to)
					}
				}
			}
			for name, data := range files {
				at := base + strings.TrimSuffix(name, "index.html")
				// The empty list of a kind waits at its address for the first material.
				empty := strings.Contains(string(data), "Chưa có tài liệu loại này.")
				if path.Ext(name) == ".html" && !reached[at] && !stubs[at] && !empty && name != "404.html" && name != "ngoai-tuyen/index.html" && name != "lich-thang/index.html" {
					t.Errorf("no link leads to %s", at)
				}
				if stubs[at] && reached[at] {
					t.Errorf("a link leads to %s, where nothing is any more", at)
				}
			}
			if len(stubs) == 0 {
				t.Error("the sample shows no page that moved")
			}
		})
	}
}

// Full addresses stand in feeds, data and the heads of pages: they lead
// somewhere too.
func TestSampleFullAddressesResolve(t *testing.T) {
	const base = "https://xamau.example/a/b/"
	files := tree(t, publish(t, build.Options{BaseURL: base}))
	full := regexp.MustCompile(`https://xamau\.example[^\s"'<>\\,;)]*`)
	feeds := map[string]int{}
	for name, data := range files {
		text := string(data)
		if path.Ext(name) == ".ics" {
			text = strings.ReplaceAll(text, "\r\n ", "")
		}
		for _, found := range full.FindAllString(text, -1) {
			found = strings.TrimSuffix(found, ".") // of the sentence
			addr, inside := strings.CutPrefix(found, base)
			addr, fragment, _ := strings.Cut(addr, "#")
			file := fileOf("/" + addr)
			data, ok := files[file]
			switch {
			case !inside:
				t.Errorf("%s names %s, outside the portal", name, found)
			case !ok:
				t.Errorf("%s names %s, which is not there", name, found)
			case fragment != "" && path.Ext(file) == ".html" && !ids(parse(t, file, data))[fragment]:
				t.Errorf("%s names %s, a place that is not there", name, found)
			}
			feeds[name]++
		}
	}
	for _, name := range []string{"sitemap.xml", "tin.xml", "lich.ics", "robots.txt", "du-lieu/van-ban.json", "du-lieu/tin.csv"} {
		if feeds[name] == 0 {
			t.Errorf("%s names no page", name)
		}
	}
	for _, not := range []string{"ngoai-tuyen/", "lich-thang/", "404"} {
		if strings.Contains(string(files["sitemap.xml"]), not) {
			t.Errorf("the sitemap names %s", not)
		}
	}
}

// Opened from a memory stick, a page finds the files that it names.
func TestSampleOpensFromAStick(t *testing.T) {
	files := tree(t, publish(t, build.Options{Portable: true}))
	for name, data := range files {
		if path.Ext(name) != ".html" || name == "404.html" {
			continue
		}
		own := ids(parse(t, name, data))
		for _, r := range references(parse(t, name, data)) {
			if notFollowed(r) {
				continue
			}
			addr, fragment, _ := strings.Cut(r.address, "#")
			if addr == "" {
				if !own[fragment] {
					t.Errorf("%s has no place %s", name, fragment)
				}
				continue
			}
			if strings.HasPrefix(addr, "/") || strings.Contains(addr, "?") || strings.HasSuffix(addr, "/") {
				t.Errorf("%s names %s, which no file manager opens", name, r.address)
				continue
			}
			to := path.Join(path.Dir(name), addr)
			there, ok := files[to]
			if !ok {
				t.Errorf("%s names %s, which is not there", name, r.address)
				continue
			}
			if fragment != "" && !ids(parse(t, to, there))[fragment] {
				t.Errorf("%s: %s has no place %s", name, to, fragment)
			}
		}
	}
}
