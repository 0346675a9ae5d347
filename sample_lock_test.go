package thonlanh_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"thonlanh/internal/build"
	"thonlanh/internal/lock"
)

// The sample's lock holds every address that the sample has: a page that a
// change of the program or of the sample takes away is noticed here.
func TestSampleLockIsCurrent(t *testing.T) {
	dir := copySample(t)
	publish(t, build.Options{Dir: dir})
	got, err := os.ReadFile(filepath.Join(dir, lock.Name))
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(lock.Name, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(lock.Name)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s lacks what the sample publishes; run: go test -run SampleLock -update .", lock.Name)
	}
}
