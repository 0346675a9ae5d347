package render

import (
	"html/template"
	"strings"

	"thonlanh/internal/site"
)

// csp lets a page load nothing from elsewhere and run nothing that stands in
// its own text.
const csp = "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; connect-src 'self'; media-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'"

// head is the <head> of a page. On sensitive pages all of it is neutral: the
// title stands in the history and in the list of open tabs.
type head struct {
	Language    string
	CSP         template.HTMLAttr
	Icons       []iconLink
	Title       string // of the window
	Description string
	NoIndex     bool
	Canonical   string
	Manifest    string
	Feed        string
	Style       string
	Scripts     []string
	Share       *share
	Linked      any
	Refresh     string // of a stub: "0; url=../b/"
}

type iconLink struct{ Rel, Addr, Type string }

// share is what a chat program shows of a link.
type share struct {
	Title, Description, Kind, URL, Picture, Site string
}

func (r *Renderer) head(p *site.Page, in inside) head {
	c := r.site.Config
	h := head{
		Language:    "vi",
		CSP:         template.HTMLAttr(`content="` + csp + `"`),
		Title:       p.Title + " – " + c.Name,
		Description: p.Description,
		NoIndex:     r.site.Sample || !p.Listed,
		Style:       r.style,
		Manifest:    r.published("manifest.webmanifest"),
		Feed:        r.published("tin.xml"),
		Linked:      in.linked,
	}
	for _, i := range [...]iconLink{
		{"icon", "favicon.svg", "image/svg+xml"},
		{"apple-touch-icon", "icon-192.png", "image/png"},
	} {
		if i.Addr = r.published(i.Addr); i.Addr != "" {
			h.Icons = append(h.Icons, i)
		}
	}
	if in.language != "" {
		h.Language = in.language
	}
	exits := r.exits(p)
	if p.Kind == site.KindMoved {
		r.movedHead(p, &h)
		return h
	}
	if p.Kind == site.KindHome {
		h.Title = "Cổng thông tin " + c.Name
	}
	if p.Kind == site.KindMonths {
		// This page covers another one: nothing of it may name the portal.
		h.Title, h.Manifest, h.Feed, h.Description, h.Linked = p.Title, "", "", "", nil
		h.addScript(r, "lich-thang.js")
		return h
	}
	if exits {
		h.Feed = ""
		h.addScript(r, "thoat.js")
	}
	if p.Kind == site.KindHome || p.Kind == site.KindNumbers {
		h.addScript(r, "ngoai-tuyen.js")
	}
	if in.copyLink && !exits {
		h.addScript(r, "chep.js")
	}
	if p.Kind == site.KindNotFound {
		return h
	}
	title := p.Title
	if r.site.Sample {
		title += " (" + sampleWords + ")"
	}
	h.Share = &share{Title: title, Description: p.Description, Kind: "article", Site: "Cổng thông tin " + c.Name}
	if p.Kind == site.KindHome {
		h.Share.Kind = "website"
	}
	if c.BaseURL != "" {
		h.Canonical = c.BaseURL + p.Addr[1:]
		h.Share.URL = h.Canonical
		if in.picture != "" && !exits {
			h.Share.Picture = c.BaseURL + strings.TrimPrefix(in.picture, "/")
		}
	}
	return h
}

func (h *head) addScript(r *Renderer, name string) {
	if addr, ok := r.scripts[name]; ok {
		h.Scripts = append(h.Scripts, addr)
	}
}

// published is the address of a file of the site, "" if there is none.
func (r *Renderer) published(path string) string {
	if _, ok := r.byPath[path]; ok {
		return "/" + path
	}
	return ""
}
