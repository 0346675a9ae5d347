package lock

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

func units(spelled string) []string {
	var out []string
	for id := range Units(spelled) {
		out = append(out, string(id))
	}
	return out
}

func TestSpell(t *testing.T) {
	for _, c := range []struct{ ids, want string }{
		{"", ""},
		{"dieu-1", "dieu-1"},
		{"dieu-2 dieu-1 dieu-10 dieu-2", "dieu-1,10,2"},
		{"dieu-1 dieu-1-khoan-1 dieu-1-khoan-2 dieu-1-khoan-2-diem-a dieu-1-khoan-2-diem-dd dieu-2", "dieu-1(khoan-1,2(diem-a,dd)),2"},
		{"muc-iii muc-iii-9 muc-iii-9-a muc-iii-9-y-1 muc-iii-9-y-2 muc-iii-9-y-2-c-1 muc-iv", "muc-iii(9(a y-1,2(c-1))),iv"},
		{"chuong-1 chuong-1-muc-2 dieu-256a dieu-5 dieu-5-lap-2", "chuong-1(muc-2) dieu-256a,5(lap-2)"},
		{"phu-luc-2-muc-i phu-luc-2-muc-ii", "phu-luc-2-muc-i,ii"}, // nothing above them is a unit
		{"a a- a-b", "a a-,b"},
		{"Điều-1 a b(c)", "a"},
		{strings.Repeat("x", maxID+1) + " y", "y"},
	} {
		ids := strings.Fields(c.ids)
		got := Spell(ids)
		if got != c.want {
			t.Errorf("%q is spelt %q, want %q", c.ids, got, c.want)
		}
		back := units(got)
		slices.Sort(ids)
		ids = slices.DeleteFunc(slices.Compact(ids), func(s string) bool { return len(s) > maxID || !IsAddress("/"+s+"/") })
		slices.Sort(back)
		if !slices.Equal(back, ids) {
			t.Errorf("%q comes back as %q", c.ids, back)
		}
	}
}

func TestRead(t *testing.T) {
	l, problems := Read([]byte("\ufeff# một lời\r\n\r\n/ \r\n/van-ban/x/ dieu-1(khoan-1,2) dieu-3\r\n/a/\r\n/van-ban/x/ dieu-2\r\n"))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if !l.Has("/") || !l.Has("/a/") || l.Has("/b/") || len(l.Of("/van-ban/x/")) != 2 || l.Of("/van-ban/x/")[1].Number != 6 {
		t.Errorf("%+v", l.Lines)
	}
	if got := units(l.Of("/van-ban/x/")[0].Units); !slices.Equal(got, []string{"dieu-1", "dieu-1-khoan-1", "dieu-1-khoan-2", "dieu-3"}) {
		t.Error(got)
	}
}

func TestDamagedLines(t *testing.T) {
	for text, want := range map[string]string{
		"/a":                   "2:1",
		"a/":                   "2:1",
		"/a//b/":               "2:1",
		"/A/":                  "2:1",
		"/đ/":                  "2:1",
		"/a/ dieu-1(":          "2:12",
		"/a/ dieu-1)":          "2:11",
		"/a/ dieu-1(a)(b)":     "2:14",
		"/a/ (a)":              "2:5",
		"/a/  a":               "2:5",
		"/a/ a,b=c":            "2:8",
		"/a/ a\tb":             "2:6",
		"<<<<<<< HEAD":         "2:1",
		"=======":              "2:1",
		">>>>>>> nhanh":        "2:1",
		"/a/ " + xs(maxID+1):   "2:5",
		"/a/ b(" + xs(maxID):   "2:7",
		"/" + xs(2*1000) + "/": "2:1",
	} {
		l, problems := Read([]byte("/\n" + text + "\n/z/\n"))
		if len(problems) != 1 {
			t.Errorf("%.40q: %v", text, problems)
			continue
		}
		p := problems[0]
		if got := fmt.Sprintf("%d:%d", p.Line, p.Column); got != want || p.Rule != "dia-chi-lock-hong" || p.File != Name || p.Hint == "" {
			t.Errorf("%.40q: %s %+v, want %s", text, got, p, want)
		}
		if !l.Has("/") || !l.Has("/z/") || len(l.Lines) != 2 {
			t.Errorf("%.40q: the other lines are lost: %v", text, l.Lines)
		}
	}
	if _, problems := Read([]byte("a\xff")); len(problems) != 1 || problems[0].Rule != "utf8-sai" {
		t.Error(problems)
	}
	if _, problems := Read([]byte(strings.Repeat("hong\n", 5000))); len(problems) != maxSaid+1 {
		t.Errorf("%d problems of 5000 damaged lines", len(problems))
	}
}

