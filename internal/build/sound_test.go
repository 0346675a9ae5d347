package build_test

import (
	"net/url"
	"path"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// sound looks at a published folder without the gate's own eyes: no link or
// fragment is dead, no id stands twice, every picture has its words.
func sound(t testing.TB, what string, files map[string]string) {
	t.Helper()
	ids := map[string]map[string]bool{}
	roots := map[string]*html.Node{}
	for name, page := range files {
		if path.Ext(name) != ".html" {
			continue
		}
		root, err := html.Parse(strings.NewReader(page))
		if err != nil {
			t.Fatalf("%s: %s: %v", what, name, err)
		}
		roots[name], ids[name] = root, map[string]bool{}
		for n := range root.Descendants() {
			if id := attr(n, "id"); id != "" {
				if ids[name][id] {
					t.Errorf("%s: %s has the id %s twice", what, name, id)
				}
				ids[name][id] = true
			}
		}
	}
	for name, root := range roots {
		for n := range root.Descendants() {
			if n.Type == html.ElementNode && n.Data == "img" && !has(n, "alt") {
				t.Errorf("%s: a picture of %s has no words", what, name)
			}
			for _, key := range [...]string{"href", "src"} {
				to := attr(n, key)
				u, err := url.Parse(to)
				if err != nil {
					t.Errorf("%s: %s: %v", what, name, err)
					continue
				}
				if to == "" || u.Scheme != "" || name == "404.html" {
					continue
				}
				file := name
				if u.Path != "" {
					file = path.Join(path.Dir(name), u.Path)
					if strings.HasSuffix(u.Path, "/") || path.Ext(file) == "" {
						file = path.Join(file, "index.html")
					}
				}
				if _, there := files[file]; !there {
					t.Errorf("%s: %s names %s, which is not there", what, name, to)
				} else if u.Fragment != "" && path.Ext(file) == ".html" && !ids[file][u.Fragment] {
					t.Errorf("%s: %s names %s, a place that is not there", what, name, to)
				}
			}
		}
	}
}

func has(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}
