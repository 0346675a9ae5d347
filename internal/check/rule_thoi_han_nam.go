package check

import (
	"strconv"

	"thonlanh/internal/content"
	"thonlanh/internal/date"
	"thonlanh/internal/diag"
	"thonlanh/internal/viet"
)

// thoiHanNam: nothing in a plan is due before the plan's year. A due date
// copied from last year makes everybody overdue.
func thoiHanNam(x *gate) diag.List {
	var out diag.List
	for _, p := range x.tree.Plans {
		first := p.From
		if first.IsZero() {
			first = date.Date{Year: p.Year, Month: 1, Day: 1}
		}
		say := func(f content.File, record string, due date.Date) {
			if due.IsZero() || p.Year == 0 || !due.Before(first) {
				return
			}
			out = append(out, diag.At(f.Path, f.Keys.Value(record, "truoc_ngay"), diag.Block, "thoi-han-nam",
				"Hạn "+viet.ShortDate(due)+" đứng trước khi kế hoạch năm "+strconv.Itoa(p.Year)+" bắt đầu.", "Sửa năm của `truoc_ngay`."))
		}
		if p.Targets != nil {
			for _, r := range p.Targets.List {
				say(p.Targets.File, r.Name, r.Value.DueBefore)
			}
		}
		if p.Duties != nil {
			for _, r := range p.Duties.List {
				say(p.Duties.File, r.Name, r.Value.DueBefore)
			}
		}
		if p.Reports != nil {
			for _, r := range p.Reports.List {
				say(p.Reports.File, r.Name, r.Value.DueBefore)
			}
		}
	}
	return out
}
