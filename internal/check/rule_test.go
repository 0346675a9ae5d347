package check

import (
	"flag"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"thonlanh/internal/config"
	"thonlanh/internal/content"
	"thonlanh/internal/date"
	"thonlanh/internal/diag"
	"thonlanh/internal/site"
)

var update = flag.Bool("update", false, "write the expected problems of the test archives")

func readArchive(t *testing.T, name string) *txtar.Archive {
	t.Helper()
	a, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// judge runs every stage over a small portal: the files of base.txtar with
// those of the archive laid over them. Files below public/ are judged as
// finished files.
func judge(t *testing.T, a *txtar.Archive) diag.List {
	t.Helper()
	project := fstest.MapFS{}
	public := make(map[string][]byte)
	for _, f := range append(readArchive(t, "testdata/base.txtar").Files, a.Files...) {
		data := f.Data
		if rest, ok := strings.CutPrefix(f.Name, "public/"); ok {
			public[rest] = data
			continue
		}
		switch string(data) {
		case "(absent)\n":
			delete(project, f.Name)
			continue
		case "(latin-1)\n":
			data = []byte("+++\ntieu_de = \"caf\xe9\"\n+++\n")
		case "(nine megabytes)\n":
			data = make([]byte, 9<<20)
		}
		project[f.Name] = &fstest.MapFile{Data: data}
	}
	c, list, err := config.Load(project)
	if err != nil {
		t.Fatal(err)
	}
	tree, more, err := content.Load(project, 2)
	if err != nil {
		t.Fatal(err)
	}
	list = append(list, more...)
	today := date.Date{Year: 2026, Month: 11, Day: 20}
	s, more := site.Assemble(tree, c, today)
	list = append(list, more...)
	list = append(list, Site(s, tree)...)
	list = append(list, judgeOutput(s, public)...)
	return Confirm(list, c, today).Sorted()
}

func judgeOutput(s *site.Site, public map[string][]byte) diag.List {
	var paths []string
	for p := range public {
		paths = append(paths, p)
	}
	slices.Sort(paths)
	o := NewOutput(s, paths)
	var list diag.List
	for _, p := range paths {
		addr := addressOf(p)
		page, _ := s.PageAt(addr)
		list = append(list, o.File(p, page, public[p])...)
	}
	return append(list, o.Finish()...)
}

// TestRules runs each archive of testdata: a portal, and under "expect" the
// exact problems that the rule of that name gives for it. What else stands in
// the portal must stay silent.
func TestRules(t *testing.T) {
	archives, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range archives {
		rule := strings.TrimSuffix(path.Base(filepath.ToSlash(name)), ".txtar")
		if rule == "base" {
			continue
		}
		t.Run(rule, func(t *testing.T) {
			a := readArchive(t, name)
			var got strings.Builder
			for _, p := range judge(t, a) {
				if p.Rule != rule {
					continue
				}
				confirmed := ""
				if p.Confirmed {
					confirmed = " (đã xác nhận)"
				}
				fmt.Fprintf(&got, "%s %s:%d:%d%s\n", p.Severity, p.File, p.Line, p.Column, confirmed)
				if !elsewhere(rule) { // the words of other packages are tested there
					fmt.Fprintf(&got, "  %s\n  > %s\n", p.Message, p.Hint)
				}
			}
			if got.Len() == 0 {
				t.Fatal("the rule never fires")
			}
			i := slices.IndexFunc(a.Files, func(f txtar.File) bool { return f.Name == "expect" })
			if *update {
				f := txtar.File{Name: "expect", Data: []byte(got.String())}
				if i < 0 {
					a.Files = append(a.Files, f)
				} else {
					a.Files[i] = f
				}
				if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if i < 0 {
				t.Fatal("no expected problems; run with -update and read them")
			}
			if diff := cmp.Diff(string(a.Files[i].Data), got.String()); diff != "" {
				t.Errorf("problems differ (-want +got):\n%s", diff)
			}
		})
	}
}

// elsewhere reports whether a rule is given by other packages alone.
func elsewhere(rule string) bool {
	in := func(list []RuleInfo) bool {
		return slices.ContainsFunc(list, func(r RuleInfo) bool { return r.Name == rule })
	}
	return in(stageRules()) && !in(outputRules())
}

// TestBaseIsClean: the portal that every archive starts from gives no problem
// at all, so an archive's problems are its own.
func TestBaseIsClean(t *testing.T) {
	for _, p := range judge(t, &txtar.Archive{}) {
		t.Errorf("%s %s %s:%d %s", p.Severity, p.Rule, p.File, p.Line, p.Message)
	}
}
