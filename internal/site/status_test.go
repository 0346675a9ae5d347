package site

import (
	"strings"
	"testing"

	"thonlanh/internal/content"
)

// states are the figures of a target in the columns of the table below: no
// data, none of none, nothing done, a part, all, and more than all. A kind that
// cannot say one leaves it empty.
var states = map[string][6]string{
	"ty_le":     {"-", "tu_so = 0\nmau_so = 0\n", "tu_so = 0\nmau_so = 100\n", "tu_so = 30\nmau_so = 100\n", "tu_so = 90\nmau_so = 100\n", "tu_so = 100\nmau_so = 100\n"},
	"so_luong":  {"-", "", "tu_so = 0\n", "tu_so = 8\n", "tu_so = 24\n", "tu_so = 31\n"},
	"danh_muc":  {"-", "", "da_lam = []\n", "da_lam = [\"Việc A\"]\n", "da_lam = [\"Việc A\", \"Việc B\", \"Việc C\"]\n", ""},
	"dinh_tinh": {"-", "", "trang_thai = \"chua_lam\"\n", "trang_thai = \"dang_lam\"\n", "trang_thai = \"da_xong\"\n", ""},
}

// kinds are the keys of a target that each kind needs.
var kinds = map[string]string{
	"ty_le":     "muc_tieu = 90\ndem = \"can_bo\"\n",
	"so_luong":  "muc_tieu = 24\ndem = \"hoat_dong\"\n",
	"danh_muc":  "danh_muc = [\"Việc A\", \"Việc B\", \"Việc C\"]\n",
	"dinh_tinh": "dem = \"hoat_dong\"\n",
}

