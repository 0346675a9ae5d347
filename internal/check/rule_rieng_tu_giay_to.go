package check

import "thonlanh/internal/diag"

// riengTuGiayTo: no identity number, of anyone, in any file.
func riengTuGiayTo(x *gate) diag.List {
	return x.each(aPaper, func(t *text, f found) (diag.Problem, bool) {
		return t.problem(f, diag.Block, "rieng-tu-giay-to",
			"Có dãy số giống số căn cước, chứng minh hoặc hộ chiếu (“"+t.words(f)[:2]+"…”). Số giấy tờ của một người không bao giờ được để trong thư mục này.",
			"Xóa dãy số. Nếu thư mục này đã chép lên mạng, báo người phụ trách máy xóa cả bản cũ."), true
	})
}
