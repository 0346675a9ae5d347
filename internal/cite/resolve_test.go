package cite

import "testing"

// Several places issue plans of one number, laws are replaced by laws of the
// same name: then only what says which makes a link.
func TestNamesakes(t *testing.T) {
	c := NewCatalogue([]Entry{
		{ID: "kh-huyen", Kind: "ke_hoach", Number: "48/KH-UBND", Issuers: []string{"UBND huyện"}, IssuedOn: day(2020, 2, 13)},
		{ID: "kh-tinh", Kind: "ke_hoach", Number: "48/KH-UBND", Issuers: []string{"Ủy ban nhân dân tỉnh Mẫu"}, IssuedOn: day(2020, 2, 13)},
		{ID: "kh-xa", Kind: "ke_hoach", Number: "48/KH-UBND", Issuers: []string{"UBND xã"}, IssuedOn: day(2024, 5, 6)},
		{ID: "ma-tuy-2021", Kind: "luat", Number: "73/2021/QH14", IssuedOn: day(2021, 3, 30), Names: []string{"Luật Phòng, chống ma túy"}},
		{ID: "ma-tuy-2025", Kind: "luat", Number: "120/2025/QH15", IssuedOn: day(2025, 12, 10), Names: []string{"Luật Phòng, chống ma túy", "Luật Phòng, chống ma túy năm 2025"}},
		{ID: "hon-nhan", Kind: "luat", Number: "52/2014/QH13", IssuedOn: day(2014, 6, 19), Names: []string{"Hôn nhân và gia đình"}},
		{ID: "tt-1", Kind: "thong_tu", Number: "05/2020/TT-BTTTT", IssuedOn: day(2020, 1, 2)},
		{ID: "tt-2", Kind: "thong_tu", Number: "05/2020/TT-BYT", IssuedOn: day(2020, 3, 4)},
		{ID: "undated", Kind: "chi_thi", Number: "07/CT-UBND", Year: 2019},
		{ID: "nqlt", Kind: "nqlt", Number: "1/2008/NQLT-BLĐTBXH-UBTƯMTTQVN"},
	})
	for text, want := range map[string]string{
		"Kế hoạch số 48/KH-UBND":                                             "ambiguous",
		"Kế hoạch số 48/KH-UBND ngày 13/02/2020":                             "ambiguous",
		"Kế hoạch số 48/KH-UBND ngày 13/02/2020 của UBND huyện":              "kh-huyen",
		"Kế hoạch số 48/KH-UBND ngày 13/02/2020 của UBND tỉnh Mẫu":           "kh-tinh",
		"Kế hoạch số 48/KH-UBND của Ủy ban nhân dân tỉnh về trồng cây":       "kh-tinh",
		"Kế hoạch số 48/KH-UBND ngày 06 tháng 5 năm 2024":                    "kh-xa",
		"Kế hoạch số 48/KH-UBND năm 2024":                                    "kh-xa",
		"Kế hoạch số 48/KH-UBND ngày 13/02/2021 của UBND huyện":              "mismatch",
		"Kế hoạch số 48/KH-UBND ngày 31/02/2020 của UBND huyện":              "mismatch",
		"Kế hoạch số 48/KH-UBND của UBND phường Bình Minh":                   "elsewhere",
		"Luật Phòng, chống ma túy":                                           "ambiguous",
		"Luật Phòng, chống ma túy năm 2021":                                  "ma-tuy-2021",
		"Luật Phòng, chống ma túy năm 2025":                                  "ma-tuy-2025",
		"Luật phòng, chống ma tuý 2021":                                      "ma-tuy-2021",
		"Luật Phòng, chống ma túy ngày 30/3/2021":                            "ma-tuy-2021",
		"Luật Phòng, chống ma túy năm 2000":                                  "mismatch",
		"Luật Phòng, chống ma túy số 73/2021/QH14":                           "ma-tuy-2021",
		"Luật Hôn nhân và gia đình":                                          "hon-nhan",
		"Thông tư 05/2020":                                                   "ambiguous",
		"Thông tư 05/2020/TT-BYT":                                            "tt-2",
		"Thông tư số 5/2020/TT-BYT":                                          "tt-2",
		"Thông tư 05/2020/TT-BTC":                                            "unknown",
		"Chỉ thị số 07/CT-UBND năm 2019":                                     "undated",
		"Chỉ thị số 07/CT-UBND năm 2018":                                     "mismatch",
		"Nghị quyết liên tịch số 01/2008/NQLT-BLĐTBXH-UBTUMTTQVN":            "nqlt",
		"Nghị quyết liên tịch số 01/2008/NQLT-BLDTBXH-UBTƯMTTQVN":            "nqlt",
		"Nghị quyết liên tịch số 01/2008/NQLT-BLĐTBXH-BCA":                   "nqlt damaged",
		"Nghị quyết liên tịch số 01/2009/NQLT-BLĐTBXH-UBTUMTTQVN":            "unknown",
		"Luật Phòng, chống ma túy năm 2021 và Luật Phòng, chống ma túy 2025": "ma-tuy-2021 ma-tuy-2025",
	} {
		got := ""
		for i, m := range Find([]byte(text), c) {
			if i > 0 {
				got += " "
			}
			if m.Outcome == Found {
				got += m.ID
			} else {
				got += m.Outcome.String()
			}
			if m.Damaged {
				got += " damaged"
			}
		}
		if got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

func TestKeys(t *testing.T) {
	for in, want := range map[string]string{
		"01/2008/NQLT-BLĐTBXH-UBTƯMTTQVN": "1/2008/NQLT-BLDTBXH-UBTUMTTQVN",
		"282/2025/nđ–cp":                  "282/2025/ND-CP",
		"10/2003/PL - UBTVQH 11":          "10/2003/PL-UBTVQH11",
		"26/2020/TT.BTTTT":                "26/2020/TT-BTTTT",
		"1629/QĐ-Ttg":                     "1629/QD-TTG",
		"0/QĐ":                            "0/QD",
		"007":                             "7",
		"132-KL/TW":                       "132-KL/TW",
		"":                                "",
	} {
		if got := string(foldSymbol(nil, in)); got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
	}
}

// What differs in a tone is another word; where the tone stands, the case, and
// i for y are the same.
func TestWordsAreComparedByTone(t *testing.T) {
	hash := func(s string) uint64 {
		l := hashingLexer([]byte(s), 0)
		tok := l.next()
		return tok.hash
	}
	for _, same := range [][2]string{{"Hòa", "hoà"}, {"ỦY", "Uỷ"}, {"lý", "Lí"}, {"túy", "tuý"}, {"ĐẤT", "đất"}, {"Nghị", "NGHỊ"}} {
		if hash(same[0]) != hash(same[1]) {
			t.Errorf("%s and %s differ", same[0], same[1])
		}
	}
	all := "a à á ả ã ạ ă ằ ắ ẳ ẵ ặ â ầ ấ ẩ ẫ ậ e è é ẻ ẽ ẹ ê ề ế ể ễ ệ i ì í ỉ ĩ ị o ò ó ỏ õ ọ ô ồ ố ổ ỗ ộ ơ ờ ớ ở ỡ ợ u ù ú ủ ũ ụ ư ừ ứ ử ữ ự y ỳ ý ỷ ỹ ỵ d đ"
	seen := map[uint64]string{}
	for _, s := range splitWords(all) {
		h := hash(s)
		if seen[h] != "" {
			t.Errorf("%s and %s are one", seen[h], s)
		}
		seen[h] = s
	}
}

func splitWords(s string) (out []string) {
	l := newLexer([]byte(s), 0)
	for t := l.next(); t.kind != tokenEnd; t = l.next() {
		out = append(out, s[t.start:t.end])
	}
	return out
}

// Relative units become ids below the unit they are cited in.
func TestAnchorIn(t *testing.T) {
	for _, tt := range []struct {
		text, unit, want string
	}{
		{"khoản 1 Điều này", "dieu-24-khoan-2-diem-a", "dieu-24-khoan-1"},
		{"điểm đ khoản 1 Điều này", "dieu-24", "dieu-24-khoan-1-diem-dd"},
		{"tại điểm b khoản này", "dieu-24-khoan-2-diem-a", "dieu-24-khoan-2-diem-b"},
		{"theo khoản 3", "dieu-256a-khoan-1", "dieu-256a-khoan-3"},
		{"tại điểm c", "dieu-5-khoan-2-diem-a", "dieu-5-khoan-2-diem-c"},
		{"tại điểm c", "dieu-5-diem-a", "dieu-5-diem-c"},
		{"tại Điều này", "phu-luc-2-dieu-5-khoan-1", "phu-luc-2-dieu-5"},
		{"khoản 1 Điều 7", "dieu-5", "dieu-7-khoan-1"},
		{"theo khoản 3", "chuong-2", ""},
		{"khoản 2 Điều này", "muc-iii-9", ""},
		{"khoản 2 mục này", "muc-iii-9", ""},
	} {
		list := Scan(nil, []byte(tt.text))
		if len(list) != 1 {
			t.Errorf("%s: %d citations", tt.text, len(list))
			continue
		}
		var p Path
		if len(list[0].Units) > 0 {
			p = list[0].Units[0]
		}
		got, ok := p.AnchorIn(tt.unit, list[0].Doc.Scope)
		if got != tt.want || ok != (tt.want != "") {
			t.Errorf("%s in %s: %q %v, want %q", tt.text, tt.unit, got, ok, tt.want)
		}
	}
}

func TestPathString(t *testing.T) {
	for text, want := range map[string]string{
		"điểm đ khoản 2 Điều 327":      "điểm đ khoản 2 Điều 327",
		"Điều 5, khoản 2":              "khoản 2 Điều 5",
		"Mục III.9, ý 2":               "ý 2 Mục III.9",
		"từ Điều 24 đến Điều 27":       "Điều 24 đến 27",
		"Phần thứ hai Bộ luật Hình sự": "Phần thứ hai",
		"Điều 256a Mục 2 Chương XII":   "Điều 256a Mục 2 Chương XII",
	} {
		list := Scan(nil, []byte(text))
		if len(list) == 0 || len(list[0].Units) != 1 || list[0].Units[0].String() != want {
			t.Errorf("%s: %v", text, list)
		}
	}
}
