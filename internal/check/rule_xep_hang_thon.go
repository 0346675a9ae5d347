package check

import "thonlanh/internal/diag"

// xepHangThon: villages are not set against one another. A rank says which
// village is last, and the last village is people.
func xepHangThon(x *gate) diag.List {
	judge := func(t *text, f found) (diag.Problem, bool) {
		if t.issued || f.quoted {
			return diag.Problem{}, false
		}
		return t.problem(f, diag.Block, "xep-hang-thon",
			"Chữ “"+t.words(f)+"” so sánh hoặc xếp hạng các thôn. Thôn đứng cuối sẽ bị chỉ trỏ.",
			"Chỉ nói thôn đã làm được việc gì, không so với thôn khác."), true
	}
	out := x.each(aRank, judge)
	return append(out, x.each(aRankHere, func(t *text, f found) (diag.Problem, bool) {
		if t.area != inVillage {
			return diag.Problem{}, false
		}
		return judge(t, f)
	})...)
}
