package check

import (
	"strings"

	"thonlanh/internal/cite"
	"thonlanh/internal/diag"
	"thonlanh/internal/site"
)

// vanBanKhongRo: words name a document, and which one is not clear or not on
// the portal. They stay words: a wrong link does more harm than none.
func vanBanKhongRo(x *gate) diag.List {
	var out diag.List
	told := make(map[[2]string]bool) // one note for each document that a file names
	for _, c := range x.site.Cited {
		message, hint := "", ""
		switch {
		case c.Outcome == cite.Ambiguous:
			message = "“" + c.Words + "” có thể là nhiều văn bản trên cổng, nên không thành liên kết."
			hint = "Ghi thêm ngày ban hành và cơ quan ban hành vào sau số; với luật thì ghi thêm năm."
		case c.Outcome == cite.Mismatch:
			message = "“" + c.Words + "”: ngày hoặc năm ghi ở đây khác với văn bản cùng số trên cổng, nên không thành liên kết."
			hint = "Xem lại ngày, năm trong bài và ngay_ban_hanh trong tệp văn bản."
		case c.Damaged && corrected(c):
			continue
		case c.Damaged:
			message = "“" + c.Words + "”: số, ký hiệu viết không đúng dạng; cổng hiểu là " + documentName(c) + "."
			hint = "Viết đúng số, ký hiệu của văn bản. Trong bản gốc thì giữ nguyên chữ và ghi dinh_chinh."
		case c.Verbatim:
			continue
		case c.Outcome == cite.Unknown && !strings.ContainsAny(c.Words, "0123456789") && strings.Count(c.Words, " ") < 2:
			continue // "Hiến pháp" alone
		case len(x.site.Legal) == 0:
			continue // a portal that has no text yet lacks them all
		case c.Outcome == cite.Unknown || c.Outcome == cite.Elsewhere:
			message = "“" + c.Words + "” chưa có trong mục Văn bản, nên không thành liên kết."
			hint = "Thêm văn bản: thonlanh new van-ban TÊN. Nếu đã có thì xem lại số, ngày, cơ quan ban hành."
		case c.Alias && c.Legal != nil && len(c.Legal.Names) > 0:
			message = "“" + c.Words + "” là tên gọi tắt; người đọc dễ tìm hơn khi thấy tên đầy đủ."
			hint = "Nên viết: " + c.Legal.Names[0]
		default:
			continue
		}
		key := [2]string{c.File, c.Words}
		if told[key] {
			continue
		}
		told[key] = true
		out = append(out, diag.At(c.File, c.Pos, diag.Note, "van-ban-khong-ro", message, hint))
	}
	return out
}

// documentName is how messages call the document of a citation.
func documentName(c site.Cited) string {
	switch {
	case c.Legal != nil:
		return c.Legal.Heading
	case c.Plan != nil:
		return "Kế hoạch " + c.Plan.Number
	}
	return ""
}

// corrected reports whether the plan says itself that these words are a slip.
func corrected(c site.Cited) bool {
	if c.Page.Plan == nil {
		return false
	}
	for _, slip := range c.Page.Plan.Slips {
		if slip.Value.Found != "" && strings.Contains(c.Words, slip.Value.Found) {
			return true
		}
	}
	return false
}
