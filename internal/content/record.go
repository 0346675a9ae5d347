package content

import (
	"thonlanh/internal/date"
	"thonlanh/internal/tomlfile"
)

// Legal is content/van-ban/<id>.md: one legal or administrative text.
type Legal struct {
	File
	Body
	Front
	Issued
	Kind         string                      `toml:"loai" enum:"hien_phap,bo_luat,luat,phap_lenh,nghi_quyet,nghi_dinh,quyet_dinh,thong_tu,nqlt,ttlt,chi_thi,ket_luan,vbhn,ke_hoach,chuong_trinh,thong_bao,bao_cao,cong_van,huong_dan,huong_uoc,quy_che,tai_lieu,khac" doc:"Loại văn bản."`
	InForce      date.Date                   `toml:"ngay_hieu_luc" doc:"Ngày có hiệu lực."`
	Ends         date.Date                   `toml:"ngay_het_hieu_luc" doc:"Ngày hết hiệu lực (từ ngày này không còn hiệu lực)."`
	ReplacedBy   tomlfile.Strings            `toml:"thay_the_boi" doc:"Văn bản thay thế."`
	AmendedBy    tomlfile.Strings            `toml:"sua_doi_boi" doc:"Văn bản sửa đổi, bổ sung."`
	Names        tomlfile.Strings            `toml:"ten_goi" doc:"Các tên hay gọi."`
	State        string                      `toml:"tinh_trang" enum:"con_hieu_luc,het_hieu_luc,het_hieu_luc_mot_phan,chua_co_hieu_luc,chua_ro" doc:"Chỉ ghi khi ngày tháng không nói đủ: het_hieu_luc_mot_phan, chua_ro."`
	StillGoverns date.Date                   `toml:"con_ap_dung_truoc" doc:"Đã hết hiệu lực nhưng vẫn áp dụng cho hành vi trước ngày này."`
	Source       string                      `toml:"nguon" doc:"Địa chỉ nguồn chính thức."`
	CheckedOn    date.Date                   `toml:"kiem_tra_ngay" doc:"Ngày đối chiếu với nguồn chính thức."`
	CheckedBy    string                      `toml:"kiem_tra_boi" doc:"Chức danh người đối chiếu."`
	Plain        string                      `toml:"noi_de_hieu" doc:"Lời giải thích của xã, tự viết."`
	PlainBy      string                      `toml:"noi_de_hieu_duyet_boi" doc:"Chức danh người duyệt lời giải thích; bản mẫu ghi “mẫu, chưa duyệt”."`
	PlainOn      date.Date                   `toml:"noi_de_hieu_ngay" doc:"Ngày duyệt lời giải thích."`
	Excerpt      bool                        `toml:"chi_trich" doc:"true: chỉ đăng các điều liên quan."`
	Group        string                      `toml:"nhom" doc:"Nhóm trong danh sách."`
	Units        tomlfile.Records[UnitForce] `toml:"hieu_luc" doc:"Hiệu lực riêng của một chương, điều, khoản: [hieu_luc.dieu-24]."`
}

// UnitForce is what is true of one unit of a text and of all below it, where
// it differs from the whole: an article may end, be replaced or be amended
// while its text goes on.
type UnitForce struct {
	InForce    date.Date        `toml:"ngay_hieu_luc" doc:"Ngày có hiệu lực, nếu khác cả văn bản."`
	Ends       date.Date        `toml:"ngay_het_hieu_luc" doc:"Ngày hết hiệu lực (từ ngày này không còn hiệu lực)."`
	State      string           `toml:"tinh_trang" enum:"con_hieu_luc,het_hieu_luc,chua_co_hieu_luc,chua_ro" doc:"Chỉ ghi khi ngày tháng không nói đủ."`
	ReplacedBy tomlfile.Strings `toml:"thay_the_boi" doc:"Nay là điều nào: \"nd-282-2025#dieu-32\"."`
	AmendedBy  tomlfile.Strings `toml:"sua_doi_boi" doc:"Được sửa đổi, bổ sung bởi: \"luat-86-2025#dieu-1\"."`
	AmendedOn  date.Date        `toml:"sua_doi_tu" doc:"Ngày lời sửa đổi có hiệu lực, nếu khác ngày hiệu lực của văn bản sửa đổi."`
	Note       string           `toml:"ghi_chu" doc:"Lời của cổng về điều này."`
}

// Bodies is co-quan.toml.
type Bodies struct {
	File
	List tomlfile.Records[Org] `toml:"*"`
}

// Org is a body: an office, board, school, station or the villages together.
type Org struct {
	Name       string           `toml:"ten" doc:"Tên đầy đủ."`
	Short      string           `toml:"ten_ngan" doc:"Tên ngắn."`
	From       date.Date        `toml:"tu_ngay" doc:"Có từ ngày."`
	To         date.Date        `toml:"den_ngay" doc:"Đến hết ngày."`
	Successors tomlfile.Strings `toml:"ke_tiep" doc:"Đơn vị nhận việc khi đơn vị này thôi hoạt động; chia cho nhiều đơn vị thì ghi cả danh sách."`
	Number     string           `toml:"so" doc:"Số trong sổ số điện thoại."`
	Address    string           `toml:"dia_chi" doc:"Nơi làm việc."`
	Hours      string           `toml:"gio" doc:"Giờ làm việc."`
	Villages   bool             `toml:"la_cac_thon" doc:"true: chỉ tất cả các thôn."`
}

