package render

import (
	"strings"
	"testing"
)

// inOrder checks that texts stand in a page in the order given, whatever kind
// of space is in them.
func inOrder(t *testing.T, page string, texts ...string) {
	t.Helper()
	page = strings.ReplaceAll(page, "\u00a0", " ")
	at := 0
	for _, text := range texts {
		text = strings.ReplaceAll(text, "\u00a0", " ")
		i := strings.Index(page[at:], text)
		if i < 0 {
			t.Errorf("%q is missing or too early", text)
			continue
		}
		at += i + len(text)
	}
}

const planText = `+++
tieu_de = "Kế hoạch năm 2026"
trich_yeu = "Việc của năm"
so_ky_hieu = "1/KH-UBND"
co_quan = "UBND xã Nhỏ"
ngay_ban_hanh = 2026-01-10
nguoi_ky_chuc_vu = "Chủ tịch"
nguoi_ky = "đã ký"
thuc_hien = ["Kế hoạch số 48/KH-UBND của huyện"]
can_cu = ["luat-1-2024#dieu-2"]
chua_xac_minh = ["ngay_ban_hanh"]
luu_y = "Cổng này không giữ và không đăng danh sách người nào."
[tom_tat]
muc_tieu = "Mọi người được nghe"
lien_he = "Phòng Văn hóa - Xã hội"
[dinh_chinh.a]
muc = "muc-i-y-1"
goc = "Phần đầu"
dung = "Phấn đấu"
[dinh_chinh.b]
goc = "apphich"
dung = "áp phích"
[lich_su_ban.b1]
ngay = 2026-02-01
thay_doi = "Sửa lỗi gõ."
+++
Lời mở đầu của kế hoạch.

## I. MỤC TIÊU

- Phần đầu mọi người dân được nghe.
- Xử lý việc được phát hiện.

## II. TỔ CHỨC

### 1. Ban cũ

Làm tờ apphich để treo.

- Phát tờ rơi.
- Treo bảng tin.

### 2. Các thôn

- Họp thôn.

**Nơi nhận:**

- Lưu: VT.
`

const duties = `[nv-1]
muc = "muc-ii-1"
viec = "Làm tờ áp phích"
chu_tri = ["ban-cu"]
truoc_ngay = 2026-06-10
trang_thai = "chua_lam"
cong_khai = true
[nv-2]
muc = "muc-ii-1-y-2"
viec = "Treo bảng tin"
chu_tri = ["phong-moi"]
de_nghi = true
trang_thai = "thuong_xuyen"
cong_khai = true
[nv-3]
muc = "muc-ii-2-y-1"
viec = "Họp lần một"
chu_tri = ["phong-moi"]
truoc_ngay = 2026-12-01
cong_khai = true
[nv-4]
muc = "muc-ii-2-y-1"
viec = "Họp lần hai"
chu_tri = ["phong-moi"]
trang_thai = "da_xong"
cong_khai = true
[nv-kin]
muc = "muc-ii-2-y-1"
viec = "Việc không đăng lên cổng"
chu_tri = ["phong-moi"]
cong_khai = false
`

const bodies = `[ban-cu]
ten = "Ban cũ xã Nhỏ"
den_ngay = 2026-06-30
ke_tiep = "phong-moi"
[phong-moi]
ten = "Phòng mới xã Nhỏ"
`

func planProject() map[string]string {
	return map[string]string{
		"content/ke-hoach/2026/index.md":      planText,
		"content/ke-hoach/2026/nhiem-vu.toml": duties,
		"content/co-quan.toml":                bodies,
	}
}

