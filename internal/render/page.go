package render

import (
	"bytes"
	"html/template"
	"strings"

	"thonlanh/internal/site"
)

// page makes one page in its final form. Its parts are made, linked and
// shrunk one by one: what pages have in common once for all of them, verbatim
// texts not at all, because markup writes them tight.
func (r *Renderer) page(p *site.Page) ([]byte, error) {
	in, err := r.view(p)
	if err != nil {
		return nil, err
	}
	var main bytes.Buffer
	if err := r.templates.ExecuteTemplate(&main, string(p.Kind), in.data); err != nil {
		return nil, err
	}
	f := r.frame(p, in, template.HTML(main.String()))
	switch p.Kind {
	case site.KindMonths:
		return r.part(p, "bare", f)
	case site.KindMoved:
		return r.movedPage(p, f)
	}
	c, err := r.common(p)
	if err != nil {
		return nil, err
	}
	head, err := r.part(p, "head", f)
	if err != nil {
		return nil, err
	}
	middle, err := r.part(p, "middle", f)
	if err != nil {
		return nil, err
	}
	end, err := r.part(p, "end", f)
	if err != nil {
		return nil, err
	}
	size := len(head) + len(c.top) + len(middle) + len(c.foot) + len(end)
	for _, text := range in.verbatim {
		size += len(text) + len(text)/32
	}
	out := make([]byte, 0, size)
	out = append(append(out, head...), c.top...)
	link := r.linker(p)
	for _, text := range in.verbatim {
		before, after, found := bytes.Cut(middle, []byte(placeholder))
		if !found {
			break
		}
		out = append(out, bytes.TrimRight(before, " ")...)
		out = link.append(out, text)
		middle = bytes.TrimLeft(after, " ")
	}
	out = append(out, middle...)
	return append(append(out, c.foot...), end...), nil
}

// placeholder stands for a verbatim text while the page around it is made.
const placeholder = "<van-ban></van-ban>"

// keep puts a verbatim text aside until the page around it is done.
func (in *inside) keep(text string) template.HTML {
	in.verbatim = append(in.verbatim, text)
	return placeholder
}

// part is one template of the frame, linked and shrunk.
func (r *Renderer) part(p *site.Page, name string, f *frame) ([]byte, error) {
	var b bytes.Buffer
	if err := r.templates.ExecuteTemplate(&b, name, f); err != nil {
		return nil, err
	}
	linked := r.linker(p).append(make([]byte, 0, b.Len()+b.Len()/16), b.String())
	if small, err := r.shrink.Bytes("part.html", linked); err == nil {
		return small, nil
	}
	return linked, nil // what cannot be shrunk is still a page
}

// common is what pages of one place have in common.
type common struct{ top, foot []byte }

// corner is what the common parts of a page depend on: where its links start
// from, which entry of the menu is marked, and what kind of bar it has.
type corner struct {
	folder  string // the folder around the page's own, or its own on the first level
	depth   int
	section string
	kind    site.Kind // of pages that are alone of their kind
	exits   bool
}

// common gives the parts that a page shares with others of its place. All
// links in them lead to pages of the first level, so pages of one folder have
// the same ones.
func (r *Renderer) common(p *site.Page) (*common, error) {
	folder := folderOf(p.Addr)
	key := corner{depth: len(folder), exits: r.exits(p)}
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
	f := r.chrome(p)
	top, err := r.part(p, "top", f)
	if err != nil {
		return nil, err
	}
	foot, err := r.part(p, "foot", f)
	if err != nil {
		return nil, err
	}
	c, _ := r.commons.LoadOrStore(key, &common{top, foot})
	return c.(*common), nil
}
