package check

import (
	"thonlanh/internal/diag"
	"thonlanh/internal/site"
)

// viecVeDanhSach: a duty to keep or send a list of people is left out of the
// portal whatever its flag says, and the office is told so.
func viecVeDanhSach(x *gate) diag.List {
	var out diag.List
	for _, p := range x.site.Plans {
		if p.Plan.Duties == nil {
			continue
		}
		f := p.Plan.Duties.File
		for _, r := range p.Plan.Duties.List {
			if r.Value.Public != nil && *r.Value.Public && site.ListsPeople(r.Value.Task) {
				out = append(out, diag.At(f.Path, f.Keys.Value(r.Name, "viec"), diag.Note, "viec-ve-danh-sach",
					"Việc này nói đến hồ sơ hay danh sách người, nên không được đăng.",
					"Ghi cong_khai = false và viết bằng lời chung, ví dụ: “Việc nội bộ của bộ phận thường trực”."))
			}
		}
	}
	return out
}
