package render

import (
	"strconv"
	"strings"

	"thonlanh/internal/site"
)

func materialsData(s *site.Site) *dataset {
	d := &dataset{
		scope:   "Áp phích, tờ rơi, bài phát thanh và các tài liệu khác",
		from:    "Phần khai của tài liệu trên cổng",
		updated: newest(s, site.KindMaterial),
		key:     "ma",
		columns: []column{
			textIn("ma", "Mã tài liệu: loại, rồi tên").of(byPlace),
			textIn("loai", "Loại tài liệu").of(byPlace),
			textIn("ten", "Tên tài liệu"),
			textIn("mo_ta", "Tài liệu nói gì").or("chưa ghi"),
			dayIn("ngay", "Ngày làm").or("chưa ghi"),
			listIn("kho", "Các khổ in").or("chưa ghi"),
			choiceIn("trang_thai", "Còn dùng không", choice{"con_dung", "bản còn dùng"}, choice{"da_thay", "bản đã thay"}).or("chưa ghi"),
			textIn("thay_boi", "Mã bản mới").to("tai-lieu.ma").or("chưa có bản mới"),
			textIn("ma_ban_in", "Mã bản in").or("không có bản in mang mã"),
			listIn("noi_treo", "Nơi đang treo").or("chưa ghi"),
			textIn("giay_phep", "Được dùng lại thế nào").or("như giấy phép chung của cổng"),
			addressIn(),
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
	return d.signed(s)
}

func eventsData(s *site.Site) *dataset {
	d := &dataset{
		scope: "Các buổi của xã và thôn, theo ngày",
		from:  "Lịch của xã",
		key:   "ma",
		columns: []column{
			textIn("ma", "Mã buổi").of(byPlace),
			textIn("tieu_de", "Tên buổi"),
			textIn("mo_ta", "Một, hai câu về buổi").or("chưa ghi, hoặc không nêu ra ở đây"),
			choiceIn("loai", "Loại hoạt động",
				choice{"hoi_thi", "hội thi"}, choice{"hoi_dien", "hội diễn"}, choice{"noi_chuyen", "buổi nói chuyện"}, choice{"tap_huan", "tập huấn"}, choice{"phat_thanh", "phát thanh"},
				choice{"tu_van", "tư vấn"}, choice{"hop_thon", "họp thôn"}, choice{"so_ket", "sơ kết"}, choice{"tong_ket", "tổng kết"}, choice{"khac", "khác"}).or("chưa xếp loại"),
			dayIn("ngay", "Ngày bắt đầu"),
			dayIn("den_ngay", "Ngày kết thúc").or("chỉ một ngày"),
			textIn("gio", "Giờ bắt đầu, 24 giờ: 14:00").or("chưa ghi"),
			textIn("den_gio", "Giờ kết thúc, 24 giờ").or("chưa ghi"),
			textIn("noi", "Nơi diễn ra").or("chưa ghi"),
			textIn("danh_cho", "Dành cho ai").or("mọi người"),
			textIn("don_vi", "Đơn vị tổ chức").or("chưa ghi"),
			textIn("thon", "Mã thôn").to("thon.ma").or("không phải buổi riêng của một thôn"),
			addressIn(),
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
		d.period = d.period.holding(e.Date).holding(e.EndDate)
	}
	return d.signed(s)
}

// addrName is the last part of an address.
func addrName(addr string) string {
	addr = strings.Trim(addr, "/")
	return addr[strings.LastIndexByte(addr, '/')+1:]
}

func newsData(s *site.Site) *dataset {
	d := &dataset{
		scope:   "Tiêu đề và một câu của mỗi tin, mới nhất đứng đầu",
		from:    "Phần khai của tin trên cổng",
		updated: newest(s, site.KindNews),
		key:     "ma_dong",
		columns: []column{
			dayIn("ngay", "Ngày của tin").or("chưa ghi"),
			textIn("tieu_de", "Tiêu đề tin"),
			textIn("mo_ta", "Một câu").or("chưa ghi"),
			textIn("don_vi", "Đơn vị viết tin").or("chưa ghi"),
			textIn("nguon", "Nguồn tin").or("xã tự viết"),
			addressIn(),
			rowIn("Mã tin: năm/tên tệp"),
		},
	}
	for _, n := range openNews(s) {
		d.add(day(n.Date), text(n.Title), text(newsLine(n)), text(bodyName(n.Author)), text(n.Origin), text(absolute(s, n.Addr)),
			rowID(strconv.Itoa(n.Year), addrName(n.Addr)))
		d.period = d.period.holding(n.Date)
	}
	return d.signed(s)
}
