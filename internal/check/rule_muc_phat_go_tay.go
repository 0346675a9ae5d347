package check

import "thonlanh/internal/diag"

// mucPhatGoTay: an amount of a fine without the text it comes from grows old
// unseen: with can_cu, luat-het-hieu-luc watches it.
func mucPhatGoTay(x *gate) diag.List {
	based := make(map[string]bool)
	for _, p := range x.pages {
		based[p.Path] = len(p.front.Basis) > 0
	}
	seen := make(map[string]bool)
	return x.each(aFine, func(t *text, f found) (diag.Problem, bool) {
		switch t.area {
		case inHelp, inArticle, inNews, inMaterial, inSingle, inHome:
		default:
			return diag.Problem{}, false
		}
		if based[t.file] || seen[t.file] {
			return diag.Problem{}, false
		}
		seen[t.file] = true
		return t.problem(f, diag.Warn, "muc-phat-go-tay",
			"Có mức tiền phạt mà trang không nói lấy từ văn bản nào. Khi luật đổi, sẽ không ai biết chỗ này đã cũ.",
			"Thêm văn bản vào đầu trang, ví dụ: can_cu = [\"nd-282-2025#dieu-32\"]"), true
	})
}
