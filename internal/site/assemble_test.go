package site

import (
	"strings"
	"testing"
	"testing/fstest"

	"thonlanh/internal/config"
	"thonlanh/internal/content"
	"thonlanh/internal/date"
	"thonlanh/internal/diag"
)

// today is the build date of the tests.
var today = date.Date{Year: 2026, Month: 11, Day: 20}

// project is a small commune; files may replace or add to it.
func project(files map[string]string) fstest.MapFS {
	out := fstest.MapFS{}
	base := map[string]string{
		"config.toml":                    "ten = \"Xã Thử\"\n",
		"content/index.md":               "+++\ntieu_de = \"Chào\"\n+++\nLời chào.\n",
		"content/so-can-biet.toml":       "[so-113]\nso = \"113\"\nten = \"Công an\"\nthanh_goi = \"Nguy hiểm\"\n[so-111]\nso = \"111\"\nten = \"Trẻ em\"\nthanh_goi = \"Trẻ em\"\n",
		"content/co-quan.toml":           "[vhxh]\nten = \"Phòng Văn hóa - Xã hội\"\ntu_ngay = 2025-07-01\n[csxh]\nten = \"Bộ phận Chính sách\"\nden_ngay = 2025-06-30\nke_tiep = \"vhxh\"\n",
		"content/thon/dong.toml":         "ten = \"Đông\"\nthu_tu = 1\n",
		"content/thon/doai.toml":         "ten = \"Đoài\"\nthu_tu = 2\n",
		"content/thon/thuong.toml":       "ten = \"Thượng\"\nthu_tu = 3\n",
		"content/van-ban/nd-1.md":        "+++\nloai = \"nghi_dinh\"\nso_ky_hieu = \"1/2025/NĐ-CP\"\ntrich_yeu = \"Về việc một\"\nngay_ban_hanh = 2025-01-01\nngay_hieu_luc = 2025-12-15\n+++\n### Điều 1. Một\n1. Khoản một.\n",
		"content/ke-hoach/2026/index.md": "+++\ntieu_de = \"Kế hoạch\"\n+++\n## I. MỤC TIÊU\n\n- Ý một.\n- Ý hai.\n",
	}
	for name, text := range base {
		out[name] = &fstest.MapFile{Data: []byte(text)}
	}
	for name, text := range files {
		if text == "" {
			delete(out, name)
			continue
		}
		out[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return out
}

func assemble(t *testing.T, files map[string]string) (*Site, diag.List) {
	t.Helper()
	fsys := project(files)
	c, list, err := config.Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	tree, more, err := content.Load(fsys, 1)
	if err != nil {
		t.Fatal(err)
	}
	s, last := Assemble(tree, c, today)
	return s, append(append(list, more...), last...).Sorted()
}

// want compares problems as "file:line rule".
func want(t *testing.T, list diag.List, lines ...string) {
	t.Helper()
	var got []string
	for _, p := range list {
		if p.Severity != diag.Note {
			got = append(got, strings.Join([]string{p.File, ":", itoa(p.Line), " ", p.Rule}, ""))
		}
	}
	if strings.Join(got, "\n") != strings.Join(lines, "\n") {
		t.Errorf("problems:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(lines, "\n"))
	}
}

func itoa(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + string(rune('0'+n%10))
}

func TestASmallCommuneIsClean(t *testing.T) {
	s, list := assemble(t, nil)
	want(t, list)
	for _, addr := range []string{"/", "/so-can-biet/", "/ho-tro/", "/van-ban/nd-1/", "/ke-hoach/2026/", "/tien-do/2026/", "/thon/dong/", "/tai-lieu/ap-phich/", "/404.html", "/lich-thang/", "/van-ban/het-hieu-luc/"} {
		if _, ok := s.PageAt(addr); !ok {
			t.Errorf("no page at %s", addr)
		}
	}
	if got := s.Villages[1].Title; got != "Thôn Đoài" {
		t.Errorf("second village %q", got)
	}
	if bar := s.BarNumbers(); len(bar) != 2 || bar[0].Dial != "113" {
		t.Errorf("call bar %v", bar)
	}
}

func TestDuplicateAddressNamesTheFirst(t *testing.T) {
	_, list := assemble(t, map[string]string{
		"content/ho-tro/an-toan.md":  "+++\ntieu_de = \"An toàn\"\n+++\nMột.\n",
		"content/ho-tro/an toàn.md":  "+++\ntieu_de = \"An toàn hai\"\n+++\nHai.\n",
		"content/lich.md":            "+++\ntieu_de = \"Lịch\"\n+++\nBa.\n",
		"content/tim-hieu/con.md":    "+++\ntieu_de = \"Con\"\n+++\nNăm.\n",
		"content/van-ban/trang-2.md": "+++\nloai = \"thong_bao\"\ntrich_yeu = \"x\"\n+++\nBốn.\n",
	})
	want(t, list, "content/ho-tro/an-toan.md:1 dia-chi-trung", "content/lich.md:1 dia-chi-trung", "content/tim-hieu/con.md:1 dia-chi-sai", "content/van-ban/trang-2.md:1 dia-chi-trung")
	if !strings.Contains(list[0].Message, "content/ho-tro/an toàn.md") {
		t.Errorf("the first file is not named: %s", list[0].Message)
	}
}

func TestUnknownReferences(t *testing.T) {
	_, list := assemble(t, map[string]string{
		"content/ke-hoach/2026/nhiem-vu.toml": "[nv-1]\nmuc = \"muc-i-y-9\"\nviec = \"Việc\"\nchu_tri = [\"vhxh\", \"vhxx\"]\nchi_tieu = \"ct-9\"\ncong_khai = true\n",
		"content/tin/2026/a.md":               "+++\ntieu_de = \"Tin\"\nngay = 2026-01-02\ndon_vi = \"khong-co\"\ncan_cu = [\"nd-1\", \"nd-2\", \"nd-1#dieu-9\"]\n+++\nTin.\n",
		"content/ho-tro/a.md":                 "+++\ntieu_de = \"A\"\ngoi = [\"so-113\", \"so-119\"]\n+++\nA.\n",
		"content/lich/a.toml":                 "tieu_de = \"Buổi\"\nngay = 2026-12-01\nthon = \"dongg\"\n",
	})
	want(t, list,
		"content/ho-tro/a.md:3 tham-chieu-la",
		"content/ke-hoach/2026/nhiem-vu.toml:2 tham-chieu-la",
		"content/ke-hoach/2026/nhiem-vu.toml:4 tham-chieu-la",
		"content/ke-hoach/2026/nhiem-vu.toml:5 tham-chieu-la",
		"content/lich/a.toml:3 tham-chieu-la",
		"content/tin/2026/a.md:4 tham-chieu-la",
		"content/tin/2026/a.md:5 tham-chieu-la",
		"content/tin/2026/a.md:5 tham-chieu-la")
	if !strings.Contains(list[4].Message, "`dong`") {
		t.Errorf("no nearest name: %s", list[4].Message)
	}
}

func TestForceFollowsTheBuildDate(t *testing.T) {
	law := func(more string) string {
		return "+++\nloai = \"nghi_dinh\"\ntrich_yeu = \"x\"\n" + more + "+++\nChữ.\n"
	}
	for name, c := range map[string]struct {
		text  string
		force Force
		ended date.Date
	}{
		"in force":              {law("ngay_hieu_luc = 2020-01-01\n"), InForce, date.Date{}},
		"from today":            {law("ngay_hieu_luc = 2026-11-20\n"), InForce, date.Date{}},
		"from tomorrow":         {law("ngay_hieu_luc = 2026-11-21\n"), NotYet, date.Date{}},
		"ends tomorrow":         {law("ngay_hieu_luc = 2020-01-01\nngay_het_hieu_luc = 2026-11-21\n"), InForce, date.Date{}},
		"ended today":           {law("ngay_hieu_luc = 2020-01-01\nngay_het_hieu_luc = 2026-11-20\n"), Ended, today},
		"replaced":              {law("ngay_hieu_luc = 2020-01-01\nthay_the_boi = \"nd-1\"\n"), Ended, date.Date{Year: 2025, Month: 12, Day: 15}},
		"replaced later":        {law("ngay_hieu_luc = 2020-01-01\nthay_the_boi = \"nd-9\"\n"), InForce, date.Date{}},
		"partly":                {law("ngay_hieu_luc = 2020-01-01\ntinh_trang = \"het_hieu_luc_mot_phan\"\n"), PartlyEnded, date.Date{}},
		"unclear":               {law("ngay_hieu_luc = 2020-01-01\ntinh_trang = \"chua_ro\"\n"), Unverified, date.Date{}},
		"law without date":      {law(""), Unverified, date.Date{}},
		"notice without date":   {strings.Replace(law(""), "nghi_dinh", "thong_bao", 1), InForce, date.Date{}},
		"said to be over":       {law("tinh_trang = \"het_hieu_luc\"\n"), Ended, date.Date{}},
		"not yet but date past": {law("ngay_hieu_luc = 2020-01-01\ntinh_trang = \"chua_co_hieu_luc\"\n"), InForce, date.Date{}},
	} {
		s, _ := assemble(t, map[string]string{
			"content/van-ban/x.md":    c.text,
			"content/van-ban/nd-9.md": law("ngay_hieu_luc = 2027-01-01\n"),
		})
		x, ok := s.LegalByID("x")
		if !ok || x.Force != c.force || x.EndedOn != c.ended {
			t.Errorf("%s: force %v since %v, want %v since %v", name, x.Force, x.EndedOn, c.force, c.ended)
		}
	}
}

func TestReplacementIsKnownBothWays(t *testing.T) {
	s, list := assemble(t, map[string]string{
		"content/van-ban/nd-0.md": "+++\nloai = \"nghi_dinh\"\nso_ky_hieu = \"0/2021/NĐ-CP\"\ntrich_yeu = \"cũ\"\nngay_hieu_luc = 2022-01-01\nngay_het_hieu_luc = 2025-12-15\nthay_the_boi = [\"nd-1\"]\n[hieu_luc.dieu-1]\nthay_the_boi = \"nd-1#dieu-1\"\n+++\n### Điều 1. Cũ\n",
		"content/tim-hieu/a.md":   "+++\ntieu_de = \"Bài\"\ncan_cu = [\"nd-1#dieu-1-khoan-1\"]\n+++\nBài.\n",
	})
	want(t, list)
	now, _ := s.LegalByID("nd-1")
	if len(now.Replaces) != 1 || now.Replaces[0].ID != "nd-0" || len(now.CitedBy) != 1 || now.CitedBy[0].Page.Addr != "/tim-hieu/a/" {
		t.Errorf("replaces %v, cited by %v", now.Replaces, now.CitedBy)
	}
	if len(s.LegalIn("het-hieu-luc")) != 1 || len(s.LegalIn("con-hieu-luc")) != 1 {
		t.Error("the lists by state are wrong")
	}
}

func TestSuccessorsEndEvenInACircle(t *testing.T) {
	s, list := assemble(t, map[string]string{"content/co-quan.toml": "[a]\nten = \"A\"\nden_ngay = 2020-01-01\nke_tiep = \"b\"\n[b]\nten = \"B\"\nden_ngay = 2021-01-01\nke_tiep = \"a\"\n[c]\nten = \"C\"\nden_ngay = 2020-01-01\nke_tiep = \"d\"\n[d]\nten = \"D\"\nden_ngay = 2022-01-01\nke_tiep = \"e\"\n[e]\nten = \"E\"\n"})
	want(t, list)
	c, _ := s.BodyByID("c")
	if len(c.Successors) != 1 || c.Successors[0].ID != "e" {
		t.Errorf("successors of c: %v", c.Successors)
	}
	if a, _ := s.BodyByID("a"); len(a.Successors) != 0 {
		t.Errorf("a circle has a successor: %v", a.Successors[0].ID)
	}
}

func TestNumbersThatMayNotBeShown(t *testing.T) {
	s, _ := assemble(t, map[string]string{"content/so-can-biet.toml": "[a]\nso = \"1800 1567\"\nten = \"cũ\"\nden_ngay = 2017-12-06\n[b]\nso = \"111\"\nten = \"nay\"\n[c]\nso = \"0169 123 4567\"\nten = \"dạng cũ\"\n[d]\nso = \"0200 3000 101\"\nten = \"mẫu\"\n[e]\nso = \"113\"\nten = \"riêng\"\ncong_khai = false\n[f]\nso = \"1800 1233\"\nten = \"quá hạn\"\nkiem_tra_ngay = 2026-01-01\n[g]\nso = \"115\"\nten = \"không gọi thử\"\nkiem_tra_ngay = 2020-01-01\n"})
	var ids []string
	for _, n := range s.Numbers {
		ids = append(ids, n.ID)
	}
	if got := strings.Join(ids, " "); got != "b d f g" {
		t.Fatalf("shown: %s", got)
	}
	if !s.Numbers[1].Example || !s.Numbers[2].Overdue || s.Numbers[3].Overdue {
		t.Errorf("example %v, overdue %v, emergency overdue %v", s.Numbers[1].Example, s.Numbers[2].Overdue, s.Numbers[3].Overdue)
	}
}

func TestTheBarIsNeverEmptyForWantOfAKey(t *testing.T) {
	s, _ := assemble(t, map[string]string{"content/so-can-biet.toml": "[a]\nso = \"111\"\nten = \"một\"\n[b]\nso = \"115\"\nten = \"hai\"\n[c]\nso = \"113\"\nten = \"ba\"\n"})
	bar := s.BarNumbers()
	if len(bar) != 2 || bar[0].Dial != "113" || bar[1].Dial != "111" || bar[0].Bar == "" || s.Numbers[2].Bar != "" {
		t.Errorf("bar %v", bar)
	}
}
