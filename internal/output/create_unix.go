//go:build unix

package output

import (
	"errors"
	"io/fs"

	"golang.org/x/sys/unix"
)

// createFile writes a file that did not exist. A file of package os is
// offered to the poller of the runtime first, which takes five calls of the
// system for each of ten thousand files and refuses them all.
func createFile(name string, data []byte) error {
	fail := func(op string, err error) error { return &fs.PathError{Op: op, Path: name, Err: err} }
	var fd int
	var err error = unix.EINTR
	for errors.Is(err, unix.EINTR) {
		fd, err = unix.Open(name, unix.O_WRONLY|unix.O_CREAT|unix.O_EXCL|unix.O_CLOEXEC, 0o644)
	}
	if err != nil {
		return fail("open", err)
	}
	for len(data) > 0 {
		n, err := unix.Write(fd, data)
		switch {
		case errors.Is(err, unix.EINTR):
		case err != nil:
			_ = unix.Close(fd) // the first failure is the one to tell
			return fail("write", err)
		default:
			data = data[n:]
		}
	}
	// After an interrupted close the file is closed all the same.
	if err := unix.Close(fd); err != nil && !errors.Is(err, unix.EINTR) {
		return fail("close", err)
	}
	return nil
}
