package thonlanh

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// inside is the import table of the house: which packages of this module each
// package may use. Data flows from left to right through them, and so do the
// imports; nothing may look back.
var inside = map[string][]string{
	"internal/date":       {},
	"internal/cite":       {"internal/date"},
	"internal/diag":       {},
	"internal/disclosure": {},
	"internal/phone":      {},
	"internal/picture":    {},
	"internal/viet":       {"internal/date"},
	"internal/tomlfile":   {"internal/date", "internal/diag", "internal/viet"},
	"internal/lock":       {"internal/diag"},
	"internal/markup":     {"internal/cite", "internal/diag", "internal/viet"},
	"internal/config":     {"internal/date", "internal/diag", "internal/tomlfile"},
	"internal/content":    {"internal/date", "internal/diag", "internal/lock", "internal/markup", "internal/phone", "internal/picture", "internal/tomlfile", "internal/viet"},
	"internal/site":       {"internal/cite", "internal/config", "internal/content", "internal/date", "internal/diag", "internal/disclosure", "internal/lock", "internal/markup", "internal/phone", "internal/viet"},
	"internal/check":      {"internal/cite", "internal/config", "internal/content", "internal/date", "internal/diag", "internal/lock", "internal/markup", "internal/phone", "internal/site", "internal/tomlfile", "internal/viet"},
	"internal/output":     {},
	"internal/render":     {"internal/config", "internal/content", "internal/date", "internal/disclosure", "internal/markup", "internal/output", "internal/phone", "internal/site", "internal/tomlfile", "internal/viet", "internal/workbook"},
	"internal/office":     {"internal/content", "internal/date", "internal/site", "internal/viet"},
	"internal/build":      {"internal/check", "internal/config", "internal/content", "internal/date", "internal/diag", "internal/lock", "internal/office", "internal/output", "internal/picture", "internal/render", "internal/site"},
	"internal/serve":      {"internal/build", "internal/content", "internal/date", "internal/diag", "internal/render", "internal/site", "internal/viet"},
	"internal/workbook":   {"internal/date"},
	"internal/starter":    {"internal/content", "internal/date", "internal/tomlfile", "internal/viet"},
	"internal/proof":      {"internal/viet"},
	"internal/intake":     {"internal/content", "internal/date", "internal/diag", "internal/markup", "internal/proof", "internal/starter", "internal/tomlfile", "internal/viet"},
	"internal/form":       {"internal/content", "internal/date", "internal/diag", "internal/tomlfile", "internal/viet", "internal/workbook"},
	"cmd/thonlanh":        {"", "internal/build", "internal/config", "internal/content", "internal/date", "internal/diag", "internal/form", "internal/intake", "internal/office", "internal/output", "internal/serve", "internal/starter", "internal/viet"},
	"":                    {},
}

// outside is who may use each third-party module: one importer where the
// module is large, so that it can be replaced in one place.
var outside = map[string][]string{
	"github.com/yuin/goldmark":      {"internal/markup"},
	"github.com/BurntSushi/toml":    {"internal/tomlfile"},
	"github.com/tdewolff/minify/v2": {"internal/output"},
	"github.com/klauspost/compress": {"internal/markup"},
	"github.com/fsnotify/fsnotify":  {"internal/serve"},
	"github.com/alecthomas/kong":    {"cmd/thonlanh"},
	"golang.org/x/text":             {"internal/diag", "internal/viet", "internal/tomlfile", "internal/content", "internal/markup", "internal/output", "internal/phone", "internal/check", "internal/form", "internal/intake"},
	"golang.org/x/net":              {"internal/check", "internal/output"},
	"golang.org/x/sync":             {"internal/content", "internal/build"},
	"golang.org/x/sys":              {"internal/output"},
}

// file is one parsed Go file that is not a test.
type file struct {
	pkg  string // folder
	name string
	ast  *ast.File
	set  *token.FileSet
}

