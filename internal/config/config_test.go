package config

import (
	"strings"
	"testing"
	"testing/fstest"

	"thonlanh/internal/date"
	"thonlanh/internal/diag"
)

func load(t *testing.T, text string) (*Config, diag.List) {
	t.Helper()
	c, list, err := Load(fstest.MapFS{FileName: {Data: []byte(text)}})
	if err != nil {
		t.Fatal(err)
	}
	if c == nil {
		t.Fatal("no Config")
	}
	return c, list
}

// rules are "rule line:column" of a list.
func rules(list diag.List) string {
	var out []string
	for _, p := range list.Sorted() {
		out = append(out, p.Severity.String()+" "+p.Rule+" "+place(p))
	}
	return strings.Join(out, "; ")
}

func place(p diag.Problem) string {
	return string(rune('0'+p.Line)) + ":" + string(rune('0'+p.Column))
}

func TestDefaults(t *testing.T) {
	c, list := load(t, "ten = \"Xã Mẫu\"\n")
	if len(list) > 0 {
		t.Error(list)
	}
	want := Config{Name: "Xã Mẫu", Kind: "xa", VillageWord: "Thôn", Exit: "https://nchmf.gov.vn/", ExitName: "trang thời tiết", Threshold: 5, RecallDays: 180, StaleMonths: 6}
	c.Keys = nil
	if c.Name != want.Name || c.Kind != want.Kind || c.VillageWord != want.VillageWord || c.Exit != want.Exit || c.ExitName != want.ExitName ||
		c.Threshold != want.Threshold || c.RecallDays != want.RecallDays || c.StaleMonths != want.StaleMonths || c.Sample || c.BaseURL != "" {
		t.Errorf("got %+v", *c)
	}
}

func TestLoad(t *testing.T) {
	c, list := load(t, `
ten = "Phường Mẫu"
loai = "phuong"
goi_thon = "Tổ dân phố"
base_url = "https://mau.example/cong"
trang_thoat = "https://thoitiet.example/"
mau = true
ngay_mau = 2026-11-20
nguong_so_nho = 10
han_goi_thu_ngay = 90
so_lieu_cu_thang = 3

[xac_nhan.mot]
quy_tac = "tu-gay-ki-thi"
tep = "content/tin/2026/a.md"
chuc_vu = "Phó Chủ tịch"
ngay = 2026-11-01
ly_do = "Tên phong trào."
den_ngay = 2027-05-01

[ngan_sach]
trang_kb = 20
ly_do = "Có bảng dài."
`)
	if len(list) > 0 {
		t.Error(list)
	}
	if c.BaseURL != "https://mau.example/cong/" || c.BasePath() != "/cong/" {
		t.Error(c.BaseURL, c.BasePath())
	}
	if c.ExitName != "một trang khác" || c.Threshold != 10 || c.RecallDays != 90 || c.StaleMonths != 3 || c.Budget.Page != 20 {
		t.Errorf("got %+v", *c)
	}
	if !c.Sample || c.SampleDate != (date.Date{Year: 2026, Month: 11, Day: 20}) {
		t.Error(c.Sample, c.SampleDate)
	}
	r, ok := c.Confirmed.Get("mot")
	if !ok || r.Rule != "tu-gay-ki-thi" || r.Until.Year != 2027 {
		t.Errorf("got %+v", r)
	}
}

