package intake

import "testing"

func TestSentence(t *testing.T) {
	for in, want := range map[string]string{
		"PHÒNG, CHỐNG HIV/AIDS NĂM 2026 TRÊN ĐỊA BÀN TỈNH NINH MẪU":                        "Phòng, chống HIV/AIDS năm 2026 trên địa bàn tỉnh Ninh Mẫu",
		"XÂY DỰNG XÃ HỘI HỌC TẬP CỦA UBND XÃ HÒA MẪU, HUYỆN MẪU SƠN GIAI ĐOẠN 2026 - 2030": "Xây dựng xã hội học tập của UBND xã Hòa Mẫu, huyện Mẫu Sơn giai đoạn 2026 - 2030",
		"Phòng, chống mại dâm": "Phòng, chống mại dâm",
		"":                     "",
	} {
		if got := sentence(in); got != want {
			t.Errorf("%s\n%s", got, want)
		}
	}
}
