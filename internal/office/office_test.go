package office

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"thonlanh/internal/config"
	"thonlanh/internal/content"
	"thonlanh/internal/date"
	"thonlanh/internal/site"
)

const plan2026 = "+++\ntieu_de = \"Kế hoạch\"\n+++\n## I. MỤC TIÊU\n\n- Ý một.\n"

func base() map[string]string {
	return map[string]string{
		"config.toml":                    "ten = \"Xã Thử\"\n",
		"content/index.md":               "+++\ntieu_de = \"Chào\"\n+++\nLời chào.\n",
		"content/co-quan.toml":           "[moi]\nten = \"Phòng Mới\"\n[cu]\nten = \"Ban Cũ\"\nden_ngay = 2025-06-30\nke_tiep = \"moi\"\n[cac-thon]\nten = \"Các thôn\"\nla_cac_thon = true\n",
		"content/thon/doai.toml":         "ten = \"Đoài\"\nthu_tu = 2\n",
		"content/thon/dong.toml":         "ten = \"Đông\"\nthu_tu = 1\n",
		"content/thon/kin.toml":          "ten = \"Kín\"\nthu_tu = 3\ncong_khai = false\n",
		"content/ke-hoach/2026/index.md": plan2026,
		"content/ke-hoach/2026/bao-cao.toml": `[nam]
ten = "Báo cáo năm"
truoc_ngay = 2026-11-18
ben_gui = ["cu", "moi", "cac-thon"]
moi_thon = true
noi_nhan = "moi"
cong_khai = true
[nam.da_gui]
moi = 2026-11-17
dong = 2026-11-19
doai = 2026-11-30
[tong]
ten = "=Báo cáo tổng hợp"
ben_gui = ["moi"]
cong_khai = false
[sau]
ten = "Báo cáo sau"
truoc_ngay = 2026-11-21
ben_gui = ["moi", "cu"]
cong_khai = true
`,
		"content/ke-hoach/2026/nhiem-vu.toml": "[a]\nviec = \"Việc muộn\"\nmuc = \"muc-i-y-1\"\nchu_tri = [\"moi\"]\ntruoc_ngay = 2026-11-20\ncong_khai = true\n" +
			"[b]\nviec = \"Việc muộn hơn, không đăng\"\nchu_tri = [\"cu\", \"moi\"]\ntruoc_ngay = 2026-10-01\ncong_khai = false\n" +
			"[c]\nviec = \"Việc còn một ngày\"\nchu_tri = [\"moi\"]\ntruoc_ngay = 2026-11-21\ncong_khai = true\n" +
			"[d]\nviec = \"Việc đã xong\"\nchu_tri = [\"moi\"]\ntruoc_ngay = 2026-01-01\nxong_ngay = 2026-02-01\ncong_khai = true\n",
		"content/ke-hoach/2025/index.md":      plan2026,
		"content/ke-hoach/2025/bao-cao.toml":  "[nam]\nten = \"Báo cáo năm\"\ntruoc_ngay = 2025-11-30\nben_gui = [\"moi\"]\ncong_khai = true\n",
		"content/ke-hoach/2025/nhiem-vu.toml": "[a]\nviec = \"Việc của năm đã hết\"\nchu_tri = [\"moi\"]\ntruoc_ngay = 2025-11-20\ncong_khai = true\n",
	}
}

// lists makes the lists of a project on 20/11/2026.
func lists(t *testing.T, files map[string]string) map[string][]byte {
	t.Helper()
	project := fstest.MapFS{}
	for name, text := range files {
		project[name] = &fstest.MapFile{Data: []byte(text)}
	}
	c, _, err := config.Load(project)
	if err != nil {
		t.Fatal(err)
	}
	tree, _, err := content.Load(project, 1)
	if err != nil {
		t.Fatal(err)
	}
	s, _ := site.Assemble(tree, c, date.Date{Year: 2026, Month: 11, Day: 20})
	out := make(map[string][]byte)
	made, _ := Lists(tree, s)
	for _, l := range made {
		out[l.Name] = l.Data
	}
	return out
}

