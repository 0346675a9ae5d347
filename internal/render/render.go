// Package render turns an assembled site.Site and the layouts into the bytes
// of every file of the portal: pages, data files, feeds, the style file.
//
// A page is a pure function of its typed view and the layouts. The view of a
// kind of page is a struct made in view_*.go from the Site and the Page alone;
// its template stands in layouts/<kind>/<kind>.html. The frame around it is
// the same for all (frame.go). Templates and texts write addresses from the
// root of the site ("/so-can-biet/"); one last pass makes them relative, so
// that the folder works at any place (link.go).
//
// Deliberately absent: maps as views, a template lookup order, inline styles
// and scripts, anything that depends on the clock or on another page.
package render

import (
	"cmp"
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"thonlanh/internal/content"
	"thonlanh/internal/output"
	"thonlanh/internal/site"
	"thonlanh/internal/viet"
)

// Options are the choices of one build.
type Options struct {
	Portable bool   // links name index.html, so that pages open from a memory stick
	BuildID  string // short hash of the program and the content, shown on /gioi-thieu/ only
}

// Renderer makes the files of one site. It is safe for concurrent use.
type Renderer struct {
	site      *site.Site
	options   Options
	templates *template.Template
	static    fs.FS
	sheet     []byte            // the style file
	style     string            // address of the style file
	scripts   map[string]string // name in static/ to address: "thoat.js" to "/thoat.3f9c2a1b.js"
	strips    strips
	shrink    *output.Minifier
	desks     sync.Pool // of *desk
	opened    sync.Pool // of *markup.Document: lists of texts that were packed
	commons   sync.Map  // corner to *common: parts that pages share
	made      sync.Map  // path of a file that is no page to its *made: many pages name its size
	outputs   []Output
	doubles   []Output
	byPath    map[string]*Output
}

// Output is one file of the finished site.
type Output struct {
	Path  string         // slash-separated, below the output folder
	Page  *site.Page     // nil for all but pages
	Asset *content.Asset // of a record: the caller copies it, Render refuses it

	make  func() ([]byte, error) // nil for pages and assets
	tight bool                   // what make gives needs no shrinking
}

// New parses the layouts once and lists everything the site consists of.
// layouts and static are already the commune's own files laid over the
// program's.
func New(s *site.Site, layouts, static fs.FS, o Options) (*Renderer, error) {
	r := &Renderer{options: o, static: static, shrink: output.NewMinifier()}
	var err error
	if r.templates, err = parseLayouts(layouts, r.shrink); err != nil {
		return nil, err
	}
	if r.sheet, err = joinStyles(layouts); err != nil {
		return nil, err
	}
	return r.For(s)
}

// For is the renderer of another site with the same layouts and options. The
// layouts are not parsed again.
func (r *Renderer) For(s *site.Site) (*Renderer, error) {
	r = &Renderer{site: s, options: r.options, static: r.static, shrink: r.shrink, templates: r.templates, sheet: r.sheet,
		scripts: map[string]string{}, byPath: map[string]*Output{}}
	name := output.Fingerprint("site.css", r.sheet)
	r.style = "/" + name
	r.strips = newStrips(s.Config.Name, len(s.Villages))
	r.strips.low, r.strips.tall = r.tighten(r.strips.low), r.tighten(r.strips.tall)

	r.outputs = append(r.outputs, Output{Path: name, make: func() ([]byte, error) { return r.sheet, nil }})
	if err := r.addStatic(); err != nil {
		return nil, err
	}
	for _, p := range s.Pages {
		r.outputs = append(r.outputs, Output{Path: pagePath(p.Addr), Page: p})
		assets := assetsOf(p)
		for i := range assets {
			r.outputs = append(r.outputs, Output{Path: path.Join(strings.Trim(p.Addr, "/"), assets[i].Name), Asset: &assets[i]})
		}
	}
	for _, f := range r.files() {
		r.outputs = append(r.outputs, Output{Path: f.path, make: f.make, tight: f.tight})
	}
	r.index()
	return r, nil
}

// tighten shrinks a drawing that stands on many pages.
func (r *Renderer) tighten(drawing template.HTML) template.HTML {
	small, err := r.shrink.Bytes("drawing.svg", []byte(drawing))
	if err != nil {
		return drawing
	}
	return template.HTML(small)
}

// file is a data file, feed or other file that is no page.
type file struct {
	path  string
	tight bool // as small as it gets
	make  func() ([]byte, error)
}

// Outputs are all files of the site, sorted by path.
func (r *Renderer) Outputs() []Output { return r.outputs }

// Lookup finds the output of a path.
func (r *Renderer) Lookup(path string) (Output, bool) {
	o, ok := r.byPath[path]
	if !ok {
		return Output{}, false
	}
	return *o, true
}

