package check

import (
	"fmt"

	"thonlanh/internal/diag"
)

// thieuThanhGoi: the call bar at the head of every page holds exactly two
// numbers. One would send everybody to one line; three do not fit a phone.
// Nothing is blocked: without a choice the bar shows 113 and 111, of more than
// two the first ones, and a correction must always be publishable.
func thieuThanhGoi(x *gate) diag.List {
	n := 0
	for _, number := range x.site.Numbers {
		if number.Bar != "" {
			n++
		}
	}
	if n == 2 {
		return nil
	}
	file, at := diag.ConfigFile, diag.Pos{Line: 1, Column: 1}
	if x.tree.Register != nil {
		file = x.tree.Register.Path
		shown := 0
		for _, e := range x.register {
			if e.Value.Bar != "" && !e.over {
				if shown++; shown == 3 {
					at = x.tree.Register.Keys.Pos(e.Name, "thanh_goi")
				}
			}
		}
	}
	return diag.List{diag.At(file, at, diag.Note, "thieu-thanh-goi",
		fmt.Sprintf("Thanh gọi ở đầu mọi trang có chỗ cho đúng hai số, trong sổ đang chọn %d.", n),
		"Trong content/so-can-biet.toml, thêm thanh_goi = \"…\" cho đúng hai số đang dùng, thường là 113 (Nguy hiểm) và 111 (Trẻ em, mua bán).")}
}
