package render

import (
	"regexp"
	"strings"
	"testing"

	"thonlanh/internal/content"
	"thonlanh/internal/site"
)

const periods = `tinh_den = 2026-11-15
nguon = "UBND xã"
cong_khai = true
[ct-1]
tu_so = 3928
mau_so = 4850
[ct-3]
tu_so = 9
mau_so = 14
nguon = "Trạm Y tế"
[thon.giua]
buoi_tuyen_truyen = 4
ho_nhan_to_roi = 200
luot_phat_thanh = 0
`

func progressProject() map[string]string {
	return map[string]string{
		"content/ke-hoach/2026/chi-tieu.toml":        targetsWithThird,
		"content/ke-hoach/2026/tien-do/2026-06.toml": "tinh_den = 2026-05-31\nnguon = \"UBND xã\"\ncong_khai = true\n[ct-1]\ntu_so = 1844\nmau_so = 4850\n",
		"content/ke-hoach/2026/tien-do/2026-11.toml": periods,
		"content/ke-hoach/2026/bao-cao.toml":         "[nam]\nten = \"Báo cáo năm\"\ntruoc_ngay = 2026-11-30\nmuc = \"muc-i-y-1\"\nmoi_thon = true\ncong_khai = true\n[som]\nten = \"Báo cáo đã qua\"\ntruoc_ngay = 2026-06-10\nmoi_thon = true\ncong_khai = true\n",
	}
}

func TestProgressPage(t *testing.T) {
	page := render(t, newRenderer(t, archive(t, progressProject()), Options{}), "tien-do/2026/index.html")
	inOrder(t, page,
		"Số liệu đến ngày&nbsp;", "15/11/2026", "87%", "Kỳ báo cáo tiếp theo: trước ngày&nbsp;", "30/11/2026",
		"3 chỉ tiêu: 1 đúng tiến độ, 1 không công bố, 1 cần đẩy nhanh.",
		"Người dân được nghe", "81%", "3.928/4.850 người, mục tiêu 90%", `role="img"`, "aria-label=", "Đúng tiến độ",
		"Căn cứ:", `href="../../ke-hoach/2026/#muc-i-y-1"`, "mục I, ý 1", "Nguồn: UBND xã.",
		"Xem bảng số liệu", "Người dân được nghe: đã đạt 3.928/4.850 người (81%), mục tiêu 90%.", "31/5/2026", "1.844/4.850", "38%", "15/11/2026", "3.928/4.850",
		"Việc được xử lý", withheldWords, `href="../../ke-hoach/2026/#muc-i-y-2"`,
		"Cán bộ được tập huấn", "64%", "9/14", "Nguồn: Trạm Y tế.",
		// A period that says nothing of the target is a gap and not 0.
		"31/5/2026", "Chưa có số liệu",
		"Theo thôn", "15/11/2026", "Nguồn: UBND xã.",
		// No figure is said of the figure, not of the village.
		"Giữa", "4", "200", "0", "Trên", "chưa có",
		"Tải số liệu", "du-lieu/chi-tieu.csv", "du-lieu/tien-do.json",
	)
	i := strings.Index(page, "Việc được xử lý")
	j := strings.Index(page, "Cán bộ được tập huấn")
	if block := page[i:j]; strings.Contains(block, "<svg") || strings.Contains(block, "huy ") || strings.Contains(block, "%") {
		t.Errorf("a withheld target shows more than its name: %s", block)
	}
	if strings.Contains(page, "Lớp tập huấn") {
		t.Error("an activity that no village has sent has a column")
	}
	hub := render(t, newRenderer(t, archive(t, progressProject()), Options{}), "tien-do/index.html")
	inOrder(t, hub, "Tiến độ năm 2026", "Đang thực hiện", "3 chỉ tiêu:", "15/11/2026")
}

// A figure that a later period corrected stands with the one before, the day
// and the reason.
func TestCorrectionIsShown(t *testing.T) {
	project := progressProject()
	project["content/ke-hoach/2026/tien-do/2026-11.toml"] = periods + "[dinh_chinh.2026-06.ct-1]\ntu_so = 1820\nngay = 2026-07-05\nly_do = \"Đếm trùng 24 người\"\n"
	page := render(t, newRenderer(t, archive(t, project), Options{}), "tien-do/2026/index.html")
	inOrder(t, page, "Người dân được nghe", "31/5/2026", "1.820/4.850", "Đã đính chính ngày\u00a005/7/2026: 1.844 → 1.820. Đếm trùng 24 người.", "15/11/2026", "3.928/4.850",
		"Cách tính", "giữ cả số cũ, số đúng, ngày sửa và lý do")
}

