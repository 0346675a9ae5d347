package render

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"thonlanh/internal/site"
)

func law(front, body string) string {
	if !strings.Contains(front, "trich_yeu") {
		front = "trich_yeu = \"Tên của văn bản\"\n" + front
	}
	return "+++\nloai = \"nghi_dinh\"\nco_quan = \"Chính phủ\"\n" + front + "+++\n" + body
}

func TestLegalStates(t *testing.T) {
	article := "### Điều 24. Tên điều\n\n1. Chữ của khoản.\n\n### Điều 25. Điều sau\n\nChữ của điều.\n"
	project := map[string]string{
		"content/van-ban/moi.md":  law("so_ky_hieu = \"1/2025/NĐ-CP\"\nngay_hieu_luc = 2025-12-15\nkiem_tra_ngay = 2026-11-10\nkiem_tra_boi = \"Công chức Tư pháp\"\n", "### Điều 32. Điều nay\n\nChữ.\n"),
		"content/van-ban/cho.md":  law("so_ky_hieu = \"2/2026/NĐ-CP\"\nngay_hieu_luc = 2027-01-01\n", article),
		"content/van-ban/phan.md": law("so_ky_hieu = \"3/2020/NĐ-CP\"\nngay_hieu_luc = 2020-01-01\n[hieu_luc.dieu-24]\ntinh_trang = \"het_hieu_luc\"\n", article),
		"content/van-ban/het.md":  law("so_ky_hieu = \"4/2021/NĐ-CP\"\ntrich_yeu = \"Tên dài của nghị định\"\nngay_hieu_luc = 2022-01-01\nngay_het_hieu_luc = 2025-12-15\nthay_the_boi = [\"moi\"]\ncon_ap_dung_truoc = 2025-12-15\nchi_trich = true\nnguon = \"https://vbpl.example/4\"\nchua_xac_minh = [\"ngay_hieu_luc\"]\n[hieu_luc.dieu-24]\nthay_the_boi = \"moi#dieu-32\"\n", article),
		"content/van-ban/ro.md":   law("so_ky_hieu = \"5/2020/NĐ-CP\"\ntinh_trang = \"chua_ro\"\n", article),
		"content/gioi-thieu.md":   "+++\ntieu_de = \"Giới thiệu\"\ncan_cu = [\"moi#dieu-32\", \"moi\"]\n+++\nCổng của xã.\n",
	}
	r := newRenderer(t, archive(t, project), Options{})
	page := func(id string) string { return render(t, r, "van-ban/"+id+"/index.html") }

	in := page("moi")
	inOrder(t, in, `class="hop lua"`, "Còn hiệu lực", "từ", "15/12/2025", "Kiểm tra lần cuối:", "10/11/2026", "Công chức Tư pháp",
		"Thay cho", "4/2021/NĐ-CP", "Điều nay", "Được nhắc đến ở (1)", "Giới thiệu", "Được nhắc đến ở (1)", "Giới thiệu", "Dòng thời gian")
	inOrder(t, page("cho"), `class="hop dat"`, "Chưa có hiệu lực, có hiệu lực từ", "01/01/2027")
	partly := page("phan")
	inOrder(t, partly, `class="hop dat"`, "Hết hiệu lực một phần", `href="#dieu-24"`, "Điều\u00a024", "Nội dung", "Tên điều", "Tên điều", "✕", "Chữ của khoản", "Điều sau")
	if strings.Count(partly, "✕") != 1 {
		t.Error("an article in force is called ended")
	}
	ended := page("het")
	inOrder(t, ended, "<h1>Nghị định 4/2021/NĐ-CP</h1>", `class="hop gach"`, "Hết hiệu lực", "15/12/2025", "thay bằng Nghị định 1/2025/NĐ-CP",
		"Văn bản này vẫn áp dụng cho hành vi trước", "15/12/2025", "Xem văn bản đang có hiệu lực",
		"Tên đầy đủ:", "Tên dài của nghị định",
		"01/01/2022", "(chưa&nbsp;xác&nbsp;minh)", "Xem nguồn chính thức (vbpl.example)",
		"Trang này chỉ đăng các điều liên quan.",
		"Tên điều", "✕", "Hết hiệu lực", "Nay là", `href="../moi/#dieu-32"`, "Điều\u00a032 Nghị định 1/2025/NĐ-CP", "Chữ của khoản",
		"Điều sau", "✕", "Chữ của điều", "Dòng thời gian", "Có hiệu lực")
	if strings.Count(ended, "nut chinh") != 1 {
		t.Error("an ended text has one filled button")
	}
	inOrder(t, page("ro"), `class="hop muc2"`, "Chưa xác minh hiệu lực – hỏi công chức Tư pháp trước khi dùng")
	for _, id := range []string{"moi", "cho", "phan", "ro"} {
		if strings.Contains(page(id), "nut chinh") {
			t.Errorf("%s has a filled button", id)
		}
	}
}

