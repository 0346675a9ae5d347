package site

import (
	"strings"
	"testing"
)

// library is a small register of texts; every document that the cases below
// cite is in it.
func library() map[string]string {
	law := func(front, body string) string { return "+++\n" + front + "+++\n" + body }
	return map[string]string{
		"content/van-ban/nd-1.md": law("loai = \"nghi_dinh\"\nso_ky_hieu = \"282/2025/NĐ-CP\"\ntrich_yeu = \"x\"\nngay_ban_hanh = 2025-10-30\nngay_hieu_luc = 2025-12-15\n",
			"## Chương II. HAI\n\n### Điều 32. Một\n\n1. Theo điểm đ khoản 2 Điều này và Điều 33.\n\n2. Hai:\n\na) Như khoản 1.\n\nđ) Theo Nghị định này, Điều 99.\n\n### Điều 33. Hai\n\n1. Theo Điều 5 Luật Trẻ em. Điều 5 thì không có ở đây.\n"),
		"content/van-ban/luat-te.md": law("loai = \"luat\"\nso_ky_hieu = \"102/2016/QH13\"\ntrich_yeu = \"Luật Trẻ em\"\nngay_hieu_luc = 2017-06-01\n", "### Điều 5. Năm\n\n1. Một.\n\n### Điều 6. Sáu\n\n### Điều 7. Bảy\n"),
		"content/van-ban/luat-sua.md": law("loai = \"luat\"\nso_ky_hieu = \"9/2025/QH15\"\ntrich_yeu = \"Luật sửa đổi\"\nngay_hieu_luc = 2026-01-01\n",
			"### Điều 1. Sửa Luật Trẻ em\n\n1. Sửa như sau:\n\n“Điều 7. Bảy\n\n1. Theo Điều 5 và Luật này.”\n\n2. Theo Điều 1.\n"),
		"content/ke-hoach/2026/index.md": law("tieu_de = \"Kế hoạch\"\nso_ky_hieu = \"12/KH-UBND\"\nngay_ban_hanh = 2026-01-15\nco_quan = \"Ủy ban nhân dân xã\"\n",
			"I. MỤC TIÊU\n\n1. Theo Luật Trẻ em.\n\n- Điều 5 nói rõ.\n\n2. Theo mục I.1. Điều 5 không của ai.\n"),
	}
}

// leads lists what the words of a page cite: "words → address".
func leads(t *testing.T, s *Site, addr string) []string {
	t.Helper()
	p, ok := s.PageAt(addr)
	if !ok {
		t.Fatalf("no page %s", addr)
	}
	var out []string
	for _, w := range s.Words(p) {
		doc := w.Body.Doc.Open()
		text := w.HTML(doc)
		for _, c := range s.Citations(p, &w, doc) {
			out = append(out, plainWords(text[c.Start:c.End])+" → "+c.Addr)
		}
	}
	return out
}

func TestWhatCitationsLeadTo(t *testing.T) {
	for _, c := range []struct {
		name, file, addr, text string
		want                   []string
	}{
		{"in a decree", "", "/van-ban/nd-1/", "", []string{
			"điểm đ khoản 2 Điều này → /van-ban/nd-1/#dieu-32-khoan-2-diem-dd",
			"Điều 33 → /van-ban/nd-1/#dieu-33",
			"khoản 1 → /van-ban/nd-1/#dieu-32-khoan-1",
			"Điều 5 Luật Trẻ em → /van-ban/luat-te/#dieu-5",
		}},
		{"in an amending law", "", "/van-ban/luat-sua/", "", []string{
			"Điều 1 → /van-ban/luat-sua/#dieu-1",
		}},
		{"in a plan", "", "/ke-hoach/2026/", "", []string{
			"Luật Trẻ em → /van-ban/luat-te/",
			"Điều 5 → /van-ban/luat-te/#dieu-5",
			"mục I.1 → /ke-hoach/2026/#muc-i-1",
		}},
		{"in an article", "content/tim-hieu/a.md", "/tim-hieu/a/",
			"Điều 5 không của ai.\n\nTheo Luật Trẻ em, **Điều 6** và từ Điều 5 đến Điều 7.\n\n| Cột | Cột |\n|---|---|\n| Điều 5 Luật *Trẻ em* | x |\n\n## Mục khác\n\nĐiều 5 không của ai.\n\n- Xem [Luật](/van-ban/luat-te/), Điều 6.\n- Điều 7 [luật ấy](/van-ban/luat-te/#dieu-7).\n\nNghị định nêu trên chưa có. Kế hoạch số 12/KH-UBND ngày 15/01/2026 của Ủy ban nhân dân xã.\n",
			[]string{
				"Luật Trẻ em → /van-ban/luat-te/",
				"Điều 6 và từ Điều 5 đến Điều 7 → /van-ban/luat-te/#dieu-6",
				"Điều 5 Luật Trẻ em → /van-ban/luat-te/#dieu-5",
				"Luật → ",
				"Điều 6 → /van-ban/luat-te/#dieu-6",
				"Điều 7 → /van-ban/luat-te/#dieu-7",
				"luật ấy → ",
				"Kế hoạch số 12/KH-UBND → /ke-hoach/2026/",
			}},
	} {
		files := library()
		if c.file != "" {
			files[c.file] = "+++\ntieu_de = \"Bài\"\n+++\n" + c.text
		}
		s, list := assemble(t, files)
		want(t, list)
		got := leads(t, s, c.addr)
		if strings.Join(got, "\n") != strings.Join(c.want, "\n") {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, strings.Join(got, "\n"), strings.Join(c.want, "\n"))
		}
	}
}

