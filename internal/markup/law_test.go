package markup

import (
	"slices"
	"strings"
	"testing"
)

func TestLaw(t *testing.T) {
	d, list := parse(t, Law, readFile(t, "testdata/luat-mau.md"))
	want := strings.Fields(`
		chuong-1 dieu-1
		dieu-2 dieu-2-khoan-1 dieu-2-khoan-1-diem-a dieu-2-khoan-1-diem-b dieu-2-khoan-1-diem-c dieu-2-khoan-1-diem-d
		dieu-2-khoan-1-diem-dd dieu-2-khoan-1-diem-dd-tiet-1 dieu-2-khoan-1-diem-dd-tiet-2 dieu-2-khoan-1-diem-e dieu-2-khoan-2
		chuong-2 chuong-2-muc-1 dieu-256 dieu-256-diem-a dieu-256-diem-c
		dieu-256a dieu-256a-khoan-1 dieu-256a-khoan-2 dieu-256a-khoan-2a
		chuong-2-muc-1-tieu-muc-1
		dieu-257 dieu-257-khoan-1
		dieu-257-khoan-1-dieu-5 dieu-257-khoan-1-dieu-5-khoan-1 dieu-257-khoan-1-dieu-5-khoan-2 dieu-257-khoan-1-dieu-5-khoan-2-diem-dd
		dieu-257-khoan-2 dieu-257-khoan-3 dieu-257-lap-2 dieu-300
		phu-luc-2 phu-luc-2-muc-i phu-luc-2-muc-i-1 phu-luc-2-dieu-1 phu-luc-2-dieu-1-khoan-1`)
	if got := ids(d); !slices.Equal(got, want) {
		t.Errorf("units\n%q\nwant\n%q", got, want)
	}
	if got, want := brief(list), "36:3 nhac danh-so-nhay\n39:1 nhac danh-so-nhay\n71:1 nhac danh-so-lap\n75:1 nhac danh-so-nhay"; got != want {
		t.Errorf("problems\n%s\nwant\n%s", got, want)
	}
	for id, want := range map[string][2]string{
		"chuong-2":                                {"Chương II", "NHỮNG QUY ĐỊNH CỤ THỂ"},
		"chuong-2-muc-1":                          {"Mục 1 Chương II", "PHÒNG NGỪA"},
		"chuong-2-muc-1-tieu-muc-1":               {"Tiểu mục 1 Mục 1 Chương II", "Tiểu mục thử"},
		"dieu-2-khoan-1-diem-dd":                  {"điểm đ khoản 1 Điều 2", ""},
		"dieu-2-khoan-1-diem-dd-tiet-2":           {"tiết 2 điểm đ khoản 1 Điều 2", ""},
		"dieu-256":                                {"Điều 256", "Trách nhiệm của hộ gia đình"},
		"dieu-256-diem-a":                         {"điểm a Điều 256", ""},
		"dieu-256a-khoan-2a":                      {"khoản 2a Điều 256a", ""},
		"dieu-257-khoan-1-dieu-5-khoan-2-diem-dd": {"điểm đ khoản 2 Điều 5 (trích tại khoản 1 Điều 257)", ""},
		"phu-luc-2":                               {"Phụ lục II", "DANH MỤC BIỂU MẪU"},
		"phu-luc-2-muc-i-1":                       {"Mục I.1, Phụ lục II", ""},
		"phu-luc-2-dieu-1-khoan-1":                {"khoản 1 Điều 1 Phụ lục II", ""},
	} {
		i, ok := d.Unit(id)
		if !ok || d.Cite(i) != want[0] || d.Units[i].Title != want[1] {
			t.Errorf("%s: cited %q, title %q", id, d.Cite(i), d.Units[i].Title)
		}
	}
	// What stands between the labels belongs to the unit above it.
	for id, part := range map[string]string{
		"dieu-1":                  "Nghị định này quy định việc thử.",
		"dieu-256a-khoan-1":       `<td class="phai">1.000.000</td>`,
		"dieu-257-khoan-2":        "<blockquote>\n<p>“b) Nội dung",
		"phu-luc-2":               "(Kèm theo Nghị định mẫu)",
		"dieu-257-khoan-1-dieu-5": `“<span class="nhan">Điều 5.</span> Nội dung mới`,
	} {
		i, _ := d.Unit(id)
		if !slices.ContainsFunc(d.Blocks, func(b Block) bool {
			return b.Unit == i && strings.Contains(d.HTML[b.Start:b.End], part)
		}) {
			t.Errorf("%q does not belong to %s", part, id)
		}
	}
	for _, h := range d.Headings {
		if strings.Contains(h.ID, "dieu-257-khoan-1") {
			t.Errorf("a quoted article is in the outline: %+v", h)
		}
	}
	if d.Lead != "Chính phủ ban hành Nghị định mẫu để thử cách đọc văn bản." {
		t.Errorf("lead %q", d.Lead)
	}
}

