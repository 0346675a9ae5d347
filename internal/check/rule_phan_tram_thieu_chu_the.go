package check

import "thonlanh/internal/diag"

// phanTramThieuChuThe: "100% trên địa bàn xã" – 100% of what? A figure cannot
// be reported against it.
func phanTramThieuChuThe(x *gate) diag.List {
	return x.each(aPercent, func(t *text, f found) (diag.Problem, bool) {
		if t.area == inLegal || t.area == inTable {
			return diag.Problem{}, false
		}
		return t.problem(f, diag.Note, "phan-tram-thieu-chu-the",
			"“"+t.words(f)+"” không nói phần trăm của cái gì.", "Thêm chữ sau phần trăm: 100% số thôn, 90% người dân. Văn bản đã ban hành thì giữ nguyên, ghi cách hiểu vào `ghi_chu` của chỉ tiêu."), true
	})
}
