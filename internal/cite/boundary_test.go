package cite

import "testing"

// TestNameBoundaries reads names that go on behind a name of the register, and
// days that tell of another law than the one beside them.
func TestNameBoundaries(t *testing.T) {
	c := NewCatalogue([]Entry{
		{ID: "dau-tu", Kind: "luat", Number: "61/2020/QH14", IssuedOn: day(2020, 6, 17), Names: []string{"Luật Đầu tư"}},
		{ID: "can-cuoc", Kind: "luat", Number: "26/2023/QH15", IssuedOn: day(2023, 11, 27), Names: []string{"Luật Căn cước"}},
		{ID: "giao-duc", Kind: "luat", Number: "43/2019/QH14", IssuedOn: day(2019, 6, 14), Names: []string{"Luật Giáo dục"}},
		{ID: "quy-hoach", Kind: "luat", Number: "21/2017/QH14", IssuedOn: day(2017, 11, 24), Names: []string{"Luật Quy hoạch"}},
		{ID: "tin-dung", Kind: "luat", Number: "32/2024/QH15", IssuedOn: day(2024, 1, 18), Names: []string{"Luật Các tổ chức tín dụng"}},
		{ID: "phong-benh", Kind: "luat", Number: "114/2025/QH15", IssuedOn: day(2025, 12, 10), Names: []string{"Luật Phòng bệnh"}},
		{ID: "vi-pham", Kind: "luat", Number: "15/2012/QH13", IssuedOn: day(2012, 6, 20), Names: []string{"Luật Xử lý vi phạm hành chính"}},
	})
	for _, s := range []sentence{
		{"Việc này theo Luật Đầu tư công và Luật Căn cước công dân.", ""},
		{"Việc này theo Luật Giáo dục quốc phòng và an ninh, Luật Quy hoạch đô thị.", ""},
		{"Việc này theo Luật Phòng bệnh động vật, Luật Đầu tư theo phương thức đối tác công tư.", ""},
		{"Làm theo Luật Các tổ chức tín dụng. Các luật các nước khác nhau.", "[Luật Các tổ chức tín dụng|tin-dung]"},
		{"Theo Luật Đầu tư công bố trên cổng.", "[Luật Đầu tư|dau-tu]"},
		{"Điều mà Luật Căn cước công nhận thì theo Luật Giáo dục.", "[Luật Căn cước|can-cuoc][Luật Giáo dục|giao-duc]"},
		{"Làm theo Luật Quy hoạch theo từng năm.", "[Luật Quy hoạch|quy-hoach]"},
		{"Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Xử lý vi phạm hành chính ngày 13 tháng 11 năm 2020;", "[Luật Xử lý vi phạm hành chính|vi-pham]"},
		{"Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Xử lý vi phạm hành chính năm 2020;", "[Luật Xử lý vi phạm hành chính|vi-pham]"},
		{"Căn cứ Luật Xử lý vi phạm hành chính ngày 13 tháng 11 năm 2020;", "[Luật Xử lý vi phạm hành chính|mismatch]"},
	} {
		if got := show(s.text, Find([]byte(s.text), c)); got != s.want {
			t.Errorf("%s\n got %s\nwant %s", s.text, got, s.want)
		}
	}
}

// TestMissingSpace reads units and numbers whose space was lost.
func TestMissingSpace(t *testing.T) {
	c := register()
	for _, s := range []sentence{
		{"Xem Điều32 Nghị định số282/2025/NĐ-CP.", "[Điều32 Nghị định số282/2025/NĐ-CP|nd-282-2025|dieu-32]"},
		{"Xem khoản1 Điều 32 Nghị định 282/2025/NĐ-CP.", "[khoản1 Điều 32 Nghị định 282/2025/NĐ-CP|nd-282-2025|dieu-32-khoan-1]"},
		{"Điểm5 sao, khoản2 triệu, điều3 người nhớ.", ""},
	} {
		if got := show(s.text, Find([]byte(s.text), c)); got != s.want {
			t.Errorf("%s\n got %s\nwant %s", s.text, got, s.want)
		}
	}
}