func xs(n int) string { return strings.Repeat("x", n) }

func TestAdd(t *testing.T) {
	var none *Lock
	data, changed := none.Add([]Line{{Addr: "/b/"}, {Addr: "/a/", Units: "dieu-1(khoan-1)"}, {Addr: "/404.html"}})
	if want := head + "/a/ dieu-1(khoan-1)\n/b/\n"; !changed || string(data) != want {
		t.Fatalf("%v\n%s", changed, data)
	}
	l, _ := Read(data)
	for _, same := range [][]Line{nil, {{Addr: "/b/"}}, {{Addr: "/a/", Units: "dieu-1(khoan-1)"}}, {{Addr: "/a/", Units: "dieu-1"}}, {{Addr: "/a/"}}} {
		if data, changed := l.Add(same); changed || data != nil {
			t.Errorf("%v changes it:\n%s", same, data)
		}
	}
	data, _ = l.Add([]Line{{Addr: "/a/", Units: "dieu-2"}, {Addr: "/c/"}})
	if want := head + "/a/ dieu-1(khoan-1),2\n/b/\n/c/\n"; string(data) != want {
		t.Errorf("nothing may be lost:\n%s", data)
	}
}

// Two people build on two branches; git keeps the lines of both.
func TestMergedByLines(t *testing.T) {
	base, _ := (*Lock)(nil).Add([]Line{{Addr: "/a/", Units: "dieu-1"}})
	read := func(data []byte) *Lock {
		l, problems := Read(data)
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		return l
	}
	ours, _ := read(base).Add([]Line{{Addr: "/a/", Units: "dieu-2"}, {Addr: "/b/"}})
	theirs, _ := read(base).Add([]Line{{Addr: "/a/", Units: "dieu-3"}, {Addr: "/c/"}})
	merged := read([]byte(string(ours) + string(theirs)))
	if _, changed := merged.Add([]Line{{Addr: "/a/", Units: "dieu-1,2,3"}, {Addr: "/b/"}, {Addr: "/c/"}}); changed {
		t.Error("the union holds less than both")
	}
	data, _ := merged.Add([]Line{{Addr: "/d/"}})
	if want := head + "/a/ dieu-1,2,3\n/b/\n/c/\n/d/\n"; string(data) != want {
		t.Errorf("after the next build:\n%s", data)
	}
}

// Ten thousand texts of fifty units: the file stays small, and reading and
// comparing it costs next to nothing.
func TestTenThousandTexts(t *testing.T) {
	var pages []Line
	for i := range 10_000 {
		var ids []string
		for a := range 8 {
			article := fmt.Sprintf("dieu-%d", a+1)
			ids = append(ids, article)
			for c := range 3 {
				clause := fmt.Sprintf("%s-khoan-%d", article, c+1)
				ids = append(ids, clause)
				if c == 0 {
					ids = append(ids, clause+"-diem-a", clause+"-diem-b")
				}
			}
		}
		pages = append(pages, Line{Addr: fmt.Sprintf("/van-ban/qd-%d-2026/", i), Units: Spell(ids)})
	}
	data, _ := (*Lock)(nil).Add(pages)
	if len(data) > 3<<20 {
		t.Errorf("%d bytes", len(data))
	}
	start := time.Now()
	l, problems := Read(data)
	if len(problems) > 0 || len(l.Lines) != len(pages) {
		t.Fatal(problems)
	}
	if _, changed := l.Add(pages); changed {
		t.Error("changed")
	}
	took := time.Since(start)
	t.Logf("%d bytes, read and compared in %v", len(data), took)
	if took > 2*time.Second {
		t.Errorf("took %v", took)
	}
}

