package check

import (
	"fmt"
	"strings"

	"thonlanh/internal/diag"
)

// soLieuNguoiNho: a count of persons concerned, cases, premises or tests that
// is smaller than the threshold is not typed into a text either.
func soLieuNguoiNho(x *gate) diag.List {
	limit := x.site.Config.Threshold
	return x.each(aCount, func(t *text, f found) (diag.Problem, bool) {
		switch {
		case t.issued || t.area == inVillage || f.village || t.area == inConfig || t.area == inRegister || t.area == inOfficials:
			return diag.Problem{}, false
		case strings.HasSuffix(t.file, "/nhiem-vu.toml") || strings.HasSuffix(t.file, "/chi-tieu.toml"):
			return diag.Problem{}, false // what the plan sets out to do, in its words
		case f.counted == countPeople || f.counted == countPremise:
			return diag.Problem{}, false
		case f.n < 1 || f.n >= limit || f.word && f.n == 1:
			return diag.Problem{}, false
		}
		return t.problem(f, diag.Block, "so-lieu-nguoi-nho",
			fmt.Sprintf("Con số đếm người liên quan, vụ việc, cơ sở hay lượt xét nghiệm nhỏ hơn %d. Số quá nhỏ có thể chỉ ra một người.", limit),
			"Bỏ con số, viết bằng lời: “có vụ việc đã được xử lý theo quy định”."), true
	})
}
