package content

import (
	"thonlanh/internal/date"
	"thonlanh/internal/tomlfile"
)

// Issued is the header of an issued document, as printed on it (Nghị định
// 30/2020/NĐ-CP, Phụ lục I).
type Issued struct {
	Number     string           `toml:"so_ky_hieu" doc:"Số, ký hiệu: 48/KH-UBND."`
	Subject    string           `toml:"trich_yeu" doc:"Trích yếu nội dung."`
	Issuers    tomlfile.Strings `toml:"co_quan" doc:"Cơ quan ban hành."`
	IssuedOn   date.Date        `toml:"ngay_ban_hanh" doc:"Ngày ban hành."`
	SignerPost string           `toml:"nguoi_ky_chuc_vu" doc:"Chức vụ người ký."`
	Signer     string           `toml:"nguoi_ky" doc:"Họ tên người ký; bản mẫu ghi “đã ký”."`
	Original   string           `toml:"tep_goc" doc:"Tệp gốc nằm cạnh, nếu đăng."`
}

// Plan is content/ke-hoach/<year>/: the text as issued and its tables.
type Plan struct {
	File
	Body
	Front
	Issued
	Year        int                      `toml:"-"`
	From        date.Date                `toml:"tu_ngay" doc:"Ngày bắt đầu kỳ thực hiện; trống: 1/1 của năm."`
	To          date.Date                `toml:"den_ngay" doc:"Ngày hết kỳ thực hiện; trống: 31/12 của năm."`
	Implements  tomlfile.Strings         `toml:"thuc_hien" doc:"Văn bản mà kế hoạch thực hiện, như in trên kế hoạch."`
	ReplacedBy  string                   `toml:"thay_the_boi" doc:"Kế hoạch thay thế: năm."`
	Note        string                   `toml:"luu_y" doc:"Lời của cổng, đặt trên toàn văn."`
	Digest      Digest                   `toml:"tom_tat" doc:"Năm dòng tóm tắt."`
	Slips       tomlfile.Records[Slip]   `toml:"dinh_chinh" doc:"Chỗ bản gốc in sai; chữ gốc giữ nguyên."`
	Versions    tomlfile.Records[Change] `toml:"lich_su_ban" doc:"Các lần thay đổi của trang này."`
	Targets     *Targets                 `toml:"-"`
	Duties      *Duties                  `toml:"-"`
	Reports     *Reports                 `toml:"-"`
	Periods     []*Period                `toml:"-"` // by name, which is by date
	BodyMissing bool                     `toml:"-"` // tables without index.md
}

// Digest is the summary of a plan in five lines.
type Digest struct {
	Goal    string `toml:"muc_tieu" doc:"Mục tiêu."`
	For     string `toml:"phuc_vu" doc:"Phục vụ ai."`
	Lead    string `toml:"chu_tri" doc:"Ai chủ trì."`
	Reports string `toml:"han_bao_cao" doc:"Hạn báo cáo."`
	Contact string `toml:"lien_he" doc:"Liên hệ hiện nay."`
}

// Slip is a misprint of the text as issued.
type Slip struct {
	Unit  string `toml:"muc" doc:"Mã của mục: muc-i-y-2; trống: chỗ đầu tiên."`
	Found string `toml:"goc" doc:"Chữ bản gốc in."`
	Meant string `toml:"dung" doc:"Chữ đúng."`
	Why   string `toml:"ly_do" doc:"Vì sao biết là in sai."`
}

// Change is one state of a page over time.
type Change struct {
	Date date.Date `toml:"ngay" doc:"Ngày."`
	What string    `toml:"thay_doi" doc:"Đã đổi gì."`
}

// Targets is chi-tieu.toml.
type Targets struct {
	File
	List tomlfile.Records[Target] `toml:"*"`
}

// Target is one measured aim of a plan.
type Target struct {
	Name      string           `toml:"ten" doc:"Tên ngắn."`
	Unit      string           `toml:"muc" doc:"Mã của mục trong kế hoạch: muc-i-y-2."`
	Kind      string           `toml:"kieu" enum:"ty_le,so_luong,danh_muc,dinh_tinh" doc:"Kiểu chỉ tiêu."`
	Counting  string           `toml:"cach_tinh" enum:"cong_don,duy_tri,co_han" doc:"Cách tính."`
	Measure   string           `toml:"don_vi" doc:"Đơn vị tính: người, thôn, buổi."`
	Goal      float64          `toml:"muc_tieu" doc:"Mục tiêu: phần trăm (ty_le) hoặc số lượng."`
	Base      int              `toml:"mau_so" doc:"Mẫu số, nếu không đổi."`
	BaseFrom  string           `toml:"nguon_mau_so" enum:"van_ban,suy_luan,nhap_tay" doc:"Mẫu số lấy từ đâu."`
	Strength  string           `toml:"muc_do" enum:"phan_dau,bat_buoc" doc:"Phấn đấu hay bắt buộc."`
	Counts    string           `toml:"dem" enum:"nguoi_dan,luot_nguoi,can_bo,thon,hoat_dong,nguoi_lien_quan,vu_viec,co_so,xet_nghiem" doc:"Con số đếm cái gì: luot_nguoi là lượt dự, không phải số người; bốn loại cuối không bao giờ đăng khi nhỏ."`
	Items     tomlfile.Strings `toml:"danh_muc" doc:"Các việc của chỉ tiêu danh mục."`
	Home      bool             `toml:"trang_chu" doc:"Hiện trên trang chủ (nhiều nhất ba)."`
	DueBefore date.Date        `toml:"truoc_ngay" doc:"Chỉ tiêu có hạn: phải xong trước ngày này."`
	Note      string           `toml:"ghi_chu" doc:"Ghi chú."`
	Public    *bool            `toml:"cong_khai" doc:"false: không đăng."`
}

