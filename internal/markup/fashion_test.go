package markup

import (
	"slices"
	"strings"
	"testing"
)

// A label of an uncommon fashion is one where the first two marks of its
// numbering follow one another, and stays as it was printed.
func TestFashions(t *testing.T) {
	for _, c := range []struct {
		name, text     string
		mode           Mode
		units, printed string
	}{
		{"Roman with a dash", "I - Một\n\n1 - Công an\n\n2 - Trạm y tế\n\nII- Hai\n\nIII.- Ba\n", Plan, "muc-i muc-i-1 muc-i-2 muc-ii muc-iii", "I -|1 -|2 -|II-|III.-"},
		{"strokes without a blank", "I/MỤC ĐÍCH\n\n1/Mục đích\n\n2/Yêu cầu\n\na/Một\n\nb/Hai\n\nII/NỘI DUNG\n", Plan, "muc-i muc-i-1 muc-i-2 muc-i-2-a muc-i-2-b muc-ii", "I/|1/|2/|a/|b/|II/"},
		{"one number in a bracket is none", "1) Lẻ\n\n3) Loi\n", Plan, "", ""},
		{"a figure is no label", "1- 2 người\n\n2- 3 người\n\n10/6 là hạn\n", Plan, "", ""},
		{"signs that change", "1. Một\n\n2) Hai\n\n3/ Ba\n\na) Ý\n\nb. ý\n\n4. Bốn\n", Plan, "muc-1 muc-2 muc-3 muc-3-a muc-3-b muc-4", "1.|2)|3/|a)|b.|4."},
		{"a number that does not go on", "1. Một\n\n4) Bốn\n\na) Ý\n\ne. ý\n", Plan, "muc-1 muc-1-a", "1.|a)"},
		{"brackets", "(1) Một\n\n(2) Hai\n\n(a) Ba\n\n(b) Bốn\n", Plan, "muc-1 muc-2 muc-2-a muc-2-b", "(1)|(2)|(a)|(b)"},
		{"the usual numbers above those in brackets", "1. Một\n\n1) Con\n\n2) Con nữa\n\n2. Hai\n\n1) Cháu\n\n2) Cháu\n", Plan, "muc-1 muc-1-1 muc-1-2 muc-2 muc-2-1 muc-2-2", "1.|1)|2)|2.|1)|2)"},
		{"below letters", "1. Một\n\na) Ý\n\n1) Con\n\n2) Con\n\nb) Ý\n\n1) Con\n", Plan, "muc-1 muc-1-a muc-1-a-1 muc-1-a-2 muc-1-b muc-1-b-1", "1.|a)|1)|2)|b)|1)"},
		{"tiết of a law", "Điều 1. Tên\n\n1. Khoản:\n\na) Điểm:\n\n1) Một;\n\n2) Hai;\n\nb) Điểm.\n\n2. Khoản.\n", Law, "dieu-1 dieu-1-khoan-1 dieu-1-khoan-1-diem-a dieu-1-khoan-1-diem-a-tiet-1 dieu-1-khoan-1-diem-a-tiet-2 dieu-1-khoan-1-diem-b dieu-1-khoan-2", "Điều 1.|1.|a)|1)|2)|b)|2."},
		{"clauses of a law", "Điều 1. Tên\n\n1) Một.\n\n2) Hai.\n\nĐiều 2. Tên\n\n1) Một.\n", Law, "dieu-1 dieu-1-khoan-1 dieu-1-khoan-2 dieu-2 dieu-2-khoan-1", "Điều 1.|1)|2)|Điều 2.|1)"},
		{"small Roman", "i. mục tiêu\n\na) một\n\nb) hai\n\nii. nhiệm vụ\n", Plan, "muc-i muc-i-a muc-i-b muc-ii", "i.|a)|b)|ii."},
		{"letters to i", "a. một\n\nb. hai\n\nh. tám\n\ni. chín\n", Plan, "muc-a muc-b muc-h muc-i", "a.|b.|h.|i."},
		{"great parts in small letters", "A. Đánh giá\n\nI. Kết quả\n\n1. Một\n\nB. Kế hoạch\n\nI. Mục tiêu\n", Plan, "phan-a phan-a-muc-i phan-a-muc-i-1 phan-b phan-b-muc-i", "A.|I.|1.|B.|I."},
		{"great parts in a numbered part", "PHẦN I\nKẾT QUẢ\n\nA. CÔNG TÁC\n\n1. Một\n\nB. CÔNG TÁC\n\nPHẦN II\nNHIỆM VỤ\n\nA. CÔNG TÁC\n", Plan, "phan-1 phan-1-phan-a phan-1-phan-a-muc-1 phan-1-phan-b phan-2 phan-2-phan-a", ""},
		{"one letter is none", "A. Dua đi họp.\n\nV.I. nói.\n", Plan, "", ""},
		{"a law has no great parts", "Điều 1. Tên\n\nA. Một\n\nB. Hai\n\nĐiều 2. Tên\n", Law, "dieu-1 dieu-2", "Điều 1.|Điều 2."},
		{"its annex has", "Điều 1. Tên\n\nPHỤ LỤC SỐ 01\nDANH MỤC\n\nA. Một\n\nB. Hai\n", Law, "dieu-1 phu-luc-1 phu-luc-1-phan-a phu-luc-1-phan-b", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, _ := parse(t, c.mode, c.text)
			if got := strings.Join(ids(d), " "); got != c.units {
				t.Errorf("units %s, want %s", got, c.units)
			}
			var labels []string
			for _, u := range d.Units {
				labels = append(labels, u.Label)
			}
			if got := strings.Join(labels, "|"); c.printed != "" && got != c.printed {
				t.Errorf("labels %s, want %s", got, c.printed)
			}
			want := strings.Join(strings.Fields(c.text), " ")
			if got := visible(t, d); got != want {
				t.Errorf("the text changed:\n%s", firstDifference(got, want))
			}
			for i, u := range d.Units {
				if CiteID(u.ID) == "" {
					t.Errorf("%s (%s) has no name", u.ID, d.Cite(i))
				}
			}
		})
	}
}

