package starter_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"thonlanh"
	"thonlanh/internal/build"
	"thonlanh/internal/config"
	"thonlanh/internal/content"
	"thonlanh/internal/date"
	"thonlanh/internal/diag"
	"thonlanh/internal/site"
	"thonlanh/internal/starter"
	"thonlanh/internal/tomlfile"
)

var today = date.Date{Year: 2026, Month: 11, Day: 20}

func check(t *testing.T, dir string) diag.List {
	t.Helper()
	r, err := build.Check(build.Options{Dir: dir, Now: today, Layouts: thonlanh.Layouts(), Static: thonlanh.Static()})
	if err != nil {
		t.Fatal(err)
	}
	return r.Problems
}

func newSite(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "xa")
	if _, err := starter.WriteSite(dir); err != nil {
		t.Fatal(err)
	}
	return dir
}

// Every blank of a new site has a note of its own, and nothing else is wrong.
func TestEmptySiteNamesItsBlanks(t *testing.T) {
	dir := newSite(t)
	notes := make(map[string]int) // by file
	for _, p := range check(t, dir) {
		switch {
		case p.Severity != diag.Note:
			t.Errorf("%s:%d: %s %s", p.File, p.Line, p.Rule, p.Message)
		case p.Rule == "con-trong" || p.Rule == "thieu-base-url":
			notes[p.File]++
		case p.Rule != "so-qua-han-goi-thu":
			t.Errorf("%s:%d: %s %s", p.File, p.Line, p.Rule, p.Message)
		}
	}
	files, err := starter.Site()
	if err != nil {
		t.Fatal(err)
	}
	empty := regexp.MustCompile(`(?m)^[a-z_]+ = ""$`)
	total := 0
	for _, f := range files {
		var lines []string
		for line := range strings.Lines(string(f.Data)) {
			if !strings.HasPrefix(line, "# ") {
				lines = append(lines, line)
			}
		}
		text := strings.Join(lines, "")
		want := strings.Count(text, "[điền") + len(empty.FindAllString(text, -1))
		if notes[f.Path] != want {
			t.Errorf("%s has %d blanks and %d notes", f.Path, want, notes[f.Path])
		}
		total += want
	}
	if total < 25 {
		t.Errorf("only %d blanks: a new commune is told too little", total)
	}
}

func TestEmptySiteClaimsNothing(t *testing.T) {
	dir := newSite(t)
	tree, list, err := content.Load(os.DirFS(dir), 1)
	if err != nil || len(list) > 0 {
		t.Fatal(list, err)
	}
	var numbers []string
	for _, r := range tree.Register.List {
		numbers = append(numbers, r.Value.Digits)
		if !r.Value.CheckedOn.IsZero() {
			t.Errorf("%s is said to have been checked", r.Name)
		}
	}
	slices.Sort(numbers)
	if got := strings.Join(numbers, " "); got != "111 112 113 114 115" {
		t.Errorf("register holds %s", got)
	}
	if len(tree.Plans)+len(tree.Villages)+len(tree.News)+len(tree.Events) > 0 {
		t.Error("an empty site has plans, villages, news or events")
	}
	if len(tree.Help) != 8 {
		t.Errorf("%d help pages", len(tree.Help))
	}
	for _, h := range tree.Help {
		if h.ReviewedBy != "" {
			t.Errorf("%s is said to have been reviewed", h.Path)
		}
	}
}

// A key that is added to config.Config is in the file of a new site too.
func TestConfigHasEveryKey(t *testing.T) {
	files, err := starter.Site()
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(files, func(f starter.File) bool { return f.Path == config.FileName })
	hasEveryKey(t, string(files[i].Data), &config.Config{})
}

// hasEveryKey takes the comment marks from a file's keys and proves that what
// stands there then is read without a word and names every key of the type.
func hasEveryKey(t *testing.T, text string, v any) {
	t.Helper()
	if _, rest, ok := strings.Cut(text, "+++\n"); ok {
		text, _, _ = strings.Cut(rest, "+++\n")
	}
	commented := regexp.MustCompile(`^# (\[[a-z0-9._-]+\]|[a-z0-9_-]+ = .*)$`)
	var lines []string
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\n")
		if m := commented.FindStringSubmatch(line); m != nil {
			line = m[1]
		}
		lines = append(lines, line)
	}
	src, list := diag.NewSource("x.toml", []byte(strings.Join(lines, "\n")))
	if src == nil {
		t.Fatal(list)
	}
	keys, list := tomlfile.Decode(src, 0, len(src.Text), v)
	for _, p := range list {
		t.Errorf("line %d: %s %s", p.Line, p.Rule, lines[p.Line-1])
	}
	fields, err := tomlfile.Fields(v)
	if err != nil {
		t.Fatal(err)
	}
	hasFields(t, keys, src.Text, fields, nil)
}

