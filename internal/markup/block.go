package markup

import (
	"bytes"
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// blockState is what the block parsers of one text remember: where Markdown
// would have swallowed something, and the title line that is being read.
type blockState struct {
	mode       Mode
	fashion    Fashion
	indented   []int // starts of paragraphs that would have become code
	underlines []int // lines of --- or === under a line of text
	title      ast.Node
	titleLabel label
}

// machine is a goldmark parser with the state that its block parsers write
// to. One text at a time goes through it.
type machine struct {
	state  *blockState
	parser parser.Parser
}

// machines keeps parsers for the next text of their mode: making one costs
// more than parsing a short text.
var machines = [...]*sync.Pool{Prose: pool(Prose), Plan: pool(Plan), Law: pool(Law)}

func pool(mode Mode) *sync.Pool {
	return &sync.Pool{New: func() any {
		st := &blockState{mode: mode}
		return &machine{st, newParser(st)}
	}}
}

// syntax makes the syntax tree of a text, and tells what its block parsers saw.
func syntax(mode Mode, fashion Fashion, reader text.Reader) (ast.Node, *blockState) {
	m := machines[mode].Get().(*machine)
	defer machines[mode].Put(m)
	*m.state = blockState{mode: mode, fashion: fashion}
	root := m.parser.Parse(reader)
	seen := *m.state
	return root, &seen
}

// newParser makes a goldmark parser whose parsers write to st.
//
// Left out on purpose: raw HTML, indented code and underlined headings, which
// swallow text that an official typed; they are read as ordinary text and
// reported. Plans and laws have no lists either: goldmark would renumber
// "7., 9." and knows neither "a)" nor "I.", so labels stay text, and each
// labelled line is a paragraph of its own.
func newParser(st *blockState) parser.Parser {
	blocks := []util.PrioritizedValue{
		util.Prioritized(&ruleParser{parser.NewThematicBreakParser(), st}, 200),
		util.Prioritized(parser.NewATXHeadingParser(), 600),
		util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
		util.Prioritized(parser.NewBlockquoteParser(), 800),
		util.Prioritized(&footnoteParser{extension.NewFootnoteBlockParser()}, 850),
		util.Prioritized(&paragraphParser{st}, 1000),
	}
	if st.mode == Prose {
		blocks = append(blocks,
			util.Prioritized(parser.NewListParser(), 300),
			util.Prioritized(parser.NewListItemParser(), 400))
	} else {
		blocks = append(blocks, util.Prioritized(&labelParser{paragraphParser{st}}, 950))
	}
	return parser.NewParser(
		parser.WithBlockParsers(blocks...),
		parser.WithInlineParsers(
			util.Prioritized(parser.NewCodeSpanParser(), 100),
			util.Prioritized(extension.NewFootnoteParser(), 101),
			util.Prioritized(parser.NewLinkParser(), 200),
			util.Prioritized(parser.NewAutoLinkParser(), 300),
			util.Prioritized(parser.NewEmphasisParser(), 500),
		),
		parser.WithParagraphTransformers(
			util.Prioritized(parser.LinkReferenceParagraphTransformer, 100),
			util.Prioritized(&tableTransformer{extension.NewTableParagraphTransformer()}, 200),
		),
		parser.WithASTTransformers(util.Prioritized(extension.NewTableASTTransformer(), 0)),
	)
}

// paragraphParser takes every line that no other parser wants, however far it
// is indented: goldmark drops the rest of a text at a line that nobody takes.
type paragraphParser struct{ st *blockState }

func (p *paragraphParser) Trigger() []byte { return nil }

func (p *paragraphParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	if util.IsBlank(line) {
		return nil, parser.NoChildren
	}
	if pc.BlockIndent() > 3 {
		p.st.indented = append(p.st.indented, segment.Start+max(0, pc.BlockOffset()-segment.Padding))
	}
	node := ast.NewParagraph()
	node.Lines().Append(segment)
	reader.AdvanceToEOL()
	return node, parser.NoChildren
}

func (p *paragraphParser) Continue(node ast.Node, reader text.Reader, _ parser.Context) parser.State {
	line, segment := reader.PeekLine()
	if util.IsBlank(line) {
		return parser.Close
	}
	if isUnderline(line) {
		p.st.underlines = append(p.st.underlines, segment.Start)
	}
	node.Lines().Append(segment)
	reader.AdvanceToEOL()
	return parser.Continue | parser.NoChildren
}

func (p *paragraphParser) Close(node ast.Node, reader text.Reader, _ parser.Context) {
	lines := node.Lines()
	if lines.Len() == 0 {
		node.Parent().RemoveChild(node.Parent(), node)
		return
	}
	trim(node, reader.Source())
}

// trim takes the blanks off the lines of a paragraph.
func trim(node ast.Node, source []byte) {
	lines := node.Lines()
	for i := range lines.Len() {
		l := lines.At(i)
		lines.Set(i, l.TrimLeftSpace(source))
	}
	last := lines.At(lines.Len() - 1)
	lines.Set(lines.Len()-1, last.TrimRightSpace(source))
}

func (p *paragraphParser) CanInterruptParagraph() bool { return false }
func (p *paragraphParser) CanAcceptIndentedLine() bool { return true }

// isUnderline reports whether a line would make a heading of the one above:
// nothing but = or nothing but -.
func isUnderline(line []byte) bool {
	w, pos := util.IndentWidth(line, 0)
	s := bytes.TrimRight(line[pos:], " \t\n")
	if w > 3 || len(s) == 0 || s[0] != '-' && s[0] != '=' {
		return false
	}
	return len(bytes.TrimLeft(s, string(s[:1]))) == 0
}

// labelParser begins a paragraph at each line that carries a label, with or
// without a blank line before it, at the first line of the closing blocks, and
// below a title that stands on a line of its own.
type labelParser struct{ paragraphParser }

func (p *labelParser) CanInterruptParagraph() bool { return true }

func (p *labelParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, _ := reader.PeekLine()
	if util.IsBlank(line) {
		return nil, parser.NoChildren
	}
	open, _ := pc.LastOpenedBlock().Node.(*ast.Paragraph)
	l, labelled, begins := p.begins(open, line, reader.Source())
	if !begins {
		return nil, parser.NoChildren
	}
	node, state := p.paragraphParser.Open(parent, reader, pc)
	p.began(node, l, labelled)
	return node, state
}

// begins reports whether a line begins a paragraph where one may be open.
func (p *labelParser) begins(open *ast.Paragraph, line, source []byte) (l label, labelled, begins bool) {
	l, labelled = scanLabel(line, p.st.mode, p.st.fashion, false)
	switch {
	case labelled:
		begins = open == nil || !inTable(open, line, source)
	case isRecipients(line) || isAuthority(line):
		begins = true
	default:
		begins = open != nil && ast.Node(open) == p.st.title && p.titleEnds(open, line, source)
	}
	return l, labelled, begins
}

// began remembers a title, which may end with its line.
func (p *labelParser) began(node ast.Node, l label, labelled bool) {
	p.st.title = nil
	if labelled && l.kind <= KindArticle {
		p.st.title, p.st.titleLabel = node, l
	}
}

// inTable reports whether the open paragraph will become a table that the line
// continues.
func inTable(open *ast.Paragraph, line, source []byte) bool {
	lines := open.Lines()
	if lines.Len() < 2 || bytes.IndexByte(line, '|') < 0 {
		return false
	}
	second := lines.At(1)
	return isTableRule(second.Value(source))
}

// isTableRule reports whether a line is the row of dashes below the head of a
// table. A bar is asked for: goldmark would also take a lone dash for one, and
// the dash would be gone.
func isTableRule(line []byte) bool {
	return bytes.IndexByte(line, '|') >= 0 && bytes.IndexByte(line, '-') >= 0 && len(bytes.Trim(line, "|-: \t\n")) == 0
}

// tableTransformer makes tables of paragraphs whose rule has bars.
type tableTransformer struct{ parser.ParagraphTransformer }

func (t *tableTransformer) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	lines := node.Lines()
	for i := 1; i < lines.Len(); i++ {
		line := lines.At(i)
		if s := line.Value(reader.Source()); len(bytes.Trim(s, "|-: \t\n")) == 0 {
			if isTableRule(s) {
				t.ParagraphTransformer.Transform(node, reader, pc)
			}
			return
		}
	}
}

