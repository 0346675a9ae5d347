package build_test

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/text/unicode/norm"

	"thonlanh"
	"thonlanh/internal/build"
	"thonlanh/internal/date"
	"thonlanh/internal/diag"
	"thonlanh/internal/output"
)

var update = flag.Bool("update", false, "write the expected results of the tests")

// options are those of a plain run on 20 November 2026.
func options(dir string) build.Options {
	return build.Options{
		Dir: dir, Now: date.Date{Year: 2026, Month: 11, Day: 20}, Version: "test",
		Layouts: thonlanh.Layouts(), Static: thonlanh.Static(),
	}
}

// write makes files below a folder.
func write(t testing.TB, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		to := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(to), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(to, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// readArchive gives the files of a project and, apart from them, those below
// "expect".
func readArchive(t *testing.T, name string) (a *txtar.Archive, files map[string]string, expect map[string]string) {
	t.Helper()
	a, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	files, expect = map[string]string{}, map[string]string{}
	for _, f := range a.Files {
		text := string(f.Data)
		switch {
		case f.Name == "expect" || strings.HasPrefix(f.Name, "expect/"):
			expect[f.Name] = text
			continue
		case text == "(latin-1)\n": // an archive cannot hold what is not text
			text = "+++\ntieu_de = \"Tin m\xf3i\"\n+++\n"
		case text == "(nothing)\n":
			text = ""
		}
		files[f.Name] = text
	}
	return a, files, expect
}

// rewrite puts the expected files of an archive anew.
func rewrite(t *testing.T, name string, a *txtar.Archive, expect map[string]string) {
	t.Helper()
	a.Files = slices.DeleteFunc(a.Files, func(f txtar.File) bool { return strings.HasPrefix(f.Name, "expect") })
	for _, k := range sorted(expect) {
		a.Files = append(a.Files, txtar.File{Name: k, Data: []byte(expect[k])})
	}
	if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
		t.Fatal(err)
	}
}

func sorted[V any](m map[string]V) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// tree reads all files of a folder, by slash-separated path.
func tree(t testing.TB, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	files := os.DirFS(dir)
	err := fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(files, name)
		out[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func say(l diag.List) string {
	var b strings.Builder
	for _, p := range l {
		confirmed := ""
		if p.Confirmed {
			confirmed = " (confirmed)"
		}
		fmt.Fprintf(&b, "%s %s:%d:%d %s%s\n  %s\n  > %s\n", p.Severity, p.File, p.Line, p.Column, p.Rule, confirmed, p.Message, p.Hint)
	}
	return b.String()
}

// small is the least that a commune can publish.
func small() map[string]string {
	return map[string]string{
		"config.toml":      "ten = \"Xã Nhỏ\"\nbase_url = \"https://xanho.example/\"\n",
		"content/index.md": "+++\ntieu_de = \"Cổng của xã\"\n+++\n",
		"content/so-can-biet.toml": "[ca]\nso = \"113\"\nten = \"Công an\"\nnhom = \"khan_cap\"\nthanh_goi = \"Nguy hiểm\"\nkiem_tra_ngay = 2026-11-01\n" +
			"[te]\nso = \"111\"\nten = \"Tổng đài trẻ em\"\nnhom = \"ho_tro\"\nthanh_goi = \"Trẻ em\"\nkiem_tra_ngay = 2026-11-01\n",
	}
}

func run(t testing.TB, o build.Options) *build.Result {
	t.Helper()
	r, err := build.Run(o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestRunTellsItsStagesInOrder(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, small())
	o := options(dir)
	var stages []build.Stage
	o.Progress = func(p build.Progress) {
		if len(stages) == 0 || stages[len(stages)-1] != p.Stage {
			stages = append(stages, p.Stage)
		}
		if p.Done > p.Total {
			t.Errorf("%d of %d pages", p.Done, p.Total)
		}
	}
	r := run(t, o)
	want := []build.Stage{build.StageConfig, build.StageContent, build.StageAssemble, build.StageCheck, build.StagePages, build.StagePublish}
	if !slices.Equal(stages, want) {
		t.Errorf("stages %v, want %v", stages, want)
	}
	files := tree(t, filepath.Join(dir, "public"))
	if !r.Published || r.Pages == 0 || r.Summary.Files != len(files)-1 || r.Summary.New != r.Summary.Files || len(r.Weights) == 0 {
		t.Errorf("result %+v with %d files in the folder", r, len(files))
	}
	for i, w := range r.Weights {
		if len(files[w.Path]) != w.Bytes || i > 0 && w.Bytes > r.Weights[i-1].Bytes {
			t.Errorf("weight %d is %+v, the file has %d bytes", i, w, len(files[w.Path]))
		}
	}
}

func TestCheckWritesNothing(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, small())
	before := tree(t, dir)
	r, err := build.Check(options(dir))
	if err != nil {
		t.Fatal(err)
	}
	if r.Published || r.Problems.Stops() {
		t.Errorf("published %v:\n%s", r.Published, say(r.Problems))
	}
	if after := tree(t, dir); len(after) != len(before) {
		t.Errorf("checking left %v", sorted(after))
	}
	// What it finds is what a run finds.
	if got := say(run(t, options(dir)).Problems); got != say(r.Problems) {
		t.Errorf("check says\n%s\nand a run says\n%s", say(r.Problems), got)
	}
}

func TestRunWritesNothingBesideItsOutput(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, small())
	write(t, dir, map[string]string{"ghi-chu.txt": "của xã"})
	before := tree(t, dir)
	run(t, options(dir))
	for name := range tree(t, dir) {
		if _, was := before[name]; !was && !strings.HasPrefix(name, "public/") && name != "dia-chi.lock" {
			t.Errorf("left %s", name)
		}
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != 5 { // config.toml content dia-chi.lock ghi-chu.txt public
		t.Errorf("the project holds %v", entries)
	}
}

func TestRunRefusesAFolderThatIsNotItsOwn(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, small())
	write(t, dir, map[string]string{"public/anh-cuoi.jpg": "x"})
	_, err := build.Run(options(dir))
	if !errors.Is(err, output.ErrForeign) {
		t.Fatalf("error %v, want %v", err, output.ErrForeign)
	}
	if files := tree(t, filepath.Join(dir, "public")); len(files) != 1 {
		t.Errorf("the folder now holds %v", sorted(files))
	}
}

func TestRunKeepsForeignFilesAndDropsItsOwnOldOnes(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, small())
	write(t, dir, map[string]string{"content/tim-hieu/cu.md": "+++\ntieu_de = \"Bài cũ\"\n+++\nChữ.\n"})
	run(t, options(dir))
	public := filepath.Join(dir, "public")
	write(t, public, map[string]string{"tep-la/a.pdf": "x"})
	if err := os.Remove(filepath.Join(dir, "content", "tim-hieu", "cu.md")); err != nil {
		t.Fatal(err)
	}
	write(t, dir, map[string]string{"content/chuyen-di.toml": "[\"/tim-hieu/cu/\"]\ngo_bo = 2026-11-20\n"})
	r := run(t, options(dir))
	files := tree(t, public)
	if files["tep-la/a.pdf"] != "x" {
		t.Error("a foreign file is gone")
	}
	if _, there := files["tim-hieu/cu/index.html"]; there || r.Summary.Removed == 0 {
		t.Error("the page of a text that is gone still stands")
	}
}

func TestRunOfNoFolder(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{"a.txt": "x"})
	if _, err := build.Run(options(filepath.Join(dir, "none"))); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a missing folder gives %v", err)
	}
	if _, err := build.Check(options(filepath.Join(dir, "a.txt"))); err == nil {
		t.Error("a file was taken for a project")
	}
}

