package check

import (
	"strconv"
	"strings"

	"thonlanh/internal/content"
	"thonlanh/internal/date"
	"thonlanh/internal/diag"
	"thonlanh/internal/viet"
)

// thayTheNguoc: what replaces or amends a text is older than the text. Of one
// article it may be true, where an older law was given it later: a note.
func thayTheNguoc(x *gate) diag.List {
	var out diag.List
	texts := make(map[string]*content.Legal, len(x.tree.Legal))
	for _, l := range x.tree.Legal {
		texts[l.File.Name] = l
	}
	for _, l := range x.tree.Legal {
		say := func(severity diag.Severity, at diag.Pos, ref, does string) {
			id, _, _ := strings.Cut(ref, "#")
			by := texts[id]
			if by == nil || by == l {
				return
			}
			if now, then, word, older := isOlder(by, l); older {
				out = append(out, diag.At(l.Path, at, severity, "thay-the-nguoc",
					"`"+id+"` ("+word+" "+viet.ShortDate(now)+") "+does+" văn bản này ("+word+" "+viet.ShortDate(then)+") mà lại ra trước.",
					"Xem lại ngày ở hai văn bản, hoặc đổi chiều: văn bản cũ ghi tên văn bản mới."))
			}
		}
		for i, ref := range l.ReplacedBy {
			say(diag.Warn, l.Keys.Elem(i, "thay_the_boi"), ref, "thay thế")
		}
		for i, ref := range l.AmendedBy {
			say(diag.Warn, l.Keys.Elem(i, "sua_doi_boi"), ref, "sửa đổi")
		}
		for _, u := range l.Units {
			for i, ref := range u.Value.ReplacedBy {
				say(diag.Note, l.Keys.Elem(i, "hieu_luc", u.Name, "thay_the_boi"), ref, "thay thế một phần")
			}
			for i, ref := range u.Value.AmendedBy {
				say(diag.Warn, l.Keys.Elem(i, "hieu_luc", u.Name, "sua_doi_boi"), ref, "sửa đổi một phần")
			}
		}
	}
	plans := make(map[string]*content.Plan, len(x.tree.Plans))
	for _, p := range x.tree.Plans {
		plans[strconv.Itoa(p.Year)] = p
	}
	for _, p := range x.tree.Plans {
		if by := plans[p.ReplacedBy]; by != nil && by.Year < p.Year {
			out = append(out, diag.At(p.Path, p.Keys.Value("thay_the_boi"), diag.Warn, "thay-the-nguoc",
				"Kế hoạch năm "+p.ReplacedBy+" thay thế kế hoạch này (năm "+strconv.Itoa(p.Year)+") mà lại ra trước.",
				"Xem lại năm, hoặc đổi chiều: kế hoạch cũ ghi năm của kế hoạch mới."))
		}
	}
	return out
}

// isOlder compares the days of issue of two texts, else those from which they
// hold; without both nothing is known.
func isOlder(a, b *content.Legal) (x, y date.Date, word string, older bool) {
	x, y, word = a.IssuedOn, b.IssuedOn, "ban hành"
	if x.IsZero() || y.IsZero() {
		x, y, word = a.InForce, b.InForce, "có hiệu lực"
	}
	return x, y, word, !x.IsZero() && !y.IsZero() && x.Before(y)
}
