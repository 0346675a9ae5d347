package markup

import (
	"bytes"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// A plan or legal text is nearly all paragraphs, headings, bold words and
// links, and an archive has ten thousand of them. simple reads such stretches
// into the tree that goldmark would make of them, in a fifth of the time, and
// leaves each stretch that holds anything else (a table, a quotation, code) to
// goldmark. Tests hold the two against one another.
type simple struct {
	labels labelParser
	src    []byte
	root   *ast.Document
	open   *ast.Paragraph // the one that the next line may go on with
	nodes  *nodes
}

// clauseSyntax makes the syntax tree of a plan or legal text, stretch by
// stretch: a blank line ends whatever such a text may hold but for fenced code
// and what is defined in one place and used in another. With those, goldmark
// reads the whole text.
func clauseSyntax(mode Mode, fashion Fashion, source []byte, n *nodes) (ast.Node, *blockState) {
	for _, sign := range [...]string{"]:", "```", "~~~"} {
		if bytes.Contains(source, []byte(sign)) {
			return syntax(mode, fashion, text.NewReader(source))
		}
	}
	n.reset()
	s := &simple{src: source, root: ast.NewDocument(), nodes: n}
	s.labels.st = &blockState{mode: mode, fashion: fashion}
	for start := 0; start < len(source); {
		end := stretch(source, start)
		before := s.root.LastChild()
		if !s.read(start, end) {
			s.open = nil
			for s.root.LastChild() != before {
				s.root.RemoveChild(s.root, s.root.LastChild())
			}
			s.leave(start, end)
		}
		start = end
	}
	return s.root, s.labels.st
}

// stretch is where the text ends that begins at start and holds no blank line
// but at its end.
func stretch(source []byte, start int) int {
	words := false
	for start < len(source) {
		end := len(source)
		if i := bytes.IndexByte(source[start:], '\n'); i >= 0 {
			end = start + i + 1
		}
		blank := len(bytes.TrimLeft(source[start:end], " \t\n")) == 0
		start = end
		if blank && words {
			break
		}
		words = words || !blank
	}
	return start
}

// leave has goldmark read source[start:end].
func (s *simple) leave(start, end int) {
	reader := text.NewReader(s.src[:end])
	reader.SetPosition(-1, text.NewSegment(start, start))
	reader.AdvanceLine()
	root, state := syntax(s.labels.st.mode, s.labels.st.fashion, reader)
	for c := root.FirstChild(); c != nil; c = root.FirstChild() {
		root.RemoveChild(root, c)
		s.root.AppendChild(s.root, c)
	}
	s.labels.st.indented = append(s.labels.st.indented, state.indented...)
	s.labels.st.underlines = append(s.labels.st.underlines, state.underlines...)
}

// read reads source[start:end] and reports false where simple does not know
// something.
func (s *simple) read(start, end int) bool {
	for _, c := range s.src[start:end] {
		if notSimple[c] {
			return false
		}
	}
	for start < end {
		next := end
		if i := bytes.IndexByte(s.src[start:end], '\n'); i >= 0 {
			next = start + i + 1
		}
		if !s.line(start, next) {
			return false
		}
		start = next
	}
	return s.close()
}

// notSimple are the bytes that mean something to Markdown beyond what simple
// reads: code, tables, quotations in the middle of a line, escapes, tags,
// emphasis with a low line, and control characters.
var notSimple = func() (out [256]bool) {
	for c := range ' ' {
		out[c] = c != '\n'
	}
	for _, c := range "`|\\<_~\x7f" {
		out[c] = true
	}
	return out
}()

// line takes source[start:end] and reports false for one that simple does not
// know.
func (s *simple) line(start, end int) bool {
	line := s.src[start:end]
	indent := 0
	for indent < len(line) && line[indent] == ' ' {
		indent++
	}
	if indent == len(line) || line[indent] == '\n' {
		return s.close()
	}
	if indent > 3 {
		return false
	}
	switch c := line[indent]; c {
	case '>', '[', '=':
		return false
	case '-', '*':
		if len(bytes.Trim(line, "-* \n")) == 0 {
			return false // a rule, or a line under another
		}
	case '#':
		return s.close() && s.heading(line, start, indent)
	}
	if l, labelled, begins := s.labels.begins(s.open, line, s.src); begins {
		if !s.close() {
			return false
		}
		s.begin(start + indent)
		s.labels.began(s.open, l, labelled)
	} else if s.open == nil {
		s.begin(start + indent)
	}
	s.open.Lines().Append(text.NewSegment(start, end))
	return true
}

func (s *simple) begin(pos int) {
	s.open = s.nodes.paragraph()
	s.open.SetPos(pos)
	s.root.AppendChild(s.root, s.open)
}

// heading takes "## words" without closing signs.
func (s *simple) heading(line []byte, start, indent int) bool {
	i := indent
	for i < len(line) && line[i] == '#' {
		i++
	}
	level := i - indent
	words := bytes.Trim(line[i:], " \n")
	if level > 6 || len(words) == 0 || line[i] != ' ' || words[len(words)-1] == '#' {
		return false
	}
	for line[i] == ' ' {
		i++
	}
	node := ast.NewHeading(level)
	node.SetPos(start + indent)
	node.Lines().Append(text.NewSegment(start+i, start+i+len(words)))
	s.root.AppendChild(s.root, node)
	return s.inlines(node)
}

// close ends the open paragraph and reads what stands in it.
func (s *simple) close() bool {
	node := s.open
	if node == nil {
		return true
	}
	s.open = nil
	trim(node, s.src)
	return s.inlines(node)
}

// inlines reads the bold words and the links of a block.
func (s *simple) inlines(block ast.Node) bool {
	parent := block // or the bold words that are open
	for k := range block.Lines().Len() {
		line := block.Lines().At(k)
		from := line.Start // where the text begins that no node has yet
		for i := from; i < line.Stop; {
			var node ast.Node
			at := i
			switch s.src[i] {
			case '*':
				opens, closes, ok := s.bold(i, line.Stop)
				i += 2
				switch {
				case !ok || parent == block && !opens || parent != block && !closes:
					return false
				case parent == block:
					node = ast.NewEmphasis(2)
				}
			case '[':
				if node, i = s.link(i, line.Stop); node == nil || parent != block {
					return false
				}
			case ']':
				return false
			case '!':
				if i+1 < line.Stop && s.src[i+1] == '[' {
					return false
				}
				i++
				continue
			default:
				i++
				continue
			}
			if at > from {
				parent.AppendChild(parent, s.nodes.text(text.NewSegment(from, at)))
			}
			from = i
			switch {
			case node == nil:
				parent = block
				continue
			case node.Kind() == ast.KindEmphasis:
				parent.AppendChild(parent, node)
				parent = node
			default:
				parent.AppendChild(parent, node)
			}
			node.(interface{ SetPos(int) }).SetPos(at)
		}
		if from == line.Stop {
			continue
		}
		rest := s.src[from:line.Stop]
		words := s.nodes.text(text.NewSegment(from, from+len(bytes.TrimRight(rest, " \n"))))
		if rest[len(rest)-1] == '\n' {
			hard := bytes.HasSuffix(rest, []byte("  \n"))
			words.SetHardLineBreak(hard)
			words.SetSoftLineBreak(!hard)
		}
		parent.AppendChild(parent, words)
	}
	return parent == block
}

// bold reports whether the two stars at i may open and close bold words; ok is
// false for another number of stars.
func (s *simple) bold(i, stop int) (opens, closes, ok bool) {
	if i+1 >= stop || s.src[i+1] != '*' || i+2 < stop && s.src[i+2] == '*' {
		return false, false, false
	}
	before, after := '\n', ' '
	if i > 0 {
		before, _ = utf8.DecodeLastRune(s.src[:i])
	}
	if i+2 < stop {
		after, _ = utf8.DecodeRune(s.src[i+2 : stop])
	}
	spaceBefore, spaceAfter := util.IsSpaceRune(before), util.IsSpaceRune(after)
	signBefore, signAfter := util.IsPunctRune(before), util.IsPunctRune(after)
	opens = !spaceAfter && (!signAfter || spaceBefore || signBefore)
	closes = !spaceBefore && (!signBefore || spaceAfter || signAfter)
	return opens, closes, true
}

// link reads "[words](address)" at i, with nothing else in either, and gives
// where it ends.
func (s *simple) link(i, stop int) (ast.Node, int) {
	end := i + 1
	for end < stop && s.src[end] != ']' {
		switch s.src[end] {
		case '[', '*', '\n', '!', '^':
			return nil, i
		}
		end++
	}
	if end == i+1 || end+1 >= stop || s.src[end+1] != '(' {
		return nil, i
	}
	dest := end + 2
	at := dest
	for at < stop && s.src[at] != ')' {
		switch s.src[at] {
		case '(', ' ', '\n':
			return nil, i
		}
		at++
	}
	if at == dest || at >= stop {
		return nil, i
	}
	link := ast.NewLink()
	link.Destination = s.src[dest:at]
	link.AppendChild(link, s.nodes.text(text.NewSegment(i+1, end)))
	return link, at + 1
}

// nodes are where the commonest nodes of a tree are taken from, to be used
// again for the next text.
type nodes struct {
	texts                 [][]ast.Text
	paragraphs            [][]ast.Paragraph
	textsIn, paragraphsIn int // how many are in use
}

const (
	nodesAtOnce = 64
	maxNodes    = 1 << 12 // of a kind that are kept
)

func (n *nodes) reset() {
	if n.textsIn > maxNodes || n.paragraphsIn > maxNodes {
		*n = nodes{}
	}
	n.textsIn, n.paragraphsIn = 0, 0
}

func (n *nodes) text(seg text.Segment) *ast.Text {
	k := n.textsIn / nodesAtOnce
	if k == len(n.texts) {
		n.texts = append(n.texts, make([]ast.Text, nodesAtOnce))
	}
	t := &n.texts[k][n.textsIn%nodesAtOnce]
	n.textsIn++
	*t = ast.Text{Segment: seg}
	return t
}

func (n *nodes) paragraph() *ast.Paragraph {
	k := n.paragraphsIn / nodesAtOnce
	if k == len(n.paragraphs) {
		n.paragraphs = append(n.paragraphs, make([]ast.Paragraph, nodesAtOnce))
	}
	p := &n.paragraphs[k][n.paragraphsIn%nodesAtOnce]
	n.paragraphsIn++
	lines := *p.Lines()
	if lines.Len() > 0 {
		lines.SetSliced(0, 0) // its room stays
	}
	*p = ast.Paragraph{}
	p.SetLines(&lines)
	return p
}
