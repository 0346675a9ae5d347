package render

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"math"
	"math/rand/v2"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"
)

// record is one row of a dataset as a reader of its JSON has it.
type record map[string]any

// records reads a dataset from its JSON file alone.
func records(t *testing.T, r *Renderer, name string) (fields []map[string]any, rows []record) {
	t.Helper()
	var file struct {
		Fields []map[string]any `json:"truong"`
		Rows   []record         `json:"du_lieu"`
	}
	d := json.NewDecoder(strings.NewReader(render(t, r, dataPath(name, "json"))))
	d.UseNumber()
	if err := d.Decode(&file); err != nil {
		t.Fatal(err)
	}
	return file.Fields, file.Rows
}

// plainly is a value of the JSON in words.
func plainly(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case json.Number:
		return v.String()
	case bool:
		return strconv.FormatBool(v)
	case string:
		return v
	case []any:
		var all []string
		for _, x := range v {
			all = append(all, x.(string))
		}
		return strings.Join(all, "; ")
	}
	return fmt.Sprint("?", v)
}

// CSV, JSON and workbook of every set have the same fields in the same order,
// and the same value in every cell.
func TestFormatsAgreeCellByCell(t *testing.T) {
	all := communes(t)
	for seed := range uint64(12) {
		all[fmt.Sprint("generated ", seed)] = newRenderer(t, generated(seed), Options{})
	}
	cells := 0
	for name, r := range all {
		for _, set := range dataFiles() {
			fields, rows := records(t, r, set.Name)
			table := readCSV(t, set.Name, render(t, r, dataPath(set.Name, "csv")))
			sheets := readSheets(t, []byte(render(t, r, dataPath(set.Name, "xlsx"))))
			if len(sheets) != 2 || sheets[1].name != "Mô tả" || sheets[0].frozen != 1 {
				t.Fatalf("%s %s: %d sheets, %d rows frozen", name, set.Name, len(sheets), sheets[0].frozen)
			}
			if len(table) != len(rows)+1 || len(sheets[0].rows) != len(rows)+1 {
				t.Errorf("%s %s: %d rows in JSON, %d in CSV, %d in the workbook", name, set.Name, len(rows), len(table)-1, len(sheets[0].rows)-1)
				continue
			}
			for j, f := range fields {
				key := f["ten"].(string)
				if table[0][j] != key || sheets[0].rows[1][letters(j)].text != key {
					t.Errorf("%s %s: field %d is %q in JSON, %q in CSV, %q in the workbook", name, set.Name, j, key, table[0][j], sheets[0].rows[1][letters(j)].text)
				}
				for i, row := range rows {
					cells++
					want := plainly(row[key])
					if got := table[i+1][j]; got != want && got != "'"+want {
						t.Errorf("%s %s.%s, row %d: %q in JSON, %q in CSV", name, set.Name, key, i, want, got)
					}
					if got := sheetWords(t, sheets[0].rows[i+2][letters(j)], f); got != want {
						t.Errorf("%s %s.%s, row %d: %q in JSON, %q in the workbook", name, set.Name, key, i, want, got)
					}
				}
				if len(rows) > 0 && len(rows[0]) != len(fields) {
					t.Errorf("%s %s: %d keys in a row, %d fields", name, set.Name, len(rows[0]), len(fields))
				}
			}
			notes := fmt.Sprint(sheets[1].rows)
			for _, f := range fields {
				if !strings.Contains(notes, f["nghia"].(string)) {
					t.Errorf("%s %s: the notes do not explain %s", name, set.Name, f["ten"])
				}
			}
			if strings.Contains(notes, sampleWords) != r.site.Sample || !strings.Contains(notes, r.site.Config.Licence) {
				t.Errorf("%s %s: the notes do not say what the table is", name, set.Name)
			}
		}
	}
	if cells < 10000 {
		t.Errorf("only %d cells compared", cells)
	}
}

// sheetWords is what a cell of a workbook holds, by the type of its field.
func sheetWords(t *testing.T, c cellRead, field map[string]any) string {
	t.Helper()
	if c.formula {
		t.Errorf("%s: a formula", field["ten"])
	}
	switch {
	case c == cellRead{}:
		return ""
	case field["kieu"] == "ngay":
		return c.day(t)
	case field["kieu"] == "so_nguyen", field["kieu"] == "so_thap_phan":
		if c.isText {
			t.Errorf("%s: the figure %q is text", field["ten"], c.text)
		}
		f, err := strconv.ParseFloat(c.number, 64)
		if err != nil {
			t.Errorf("%s: the figure %q", field["ten"], c.number)
		}
		return strconv.FormatFloat(f, 'f', -1, 64)
	case !c.isText:
		t.Errorf("%s: %q is a figure", field["ten"], c.number)
	case field["kieu"] == "co_khong":
		return strconv.FormatBool(c.text == "có")
	}
	return c.text
}

