package check

import (
	"fmt"

	"thonlanh/internal/diag"
)

// cauDai: a frightened reader on a small screen loses a long sentence.
func cauDai(x *gate) diag.List {
	return x.each(aSentence, func(t *text, f found) (diag.Problem, bool) {
		if t.area != inHelp || t.key != "" {
			return diag.Problem{}, false
		}
		return t.problem(f, diag.Note, "cau-dai",
			fmt.Sprintf("Câu này dài %d tiếng, người đang lo sợ khó đọc hết.", f.n), "Tách thành hai câu, mỗi câu một ý, dưới 25 tiếng."), true
	})
}
