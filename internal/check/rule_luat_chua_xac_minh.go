package check

import (
	"thonlanh/internal/diag"
	"thonlanh/internal/site"
)

// luatChuaXacMinh: a page for residents that rests on a text whose force
// nobody has checked needs an official's word. In a sample it is a note.
func luatChuaXacMinh(x *gate) diag.List {
	severity := diag.Warn
	if x.site.Sample {
		severity = diag.Note
	}
	out := eachBasis(x, func(p page, at diag.Pos, to site.UnitRef) (diag.Problem, bool) {
		if to.Legal.StateOf(to.Unit).Force != site.Unverified {
			return diag.Problem{}, false
		}
		return diag.At(p.Path, at, severity, "luat-chua-xac-minh",
			"Trang này dựa vào "+to.Name()+", chưa rõ còn hiệu lực hay không.", verify(to)), true
	})
	for _, c := range x.site.Cited {
		if !c.Page.ForResidents() {
			continue
		}
		for _, to := range c.UnitRefs() {
			if to.Legal.StateOf(to.Unit).Force == site.Unverified && !c.Page.AsHistory(to) {
				out = append(out, diag.At(c.File, c.Pos, severity, "luat-chua-xac-minh",
					"Trang này nhắc "+said(c, to)+", chưa rõ còn hiệu lực hay không.", verify(to)))
				break
			}
		}
	}
	return out
}

// verify says where the state of a text or unit is to be written down.
func verify(to site.UnitRef) string {
	if to.Unit != "" && to.Legal.Force == site.PartlyEnded {
		return "Văn bản đã hết hiệu lực một phần. Hỏi công chức Tư pháp, rồi ghi vào " + to.Legal.Path + ": [hieu_luc." + to.Unit + "] với tinh_trang hoặc ngay_het_hieu_luc."
	}
	return "Hỏi công chức Tư pháp, rồi ghi ngày hiệu lực và kiem_tra_ngay vào " + to.Legal.Path + "."
}
