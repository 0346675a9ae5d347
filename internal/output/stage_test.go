package output

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// site is a small site by path.
type site map[string]string

func publish(t *testing.T, dir string, files site, opts options) Summary {
	t.Helper()
	sum, err := tryPublish(dir, files, opts)
	if err != nil {
		t.Fatal(err)
	}
	report, err := Verify(dir)
	if err != nil {
		t.Fatal(err)
	}
	if !report.Clean() || report.Files != len(files) {
		t.Fatalf("verify after publish: %+v", report)
	}
	noStaging(t, dir)
	return sum
}

func tryPublish(dir string, files site, opts options) (Summary, error) {
	s, err := begin(dir, opts)
	if err != nil {
		return Summary{}, err
	}
	defer s.Discard()
	for _, path := range slices.Sorted(maps.Keys(files)) {
		if err := s.Write(path, []byte(files[path])); err != nil {
			return Summary{}, err
		}
	}
	return s.Publish()
}

func noStaging(t *testing.T, dir string) {
	t.Helper()
	p, err := locate(dir)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Lstat(p.staging); !errors.Is(err, fs.ErrNotExist) {
		t.Fatalf("staging folder is left: %v", err)
	}
}

// tree reads everything under dir but the manifest; links and empty folders
// have a mark.
func tree(t *testing.T, dir string) site {
	t.Helper()
	got := site{}
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || name == dir {
			return err
		}
		rel, _ := filepath.Rel(dir, name)
		rel = filepath.ToSlash(rel)
		switch {
		case rel == ManifestName:
		case d.Type()&fs.ModeSymlink != 0:
			target, err := os.Readlink(name)
			got[rel] = "-> " + target
			return err
		case d.IsDir():
			if list, err := os.ReadDir(name); err != nil || len(list) == 0 {
				got[rel+"/"] = ""
				return err
			}
		default:
			data, err := os.ReadFile(name)
			got[rel] = string(data)
			return err
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func put(t *testing.T, dir, path, text string) {
	t.Helper()
	name := filepath.Join(dir, filepath.FromSlash(path))
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func modTime(t *testing.T, dir, path string) time.Time {
	t.Helper()
	info, err := os.Lstat(filepath.Join(dir, filepath.FromSlash(path)))
	if err != nil {
		t.Fatal(err)
	}
	return info.ModTime()
}

// age sets every file back by an hour, so that a rewritten one shows.
func age(t *testing.T, dir string) {
	t.Helper()
	then := time.Now().Add(-time.Hour).Truncate(time.Second)
	filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() {
			os.Chtimes(name, then, then)
		}
		return nil
	})
}

// modes are the ways in which a file system may let us publish.
var modes = []struct {
	name string
	opts options
}{
	{"exchange", options{}},
	{"two steps", options{noExchange: true}},
	{"no links", options{noLinks: true}},
	{"two steps, no links", options{noExchange: true, noLinks: true}},
}

func TestPublishFirstAndAgain(t *testing.T) {
	for _, mode := range modes {
		t.Run(mode.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "a", "b", "public")
			first := site{"index.html": "home", "tin/index.html": "news", "tin/2020/a/index.html": "a", "data/x.json": "{}"}
			sum := publish(t, dir, first, mode.opts)
			if want := (Summary{Files: 4, Bytes: 11, New: 4}); sum != want {
				t.Errorf("first: %+v, want %+v", sum, want)
			}
			age(t, dir)
			old := modTime(t, dir, "tin/index.html")

			second := site{"index.html": "home 2", "tin/index.html": "news", "tin/2020/b/index.html": "b", "data/x.json": "{}"}
			sum = publish(t, dir, second, mode.opts)
			if want := (Summary{Files: 4, Bytes: 13, New: 1, Changed: 1, Removed: 1, Kept: 2}); sum != want {
				t.Errorf("second: %+v, want %+v", sum, want)
			}
			if diff := cmp.Diff(second, tree(t, dir)); diff != "" {
				t.Error(diff)
			}
			if got := modTime(t, dir, "tin/index.html"); !got.Equal(old) {
				t.Errorf("kept file has time %v, had %v", got, old)
			}
			if got := modTime(t, dir, "index.html"); got.Equal(old) {
				t.Error("changed file has its old time")
			}

			sum = publish(t, dir, second, mode.opts)
			if want := (Summary{Files: 4, Bytes: 13, Kept: 4}); sum != want {
				t.Errorf("third: %+v, want %+v", sum, want)
			}
		})
	}
}

