package build_test

import (
	"errors"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"thonlanh/internal/build"
)

const lawHead = "+++\nloai = \"nghi_dinh\"\nso_ky_hieu = \"1/2025/NĐ-CP\"\ntrich_yeu = \"Về một việc\"\nngay_ban_hanh = 2025-01-01\nngay_hieu_luc = 2025-02-01\n+++\n\n"

// withLaw is a small commune with a law and an article.
func withLaw() map[string]string {
	files := small()
	files["content/van-ban/nd-1-2025.md"] = lawHead + "### Điều 1. Một\n\n1. Khoản một.\n\na) Điểm a.\n\nđ) Điểm đ.\n\n2. Khoản hai.\n\n### Điều 2. Hai\n"
	files["content/tim-hieu/bai.md"] = "+++\ntieu_de = \"Bài mẫu\"\n+++\n\nChữ.\n"
	return files
}

func lockOf(t testing.TB, dir string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, "dia-chi.lock"))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func mustRemove(t testing.TB, dir string, names ...string) {
	t.Helper()
	for _, name := range names {
		if err := os.Remove(filepath.Join(dir, filepath.FromSlash(name))); err != nil {
			t.Fatal(err)
		}
	}
}

// published runs a build that must publish, and gives its files.
func published(t testing.TB, o build.Options) map[string]string {
	t.Helper()
	r := run(t, o)
	if !r.Published {
		t.Fatalf("not published:\n%s", say(r.Problems))
	}
	files := tree(t, r.Folder)
	if o.BaseURL == "" && !o.Portable {
		sound(t, t.Name(), files)
	}
	return files
}

// stopped runs a build that must be stopped, and gives what is said.
func stopped(t testing.TB, o build.Options) string {
	t.Helper()
	r := run(t, o)
	if r.Published {
		t.Fatalf("published:\n%s", say(r.Problems))
	}
	return say(r.Problems)
}

func TestAddressesAreKept(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, withLaw())
	if _, err := build.Check(options(dir)); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(dir, "dia-chi.lock")); !errors.Is(err, os.ErrNotExist) {
		t.Fatalf("a check wrote the lock: %v", err)
	}
	published(t, options(dir))
	first := lockOf(t, dir)
	for _, want := range []string{"/\n", "/so-can-biet/\n", "/tim-hieu/bai/\n", "/van-ban/nd-1-2025/ dieu-1(khoan-1(diem-a,dd),2),2\n"} {
		if !strings.Contains(first, "\n"+want) {
			t.Errorf("the lock lacks %q:\n%s", want, first)
		}
	}
	for _, not := range []string{"404", "ngoai-tuyen", "lich-thang"} {
		if strings.Contains(first, not) {
			t.Errorf("the lock holds %s", not)
		}
	}

	// Another address, another folder, memory sticks: the same addresses; and
	// where nothing is new the file is not even touched.
	info, err := os.Stat(filepath.Join(dir, "dia-chi.lock"))
	if err != nil {
		t.Fatal(err)
	}
	o := options(dir)
	o.Output, o.BaseURL, o.Portable = filepath.Join(t.TempDir(), "ra"), "https://xa.example/a/b/", true
	published(t, o)
	if again, err := os.Stat(filepath.Join(dir, "dia-chi.lock")); err != nil || !again.ModTime().Equal(info.ModTime()) || lockOf(t, dir) != first {
		t.Error("a build without anything new wrote the lock")
	}

	// A draft that a killed run left is no obstacle; what is new is added.
	write(t, dir, map[string]string{
		".dia-chi.lock.thonlanh": "nửa chừng", "content/tim-hieu/hai.md": "+++\ntieu_de = \"Bài hai\"\n+++\n\nChữ.\n",
		"dia-chi.lock": strings.ReplaceAll(first, "\n", "\r\n"), // as git on Windows leaves it
	})
	published(t, options(dir))
	if got := lockOf(t, dir); strings.ReplaceAll(got, "/tim-hieu/hai/\n", "") != first || got == first {
		t.Errorf("the lock is now\n%s", got)
	}
	if _, err := os.Stat(filepath.Join(dir, ".dia-chi.lock.thonlanh")); !errors.Is(err, os.ErrNotExist) {
		t.Error("a draft is left")
	}
}

