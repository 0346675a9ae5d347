package render

import (
	"strings"
	"testing"
)

// Of a share of cases the page says the percentage alone, and of a period that
// is kept back why; neither number of the share is anywhere.
func TestSharesOfCases(t *testing.T) {
	period := func(day, num, den string) string {
		return "tinh_den = " + day + "\nnguon = \"UBND xã\"\ncong_khai = true\n[ct-2]\ntu_so = " + num + "\nmau_so = " + den + "\nghi_chu = \"Cả mấy chục vụ đều xong\"\n"
	}
	r := newRenderer(t, archive(t, map[string]string{
		"content/ke-hoach/2026/chi-tieu.toml":        strings.Replace(targetsWithThird, "dem = \"vu_viec\"\n", "dem = \"vu_viec\"\nmau_so = 7919\n", 1),
		"content/ke-hoach/2026/tien-do/2026-03.toml": period("2026-03-31", "6007", "7001"),
		"content/ke-hoach/2026/tien-do/2026-06.toml": period("2026-05-31", "6009", "7003"),
		"content/ke-hoach/2026/tien-do/2026-11.toml": period("2026-11-15", "6733", "7919"),
	}), Options{})
	for _, o := range r.Outputs() {
		if o.Asset != nil {
			continue
		}
		text := render(t, r, o.Path)
		for _, secret := range []string{"6007", "6.007", "7001", "7.001", "6009", "6.009", "7003", "7.003", "6733", "6.733", "7919", "7.919", "mấy chục", "85,02"} {
			if strings.Contains(text, secret) {
				t.Errorf("%s shows %q", o.Path, secret)
			}
		}
	}
	page := render(t, r, "tien-do/2026/index.html")
	inOrder(t, page, "Việc được xử lý", `aria-label="Việc được xử lý: đã đạt 85%, mục tiêu 100%.`, "85%", "chỉ công bố tỷ\u00a0lệ, mục tiêu 100%",
		"31/3/2026", "–", "86%", "31/5/2026", withheldWords, "15/11/2026", "–", "85%")
}
