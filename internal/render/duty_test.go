package render

import (
	"fmt"
	"strings"
	"testing"

	"thonlanh/internal/site"
)

// dutyProject is the plan of the tests with reports, so that every kind of
// line stands in its list of work.
func dutyProject() map[string]string {
	project := planProject()
	project["content/ke-hoach/2026/nhiem-vu.toml"] = duties + `[nv-chu-de]
muc = "muc-ii-1-y-1"
viec = "Tuyên truyền phòng, chống mại dâm"
chu_tri = ["phong-moi"]
phoi_hop = ["cac-thon", "ban-huyen"]
truoc_ngay = 2026-12-25
cong_khai = true
`
	project["content/ke-hoach/2026/bao-cao.toml"] = `[nam]
ten = "Báo cáo năm"
muc = "muc-ii-2"
truoc_ngay = 2026-12-10
ben_gui = ["phong-moi"]
moi_thon = true
noi_nhan = "ban-cu"
cong_khai = true
[nam.da_gui]
phong-moi = 2026-11-18
[kin]
ten = "Báo cáo không đăng lên cổng"
truoc_ngay = 2026-12-01
ben_gui = ["phong-moi"]
cong_khai = false
`
	project["content/co-quan.toml"] = bodies + `ten_ngan = "Phòng mới"
[cac-thon]
ten = "Các thôn"
la_cac_thon = true
[ban-huyen]
ten = "Ban của huyện"
den_ngay = 2025-06-30
`
	return project
}

func TestWhoDoesWhatAndWhen(t *testing.T) {
	r := newRenderer(t, archive(t, dutyProject()), Options{})
	page := render(t, r, "ke-hoach/2026/viec/index.html")
	wholePage(t, "ke-hoach/2026/viec/index.html", page)
	inOrder(t, page,
		"<h1>Ai làm gì, khi nào trong năm 2026</h1>", "Tính đến ngày 20/11/2026.",
		`href="../">Toàn văn</a>`, `aria-current="page">Ai làm gì, khi nào</a>`,
		"Còn 3 việc chưa đến hạn · 2 việc đến hạn trong 30 ngày tới · 1 việc quá hạn",
		"1 việc đã xong. 1 việc không có hạn riêng, làm trong cả năm.",
		`<a href="ban-cu/">Ban cũ xã Nhỏ</a>`, "nay là Phòng mới xã Nhỏ", `<a href="phong-moi/">Phòng mới</a>`,
		`<a href="cac-thon/">Các thôn</a>`, `<a href="ban-huyen/">Ban của huyện</a>`, "nay không còn",
		// By day, then by clause.
		"Làm tờ áp phích", `data-nhan="Chủ trì"`, "Ban cũ xã Nhỏ", "(nay là Phòng mới xã Nhỏ)", "trước ngày", "10/6/2026", `href="../#muc-ii-1">mục II.1</a>`, "Quá hạn 164 ngày",
		"Họp lần một", "01/12/2026",
		"Gửi báo cáo năm", "Nơi nhận: Ban cũ xã Nhỏ (nay là Phòng mới xã Nhỏ).", "Phòng mới, Các thôn", "10/12/2026",
		"Tuyên truyền phòng, chống mại dâm", "Các thôn, Ban của huyện", "25/12/2026",
		"Treo bảng tin", "Kế hoạch đề nghị, không giao.", "cả năm",
		"Họp lần hai", "Đã xong",
		`href="han-2026.ics" download>Thêm các hạn vào lịch điện thoại</a>`, `href="../../../du-lieu/nhiem-vu.csv"`, `href="#theo-don-vi"`,
	)
	if strings.Contains(page, "không đăng lên cổng") {
		t.Error("a private duty or report is on the page")
	}
	if n := strings.Count(page, `<tr role="row">`); n != 7 {
		t.Errorf("%d rows, head included", n)
	}
}