// A run killed between the switch and the lock is made up for by the next.
func TestALostLockIsMadeUpFor(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, withLaw())
	published(t, options(dir))
	want := lockOf(t, dir)
	mustRemove(t, dir, "dia-chi.lock")
	if r := run(t, options(dir)); r.Summary.Changed+r.Summary.New > 0 {
		t.Errorf("the site changed: %+v", r.Summary)
	}
	if got := lockOf(t, dir); got != want {
		t.Errorf("the lock is now\n%s", got)
	}
}

// Two builds into two folders: what the other wrote in the meantime stays, and
// what cannot be understood is not written over.
func TestTwoBuildsAtOnce(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, withLaw())
	meanwhile := func(text string) build.Options {
		o := options(dir)
		o.Progress = func(p build.Progress) {
			if p.Stage == build.StagePublish {
				write(t, dir, map[string]string{"dia-chi.lock": text})
			}
		}
		return o
	}
	run(t, meanwhile("/tin/2020/khac/\n/van-ban/nd-1-2025/ dieu-9\n"))
	if got := lockOf(t, dir); !strings.Contains(got, "\n/tin/2020/khac/\n") || !strings.Contains(got, "\n/van-ban/nd-1-2025/ dieu-1(khoan-1(diem-a,dd),2),2,9\n") {
		t.Errorf("the lock is now\n%s", got)
	}
	mustRemove(t, dir, "dia-chi.lock")
	var unkept *build.LockError
	if r, err := build.Run(meanwhile("<<<<<<< HEAD\n/tin/2020/khac/\n")); !errors.As(err, &unkept) || !r.Published {
		t.Errorf("error %v", err)
	}
	if got := lockOf(t, dir); !strings.HasPrefix(got, "<<<<<<<") {
		t.Errorf("a merge was written over:\n%s", got)
	}
}

// When the lock cannot be written the site stands, and the run says so.
func TestTheLockCannotBeWritten(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, withLaw())
	write(t, dir, map[string]string{".dia-chi.lock.thonlanh/x": "trong đường"})
	r, err := build.Run(options(dir))
	var unkept *build.LockError
	if !errors.As(err, &unkept) || unkept.Message() == "" || unkept.Hint() == "" {
		t.Fatalf("error %v", err)
	}
	if r == nil || !r.Published {
		t.Fatal("the result does not say that the site is published")
	}
	if _, there := tree(t, filepath.Join(dir, "public"))["tim-hieu/bai/index.html"]; !there {
		t.Error("the site does not stand")
	}
	if err := os.RemoveAll(filepath.Join(dir, ".dia-chi.lock.thonlanh")); err != nil {
		t.Fatal(err)
	}
	published(t, options(dir))
	if !strings.Contains(lockOf(t, dir), "/tim-hieu/bai/") {
		t.Error("the next run does not make up for it")
	}
}