func TestAYearThatIsOverHasResults(t *testing.T) {
	project := progressProject()
	for _, name := range []string{"index.md", "chi-tieu.toml", "bao-cao.toml"} {
		project["content/ke-hoach/2025/"+name] = project["content/ke-hoach/2026/"+name]
	}
	project["content/ke-hoach/2025/index.md"] = "+++\ntieu_de = \"Kế hoạch\"\n+++\n\nI. MỤC TIÊU\n\n- Ý một.\n\n- Ý hai.\n"
	project["content/ke-hoach/2025/bao-cao.toml"] = ""
	delete(project, "content/ke-hoach/2025/bao-cao.toml")
	project["content/ke-hoach/2025/tien-do/2025-11.toml"] = "tinh_den = 2025-11-15\nnguon = \"UBND xã\"\ncong_khai = true\n[ct-1]\ntu_so = 2000\nmau_so = 4850\n[ct-3]\ntu_so = 13\nmau_so = 14\n"
	r := newRenderer(t, archive(t, project), Options{})
	page := render(t, r, "tien-do/2025/index.html")
	wholePage(t, "tien-do/2025/index.html", page)
	inOrder(t, page, "<h1>Kết quả năm 2025</h1>", "Kế hoạch này đã hết kỳ thực hiện (năm&nbsp;2025).", `href="../2026/">Xem tiến độ năm 2026</a>`, "Chưa đạt mục tiêu", "Gần đạt mục tiêu")
	for _, word := range []string{"chậm", "đẩy nhanh", "Quá hạn", "thời gian đã qua", "thời gian thực hiện,"} {
		if strings.Contains(page, word) {
			t.Errorf("a year that is over is told %q", word)
		}
	}
}

func TestProgressWithoutFigures(t *testing.T) {
	project := progressProject()
	project["content/ke-hoach/2026/tien-do/2026-06.toml"] = ""
	project["content/ke-hoach/2026/tien-do/2026-11.toml"] = ""
	page := render(t, newRenderer(t, archive(t, project), Options{}), "tien-do/2026/index.html")
	inOrder(t, page, "Chưa có số liệu.", "Chưa có số liệu", `class="soc"`)
	if strings.Contains(page, "Theo thôn") {
		t.Error("a table of villages without figures")
	}
}

func TestVillageTableComparesNobody(t *testing.T) {
	row := func(name string, cells ...int) site.VillageRow {
		return site.VillageRow{Village: &site.Village{Village: &content.Village{Label: name}, Addr: "/thon/" + name + "/"}, Cells: cells}
	}
	table := tableOf("Thôn", &site.Period{Period: &content.Period{}, Villages: []site.VillageRow{
		row("b", 2, -1, 0, -1), row("a", 8, -1, 0, -1),
	}})
	if len(table.Rows) != 2 || table.Rows[0].Name != "b" || table.Wide {
		t.Errorf("the order is not the administrative one: %+v", table.Rows)
	}
	if strings.Join(table.Columns, ",") != "Buổi tuyên truyền,Lượt phát thanh" {
		t.Errorf("columns: %v", table.Columns)
	}
	if bar := string(table.Rows[0].Cells[0].Bar); !strings.Contains(bar, "h25v4") || strings.Contains(bar, "style=") {
		t.Errorf("2 of at most 8 is drawn as %s", bar)
	}
	if cell := table.Rows[0].Cells[1]; cell.Amount != "0" || cell.Bar != "" {
		t.Errorf("nothing done is shown as %+v", cell)
	}
	wide := tableOf("Thôn", &site.Period{Period: &content.Period{}, Villages: []site.VillageRow{row("a", 1, 2, 3, 4)}})
	if !wide.Wide {
		t.Error("four columns stay a table on a phone")
	}
	if tableOf("Thôn", &site.Period{Period: &content.Period{}, Villages: []site.VillageRow{row("a", -1, -1, -1, -1)}}) != nil {
		t.Error("a table of nothing")
	}
}

