package markup

import (
	"github.com/yuin/goldmark/ast"

	"thonlanh/internal/diag"
	"thonlanh/internal/viet"
)

const leadMax = 200

// prose writes an ordinary page: headings with ids from their words, and
// sections between the headings of the second level.
func (b *builder) prose(root ast.Node) {
	d := b.doc
	d.Sections = []Section{{Line: b.pos(0).Line}}
	last := 1 // level of the heading before, as the author counts
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		if at := n.Pos(); at >= 0 {
			b.excessBefore(at)
		}
		h, ok := n.(*ast.Heading)
		if !ok {
			b.lead(n)
			b.block(n)
			continue
		}
		b.lintHeading(h)
		if h.Level > last+1 && last > 0 {
			b.problem(h.Pos(), diag.Block, "tieu-de-nhay-cap",
				"Tiêu đề này nhảy cấp: có "+itoa(h.Level)+" dấu # trong khi ở đây nhiều nhất là "+itoa(last+1)+".",
				"Dùng ## cho tiêu đề lớn, ### cho tiêu đề nhỏ ngay dưới nó; người dùng máy đọc dựa vào thứ tự này để tìm đường trong bài.")
		}
		last = max(h.Level, 2) // a refused # counts as ##
		start := len(b.out)
		id, text := b.proseHeading(h)
		if h.Level <= 2 {
			d.Sections[len(d.Sections)-1].End = start
			d.Sections = append(d.Sections, Section{ID: id, Title: text, Start: len(b.out), Line: b.pos(h.Pos()).Line})
		}
	}
	b.excessBefore(len(b.text) + 1)
	b.writeFootnotes()
	d.Sections[len(d.Sections)-1].End = len(b.out)
}

func (b *builder) proseHeading(h *ast.Heading) (id, text string) {
	text = plainText(h, b.text)
	slug := viet.Slug(text)
	if slug == "" {
		slug = "muc"
	}
	id, _ = b.unique(slug, "-")
	level := min(6, max(h.Level, 2)-2+b.opt.BaseHeading)
	tag := "h" + itoa(level)
	b.raw("<" + tag)
	b.safeAttr("id", id)
	b.raw(">")
	b.tagInBlock = false
	b.inlines(h)
	b.raw("</" + tag + ">\n")
	b.doc.Headings = append(b.doc.Headings, Heading{Level: level, ID: id, Text: text, Line: b.pos(h.Pos()).Line})
	return id, text
}

// lintHeading holds what every mode asks of a heading.
func (b *builder) lintHeading(h *ast.Heading) {
	if h.Level == 1 {
		b.problem(h.Pos(), diag.Block, "tieu-de-cap-1",
			"Tiêu đề bắt đầu bằng một dấu # là tên của cả trang; tên trang đã lấy từ phần khai đầu tệp.",
			"Xóa dòng này nếu nó lặp lại tên trang; nếu là tiêu đề trong bài thì viết ## thay cho #. Một dấu # chỉ dùng cho tên văn bản kèm theo, đứng sau các điều, mục của văn bản chính.")
	}
	if !h.HasChildren() {
		b.problem(h.Pos(), diag.Block, "tieu-de-trong",
			"Tiêu đề này không có chữ nào.",
			"Viết chữ sau các dấu #, hoặc xóa dòng này.")
	}
}

// lead keeps the first paragraph that says something: not a title in bold or
// capitals, not the legal bases that open an official text.
func (b *builder) lead(n ast.Node) {
	if b.doc.Lead != "" || n.Kind() != ast.KindParagraph {
		return
	}
	if e, ok := n.FirstChild().(*ast.Emphasis); ok && n.ChildCount() == 1 && e.Level == 2 {
		return
	}
	text := plainText(n, b.text)
	if text == "" || allCaps([]byte(text)) || hasAnyPrefix(text, "Căn cứ ", "Theo đề nghị ", "Xét đề nghị ", "Nơi nhận") {
		return
	}
	b.doc.Lead = cut(text, leadMax)
}