func TestProblems(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"", "chan thieu-muc 1:1"},
		{"ten = \" \"\n", "chan thieu-muc 1:1"},
		{"ten = 5\n", "chan kieu-sai 1:7"},
		{"ten = \"Xã\"\nbase_url = \"xa.vn\"\n", "chan dia-chi-sai 2:1"},
		{"ten = \"Xã\"\nbase_url = \"ftp://xa.vn/\"\n", "chan dia-chi-sai 2:1"},
		{"ten = \"Xã\"\nbase_url = \"https://xa.vn/?a=1\"\n", "chan dia-chi-sai 2:1"},
		{"ten = \"Xã\"\nbase_url = \"https://a:b@xa.vn/\"\n", "chan dia-chi-sai 2:1"},
		{"ten = \"Xã\"\nbase_url = \"https:///a/\"\n", "chan dia-chi-sai 2:1"},
		{"ten = \"Xã\"\nbase_url = \"https://xã.vn/\"\n", "chan dia-chi-sai 2:1"},
		{"ten = \"Xã\"\nbase_url = \"https://xn--x-jga.vn/\"\n", ""},
		{"ten = \"Xã\"\nbase_url = \"https://xa.vn:8443/cong/b-1/\"\n", ""},
		{"ten = \"Xã\"\nbase_url = \"https://xa.vn/a b/\"\n", "chan dia-chi-sai 2:1"},
		{"ten = \"Xã\"\nbase_url = \"https://xa.vn/a/../b/\"\n", "chan dia-chi-sai 2:1"},
		{"ten = \"Xã\"\nbase_url = \"https://xa.vn/a//b/\"\n", "chan dia-chi-sai 2:1"},
		{"ten = \"Xã\"\nbase_url = \"https://xa.vn/cổng/\"\n", "chan dia-chi-sai 2:1"},
		{"ten = \"Xã\"\nbase_url = \"https://xa.vn/index.html\"\n", "chan dia-chi-sai 2:1"},
		{"ten = \"Xã\"\ntrang_thoat = \"javascript:x\"\n", "chan dia-chi-sai 2:1"},
		{"ten = \"Xã\"\ntrang_thoat = \"https://www.google.com/\"\n", "canh_bao trang-thoat-lo 2:1"},
		{"ten = \"Xã\"\ntrang_thoat = \"https://m.facebook.com/\"\n", "canh_bao trang-thoat-lo 2:1"},
		{"ten = \"Xã\"\ntrang_thoat = \"https://thoitiet.vn/\"\n", ""},
		{"ten = \"Xã\"\nnguong_so_nho = 4\n", "chan nguong-thap 2:1"},
		{"ten = \"Xã\"\nnguong_so_nho = -1\n", "chan nguong-thap 2:1"},
		{"ten = \"Xã\"\nnguong_so_nho = 5\n", ""},
		{"ten = \"Xã\"\nngay_mau = 2026-11-20\n", "chan ngay-mau-thua 2:1"},
		{"ten = \"Xã\"\n[ngan_sach]\ntrang_kb = 99\n", "chan thieu-ly-do 2:2"},
		{"ten = \"Xã\"\n[ngan_sach]\ntrang_kb = 99\nly_do = \" \"\n", "chan thieu-ly-do 2:2"},
		{"ten = \"Xã\"\nbaseurl = \"x\"\n", "chan khoa-la 2:1"},
		{"ten = \"Xã\"\nloai = \"thi_tran\"\n", "chan gia-tri-la 2:8"},
	} {
		if _, list := load(t, test.text); rules(list) != test.want {
			t.Errorf("%q: %s, want %s", test.text, rules(list), test.want)
		}
	}
}

// TestOneMistakeOneProblem: a file that cannot be read to the end is not also
// reproached with what stands behind the mistake.
func TestOneMistakeOneProblem(t *testing.T) {
	_, list := load(t, "ten = “Xã Mẫu”\n")
	if got := rules(list); got != "chan toml-sai 1:7" {
		t.Error(got)
	}
}

// TestThresholdIsNeverLow: whatever is written, small counts stay unpublished.
func TestThresholdIsNeverLow(t *testing.T) {
	for _, text := range []string{"nguong_so_nho = 0\n", "nguong_so_nho = -9\n", "nguong_so_nho = 2\n", "nguong_so_nho = \"x\"\n", "nguong_so_nho = 99999999999999999999\n"} {
		if c, _ := load(t, text); c.Threshold < MinThreshold {
			t.Errorf("%q gives %d", text, c.Threshold)
		}
	}
}

func TestMissingAndUnreadable(t *testing.T) {
	c, list, err := Load(fstest.MapFS{})
	if err != nil || rules(list) != "chan thieu-cau-hinh 1:1" || c == nil || c.Threshold != MinThreshold {
		t.Errorf("%v %v %v", c, list, err)
	}
	c, list, err = Load(fstest.MapFS{FileName: {Data: []byte("ten = \"caf\xe9\"\n")}})
	if err != nil || !strings.Contains(rules(list), "utf8-sai") || c.Exit == "" {
		t.Errorf("%v %v %v", c, list, err)
	}
	_, list, err = Load(fstest.MapFS{FileName: {Data: make([]byte, maxSize+1)}})
	if err != nil || rules(list) != "chan tep-qua-lon 1:1" {
		t.Errorf("%v %v", list, err)
	}
	if _, list, err = Load(fstest.MapFS{FileName + "/a": {}}); err != nil || rules(list) != "chan thieu-cau-hinh 1:1" {
		t.Errorf("a folder in the place of the file: %v %v", list, err)
	}
}

// TestAnyForm: byte order mark, Windows line ends and decomposed letters give
// the same settings.
func TestAnyForm(t *testing.T) {
	plain, _ := load(t, "ten = \"Xã Mẫu\"\nmau = true\n")
	other, list := load(t, "\ufefften = \"Xa\u0303 Mâ\u0303u\"\r\nmau = true\r\n")
	if plain.Name != other.Name || !other.Sample || len(list) > 0 {
		t.Errorf("%q %q %v", plain.Name, other.Name, list)
	}
}

func TestBasePath(t *testing.T) {
	for base, want := range map[string]string{
		"": "/", "https://a.vn/": "/", "https://a.vn/b/c/": "/b/c/", "https://a.vn/b c/": "/b%20c/", "://": "/",
	} {
		if got := (&Config{BaseURL: base}).BasePath(); got != want {
			t.Errorf("%q: %q, want %q", base, got, want)
		}
	}
}
