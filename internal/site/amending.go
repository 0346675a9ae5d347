package site

import (
	"strings"

	"thonlanh/internal/cite"
	"thonlanh/internal/markup"
)

// In "Sửa đổi, bổ sung khoản 2 Điều 5 như sau" the words of an amending law
// mean the law that they amend, never their own Điều 5. So does what stands in
// a block of quotation.

// amending prepares the reading of one block of a legal text: it says which
// unit counts as the place of the words, and what bare units belong to.
func (r *reading) amending(html []byte, q markup.Passage) (unit int) {
	r.quote, r.orders = false, false
	if r.doc == nil || r.page.Legal == nil || !r.words.Verbatim {
		return q.Unit
	}
	gap := r.doc.HTML[r.passed:q.Start]
	r.depth += strings.Count(gap, "<blockquote") - strings.Count(gap, "</blockquote")
	r.passed = q.Start
	r.quote = r.depth > 0
	r.orders = !r.quote && ordersChange(html) && !r.doc.Quoted(q.Unit)
	if r.quote || r.orders {
		r.last = r.amended(q.Unit)
	}
	if r.quote {
		return -1
	}
	return q.Unit
}

// amended is the text that the article around a unit amends: the one that its
// heading names, else the only one that the record names.
func (r *reading) amended(unit int) document {
	for unit >= 0 && r.doc.Units[unit].Kind != markup.KindArticle {
		unit = r.doc.Units[unit].Parent
	}
	if unit >= 0 {
		if r.heading != unit+1 {
			r.heading, r.headed = unit+1, r.namedIn(r.doc.Units[unit].Title)
		}
		if r.headed.known() {
			return r.headed
		}
	}
	if len(r.page.Legal.Amends) == 1 {
		return document{legal: r.page.Legal.Amends[0]}
	}
	return document{}
}

// namedIn is the document that a heading names, where it names one alone.
func (r *reading) namedIn(title string) document {
	var found document
	for _, m := range cite.Find([]byte(title), r.site.catalogue) {
		if m.Outcome != cite.Found || found.known() {
			return document{}
		}
		found = r.site.citable[m.ID]
	}
	if found.legal == r.page.Legal {
		return document{}
	}
	return found
}

// ordersChange reports words that change a unit of a law: "Bãi bỏ khoản 2",
// and not "Bổ sung hồ sơ theo khoản 2".
func ordersChange(html []byte) bool {
	const enough = 200 // bytes
	words := strings.ToLower(string(html[:min(len(html), enough)]))
	words = strings.NewReplacer("&nbsp;", " ", "\u00a0", " ", "\n", " ", "<strong>", "", "<em>", "", "</strong>", "", "</em>", "").Replace(words)
	words, ok := cutAny(words, "sửa đổi", "bổ sung", "bãi bỏ", "hủy bỏ", "huỷ bỏ", "thay thế", "thay", "bỏ")
	for more := ok; more; {
		words, more = cutAny(strings.TrimLeft(words, " ,"), "sửa đổi", "bổ sung", "bãi bỏ", "thay thế", "và", "cụm", "một số", "các", "tên", "tiêu đề", "đoạn", "thêm")
	}
	if !ok {
		return false
	}
	_, ok = cutAny(strings.TrimLeft(words, " ,"), "điều ", "khoản ", "điểm ", "chương ", "mục ", "phụ lục", "từ “", "từ \"", "từ &quot;", "từ &#34;", "mở đầu", "dẫn ", "cuối ", "thứ ")
	return ok
}

func cutAny(s string, prefixes ...string) (string, bool) {
	s = strings.TrimSpace(s)
	for _, p := range prefixes {
		if rest, ok := strings.CutPrefix(s, p); ok {
			return rest, true
		}
	}
	return s, false
}
