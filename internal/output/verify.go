package output

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"syscall"
)

// Report says how a published folder differs from its manifest. The lists are
// sorted by the bytes of the paths.
type Report struct {
	Files   int      // in the manifest
	Missing []string // listed, but not there as a file
	Changed []string // there with other bytes
	Foreign []string // there, but not listed; a link counts as a file
}

// Clean reports whether the site is as it was published. Foreign files do not
// count against it.
func (r Report) Clean() bool { return len(r.Missing) == 0 && len(r.Changed) == 0 }

// Verify compares a published folder with its manifest: *NoManifestError where
// there is none, *ManifestError where it cannot be read. It writes nothing;
// call Recover first.
func Verify(dir string) (Report, error) {
	p, err := locate(dir)
	if err != nil {
		return Report{}, err
	}
	return verifyTree(p.dir)
}

func verifyTree(dir string) (Report, error) {
	ours, _, err := readManifest(dir)
	if err != nil {
		return Report{}, err
	}
	report := Report{Files: len(ours)}
	strangers, err := scan(dir, ours)
	if err != nil {
		return Report{}, fmt.Errorf("verify: %w", err)
	}
	linked := map[string]bool{} // foreign links where our folders were
	for _, f := range strangers {
		if !f.folder() {
			report.Foreign = append(report.Foreign, f.path)
			linked[f.path] = f.kind&os.ModeSymlink != 0
		}
	}
	slices.Sort(report.Foreign)
	states := make([]fileState, len(ours))
	err = inParallel(len(ours), func(i int) error {
		for folder := parentOf(ours[i].path); folder != ""; folder = parentOf(folder) {
			if linked[folder] {
				states[i] = fileMissing
				return nil
			}
		}
		var err error
		states[i], err = compare(filepath.Join(dir, filepath.FromSlash(ours[i].path)), ours[i].sum)
		return err
	})
	if err != nil {
		return Report{}, fmt.Errorf("verify: %w", err)
	}
	for i, l := range ours {
		switch states[i] {
		case fileMissing:
			report.Missing = append(report.Missing, l.path)
		case fileChanged:
			report.Changed = append(report.Changed, l.path)
		}
	}
	return report, nil
}

type fileState int

const (
	fileSame fileState = iota
	fileMissing
	fileChanged
)

func compare(name string, sum digest) (fileState, error) {
	info, err := os.Lstat(name)
	switch {
	case missing(err), errors.Is(err, syscall.ENOTDIR):
		return fileMissing, nil
	case err != nil:
		return 0, err
	case info.IsDir():
		return fileMissing, nil
	case !info.Mode().IsRegular():
		return fileChanged, nil
	}
	f, err := os.Open(name)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return 0, err
	}
	if digest(h.Sum(nil)) != sum {
		return fileChanged, nil
	}
	return fileSame, nil
}
