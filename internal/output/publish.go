package output

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime"
	"slices"
	"sync"
)

// Summary says what a Publish did. Files and Bytes count the new site without
// its manifest; New, Changed and Kept add up to Files.
type Summary struct {
	Files, Bytes, New, Changed, Removed, Kept int
}

// Publish puts the new site in the place of the earlier one in one switch.
// Files with the same bytes as before keep their modification time, foreign
// files are carried over. If nothing differs, nothing is touched.
//
// If it fails, the earlier site stands and Discard removes the rest. Once the
// switch is made Publish succeeds: what cannot be tidied up then is left for
// the next run.
func (s *Stage) Publish() (Summary, error) {
	if s.lock == nil {
		return Summary{}, errors.New("publish: the stage is closed")
	}
	if s.failed != nil {
		return Summary{}, fmt.Errorf("publish: a file could not be written: %w", s.failed)
	}
	slices.SortFunc(s.entries, func(a, b entry) int { return cmp.Compare(a.path, b.path) })
	site, sum := s.count()
	raw := site.encode()
	same := s.exist == folderFull && sum.Kept == sum.Files && sum.Removed == 0 && bytes.Equal(raw, s.raw)
	if same {
		return sum, s.Discard()
	}
	if err := s.complete(raw); err != nil {
		return Summary{}, err
	}
	if err := s.swap(s.opts, raw, s.raw); err != nil {
		return Summary{}, err
	}
	// The site is published, whatever becomes of the earlier one's remains.
	_ = s.settle(s.opts)
	s.leave(s.lock)
	s.lock = nil
	return sum, nil
}

// count compares the new site with the earlier one.
func (s *Stage) count() (manifest, Summary) {
	site := make(manifest, 0, len(s.entries))
	sum := Summary{Files: len(s.entries)}
	earlier := 0
	for _, e := range s.entries {
		site = append(site, e.listed)
		sum.Bytes += e.size
		_, ours := s.prior.find(e.path)
		switch {
		case e.kept:
			sum.Kept++
		case ours:
			sum.Changed++
		default:
			sum.New++
		}
		if ours {
			earlier++
		}
	}
	sum.Removed = len(s.prior) - earlier
	return site, sum
}

// complete makes the new tree whole: foreign files, kept files, manifest.
func (s *Stage) complete(raw []byte) error {
	if s.exist == folderFull {
		strangers, err := scan(s.dir, s.prior)
		if err != nil {
			return fmt.Errorf("publish: %w", err)
		}
		for _, f := range strangers {
			if s.inTheWay(f) {
				return &ForeignError{Dir: s.dir, Path: f.path}
			}
		}
		if err := s.carry(strangers); err != nil {
			return err
		}
		if err := s.opts.at("carried"); err != nil {
			return err
		}
		if err := s.keep(); err != nil {
			return err
		}
	}
	if s.exist != folderMissing {
		if err := s.likeBefore(""); err != nil {
			return err
		}
	}
	if err := s.opts.at("kept"); err != nil {
		return err
	}
	if bytes.Equal(raw, s.raw) && s.exist == folderFull {
		if err := linkOrCopy(s.at(ManifestName), s.staged(ManifestName), s.opts); err != nil {
			return fmt.Errorf("publish: %w", err)
		}
	} else if err := writeSynced(s.staged(ManifestName), raw); err != nil {
		return fmt.Errorf("publish: %w", err)
	}
	return s.opts.at("manifest")
}

// keep brings the kept files into the new tree.
func (s *Stage) keep() error {
	var kept []string
	for _, e := range s.entries {
		if e.kept {
			kept = append(kept, e.path)
		}
	}
	return inParallel(len(kept), func(i int) error {
		if err := s.folder(parentOf(kept[i])); err != nil {
			return err
		}
		err := linkOrCopy(s.at(kept[i]), s.staged(kept[i]), s.opts)
		if errors.Is(err, fs.ErrExist) {
			return &ForeignError{Dir: s.dir, Path: kept[i]} // carried over in another case
		} else if err != nil {
			return fmt.Errorf("publish: %w", err)
		}
		return nil
	})
}

// inParallel calls do for 0 to n-1 and returns the first failure.
func inParallel(n int, do func(i int) error) error {
	workers := min(runtime.GOMAXPROCS(0), 8, n)
	failures := make([]error, workers)
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() {
			for i := w; i < n && failures[w] == nil; i += workers {
				failures[w] = do(i)
			}
		})
	}
	wg.Wait()
	return errors.Join(failures...)
}

// writeSynced writes a new file and waits until the disk has it. After a power
// cut an empty manifest would make every file a foreign one, and an empty
// journal could not be read; other files are merely written again.
func writeSynced(name string, data []byte) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	return err
}

// missing reports the answer of the system for a name that is not there.
func missing(err error) bool { return errors.Is(err, fs.ErrNotExist) }
