package render

import (
	"encoding/json"
	"io/fs"
	"os"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"thonlanh/internal/content"
	"thonlanh/internal/site"
	"thonlanh/internal/viet"
)

// communes are sites of several kinds: a small one, the sample, one without a
// base address, one without anything.
func communes(t *testing.T) map[string]*Renderer {
	t.Helper()
	return map[string]*Renderer{
		"small":  small(t),
		"sample": newRenderer(t, os.DirFS("../.."), Options{}),
		"bare":   newRenderer(t, archive(t, map[string]string{"config.toml": "ten = \"Xã Nhỏ\"\n"}), Options{}),
		"empty": newRenderer(t, fstest.MapFS{
			"config.toml":      {Data: []byte("ten = \"Xã Trống\"\nmau = true\ngiay_phep = \"Dùng tự do.\"\n")},
			"content/index.md": {Data: []byte("+++\ntieu_de = \"Xã Trống\"\n+++\n")},
		}, Options{}),
	}
}

// The words about a field hold in every row: its type, its choices, and that
// no cell is empty where nothing is said of empty cells.
func TestFieldsAreWhatIsSaidOfThem(t *testing.T) {
	cells := map[columnKind]cellKind{
		textColumn: textCell, wholeColumn: wholeCell, numberColumn: numberCell, dayColumn: dayCell,
		yesColumn: yesCell, listColumn: listCell, choiceColumn: textCell,
	}
	for name, r := range communes(t) {
		for _, set := range dataFiles() {
			d := set.table(r.site)
			if d.from == "" || d.key == "" {
				t.Errorf("%s does not say where its values come from, or what its key is", set.Name)
			}
			seen := map[string]bool{}
			for _, c := range d.columns {
				if seen[c.key] || c.key == "" || c.doc == "" {
					t.Errorf("%s: the field %q is twice, or says nothing", set.Name, c.key)
				}
				seen[c.key] = true
				if (c.is == choiceColumn || c.is == yesColumn) != (len(c.choices) > 1) {
					t.Errorf("%s.%s: %d choices", set.Name, c.key, len(c.choices))
				}
				if c.unit != "" && c.is != wholeColumn && c.is != numberColumn {
					t.Errorf("%s.%s: a unit of what is no figure", set.Name, c.key)
				}
			}
			if !seen[d.key] {
				t.Errorf("%s: no field %q", set.Name, d.key)
			}
			for i := range d.rows {
				row := slices.Concat(d.rows[i], d.sign)
				if len(row) != len(d.columns) {
					t.Fatalf("%s %s: row %d has %d cells for %d fields", name, set.Name, i, len(row), len(d.columns))
				}
				for j, c := range d.columns {
					switch got := row[j]; {
					case got.empty():
						if c.blank == "" {
							t.Errorf("%s %s.%s: row %d is empty", name, set.Name, c.key, i)
						}
						if c.is == listColumn && got.is != listCell {
							t.Errorf("%s %s.%s: row %d has no list", name, set.Name, c.key, i)
						}
					case got.is != cells[c.is]:
						t.Errorf("%s %s.%s: row %d is %q", name, set.Name, c.key, i, got.words())
					case c.is == choiceColumn && !slices.ContainsFunc(c.choices, func(x choice) bool { return x.key == got.s }):
						t.Errorf("%s %s.%s: %q is none of the choices", name, set.Name, c.key, got.s)
					}
				}
			}
		}
	}
}

// Every value that a record may have is among the choices of its field, so that
// one which no sample uses is described too.
func TestChoicesAreThoseOfTheRecords(t *testing.T) {
	s := small(t).site
	for set, record := range map[string]any{
		"so-can-biet": content.Number{}, "dich-vu": content.Service{}, "chi-tieu": content.Target{},
		"tien-do": content.Figure{}, "lich": content.Event{}, "tai-lieu": content.Material{},
	} {
		columns := columnsOf(t, s, set)
		for _, f := range reflect.VisibleFields(reflect.TypeOf(record)) {
			enum, key := f.Tag.Get("enum"), f.Tag.Get("toml")
			at := slices.IndexFunc(columns, func(c column) bool { return c.key == key })
			if enum == "" || at < 0 {
				continue
			}
			var have []string
			for _, x := range columns[at].choices {
				have = append(have, x.key)
			}
			want := strings.Split(enum, ",")
			slices.Sort(have)
			slices.Sort(want)
			if !slices.Equal(have, want) {
				t.Errorf("%s.%s: choices %v, of the record %v", set, key, have, want)
			}
		}
	}
}

