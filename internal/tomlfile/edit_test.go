package tomlfile

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"thonlanh/internal/date"
	"thonlanh/internal/diag"
)

func set(path string, v any) Change { return Change{Path: strings.Split(path, "/"), Value: v} }

func edited(t *testing.T, text string, changes ...Change) string {
	t.Helper()
	out, list := Edit("a.toml", []byte(text), changes)
	if list != nil {
		t.Fatalf("%+v", list)
	}
	return string(out)
}

func TestEditKeepsEverythingElse(t *testing.T) {
	for _, c := range []struct {
		name, before, after string
		changes             []Change
	}{
		{"a value among comments", "# đầu\na = 1 # một\n\n[ct-1] # x\n  tu_so = 1_0   # mười\n", "# đầu\na = 1 # một\n\n[ct-1] # x\n  tu_so = 12   # mười\n",
			[]Change{set("ct-1/tu_so", 12)}},
		{"the same value spelt otherwise", "a = 1_0\nb = 'x'\nc = 2026-05-31\nd = [\"x\", 'y',]\ne = true\n", "a = 1_0\nb = 'x'\nc = 2026-05-31\nd = [\"x\", 'y',]\ne = true\n",
			[]Change{set("a", 10), set("b", "x"), set("c", date.Date{Year: 2026, Month: 5, Day: 31}), set("d", []string{"x", "y"}), set("e", true)}},
		{"a new key in a table", "[ct-1]\ntu_so = 1 # x\n\n# hai\n[ct-2]\ntu_so = 2\n", "[ct-1]\ntu_so = 1 # x\nmau_so = 7\n\n# hai\n[ct-2]\ntu_so = 2\n",
			[]Change{set("ct-1/mau_so", 7)}},
		{"a new key below its comment", "[ct-1]\n# tu_so = 0\n# mau_so = 0\n\n[ct-2]\n", "[ct-1]\n# tu_so = 0\ntu_so = 1\n# mau_so = 0\nmau_so = 7\n\n[ct-2]\n",
			[]Change{set("ct-1/tu_so", 1), set("ct-1/mau_so", 7)}},
		{"below a list of comments", "[ct-3]\n# Giữ lại:\n# da_lam = [\n#   \"a\",\n# ]\n\n[thon.x]\n", "[ct-3]\n# Giữ lại:\n# da_lam = [\n#   \"a\",\n# ]\nda_lam = [\"a\"]\n\n[thon.x]\n",
			[]Change{set("ct-3/da_lam", []string{"a"})}},
		{"not below the comment of another table", "[ct-1]\nx = 1\n\n# [ct-2]\n# y = 0\n", "[ct-1]\nx = 1\ny = 2\n\n# [ct-2]\n# y = 0\n", []Change{set("ct-1/y", 2)}},
		{"tables behind their kind", "[ct-1]\nx = 1\n\n# ---- thôn ----\n\n[thon.a]\ny = 1\n", "[ct-1]\nx = 1\n\n# Hai\n[ct-2]\nx = 2\nz = 3\n\n# ---- thôn ----\n\n[thon.a]\ny = 1\n\n[thon.b]\ny = 2\n",
			[]Change{{Path: []string{"ct-2", "x"}, Value: 2, Title: "Hai"}, set("thon/b/y", 2), {Path: []string{"ct-2", "z"}, Value: 3, Title: "Hai"}}},
		{"a table among its neighbours", "[a]\nx = 1\n\n[d]\nx = 1\n", "[a]\nx = 1\n\n[b]\nx = 1\n\n[c]\nx = 1\n\n[d]\nx = 1\n",
			[]Change{{Path: []string{"b", "x"}, Value: 1, Behind: []string{"a"}}, {Path: []string{"c", "x"}, Value: 1, Behind: []string{"a", "b"}}}},
		{"keys of an empty file", "", "a = 1\nb = \"x\"\n\n[c]\nd = 1\n", []Change{set("a", 1), set("b", "x"), set("c/d", 1)}},
		{"keys above the first table", "#:schema x\n# Đầu tệp.\n\n[c]\nd = 1\n", "#:schema x\n# Đầu tệp.\na = 1\n\n[c]\nd = 1\n", []Change{set("a", 1)}},
		{"the comment of a table stays with it", "#:schema x\n# Bảng c.\n[c]\nd = 1\n", "#:schema x\na = 1\n# Bảng c.\n[c]\nd = 1\n", []Change{set("a", 1)}},
		{"the end of a file without a line end", "[c]\nd = 1", "[c]\nd = 1\ne = 2\n\n[f]\ng = 1", []Change{set("c/e", 2), set("f/g", 1)}},
		{"line ends and byte order mark", "\ufeff# x\r\na = 1\r\n[c]\r\nd = \"y\u00a0z\"\r\n", "\ufeff# x\r\na = 2\r\nb = 1\r\n[c]\r\nd = \"y\u00a0z\"\r\ne = 1\r\n", []Change{set("a", 2), set("b", 1), set("c/e", 1)}},
		{"inline tables", "ct-1 = { tu_so = 1 } # x\nct-2 = {}\n", "ct-1 = { tu_so = 2, mau_so = 3, a.b = 1 } # x\nct-2 = {c = 1, d = 2}\n",
			[]Change{set("ct-1/tu_so", 2), set("ct-1/mau_so", 3), set("ct-1/a/b", 1), set("ct-2/c", 1), set("ct-2/d", 2)}},
		{"dotted keys", "ct-1.tu_so = 1\n\n[thon]\ndong.a = 1 # x\n# hết\n", "ct-1.tu_so = 1\nct-1.mau_so = 2\n\n[thon]\ndong.a = 1 # x\ndong.b = 2\n# hết\n",
			[]Change{set("ct-1/mau_so", 2), set("thon/dong/b", 2)}},
		{"lines of a list", "a = [\n  \"một\", # 1\n  # hai thì chưa\n  \"hai\",\n  'ba',\n]\nb = 1\n", "a = [\n  \"một\", # 1\n  # hai thì chưa\n  'ba',\n  \"bốn\",\n]\nb = 1\n",
			[]Change{set("a", []string{"một", "ba", "bốn"})}},
		{"a list on one line", "a = [\"x\", \"y\"] # z\n", "a = [\"y\"] # z\n", []Change{set("a", []string{"y"})}},
		{"one text for a list", "a = \"x\"\n", "a = [\"x\", \"y\"]\n", []Change{set("a", []string{"x", "y"})}},
		{"a long list", "a = []\n", "a = [\n  \"" + strings.Repeat("x", 80) + "\",\n]\n", []Change{set("a", []string{strings.Repeat("x", 80)})}},
		{"names and texts with anything in them", "", "\"a b\" = \"q\\\"\\\\\\n\\u0001\"\n", []Change{set("a b", "q\"\\\n\x01")}},
		{"decomposed names", "[\"a\u0301\"]\nx = 1\n", "[\"a\u0301\"]\nx = 2\n", []Change{set("á/x", 2)}},
		{"a table that others imply", "[thon.a]\nx = 1\n", "[thon.a]\nx = 1\n\n[thon]\ny = 1\n", []Change{set("thon/y", 1)}},
		{"twice is the last", "a = 1\n", "a = 3\n", []Change{set("a", 2), set("a", 3)}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := edited(t, c.before, c.changes...)
			if got != c.after {
				t.Errorf("\n%s\nwant\n%s", got, c.after)
			}
			if again := edited(t, got, c.changes...); again != got {
				t.Errorf("the second time it gives\n%s", again)
			}
		})
	}
}

