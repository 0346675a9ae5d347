package output

import (
	"bytes"
	"fmt"
	"path"
	"regexp"
	"strings"
	"sync"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/html"
	"github.com/tdewolff/minify/v2/js"
	"github.com/tdewolff/minify/v2/json"
	"github.com/tdewolff/minify/v2/svg"
	"github.com/tdewolff/minify/v2/xml"
)

// Minifier shrinks the text files of a site. It is safe for concurrent use.
//
// What a page means stays as it was: document tags, end tags, quotes and
// default attribute values are kept, text keeps its spaces (runs become one),
// a non-breaking space stays one, preformatted text is not touched.
type Minifier struct {
	m       *minify.M
	scratch sync.Pool // of *[]byte
}

// NewMinifier makes a minifier.
func NewMinifier() *Minifier {
	m := minify.New()
	pages := html.Minifier{
		KeepDocumentTags:    true,
		KeepEndTags:         true,
		KeepQuotes:          true,
		KeepDefaultAttrVals: true,
	}
	m.Add("text/html", &pages)
	pages.TemplateDelims = html.GoTemplateDelims
	m.Add(templateType, &pages)
	m.Add("text/css", &css.Minifier{})
	m.Add("image/svg+xml", &svg.Minifier{})
	// Phones that are years behind read these files: no syntax newer than
	// what the author of the script chose.
	scripts := &js.Minifier{Version: 2018}
	m.AddRegexp(regexp.MustCompile(`^(application|text)/(x-)?(java|ecma)script$|^module$`), scripts)
	// 1.0 and 1 are the same number but not the same bytes of published data.
	m.AddRegexp(regexp.MustCompile(`[/+]json$`), &json.Minifier{KeepNumbers: true})
	// A feed carries HTML as text, where spaces between words count.
	m.AddRegexp(regexp.MustCompile(`[/+]xml$`), &xml.Minifier{KeepWhitespace: true})
	return &Minifier{m: m}
}

// templateType is the kind of a Go template of HTML.
const templateType = "text/x-template"

// Template returns the smaller form of a Go template of HTML, or of a part of
// one: what it makes then needs no shrinking itself.
func (m *Minifier) Template(data []byte) ([]byte, error) {
	small, err := m.m.Bytes(templateType, bytes.Clone(data))
	if err != nil {
		return nil, fmt.Errorf("minify a template: %w", err)
	}
	return small, nil
}

// Bytes returns the smaller form of a file. The kind follows from the
// extension of its path; a file of any other kind is returned as it is. The
// data are not changed.
func (m *Minifier) Bytes(name string, data []byte) ([]byte, error) {
	if mediaType(name) == "" || len(data) == 0 {
		return data, nil
	}
	return m.Append(make([]byte, 0, len(data)), name, data)
}

// Append is Bytes into a buffer that is used again and again: the smaller form
// of a file, or the file itself, comes behind what dst holds.
func (m *Minifier) Append(dst []byte, name string, data []byte) ([]byte, error) {
	kind := mediaType(name)
	if kind == "" || len(data) == 0 {
		return append(dst, data...), nil
	}
	// The parser works in its input, and it wants one spare byte at the end.
	in, ok := m.scratch.Get().(*[]byte)
	if !ok {
		in = new([]byte)
	}
	defer m.scratch.Put(in)
	*in = append(append((*in)[:0], data...), 0)
	out := bytes.NewBuffer(dst)
	if err := m.m.Minify(kind, out, bytes.NewBuffer((*in)[:len(data)])); err != nil {
		return dst, fmt.Errorf("minify %s: %w", name, err)
	}
	return out.Bytes(), nil
}

func mediaType(name string) string {
	switch strings.ToLower(path.Ext(name)) {
	case ".html", ".htm":
		return "text/html"
	case ".css":
		return "text/css"
	case ".js", ".mjs":
		return "application/javascript"
	case ".svg":
		return "image/svg+xml"
	case ".json", ".webmanifest":
		return "application/json"
	case ".xml":
		return "text/xml"
	}
	return ""
}