func columnsOf(t *testing.T, s *site.Site, name string) []column {
	t.Helper()
	for _, set := range dataFiles() {
		if set.Name == name {
			return set.table(s).columns
		}
	}
	t.Fatalf("no set %q", name)
	return nil
}

// A validator that is not ours reads each schema, takes the file it is about,
// and refuses files with a fault.
func TestSchemasHold(t *testing.T) {
	for name, r := range communes(t) {
		for _, set := range dataFiles() {
			raw := render(t, r, dataPath(set.Name, "schema.json"))
			schema := compiled(t, raw)
			text := render(t, r, dataPath(set.Name, "json"))
			if err := schema.Validate(decoded(t, text)); err != nil {
				t.Errorf("%s %s: %v", name, set.Name, err)
			}
			var head struct {
				ID string `json:"$id"`
			}
			if err := json.Unmarshal([]byte(raw), &head); err != nil {
				t.Fatal(err)
			}
			want := set.Name + ".schema.json"
			if base := r.site.Config.BaseURL; base != "" {
				want = base + "du-lieu/" + want
			}
			if file := decoded(t, text).(map[string]any); head.ID != want || file["luoc_do"] != want {
				t.Errorf("%s %s: the schema is called %q, the file names %q", name, set.Name, head.ID, file["luoc_do"])
			}
		}
	}

	r := newRenderer(t, os.DirFS("../.."), Options{})
	schema := compiled(t, render(t, r, "du-lieu/chi-tieu.schema.json"))
	whole := render(t, r, "du-lieu/chi-tieu.json")
	for what, broken := range map[string]string{
		"another set":       strings.Replace(whole, `"tap_du_lieu":"chi-tieu"`, `"tap_du_lieu":"tien-do"`, 1),
		"no key":            strings.Replace(whole, `"khoa":"ma_dong",`, ``, 1),
		"an unknown choice": strings.Replace(whole, `"kieu":"ty_le"`, `"kieu":"ti_le"`, 1),
		"a figure as text":  strings.Replace(whole, `"nam":2020`, `"nam":"2020"`, 1),
		"a half figure":     strings.Replace(whole, `"mau_so":7,`, `"mau_so":7.5,`, 1),
		"a missing field":   strings.Replace(whole, `"ma":"ct-1",`, ``, 1),
		"an empty id":       strings.Replace(whole, `"ma":"ct-1",`, `"ma":"",`, 1),
		"null":              strings.Replace(whole, `"ma":"ct-1",`, `"ma":null,`, 1),
		"a date as people":  strings.Replace(whole, `"cap_nhat":"20`, `"cap_nhat":"1/20`, 1),
	} {
		if broken == whole {
			t.Errorf("%s: nothing was replaced", what)
		} else if schema.Validate(decoded(t, broken)) == nil {
			t.Errorf("the schema takes %s", what)
		}
	}
}

func compiled(t *testing.T, text string) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("https://test.example/x.json", decoded(t, text)); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("https://test.example/x.json")
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return schema
}

func decoded(t *testing.T, text string) any {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return v
}

// A row keeps its id whatever happens around it: the same rows have the same
// ids when everything in the files stands the other way round and more is added.
func TestRowsKeepTheirIDs(t *testing.T) {
	before := newRenderer(t, os.DirFS("../.."), Options{})
	after := newRenderer(t, turned(t, os.DirFS("../..")), Options{})
	for _, set := range dataFiles() {
		one, two := rowsByID(t, before, set), rowsByID(t, after, set)
		for id, row := range one {
			if diff := cmp.Diff(row, two[id]); diff != "" {
				t.Errorf("%s %s: %s", set.Name, id, diff)
			}
			delete(two, id)
		}
		if extra := len(two); extra != map[bool]int{true: 1}[set.Name == "lich"] {
			t.Errorf("%s: %d rows more", set.Name, extra)
		}
	}
	// IDs that are made of several parts.
	for set, want := range map[string]string{
		"chi-tieu": "2020/ct-2", "tien-do": "2020/ct-2/2020-06", "nhiem-vu": "2020/nv-iii-1-y-1", "bao-cao": "2020/6-thang",
		"hoat-dong-thon": "2020/dong/2020-06", "ke-hoach": "2020", "thon": "dong",
	} {
		if _, ok := rowsByID(t, before, dataFiles()[slices.IndexFunc(dataFiles(), func(f dataFile) bool { return f.Name == set })])[want]; !ok {
			t.Errorf("%s has no row %q", set, want)
		}
	}
}

