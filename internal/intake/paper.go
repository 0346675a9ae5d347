package intake

import (
	"strings"

	"thonlanh/internal/markup"
)

// paper is a document as it was printed, before anybody asks what its parts
// mean: paragraphs and tables in their order, and what was left out.
type paper struct {
	word   bool // from Word: places are paragraphs, not lines
	blocks []block
	notes  []note // footnotes and endnotes, in the order of their marks
	left   []leftOut
	mended mended
	labels markup.Fashion // uncommon ways of writing labels that the document uses
}

// learnLabels finds out how the document writes its labels.
func (p *paper) learnLabels() {
	p.labels = markup.PrintedFashion(func(yield func(string) bool) {
		for _, b := range p.blocks {
			if b.para != nil && !yield(b.para.head()) {
				return
			}
		}
	})
}

// printedLabel reads the label at the head of a line.
func (p *paper) printedLabel(line string, mode markup.Mode) (kind markup.Kind, end int, ok bool) {
	return markup.PrintedLabel(line, mode, p.labels)
}

// isLabelled reports whether a line begins with a label of any kind.
func (p *paper) isLabelled(line string) bool {
	_, _, ok := p.printedLabel(line, markup.Plan)
	return ok
}

// block is a paragraph, a table, or a closing once it has been read.
type block struct {
	para    *para
	table   *table
	closing *closing
}

// para is one paragraph, or one line of a paragraph that was broken by hand.
type para struct {
	at      int    // line of the file, or ordinal of the paragraph in Word
	label   string // printed by automatic numbering; not in the spans
	spans   []span
	heading int // outline level of its style, from 1
	centred bool
	soft    bool // goes on after a line break in the same paragraph
	gap     bool // an empty line stands before it
	signed  bool // its words are a signer's name that must not be shown
}

// span is a stretch of text in one form.
type span struct {
	text         string
	at           int // where it stands, when that is not where its paragraph begins
	bold, italic bool
	raised       int    // 1 above the line, -1 below
	font         string // only while old fonts are looked for
	hidden       bool
	note         int // a mark of note number note, from 1; text is empty
	link         string
}

type table struct {
	at   int
	rows [][]cell
}

type cell struct {
	blocks []block
	width  int  // columns that it spans
	below  bool // goes on with the cell above
}

type note struct {
	at    int
	spans []span
}

// leftOut is something of the file that is not in the draft.
type leftOut struct {
	what string // Vietnamese, for the report
	text string
	at   int
}

// mended counts what was put right without changing a word.
type mended struct {
	decomposed, blanks, hyphens, hidden int // NFD letters, no-break spaces, soft hyphens, zero-width characters
	wrapped                             int // lines that a program had cut at a fixed width
	eths                                int // Ð and ð in place of Đ and đ
	oldFont                             map[string]int
}

// text is the words of a paragraph with its printed number.
func (p *para) text() string {
	s := p.words()
	if p.label != "" {
		if s == "" {
			return p.label
		}
		return p.label + " " + s
	}
	return s
}

// words is the text without the printed number, with one blank between words.
func (p *para) words() string { return collapse(plainSpans(p.spans)) }

func (p *para) empty() bool {
	if p.label != "" {
		return false
	}
	for _, s := range p.spans {
		if s.note > 0 || strings.TrimSpace(s.text) != "" {
			return false
		}
	}
	return true
}

// bold reports whether every letter of a paragraph is bold.
func (p *para) bold() bool {
	any := false
	for _, s := range p.spans {
		if strings.TrimSpace(s.text) == "" {
			continue
		}
		if !s.bold {
			return false
		}
		any = true
	}
	return any
}

func plainSpans(spans []span) string {
	if len(spans) == 1 {
		return spans[0].text
	}
	var b strings.Builder
	for _, s := range spans {
		b.WriteString(s.text)
	}
	return b.String()
}

// eachPara visits all paragraphs, those in tables included.
func eachPara(blocks []block, visit func(*para)) {
	for _, b := range blocks {
		switch {
		case b.para != nil:
			visit(b.para)
			continue
		case b.table == nil:
			continue
		}
		for _, row := range b.table.rows {
			for i := range row {
				eachPara(row[i].blocks, visit)
			}
		}
	}
}

func (t *table) text() string {
	var parts []string
	eachPara([]block{{table: t}}, func(p *para) {
		if s := p.text(); s != "" {
			parts = append(parts, s)
		}
	})
	return strings.Join(parts, "\n")
}

// head is the beginning of a paragraph, enough to see what it is. Paragraphs
// grow while pieces are joined, so nothing that looks at each piece may read
// the whole.
func (p *para) head() string {
	var b strings.Builder
	if p.label != "" {
		b.WriteString(p.label + " ")
	}
	for _, s := range p.spans {
		b.WriteString(s.text)
		if b.Len() > 400 {
			break
		}
	}
	return strings.TrimSpace(b.String())
}

// tail is its end.
func (p *para) tail() string {
	s := ""
	for i := len(p.spans) - 1; i >= 0 && len(s) < 120; i-- {
		s = p.spans[i].text[max(0, len(p.spans[i].text)-400):] + s
	}
	return strings.TrimSpace(s)
}

// long reports whether a paragraph has at least n bytes.
func (p *para) long(n int) bool {
	for _, s := range p.spans {
		if n -= len(s.text); n <= 0 {
			return true
		}
	}
	return false
}
