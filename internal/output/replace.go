package output

import (
	"fmt"
	"os"
	"path/filepath"
)

// Replace puts a file in the place of an earlier one, or where none was, in
// one step: whoever reads it meets the old bytes or the new ones. The draft
// beside it is gone afterwards; one that a killed run left is written over.
func Replace(name string, data []byte) error {
	draft := filepath.Join(filepath.Dir(name), "."+filepath.Base(name)+".thonlanh")
	if err := os.Remove(draft); err != nil && !missing(err) {
		return fmt.Errorf("replace %s: %w", name, err)
	}
	err := writeSynced(draft, data)
	if err == nil {
		if info, serr := os.Stat(name); serr == nil {
			err = os.Chmod(draft, info.Mode().Perm())
		}
	}
	if err == nil {
		err = rename(draft, name)
	}
	if err != nil {
		os.Remove(draft)
		return fmt.Errorf("replace %s: %w", name, err)
	}
	return nil
}
