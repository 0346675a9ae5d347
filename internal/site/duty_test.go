package site

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

const bodies = `[vhxh]
ten = "Phòng Văn hóa - Xã hội"
tu_ngay = 2025-07-01
[csxh]
ten = "Bộ phận Chính sách"
den_ngay = 2021-12-31
ke_tiep = "tam"
[tam]
ten = "Tổ tạm"
den_ngay = 2025-06-30
ke_tiep = ["vhxh", "van-phong"]
[van-phong]
ten = "Văn phòng"
[huyen]
ten = "Phòng của huyện"
den_ngay = 2025-06-30
[sap-het]
ten = "Ban sắp thôi"
den_ngay = 2026-12-31
ke_tiep = "vhxh"
[mai]
ten = "Trung tâm sắp có"
tu_ngay = 2027-01-01
[cac-thon]
ten = "Các thôn"
la_cac_thon = true
`

func names(list []*Body) string {
	var ids []string
	for _, b := range list {
		ids = append(ids, b.ID)
	}
	return strings.Join(ids, " ")
}

func TestWhoDoesTheWorkToday(t *testing.T) {
	s, list := assemble(t, map[string]string{"content/co-quan.toml": bodies})
	want(t, list)
	for id, now := range map[string]string{
		"csxh":  "vhxh van-phong", // over a body that is gone and was split
		"tam":   "vhxh van-phong",
		"huyen": "", "vhxh": "", "mai": "",
		"sap-het": "", // still there
	} {
		b, _ := s.BodyByID(id)
		if got := names(b.Successors); got != now {
			t.Errorf("%s: %q, want %q", id, got, now)
		}
	}
	if b, _ := s.BodyByID("mai"); b.Gone || !b.Coming {
		t.Errorf("a body to come: gone %v, coming %v", b.Gone, b.Coming)
	}
	if b, _ := s.BodyByID("huyen"); !b.Gone || b.Coming {
		t.Errorf("a body that ended: gone %v, coming %v", b.Gone, b.Coming)
	}
	_, list = assemble(t, map[string]string{"content/co-quan.toml": "[a]\nten = \"A\"\nden_ngay = 2020-01-01\nke_tiep = [\"b\", \"c\"]\n[b]\nten = \"B\"\n"})
	want(t, list, "content/co-quan.toml:4 tham-chieu-la")
}

// A line of bodies as long as a file can hold is followed once, not once for
// each of them.
func TestLongLinesOfBodiesTakeNoTime(t *testing.T) {
	var b strings.Builder
	const n = 20000
	for i := range n {
		fmt.Fprintf(&b, "[b%d]\nten = \"B\"\nden_ngay = 2020-01-01\nke_tiep = [\"b%d\", \"cuoi\"]\n", i, (i+1)%n)
	}
	b.WriteString("[cuoi]\nten = \"Cuối\"\n")
	start := time.Now()
	s, _ := assemble(t, map[string]string{"content/co-quan.toml": b.String()})
	if first, _ := s.BodyByID("b0"); names(first.Successors) != "cuoi" {
		t.Errorf("successors %q", names(first.Successors))
	}
	if took := time.Since(start); took > 20*time.Second {
		t.Errorf("it took %v", took)
	}
}

// workOf is the list of work of the plan of 2026, one line for each.
func workOf(t *testing.T, files map[string]string, problems ...string) (*Plan, string) {
	t.Helper()
	files["content/co-quan.toml"] = bodies
	s, list := assemble(t, files)
	want(t, list, problems...)
	p := s.CurrentPlan()
	var b strings.Builder
	for _, w := range p.Work {
		id := ""
		if w.Duty != nil {
			id = w.Duty.ID
		} else {
			id = "bc:" + w.Report.ID
		}
		day := w.LastDay.String()
		if w.LastDay.IsZero() {
			day = "-"
		}
		fmt.Fprintf(&b, "%s %s %s %s\n", id, day, w.Status.Word, w.Status.Tone)
	}
	return p, b.String()
}

const workDuties = `[sau]
muc = "muc-i-y-2"
viec = "Việc không ngày ở ý hai"
chu_tri = ["vhxh"]
phoi_hop = ["van-phong", "cac-thon"]
trang_thai = "thuong_xuyen"
cong_khai = true
[truoc]
muc = "muc-i-y-1"
viec = "Việc không ngày ở ý một"
chu_tri = ["van-phong"]
cong_khai = true
[muon]
viec = "Việc quá hạn"
chu_tri = ["vhxh"]
phoi_hop = ["vhxh"]
truoc_ngay = 2026-11-20
cong_khai = true
[kip]
viec = "Việc còn một ngày"
chu_tri = ["vhxh"]
truoc_ngay = 2026-11-21
cong_khai = true
[thon]
viec = "Việc quá hạn của thôn"
chu_tri = ["cac-thon"]
truoc_ngay = 2026-11-10
cong_khai = true
[xong]
viec = "Việc xong"
chu_tri = ["vhxh"]
truoc_ngay = 2026-07-01
xong_ngay = 2026-06-24
cong_khai = true
[kin]
viec = "Việc không đăng của một đơn vị khác"
chu_tri = ["mai"]
truoc_ngay = 2026-11-30
cong_khai = false
[danh-sach]
viec = "Lập danh sách người bị xử phạt trong năm"
chu_tri = ["huyen"]
truoc_ngay = 2026-11-30
cong_khai = true
`

