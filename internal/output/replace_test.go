package output

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

func TestReplace(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "a.lock")
	read := func() string {
		t.Helper()
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	for _, text := range []string{"một", "hai", ""} {
		if err := os.WriteFile(filepath.Join(dir, ".a.lock.thonlanh"), []byte("nửa chừng"), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := Replace(name, []byte(text)); err != nil {
			t.Fatal(err)
		}
		if got := read(); got != text {
			t.Errorf("%q, want %q", got, text)
		}
		if entries, _ := os.ReadDir(dir); len(entries) != 1 {
			t.Errorf("left %v", entries)
		}
	}

	// What cannot be replaced stays as it was.
	if err := os.MkdirAll(filepath.Join(dir, ".a.lock.thonlanh", "trong"), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := Replace(name, []byte("ba")); err == nil || read() != "" {
		t.Errorf("error %v, the file holds %q", err, read())
	}
	if err := os.RemoveAll(filepath.Join(dir, ".a.lock.thonlanh")); err != nil {
		t.Fatal(err)
	}
	if runtime.GOOS == "windows" {
		return // without modes
	}

	// Its mode stays.
	if err := os.Chmod(name, 0o640); err != nil {
		t.Fatal(err)
	}
	if err := Replace(name, []byte("bốn")); err != nil || read() != "bốn" {
		t.Errorf("error %v, the file holds %q", err, read())
	}
	if info, err := os.Stat(name); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("the mode is %v, %v", info.Mode(), err)
	}
}
