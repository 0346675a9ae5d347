package check

import "thonlanh/internal/diag"

// soLieuAn: says which figures the portal holds back, so that nobody wonders
// where they went.
func soLieuAn(x *gate) diag.List {
	var out diag.List
	for _, p := range x.site.Plans {
		for _, t := range p.Targets {
			if len(t.Held) == 0 {
				continue
			}
			r := t.Held[len(t.Held)-1] // the latest figure speaks for the earlier ones
			message, hint := "Số liệu này của chỉ tiêu “"+t.Name+"” không được đăng, vì từ nó có thể suy ra một con số nhỏ về người liên quan, vụ việc, cơ sở hoặc lượt xét nghiệm.",
				"Không cần sửa gì. Ngưỡng là `nguong_so_nho` trong config.toml."
			switch {
			case t.Counts == "thon":
				message = "Số liệu này của chỉ tiêu “" + t.Name + "” không được đăng, vì phần còn lại chỉ ra một vài thôn."
				hint = "Không cần sửa gì. Cổng đăng số thôn khi mọi thôn đều đạt, hoặc khi còn từ ba thôn trở lên chưa đạt."
			case t.Counts == "":
				message = "Số liệu của chỉ tiêu “" + t.Name + "” không được đăng, vì chưa rõ chỉ tiêu đếm gì, mà đơn vị tính có thể là người hoặc vụ việc."
				hint = "Ghi `dem` trong chi-tieu.toml: nguoi_dan, can_bo, hoat_dong … nếu chỉ tiêu không đếm người liên quan hay vụ việc."
			}
			out = append(out, diag.At(r.Path, r.Keys.Pos(t.ID), diag.Note, "so-lieu-an", message, hint))
		}
	}
	return out
}