// Render makes the bytes of an output in their final form. It depends on nothing but the Site and
// the layouts, so build calls it for all paths and serve for the one asked for.
func (r *Renderer) Render(path string) ([]byte, error) { return r.Append(nil, path) }

// Append is Render into a buffer that is used again and again.
func (r *Renderer) Append(dst []byte, path string) ([]byte, error) {
	o, ok := r.byPath[path]
	switch {
	case !ok:
		return dst, fmt.Errorf("render %s: %w", path, fs.ErrNotExist)
	case o.Asset != nil:
		return dst, fmt.Errorf("render %s: a file of a record is copied, not rendered", path)
	case o.Page != nil:
		b, err := r.page(dst, o.Page)
		if err != nil {
			return b, fmt.Errorf("render %s: %w", path, err)
		}
		return b, nil
	}
	data, err := r.file(o).take(func() ([]byte, error) { return r.finished(o) })
	if err != nil {
		return dst, fmt.Errorf("render %s: %w", path, err)
	}
	return append(dst, data...), nil
}

// made is a file that is made once, by whoever asks first: for its bytes, or for
// its size before its turn came.
type made struct {
	once sync.Once
	size string // in words
	err  error

	mu   sync.Mutex
	data []byte // until it is taken
}

func (r *Renderer) file(o *Output) *made {
	if m, ok := r.made.Load(o.Path); ok {
		return m.(*made)
	}
	m, _ := r.made.LoadOrStore(o.Path, new(made))
	return m.(*made)
}

func (m *made) make(finished func() ([]byte, error)) {
	m.once.Do(func() {
		m.data, m.err = finished()
		m.size = viet.Size(len(m.data))
	})
}

// take gives the bytes away, and makes them again for whoever comes later.
func (m *made) take(finished func() ([]byte, error)) ([]byte, error) {
	m.make(finished)
	m.mu.Lock()
	data := m.data
	m.data = nil
	m.mu.Unlock()
	if data == nil && m.err == nil {
		return finished()
	}
	return data, m.err
}

// finished makes a file that is no page in its final form.
func (r *Renderer) finished(o *Output) ([]byte, error) {
	data, err := o.make()
	if err != nil || o.tight {
		return data, err
	}
	small, err := r.shrink.Append(nil, o.Path, data)
	if err != nil {
		return data, nil // a script that cannot be shrunk is still a script
	}
	return small, nil
}

// index sorts the outputs. Of two at one path the first stays and the other is
// among Doubles.
func (r *Renderer) index() {
	slices.SortStableFunc(r.outputs, func(a, b Output) int { return cmp.Compare(a.Path, b.Path) })
	one := r.outputs[:0]
	for i, o := range r.outputs {
		if i > 0 && one[len(one)-1].Path == o.Path {
			r.doubles = append(r.doubles, o)
			continue
		}
		one = append(one, o)
	}
	r.outputs = one
	for i := range r.outputs {
		r.byPath[r.outputs[i].Path] = &r.outputs[i]
	}
}

// Doubles are files that want the path of one of the Outputs.
func (r *Renderer) Doubles() []Output { return r.doubles }

func (r *Renderer) addStatic() error {
	return fs.WalkDir(r.static, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return fmt.Errorf("read static files: %w", err)
		}
		hidden := strings.HasPrefix(path.Base(name), ".") && name != "."
		if d.IsDir() {
			if hidden {
				return fs.SkipDir
			}
			return nil
		}
		if hidden {
			return nil
		}
		out := name
		if name == worker {
			r.outputs = append(r.outputs, Output{Path: worker, make: r.workerScript})
			return nil
		}
		if path.Ext(name) == ".js" {
			data, err := fs.ReadFile(r.static, name)
			if err != nil {
				return fmt.Errorf("read static files: %w", err)
			}
			out = output.Fingerprint(name, data)
			r.scripts[name] = "/" + out
		}
		r.outputs = append(r.outputs, Output{Path: out, make: func() ([]byte, error) { return fs.ReadFile(r.static, name) }})
		return nil
	})
}

// pagePath is the file of an address: "/thon/dong/" is thon/dong/index.html.
func pagePath(addr string) string {
	if strings.HasSuffix(addr, "/") {
		addr += "index.html"
	}
	return addr[1:]
}

func assetsOf(p *site.Page) []content.Asset {
	switch {
	case p.Part > 1:
		return nil
	case p.Help != nil:
		return p.Help.Assets
	case p.Article != nil:
		return p.Article.Assets
	case p.News != nil:
		return p.News.Assets
	case p.Single != nil:
		return p.Single.Assets
	case p.Legal != nil:
		return p.Legal.Assets
	case p.Material != nil:
		return p.Material.Assets
	case p.Kind == site.KindPlan && p.Plan != nil:
		return p.Plan.Assets
	}
	return nil
}