// titleEnds reports whether line is text below the title in the open
// paragraph and not the rest of the title itself.
func (p *labelParser) titleEnds(open *ast.Paragraph, line, source []byte) bool {
	lines := open.Lines()
	stars := 0
	for i := range lines.Len() {
		l := lines.At(i)
		stars += bytes.Count(l.Value(source), []byte("**"))
	}
	if stars%2 == 1 || startsLower(line) {
		return false // bold that is still open, or a title broken by hand
	}
	first := lines.At(0)
	head := first.Value(source)
	l := p.st.titleLabel
	bare := l.end <= len(head) && len(bytes.Trim(head[l.end:], " \t\n*_")) == 0
	switch {
	case l.kind == KindArticle:
		return true
	case bare && lines.Len() == 1:
		return false // "Chương II", its title on the next line
	}
	return !allCaps(line)
}

// ruleParser reads a line of dashes as a rule across the page, and notes it
// where Markdown would make a heading of the line above.
type ruleParser struct {
	parser.BlockParser
	st *blockState
}

func (p *ruleParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	last := pc.LastOpenedBlock().Node
	node, state := p.BlockParser.Open(parent, reader, pc)
	if node != nil && last != nil && ast.IsParagraph(last) && last.Parent() == parent && isUnderline(line) {
		p.st.underlines = append(p.st.underlines, segment.Start)
	}
	return node, state
}

// footnoteParser reads footnotes at the top level of a text only: goldmark
// ties a footnote inside a footnote into a ring.
type footnoteParser struct{ parser.BlockParser }

func (p *footnoteParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	if parent.Kind() != ast.KindDocument {
		return nil, parser.NoChildren
	}
	return p.BlockParser.Open(parent, reader, pc)
}
