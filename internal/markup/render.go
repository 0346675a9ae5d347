package markup

import (
	"strconv"

	"github.com/yuin/goldmark/ast"
	exast "github.com/yuin/goldmark/extension/ast"

	"thonlanh/internal/cite"
	"thonlanh/internal/diag"
)

// span is a stretch of the text, by offsets.
type span struct{ start, end int }

// builder writes one Document from goldmark's tree in a single walk.
type builder struct {
	src      *diag.Source
	body     int
	opt      Options
	text     []byte // what goldmark read: the text with its excesses blanked
	original []byte
	excesses []excess
	state    *blockState
	doc      *Document
	list     diag.List

	out         []byte
	items       []item // of a plan or legal text
	grownUnits  []Unit // where those of the document grow, and its blocks
	grownBlocks []Block
	run         []byte // text gathered for the next flush
	used        map[string]int

	label      span  // the label of the unit being written, until it is met
	labelEnd   int   // where in out the last label ended
	unit       int   // the unit being written, -1 for none
	slips      []int // slips not yet found
	breaks     bool  // lines stay lines: in a signature
	inLink     bool
	tagInBlock bool
	tables     int
	footnotes  []footnote
	references map[string]bool // labels of link references in use
	indentOK   map[int]bool
	repeats    map[string]int
	cites      []cite.Citation // room for those of one block
}

func (b *builder) raw(s string) { b.out = append(b.out, s...) }

// safeAttr writes an attribute whose value is the program's own and needs no
// escaping.
func (b *builder) safeAttr(name, value string) {
	b.out = append(b.out, ' ')
	b.out = append(b.out, name...)
	b.out = append(b.out, '=', '"')
	b.out = append(b.out, value...)
	b.out = append(b.out, '"')
}

// unique gives an id that no other element of the text has: base, else base
// followed by join and the lowest free number from 2.
func (b *builder) unique(base, join string) (id string, repeated bool) {
	n, taken := b.used[base]
	if !taken {
		b.used[base] = 1
		return base, false
	}
	for {
		n++
		id = base + join + strconv.Itoa(n)
		if _, taken := b.used[id]; !taken {
			b.used[base] = n
			b.used[id] = 1
			return id, true
		}
	}
}

// blocks writes the children of a container.
func (b *builder) blocks(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		b.block(c)
	}
}

// block writes one block that is neither a unit nor a heading of the page.
func (b *builder) block(n ast.Node) {
	b.tagInBlock = false
	switch n := n.(type) {
	case *ast.Paragraph:
		b.paragraph(n, "")
	case *ast.TextBlock:
		b.words(n)
		b.raw("\n")
	case *ast.Heading:
		// A heading in a quotation or a list is no part of the outline.
		b.raw("<p><strong>")
		b.inlines(n)
		b.raw("</strong></p>\n")
	case *ast.Blockquote:
		b.raw("<blockquote>\n")
		b.blocks(n)
		b.raw("</blockquote>\n")
	case *ast.List:
		b.listBlock(n)
	case *ast.FencedCodeBlock:
		b.raw(`<pre tabindex="0"><code>`)
		for i := range n.Lines().Len() {
			line := n.Lines().At(i)
			b.run = append(b.run, line.Value(b.text)...)
		}
		b.flush()
		b.raw("</code></pre>\n")
	case *ast.ThematicBreak:
		b.raw("<hr>\n")
	case *exast.Table:
		b.table(n)
	case *exast.FootnoteList, *ast.LinkReferenceDefinition:
		// Footnotes are written at the end; definitions are no text.
	default:
		b.blocks(n)
	}
}

