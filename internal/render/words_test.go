package render

import (
	"os"
	"slices"
	"strings"
	"testing"

	"thonlanh/internal/date"
	"thonlanh/internal/site"
)

func TestUnits(t *testing.T) {
	got := units("Hiểu đúng, sống lành mạnh, giúp nhau kịp lúc")
	if !slices.Equal(got, []string{"Hiểu đúng,", "sống lành mạnh,", "giúp nhau kịp lúc"}) {
		t.Errorf("%q", got)
	}
}

func TestInitial(t *testing.T) {
	for title, want := range map[string]string{
		"Ăn": "A", "ấm": "A", "Đường về": "Đ", "đ": "Đ", "Dữ liệu": "D", "Ứng": "U", "“Ở nhà”": "O", "": "0–9", "111": "0–9", "Ý": "Y",
		"[Mẫu] Áp phích": "M", "— «Thư» ngỏ": "T", "§ 5": "0–9", "жизнь": "Chữ khác",
	} {
		if got, _ := initial(title); got != want {
			t.Errorf("%s stands under %s", title, got)
		}
	}
}

func TestHourWords(t *testing.T) {
	for clock, want := range map[string]string{
		"14:00": "14\u00a0giờ", "19:30": "19\u00a0giờ\u00a030", "07:05": "7\u00a0giờ\u00a005", "00:15": "0\u00a0giờ\u00a015", "": "", "buổi chiều": "buổi chiều",
	} {
		if got := hourWords(clock); got != want {
			t.Errorf("%q is %q", clock, got)
		}
	}
}

func TestSpansHoldTogether(t *testing.T) {
	for s, want := range map[string]string{
		"7:30–11:30 và 13:30–17:00": "7:30–\u206011:30 và 13:30–\u206017:00", "Thứ Hai – thứ Sáu": "Thứ Hai – thứ Sáu", "–": "–", "8:00–": "8:00–", "": "", "24/7": "24/7",
	} {
		if got := spans(s); got != want {
			t.Errorf("%q is %q", s, got)
		}
	}
}

func TestPager(t *testing.T) {
	for _, c := range []struct {
		page site.Page
		want pager
	}{
		{site.Page{Addr: "/tin/"}, pager{}},
		{site.Page{Addr: "/tin/", Part: 1, Parts: 1}, pager{}},
		{site.Page{Addr: "/tin/", Part: 1, Parts: 3}, pager{1, 3, "", "/tin/trang-2/"}},
		{site.Page{Addr: "/tin/trang-2/", Part: 2, Parts: 3}, pager{2, 3, "/tin/", "/tin/trang-3/"}},
		{site.Page{Addr: "/tin/trang-3/", Part: 3, Parts: 3}, pager{3, 3, "/tin/trang-2/", ""}},
	} {
		if got := pagerOf(&c.page); got != c.want {
			t.Errorf("%s: %+v", c.page.Addr, got)
		}
	}
	all := make([]int, site.PerPage*2+1)
	for i := range all {
		all[i] = i
	}
	var seen []int
	for n := 1; n <= 3; n++ {
		seen = append(seen, part(&site.Page{Part: n, Parts: 3}, all)...)
	}
	if !slices.Equal(seen, all) {
		t.Errorf("the parts hold %d of %d entries", len(seen), len(all))
	}
}

func TestMonth(t *testing.T) {
	for _, c := range []struct{ year, month, weeks, first, days int }{
		{2026, 11, 6, 6, 30}, {2027, 2, 4, 0, 28}, {2028, 2, 5, 1, 29}, {2026, 12, 5, 1, 31},
	} {
		m := newMonth(c.year, c.month)
		if len(m.Weeks) != c.weeks || m.Weeks[0][c.first] != 1 {
			t.Errorf("%d-%d: %v", c.year, c.month, m.Weeks)
		}
		next := 1
		for _, w := range m.Weeks {
			for day, n := range w {
				if n == 0 {
					continue
				}
				d, _ := date.New(c.year, c.month, n)
				if n != next || (d.Weekday()+6)%7 != day {
					t.Errorf("%d-%d: day %d in column %d", c.year, c.month, n, day)
				}
				next++
			}
		}
		if next-1 != c.days {
			t.Errorf("%d-%d has %d days", c.year, c.month, next-1)
		}
	}
}

func TestCount(t *testing.T) {
	if count(7) != "Bảy" || count(12) != "12" || count(1250) != "1.250" {
		t.Error(count(7), count(12), count(1250))
	}
}

func TestAWardSpeaksOfItselfAsAWard(t *testing.T) {
	text, err := os.ReadFile("testdata/xa-nho.txtar")
	if err != nil {
		t.Fatal(err)
	}
	_, config, _ := strings.Cut(string(text), "-- config.toml --\n")
	config, _, _ = strings.Cut(config, "-- ")
	r := newRenderer(t, archive(t, map[string]string{"config.toml": "loai = \"phuong\"\ngoi_thon = \"Tổ dân phố\"\n" + config}), Options{})
	for path, want := range map[string][]string{
		"index.html":             {"Phường ta đang làm đến đâu", "Hai tổ dân phố cùng làm.", ">Các tổ dân phố</a>"},
		"so-can-biet/index.html": {"Phường gọi thử ngày\u00a002/11/2026", "trụ sở phường", "trưởng tổ dân phố", "“Xã 1”, “Xã 2”, …"},
		"so-can-biet.vcf":        {"FN:Phường 3\r\n"},
	} {
		page := render(t, r, path)
		for _, w := range want {
			if !strings.Contains(page, w) {
				t.Errorf("%s: no %q", path, w)
			}
		}
	}
}
