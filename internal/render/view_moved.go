package render

import (
	"html/template"
	"strings"

	"thonlanh/internal/site"
	"thonlanh/internal/viet"
)

// movedView is a stub: what stands at an address that a page has left.
type movedView struct {
	Title string
	To    ref
	Jumps bool // the browser goes on by itself
	Moved []movedUnit
}

// movedUnit is a line that keeps the id of a unit that is gone and tells where
// it is now.
type movedUnit struct {
	ID    string
	Below []string // ids that came along
	Name  string   // "Khoản 2 Điều 24"
	Whole bool     // it is somewhere on a page, at no unit of its own
	To    ref
}

// unnamed stands for the name of a page on a sensitive stub.
const unnamed = "Mở trang mới"

func (r *Renderer) movedView(p *site.Page) inside {
	to := p.Moved.To
	v := movedView{Title: p.Title, To: ref{Text: to.Title, Href: to.Addr}, Moved: r.movedUnits(p), Jumps: len(p.MovedUnits) == 0}
	if p.Sensitive {
		v.To.Text = unnamed
	}
	return inside{data: v}
}

// movedUnits are the lines of a page about units that are gone from it.
func (r *Renderer) movedUnits(p *site.Page) []movedUnit {
	var out []movedUnit
	for _, u := range p.MovedUnits {
		x := movedUnit{ID: u.ID, Below: u.Below, Name: viet.NBSP(u.Name), Whole: u.ToUnit == "", To: ref{Href: u.To.Addr}}
		switch cited := citeUnit(u.To, u.ToUnit); {
		case u.ToUnit == "":
			x.To.Text = u.To.Title
		case u.To == p && cited != "":
			x.To = ref{cited, "#" + u.ToUnit}
		case cited != "":
			x.To = ref{cited + " – " + u.To.Title, u.To.Addr + "#" + u.ToUnit}
		default:
			x.To = ref{u.To.Title, u.To.Addr + "#" + u.ToUnit}
		}
		x.To.Text = viet.NBSP(x.To.Text)
		if p.Moved != nil && p.Sensitive {
			x.To.Text = unnamed
		}
		out = append(out, x)
	}
	return out
}

func citeUnit(p *site.Page, id string) string {
	switch {
	case id == "":
	case p.Kind == site.KindLegal:
		if i, ok := p.Legal.Doc.Unit(id); ok {
			return p.Legal.Doc.Cite(i)
		}
	case p.Kind == site.KindPlan:
		if i, ok := p.Plan.Doc.Unit(id); ok {
			return p.Plan.Doc.Cite(i)
		}
	}
	return ""
}

// movedHead is the head of a stub: it says nothing of the subject. A browser
// goes on at once, but not where single units went their own ways: whoever
// comes for one of them must see the list.
func (r *Renderer) movedHead(p *site.Page, h *head) {
	h.Title, h.Description, h.Linked = p.Title, "", nil
	if base := r.site.Config.BaseURL; base != "" {
		h.Canonical = base + strings.TrimPrefix(p.Moved.To.Addr, "/")
	}
	if len(p.MovedUnits) == 0 {
		h.Refresh = "0; url=" + r.linker(p).address(p.Moved.To.Addr)
	}
}

// stub is the frame of a page that moved: the name of the portal, the band of
// a sample and, where the page it leads to has one, the quick exit.
type stub struct {
	head
	links
	Main   template.HTML
	Brand  string
	Sample string
	Exit   *exit
}

func (r *Renderer) stub(p *site.Page, h head, main template.HTML) *stub {
	s := &stub{head: h, links: r.links(p, false), Main: main, Brand: r.site.Config.Name}
	if r.site.Sample {
		s.Sample = sampleWords
	}
	if r.exits(p) {
		s.Exit = &exit{r.site.Config.Exit, r.site.Config.ExitName}
	}
	return s
}