// rowsByID proves that no id is given twice.
func rowsByID(t *testing.T, r *Renderer, set dataFile) map[string][]string {
	t.Helper()
	d := set.table(r.site)
	at := slices.IndexFunc(d.columns, func(c column) bool { return c.key == d.key })
	out := map[string][]string{}
	for _, row := range d.rows {
		var words []string
		for _, c := range row {
			words = append(words, c.words())
		}
		id := row[at].words()
		if _, twice := out[id]; twice || id == "" {
			t.Errorf("%s: the id %q is given twice, or empty", set.Name, id)
		}
		out[id] = words
	}
	return out
}

// turned is a project whose tables of records stand the other way round, with
// one event more.
func turned(t *testing.T, project fs.FS) fs.FS {
	t.Helper()
	m := fstest.MapFS{}
	err := fs.WalkDir(project, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if name != "." && name != "content" && !strings.HasPrefix(name, "content/") {
				return fs.SkipDir
			}
			return nil
		}
		data, err := fs.ReadFile(project, name)
		if err != nil {
			return err
		}
		text := string(data)
		if strings.HasPrefix(name, "content/") && strings.HasSuffix(name, ".toml") {
			head, records, ok := strings.Cut("\n"+text, "\n[")
			if ok {
				groups := []string{}
				last := ""
				for _, r := range strings.Split(records, "\n[") {
					first, _, _ := strings.Cut(r[:strings.IndexByte(r, ']')], ".")
					if first == last && first != "thon" {
						groups[len(groups)-1] += "\n[" + r
					} else {
						groups = append(groups, r)
					}
					last = first
				}
				slices.Reverse(groups)
				text = head + "\n[" + strings.Join(groups, "\n[") + "\n"
			}
		}
		m[name] = &fstest.MapFile{Data: []byte(text)}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	m["content/lich/aaa.toml"] = &fstest.MapFile{Data: []byte("tieu_de = \"Buổi thêm\"\nngay = 2026-01-05\n")}
	return m
}

// Charts and tables have the data behind them in reach, each file with its kind
// and size.
func TestDownloadsStandBesideTheFigures(t *testing.T) {
	r := newRenderer(t, os.DirFS("../.."), Options{})
	for page, sets := range map[string][]string{
		"tien-do/2020/index.html":       {"chi-tieu", "tien-do", "hoat-dong-thon"},
		"tien-do/2026/index.html":       {"chi-tieu", "tien-do", "hoat-dong-thon"},
		"thon/index.html":               {"thon", "hoat-dong-thon"},
		"thon/dong/index.html":          {"thon", "hoat-dong-thon"},
		"ke-hoach/index.html":           {"ke-hoach", "chi-tieu", "nhiem-vu", "bao-cao"},
		"ke-hoach/2026/viec/index.html": {"nhiem-vu", "bao-cao"},
		"van-ban/index.html":            {"van-ban"},
		"du-lieu/index.html":            {"so-can-biet", "dich-vu", "van-ban", "tai-lieu", "lich", "tin"},
	} {
		text := render(t, r, page)
		folder := strings.Repeat("../", strings.Count(page, "/")) + "du-lieu/"
		if strings.HasPrefix(page, "du-lieu/") {
			folder = ""
		}
		for _, set := range sets {
			for _, ext := range []string{"csv", "json", "xlsx"} {
				_, rest, ok := strings.Cut(text, `<a href="`+folder+set+"."+ext+`" download>`)
				words, _, _ := strings.Cut(rest, "</span> ")
				if size := viet.Size(len(render(t, r, dataPath(set, ext)))); !ok || !strings.Contains(wordsOf(rest[:min(len(rest), 200)]), "("+size) || !strings.HasPrefix(words, strings.ToUpper(ext)) {
					t.Errorf("%s does not offer %s with its kind and size", page, dataPath(set, ext))
				}
			}
		}
	}
}

