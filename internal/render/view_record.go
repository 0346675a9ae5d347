package render

import (
	"html/template"
	"path"
	"slices"
	"strings"

	"thonlanh/internal/content"
	"thonlanh/internal/date"
	"thonlanh/internal/site"
	"thonlanh/internal/viet"
)

// recordView makes the views of plans, figures, villages, legal texts, the
// calendar and the data page.
func (r *Renderer) recordView(p *site.Page) (inside, bool) {
	switch p.Kind {
	case site.KindPlans:
		return r.plansView(p), true
	case site.KindPlan:
		return r.planView(p), true
	case site.KindDuties:
		return r.dutiesView(p), true
	case site.KindSheet:
		return r.sheetView(p), true
	case site.KindProgressHub:
		return r.progressHubView(p), true
	case site.KindProgress:
		return r.progressView(p), true
	case site.KindVillages:
		return r.villagesView(p), true
	case site.KindVillage:
		return r.villageView(p), true
	case site.KindLegalIndex:
		return r.legalIndexView(p), true
	case site.KindLegal:
		return r.legalView(p), true
	case site.KindCalendar:
		return r.calendarView(p), true
	case site.KindEvent:
		return r.eventView(p), true
	case site.KindData:
		return r.dataView(p), true
	case site.KindDataSet:
		return r.dataSetView(p), true
	}
	return inside{}, false
}

// ref is a link in a view.
type ref struct{ Text, Href string }

// Outside reports links to other hosts.
func (r ref) Outside() bool { return strings.Contains(r.Href, "://") }

// detail is one row of the table about a record. Only what it holds is shown, in
// the order words, day, links.
type detail struct {
	Label     string
	Words     string
	Cited     template.HTML // words with links, behind Words
	Before    string        // stands before the day: "từ ngày"
	Day       date.Date
	Links     []ref
	Unchecked bool // named in chua_xac_minh
}

// details collects rows and leaves out those with nothing to say.
type details []detail

func (f *details) add(x detail) {
	if x.Words == "" && x.Cited == "" && x.Day.IsZero() && len(x.Links) == 0 {
		if !x.Unchecked {
			return
		}
		x.Words, x.Unchecked = "Chưa xác minh", false
	}
	*f = append(*f, x)
}

// legalRef turns a reference "nd-282-2025#dieu-32" into a link in words:
// "Điều 32 Nghị định 282/2025/NĐ-CP".
func (r *Renderer) legalRef(to string) (ref, bool) {
	id, unit, _ := strings.Cut(to, "#")
	l, ok := r.site.LegalByID(id)
	if !ok {
		return ref{}, false
	}
	out := ref{viet.NBSP(l.Heading), l.Addr}
	if unit == "" || l.Doc == nil {
		return out, true
	}
	if i, ok := l.Doc.Unit(unit); ok {
		return ref{viet.NBSP(l.Doc.Cite(i) + " " + l.Heading), l.Addr + "#" + unit}, true
	}
	return out, true
}

func legalLinks(texts []*site.Legal) []ref {
	var out []ref
	for _, l := range texts {
		out = append(out, ref{viet.NBSP(l.Heading), l.Addr})
	}
	return out
}

// original is the link to the file that an issued text was printed from.
func original(assets []content.Asset, addr, name string) []ref {
	for _, a := range assets {
		if a.Name == name && name != "" {
			kind := strings.ToUpper(strings.TrimPrefix(path.Ext(name), "."))
			return []ref{{"Tải tệp gốc (" + kind + ", " + viet.Size(int(a.Size)) + ")", addr + name}}
		}
	}
	return nil
}

func unchecked(keys []string, key string) bool { return slices.Contains(keys, key) }

// download is a link to a file with its kind and size, or the files of one
// dataset.
type download struct {
	Text, Href, Size string
	Note             string     // under the name of a dataset: what its files hold
	Files            []download // of a dataset
}

// downloads are the files of some datasets, in the order of /du-lieu/. The files
// hold every year and every village, wherever they are offered: one table that
// can be filtered is worth more than many small ones.
func (r *Renderer) downloads(names ...string) []download {
	var out []download
	for _, set := range dataFiles() {
		if slices.Contains(names, set.Name) {
			out = append(out, download{Text: set.Title, Note: set.Reach, Files: r.filesOf(set)})
		}
	}
	return out
}

// filesOf are the files of a dataset, one for each way to read it.
func (r *Renderer) filesOf(set dataFile) []download {
	var out []download
	for _, ext := range [...]string{"csv", "json", "xlsx"} {
		if path := dataPath(set.Name, ext); r.published(path) != "" {
			out = append(out, download{Text: strings.ToUpper(ext), Href: "/" + path, Size: r.size(path)})
		}
	}
	return out
}

// size is the size of a file of the site in words.
func (r *Renderer) size(path string) string {
	o, ok := r.byPath[path]
	if !ok || o.make == nil {
		return ""
	}
	m := r.file(o)
	m.make(func() ([]byte, error) { return r.finished(o) })
	return m.size
}
