// Package content reads the content/ folder: every file is read and parsed
// alone, in parallel, into the typed record of its kind. Files do not know one
// another here; references are text until package site resolves them.
package content

import (
	"thonlanh/internal/date"
	"thonlanh/internal/diag"
	"thonlanh/internal/lock"
	"thonlanh/internal/markup"
	"thonlanh/internal/phone"
	"thonlanh/internal/tomlfile"
)

// Tree is everything a commune wrote, in the order of the file names.
type Tree struct {
	Home         *Home
	Help         []*Help
	Articles     []*Article
	News         []*News
	Singles      []*Single
	Plans        []*Plan
	Legal        []*Legal
	Materials    []*Material
	Villages     []*Village
	Recognitions *Recognitions // nil without danh-hieu.toml
	Events       []*Event
	Bodies       *Bodies
	Officials    *Officials
	Register     *Register
	Services     *Services
	Moves        *Moves

	Published *lock.Lock // dia-chi.lock: what was published before
	Unread    []string   // files that gave no record; why was reported
}

// File is where a record comes from.
type File struct {
	Path string         // content/tin/2026/a.md
	Name string         // the name that gives the address: "a"; for index.md the folder's
	Keys *tomlfile.Keys // places of the keys
}

// Body is the Markdown part of a page.
type Body struct {
	Doc     *markup.Document
	Src     *diag.Source // nil for legal texts, of which there may be thousands
	Start   int          // byte offset in Src where the Markdown begins
	Numbers []Mention    // telephone numbers written in the text
	Assets  []Asset      // files beside the page that it shows
	UnitIDs string       // of plans and legal texts, as package lock spells them
}

// Mention is a telephone number written in a text.
type Mention struct {
	Number phone.Number
	Text   string // as written
	Pos    diag.Pos
}

// Asset is a file that a page shows and that is published beside it.
type Asset struct {
	Name string // as the page names it: "hinh.svg"
	Path string // in the project: content/tai-lieu/ap-phich/x/hinh.svg
	Size int64
	// Width and Height in CSS pixels, 0 where the file does not say.
	Width, Height int
}

// Front is what the front matter of every page may hold.
type Front struct {
	Title      string           `toml:"tieu_de" doc:"Tên trang, hiện ở đầu trang."`
	Summary    string           `toml:"mo_ta" doc:"Một câu nói trang này có gì."`
	Date       date.Date        `toml:"ngay" doc:"Ngày của nội dung."`
	Public     *bool            `toml:"cong_khai" doc:"false: không đăng, không để lại dấu vết."`
	Sensitive  *bool            `toml:"nhay_cam" doc:"true: tên trang và địa chỉ giữ trung tính, có nút Thoát nhanh."`
	Language   string           `toml:"ngon_ngu" doc:"Mã ngôn ngữ nếu không phải tiếng Việt."`
	Basis      tomlfile.Strings `toml:"can_cu" doc:"Các văn bản hoặc điều khoản mà trang dựa vào: \"luat-53-2024#dieu-5\"."`
	History    tomlfile.Strings `toml:"lich_su" doc:"Văn bản đã hết hiệu lực được nhắc tới như lịch sử."`
	Unverified tomlfile.Strings `toml:"chua_xac_minh" doc:"Tên các mục chưa kiểm tra lại."`
}

// IsPublic reports whether a page is published: yes unless it says no.
func (f *Front) IsPublic() bool { return f.Public == nil || *f.Public }

func (f *Front) unverified() tomlfile.Strings { return f.Unverified }

// Review says who answers for the words of a page and until when.
type Review struct {
	ReviewedBy   string    `toml:"duyet_boi" doc:"Chức danh người duyệt nội dung."`
	ReviewedOn   date.Date `toml:"ngay_duyet" doc:"Ngày duyệt."`
	ReviewBefore date.Date `toml:"xem_lai_truoc" doc:"Phải xem lại trước ngày này."`
}

// Home is content/index.md: the words of the home page.
type Home struct {
	File
	Body
	Front
	Needs tomlfile.Records[Need] `toml:"nhu_cau" doc:"Các dòng dưới “Bạn đang cần gì?”."`
}

// Need is one row of "Bạn đang cần gì?".
type Need struct {
	Question string `toml:"cau_hoi" doc:"Câu ở ngôi thứ nhất."`
	Line     string `toml:"dong" doc:"Một dòng: bên trong có gì."`
	To       string `toml:"den" doc:"Địa chỉ trang: /ho-tro/an-toan/."`
}

// Help is a page of content/ho-tro/: always sensitive.
type Help struct {
	File
	Body
	Front
	Review
	Order    int              `toml:"thu_tu" doc:"Thứ tự trong mục Cần giúp đỡ."`
	Menu     string           `toml:"ten_muc" doc:"Tên ngắn, trung tính, hiện trong danh sách."`
	Call     tomlfile.Strings `toml:"goi" doc:"Các số trong sổ số điện thoại, theo thứ tự."`
	Services tomlfile.Strings `toml:"dich_vu" doc:"Loại dịch vụ hiện trên trang: day_nghe, viec_lam …"`
}

