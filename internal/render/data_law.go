package render

import "thonlanh/internal/site"

func legalData(s *site.Site) *dataset {
	d := &dataset{
		scope:   "Văn bản pháp luật và văn bản hành chính đăng trên cổng, với tình trạng hiệu lực",
		updated: newest(s, site.KindLegal),
		columns: []column{
			{"ma", "Mã văn bản"},
			{"loai", "Loại văn bản"},
			{"so_ky_hieu", "Số, ký hiệu"},
			{"trich_yeu", "Trích yếu"},
			{"co_quan", "Cơ quan ban hành"},
			{"ngay_ban_hanh", "Ngày ban hành"},
			{"ngay_hieu_luc", "Có hiệu lực từ ngày"},
			{"ngay_het_hieu_luc", "Hết hiệu lực từ ngày"},
			{"tinh_trang", "con_hieu_luc, chua_co_hieu_luc, het_hieu_luc_mot_phan, het_hieu_luc, chua_ro; tính theo ngày dựng cổng"},
			{"thay_the_boi", "Mã các văn bản thay thế"},
			{"sua_doi_boi", "Mã các văn bản sửa đổi, bổ sung"},
			{"nguon", "Nguồn chính thức"},
			{"kiem_tra_ngay", "Ngày đối chiếu với nguồn chính thức"},
			{"chi_trich", "true: chỉ đăng các điều liên quan"},
			{"chua_xac_minh", "Các mục chưa kiểm tra lại"},
			{"dia_chi", "Địa chỉ trang"},
		},
	}
	for _, l := range s.Legal {
		checked := day(l.CheckedOn)
		if s.Sample {
			checked = none()
		}
		d.add(text(l.ID), text(l.KindName), text(l.Number), text(l.Subject), list(l.Issuers), day(l.IssuedOn),
			day(l.InForce), day(l.Ends), text(forceKey(l.Force)), list(legalIDs(l.ReplacedBy)), list(legalIDs(l.AmendedBy)),
			text(l.Source), checked, yes(l.Excerpt), list(l.Unverified), text(absolute(s, l.Addr)))
	}
	return d.mark(s)
}

func forceKey(f site.Force) string {
	switch f {
	case site.InForce:
		return "con_hieu_luc"
	case site.NotYet:
		return "chua_co_hieu_luc"
	case site.PartlyEnded:
		return "het_hieu_luc_mot_phan"
	case site.Ended:
		return "het_hieu_luc"
	}
	return "chua_ro"
}

func legalIDs(texts []*site.Legal) []string {
	var out []string
	for _, l := range texts {
		out = append(out, l.ID)
	}
	return out
}
