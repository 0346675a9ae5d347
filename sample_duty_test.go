package thonlanh_test

import (
	"strings"
	"testing"

	"golang.org/x/net/html"

	"thonlanh/internal/build"
)

// The plan of 2020 gives nineteen duties; three of them are private, and its
// three public reports stand with the other sixteen.
func TestSampleSaysWhoDoesWhat(t *testing.T) {
	files := tree(t, publish(t, build.Options{}))
	rows := func(name string) (out []string) {
		for n := range parse(t, name, files[name]).Descendants() {
			if n.Type == html.ElementNode && n.Data == "tr" && n.Parent.Data == "tbody" {
				out = append(out, words(n, nil))
			}
		}
		return out
	}
	all := rows("ke-hoach/2020/viec/index.html")
	if len(all) != 19 {
		t.Errorf("%d lines of 2020, want 16 duties and 3 reports", len(all))
	}
	if len(all) > 2 && (!strings.Contains(all[0], "báo cáo 06 tháng") || !strings.Contains(all[1], "báo cáo tổng kết năm") || !strings.Contains(all[2], "mục III.1, ý 1")) {
		t.Errorf("the order of 2020: %q", all[:3])
	}
	for name, want := range map[string][]string{
		"ke-hoach/2020/viec/index.html":            {"không còn việc nào đến hạn", "7 trong 19 việc và báo cáo"},
		"ke-hoach/2020/viec/csxh/index.html":       {"Bộ phận Chính sách và Xã hội nay là Phòng Văn hóa - Xã hội xã."},
		"ke-hoach/2020/viec/doi-178/index.html":    {"Đội kiểm tra liên ngành 178 huyện nay không còn."},
		"ke-hoach/2020/viec/cac-thon/index.html":   {"Đã gửi đủ", "mục III.9, ý 2"},
		"ke-hoach/2026/viec/index.html":            {"Còn 4 việc chưa đến hạn · 4 việc đến hạn trong 30 ngày tới · không có việc nào quá hạn"},
		"ke-hoach/2026/viec/tram-y-te/index.html":  {"Đã gửi 18/11/2026", "Người nhận phiếu"},
		"ke-hoach/2026/viec/truong-hoc/index.html": {"Dạy kỹ năng sống"},
	} {
		text := words(parse(t, name, files[name]), nil)
		for _, w := range want {
			if !strings.Contains(text, w) {
				t.Errorf("%s does not say %q", name, w)
			}
		}
	}
	for name, data := range files {
		if strings.Contains(name, "/viec/") || strings.HasPrefix(name, "du-lieu/") {
			for _, private := range []string{"nội bộ", "iii-1-y-4", "iii-2-y-4"} {
				if strings.Contains(string(data), private) {
					t.Errorf("%s says %q", name, private)
				}
			}
			if strings.HasPrefix(name, "ke-hoach/2020/viec/") && strings.Contains(string(data), `#muc-iii-2-y-2"`) {
				t.Errorf("%s leads to the clause of a private duty", name)
			}
			for _, village := range []string{"Thôn Đông", "Thôn Đoài", "Thôn Bến"} {
				if strings.Contains(name, "/viec/") && strings.Contains(string(data), village) {
					t.Errorf("%s names %s", name, village)
				}
			}
		}
	}
}