// Duties is nhiem-vu.toml.
type Duties struct {
	File
	List tomlfile.Records[Duty] `toml:"*"`
}

// Duty is a task that a plan unit gives to a body.
type Duty struct {
	Unit      string           `toml:"muc" doc:"Mã của mục trong kế hoạch: muc-iii-1-y-1."`
	Task      string           `toml:"viec" doc:"Việc, nói ngắn."`
	Lead      tomlfile.Strings `toml:"chu_tri" doc:"Đơn vị chủ trì (mã trong co-quan.toml)."`
	Support   tomlfile.Strings `toml:"phoi_hop" doc:"Đơn vị phối hợp."`
	DueBefore date.Date        `toml:"truoc_ngay" doc:"Trước ngày (không tính ngày đó)."`
	Asked     bool             `toml:"de_nghi" doc:"true: kế hoạch “đề nghị”, không giao."`
	State     string           `toml:"trang_thai" enum:"chua_lam,dang_lam,thuong_xuyen,da_xong" doc:"Tình trạng."`
	DoneOn    date.Date        `toml:"xong_ngay" doc:"Ngày xong."`
	Targets   tomlfile.Strings `toml:"chi_tieu" doc:"Chỉ tiêu mà việc này phục vụ."`
	Public    *bool            `toml:"cong_khai" doc:"Bắt buộc ghi: true hoặc false."`
}

// Reports is bao-cao.toml.
type Reports struct {
	File
	List tomlfile.Records[Report] `toml:"*"`
}

// Report is a report that a plan asks for.
type Report struct {
	Name        string                      `toml:"ten" doc:"Tên báo cáo."`
	DueBefore   date.Date                   `toml:"truoc_ngay" doc:"Trước ngày (không tính ngày đó)."`
	Unit        string                      `toml:"muc" doc:"Mã của mục trong kế hoạch: muc-iv-2."`
	Senders     tomlfile.Strings            `toml:"ben_gui" doc:"Đơn vị phải gửi."`
	AllVillages bool                        `toml:"moi_thon" doc:"true: mọi thôn đều gửi."`
	Receiver    string                      `toml:"noi_nhan" doc:"Đơn vị nhận."`
	Sent        tomlfile.Records[date.Date] `toml:"da_gui" doc:"Ai đã gửi ngày nào: dong = 2026-06-05."`
	Public      *bool                       `toml:"cong_khai" doc:"Bắt buộc ghi: true hoặc false."`
}

// Period is tien-do/<period>.toml: values from the plan's start to AsOf.
type Period struct {
	File
	AsOf     date.Date                        `toml:"tinh_den" doc:"Số liệu tính đến ngày."`
	Origin   string                           `toml:"nguon" doc:"Nguồn số liệu."`
	Public   *bool                            `toml:"cong_khai" doc:"Bắt buộc ghi: true hoặc false."`
	Note     string                           `toml:"ghi_chu" doc:"Ghi chú."`
	Villages tomlfile.Records[VillageFigures] `toml:"thon" doc:"Hoạt động của từng thôn."`
	Fixes    tomlfile.Records[Fixes]          `toml:"dinh_chinh" doc:"Sửa số đã đăng của một kỳ trước: [dinh_chinh.2026-06.ct-2]."`
	Figures  tomlfile.Records[Figure]         `toml:"*"`
}

// Fixes are the corrections that a period makes to one earlier period, by the
// target they concern.
type Fixes struct {
	List tomlfile.Records[Fix] `toml:"*"`
}

// Fix puts a figure of an earlier period right. What it does not name stays as
// it was; the earlier file keeps what was published.
type Fix struct {
	Num   *int             `toml:"tu_so" doc:"Tử số đúng."`
	Den   *int             `toml:"mau_so" doc:"Mẫu số đúng."`
	Done  tomlfile.Strings `toml:"da_lam" doc:"Các việc của danh mục đúng là đã làm."`
	State string           `toml:"trang_thai" enum:"chua_lam,dang_lam,da_xong" doc:"Tình trạng đúng."`
	On    date.Date        `toml:"ngay" doc:"Ngày đính chính; trống: ngày tinh_den của tệp này."`
	Why   string           `toml:"ly_do" doc:"Vì sao sửa: người xem đọc được dòng này."`
}

// Figure is the value of one target in one period.
type Figure struct {
	Num    *int             `toml:"tu_so" doc:"Tử số: đã làm được."`
	Den    *int             `toml:"mau_so" doc:"Mẫu số."`
	Done   tomlfile.Strings `toml:"da_lam" doc:"Các việc của danh mục đã làm."`
	State  string           `toml:"trang_thai" enum:"chua_lam,dang_lam,da_xong" doc:"Chỉ tiêu định tính."`
	Origin string           `toml:"nguon" doc:"Nguồn, nếu khác nguồn chung."`
	Note   string           `toml:"ghi_chu" doc:"Ghi chú."`
	Public *bool            `toml:"cong_khai" doc:"false: không đăng con số này."`
}

// VillageFigures is what one village did: activities, never persons.
type VillageFigures struct {
	Talks      *int `toml:"buoi_tuyen_truyen" doc:"Buổi tuyên truyền."`
	Leaflets   *int `toml:"ho_nhan_to_roi" doc:"Số hộ nhận tờ rơi."`
	Broadcasts *int `toml:"luot_phat_thanh" doc:"Lượt phát thanh."`
	Classes    *int `toml:"lop_tap_huan" doc:"Lớp tập huấn."`
}
