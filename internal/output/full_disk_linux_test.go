package output

import (
	"errors"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// A real full disk, where the test may mount one.
func TestFullDisk(t *testing.T) {
	disk := t.TempDir()
	if err := syscall.Mount("none", disk, "tmpfs", 0, "size=400k"); err != nil {
		t.Skipf("cannot mount a small disk: %v", err)
	}
	defer syscall.Unmount(disk, 0)
	dir := filepath.Join(disk, "public")
	publish(t, dir, site{"index.html": "1", "a.bin": strings.Repeat("a", 100_000)}, options{})
	put(t, dir, "CNAME", "xa.example")
	before := tree(t, dir)
	for _, mode := range modes {
		big := site{"index.html": "2", "a.bin": strings.Repeat("a", 100_000), "b.bin": strings.Repeat("b", 350_000)}
		if _, err := tryPublish(dir, big, mode.opts); !errors.Is(err, syscall.ENOSPC) {
			t.Errorf("%s: %v", mode.name, err)
		}
		noStaging(t, dir)
		if report, err := Verify(dir); err != nil || !report.Clean() {
			t.Errorf("%s: %+v, %v", mode.name, report, err)
		}
		if after := tree(t, dir); len(after) != len(before) || after["index.html"] != "1" || after["CNAME"] != "xa.example" {
			t.Errorf("%s: the earlier site is not whole", mode.name)
		}
	}
	publish(t, dir, site{"index.html": "3"}, options{})
}

// A folder that is itself a mounted disk cannot be replaced.
func TestMountedFolder(t *testing.T) {
	dir := t.TempDir()
	if err := syscall.Mount("none", dir, "tmpfs", 0, "size=400k"); err != nil {
		t.Skipf("cannot mount: %v", err)
	}
	defer syscall.Unmount(dir, 0)
	_, err := tryPublish(dir, site{"index.html": "1"}, options{})
	var refused *SwitchError
	if !errors.As(err, &refused) {
		t.Errorf("error %v", err)
	}
	noStaging(t, dir)
	// Inside the disk it works.
	publish(t, filepath.Join(dir, "public"), site{"index.html": "1"}, options{})
}