// The day decides what is in force, due or over: a fixed day, then the day of
// a sample, then today.
func TestDayOfTheBuild(t *testing.T) {
	files := small()
	files["content/van-ban/luat-1.md"] = "+++\nloai = \"luat\"\nso_ky_hieu = \"1/2026/QH16\"\ntrich_yeu = \"Luật thử\"\nco_quan = \"Quốc hội\"\nngay_ban_hanh = 2026-01-01\nngay_hieu_luc = 2027-01-01\n+++\n### Điều 1. Phạm vi\n\nChữ.\n"
	sample := map[string]string{"config.toml": "mau = true\nngay_mau = 2026-12-31\n" + files["config.toml"]}
	for _, c := range []struct {
		name       string
		sample     bool
		now, today date.Date
		inForce    bool
	}{
		{"fixed before", false, date.Date{Year: 2026, Month: 12, Day: 31}, date.Date{Year: 2028, Month: 1, Day: 1}, false},
		{"fixed at", false, date.Date{Year: 2027, Month: 1, Day: 1}, date.Date{Year: 2020, Month: 1, Day: 1}, true},
		{"today", false, date.Date{}, date.Date{Year: 2027, Month: 1, Day: 1}, true},
		{"a sample's own", true, date.Date{}, date.Date{Year: 2028, Month: 1, Day: 1}, false},
		{"a sample's, fixed", true, date.Date{Year: 2028, Month: 1, Day: 1}, date.Date{Year: 2020, Month: 1, Day: 1}, true},
	} {
		dir := t.TempDir()
		write(t, dir, files)
		if c.sample {
			write(t, dir, sample)
		}
		o := options(dir)
		o.Now, o.Today = c.now, c.today
		run(t, o)
		page := tree(t, filepath.Join(dir, "public"))["van-ban/luat-1/index.html"]
		if got := strings.Contains(page, "Còn hiệu lực"); got != c.inForce {
			t.Errorf("%s: in force %v, want %v", c.name, got, c.inForce)
		}
	}
}

