package check

import (
	"strings"

	"thonlanh/internal/content"
	"thonlanh/internal/diag"
	"thonlanh/internal/viet"
)

// loiHayGap: slips that official texts repeat. A slip that the plan's
// dinh_chinh already names is known; its words stay as issued.
func loiHayGap(x *gate) diag.List {
	plans := make(map[string]*content.Plan)
	for _, p := range x.tree.Plans {
		plans[p.Path] = p
	}
	return x.each(aSlip, func(t *text, f found) (diag.Problem, bool) {
		if t.area == inLegal || t.area == inTable {
			return diag.Problem{}, false
		}
		hint := "Sửa thành “" + f.near + "”."
		if p := plans[t.file]; p != nil {
			if t.key != "" || noted(p, t.words(f)) {
				return diag.Problem{}, false
			}
			if f.n == 1 {
				return diag.Problem{}, false // a plan as issued spells as it likes
			}
			hint = "Giữ nguyên chữ của văn bản đã ban hành; ghi chỗ in sai vào [dinh_chinh.…] ở đầu tệp: goc = \"" + t.words(f) + "\", dung = \"" + f.near + "\"."
		}
		message := "Chữ “" + t.words(f) + "” có lẽ gõ nhầm từ “" + f.near + "”."
		if f.n == 1 {
			message = "Trang viết cả “" + t.words(f) + "” lẫn “" + f.near + "”; nên chọn một cách đặt dấu."
		}
		return t.problem(f, diag.Note, "loi-hay-gap", message, hint), true
	})
}

// noted reports whether a plan's corrections name a slip.
func noted(p *content.Plan, written string) bool {
	written = viet.Fold(written)
	for _, s := range p.Slips {
		if strings.Contains(viet.Fold(s.Value.Found), written) || strings.Contains(written, viet.Fold(s.Value.Found)) {
			return true
		}
	}
	return false
}
