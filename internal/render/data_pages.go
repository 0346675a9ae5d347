package render

import (
	"strings"

	"thonlanh/internal/site"
)

func materialsData(s *site.Site) *dataset {
	d := &dataset{
		scope:   "Áp phích, tờ rơi, bài phát thanh và các tài liệu khác",
		updated: newest(s, site.KindMaterial),
		columns: []column{
			{"ma", "Mã tài liệu"},
			{"loai", "Loại tài liệu"},
			{"ten", "Tên tài liệu"},
			{"mo_ta", "Tài liệu nói gì"},
			{"ngay", "Ngày làm"},
			{"kho", "Các khổ"},
			{"trang_thai", "con_dung hoặc da_thay"},
			{"thay_boi", "Mã bản mới"},
			{"ma_ban_in", "Mã bản in"},
			{"noi_treo", "Nơi đang treo"},
			{"giay_phep", "Được dùng lại thế nào"},
			{"dia_chi", "Địa chỉ trang"},
		},
	}
	for _, m := range s.Materials {
		next := none()
		if m.ReplacedBy != nil {
			next = text(m.ReplacedBy.Key)
		}
		d.add(text(m.Key), text(m.KindName), text(m.Title), text(m.Summary), day(m.Date), list(m.Sizes), text(m.State), next,
			text(m.Code), list(m.Hangs), text(m.Licence), text(absolute(s, m.Addr)))
	}
	return d.mark(s)
}

func eventsData(s *site.Site) *dataset {
	d := &dataset{
		scope: "Các buổi của xã và thôn, theo ngày",
		columns: []column{
			{"ma", "Mã buổi"},
			{"tieu_de", "Tên buổi"},
			{"mo_ta", "Một, hai câu về buổi"},
			{"loai", "Loại hoạt động"},
			{"ngay", "Ngày bắt đầu"},
			{"den_ngay", "Ngày kết thúc, nếu nhiều ngày"},
			{"gio", "Giờ bắt đầu"},
			{"den_gio", "Giờ kết thúc"},
			{"noi", "Nơi diễn ra"},
			{"danh_cho", "Dành cho ai"},
			{"don_vi", "Đơn vị tổ chức"},
			{"thon", "Mã thôn"},
			{"dia_chi", "Địa chỉ trang"},
		},
	}
	for _, e := range s.Events {
		about, village := text(e.Summary), none()
		if e.Sensitive != nil && *e.Sensitive {
			about = none()
		}
		if e.Village != nil {
			village = text(e.Village.ID)
		}
		d.add(text(addrName(e.Addr)), text(e.Title), about, text(e.Kind), day(e.Date), day(e.EndDate), text(e.Start), text(e.End),
			text(e.Place), text(e.For), text(bodyName(e.Body)), village, text(absolute(s, e.Addr)))
	}
	return d.mark(s)
}

// addrName is the last part of an address.
func addrName(addr string) string {
	addr = strings.Trim(addr, "/")
	return addr[strings.LastIndexByte(addr, '/')+1:]
}

func newsData(s *site.Site) *dataset {
	d := &dataset{
		scope:   "Tiêu đề và một câu của mỗi tin, mới nhất đứng đầu",
		updated: newest(s, site.KindNews),
		columns: []column{
			{"ngay", "Ngày của tin"},
			{"tieu_de", "Tiêu đề tin"},
			{"mo_ta", "Một câu"},
			{"don_vi", "Đơn vị viết tin"},
			{"nguon", "Nguồn tin"},
			{"dia_chi", "Địa chỉ trang"},
		},
	}
	for _, n := range openNews(s) {
		d.add(day(n.Date), text(n.Title), text(newsLine(n)), text(bodyName(n.Author)), text(n.Origin), text(absolute(s, n.Addr)))
	}
	return d.mark(s)
}
