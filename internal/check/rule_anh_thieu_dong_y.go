package check

import "thonlanh/internal/diag"

// anhThieuDongY: a picture in the news says whether people are in it and that
// they agreed. No program can see that.
func anhThieuDongY(x *gate) diag.List {
	var out diag.List
	for _, n := range x.tree.News {
		if n.Picture != "" && n.Consent == "" {
			out = append(out, diag.At(n.Path, n.Keys.Pos("anh"), diag.Warn, "anh-thieu-dong-y",
				"Tin có ảnh mà chưa nói trong ảnh có người hay không, và người đó đã đồng ý chưa.",
				"Thêm: anh_dong_y = \"khong_co_nguoi\", hoặc anh_dong_y = \"co_van_ban\" khi mọi người trong ảnh đã đồng ý bằng văn bản (trẻ từ 7 tuổi: cả trẻ và cha mẹ)."))
		}
	}
	return out
}
