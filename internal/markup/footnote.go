package markup

import (
	"strconv"

	"github.com/yuin/goldmark/ast"
	exast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"

	"thonlanh/internal/diag"
)

// footnote is one note at the foot of the text, in the order of reference.
type footnote struct {
	node *exast.Footnote
	id   string
	back string // id of the first reference to it
}

// collectFootnotes finds the notes and takes their ids before any heading can.
func (b *builder) collectFootnotes(root ast.Node) {
	var idle []*exast.Footnote
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		if n.Kind() != exast.KindFootnoteList {
			continue
		}
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			f, ok := c.(*exast.Footnote)
			switch {
			case !ok:
			case f.Index < 1:
				idle = append(idle, f)
			default:
				for len(b.footnotes) < f.Index {
					b.footnotes = append(b.footnotes, footnote{})
				}
				b.footnotes[f.Index-1].node = f
			}
		}
	}
	for _, f := range idle {
		b.footnotes = append(b.footnotes, footnote{node: f})
		b.problem(f.Pos(), diag.Note, "chu-thich-thua",
			"Chú thích này không được nhắc tới ở đâu trong bài.",
			"Ghi dấu của nó, ví dụ [^"+cut(string(f.Ref), 20)+"], vào chỗ cần chú thích, hoặc xóa chú thích đi.")
	}
	for i := range b.footnotes {
		b.footnotes[i].id, _ = b.unique("chu-thich-"+strconv.Itoa(i+1), "-")
	}
}

func (b *builder) footnoteLink(n *exast.FootnoteLink) {
	if n.Index < 1 || n.Index > len(b.footnotes) || b.inLink {
		return
	}
	f := &b.footnotes[n.Index-1]
	number := strconv.Itoa(n.Index)
	id, _ := b.unique(f.id+"-ve", "-")
	if f.back == "" {
		f.back = id
	}
	b.raw(`<sup><a class="so-chu-thich"`)
	b.safeAttr("href", "#"+f.id)
	b.safeAttr("id", id)
	b.safeAttr("aria-label", "Chú thích "+number)
	b.raw(">" + number + "</a></sup>")
}

// writeFootnotes writes the notes at the end of the text.
func (b *builder) writeFootnotes() {
	if len(b.footnotes) == 0 {
		return
	}
	b.raw("<section class=\"chu-thich\" aria-label=\"Chú thích\">\n<ol>\n")
	for i := range b.footnotes {
		f := &b.footnotes[i]
		b.raw("<li")
		b.safeAttr("id", f.id)
		b.raw(">")
		if f.node != nil {
			b.blocks(f.node)
		}
		if f.back != "" {
			b.raw(`<a class="ve"`)
			b.safeAttr("href", "#"+f.back)
			b.safeAttr("aria-label", "Về chỗ có chú thích "+strconv.Itoa(i+1))
			b.raw(">Về chỗ đọc</a>")
		}
		b.raw("</li>\n")
	}
	b.raw("</ol>\n</section>\n")
}

// lintReferences reports link definitions that no link uses: Markdown hides
// them, and a line like "[Ghi chú]: gấp" would be gone without a word.
func (b *builder) lintReferences(root ast.Node) {
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		if n.Type() == ast.TypeInline {
			return ast.WalkSkipChildren, nil
		}
		if d, ok := n.(*ast.LinkReferenceDefinition); ok && !b.references[util.ToLinkReference(d.Label)] {
			b.problem(max(0, d.Pos()), diag.Block, "dinh-nghia-thua",
				"Markdown coi dòng này là định nghĩa một liên kết và giấu nó đi, nhưng không chỗ nào dùng liên kết ấy.",
				"Nếu đây là chữ của bài thì viết \\[ thay cho [ ở đầu dòng. Nếu là liên kết thì viết [chữ](địa chỉ).")
		}
		return ast.WalkContinue, nil
	})
}