// paragraph writes a paragraph; a picture that stands alone and has a title
// is a figure with that title below it.
func (b *builder) paragraph(n ast.Node, class string) {
	if img, ok := n.FirstChild().(*ast.Image); ok && n.ChildCount() == 1 && len(img.Title) > 0 {
		b.raw("<figure>")
		b.image(img, nil)
		b.raw("<figcaption>")
		b.run = appendUnescaped(b.run, img.Title)
		b.flush()
		b.raw("</figcaption></figure>\n")
		return
	}
	b.raw("<p")
	if class != "" {
		b.safeAttr("class", class)
	}
	b.raw(">")
	b.words(n)
	b.raw("</p>\n")
}

func (b *builder) listBlock(n *ast.List) {
	tag := "ul"
	if n.IsOrdered() {
		tag = "ol"
	}
	b.raw("<" + tag)
	if n.IsOrdered() && n.Start != 1 {
		b.safeAttr("start", strconv.Itoa(n.Start))
	}
	b.raw(">\n")
	number := n.Start
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		b.raw("<li")
		if n.IsOrdered() {
			if printed, ok := b.printedNumber(item); ok && printed != number {
				b.problem(item.Pos(), diag.Block, "danh-sach-doi-so",
					"Mục này ghi số "+strconv.Itoa(printed)+" nhưng trong danh sách nó sẽ thành số "+strconv.Itoa(number)+".",
					"Đánh số liền nhau từ trên xuống. Nếu phải giữ nguyên số đã in thì viết \\. thay cho dấu chấm, ví dụ “"+strconv.Itoa(printed)+"\\. …”.")
				b.safeAttr("value", strconv.Itoa(printed))
				number = printed
			}
			number++
		}
		b.raw(">")
		b.blocks(item)
		b.raw("</li>\n")
	}
	b.raw("</" + tag + ">\n")
}

// printedNumber reads the number that the author typed before a list item.
func (b *builder) printedNumber(item ast.Node) (int, bool) {
	at := item.Pos()
	if at < 0 {
		return 0, false
	}
	num, digits := 0, 0
	for ; at < len(b.text) && isDigit(b.text[at]) && digits < 9; at++ {
		num = num*10 + int(b.text[at]-'0')
		digits++
	}
	return num, digits > 0
}

func (b *builder) table(n *exast.Table) {
	b.tables++
	name := "Bảng"
	if b.tables > 1 {
		name += " " + strconv.Itoa(b.tables)
	}
	b.raw(`<div class="bang" tabindex="0" role="region"`)
	b.safeAttr("aria-label", name)
	b.raw("><table>\n<thead>\n")
	body := false
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		_, head := row.(*exast.TableHeader)
		if !head && !body {
			b.raw("</thead>\n<tbody>\n")
			body = true
		}
		b.lintRow(row, len(n.Alignments))
		b.raw("<tr>")
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			b.cell(cell, head)
		}
		b.raw("</tr>\n")
	}
	if body {
		b.raw("</tbody>\n</table></div>\n")
	} else {
		b.raw("</thead>\n</table></div>\n")
	}
}

func (b *builder) cell(cell ast.Node, head bool) {
	tag := "td"
	if head && cell.HasChildren() {
		tag = "th"
	}
	b.raw("<" + tag)
	if tag == "th" {
		b.safeAttr("scope", "col")
	}
	if c, ok := cell.(*exast.TableCell); ok {
		switch c.Alignment {
		case exast.AlignRight:
			b.safeAttr("class", "phai")
		case exast.AlignCenter:
			b.safeAttr("class", "giua")
		}
	}
	b.raw(">")
	if head {
		b.inlines(cell)
	} else {
		b.words(cell)
	}
	b.raw("</" + tag + ">")
}

// excessBefore shows the stretches that were kept from goldmark and stand
// before an offset.
func (b *builder) excessBefore(offset int) {
	for len(b.excesses) > 0 && b.excesses[0].start < offset {
		e := b.excesses[0]
		b.excesses = b.excesses[1:]
		b.raw(`<p class="nguyen-van">`)
		b.out = appendEscaped(b.out, b.original[e.start:e.end])
		b.raw("</p>\n")
	}
}
