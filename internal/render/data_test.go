package render

import (
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"html"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"thonlanh/internal/site"
	"thonlanh/internal/viet"
)

// withheldFigures gives the target that counts cases figures that leave two out
// of many and occur
// nowhere else, and a note.
var withheldFigures = `tinh_den = 2026-11-15
nguon = "UBND xã"
cong_khai = true
[ct-1]
tu_so = 3928
mau_so = 4850
[ct-2]
tu_so = 74745
mau_so = 74747
ghi_chu = "lời ghi về vụ việc"
nguon = "nguồn của vụ việc"
[ct-3]
tu_so = 86421
mau_so = 97531
cong_khai = false
[thon.giua]
buoi_tuyen_truyen = 3
`

const targetsWithThird = `[ct-1]
ten = "Người dân được nghe"
muc = "muc-i-y-1"
kieu = "ty_le"
cach_tinh = "cong_don"
don_vi = "người"
muc_tieu = 90
dem = "nguoi_dan"
trang_chu = true
[ct-2]
ten = "Việc được xử lý"
muc = "muc-i-y-2"
kieu = "ty_le"
cach_tinh = "cong_don"
don_vi = "vụ"
muc_tieu = 100
dem = "vu_viec"
trang_chu = true
[ct-3]
ten = "Cán bộ được tập huấn"
kieu = "ty_le"
cach_tinh = "cong_don"
don_vi = "cán bộ"
muc_tieu = 100
dem = "can_bo"
[ct-4]
ten = "Chỉ tiêu nội bộ không đăng"
kieu = "ty_le"
cach_tinh = "cong_don"
don_vi = "cán bộ"
muc_tieu = 100
dem = "can_bo"
cong_khai = false
`

func TestWithheldFiguresAreNowhere(t *testing.T) {
	r := newRenderer(t, archive(t, map[string]string{
		"content/ke-hoach/2026/chi-tieu.toml":        targetsWithThird,
		"content/ke-hoach/2026/tien-do/2026-11.toml": withheldFigures,
		"content/ke-hoach/2026/nhiem-vu.toml": `[nv-1]
muc = "muc-i-y-2"
viec = "Xử lý"
chu_tri = []
chi_tieu = ["ct-1", "ct-2", "ct-4"]
cong_khai = true
`,
	}), Options{})
	for _, o := range r.Outputs() {
		if o.Asset != nil {
			continue
		}
		text := render(t, r, o.Path)
		for _, secret := range []string{"74745", "74.745", "74747", "74.747", "lời ghi về vụ", "nguồn của vụ", "86421", "86.421", "97531", "nội bộ không đăng", "ct-4"} {
			if strings.Contains(text, secret) {
				t.Errorf("%s shows %q", o.Path, secret)
			}
		}
		if strings.HasPrefix(o.Path, "du-lieu/") && o.Path != "du-lieu/index.html" && (strings.Contains(text, "ct-2") || strings.Contains(text, "Việc được xử lý")) {
			t.Errorf("%s names a withheld target", o.Path)
		}
	}
	page := render(t, r, "tien-do/2026/index.html")
	if !strings.Contains(page, withheldWords) || !strings.Contains(page, "1\u00a0không công bố") {
		t.Error("the progress page does not say that figures are withheld")
	}
	if n := strings.Count(page, `class="thanh"`); n != 2 {
		t.Errorf("%d bars for two targets that may be shown", n)
	}
}