func TestAVanishedPageStopsTheBuild(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, withLaw())
	before := published(t, options(dir))
	lock := lockOf(t, dir)
	rename := func(from, to string) {
		if err := os.Rename(filepath.Join(dir, filepath.FromSlash(from)), filepath.Join(dir, filepath.FromSlash(to))); err != nil {
			t.Fatal(err)
		}
	}
	rename("content/tim-hieu/bai.md", "content/tim-hieu/bai-moi.md")
	said := stopped(t, options(dir))
	for _, want := range []string{"chan dia-chi.lock:", "dia-chi-mat", "[\"/tim-hieu/bai/\"]\nchuyen_den = \"/tim-hieu/bai-moi/\"", "go_bo = 2026-11-20"} {
		if !strings.Contains(said, want) {
			t.Errorf("no %q in\n%s", want, said)
		}
	}
	if files := tree(t, filepath.Join(dir, "public")); files["tim-hieu/bai/index.html"] != before["tim-hieu/bai/index.html"] || lockOf(t, dir) != lock {
		t.Error("a stopped build changed something")
	}

	// The lines that the message gives are the remedy.
	_, paste, _ := strings.Cut(said, "chuyen-di.toml:\n")
	paste, _, _ = strings.Cut(paste, "Nếu đã bỏ")
	write(t, dir, map[string]string{"content/chuyen-di.toml": paste})
	for _, base := range []string{"", "https://xa.example/a/"} {
		for _, portable := range []bool{false, true} {
			o := options(dir)
			o.BaseURL, o.Portable = base, portable
			files := published(t, o)
			stub := files["tim-hieu/bai/index.html"]
			to := "../bai-moi/"
			if portable {
				to += "index.html"
			}
			address := base
			if base == "" {
				address = "https://xanho.example/"
			}
			for _, want := range []string{
				`<meta http-equiv="refresh" content="0; url=` + to + `">`, `href="` + to + `"`, "Bài mẫu", `<link rel="canonical" href="` + address + `tim-hieu/bai-moi/">`,
				`<meta name="robots" content="noindex">`, `<meta name="referrer" content="no-referrer">`, `lang="vi"`, "<h1>Trang này đã chuyển chỗ</h1>",
			} {
				if !strings.Contains(stub, want) {
					t.Errorf("no %q in\n%s", want, stub)
				}
			}
			for name, data := range files {
				if name != "tim-hieu/bai/index.html" && name != "thonlanh.sum" && strings.Contains(data, "tim-hieu/bai/") {
					t.Errorf("%s still names the old address", name)
				}
			}
		}
	}
	// The file may not come back under another text.
	write(t, dir, map[string]string{"content/tim-hieu/bai.md": "+++\ntieu_de = \"Bài khác\"\n+++\n\nChữ.\n"})
	if said := stopped(t, options(dir)); !strings.Contains(said, "chuyen-di-thua") {
		t.Errorf("a record took the address of a stub:\n%s", said)
	}
	mustRemove(t, dir, "content/tim-hieu/bai.md")

	// The entry itself may not vanish either.
	mustRemove(t, dir, "content/chuyen-di.toml")
	if said := stopped(t, options(dir)); !strings.Contains(said, "dia-chi-mat") {
		t.Errorf("a stub vanished in silence:\n%s", said)
	}
}

func TestWithoutABaseAddressAStubHasNoCanonical(t *testing.T) {
	dir := t.TempDir()
	files := withLaw()
	files["config.toml"] = "ten = \"Xã Nhỏ\"\n"
	files["content/chuyen-di.toml"] = "[\"/bai-cu/\"]\nchuyen_den = \"/tim-hieu/bai/\"\n"
	write(t, dir, files)
	out := published(t, options(dir))
	if stub := out["bai-cu/index.html"]; strings.Contains(stub, "canonical") || !strings.Contains(stub, `content="0; url=../tim-hieu/bai/"`) {
		t.Error(stub)
	}
	if !strings.Contains(lockOf(t, dir), "\n/bai-cu/\n") {
		t.Error("the address of a stub is not kept")
	}
}

// A stub says nothing of what is sensitive, and offers the exit.
func TestASensitiveStubIsNeutral(t *testing.T) {
	dir := t.TempDir()
	files := withLaw()
	files["content/ho-tro/an-toan.md"] = "+++\ntieu_de = \"An toàn\"\n+++\n\nChữ.\n"
	files["content/chuyen-di.toml"] = "[\"/tim-hieu/cu/\"]\nchuyen_den = \"/ho-tro/an-toan/\"\n\n[\"/ho-tro/cu/\"]\nchuyen_den = \"/tim-hieu/bai/\"\n"
	write(t, dir, files)
	out := published(t, options(dir))
	for name, not := range map[string]string{"tim-hieu/cu/index.html": "An toàn", "ho-tro/cu/index.html": "Bài mẫu"} {
		page := out[name]
		if strings.Contains(page, not) || !strings.Contains(page, "Thoát nhanh") || !strings.Contains(page, "<title>Trang này đã chuyển chỗ</title>") || strings.Contains(page, "og:") {
			t.Errorf("%s:\n%s", name, page)
		}
		if !strings.Contains(out["_headers"], "/"+strings.TrimSuffix(name, "index.html")+"\n  Cache-Control: no-store") {
			t.Errorf("%s may be kept by a browser", name)
		}
	}
}

