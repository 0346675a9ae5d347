package render

import (
	"strings"
	"testing"
)

// Who lands on an article sees that its chapter is over; an article that was
// kept does not say so.
func TestArticlesOfAnEndedChapter(t *testing.T) {
	r := newRenderer(t, archive(t, map[string]string{
		"content/van-ban/cu.md": law("so_ky_hieu = \"1/2015/NĐ-CP\"\nngay_hieu_luc = 2016-01-01\n[hieu_luc.chuong-1]\nngay_het_hieu_luc = 2025-03-01\n[hieu_luc.dieu-2]\ntinh_trang = \"con_hieu_luc\"\n",
			"## Chương I. CHUNG\n\n### Điều 1. Một\n\n1. Chữ một.\n\n### Điều 2. Hai\n\n1. Chữ hai.\n\n## Chương II. RIÊNG\n\n### Điều 3. Ba\n\n1. Chữ ba.\n"),
	}), Options{})
	page := render(t, r, "van-ban/cu/index.html")
	_, page, _ = strings.Cut(page, `id="chuong-1"`)
	inOrder(t, page, "✕", `id="dieu-1"`, "✕", "01/3/2025", "Chữ một", `id="dieu-2"`, "Chữ hai", `id="dieu-3"`)
	if n := strings.Count(page, "✕"); n != 2 {
		t.Errorf("%d notes", n)
	}
}

// Of "khoản 1 và khoản 2" one alone may be over; that a text "còn hiệu lực" is
// no word that it is not.
func TestCitationsOfWhatEndedInPart(t *testing.T) {
	r := newRenderer(t, archive(t, map[string]string{
		"content/van-ban/cu.md": law("so_ky_hieu = \"1/2015/NĐ-CP\"\nngay_hieu_luc = 2016-01-01\n[hieu_luc.dieu-1-khoan-2]\nngay_het_hieu_luc = 2025-03-01\n", "### Điều 1. Một\n\n1. A.\n\n2. B.\n"),
		"content/gioi-thieu.md": "+++\ntieu_de = \"Giới thiệu\"\nlich_su = [\"cu\"]\n+++\nTheo khoản 1 và khoản 2 Điều 1 Nghị định 1/2015/NĐ-CP, rồi khoản 2 Điều 1 Nghị định 1/2015/NĐ-CP vẫn còn hiệu lực.\n",
	}), Options{})
	inOrder(t, render(t, r, "gioi-thieu/index.html"), `</a> <span class="nay">(có phần đã hết hiệu lực)</span>, rồi`, `</a> <span class="nay">(đã hết hiệu lực)</span> vẫn`)
}

// An article that outlives its decree says so itself, in the banner of the
// decree and where it is cited.
func TestAKeptArticleOfAnEndedDecree(t *testing.T) {
	r := newRenderer(t, archive(t, map[string]string{
		"content/van-ban/cu.md": law("so_ky_hieu = \"1/2015/NĐ-CP\"\nngay_hieu_luc = 2016-01-01\nngay_het_hieu_luc = 2025-03-01\n[hieu_luc.dieu-2]\ntinh_trang = \"con_hieu_luc\"\n[hieu_luc.dieu-2-khoan-2]\ntinh_trang = \"het_hieu_luc\"\n[hieu_luc.chuong-2]\ntinh_trang = \"con_hieu_luc\"\n",
			"## Chương I. CHUNG\n\n### Điều 1. Một\n\n1. Chữ một.\n\n### Điều 2. Hai\n\n1. Chữ hai.\n\n2. Chữ hai b.\n\n## Chương II. RIÊNG\n\n### Điều 3. Ba\n\n1. Chữ ba.\n"),
		"content/gioi-thieu.md": "+++\ntieu_de = \"Giới thiệu\"\nlich_su = [\"cu\"]\n+++\nTheo khoản 1 Điều 2, khoản 2 Điều 2 và Điều 3 Nghị định 1/2015/NĐ-CP. Theo Điều 2 Nghị định 1/2015/NĐ-CP! Theo khoản 1 Điều 2 Nghị định 1/2015/NĐ-CP! Theo Điều 3 Nghị định 1/2015/NĐ-CP, vẫn còn hiệu lực. Theo Điều 1 Nghị định 1/2015/NĐ-CP!\n",
	}), Options{})
	page := render(t, r, "van-ban/cu/index.html")
	inOrder(t, page, "✕", "Hết hiệu lực", `Riêng <a href="#dieu-2">Điều`, `<a href="#chuong-2">`, "còn hiệu lực.")
	_, page, _ = strings.Cut(page, `id="chuong-1"`)
	inOrder(t, page, `id="dieu-1"`, "✕", "Chữ một", `id="dieu-2"`, "✓</span> Còn hiệu lực", "Chữ hai.", "Chữ hai b.", "✕", `id="chuong-2"`, "✓</span> Còn hiệu lực", `id="dieu-3"`, "✓</span> Còn hiệu lực", "Chữ ba")
	words := render(t, r, "gioi-thieu/index.html")
	inOrder(t, words, `Điều 3 Nghị định`, `(có phần đã hết hiệu lực)`, `</a> <span class="nay">(còn hiệu lực)</span>! Theo`, `</a> <span class="nay">(còn hiệu lực)</span>! Theo`, `</a>, vẫn còn hiệu lực`, `</a> <span class="nay">(đã hết hiệu lực)</span>`)
}
