package markup

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
)

// Above these lengths, in characters, a labelled line is running text and not
// a heading; titles are kept no longer.
const (
	articleTitleMax = 250
	numberTitleMax  = 120
	titleMax        = 200
)

// item is one block at the top level of a plan or legal text. Only paragraphs
// and headings with words in them have lines.
type item struct {
	node     ast.Node
	heading  *ast.Heading
	line     []byte // the first line
	last     []byte // the last line
	all      []byte // from the first line to the last
	at       int    // offset of the first line
	lines    int
	label    label
	labelled bool
}

func (b *builder) item(n ast.Node) item {
	it := item{node: n}
	it.heading, _ = n.(*ast.Heading)
	if it.heading == nil && n.Kind() != ast.KindParagraph || n.Lines().Len() == 0 {
		return it
	}
	it.lines = n.Lines().Len()
	first, last := n.Lines().At(0), n.Lines().At(it.lines-1)
	it.line, it.last = b.text[first.Start:first.Stop], b.text[last.Start:last.Stop]
	it.all, it.at = b.text[first.Start:last.Stop], first.Start
	it.label, it.labelled = scanLabel(it.line, b.opt.Mode, b.state.fashion, it.heading != nil)
	return it
}

// bare reports whether nothing follows the label.
func (it *item) bare() bool {
	return it.lines == 1 && len(bytes.Trim(it.line[it.label.end:], " \t\n*_")) == 0
}

// bold reports whether the whole item is bold, as a title is that nobody marked
// as a heading.
func (it *item) bold() bool {
	s := bytes.TrimSpace(it.all)
	return len(s) > 4 && bytes.HasPrefix(s, []byte("**")) && bytes.HasSuffix(s, []byte("**")) && bytes.Count(s, []byte("**")) == 2
}

func (it *item) runes() int { return utf8.RuneCount(it.all) }

// endsSentence reports whether the item ends as running text does.
func (it *item) endsSentence() bool {
	s := bytes.TrimRight(it.last, " \t\n*_")
	return len(s) > 0 && bytes.IndexByte([]byte(".;:,!?/"), s[len(s)-1]) >= 0 || bytes.HasSuffix(s, []byte("…"))
}

// endsOpen reports whether a line stops in the middle of a sentence: at a
// word or a comma.
func endsOpen(line []byte) bool {
	r, _ := utf8.DecodeLastRune(bytes.TrimRight(line, " \t\n*_"))
	return unicode.IsLetter(r) || unicode.IsDigit(r) || r == ','
}

// spaced joins a label and its words.
func spaced(label, words string) string {
	if words == "" {
		return label
	}
	return label + " " + words
}
