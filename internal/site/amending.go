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
	html, ok := mayOrder(html)
	if !ok {
		return false
	}
	const enough = 200 // bytes
	words := orderWords.Replace(strings.ToLower(string(html[:min(len(html), enough)])))
	words, ok = cutAny(words, "sửa đổi", "bổ sung", "bãi bỏ", "hủy bỏ", "huỷ bỏ", "thay thế", "thay", "bỏ")
	for more := ok; more; {
		words, more = cutAny(strings.TrimLeft(words, " ,"), "sửa đổi", "bổ sung", "bãi bỏ", "thay thế", "và", "cụm", "một số", "các", "tên", "tiêu đề", "đoạn", "thêm")
	}
	if !ok {
		return false
	}
	_, ok = cutAny(strings.TrimLeft(words, " ,"), "điều ", "khoản ", "điểm ", "chương ", "mục ", "phụ lục", "từ “", "từ \"", "từ &quot;", "từ &#34;", "mở đầu", "dẫn ", "cuối ", "thứ ")
	return ok
}

// orderWords leaves of HTML what the words of an order are looked for in.
var orderWords = strings.NewReplacer("&nbsp;", " ", "\u00a0", " ", "\n", " ", "<strong>", "", "<em>", "", "</strong>", "", "</em>", "")

// mayOrder looks at the first letters: nearly every block begins otherwise. It
// gives the words from there on.
func mayOrder(html []byte) ([]byte, bool) {
	for len(html) > 2 {
		switch c := html[0]; {
		case c == '<':
			end := bytes.IndexByte(html, '>')
			if end < 0 {
				return nil, false
			}
			html = html[end+1:]
		case c == ' ' || c == '\n' || c == '\t':
			html = html[1:]
		case c == 0xc2 && html[1] == 0xa0:
			html = html[2:]
		case bytes.HasPrefix(html, []byte("&nbsp;")):
			html = html[len("&nbsp;"):]
		default:
			next := html[1]
			switch c | 0x20 {
			case 's': // sửa
				return html, next == 0xe1
			case 'b': // bổ, bãi, bỏ
				return html, next == 0xe1 || next == 0xc3
			case 'h': // hủy, huỷ
				return html, next == 0xe1 || next|0x20 == 'u'
			case 't': // thay
				return html, next|0x20 == 'h' && html[2]|0x20 == 'a'
			}
			return nil, false
		}
	}
	return nil, false
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
