package site_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"thonlanh/internal/date"
	"thonlanh/internal/disclosure"
)

// Two communes that differ in nothing but which villages were not recognised
// in mixed years publish the same bytes.
func TestWhichVillagesIsInNoByte(t *testing.T) {
	press := newPress(t)
	for _, test := range []struct {
		name       string
		hidden     []int    // villages that are not shown
		one, other [][]int  // villages that were not recognised, in 2024, 2025 and 2026
		said       []string // what the pages tell all the same
	}{
		{"one of seven", nil, [][]int{{0}, {0}, {0}}, [][]int{{3}, {6}, {5}}, nil},
		{"three of seven", nil, [][]int{{0, 1, 2}, {0, 1, 2}, {4, 5, 6}}, [][]int{{2, 4, 6}, {1, 5, 6}, {0, 1, 2}}, []string{"2024: 4/7 thôn được công nhận", "2026: 4/7 thôn được công nhận"}},
		{"all but one", nil, [][]int{{1, 2, 3, 4, 5, 6}, {}, {0}}, [][]int{{0, 1, 2, 3, 4, 5}, {}, {2}}, nil},
		{"the one that is not shown", []int{4}, [][]int{{4}, {0}, {4}}, [][]int{{0}, {4}, {1}}, nil},
		{"three with the one that is not shown", []int{4}, [][]int{{4, 5, 6}, {}, {0, 1, 2}}, [][]int{{0, 1, 2}, {}, {2, 3, 4}}, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			one := press.whole(t, mixedYears(test.hidden, test.one), 0)
			other := press.whole(t, mixedYears(test.hidden, test.other), 0)
			if diff := firstDifference(one, other); diff != "" {
				t.Error(diff)
			}
			for _, words := range test.said {
				if text := strings.ReplaceAll(plainText(one["thon/index.html"]), "\u00a0", " "); !strings.Contains(text, words) {
					t.Errorf("the commune does not say %q", words)
				}
			}
			// The comparison sees it when a village's own years are told.
			one = press.whole(t, mixedYears(test.hidden, test.one), disclosure.Together)
			other = press.whole(t, mixedYears(test.hidden, test.other), disclosure.Together)
			if firstDifference(one, other) == "" {
				t.Error("without the protection nothing differs: the test looks at nothing")
			}
		})
	}
}

// mixedYears is a commune of seven villages by which of them were not
// recognised in three years, with the target that counts them in the last.
func mixedYears(hidden []int, without [][]int) published {
	b := published{now: date.Date{Year: 2026, Month: 11, Day: 20}, files: map[string]string{
		"config.toml":                         fmt.Sprintf(fixedHead, 5),
		"content/index.md":                    "+++\ntieu_de = \"Chào\"\n+++\nLời chào.\n",
		"content/gioi-thieu.md":               "+++\ntieu_de = \"Giới thiệu\"\n+++\nLời giới thiệu.\n",
		"content/so-can-biet.toml":            "[so-113]\nso = \"113\"\nten = \"Công an\"\n[so-111]\nso = \"111\"\nten = \"Trẻ em\"\n",
		"content/ke-hoach/2026/index.md":      "+++\ntieu_de = \"Kế hoạch\"\n+++\n## I. MỤC TIÊU\n\n- Ý một.\n",
		"content/ke-hoach/2026/chi-tieu.toml": "[ct-8]\nten = \"Thôn lành mạnh\"\nkieu = \"ty_le\"\ncach_tinh = \"duy_tri\"\ndon_vi = \"thôn\"\nmuc_tieu = 100\nmau_so = 7\ndem = \"thon\"\ntrang_chu = true\n",
		"content/ke-hoach/2026/tien-do/2026-10.toml": fmt.Sprintf("tinh_den = 2026-10-31\nnguon = \"Xã\"\ncong_khai = true\n[ct-8]\ntu_so = %d\n"+
			"[thon.t0]\nbuoi_tuyen_truyen = 2\n", 7-len(without[2])),
	}}
	for i := range 7 {
		village := fmt.Sprintf("ten = \"Số %d\"\nthu_tu = %d\n", i, i)
		if slices.Contains(hidden, i) {
			village += "cong_khai = false\n"
		}
		b.files[fmt.Sprintf("content/thon/t%d.toml", i)] = village
	}
	years := "ten = \"Thôn lành mạnh\"\n[nam.2023]\nngay_cong_nhan = 2023-12-01\nmoi_thon = \"duoc_cong_nhan\"\n"
	for i, list := range without {
		years += fmt.Sprintf("[nam.%d]\nngay_cong_nhan = %d-10-01\nmoi_thon = \"duoc_cong_nhan\"\n", 2024+i, 2024+i)
		if i == 2 {
			years += "chi_tieu = \"ct-8\"\n"
		}
		for _, village := range list {
			years += fmt.Sprintf("[nam.%d.thon.t%d]\nbuoc = \"da_nop_ho_so\"\n", 2024+i, village)
		}
	}
	b.files["content/danh-hieu.toml"] = years
	return b
}

// whole makes every file of a build.
func (p *press) whole(t *testing.T, b published, off disclosure.Protection) map[string][]byte {
	t.Helper()
	r, err := p.first.For(assembled(t, b, off))
	if err != nil {
		t.Fatal(err)
	}
	docs := map[string][]byte{}
	for _, o := range r.Outputs() {
		if o.Asset != nil {
			t.Fatalf("%s is not compared", o.Path)
		}
		if docs[o.Path], err = r.Render(o.Path); err != nil {
			t.Fatal(err)
		}
	}
	return docs
}

// firstDifference names the first file, by name, that only one of two builds
// has or that differs.
func firstDifference(one, other map[string][]byte) string {
	var names []string
	for name := range one {
		names = append(names, name)
	}
	for name := range other {
		if _, ok := one[name]; !ok {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	for _, name := range names {
		x, inOne := one[name]
		y, inOther := other[name]
		if inOne != inOther {
			return name + " is in one of the two only"
		}
		if i := differAt(x, y); i >= 0 {
			return fmt.Sprintf("%s differs: %q, %q", name, x[max(0, i-60):min(len(x), i+60)], y[max(0, i-60):min(len(y), i+60)])
		}
	}
	return ""
}

func differAt(x, y []byte) int {
	if bytes.Equal(x, y) {
		return -1
	}
	i := 0
	for i < len(x) && i < len(y) && x[i] == y[i] {
		i++
	}
	return i
}