func TestNothingChangedTouchesNothing(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	files := site{"index.html": "home", "a/index.html": "a"}
	publish(t, dir, files, options{})
	before, _ := os.Lstat(dir)
	publish(t, dir, files, options{step: func(name string) error {
		if name == "before journal" {
			t.Error("a switch was begun")
		}
		return nil
	}})
	after, _ := os.Lstat(dir)
	if !os.SameFile(before, after) || !before.ModTime().Equal(after.ModTime()) {
		t.Error("the output folder is another one")
	}
}

func TestHandChangedFilesAreReplaced(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	files := site{"index.html": "home", "a/index.html": "a", "b/index.html": "b", "c.txt": "c"}
	publish(t, dir, files, options{})
	put(t, dir, "index.html", "HOME") // same size
	os.Remove(filepath.Join(dir, "a", "index.html"))
	os.Remove(filepath.Join(dir, "c.txt"))
	if err := os.Symlink("index.html", filepath.Join(dir, "c.txt")); err != nil {
		t.Skip(err)
	}
	report, err := Verify(dir)
	if err != nil {
		t.Fatal(err)
	}
	want := Report{Files: 4, Missing: []string{"a/index.html"}, Changed: []string{"c.txt", "index.html"}}
	if diff := cmp.Diff(want, report); diff != "" {
		t.Error(diff)
	}
	sum := publish(t, dir, files, options{})
	if sum.Changed != 3 || sum.Kept != 1 {
		t.Errorf("%+v", sum)
	}
	if diff := cmp.Diff(files, tree(t, dir)); diff != "" {
		t.Error(diff)
	}
}

func TestForeignFilesSurviveTenPublishes(t *testing.T) {
	for _, mode := range modes {
		t.Run(mode.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			publish(t, dir, site{"index.html": "0", "tin/index.html": "t"}, mode.opts)
			foreign := site{
				"CNAME": "xa.example", ".git/HEAD": "ref", ".git/objects/ab/cd": "blob",
				".well-known/security.txt": "s", "tin/cua-toi.txt": "mine",
			}
			for path, text := range foreign {
				put(t, dir, path, text)
			}
			os.MkdirAll(filepath.Join(dir, "trống", "rỗng"), 0o750)
			foreign["trống/rỗng/"] = ""
			if os.Symlink("CNAME", filepath.Join(dir, "lien-ket")) == nil {
				foreign["lien-ket"] = "-> CNAME"
			}
			if os.Symlink("/nowhere", filepath.Join(dir, "tin", "hong")) == nil {
				foreign["tin/hong"] = "-> /nowhere"
			}
			age(t, dir)
			then := modTime(t, dir, "CNAME")
			for n := range 10 {
				files := site{"index.html": fmt.Sprint(n + 1)}
				if n%2 == 0 {
					files["tin/index.html"] = "t"
				}
				publish(t, dir, files, mode.opts)
				want := maps.Clone(foreign)
				maps.Copy(want, files)
				if diff := cmp.Diff(want, tree(t, dir)); diff != "" {
					t.Fatalf("publish %d: %s", n, diff)
				}
			}
			for _, path := range []string{"CNAME", ".git/objects/ab/cd", "tin/cua-toi.txt"} {
				if got := modTime(t, dir, path); !got.Equal(then) {
					t.Errorf("%s: time %v, was %v", path, got, then)
				}
			}
			report, err := Verify(dir)
			if err != nil || len(report.Foreign) < 5 || !slices.IsSorted(report.Foreign) {
				t.Errorf("verify: %+v, %v", report, err)
			}
		})
	}
}