// Article is an awareness article of content/tim-hieu/.
type Article struct {
	File
	Body
	Front
	Review
	Order     int              `toml:"thu_tu" doc:"Thứ tự trong danh sách."`
	Answer    string           `toml:"tra_loi" doc:"Câu trả lời ngắn, đặt ngay dưới tên bài."`
	Call      tomlfile.Strings `toml:"goi" doc:"Các số trong sổ số điện thoại."`
	Materials tomlfile.Strings `toml:"tai_lieu" doc:"Tài liệu in kèm theo: ap-phich/ten."`
}

// News is an item of content/tin/<year>/.
type News struct {
	File
	Body
	Front
	Year       int    `toml:"-"`
	Author     string `toml:"don_vi" doc:"Đơn vị viết tin (mã trong co-quan.toml)."`
	Origin     string `toml:"nguon" doc:"Nguồn tin."`
	Picture    string `toml:"anh" doc:"Tệp ảnh nằm cạnh tin."`
	PictureAlt string `toml:"anh_mo_ta" doc:"Mô tả ảnh cho người không nhìn thấy ảnh."`
	Caption    string `toml:"anh_chu_thich" doc:"Chú thích dưới ảnh."`
	Consent    string `toml:"anh_dong_y" enum:"khong_co_nguoi,co_van_ban" doc:"Người trong ảnh đã đồng ý bằng văn bản, hay ảnh không có người."`
}

// Single is a page of its own: content/gioi-thieu.md and its neighbours.
type Single struct {
	File
	Body
	Front
	Review
}

// Material is one campaign material: content/tai-lieu/<kind>/<name>/index.md.
type Material struct {
	File
	Body
	Front
	Kind       string           `toml:"-"` // the folder: "ap-phich"
	Picture    string           `toml:"anh" doc:"Tệp hình nằm cạnh index.md."`
	PictureAlt string           `toml:"anh_mo_ta" doc:"Mô tả hình cho người không nhìn thấy hình."`
	Code       string           `toml:"ma_ban_in" doc:"Mã bản in: AP-2026-001.1."`
	Sizes      tomlfile.Strings `toml:"kho" doc:"Các khổ: A3, A4."`
	State      string           `toml:"trang_thai" enum:"con_dung,da_thay" doc:"Bản còn dùng hay đã thay."`
	ReplacedBy string           `toml:"thay_boi" doc:"Bản mới thay cho bản này: ap-phich/ten."`
	Hangs      tomlfile.Strings `toml:"noi_treo" doc:"Nơi đang treo."`
	Licence    string           `toml:"giay_phep" doc:"Người khác được dùng lại thế nào."`
	PrintRun   int              `toml:"so_luong_in" doc:"Số bản đã in."`
	Printer    string           `toml:"don_vi_in" doc:"Đơn vị in."`
	Permit     string           `toml:"giay_phep_xuat_ban" doc:"Giấy phép xuất bản tài liệu không kinh doanh."`
	Call       tomlfile.Strings `toml:"goi" doc:"Các số trong sổ số điện thoại."`
	UseOn      date.Date        `toml:"ngay_phat" doc:"Ngày phát (bài phát thanh)."`
}

// Event is content/lich/<name>.toml.
type Event struct {
	File
	Title      string    `toml:"tieu_de" doc:"Tên buổi."`
	Summary    string    `toml:"mo_ta" doc:"Một, hai câu."`
	Kind       string    `toml:"loai" enum:"hoi_thi,hoi_dien,noi_chuyen,tap_huan,phat_thanh,tu_van,hop_thon,so_ket,tong_ket,khac" doc:"Loại hoạt động."`
	Date       date.Date `toml:"ngay" doc:"Ngày bắt đầu."`
	EndDate    date.Date `toml:"den_ngay" doc:"Ngày kết thúc, nếu nhiều ngày."`
	Start      string    `toml:"gio" doc:"Giờ bắt đầu: 14:00."`
	End        string    `toml:"den_gio" doc:"Giờ kết thúc: 16:00."`
	Place      string    `toml:"noi" doc:"Nơi diễn ra."`
	Directions string    `toml:"chi_duong" doc:"Chỉ đường bằng lời."`
	Body       string    `toml:"don_vi" doc:"Đơn vị tổ chức (mã trong co-quan.toml)."`
	Village    string    `toml:"thon" doc:"Thôn (tên tệp trong content/thon)."`
	For        string    `toml:"danh_cho" doc:"Dành cho ai."`
	Public     *bool     `toml:"cong_khai" doc:"false: không đăng."`
	Sensitive  *bool     `toml:"nhay_cam" doc:"true: tên giữ trung tính."`
}

// Village is content/thon/<name>.toml, with the words of <name>.md beside it.
type Village struct {
	File
	Label    string           `toml:"ten" doc:"Tên thôn, không kèm chữ “Thôn”: Đông."`
	Order    int              `toml:"thu_tu" doc:"Thứ tự hành chính."`
	Line     string           `toml:"mo_ta" doc:"Một câu của thôn."`
	Contact  string           `toml:"lien_he" doc:"Chức danh người liên hệ."`
	Number   string           `toml:"so" doc:"Số trong sổ số điện thoại."`
	Hangs    tomlfile.Strings `toml:"noi_treo" doc:"Nơi treo tài liệu của thôn."`
	Public   *bool            `toml:"cong_khai" doc:"false: không đăng."`
	Text     *Body            `toml:"-"` // nil without <name>.md
	TextPath string           `toml:"-"`
}
