package site

import (
	"strings"
	"testing"

	"thonlanh/internal/date"
)

const partsLaw = `+++
loai = "nghi_dinh"
so_ky_hieu = "9/2015/NĐ-CP"
trich_yeu = "x"
ngay_hieu_luc = 2016-01-01

[hieu_luc.chuong-2]
ngay_het_hieu_luc = 2026-01-01

[hieu_luc.dieu-1]
sua_doi_boi = "nd-1#dieu-1"
ghi_chu = "Lời của cổng."

[hieu_luc.dieu-1-khoan-2]
thay_the_boi = "nd-1#dieu-1"

[hieu_luc.dieu-1-khoan-3]
ngay_hieu_luc = 2027-01-01

[hieu_luc.dieu-3]
tinh_trang = "con_hieu_luc"

[hieu_luc.dieu-4]
tinh_trang = "chua_ro"
+++
## Chương I. MỘT

### Điều 1. Một

1. Một.

2. Hai:

a) Điểm.

3. Ba.

### Điều 4. Bốn

## Chương II. HAI

### Điều 2. Hai

### Điều 3. Ba
`

func TestStateOfUnits(t *testing.T) {
	s, list := assemble(t, map[string]string{"content/van-ban/x.md": partsLaw})
	want(t, list)
	x, _ := s.LegalByID("x")
	if x.Force != PartlyEnded {
		t.Errorf("the whole: %v", x.Force)
	}
	for unit, c := range map[string]struct {
		force Force
		ended string
	}{
		"dieu-1":                {PartlyEnded, ""},
		"dieu-1-khoan-1":        {InForce, ""},
		"dieu-1-khoan-2":        {Ended, "2025-12-15"},
		"dieu-1-khoan-2-diem-a": {Ended, "2025-12-15"},
		"dieu-1-khoan-3":        {NotYet, ""},
		"chuong-2":              {Ended, "2026-01-01"},
		"dieu-2":                {Ended, "2026-01-01"},
		"dieu-3":                {InForce, ""}, // kept, though its chapter ended
		"dieu-4":                {Unverified, ""},
	} {
		st := x.StateOf(unit)
		if ended := strings.Trim(st.EndedOn.String(), "0-"); st.Force != c.force || c.ended != "" && st.EndedOn.String() != c.ended || c.ended == "" && ended != "" {
			t.Errorf("%s: %v since %v, want %v since %q", unit, st.Force, st.EndedOn, c.force, c.ended)
		}
	}
	one := x.StateOf("dieu-1")
	if len(one.Amended) != 1 || one.Amended[0].By.Addr() != "/van-ban/nd-1/#dieu-1" || one.Amended[0].On != (date.Date{Year: 2025, Month: 12, Day: 15}) || one.Note != "Lời của cổng." || !one.Own {
		t.Errorf("Điều 1: %+v", one)
	}
	if two := x.StateOf("dieu-1-khoan-2-diem-a"); len(two.ReplacedBy) != 1 || !strings.HasPrefix(two.ReplacedBy[0].Name(), "Điều 1 Nghị định") || two.Own {
		t.Errorf("khoản 2: %+v", two)
	}
	if n := len(x.Timeline); n < 5 || x.Timeline[n-1].Unit != "dieu-1-khoan-3" {
		t.Errorf("timeline %+v", x.Timeline)
	}
}

// What ended only in part, nobody said where, is unverified in its parts.
func TestPartsOfATextEndedSomewhere(t *testing.T) {
	s, _ := assemble(t, map[string]string{"content/van-ban/x.md": "+++\nloai = \"nghi_dinh\"\ntrich_yeu = \"x\"\nngay_hieu_luc = 2004-01-01\ntinh_trang = \"het_hieu_luc_mot_phan\"\n[hieu_luc.dieu-2]\ntinh_trang = \"con_hieu_luc\"\n+++\n### Điều 1. Một\n\n### Điều 2. Hai\n"})
	x, _ := s.LegalByID("x")
	if one, two := x.StateOf("dieu-1").Force, x.StateOf("dieu-2").Force; one != Unverified || two != InForce {
		t.Errorf("Điều 1 %v, Điều 2 %v", one, two)
	}
}

// A unit of an ended text is ended, whatever its own record says of its days;
// before that day it is in force.
func TestUnitsEndWithTheWhole(t *testing.T) {
	files := map[string]string{"content/van-ban/x.md": "+++\nloai = \"nghi_dinh\"\ntrich_yeu = \"x\"\nngay_hieu_luc = 2022-01-01\nngay_het_hieu_luc = 2025-12-15\n[hieu_luc.dieu-1]\nthay_the_boi = \"nd-1#dieu-1\"\n+++\n### Điều 1. Một\n\n### Điều 2. Hai\n"}
	s, _ := assemble(t, files)
	x, _ := s.LegalByID("x")
	one := x.StateOf("dieu-1")
	if one.Force != Ended || len(one.ReplacedBy) != 1 || one.ReplacedBy[0].Unit != "dieu-1" {
		t.Errorf("Điều 1: %+v", one)
	}
	if two := x.StateOf("dieu-2"); two.Force != Ended || two.EndedOn.String() != "2025-12-15" {
		t.Errorf("Điều 2: %+v", two)
	}
	if len(x.Timeline) != 2 {
		t.Errorf("timeline %+v", x.Timeline)
	}
}