func TestStubsAreInNoList(t *testing.T) {
	dir := t.TempDir()
	files := withLaw()
	files["content/chuyen-di.toml"] = "[\"/tin/2020/kvzqcu/\"]\nchuyen_den = \"/tim-hieu/bai/\"\n"
	write(t, dir, files)
	for name, data := range published(t, options(dir)) {
		if !strings.HasPrefix(name, "tin/2020/kvzqcu/") && name != "thonlanh.sum" && strings.Contains(data, "kvzqcu") {
			t.Errorf("%s names a stub", name)
		}
	}
}

// What was taken down, or is not public any more, leaves nothing; its line
// stays for ever.
func TestTakenDown(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, withLaw())
	published(t, options(dir))
	lock := lockOf(t, dir)
	for what, files := range map[string]map[string]string{
		"go_bo":     {"content/chuyen-di.toml": "[\"/tim-hieu/bai/\"]\ngo_bo = 2026-11-20\n"},
		"cong_khai": {"content/tim-hieu/bai.md": "+++\ntieu_de = \"Bài mẫu\"\ncong_khai = false\n+++\n\nChữ.\n"},
	} {
		write(t, dir, withLaw())
		if what == "go_bo" {
			mustRemove(t, dir, "content/tim-hieu/bai.md")
		}
		write(t, dir, files)
		for name, data := range published(t, options(dir)) {
			if strings.Contains(name, "tim-hieu/bai") || strings.Contains(data, "tim-hieu/bai") || strings.Contains(data, "Bài mẫu") {
				t.Errorf("%s: %s holds a trace", what, name)
			}
		}
		if lockOf(t, dir) != lock {
			t.Errorf("%s: the lock changed", what)
		}
		if what == "go_bo" {
			mustRemove(t, dir, "content/chuyen-di.toml")
		}
	}
}

// A unit that was renumbered keeps its id: it stands on a line that tells the
// new place, together with what stood below it.
func TestAVanishedUnit(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, withLaw())
	published(t, options(dir))
	text := withLaw()["content/van-ban/nd-1-2025.md"]
	write(t, dir, map[string]string{"content/van-ban/nd-1-2025.md": strings.Replace(text, "Điều 1.", "Điều 3.", 1)})
	said := stopped(t, options(dir))
	for _, want := range []string{"chan content/van-ban/nd-1-2025.md:1:1 dia-chi-mat", "cùng 4 mục nhỏ", "[\"/van-ban/nd-1-2025/#dieu-1\"]\nchuyen_den = \"/van-ban/nd-1-2025/#dieu-3\""} {
		if !strings.Contains(said, want) {
			t.Errorf("no %q in\n%s", want, said)
		}
	}
	_, paste, _ := strings.Cut(said, "chuyen-di.toml:\n")
	paste, _, _ = strings.Cut(paste, "Nếu đã bỏ")
	write(t, dir, map[string]string{"content/chuyen-di.toml": paste})
	page := published(t, options(dir))["van-ban/nd-1-2025/index.html"]
	for _, id := range []string{"dieu-1", "dieu-1-khoan-1", "dieu-1-khoan-1-diem-a", "dieu-1-khoan-1-diem-dd", "dieu-1-khoan-2"} {
		if line := lineOf(t, page, id); line != "Điều 1 nay là Điều 3 #dieu-3" {
			t.Errorf("#%s leads to %q", id, line)
		}
	}
	if strings.Index(page, `id="dieu-1"`) < strings.Index(page, `id="dieu-2"`) {
		t.Error("the lines stand before the text")
	}
	// Every id that was published is still there.
	if !strings.Contains(lockOf(t, dir), "/van-ban/nd-1-2025/ dieu-1(khoan-1(diem-a,dd),2),2,3(khoan-1(diem-a,dd),2)\n") {
		t.Error(lockOf(t, dir))
	}

	// A unit inside that went elsewhere has a line of its own; the rest stays.
	write(t, dir, map[string]string{"content/chuyen-di.toml": paste + "\n[\"/van-ban/nd-1-2025/#dieu-1-khoan-2\"]\nchuyen_den = \"/van-ban/nd-1-2025/#dieu-2\"\n"})
	page = published(t, options(dir))["van-ban/nd-1-2025/index.html"]
	if line := lineOf(t, page, "dieu-1-khoan-2"); line != "Khoản 2 Điều 1 nay là Điều 2 #dieu-2" {
		t.Errorf("#dieu-1-khoan-2 leads to %q", line)
	}
	if line := lineOf(t, page, "dieu-1-khoan-1"); line != "Điều 1 nay là Điều 3 #dieu-3" {
		t.Errorf("#dieu-1-khoan-1 leads to %q", line)
	}

	// Taken down: nothing is published of it, and nothing stops.
	write(t, dir, map[string]string{"content/chuyen-di.toml": "[\"/van-ban/nd-1-2025/#dieu-1\"]\ngo_bo = 2026-11-20\n"})
	if page := published(t, options(dir))["van-ban/nd-1-2025/index.html"]; strings.Contains(page, `id="dieu-1"`) || strings.Contains(page, "Các mục đã chuyển") {
		t.Error("a unit that was taken down left something")
	}
}

