package check

import "thonlanh/internal/diag"

// riengTuNgaySinh: a name with a year of birth or an age is one person.
func riengTuNgaySinh(x *gate) diag.List {
	return x.each(aBirth, func(t *text, f found) (diag.Problem, bool) {
		return t.problem(f, diag.Block, "rieng-tu-ngay-sinh",
			"Có ngày, năm sinh hoặc tuổi đi cùng tên một người. Hai điều đó cùng nhau là đủ để nhận ra họ.",
			"Bỏ năm sinh, tuổi; nếu không phải cán bộ đang làm việc công thì bỏ cả tên."), true
	})
}