// The pages show the figures of the data and no others.
func TestPagesAgreeWithData(t *testing.T) {
	all := communes(t)
	for seed := range uint64(25) {
		all[fmt.Sprint("generated ", seed)] = newRenderer(t, generated(seed), Options{})
	}
	seen := map[string]int{}
	for name, r := range all {
		for _, plan := range r.site.Plans {
			path := "tien-do/" + strconv.Itoa(plan.Year) + "/index.html"
			if _, ok := r.Lookup(path); !ok {
				continue
			}
			doc, err := html.Parse(strings.NewReader(render(t, r, path)))
			if err != nil {
				t.Fatal(err)
			}
			targetsAgree(t, name+" "+path, r, strconv.Itoa(plan.Year), doc, seen)
			villagesAgree(t, name+" "+path, r, strconv.Itoa(plan.Year), doc, seen)
		}
		villagePagesAgree(t, name, r, seen)
	}
	for _, kind := range []string{"ty_le", "so_luong", "danh_muc", "dinh_tinh", "no figure", "withheld", "corrected", "khoang", "khoang", "village", "village without", "village page"} {
		if seen[kind] < 5 {
			t.Errorf("only %d of %q compared", seen[kind], kind)
		}
	}
}

// amounts are "3.928/4.850" and "3.928": the dots of thousands are for people.
var amounts = regexp.MustCompile(`^([0-9.]+)(?:/([0-9.]+))?`)

func targetsAgree(t *testing.T, name string, r *Renderer, year string, page *html.Node, seen map[string]int) {
	t.Helper()
	_, targets := records(t, r, "chi-tieu")
	_, values := records(t, r, "tien-do")
	kinds := map[string]string{}
	for _, x := range targets {
		if plainly(x["nam"]) == year {
			kinds[plainly(x["ma"])] = plainly(x["kieu"])
		}
	}
	for _, block := range find(page, func(n *html.Node) bool { return attr(n, "class") == "chi-tieu" }) {
		id := attr(block, "id")
		kind, open := kinds[id]
		if !open {
			seen["withheld"]++
			said := said(block)
			if !strings.Contains(said, withheldWords) || len(find(block, isElement("table", "svg"))) > 0 {
				t.Errorf("%s: %s has no row in the data, and the page says %q", name, id, said)
			}
			for _, x := range values {
				if plainly(x["nam"]) == year && plainly(x["chi_tieu"]) == id {
					t.Errorf("%s: a figure of %s", name, id)
				}
			}
			continue
		}
		delete(kinds, id)
		known := map[string]record{}
		for _, x := range values {
			if plainly(x["nam"]) == year && plainly(x["chi_tieu"]) == id {
				known[plainly(x["tinh_den"])] = x
			}
		}
		corrected := 0
		for _, row := range find(block, isElement("tr")) {
			times := find(row, isElement("time"))
			cells := find(row, isElement("td"))
			if len(times) == 0 || len(cells) == 0 {
				continue
			}
			day := attr(times[0], "datetime")
			shown := said(cells[0])
			x, ok := known[day]
			delete(known, day)
			if !ok {
				seen["no figure"]++
				if shown == "" || strings.ContainsAny(shown, "0123456789") {
					t.Errorf("%s: %s on %s is %q on the page and not in the data", name, id, day, shown)
				}
				continue
			}
			seen[kind]++
			if x["dinh_chinh_ngay"] != nil {
				corrected++
			}
			if kind == "dinh_tinh" {
				words := map[string]string{"chua_lam": "Chưa làm", "dang_lam": "Đang làm", "da_xong": "Đã xong"}
				if shown != words[plainly(x["trang_thai"])] {
					t.Errorf("%s: %s on %s is %q on the page, %v in the data", name, id, day, shown, x["trang_thai"])
				}
				continue
			}
			if how := plainly(x["cach_cong_bo"]); how != "dung_so" {
				seen[how]++
				shown := shown
				if len(cells) > 2 {
					shown += " " + said(cells[1])
				}
				classAgrees(t, name+" "+id+" "+day, shown, x)
				continue
			}
			if old := plainly(x["tu_so_cu"]); old != "" {
				seen["corrected"]++
				if !strings.Contains(ungrouped(said(block)), ": "+old) {
					t.Errorf("%s: %s on %s was %s, and the page says %q", name, id, day, old, said(block))
				}
			}
			num, den := plainly(x["tu_so"]), plainly(x["mau_so"])
			m := amounts.FindStringSubmatch(shown)
			if m == nil || ungrouped(m[1]) != num || ungrouped(m[2]) != den && (m[2] != "" || den != "0") {
				t.Errorf("%s: %s on %s is %q on the page, %s of %s in the data", name, id, day, shown, num, den)
			}
			if share := said(cells[1]); strings.HasSuffix(share, "%") {
				a, _ := strconv.ParseFloat(num, 64)
				b, _ := strconv.ParseFloat(den, 64)
				share, under := strings.CutPrefix(share, "dưới ")
				p, err := strconv.ParseFloat(strings.NewReplacer(".", "", ",", ".", "%", "").Replace(share), 64)
				if err != nil || math.Abs(p-100*a/b) >= 1 || under && 100*a/b >= p {
					t.Errorf("%s: %s on %s is %q of %s in %s", name, id, day, share, num, den)
				}
			}
		}
		if n := strings.Count(said(block), "Đã đính chính ngày"); n != corrected {
			t.Errorf("%s: %s has %d corrections on the page, %d in the data", name, id, n, corrected)
		}
		for day := range known {
			t.Errorf("%s: the figure of %s on %s is not on the page", name, id, day)
		}
	}
	for id := range kinds {
		t.Errorf("%s: %s is not on the page", name, id)
	}
}

