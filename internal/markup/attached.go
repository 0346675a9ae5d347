package markup

import (
	"bytes"
	"strings"
	"unicode"

	"thonlanh/internal/viet"
)

// A decision often issues a second text that stands below its signature and
// counts from Article 1 again: a regulation, a plan, a project. Such a text is
// a unit that holds its own articles and annexes. It is written as a heading
// with one #, or is known by the line that every such text carries below its
// title: "(Ban hành kèm theo Quyết định số …)".

// attachedLook is how many blocks below a title are looked at for that line.
const attachedLook = 5

// attach makes a label of the title of each attached text. The first unit or
// closing must stand before it: a text that heads its page is the page's own.
func (w *clauseWriter) attach() {
	begun := false
	for i := range w.items {
		it := &w.items[i]
		switch {
		case it.labelled && it.label.kind < KindRoman || it.lines > 0 && it.heading == nil && (isRecipients(it.line) || isAuthority(it.line)):
			begun = true
		case !begun || it.heading == nil || it.labelled || it.lines == 0:
		case it.heading.Level == 1 || saysAttached(it.all) || w.isAttached(i):
			l := label{kind: KindAttached}
			l.start = skipEmphasis(it.line, skipBlank(it.line, 0))
			if l.end = l.start + AttachedWord(string(it.line[l.start:])); l.end == l.start {
				l.end += firstWord(it.line[l.start:])
			}
			it.label, it.labelled = l, l.end > l.start
		}
		begun = begun || it.labelled && it.label.kind == KindArticle
	}
}

// firstWord is the length of the letters at the head of a line.
func firstWord(s []byte) int {
	n := bytes.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) })
	if n < 0 {
		n = len(s)
	}
	if n > 60 {
		return 0
	}
	return n
}

// isAttached reports whether a title names a kind of text and the line that
// says to what it is attached stands below.
func (w *clauseWriter) isAttached(i int) bool {
	it := &w.items[i]
	if AttachedWord(string(bytes.TrimLeft(it.line, " *_"))) == 0 {
		return false
	}
	for j := i + 1; j < len(w.items) && j <= i+attachedLook; j++ {
		next := &w.items[j]
		switch {
		case next.lines == 0 || next.labelled:
			return false
		case saysAttached(next.all):
			return true
		}
	}
	return false
}

// saysAttached reports whether a line says to what a text is attached.
func saysAttached(s []byte) bool {
	at := bytes.IndexByte(s, '(')
	if at < 0 || len(s)-at > 2000 {
		return false
	}
	f := strings.Join(strings.Fields(viet.Fold(string(s[at+1:]))), " ")
	return hasAnyPrefix(f, "ban hanh kem theo", "kem theo", "duoc ban hanh kem theo", "phe duyet kem theo", "duoc phe duyet kem theo")
}

// AttachedWord is the length of the kind of text at the head of a title that
// may be attached to another: "QUY CHẾ", "Đề án"; 0 for any other words.
func AttachedWord(title string) int {
	for _, word := range [...]string{
		"quy chế phối hợp", "quy chế", "quy định", "đề án", "phương án", "kế hoạch", "chương trình", "điều lệ", "nội quy", "quy trình", "quy ước", "hương ước",
		"dự án", "chiến lược", "hướng dẫn", "bộ tiêu chí", "tiêu chí", "danh mục", "danh sách", "bảng phân công", "biểu mẫu", "mẫu phiếu", "định mức", "quy chuẩn",
	} {
		if len(title) < len(word) || !strings.EqualFold(title[:len(word)], word) {
			continue
		}
		if rest := title[len(word):]; rest == "" || strings.ContainsAny(rest[:1], " \t\n*_:(") {
			return len(word)
		}
	}
	return 0
}

// attachedName is what a citation calls an attached text: "Quy chế kèm theo".
func attachedName(word string, n int) string {
	name := "Văn bản"
	if AttachedWord(word) > 0 {
		name = viet.UpperFirst(strings.ToLower(word))
	}
	name += " kèm theo"
	if n > 1 {
		name += " thứ " + itoa(n)
	}
	return name
}