// lineOf is the entry of a list that holds an id, with the address it links to.
func lineOf(t testing.TB, page, id string) string {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	for n := range root.Descendants() {
		if n.Type != html.ElementNode || attr(n, "id") != id {
			continue
		}
		for n.Data != "li" && n.Parent != nil {
			n = n.Parent
		}
		for d := range n.Descendants() {
			if href := attr(d, "href"); href != "" {
				return strings.ReplaceAll(words(n), "\u00a0", " ") + " " + href
			}
		}
	}
	return ""
}

// A text that was cut in two: its address leads to the larger part, and whoever
// comes for a unit that went elsewhere meets the list instead of being sent on.
func TestAMovedPageWithUnitsOfTheirOwnWays(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, withLaw())
	published(t, options(dir))
	mustRemove(t, dir, "content/van-ban/nd-1-2025.md")
	write(t, dir, map[string]string{
		"content/van-ban/mot.md": strings.Replace(lawHead, "1/2025", "11/2025", 1) + "### Điều 1. Một\n\n1. Khoản một.\n\na) Điểm a.\n\nđ) Điểm đ.\n\n2. Khoản hai.\n",
		"content/van-ban/hai.md": strings.Replace(lawHead, "1/2025", "12/2025", 1) + "### Điều 7. Hai\n",
		"content/chuyen-di.toml": "[\"/van-ban/nd-1-2025/\"]\nchuyen_den = \"/van-ban/mot/\"\n",
	})
	if page := published(t, options(dir))["van-ban/nd-1-2025/index.html"]; !strings.Contains(page, "refresh") || strings.Contains(page, "Các mục") {
		t.Error(page)
	}
	write(t, dir, map[string]string{"content/chuyen-di.toml": "[\"/van-ban/nd-1-2025/\"]\nchuyen_den = \"/van-ban/mot/\"\n\n[\"/van-ban/nd-1-2025/#dieu-2\"]\nchuyen_den = \"/van-ban/hai/#dieu-7\"\n"})
	page := published(t, options(dir))["van-ban/nd-1-2025/index.html"]
	if strings.Contains(page, "refresh") {
		t.Error("the reader is sent on before the list can be read")
	}
	if line := lineOf(t, page, "dieu-2"); line != "Điều 2 nay là Điều 7 – Nghị định 12/2025/NĐ-CP ../hai/#dieu-7" {
		t.Errorf("#dieu-2 leads to %q", line)
	}
	if strings.Contains(page, `id="dieu-1"`) {
		t.Error("a unit that moved with its page is listed")
	}
}