// classAgrees compares a figure of which the class alone is told: every number
// on the page, in the order of the words.
func classAgrees(t *testing.T, name, shown string, x record) {
	t.Helper()
	if x["tu_so"] != nil || x["mau_so"] != nil || x["tu_so_cu"] != nil {
		t.Errorf("%s: a figure stands beside its class: %v", name, x)
	}
	if x["cach_cong_bo"] == "khong_phat_sinh" {
		if shown = strings.TrimSpace(shown); shown != "Không phát sinh" || x["tu_so_tu"] != nil {
			t.Errorf("%s: %q on the page, nothing arose in the data", name, shown)
		}
		return
	}
	var want []string
	whole := strings.HasPrefix(plainly(x["khoang"]), "toàn bộ")
	for _, key := range []string{"tu_so", "mau_so", "ty_le"} {
		low, high := plainly(x[key+"_tu"]), plainly(x[key+"_den"])
		if low == "" || key == "mau_so" && whole {
			continue
		}
		want = append(want, low)
		if high != low {
			want = append(want, high)
		}
	}
	for _, words := range []string{shown, plainly(x["khoang"])} {
		if got := digits.FindAllString(ungrouped(words), -1); strings.Join(got, " ") != strings.Join(want, " ") {
			t.Errorf("%s: %q says %v, the data %v", name, words, got, want)
		}
	}
}

var digits = regexp.MustCompile(`[0-9]+`)

func villagesAgree(t *testing.T, name string, r *Renderer, year string, page *html.Node, seen map[string]int) {
	t.Helper()
	fields, rows := records(t, r, "hoat-dong-thon")
	labels := map[string]string{}
	for _, f := range fields {
		label, _, _ := strings.Cut(f["nghia"].(string), ",")
		labels[label] = f["ten"].(string)
	}
	latest := latestOf(rows, year)
	shown := map[string]string{}
	for _, section := range find(page, func(n *html.Node) bool { return attr(n, "aria-labelledby") == "theo-thon" }) {
		for _, row := range find(section, isElement("tr")) {
			links := find(row, isElement("a"))
			if len(links) == 0 {
				continue
			}
			village := lastPart(attr(links[0], "href"))
			for _, cell := range find(row, isElement("td")) {
				shown[village+" "+labels[attr(cell, "data-nhan")]] = said(cell)
			}
		}
	}
	for village, x := range latest {
		for _, key := range labels {
			got, on := shown[village+" "+key]
			delete(shown, village+" "+key)
			want, known := plainly(x[key]), x[key] != nil
			if _, figure := x[key].(json.Number); !figure && known {
				continue // not an activity
			}
			switch {
			case !known && (!on || got != "" && !strings.ContainsAny(got, "0123456789")):
				seen["village without"]++
			case known && ungrouped(got) == want:
				seen["village"]++
			case key == "nam":
			default:
				t.Errorf("%s: %s of %s is %q on the page, %q in the data", name, key, village, got, want)
			}
		}
	}
	for what, got := range shown {
		t.Errorf("%s: %s is %q on the page and not in the data", name, what, got)
	}
}

