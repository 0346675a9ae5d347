package render

import (
	"thonlanh/internal/date"
	"thonlanh/internal/site"
)

func numbersData(s *site.Site) *dataset {
	d := &dataset{
		scope:   "Các số người dân có thể gọi, theo thứ tự trên trang",
		from:    "Sổ số điện thoại của xã",
		updated: newest(s, site.KindNumbers),
		key:     "ma",
		columns: []column{
			textIn("ma", "Mã của số trong sổ"),
			textIn("ten", "Ai nghe máy"),
			textIn("so", "Số, viết để đọc"),
			textIn("so_bam", "Số để bấm, chỉ có chữ số, giữ số 0 ở đầu").or("số mẫu, không gọi được"),
			listIn("muc_dich", "Gọi khi nào").or("sổ chưa ghi"),
			choiceIn("nhom", "Nhóm trên trang số cần biết",
				choice{"khan_cap", "khẩn cấp"}, choice{"ho_tro", "hỗ trợ, tư vấn"}, choice{"dia_phuong", "của địa phương"}).or("chưa xếp nhóm"),
			textIn("gio", "Giờ trực").or("chưa ghi, hoặc chưa kiểm tra lại"),
			choiceIn("cuoc", "Người gọi trả tiền thế nào",
				choice{"mien_phi", "miễn phí"}, choice{"cuoc_thuong", "cước gọi thường"}, choice{"tinh_cuoc", "có tính cước riêng"}, choice{"chua_ro", "chưa rõ"}).or("chưa ghi, hoặc chưa kiểm tra lại"),
			yesIn("ghi_am", "Cuộc gọi có được ghi âm không").or("chưa rõ"),
			yesIn("an_danh", "Có thể gọi mà không nói tên không").or("chưa rõ"),
			dayIn("kiem_tra_ngay", "Ngày gọi thử; với 112–115 là ngày đối chiếu nguồn chính thức").or("chưa kiểm tra; bản mẫu thì luôn trống"),
			textIn("nguon", "Nguồn của số").or("sổ chưa ghi"),
			uncheckedIn(),
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
	return d.signed(s)
}

func servicesData(s *site.Site) *dataset {
	d := &dataset{
		scope: "Học nghề, việc làm, vay vốn, tư vấn, khám và xét nghiệm, trợ giúp pháp lý",
		from:  "Bảng dịch vụ của xã",
		key:   "ma",
		columns: []column{
			textIn("ma", "Mã dịch vụ"),
			textIn("ten", "Tên dịch vụ"),
			choiceIn("loai", "Loại dịch vụ",
				choice{"day_nghe", "học nghề"}, choice{"viec_lam", "tìm việc làm"}, choice{"vay_von", "vay vốn"}, choice{"tu_van", "tư vấn"},
				choice{"xet_nghiem", "xét nghiệm"}, choice{"kham_benh", "khám bệnh"}, choice{"phap_ly", "trợ giúp pháp lý"}, choice{"hoa_nhap", "hòa nhập cộng đồng"}).or("chưa xếp loại"),
			textIn("mo_ta", "Dịch vụ làm gì").or("chưa ghi"),
			textIn("noi", "Hỏi ở đâu").or("chưa ghi"),
			textIn("gio", "Giờ").or("chưa ghi"),
			textIn("chi_phi", "Có phải trả tiền không").or("chưa ghi"),
			textIn("giu_kin", "Điều được giữ kín").or("không ghi riêng"),
			textIn("don_vi", "Đơn vị làm dịch vụ").or("chưa ghi"),
			textIn("so", "Mã của số điện thoại").to("so-can-biet.ma").or("không có số riêng"),
			dayIn("den_ngay", "Đang nhận đến ngày").or("không có hạn"),
			yesIn("da_het", "Đã hết hạn nhận chưa").of(byPortal),
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
	return d.signed(s)
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
