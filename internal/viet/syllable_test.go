package viet

import "testing"

func TestIsSyllable(t *testing.T) {
	for _, w := range []string{
		"phòng", "chống", "mại", "dâm", "hòa", "hoà", "thủy", "thuỷ", "quý", "quyết", "quốc", "giữ", "gì", "giết", "giếng", "gia", "già", "được", "người",
		"nghiêm", "Ủy", "ĐƯỜNG", "nguyễn", "khuya", "khuỷu", "xoong", "mười", "yêu", "ý", "ở", "oai", "ngoại", "nghề", "ghi", "quá", "lợi", "túy",
		"thuở", "quở", "huơ", "huyện", "khuếch", "rượu", "cứu", "kỹ", "lý", "uống", "ưu", "ạ",
	} {
		if !IsSyllable(w) {
			t.Errorf("%s is a syllable", w)
		}
	}
	for _, w := range []string{
		"apphich", "đươc", "ngưòi", "phòngchống", "cính", "ke7", "", "karaoke", "thứơ", "trườnǵ", "ghà", "nge", "cê", "tiễt", "hoầ", "zalo", "qúa", "lọi5", "bh", "ng",
	} {
		if IsSyllable(w) {
			t.Errorf("%s is none", w)
		}
	}
	if !IsPlainSyllable("phich") || !IsPlainSyllable("ap") || IsPlainSyllable("apph") {
		t.Error("plain syllables")
	}
}

func TestOtherTone(t *testing.T) {
	for a, b := range map[string]string{"hòa": "hoà", "hoà": "hòa", "Thủy": "Thuỷ", "KHỎE": "KHOẺ"} {
		if got, ok := OtherTone(a); !ok || got != b {
			t.Errorf("%s: %s %v", a, got, ok)
		}
	}
	for _, w := range []string{"hoàn", "quý", "hoa", "mía", "oái"} {
		if got, ok := OtherTone(w); ok {
			t.Errorf("%s has another way: %s", w, got)
		}
	}
}
