package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
)

type versionCmd struct{}

// Run prints the version, the commit and the Go version.
func (versionCmd) Run(w world) error {
	fmt.Fprintf(w.stdout, "thonlanh %s\n", version())
	if c := commit(); c != "" {
		fmt.Fprintf(w.stdout, "commit %s\n", c)
	}
	fmt.Fprintln(w.stdout, runtime.Version())
	return nil
}

// release is the version that the changelog names.
const release = "0.1.0"

func version() string { return release }

// commit is the revision that the Go toolchain put into the binary.
func commit() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			return s.Value
		}
	}
	return ""
}
