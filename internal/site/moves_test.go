package site

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

func TestNameOfAUnitThatIsGone(t *testing.T) {
	for id, want := range map[string]string{
		"dieu-24-khoan-2-diem-dd":        "Điểm đ khoản 2 Điều 24",
		"dieu-256a":                      "Điều 256a",
		"chuong-1-muc-2":                 "Mục 2 Chương I",
		"chuong-1-muc-2-tieu-muc-1":      "Tiểu mục 1 Mục 2 Chương I",
		"phan-1":                         "Phần I",
		"phu-luc-2-muc-1":                "Mục 1, Phụ lục II",
		"muc-iii":                        "Mục III",
		"muc-iii-9":                      "Mục III.9",
		"muc-iii-9-a":                    "Mục III.9, điểm a",
		"muc-iii-9-y-2":                  "Mục III.9, ý 2",
		"muc-iii-9-y-2-c-1":              "Mục III.9, ý 2, ý nhỏ 1",
		"muc-1-2":                        "Mục 1.2",
		"dieu-5-lap-2":                   "#dieu-5-lap-2",
		"muc-iii-lap-2":                  "#muc-iii-lap-2",
		"dieu":                           "#dieu",
		"phu-luc":                        "Phụ lục",
		"-":                              "#-",
		"tieu-muc":                       "#tieu-muc",
		"dieu-1-khoan-":                  "#dieu-1-khoan-",
		strings.Repeat("khoan-1-", 3):    "#khoan-1-khoan-1-khoan-1-",
		"dieu-1-diem-a-tiet-1":           "Tiết 1 điểm a Điều 1",
		"dieu-1-khoan-1-diem-a-tiet-2-x": "#dieu-1-khoan-1-diem-a-tiet-2-x",
	} {
		if got := goneName(id); got != want {
			t.Errorf("%s is called %q, want %q", id, got, want)
		}
	}
}

func TestFileAddress(t *testing.T) {
	for file, want := range map[string]string{
		"content/gioi-thieu.md":                 "/x/",
		"content/index.md":                      "",
		"content/co-quan.toml":                  "",
		"content/tin/2026/x.md":                 "/tin/2026/x/",
		"content/van-ban/x.md":                  "/van-ban/x/",
		"content/thon/x.toml":                   "/thon/x/",
		"content/lich/x.toml":                   "/lich/x/",
		"content/ho-tro/x.md":                   "/ho-tro/x/",
		"content/tai-lieu/to-gap/x/index.md":    "/tai-lieu/to-gap/x/",
		"content/ke-hoach/2026/index.md":        "/ke-hoach/x/",
		"content/ke-hoach/2026/nhiem-vu.toml":   "",
		"content/ke-hoach/2026/tien-do/06.toml": "",
		"config.toml":                           "",
	} {
		if got := fileAddress(file, "x"); got != want {
			t.Errorf("%s is at %q, want %q", file, got, want)
		}
	}
}

// Every page that a file gives stands where fileAddress says.
func TestFileAddressIsThatOfThePage(t *testing.T) {
	s, _ := assemble(t, map[string]string{
		"content/gop-y.md": "+++\ntieu_de = \"Góp ý\"\n+++\n", "content/ho-tro/an-toan.md": "+++\ntieu_de = \"An toàn\"\n+++\n",
		"content/tim-hieu/a.md": "+++\ntieu_de = \"A\"\n+++\n", "content/tin/2026/Tin Mới.md": "+++\ntieu_de = \"A\"\nngay = 2026-01-02\n+++\n",
		"content/lich/a.toml": "tieu_de = \"A\"\nngay = 2026-12-01\n", "content/tai-lieu/to-gap/a/index.md": "+++\ntieu_de = \"A\"\n+++\n",
	})
	n := 0
	for _, p := range s.Pages {
		if p.Source == "config.toml" || p.Kind == KindProgress || p.Kind == KindHome || p.Kind == KindNumbers {
			continue
		}
		n++
		if got := fileAddress(p.Source, nameOf(p)); got != p.Addr {
			t.Errorf("%s stands at %s, not at %q", p.Source, p.Addr, got)
		}
	}
	if n < 11 {
		t.Errorf("only %d pages", n)
	}
}

func nameOf(p *Page) string {
	parts := strings.Split(strings.Trim(p.Addr, "/"), "/")
	return parts[len(parts)-1]
}

