package check

import (
	"thonlanh/internal/diag"
	"thonlanh/internal/site"
	"thonlanh/internal/viet"
)

// soLieuCu: figures that are older than the office allows, missing, or of a
// day that has not come. The page says so too.
func soLieuCu(x *gate) diag.List {
	var out diag.List
	for _, p := range x.site.Plans {
		for _, r := range p.Plan.Periods {
			if r.AsOf.After(x.site.Today) {
				out = append(out, diag.At(r.Path, r.Keys.Value("tinh_den"), diag.Note, "so-lieu-cu",
					"Số liệu tính đến "+viet.ShortDate(r.AsOf)+", một ngày chưa tới, nên chưa được đăng.", "Xem lại `tinh_den`."))
			}
		}
		if p.State != site.PlanCurrent || !p.Stale || p.Latest == nil {
			continue
		}
		out = append(out, diag.At(p.Latest.Path, p.Latest.Keys.Value("tinh_den"), diag.Note, "so-lieu-cu",
			"Số liệu mới nhất của kế hoạch đã tính từ "+viet.ShortDate(p.Latest.AsOf)+"; trang sẽ ghi là số liệu cũ.", "Thêm số liệu kỳ mới: thonlanh new so-lieu "+x.site.Today.String()[:7]))
	}
	return out
}
