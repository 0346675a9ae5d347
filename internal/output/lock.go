package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// enter makes the staging folder if needed and takes its lock. The answer is a
// *BusyError if another process holds it.
func (p place) enter() (*os.File, error) {
	// The folder and the lock vanish when their holder is done, perhaps
	// between two steps of ours.
	for range 100 {
		if err := os.Mkdir(p.staging, 0o755); err != nil && !errors.Is(err, fs.ErrExist) {
			return nil, fmt.Errorf("staging folder: %w", err)
		}
		if info, err := os.Lstat(p.staging); err == nil && !info.IsDir() {
			return nil, fmt.Errorf("staging folder: %s is not a folder", p.staging)
		}
		f, err := os.OpenFile(p.lockFile(), os.O_RDWR|os.O_CREATE, 0o644)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		} else if err != nil {
			return nil, fmt.Errorf("lock: %w", err)
		}
		held, err := tryLock(f)
		if err != nil || !held {
			f.Close()
			if err == nil {
				err = &BusyError{Dir: p.dir}
			}
			return nil, err
		}
		mine, err1 := f.Stat()
		there, err2 := os.Lstat(p.lockFile())
		if err1 == nil && err2 == nil && os.SameFile(mine, there) {
			return f, nil
		}
		f.Close()
	}
	return nil, &BusyError{Dir: p.dir}
}

// leave gives the lock back and removes the staging folder unless something is
// left in it for the next run.
func (p place) leave(lock *os.File) {
	dropLock(lock)
	os.Remove(p.staging)
}