func TestEditRefuses(t *testing.T) {
	for text, c := range map[string]Change{
		"a = 1\na = 2\n":             set("b", 1),
		"a = \n":                     set("b", 1),
		"[[a]]\nb = 1\n":             set("a/b", 1),
		"a = 1\n":                    set("a/b", 1),
		"[a]\nb = 1\n":               set("a", 1),
		"a = {b = 1}\n":              set("a", 1),
		"\xff":                       set("a", 1),
		"a\u200bb = 1\n":             set("c", 1),
		"a = 1\x01\n":                set("a", 2),
		strings.Repeat("# x\n", 6e5): set("a", 2),
	} {
		out, list := Edit("a.toml", []byte(text), []Change{c})
		if len(list) == 0 || out != nil {
			t.Errorf("%.20q is edited: %.40q", text, out)
		}
		for _, p := range list {
			if p.Message == "" || p.Hint == "" || p.Line < 1 {
				t.Errorf("%+v", p)
			}
		}
	}
}

// A thousand keys go into a large file without reading it a thousand times.
func TestEditIsQuick(t *testing.T) {
	var b strings.Builder
	var changes []Change
	for i := range 4000 {
		name := "ct-" + strings.Repeat("x", i%7) + strconv.Itoa(i)
		b.WriteString("# chỉ tiêu\n[" + name + "]\ntu_so = 1\n\n")
		changes = append(changes, set(name+"/tu_so", 2), set(name+"/mau_so", 3))
	}
	start := cpuTime()
	out := edited(t, b.String(), changes...)
	if d := cpuTime() - start; d > 3*time.Second {
		t.Errorf("took %v", d)
	}
	if strings.Count(out, "tu_so = 2\nmau_so = 3\n") != 4000 {
		t.Error("not all are there")
	}
}

