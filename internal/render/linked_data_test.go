package render

import (
	"encoding/json"
	"net/url"
	"os"
	"regexp"
	"strings"
	"testing"
)

// linkedOf is the schema.org data of a page, nil where it has none.
func linkedOf(t *testing.T, page string) map[string]any {
	t.Helper()
	_, rest, ok := strings.Cut(page, `<script type="application/ld+json">`)
	if !ok {
		return nil
	}
	text, _, ok := strings.Cut(rest, "</script>")
	if !ok {
		t.Fatal("the data of the page does not end")
	}
	var out map[string]any
	if err := json.Unmarshal([]byte(text), &out); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return out
}

func TestDataIsOfferedToCatalogues(t *testing.T) {
	licensed := archive(t, map[string]string{"config.toml": "ten = \"Xã Nhỏ\"\ntinh = \"Tỉnh Lớn\"\ngiay_phep = \"Dùng lại, ghi nguồn </script><b>\\\"Xã\\\"\"\n"})
	for name, r := range map[string]*Renderer{
		"sample": newRenderer(t, os.DirFS("../.."), Options{}), "no address": newRenderer(t, licensed, Options{}),
	} {
		list := linkedOf(t, render(t, r, "du-lieu/index.html"))
		if list["@type"] != "DataCatalog" || list["@context"] != "https://schema.org" || list["inLanguage"] != "vi" {
			t.Fatalf("%s: the catalogue is %v", name, list)
		}
		if list["license"].(map[string]any)["text"] != r.site.Config.Licence || list["creator"].(map[string]any)["name"] == "" {
			t.Errorf("%s: licence or creator of the catalogue: %v, %v", name, list["license"], list["creator"])
		}
		sets := list["dataset"].([]any)
		if len(sets) != len(dataFiles()) {
			t.Fatalf("%s: %d datasets in the catalogue, %d in the portal", name, len(sets), len(dataFiles()))
		}
		for i, set := range dataFiles() {
			at := "/du-lieu/" + set.Name + "/"
			whole := linkedOf(t, render(t, r, "du-lieu/"+set.Name+"/index.html"))
			for _, one := range []struct {
				page string
				data map[string]any
			}{{"/du-lieu/", sets[i].(map[string]any)}, {at, whole}} {
				if one.data["@type"] != "Dataset" || strings.Contains(one.data["name"].(string), sampleWords) != r.site.Sample {
					t.Errorf("%s %s: %v", name, set.Name, one.data["name"])
				}
				if got := r.reaches(t, one.page, one.data["url"].(string)); got != at {
					t.Errorf("%s %s: its page is said to be %s", name, set.Name, got)
				}
				files := map[string]string{}
				for _, f := range one.data["distribution"].([]any) {
					f := f.(map[string]any)
					files[r.reaches(t, one.page, f["contentUrl"].(string))] = f["encodingFormat"].(string)
				}
				if files["/"+dataPath(set.Name, "csv")] != "text/csv" || files["/"+dataPath(set.Name, "json")] != "application/json" {
					t.Errorf("%s %s: files %v", name, set.Name, files)
				}
				for _, f := range r.filesOf(set) {
					if files[f.Href] == "" {
						t.Errorf("%s %s: %s is not told of", name, set.Name, f.Href)
					}
				}
			}
			d := set.table(r.site)
			if n := len(whole["variableMeasured"].([]any)); n != len(d.columns) {
				t.Errorf("%s %s: %d fields told of %d", name, set.Name, n, len(d.columns))
			}
			if whole["spatialCoverage"].(map[string]any)["name"] != r.site.Config.Name || whole["license"] == nil || whole["creator"] == nil {
				t.Errorf("%s %s: %v", name, set.Name, whole)
			}
			if modified, _ := whole["dateModified"].(string); modified != d.updated.String() {
				t.Errorf("%s %s: modified %q", name, set.Name, modified)
			}
			if period, _ := whole["temporalCoverage"].(string); (period == "") != d.period.from.IsZero() || period != "" && !regexp.MustCompile(`^\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d$`).MatchString(period) {
				t.Errorf("%s %s: period %q", name, set.Name, period)
			}
		}
	}
	r := newRenderer(t, os.DirFS("../.."), Options{})
	if got := linkedOf(t, render(t, r, "du-lieu/tien-do/index.html"))["temporalCoverage"]; got != "2020-01-01/2026-11-15" {
		t.Errorf("the figures are of %v", got)
	}

	silent := newRenderer(t, archive(t, map[string]string{"config.toml": "ten = \"Xã Nhỏ\"\nbase_url = \"https://xanho.example/\"\n"}), Options{})
	for _, path := range []string{"du-lieu/index.html", "du-lieu/tien-do/index.html"} {
		if linkedOf(t, render(t, silent, path)) != nil {
			t.Errorf("%s is offered although nobody said how it may be used", path)
		}
	}
}

// reaches is where an address on a page of the portal leads, and proves that
// something is there.
func (r *Renderer) reaches(t *testing.T, page, addr string) string {
	t.Helper()
	base := r.site.Config.BaseURL
	if base == "" {
		base = "https://any.example/"
	}
	from, err := url.Parse(base + page[1:])
	if err != nil {
		t.Fatal(err)
	}
	to, err := from.Parse(addr)
	if err != nil {
		t.Fatal(err)
	}
	path, ok := strings.CutPrefix(to.String(), base)
	if _, known := r.Lookup(pagePath("/" + path)); !ok || !known {
		t.Errorf("%s on %s leads to %s, where nothing is", addr, page, to)
	}
	return "/" + path
}