// A great part may be a sentence, and is no heading then.
func TestGreatPartAsSentence(t *testing.T) {
	d, _ := parse(t, Plan, "A. Tình hình\n\nB. Xã có bảy thôn, đời sống ổn định.\n\nC. Tổ chức thực hiện:\n\nMột câu.\n")
	for _, part := range []string{`<h2 class="phan" id="phan-a">`, `<p class="phan" id="phan-b">`, `<h2 class="phan" id="phan-c">`} {
		if !strings.Contains(d.HTML, part) {
			t.Errorf("no %s in\n%s", part, d.HTML)
		}
	}
}

// The lines that say to whom a letter goes are no units, nor are those who
// receive it.
func TestAddressIsNoUnit(t *testing.T) {
	for _, text := range []string{
		"Kính gửi:\n- Công an xã;\n- Các thôn.\n\nThực hiện kế hoạch:\n\n- Việc một;\n- Việc hai.\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n",
		"**Kính gửi:**\n\n- Công an xã;\n\n- Các thôn.\n\n- Việc một;\n- Việc hai.\n",
		"Kính gửi: Công an xã.\n\nCăn cứ:\n\n- Việc một;\n- Việc hai.\n",
	} {
		d, _ := parse(t, Plan, text)
		want := "y-1 y-2"
		if strings.Contains(text, "**") {
			want = "" // nothing parts the list from the address
		}
		if got := strings.Join(ids(d), " "); got != want {
			t.Errorf("%q: units %q, want %q", text, got, want)
		}
	}
}

