package build_test

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"thonlanh/internal/build"
)

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"><path d="M0 0h3v2z"/></svg>`

// A file that could not be published is a problem of its own name, for check
// as for build, not a failure in the middle of a run.
func TestNamesThatCannotBePublished(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("other systems refuse some of these names themselves")
	}
	page := func(picture string) map[string]string {
		return map[string]string{
			"content/tim-hieu/bai.md":       "+++\ntieu_de = \"Bài\"\n+++\n\n![Đường ra chợ](<" + picture + ">)\n",
			"content/tim-hieu/" + picture:   drawing,
			"content/tim-hieu/duong-cho.md": "+++\ntieu_de = \"Bài hai\"\n+++\n\nChữ.\n",
		}
	}
	both := page("Anh.svg")
	both["content/tim-hieu/bai.md"] += "\n![Đường về làng](anh.svg)\n"
	both["content/tim-hieu/anh.svg"] = drawing
	for _, c := range []struct {
		files map[string]string
		want  string
	}{
		{page("con.svg"), "chan dia-chi-sai content/tim-hieu/con.svg"},
		{both, "chan dia-chi-trung content/tim-hieu/anh.svg"},
		{map[string]string{"static/con.txt": "x"}, "chan dia-chi-sai static/con.txt"},
		{map[string]string{"static/thonlanh.sum": "x"}, "chan dia-chi-sai static/thonlanh.sum"},
		{map[string]string{"static/index.html": "x"}, "chan dia-chi-trung static/index.html"},
		{map[string]string{"static/robots.txt": "x"}, "chan dia-chi-trung static/robots.txt"},
		{map[string]string{"static/ho-tro": "x"}, "chan dia-chi-trung static/ho-tro"},
		{map[string]string{"static/a.txt": "x", "static/A.txt": "y"}, "chan dia-chi-trung static/a.txt"},
		{page("Đường chợ 1.svg"), ""},
	} {
		dir := t.TempDir()
		write(t, dir, small())
		write(t, dir, c.files)
		for name, do := range map[string]func(build.Options) (*build.Result, error){"check": build.Check, "build": build.Run} {
			r, err := do(options(dir))
			if err != nil {
				t.Errorf("%s, %s: %v", name, c.want, err)
				continue
			}
			var got []string
			for _, p := range r.Problems {
				if p.Severity.String() == "chan" {
					got = append(got, "chan "+p.Rule+" "+p.File)
				}
			}
			if strings.Join(got, "\n") != c.want || r.Published != (name == "build" && c.want == "") {
				t.Errorf("%s: got %v, want %s", name, got, c.want)
			}
		}
	}
}

// What is wrong with a file that is no page is said of the file it came from.
func TestProblemsOfFilesStandAtTheirSource(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, small())
	bad := `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2" onload="x()"/>`
	write(t, dir, map[string]string{
		"content/tim-hieu/bai.md":    "+++\ntieu_de = \"Bài\"\n+++\n\n![Đường ra chợ](<Đường.svg>)\n",
		"content/tim-hieu/Đường.svg": bad, "static/hinh/x.svg": bad,
		// A leak is said of the record that it came from.
		"content/tin/2026/kin.md": "+++\ntieu_de = \"Cuộc họp kín tuần sau\"\nngay = 2026-11-01\ncong_khai = false\n+++\n\nChữ.\n",
		"static/so-tay.txt":       "Cuộc họp kín tuần sau",
	})
	r, err := build.Check(options(dir))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range r.Problems {
		got = append(got, p.Rule+" "+p.File)
	}
	if want := "ma-trong-trang content/tim-hieu/Đường.svg\nrieng-tu-lo-ra content/tin/2026/kin.md\nma-trong-trang static/hinh/x.svg"; strings.Join(got, "\n") != want {
		t.Errorf("got %v", got)
	}
}

// Nothing outside the project is read, wherever a link in it leads.
func TestLinksOutOfTheProject(t *testing.T) {
	secret := t.TempDir()
	write(t, secret, map[string]string{"khoa.txt": "mật", "x/base.html": "mật"})
	for _, link := range []string{"static", "static/khoa.txt", "static/sau/xa", "layouts", "layouts/x"} {
		dir := t.TempDir()
		write(t, dir, small())
		at := filepath.Join(dir, link)
		if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink(filepath.Join(secret, filepath.Base(link)), at); err != nil {
			t.Skip(err)
		}
		r, err := build.Run(options(dir))
		if err != nil {
			t.Errorf("%s: %v", link, err)
			continue
		}
		if r.Published || len(r.Problems) == 0 || r.Problems[0].Rule != "tep-sai-cho" || r.Problems[0].File != link {
			t.Errorf("%s: published %v, %v", link, r.Published, r.Problems)
		}
	}
}
