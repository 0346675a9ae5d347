package content

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"golang.org/x/text/unicode/norm"

	"thonlanh/internal/diag"
	"thonlanh/internal/tomlfile"
)

func tree(t *testing.T, files map[string]string) (*Tree, diag.List) {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text), ModTime: time.Unix(1, 0)}
	}
	out, list, err := Load(fsys, 2)
	if err != nil {
		t.Fatal(err)
	}
	return out, list.Sorted()
}

func lines(list diag.List) string {
	var b strings.Builder
	for _, p := range list {
		fmt.Fprintf(&b, "%s:%d:%d %s\n", p.File, p.Line, p.Column, p.Rule)
	}
	return b.String()
}

const page = "+++\ntieu_de = \"Trang\"\n+++\nMột đoạn.\n"

// Every kind of file of a commune lands where it belongs.
func TestEveryKind(t *testing.T) {
	tr, list := tree(t, map[string]string{
		"content/index.md":                           page,
		"content/ho-tro/an-toan.md":                  page,
		"content/tim-hieu/bai.md":                    page,
		"content/tin/2026/tin.md":                    "+++\ntieu_de = \"Tin\"\nngay = 2026-02-03\n+++\nTin.\n",
		"content/gioi-thieu.md":                      page,
		"content/ke-hoach/2026/index.md":             "+++\ntieu_de = \"Kế hoạch\"\n+++\n## I. MỘT\n",
		"content/ke-hoach/2026/chi-tieu.toml":        "[ct-1]\nten = \"Một\"\nkieu = \"ty_le\"\ncach_tinh = \"cong_don\"\n",
		"content/ke-hoach/2026/nhiem-vu.toml":        "[nv-1]\nviec = \"Một\"\ncong_khai = true\n",
		"content/ke-hoach/2026/bao-cao.toml":         "[nam]\nten = \"Năm\"\ncong_khai = true\n[nam.da_gui]\ndong = 2026-11-01\n",
		"content/ke-hoach/2026/tien-do/2026-11.toml": "tinh_den = 2026-11-15\nnguon = \"Phòng\"\ncong_khai = true\n[ct-1]\ntu_so = 1\n[thon.dong]\nlop_tap_huan = 3\n",
		"content/ke-hoach/2026/tien-do/2026-06.toml": "tinh_den = 2026-06-15\nnguon = \"Phòng\"\ncong_khai = true\n",
		"content/van-ban/nd-1-2025.md":               "+++\nloai = \"nghi_dinh\"\ntrich_yeu = \"Một\"\n+++\n### Điều 1. Một\n1. Khoản.\n",
		"content/van-ban/tb-1.md":                    "+++\nloai = \"thong_bao\"\ntrich_yeu = \"Hai\"\n+++\n## I. MỘT\n- Theo Điều 5 của luật.\n",
		"content/tai-lieu/ap-phich/dem/index.md":     "+++\ntieu_de = \"Đêm\"\nanh = \"hinh.svg\"\nanh_mo_ta = \"Một cánh cửa sáng\"\n+++\nLời.\n",
		"content/tai-lieu/ap-phich/dem/hinh.svg":     "<svg viewBox=\"0 0 30 40\"/>",
		"content/thon/dong.toml":                     "ten = \"Đông\"\n",
		"content/thon/dong.md":                       "Thôn ở phía đông.\n",
		"content/lich/hop.toml":                      "tieu_de = \"Họp\"\nngay = 2026-12-01\ngio = \"19:30\"\n",
		"content/co-quan.toml":                       "[ubnd]\nten = \"UBND\"\n",
		"content/can-bo.toml":                        "# chưa có ai\n",
		"content/so-can-biet.toml":                   "[111]\nso = \"111\"\nten = \"Một\"\n",
		"content/dich-vu.toml":                       "[may]\nten = \"Lớp may\"\ncong_khai = true\n",
		"content/chuyen-di.toml":                     "[\"/tin/2026/cu/\"]\ngo_bo = 2026-01-01\n",
		"content/.git/config":                        "x",
		"content/~$ke-hoach.docx":                    "x",
		"content/ke-hoach/2026/goc.pdf":              "x",
	})
	if len(list) > 0 {
		t.Errorf("problems:\n%s", lines(list))
	}
	if tr.Home == nil || len(tr.Help) != 1 || len(tr.Articles) != 1 || len(tr.News) != 1 || len(tr.Singles) != 1 || len(tr.Plans) != 1 ||
		len(tr.Legal) != 2 || len(tr.Materials) != 1 || len(tr.Villages) != 1 || len(tr.Events) != 1 || tr.Bodies == nil || tr.Officials == nil ||
		tr.Register == nil || tr.Services == nil || tr.Moves == nil {
		t.Fatalf("a kind is missing: %+v", tr)
	}
	p := tr.Plans[0]
	if p.Targets == nil || p.Duties == nil || p.Reports == nil || len(p.Periods) != 2 || p.Periods[0].Name != "2026-06" {
		t.Errorf("tables of the plan: %v %v %v %d periods", p.Targets, p.Duties, p.Reports, len(p.Periods))
	}
	if f, ok := p.Periods[1].Villages.Get("dong"); !ok || f.Classes == nil || *f.Classes != 3 {
		t.Errorf("village figures %v", p.Periods[1].Villages)
	}
	if v := tr.Villages[0]; v.Text == nil || v.TextPath != "content/thon/dong.md" {
		t.Error("the words of a village are lost")
	}
	if a := tr.Materials[0].Assets; len(a) != 1 || a[0].Width != 30 || a[0].Height != 40 {
		t.Errorf("picture %v", a)
	}
	if _, ok := tr.Legal[0].Doc.Unit("dieu-1-khoan-1"); !ok {
		t.Error("a decree is not cut by articles")
	}
	if _, ok := tr.Legal[1].Doc.Unit("muc-i"); !ok {
		t.Error("a notice that mentions an article is not cut as a notice")
	}
	if tr.Legal[0].Src != nil || tr.Home.Src == nil {
		t.Error("source texts: kept for rules, not for laws")
	}
}

