package render

import (
	"thonlanh/internal/date"
	"thonlanh/internal/site"
)

func numbersData(s *site.Site) *dataset {
	d := &dataset{
		scope:   "Các số người dân có thể gọi, theo thứ tự trên trang",
		updated: newest(s, site.KindNumbers),
		columns: []column{
			{"ma", "Mã của số trong sổ"},
			{"ten", "Ai nghe máy"},
			{"so", "Số, viết để đọc"},
			{"so_bam", "Số để bấm, chỉ có chữ số; trống khi là số mẫu"},
			{"muc_dich", "Gọi khi nào"},
			{"nhom", "khan_cap, ho_tro hoặc dia_phuong"},
			{"gio", "Giờ trực"},
			{"cuoc", "mien_phi, cuoc_thuong, tinh_cuoc hoặc chua_ro"},
			{"ghi_am", "Cuộc gọi có được ghi âm không; trống: chưa rõ"},
			{"an_danh", "true: không cần nói tên; trống: chưa rõ"},
			{"kiem_tra_ngay", "Ngày gọi thử; với 112–115 là ngày đối chiếu nguồn chính thức"},
			{"nguon", "Nguồn của số"},
			{"chua_xac_minh", "Các mục chưa kiểm tra lại, để trống trong dòng này"},
		},
	}
	for _, n := range s.Numbers {
		known := func(key string, c cell) cell {
			for _, k := range n.Unverified {
				if k == key {
					return none()
				}
			}
			return c
		}
		dial, checked := text(string(n.Dial)), n.CheckedOn
		if n.Example {
			dial = none()
		}
		if n.Example || s.Sample { // a sample claims no check
			checked = date.Date{}
		}
		d.add(text(n.ID), text(n.Name), text(n.Dial.Display()), dial, list(n.Purpose), text(n.Group),
			known("gio", text(n.Hours)), known("cuoc", text(n.Cost)), known("ghi_am", maybe(n.Recorded)),
			known("an_danh", maybe(n.Anonymous)), known("kiem_tra_ngay", day(checked)), text(n.Source), list(n.Unverified))
	}
	return d.mark(s)
}

func servicesData(s *site.Site) *dataset {
	d := &dataset{
		scope: "Học nghề, việc làm, vay vốn, tư vấn, khám và xét nghiệm, trợ giúp pháp lý",
		columns: []column{
			{"ma", "Mã dịch vụ"},
			{"ten", "Tên dịch vụ"},
			{"loai", "day_nghe, viec_lam, vay_von, tu_van, xet_nghiem, kham_benh, phap_ly, hoa_nhap"},
			{"mo_ta", "Dịch vụ làm gì"},
			{"noi", "Hỏi ở đâu"},
			{"gio", "Giờ"},
			{"chi_phi", "Có phải trả tiền không"},
			{"giu_kin", "Điều được giữ kín"},
			{"don_vi", "Đơn vị"},
			{"so", "Mã của số trong tập so-can-biet"},
			{"den_ngay", "Đang nhận đến ngày"},
			{"da_het", "true: đã hết hạn nhận"},
		},
	}
	for _, v := range s.Services {
		number := none()
		if v.Service.Number != "" && numberOf(v.Number) != "" {
			number = text(numberOf(v.Number))
		}
		d.add(text(v.ID), text(v.Name), text(v.Kind), text(v.Line), text(v.Where), text(v.Hours), text(v.Cost),
			text(v.Private), text(bodyName(v.Body)), number, day(v.Until), yes(v.Over))
	}
	return d.mark(s)
}

func numberOf(n *site.Number) string {
	if n == nil {
		return ""
	}
	return n.ID
}

func bodyName(b *site.Body) string {
	if b == nil {
		return ""
	}
	return b.Name
}

func bodyNames(bodies []*site.Body) []string {
	var out []string
	for _, b := range bodies {
		out = append(out, b.Name)
	}
	return out
}
