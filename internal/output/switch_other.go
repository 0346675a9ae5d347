//go:build !linux && !darwin

package output

import "errors"

// exchange is what this system cannot do.
func exchange(a, b string) error { return errors.ErrUnsupported }