// The word of every kind and way of counting, in every state, at three times:
// when half of the period has gone, when it is late (seven eighths gone, and a
// last day passed), and when the period is over.
func TestStatusOfEveryKindWayAndState(t *testing.T) {
	const (
		none, zero, got = "Chưa có số liệu", "Không phát sinh", "Đã hoàn thành"
		held, weak      = "Đang giữ vững", "Cần củng cố"
		soon, late      = "Chưa đến hạn", "Quá hạn 20 ngày"
	)
	for _, c := range []struct{ kind, way, half, late, over string }{
		{"ty_le", "cong_don", none + "|" + zero + "|Đang chậm|Cần đẩy nhanh|" + got + "|" + got,
			none + "|" + zero + "|Đang chậm|Đang chậm|" + got + "|" + got,
			none + "|" + zero + "|Chưa đạt mục tiêu|Chưa đạt mục tiêu|" + got + "|" + got},
		{"ty_le", "duy_tri", none + "|" + zero + "|" + weak + "|" + weak + "|" + held + "|" + held,
			none + "|" + zero + "|" + weak + "|" + weak + "|" + held + "|" + held,
			none + "|" + zero + "|Chưa giữ được|Giữ được một phần|Đã giữ vững|Đã giữ vững"},
		{"ty_le", "co_han", none + "|" + zero + "|" + soon + "|" + soon + "|Đã xong|Đã xong",
			none + "|" + zero + "|" + late + "|" + late + "|Đã xong|Đã xong",
			none + "|" + zero + "|Đã hết kỳ|Đã làm một phần|Đã xong|Đã xong"},
		{"so_luong", "cong_don", none + "||Đang chậm|Cần đẩy nhanh|" + got + "|" + got,
			none + "||Đang chậm|Đang chậm|" + got + "|" + got,
			none + "||Chưa đạt mục tiêu|Chưa đạt mục tiêu|" + got + "|" + got},
		{"so_luong", "duy_tri", none + "||" + weak + "|" + weak + "|" + held + "|" + held,
			none + "||" + weak + "|" + weak + "|" + held + "|" + held,
			none + "||Chưa giữ được|Giữ được một phần|Đã giữ vững|Đã giữ vững"},
		{"so_luong", "co_han", none + "||" + soon + "|" + soon + "|Đã xong|Đã xong",
			none + "||" + late + "|" + late + "|Đã xong|Đã xong",
			none + "||Đã hết kỳ|Đã làm một phần|Đã xong|Đã xong"},
		{"danh_muc", "cong_don", none + "||Đang chậm|Cần đẩy nhanh|" + got + "|",
			none + "||Đang chậm|Đang chậm|" + got + "|",
			none + "||Chưa đạt mục tiêu|Chưa đạt mục tiêu|" + got + "|"},
		{"danh_muc", "duy_tri", none + "||" + weak + "|" + weak + "|" + held + "|",
			none + "||" + weak + "|" + weak + "|" + held + "|",
			none + "||Chưa giữ được|Giữ được một phần|Đã giữ vững|"},
		{"danh_muc", "co_han", none + "||" + soon + "|" + soon + "|Đã xong|",
			none + "||" + late + "|" + late + "|Đã xong|",
			none + "||Đã hết kỳ|Đã làm một phần|Đã xong|"},
		{"dinh_tinh", "cong_don", none + "||Cần đẩy nhanh|Đang làm|" + got + "|",
			none + "||Cần đẩy nhanh|Đang làm|" + got + "|",
			none + "||Chưa làm|Đã làm một phần|" + got + "|"},
		{"dinh_tinh", "duy_tri", none + "||" + weak + "|" + weak + "|" + held + "|",
			none + "||" + weak + "|" + weak + "|" + held + "|",
			none + "||Chưa giữ được|Giữ được một phần|Đã giữ vững|"},
		{"dinh_tinh", "co_han", none + "||" + soon + "|" + soon + "|Đã xong|",
			none + "||" + late + "|" + late + "|Đã xong|",
			none + "||Đã hết kỳ|Đã làm một phần|Đã xong|"},
	} {
		for _, when := range []struct{ name, year, day, due, words string }{
			{"half", "2026", "2026-07-02", "2026-12-15", c.half},
			{"late", "2026", "2026-11-15", "2026-11-01", c.late},
			{"over", "2025", "2025-12-20", "2025-11-01", c.over},
		} {
			words := strings.Split(when.words, "|")
			for i, figure := range states[c.kind] {
				if figure == "" {
					if words[i] != "" {
						t.Errorf("%s %s: a word for what cannot be written", c.kind, c.way)
					}
					continue
				}
				dir := "content/ke-hoach/" + when.year + "/"
				text := "tinh_den = " + when.day + "\nnguon = \"Phòng\"\ncong_khai = true\n"
				if figure != "-" {
					text += "[ct-1]\n" + figure
				}
				s, list := assemble(t, map[string]string{
					dir + "index.md":                          "+++\ntieu_de = \"Kế hoạch\"\n+++\n## I. MỤC TIÊU\n\n- Ý một.\n",
					dir + "chi-tieu.toml":                     "[ct-1]\nten = \"Chỉ tiêu\"\nkieu = \"" + c.kind + "\"\ncach_tinh = \"" + c.way + "\"\ntruoc_ngay = " + when.due + "\n" + kinds[c.kind],
					dir + "tien-do/" + when.day[:7] + ".toml": text,
				})
				want(t, list)
				for _, p := range s.Plans {
					if len(p.Targets) == 0 {
						continue
					}
					if got := p.Targets[0].Status.Word; got != words[i] {
						t.Errorf("%s %s, %s, state %d: %q, want %q", c.kind, c.way, when.name, i, got, words[i])
					}
				}
			}
		}
	}
}

// Words have a pace too.
func TestStageOverTime(t *testing.T) {
	for _, c := range []struct {
		share, gone float64
		word        string
	}{
		{0, 0.1, "Chưa làm"}, {0, 0.5, "Cần đẩy nhanh"}, {0, 0.95, "Đang chậm"},
		{0.5, 0.1, "Đang làm"}, {0.5, 0.89, "Đang làm"}, {0.5, 0.9, "Cần đẩy nhanh"}, {1, 0.1, "Đã hoàn thành"},
	} {
		if got := stage(c.share, c.gone).Word; got != c.word {
			t.Errorf("stage(%v, %v) = %q, want %q", c.share, c.gone, got, c.word)
		}
	}
}

