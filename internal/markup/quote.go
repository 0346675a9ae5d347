package markup

import (
	"bytes"
	"unicode/utf8"

	"thonlanh/internal/diag"
)

// quotes finds where a quotation of several paragraphs ends. An amending law
// quotes whole articles; their units hang under the unit that quotes them.
type quotes struct {
	end    int   // last item of the open quotation
	depth  []int // quotation marks open after each item
	lowest []int // the least depth from each item on
}

// openQuote opens the quotation that item i begins, and reports whether it
// does.
func (w *clauseWriter) openQuote(i int) bool {
	it := &w.items[i]
	if !it.label.quoted || w.floor > 1 || len(w.stack) == 1 {
		return false
	}
	q := &w.quote
	if q.depth == nil {
		q.measure(w.items)
	}
	before := 0
	if i > 0 {
		before = q.depth[i-1]
	}
	q.end = i
	if q.lowest[i] > before {
		w.problem(it.at, diag.Note, "trich-dan-ho",
			"Đoạn trích mở bằng dấu ngoặc kép ở đây mà không thấy dấu đóng.",
			"Thêm dấu ” vào cuối đoạn trích, để các điều, khoản phía sau không bị hiểu là một phần của nó.")
	} else {
		for q.depth[q.end] > before {
			q.end++
		}
	}
	w.floor = len(w.stack)
	return true
}

func (q *quotes) measure(items []item) {
	q.depth = make([]int, len(items))
	q.lowest = make([]int, len(items))
	depth := 0
	for i := range items {
		depth += quoteBalance(&items[i])
		q.depth[i] = depth
	}
	for i := len(items) - 1; i >= 0; i-- {
		q.lowest[i] = q.depth[i]
		if i+1 < len(items) {
			q.lowest[i] = min(q.lowest[i], q.lowest[i+1])
		}
	}
}

// quoteBalance is the number of quotation marks that an item opens and leaves
// open. Straight marks count only where they open or close a paragraph.
func quoteBalance(it *item) int {
	n := bytes.Count(it.all, []byte("“")) - bytes.Count(it.all, []byte("”"))
	if bytes.IndexByte(it.all, '"') < 0 || bytes.Count(it.all, []byte{'"'})%2 == 0 {
		return n
	}
	if bytes.TrimLeft(it.all, " *_")[0] == '"' {
		return n + 1
	}
	if r, _ := utf8.DecodeLastRune(bytes.TrimRight(it.all, " \t\n*_.;,")); r == '"' {
		return n - 1
	}
	return n
}
