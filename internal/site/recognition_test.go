package site

import (
	"fmt"
	"slices"
	"testing"

	"thonlanh/internal/disclosure"
)

// sevenVillages is a commune in which four of seven villages were recognised
// in 2025; of those, hidden are not shown.
func sevenVillages(hidden ...int) map[string]string {
	files := map[string]string{"content/thon/dong.toml": "", "content/thon/doai.toml": "", "content/thon/thuong.toml": ""}
	years := "ten = \"Thôn lành mạnh\"\nmo_ta = \"xã công nhận theo hồ sơ\"\n[tieu_chi.mot]\nten = \"Bà con cùng giữ lời hứa chung\"\n[nam.2025]\nngay_cong_nhan = 2025-12-01\nmoi_thon = \"duoc_cong_nhan\"\n"
	for i := range 7 {
		village := fmt.Sprintf("ten = \"Số %d\"\nthu_tu = %d\n", i, i)
		if slices.Contains(hidden, i) {
			village += "cong_khai = false\n"
		}
		files[fmt.Sprintf("content/thon/t%d.toml", i)] = village
		if i < 3 {
			years += fmt.Sprintf("[nam.2025.thon.t%d]\nbuoc = \"da_nop_ho_so\"\n", i)
		}
	}
	files["content/danh-hieu.toml"] = years
	return files
}

// A number over all villages beside a list of those shown counts the hidden.
func TestCountsOfVillagesNeedAllShown(t *testing.T) {
	s, list := assemble(t, sevenVillages())
	want(t, list)
	if got := s.Recognised.Counts; len(got) != 1 || got[0] != (disclosure.Tally{Year: 2025, Some: 4, All: 7}) {
		t.Errorf("all villages shown: %v", got)
	}
	for _, hidden := range []int{0, 6} { // one that was not recognised, one that was
		s, list := assemble(t, sevenVillages(hidden))
		want(t, list)
		if got := s.Recognised.Counts; len(got) != 0 {
			t.Errorf("village %d is hidden, and %v is told", hidden, got)
		}
	}
}

// Words of a recognition stand on the pages of the villages: they are public,
// whoever else uses them.
func TestWordsOfRecognitionsArePublic(t *testing.T) {
	files := sevenVillages()
	files["content/tin/2026/kin.md"] = "+++\ntieu_de = \"Bà con cùng giữ lời hứa chung\"\nngay = 2026-01-02\ncong_khai = false\nmo_ta = \"Xã công nhận theo hồ sơ\"\n+++\nMột câu không ai khác nói ra.\n"
	s, _ := assemble(t, files)
	if len(s.Private) != 1 || s.Private[0].Value != "Một câu không ai khác nói ra." {
		t.Errorf("private: %v", s.Private)
	}
}
