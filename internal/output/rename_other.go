//go:build !windows

package output

import "os"

func rename(from, to string) error { return os.Rename(from, to) }
