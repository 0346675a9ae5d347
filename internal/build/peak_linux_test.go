package build_test

import (
	"os"
	"syscall"
)

// peak is the most memory that a finished process held, in kilobytes.
func peak(s *os.ProcessState) int64 {
	if usage, ok := s.SysUsage().(*syscall.Rusage); ok {
		return usage.Maxrss
	}
	return 0
}
