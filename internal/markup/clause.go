package markup

import (
	"bytes"
	"slices"

	"github.com/yuin/goldmark/ast"

	"thonlanh/internal/diag"
	"thonlanh/internal/viet"
)

// clauseWriter writes a plan or a legal text: each labelled block opens a
// unit, and whatever follows without a label belongs to the unit that is open.
type clauseWriter struct {
	*builder
	stack []frame // open units, outermost first; the text itself is stack[0]
	floor int     // frames that no unit may close: a quotation keeps its own
	quote quotes

	blockStart int
	attached   int  // texts attached so far
	address    bool // the lines that say to whom a letter goes
	zone       zone
	small      bool // paragraphs begin with a small letter as a habit
	ended      bool // "./." has been met
	broken     int  // the item before, if it ends in the middle of a sentence; else -1
	owed       bool // the unit's mark waits for the end of its broken sentence
}

// unitHTML is about what the element and the mark of a unit add to its text.
const unitHTML = 240

func (b *builder) clauses(root ast.Node) {
	w := &clauseWriter{builder: b, stack: []frame{{unit: -1, rank: -1}}, floor: 1, quote: quotes{end: -1}, broken: -1}
	units, paragraphs, small := 0, 0, 0
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		w.items = append(w.items, b.item(n))
		switch it := &w.items[len(w.items)-1]; {
		case it.labelled:
			units++
		case it.lines > 0 && it.heading == nil:
			paragraphs++
			if startsLower(it.line) {
				small++
			}
		}
	}
	w.small = SmallLetters(paragraphs, small)
	w.attach()
	b.doc.Units, b.doc.Blocks = slices.Grow(b.grownUnits, units), b.grownBlocks
	b.out = slices.Grow(b.out, units*unitHTML)
	for i := 0; i < len(w.items); i++ {
		if at := w.items[i].node.Pos(); at >= 0 && len(b.excesses) > 0 && b.excesses[0].start < at {
			b.excessBefore(at)
			w.broken = -1
		}
		i += w.write(i)
	}
	b.excessBefore(len(b.text) + 1)
	w.enter(inBody)
	if len(b.footnotes) > 0 {
		w.setUnit(-1)
		b.writeFootnotes()
	}
	w.cutBlock()
}

// write writes item i and says how many further items it took.
func (w *clauseWriter) write(i int) (taken int) {
	it := &w.items[i]
	if w.floor > 1 && i > w.quote.end {
		w.stack, w.floor = w.stack[:w.floor], 1
	}
	switch {
	case w.closing(it):
	case w.addressed(it):
		w.writeText(i)
	case it.labelled && w.opens(it):
		return w.writeUnit(i)
	case it.heading != nil && w.floor == 1:
		w.writeHeading(it)
	default:
		w.writeText(i)
	}
	return 0
}

// opens reports whether a label opens a unit here. In a law, what comes before
// the first article or chapter is the preamble, and its dashes are only dashes.
// Letters of great parts are those of an attached plan or of an annex there.
func (w *clauseWriter) opens(it *item) bool {
	if it.label.great && w.opt.Mode == Law {
		return w.scopeID(false) != "" && !w.inArticle()
	}
	return w.opt.Mode == Plan || len(w.stack) > 1 || it.label.kind <= KindArticle
}

func (w *clauseWriter) top() *frame { return &w.stack[len(w.stack)-1] }

func (w *clauseWriter) setUnit(unit int) {
	if unit != w.unit {
		w.cutBlock()
		w.unit = unit
	}
}

func (w *clauseWriter) cutBlock() {
	if end := len(w.out); end > w.blockStart {
		w.doc.Blocks = append(w.doc.Blocks, Block{Unit: w.unit, Start: w.blockStart, End: end})
		w.blockStart = end
	}
}

