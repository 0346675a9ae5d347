package check

import "thonlanh/internal/diag"

// thonSoNguoi: no count of persons, cases, premises or tests at the level of
// a village, whatever its size. In a village of two hundred people a number
// is a face. (Keys of tables are refused where they are read.)
func thonSoNguoi(x *gate) diag.List {
	return x.each(aCount, func(t *text, f found) (diag.Problem, bool) {
		if t.area != inVillage && !f.village {
			return diag.Problem{}, false
		}
		if f.word && (f.n == 1 || f.vague) && (f.counted == countPeople || f.counted == countPremise) {
			return diag.Problem{}, false // "một người", "vài người", as people speak
		}
		return t.problem(f, diag.Block, "thon-so-nguoi",
			"Có con số đếm người, vụ việc, cơ sở hay lượt xét nghiệm ở cấp thôn. Trong một thôn nhỏ, con số có thể chỉ ra một người.",
			"Bỏ con số. Ở thôn chỉ nói hoạt động: buổi tuyên truyền, hộ nhận tờ rơi, lượt phát thanh, lớp tập huấn."), true
	})
}
