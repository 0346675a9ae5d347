package build

import (
	"errors"
	"io/fs"
	"path"

	"thonlanh/internal/diag"
	"thonlanh/internal/output"
	"thonlanh/internal/render"
)

// paths reports files of the site that cannot stand in a folder together, or
// on a disk at all: what Publish would refuse.
func (a *Assembled) paths() diag.List {
	var out diag.List
	var names output.Names
	for _, o := range a.Renderer.Outputs() {
		var refused *output.PathError
		if err := names.Take(o.Path); !errors.As(err, &refused) {
			continue
		}
		rule, culprit := "dia-chi-sai", o
		if refused.Clash != "" {
			rule = "dia-chi-trung"
			if other, ok := a.Renderer.Lookup(refused.Clash); ok && !a.chosen(o) {
				culprit = other
			}
		}
		out = append(out, diag.At(a.source(culprit), diag.Pos{}, diag.Block, rule, refused.Message(), "Đổi tên tệp này."))
	}
	for _, o := range a.Renderer.Doubles() {
		culprit := o
		if other, ok := a.Renderer.Lookup(o.Path); ok && !a.chosen(o) {
			culprit = other
		}
		out = append(out, diag.At(a.source(culprit), diag.Pos{}, diag.Block, "dia-chi-trung",
			"Tệp này sẽ nằm đúng chỗ của tệp “"+o.Path+"” mà cổng tự làm ra.", "Đổi tên tệp này."))
	}
	return out
}

// chosen reports a file whose name somebody chose for itself: a picture beside
// a page, a file of the project's static folder.
func (a *Assembled) chosen(o render.Output) bool {
	return o.Asset != nil || a.inStatic(o)
}

func (a *Assembled) inStatic(o render.Output) bool {
	if o.Asset != nil || o.Page != nil {
		return false
	}
	_, err := fs.Stat(a.project, path.Join("static", o.Path))
	return err == nil
}

// source is the file of the project that an output comes from.
func (a *Assembled) source(o render.Output) string {
	switch {
	case o.Asset != nil:
		return o.Asset.Path
	case o.Page != nil:
		return o.Page.Source
	case a.inStatic(o):
		return path.Join("static", o.Path)
	}
	return diag.ConfigFile
}