// A text that is attached to another is a unit that holds its own articles.
func TestAttached(t *testing.T) {
	const decision = "Điều 1. Ban hành Quy chế.\n\nĐiều 2. Hiệu lực.\n\nNơi nhận:\n- Lưu: VT.\n\n**CHỦ TỊCH**\n\n"
	for _, c := range []struct {
		name, text, units string
		cited             map[string]string
	}{
		{"one #", decision + "# Quy chế làm việc của Ban\n\n## Chương I\nCHUNG\n\n### Điều 1. Phạm vi\n\n1. Khoản.\n\n## Phụ lục II. Biểu mẫu\n\nI. MỤC\n",
			"dieu-1 dieu-2 kem-theo-1 kem-theo-1-chuong-1 kem-theo-1-dieu-1 kem-theo-1-dieu-1-khoan-1 kem-theo-1-phu-luc-2 kem-theo-1-phu-luc-2-muc-i",
			map[string]string{"kem-theo-1": "Quy chế kèm theo", "kem-theo-1-chuong-1": "Chương I Quy chế kèm theo", "kem-theo-1-dieu-1-khoan-1": "khoản 1 Điều 1 Quy chế kèm theo", "kem-theo-1-phu-luc-2": "Phụ lục II Quy chế kèm theo"}},
		{"as printed", decision + "## QUY CHẾ\n\n**Làm việc của Ban**\n\n(Ban hành kèm theo Quyết định số 45/QĐ-UBND)\n\n### Điều 1. Phạm vi\n",
			"dieu-1 dieu-2 kem-theo-1 kem-theo-1-dieu-1", map[string]string{"kem-theo-1-dieu-1": "Điều 1 Quy chế kèm theo"}},
		{"two", decision + "# QUY ĐỊNH\n\n### Điều 1. A\n\n# KẾ HOẠCH\n\n## I. MỤC TIÊU\n\n1. Một.\n\n# Thư ngỏ\n\n- Ý.\n",
			"dieu-1 dieu-2 kem-theo-1 kem-theo-1-dieu-1 kem-theo-2 kem-theo-2-muc-i kem-theo-2-muc-i-1 kem-theo-3 kem-theo-3-y-1",
			map[string]string{"kem-theo-1": "Quy định kèm theo", "kem-theo-2-muc-i-1": "Mục I.1, Kế hoạch kèm theo thứ 2", "kem-theo-3": "Văn bản kèm theo thứ 3"}},
		{"before the first unit it is the page's own", "# Quy chế\n\n(Ban hành kèm theo Quyết định số 45/QĐ-UBND)\n\nĐiều 1. A\n", "dieu-1", nil},
		{"not a heading", decision + "Quy chế\n\n(Ban hành kèm theo Quyết định)\n\n### Điều 3. A\n", "dieu-1 dieu-2 dieu-3", nil},
		{"only a heading", "Điều 1. A\n\n## Quy chế\n\nMột câu.\n\nĐiều 2. B\n", "dieu-1 dieu-2", nil},
		{"an annex that is issued", "Điều 1. A\n\n## PHỤ LỤC I\nDANH MỤC\n\n(Ban hành kèm theo Quyết định)\n\nĐiều 1. B\n", "dieu-1 phu-luc-1 phu-luc-1-dieu-1", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, list := parse(t, Law, c.text)
			if got := strings.Join(ids(d), " "); got != c.units {
				t.Errorf("units %s, want %s", got, c.units)
			}
			if strings.Contains(brief(list), "tieu-de-cap-1") != (c.name == "before the first unit it is the page's own") || strings.Contains(brief(list), "danh-so") {
				t.Errorf("problems %s", brief(list))
			}
			for id, want := range c.cited {
				i, _ := d.Unit(id)
				if got := d.Cite(i); got != want {
					t.Errorf("%s is %q, want %q", id, got, want)
				}
			}
			for _, u := range d.Units {
				if CiteID(u.ID) == "" {
					t.Errorf("%s has no name", u.ID)
				}
			}
			if i := slices.IndexFunc(d.Headings, func(h Heading) bool { return h.ID == "kem-theo-1" }); i >= 0 && (d.Headings[i].Level != 2 || !strings.HasPrefix(strings.ToUpper(d.Headings[i].Text), "QUY ")) {
				t.Errorf("heading %+v", d.Headings[i])
			}
		})
	}
	for id, want := range map[string]string{
		"kem-theo-1": "Văn bản kèm theo", "kem-theo-2-dieu-4-khoan-1": "khoản 1 Điều 4 văn bản kèm theo thứ 2", "kem-theo-1-muc-ii-1-y-2": "Mục II.1, ý 2, văn bản kèm theo",
		"phan-a-muc-i-2": "Mục I.2, Phần A", "phan-b": "Phần B", "kem-theo": "", "kem-theo-": "", "kem-theo-x": "", "kem-theo-1-": "", "kem-theo-1-kem-theo-2": "", "phan-a-muc": "", "phan-1-muc-1": "Mục 1 Phần I",
	} {
		if got := CiteID(id); got != want {
			t.Errorf("%q is %q, want %q", id, got, want)
		}
	}
}

// What a careless typist leaves is no broken paragraph.
func TestGoesOn(t *testing.T) {
	for _, c := range []struct {
		before, line string
		small, want  bool
	}{
		{"hệ lụy của", "mại dâm đối với xã hội", true, true},
		{"gắn với các", "công an xã tổ chức", false, true},
		{"Công an xã, trạm y tế,", "các thôn phối hợp thực hiện", false, true},
		{"tác hại của ma túy", "công an xã phối hợp với các thôn", false, false},
		{"trên địa bàn xã", "hội phụ nữ, đoàn thanh niên vận động hội viên", false, false},
		{"công tác phòng ngừa", "tệ nạn trên địa bàn xã", false, true},
		{"công tác phòng ngừa", "tệ nạn trên địa bàn xã", true, false},
		{"hết câu.", "mại dâm", false, false},
		{"phải làm của", "Công an xã", false, false},
	} {
		if got := GoesOn(c.before, c.line, c.small); got != c.want {
			t.Errorf("%q + %q: %v", c.before, c.line, got)
		}
	}
}
