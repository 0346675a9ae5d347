package check

import (
	"strings"

	"thonlanh/internal/diag"
	"thonlanh/internal/viet"
)

// riengTuHoTen: a personal name near words of sanction, illness or need, in
// any file, published or not. People named with their office stand in
// can-bo.toml.
func riengTuHoTen(x *gate) diag.List {
	return x.each(aName, func(t *text, f found) (diag.Problem, bool) {
		name := t.words(f)
		if t.area == inOfficials || x.mayBeNamed(name) {
			return diag.Problem{}, false
		}
		return t.problem(f, diag.Block, "rieng-tu-ho-ten",
			"Có họ tên “"+masked(name)+"” đứng gần chữ “"+f.near+"”. Nêu tên người bị xử phạt, người bệnh hay người được giúp làm hại họ và gia đình, và không có quy định nào cho phép.",
			"Bỏ họ tên, chỉ ghi việc đã làm. Nếu đây là tên cán bộ, thêm vào `content/can-bo.toml`."), true
	})
}

// mayBeNamed reports whether a name is that of an official, with or without a
// middle name left out at the end.
func (x *gate) mayBeNamed(name string) bool {
	return x.names[viet.Fold(strings.Join(strings.Fields(name), " "))]
}