// A set that no spreadsheet should open is offered without a workbook, and says
// so.
func TestVeryLongSetsHaveNoWorkbook(t *testing.T) {
	files := map[string]string{}
	var b strings.Builder
	for i := range mostSheetRows + 1 {
		b.WriteString("[nv-" + strconv.Itoa(i) + "]\nviec = \"Việc\"\nchu_tri = [\"phong-moi\"]\ncong_khai = true\n")
	}
	for name, text := range dutyProject() {
		files[name] = text
	}
	files["content/ke-hoach/2026/nhiem-vu.toml"] = b.String()
	r := newRenderer(t, archive(t, files), Options{})
	if _, ok := r.Lookup("du-lieu/nhiem-vu.xlsx"); ok {
		t.Error("there is a workbook of very many rows")
	}
	if _, ok := r.Lookup("du-lieu/bao-cao.xlsx"); !ok {
		t.Error("a short set beside it has none")
	}
	page := render(t, r, "du-lieu/nhiem-vu/index.html")
	if !strings.Contains(wordsOf(page), "hơn 5.000 dòng nên không có tệp XLSX") || strings.Contains(page, "nhiem-vu.xlsx") {
		t.Error("the page does not say why there is no workbook")
	}
	if strings.Contains(render(t, r, "du-lieu/index.html"), "nhiem-vu.xlsx") {
		t.Error("the list offers a workbook that is not there")
	}
}

// Single articles have their own rows: what ended alone, what outlived its
// text, what was replaced or amended and since when.
func TestForceOfSingleUnits(t *testing.T) {
	r := newRenderer(t, archive(t, map[string]string{
		"content/van-ban/moi.md": law("so_ky_hieu = \"9/2024/NĐ-CP\"\nngay_hieu_luc = 2024-07-01\n", "### Điều 5. Năm\n\n1. Chữ.\n"),
		"content/van-ban/cu.md": law("so_ky_hieu = \"1/2015/NĐ-CP\"\nngay_hieu_luc = 2016-01-01\nngay_het_hieu_luc = 2025-03-01\n[hieu_luc.dieu-2]\ntinh_trang = \"con_hieu_luc\"\nghi_chu = \"Giữ lại.\"\n"+
			"[hieu_luc.dieu-2-khoan-2]\nthay_the_boi = \"moi#dieu-5\"\n[hieu_luc.dieu-1]\nsua_doi_boi = [\"moi#dieu-5\"]\n",
			"### Điều 1. Một\n\n1. A.\n\n### Điều 2. Hai\n\n1. B.\n\n2. C.\n"),
	}), Options{})
	_, rows := records(t, r, "hieu-luc")
	byID := map[string]record{}
	for _, x := range rows {
		byID[plainly(x["ma_dong"])] = x
	}
	for id, want := range map[string]map[string]string{
		"cu#dieu-2":         {"tinh_trang": "het_hieu_luc_mot_phan", "giu_hieu_luc": "true", "ngay_het_hieu_luc": "", "nay_la": "", "ghi_chu": "Giữ lại.", "van_ban": "cu", "muc": "dieu-2", "ten": "Điều 2 Nghị định 1/2015/NĐ-CP"},
		"cu#dieu-2-khoan-2": {"tinh_trang": "het_hieu_luc", "giu_hieu_luc": "false", "ngay_het_hieu_luc": "2024-07-01", "nay_la": "moi#dieu-5", "dia_chi": "https://xanho.example/cong/van-ban/cu/#dieu-2-khoan-2"},
		"cu#dieu-1":         {"tinh_trang": "het_hieu_luc", "ngay_het_hieu_luc": "2025-03-01", "sua_doi_boi": "moi#dieu-5", "sua_doi_tu": "2024-07-01"},
	} {
		for key, value := range want {
			if got := plainly(byID[id][key]); got != value {
				t.Errorf("%s of %s is %q, want %q", key, id, got, value)
			}
		}
	}
	if len(rows) != 3 {
		t.Errorf("%d rows", len(rows))
	}
}
