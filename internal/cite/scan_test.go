package cite

import (
	"testing"
)

// What identifies a document is read with its number.
func TestDocumentParts(t *testing.T) {
	for _, tt := range []struct {
		text, number, issuer, date, tail string
		kind                             Kind
		year                             int
	}{
		{"Nghị định 282/2025/NĐ-CP ngày 30/10/2025 của Chính phủ", "282/2025/NĐ-CP", "Chính phủ", "2025-10-30", "", Decree, 2025},
		{"Kế hoạch số 48/KH-UBND ngày 13/02/2020 của Ủy ban nhân dân huyện về việc", "48/KH-UBND", "Ủy ban nhân dân huyện", "2020-02-13", " về việc", Plan, 2020},
		{"Quyết định số 1629/QĐ-TTg của Thủ tướng Chính phủ, ngày 28 tháng 9 năm 2021, phê duyệt", "1629/QĐ-TTg", "Thủ tướng Chính phủ", "2021-09-28", ", phê duyệt", Decision, 2021},
		{"Pháp lệnh số 10/2003/PL - UBTVQH 11 quy định", "10/2003/PL-UBTVQH11", "", "", " quy định", Ordinance, 2003},
		{"Nghị định 282 năm 2025 thì", "282", "", "", " thì", Decree, 2025},
		{"Kết luận số 132-KL/TW, ngày 18-3-2025 của Bộ Chính trị ban hành", "132-KL/TW", "Bộ Chính trị", "2025-03-18", " ban hành", Conclusion, 2025},
		{"số 15/2026/QĐ-UBND ban hành ngày 1.2.2026", "15/2026/QĐ-UBND", "", "2026-02-01", "", Decision, 2026},
		{"Thông tư 26/2020/TT.BTTTT", "26/2020/TT-BTTTT", "", "", "", Circular, 2020},
	} {
		list := Scan(nil, []byte(tt.text))
		if len(list) != 1 {
			t.Errorf("%s: %d citations", tt.text, len(list))
			continue
		}
		d := &list[0].Doc
		if d.Number != tt.number || tt.text[d.IssuerStart:d.IssuerEnd] != tt.issuer || d.Date.String() != tt.date || tt.text[d.Tail:] != tt.tail || d.Kind != tt.kind || d.Year != tt.year {
			t.Errorf("%s: %+v, issuer %q, tail %q", tt.text, *d, tt.text[d.IssuerStart:d.IssuerEnd], tt.text[d.Tail:])
		}
	}
}

// Nothing is read across or within what is no running text.
func TestBarriers(t *testing.T) {
	for text, want := range map[string]int{
		"Điều 5 <a href=\"#x\">và</a> Luật Trẻ em":       2,
		"Điều <a href=\"/\">5</a>":                       0,
		"<a href=\"/\">Điều 5</a> Luật":                  0,
		"<code>Điều 5</code>, Điều 6":                    1,
		"<a class=\"neo\" href=\"#dieu-5\">§</a> Điều 6": 1,
		"<a href=\"Điều 5\">x":                           0,
		"<p class=\"dieu\" id=\"dieu-5\">Điều 5</p>":     1,
		"<td>Điều 5</td><td>Luật Trẻ em</td>":            2,
		"Điều 5\n\nLuật Trẻ em":                          2,
		"Điều 5\nLuật Trẻ em":                            1,
		"Điều 5<sup><a href=\"#c1\">1</a></sup>":         1,
		"<img alt=\"Điều 5\" src=\"x\"> Điều 6":          1,
		"a < b và Điều 5 > c":                            1,
		"tài <em>khoản 2</em>":                           0,
		"Theo BLHS":                                      1,
		"Điều 5":                                         1,
		"Điều":                                           0,
		"Đ":                                              0,
		"":                                               0,
	} {
		if got := Scan(nil, []byte(text)); len(got) != want {
			t.Errorf("%s: %d citations, want %d", text, len(got), want)
		}
	}
}

func TestScanAppends(t *testing.T) {
	dst := Scan(nil, []byte("Điều 5"))
	if dst = Scan(dst, []byte("Luật Trẻ em và Điều 6")); len(dst) != 3 || dst[0].Doc.Form != NoDoc || dst[1].Doc.Form != Name {
		t.Errorf("got %v", dst)
	}
	if !dst[0].Bare() || dst[1].Bare() {
		t.Error("bare and named are confused")
	}
}

func TestKinds(t *testing.T) {
	for k := Constitution; k < Other; k++ {
		if k.String() == "" || KindOf(k.String()) != k {
			t.Errorf("kind %d is %q", k, k.String())
		}
	}
	if KindOf("tai_lieu") != Other || KindOf("") != Other {
		t.Error("a kind that is not cited")
	}
}
