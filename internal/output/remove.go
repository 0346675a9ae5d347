package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// removeOld removes a replaced tree. What its manifest lists goes; a foreign
// file goes only if the site has it too, and is moved there if it came after
// the others were carried over. The manifest goes last.
func (p place) removeOld(opts options) error {
	ours, _, err := readManifest(p.oldTree())
	if err != nil && !errors.Is(err, ErrNoManifest) {
		return err
	}
	siteStands := there(p.dir)
	var walk func(folder string) error
	walk = func(folder string) error {
		dir := filepath.Join(p.oldTree(), filepath.FromSlash(folder))
		list, err := os.ReadDir(dir)
		if errors.Is(err, fs.ErrPermission) {
			os.Chmod(dir, 0o700)
			list, err = os.ReadDir(dir)
		}
		if err != nil {
			return err
		}
		for _, d := range list {
			path := d.Name()
			if folder != "" {
				path = folder + "/" + path
			} else if path == ManifestName {
				continue
			}
			if err := opts.at("remove"); err != nil {
				return err
			}
			name := filepath.Join(dir, d.Name())
			if d.IsDir() {
				if err := walk(path); err != nil {
					return err
				}
			} else if _, ok := ours.find(path); !ok && siteStands {
				if err := p.rescue(path); err != nil {
					return err
				}
				continue
			}
			if err := remove(name); err != nil {
				return err
			}
		}
		return nil
	}
	if err := walk(""); err != nil {
		return err
	}
	if err := remove(filepath.Join(p.oldTree(), ManifestName)); err != nil && !missing(err) {
		return err
	}
	return remove(p.oldTree())
}

// rescue takes a foreign file out of the replaced tree without losing it.
func (p place) rescue(path string) error {
	from := filepath.Join(p.oldTree(), filepath.FromSlash(path))
	to := filepath.Join(p.dir, filepath.FromSlash(path))
	was, err := os.Lstat(from)
	if err != nil {
		return err
	}
	is, err := os.Lstat(to)
	if missing(err) {
		if err = os.MkdirAll(filepath.Dir(to), 0o755); err == nil {
			return rename(from, to)
		}
	}
	if err == nil && os.SameFile(was, is) {
		return remove(from)
	}
	if err == nil && was.Mode().Type() == is.Mode().Type() && !is.IsDir() {
		if _, ours := p.lists(path); !ours {
			// Two states of one file: the later one is what its owner wants.
			if was.Mode().IsRegular() && was.ModTime().After(is.ModTime()) {
				return rename(from, to)
			}
			return remove(from)
		}
	}
	// A file of the new site stands there: keep the other one beside the site.
	for n := 1; n < 1000; n++ {
		kept := filepath.Join(p.dir, fmt.Sprintf("giu-lai-%d-%s", n, filepath.Base(from)))
		if _, err := os.Lstat(kept); missing(err) {
			return rename(from, kept)
		}
	}
	return &ForeignError{Dir: p.dir, Path: path}
}

// lists looks a path up in the manifest of the site that stands.
func (p place) lists(path string) (listed, bool) {
	site, _, err := readManifest(p.dir)
	if err != nil {
		return listed{}, true // cannot tell: assume the worst
	}
	return site.find(path)
}

// remove removes one file or empty folder, also from a folder that its owner
// had made read-only.
func remove(name string) error {
	err := os.Remove(name)
	if errors.Is(err, fs.ErrPermission) {
		if cerr := os.Chmod(filepath.Dir(name), 0o700); cerr == nil {
			err = os.Remove(name)
		}
	}
	return err
}

// removeAll removes a tree that nobody has seen yet.
func removeAll(dir string) error {
	err := os.RemoveAll(dir)
	if !errors.Is(err, fs.ErrPermission) {
		return err
	}
	// Foreign folders were copied with their modes.
	filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if d != nil && d.IsDir() {
			os.Chmod(name, 0o700)
		}
		return nil
	})
	return os.RemoveAll(dir)
}
