package build

import (
	"errors"
	"io/fs"
	"path"
	"sort"
	"strings"

	"thonlanh/internal/content"
	"thonlanh/internal/diag"
)

// own is the program's folder with the project's own of the same name laid
// over it, unless something in that one must not be read.
func own(project fs.FS, dir string, under fs.FS) (fs.FS, diag.List) {
	var out diag.List
	info, err := fs.Lstat(project, dir)
	if err != nil {
		return under, nil // a machine's failure shows when files are read
	}
	if p, stray := content.Stray(dir, fs.FileInfoToDirEntry(info)); stray {
		return under, diag.List{p}
	}
	err = fs.WalkDir(project, dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		p, stray := content.Stray(name, d)
		hidden := strings.HasPrefix(path.Base(name), ".")
		if stray && !hidden {
			out = append(out, p)
		}
		if d.IsDir() && (stray || hidden) {
			return fs.SkipDir
		}
		return nil
	})
	if err != nil || len(out) > 0 {
		return under, out
	}
	return Overlay(project, dir, under), nil
}

// overlay shows the files of over in place of those of under that have the
// same path: how a commune replaces a layout or a picture.
type overlay struct{ over, under fs.FS }

// Overlay lays the files of a project's own folder over those of the program.
// A project without the folder has nothing to lay over.
func Overlay(project fs.FS, dir string, under fs.FS) fs.FS {
	info, err := fs.Stat(project, dir)
	if err != nil || !info.IsDir() {
		return under
	}
	over, err := fs.Sub(project, dir)
	if err != nil {
		return under
	}
	return overlay{over, under}
}

// Open implements fs.FS.
func (o overlay) Open(name string) (fs.File, error) {
	f, err := o.over.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return o.under.Open(name)
	}
	return f, err
}

// ReadDir implements fs.ReadDirFS: the entries of both, each name once.
func (o overlay) ReadDir(name string) ([]fs.DirEntry, error) {
	over, err1 := fs.ReadDir(o.over, name)
	under, err2 := fs.ReadDir(o.under, name)
	if err1 != nil && err2 != nil {
		return nil, err2
	}
	seen := make(map[string]bool, len(over))
	for _, e := range over {
		seen[e.Name()] = true
	}
	for _, e := range under {
		if !seen[e.Name()] {
			over = append(over, e)
		}
	}
	sort.Slice(over, func(i, j int) bool { return over[i].Name() < over[j].Name() })
	return over, nil
}