// Mistakes with the exact place.
func TestPlaces(t *testing.T) {
	for name, c := range map[string]struct {
		files map[string]string
		want  string
	}{
		"unknown key":       {map[string]string{"content/gioi-thieu.md": "+++\ntieu_de = \"A\"\ntieude = \"B\"\n+++\nA.\n"}, "content/gioi-thieu.md:3:1 khoa-la\n"},
		"bad date":          {map[string]string{"content/lich/a.toml": "tieu_de = \"A\"\nngay = 2026-02-30\n"}, "content/lich/a.toml:2:8 ngay-sai\n"},
		"unclosed":          {map[string]string{"content/gioi-thieu.md": "+++\ntieu_de = \"A\"\n\nChữ.\n"}, "content/gioi-thieu.md:1:1 dau-trang-ho\n"},
		"not UTF-8":         {map[string]string{"content/gioi-thieu.md": "+++\ntieu_de = \"A\"\n+++\nXin ch\xe0o\n"}, "content/gioi-thieu.md:4:7 utf8-sai\n"},
		"no title":          {map[string]string{"content/ho-tro/a.md": "+++\nmo_ta = \"A\"\n+++\nA.\n"}, "content/ho-tro/a.md:2:1 thieu-muc\n"},
		"public not said":   {map[string]string{"content/dich-vu.toml": "[a]\nten = \"A\"\n"}, "content/dich-vu.toml:1:2 thieu-muc\n"},
		"year of news":      {map[string]string{"content/tin/2026/a.md": "+++\ntieu_de = \"A\"\nngay = 2025-01-01\n+++\nA.\n"}, "content/tin/2026/a.md:3:1 nam-sai\n"},
		"year of folder":    {map[string]string{"content/tin/nam-nay/a.md": "+++\ntieu_de = \"A\"\nngay = 2025-01-01\n+++\nA.\n"}, "content/tin/nam-nay/a.md:1:1 nam-sai\n"},
		"period name":       {map[string]string{"content/ke-hoach/2026/index.md": page, "content/ke-hoach/2026/tien-do/thang-6.toml": "tinh_den = 2026-06-01\nnguon = \"A\"\ncong_khai = true\n"}, "content/ke-hoach/2026/tien-do/thang-6.toml:1:1 ky-sai\n"},
		"plan without text": {map[string]string{"content/ke-hoach/2026/nhiem-vu.toml": "[a]\nviec = \"A\"\ncong_khai = true\n"}, "content/ke-hoach/2026/nhiem-vu.toml:1:1 thieu-ke-hoach\n"},
		"picture not there": {map[string]string{"content/gioi-thieu.md": "+++\ntieu_de = \"A\"\n+++\n![Một cánh đồng](dong.jpg)\n"}, "content/gioi-thieu.md:4:1 lien-ket-gay\n"},
		"picture above":     {map[string]string{"content/gioi-thieu.md": "+++\ntieu_de = \"A\"\n+++\n![Một cánh đồng](../bi-mat.jpg)\n", "bi-mat.jpg": "x"}, "content/gioi-thieu.md:4:1 lien-ket-gay\n"},
		"lost file":         {map[string]string{"content/tins/2026/a.md": page}, "content/tins/2026/a.md:1:1 tep-sai-cho\n"},
		"lost table":        {map[string]string{"content/so-dien-thoai.toml": "a = 1\n"}, "content/so-dien-thoai.toml:1:1 tep-sai-cho\n"},
		"clock":             {map[string]string{"content/lich/a.toml": "tieu_de = \"A\"\nngay = 2026-02-03\ngio = \"7h30\"\n"}, "content/lich/a.toml:3:1 gio-sai\n"},
		"not verified":      {map[string]string{"content/so-can-biet.toml": "[a]\nso = \"111\"\nten = \"A\"\nchua_xac_minh = [\"gio\", \"cuocc\"]\n"}, "content/so-can-biet.toml:4:25 tham-chieu-la\n"},
		"not verified page": {map[string]string{"content/gioi-thieu.md": "+++\ntieu_de = \"A\"\nchua_xac_minh = [\"ngay\", \"ngayy\"]\n+++\nA.\n"}, "content/gioi-thieu.md:3:26 tham-chieu-la\n"},
		"force ends first":  {map[string]string{"content/van-ban/a.md": "+++\nloai = \"luat\"\ntrich_yeu = \"A\"\nngay_hieu_luc = 2020-02-01\nngay_het_hieu_luc = 2020-01-31\n+++\n### Điều 1. A\n"}, "content/van-ban/a.md:5:21 ngay-sai\n"},
		"body ends first":   {map[string]string{"content/co-quan.toml": "[a]\nten = \"A\"\ntu_ngay = 2020-02-01\nden_ngay = 2020-01-31\n"}, "content/co-quan.toml:4:12 ngay-sai\n"},
		"number ends first": {map[string]string{"content/so-can-biet.toml": "[a]\nso = \"111\"\nten = \"A\"\ntu_ngay = 2020-02-01\nden_ngay = 2020-01-31\n"}, "content/so-can-biet.toml:5:12 ngay-sai\n"},
		"one day is a term": {map[string]string{"content/co-quan.toml": "[a]\nten = \"A\"\ntu_ngay = 2020-02-01\nden_ngay = 2020-02-01\n"}, ""},
		"moved nowhere":     {map[string]string{"content/chuyen-di.toml": "[\"/a/\"]\n"}, "content/chuyen-di.toml:1:2 chuyen-di-sai\n"},
		"negative":          {map[string]string{"content/ke-hoach/2026/index.md": page, "content/ke-hoach/2026/tien-do/2026-06.toml": "tinh_den = 2026-06-01\nnguon = \"A\"\ncong_khai = true\n[ct-1]\ntu_so = -1\n"}, "content/ke-hoach/2026/tien-do/2026-06.toml:5:1 so-am\n"},
	} {
		_, list := tree(t, c.files)
		if got := lines(list); got != c.want {
			t.Errorf("%s: got %swant %s", name, got, c.want)
		}
	}
}

