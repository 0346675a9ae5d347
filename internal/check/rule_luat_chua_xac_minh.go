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
	return eachBasis(x, func(p page, at diag.Pos, l *site.Legal, _ string) (diag.Problem, bool) {
		if l.Force != site.Unverified {
			return diag.Problem{}, false
		}
		return diag.At(p.Path, at, severity, "luat-chua-xac-minh",
			"Trang này dựa vào "+l.Heading+", chưa rõ còn hiệu lực hay không.",
			"Hỏi công chức Tư pháp, rồi ghi ngày hiệu lực và kiem_tra_ngay vào "+l.Path+"."), true
	})
}