// The words of the counts hold where there is nothing to count.
func TestCountsOfNothing(t *testing.T) {
	const task = "viec = \"Một việc\"\nchu_tri = [\"phong-moi\"]\ncong_khai = true\n"
	for name, test := range map[string]struct{ duties, plan, counts, more string }{
		"none due":    {"[a]\n" + task, "", "Không có việc nào đang chờ hạn.", "1\u00a0việc không có hạn riêng, làm trong cả\u00a0năm."},
		"all done":    {"[a]\n" + task + "xong_ngay = 2026-05-01\n", "", "Không có việc nào đang chờ hạn.", "1\u00a0việc đã xong."},
		"far ahead":   {"[a]\n" + task + "truoc_ngay = 2026-12-31\n", "", "Còn\u00a01 việc chưa đến hạn · không có việc nào đến hạn trong 30\u00a0ngày tới · không có việc nào quá hạn", ""},
		"thirty days": {"[a]\n" + task + "truoc_ngay = 2026-12-21\n", "", "Còn\u00a01 việc chưa đến hạn · 1 việc đến hạn trong 30\u00a0ngày tới · không có việc nào quá hạn", ""},
		"last day":    {"[a]\n" + task + "truoc_ngay = 2026-11-21\n", "", "Còn\u00a01 việc chưa đến hạn · 1 việc đến hạn trong 30\u00a0ngày tới · không có việc nào quá hạn", ""},
		"late":        {"[a]\n" + task + "truoc_ngay = 2026-11-20\n", "", "Không còn việc nào chưa đến hạn · không có việc nào đến hạn trong 30\u00a0ngày tới · 1 việc quá hạn", ""},
		"over, late":  {"[a]\n" + task + "truoc_ngay = 2026-11-10\n", "den_ngay = 2026-11-19\n", "Kế hoạch này đã hết kỳ thực hiện (năm\u00a02026), không còn việc nào đến hạn.", "Không việc nào dưới đây được ghi là đã xong."},
		"over, done":  {"[a]\n" + task + "trang_thai = \"da_xong\"\n", "den_ngay = 2026-11-19\n", "Kế hoạch này đã hết kỳ thực hiện (năm\u00a02026), không còn việc nào đến hạn.", "Mọi việc dưới đây đều được ghi là đã xong."},
		"to come":     {"[a]\n" + task, "tu_ngay = 2026-12-01\n", "Không có việc nào đang chờ hạn.", "Kế hoạch bắt đầu từ ngày\u00a001/12/2026. 1\u00a0việc không có hạn riêng, làm trong cả kỳ kế\u00a0hoạch."},
	} {
		project := planProject()
		project["content/ke-hoach/2026/index.md"] = "+++\ntieu_de = \"Kế hoạch\"\n" + test.plan + "+++\n## I. MỤC TIÊU\n\n- Một ý.\n\n- Hai ý.\n"
		project["content/ke-hoach/2026/nhiem-vu.toml"] = test.duties
		project["content/ke-hoach/2026/tien-do/2026-11.toml"] = ""
		r := newRenderer(t, archive(t, project), Options{})
		counts, more := workCounts(r.site.Plans[0], r.site.Today)
		if counts != test.counts || more != test.more {
			t.Errorf("%s:\n%q\n%q", name, counts, more)
		}
	}
}

func TestSheetOfABody(t *testing.T) {
	r := newRenderer(t, archive(t, dutyProject()), Options{})
	page := render(t, r, "ke-hoach/2026/viec/phong-moi/index.html")
	wholePage(t, "ke-hoach/2026/viec/phong-moi/index.html", page)
	inOrder(t, page,
		`<body class="phieu">`, `<p class="chi-in"><b>`, "Phiếu việc của Phòng mới xã Nhỏ, năm 2026", "Theo Kế hoạch số 1/KH-UBND ngày 10/01/2026 của UBND xã Nhỏ.",
		"<h2 id=\"chu-tri\">Chủ trì</h2>", "Họp lần một", `href="../../#muc-ii-2-y-1">`, "Treo bảng tin",
		"<h2 id=\"bao-cao\">Báo cáo phải gửi</h2>", "Báo cáo năm", "Ban cũ xã Nhỏ", "Đã gửi", "18/11/2026",
		"Người giao phiếu", "Xã Nhỏ, ngày …… tháng …… năm ……", "Người nhận phiếu",
	)
	if strings.Contains(page, "Phối hợp</h2>") || strings.Contains(page, "không đăng lên cổng") || strings.Contains(page, "Làm tờ áp phích") {
		t.Error("the sheet says what it must not")
	}
	gone := render(t, r, "ke-hoach/2026/viec/ban-cu/index.html")
	inOrder(t, gone, "Phiếu việc của Ban cũ xã Nhỏ", "Ban cũ xã Nhỏ nay là Phòng mới xã Nhỏ.", "Làm tờ áp phích")
	inOrder(t, render(t, r, "ke-hoach/2026/viec/ban-huyen/index.html"), "Ban của huyện nay không còn.", `<h2 id="phoi-hop">`, "Tuyên truyền phòng")
	// Villages stand together; which of them has sent its report is not told.
	villages := render(t, r, "ke-hoach/2026/viec/cac-thon/index.html")
	if strings.Contains(villages, "Tên") || strings.Contains(villages, "Thôn Trên") {
		t.Error("a single village is named")
	}
	// The plan leads to the sheet of who leads, not to one that does not exist.
	plan := render(t, r, "ke-hoach/2026/index.html")
	inOrder(t, plan, `aria-current="page">Toàn văn</a>`, `href="viec/">Ai làm gì, khi nào</a>`, `href="viec/ban-cu/">Phiếu việc`)
	inOrder(t, render(t, r, "ke-hoach/index.html"), `href="2026/viec/">Ai làm gì, khi nào</a>`)
	inOrder(t, render(t, r, "tien-do/2026/index.html"), `href="../../ke-hoach/2026/viec/">Ai làm gì, khi nào</a>`)
	inOrder(t, render(t, r, "index.html"), `href="ke-hoach/2026/viec/"`)
}

