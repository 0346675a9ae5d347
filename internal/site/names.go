package site

// legalKinds are the kinds of text in the order of the list of texts: kinds
// that bind everybody first. law says whether the text needs a day of effect
// to be in force (văn bản quy phạm pháp luật).
var legalKinds = [...]struct {
	key, name string
	law       bool
}{
	{"hien_phap", "Hiến pháp", true},
	{"bo_luat", "Bộ luật", true},
	{"luat", "Luật", true},
	{"phap_lenh", "Pháp lệnh", true},
	{"nghi_dinh", "Nghị định", true},
	{"nqlt", "Nghị quyết liên tịch", true},
	{"ttlt", "Thông tư liên tịch", true},
	{"thong_tu", "Thông tư", true},
	{"nghi_quyet", "Nghị quyết", false},
	{"quyet_dinh", "Quyết định", false},
	{"chi_thi", "Chỉ thị", false},
	{"ket_luan", "Kết luận", false},
	{"vbhn", "Văn bản hợp nhất", false},
	{"chuong_trinh", "Chương trình", false},
	{"ke_hoach", "Kế hoạch", false},
	{"huong_dan", "Hướng dẫn", false},
	{"thong_bao", "Thông báo", false},
	{"bao_cao", "Báo cáo", false},
	{"cong_van", "Công văn", false},
	{"quy_che", "Quy chế", false},
	{"huong_uoc", "Hương ước", false},
	{"tai_lieu", "Tài liệu", false},
	{"khac", "Văn bản", false},
}

func legalKindName(key string) string {
	for _, k := range legalKinds {
		if k.key == key {
			return k.name
		}
	}
	return "Văn bản"
}

func isLaw(key string) bool {
	for _, k := range legalKinds {
		if k.key == key {
			return k.law
		}
	}
	return false
}

func legalRank(key string) int {
	for i, k := range legalKinds {
		if k.key == key {
			return i
		}
	}
	return len(legalKinds)
}

// MaterialKinds are the kinds of campaign material in the order of the
// gallery. Key is the folder and the address.
var MaterialKinds = [...]struct{ Key, Name string }{
	{"ap-phich", "Áp phích"},
	{"to-roi", "Tờ rơi"},
	{"to-gap", "Tờ gấp"},
	{"the-bo-tui", "Thẻ bỏ túi"},
	{"so-tay", "Sổ tay"},
	{"phat-thanh", "Bài phát thanh"},
	{"pano", "Panô"},
	{"bang-ron", "Băng rôn"},
	{"nhan-dan", "Nhãn dán"},
}

func materialKindName(key string) (string, bool) {
	for _, k := range MaterialKinds {
		if k.Key == key {
			return k.Name, true
		}
	}
	return "", false
}