func TestVillagePages(t *testing.T) {
	project := progressProject()
	project["content/thon/giua.toml"] = "ten = \"Giữa\"\nmo_ta = \"Thôn bên sông.\"\nlien_he = \"Trưởng thôn Giữa\"\nso = \"xa\"\nnoi_treo = [\"Bảng tin nhà văn hóa\"]\n"
	project["content/thon/giua.md"] = "Thôn có **nhà văn hóa** mở buổi tối.\n"
	project["content/lich/hop.toml"] = "tieu_de = \"Họp thôn Giữa\"\nngay = 2026-12-01\nthon = \"giua\"\ngio = \"19:30\"\nnoi = \"Nhà văn hóa\"\n"
	r := newRenderer(t, archive(t, project), Options{})
	page := render(t, r, "thon/giua/index.html")
	inOrder(t, page, "<h1>Thôn Giữa</h1>", "Thôn bên sông.", "<strong>nhà văn hóa</strong>",
		"Thôn đã làm gì trong năm nay", "<b>4</b> buổi tuyên truyền", "<b>200</b> hộ nhận tờ rơi", "<b>0</b> lượt phát thanh",
		"Số liệu đến ngày&nbsp;", "15/11/2026", "Nguồn: UBND xã.",
		"Người liên hệ", "Trưởng thôn Giữa", "0200 3000 101", "Số mẫu, không gọi được",
		"Lịch của thôn", "01", "Họp thôn Giữa", "19 giờ 30",
		"Tài liệu treo ở thôn", "Bảng tin nhà văn hóa", "Dữ liệu của trang", "du-lieu/thon.csv")
	inOrder(t, render(t, r, "thon/tren/index.html"), "Chưa có số liệu kỳ này. Kỳ báo cáo tiếp theo: trước ngày&nbsp;", "30/11/2026",
		"Chưa có lịch mới. Bà con theo dõi loa truyền thanh của thôn.")
	inOrder(t, render(t, r, "thon/index.html"), "Trong năm 2026, cả xã đã có 4 buổi tuyên truyền, 200 hộ nhận tờ rơi", "15/11/2026", "Thôn Giữa", "4 buổi tuyên truyền", "Thôn Trên")
	// Below the commune only activities exist: no share of people, no case.
	body := regexp.MustCompile(`(?s)<main.*</main>`)
	for _, path := range []string{"thon/index.html", "thon/giua/index.html", "thon/tren/index.html"} {
		if text := body.FindString(render(t, r, path)); strings.Contains(text, "%") || strings.Contains(text, "3.928") || strings.Contains(text, " vụ") {
			t.Errorf("%s shows more than activities", path)
		}
	}
}

func TestCalendarPage(t *testing.T) {
	project := progressProject()
	project["content/lich/cu.toml"] = "tieu_de = \"Buổi đã qua\"\nngay = 2026-10-01\n"
	project["content/lich/dai.toml"] = "tieu_de = \"Tập huấn hai ngày\"\nngay = 2026-12-05\nden_ngay = 2026-12-06\nnoi = \"Nhà văn hóa\"\ndanh_cho = \"Cán bộ thôn\"\nchi_duong = \"Cạnh chợ.\"\n"
	r := newRenderer(t, archive(t, project), Options{})
	page := render(t, r, "lich/index.html")
	inOrder(t, page, "Tháng 11 năm 2026", "24", "Nói chuyện ở trường", "Trường học · 14 giờ", "29", "Báo cáo năm", "Hạn báo cáo. Gửi trước ngày 30/11/2026",
		"Tháng 12 năm 2026", "05", "Tập huấn hai ngày", "đến hết ngày 06/12/2026", "lich.ics",
		"<details", "Các buổi đã qua", "Tháng 10 năm 2026", "Buổi đã qua", "Tháng 6 năm 2026", "Báo cáo đã qua", "</details>")
	event := render(t, r, "lich/dai/index.html")
	inOrder(t, event, "<h1>Tập huấn hai ngày</h1>", "thứ Bảy, <time datetime=\"2026-12-05\">05/12/2026</time>", "06/12/2026", "Nhà văn hóa", "Cán bộ thôn", "Đường đi", "Cạnh chợ.", "Thêm vào lịch điện thoại")
	if !strings.Contains(event, `"@type":"Event"`) || !strings.Contains(event, `"endDate":"2026-12-06"`) {
		t.Error("no data of the event for search engines")
	}
	if past := render(t, r, "lich/cu/index.html"); !strings.Contains(past, "Buổi này đã qua.") || strings.Contains(past, "Thêm vào lịch") {
		t.Error("a past event is offered to the calendar")
	}
}