func TestLegalPiecesKeepTheWholeText(t *testing.T) {
	r := newRenderer(t, archive(t, map[string]string{
		"content/van-ban/het.md": law("so_ky_hieu = \"4/2021/NĐ-CP\"\nngay_het_hieu_luc = 2025-12-15\n",
			"Căn cứ luật;\n\n## Chương I. QUY ĐỊNH CHUNG\n\n### Điều 1. Một\n\nLời của điều một.\n\n1. Khoản.\n\na) Điểm.\n\n### Điều 2. Hai\n\n## Chương II. KHÁC\n\n### Điều 3. Ba\n\n- Ý.\n"),
		"content/gioi-thieu.md": "+++\ntieu_de = \"Giới thiệu\"\ncan_cu = [\"het#dieu-1-khoan-1\", \"het#dieu-1\"]\nlich_su = [\"het\"]\n+++\nCổng của xã.\n",
	}), Options{})
	l, _ := r.site.LegalByID("het")
	cites, whole := citations(l, l.Doc.Open())
	if len(whole) != 0 || len(cites) != 1 {
		t.Errorf("citations: %v, whole %v", cites, whole)
	}
	var all strings.Builder
	ended, cited := 0, 0
	for _, p := range r.pieces(l, l.Doc.Open(), cites) {
		all.WriteString(string(p.Text))
		if p.Note != nil && p.Note.Ended {
			ended++
			if !strings.HasSuffix(strings.TrimSpace(string(p.Text)), "</h3>") {
				t.Errorf("the state of an article is not under its heading: %s", p.Text)
			}
		}
		if len(p.CitedBy) > 0 {
			cited++
			if !strings.Contains(string(p.Text), "Điểm.") {
				t.Errorf("the pages that cite Điều 1 do not stand at its end: %s", p.Text)
			}
		}
	}
	if all.String() != l.Doc.Open().HTML {
		t.Errorf("the pieces are not the text:\n%s\n---\n%s", all.String(), l.Doc.Open().HTML)
	}
	if ended != 3 || cited != 1 {
		t.Errorf("%d articles ended, %d cited", ended, cited)
	}
}

// What became of single units stands under their own words: an amended clause
// is marked at its edge, one that ended says where it stands today.
func TestNotesOnUnits(t *testing.T) {
	r := newRenderer(t, archive(t, map[string]string{
		"content/van-ban/moi.md": law("so_ky_hieu = \"2/2025/NĐ-CP\"\nngay_hieu_luc = 2025-12-15\n", "### Điều 7. Nay\n"),
		"content/van-ban/cu.md": law("so_ky_hieu = \"1/2015/NĐ-CP\"\nngay_hieu_luc = 2016-01-01\n[hieu_luc.dieu-1-khoan-1]\nsua_doi_boi = \"moi#dieu-7\"\n[hieu_luc.dieu-1-khoan-2]\nthay_the_boi = \"moi#dieu-7\"\n[hieu_luc.dieu-2]\nngay_hieu_luc = 2027-01-01\n[hieu_luc.dieu-3]\ntinh_trang = \"chua_ro\"\nghi_chu = \"Lời của cổng.\"\n",
			"### Điều 1. Một\n\n1. Chữ của khoản một.\n\n2. Chữ của khoản hai.\n\n### Điều 2. Hai\n\n### Điều 3. Ba\n\n### Điều 4. Bốn\n"),
	}), Options{})
	page := render(t, r, "van-ban/cu/index.html")
	inOrder(t, page, "Hết hiệu lực một phần", `href="#dieu-1-khoan-2"`, "khoản\u00a02 Điều\u00a01",
		"Một", `<div class="doi-chu">`, "Chữ của khoản một.", "</div>", "Khoản này được sửa đổi, bổ sung bởi", `href="../moi/#dieu-7"`, "Điều\u00a07 Nghị định 2/2025/NĐ-CP", "từ", "15/12/2025",
		"Chữ của khoản hai.", "✕", "Hết hiệu lực", "từ", "15/12/2025", "Nay là", "Điều\u00a07 Nghị định 2/2025/NĐ-CP",
		"Hai", "○", "Chưa có hiệu lực", "01/01/2027", "Ba", "○", "Chưa xác minh hiệu lực", "Lời của cổng.", "Bốn",
		"Dòng thời gian", "Khoản\u00a02 Điều\u00a01 hết hiệu lực, thay bằng", "Nghị định 2/2025/NĐ-CP")
	if strings.Count(page, `class="doi-chu"`) != 1 || strings.Count(page, "✕") != 1 {
		t.Error("a unit of which nothing is known is marked")
	}
}

