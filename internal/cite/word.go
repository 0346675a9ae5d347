package cite

// word is a word that the grammar knows.
type word uint8

const (
	noWord word = iota
	// units
	wDieu
	wKhoan
	wDiem
	wTiet
	wY
	wChuong
	wMuc
	wPhan
	wPhu
	wLuc
	wTieu
	wThu // thứ
	// joints
	wVa
	wHoac
	wDen
	wTu
	wCac
	wCua
	wThuoc
	wTrong
	wNay
	wTren
	wNeu
	wNoi
	wDo // đó
	wBan
	wHanh
	wKem
	wTheo
	wDuoc
	wTai
	wO
	wXem
	wSo
	wNgay
	wThang
	wNam
	wKy
	wVe
	wQuy
	wDinh
	// kinds
	wLuat
	wBo
	wPhap
	wLenh
	wNghi
	wQuyet
	wLien
	wTich
	wThong
	wTuDuy // the "tư" of "thông tư"
	wChi   // chỉ
	wThi
	wKe
	wHoach
	wCong
	wVan
	wDien
	wKet
	wLuan
	wHuong // hướng
	wDan
	wBao // báo, and thông báo
	wCao
	wTo
	wTrinh // trình
	wBan2  // bản
	wDe
	wAn
	wHop
	wHien
	wChe
	wUoc
	wHuong2 // hương
	wDong   // đồng
	wNoi2   // nội
	wLe
	wHiep
	wNghiDinhThu // "thư": Nghị định thư is another thing
	wND
	wQD
	wTT
	wNQ
	wCo // có
	wKH
	wNho
	wNQLT
	wTTLT
	wName // a word that long names of laws begin with
	wCode // BLHS and its like: kind and name in one
	wOrdinalFirst
	wOrdinalLast = wOrdinalFirst + 9
)

// wordOf finds a small word.
func wordOf(s []byte) word {
	switch string(s) {
	case "điều":
		return wDieu
	case "khoản":
		return wKhoan
	case "điểm":
		return wDiem
	case "tiết":
		return wTiet
	case "ý":
		return wY
	case "chương":
		return wChuong
	case "mục":
		return wMuc
	case "phần":
		return wPhan
	case "phụ":
		return wPhu
	case "lục":
		return wLuc
	case "tiểu":
		return wTieu
	case "thứ":
		return wThu
	case "và":
		return wVa
	case "hoặc", "hay":
		return wHoac
	case "đến", "tới":
		return wDen
	case "từ":
		return wTu
	case "các", "những":
		return wCac
	case "của":
		return wCua
	case "thuộc":
		return wThuoc
	case "trong":
		return wTrong
	case "này":
		return wNay
	case "trên":
		return wTren
	case "nêu":
		return wNeu
	case "nói":
		return wNoi
	case "đó", "ấy":
		return wDo
	case "ban":
		return wBan
	case "bản":
		return wBan2
	case "hành":
		return wHanh
	case "kèm":
		return wKem
	case "theo":
		return wTheo
	case "được":
		return wDuoc
	case "tại":
		return wTai
	case "ở":
		return wO
	case "xem":
		return wXem
	case "số":
		return wSo
	case "ngày":
		return wNgay
	case "tháng":
		return wThang
	case "năm":
		return wNam
	case "ký":
		return wKy
	case "về":
		return wVe
	case "quy", "qui":
		return wQuy
	case "định":
		return wDinh
	case "luật":
		return wLuat
	case "bộ":
		return wBo
	case "pháp":
		return wPhap
	case "lệnh":
		return wLenh
	case "nghị":
		return wNghi
	case "quyết":
		return wQuyet
	case "liên":
		return wLien
	case "tịch":
		return wTich
	case "thông":
		return wThong
	case "tư":
		return wTuDuy
	case "chỉ":
		return wChi
	case "thị":
		return wThi
	case "kế":
		return wKe
	case "hoạch":
		return wHoach
	case "công":
		return wCong
	case "văn":
		return wVan
	case "điện":
		return wDien
	case "kết":
		return wKet
	case "luận":
		return wLuan
	case "hướng":
		return wHuong
	case "dẫn":
		return wDan
	case "báo":
		return wBao
	case "cáo":
		return wCao
	case "tờ":
		return wTo
	case "trình":
		return wTrinh
	case "đề":
		return wDe
	case "án":
		return wAn
	case "hợp":
		return wHop
	case "nhất":
		return wOrdinalFirst
	case "hiến":
		return wHien
	case "chế":
		return wChe
	case "ước":
		return wUoc
	case "hương":
		return wHuong2
	case "đồng":
		return wDong
	case "nội":
		return wNoi2
	case "lệ":
		return wLe
	case "hiệp":
		return wHiep
	case "thư":
		return wNghiDinhThu
	case "nđ", "nd":
		return wND
	case "qđ", "qd":
		return wQD
	case "tt":
		return wTT
	case "nq":
		return wNQ
	case "blhs", "blds", "blttds", "bltths", "bllđ":
		return wCode
	case "nhỏ":
		return wNho
	case "có":
		return wCo
	case "kh":
		return wKH
	case "nqlt":
		return wNQLT
	case "ttlt":
		return wTTLT
	case "phòng", "xử", "bảo", "tiếp", "bình", "hôn":
		return wName
	case "hai":
		return wOrdinalFirst + 1
	case "ba":
		return wOrdinalFirst + 2
	case "bốn":
		return wOrdinalFirst + 3
	case "sáu":
		return wOrdinalFirst + 5
	case "bảy", "bẩy":
		return wOrdinalFirst + 6
	case "tám":
		return wOrdinalFirst + 7
	case "chín":
		return wOrdinalFirst + 8
	case "mười":
		return wOrdinalFirst + 9
	}
	return noWord
}

// ordinal is the number that a word behind "thứ" stands for.
func (w word) ordinal() int {
	switch {
	case w == wTuDuy:
		return 4
	case w == wNam:
		return 5
	case w >= wOrdinalFirst && w <= wOrdinalLast:
		return int(w-wOrdinalFirst) + 1
	}
	return 0
}

// joins reports whether a word makes one word with the small name of a unit:
// tài khoản, địa điểm, hạng mục, thành phần, chi tiết, đồng ý.
func joins(before []byte, l Level) bool {
	switch l {
	case Clause:
		switch string(before) {
		case "tài", "chuyển", "ngân", "trương", "điều":
			return true
		}
	case Point:
		switch string(before) {
		case "địa", "thời", "quan", "đặc", "trọng", "ưu", "nhược", "khuyết", "tụ", "thí", "cao", "chấm", "yếu", "chốt", "trái":
			return true
		}
	case Section:
		switch string(before) {
		case "hạng", "danh", "đề", "chuyên", "khoản", "tiết", "mắt", "tiêu":
			return true
		}
	case Part:
		switch string(before) {
		case "thành", "cổ", "góp", "một", "mấy", "nhiều", "bộ", "học":
			return true
		}
	case Item:
		switch string(before) {
		case "chi", "thời", "thiết", "khí":
			return true
		}
	case Dash:
		switch string(before) {
		case "đồng", "chú", "lưu", "góp", "cố", "nhất", "tùy", "tỏ", "được":
			return true
		}
	case Article:
		switch string(before) {
		case "những", "mấy", "nhiều", "vài", "đôi", "bao":
			return true
		}
	}
	return false
}