// A plan of which no work is public has one side only.
func TestPlanWithoutPublicWork(t *testing.T) {
	project := planProject()
	project["content/ke-hoach/2026/nhiem-vu.toml"] = "[nv-kin]\nviec = \"Việc không đăng lên cổng\"\nchu_tri = [\"phong-moi\"]\ntruoc_ngay = 2026-12-01\ncong_khai = false\n"
	r := newRenderer(t, archive(t, project), Options{})
	for _, o := range r.Outputs() {
		if strings.Contains(o.Path, "/viec/") {
			t.Errorf("%s exists", o.Path)
		}
	}
	for _, path := range []string{"ke-hoach/2026/index.html", "ke-hoach/index.html", "tien-do/2026/index.html", "index.html", "_headers"} {
		if strings.Contains(render(t, r, path), "viec/") {
			t.Errorf("%s leads to work that is not public", path)
		}
	}
}

func TestBodiesInWords(t *testing.T) {
	r := newRenderer(t, archive(t, map[string]string{"content/co-quan.toml": "[a]\nten = \"A\"\nden_ngay = 2020-01-01\nke_tiep = [\"b\", \"c\", \"d\"]\n[b]\nten = \"B\"\n[c]\nten = \"C\"\n[d]\nten = \"D\"\n[phong]\nten = \"E\"\nten_ngan = \"e\"\ntu_ngay = 2027-02-01\n[cac-thon]\nten = \"F\"\nden_ngay = 2020-01-01\n"}), Options{})
	a, _ := r.site.BodyByID("a")
	b, _ := r.site.BodyByID("b")
	e, _ := r.site.BodyByID("phong")
	f, _ := r.site.BodyByID("cac-thon")
	if got := bodiesNow([]*site.Body{a, b, e, f}); got != "A (nay là B, C và D), B, E (có từ\u00a001/02/2027), F (nay không còn)" {
		t.Errorf("%q", got)
	}
	if got := shortNames([]*site.Body{e, f}); got != "e, F" {
		t.Errorf("%q", got)
	}
}

func TestSeveralLeadersSayWhoIsGone(t *testing.T) {
	project := dutyProject()
	project["content/ke-hoach/2026/nhiem-vu.toml"] = "[a]\nviec = \"Một việc\"\nchu_tri = [\"ban-cu\", \"phong-moi\", \"ban-huyen\"]\ncong_khai = true\n"
	page := render(t, newRenderer(t, archive(t, project), Options{}), "ke-hoach/2026/viec/index.html")
	inOrder(t, page, "<span>Ban cũ xã Nhỏ, Phòng mới, Ban của huyện<br>", "(Ban cũ xã Nhỏ nay là Phòng mới xã Nhỏ; Ban của huyện nay không còn)")
}

