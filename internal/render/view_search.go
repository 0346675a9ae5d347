package render

import (
	"slices"
	"strings"
	"unicode/utf8"

	"thonlanh/internal/site"
	"thonlanh/internal/viet"
)

type searchView struct {
	page
	Letters []letter
}

// letter is a part of "Mục lục A–Z".
type letter struct {
	Name  string // "A"
	ID    string
	Pages []row
}

func (r *Renderer) searchView(p *site.Page) inside {
	v := &searchView{page: r.pageOf(p)}
	var all []row
	for _, other := range r.site.Pages {
		if other.Listed && other.Part < 2 && other != p {
			all = append(all, row{Title: other.Title, Addr: other.Addr, Line: place(other)})
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

// initial is the letter under which a title is found. Ă and Â stand with A as
// readers look for them; Đ is a letter of its own.
func initial(title string) (name, id string) {
	title = strings.TrimLeft(title, " “\"'(")
	first, size := utf8.DecodeRuneInString(title)
	if first == 'Đ' || first == 'đ' {
		return "Đ", "dd"
	}
	folded := viet.Fold(title[:size])
	if len(folded) == 1 && folded[0] >= 'a' && folded[0] <= 'z' {
		return strings.ToUpper(folded), folded
	}
	return "0–9", "so"
}
