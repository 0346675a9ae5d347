package output

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestManifestBytes(t *testing.T) {
	files := site{"b.html": "b", "a/index.html": "a", "a.html": "x", "a-b.html": "y", "Z": "z", "ảnh.svg": "v", "a/a/b": ""}
	var raws [][]byte
	for range 3 {
		dir := filepath.Join(t.TempDir(), "public")
		s, err := Begin(dir)
		if err != nil {
			t.Fatal(err)
		}
		var wg sync.WaitGroup
		for path, text := range files {
			wg.Go(func() {
				if err := s.Write(path, []byte(text)); err != nil {
					t.Error(err)
				}
			})
		}
		wg.Wait()
		if _, err := s.Publish(); err != nil {
			t.Fatal(err)
		}
		raw, err := os.ReadFile(filepath.Join(dir, ManifestName))
		if err != nil {
			t.Fatal(err)
		}
		raws = append(raws, raw)
		if out, err := exec.Command("sh", "-c", `cd "$0" && sha256sum --strict --quiet -c thonlanh.sum`, dir).CombinedOutput(); err != nil && !errors.Is(err, exec.ErrNotFound) {
			t.Errorf("sha256sum: %v: %s", err, out)
		}
	}
	var want strings.Builder
	for _, path := range []string{"Z", "a-b.html", "a.html", "a/a/b", "a/index.html", "b.html", "ảnh.svg"} {
		fmt.Fprintf(&want, "%x  %s\n", sha256.Sum256([]byte(files[path])), path)
	}
	for _, raw := range raws {
		if diff := cmp.Diff(want.String(), string(raw)); diff != "" {
			t.Error(diff)
		}
	}
}

func TestParseManifest(t *testing.T) {
	h := strings.Repeat("0a", 32)
	good := map[string]int{
		"":                                0,
		h + "  a\n":                       1,
		h + "  a":                         1,
		h + "  a\r\n" + h + "  b\r\n":     2,
		h + "  a b/ảnh.jpg\n":             1,
		h + "  a-b\n" + h + "  a/index\n": 2,
	}
	for text, n := range good {
		m, err := parseManifest([]byte(text))
		if err != nil || len(m) != n {
			t.Errorf("%q: %d, %v", text, len(m), err)
		}
	}
	bad := map[string]int{ // line of the fault
		"x":                             1,
		"\n":                            1,
		h + " a\n":                      1,
		h + " *a\n":                     1,
		h + "  \n":                      1,
		strings.ToUpper(h) + "  a\n":    1,
		"zz" + h[2:] + "  a\n":          1,
		h + "  ../a\n":                  1,
		h + "  /a\n":                    1,
		h + "  thonlanh.sum\n":          1,
		h + "  a\n" + h + "  a\n":       2,
		h + "  b\n" + h + "  a\n":       2,
		h + "  a\n\n":                   2,
		h + "  a\n" + h + "  c:\\x\n":   2,
		h + "  a\n" + h + "  b\n" + "?": 3,
	}
	for text, line := range bad {
		_, err := parseManifest([]byte(text))
		var broken *ManifestError
		if !errors.As(err, &broken) || broken.Line != line {
			t.Errorf("%q: %v, want a fault in line %d", text, err, line)
		}
	}
}

func TestManifestLooksUp(t *testing.T) {
	m := manifest{{path: "a-b"}, {path: "a/index.html"}, {path: "tin/2020/x"}, {path: "tinh"}}
	for path, want := range map[string]bool{"a": true, "a-b": false, "tin": true, "tin/2020": true, "ti": false, "tin/20": false, "tinh": false, "z": false} {
		if got := m.hasFolder(path); got != want {
			t.Errorf("hasFolder(%s) = %v", path, got)
		}
	}
	for path, want := range map[string]bool{"a": false, "a-b": true, "a/index.html": true, "tin/2020": false, "tinh": true, "z": false} {
		if _, got := m.find(path); got != want {
			t.Errorf("find(%s) = %v", path, got)
		}
	}
}

func FuzzParseManifest(f *testing.F) {
	h := strings.Repeat("0a", 32)
	for _, text := range []string{"", h + "  a\n", h + "  a\r\n" + h + "  b/ả\n", h + "  ../x\n", h + " *a\n", "\n\n"} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := parseManifest(data)
		if err != nil {
			return
		}
		for i, l := range m {
			if err := CheckPath(l.path); err != nil {
				t.Fatal(err)
			}
			if !filepath.IsLocal(filepath.FromSlash(l.path)) {
				t.Fatalf("%q leads out", l.path)
			}
			if got, ok := m.find(l.path); !ok || got != m[i] {
				t.Fatalf("%q is not found", l.path)
			}
		}
		again, err := parseManifest(m.encode())
		if err != nil || len(again) != len(m) {
			t.Fatalf("written and read again: %v", err)
		}
		plain := bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
		if got := m.encode(); len(data) > 0 && !bytes.Equal(got, plain) && !bytes.Equal(got, append(bytes.TrimSuffix(plain, []byte("\r")), '\n')) {
			t.Fatalf("%q became %q", data, got)
		}
	})
}

func TestVerify(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	publish(t, dir, site{"index.html": "h", "a/index.html": "a", "b/index.html": "b", "c": "c", "d": "d"}, options{})
	put(t, dir, "c", "C")
	os.Remove(filepath.Join(dir, "d"))
	os.Mkdir(filepath.Join(dir, "d"), 0o755)
	put(t, dir, "x/y.txt", "")
	put(t, dir, "b/x.txt", "")
	os.MkdirAll(filepath.Join(dir, "empty"), 0o755)
	// The folder of a is now a link to the same files: not ours any more.
	away := filepath.Join(t.TempDir(), "a")
	os.Rename(filepath.Join(dir, "a"), away)
	if err := os.Symlink(away, filepath.Join(dir, "a")); err != nil {
		t.Skip(err)
	}
	got, err := Verify(dir)
	if err != nil {
		t.Fatal(err)
	}
	want := Report{Files: 5, Missing: []string{"a/index.html", "d"}, Changed: []string{"c"}, Foreign: []string{"a", "b/x.txt", "x/y.txt"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if got.Clean() {
		t.Error("clean")
	}
	for _, dir := range []string{t.TempDir(), filepath.Join(t.TempDir(), "none")} {
		if _, err := Verify(dir); !errors.Is(err, ErrNoManifest) {
			t.Errorf("%s: %v", dir, err)
		}
	}
}

// A published folder that went through git on Windows has other line ends in
// its manifest.
func TestManifestWithWindowsLineEnds(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	files := site{"index.html": "h", "b": "b"}
	publish(t, dir, files, options{})
	name := filepath.Join(dir, ManifestName)
	raw, _ := os.ReadFile(name)
	os.WriteFile(name, bytes.ReplaceAll(raw, []byte("\n"), []byte("\r\n")), 0o644)
	if report, err := Verify(dir); err != nil || !report.Clean() {
		t.Errorf("%+v, %v", report, err)
	}
	publish(t, dir, files, options{})
	if again, _ := os.ReadFile(name); !bytes.Equal(raw, again) {
		t.Error("the manifest was not written anew")
	}
}