func TestForeignFileInTheWay(t *testing.T) {
	tests := []struct {
		name, foreign, ours, inWay string
	}{
		{"same path", "tin/index.html", "tin/index.html", "tin/index.html"},
		{"file where our folder goes", "tin", "tin/index.html", "tin"},
		{"folder where our file goes", "tin/a/b.txt", "tin/a", "tin/a"},
		{"in our old folder, where our file goes", "cu/x.txt", "cu", "cu/x.txt"},
		{"link where our folder goes", "-> tin", "tin/index.html", "tin"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			publish(t, dir, site{"index.html": "0", "cu/index.html": "c"}, options{})
			if path, ok := strings.CutPrefix(tt.foreign, "-> "); ok {
				if err := os.Symlink(t.TempDir(), filepath.Join(dir, path)); err != nil {
					t.Skip(err)
				}
			} else {
				put(t, dir, tt.foreign, "mine")
			}
			before := tree(t, dir)
			_, err := tryPublish(dir, site{"index.html": "1", tt.ours: "ours"}, options{})
			var foreign *ForeignError
			if !errors.As(err, &foreign) || foreign.Path != tt.inWay || !errors.Is(err, ErrForeign) {
				t.Fatalf("error %v, want one about %s", err, tt.inWay)
			}
			if diff := cmp.Diff(before, tree(t, dir)); diff != "" {
				t.Error(diff)
			}
			noStaging(t, dir)
		})
	}
}

