package check

import (
	"fmt"

	"thonlanh/internal/diag"
	"thonlanh/internal/site"
	"thonlanh/internal/viet"
)

// soonDays is how long before a deadline the office is reminded.
const soonDays = 14

// hanBaoCao: reports that are due within a fortnight, or late, and not all in.
func hanBaoCao(x *gate) diag.List {
	var out diag.List
	for _, p := range x.site.Plans {
		if p.State != site.PlanCurrent {
			continue
		}
		for _, r := range p.Reports {
			if r.DueBefore.IsZero() || r.SentBy >= r.Owed {
				continue
			}
			left := x.site.Today.DaysUntil(r.LastDay)
			if left > soonDays {
				continue
			}
			message := fmt.Sprintf("“%s” có hạn cuối là %s, còn %d ngày; đã nhận %d trong %d báo cáo.", r.Name, viet.ShortDate(r.LastDay), left, r.SentBy, r.Owed)
			if left < 0 {
				message = fmt.Sprintf("“%s” đã quá hạn %d ngày; đã nhận %d trong %d báo cáo.", r.Name, -left, r.SentBy, r.Owed)
			}
			out = append(out, diag.At(p.Plan.Reports.Path, p.Plan.Reports.Keys.Pos(r.ID), diag.Note, "han-bao-cao",
				message, "Nhắc các bên chưa gửi (mỗi lần đăng xong, ai chưa gửi đứng trong noi-bo/bao-cao.html); nhận được thì ghi ngày vào ["+r.ID+".da_gui]."))
		}
	}
	return out
}
