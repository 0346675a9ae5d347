package site

import (
	"slices"
	"strings"
	"testing"
)

const correctable = "kieu = \"ty_le\"\ncach_tinh = \"cong_don\"\nmuc_tieu = 90\ndem = \"nguoi_dan\"\n"

// corrected assembles one target with figures of March and June, and what June
// says besides.
func corrected(t *testing.T, target, march, june string) *Target {
	t.Helper()
	s, list := assemble(t, map[string]string{
		"content/ke-hoach/2026/chi-tieu.toml":        "[ct-1]\nten = \"Chỉ tiêu\"\n" + target,
		"content/ke-hoach/2026/tien-do/2026-03.toml": "tinh_den = 2026-03-31\nnguon = \"Phòng\"\ncong_khai = true\n" + march,
		"content/ke-hoach/2026/tien-do/2026-06.toml": "tinh_den = 2026-06-30\nnguon = \"Phòng\"\n" + june,
	})
	want(t, list)
	return s.Plans[0].Targets[0]
}

func TestALaterPeriodCorrectsAnEarlierOneVisibly(t *testing.T) {
	const march = "[ct-1]\ntu_so = 1986\nmau_so = 4720\n"
	x := corrected(t, correctable, march, "cong_khai = true\n[dinh_chinh.2026-03.ct-1]\ntu_so = 1968\nly_do = \"Đếm trùng 18 người\"\n")
	v := x.Values[0]
	if v.Num != 1968 || v.Den != 4720 || v.Corrected == nil {
		t.Fatalf("the figure of March is %+v", v)
	}
	if c := v.Corrected; c.Num != 1986 || c.Den != 4720 || c.On.String() != "2026-06-30" || c.Why != "Đếm trùng 18 người" || c.By.ID != "2026-06" {
		t.Errorf("the correction is %+v", c)
	}
	if v := x.Values[1]; v.Known || v.Corrected != nil {
		t.Errorf("June itself became %+v", v)
	}

	x = corrected(t, correctable, march, "cong_khai = true\n[dinh_chinh.2026-03.ct-1]\nmau_so = 4700\nngay = 2026-07-02\nly_do = \"Số dân\"\n[ct-1]\ntu_so = 2100\nmau_so = 4700\n")
	if v, now := x.Values[0], x.Now; v.Num != 1986 || v.Den != 4700 || v.Corrected.Den != 4720 || v.Corrected.On.String() != "2026-07-02" || now.Num != 2100 || now.Corrected != nil {
		t.Errorf("a corrected base gives %+v, now %+v", v, now)
	}

	// What is private corrects nothing, and its words are guarded.
	s, _ := assemble(t, map[string]string{
		"content/ke-hoach/2026/chi-tieu.toml":        "[ct-1]\nten = \"Chỉ tiêu\"\n" + correctable,
		"content/ke-hoach/2026/tien-do/2026-03.toml": "tinh_den = 2026-03-31\nnguon = \"Phòng\"\ncong_khai = true\n" + march,
		"content/ke-hoach/2026/tien-do/2026-06.toml": "tinh_den = 2026-06-30\nnguon = \"Phòng\"\ncong_khai = false\n[dinh_chinh.2026-03.ct-1]\ntu_so = 1968\nly_do = \"Lý do chưa công khai của kỳ\"\n",
	})
	if v := s.Plans[0].Targets[0].Values[0]; v.Num != 1986 || v.Corrected != nil {
		t.Errorf("a private period corrected a figure: %+v", v)
	}
	if !slices.ContainsFunc(s.Private, func(p Private) bool { return strings.HasPrefix(p.Value, "Lý do chưa công khai") }) {
		t.Error("the words of a private correction are not guarded")
	}
}

func TestListsAndStatesAreCorrectedToo(t *testing.T) {
	x := corrected(t, "kieu = \"danh_muc\"\ncach_tinh = \"cong_don\"\ndanh_muc = [\"Việc A\", \"Việc B\"]\n", "[ct-1]\nda_lam = [\"Việc A\", \"Việc B\"]\n",
		"cong_khai = true\n[dinh_chinh.2026-03.ct-1]\nda_lam = [\"Việc B\"]\nly_do = \"Việc A mới bắt đầu\"\n")
	if v := x.Values[0]; v.Num != 1 || v.Done[0] != "Việc B" || v.Corrected == nil || v.Corrected.Num != 2 || x.Status.Word == "Đã hoàn thành" {
		t.Errorf("%+v, %s", v, x.Status.Word)
	}
	x = corrected(t, "kieu = \"dinh_tinh\"\ncach_tinh = \"co_han\"\n", "[ct-1]\ntrang_thai = \"da_xong\"\n",
		"cong_khai = true\n[dinh_chinh.2026-03.ct-1]\ntrang_thai = \"dang_lam\"\nly_do = \"Còn một bước\"\n")
	if v := x.Values[0]; v.State != "dang_lam" || v.Corrected.State != "da_xong" {
		t.Errorf("%+v", v)
	}
}

// A correction must not show what the figures of its target may not.
func TestCorrectionOfAWithheldTarget(t *testing.T) {
	const why = "Một vụ xử lý muộn của nơi nọ"
	s, list := assemble(t, map[string]string{
		"content/ke-hoach/2026/chi-tieu.toml":        "[ct-1]\nten = \"Chỉ tiêu\"\nkieu = \"ty_le\"\ncach_tinh = \"cong_don\"\nmuc_tieu = 100\ndem = \"vu_viec\"\n",
		"content/ke-hoach/2026/tien-do/2026-03.toml": "tinh_den = 2026-03-31\nnguon = \"Phòng\"\ncong_khai = true\n[ct-1]\ntu_so = 2\nmau_so = 3\n",
		"content/ke-hoach/2026/tien-do/2026-06.toml": "tinh_den = 2026-06-30\nnguon = \"Phòng\"\ncong_khai = true\n[dinh_chinh.2026-03.ct-1]\ntu_so = 3\nly_do = \"" + why + "\"\n",
	})
	want(t, list)
	x := s.Plans[0].Targets[0]
	for _, v := range x.Values {
		if v.Known || v.Corrected != nil {
			t.Errorf("%+v", v)
		}
	}
	if !slices.ContainsFunc(s.Private, func(p Private) bool { return p.Value == why }) {
		t.Error("the words of a correction that is not shown are not guarded")
	}
	// The remainder before the correction would point at villages.
	x = corrected(t, "kieu = \"ty_le\"\ncach_tinh = \"duy_tri\"\nmuc_tieu = 100\ndem = \"thon\"\n", "[ct-1]\ntu_so = 6\nmau_so = 7\n",
		"cong_khai = true\n[dinh_chinh.2026-03.ct-1]\ntu_so = 7\nly_do = \"Ghi thiếu một thôn\"\n")
	if !x.Withheld {
		t.Error("the figure before the correction points at a village")
	}
}