func TestCalendarOfLastDays(t *testing.T) {
	project := dutyProject()
	r := newRenderer(t, archive(t, project), Options{})
	lines := unfold(t, render(t, r, "ke-hoach/2026/viec/han-2026.ics"))
	text := strings.Join(lines, "\n")
	for _, want := range []string{
		"BEGIN:VCALENDAR", "VERSION:2.0", "END:VCALENDAR", "X-WR-CALNAME:Hạn việc năm 2026\\, Xã Nhỏ",
		"UID:ke-hoach/2026/viec/nv-1@xa-nho.thonlanh\nDTSTAMP:20261120T000000Z\nDTSTART;VALUE=DATE:20260609\nDTEND;VALUE=DATE:20260610\nTRANSP:TRANSPARENT\nSUMMARY:Hạn việc: Làm tờ áp phích\n" +
			"DESCRIPTION:Kế hoạch năm 2026 ghi: trước ngày 10/6/2026.\\nChủ trì: Ban cũ xã Nhỏ (nay là Phòng mới xã Nhỏ)",
		"UID:ke-hoach/2026/bao-cao/nam@xa-nho.thonlanh", "SUMMARY:Hạn báo cáo: Báo cáo năm", "DTSTART;VALUE=DATE:20261209\nDTEND;VALUE=DATE:20261210",
		// A calendar is looked at over shoulders.
		"SUMMARY:Hạn việc: mục II.1\\, ý 1", "URL:https://xanho.example/cong/ke-hoach/2026/viec/",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	for _, not := range []string{"mại dâm", "không đăng", "Mẫu"} {
		if strings.Contains(text, not) {
			t.Errorf("the calendar says %q", not)
		}
	}
	if n := strings.Count(text, "BEGIN:VEVENT"); n != 4 || strings.Count(text, "END:VEVENT") != n {
		t.Errorf("%d entries", n)
	}
	if !strings.Contains(render(t, r, "_headers"), "/cong/ke-hoach/2026/viec/han-2026.ics\n  Content-Type: text/calendar") {
		t.Error("no type for the calendar")
	}
	project["config.toml"] = "ten = \"Xã Nhỏ\"\nmau = true\n"
	sample := strings.Join(unfold(t, render(t, newRenderer(t, archive(t, project), Options{}), "ke-hoach/2026/viec/han-2026.ics")), "\n")
	for _, want := range []string{"UID:ke-hoach/2026/viec/nv-1@xa-nho.thonlanh", "SUMMARY:[Mẫu] Hạn việc: Làm tờ áp phích", "DESCRIPTION:" + sampleWords + "."} {
		if !strings.Contains(sample, want) {
			t.Errorf("the sample has no %q", want)
		}
	}
	if strings.Contains(sample, "URL:") {
		t.Error("an address without a base address")
	}
}

func TestDutyDataNamesWhoDoesItToday(t *testing.T) {
	r := newRenderer(t, archive(t, dutyProject()), Options{})
	table := render(t, r, "du-lieu/nhiem-vu.csv")
	if !strings.HasPrefix(table, "\ufeffnam,ma,muc,viec,chu_tri,chu_tri_nay,") {
		t.Errorf("head: %.80q", table)
	}
	if !strings.Contains(table, "2026,nv-1,muc-ii-1,Làm tờ áp phích,Ban cũ xã Nhỏ,Phòng mới xã Nhỏ,,2026-06-10,") {
		t.Errorf("table:\n%s", table)
	}
	if !strings.Contains(render(t, r, "du-lieu/nhiem-vu/index.html"), "chu_tri_nay") {
		t.Error("the new field is not described")
	}
}

func TestLongListsOfWorkTurnPages(t *testing.T) {
	var b strings.Builder
	for i := range 120 {
		fmt.Fprintf(&b, "[nv-%d]\nviec = \"Việc số %d\"\nchu_tri = [\"phong-moi\"]\ntruoc_ngay = 2026-12-10\ncong_khai = true\n", i, i)
	}
	project := planProject()
	project["content/ke-hoach/2026/nhiem-vu.toml"] = b.String()
	r := newRenderer(t, archive(t, project), Options{})
	inOrder(t, render(t, r, "ke-hoach/2026/viec/index.html"), "Còn 120 việc", "Việc số 0<", "Việc số 49<", "Trang 1/3", `href="trang-2/" rel="next"`)
	inOrder(t, render(t, r, "ke-hoach/2026/viec/trang-3/index.html"), "Việc số 100<", "Việc số 119<", "Trang 3/3", `href="../trang-2/" rel="prev"`)
	inOrder(t, render(t, r, "ke-hoach/2026/viec/phong-moi/index.html"), "Việc số 0<", "Việc số 119<")
}

// Residents see how many have sent a report; with few missing, not even that.
func TestReportsShowTotalsOnly(t *testing.T) {
	project := dutyProject()
	report := func(sent string) string {
		return "[nam]\nten = \"Báo cáo năm\"\nmuc = \"muc-ii-2\"\ntruoc_ngay = 2026-12-10\nben_gui = [\"phong-moi\", \"ban-cu\", \"ban-huyen\"]\nmoi_thon = true\ncong_khai = true\n[nam.da_gui]\n" + sent
	}
	for _, c := range []struct{ sent, words, data string }{
		{"giua = 2026-11-02\ntren = 2026-11-03\n", "2/5\u00a0đơn vị đã gửi.", ",5,2"},
		{"giua = 2026-11-02\n", "Đang nhận, chưa đủ.", ",5,"},
		{"phong-moi = 2026-11-02\ngiua = 2026-11-02\ntren = 2026-11-03\nban-cu = 2026-11-04\nban-huyen = 2026-11-04\n", "5/5\u00a0đơn vị đã gửi.", ",5,5"},
	} {
		project["content/ke-hoach/2026/bao-cao.toml"] = report(c.sent)
		r := newRenderer(t, archive(t, project), Options{})
		page := render(t, r, "ke-hoach/2026/viec/index.html")
		inOrder(t, page, "Gửi báo cáo năm", c.words)
		if table := render(t, r, "du-lieu/bao-cao.csv"); !strings.Contains(table, c.data) || c.data == ",5," && strings.Contains(table, ",5,1") {
			t.Errorf("data: %s", table)
		}
	}
}
