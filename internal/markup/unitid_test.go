package markup

import "testing"

// What a unit is called follows from its id as it follows from its text.
func TestCiteID(t *testing.T) {
	for id, want := range map[string]string{
		"dieu-24":                   "Điều 24",
		"dieu-24-khoan-2":           "khoản 2 Điều 24",
		"dieu-24-khoan-2-diem-d":    "điểm d khoản 2 Điều 24",
		"dieu-24-khoan-2-diem-dd":   "điểm đ khoản 2 Điều 24",
		"dieu-256a-khoan-2a":        "khoản 2a Điều 256a",
		"dieu-5dd":                  "Điều 5đ",
		"chuong-2":                  "Chương II",
		"chuong-2-muc-1":            "Mục 1 Chương II",
		"chuong-2-muc-1-tieu-muc-1": "Tiểu mục 1 Mục 1 Chương II",
		"phan-1":                    "Phần I",
		"phu-luc-2":                 "Phụ lục II",
		"phu-luc":                   "Phụ lục",
		"muc-1-2":                   "Mục 1.2", "muc-iii-": "", "muc": "", "phu-luc-dieu-1": "Điều 1 Phụ lục", "phu-luc-2-muc-i-1": "Mục I.1, Phụ lục II",
		"phu-luc-2-dieu-1":       "Điều 1 Phụ lục II",
		"dieu-2-khoan-1-diem-a1": "điểm a1 khoản 1 Điều 2",
		"muc-iii":                "Mục III",
		"muc-iii-9":              "Mục III.9",
		"muc-iii-9-y-2":          "Mục III.9, ý 2",
		"muc-iii-9-y-2-c-1":      "Mục III.9, ý 2, ý nhỏ 1",
		"muc-ii-2-dd":            "Mục II.2, điểm đ",
		"":                       "", "dieu": "", "dieu-": "", "24": "", "dieu-24-khoan": "", "mo-dau": "", "dieu-24-": "", "muc-iii-y": "", "muc-iii-9-y-": "", "dieu-Điều": "",
	} {
		if got := CiteID(id); got != want {
			t.Errorf("%q is %q, want %q", id, got, want)
		}
	}
	for _, name := range []string{"testdata/luat-mau.md", "testdata/ke-hoach-2020.md"} {
		mode := Law
		if name == "testdata/ke-hoach-2020.md" {
			mode = Plan
		}
		d, _ := parse(t, mode, readFile(t, name))
		for i, u := range d.Units {
			if CiteID(u.ID) == "" && u.ID != "dieu-257-lap-2" {
				t.Errorf("%s (%s) has no name", u.ID, d.Cite(i))
			}
		}
	}
}

func TestUnitsOfAPackedText(t *testing.T) {
	d, _ := parse(t, Law, readFile(t, "testdata/luat-mau.md"))
	whole := *d
	d.Pack()
	if d.packed == nil {
		t.Fatal("the text is not packed")
	}
	for _, u := range whole.Units {
		if !d.HasUnit(u.ID) || !whole.HasUnit(u.ID) {
			t.Errorf("%s is gone", u.ID)
		}
	}
	if d.HasUnit("dieu-999") || whole.HasUnit("dieu-999") || !d.HasUnits() || !whole.HasUnits() || new(Document).HasUnits() {
		t.Error("a unit that is not there, or none where there are some")
	}
}
