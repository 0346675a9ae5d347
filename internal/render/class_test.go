package render

import (
	"strings"
	"testing"
)

// What is told by classes is shown as the other targets are: against time only
// where it adds up, hatched when it is old, and never drawn over time, where a
// line would join what is not known exactly.
func TestTargetToldByClasses(t *testing.T) {
	page := func(day, way string) string {
		project := progressProject()
		project["content/ke-hoach/2026/chi-tieu.toml"] = "[ct-2]\nten = \"Việc được xử lý\"\nmuc = \"muc-i-y-2\"\nkieu = \"ty_le\"\ncach_tinh = \"" + way + "\"\ndon_vi = \"vụ\"\nmuc_tieu = 100\ndem = \"vu_viec\"\n"
		period := func(day, num string) string {
			return "tinh_den = " + day + "\nnguon = \"UBND xã\"\ncong_khai = true\n[ct-2]\ntu_so = " + num + "\nmau_so = 80\n"
		}
		project["content/ke-hoach/2026/tien-do/2026-06.toml"] = period("2026-03-31", "41")
		project["content/ke-hoach/2026/tien-do/2026-11.toml"] = period(day, "63")
		text := render(t, newRenderer(t, archive(t, project), Options{}), "tien-do/2026/index.html")
		wholePage(t, "tien-do/2026/index.html", text)
		for _, secret := range []string{"63", "41", ">80"} {
			if _, block, _ := strings.Cut(text, "Từng chỉ tiêu"); strings.Contains(block, secret+"/") || strings.Contains(block, "/80") {
				t.Errorf("the counts are shown: %s", secret)
			}
		}
		return text
	}
	now := page("2026-11-15", "cong_don")
	inOrder(t, now, "Việc được xử lý", `class="gio`, "Cách tính", "chỉ nói theo khoảng")
	if strings.Contains(now, "Theo tháng") {
		t.Error("classes are drawn over time")
	}
	if strings.Contains(page("2026-11-15", "duy_tri"), `class="gio`) {
		t.Error("what must hold is measured against time")
	}
	old := page("2026-04-30", "cong_don")
	inOrder(t, old, "Việc được xử lý", "Số cuối cùng tính đến ngày\u00a030/4/2026, nay đã cũ.", `class="soc"`, "Chưa có số liệu")
}