func TestDataFiles(t *testing.T) {
	for name, r := range map[string]*Renderer{
		"small":  small(t),
		"sample": newRenderer(t, os.DirFS("../.."), Options{}),
	} {
		for _, set := range dataFiles() {
			d := set.table(r.site)
			if set.Title == "" || d.scope == "" {
				t.Errorf("%s says nothing of itself", set.Name)
			}
			rows := readCSV(t, name+" "+set.Name, render(t, r, dataPath(set.Name, "csv")))
			if len(rows) != len(d.rows)+1 {
				t.Errorf("%s: %d rows of CSV for %d", set.Name, len(rows)-1, len(d.rows))
			}
			var file struct {
				Set    string           `json:"tap_du_lieu"`
				Sample bool             `json:"mau"`
				Note   string           `json:"ghi_chu"`
				Fields []map[string]any `json:"truong"`
				Rows   []map[string]any `json:"du_lieu"`
			}
			text := render(t, r, dataPath(set.Name, "json"))
			if err := json.Unmarshal([]byte(text), &file); err != nil {
				t.Fatalf("%s: %v\n%s", set.Name, err, text)
			}
			if file.Set != set.Name || len(file.Rows) != len(d.rows) || len(file.Fields) != len(d.columns) {
				t.Errorf("%s: JSON of %q has %d rows, %d fields", set.Name, file.Set, len(file.Rows), len(file.Fields))
			}
			sample := r.site.Sample
			if file.Sample != sample || (file.Note == sampleWords) != sample {
				t.Errorf("%s %s: mau is %v, note %q", name, set.Name, file.Sample, file.Note)
			}
			for i, row := range file.Rows {
				if len(row) != len(d.columns) {
					t.Errorf("%s: row %d has %d fields of %d", set.Name, i, len(row), len(d.columns))
				}
				if sample && (row["mau"] != sampleWords || !slices.Contains(rows[i+1], sampleWords)) {
					t.Errorf("%s: row %d does not say that it is a sample", set.Name, i)
				}
			}
		}
	}
}

func readCSV(t *testing.T, name, text string) [][]string {
	t.Helper()
	body, ok := strings.CutPrefix(text, "\ufeff")
	if !ok {
		t.Errorf("%s: no byte order mark", name)
	}
	if strings.Count(body, "\n") != strings.Count(body, "\r\n") || !strings.HasSuffix(body, "\r\n") {
		t.Errorf("%s: a line does not end in CRLF", name)
	}
	rows, err := csv.NewReader(strings.NewReader(body)).ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return rows
}

func TestSampleClaimsNoCheck(t *testing.T) {
	r := newRenderer(t, os.DirFS("../.."), Options{})
	numbers := numbersData(r.site)
	at := slices.IndexFunc(numbers.columns, func(c column) bool { return c.key == "kiem_tra_ngay" })
	dial := slices.IndexFunc(numbers.columns, func(c column) bool { return c.key == "so_bam" })
	for i, row := range numbers.rows {
		if row[at] != none() {
			t.Errorf("number %d says when it was checked", i)
		}
		if r.site.Numbers[i].Example != (row[dial] == none()) {
			t.Errorf("number %d: dial is %q", i, row[dial].csv())
		}
	}
}

func TestNotVerifiedIsNotSaid(t *testing.T) {
	d := numbersData(small(t).site)
	cost := slices.IndexFunc(d.columns, func(c column) bool { return c.key == "cuoc" })
	for _, row := range d.rows {
		if row[0].csv() == "cu" && (row[cost] != none() || row[len(row)-1].csv() != "cuoc") {
			t.Errorf("the cost that nobody verified is %q; not verified: %q", row[cost].csv(), row[len(row)-1].csv())
		}
		if row[0].csv() == "te" && row[cost].csv() != "mien_phi" {
			t.Errorf("the cost of 111 is %q", row[cost].csv())
		}
	}
}