func TestRecordsOfUnitsThatAreNotThere(t *testing.T) {
	record := func(more, unit string) string {
		return "+++\nloai = \"nghi_dinh\"\ntrich_yeu = \"x\"\nngay_hieu_luc = 2022-01-01\n" + more + "[hieu_luc." + unit + "]\ntinh_trang = \"het_hieu_luc\"\n+++\n### Điều 1. Một\n"
	}
	_, list := assemble(t, map[string]string{
		"content/van-ban/a.md": record("", "dieu-9"),
		"content/van-ban/b.md": record("chi_trich = true\n", "dieu-9"),
		"content/van-ban/c.md": record("chi_trich = true\n", "dieu"),
		"content/van-ban/d.md": record("", "dieu-1"),
		"content/van-ban/e.md": strings.Replace(record("", "dieu-1"), "tinh_trang = \"het_hieu_luc\"", "ngay_hieu_luc = 2024-01-01\nngay_het_hieu_luc = 2023-01-01", 1),
	})
	want(t, list, "content/van-ban/a.md:5 tham-chieu-la", "content/van-ban/c.md:6 tham-chieu-la", "content/van-ban/e.md:7 ngay-sai")
}

func TestNothingReplacesItself(t *testing.T) {
	_, list := assemble(t, map[string]string{
		"content/van-ban/a.md": "+++\nloai = \"nghi_dinh\"\ntrich_yeu = \"x\"\nngay_hieu_luc = 2022-01-01\nthay_the_boi = \"a\"\n[hieu_luc.dieu-1]\nthay_the_boi = \"a#dieu-1\"\n[hieu_luc.dieu-2]\nthay_the_boi = \"a#dieu-1\"\n+++\n### Điều 1. Một\n\n### Điều 2. Hai\n",
	})
	want(t, list, "content/van-ban/a.md:5 tham-chieu-la", "content/van-ban/a.md:7 tham-chieu-la")
}

// What a record keeps in force is in force in an ended text; its force is told
// apart from that of the text, and so is that of parts which ended alone.
func TestOwnForces(t *testing.T) {
	s, list := assemble(t, map[string]string{
		"content/van-ban/x.md": partsLaw,
		"content/van-ban/y.md": "+++\nloai = \"nghi_dinh\"\ntrich_yeu = \"x\"\nngay_hieu_luc = 2022-01-01\nngay_het_hieu_luc = 2025-12-15\nthay_the_boi = \"nd-1\"\n[hieu_luc.dieu-1]\ntinh_trang = \"con_hieu_luc\"\n[hieu_luc.dieu-2]\nthay_the_boi = \"nd-1#dieu-1\"\n+++\n### Điều 1. Một\n\n1. Chữ.\n\n### Điều 2. Hai\n",
	})
	want(t, list)
	own := func(id string) string {
		l, _ := s.LegalByID(id)
		var out []string
		for _, f := range l.OwnForces() {
			kept := ""
			if f.Kept {
				kept = "kept"
			}
			out = append(out, strings.TrimSpace(f.Unit+" "+map[Force]string{InForce: "in", NotYet: "not yet", PartlyEnded: "partly", Ended: "ended", Unverified: "open"}[f.Force]+" "+kept))
		}
		return strings.Join(out, ", ")
	}
	if got, want := own("y"), "dieu-1 in kept"; got != want {
		t.Errorf("y: %s, want %s", got, want)
	}
	if got, want := own("x"), "chuong-2 ended, dieu-1-khoan-2 ended, dieu-1-khoan-3 not yet, dieu-3 in kept, dieu-4 open"; got != want {
		t.Errorf("x: %s, want %s", got, want)
	}
	y, _ := s.LegalByID("y")
	if st := y.StateOf("dieu-1-khoan-1"); st.Force != InForce || !st.Kept || st.Own || len(st.ReplacedBy) != 0 || !st.EndedOn.IsZero() {
		t.Errorf("a part of what was kept: %+v", st)
	}
	if _, _, over := (&Citation{Legal: y, Units: []string{"dieu-1"}}).Ended(); over {
		t.Error("a citation of what was kept leads to what has ended")
	}
}

// What is said of a chapter of an attached text holds for its articles, and for
// no article of the decision.
func TestStateOfAChapterInAnAttachedText(t *testing.T) {
	s, _ := assemble(t, map[string]string{
		"content/van-ban/qd-45.md": "+++\nloai = \"quyet_dinh\"\nso_ky_hieu = \"45/2026/QĐ-UBND\"\ntrich_yeu = \"x\"\nngay_ban_hanh = 2020-02-05\nngay_hieu_luc = 2020-02-05\n[hieu_luc.kem-theo-1-chuong-1]\nngay_het_hieu_luc = 2021-01-01\n+++\n" +
			"Điều 1. Một.\n\nĐiều 2. Hai.\n\n# Quy chế\n\n## Chương I. MỘT\n\n### Điều 1. A\n\n## Chương II. HAI\n\n### Điều 2. B\n",
	})
	p, ok := s.PageAt("/van-ban/qd-45/")
	if !ok {
		t.Fatal("no page")
	}
	for unit, want := range map[string]Force{"dieu-1": InForce, "kem-theo-1-dieu-1": Ended, "kem-theo-1-chuong-1": Ended, "kem-theo-1-dieu-2": InForce, "dieu-2": InForce} {
		if got := p.Legal.StateOf(unit).Force; got != want {
			t.Errorf("%s is %v, want %v", unit, got, want)
		}
	}
}
