package output

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
)

// Stage is a site on its way to an output folder. Files are written beside the
// folder; nobody sees them before Publish.
//
// A Stage knows its files by path, size and hash only, so memory grows with
// their number, not with their contents.
type Stage struct {
	place
	opts  options
	lock  *os.File // nil when done
	exist folderState
	prior manifest // of the earlier site
	raw   []byte   // the earlier manifest as it stands on disk

	buffers sync.Pool // of *[]byte, to read earlier files

	mu      sync.Mutex
	entries []entry
	names   Names
	made    map[string]bool // folders that exist in the new tree
	failed  error           // the first failure of a Write
}

// entry is a file of the new site. A kept file stands in the earlier site with
// the same bytes; it is linked into the new tree only if there is a switch.
type entry struct {
	listed
	size int
	kept bool
}

// options are for the tests: a step may be made to fail or to end the process,
// and the exchange of folders may be refused.
type options struct {
	step       func(name string) error
	noExchange bool
	noLinks    bool
}

func (o options) at(name string) error {
	if o.step == nil {
		return nil
	}
	return o.step(name)
}

// Begin prepares publishing into dir, which is made by Publish if it is
// missing. It finishes or undoes what an earlier run left half done and takes
// the lock of the folder: *BusyError if a living process has it. A folder with
// files but without manifest is refused with a *ForeignError, one with a
// broken manifest with a *ManifestError.
//
// Every Begin needs a Discard, which does nothing after a Publish that worked.
func Begin(dir string) (*Stage, error) { return begin(dir, options{}) }

func begin(dir string, opts options) (_ *Stage, err error) {
	p, err := locate(dir)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(filepath.Dir(p.dir), 0o755); err != nil {
		return nil, fmt.Errorf("output folder: %w", err)
	}
	lock, err := p.enter()
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			p.leave(lock)
		}
	}()
	if err := p.settle(opts); err != nil {
		return nil, err
	}
	s := &Stage{place: p, opts: opts, lock: lock, made: map[string]bool{"": true}}
	if s.exist, err = stateOf(p.dir); err != nil {
		return nil, fmt.Errorf("output folder: %w", err)
	}
	if s.exist == folderFull {
		s.prior, s.raw, err = readManifest(p.dir)
		if errors.Is(err, ErrNoManifest) {
			return nil, &ForeignError{Dir: p.dir}
		} else if err != nil {
			return nil, err
		}
	}
	if err := os.Mkdir(p.newTree(), 0o755); err != nil {
		return nil, fmt.Errorf("staging folder: %w", err)
	}
	return s, nil
}

// Write adds a file to the new site. The path is slash-separated, relative to
// the output folder, and written once; see CheckPath for what it may be. Two
// paths that differ in case only are refused as well. After a failure Publish
// refuses. Write may be called from several goroutines; it does not keep data.
func (s *Stage) Write(path string, data []byte) error {
	err := s.write(path, data)
	if err != nil {
		s.mu.Lock()
		if s.failed == nil {
			s.failed = err
		}
		s.mu.Unlock()
	}
	return err
}

func (s *Stage) write(path string, data []byte) error {
	s.mu.Lock()
	err := s.names.Take(path)
	s.mu.Unlock()
	if err != nil {
		return err
	}
	if err := s.opts.at("write"); err != nil {
		return err
	}
	e := entry{listed: listed{path: path, sum: sha256.Sum256(data)}, size: len(data)}
	old, ours := s.prior.find(path)
	if ours && old.sum == e.sum {
		// The file may have been changed by hand since, so its bytes decide.
		e.kept = s.sameBytes(s.at(path), data)
	} else if !ours && s.exist == folderFull {
		if err := s.blocked(path); err != nil {
			return err
		}
	}
	if !e.kept {
		if err := s.create(path, data); err != nil {
			return err
		}
	}
	s.mu.Lock()
	s.entries = append(s.entries, e)
	s.mu.Unlock()
	return nil
}

// Discard gives up a site that was not published and removes what was staged.
func (s *Stage) Discard() error {
	if s.lock == nil {
		return nil
	}
	err := s.settle(options{})
	s.leave(s.lock)
	s.lock = nil
	return err
}

// at is the file-system name of a path of the earlier site.
func (s *Stage) at(path string) string { return filepath.Join(s.dir, filepath.FromSlash(path)) }

// staged is the file-system name of a path of the new site.
func (s *Stage) staged(path string) string {
	return filepath.Join(s.newTree(), filepath.FromSlash(path))
}

// blocked looks for a foreign file in the place of a path that the earlier
// site did not have, so that a long build fails early. Publish looks again at
// everything.
func (s *Stage) blocked(path string) error {
	for p := path; p != ""; p = parentOf(p) {
		info, err := os.Lstat(s.at(p))
		if err != nil {
			continue // nothing there, or one of its folders is a file
		}
		if p == path && info.IsDir() {
			return nil // an earlier folder of ours, unless it holds foreign files
		}
		if _, ours := s.prior.find(p); !info.IsDir() && !ours && !s.foldedOurs(p) {
			return &ForeignError{Dir: s.dir, Path: p}
		}
		return nil
	}
	return nil
}

// foldedOurs reports whether a file of the earlier site has this name in
// another case: on some disks that is the same file.
func (s *Stage) foldedOurs(path string) bool {
	key := foldPath(path)
	for _, l := range s.prior {
		if foldPath(l.path) == key {
			return true
		}
	}
	return false
}

// create writes a new file. It never opens an existing one: files of the new
// tree may share their inode with the earlier site.
func (s *Stage) create(path string, data []byte) error {
	if err := s.folder(parentOf(path)); err != nil {
		return err
	}
	if err := createFile(s.staged(path), data); err != nil {
		return fmt.Errorf("write: %w", err)
	}
	return nil
}

// folder makes a folder of the new tree.
func (s *Stage) folder(path string) error {
	s.mu.Lock()
	made := s.made[path]
	s.mu.Unlock()
	if made {
		return nil
	}
	if err := s.folder(parentOf(path)); err != nil {
		return err
	}
	if err := os.Mkdir(s.staged(path), 0o755); err != nil && !errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("write: %w", err)
	}
	s.mu.Lock()
	s.made[path] = true
	s.mu.Unlock()
	return nil
}

// sameBytes reports whether a regular file holds exactly these bytes.
func (s *Stage) sameBytes(name string, data []byte) bool {
	info, err := os.Lstat(name)
	if err != nil || !info.Mode().IsRegular() || info.Size() != int64(len(data)) {
		return false
	}
	f, err := os.Open(name)
	if err != nil {
		return false
	}
	defer f.Close()
	buf, ok := s.buffers.Get().(*[]byte)
	if !ok {
		buf = new([]byte)
		*buf = make([]byte, 32<<10)
	}
	defer s.buffers.Put(buf)
	for {
		n, err := f.Read(*buf)
		if n > len(data) || !bytes.Equal((*buf)[:n], data[:n]) {
			return false
		}
		data = data[n:]
		if err != nil {
			return errors.Is(err, io.EOF) && len(data) == 0
		}
	}
}