func TestSpreadsheetsRunNothing(t *testing.T) {
	for in, want := range map[string]string{
		"=1+1":             "'=1+1",
		"+84200":           "+84200", // nothing but a figure: it runs nothing, and the sign belongs to it
		"+84 200 3000":     "+84 200 3000",
		"-2":               "-2",
		"-1.250,5":         "-1.250,5",
		"-2+3":             "'-2+3",
		"+84;=1":           "+84;=1", // no call behind the semicolon
		"-":                "'-",
		"- việc một":       "'- việc một",
		"việc; - việc":     "việc; - việc",
		"x;=CALL(1);y":     "x;'=CALL(1);y",
		"x;\"=CALL(1)\";y": "x;'\"=CALL(1)\";y",
		"x\n+CALL(1)":      "x\n'+CALL(1)",
		"x; @A|B!C":        "x;' @A|B!C",
		"@SUM(A1)":         "'@SUM(A1)",
		" =1":              "' =1",
		"\u00a0=1":         "'\u00a0=1",
		"＝1+1":             "'＝1+1",
		"\tx":              "'\tx",
		"Thôn Đông":        "Thôn Đông",
		"a = b":            "a = b",
		"0200 3000 101":    "0200 3000 101",
		"":                 "",
		"30/6 - hạn chót":  "30/6 - hạn chót",
	} {
		if got := harmless(in); got != want {
			t.Errorf("harmless(%q) = %q, want %q", in, got, want)
		}
	}
	// Figures keep their sign: they are no text.
	if whole(-3).csv() != "-3" || number(3.5).csv() != "3.5" || number(1e6).csv() != "1000000" {
		t.Error("a figure was changed")
	}
	r := newRenderer(t, archive(t, map[string]string{"content/dich-vu.toml": `[x]
ten = "=HYPERLINK(\"http://x.example\")"
loai = "day_nghe"
mo_ta = "dòng \"một\" hai, ba"
cong_khai = true
`}), Options{})
	rows := readCSV(t, "dich-vu", render(t, r, "du-lieu/dich-vu.csv"))
	if got := rows[1][1]; got != `'=HYPERLINK("http://x.example")` {
		t.Errorf("name in CSV: %q", got)
	}
	if got := rows[1][3]; got != "dòng \"một\" hai, ba" {
		t.Errorf("text in CSV: %q", got)
	}
	var file struct {
		Rows []struct{ Ten string } `json:"du_lieu"`
	}
	if err := json.Unmarshal([]byte(render(t, r, "du-lieu/dich-vu.json")), &file); err != nil || file.Rows[0].Ten != `=HYPERLINK("http://x.example")` {
		t.Errorf("name in JSON: %q, %v", file.Rows, err)
	}
}

func FuzzQuoteCSV(f *testing.F) {
	for _, s := range []string{"", "a,b", "\"", "a\nb", " x ", "=1", "\ufeff", "x;y"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if strings.Contains(s, "\r") || !utf8.ValidString(s) {
			t.Skip() // the reader of the standard library turns CRLF into LF
		}
		rows, err := csv.NewReader(strings.NewReader("1," + quoteCSV(s) + ",2\r\n")).ReadAll()
		if err != nil || len(rows) != 1 || len(rows[0]) != 3 || rows[0][1] != s {
			t.Errorf("%q came back as %q, %v", s, rows, err)
		}
	})
}

func TestFilesOfTheSite(t *testing.T) {
	want := []string{"_headers", "lich.ics", "manifest.webmanifest", "robots.txt", "sitemap.xml", "so-can-biet.vcf", "tin.xml"}
	for _, set := range dataFiles() {
		want = append(want, dataPath(set.Name, "csv"), dataPath(set.Name, "json"))
	}
	r := small(t)
	for _, path := range want {
		if _, ok := r.Lookup(path); !ok {
			t.Errorf("no %s", path)
		}
	}
	bare := newRenderer(t, archive(t, map[string]string{"config.toml": "ten = \"Xã Nhỏ\"\n"}), Options{})
	if _, ok := bare.Lookup("sitemap.xml"); ok {
		t.Error("a sitemap without an address")
	}
	if text := render(t, bare, "robots.txt"); strings.Contains(text, "Sitemap") {
		t.Errorf("robots.txt: %q", text)
	}
	if text := render(t, bare, "du-lieu/thon.csv"); !strings.Contains(text, ",thon/tren/,") {
		t.Errorf("addresses without a base address: %q", text)
	}
}

func TestSitemap(t *testing.T) {
	r := small(t)
	var set urlSet
	if err := xml.Unmarshal([]byte(render(t, r, "sitemap.xml")), &set); err != nil {
		t.Fatal(err)
	}
	seen := map[string]string{}
	for _, u := range set.URLs {
		if !strings.HasPrefix(u.Loc, "https://xanho.example/cong/") {
			t.Errorf("address %q", u.Loc)
		}
		if u.LastMod > r.site.Today.String() {
			t.Errorf("%s changes on a day to come, %s", u.Loc, u.LastMod)
		}
		seen[strings.TrimPrefix(u.Loc, "https://xanho.example/cong")] = u.LastMod
	}
	for _, addr := range []string{"/", "/so-can-biet/", "/ke-hoach/2026/", "/van-ban/luat-1-2024/"} {
		if _, ok := seen[addr]; !ok {
			t.Errorf("%s is missing", addr)
		}
	}
	for _, addr := range []string{"/404.html", "/ngoai-tuyen/", "/lich-thang/"} {
		if _, ok := seen[addr]; ok {
			t.Errorf("%s is in the sitemap", addr)
		}
	}
	if seen["/tin/2026/lop-may/"] != "2026-11-18" {
		t.Errorf("the news changed on %q", seen["/tin/2026/lop-may/"])
	}
}

