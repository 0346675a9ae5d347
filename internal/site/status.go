package site

import (
	"fmt"

	"thonlanh/internal/date"
)

// targetStatus says in words how a target stands, by kind, way of counting
// and share of the period gone at the data date.
func targetStatus(p *Plan, t *Target, today date.Date) Status {
	noData := Status{"Chưa có số liệu", "○", "muc2"}
	v := t.Now
	if v == nil || p.Stale {
		return noData
	}
	if t.Kind == "dinh_tinh" {
		switch v.State {
		case "da_xong":
			return Status{"Đã xong", "✓", "lua"}
		case "dang_lam":
			return Status{"Đang làm", "◐", "dat"}
		}
		return Status{"Chưa làm", "○", "muc2"}
	}
	share, ok := t.Share(v)
	if !ok {
		if v.Den == 0 && v.Num == 0 && t.Kind == "ty_le" {
			return Status{"Không phát sinh", "○", "muc2"}
		}
		return noData
	}
	done := share >= 1
	switch t.Counting {
	case "duy_tri":
		if done {
			return Status{"Đang giữ vững", "✓", "lua"}
		}
		return Status{"Cần củng cố", "◐", "dat"}
	case "co_han":
		return deadline(done, t.DueBefore, p, today)
	}
	gone := p.Elapsed(v.Period.AsOf)
	switch {
	case done:
		return Status{"Đã hoàn thành", "✓", "lua"}
	case share >= 0.9*gone:
		return Status{"Đúng tiến độ", "✓", "lua"}
	case share >= 0.6*gone:
		return Status{"Cần đẩy nhanh", "◐", "dat"}
	}
	return Status{"Đang chậm", "◔", "dat"}
}

// deadline is the state of something due before a day (that day excluded).
func deadline(done bool, before date.Date, p *Plan, today date.Date) Status {
	switch {
	case done:
		return Status{"Đã xong", "✓", "lua"}
	case p.State == PlanOver:
		return Status{"Đã hết kỳ", "○", "muc2"}
	case before.IsZero():
		return Status{"Trong năm", "○", "muc2"}
	case today.Before(before):
		return Status{"Chưa đến hạn", "○", "muc2"}
	}
	return Status{fmt.Sprintf("Quá hạn %d ngày", before.DaysUntil(today)+1), "✕", "gach"}
}