// Officials is can-bo.toml: people who may be named because of their office.
type Officials struct {
	File
	List tomlfile.Records[Official] `toml:"*"`
}

// Official is a person named with an office.
type Official struct {
	Name   string    `toml:"ho_ten" doc:"Họ tên."`
	Post   string    `toml:"chuc_vu" doc:"Chức vụ."`
	Body   string    `toml:"co_quan" doc:"Đơn vị (mã trong co-quan.toml)."`
	From   date.Date `toml:"tu_ngay" doc:"Giữ chức vụ từ ngày."`
	To     date.Date `toml:"den_ngay" doc:"Đến hết ngày."`
	Public *bool     `toml:"cong_khai" doc:"Bắt buộc ghi: true hoặc false."`
}

// Register is so-can-biet.toml: the only source of any telephone number.
type Register struct {
	File
	List tomlfile.Records[Number] `toml:"*"`
}

// Number is one line that people may call.
type Number struct {
	Digits     string           `toml:"so" doc:"Số, viết như người dân bấm: \"111\", \"0200 3000 115\"."`
	Name       string           `toml:"ten" doc:"Ai nghe máy."`
	Purpose    tomlfile.Strings `toml:"muc_dich" doc:"Gọi khi nào."`
	Hours      string           `toml:"gio" doc:"Giờ trực: 24/7."`
	Cost       string           `toml:"cuoc" enum:"mien_phi,cuoc_thuong,tinh_cuoc,chua_ro" doc:"Cước."`
	Recorded   *bool            `toml:"ghi_am" doc:"Cuộc gọi có được ghi âm không; bỏ trống khi chưa rõ."`
	Anonymous  *bool            `toml:"an_danh" doc:"true: không cần nói tên."`
	CheckedOn  date.Date        `toml:"kiem_tra_ngay" doc:"Ngày gọi thử; với 112–115 là ngày đối chiếu nguồn chính thức (không bao giờ gọi thử)."`
	CheckedBy  string           `toml:"kiem_tra_boi" doc:"Chức danh người kiểm tra."`
	Source     string           `toml:"nguon" doc:"Nguồn của số."`
	Group      string           `toml:"nhom" enum:"khan_cap,ho_tro,dia_phuong" doc:"Nhóm trên trang số cần biết."`
	Bar        string           `toml:"thanh_goi" doc:"Chữ trên thanh gọi đầu trang (chỉ hai số): Nguy hiểm."`
	BarLong    string           `toml:"thanh_goi_dai" doc:"Chữ trên thanh gọi ở màn hình rộng: đang nguy hiểm."`
	Home       bool             `toml:"trang_chu" doc:"Hiện ở Số gọi ngay trên trang chủ."`
	Steps      tomlfile.Strings `toml:"khi_goi" doc:"Khi bạn gọi, điều gì xảy ra: ba bước ngắn."`
	Neutral    string           `toml:"ten_danh_ba" doc:"Tên trung tính khi lưu vào danh bạ: Xã 1."`
	Body       string           `toml:"co_quan" doc:"Đơn vị (mã trong co-quan.toml)."`
	From       date.Date        `toml:"tu_ngay" doc:"Dùng từ ngày."`
	To         date.Date        `toml:"den_ngay" doc:"Ngừng dùng từ ngày."`
	Replaces   tomlfile.Strings `toml:"thay_cho" doc:"Số cũ mà số này thay."`
	Unverified tomlfile.Strings `toml:"chua_xac_minh" doc:"Tên các mục chưa kiểm tra lại: cuoc, gio."`
	Public     *bool            `toml:"cong_khai" doc:"false: không đăng."`
}

// Services is dich-vu.toml.
type Services struct {
	File
	List tomlfile.Records[Service] `toml:"*"`
}

// Service is something residents can use: training, jobs, loans, advice.
type Service struct {
	Name    string    `toml:"ten" doc:"Tên dịch vụ."`
	Kind    string    `toml:"loai" enum:"day_nghe,viec_lam,vay_von,tu_van,xet_nghiem,kham_benh,phap_ly,hoa_nhap" doc:"Loại."`
	Line    string    `toml:"mo_ta" doc:"Một, hai câu."`
	Where   string    `toml:"noi" doc:"Hỏi ở đâu."`
	Hours   string    `toml:"gio" doc:"Giờ."`
	Cost    string    `toml:"chi_phi" doc:"Có phải trả tiền không."`
	Number  string    `toml:"so" doc:"Số trong sổ số điện thoại."`
	Private string    `toml:"giu_kin" doc:"Điều được giữ kín, nói bằng lời."`
	Body    string    `toml:"co_quan" doc:"Đơn vị (mã trong co-quan.toml)."`
	Until   date.Date `toml:"den_ngay" doc:"Đang nhận đến ngày."`
	Public  *bool     `toml:"cong_khai" doc:"Bắt buộc ghi: true hoặc false."`
}

// Moves is chuyen-di.toml: what moved or was taken down.
type Moves struct {
	File
	List tomlfile.Records[Gone] `toml:"*"`
}

// Gone is one address or unit that is no longer where it was.
type Gone struct {
	To      string    `toml:"chuyen_den" doc:"Nơi hiện nay, trong cổng: /tin/2026/a/, với một mục: /van-ban/x/#dieu-6."`
	TakenOn date.Date `toml:"go_bo" doc:"Ngày gỡ bỏ hẳn; không có gì được đăng ở địa chỉ cũ."`
}
