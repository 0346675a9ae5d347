package check

import "thonlanh/internal/diag"

// riengTuDiaChi: where a named person lives is nobody's business.
func riengTuDiaChi(x *gate) diag.List {
	return x.each(aHome, func(t *text, f found) (diag.Problem, bool) {
		return t.problem(f, diag.Block, "rieng-tu-dia-chi",
			"Có chỗ ở của một người được nêu tên. Người khác có thể tìm đến nhà họ.",
			"Bỏ chỗ ở và tên. Nơi họp, nơi tập thì nêu nhà văn hóa, trường học, trạm y tế."), true
	})
}
