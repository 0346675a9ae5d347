package check

import (
	"thonlanh/internal/diag"
	"thonlanh/internal/viet"
)

// xemLaiQuaHan: the day on which the office promised to read a page again has
// passed.
func xemLaiQuaHan(x *gate) diag.List {
	var out diag.List
	for _, p := range x.pages {
		if p.review == nil || p.review.ReviewBefore.IsZero() || x.site.Today.Before(p.review.ReviewBefore) {
			continue
		}
		out = append(out, diag.At(p.Path, p.Keys.Value("xem_lai_truoc"), diag.Note, "xem-lai-qua-han",
			"Trang này phải xem lại trước "+viet.ShortDate(p.review.ReviewBefore)+".", "Đọc lại, sửa điều đã cũ, rồi ghi `ngay_duyet` và `xem_lai_truoc` mới."))
	}
	return out
}
