package tomlfile

import (
	"errors"
	"io/fs"
	"os"
	"sort"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/BurntSushi/toml"

	"thonlanh/internal/diag"
)

func FuzzDecode(f *testing.F) {
	for _, seed := range []string{
		"tieu_de = \"Kế hoạch\"\nngay_ban_hanh = 2020-02-13\n[ct-1]\nten = '''a\nb'''\n",
		"can_cu = [\"a\", # x\n'b',]\n[thon.dong]\nso_buoi=4\n[[a]]\nb=1\n[[a]]\n[a.c]\n",
		"a.b.\"c d\" = {x = [1, {y = 2020-06-30 07:00:00}], z.w = 1e5}\n",
		"a = \"\"\"\"x\"\"\"\"\"\nb = ''''''\n\"\\u0061b\" = inf\n",
		"a = 30/6/2020\nb = “x”\nc: 1\n[d\ne = 1\n",
		"a = [\nb = 1\n", "a = 1\na = 2\n[a]\n[b]\n[b]\n", "\x01\x7f", "a = 0x1F\nb = -0\nc = +1_0.5e-3",
		"x = { a = 1,\n b = 2, # c\n}\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		src, problems := diag.NewSource("a.toml", []byte(text))
		if problems != nil {
			return
		}
		// A hang would go unnoticed: it ends nothing and is not recorded.
		watch := time.AfterFunc(5*time.Second, func() { panic("no answer for " + strconv.Quote(text)) })
		defer watch.Stop()
		start := time.Now()
		var v document
		keys, list := Decode(src, 0, len(src.Text), &v)
		if d := time.Since(start); d > 2*time.Second {
			t.Errorf("took %v", d)
		}
		inside(t, src, list)
		for _, r := range v.Targets {
			if !keys.Has(r.Name) || keys.Pos(r.Name) != r.Pos {
				t.Errorf("record %q at %v, key at %v", r.Name, r.Pos, keys.Pos(r.Name))
			}
		}

		// The scanner and the library agree on what is TOML and on which keys
		// it holds, apart from what our bounds refuse.
		values, err := decodeTOML(src.Text)
		refused := false
		for _, p := range list {
			if strings.Contains(p.Message, "quá dài") || strings.Contains(p.Message, "quá sâu") {
				return
			}
			refused = refused || p.Rule == ruleSyntax
		}
		var parseErr toml.ParseError
		if err != nil && !errors.As(err, &parseErr) {
			t.Fatalf("the library broke: %v", err)
		}
		if err != nil {
			if len(list) == 0 {
				t.Errorf("library refuses (%v), we do not", err)
			}
			return
		}
		if refused {
			t.Errorf("library accepts, we do not: %v", list)
		}
		theirs := mapPaths(nil, "", values)
		ours := nodePaths(nil, "", keys.root, values)
		sort.Strings(theirs)
		sort.Strings(ours)
		if a, b := strings.Join(ours, "\n"), strings.Join(theirs, "\n"); a != b {
			t.Errorf("keys differ\nours:\n%s\nlibrary:\n%s", a, b)
		}
	})
}

func mapPaths(paths []string, prefix string, values map[string]any) []string {
	for name, v := range values {
		path := prefix + "\x00" + name
		paths = append(paths, path)
		if table, ok := v.(map[string]any); ok {
			paths = mapPaths(paths, path, table)
		}
	}
	return paths
}

// nodePaths leaves out what is below an array of tables, as mapPaths does.
func nodePaths(paths []string, prefix string, n *node, values map[string]any) []string {
	for _, c := range n.children {
		path := prefix + "\x00" + c.name
		paths = append(paths, path)
		if table, ok := values[c.name].(map[string]any); ok {
			paths = nodePaths(paths, path, c, table)
		}
	}
	return paths
}

// inside checks that every problem stands at a character of its file, or just
// behind the last one of a line.
func inside(t *testing.T, src *diag.Source, list diag.List) {
	t.Helper()
	lines := strings.Split(src.Text, "\n")
	for _, p := range list {
		if p.Line < 1 || p.Line > len(lines) || p.Column < 1 || p.Column > len([]rune(lines[p.Line-1]))+1 {
			t.Errorf("%d:%d is outside of the file: %v", p.Line, p.Column, p)
		}
		if p.Message == "" || p.Hint == "" || p.Rule == "" {
			t.Errorf("incomplete: %+v", p)
		}
	}
}

func FuzzFrontMatter(f *testing.F) {
	for _, seed := range []string{"+++\na = 1\n+++\nbài\n", "+++\na = 1\n", "", "---\na: 1\n---\n", "+++", "+++\n+++", "+++ \n+++\t\nx"} {
		f.Add(seed)
	}
	_ = fs.WalkDir(os.DirFS("../../content"), ".", func(path string, d fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(path, ".md") {
			if data, err := os.ReadFile("../../content/" + path); err == nil {
				f.Add(string(data))
			}
		}
		return nil
	})
	f.Fuzz(func(t *testing.T, text string) {
		src, problems := diag.NewSource("a.md", []byte(text))
		if problems != nil {
			return
		}
		at, end, body, list := FrontMatter(src)
		inside(t, src, list)
		if at < 0 || at > end || end > body || body > len(src.Text) {
			t.Fatalf("%d, %d, %d of %d", at, end, body, len(src.Text))
		}
		if len(list) > 0 {
			if at != 0 || end != 0 {
				t.Errorf("a block [%d:%d] in spite of %v", at, end, list)
			}
			return
		}
		if !isFence(strings.TrimSuffix(src.Text[:at], "\n")) || !isFence(strings.TrimSuffix(src.Text[end:body], "\n")) {
			t.Errorf("fences are %q and %q", src.Text[:at], src.Text[end:body])
		}
		var v document
		_, list = Decode(src, at, end, &v)
		inside(t, src, list)
	})
}