// Pages below a moved one move with it where they have their counterpart, and
// are asked for where they have not. Chains end at the last place.
func TestChainsAndPagesBelow(t *testing.T) {
	dir := t.TempDir()
	files := withLaw()
	files["content/chuyen-di.toml"] = "[\"/a/\"]\nchuyen_den = \"/b/\"\n[\"/b/\"]\nchuyen_den = \"/c/\"\n[\"/c/\"]\nchuyen_den = \"/van-ban/\"\n[\"/van-ban/nd-1-2025/#dieu-9\"]\nchuyen_den = \"/a/\"\n"
	files["dia-chi.lock"] = "/a/nd-1-2025/\n/a/con-hieu-luc/\n/a/khac/\n"
	write(t, dir, files)
	if said := stopped(t, options(dir)); strings.Count(said, "dia-chi-mat") != 1 || !strings.Contains(said, "dia-chi.lock:3:1") {
		t.Errorf("only /a/khac/ has no place:\n%s", said)
	}
	files["dia-chi.lock"] = "/a/nd-1-2025/\n/a/con-hieu-luc/\n"
	write(t, dir, files)
	out := published(t, options(dir))
	for from, to := range map[string]string{"a": "../van-ban/", "b": "../van-ban/", "a/nd-1-2025": "../../van-ban/nd-1-2025/", "a/con-hieu-luc": "../../van-ban/con-hieu-luc/"} {
		if page := out[path.Join(from, "index.html")]; !strings.Contains(page, `content="0; url=`+to+`"`) {
			t.Errorf("/%s/ does not lead to %s", from, to)
		}
	}
	if line := lineOf(t, out["van-ban/nd-1-2025/index.html"], "dieu-9"); line != "Điều 9 nay ở Văn bản ../" {
		t.Errorf("#dieu-9 leads to %q", line)
	}
}

// The fault of a file is told once: its address is not missing as well.
func TestAFileAtFaultIsNotLost(t *testing.T) {
	for what, text := range map[string]string{
		"not text":   "+++\ntieu_de = \"B\xe0i\"\n+++\n",
		"no fence":   "+++\nloai = \"nghi_dinh\"\n\nChữ.\n",
		"no head":    "### Điều 7. Bảy\n",
		"wrong type": "+++\nloai = \"nghi_dinh\"\ntrich_yeu = 3\n+++\n\n### Điều 1. Một\n\n1. Khoản một.\n\na) Điểm a.\n\nđ) Điểm đ.\n\n2. Khoản hai.\n\n### Điều 2. Hai\n",
	} {
		dir := t.TempDir()
		write(t, dir, withLaw())
		published(t, options(dir))
		write(t, dir, map[string]string{"content/van-ban/nd-1-2025.md": text})
		if said := stopped(t, options(dir)); strings.Contains(said, "dia-chi-mat") {
			t.Errorf("%s:\n%s", what, said)
		}
	}
}

// However much is lost, the list can be read.
func TestMuchIsLost(t *testing.T) {
	dir := t.TempDir()
	files := small()
	var lock strings.Builder
	for i := range 30_000 {
		lock.WriteString("/tin/2020/bai-" + strings.Repeat("x", i%40) + string(rune('a'+i%26)) + string(rune('a'+i/26%26)) + string(rune('a'+i/676%26)) + string(rune('a'+i/17576)) + "/ a-1,2,3\n")
	}
	files["dia-chi.lock"] = lock.String()
	write(t, dir, files)
	r := bounded(t, "much is lost", options(dir), 20_000_000_000)
	if r == nil {
		return
	}
	n := 0
	for _, p := range r.Problems {
		if p.Rule == "dia-chi-mat" {
			n++
		}
	}
	if n != 41 {
		t.Errorf("%d problems", n)
	}
}
