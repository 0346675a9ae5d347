package check

import (
	"strings"

	"thonlanh/internal/diag"
	"thonlanh/internal/viet"
)

// luotNguoi: attendances are no share of people: whoever comes twice counts
// twice.
func luotNguoi(x *gate) diag.List {
	var out diag.List
	for _, p := range x.tree.Plans {
		if p.Targets == nil {
			continue
		}
		for _, t := range p.Targets.List {
			if t.Value.Kind == "ty_le" && (t.Value.Counts == "luot_nguoi" || strings.Contains(viet.Fold(t.Value.Measure), "luot nguoi")) {
				out = append(out, diag.At(p.Targets.Path, p.Targets.Keys.Value(t.Name, "kieu"), diag.Block, "luot-nguoi",
					"Chỉ tiêu này lấy lượt người chia cho số người: một người dự hai buổi là hai lượt, nên tỷ lệ ấy không nói đúng về người dân.",
					"Đếm lượt thì dùng kieu = \"so_luong\", dem = \"luot_nguoi\"; đếm người thì đổi `don_vi` thành “người”."))
			}
		}
	}
	return out
}