// latestOf are the rows of a year's newest period by village.
func latestOf(rows []record, year string) map[string]record {
	last := ""
	for _, x := range rows {
		if plainly(x["nam"]) == year {
			last = max(last, plainly(x["ky"]))
		}
	}
	out := map[string]record{}
	for _, x := range rows {
		if plainly(x["nam"]) == year && plainly(x["ky"]) == last {
			out[plainly(x["thon"])] = x
		}
	}
	return out
}

func villagePagesAgree(t *testing.T, name string, r *Renderer, seen map[string]int) {
	t.Helper()
	plan := r.site.CurrentPlan()
	if plan == nil {
		return
	}
	fields, rows := records(t, r, "hoat-dong-thon")
	for village, x := range latestOf(rows, strconv.Itoa(plan.Year)) {
		doc, err := html.Parse(strings.NewReader(render(t, r, "thon/"+village+"/index.html")))
		if err != nil {
			t.Fatal(err)
		}
		shown := map[string]string{}
		for _, section := range find(doc, func(n *html.Node) bool { return attr(n, "aria-labelledby") == "da-lam-gi" }) {
			for _, item := range find(section, isElement("li")) {
				for _, b := range find(item, isElement("b")) {
					shown[strings.ToLower(strings.TrimSpace(strings.TrimPrefix(said(item), said(b))))] = ungrouped(said(b))
				}
			}
		}
		for _, f := range fields {
			n, figure := x[f["ten"].(string)].(json.Number)
			if !figure || f["ten"] == "nam" {
				continue
			}
			label, _, _ := strings.Cut(f["nghia"].(string), ",")
			if shown[strings.ToLower(label)] != n.String() {
				t.Errorf("%s: %s of %s is %q on its page, %s in the data", name, label, village, shown[strings.ToLower(label)], n)
			}
			seen["village page"]++
			delete(shown, strings.ToLower(label))
		}
		if len(shown) > 0 {
			t.Errorf("%s: the page of %s shows %v, which is not in the data", name, village, shown)
		}
	}
}

func ungrouped(s string) string { return strings.ReplaceAll(s, ".", "") }

func lastPart(addr string) string {
	addr = strings.Trim(strings.TrimSuffix(addr, "index.html"), "/")
	return addr[strings.LastIndexByte(addr, '/')+1:]
}

func find(n *html.Node, is func(*html.Node) bool) []*html.Node {
	var out []*html.Node
	for x := range n.Descendants() {
		if x.Type == html.ElementNode && is(x) {
			out = append(out, x)
		}
	}
	return out
}

func isElement(names ...string) func(*html.Node) bool {
	return func(n *html.Node) bool {
		for _, name := range names {
			if n.Data == name {
				return true
			}
		}
		return false
	}
}

// said is the text of an element with single spaces.
func said(n *html.Node) string {
	var b strings.Builder
	for x := range n.Descendants() {
		if x.Type == html.TextNode {
			b.WriteString(x.Data)
		}
	}
	return strings.Join(strings.Fields(strings.ReplaceAll(b.String(), "\u00a0", " ")), " ")
}

