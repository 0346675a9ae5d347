package build_test

import (
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"thonlanh/internal/build"
)

// Each archive of testdata/hong is a site with something wrong, and under
// "expect" the exact words for its author. Nothing of it is published, and
// what was published before stands as it stood.
func TestBrokenSites(t *testing.T) {
	archives, err := filepath.Glob("testdata/hong/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	if len(archives) < 7 {
		t.Fatalf("only %d archives", len(archives))
	}
	for _, name := range archives {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			a, files, expect := readArchive(t, name)
			dir := t.TempDir()

			// An earlier site, of which nothing may change.
			write(t, dir, small())
			if r := run(t, options(dir)); !r.Published {
				t.Fatalf("the earlier site was not published:\n%s", say(r.Problems))
			}
			before := tree(t, filepath.Join(dir, "public"))
			if err := os.RemoveAll(filepath.Join(dir, "content")); err != nil {
				t.Fatal(err)
			}
			if err := os.Remove(filepath.Join(dir, "config.toml")); err != nil {
				t.Fatal(err)
			}

			site := small()
			maps.Copy(site, files)
			for name, text := range site {
				if text == "(absent)\n" {
					delete(site, name)
				}
			}
			write(t, dir, site)
			checked, err := build.Check(options(dir))
			if err != nil {
				t.Fatal(err)
			}
			got := say(checked.Problems)
			if *update {
				rewrite(t, name, a, map[string]string{"expect": got})
				return
			}
			if diff := cmp.Diff(expect["expect"], got); diff != "" {
				t.Errorf("problems (-want +got):\n%s", diff)
			}
			if !checked.Problems.Stops() {
				t.Error("nothing stops this site")
			}

			r := run(t, options(dir))
			if r.Published || say(r.Problems) != got {
				t.Errorf("published: %v, and the run says:\n%s", r.Published, say(r.Problems))
			}
			if diff := cmp.Diff(before, tree(t, filepath.Join(dir, "public"))); diff != "" {
				t.Errorf("the earlier site changed:\n%.400s", diff)
			}
		})
	}
}

// Where nothing stood before, nothing stands after.
func TestBrokenSiteLeavesNoFolder(t *testing.T) {
	dir := t.TempDir()
	site := small()
	site["content/tin/2026/a.md"] = "+++\ntieu_de = \"Tin\"\nngay = 2026-13-40\n+++\n"
	write(t, dir, site)
	before := tree(t, dir)
	if run(t, options(dir)).Published {
		t.Error("published")
	}
	if diff := cmp.Diff(before, tree(t, dir)); diff != "" {
		t.Errorf("left (-before +after):\n%s", diff)
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 2 {
		t.Errorf("left %v (%v)", entries, err)
	}
}
