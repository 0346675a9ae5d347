package build_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"thonlanh/internal/build"
)

// owing is a small commune with a report that a village has not sent.
func owing() map[string]string {
	files := small()
	files["content/co-quan.toml"] = "[phong]\nten = \"Phòng Một\"\n"
	files["content/thon/dong.toml"] = "ten = \"Đông\"\n"
	files["content/ke-hoach/2026/index.md"] = "+++\ntieu_de = \"Kế hoạch\"\n+++\n\nI. MỤC TIÊU\n\n- Ý một.\n"
	files["content/ke-hoach/2026/bao-cao.toml"] = "[nam]\nten = \"Báo cáo năm\"\ntruoc_ngay = 2026-11-10\nben_gui = [\"phong\"]\nmoi_thon = true\ncong_khai = true\n"
	return files
}

func TestListsOfTheOffice(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, owing())
	if _, err := build.Check(options(dir)); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(dir, "noi-bo")); !errors.Is(err, os.ErrNotExist) {
		t.Fatalf("a check wrote the lists: %v", err)
	}
	write(t, dir, map[string]string{"noi-bo/ghi-chu.txt": "của văn phòng"})
	public := published(t, options(dir))
	lists := tree(t, filepath.Join(dir, "noi-bo"))
	if lists["ghi-chu.txt"] != "của văn phòng" || len(lists) != 4 {
		t.Errorf("noi-bo holds %v", sorted(lists))
	}
	if !strings.Contains(lists["bao-cao.csv"], "Thôn Đông") || !strings.Contains(lists["bao-cao.html"], "quá hạn 11 ngày") {
		t.Errorf("%s\n%s", lists["bao-cao.csv"], lists["bao-cao.html"])
	}
	for name, text := range public {
		if strings.Contains(name, "noi-bo") || strings.Contains(text, "noi-bo") || strings.Contains(text, "Thôn Đông: báo cáo") {
			t.Errorf("%s was published with the lists of the office", name)
		}
	}

	// What has not changed keeps its time, on a day on which nothing changes.
	old := time.Now().Add(-time.Hour).Truncate(time.Second)
	name := filepath.Join(dir, "noi-bo", "bao-cao.csv")
	if err := os.Chtimes(name, old, old); err != nil {
		t.Fatal(err)
	}
	published(t, options(dir))
	if info, err := os.Stat(name); err != nil || !info.ModTime().Equal(old) {
		t.Errorf("an unchanged list was written again: %v, %v", info, err)
	}

	// What is not published is not told the office either.
	write(t, dir, map[string]string{"content/tin/2026/hong.md": "không có đầu trang\n", "content/ke-hoach/2026/bao-cao.toml": owing()["content/ke-hoach/2026/bao-cao.toml"] + "[nam.da_gui]\ndong = 2026-11-09\n"})
	stopped(t, options(dir))
	if again := tree(t, filepath.Join(dir, "noi-bo")); again["bao-cao.csv"] != lists["bao-cao.csv"] {
		t.Error("a build that was stopped wrote the lists")
	}
}

// The lists name villages: they go nowhere but into the project's own folder.
func TestListsOfTheOfficeStayInside(t *testing.T) {
	outside := t.TempDir()
	dir := t.TempDir()
	write(t, dir, owing())
	if err := os.Symlink(outside, filepath.Join(dir, "noi-bo")); err != nil {
		t.Skip(err)
	}
	refuses := func(o build.Options) {
		t.Helper()
		r, err := build.Run(o)
		var e *build.OfficeError
		if !errors.As(err, &e) || r == nil || !r.Published {
			t.Fatalf("%+v, %v", r, err)
		}
		if !strings.Contains(e.Message(), "đã đăng xong") || e.Hint() == "" {
			t.Errorf("%s\n%s", e.Message(), e.Hint())
		}
	}
	refuses(options(dir))
	if got := tree(t, outside); len(got) > 0 {
		t.Errorf("written outside the project: %v", sorted(got))
	}

	// An output folder that holds the project's folder of lists.
	mustRemove(t, dir, "noi-bo")
	o := options(dir)
	o.Output = filepath.Join(dir, "noi-bo")
	refuses(o)
	if got := tree(t, o.Output); got["bao-cao.csv"] != "" || got["bao-cao.html"] != "" {
		t.Error("the lists lie in what is published")
	}
}

func TestAListThatCannotBeWritten(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, owing())
	write(t, dir, map[string]string{"noi-bo/bao-cao.csv/x": "một thư mục"})
	r, err := build.Run(options(dir))
	var e *build.OfficeError
	if !errors.As(err, &e) || !r.Published {
		t.Fatalf("%v", err)
	}
	mustRemove(t, dir, "noi-bo/bao-cao.csv/x", "noi-bo/bao-cao.csv")
	published(t, options(dir))
	if got := tree(t, filepath.Join(dir, "noi-bo")); got["bao-cao.csv"] == "" || len(got) != 3 {
		t.Errorf("%v", sorted(got))
	}
}
