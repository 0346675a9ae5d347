package site

import (
	"fmt"
	"strings"
	"testing"
)

// figures assembles one target with one period of 2026 at half of the year.
func figures(t *testing.T, target, figure string) *Target {
	t.Helper()
	s, list := assemble(t, map[string]string{
		"content/ke-hoach/2026/chi-tieu.toml":        "[ct-1]\nten = \"Chỉ tiêu\"\n" + target,
		"content/ke-hoach/2026/tien-do/2026-07.toml": "tinh_den = 2026-07-02\nnguon = \"Phòng\"\ncong_khai = true\n" + figure,
	})
	want(t, list)
	return s.Plans[0].Targets[0]
}

// The words of the status for each kind and way of counting, at half of the
// plan's time.
func TestStatusWords(t *testing.T) {
	for _, c := range []struct{ target, figure, word string }{
		{"kieu = \"ty_le\"\ncach_tinh = \"cong_don\"\nmuc_tieu = 90\ndem = \"nguoi_dan\"\n", "[ct-1]\ntu_so = 45\nmau_so = 100\n", "Đúng tiến độ"},
		{"kieu = \"ty_le\"\ncach_tinh = \"cong_don\"\nmuc_tieu = 90\ndem = \"nguoi_dan\"\n", "[ct-1]\ntu_so = 30\nmau_so = 100\n", "Cần đẩy nhanh"},
		{"kieu = \"ty_le\"\ncach_tinh = \"cong_don\"\nmuc_tieu = 90\ndem = \"nguoi_dan\"\n", "[ct-1]\ntu_so = 20\nmau_so = 100\n", "Đang chậm"},
		{"kieu = \"ty_le\"\ncach_tinh = \"cong_don\"\nmuc_tieu = 90\ndem = \"nguoi_dan\"\n", "[ct-1]\ntu_so = 90\nmau_so = 100\n", "Đã hoàn thành"},
		{"kieu = \"ty_le\"\ncach_tinh = \"cong_don\"\nmuc_tieu = 90\ndem = \"nguoi_dan\"\n", "[ct-1]\ntu_so = 0\nmau_so = 0\n", "Không phát sinh"},
		{"kieu = \"ty_le\"\ncach_tinh = \"cong_don\"\nmuc_tieu = 90\ndem = \"nguoi_dan\"\n", "", "Chưa có số liệu"},
		{"kieu = \"so_luong\"\ncach_tinh = \"cong_don\"\nmuc_tieu = 24\ndem = \"hoat_dong\"\n", "[ct-1]\ntu_so = 24\n", "Đã hoàn thành"},
		{"kieu = \"ty_le\"\ncach_tinh = \"duy_tri\"\nmuc_tieu = 100\ndem = \"can_bo\"\n", "[ct-1]\ntu_so = 9\nmau_so = 10\n", "Cần củng cố"},
		{"kieu = \"ty_le\"\ncach_tinh = \"duy_tri\"\nmuc_tieu = 100\nmau_so = 7\ndem = \"thon\"\n", "[ct-1]\ntu_so = 7\n", "Đang giữ vững"},
		{"kieu = \"danh_muc\"\ncach_tinh = \"co_han\"\ndanh_muc = [\"Việc A\", \"Việc B\"]\ntruoc_ngay = 2026-11-20\n", "[ct-1]\nda_lam = [\"việc a\"]\n", "Quá hạn 1 ngày"},
		{"kieu = \"danh_muc\"\ncach_tinh = \"co_han\"\ndanh_muc = [\"Việc A\", \"Việc B\"]\ntruoc_ngay = 2026-11-21\n", "[ct-1]\nda_lam = [\"Việc A\"]\n", "Chưa đến hạn"},
		{"kieu = \"danh_muc\"\ncach_tinh = \"co_han\"\ndanh_muc = [\"Việc A\", \"Việc B\"]\n", "[ct-1]\nda_lam = [\"Việc A\", \"Việc B\"]\n", "Đã xong"},
		{"kieu = \"dinh_tinh\"\ncach_tinh = \"co_han\"\n", "[ct-1]\ntrang_thai = \"dang_lam\"\n", "Đang làm"},
	} {
		if got := figures(t, c.target, c.figure).Status.Word; got != c.word {
			t.Errorf("%s%s: %q, want %q", c.target, c.figure, got, c.word)
		}
	}
}

