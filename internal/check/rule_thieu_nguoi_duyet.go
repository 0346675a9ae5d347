package check

import (
	"strings"

	"thonlanh/internal/diag"
)

// thieuNguoiDuyet: an explanation of the law in the commune's own words has a
// reviewer with an office. The sample says "mẫu, chưa duyệt".
func thieuNguoiDuyet(x *gate) diag.List {
	if x.site.Sample {
		return nil
	}
	var out diag.List
	for _, l := range x.tree.Legal {
		if strings.TrimSpace(l.Plain) == "" || strings.TrimSpace(l.PlainBy) != "" && !strings.Contains(l.PlainBy, "chưa duyệt") {
			continue
		}
		at := l.Keys.Pos("noi_de_hieu")
		if l.PlainBy != "" {
			at = l.Keys.Value("noi_de_hieu_duyet_boi")
		}
		out = append(out, diag.At(l.Path, at, diag.Warn, "thieu-nguoi-duyet",
			"Lời “Nói dễ hiểu” chưa có người duyệt. Giải thích luật mà sai thì người dân chịu.",
			"Nhờ người hiểu luật đọc, rồi ghi noi_de_hieu_duyet_boi (chức danh) và noi_de_hieu_ngay."))
	}
	return out
}