// What a hostile line holds is never more than the line in memory, and takes
// time in proportion to it.
func TestHostileLines(t *testing.T) {
	for what, units := range map[string]string{
		"deep":  strings.Repeat("a(", 1<<20),
		"wide":  xs(maxID-2) + "-" + strings.Repeat(",1", 1<<20),
		"close": "a" + strings.Repeat(")", 1<<20),
		"names": strings.Repeat("a ", 1<<20),
		"long":  xs(4 << 20),
	} {
		start := time.Now()
		Read([]byte("/a/ " + units + "\n"))
		if d := time.Since(start); d > 3*time.Second {
			t.Errorf("%s took %v", what, d)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("# x\n/a/ dieu-1(khoan-1,2(diem-a)),2 muc-i\n/a/\n/b/ a a-,b\n")
	f.Add("/a/ ,\n/b/ a(\n/c/ a)\n<<<<<<<\n")
	f.Fuzz(func(t *testing.T, text string) {
		l, _ := Read([]byte(text))
		var all []Line
		for _, x := range l.Lines {
			if !IsAddress(x.Addr) || faulty(x.Units) >= 0 {
				t.Fatalf("%+v was let through", x)
			}
			all = append(all, x)
		}
		data, changed := (*Lock)(nil).Add(all)
		if !changed {
			return
		}
		again, problems := Read(data)
		if len(problems) > 0 {
			t.Fatalf("what was written cannot be read: %v\n%s", problems, data)
		}
		for _, x := range all {
			want := map[string]bool{}
			for _, y := range again.Of(x.Addr) {
				for id := range Units(y.Units) {
					want[string(id)] = true
				}
			}
			for id := range Units(x.Units) {
				if !want[string(id)] {
					t.Fatalf("%s#%s is lost in\n%s", x.Addr, id, data)
				}
			}
		}
		if _, changed := again.Add(all); changed {
			t.Fatalf("adding the same twice changes\n%s", data)
		}
	})
}

func FuzzSpell(f *testing.F) {
	f.Add("dieu-1 dieu-1-khoan-1 dieu-10 dieu-2")
	f.Add("a a- a-- a-b -a --")
	f.Fuzz(func(t *testing.T, text string) {
		want := map[string]bool{}
		var ids []string
		for id := range strings.FieldsSeq(text) {
			ids = append(ids, id)
			if len(id) <= maxID && strings.Trim(id, "abcdefghijklmnopqrstuvwxyz0123456789-") == "" {
				want[id] = true
			}
		}
		spelled := Spell(ids)
		if at := faulty(spelled); at >= 0 {
			t.Fatalf("%q is spelt %q, wrong at %d", ids, spelled, at)
		}
		got := units(spelled)
		if len(got) != len(want) {
			t.Fatalf("%q becomes %q", ids, got)
		}
		for _, id := range got {
			if !want[id] {
				t.Fatalf("%q becomes %q", ids, got)
			}
		}
		if again := Spell(got); again != spelled {
			t.Fatalf("%q, then %q", spelled, again)
		}
	})
}

func BenchmarkSpell(b *testing.B) {
	var ids []string
	for a := range 8 {
		article := fmt.Sprintf("dieu-%d", a+1)
		ids = append(ids, article)
		for c := range 4 {
			ids = append(ids, fmt.Sprintf("%s-khoan-%d", article, c+1))
		}
	}
	for b.Loop() {
		Spell(ids)
	}
}