// Counts of persons concerned, cases, premises and tests are held back, and
// so is a count that does not say what it counts.
func TestWithheld(t *testing.T) {
	const ratio = "kieu = \"ty_le\"\ncach_tinh = \"cong_don\"\nmuc_tieu = 100\n"
	for _, c := range []struct {
		target, figure string
		withheld       bool
	}{
		{ratio + "dem = \"vu_viec\"\n", "[ct-1]\ntu_so = 900\nmau_so = 900\n", false},
		{ratio + "dem = \"vu_viec\"\n", "[ct-1]\ntu_so = 4\nmau_so = 4\n", true},
		{ratio + "dem = \"vu_viec\"\n", "[ct-1]\ntu_so = 896\nmau_so = 900\n", true},
		{ratio + "dem = \"vu_viec\"\n", "[ct-1]\ntu_so = 895\nmau_so = 900\n", false},
		{ratio + "dem = \"vu_viec\"\n", "[ct-1]\ntu_so = 0\nmau_so = 0\n", true},
		{ratio + "dem = \"nguoi_lien_quan\"\n", "[ct-1]\ntu_so = 1\nmau_so = 2\n", true},
		{ratio + "dem = \"co_so\"\n", "", true},
		{ratio + "dem = \"xet_nghiem\"\n", "", true},
		{ratio + "don_vi = \"vụ việc\"\n", "", true},
		{ratio + "don_vi = \"người\"\n", "[ct-1]\ntu_so = 45\nmau_so = 100\n", true},
		{ratio, "", true},
		{ratio + "don_vi = \"người\"\ndem = \"nguoi_dan\"\n", "[ct-1]\ntu_so = 45\nmau_so = 100\n", false},
		{ratio + "don_vi = \"buổi\"\n", "[ct-1]\ntu_so = 1\nmau_so = 2\n", false},
		{ratio + "dem = \"thon\"\n", "[ct-1]\ntu_so = 3\nmau_so = 3\n", false},
		{ratio + "dem = \"thon\"\n", "[ct-1]\ntu_so = 6\nmau_so = 7\n", true},
		{ratio + "dem = \"thon\"\n", "[ct-1]\ntu_so = 5\nmau_so = 7\n", true},
		{ratio + "dem = \"thon\"\n", "[ct-1]\ntu_so = 4\nmau_so = 7\n", false},
		{ratio + "dem = \"thon\"\n", "[ct-1]\ntu_so = 2\nmau_so = 7\n", true},
		{ratio + "dem = \"thon\"\n", "[ct-1]\ntu_so = 0\nmau_so = 7\n", true},
		{ratio + "dem = \"thon\"\n", "[ct-1]\ntu_so = 2\nmau_so = 2\n", true},
	} {
		x := figures(t, c.target, c.figure)
		if x.Withheld != c.withheld {
			t.Errorf("%s%s: withheld %v", c.target, c.figure, x.Withheld)
		}
		if x.Now != nil && x.ofPeople() && (x.Now.Num != 0 || x.Now.Den != 0 || x.Now.Known || x.Base != 0) {
			t.Errorf("%s%s: counts of people are reachable: %+v", c.target, c.figure, x.Now)
		}
		if x.Withheld && (len(x.Values) > 0 || x.Now != nil || x.Status.Word != "") {
			t.Errorf("%s: a withheld target still has %v %v %v", c.target, x.Values, x.Now, x.Status)
		}
	}
}

