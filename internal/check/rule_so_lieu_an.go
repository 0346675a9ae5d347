package check

import "thonlanh/internal/diag"

// soLieuAn: says which figures the portal holds back, so that nobody wonders
// where they went.
func soLieuAn(x *gate) diag.List {
	var out diag.List
	for _, p := range x.site.Plans {
		for _, t := range p.Targets {
			if !t.Withheld || p.Plan.Targets == nil {
				continue
			}
			for i := len(p.Periods) - 1; i >= 0; i-- {
				r := p.Periods[i]
				if _, ok := r.Figures.Get(t.ID); ok {
					out = append(out, diag.At(r.Path, r.Keys.Pos(t.ID), diag.Note, "so-lieu-an",
						"Số liệu của chỉ tiêu “"+t.Name+"” không được đăng, vì chỉ tiêu đếm người liên quan, vụ việc, cơ sở, lượt xét nghiệm, hoặc phần còn lại chỉ ra một vài thôn.",
						"Không cần sửa gì. Nếu chỉ tiêu đếm thứ khác, ghi `dem` trong chi-tieu.toml (người dân, cán bộ, hoạt động)."))
					break // the latest figure speaks for the earlier ones
				}
			}
		}
	}
	return out
}
