//go:build !unix

package form

import "time"

// cpuTime is the time of day where processor time has another interface.
func cpuTime() time.Duration { return time.Duration(time.Now().UnixNano()) }
