package check

import (
	"thonlanh/internal/diag"
	"thonlanh/internal/markup"
)

// dieuKhoanKhongCo: words cite a unit that the document, whose text the portal
// has in full, does not have. In words as issued it is a note: nobody may
// change them.
func dieuKhoanKhongCo(x *gate) diag.List {
	var out diag.List
	for _, c := range x.site.Cited {
		if c.Missing == "" || c.Self && c.Verbatim {
			continue
		}
		name, path := documentName(c), ""
		switch {
		case c.Legal != nil:
			path = c.Legal.Path
		case c.Plan != nil:
			path = c.Plan.Path
		}
		severity, hint := diag.Block, "Xem lại số điều, khoản. Nếu "+path+" chỉ đăng một phần văn bản thì ghi ở đó: chi_trich = true"
		if c.Verbatim {
			severity, hint = diag.Note, "Văn bản gốc in thế nào thì giữ thế; liên kết chỉ dẫn tới cả văn bản. Nếu "+path+" chỉ đăng một phần thì ghi ở đó: chi_trich = true"
		}
		out = append(out, diag.At(c.File, c.Pos, severity, "dieu-khoan-khong-co",
			"“"+c.Words+"”: "+name+" không có "+markup.CiteID(c.Missing)+".", hint))
	}
	return out
}