// generated is a commune with random villages, plans, targets and figures.
// Figures are small, large, zero, over the goal, or not there.
func generated(seed uint64) fs.FS {
	r := rand.New(rand.NewPCG(11, seed))
	one := func(list ...string) string { return list[r.IntN(len(list))] }
	figure := func() int { return [...]int{0, 1 + r.IntN(9), 10 + r.IntN(500), 1000 + r.IntN(2000000)}[r.IntN(4)] }
	m := fstest.MapFS{}
	put := func(name, text string) { m[name] = &fstest.MapFile{Data: []byte(text)} }
	put("config.toml", fmt.Sprintf("ten = \"Xã Sinh\"\nmau = %v\nngay_mau = 2026-11-20\ngiay_phep = \"Dùng tự do.\"\n", r.IntN(2) == 0))
	if !strings.Contains(string(m["config.toml"].Data), "mau = true") {
		put("config.toml", "ten = \"Xã Sinh\"\ngiay_phep = \"Dùng tự do.\"\n")
	}
	put("content/index.md", "+++\ntieu_de = \"Xã Sinh\"\n+++\n")
	villages := 1 + r.IntN(12)
	for i := range villages {
		put(fmt.Sprintf("content/thon/t%d.toml", i), fmt.Sprintf("ten = \"Số %d\"\nthu_tu = %d\nmo_ta = %q\n", i, i, one("=1+1", "-5", "Thôn; có \"dấu\", xuống", "+84 200")))
	}
	for year := 2026 - r.IntN(3); year <= 2026; year++ {
		dir := fmt.Sprintf("content/ke-hoach/%d/", year)
		put(dir+"index.md", "+++\ntieu_de = \"Kế hoạch\"\n+++\n\nI. MỤC TIÊU\n\n- Một việc.\n")
		var targets strings.Builder
		kinds := make([]string, 2+r.IntN(7))
		for i := range kinds {
			kinds[i] = one("ty_le", "ty_le", "so_luong", "danh_muc", "dinh_tinh")
			fmt.Fprintf(&targets, "[ct-%d]\nten = \"Chỉ tiêu %d\"\nkieu = %q\ncach_tinh = %q\ndon_vi = %q\ndem = %q\n", i, i, kinds[i], one("cong_don", "duy_tri", "co_han"), one("người", "buổi", "vụ"),
				one("nguoi_dan", "can_bo", "hoat_dong", "thon", "vu_viec", "nguoi_lien_quan", "luot_nguoi"))
			switch kinds[i] {
			case "ty_le":
				fmt.Fprintf(&targets, "muc_tieu = %s\n", one("100", "90", "62.5"))
			case "so_luong":
				fmt.Fprintf(&targets, "muc_tieu = %d\n", 1+figure())
			case "danh_muc":
				targets.WriteString("danh_muc = [\"Việc một\", \"Việc hai\", \"Việc ba\"]\n")
			}
		}
		put(dir+"chi-tieu.toml", targets.String())
		has, before := make([]bool, len(kinds)), 0
		for month := 1; month <= 11; month += 1 + r.IntN(5) {
			var b strings.Builder
			had := has
			has = make([]bool, len(kinds))
			fmt.Fprintf(&b, "tinh_den = %d-%02d-%02d\nnguon = \"Nguồn %d\"\ncong_khai = %v\n", year, month, 1+r.IntN(19), month, r.IntN(8) > 0)
			for i, kind := range kinds {
				if r.IntN(4) == 0 {
					continue
				}
				fmt.Fprintf(&b, "[ct-%d]\n", i)
				has[i] = true
				switch kind {
				case "ty_le":
					fmt.Fprintf(&b, "tu_so = %d\nmau_so = %d\n", figure(), figure())
				case "so_luong":
					fmt.Fprintf(&b, "tu_so = %d\n", figure())
				case "danh_muc":
					b.WriteString("da_lam = [\"Việc hai\"]\n")
				default:
					fmt.Fprintf(&b, "trang_thai = %q\n", one("chua_lam", "dang_lam", "da_xong"))
				}
				if r.IntN(6) == 0 {
					b.WriteString("cong_khai = false\n")
				}
			}
			for i, kind := range kinds {
				if had[i] && r.IntN(3) == 0 && kind != "dinh_tinh" && kind != "danh_muc" {
					fmt.Fprintf(&b, "[dinh_chinh.%d-%02d.ct-%d]\ntu_so = %d\nly_do = \"Gửi trùng\"\n", year, before, i, figure())
				}
			}
			before = month
			for i := range villages {
				if r.IntN(4) == 0 {
					continue
				}
				fmt.Fprintf(&b, "[thon.t%d]\n", i)
				for _, key := range []string{"buoi_tuyen_truyen", "ho_nhan_to_roi", "luot_phat_thanh", "lop_tap_huan"} {
					if r.IntN(5) > 0 {
						fmt.Fprintf(&b, "%s = %d\n", key, figure())
					}
				}
			}
			put(fmt.Sprintf("%stien-do/%d-%02d.toml", dir, year, month), b.String())
		}
	}
	return m
}

func TestSampleHasAllTargets(t *testing.T) {
	r := newRenderer(t, os.DirFS("../.."), Options{})
	_, rows := records(t, r, "chi-tieu")
	n := 0
	for _, x := range rows {
		if plainly(x["nam"]) == "2020" {
			n++
		}
	}
	page := render(t, r, "tien-do/2020/index.html")
	if held := strings.Count(page, withheldWords); n+held != 8 {
		t.Errorf("%d targets in the data and %d held back, of the 8 of the plan", n, held)
	}
}
