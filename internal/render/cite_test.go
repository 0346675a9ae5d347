package render

import (
	"strings"
	"testing"
)

// Behind a citation stands that its target is not in force; not where the
// author says so himself, and set apart from verbatim words.
func TestCitationsSayWhatIsNotInForce(t *testing.T) {
	texts := map[string]string{
		"content/van-ban/cu.md":          law("so_ky_hieu = \"4/2021/NĐ-CP\"\nngay_hieu_luc = 2022-01-01\nngay_het_hieu_luc = 2025-12-15\nnoi_de_hieu = \"Nay xem Nghị định 2/2027/NĐ-CP, trước là Điều 1 của Nghị định này.\"\nnoi_de_hieu_duyet_boi = \"công chức\"\n", "### Điều 1. Một\n\n1. Theo Điều 1.\n"),
		"content/van-ban/sau.md":         law("so_ky_hieu = \"2/2027/NĐ-CP\"\nngay_hieu_luc = 2027-01-01\n", "### Điều 1. Một\n"),
		"content/tin/2025/a.md":          "+++\ntieu_de = \"Tin\"\nngay = 2025-01-02\n+++\nTheo Nghị định 4/2021/NĐ-CP.\n",
		"content/gioi-thieu.md":          "+++\ntieu_de = \"Giới thiệu\"\nlich_su = [\"cu\"]\n+++\nTheo **Điều 1** Nghị định 4/2021/NĐ-CP; [nghị định cũ](/van-ban/cu/). Nghị định 4/2021/NĐ-CP đã hết hiệu lực.\n",
		"content/ke-hoach/2021/index.md": "+++\ntieu_de = \"Kế hoạch\"\n+++\nI. MỤC TIÊU\n\n1. Theo Nghị định 4/2021/NĐ-CP.\n",
	}
	r := newRenderer(t, archive(t, texts), Options{})
	inOrder(t, render(t, r, "tin/2025/a/index.html"), `>Nghị định <span class="lien">4/2021/NĐ-CP</span></a> <span class="nay">(nay đã hết hiệu lực)</span>.`)
	about := render(t, r, "gioi-thieu/index.html")
	inOrder(t, about, `<a href="../van-ban/cu/#dieu-1"><strong>Điều`, `</strong> Nghị định <span class="lien">4/2021/NĐ-CP</span></a> <span class="nay">(đã hết hiệu lực)</span>;`,
		`>nghị định cũ</a> <span class="nay">(đã hết hiệu lực)</span>.`, `>Nghị định <span class="lien">4/2021/NĐ-CP</span></a> đã hết hiệu lực.`)
	if n := strings.Count(about, `class="nay"`); n != 2 {
		t.Errorf("%d marks", n)
	}
	inOrder(t, render(t, r, "ke-hoach/2021/index.html"), `<div class="nguyen-van">`, `>Nghị định <span class="lien">4/2021/NĐ-CP</span></a> <span class="nay">(đã hết hiệu lực)</span>.`)
	old := render(t, r, "van-ban/cu/index.html")
	inOrder(t, old, "Nay xem", `href="../sau/">Nghị định <span class="lien">2/2027/NĐ-CP</span></a> <span class="nay">(chưa có hiệu lực)</span>`, "trước là", `<a href="#dieu-1">Điều`, "Theo", `<a href="#dieu-1">Điều`)
	if strings.Count(old, `class="nay"`) != 1 {
		t.Error("a text says of itself what its banner says")
	}
}