func TestLawShapes(t *testing.T) {
	for _, c := range []struct {
		name, text string
		units      []string
		problems   string
	}{
		{"sentences are no labels", "Điều 1. Tên\n\nĐiều 24 của Luật này quy định.\n\nChương II của Luật này.\n\nPhần đầu của bản.\n\nMục tiêu là gì.\n\nĐiều kiện khác.\n", []string{"dieu-1"}, ""},
		{"parts", "PHẦN THỨ NHẤT\nNHỮNG QUY ĐỊNH CHUNG\n\nChương I\nĐIỀU KHOẢN\n\nĐiều 1. A\n\nPhần thứ hai: CÁC TỘI\n\nChương II\nB\n\nĐiều 2. B\n", []string{"phan-1", "chuong-1", "dieu-1", "phan-2", "chuong-2", "dieu-2"}, ""},
		{"Arabic chapter", "## Chương 1: Chung\n\n### Điều 5 Tên\n\n### Điều 6. Tên\n", []string{"chuong-1", "dieu-5", "dieu-6"}, ""},
		{"excerpt", "Điều 24. Mua dâm\n\n2. Khoản hai.\n\nb) Điểm b.\n", []string{"dieu-24", "dieu-24-khoan-2", "dieu-24-khoan-2-diem-b"}, "3:1 nhac danh-so-nhay\n5:1 nhac danh-so-nhay"},
		{"inserted point", "Điều 1. A\n\n1. B:\n\na) C;\n\na1) D;\n\nb) E.\n", []string{"dieu-1", "dieu-1-khoan-1", "dieu-1-khoan-1-diem-a", "dieu-1-khoan-1-diem-a1", "dieu-1-khoan-1-diem-b"}, ""},
		{"order of letters", "Điều 1. A\n\nd) x;\n\nđ) x;\n\ne) x;\n\ng) x;\n\ni) x;\n", []string{"dieu-1", "dieu-1-diem-d", "dieu-1-diem-dd", "dieu-1-diem-e", "dieu-1-diem-g", "dieu-1-diem-i"}, "3:1 nhac danh-so-nhay\n11:1 nhac danh-so-nhay"},
		{"repeated point", "Điều 1. A\n\na) x;\n\na) y;\n", []string{"dieu-1", "dieu-1-diem-a", "dieu-1-diem-a-lap-2"}, "5:1 nhac danh-so-lap"},
		{"clause quoted", "Điều 1. A\n\n1. Sửa khoản 3 như sau:\n\n“3. Khoản ba:\n\na) Điểm a.”\n\n2. Hai.\n", []string{"dieu-1", "dieu-1-khoan-1", "dieu-1-khoan-1-khoan-3", "dieu-1-khoan-1-khoan-3-diem-a", "dieu-1-khoan-2"}, ""},
		{"straight quotes", "Điều 1. A\n\n1. Sửa như sau:\n\n\"Điều 9. B\n\n1. C.\"\n\n2. Hai.\n", []string{"dieu-1", "dieu-1-khoan-1", "dieu-1-khoan-1-dieu-9", "dieu-1-khoan-1-dieu-9-khoan-1", "dieu-1-khoan-2"}, ""},
		{"quote left open", "Điều 1. A\n\n1. Sửa như sau:\n\n“Điều 9. B\n\n2. Hai.\n\nĐiều 2. C\n", []string{"dieu-1", "dieu-1-khoan-1", "dieu-1-khoan-1-dieu-9", "dieu-1-khoan-2", "dieu-2"}, "5:1 nhac trich-dan-ho"},
		{"article as a sentence", "Điều 1. Phê duyệt Kế hoạch kèm theo.\n\nĐiều 2. Hiệu lực\n", []string{"dieu-1", "dieu-2"}, ""},
		{"the only annex", "Điều 1. A\n\nPHỤ LỤC\nBIỂU MẪU\n\nĐiều 1. B\n", []string{"dieu-1", "phu-luc", "phu-luc-dieu-1"}, ""},
		{"preamble", "- Căn cứ một;\n\n1. Căn cứ hai;\n\nĐiều 1. A\n", []string{"dieu-1"}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, list := parse(t, Law, c.text)
			if got := ids(d); !slices.Equal(got, c.units) {
				t.Errorf("units %q, want %q", got, c.units)
			}
			if got := brief(list); got != c.problems {
				t.Errorf("problems %q, want %q", got, c.problems)
			}
			want := strings.Join(strings.Fields(strings.ReplaceAll(c.text, "#", "")), " ")
			if got := visible(t, d); got != want {
				t.Errorf("the text changed:\n%s", firstDifference(got, want))
			}
		})
	}
}

