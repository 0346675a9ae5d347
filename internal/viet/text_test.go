package viet

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"thonlanh/internal/date"
)

func TestInt(t *testing.T) {
	for n, want := range map[int]string{
		0: "0", 7: "7", 999: "999", 1000: "1.000", 1250: "1.250", 12345: "12.345", 123456: "123.456",
		1234567: "1.234.567", -5: "-5", -1250: "-1.250", -123: "-123", math.MinInt64: "-9.223.372.036.854.775.808",
	} {
		if got := Int(n); got != want {
			t.Errorf("Int(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestPercent(t *testing.T) {
	for _, tt := range []struct {
		num, den int
		want     string
	}{
		{0, 10, "0%"}, {1, 1, "100%"}, {62, 100, "62%"}, {3928, 4850, "81%"}, {9, 14, "64%"}, {999, 1000, "99%"}, {9999, 10000, "99%"},
		{1, 3, "33%"}, {2, 3, "67%"}, {1, 8, "13%"}, {1, 200, "dưới 1%"}, {3, 200, "2%"}, {1999, 2000, "99%"}, {2001, 2000, "100%"}, {201, 200, "101%"},
		{1, 100, "1%"}, {1, 101, "dưới 1%"}, {1, 1 << 40, "dưới 1%"}, {3, 2, "150%"}, {25, 2, "1.250%"}, {9999, 10, "99.990%"},
		{1, 0, ""}, {0, 0, ""}, {1, -1, ""}, {-3, 10, "0%"},
		{math.MaxInt64, math.MaxInt64, "100%"}, {math.MaxInt64 - 1, math.MaxInt64, "99%"}, {math.MaxInt64, 1, "9.223.372.036.854.775.807 lần"},
	} {
		if got := Percent(tt.num, tt.den); got != tt.want {
			t.Errorf("Percent(%d, %d) = %q, want %q", tt.num, tt.den, got, tt.want)
		}
	}
	// 100% is said only of what is complete, 0% only of nothing.
	for den := 1; den < 300; den++ {
		for num := 0; num <= den; num++ {
			got := Percent(num, den)
			if (got == "100%") != (num == den) || (got == "0%") != (num == 0) {
				t.Errorf("Percent(%d, %d) = %q", num, den, got)
			}
		}
	}
}

// A figure on paper never says that a goal is reached before it is.
func TestPercentToward(t *testing.T) {
	for _, tt := range []struct {
		num, den int
		goal     float64
		want     string
	}{
		{896, 1000, 90, "89%"}, {894, 1000, 90, "89%"}, {900, 1000, 90, "90%"}, {904, 1000, 90, "90%"}, {906, 1000, 90, "91%"},
		{4295, 4720, 90, "91%"}, {3928, 4850, 90, "81%"}, {996, 1000, 90, "99%"}, {996, 1000, 120, "99%"},
		{34, 1000, 3.5, "3%"}, {35, 1000, 3.5, "4%"}, {349, 10000, 3.5, "3%"}, {1196, 1000, 120, "119%"}, {1200, 1000, 120, "120%"},
		{5, 0, 90, ""}, {0, 9, 90, "0%"},
	} {
		if got := PercentToward(tt.num, tt.den, tt.goal); got != tt.want {
			t.Errorf("PercentToward(%d, %d, %v) = %q, want %q", tt.num, tt.den, tt.goal, got, tt.want)
		}
	}
	for den := 1; den < 200; den++ {
		for num := 1; num <= den; num++ {
			for goal := 1; goal <= 100; goal++ {
				got := PercentToward(num, den, float64(goal))
				if got == "dưới 1%" {
					continue
				}
				n, err := strconv.Atoi(strings.TrimSuffix(got, "%"))
				if err != nil || n >= goal && num*100 < goal*den {
					t.Fatalf("%d/%d is written %q toward %d%%", num, den, got, goal)
				}
				if off := 100*num - n*den; off > den || -2*off > den {
					t.Fatalf("%d/%d is written %q", num, den, got)
				}
			}
		}
	}
}

func TestSize(t *testing.T) {
	for n, want := range map[int]string{
		-1: "0 KB", 0: "0 KB", 1: "1 KB", 1023: "1 KB", 1536: "2 KB", 240 << 10: "240 KB", 999 << 10: "999 KB",
		1000 << 10: "1 MB", 1 << 20: "1 MB", 1_258_291: "1,2 MB", 9_900_000: "9,4 MB", 10 << 20: "10 MB", 15_900_000: "15 MB", 3 << 30: "3.072 MB",
	} {
		if got := Size(n); got != want {
			t.Errorf("Size(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestDates(t *testing.T) {
	for _, tt := range []struct {
		d                    date.Date
		short, long, weekday string
	}{
		{date.Date{Year: 2020, Month: 6, Day: 30}, "30/6/2020", "ngày 30 tháng 6 năm 2020", "thứ Ba"},
		{date.Date{Year: 2026, Month: 11, Day: 2}, "02/11/2026", "ngày 02 tháng 11 năm 2026", "thứ Hai"},
		{date.Date{Year: 2020, Month: 2, Day: 13}, "13/02/2020", "ngày 13 tháng 02 năm 2020", "thứ Năm"},
		{date.Date{Year: 2025, Month: 7, Day: 1}, "01/7/2025", "ngày 01 tháng 7 năm 2025", "thứ Ba"},
		{date.Date{Year: 2026, Month: 1, Day: 10}, "10/01/2026", "ngày 10 tháng 01 năm 2026", "thứ Bảy"},
		{date.Date{Year: 2026, Month: 3, Day: 1}, "01/3/2026", "ngày 01 tháng 3 năm 2026", "Chủ nhật"},
	} {
		if got := ShortDate(tt.d); got != tt.short {
			t.Errorf("ShortDate(%v) = %q, want %q", tt.d, got, tt.short)
		}
		if got := LongDate(tt.d); got != tt.long {
			t.Errorf("LongDate(%v) = %q, want %q", tt.d, got, tt.long)
		}
		if got := Weekday(tt.d); got != tt.weekday {
			t.Errorf("Weekday(%v) = %q, want %q", tt.d, got, tt.weekday)
		}
	}
	if ShortDate(date.Date{}) != "" || LongDate(date.Date{}) != "" {
		t.Error("words for no date")
	}
	if got := MonthName(2); got != "tháng 2" {
		t.Errorf("MonthName = %q", got)
	}
	if got := MonthName(11); got != "tháng 11" {
		t.Errorf("MonthName = %q", got)
	}
}

func TestSyllables(t *testing.T) {
	for in, want := range map[string]int{
		"": 0, "–": 0, "Xã": 1, "Xã Mẫu": 2, "kinh tế - xã hội": 4, "HIV/AIDS": 2, "1.250 người": 2,
		"ngày 30/6/2020, lúc 7:30.": 4, "100%": 1, "Gọi 111!": 2, "24/7": 1, "“Đúng” (rồi)": 2, "a, b": 2, "3,5": 1,
		"Phấn đấu duy trì 100% 07 thôn lành mạnh, không có tệ nạn mại dâm.": 15,
	} {
		if got := Syllables(in); got != want {
			t.Errorf("Syllables(%q) = %d, want %d", in, got, want)
		}
		if got := Syllables(norm.NFD.String(in)); got != want {
			t.Errorf("Syllables(NFD %q) = %d, want %d", in, got, want)
		}
	}
}

func TestNBSP(t *testing.T) {
	for in, want := range map[string]string{
		"theo Điều 24":                   "theo Điều~24",
		"khoản 2 Điều 24":                "khoản~2 Điều~24",
		"(điểm a, khoản 2)":              "(điểm~a, khoản~2)",
		"điểm đ khoản 1":                 "điểm~đ khoản~1",
		"điểm nóng":                      "điểm nóng",
		"duy trì 100% 07 thôn lành mạnh": "duy trì 100% 07~thôn lành mạnh",
		"trước ngày 10/6":                "trước ngày~10/6",
		"Số 48/KH-UBND và số 12":         "Số~48/KH-UBND và số~12",
		"ngày 13 tháng 02 năm 2020":      "ngày~13 tháng~02 năm~2020",
		"mục III.2":                      "mục~III.2",
		"mục III":                        "mục~III",
		"phụ lục II":                     "phụ lục~II",
		"mục tiêu":                       "mục tiêu",
		"phần vi phạm":                   "phần vi phạm",
		"06 tháng đầu năm":               "06~tháng đầu năm",
		"1.250 người, 240 KB":            "1.250~người, 240~KB",
		"số người":                       "số người",
		"năm,2 việc":                     "năm,2 việc",
		"Điều, 24":                       "Điều, 24",
		"Điều  24":                       "Điều  24",
		"có 3, người":                    "có 3, người",
		"":                               "",
		" ":                              " ",
		norm.NFD.String("khoản 2 ở Điều 3"): norm.NFD.String("khoản~2 ở Điều~3"),
	} {
		want = strings.ReplaceAll(want, "~", "\u00a0")
		got := NBSP(in)
		if got != want {
			t.Errorf("NBSP(%q) = %q, want %q", in, got, want)
		}
		if again := NBSP(got); again != got {
			t.Errorf("NBSP(%q) = %q is not stable", got, again)
		}
	}
}

func TestNearest(t *testing.T) {
	keys := []string{"tieu_de", "mo_ta", "ngay", "ngay_ban_hanh", "ngay_hieu_luc", "ngay_het_hieu_luc", "so", "cong_khai"}
	for word, want := range map[string]string{
		"ngay_ban_han":                      "ngay_ban_hanh",
		"ngay-ban-hanh":                     "ngay_ban_hanh",
		"Ngày ban hành":                     "ngay_ban_hanh",
		"ngaybanhanh":                       "ngay_ban_hanh",
		"ngay_hieu_lucc":                    "ngay_hieu_luc",
		"tieude":                            "tieu_de",
		"tiêu đề":                           "tieu_de",
		"congkhai":                          "cong_khai",
		"cong_kahi":                         "cong_khai",
		"mota":                              "mo_ta",
		"s":                                 "so",
		"os":                                "so",
		"chu_tri":                           "",
		"xyz":                               "",
		"":                                  "",
		strings.Repeat("ngay_ban_hanh", 10): "",
	} {
		got, ok := Nearest(word, keys)
		if got != want || ok != (want != "") {
			t.Errorf("Nearest(%q) = %q, %v, want %q", word, got, ok, want)
		}
	}
	// The order of the names decides nothing.
	for _, names := range [][]string{{"bac", "bai"}, {"bai", "bac"}} {
		if got, _ := Nearest("bax", names); got != "bac" {
			t.Errorf("Nearest among %v = %q", names, got)
		}
	}
	if _, ok := Nearest("a", nil); ok {
		t.Error("found among none")
	}
}