// A long build need not run to its end to meet a foreign file.
func TestWriteMeetsForeignFile(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	publish(t, dir, site{"index.html": "0", "tin/index.html": "t"}, options{})
	put(t, dir, "tin/a.html", "mine")
	put(t, dir, "b", "mine")
	s, err := Begin(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Discard()
	for path, inWay := range map[string]string{"tin/a.html": "tin/a.html", "b/c/index.html": "b", "tin/b.html": "", "moi/c/index.html": "", "index.html/x": ""} {
		err := s.Write(path, []byte("ours"))
		var foreign *ForeignError
		if errors.As(err, &foreign) != (inWay != "") || foreign != nil && foreign.Path != inWay {
			t.Errorf("Write(%s): %v", path, err)
		}
	}
}

func TestBeginRefuses(t *testing.T) {
	t.Run("files without manifest", func(t *testing.T) {
		dir := filepath.Join(t.TempDir(), "anh")
		put(t, dir, "a.jpg", "photo")
		_, err := Begin(dir)
		var foreign *ForeignError
		if !errors.As(err, &foreign) || foreign.Path != "" || !errors.Is(err, ErrForeign) {
			t.Fatal(err)
		}
		noStaging(t, dir)
	})
	t.Run("broken manifest", func(t *testing.T) {
		dir := filepath.Join(t.TempDir(), "public")
		put(t, dir, ManifestName, strings.Repeat("0", 64)+"  ../../etc/passwd\n")
		_, err := Begin(dir)
		var broken *ManifestError
		if !errors.As(err, &broken) || broken.Line != 1 || broken.Dir == "" {
			t.Fatal(err)
		}
		noStaging(t, dir)
	})
	t.Run("a file", func(t *testing.T) {
		dir := filepath.Join(t.TempDir(), "public")
		put(t, filepath.Dir(dir), "public", "x")
		if _, err := Begin(dir); !errors.As(err, new(*PlaceError)) {
			t.Fatal(err)
		}
		noStaging(t, dir)
	})
	t.Run("whole disk", func(t *testing.T) {
		if _, err := Begin(string(filepath.Separator)); !errors.As(err, new(*PlaceError)) {
			t.Fatal(err)
		}
	})
	t.Run("a link that leads nowhere", func(t *testing.T) {
		dir := filepath.Join(t.TempDir(), "public")
		if err := os.Symlink("khong-co", dir); err != nil {
			t.Skip(err)
		}
		if _, err := Begin(dir); !errors.As(err, new(*PlaceError)) {
			t.Fatal(err)
		}
	})
	t.Run("staging folder is a link", func(t *testing.T) {
		root := t.TempDir()
		elsewhere := t.TempDir()
		put(t, elsewhere, "new/precious", "x")
		if err := os.Symlink(elsewhere, filepath.Join(root, ".public.thonlanh")); err != nil {
			t.Skip(err)
		}
		if _, err := Begin(filepath.Join(root, "public")); err == nil {
			t.Fatal("no error")
		}
		if diff := cmp.Diff(site{"new/precious": "x"}, tree(t, elsewhere)); diff != "" {
			t.Error(diff)
		}
	})
}

func TestOddOutputFolders(t *testing.T) {
	files := site{"index.html": "home", "a/index.html": "a"}
	again := site{"index.html": "home 2", "a/index.html": "a"}
	t.Run("linked", func(t *testing.T) {
		root := t.TempDir()
		target := filepath.Join(root, "real", "site")
		if err := os.MkdirAll(target, 0o755); err != nil {
			t.Fatal(err)
		}
		link := filepath.Join(root, "public")
		if err := os.Symlink(target, link); err != nil {
			t.Skip(err)
		}
		publish(t, link, files, options{})
		publish(t, link, again, options{})
		if diff := cmp.Diff(again, tree(t, target)); diff != "" {
			t.Error(diff)
		}
		if info, _ := os.Lstat(link); info.Mode()&fs.ModeSymlink == 0 {
			t.Error("the link is gone")
		}
	})
	t.Run("spaces and marks", func(t *testing.T) {
		// Decomposed at run time: "Xã Nậm Pồ" as some file managers write it.
		dir := filepath.Join(t.TempDir(), "Xa\u0303 Na\u0323\u0302m Po\u0302\u0300", "công khai 'x'")
		publish(t, dir, files, options{})
		publish(t, dir, again, options{})
		if diff := cmp.Diff(again, tree(t, dir)); diff != "" {
			t.Error(diff)
		}
	})
	t.Run("empty, mode kept", func(t *testing.T) {
		dir := filepath.Join(t.TempDir(), "public")
		if err := os.Mkdir(dir, 0o700); err != nil {
			t.Fatal(err)
		}
		os.Chmod(dir, 0o711)
		publish(t, dir, files, options{})
		publish(t, dir, again, options{})
		if info, _ := os.Lstat(dir); info.Mode().Perm() != 0o711 && os.PathSeparator == '/' {
			t.Errorf("mode %v", info.Mode())
		}
	})
	t.Run("read-only files and folders", func(t *testing.T) {
		dir := filepath.Join(t.TempDir(), "public")
		publish(t, dir, files, options{})
		os.Chmod(filepath.Join(dir, "index.html"), 0o444)
		os.Chmod(filepath.Join(dir, "a", "index.html"), 0o444)
		os.Chmod(filepath.Join(dir, "a"), 0o555)
		os.Chmod(dir, 0o555)
		publish(t, dir, again, options{})
		if diff := cmp.Diff(again, tree(t, dir)); diff != "" {
			t.Error(diff)
		}
	})
	t.Run("long paths", func(t *testing.T) {
		dir := filepath.Join(t.TempDir(), "public")
		long := site{"index.html": "h", strings.Repeat(strings.Repeat("a", 200)+"/", 12) + "index.html": "deep"}
		publish(t, dir, long, options{})
		long["index.html"] = "h2"
		sum := publish(t, dir, long, options{})
		if sum.Kept != 1 {
			t.Errorf("%+v", sum)
		}
	})
	t.Run("relative", func(t *testing.T) {
		t.Chdir(t.TempDir())
		publish(t, "public", files, options{})
		publish(t, ".//public/", again, options{})
	})
	t.Run("no files at all", func(t *testing.T) {
		dir := filepath.Join(t.TempDir(), "public")
		publish(t, dir, site{}, options{})
		publish(t, dir, files, options{})
		publish(t, dir, site{}, options{})
		if len(tree(t, dir)) != 0 {
			t.Error("something is left")
		}
	})
}

func TestFileBecomesFolderAndBack(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	for _, files := range []site{{"a": "file"}, {"a/index.html": "folder"}, {"a": "file"}} {
		publish(t, dir, files, options{})
		if diff := cmp.Diff(files, tree(t, dir)); diff != "" {
			t.Error(diff)
		}
	}
}

func TestBusy(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	first, err := Begin(dir)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Begin(dir); !errors.Is(err, ErrBusy) {
		t.Errorf("second Begin: %v", err)
	}
	if err := Recover(dir); !errors.Is(err, ErrBusy) {
		t.Errorf("Recover: %v", err)
	}
	if err := first.Write("index.html", []byte("x")); err != nil {
		t.Fatal(err)
	}
	if _, err := first.Publish(); err != nil {
		t.Fatal(err)
	}
	publish(t, dir, site{"index.html": "y"}, options{})
}

func TestClosedStage(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	s, err := Begin(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Write("../out", nil); err == nil {
		t.Fatal("no error")
	}
	if _, err := s.Publish(); err == nil {
		t.Error("published although a file failed")
	}
	for range 2 {
		if err := s.Discard(); err != nil {
			t.Error(err)
		}
	}
	if _, err := s.Publish(); err == nil {
		t.Error("published after Discard")
	}
	noStaging(t, dir)
	if _, err := os.Lstat(dir); !errors.Is(err, fs.ErrNotExist) {
		t.Error("the output folder was made")
	}
}
