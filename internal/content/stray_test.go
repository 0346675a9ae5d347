package content

import (
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"testing/fstest"
)

// What cannot be read is said, never passed over: its author believes that it
// is published.
func TestStrays(t *testing.T) {
	fsys := fstest.MapFS{
		"content/index.md":          {Data: []byte(page)},
		"content/lich/hop.toml":     {Mode: fs.ModeDir},
		"content/tin":               {Data: []byte("/etc"), Mode: fs.ModeSymlink},
		"content/tim-hieu/a.md":     {Data: []byte("b.md"), Mode: fs.ModeSymlink},
		"content/tim-hieu/ong.md":   {Mode: fs.ModeNamedPipe},
		"content/tim-hieu/o-cam.md": {Mode: fs.ModeSocket},
	}
	_, list, err := Load(fsys, 2)
	if err != nil {
		t.Fatal(err)
	}
	want := "content/lich/hop.toml:1:1 tep-sai-cho\ncontent/tim-hieu/a.md:1:1 tep-sai-cho\ncontent/tim-hieu/o-cam.md:1:1 tep-sai-cho\ncontent/tim-hieu/ong.md:1:1 tep-sai-cho\ncontent/tin:1:1 tep-sai-cho\n"
	if got := lines(list.Sorted()); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// On a disk: a link that leads out of the project, one that leads to itself,
// and a name that is no text.
func TestStraysOnDisk(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("names without meaning are a matter of Linux")
	}
	dir := t.TempDir()
	put := func(name string) string {
		full := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
			t.Fatal(err)
		}
		return full
	}
	for _, name := range []string{"content/index.md", "content/tim-hieu/\xe9.md", "content/\xff/a.md"} {
		if err := os.WriteFile(put(name), []byte(page), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for name, to := range map[string]string{"content/tim-hieu/vong": ".", "content/lich": "/etc"} {
		if err := os.Symlink(to, put(name)); err != nil {
			t.Fatal(err)
		}
	}
	_, list, err := Load(os.DirFS(dir), 2)
	if err != nil {
		t.Fatal(err)
	}
	want := "content/lich:1:1 tep-sai-cho\ncontent/tim-hieu/vong:1:1 tep-sai-cho\ncontent/tim-hieu/\uFFFD.md:1:1 tep-sai-cho\ncontent/\uFFFD:1:1 tep-sai-cho\n"
	if got := lines(list.Sorted()); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}

	if err := os.Rename(filepath.Join(dir, "content"), filepath.Join(dir, "khac")); err != nil {
		t.Fatal(err)
	}
	for step, want := range map[string]string{
		"missing": "config.toml:1:1 thieu-cau-hinh\n",
		"link":    "content:1:1 tep-sai-cho\n",
		"file":    "config.toml:1:1 thieu-cau-hinh\n",
	} {
		_ = os.Remove(filepath.Join(dir, "content"))
		switch step {
		case "link":
			err = os.Symlink("khac", filepath.Join(dir, "content"))
		case "file":
			err = os.WriteFile(filepath.Join(dir, "content"), nil, 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
		_, list, err := Load(os.DirFS(dir), 2)
		if got := lines(list); err != nil || got != want {
			t.Errorf("%s: %v %s", step, err, got)
		}
	}
}

// A name that is nearly one of ours is said; other files are nobody's page.
func TestNearlyPages(t *testing.T) {
	for name, said := range map[string]bool{
		"content/tin/2026/LOP-MAY.MD":       true,
		"content/tin/2026/lop-may.md.txt":   true,
		"content/co-quan.TOML":              true,
		"content/co-quan.toml.txt":          true,
		"content/tim-hieu/a.markdown":       true,
		"content/tim-hieu/index.md":         true,
		"content/ho-tro/index.md":           true,
		"content/tin/2026/index.md":         true,
		"content/thon/index.toml":           true,
		"content/tim-hieu/ghi-chu.txt":      false,
		"content/ke-hoach/2026/ban-goc.PDF": false,
	} {
		_, list := tree(t, map[string]string{name: page})
		if (len(list) == 1 && list[0].Rule == "tep-sai-cho" && list[0].File == name) != said {
			t.Errorf("%s: %v", name, list)
		}
	}
}

// A picture is found under the name an editor gave it in the link, and one
// that nothing can show is refused at its place.
func TestPictures(t *testing.T) {
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"/>`
	for _, c := range []struct{ text, want string }{
		{"![Bảng tin ở bến](<Bảng tin 1.svg>)", ""},
		{"![Bảng tin ở bến](B%E1%BA%A3ng%20tin%201.svg)", ""},
		{"![Bảng tin ở bến](Bảng%20tin%201.svg)", ""},
		{"![Bảng tin ở bến](Bang.svg)", "content/tim-hieu/a.md:5:1 lien-ket-gay\n"},
		{"![Bảng tin ở bến](trong.png)", "content/tim-hieu/a.md:5:1 anh-thieu-co\n"},
		{"![Bảng tin ở bến](khac.pdf)", "content/tim-hieu/a.md:5:1 anh-thieu-co\n"},
		{"[Bản đầy đủ để in](khac.pdf)", ""},
	} {
		tr, list := tree(t, map[string]string{
			"content/tim-hieu/a.md":           "+++\ntieu_de = \"A\"\n+++\n\n" + c.text + "\n",
			"content/tim-hieu/Bảng tin 1.svg": svg, "content/tim-hieu/trong.png": "", "content/tim-hieu/khac.pdf": "%PDF-1.4",
		})
		if got := lines(list); got != c.want {
			t.Errorf("%s: %s", c.text, got)
		}
		if c.want == "" && (len(tr.Articles[0].Assets) != 1 || tr.Articles[0].Assets[0].Name == "") {
			t.Errorf("%s: %v", c.text, tr.Articles[0].Assets)
		}
	}
}