func hasFields(t *testing.T, keys *tomlfile.Keys, text string, fields []tomlfile.Field, above []string) {
	t.Helper()
	for _, f := range fields {
		path := slices.Clip(above)
		if f.Key != "*" {
			path = append(path, f.Key)
		}
		if f.Named {
			header := regexp.MustCompile(`(?m)^\[` + regexp.QuoteMeta(strings.Join(append(slices.Clip(path), ""), ".")) + `([a-z0-9-]+)\]`)
			m := header.FindStringSubmatch(text)
			if f.Fields == nil { // named values
				if !keys.Has(path...) {
					t.Errorf("no table %v", path)
				}
				continue
			}
			if m == nil {
				t.Errorf("no table under %v", path)
				continue
			}
			path = append(path, m[1])
		}
		if !f.Named && !keys.Has(path...) {
			t.Errorf("no key %v", path)
		}
		hasFields(t, keys, text, f.Fields, path)
	}
}

func TestEveryKind(t *testing.T) {
	types := map[string]any{
		"tin": &content.News{}, "bai": &content.Article{}, "ho-tro": &content.Help{}, "van-ban": &content.Legal{},
		"thon": &content.Village{}, "lich": &content.Event{}, "ke-hoach": &content.Plan{},
	}
	tables := map[string]any{"chi-tieu.toml": &content.Targets{}, "nhiem-vu.toml": &content.Duties{}, "bao-cao.toml": &content.Reports{}}
	dir := newSite(t)
	before := len(check(t, dir))
	for _, k := range starter.Kinds() {
		t.Run(k.Key, func(t *testing.T) {
			name := `Lớp “may” \ "tối"`
			switch k.Key {
			case "ke-hoach":
				name = "2026"
			case "so-lieu":
				name = "2026-06"
			}
			files, err := starter.New(k.Key, name, today, os.DirFS(dir))
			if err != nil {
				t.Fatal(err)
			}
			if err := starter.Write(dir, files); err != nil {
				t.Fatal(err)
			}
			list := check(t, dir)
			for _, p := range list {
				if p.Severity != diag.Note {
					t.Errorf("%s:%d: %s %s", p.File, p.Line, p.Rule, p.Message)
				}
			}
			if len(list) <= before {
				t.Error("no note says what to fill in")
			}
			before = len(list)
			v := types[k.Key]
			if strings.HasPrefix(files[0].Path, "content/tai-lieu/") {
				v = &content.Material{}
			}
			if v != nil {
				hasEveryKey(t, string(files[0].Data), v)
			}
			for _, f := range files[1:] {
				hasEveryKey(t, string(f.Data), tables[filepath.Base(f.Path)])
			}
			if err := starter.Write(dir, files); err == nil {
				t.Error("written over what was there")
			}
		})
	}
}