func TestOwnLayoutsAndFilesReplaceThoseOfTheProgram(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, small())
	icon := `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>`
	write(t, dir, map[string]string{
		"static/favicon.svg":             icon,
		"static/huy-hieu.svg":            icon,
		"layouts/notfound/notfound.html": "<h1>Xã không có trang này</h1><p>Bạn thử trang khác.</p>",
	})
	run(t, options(dir))
	files := tree(t, filepath.Join(dir, "public"))
	for _, name := range []string{"favicon.svg", "huy-hieu.svg"} {
		if !strings.Contains(files[name], "h1v1") {
			t.Errorf("%s is %q", name, files[name])
		}
	}
	if !strings.Contains(files["404.html"], "Xã không có trang này") {
		t.Error("the commune's own layout was not taken")
	}
	if files["icon-192.png"] == "" || files["so-can-biet/index.html"] == "" {
		t.Error("what the commune did not replace is gone")
	}
}

func TestOverlay(t *testing.T) {
	under := fstest.MapFS{"a/x.html": {Data: []byte("under x")}, "a/y.html": {Data: []byte("under y")}, "b.css": {Data: []byte("under b")}}
	project := fstest.MapFS{"layouts/a/x.html": {Data: []byte("over x")}, "layouts/c.css": {Data: []byte("over c")}, "layout": {Data: []byte("no folder")}}
	o := build.Overlay(project, "layouts", under)
	got := map[string]string{}
	err := fs.WalkDir(o, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(o, name)
		got[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"a/x.html": "over x", "a/y.html": "under y", "b.css": "under b", "c.css": "over c"} {
		if got[name] != want {
			t.Errorf("%s is %q, want %q", name, got[name], want)
		}
	}
	if len(got) != 4 {
		t.Errorf("files %v", sorted(got))
	}
	if _, err := fs.ReadFile(build.Overlay(project, "layout", under), "b.css"); err != nil {
		t.Errorf("a file in the place of a folder: %v", err)
	}
	if _, err := o.Open("none"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a missing file gives %v", err)
	}
}

// A preview judges one page at a time, by the same rules.
func TestJudgeOnePage(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, small())
	a, err := build.Assemble(options(dir), nil)
	if err != nil {
		t.Fatal(err)
	}
	out, ok := a.Renderer.Lookup("index.html")
	if !ok {
		t.Fatal("no home page")
	}
	data, err := a.Bytes(out)
	if err != nil {
		t.Fatal(err)
	}
	if l := a.Judge(out, data); len(l) != 0 {
		t.Errorf("a good page:\n%s", say(l))
	}
	bad := bytes.Replace(data, []byte("</main>"), []byte(`<img src="/khong-co.png"></main>`), 1)
	if l := a.Judge(out, bad); !l.Stops() {
		t.Error("a page with a picture that is not there was let through")
	}
}

// Names of files may hold marks, composed or not, as the disk likes them.
func TestNamesWithMarksGiveTheSameSite(t *testing.T) {
	files := small()
	picture := `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 4" width="3" height="4"><path d="M0 0h3v4z"/></svg>`
	files["content/tin/2026/lớp-dạy-nghề.md"] = "+++\ntieu_de = \"Lớp dạy nghề\"\nngay = 2026-11-01\n+++\nXem ![Cánh đồng](đồng-lúa.svg)\n"
	files["content/tin/2026/đồng-lúa.svg"] = picture
	files["content/thon/đông.toml"] = "ten = \"Đông\"\n"
	files["content/thon/đông.md"] = "Thôn ở phía đông.\n"
	files["content/lich/họp-thôn.toml"] = "tieu_de = \"Họp thôn\"\nngay = 2026-11-24\nthon = \"dong\"\n"
	files["content/tai-lieu/ap-phich/hỏi-kỹ/index.md"] = "+++\ntieu_de = \"Hỏi kỹ\"\nmo_ta = \"Áp phích\"\nngay = 2026-11-01\nanh = \"bìa.svg\"\nanh_mo_ta = \"Cánh đồng\"\n+++\nChữ.\n"
	files["content/tai-lieu/ap-phich/hỏi-kỹ/bìa.svg"] = picture
	var want map[string]string
	for _, form := range []norm.Form{norm.NFC, norm.NFD} {
		dir := t.TempDir()
		for name, text := range files {
			write(t, dir, map[string]string{form.String(name): form.String(text)})
		}
		if r := run(t, options(dir)); !r.Published {
			t.Fatalf("not published:\n%s", say(r.Problems))
		}
		got := tree(t, filepath.Join(dir, "public"))
		if want == nil {
			want = got
			for _, name := range []string{"tin/2026/lop-day-nghe/index.html", "thon/dong/index.html", "lich/hop-thon/index.html", "tai-lieu/ap-phich/hoi-ky/index.html"} {
				if got[name] == "" {
					t.Errorf("no %s", name)
				}
			}
			sound(t, "names with marks", got)
			continue
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("decomposed names (-composed +decomposed):\n%.2000s", diff)
		}
	}
}
