package site

import (
	"bytes"
	"strings"

	"thonlanh/internal/cite"
	"thonlanh/internal/markup"
)

// In "Sửa đổi, bổ sung khoản 2 Điều 5 như sau" the words of an amending law
// mean the law that they amend, never their own Điều 5. So does what stands in
// a block of quotation.

// amending prepares the reading of one block of a legal text: it says which
// unit counts as the place of the words, and what bare units belong to.
func (r *reading) amending(block []byte, unit, at int) int {
	r.quote, r.orders = false, false
	if r.doc == nil || r.page.Legal == nil || !r.words.Verbatim {
		return unit
	}
	gap := r.html[r.passed:at]
	r.depth += bytes.Count(gap, []byte("<blockquote")) - bytes.Count(gap, []byte("</blockquote"))
	r.passed = at
	r.quote = r.depth > 0
	r.orders = !r.quote && ordersChange(block) && !r.text().Quoted(unit)
	switch {
	case r.quote:
		r.leanOn(r.amended(unit), at, -1)
		return -1
	case r.orders:
		r.leanOn(r.amended(unit), at, unit)
	}
	return unit
}

// amended is the text that the article around a unit amends: the one that its
// heading names, else the only one that the record names.
func (r *reading) amended(unit int) document {
	for unit >= 0 && r.text().Units[unit].Kind != markup.KindArticle {
		unit = r.text().Units[unit].Parent
	}
	if unit >= 0 {
		if r.heading != unit+1 {
			r.heading, r.headed = unit+1, r.namedIn(r.text().Units[unit].Title)
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
	if !mayOrder(html) {
		return false
	}
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

// mayOrder looks at the first letter: nearly every block begins otherwise.
func mayOrder(html []byte) bool {
	for len(html) > 0 {
		switch c := html[0]; {
		case c == '<':
			end := bytes.IndexByte(html, '>')
			if end < 0 {
				return false
			}
			html = html[end+1:]
		case c == ' ' || c == '\n' || c == '\t':
			html = html[1:]
		case bytes.HasPrefix(html, []byte("&nbsp;")):
			html = html[len("&nbsp;"):]
		default:
			return strings.IndexByte("SsBbHhTt\xc2", c) >= 0
		}
	}
	return false
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