// The bounds of the pace are those that the page explains.
func TestPaceBounds(t *testing.T) {
	for _, c := range []struct {
		share, gone float64
		word        string
	}{{0.45, 0.5, "Đúng tiến độ"}, {0.449, 0.5, "Cần đẩy nhanh"}, {0.3, 0.5, "Cần đẩy nhanh"}, {0.299, 0.5, "Đang chậm"}} {
		if got := pace(c.share, false, c.gone).Word; got != c.word {
			t.Errorf("pace(%v, %v) = %q, want %q", c.share, c.gone, got, c.word)
		}
	}
}

func TestNoGoalAndNoLastDay(t *testing.T) {
	for _, c := range []struct{ target, figure, word string }{
		{"kieu = \"ty_le\"\ncach_tinh = \"cong_don\"\ndem = \"can_bo\"\n", "[ct-1]\ntu_so = 3\nmau_so = 9\n", "Không đặt mục tiêu"},
		{"kieu = \"so_luong\"\ncach_tinh = \"cong_don\"\ndem = \"hoat_dong\"\n", "[ct-1]\ntu_so = 3\n", "Không đặt mục tiêu"},
		{"kieu = \"so_luong\"\ncach_tinh = \"cong_don\"\ndem = \"hoat_dong\"\n", "[ct-1]\ntu_so = 0\n", "Không phát sinh"},
		{"kieu = \"dinh_tinh\"\ncach_tinh = \"co_han\"\n", "[ct-1]\ntrang_thai = \"chua_lam\"\n", "Chưa làm"},
		{"kieu = \"danh_muc\"\ncach_tinh = \"co_han\"\ndanh_muc = [\"Việc A\", \"Việc B\"]\n", "[ct-1]\nda_lam = [\"Việc A\"]\n", "Đang làm"},
	} {
		if got := figures(t, c.target, c.figure).Status.Word; got != c.word {
			t.Errorf("%s%s: %q, want %q", c.target, c.figure, got, c.word)
		}
	}
}

// A count of villages is never in brick, late or not, and a finished year never
// says of a count of villages that it was not met.
func TestVillagesAreNotBlamed(t *testing.T) {
	late := figures(t, "kieu = \"ty_le\"\ncach_tinh = \"co_han\"\nmuc_tieu = 100\ndem = \"thon\"\ntruoc_ngay = 2026-10-01\n", "[ct-1]\ntu_so = 3\nmau_so = 7\n")
	if !strings.HasPrefix(late.Status.Word, "Quá hạn") || late.Status.Tone != "dat" {
		t.Errorf("%+v", late.Status)
	}
	for _, way := range []string{"cong_don", "duy_tri", "co_han"} {
		for _, share := range []float64{0, 0.3, 0.95} {
			s := outcome(&Target{Target: &content.Target{Kind: "ty_le", Counting: way, Counts: "thon"}}, share, false)
			if strings.Contains(s.Word, "Chưa") || s.Tone != "muc2" {
				t.Errorf("%s at %v: %+v", way, share, s)
			}
		}
	}
}

// Figures that are too old say nothing of today; they stay in the table.
func TestStaleFigureOfOneTarget(t *testing.T) {
	s, list := assemble(t, map[string]string{
		"content/ke-hoach/2026/chi-tieu.toml":        "[ct-1]\nten = \"Cũ\"\n" + correctable + "[ct-2]\nten = \"Mới\"\n" + correctable,
		"content/ke-hoach/2026/tien-do/2026-03.toml": "tinh_den = 2026-03-31\nnguon = \"Phòng\"\ncong_khai = true\n[ct-1]\ntu_so = 90\nmau_so = 100\n",
		"content/ke-hoach/2026/tien-do/2026-11.toml": "tinh_den = 2026-11-15\nnguon = \"Phòng\"\ncong_khai = true\n[ct-2]\ntu_so = 90\nmau_so = 100\n",
	})
	want(t, list)
	old, fresh := s.Plans[0].Targets[0], s.Plans[0].Targets[1]
	if !old.Stale || old.Status.Word != "Chưa có số liệu" || !old.Values[0].Known || old.Values[0].Num != 90 {
		t.Errorf("%+v", old)
	}
	if fresh.Stale || fresh.Status.Word != "Đã hoàn thành" || s.Plans[0].Stale {
		t.Errorf("%+v", fresh)
	}
}
