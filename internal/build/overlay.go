package build

import (
	"errors"
	"io/fs"
	"sort"
)

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
