package check

import "thonlanh/internal/diag"

// stageRules are the rules that reading and assembling the files give. A test
// reads the program's source and keeps this list whole.
func stageRules() []RuleInfo {
	return []RuleInfo{
		{"khoa-la", diag.Block},
		{"kieu-sai", diag.Block},
		{"gia-tri-la", diag.Block},
		{"ngay-sai", diag.Block},
		{"toml-sai", diag.Block},
		{"utf8-sai", diag.Block},
		{"dau-trang-ho", diag.Block},
		{"thieu-dau-trang", diag.Block},
		{"thieu-cau-hinh", diag.Block},
		{"thieu-muc", diag.Block},
		{"thieu-ly-do", diag.Block},
		{"nguong-thap", diag.Block},
		{"ngay-mau-thua", diag.Block},
		{"dia-chi-sai", diag.Block},
		{"tep-sai-cho", diag.Block},
		{"tep-qua-lon", diag.Block},
		{"thieu-ke-hoach", diag.Block},
		{"nam-sai", diag.Block},
		{"ky-sai", diag.Block},
		{"gio-sai", diag.Block},
		{"so-am", diag.Block},
		{"muc-tieu-sai", diag.Block},
		{"chuyen-di-sai", diag.Block},
		{"dinh-chinh-khong-thay", diag.Block},
		{"tham-chieu-la", diag.Block},
		{"dia-chi-trung", diag.Block},
		{"html-tho", diag.Block},
		{"dong-thut", diag.Block},
		{"gach-duoi", diag.Block},
		{"sao-le", diag.Block},
		{"danh-sach-doi-so", diag.Block},
		{"tieu-de-cap-1", diag.Block},
		{"tieu-de-nhay-cap", diag.Block},
		{"tieu-de-trong", diag.Block},
		{"lien-ket-la", diag.Block},
		{"lien-ket-trong", diag.Block},
		{"dinh-nghia-thua", diag.Block},
		{"qua-phuc-tap", diag.Block},
		{"anh-mo-ta-luoi", diag.Warn},
		{"danh-so-nhay", diag.Note},
		{"danh-so-lap", diag.Note},
		{"doan-dut", diag.Note},
		{"trich-dan-ho", diag.Note},
		{"chu-thich-thua", diag.Note},
	}
}
