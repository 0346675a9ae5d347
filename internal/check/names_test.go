package check

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"thonlanh/internal/diag"
)

// ruleName is what the name of a rule looks like in the source.
var ruleName = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)+$`)

// usedRules reads the program's source for the names of rules: constants
// called rule…, and the names given where a problem is made.
func usedRules(t *testing.T) map[string]string {
	t.Helper()
	used := make(map[string]string)
	add := func(e ast.Expr, file string) bool {
		lit, ok := e.(*ast.BasicLit)
		if !ok || lit.Kind != token.STRING {
			return false
		}
		name, err := strconv.Unquote(lit.Value)
		if err != nil || !ruleName.MatchString(name) {
			return false
		}
		used[name] = file
		return true
	}
	err := filepath.WalkDir("../..", func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if name := d.Name(); strings.HasPrefix(name, ".") && name != ".." && p != "../.." || name == "testdata" {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(p, ".go") || strings.HasSuffix(p, "_test.go") {
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), p, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				// The rule is the first plain name among the arguments of what
				// makes a problem.
				if !makesProblem(n) {
					return true
				}
				for _, a := range n.Args {
					if add(a, p) {
						break
					}
				}
			case *ast.KeyValueExpr:
				if k, ok := n.Key.(*ast.Ident); ok && k.Name == "Rule" {
					add(n.Value, p)
				}
			case *ast.AssignStmt:
				for i, l := range n.Lhs {
					if s, ok := l.(*ast.SelectorExpr); ok && s.Sel.Name == "Rule" && i < len(n.Rhs) {
						add(n.Rhs[i], p)
					}
				}
			case *ast.ValueSpec:
				for i, name := range n.Names {
					if strings.HasPrefix(name.Name, "rule") && i < len(n.Values) {
						add(n.Values[i], p)
					}
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return used
}

// makesProblem reports whether a call makes a problem: it is given a severity,
// or it is one of the short forms of a package.
func makesProblem(n *ast.CallExpr) bool {
	name := ""
	switch f := n.Fun.(type) {
	case *ast.Ident:
		name = f.Name
	case *ast.SelectorExpr:
		name = f.Sel.Name
	}
	if name == "say" || name == "at" || name == "note" {
		return true
	}
	for _, a := range n.Args {
		if s, ok := a.(*ast.SelectorExpr); ok && (s.Sel.Name == "Block" || s.Sel.Name == "Warn" || s.Sel.Name == "Note") {
			return true
		}
		if id, ok := a.(*ast.Ident); ok && (id.Name == "severity" || id.Name == "sev") {
			return true
		}
	}
	return false
}

// TestNamesAreWhole: every rule that the program gives is in Names, and every
// name is given somewhere.
func TestNamesAreWhole(t *testing.T) {
	used := usedRules(t)
	known := make(map[string]bool)
	for _, r := range Names() {
		known[r.Name] = true
		if used[r.Name] == "" {
			t.Errorf("rule %s is given nowhere", r.Name)
		}
	}
	for name, file := range used {
		if !known[name] {
			t.Errorf("rule %s of %s is not in Names", name, file)
		}
	}
}

// TestEveryRuleHasAnArchive: one archive of examples for each rule, and none
// for a rule that is gone.
func TestEveryRuleHasAnArchive(t *testing.T) {
	known := map[string]bool{"base": true}
	for _, r := range Names() {
		known[r.Name] = true
		if _, err := os.Stat("testdata/" + r.Name + ".txtar"); err != nil {
			t.Errorf("rule %s has no archive", r.Name)
		}
	}
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if name := strings.TrimSuffix(filepath.Base(f), ".txtar"); !known[name] {
			t.Errorf("%s belongs to no rule", f)
		}
	}
}

// TestEveryRuleIsExplained: docs/kiem-tra.md has one section for each rule,
// with its severity, what, why, how to mend and an example.
func TestEveryRuleIsExplained(t *testing.T) {
	data, err := os.ReadFile("../../docs/kiem-tra.md")
	if err != nil {
		t.Fatal(err)
	}
	sections := make(map[string]string)
	for _, part := range strings.Split(string(data), "\n### ")[1:] {
		head, body, _ := strings.Cut(part, "\n")
		name := strings.Trim(head, "` ")
		if sections[name] != "" {
			t.Errorf("two sections for %s", name)
		}
		body, _, _ = strings.Cut(body, "\n## ")
		sections[name] = body
	}
	words := map[diag.Severity]string{diag.Block: "Chặn", diag.Warn: "Cảnh báo", diag.Note: "Nhắc"}
	for _, r := range Names() {
		body, ok := sections[r.Name]
		if !ok {
			t.Errorf("rule %s has no section", r.Name)
			continue
		}
		delete(sections, r.Name)
		for _, want := range []string{"**" + words[r.Severity], "**Vì sao:**", "**Cách sửa:**", "**Ví dụ:**"} {
			if !strings.Contains(body, want) {
				t.Errorf("section of %s lacks %s", r.Name, want)
			}
		}
	}
	for name := range sections {
		t.Errorf("section %s belongs to no rule", name)
	}
	if !norm.NFC.IsNormal(data) {
		t.Error("docs/kiem-tra.md is not NFC")
	}
}