func rows(t *testing.T, data []byte) [][]string {
	t.Helper()
	if !bytes.HasPrefix(data, []byte("\ufeff")) || !bytes.HasSuffix(data, []byte("\r\n")) {
		t.Error("no byte order mark, or lines that Windows does not end so")
	}
	out, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff")))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// "Trước ngày 18/11" ends on 17/11.
func TestWhoOwesWhatByWhen(t *testing.T) {
	var got []string
	for _, r := range rows(t, lists(t, base())["bao-cao.csv"])[1:] {
		got = append(got, strings.Join([]string{r[0], r[1], r[2], r[3], r[4], r[5], r[6], r[7], r[8], r[9], r[11]}, "|"))
	}
	if diff := cmp.Diff([]string{
		"2026|Báo cáo năm|Ban Cũ (nay là Phòng Mới)|Phòng Mới|2026-11-18|2026-11-17||Quá hạn 3 ngày|qua_han|3|",
		"2026|Báo cáo năm|Phòng Mới|Phòng Mới|2026-11-18|2026-11-17|2026-11-17|Đã gửi|da_nop||",
		"2026|Báo cáo năm|Thôn Đông|Phòng Mới|2026-11-18|2026-11-17|2026-11-19|Gửi muộn 2 ngày|nop_muon|2|",
		"2026|Báo cáo năm|Thôn Đoài|Phòng Mới|2026-11-18|2026-11-17||Quá hạn 3 ngày|qua_han|3|", // a day to come is no day
		"2026|Báo cáo năm|Thôn Kín|Phòng Mới|2026-11-18|2026-11-17||Quá hạn 3 ngày|qua_han|3|",
		"2026|'=Báo cáo tổng hợp|Phòng Mới|||||Chưa gửi, kế hoạch không ghi ngày|khong_co_han||không đăng",
		"2026|Báo cáo sau|Phòng Mới||2026-11-21|2026-11-20||Hôm nay là ngày cuối|chua_den_han||",
		"2026|Báo cáo sau|Ban Cũ (nay là Phòng Mới)||2026-11-21|2026-11-20||Hôm nay là ngày cuối|chua_den_han||",
		"2025|Báo cáo năm|Phòng Mới||2025-11-30|2025-11-29||Chưa ghi nhận|khong_nop||",
	}, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestOverdueDuties(t *testing.T) {
	var got []string
	for _, r := range rows(t, lists(t, base())["viec-qua-han.csv"])[1:] {
		got = append(got, strings.Join(r, "|"))
	}
	if diff := cmp.Diff([]string{
		"2026|Việc muộn hơn, không đăng|Ban Cũ (nay là Phòng Mới); Phòng Mới||2026-10-01|51|2026-11-20|không đăng",
		"2026|Việc muộn|Phòng Mới|muc-i-y-1|2026-11-20|1|2026-11-20|",
	}, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestMatrixForPeople(t *testing.T) {
	page := string(lists(t, base())["bao-cao.html"])
	at := 0
	for _, want := range []string{
		"tính đến ngày 20/11/2026", "không đăng lên cổng", "Kế hoạch năm 2026",
		"<li>Ban Cũ (nay là Phòng Mới): báo cáo năm, quá hạn 3 ngày.</li>", "<li>Thôn Đoài: báo cáo năm, quá hạn 3 ngày.</li>",
		"Báo cáo năm<small>gửi Phòng Mới, trước ngày 18/11/2026 (ngày cuối 17/11/2026)</small>", "=Báo cáo tổng hợp<small>kế hoạch không ghi ngày</small>",
		`<th scope="row">Thôn Đông</th><td><span aria-hidden="true">✓</span> Gửi muộn 2 ngày<small>19/11/2026</small></td><td>–</td><td>–</td>`,
		"Việc quá hạn", "Việc muộn hơn, không đăng<small>không đăng trên cổng</small>", "51 ngày", "Việc muộn",
		"Kế hoạch năm 2025, đã hết kỳ", "Chưa ghi nhận",
	} {
		i := strings.Index(page[at:], want)
		if i < 0 {
			t.Fatalf("%q is missing or out of order in\n%s", want, page)
		}
		at += i
	}
	if strings.Contains(page, "Việc của năm đã hết") || strings.Contains(page, "Việc đã xong") || strings.Contains(page, "Việc còn một ngày") {
		t.Error("a duty that is not overdue is listed")
	}
}

func TestNothingToList(t *testing.T) {
	files := base()
	for name := range files {
		if strings.HasPrefix(name, "content/ke-hoach/") {
			delete(files, name)
		}
	}
	got := lists(t, files)
	if n := len(rows(t, got["bao-cao.csv"])); n != 1 {
		t.Errorf("%d lines", n)
	}
	if !strings.Contains(string(got["bao-cao.html"]), "Chưa có kế hoạch nào") {
		t.Error(string(got["bao-cao.html"]))
	}
}

// Thousands of reports that hundreds must send do not fill a disk.
func TestListsAreBounded(t *testing.T) {
	files := base()
	var reports strings.Builder
	for i := range 1000 {
		fmt.Fprintf(&reports, "[r%d]\nten = \"B\"\ntruoc_ngay = 2026-11-10\nmoi_thon = true\ncong_khai = true\n", i)
	}
	files["content/ke-hoach/2026/bao-cao.toml"] = reports.String()
	for i := range 200 {
		files[fmt.Sprintf("content/thon/t%d.toml", i)] = fmt.Sprintf("ten = \"T%d\"\n", i)
	}
	got := lists(t, files)
	for name, data := range got {
		if len(data) > 4<<20 || !strings.Contains(string(data), cutWords) {
			t.Errorf("%s: %d bytes", name, len(data))
		}
	}
}
