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
			choiceIn("tinh_trang", "Tình trạng hiệu lực vào ngày dựng cổng", forceChoices()...).of(byPortal),
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

// unitsData is what is true of single units: their text may go on while they
// ended, or the other way round.
func unitsData(s *site.Site) *dataset {
	d := &dataset{
		scope:   "Điều, khoản có hiệu lực riêng, khác với cả văn bản, hoặc được thay, được sửa đổi; điều không có ở đây thì theo tình trạng của văn bản",
		from:    "Phần khai của văn bản trên cổng",
		updated: newest(s, site.KindLegal),
		key:     "ma_dong",
		columns: []column{
			textIn("van_ban", "Mã văn bản").to("van-ban.ma").of(byPlace),
			textIn("muc", "Mã của điều, khoản; đặt sau dấu # của địa chỉ trang văn bản"),
			textIn("ten", "Tên để đọc").of("Lời của văn bản"),
			choiceIn("tinh_trang", "Tình trạng hiệu lực vào ngày dựng cổng", forceChoices()...).of(byPortal),
			yesIn("giu_hieu_luc", "Vẫn có hiệu lực dù văn bản thì không"),
			dayIn("ngay_hieu_luc", "Có hiệu lực từ ngày, nếu chưa đến").or("đã có hiệu lực, hoặc chưa ghi"),
			dayIn("ngay_het_hieu_luc", "Hết hiệu lực từ ngày").or("chưa hết, hoặc chưa biết ngày"),
			listIn("nay_la", "Nay là: mã văn bản#mã điều, khoản").or("chưa có điều thay thế"),
			listIn("sua_doi_boi", "Được sửa đổi, bổ sung bởi: mã văn bản#mã điều, khoản").or("chưa được sửa đổi"),
			listIn("sua_doi_tu", "Lời sửa đổi có hiệu lực từ ngày, cùng thứ tự với sua_doi_boi; chua_ro: chưa biết ngày").or("chưa được sửa đổi"),
			textIn("ghi_chu", "Lời của cổng về điều này").or("không có"),
			addressIn(),
			rowIn("Mã dòng: mã văn bản#mã điều, khoản"),
		},
	}
	for _, l := range s.Legal {
		for _, unit := range l.NotedUnits() {
			here := site.UnitRef{Legal: l, Unit: unit}
			st := l.StateOf(unit)
			var by, since []string
			for _, a := range st.Amended {
				by = append(by, unitID(a.By))
				if a.On.IsZero() {
					since = append(since, "chua_ro")
				} else {
					since = append(since, a.On.String())
				}
			}
			var now []string
			for _, to := range st.ReplacedBy {
				now = append(now, unitID(to))
			}
			d.add(text(l.ID), text(unit), text(here.Name()), text(forceKey(st.Force)), yes(st.Kept), day(st.From), day(st.EndedOn),
				list(now), list(by), list(since), text(st.Note), text(absolute(s, here.Addr())), text(unitID(here)))
		}
	}
	return d.signed(s)
}

// unitID is a unit as records name it: "nd-282-2025#dieu-32".
func unitID(u site.UnitRef) string {
	if u.Unit == "" {
		return u.Legal.ID
	}
	return u.Legal.ID + "#" + u.Unit
}

func forceChoices() []choice {
	return []choice{
		{"con_hieu_luc", "còn hiệu lực"}, {"chua_co_hieu_luc", "chưa có hiệu lực"}, {"het_hieu_luc_mot_phan", "hết hiệu lực một phần"},
		{"het_hieu_luc", "hết hiệu lực"}, {"chua_ro", "chưa rõ"},
	}
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
