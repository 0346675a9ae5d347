package intake

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Lost is the error of an import that would have lost words. Nothing is
// written then; it is a fault of this program.
type Lost struct{ Words []string }

func (l *Lost) Error() string { return fmt.Sprintf("%d words lost: %v", len(l.Words), l.Words) }

// Message says what is wrong, in Vietnamese.
func (l *Lost) Message() string {
	return fmt.Sprintf("Bản nháp thiếu %d chữ so với tệp gốc (%s), nên không tệp nào được ghi.", len(l.Words), strings.Join(l.Words[:min(8, len(l.Words))], ", "))
}

// Hint says how to go on, in Vietnamese.
func (l *Lost) Hint() string {
	return "Đây là lỗi của chương trình, không phải của bạn. Hãy báo cho người làm chương trình, kèm tệp gốc nếu được. Trong lúc chờ, có thể chép tay văn bản vào tệp mà lệnh thonlanh new tạo ra."
}

// words counts the words of a document as it was read.
func (d *draft) words() map[string]int {
	n := map[string]int{}
	eachPara(d.blocks, func(p *para) { count(n, p.countable(), 1) })
	for _, x := range d.notes {
		count(n, plainSpans((&para{spans: x.spans}).spans), 1)
	}
	for _, x := range d.left {
		count(n, x.text, 1)
	}
	return n
}

// countable is the text of a paragraph as it will be written.
func (p *para) countable() string {
	var b strings.Builder
	b.WriteString(p.label + " ")
	for _, s := range p.spans {
		for _, r := range s.text {
			b.WriteRune(raised(r, s.raised))
		}
	}
	return b.String()
}

func count(n map[string]int, s string, by int) {
	for w := range strings.FieldsFuncSeq(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r) }) {
		if hasWord(w) { // and not only a mark that has lost its letter
			n[w] += by
		}
	}
}

// nothingLost looks for every word of the document in the draft, rendered as
// the portal will, and in the report.
func (d *draft) nothingLost(words map[string]int) error {
	have := map[string]int{}
	count(have, textOf(d.doc.HTML), 1)
	for _, t := range d.head.taken {
		count(have, t.text, 1)
	}
	for _, x := range d.left {
		count(have, x.text, 1)
	}
	for _, name := range d.names {
		if !d.opt.MayName(name) {
			count(have, name, len(d.masked)+1)
		}
	}
	for _, p := range d.dropped {
		count(have, p, 1)
	}
	var lost []string
	for w, n := range words {
		if have[w] < n {
			lost = append(lost, w)
		}
	}
	if len(lost) == 0 {
		return nil
	}
	slices.Sort(lost)
	return &Lost{lost}
}

// textOf is the text of HTML that markup wrote: no comments, no scripts, five
// entities.
func textOf(html string) string {
	var b strings.Builder
	for html != "" {
		i := strings.IndexByte(html, '<')
		if i < 0 {
			b.WriteString(html)
			break
		}
		b.WriteString(html[:i])
		end := strings.IndexByte(html[i:], '>')
		if end < 0 {
			break
		}
		tag := html[i+1 : i+end]
		if name := strings.TrimLeft(tag, "/"); !strings.HasPrefix(name, "strong") && !strings.HasPrefix(name, "em") && !strings.HasPrefix(name, "a ") && name != "a" && !strings.HasPrefix(name, "span") && !strings.HasPrefix(name, "abbr") {
			b.WriteByte(' ')
		}
		html = html[i+end+1:]
	}
	return norm.NFC.String(strings.NewReplacer("&amp;", "&", "&lt;", "<", "&gt;", ">", "&quot;", "\"", "&#34;", "\"", "&#39;", "'", "&nbsp;", " ").Replace(b.String()))
}