func TestNames(t *testing.T) {
	for _, c := range []struct{ kind, name, path, line string }{
		{"tin", "Lớp may buổi tối", "content/tin/2026/lop-may-buoi-toi.md", `tieu_de = "Lớp may buổi tối"`},
		{"tin", "lop-may", "content/tin/2026/lop-may.md", `tieu_de = "Tin [điền: tên tin]"`},
		{"tin", "../../../etc/passwd", "content/tin/2026/etc-passwd.md", `tieu_de = "../../../etc/passwd"`},
		{"tin", "a\nb = \"c\"\x00", "content/tin/2026/a-b-c.md", `tieu_de = "a b = \"c\""`},
		{"van-ban", "Nghị định 282/2025/NĐ-CP", "content/van-ban/nghi-dinh-282-2025-nd-cp.md", `loai = "nghi_dinh"`},
		{"van-ban", "nqlt-01-2005", "content/van-ban/nqlt-01-2005.md", `loai = "nqlt"`},
		{"van-ban", "so-tay-a", "content/van-ban/so-tay-a.md", `loai = "khac"`},
		{"thon", "Thôn Đông", "content/thon/dong.toml", `ten = "Đông"`},
		{"thon", "Bản Mới", "content/thon/moi.toml", `ten = "Mới"`},
		{"thon", "Thôn", "content/thon/thon.toml", `ten = "Thôn"`},
		{"ap-phich", "Đêm muộn", "content/tai-lieu/ap-phich/dem-muon/index.md", `trang_thai = "con_dung"`},
		{"lich", "Hội thi", "content/lich/hoi-thi.toml", `ngay = 2026-11-20`},
		{"ke-hoach", "2027", "content/ke-hoach/2027/index.md", `tieu_de = "Kế hoạch phòng, chống mại dâm năm 2027"`},
	} {
		files, err := starter.New(c.kind, c.name, today, os.DirFS(t.TempDir()))
		if err != nil {
			t.Errorf("%s %q: %v", c.kind, c.name, err)
			continue
		}
		if files[0].Path != c.path || !strings.Contains(string(files[0].Data), "\n"+c.line+"\n") {
			t.Errorf("%s %q: %s without %s", c.kind, c.name, files[0].Path, c.line)
		}
	}
}

func TestRefusals(t *testing.T) {
	for _, c := range []struct{ kind, name, says string }{
		{"tinn", "x", "`tin`"},
		{"", "x", "Không có loại"},
		{"co-quan", "x", "một bảng co-quan"},
		{"tin", "", "Chưa ghi tên"},
		{"tin", " \n", "Chưa ghi tên"},
		{"tin", "???", "không có chữ cái"},
		{"tin", "Con", "Windows"},
		{"thon", "Thôn Con", "không có chữ nào"},
		{"ke-hoach", "26", "một năm"},
		{"ke-hoach", "0026", "một năm"},
		{"so-lieu", "2026-13", "năm và tháng"},
		{"so-lieu", "2026", "năm và tháng"},
		{"so-lieu", "2026-06", "Chưa có kế hoạch năm 2026"},
	} {
		_, err := starter.New(c.kind, c.name, today, os.DirFS(t.TempDir()))
		var r *starter.Refusal
		if !errors.As(err, &r) {
			t.Errorf("%s %q: %v", c.kind, c.name, err)
			continue
		}
		if !strings.Contains(r.Message(), c.says) || r.Hint() == "" {
			t.Errorf("%s %q: %s (%s)", c.kind, c.name, r.Message(), r.Hint())
		}
	}
}

func TestFiguresAskForEveryTargetAndVillage(t *testing.T) {
	files, err := starter.New("so-lieu", "2026-09", today, os.DirFS("../.."))
	if err != nil {
		t.Fatal(err)
	}
	text := string(files[0].Data)
	for _, want := range []string{
		"tinh_den = 2026-09-30", "cong_khai = false",
		"[ct-1]\n# tu_so = 0\n# mau_so = 4850\n", "[ct-3]\n# tu_so = 0\n\n",
		`#   "Trợ giúp pháp lý",`, `# trang_thai = "dang_lam"`,
		"[thon.dong]\n# buoi_tuyen_truyen = 0", "[thon.go]\n",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	if regexp.MustCompile(`(?m)^(tu_so|mau_so|buoi|ho_|luot|lop)`).MatchString(text) {
		t.Error("a number stands in the file that nobody gave")
	}
	// A period that is not over ends on the day on which it is written.
	files, err = starter.New("so-lieu", "2026-11", today, os.DirFS("../.."))
	if err != nil || !strings.Contains(string(files[0].Data), "tinh_den = 2026-11-20") {
		t.Error("figures of a day to come", err)
	}
}

func TestSiteOnlyIntoAnEmptyFolder(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, ".git"), 0o777); err != nil {
		t.Fatal(err)
	}
	if _, err := starter.WriteSite(dir); err != nil {
		t.Errorf("a fresh clone was refused: %v", err)
	}
	if _, err := starter.WriteSite(dir); err == nil {
		t.Error("a site was written over another")
	}
}

