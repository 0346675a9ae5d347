// Package config reads config.toml: what the commune says of itself and of the
// portal as a whole.
package config

import (
	"errors"
	"io/fs"
	"net/url"
	"strings"

	"thonlanh/internal/date"
	"thonlanh/internal/diag"
	"thonlanh/internal/tomlfile"
)

// Config is config.toml with the defaults filled in.
type Config struct {
	Name        string    `toml:"ten" doc:"Tên xã, phường: Xã Mẫu."`
	Kind        string    `toml:"loai" enum:"xa,phuong,dac_khu" doc:"Loại đơn vị; trống: xa."`
	Province    string    `toml:"tinh" doc:"Tỉnh, thành phố."`
	VillageWord string    `toml:"goi_thon" doc:"Chữ đứng trước tên thôn: Thôn, Bản, Ấp, Tổ dân phố."`
	BaseURL     string    `toml:"base_url" doc:"Địa chỉ của cổng trên mạng: https://xamau.example/."`
	Exit        string    `toml:"trang_thoat" doc:"Trang mở ra khi bấm Thoát nhanh."`
	ExitName    string    `toml:"trang_thoat_ten" doc:"Tên trang đó, nói bằng lời: trang thời tiết."`
	Sample      bool      `toml:"mau" doc:"true: đây là bản mẫu, không phải xã thật."`
	SampleDate  date.Date `toml:"ngay_mau" doc:"Ngày của bản mẫu, để bản mẫu không cũ đi."`
	Threshold   int       `toml:"nguong_so_nho" doc:"Số về người, vụ việc nhỏ hơn ngưỡng này không đăng (chỉ được nâng, thấp nhất là 5)."`
	RecallDays  int       `toml:"han_goi_thu_ngay" doc:"Bao nhiêu ngày phải gọi thử lại một số."`
	StaleMonths int       `toml:"so_lieu_cu_thang" doc:"Số liệu cũ hơn chừng này tháng thì nói rõ là cũ."`

	Office      string `toml:"co_quan" doc:"Cơ quan chủ quản: Ủy ban nhân dân xã Mẫu."`
	Address     string `toml:"dia_chi" doc:"Địa chỉ trụ sở."`
	Hours       string `toml:"gio_lam_viec" doc:"Giờ làm việc."`
	Number      string `toml:"so" doc:"Số của trụ sở (mã trong so-can-biet.toml)."`
	Responsible string `toml:"chiu_trach_nhiem" doc:"Chức danh người chịu trách nhiệm nội dung."`
	Licence     string `toml:"giay_phep" doc:"Người khác được dùng lại nội dung thế nào."`
	Portal      string `toml:"cong_chinh" doc:"Địa chỉ cổng chính thức của xã, nếu có."`

	Confirmed tomlfile.Records[Confirmation] `toml:"xac_nhan" doc:"Cảnh báo đã được một cán bộ có tên chức vụ xác nhận."`
	Budget    Budget                         `toml:"ngan_sach" doc:"Giới hạn dung lượng; chỉ nới khi ghi lý do."`

	Keys *tomlfile.Keys `toml:"-"`
}

// Confirmation is an official's word that a warning was looked at.
type Confirmation struct {
	Rule   string    `toml:"quy_tac" doc:"Tên quy tắc."`
	File   string    `toml:"tep" doc:"Tệp: content/tin/2026/a.md."`
	Post   string    `toml:"chuc_vu" doc:"Chức vụ người xác nhận."`
	Date   date.Date `toml:"ngay" doc:"Ngày xác nhận."`
	Reason string    `toml:"ly_do" doc:"Vì sao để nguyên."`
	Until  date.Date `toml:"den_ngay" doc:"Hết ngày này phải xem lại."`
}

// Budget is the weight limits in kilobytes after gzip.
type Budget struct {
	Page   int    `toml:"trang_kb" doc:"Trang thường."`
	Plan   int    `toml:"ke_hoach_kb" doc:"Trang kế hoạch."`
	Legal  int    `toml:"van_ban_kb" doc:"Trang văn bản."`
	Style  int    `toml:"css_kb" doc:"Tệp kiểu chữ, màu."`
	Reason string `toml:"ly_do" doc:"Vì sao nới."`
}

// FileName is where the configuration stands.
const FileName = diag.ConfigFile

// Threshold below which counts of persons concerned are never published, and
// the other defaults of a commune that says nothing.
const (
	MinThreshold       = 5
	defaultRecallDays  = 180
	defaultStaleMonths = 6
	defaultExit        = "https://nchmf.gov.vn/"
	defaultExitName    = "trang thời tiết"
)

// maxSize bounds the file; a long one is a thousandth of this.
const maxSize = 4 << 20

