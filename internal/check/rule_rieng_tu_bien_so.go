package check

import "thonlanh/internal/diag"

// riengTuBienSo: a vehicle's plate names its owner.
func riengTuBienSo(x *gate) diag.List {
	return x.each(aPlate, func(t *text, f found) (diag.Problem, bool) {
		return t.problem(f, diag.Block, "rieng-tu-bien-so",
			"Có biển số xe (“"+t.words(f)[:2]+"…”). Biển số chỉ ra chủ xe.", "Xóa biển số; chỉ viết “một xe máy”, “một ô tô”."), true
	})
}