func TestOnlyPublicPeriodsOfThePast(t *testing.T) {
	period := func(day string, public bool) string {
		return fmt.Sprintf("tinh_den = %s\nnguon = \"Phòng\"\ncong_khai = %v\n[thon.dong]\nbuoi_tuyen_truyen = 2\n", day, public)
	}
	s, _ := assemble(t, map[string]string{
		"content/ke-hoach/2026/tien-do/2026-03.toml": period("2026-03-31", true),
		"content/ke-hoach/2026/tien-do/2026-06.toml": period("2026-06-30", false),
		"content/ke-hoach/2026/tien-do/2026-12.toml": period("2026-12-31", true),
	})
	p := s.Plans[0]
	if len(p.Periods) != 1 || p.Periods[0].ID != "2026-03" || !p.Stale {
		t.Fatalf("%d periods, stale %v", len(p.Periods), p.Stale)
	}
	rows := p.Periods[0].Villages
	if len(rows) != 3 || rows[0].Cells[0] != 2 || rows[1].Cells[0] != -1 {
		t.Errorf("village rows %v", rows)
	}
}

func TestPrivateRecordsLeaveOnlyTheirGuard(t *testing.T) {
	s, _ := assemble(t, map[string]string{
		"content/ke-hoach/2026/nhiem-vu.toml":        "[nv-1]\nviec = \"Lập hồ sơ rất riêng của bộ phận\"\nchu_tri = \"vhxh\"\ncong_khai = false\n[nv-2]\nviec = \"Phòng Văn hóa - Xã hội\"\ncong_khai = false\n[nv-3]\nviec = \"Việc mở\"\ncong_khai = true\n",
		"content/ke-hoach/2026/chi-tieu.toml":        "[ct-1]\nten = \"Xử lý vụ việc\"\nkieu = \"ty_le\"\ncach_tinh = \"cong_don\"\nmuc_tieu = 100\ndem = \"vu_viec\"\n",
		"content/ke-hoach/2026/tien-do/2026-06.toml": "tinh_den = 2026-06-30\nnguon = \"Phòng\"\ncong_khai = true\n[ct-1]\ntu_so = 1\nmau_so = 1\nghi_chu = \"Ghi chú của vụ việc ấy\"\n",
		"content/ke-hoach/2026/tien-do/2026-07.toml": "tinh_den = 2026-07-31\nnguon = \"Sổ theo dõi nội bộ của tổ\"\ncong_khai = false\n",
		"content/tin/2026/kin.md":                    "+++\ntieu_de = \"Một tin không đăng ra ngoài\"\nngay = 2026-01-02\ncong_khai = false\n+++\nĐoạn văn chỉ có trong tin này.\n",
		"content/van-ban/kin.md":                     "+++\nloai = \"thong_bao\"\ntrich_yeu = \"Thông báo chưa được công khai\"\ncong_khai = false\n+++\nNội dung của thông báo kín ấy.\n",
		"content/thon/kin.toml":                      "ten = \"Xóm không đăng tên ra\"\ncong_khai = false\n",
		"content/thon/kin.md":                        "Lời giới thiệu của xóm chưa đăng.\n",
	})
	if len(s.Plans[0].Duties) != 1 || len(s.News) != 0 || len(s.Villages) != 3 {
		t.Errorf("a private record is reachable: %d duties, %d news, %d villages", len(s.Plans[0].Duties), len(s.News), len(s.Villages))
	}
	var all []string
	for _, p := range s.Private {
		all = append(all, p.File+": "+p.Value)
	}
	text := strings.Join(all, "\n")
	for _, must := range []string{
		"content/ke-hoach/2026/nhiem-vu.toml: Lập hồ sơ rất riêng của bộ phận",
		"content/ke-hoach/2026/tien-do/2026-06.toml: Ghi chú của vụ việc ấy",
		"content/ke-hoach/2026/tien-do/2026-07.toml: Sổ theo dõi nội bộ của tổ",
		"content/tin/2026/kin.md: Một tin không đăng ra ngoài",
		"content/tin/2026/kin.md: Đoạn văn chỉ có trong tin này.",
		"content/van-ban/kin.md: Thông báo chưa được công khai",
		"Nội dung của thông báo kín ấy.",
		"content/thon/kin.toml: Xóm không đăng tên ra",
		"Lời giới thiệu của xóm chưa đăng.",
	} {
		if !strings.Contains(text, must) {
			t.Errorf("the guard does not know %q", must)
		}
	}
	if strings.Contains(text, "Phòng Văn hóa") {
		t.Error("what a public record says is guarded as private")
	}
}