// Load reads config.toml from the project folder. The Config is never nil: a
// missing or broken file gives the defaults and problems.
func Load(project fs.FS) (*Config, diag.List, error) {
	c := &Config{}
	info, err := fs.Stat(project, FileName)
	if err == nil && !info.Mode().IsRegular() {
		return c.withDefaults(), diag.List{diag.Whole(diag.Block, "thieu-cau-hinh",
			"Ở đây config.toml không phải một tệp, nên chưa biết đây là cổng của xã nào.",
			"Xóa hoặc đổi tên nó, rồi lấy lại tệp config.toml của cổng.")}, nil
	}
	if err == nil && info.Size() > maxSize {
		return c.withDefaults(), diag.List{diag.Whole(diag.Block, "tep-qua-lon",
			"Tệp config.toml lớn hơn 4 MB nên không thể là phần khai của cổng.", "Lấy lại bản config.toml cũ, hoặc xóa phần dán nhầm.")}, nil
	}
	data, err := fs.ReadFile(project, FileName)
	if errors.Is(err, fs.ErrNotExist) {
		return c.withDefaults(), diag.List{diag.Whole(diag.Block, "thieu-cau-hinh",
			"Không thấy tệp config.toml trong thư mục này, nên chưa biết đây là cổng của xã nào.",
			"Mở đúng thư mục của cổng, hoặc tạo một cổng mới bằng lệnh: thonlanh new site TÊN-THƯ-MỤC")}, nil
	}
	if err != nil {
		return nil, nil, err
	}
	src, problems := diag.NewSource(FileName, data)
	if src == nil {
		return c.withDefaults(), problems, nil
	}
	keys, list := tomlfile.Decode(src, 0, len(src.Text), c)
	c.Keys = keys
	problems = append(problems, list...)
	problems = append(problems, c.check(len(list) > 0)...)
	return c.withDefaults(), problems, nil
}

// check judges the settings. After mistakes in the file (unread), what seems
// to be missing may only have been refused.
func (c *Config) check(unread bool) diag.List {
	var out diag.List
	at := func(key, rule, message, hint string) {
		out = append(out, diag.At(FileName, c.Keys.Pos(key), diag.Block, rule, message, hint))
	}
	if strings.TrimSpace(c.Name) == "" && !unread {
		at("ten", "thieu-muc", "Chưa ghi tên xã.", "Thêm dòng: ten = \"Xã …\"")
	}
	if message, hint, bad := BaseProblem(c.BaseURL); bad {
		at("base_url", "dia-chi-sai", "base_url "+message, hint+": base_url = \"https://xa….gov.vn/\"")
	}
	if c.Exit != "" && !webAddress(c.Exit) {
		at("trang_thoat", "dia-chi-sai", "trang_thoat không phải một địa chỉ web đầy đủ, nên nút Thoát nhanh sẽ không mở được.", "Viết đầy đủ, ví dụ: trang_thoat = \""+defaultExit+"\"")
	}
	if host := exitHost(c.Exit); host != "" {
		out = append(out, diag.At(FileName, c.Keys.Pos("trang_thoat"), diag.Warn, "trang-thoat-lo",
			"Nút Thoát nhanh mở "+host+", nơi có thể hiện lại điều người dùng vừa tìm, vừa xem.",
			"Chọn một trang ai cũng hay xem và không nhớ người dùng, như trang thời tiết: trang_thoat = \""+defaultExit+"\""))
	}
	if c.Keys.Has("nguong_so_nho") && c.Threshold < MinThreshold {
		at("nguong_so_nho", "nguong-thap", "Ngưỡng số nhỏ thấp hơn 5: một con số quá nhỏ có thể chỉ ra một người.", "Chỉ được nâng ngưỡng lên. Ghi 5 hoặc lớn hơn, hoặc bỏ dòng này.")
	}
	if !c.SampleDate.IsZero() && !c.Sample {
		at("ngay_mau", "ngay-mau-thua", "ngay_mau chỉ dùng cho bản mẫu: một cổng thật phải theo ngày thật, nếu không hạn và hiệu lực sẽ sai.", "Bỏ dòng ngay_mau.")
	}
	if c.Budget != (Budget{}) && strings.TrimSpace(c.Budget.Reason) == "" {
		at("ngan_sach", "thieu-ly-do", "Giới hạn dung lượng được nới mà chưa ghi lý do.", "Thêm vào [ngan_sach]: ly_do = \"…\", hoặc bỏ bảng này.")
	}
	return out
}

// exitHost names the host of an exit page that shows readers their own
// history; empty for others.
func exitHost(exit string) string {
	u, err := url.Parse(exit)
	if err != nil {
		return ""
	}
	host := strings.ToLower(u.Hostname())
	for _, h := range [...]string{"google.com", "google.com.vn", "bing.com", "coccoc.com", "yahoo.com", "duckduckgo.com", "facebook.com", "youtube.com", "zalo.me", "tiktok.com"} {
		if host == h || strings.HasSuffix(host, "."+h) {
			return host
		}
	}
	return ""
}

func webAddress(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != "" && u.RawQuery == "" && u.Fragment == "" && u.User == nil
}

func (c *Config) withDefaults() *Config {
	if c.Kind == "" {
		c.Kind = "xa"
	}
	if c.VillageWord == "" {
		c.VillageWord = "Thôn"
	}
	if c.Exit == "" {
		c.Exit, c.ExitName = defaultExit, defaultExitName
	}
	if c.ExitName == "" {
		c.ExitName = "một trang khác"
	}
	c.Threshold = max(c.Threshold, MinThreshold)
	if c.RecallDays <= 0 {
		c.RecallDays = defaultRecallDays
	}
	if c.StaleMonths <= 0 {
		c.StaleMonths = defaultStaleMonths
	}
	if c.BaseURL != "" && !strings.HasSuffix(c.BaseURL, "/") {
		c.BaseURL += "/"
	}
	return c
}

// BasePath is the path of the base address: "/" or "/a/b/".
func (c *Config) BasePath() string {
	u, err := url.Parse(c.BaseURL)
	if err != nil || u.Path == "" {
		return "/"
	}
	return u.EscapedPath()
}
