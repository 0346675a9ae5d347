package site

import (
	"fmt"

	"thonlanh/internal/date"
	"thonlanh/internal/viet"
)

// How much of the pace that time asks for is enough, and how little is slow.
const (
	onPace = 0.9
	slow   = 0.6
)

// targetStatus says in words how a target stands: by its kind and way of
// counting, against the share of the period gone at the data date; what has a
// last day, against the build date. A period that is over has no pace any
// more: its words say what came out, and blame nobody.
func targetStatus(p *Plan, t *Target, today date.Date) Status {
	v := t.Now
	if v == nil || t.Stale {
		return Status{"Chưa có số liệu", "○", "muc2"}
	}
	if t.Nothing(v) {
		return Status{"Không phát sinh", "○", "muc2"}
	}
	share, ok := t.standing(v)
	if !ok {
		return Status{"Không đặt mục tiêu", "○", "muc2"}
	}
	done := t.Reached(v)
	var s Status
	switch {
	case p.State == PlanOver:
		s = outcome(t, share, done)
	case t.Counting == "co_han":
		s = due(t, share, done, p, today)
	case t.Counting == "duy_tri" && done:
		s = Status{"Đang giữ vững", "✓", "lua"}
	case t.Counting == "duy_tri":
		s = Status{"Cần củng cố", "◐", "dat"}
	case t.Kind == "dinh_tinh":
		s = stage(share, p.Elapsed(v.Period.AsOf))
	default:
		s = pace(share, done, p.Elapsed(v.Period.AsOf))
	}
	switch t.Counts {
	case "thon", "nguoi_dan", "luot_nguoi":
		return villagesOnly(s) // brick is for what offices owe
	}
	return s
}

// pace is what adds up over the period.
func pace(share float64, done bool, gone float64) Status {
	switch {
	case done:
		return Status{"Đã hoàn thành", "✓", "lua"}
	case share >= onPace*gone:
		return Status{"Đúng tiến độ", "✓", "lua"}
	case share >= slow*gone:
		return Status{"Cần đẩy nhanh", "◐", "dat"}
	}
	return Status{"Đang chậm", "◔", "dat"}
}

// stage is what is said in words: work that is being done is in time until the
// period nears its end, work that has not begun until half of it has gone.
func stage(share, gone float64) Status {
	switch {
	case share >= 1:
		return Status{"Đã hoàn thành", "✓", "lua"}
	case share > 0 && gone < onPace:
		return Status{"Đang làm", "◐", "dat"}
	case share == 0 && gone < 0.5:
		return Status{"Chưa làm", "○", "muc2"}
	case share > 0 || gone < onPace:
		return Status{"Cần đẩy nhanh", "◐", "dat"}
	}
	return Status{"Đang chậm", "◔", "dat"}
}

// due is what must be done by a day.
func due(t *Target, share float64, done bool, p *Plan, today date.Date) Status {
	switch {
	case done || !t.DueBefore.IsZero():
		return deadline(done, t.DueBefore, p, today)
	case share > 0:
		return Status{"Đang làm", "◐", "dat"}
	}
	return Status{"Chưa làm", "○", "muc2"}
}

// outcome is how a target stands when its period is over.
func outcome(t *Target, share float64, done bool) Status {
	none := Status{"Đã hết kỳ", "○", "muc2"}
	villages := t.Counts == "thon" // none of many would be said of each
	switch {
	case done && t.Counting == "duy_tri":
		return Status{"Đã giữ vững", "✓", "lua"}
	case done && t.Counting == "co_han":
		return Status{"Đã xong", "✓", "lua"}
	case done:
		return Status{"Đã hoàn thành", "✓", "lua"}
	case share == 0 && (villages || t.Counting == "co_han"):
		return none
	case share == 0 && t.Counting == "duy_tri":
		return Status{"Chưa giữ được", "○", "muc2"}
	case t.Counting == "duy_tri":
		return Status{"Giữ được một phần", "◐", "muc2"}
	case share == 0 && t.Kind == "dinh_tinh":
		return Status{"Chưa làm", "○", "muc2"}
	case t.Counting == "co_han" || t.Kind == "dinh_tinh":
		return Status{"Đã làm một phần", "◐", "muc2"}
	case villages:
		return Status{"Đạt một phần", "◐", "muc2"}
	case share >= onPace:
		return Status{"Gần đạt mục tiêu", "◐", "muc2"}
	}
	return Status{"Chưa đạt mục tiêu", "○", "muc2"}
}

// Nothing reports that there was nothing to do: none of none.
func (t *Target) Nothing(v *Value) bool {
	return v.Known && v.Num == 0 && v.Den == 0 && (t.Kind == "ty_le" || t.Kind == "so_luong")
}

// Reached reports whether a figure meets the goal, by exact numbers.
func (t *Target) Reached(v *Value) bool {
	if t.Kind == "dinh_tinh" {
		return v.State == "da_xong"
	}
	if _, ok := t.Share(v); !ok {
		return false
	}
	goal := 100.0
	if t.Kind == "ty_le" {
		goal = t.Goal
	}
	return viet.Reached(v.Num, v.Den, goal)
}

// standing is Share for every kind: a state in words is none, half or all.
func (t *Target) standing(v *Value) (share float64, ok bool) {
	if t.Kind != "dinh_tinh" {
		return t.Share(v)
	}
	switch v.State {
	case "da_xong":
		return 1, true
	case "dang_lam":
		return 0.5, true
	}
	return 0, true
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