func TestWriteAllOrNothing(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "b"), []byte("mine"), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := starter.Write(dir, []starter.File{{Path: "a", Data: nil}, {Path: "b", Data: []byte("theirs")}}); err == nil {
		t.Fatal("a file was written over")
	}
	if data, _ := os.ReadFile(filepath.Join(dir, "b")); string(data) != "mine" {
		t.Errorf("b is now %q", data)
	}
	if _, err := os.Stat(filepath.Join(dir, "a")); !errors.Is(err, fs.ErrNotExist) {
		t.Error("a stays although the whole was refused")
	}
	// A file in the way of a folder is found only while writing.
	if err := starter.Write(dir, []starter.File{{Path: "a", Data: nil}, {Path: "b/c", Data: nil}}); err == nil {
		t.Fatal("a file became a folder")
	}
	if _, err := os.Stat(filepath.Join(dir, "a")); !errors.Is(err, fs.ErrNotExist) {
		t.Error("a stays although the rest failed")
	}
}

// Another file may have the same address under a name with marks.
func TestWriteRefusesAnAddressThatIsTaken(t *testing.T) {
	for _, c := range []struct{ there, new string }{
		{"content/tin/2026/Lớp may.md", "content/tin/2026/lop-may.md"},
		{"content/thon/Đông.toml", "content/thon/dong.toml"},
		{"content/tai-lieu/ap-phich/Đêm muộn/index.md", "content/tai-lieu/ap-phich/dem-muon/index.md"},
	} {
		dir := t.TempDir()
		if err := starter.Write(dir, []starter.File{{Path: c.there}}); err != nil {
			t.Fatal(err)
		}
		if err := starter.Write(dir, []starter.File{{Path: c.new}}); err == nil {
			t.Errorf("%s beside %s", c.new, c.there)
		}
		if err := starter.Write(dir, []starter.File{{Path: strings.TrimSuffix(c.new, "i") + "x" + filepath.Ext(c.new)}}); err != nil {
			t.Errorf("%s: %v", c.new, err)
		}
	}
}

func TestWriteStaysInside(t *testing.T) {
	dir, outside := t.TempDir(), t.TempDir()
	if err := os.Symlink(outside, filepath.Join(dir, "content")); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	if err := starter.Write(dir, []starter.File{{Path: "content/a.md", Data: nil}}); err == nil {
		t.Error("a link led out of the folder")
	}
	if entries, _ := os.ReadDir(outside); len(entries) > 0 {
		t.Error("a file was written outside")
	}
}

func TestMaterialKindsAreThoseOfTheSite(t *testing.T) {
	var keys []string
	for _, k := range starter.Kinds() {
		keys = append(keys, k.Key)
	}
	for _, m := range site.MaterialKinds {
		if !slices.Contains(keys, m.Key) {
			t.Errorf("no new %s", m.Key)
		}
	}
}

// Whatever is typed for a name gives a file inside content/ whose head can be
// read, or a refusal in words.
func FuzzNew(f *testing.F) {
	for _, k := range starter.Kinds() {
		f.Add(k.Key, "Lớp may buổi tối")
	}
	f.Add("tin", "../../etc/passwd")
	f.Add("thon", `Thôn "Đông" \ `)
	f.Add("ke-hoach", "2026")
	f.Add("so-lieu", "2026-06")
	f.Add("tin", "a\nb\x00\u2028+++")
	inside := regexp.MustCompile(`^content/([a-z0-9-]+/)+[a-z0-9-]+\.(md|toml)$`)
	project := os.DirFS(f.TempDir())
	f.Fuzz(func(t *testing.T, kind, name string) {
		files, err := starter.New(kind, name, today, project)
		if err != nil {
			var r *starter.Refusal
			if !errors.As(err, &r) || r.Message() == "" || r.Hint() == "" {
				t.Fatal(err)
			}
			return
		}
		for _, file := range files {
			if !inside.MatchString(file.Path) {
				t.Errorf("%q", file.Path)
			}
			src, list := diag.NewSource(file.Path, file.Data)
			if src == nil {
				t.Fatal(list)
			}
			at, end := 0, len(src.Text)
			if strings.HasSuffix(file.Path, ".md") {
				at, end, _, list = tomlfile.FrontMatter(src)
			}
			var head struct {
				Title string `toml:"tieu_de"`
				Name  string `toml:"ten"`
			}
			_, more := tomlfile.Decode(src, at, end, &head)
			for _, p := range append(list, more...) {
				if p.Rule != "khoa-la" {
					t.Errorf("%s: %s %s", file.Path, p.Rule, p.Message)
				}
			}
		}
	})
}
