package check

import (
	"strings"

	"thonlanh/internal/diag"
)

// tuGayKiThi: words that keep people from asking for help. Issued documents
// and quotations keep theirs.
func tuGayKiThi(x *gate) diag.List {
	return x.each(aStigma, func(t *text, f found) (diag.Problem, bool) {
		if t.issued || f.quoted || t.area == inTable && isPlanTable(t.file) {
			return diag.Problem{}, false
		}
		say := "Nên viết: " + f.near
		if why, ok := strings.CutPrefix(f.near, "("); ok { // no better word: the phrase goes
			say = "Nên bỏ chữ này: " + strings.TrimSuffix(why, ")")
		}
		return t.problem(f, diag.Warn, "tu-gay-ki-thi",
			"Chữ “"+t.words(f)+"” dễ làm người cần giúp thấy bị khinh và im lặng.",
			say+". Tên chính thức của văn bản thì đặt trong ngoặc kép “…”."), true
	})
}

// isPlanTable reports whether a table repeats the words of a plan.
func isPlanTable(file string) bool { return strings.HasPrefix(file, "content/ke-hoach/") }
