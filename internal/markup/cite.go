package markup

import (
	"github.com/yuin/goldmark/ast"

	"thonlanh/internal/cite"
)

// Passage is the inline content of one block that holds citations: a document
// keeps these places instead of what was read there. Reading them again costs
// little, keeping hundreds of thousands of citations does not.
type Passage struct {
	Start, End int32 // in HTML
	Unit       int32 // in whose words it stands, -1 for none
	Line       int32 // of its first line in the source
}

// words writes the inline content of a block and remembers where it holds
// citations. Headings are written without: nothing in them is linked.
func (b *builder) words(n ast.Node) {
	from := len(b.out)
	b.inlines(n)
	from = max(from, b.labelEnd)
	if !cite.Any(b.cites[:0], b.out[from:]) {
		return
	}
	line := 0
	if at := n.Pos(); at >= 0 {
		line = b.pos(at).Line
	} else if n.Lines() != nil && n.Lines().Len() > 0 {
		line = b.pos(n.Lines().At(0).Start).Line
	}
	b.doc.Passages = append(b.doc.Passages, Passage{int32(from), int32(len(b.out)), int32(b.unit), int32(line)})
}

// HasCites reports whether the text holds any citation, without opening a
// packed one.
func (d *Document) HasCites() bool { return len(d.Passages) > 0 }

// Quoted reports whether a unit stands in a text that another unit quotes, as
// an amending law does: what it says is said by the quoted text.
func (d *Document) Quoted(unit int) bool {
	for ; unit >= 0; unit = d.Units[unit].Parent {
		if d.Units[unit].quoted {
			return true
		}
	}
	return false
}