// An article without a title is running text, one with a title a heading.
func TestArticleHeading(t *testing.T) {
	d, _ := parse(t, Law, "Điều 1. Phê duyệt Kế hoạch kèm theo Quyết định này.\n\nĐiều 2. Hiệu lực thi hành\n")
	for _, part := range []string{`<p class="dieu" id="dieu-1">`, `<h2 class="dieu" id="dieu-2">`} {
		if !strings.Contains(d.HTML, part) {
			t.Errorf("no %s in\n%s", part, d.HTML)
		}
	}
}

func TestScanLabel(t *testing.T) {
	for _, c := range []struct {
		line  string
		mode  Mode
		label string // "" for none
		id    string
		kind  Kind
	}{
		{"I. MỤC TIÊU", Plan, "I.", "i", KindRoman},
		{"  **IV. BÁO CÁO**", Plan, "IV.", "iv", KindRoman},
		{"IIII. SAI", Plan, "", "", 0},
		{"V.I. Lênin nói", Plan, "", "", 0},
		{"9. Các thôn", Plan, "9.", "9", KindNumber},
		{"09. Các thôn", Plan, "09.", "9", KindNumber},
		{"1.Công an xã", Plan, "1.", "1", KindNumber},
		{"1.công an xã", Plan, "", "", 0},
		{"2a. Chèn", Law, "2a.", "2a", KindNumber},
		{"1.2. Con", Plan, "1.2.", "1-2", KindNumber},
		{"1.2 Con", Plan, "1.2", "1-2", KindNumber},
		{"1.2 triệu", Plan, "", "", 0},
		{"1.000.000 đồng", Plan, "", "", 0},
		{"24/7", Plan, "", "", 0},
		{"10/6/2020", Plan, "", "", 0},
		{"07 thôn", Plan, "", "", 0},
		{"2020. Năm", Plan, "", "", 0},
		{"a) Một", Plan, "a)", "a", KindLetter},
		{"đ) Năm", Plan, "đ)", "dd", KindLetter},
		{"a1) Chèn", Law, "a1)", "a1", KindLetter},
		{"a. Một", Plan, "a.", "a", KindLetter},
		{"v.v. và", Plan, "", "", 0},
		{"ă) Không", Plan, "", "", 0},
		{"- Ý", Plan, "-", "", KindDash},
		{"– Ý", Plan, "–", "", KindDash},
		{"-Ý", Plan, "-", "", KindDash},
		{"-5 độ", Plan, "", "", 0},
		{"-", Plan, "", "", 0},
		{"+ Con", Plan, "+", "", KindPlus},
		{"+84 912", Plan, "", "", 0},
		{"* Ghi chú", Plan, "", "", 0},
		{"Điều 24. Tên", Law, "Điều 24.", "24", KindArticle},
		{"ĐIỀU 5: Tên", Law, "ĐIỀU 5:", "5", KindArticle},
		{"Điều 256a. Tên", Law, "Điều 256a.", "256a", KindArticle},
		{"Điều 5đ. Tên", Law, "Điều 5đ.", "5dd", KindArticle},
		{"Điều 24 của Luật", Law, "", "", 0},
		{"Điều 24 - Tên", Law, "Điều 24 -", "24", KindArticle},
		{"Điều 24- Tên", Law, "Điều 24-", "24", KindArticle},
		{"Điều 24.- Tên", Law, "Điều 24.-", "24", KindArticle},
		{"Điều 24 - của Luật", Law, "", "", 0},
		{"Điều 24-25 của Luật", Law, "", "", 0},
		{"Phụ lục số 02", Law, "Phụ lục số 02", "2", KindAnnex},
		{"Điều 24", Law, "Điều 24", "24", KindArticle},
		{"Điều kiện", Law, "", "", 0},
		{"“Điều 5. Tên", Law, "Điều 5.", "5", KindArticle},
		{"Chương II", Law, "Chương II", "2", KindChapter},
		{"Chương II QUY ĐỊNH", Law, "Chương II", "2", KindChapter},
		{"Chương trình", Law, "", "", 0},
		{"Mục 1. TÊN", Law, "Mục 1.", "1", KindSection},
		{"Mục III. TÊN", Plan, "Mục III.", "iii", KindRoman},
		{"Mục tiêu", Plan, "", "", 0},
		{"Tiểu mục 2. TÊN", Law, "Tiểu mục 2.", "2", KindSubsection},
		{"Phần thứ hai", Law, "Phần thứ hai", "2", KindPart},
		{"Phần đầu 90%", Plan, "", "", 0},
		{"Phụ lục II", Law, "Phụ lục II", "2", KindAnnex},
		{"PHỤ LỤC A", Law, "PHỤ LỤC A", "a", KindAnnex},
		{"PHỤ LỤC", Law, "PHỤ LỤC", "", KindAnnex},
		{"Phụ lục kèm theo", Law, "", "", 0},
		{"A. TÌNH HÌNH", Plan, "A.", "a", KindPart},
		{"A. Tình hình", Plan, "", "", 0},
		{"TM. ỦY BAN", Plan, "", "", 0},
	} {
		l, ok := scanLabel([]byte(c.line), c.mode, 0, false)
		if ok != (c.label != "") {
			t.Errorf("%q: label %v", c.line, ok)
			continue
		}
		if ok && (c.line[l.start:l.end] != c.label || l.id != c.id || l.kind != c.kind) {
			t.Errorf("%q: label %q, id %q, kind %d", c.line, c.line[l.start:l.end], l.id, l.kind)
		}
	}
}

func TestRoman(t *testing.T) {
	for n := 1; n <= 89; n++ {
		if got := romanValue(romanOf(n)); got != n {
			t.Errorf("%d is %s is %d", n, romanOf(n), got)
		}
	}
	for _, s := range []string{"", "IIII", "VV", "IC", "XXXXX", "i"} {
		if got := romanValue(s); got != 0 {
			t.Errorf("%q is %d", s, got)
		}
	}
}

func TestLetterOrder(t *testing.T) {
	place := 0
	for _, r := range letters {
		place++
		if letterPlace(r) != place || letterAt(place) != string(r) {
			t.Errorf("%c: place %d, letter %q", r, letterPlace(r), letterAt(place))
		}
	}
	for _, r := range "fjwzăâêôơư" {
		if letterPlace(r) != 0 {
			t.Errorf("%c has a place", r)
		}
	}
}