// One change: the value is there, and of the old text nothing is gone but the
// value that stood in its place.
func FuzzEdit(f *testing.F) {
	for _, text := range []string{
		"", "a = 1\n[ct-1]\ntu_so = 1\n# mau_so = 0\n", "\ufeff# x\r\na = 'b'\r\n[thon.dong]\r\nx = 1 # y\r\n", "a.b.c = 1\n[d]\ne.f = 2", "x = {a = 1, b = {c.d = 2}}\n",
		"a = [\n 1, # x\n 2,\n]\n[[t]]\nu = 1\n", "\"a\\u0301\" = \"\"\"x\n# y = 1\n\"\"\"\n[ \"q r\" . s ]\n", "# [a]\n# b = [\n# 1\n# ]\n\n[a]\n", "a = 1\rb = 2\r", "a\u00a0=\u00a01\u200b\n",
	} {
		f.Add(text, "a", "b", "c", 7, "x")
		f.Add(text, "ct-1", "mau_so", "", 7, "")
		f.Add(text, "x", "", "", 0, "é\"\\")
	}
	f.Fuzz(func(t *testing.T, text, one, two, three string, n int, s string) {
		var path []string
		for _, p := range []string{one, two, three} {
			if p != "" {
				path = append(path, strings.ToValidUTF8(p, "?"))
			}
		}
		if len(path) == 0 {
			return
		}
		var v any = n
		if s != "" {
			v = strings.ToValidUTF8(s, "?")
		}
		watch := time.AfterFunc(10*time.Second, func() { panic("no answer") })
		defer watch.Stop()
		c := Change{Path: path, Value: v, Title: "Bảng"}
		out, list := Edit("a.toml", []byte(text), []Change{c})
		if len(list) > 0 {
			if out != nil {
				t.Error("edited in spite of problems")
			}
			return
		}
		src, problems := diag.NewSource("a.toml", out)
		if src == nil {
			t.Fatal(problems)
		}
		values, err := decodeTOML(src.Text)
		if err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		if got, ok := lookUp(values, path); !ok || !sameValue(got, v, "") {
			t.Errorf("%v is %v", path, got)
		}
		if again, list := Edit("a.toml", out, []Change{c}); string(again) != string(out) {
			t.Errorf("the second time: %v\n%s\nthen\n%s", list, out, again)
		}
		// Everything outside of one value is there, in its order.
		a, b := text, string(out)
		for a != "" && b != "" && a[0] == b[0] {
			a, b = a[1:], b[1:]
		}
		for a != "" && b != "" && a[len(a)-1] == b[len(b)-1] {
			a, b = a[:len(a)-1], b[:len(b)-1]
		}
		if a != "" {
			gone := strings.Index(text, a)
			for ; gone >= 0; gone = next(text, a, gone) {
				if isValue(text, gone, gone+len(a)) {
					break
				}
			}
			if gone < 0 {
				t.Errorf("%q is gone from\n%s\nnow\n%s", a, text, out)
			}
		}
	})
}

func next(text, part string, at int) int {
	if i := strings.Index(text[at+1:], part); i >= 0 {
		return at + 1 + i
	}
	return -1
}

// isValue reports whether a piece of a file lies within one value.
func isValue(text string, at, end int) bool {
	for _, st := range scan(shadow([]byte(text)), 0, len(text), nil) {
		if within(&st.value, at, end) {
			return true
		}
	}
	return false
}

func within(v *value, at, end int) bool {
	if len(v.pairs) == 0 {
		return v.at <= at && end <= v.end && v.end > v.at
	}
	for i := range v.pairs {
		if within(&v.pairs[i].value, at, end) {
			return true
		}
	}
	return false
}
