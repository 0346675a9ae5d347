// Package check is the gate before publishing: it judges an assembled portal
// (Site), the warnings that an official has confirmed (Confirm) and the
// finished files (Output).
//
// One rule is one file, one test archive and one section of docs/kiem-tra.md,
// under one stable name. A rule speaks only of what it is sure of: what cries
// wolf is soon switched off by people who need it.
//
// Every message says what is wrong, why it matters and how to mend it, to a
// person who does not program, and never repeats personal data that it found.
package check

import (
	"thonlanh/internal/content"
	"thonlanh/internal/diag"
	"thonlanh/internal/markup"
	"thonlanh/internal/site"
)

// rule is one named judgement of a Site.
type rule struct {
	name     string
	severity diag.Severity // the gravest it gives
	judge    func(*gate) diag.List
}

// siteRules are the rules of Site in the order in which they run.
func siteRules() []rule {
	return []rule{
		{"so-ngoai-so", diag.Block, soNgoaiSo},
		{"so-sai-dang", diag.Block, soSaiDang},
		{"so-ngung-dung", diag.Block, soNgungDung},
		{"so-qua-han-goi-thu", diag.Note, soQuaHanGoiThu},
		{"thieu-thanh-goi", diag.Note, thieuThanhGoi},
		{"lo-chu-de", diag.Block, loChuDe},
		{"luat-het-hieu-luc", diag.Block, luatHetHieuLuc},
		{"luat-chua-xac-minh", diag.Warn, luatChuaXacMinh},
		{"thay-the-vong", diag.Block, thayTheVong},
		{"thay-the-nguoc", diag.Warn, thayTheNguoc},
		{"dieu-khoan-khong-co", diag.Block, dieuKhoanKhongCo},
		{"van-ban-khong-ro", diag.Note, vanBanKhongRo},
		{"lien-ket-gay", diag.Block, lienKetGay},
		{"lien-ket-cu", diag.Note, lienKetCu},
		{"dia-chi-mat", diag.Block, diaChiMat},
		{"thon-so-nguoi", diag.Block, thonSoNguoi},
		{"so-lieu-nguoi-nho", diag.Block, soLieuNguoiNho},
		{"so-lieu-an", diag.Note, soLieuAn},
		{"xep-hang-thon", diag.Block, xepHangThon},
		{"rieng-tu-ho-ten", diag.Block, riengTuHoTen},
		{"rieng-tu-giay-to", diag.Block, riengTuGiayTo},
		{"rieng-tu-bien-so", diag.Block, riengTuBienSo},
		{"rieng-tu-ngay-sinh", diag.Block, riengTuNgaySinh},
		{"rieng-tu-dia-chi", diag.Block, riengTuDiaChi},
		{"ten-co-so", diag.Warn, tenCoSo},
		{"tu-gay-ki-thi", diag.Warn, tuGayKiThi},
		{"anh-thieu-dong-y", diag.Warn, anhThieuDongY},
		{"muc-phat-go-tay", diag.Warn, mucPhatGoTay},
		{"thieu-nguoi-duyet", diag.Warn, thieuNguoiDuyet},
		{"cau-dai", diag.Note, cauDai},
		{"phan-tram-thieu-chu-the", diag.Note, phanTramThieuChuThe},
		{"loi-hay-gap", diag.Note, loiHayGap},
		{"thoi-han-nam", diag.Block, thoiHanNam},
		{"so-lieu-giam", diag.Note, soLieuGiam},
		{"luot-nguoi", diag.Block, luotNguoi},
		{"tu-lon-hon-mau", diag.Block, tuLonHonMau},
		{"han-bao-cao", diag.Note, hanBaoCao},
		{"viec-chua-giao", diag.Note, viecChuaGiao},
		{"viec-ve-danh-sach", diag.Note, viecVeDanhSach},
		{"don-vi-ngoai-ky", diag.Note, donViNgoaiKy},
		{"xem-lai-qua-han", diag.Note, xemLaiQuaHan},
		{"so-lieu-cu", diag.Note, soLieuCu},
		{"thieu-base-url", diag.Note, thieuBaseURL},
		{"con-trong", diag.Note, conTrong},
	}
}

// Site judges an assembled portal. The Tree is asked for what the Site leaves
// out: the rules about people hold for private records too, since content
// folders reach code hosts.
func Site(s *site.Site, t *content.Tree) diag.List {
	return new(Gate).Site(s, t)
}

// Gate judges a portal again and again and reads again only the texts that
// changed in between. The zero value is ready; one Site runs at a time.
type Gate struct {
	read map[*markup.Document][]found
}

// Site is like the function Site.
func (g *Gate) Site(s *site.Site, t *content.Tree) diag.List {
	x := newGate(s, t, g.read)
	var out diag.List
	for _, r := range siteRules() {
		out = append(out, r.judge(x)...)
	}
	g.read = x.read
	return out
}

// RuleInfo is the name of a rule and the gravest severity it gives.
type RuleInfo struct {
	Name     string
	Severity diag.Severity
}

// Names lists every rule of the whole program in the order of
// docs/kiem-tra.md: those of Site, those of Output, those of Confirm, and
// those that reading and assembling the files give.
func Names() []RuleInfo {
	var out []RuleInfo
	seen := make(map[string]bool)
	add := func(name string, severity diag.Severity) {
		if !seen[name] {
			seen[name] = true
			out = append(out, RuleInfo{name, severity})
		}
	}
	for _, r := range siteRules() {
		add(r.name, r.severity)
	}
	for _, r := range outputRules() {
		add(r.Name, r.Severity)
	}
	for _, r := range confirmRules() {
		add(r.Name, r.Severity)
	}
	for _, r := range stageRules() {
		add(r.Name, r.Severity)
	}
	return out
}
