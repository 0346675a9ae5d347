package output

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// place is an output folder and the staging folder beside it. Nothing outside
// these two is ever written.
//
// In the staging folder stand the lock, the tree that is being written (new),
// the tree that was replaced (old) and the journal. The journal is there if
// and only if the new tree is complete and its way to the output folder has
// begun but is not tidied up; see settle.
type place struct {
	dir     string
	staging string
}

func (p place) newTree() string  { return filepath.Join(p.staging, "new") }
func (p place) oldTree() string  { return filepath.Join(p.staging, "old") }
func (p place) journal() string  { return filepath.Join(p.staging, "journal") }
func (p place) lockFile() string { return filepath.Join(p.staging, "lock") }

// locate finds the real place of an output folder, which need not exist: links
// are followed first, so that the two folders lie on one file system.
func locate(dir string) (place, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return place{}, fmt.Errorf("output folder: %w", err)
	}
	abs, err = follow(abs)
	if err != nil {
		return place{}, fmt.Errorf("output folder: %w", err)
	}
	parent, name := filepath.Split(abs)
	if name == "" || filepath.Dir(abs) == abs {
		return place{}, &PlaceError{Dir: abs, Reason: "is a whole disk", why: "đó là cả một ổ đĩa"}
	}
	return place{dir: abs, staging: filepath.Join(parent, "."+name+".thonlanh")}, nil
}

// follow resolves the links of a path of which the last parts may be missing.
func follow(abs string) (string, error) {
	real, err := filepath.EvalSymlinks(abs)
	if err == nil {
		return real, nil
	}
	if info, lerr := os.Lstat(abs); lerr == nil {
		if info.Mode()&fs.ModeSymlink != 0 {
			return "", &PlaceError{Dir: abs, Reason: "is a link that leads nowhere", why: "đó là một lối tắt không dẫn tới đâu"}
		}
		return abs, nil // there, but the system cannot resolve it (Windows, mapped drives)
	}
	if !errors.Is(err, fs.ErrNotExist) || filepath.Dir(abs) == abs {
		return "", err
	}
	parent, err := follow(filepath.Dir(abs))
	if err != nil {
		return "", err
	}
	return filepath.Join(parent, filepath.Base(abs)), nil
}

// folderState is what stands at a path where a folder is expected.
type folderState int

const (
	folderMissing folderState = iota
	folderEmpty
	folderFull
)

func stateOf(dir string) (folderState, error) {
	info, err := os.Lstat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return folderMissing, nil
	case err != nil:
		return 0, err
	case !info.IsDir():
		return 0, &PlaceError{Dir: dir, Reason: "is not a folder", why: "đó là một tệp, không phải thư mục"}
	}
	f, err := os.Open(dir)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	names, err := f.Readdirnames(1)
	if len(names) > 0 {
		return folderFull, nil
	}
	if err != nil && !errors.Is(err, io.EOF) {
		return 0, err
	}
	return folderEmpty, nil
}