// Counts of persons below the commune are refused by name, wherever a village
// has figures.
func TestVillagesCountNoPersons(t *testing.T) {
	for _, key := range []string{"so_nguoi", "so_vu", "nguoi_ban_dam", "so_co_so", "luot_xet_nghiem", "vu_viec", "quan_karaoke"} {
		_, list := tree(t, map[string]string{
			"content/ke-hoach/2026/index.md":             page,
			"content/ke-hoach/2026/tien-do/2026-06.toml": "tinh_den = 2026-06-01\nnguon = \"A\"\ncong_khai = true\n[thon.dong]\n" + key + " = 3\n",
			"content/thon/ha.toml":                       "ten = \"Hạ\"\n" + key + " = 3\n",
		})
		want := "content/ke-hoach/2026/tien-do/2026-06.toml:5:1 thon-so-nguoi\ncontent/thon/ha.toml:2:1 thon-so-nguoi\n"
		if got := lines(list); got != want {
			t.Errorf("%s: got %swant %s", key, got, want)
		}
	}
	if _, list := tree(t, map[string]string{"content/thon/ha.toml": "ten = \"Hạ\"\nso_thu_tu = 3\n"}); lines(list) != "content/thon/ha.toml:2:1 khoa-la\n" {
		t.Errorf("an innocent key: %s", lines(list))
	}
}