func TestHeaders(t *testing.T) {
	text := render(t, small(t), "_headers")
	for _, want := range []string{
		"/cong/*\n", csp + "; frame-ancestors 'none'", "X-Content-Type-Options: nosniff", "camera=()",
		"/cong/ho-tro/an-toan/\n  Cache-Control: no-store\n", "/cong/ho-tro/\n  Cache-Control: no-store\n",
		"/cong/lich.ics\n  Content-Type: text/calendar",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("_headers has no %q", want)
		}
	}
	for _, kept := range []string{"/cong/so-can-biet/\n", "/cong/\n", "/cong/tin/2026/lop-may/\n", "/cong/ngoai-tuyen/\n"} {
		if strings.Contains(text, kept) {
			t.Errorf("_headers speaks of %q", kept)
		}
	}
}

func TestWebManifestIsNeutral(t *testing.T) {
	r := small(t)
	var m struct {
		Name  string         `json:"name"`
		Short string         `json:"short_name"`
		Start string         `json:"start_url"`
		Icons []manifestIcon `json:"icons"`
	}
	if err := json.Unmarshal([]byte(render(t, r, "manifest.webmanifest")), &m); err != nil {
		t.Fatal(err)
	}
	if m.Name != "Cổng thông tin Xã Nhỏ" || m.Short != "Xã Nhỏ" || m.Start != "./" {
		t.Errorf("manifest: %+v", m)
	}
	for _, icon := range m.Icons {
		if _, ok := r.Lookup(icon.Src); !ok {
			t.Errorf("the manifest names %s, which is not in the site", icon.Src)
		}
	}
}

func TestNewestKnowsNoTomorrow(t *testing.T) {
	r := small(t)
	if d := newest(r.site, site.KindEvent); !d.IsZero() {
		t.Errorf("an event to come was written on %s", d)
	}
}

func TestDataPageNamesEveryFileWithItsSize(t *testing.T) {
	r := small(t)
	page := render(t, r, "du-lieu/index.html")
	for _, set := range dataFiles() {
		for _, ext := range []string{"csv", "json"} {
			path := dataPath(set.Name, ext)
			size := viet.Size(len(render(t, r, path)))
			_, rest, ok := strings.Cut(page, `href="`+strings.TrimPrefix(path, "du-lieu/")+`"`)
			if !ok {
				t.Errorf("the page does not lead to %s", path)
				continue
			}
			if end := strings.Index(rest, ")"); !strings.Contains(strings.ReplaceAll(rest[:end], "\u00a0", " "), "("+size) {
				t.Errorf("%s is said to be %q, it has %s", path, rest[:end], size)
			}
		}
		if !strings.Contains(page, `href="`+set.Name+`/"`) {
			t.Errorf("the page does not lead to that of %s", set.Name)
		}
		own := render(t, r, "du-lieu/"+set.Name+"/index.html")
		for _, c := range set.table(r.site).columns {
			_, row, ok := strings.Cut(own, `id="`+c.key+`"`)
			row, _, _ = strings.Cut(row, "</tr>")
			words := wordsOf(row)
			for _, want := range append([]string{c.doc, kindNames[c.is].name, viet.UpperFirst(c.blank), c.unit, c.refers}, choiceWords(c)...) {
				if !ok || !strings.Contains(words, want) {
					t.Errorf("%s.%s: %q does not say %q", set.Name, c.key, words, want)
				}
			}
			if c.doc == "" {
				t.Errorf("%s: the field %s is not described", set.Name, c.key)
			}
		}
	}
}

func choiceWords(c column) []string {
	var out []string
	for _, x := range c.choices {
		if c.is == choiceColumn {
			out = append(out, x.key+": "+x.doc)
		}
	}
	return out
}

// wordsOf is what a piece of a page says.
func wordsOf(piece string) string {
	return strings.ReplaceAll(html.UnescapeString(tags.ReplaceAllString(piece, "")), "\u00a0", " ")
}

var tags = regexp.MustCompile(`<[^>]*>`)
