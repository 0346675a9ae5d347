package render

import (
	"bytes"
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"strings"

	"thonlanh/internal/output"
)

// parseLayouts reads every layouts/<component>/*.html. A template is called by
// the name of its file without the extension. It is shrunk here, once, and not
// again in every page that it makes.
func parseLayouts(layouts fs.FS, shrink *output.Minifier) (*template.Template, error) {
	set := template.New("").Option("missingkey=error").Funcs(functions())
	err := eachLayout(layouts, ".html", func(name string, data []byte) error {
		t, err := set.New(strings.TrimSuffix(path.Base(name), ".html")).Parse(string(data))
		if err != nil {
			return err
		}
		small, err := shrink.Template(data)
		if err != nil {
			return nil // what cannot be shrunk is still a template
		}
		_, err = t.Parse(string(small))
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("layouts: %w", err)
	}
	for _, name := range [...]string{"start", "head", "links", "body", "top", "middle", "foot", "end", "bare", "stub"} {
		if set.Lookup(name) == nil {
			return nil, fmt.Errorf("layouts: no template %q", name)
		}
	}
	return set, nil
}

// joinStyles is all layouts/<component>/*.css in the order of the names: tokens
// and type first, shared components next, pages last.
func joinStyles(layouts fs.FS) ([]byte, error) {
	var all bytes.Buffer
	err := eachLayout(layouts, ".css", func(name string, data []byte) error {
		all.Write(bytes.TrimSpace(data))
		all.WriteByte('\n')
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("layouts: %w", err)
	}
	return all.Bytes(), nil
}

func eachLayout(layouts fs.FS, ext string, do func(name string, data []byte) error) error {
	return fs.WalkDir(layouts, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ext {
			return err
		}
		data, err := fs.ReadFile(layouts, name)
		if err != nil {
			return err
		}
		return do(name, data)
	})
}
