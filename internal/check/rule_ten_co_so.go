package check

import "thonlanh/internal/diag"

// tenCoSo: the name of a business on this subject accuses it, or advertises
// it.
func tenCoSo(x *gate) diag.List {
	return x.each(aPremises, func(t *text, f found) (diag.Problem, bool) {
		if t.issued {
			return diag.Problem{}, false
		}
		return t.problem(f, diag.Warn, "ten-co-so",
			"Có tên một cơ sở kinh doanh. Trên cổng này, tên quán đứng cạnh chủ đề mại dâm là một lời buộc tội, hoặc một lời chỉ đường.",
			"Bỏ tên, chỉ viết “một cơ sở kinh doanh dịch vụ”. Nếu nêu tên là đúng việc, một cán bộ xác nhận trong config.toml."), true
	})
}