func TestSuccessorFollowsTheChain(t *testing.T) {
	a, b, c := &site.Legal{ID: "a"}, &site.Legal{ID: "b"}, &site.Legal{ID: "c"}
	a.Force, b.Force, c.Force = site.Ended, site.Ended, site.InForce
	a.ReplacedBy, b.ReplacedBy = []*site.Legal{b}, []*site.Legal{a, c}
	if got := successor(a); got != c {
		t.Errorf("the text in force is %v", got)
	}
	b.ReplacedBy = []*site.Legal{a}
	if got := successor(a); got != nil {
		t.Errorf("a ring leads to %s", got.ID)
	}
}

func TestPlainWordsNeedSomebodyWhoAnswers(t *testing.T) {
	for name, test := range map[string]struct {
		by, config string
		shown      string
	}{
		"nobody":        {"", "", ""},
		"reviewed":      {"công chức Tư pháp", "", "Người duyệt: công chức Tư pháp, <time datetime=\"2026-11-10\">10/11/2026</time>."},
		"not a sample":  {notReviewed, "", ""},
		"sample":        {notReviewed, "mau = true\n", "Người duyệt: mẫu, chưa duyệt."},
		"sample claims": {"công chức Tư pháp", "mau = true\n", "Người duyệt: mẫu, chưa duyệt."},
	} {
		project := map[string]string{
			"config.toml":          "ten = \"Xã Nhỏ\"\n" + test.config,
			"content/van-ban/a.md": law("so_ky_hieu = \"1/2025/NĐ-CP\"\nngay_hieu_luc = 2025-12-15\nkiem_tra_ngay = 2026-11-10\nnoi_de_hieu = \"Lời dễ hiểu.\\n\\nĐoạn hai.\"\nnoi_de_hieu_duyet_boi = \""+test.by+"\"\nnoi_de_hieu_ngay = 2026-11-10\n", "### Điều 1. Một\n"),
		}
		page := render(t, newRenderer(t, archive(t, project), Options{}), "van-ban/a/index.html")
		if test.shown == "" {
			if strings.Contains(page, "Lời dễ hiểu") {
				t.Errorf("%s: the explanation is published", name)
			}
			continue
		}
		inOrder(t, page, "<p>Lời dễ hiểu.</p>", "<p>Đoạn hai.</p>", "Phần này do xã diễn giải để dễ đọc, không thay cho văn bản gốc.", test.shown)
		if test.config != "" && strings.Contains(page, "Kiểm tra lần cuối") {
			t.Errorf("%s: a sample claims a check", name)
		}
	}
}

func TestLegalIndex(t *testing.T) {
	project := map[string]string{}
	for i := range 60 {
		end := ""
		if i%2 == 0 {
			end = "ngay_het_hieu_luc = 2025-01-01\n"
		}
		project[fmt.Sprintf("content/van-ban/nd-%02d.md", i)] = law(fmt.Sprintf("so_ky_hieu = \"%02d/2020/NĐ-CP\"\nngay_hieu_luc = 2020-02-01\n%s", i, end), "### Điều 1. Một\n")
	}
	r := newRenderer(t, archive(t, project), Options{})
	one, two := render(t, r, "van-ban/index.html"), render(t, r, "van-ban/trang-2/index.html")
	for i := range 60 {
		text := fmt.Sprintf(">Nghị định %02d/2020/NĐ-CP<", i)
		if strings.Count(one, text)+strings.Count(two, text) != 1 {
			t.Errorf("%s stands %d times", text, strings.Count(one, text)+strings.Count(two, text))
		}
	}
	inOrder(t, one, `aria-current="page">Tất cả`, "61 văn bản", "Trang 1/2", `href="trang-2/"`)
	ended := render(t, r, "van-ban/het-hieu-luc/index.html")
	if strings.Contains(ended, "01/2020") || strings.Contains(ended, "✓") || !strings.Contains(ended, "00/2020") {
		t.Error("the list of ended texts is wrong")
	}
	force := render(t, r, "van-ban/con-hieu-luc/index.html")
	if strings.Contains(force, "✕") || !strings.Contains(force, "59/2020") {
		t.Error("the list of texts in force is wrong")
	}
}

func TestLegislationData(t *testing.T) {
	page := render(t, small(t), "van-ban/luat-1-2024/index.html")
	_, rest, _ := strings.Cut(page, `<script type="application/ld+json">`)
	text, _, _ := strings.Cut(rest, "</script>")
	var got map[string]any
	if err := json.Unmarshal([]byte(text), &got); err != nil {
		t.Fatalf("%v: %s", err, text)
	}
	for key, want := range map[string]string{
		"@type": "Legislation", "legislationLegalForce": "https://schema.org/InForce", "legislationIdentifier": "1/2024/QH15",
		"legislationDate": "2024-01-01", "url": "https://xanho.example/cong/van-ban/luat-1-2024/",
	} {
		if got[key] != want {
			t.Errorf("%s is %v, want %s", key, got[key], want)
		}
	}
}
