package output

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// stranger is something in an output folder that the manifest does not list.
type stranger struct {
	path string
	kind fs.FileMode // type bits only
}

func (f stranger) folder() bool { return f.kind.IsDir() }

// scan lists the strangers of a tree, folders before what they hold. Folders
// of listed files are ours, all others are strangers. Links are not followed.
func scan(root string, ours manifest) ([]stranger, error) {
	var found []stranger
	var walk func(folder string) error
	walk = func(folder string) error {
		list, err := os.ReadDir(filepath.Join(root, filepath.FromSlash(folder)))
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
			if d.IsDir() {
				if !ours.hasFolder(path) {
					found = append(found, stranger{path, d.Type()})
				}
				if err := walk(path); err != nil {
					return err
				}
				continue
			}
			// A link in the place of a listed file is a file changed by hand.
			if _, ok := ours.find(path); !ok {
				found = append(found, stranger{path, d.Type()})
			}
		}
		return nil
	}
	return found, walk("")
}

// inTheWay reports whether a stranger and a file of the new site cannot both
// be there.
func (s *Stage) inTheWay(f stranger) bool {
	for p := f.path; p != ""; p = parentOf(p) {
		t, ok := s.names.taken[foldPath(p)]
		if !ok || t.path != p {
			continue
		}
		if !t.folder {
			return true
		}
		return p == f.path && !f.folder()
	}
	return false
}

// carry brings the strangers into the new tree: the same files where the file
// system can link them, else copies of the same time.
func (s *Stage) carry(strangers []stranger) error {
	var files []stranger
	for _, f := range strangers {
		if !f.folder() {
			files = append(files, f)
		} else if err := s.folder(f.path); err != nil {
			return err
		}
	}
	err := inParallel(len(files), func(i int) error {
		f := files[i]
		if err := s.folder(parentOf(f.path)); err != nil {
			return err
		}
		err := linkOrCopy(s.at(f.path), s.staged(f.path), s.opts)
		if errors.Is(err, fs.ErrExist) {
			return &ForeignError{Dir: s.dir, Path: f.path} // names of one file on this disk
		} else if err != nil {
			return fmt.Errorf("carry over: %w", err)
		}
		return nil
	})
	if err != nil {
		return err
	}
	// From the deepest up, since filling a folder changes its time.
	for _, f := range slices.Backward(strangers) {
		if f.folder() {
			if err := s.likeBefore(f.path); err != nil {
				return err
			}
		}
	}
	return nil
}

// likeBefore gives a folder of the new tree the mode and time it had.
func (s *Stage) likeBefore(folder string) error {
	info, err := os.Lstat(s.at(folder))
	if err != nil {
		return fmt.Errorf("carry over: %w", err)
	}
	mode := info.Mode() & (fs.ModePerm | fs.ModeSetgid | fs.ModeSticky)
	if folder == "" {
		mode |= 0o700 // else it could not be moved
	}
	if err := os.Chmod(s.staged(folder), mode); err != nil {
		return fmt.Errorf("carry over: %w", err)
	}
	if err := os.Chtimes(s.staged(folder), info.ModTime(), info.ModTime()); err != nil {
		return fmt.Errorf("carry over: %w", err)
	}
	return nil
}

// linkOrCopy makes to the same file as from, or, where the file system cannot,
// one of the same bytes, mode and time. It never overwrites.
func linkOrCopy(from, to string, opts options) error {
	info, err := os.Lstat(from)
	if err != nil {
		return err
	}
	if info.Mode()&fs.ModeSymlink != 0 {
		target, err := os.Readlink(from)
		if err != nil {
			return err
		}
		return os.Symlink(target, to)
	}
	if !opts.noLinks {
		if err = os.Link(from, to); err == nil || errors.Is(err, fs.ErrExist) {
			return err
		}
	}
	if !info.Mode().IsRegular() {
		return fmt.Errorf("%s: cannot copy what is not a file", from)
	}
	return copyFile(from, to, info)
}

func copyFile(from, to string, info fs.FileInfo) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, info.Mode().Perm())
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	if cerr := out.Close(); err == nil {
		err = cerr
	}
	if err != nil {
		return err
	}
	return os.Chtimes(to, info.ModTime(), info.ModTime())
}