func TestExplained(t *testing.T) {
	s, list := assemble(t, map[string]string{
		"content/ke-hoach/2026/index.md": "+++\ntieu_de = \"Kế hoạch\"\ncong_khai = false\n+++\n## I. MỤC TIÊU\n",
		"content/tim-hieu/hong.md":       "\xff",
		"content/chuyen-di.toml": "[\"/a/\"]\ngo_bo = 2026-01-01\n[\"/b/\"]\nchuyen_den = \"/van-ban/\"\n[\"/c/\"]\nchuyen_den = \"/mat/\"\n" +
			"[\"/van-ban/nd-1/#dieu-7\"]\ngo_bo = 2026-01-01\n[\"/van-ban/nd-1/#dieu-8\"]\nchuyen_den = \"/van-ban/nd-1/#dieu-1\"\n",
		"dia-chi.lock": "/b/nd-1/\n/b/khac/\n/van-ban/nd-1/ dieu-1(khoan-1),8(khoan-1(diem-a))\n",
	})
	want(t, list, "content/chuyen-di.toml:6 chuyen-di-gay", "content/tim-hieu/hong.md:1 utf8-sai")
	for _, c := range []struct {
		addr, unit string
		want       bool
	}{
		{"/a/", "", true}, {"/a/duoi/", "", true}, {"/b/", "", true}, {"/b/khac/", "", false}, {"/c/", "", true},
		{"/mat/", "", false}, {"/tim-hieu/hong/", "", true}, {"/tim-hieu/mat/", "", false},
		{"/ke-hoach/2026/", "", true}, {"/ke-hoach/2026/viec/vhxh/", "", true}, {"/tien-do/2026/", "", true}, {"/ke-hoach/2025/", "", false},
		{"/van-ban/nd-1/", "dieu-7", true}, {"/van-ban/nd-1/", "dieu-7-khoan-2", true}, {"/van-ban/nd-1/", "dieu-77", false},
		{"/van-ban/nd-1/", "dieu-8-khoan-1-diem-a", true}, {"/van-ban/nd-1/", "dieu-9", false},
	} {
		if got := s.Explained(c.addr, c.unit); got != c.want {
			t.Errorf("%s#%s: explained is %v", c.addr, c.unit, got)
		}
	}
	if p, ok := s.PageAt("/b/nd-1/"); !ok || p.Moved == nil || p.Moved.To.Addr != "/van-ban/nd-1/" {
		t.Error("a page below a moved one has no stub")
	}
	p, _ := s.PageAt("/van-ban/nd-1/")
	if len(p.MovedUnits) != 1 || fmt.Sprint(p.MovedUnits[0].Below) != "[dieu-8-khoan-1 dieu-8-khoan-1-diem-a]" {
		t.Errorf("%+v", p.MovedUnits)
	}
}

// Thousands of moves, in a chain, in a ring or to one long text, end soon.
func TestManyMoves(t *testing.T) {
	n := 20_000
	if testing.Short() {
		n = 4_000
	}
	for what, entry := range map[string]func(i int) string{
		"chain": func(i int) string { return fmt.Sprintf("[\"/a-%d/\"]\nchuyen_den = \"/a-%d/\"\n", i, i+1) },
		"ring":  func(i int) string { return fmt.Sprintf("[\"/a-%d/\"]\nchuyen_den = \"/a-%d/\"\n", i, (i+1)%n) },
		"lost":  func(i int) string { return fmt.Sprintf("[\"/a-%d/\"]\nchuyen_den = \"/b-%d/\"\n", i, i) },
		"units": func(i int) string {
			return fmt.Sprintf("[\"/van-ban/nd-1/#dieu-%d\"]\nchuyen_den = \"/van-ban/nd-1/#dieu-1\"\n", i+2)
		},
		"deep": func(i int) string {
			return fmt.Sprintf("[\"/%sx%d/\"]\nchuyen_den = \"/van-ban/\"\n", strings.Repeat("a/", i%300), i)
		},
	} {
		var b strings.Builder
		for i := range n {
			b.WriteString(entry(i))
		}
		start := time.Now()
		assemble(t, map[string]string{"content/chuyen-di.toml": b.String(), "dia-chi.lock": "/" + strings.Repeat("a/", 400) + "\n/van-ban/nd-1/ dieu-1" + strings.Repeat(",1", 200_000) + "\n"})
		if d := time.Since(start); d > 10*time.Second {
			t.Errorf("%s took %v", what, d)
		}
	}
}