const workReports = `[nam]
ten = "Báo cáo năm"
muc = "muc-i-y-1"
truoc_ngay = 2026-11-10
ben_gui = ["vhxh", "van-phong"]
moi_thon = true
noi_nhan = "vhxh"
cong_khai = true
[nam.da_gui]
vhxh = 2026-11-01
van-phong = 2026-11-21
dong = 2026-11-02
[quy]
ten = "Báo cáo quý"
truoc_ngay = 2026-11-10
ben_gui = ["vhxh"]
moi_thon = true
cong_khai = true
[quy.da_gui]
vhxh = 2026-11-01
dong = 2026-11-02
`

func TestWorkStandsByDayThenByClause(t *testing.T) {
	p, got := workOf(t, map[string]string{"content/ke-hoach/2026/nhiem-vu.toml": workDuties, "content/ke-hoach/2026/bao-cao.toml": workReports})
	// What the villages alone still owe is late without the colour of blame.
	if diff := cmp.Diff(`xong 2026-06-30 Đã xong lua
bc:nam 2026-11-09 Quá hạn 11 ngày gach
thon 2026-11-09 Quá hạn 11 ngày dat
bc:quy 2026-11-09 Quá hạn 11 ngày dat
muon 2026-11-19 Quá hạn 1 ngày gach
kip 2026-11-20 Chưa đến hạn muc2
truoc - Trong năm muc2
sau - Làm thường xuyên muc2
`, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	var sheets []string
	for _, s := range p.Sheets {
		line := s.Body.ID + " " + s.Addr
		for _, d := range s.Lead {
			line += " " + d.ID
		}
		for _, d := range s.Support {
			line += " +" + d.ID
		}
		for _, r := range s.Reports {
			line += " " + r.ID + ":" + r.Status.Word + ":" + r.Status.Tone
		}
		sheets = append(sheets, line)
	}
	if diff := cmp.Diff([]string{
		"van-phong /ke-hoach/2026/viec/van-phong/ truoc +sau nam:Quá hạn 11 ngày:gach",
		"vhxh /ke-hoach/2026/viec/vhxh/ xong muon kip sau nam:Đã gửi:lua quy:Đã gửi:lua",
		"cac-thon /ke-hoach/2026/viec/cac-thon/ thon +sau nam:Quá hạn 11 ngày:dat quy:Quá hạn 11 ngày:dat",
	}, sheets); diff != "" {
		t.Errorf("sheets (-want +got):\n%s", diff)
	}
}

// What is private leaves no page, no line and no count; nor does a duty about
// a list of people, whatever its flag says.
func TestPrivateWorkLeavesNoPage(t *testing.T) {
	s, list := assemble(t, map[string]string{
		"content/co-quan.toml": bodies,
		"content/ke-hoach/2026/nhiem-vu.toml": `[kin]
viec = "Việc không đăng lên cổng"
chu_tri = ["vhxh"]
cong_khai = false
[danh-sach]
viec = "Rà soát hồ sơ những người liên quan"
chu_tri = ["vhxh"]
cong_khai = true
`})
	want(t, list)
	p := s.CurrentPlan()
	if len(p.Work)+len(p.Duties)+len(p.Sheets) != 0 {
		t.Errorf("%d lines, %d duties, %d sheets", len(p.Work), len(p.Duties), len(p.Sheets))
	}
	for _, page := range s.Pages {
		if page.Kind == KindDuties || page.Kind == KindSheet {
			t.Errorf("%s exists", page.Addr)
		}
	}
	if len(s.Private) != 2 {
		t.Errorf("private: %v", s.Private)
	}
}

func TestDutiesAboutLists(t *testing.T) {
	for task, want := range map[string]bool{
		"Lập danh sách người bị xử phạt":                    true,
		"Lập hồ sơ quản lý số người vi phạm":                true,
		"Gửi danh sách các đối tượng":                       true,
		"Rà soát hồ sơ nạn nhân":                            true,
		"Không lập, không đăng danh sách người được hỗ trợ": false,
		"Gửi danh sách tài liệu cần in":                     false,
		"Giúp người dân làm hồ sơ vay vốn":                  false,
		"Danh sách": false,
		"":          false,
	} {
		if got := ListsPeople(task); got != want {
			t.Errorf("%q: %v", task, got)
		}
	}
}

func TestTopicsAreFoundWithoutMarks(t *testing.T) {
	for text, want := range map[string]bool{
		"Tuyên truyền phòng, chống mại dâm": true, "phong chong mai dam": true, "Xét nghiệm HIV": true, "HIV/AIDS": true,
		"Tập huấn cho cán bộ": false, "Họp thôn": false, "": false,
	} {
		if got := SaysTopic(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

// A body whose id would take the address of a part of the list, or of another
// body's sheet, has to have another id.
func TestSheetsHaveAddressesOfTheirOwn(t *testing.T) {
	s, list := assemble(t, map[string]string{
		"content/co-quan.toml":                "[trang-2]\nten = \"A\"\n[\"Công an\"]\nten = \"B\"\n[cong-an]\nten = \"C\"\n[con]\nten = \"D\"\n[\"…\"]\nten = \"E\"\n[khong-dung]\nten = \"F\"\n[khong-Dung]\nten = \"G\"\n",
		"content/ke-hoach/2026/nhiem-vu.toml": "[nv-1]\nviec = \"Việc\"\nchu_tri = [\"trang-2\", \"Công an\", \"cong-an\", \"con\", \"…\"]\ncong_khai = true\n",
		"content/ke-hoach/2025/index.md":      "+++\ntieu_de = \"Kế hoạch\"\n+++\n## I. MỤC TIÊU\n\n- Ý một.\n",
		"content/ke-hoach/2025/nhiem-vu.toml": "[nv-1]\nviec = \"Việc\"\nchu_tri = [\"trang-2\", \"Công an\"]\ncong_khai = true\n",
	})
	// Once for each body, not once for each plan; not for a body without a sheet.
	want(t, list, "content/co-quan.toml:1 dia-chi-trung", "content/co-quan.toml:5 dia-chi-trung", "content/co-quan.toml:7 dia-chi-trung", "content/co-quan.toml:9 dia-chi-trung")
	for _, addr := range []string{"/ke-hoach/2026/viec/", "/ke-hoach/2026/viec/cong-an/", "/ke-hoach/2025/viec/cong-an/"} {
		if _, ok := s.PageAt(addr); !ok {
			t.Errorf("%s is missing", addr)
		}
	}
	if p, ok := s.PageAt("/ke-hoach/2026/viec/trang-2/"); ok {
		t.Errorf("%s is the sheet of %s", p.Addr, p.Sheet.Body.Name)
	}
}

func TestLongListsOfWorkGoOn(t *testing.T) {
	var b strings.Builder
	for i := range 2*PerPage + 1 {
		fmt.Fprintf(&b, "[nv-%d]\nviec = \"Việc %d\"\nchu_tri = [\"vhxh\"]\ncong_khai = true\n", i, i)
	}
	s, list := assemble(t, map[string]string{"content/ke-hoach/2026/nhiem-vu.toml": b.String()})
	want(t, list)
	for addr, listed := range map[string]bool{"/ke-hoach/2026/viec/": true, "/ke-hoach/2026/viec/trang-2/": false, "/ke-hoach/2026/viec/trang-3/": false} {
		if p, ok := s.PageAt(addr); !ok || p.Listed != listed || p.Parts != 3 {
			t.Errorf("%s: %v", addr, p)
		}
	}
}

// As many duties as a file can hold, for as many bodies, of units that are and
// are not there: the work grows with the files, not with their product.
func TestManyDutiesOfManyBodies(t *testing.T) {
	const n = 20000
	var orgs, duties, text strings.Builder
	text.WriteString("+++\ntieu_de = \"Kế hoạch\"\n+++\n## I. MỘT\n\n")
	for i := range n {
		fmt.Fprintf(&orgs, "[b%d]\nten = \"B\"\n", i)
		fmt.Fprintf(&duties, "[nv-%d]\nmuc = \"muc-i-y-%d\"\nviec = \"Việc\"\nchu_tri = [\"b%d\", \"x%d\"]\ncong_khai = true\n", i, 2*i+1, i, i)
		text.WriteString("- Ý.\n")
	}
	start := time.Now()
	s, _ := assemble(t, map[string]string{"content/co-quan.toml": orgs.String(), "content/ke-hoach/2026/index.md": text.String(), "content/ke-hoach/2026/nhiem-vu.toml": duties.String()})
	if got := len(s.CurrentPlan().Sheets); got != n {
		t.Errorf("%d sheets", got)
	}
	if took := time.Since(start); took > 30*time.Second {
		t.Errorf("it took %v", took)
	}
}

// With one or two missing nobody is told how many have sent: the villages
// without figures would be the rest.
func TestTotalsOfReportsPointAtNobody(t *testing.T) {
	for _, c := range []struct {
		owed, sent, villagesOwed, villagesSent int
		told                                   bool
	}{
		{8, 8, 3, 3, true}, {8, 7, 3, 2, false}, {8, 6, 3, 3, false}, {8, 5, 3, 1, false}, {8, 5, 3, 2, false},
		{8, 5, 3, 0, true}, {8, 5, 3, 3, true}, {8, 0, 3, 0, true}, {1, 0, 0, 0, false}, {0, 0, 0, 0, true},
	} {
		r := &Report{Owed: c.owed, SentBy: c.sent, villagesOwed: c.villagesOwed, villagesSent: c.villagesSent}
		if sent, ok := r.Told(); ok != c.told || ok && sent != c.sent || !ok && sent != 0 {
			t.Errorf("%+v: %d, %v", c, sent, ok)
		}
	}
}