func TestPlanNotesStandBesideTheirUnits(t *testing.T) {
	page := render(t, newRenderer(t, archive(t, planProject()), Options{}), "ke-hoach/2026/index.html")
	inOrder(t, page,
		"Việc của năm",
		"Mọi người được nghe", "Phần này do xã tóm tắt",
		"1/KH-UBND", "10/01/2026", "(chưa&nbsp;xác&nbsp;minh)", "Chủ tịch · đã ký", "48/KH-UBND", "Điều\u00a02 Luật 1/2024/QH15",
		"Mục lục", "I. MỤC TIÊU", "II. TỔ CHỨC",
		"không giữ và không đăng danh sách",
		"Lời mở đầu",
		`<span class="sai">Phần đầu</span> mọi người dân`,
		"Ghi chú: bản gốc in “Phần đầu”, đúng là “Phấn đấu”.",
		"Xử lý việc được phát hiện",
		// A unit with children: what is said of it stands before them.
		"Ban cũ", `Làm tờ <span class="sai">apphich</span> để treo`,
		"Ghi chú: bản gốc in “apphich”, đúng là “áp phích”.",
		"Ai: <b>Ban cũ xã Nhỏ (nay là Phòng mới xã Nhỏ)</b>", "10/6/2026",
		"Phát tờ rơi", "Treo bảng tin", "Đề nghị: <b>Phòng mới xã Nhỏ</b>", "cả năm",
		// Two duties of one unit are told apart.
		"Họp thôn", "Họp lần một", "01/12/2026", "Họp lần hai", "Đã xong",
		"Lưu: VT",
		"Cách dẫn kế hoạch này", "Kế hoạch số\u00a01/KH-UBND ngày\u00a010/01/2026 của UBND xã Nhỏ", "mục II.1, ý\u00a01", "https://xanho.example/cong/ke-hoach/2026/",
		"01/02/2026", "Sửa lỗi gõ.",
	)
	if strings.Contains(page, "không đăng lên cổng") || strings.Contains(page, "hết kỳ thực hiện") {
		t.Error("the page says what it must not")
	}
	if strings.Contains(page, "<b>Treo bảng tin</b>") {
		t.Error("a single duty repeats the words of its clause")
	}
	if n := strings.Count(page, `class="ai-lam xa"`); n != 3 {
		t.Errorf("%d units have duty notes", n)
	}
	// The note of a unit is beside its words, not beside its heading.
	if i := strings.Index(page, `<div class="ghep">`); strings.Contains(page[i:i+60], "<h") {
		t.Errorf("the first note stands beside a heading: %s", page[i:i+60])
	}
	// No text is lost or doubled by cutting.
	for _, text := range []string{"Lời mở đầu", "để treo", "Phát tờ rơi.", "Họp thôn."} {
		if n := strings.Count(page, text); n != 1 {
			t.Errorf("%q stands %d times", text, n)
		}
	}
}

func TestPassagesKeepTheWholeText(t *testing.T) {
	r := newRenderer(t, archive(t, planProject()), Options{})
	plan := r.site.Plans[0]
	page, _ := r.site.PageAt(plan.Addr)
	var all strings.Builder
	for _, p := range r.planPassages(page) {
		all.WriteString(string(p.Text))
	}
	if all.String() != plan.Doc.HTML {
		t.Errorf("the passages are not the text:\n%s\n---\n%s", all.String(), plan.Doc.HTML)
	}
}

func TestPlanTellsWhoSpeaksOfIt(t *testing.T) {
	r := newRenderer(t, archive(t, map[string]string{
		"content/ke-hoach/2025/index.md": "+++\ntieu_de = \"Kế hoạch\"\nso_ky_hieu = \"12/KH-UBND\"\nngay_ban_hanh = 2025-01-20\n+++\nI. MỤC TIÊU\n\n1. Theo Luật số 1/2024/QH15.\n",
		"content/gioi-thieu.md":          "+++\ntieu_de = \"Giới thiệu\"\n+++\nTheo Mục I.1 Kế hoạch số 12/KH-UBND ngày 20/01/2025, rồi Kế hoạch số 12/KH-UBND ngày 20/01/2025.\n",
	}), Options{})
	page := render(t, r, "ke-hoach/2025/index.html")
	inOrder(t, page, `href="../../van-ban/luat-1-2024/"`, "Luật số", "1/2024/QH15", "Được nhắc đến ở (1)", "Giới thiệu")
	inOrder(t, render(t, r, "gioi-thieu/index.html"), `<a href="../ke-hoach/2025/#muc-i-1">Mục`, "I.1 Kế hoạch số", "12/KH-UBND</span></a>")
}

func TestPlanThatIsOver(t *testing.T) {
	project := planProject()
	project["content/ke-hoach/2020/index.md"] = "+++\ntieu_de = \"Kế hoạch năm 2020\"\nchua_xac_minh = [\"so_ky_hieu\", \"ngay_ban_hanh\"]\n+++\n## I. MỤC TIÊU\n\n- Một ý.\n"
	r := newRenderer(t, archive(t, project), Options{})
	page := render(t, r, "ke-hoach/2020/index.html")
	inOrder(t, page, "Kế hoạch này đã hết kỳ thực hiện (năm&nbsp;2020).", `href="../2026/"`, "Xem kế hoạch năm nay.",
		"Không có số trong bản lưu", "(chưa&nbsp;xác&nbsp;minh)", "Chưa xác minh")
	list := render(t, r, "ke-hoach/index.html")
	inOrder(t, list, "Kế hoạch năm\u00a02026", "Đang thực hiện", "Kế hoạch năm\u00a02020", "Đã hết kỳ")
	if strings.Contains(list, "tien-do/2020/") {
		t.Error("a plan without targets leads to its progress")
	}
	// Nothing to lead to: no link.
	delete(project, "content/ke-hoach/2026/index.md")
	for _, name := range []string{"index.md", "chi-tieu.toml", "nhiem-vu.toml", "tien-do/2026-11.toml"} {
		project["content/ke-hoach/2026/"+name] = ""
	}
	alone := render(t, newRenderer(t, archive(t, project), Options{}), "ke-hoach/2020/index.html")
	if strings.Contains(alone, "Xem kế hoạch năm nay") {
		t.Error("the page leads to a plan that does not exist")
	}
}
