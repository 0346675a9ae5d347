package output

import (
	"errors"
	"os"
	"time"

	"golang.org/x/sys/windows"
)

// rename waits for programs that hold a file for a moment, as virus scanners
// and search indexers do with everything new.
func rename(from, to string) error {
	var err error
	for wait := 10 * time.Millisecond; wait < 2*time.Second; wait *= 2 {
		err = os.Rename(from, to)
		if !errors.Is(err, windows.ERROR_SHARING_VIOLATION) && !errors.Is(err, windows.ERROR_ACCESS_DENIED) {
			return err
		}
		time.Sleep(wait)
	}
	return err
}
