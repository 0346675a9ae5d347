package render

import (
	"bytes"
	"html/template"
	"strings"

	"thonlanh/internal/site"
)

// desk is where the parts of a page lie while it is made.
type desk struct {
	main, part bytes.Buffer
	middle     []byte
}

const maxDesk = 1 << 18

// page appends one page in its final form. Its parts are made, linked and
// shrunk one by one: what pages have in common once for all of them, verbatim
// texts not at all, because markup writes them tight.
func (r *Renderer) page(out []byte, p *site.Page) ([]byte, error) {
	in, err := r.view(p)
	if err != nil {
		return out, err
	}
	d, ok := r.desks.Get().(*desk)
	if !ok {
		d = new(desk)
	}
	defer func() {
		if d.main.Cap() <= maxDesk { // not of a page that shows everything
			r.desks.Put(d)
		}
	}()
	d.main.Reset()
	if err := r.templates.ExecuteTemplate(&d.main, string(p.Kind), in.data); err != nil {
		return out, err
	}
	head := r.head(p, in)
	switch p.Kind {
	case site.KindMonths:
		return r.part(out, p, "bare", &bare{head, r.links(p, false), template.HTML(d.main.String())}, d)
	case site.KindMoved:
		return r.part(out, p, "stub", r.stub(p, head, template.HTML(d.main.String())), d)
	}
	c, err := r.common(p, in.copyLink, d)
	if err != nil {
		return out, err
	}
	out = append(out, c.start...)
	if out, err = r.part(out, p, "head", &head, d); err != nil {
		return out, err
	}
	out = append(out, c.links...)
	if out, err = r.part(out, p, "body", &head, d); err != nil {
		return out, err
	}
	out = append(out, c.top...)
	if d.middle, err = r.part(d.middle[:0], p, "middle", &middle{head.Language, p.Crumbs, placeholder}, d); err != nil {
		return out, err
	}
	before, after, _ := bytes.Cut(d.middle, []byte(placeholder))
	out = r.main(append(out, before...), p, d.main.String(), in.verbatim)
	out = append(append(out, after...), c.foot...)
	return r.part(out, p, "end", &ending{p.Updated, r.site.Config.Licence, head.Canonical}, d)
}

// main appends what stands between the frame's parts, linked, with the
// verbatim texts in their places.
func (r *Renderer) main(out []byte, p *site.Page, main string, verbatim []string) []byte {
	link := r.linker(p)
	for _, text := range verbatim {
		before, after, found := strings.Cut(main, placeholder)
		if !found {
			break
		}
		out = link.append(link.append(out, before), text)
		main = after
	}
	return link.append(out, main)
}

// placeholder stands for a verbatim text while the page around it is made.
const placeholder = "<van-ban></van-ban>"

// keep puts a verbatim text aside until the page around it is done.
func (in *inside) keep(text string) template.HTML {
	in.verbatim = append(in.verbatim, text)
	return placeholder
}

// part appends one template of the frame, linked.
func (r *Renderer) part(out []byte, p *site.Page, name string, view any, d *desk) ([]byte, error) {
	d.part.Reset()
	if err := r.templates.ExecuteTemplate(&d.part, name, view); err != nil {
		return out, err
	}
	return r.linker(p).append(out, d.part.String()), nil
}

// common is what pages of one place have in common.
type common struct{ start, links, top, foot []byte }

// corner is what the common parts of a page depend on: where its links start
// from, which entry of the menu is marked, and what kind of bar it has.
type corner struct {
	folder  string // the folder around the page's own, or its own on the first level
	depth   int
	section string
	kind    site.Kind // of pages that are alone of their kind
	exits   bool
	copies  bool // has § anchors
}

// common gives the parts that a page shares with others of its place. All
// links in them lead to pages of the first level, so pages of one folder have
// the same ones.
func (r *Renderer) common(p *site.Page, copyLink bool, d *desk) (*common, error) {
	folder := folderOf(p.Addr)
	key := corner{depth: len(folder), exits: r.exits(p), copies: copyLink}
	if len(folder) > 0 {
		key.section = folder[0]
	}
	if len(folder) > 1 {
		key.folder = strings.Join(folder[:len(folder)-1], "/")
	}
	switch p.Kind {
	case site.KindHome, site.KindNumbers, site.KindNotFound:
		key.kind = p.Kind
	}
	if c, ok := r.commons.Load(key); ok {
		return c.(*common), nil
	}
	made := new(common)
	loads, frame := r.links(p, copyLink), r.frame(p)
	for _, part := range [...]struct {
		to   *[]byte
		name string
		view any
	}{{&made.start, "start", &loads}, {&made.links, "links", &loads}, {&made.top, "top", frame}, {&made.foot, "foot", frame}} {
		var err error
		if *part.to, err = r.part(nil, p, part.name, part.view, d); err != nil {
			return nil, err
		}
	}
	c, _ := r.commons.LoadOrStore(key, made)
	return c.(*common), nil
}