// writeUnit opens the unit of item i and writes its element. A chapter takes
// its title from the next item where its own line holds none.
func (w *clauseWriter) writeUnit(i int) (taken int) {
	it := &w.items[i]
	quoting := w.openQuote(i)
	heading := w.isHeading(i)
	w.setUnit(w.open(it, heading, quoting))
	unit := &w.doc.Units[w.unit]

	var title ast.Node
	if heading && unit.Kind <= KindSubsection && it.bare() && w.isTitle(i+1) {
		title = w.items[i+1].node
		taken = 1
	}
	tag := "p"
	if heading {
		tag = "h" + itoa(w.top().level)
	}
	w.tagInBlock = false
	w.raw("<" + tag)
	w.safeAttr("class", unit.Kind.Class())
	w.safeAttr("id", unit.ID)
	w.raw(">")
	w.label = span{it.at + it.label.start, it.at + it.label.end}
	w.breaks = unit.Kind <= KindSubsection // the title stands below the label, as printed
	if heading {
		w.inlines(it.node)
	} else {
		w.words(it.node)
	}
	w.breaks, w.label = false, span{}
	if title != nil {
		w.raw("<br>")
		w.inlines(title)
	}
	w.owed = !heading && w.continues(i+1)
	if !w.owed {
		w.permalink()
	}
	w.raw("</" + tag + ">\n")

	if heading {
		unit.Title = w.titleOf(it, title)
		w.doc.Headings = append(w.doc.Headings, Heading{
			Level: w.top().level, ID: unit.ID, Text: spaced(unit.Label, unit.Title), Line: unit.Pos.Line,
		})
		if it.heading != nil && unit.Kind != KindAttached {
			w.lintHeading(it.heading)
		}
	} else {
		w.lead(it.node)
	}
	w.ending(i, heading)
	return taken
}

// permalink ends a unit. Nothing in it needs escaping: ids and citations are
// made of letters, digits and hyphens.
func (w *clauseWriter) permalink() {
	w.raw(`&nbsp;<a class="neo" href="#`)
	w.raw(w.doc.Units[w.unit].ID)
	w.raw(`" aria-label="Liên kết tới `)
	w.out = appendCite(w.out, w.doc.Units, w.unit, true)
	w.raw(`">§</a>`)
}

// titleOf is the words of a heading without its label.
func (w *clauseWriter) titleOf(it *item, more ast.Node) string {
	title := plainText(it.node, w.text)
	label := string(it.line[it.label.start:it.label.end])
	if at := bytes.Index([]byte(title), []byte(label)); at >= 0 {
		title = title[at+len(label):]
	}
	if more != nil {
		title += " " + plainText(more, w.text)
	}
	return cut(string(bytes.TrimLeft([]byte(title), " -–:")), titleMax)
}

// isHeading decides by what a labelled item says, not by how it was typed: the
// same words make the same page as a Markdown heading and as a plain line.
func (w *clauseWriter) isHeading(i int) bool {
	it := &w.items[i]
	kind := it.label.kind
	switch {
	case w.floor > 1 || kind >= KindDash || kind == KindItem:
		return false
	case it.label.great && it.heading == nil && !it.bare():
		return it.runes() <= articleTitleMax && (!it.endsSentence() || bytes.HasSuffix(bytes.TrimRight(it.last, " \t\n*_"), []byte(":")))
	case it.heading != nil || kind <= KindSubsection || it.bare():
		return it.heading != nil || kind <= KindArticle
	case kind == KindRoman:
		return it.runes() <= numberTitleMax || it.runes() <= articleTitleMax && !it.endsSentence()
	case kind == KindArticle:
		return it.runes() <= articleTitleMax && !it.endsSentence()
	case kind == KindNumber:
		return !w.inArticle() && w.isTitled(i)
	}
	return false
}

// isTitled reports whether a number heads what follows, like "2. Công an xã",
// and is not a sentence of its own.
func (w *clauseWriter) isTitled(i int) bool {
	it := &w.items[i]
	if it.lines != 1 || it.bare() || it.runes() > numberTitleMax || it.endsSentence() || i+1 >= len(w.items) {
		return false
	}
	next := &w.items[i+1]
	switch {
	case next.lines == 0:
		return true
	case next.labelled:
		return next.label.rank() > it.label.rank()
	}
	return next.heading == nil && !startsLower(next.line) && !isRecipients(next.line) && !isAuthority(next.line)
}

// isTitle reports whether item i can be the title of the chapter before it.
func (w *clauseWriter) isTitle(i int) bool {
	if i >= len(w.items) {
		return false
	}
	it := &w.items[i]
	if it.lines == 0 || it.labelled {
		return false
	}
	if it.heading != nil {
		return true
	}
	return it.lines <= 3 && it.runes() <= titleMax && it.line[0] != '(' && !it.endsSentence() && startsUpper(it.line) &&
		!isRecipients(it.line) && !isAuthority(it.line)
}