func goFiles(t *testing.T) []file {
	t.Helper()
	var out []file
	set := token.NewFileSet()
	err := fs.WalkDir(os.DirFS("."), ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if strings.HasPrefix(d.Name(), ".") && p != "." || d.Name() == "testdata" || d.Name() == "public" {
				return fs.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(p, ".go") || strings.HasSuffix(p, "_test.go") {
			return nil
		}
		f, err := parser.ParseFile(set, p, nil, parser.SkipObjectResolution|parser.ParseComments)
		if err != nil {
			return err
		}
		dir := path.Dir(p)
		if dir == "." {
			dir = ""
		}
		out = append(out, file{dir, p, f, set})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(out) < 50 {
		t.Fatalf("only %d files found: the walk is broken", len(out))
	}
	return out
}

func TestImportsFollowTheDataFlow(t *testing.T) {
	for _, f := range goFiles(t) {
		allowed, known := inside[f.pkg]
		if !known && !strings.HasPrefix(f.pkg, "internal/tools/") {
			t.Errorf("%s: package %q is not in the table", f.name, f.pkg)
			continue
		}
		for _, spec := range f.ast.Imports {
			p, _ := strconv.Unquote(spec.Path.Value)
			if p == "thonlanh" || strings.HasPrefix(p, "thonlanh/") {
				if in := strings.TrimPrefix(strings.TrimPrefix(p, "thonlanh"), "/"); !slices.Contains(allowed, in) {
					t.Errorf("%s imports %s against the data flow", f.name, p)
				}
				continue
			}
			if first, _, _ := strings.Cut(p, "/"); !strings.Contains(first, ".") {
				continue // standard library
			}
			if !usedBy(p, f.pkg) {
				t.Errorf("%s imports %s: not the package that may", f.name, p)
			}
		}
	}
}

func usedBy(imported, pkg string) bool {
	for module, users := range outside {
		if imported == module || strings.HasPrefix(imported, module+"/") {
			return slices.Contains(users, pkg)
		}
	}
	return false
}

func TestForbiddenCalls(t *testing.T) {
	for _, f := range goFiles(t) {
		outer := f.pkg == "cmd/thonlanh" || f.pkg == "internal/serve"
		ast.Inspect(f.ast, func(n ast.Node) bool {
			call, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			x, ok := call.X.(*ast.Ident)
			if !ok {
				return true
			}
			switch name := x.Name + "." + call.Sel.Name; name {
			case "time.Now", "time.Since", "time.Until", "time.Local":
				if !outer {
					t.Errorf("%s: %s makes the result depend on the clock", f.set.Position(call.Pos()), name)
				}
			case "disclosure.Without":
				t.Errorf("%s: %s takes a protection of people away; tests alone may", f.set.Position(call.Pos()), name)
			case "os.Exit", "log.Fatal", "log.Fatalf":
				if f.pkg != "cmd/thonlanh" && !strings.HasPrefix(f.pkg, "internal/tools/") {
					t.Errorf("%s: %s inside a package", f.set.Position(call.Pos()), name)
				}
			case "os.Getenv", "rand.Int", "rand.Intn", "os.Hostname":
				if !outer && f.pkg != "internal/output" {
					t.Errorf("%s: %s makes the result depend on the machine", f.set.Position(call.Pos()), name)
				}
			}
			return true
		})
	}
}

// Variables of a package are tables that nothing writes to: no maps or
// slices that could be, no counters.
func TestNoMutablePackageVariables(t *testing.T) {
	for _, f := range goFiles(t) {
		for _, d := range f.ast.Decls {
			g, ok := d.(*ast.GenDecl)
			if !ok || g.Tok != token.VAR {
				continue
			}
			for _, s := range g.Specs {
				for _, v := range s.(*ast.ValueSpec).Values {
					lit, ok := v.(*ast.CompositeLit)
					if !ok {
						continue
					}
					switch typ := lit.Type.(type) {
					case *ast.MapType:
						t.Errorf("%s: a map as a package variable", f.set.Position(v.Pos()))
					case *ast.ArrayType:
						if typ.Len == nil {
							t.Errorf("%s: a slice as a package variable (an array [...] cannot grow)", f.set.Position(v.Pos()))
						}
					}
				}
				spec := s.(*ast.ValueSpec)
				embedded := g.Doc != nil && strings.Contains(g.Doc.List[len(g.Doc.List)-1].Text, "go:embed")
				if len(spec.Values) == 0 && spec.Names[0].Name != "_" && !embedded && !isSyncMap(spec.Type) {
					t.Errorf("%s: a package variable that something must set later", f.set.Position(spec.Pos()))
				}
			}
		}
	}
}

// isSyncMap allows a cache of facts that never change.
func isSyncMap(t ast.Expr) bool {
	x, ok := t.(*ast.SelectorExpr)
	return ok && x.Sel.Name == "Map"
}

// The project speaks of itself alone.
func TestNoWordOfTheWorkplace(t *testing.T) {
	bad := regexp.MustCompile(`/(work|root|home)/[a-z]|proxy\.golang|registry\.npmjs|deb\.debian`)
	err := fs.WalkDir(os.DirFS("."), ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if p == ".git" || d.Name() == "public" {
				return fs.SkipDir
			}
			return nil
		}
		if p == "house_test.go" || strings.HasSuffix(p, ".sum") || strings.HasSuffix(p, ".test") || strings.HasSuffix(p, ".png") {
			return nil
		}
		data, err := os.ReadFile(p)
		if err != nil {
			return err
		}
		if m := bad.Find(data); m != nil {
			t.Errorf("%s says %q", p, m)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