func TestSensitiveEventIsNoDataForSearchEngines(t *testing.T) {
	r := newRenderer(t, archive(t, map[string]string{"content/lich/kin.toml": "tieu_de = \"Buổi hỏi riêng\"\nngay = 2026-12-01\nnhay_cam = true\n"}), Options{})
	page := render(t, r, "lich/kin/index.html")
	if strings.Contains(page, "schema.org") {
		t.Error("search engines are told of a sensitive event")
	}
	if !strings.Contains(page, "Thoát nhanh") {
		t.Error("no quick exit")
	}
}

func TestEmptySections(t *testing.T) {
	project := map[string]string{}
	for _, name := range []string{"index.md", "chi-tieu.toml", "nhiem-vu.toml", "tien-do/2026-11.toml"} {
		project["content/ke-hoach/2026/"+name] = ""
	}
	for _, name := range []string{"thon/tren.toml", "thon/giua.toml", "lich/noi-chuyen.toml", "tin/2026/lop-may.md"} {
		project["content/"+name] = ""
	}
	r := newRenderer(t, archive(t, project), Options{})
	for _, o := range r.Outputs() {
		if o.Page != nil {
			wholePage(t, o.Path, render(t, r, o.Path))
		}
	}
	inOrder(t, render(t, r, "ke-hoach/index.html"), "Chưa có kế hoạch nào.")
	inOrder(t, render(t, r, "tien-do/index.html"), "Chưa có số liệu nào.")
	inOrder(t, render(t, r, "lich/index.html"), "Chưa có lịch mới. Bà con theo dõi loa truyền thanh của thôn.")
}

func TestCommunesCallThemselvesByTheirOwnName(t *testing.T) {
	project := progressProject()
	project["config.toml"] = "ten = \"Phường Nhỏ\"\nloai = \"phuong\"\ngoi_thon = \"Tổ dân phố\"\n"
	r := newRenderer(t, archive(t, project), Options{})
	inOrder(t, render(t, r, "thon/giua/index.html"), "Tổ dân phố đã làm gì trong năm nay", "Lịch của tổ dân phố", "loa truyền thanh của tổ dân phố")
	inOrder(t, render(t, r, "thon/index.html"), "cả phường đã có")
	inOrder(t, render(t, r, "tien-do/2026/index.html"), "Theo tổ dân phố", "Việc các tổ dân phố đã làm", ">Tổ dân phố<")
}

// When no year is running the home page shows the results of the last one.
func TestHomeOfAYearThatIsOver(t *testing.T) {
	project := progressProject()
	for _, name := range []string{"index.md", "chi-tieu.toml", "bao-cao.toml", "nhiem-vu.toml", "tien-do/2026-06.toml", "tien-do/2026-11.toml"} {
		project["content/ke-hoach/2026/"+name] = ""
	}
	project["content/ke-hoach/2025/index.md"] = "+++\ntieu_de = \"Kế hoạch\"\n+++\n\nI. MỤC TIÊU\n\n- Ý một.\n\n- Ý hai.\n"
	project["content/ke-hoach/2025/chi-tieu.toml"] = "[ct-1]\nten = \"Người dân được nghe\"\nkieu = \"ty_le\"\ncach_tinh = \"cong_don\"\ndon_vi = \"người\"\nmuc_tieu = 90\ndem = \"nguoi_dan\"\ntrang_chu = true\n"
	project["content/ke-hoach/2025/tien-do/2025-11.toml"] = "tinh_den = 2025-11-15\nnguon = \"UBND xã\"\ncong_khai = true\n[ct-1]\ntu_so = 2000\nmau_so = 4850\n"
	page := render(t, newRenderer(t, archive(t, project), Options{}), "index.html")
	inOrder(t, page, "Số liệu đến ngày&nbsp;", "15/11/2025", "41%", "Chưa đạt mục tiêu", "Xem kết quả năm\u00a02025")
	if strings.Contains(page, "thời gian của kế hoạch") || strings.Contains(page, "Vạch đứt") || strings.Contains(page, "chậm") {
		t.Error("a year that is over is measured against time")
	}
}