// writeHeading writes a heading without a label. It closes the units of
// headings that are not above it.
func (w *clauseWriter) writeHeading(it *item) {
	for len(w.stack) > w.floor && (w.top().typed == 0 || w.top().typed >= it.heading.Level) {
		w.stack = w.stack[:len(w.stack)-1]
	}
	w.setUnit(w.top().unit)
	w.lintHeading(it.heading)
	text := plainText(it.heading, w.text)
	slug := viet.Slug(text)
	if slug == "" {
		slug = "phan"
	}
	id, _ := w.unique(slug, "-")
	level := w.nextLevel()
	tag := "h" + itoa(level)
	w.tagInBlock = false
	w.raw("<" + tag)
	w.safeAttr("id", id)
	w.raw(">")
	w.inlines(it.heading)
	w.raw("</" + tag + ">\n")
	w.doc.Headings = append(w.doc.Headings, Heading{Level: level, ID: id, Text: text, Line: w.pos(it.heading.Pos()).Line})
	w.broken = -1
}

// writeText writes a block without a label: the rest of the unit that is open.
func (w *clauseWriter) writeText(i int) {
	it := &w.items[i]
	w.setUnit(w.top().unit)
	if w.broken >= 0 && w.continues(i) {
		w.problem(it.at, diag.Note, "doan-dut",
			"Đoạn trên (dòng "+itoa(w.pos(w.items[i-1].at).Line)+") chưa hết câu mà đoạn này (dòng "+itoa(w.pos(it.at).Line)+
				") bắt đầu bằng chữ thường: có lẽ một câu bị ngắt đôi khi sang trang.",
			"Nếu bản gốc là một đoạn thì xóa dòng trống ở giữa. Chữ của văn bản không bị thay đổi.")
	}
	if listLike(w.top().rank) && it.lines > 0 {
		w.allowIndent(it)
	}
	if it.heading == nil {
		w.lead(it.node)
	}
	w.tagInBlock = false
	switch {
	case it.lines == 0 || it.heading != nil:
		w.block(it.node)
	case w.owed:
		w.raw(`<p class="tiep">`)
		w.words(it.node)
		if w.owed = w.continues(i + 1); !w.owed {
			w.permalink()
		}
		w.raw("</p>\n")
	case w.unit >= 0:
		w.paragraph(it.node, "tiep")
	default:
		w.paragraph(it.node, "")
	}
	w.ending(i, it.lines == 0)
}

// allowIndent says that the indent of an item hides nothing: Markdown would
// read it as the rest of a list.
func (w *clauseWriter) allowIndent(it *item) {
	if len(w.state.indented) > 0 {
		w.indentOK[it.node.Pos()] = true
	}
}

// continues reports whether item i goes on with the sentence of the item
// before, as where a page ended in the middle of a paragraph.
func (w *clauseWriter) continues(i int) bool {
	if i < 1 || i >= len(w.items) {
		return false
	}
	before, it := &w.items[i-1], &w.items[i]
	return before.lines > 0 && !before.bold() && it.lines > 0 && it.heading == nil && !it.labelled &&
		goesOn(before.last, it.line, w.small) && w.quoteHolds(i)
}

// quoteHolds reports whether item i stands in the same quotation, or lack of
// one, as the item before.
func (w *clauseWriter) quoteHolds(i int) bool { return w.floor == 1 || i <= w.quote.end }

// ending keeps how an item ended: in the middle of a sentence, or with the
// mark that closes an official text.
func (w *clauseWriter) ending(i int, heading bool) {
	w.broken = -1
	it := &w.items[i]
	if it.lines == 0 {
		return
	}
	s := bytes.TrimRight(it.last, " \t\n*_")
	if bytes.HasSuffix(s, []byte("./.")) {
		w.ended = true
	}
	if !heading && endsOpen(it.last) && !it.bold() {
		w.broken = i
	}
}

// closing writes the recipients and the signature and reports whether it took
// the item.
func (w *clauseWriter) closing(it *item) bool {
	plain := it.heading == nil && it.lines > 0
	switch {
	case plain && isRecipients(it.line):
		w.enter(inRecipients)
	case plain && (isAuthority(it.line) || (w.ended || w.zone == inRecipients) && isOffice(it.line)):
		w.enter(inSignature)
	case w.zone == inBody:
		return false
	case it.heading != nil, it.labelled && it.label.kind <= KindArticle:
		w.enter(inBody)
		return false
	}
	if plain {
		w.allowIndent(it)
	}
	w.breaks = w.zone == inSignature
	w.block(it.node)
	w.breaks = false
	return true
}

// enter moves to a zone. The closing blocks belong to no unit, and each is
// whole within one block of the document.
func (w *clauseWriter) enter(z zone) {
	if z == w.zone {
		return
	}
	if w.zone != inBody {
		w.raw("</div>\n")
	} else {
		w.stack, w.floor = w.stack[:1], 1
		w.setUnit(-1)
	}
	if z != inBody {
		w.raw(`<div class="` + z.class() + "\">\n")
	}
	w.zone, w.ended, w.broken = z, false, -1
}
