package check

import (
	"fmt"

	"thonlanh/internal/diag"
	"thonlanh/internal/markup"
	"thonlanh/internal/site"
)

// mostUngiven is how many units of one plan are named one by one.
const mostUngiven = 20

// viecChuaGiao: what the plan orders and nobody is named for is what nobody
// does. A unit is covered by a duty or report of its own, of one above it or
// of one below it, public or not.
func viecChuaGiao(x *gate) diag.List {
	var out diag.List
	var o *ordering
	for _, p := range x.site.Plans {
		// A plan of the past may stand here as a text alone.
		none := p.Plan.Duties == nil || len(p.Plan.Duties.List) == 0
		if p.Doc == nil || none && p.State == site.PlanOver {
			continue
		}
		if o == nil {
			o = newOrdering()
		}
		d := p.Doc.Open()
		given := make(map[string]bool)
		if p.Plan.Duties != nil {
			for _, r := range p.Plan.Duties.List {
				given[r.Value.Unit] = true
			}
		}
		if p.Plan.Reports != nil {
			for _, r := range p.Plan.Reports.List {
				given[r.Value.Unit] = true
			}
		}
		open := ungiven(d.Units, o.ordered(d), given)
		if none {
			if len(open) > 0 {
				out = append(out, diag.At(p.Path, d.Units[open[0]].Pos, diag.Note, "viec-chua-giao",
					fmt.Sprintf("Kế hoạch giao việc ở %d chỗ, chỗ đầu là “%s”, mà chưa có bảng việc nào.", len(open), d.Cite(open[0])),
					"Ghi từng việc vào nhiem-vu.toml: đơn vị nào chủ trì, hạn nào. Trang “Ai làm gì, khi nào” lấy từ đó."))
			}
			continue
		}
		for i, u := range open {
			if i == mostUngiven {
				out = append(out, diag.At(p.Path, d.Units[u].Pos, diag.Note, "viec-chua-giao",
					fmt.Sprintf("Còn %d chỗ nữa của kế hoạch giao việc mà nhiem-vu.toml chưa có.", len(open)-i), "Làm xong các chỗ trên rồi kiểm tra lại."))
				break
			}
			out = append(out, diag.At(p.Path, d.Units[u].Pos, diag.Note, "viec-chua-giao",
				d.Cite(u)+" giao việc, mà nhiem-vu.toml chưa có việc nào của mục này.",
				"Thêm một bảng có muc = \""+d.Units[u].ID+"\". Việc đụng đến hồ sơ, danh sách người thì ghi cong_khai = false."))
		}
	}
	return out
}

// ungiven are the units that order something without being covered. Of a unit
// and those below it the first alone is named.
func ungiven(units []markup.Unit, orders []bool, given map[string]bool) []int {
	n := len(units)
	above, below, named := make([]bool, n), make([]bool, n), make([]bool, n)
	for i := n - 1; i >= 0; i-- {
		below[i] = below[i] || given[units[i].ID]
		if p := units[i].Parent; p >= 0 && below[i] {
			below[p] = true
		}
	}
	var out []int
	for i, u := range units {
		if u.Parent >= 0 {
			above[i] = above[u.Parent] || given[units[u.Parent].ID]
			named[i] = named[u.Parent]
		}
		if orders[i] && !above[i] && !below[i] && !named[i] {
			named[i] = true
			out = append(out, i)
		}
	}
	return out
}
