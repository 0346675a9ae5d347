package render

import "thonlanh/internal/site"

func legalData(s *site.Site) *dataset {
	d := &dataset{
		scope:   "Văn bản pháp luật và văn bản hành chính đăng trên cổng, với tình trạng hiệu lực",
		from:    "Phần khai của văn bản trên cổng",
		updated: newest(s, site.KindLegal),
		key:     "ma",
		columns: []column{
			textIn("ma", "Mã văn bản").of(byPlace),
			textIn("loai", "Loại văn bản"),
			textIn("so_ky_hieu", "Số, ký hiệu").or("văn bản không có số, hoặc chưa ghi"),
			textIn("trich_yeu", "Trích yếu").or("chưa ghi"),
			listIn("co_quan", "Cơ quan ban hành").or("chưa ghi"),
			dayIn("ngay_ban_hanh", "Ngày ban hành").or("chưa ghi"),
			dayIn("ngay_hieu_luc", "Có hiệu lực từ ngày").or("chưa ghi"),
			dayIn("ngay_het_hieu_luc", "Hết hiệu lực từ ngày").or("chưa biết ngày hết hiệu lực"),
			choiceIn("tinh_trang", "Tình trạng hiệu lực vào ngày dựng cổng",
				choice{"con_hieu_luc", "còn hiệu lực"}, choice{"chua_co_hieu_luc", "chưa có hiệu lực"}, choice{"het_hieu_luc_mot_phan", "hết hiệu lực một phần"},
				choice{"het_hieu_luc", "hết hiệu lực"}, choice{"chua_ro", "chưa rõ"}).of(byPortal),
			listIn("thay_the_boi", "Mã các văn bản thay thế").to("van-ban.ma").or("chưa có văn bản thay thế trên cổng"),
			listIn("sua_doi_boi", "Mã các văn bản sửa đổi, bổ sung").to("van-ban.ma").or("chưa có văn bản sửa đổi trên cổng"),
			textIn("nguon", "Địa chỉ nguồn chính thức").or("chưa ghi"),
			dayIn("kiem_tra_ngay", "Ngày đối chiếu với nguồn chính thức").or("chưa đối chiếu; bản mẫu thì luôn trống"),
			yesIn("chi_trich", "Cổng chỉ đăng các điều liên quan, không đăng toàn văn"),
			uncheckedIn(),
			addressIn(),
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
	return d.signed(s)
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
