package render

import (
	"html/template"
	"strings"

	"thonlanh/internal/site"
)

// csp lets a page load nothing from elsewhere and run nothing that stands in
// its own text.
const csp = "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; connect-src 'self'; media-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'"

// head is what the <head> of one page says of it. On sensitive pages all of it
// is neutral: the title stands in the history and in the list of open tabs.
type head struct {
	Language    string
	Title       string // of the window
	Description string
	NoIndex     bool
	Canonical   string
	Share       *share
	Linked      any
	Refresh     string // of a stub: "0; url=../b/"
	Class       string // of the body, for the styles
}

// links is what a <head> loads: the same for all pages of a kind in one place.
type links struct {
	CSP      template.HTMLAttr
	Icons    []iconLink
	Manifest string
	Feed     string
	Style    string
	Scripts  []string
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
		Title:       p.Title + " – " + c.Name,
		Description: p.Description,
		NoIndex:     r.site.Sample || !p.Listed,
		Linked:      in.linked,
		Class:       r.class(p),
	}
	if in.language != "" {
		h.Language = in.language
	}
	switch p.Kind {
	case site.KindMoved:
		r.movedHead(p, &h)
		return h
	case site.KindHome:
		h.Title = "Cổng thông tin " + c.Name
	case site.KindMonths:
		// This page covers another one: nothing of it may name the portal.
		h.Title, h.Description, h.Linked = p.Title, "", nil
		return h
	case site.KindNotFound:
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
		if in.picture != "" && !r.exits(p) {
			h.Share.Picture = c.BaseURL + strings.TrimPrefix(in.picture, "/")
		}
	}
	return h
}

// links are those of a page; copyLink says that it has § anchors.
func (r *Renderer) links(p *site.Page, copyLink bool) links {
	l := links{CSP: template.HTMLAttr(`content="` + csp + `"`), Style: r.style}
	if p.Kind == site.KindMonths {
		l.addScript(r, "lich-thang.js")
		return l
	}
	for _, i := range [...]iconLink{
		{"icon", "favicon.svg", "image/svg+xml"},
		{"apple-touch-icon", "icon-192.png", "image/png"},
	} {
		if i.Addr = r.published(i.Addr); i.Addr != "" {
			l.Icons = append(l.Icons, i)
		}
	}
	if p.Kind == site.KindMoved { // nobody stays here
		if r.exits(p) {
			l.addScript(r, "thoat.js")
		}
		return l
	}
	l.Manifest = r.published("manifest.webmanifest")
	if r.exits(p) {
		l.addScript(r, "thoat.js")
	} else {
		l.Feed = r.published("tin.xml")
	}
	if p.Kind == site.KindHome || p.Kind == site.KindNumbers {
		l.addScript(r, "ngoai-tuyen.js")
	}
	if copyLink && !r.exits(p) {
		l.addScript(r, "chep.js")
	}
	return l
}

func (l *links) addScript(r *Renderer, name string) {
	if addr, ok := r.scripts[name]; ok {
		l.Scripts = append(l.Scripts, addr)
	}
}

// published is the address of a file of the site, "" if there is none.
func (r *Renderer) published(path string) string {
	if _, ok := r.byPath[path]; ok {
		return "/" + path
	}
	return ""
}