// Each document learns who speaks of it, an article of it on its own.
func TestCitationsAreKnownBothWays(t *testing.T) {
	files := library()
	files["content/tim-hieu/a.md"] = "+++\ntieu_de = \"Bài\"\n+++\nTheo Điều 5 đến Điều 7 Luật Trẻ em, rồi Luật Trẻ em, rồi Luật Trẻ em.\n"
	s, _ := assemble(t, files)
	law, _ := s.LegalByID("luat-te")
	var got []string
	for _, m := range law.CitedBy {
		if m.Page.Addr == "/tim-hieu/a/" {
			got = append(got, m.Unit)
		}
		if m.Page.Legal == law {
			t.Error("a text speaks of itself")
		}
	}
	if strings.Join(got, " ") != "dieu-5 dieu-6 dieu-7 " {
		t.Errorf("units %q", got)
	}
	if p := s.CurrentPlan(); len(p.CitedBy) != 0 {
		t.Errorf("the plan is cited by %v", p.CitedBy)
	}
}

// What an amending law says of "khoản 1 Điều 5" means the law that it amends,
// in orders and in blocks of quotation; its other words mean itself.
func TestOrdersOfAmendingLaws(t *testing.T) {
	for _, c := range []struct {
		name, amends, text string
		want               []string
	}{
		{"by the heading", "", "### Điều 5. Sửa đổi, bổ sung một số điều của Luật Trẻ em\n\n1. Sửa đổi, bổ sung khoản 1 Điều 5 như sau:\n\n2. Bãi bỏ Điều 6.\n\n3. Theo khoản 1 Điều 5.\n\n4. Thay cụm từ “một” bằng “hai” tại Điều 7.\n\n5. Bổ sung hồ sơ theo khoản 2 Điều 5.\n", []string{
			"khoản 1 Điều 5 → /van-ban/luat-te/#dieu-5-khoan-1",
			"Điều 6 → /van-ban/luat-te/#dieu-6",
			"khoản 1 Điều 5 → /van-ban/sua/#dieu-5-khoan-1",
			"Điều 7 → /van-ban/luat-te/#dieu-7",
			"khoản 2 Điều 5 → /van-ban/sua/#dieu-5-khoan-2",
		}},
		{"by nothing", "", "### Điều 5. Sửa các luật\n\n1. Sửa đổi khoản 1 Điều 5 như sau.\n\n2. Bổ sung Điều 5 của Luật Trẻ em; bãi bỏ Điều 6.\n", []string{
			"Điều 5 của Luật Trẻ em → /van-ban/luat-te/#dieu-5",
			"Điều 6 → /van-ban/luat-te/#dieu-6",
		}},
		{"in a block of quotation", "sua_doi_boi = \"sua\"\n", "### Điều 5. Sửa\n\n1. Bổ sung Điều 6 như sau:\n\n> **Điều 6. Sáu**\n>\n> 1. Theo khoản 1 Điều này, Điều 7, Điều 5 của Luật này.\n\n2. Theo khoản 1 Điều này.\n", []string{
			"Điều 6 → /van-ban/luat-te/#dieu-6",
			"Điều 6 → /van-ban/luat-te/#dieu-6",
			"Điều 7, Điều 5 của Luật này → /van-ban/luat-te/#dieu-7",
			"khoản 1 Điều này → /van-ban/sua/#dieu-5-khoan-1",
		}},
	} {
		files := library()
		files["content/van-ban/luat-te.md"] = strings.Replace(files["content/van-ban/luat-te.md"], "ngay_hieu_luc", c.amends+"ngay_hieu_luc", 1)
		files["content/van-ban/sua.md"] = "+++\nloai = \"luat\"\nso_ky_hieu = \"10/2026/QH15\"\ntrich_yeu = \"Luật sửa\"\nngay_hieu_luc = 2026-03-01\n+++\n" + c.text
		s, list := assemble(t, files)
		want(t, list)
		if got := leads(t, s, "/van-ban/sua/"); strings.Join(got, "\n") != strings.Join(c.want, "\n") {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, strings.Join(got, "\n"), strings.Join(c.want, "\n"))
		}
	}
}

// The articles of a regulation that a decision attaches are counted anew: in
// its words they come first.
func TestCitationsInAnAttachedText(t *testing.T) {
	files := map[string]string{
		"content/van-ban/qd-45.md": "+++\nloai = \"quyet_dinh\"\nso_ky_hieu = \"45/2026/QĐ-UBND\"\ntrich_yeu = \"x\"\nngay_hieu_luc = 2026-02-05\n+++\n" +
			"Điều 1. Ban hành Quy chế; theo Điều 2.\n\nĐiều 2. Hiệu lực.\n\nĐiều 3. Thi hành.\n\n**TM. ỦY BAN NHÂN DÂN**\n\n# Quy chế hoạt động\n\n### Điều 1. Phạm vi\n\n1. Theo Điều 2 Quy chế này, khoản 2. Còn Điều 2 nói khác.\n\n2. Theo Điều 3 Quyết định này.\n\n### Điều 2. Việc khác\n\nTheo khoản 1 Điều 1.\n",
	}
	s, _ := assemble(t, files)
	got := strings.Join(leads(t, s, "/van-ban/qd-45/"), "\n")
	const at = "/van-ban/qd-45/#"
	want := strings.Join([]string{
		"Điều 2 → " + at + "dieu-2",
		"Điều 2 Quy chế này → " + at + "kem-theo-1-dieu-2",
		"khoản 2 → " + at + "kem-theo-1-dieu-1-khoan-2",
		"Điều 2 → " + at + "kem-theo-1-dieu-2",
		"Điều 3 Quyết định này → " + at + "dieu-3",
		"khoản 1 Điều 1 → " + at + "kem-theo-1-dieu-1-khoan-1",
	}, "\n")
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
