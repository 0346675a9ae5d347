package render

import (
	"slices"
	"strings"

	"thonlanh/internal/site"
	"thonlanh/internal/viet"
)

type searchView struct {
	page
	Letters []letter
	Others  []elsewhere
}

// letter is a part of "Mục lục A–Z".
type letter struct {
	Name  string // "A"
	ID    string
	Pages []row
}

// elsewhere are pages that the index leaves to their own list.
type elsewhere struct {
	Title, Addr string // "Văn bản", "/van-ban/"
	One         string // a single page: "văn bản"
	Count       int
}

// mostListed is how many bytes of titles, places and addresses the index may
// hold; compressed they come to about a third. That is some two hundred pages:
// a longer list would be slow on a cheap phone and over the weight of a page,
// and nobody reads it to the end.
const mostListed = 30 << 10

func (r *Renderer) searchView(p *site.Page) inside {
	v := &searchView{page: r.pageOf(p)}
	listed := 0
	number, size := map[site.Kind]int{}, map[site.Kind]int{}
	for _, other := range r.site.Pages {
		if indexed(other) && other != p {
			row := indexRow(other)
			n := len(row.Title) + len(row.Addr) + len(row.Line)
			number[other.Kind]++
			size[other.Kind] += n
			listed += n
		}
	}
	left := map[site.Kind]bool{}
	leave := func(title, one, addr string, kind site.Kind) {
		if n := number[kind]; n > 0 && r.existing(addr) != "" {
			left[kind] = true
			listed -= size[kind]
			v.Others = append(v.Others, elsewhere{title, addr, one, n})
		}
	}
	// Nobody looks for a sheet by the letter of its title.
	if listed > mostListed {
		leave("Kế hoạch", "phiếu việc", "/ke-hoach/", site.KindSheet)
	}
	// Single texts and news go next, and together, so that the page can say
	// in one breath what it leaves out; the rest follows only where it must.
	if listed > mostListed {
		leave("Văn bản", "văn bản", "/van-ban/", site.KindLegal)
		leave("Tin", "tin", "/tin/", site.KindNews)
	}
	for _, k := range []struct {
		title, one, addr string
		kind             site.Kind
	}{{"Lịch", "buổi trong lịch", "/lich/", site.KindEvent}, {"Tài liệu", "tài liệu", "/tai-lieu/", site.KindMaterial}, {"Tìm hiểu", "bài tìm hiểu", "/tim-hieu/", site.KindArticle}} {
		if listed > mostListed {
			leave(k.title, k.one, k.addr, k.kind)
		}
	}

	var all []row
	for _, other := range r.site.Pages {
		if indexed(other) && other != p && !left[other.Kind] {
			all = append(all, indexRow(other))
		}
	}
	slices.SortStableFunc(all, func(a, b row) int { return viet.Compare(a.Title, b.Title) })
	for _, a := range all {
		name, id := initial(a.Title)
		if n := len(v.Letters); n == 0 || v.Letters[n-1].Name != name {
			v.Letters = append(v.Letters, letter{Name: name, ID: "chu-" + id})
		}
		last := &v.Letters[len(v.Letters)-1]
		last.Pages = append(last.Pages, a)
	}
	return inside{data: v}
}

// indexed reports pages that a reader may look for by name; of a long list
// only its first part. Who looks for data begins at the list of them.
func indexed(p *site.Page) bool { return p.Listed && p.Part < 2 && p.Kind != site.KindDataSet }

// indexRow is a page in the index. The title of the home page is a motto, and
// the number of a law tells little without its subject.
func indexRow(p *site.Page) row {
	out := row{Title: p.Title, Addr: p.Addr, Line: place(p)}
	switch {
	case p.Kind == site.KindHome:
		out.Title = "Trang chủ"
	case p.Kind == site.KindLegal && p.Legal.Subject != "":
		out.Line += ": " + viet.NBSP(p.Legal.Subject)
	}
	return out
}

// place tells where a page stands: "Văn bản", "Tin › Năm 2026".
func place(p *site.Page) string {
	var names []string
	for _, c := range p.Crumbs {
		if c.Addr != "/" {
			names = append(names, c.Title)
		}
	}
	return strings.Join(names, " › ")
}

// initial is the letter under which a title is found, and its id. Ă and Â
// stand with A as readers look for them; Đ is a letter of its own.
func initial(title string) (name, id string) {
	switch letter := viet.Initial(title); letter {
	case "0":
		return "0–9", "so"
	case "*":
		return "Chữ khác", "khac"
	case "đ":
		return "Đ", "dd"
	default:
		return strings.ToUpper(letter), letter
	}
}