// Names and texts in decomposed form, with CRLF, a byte order mark and
// characters of word processors, give the same records.
func TestOneFormOfEverything(t *testing.T) {
	text := "+++\ntieu_de = \"Lớp may buổi tối\"\nngay = 2026-11-18\nanh = \"ảnh.svg\"\nanh_mo_ta = \"Một chiếc máy may\"\n+++\n## Giờ học\n\nGọi số 111 nếu cần.\n"
	plainFiles := map[string]string{"content/tin/2026/lớp may.md": text, "content/tin/2026/ảnh.svg": "<svg viewBox=\"0 0 3 2\"/>"}
	rough := map[string]string{}
	for name, s := range plainFiles {
		s = "\ufeff" + strings.ReplaceAll(norm.NFD.String(s), "\n", "\r\n")
		s = strings.ReplaceAll(s, "buo", "bu\u00ado")
		rough[norm.NFD.String(name)] = strings.ReplaceAll(s, "Gio", "Gio")
	}
	a, list1 := tree(t, plainFiles)
	b, list2 := tree(t, rough)
	if len(list1)+len(list2) > 0 {
		t.Fatalf("problems: %s%s", lines(list1), lines(list2))
	}
	x, y := a.News[0], b.News[0]
	if x.Title != y.Title || x.Doc.HTML != y.Doc.HTML || x.File.Name != "lop-may" || y.File.Name != "lop-may" || x.Path != y.Path {
		t.Errorf("%q %q %q\n%q %q %q", x.Title, x.File.Name, x.Doc.HTML, y.Title, y.File.Name, y.Doc.HTML)
	}
	if len(y.Assets) != 1 || len(y.Numbers) != 1 || y.Numbers[0].Number != "111" || y.Numbers[0].Pos != x.Numbers[0].Pos {
		t.Errorf("picture %v, numbers %v and %v", y.Assets, x.Numbers, y.Numbers)
	}
}

func TestALoaderParsesOnlyWhatChanged(t *testing.T) {
	fsys := fstest.MapFS{
		"content/gioi-thieu.md": {Data: []byte(page), ModTime: time.Unix(1, 0)},
		"content/rieng-tu.md":   {Data: []byte(page), ModTime: time.Unix(1, 0)},
	}
	var l Loader
	first, _, err := l.Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	fsys["content/gioi-thieu.md"] = &fstest.MapFile{Data: []byte(strings.Replace(page, "Một", "Hai", 1)), ModTime: time.Unix(2, 0)}
	fsys["content/rieng-tu.md"] = &fstest.MapFile{Data: []byte(page), ModTime: time.Unix(3, 0)} // saved without a change
	second, _, err := l.Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	if second.Singles[0] == first.Singles[0] || !strings.Contains(second.Singles[0].Doc.HTML, "Hai") {
		t.Error("a changed file was not read again")
	}
	if second.Singles[1] != first.Singles[1] {
		t.Error("an unchanged file was parsed again")
	}
	delete(fsys, "content/rieng-tu.md")
	if third, _, _ := l.Load(fsys); len(third.Singles) != 1 {
		t.Error("a deleted file is still there")
	}
	// A picture that arrives later mends the page that waits for it.
	fsys["content/gioi-thieu.md"] = &fstest.MapFile{Data: []byte("+++\ntieu_de = \"A\"\n+++\n![Một cánh đồng](dong.svg)\n"), ModTime: time.Unix(4, 0)}
	if _, list, _ := l.Load(fsys); len(list) != 1 {
		t.Errorf("a missing picture: %v", list)
	}
	fsys["content/dong.svg"] = &fstest.MapFile{Data: []byte("<svg viewBox=\"0 0 3 2\"/>"), ModTime: time.Unix(5, 0)}
	if _, list, _ := l.Load(fsys); len(list) != 0 {
		t.Errorf("the picture is there now: %v", list)
	}
}

// The types that TOML is read into are ones the reader can fill.
func TestTypesCanBeRead(t *testing.T) {
	for _, v := range []any{&Home{}, &Help{}, &Article{}, &News{}, &Single{}, &Material{}, &Event{}, &Village{}, &Plan{}, &Targets{}, &Duties{}, &Reports{}, &Period{}, &Legal{}, &Bodies{}, &Officials{}, &Register{}, &Services{}, &Moves{}} {
		if err := tomlfile.Check(v); err != nil {
			t.Errorf("%T: %v", v, err)
		}
	}
}
