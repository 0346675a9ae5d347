package intake

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"thonlanh/internal/markup"
)

// writer writes Markdown so that it renders as the same words: labels stay
// labels, everything else that Markdown would take for its own is escaped.
type writer struct {
	b      strings.Builder
	line   int
	lineOf map[int]int // place in the file → line of the body, from 1
	mode   markup.Mode
	notes  map[int]bool // notes whose mark was written
	source []note
	rules  int      // lines of nothing but dashes, left out
	tables []string // what had to be said of tables
	nTable int
}

// maxMarkdownLine keeps lines below the bound up to which markup reads them.
const maxMarkdownLine = 20 << 10

func (d *draft) write() string {
	w := &d.out
	w.mode, w.lineOf, w.notes, w.line = d.mode, map[int]int{}, map[int]bool{}, 1
	w.source = d.notes
	d.writeTitle()
	afterClosing := false
	d.findAttached()
	for i := 0; i < len(d.blocks); i++ {
		b := d.blocks[i]
		switch {
		case b.closing != nil:
			d.writeClosing(b.closing)
			afterClosing = true
			continue
		case b.table != nil:
			d.writeTable(b.table)
			afterClosing = false
			continue
		}
		p := b.para
		if s := p.text(); !hasWord(s) && !p.hasNote() {
			if s != "" {
				w.rules++
			}
			continue
		}
		if n := d.attached[p]; n > 0 {
			d.writeAttached(i, n)
			i += n - 1
			afterClosing = false
			continue
		}
		i += d.bareTitle(i)
		if isMottoLine(p) || afterClosing && d.secondHeader(i) {
			d.head.taken = append(d.head.taken, taken{p.at, p.text(), ""})
			continue
		}
		d.writePara(i, p, afterClosing)
		afterClosing = false
	}
	d.writeNotes()
	return w.b.String()
}

// writeTitle writes the kind and the subject as they head the text.
func (d *draft) writeTitle() {
	w := &d.out
	for _, p := range d.head.title {
		s := w.inline(p, 0)
		if !hasWord(s) {
			continue
		}
		if canEmphasise(s) {
			s = "**" + s + "**"
		}
		w.paragraph(p.at, s)
	}
}

// paragraph writes a block of its own, an empty line before it.
func (w *writer) paragraph(at int, s string) {
	if w.b.Len() > 0 {
		w.b.WriteString("\n")
		w.line++
	}
	w.mark(at)
	w.add(s)
}

func (w *writer) mark(at int) {
	if _, ok := w.lineOf[at]; !ok {
		w.lineOf[at] = w.line
	}
}

func (w *writer) add(s string) {
	w.b.WriteString(s)
	w.b.WriteString("\n")
	w.line += 1 + strings.Count(s, "\n")
}

func (d *draft) writePara(i int, p *para, afterClosing bool) {
	w := &d.out
	label := p.text()
	kind, end, labelled := d.printedLabel(label, d.mode)
	if d.mode == markup.Prose {
		kind, end, labelled = markup.PrintedLabel(label, markup.Plan, 0)
	}
	prefix := ""
	if !labelled && d.mode != markup.Prose && d.setAsHeading(p, label) {
		if kind, end, labelled = markup.PrintedHeading(label, d.mode, d.labels); kind > markup.KindArticle {
			labelled = false
		}
	}
	switch {
	case d.mode == markup.Prose:
		d.writeProse(p, kind, end, labelled)
		return
	case labelled:
		prefix = d.headingOf(i, p, kind)
	case afterClosing && markup.AllCapitals(label) && utf8.RuneCountInString(label) <= 200:
		prefix = "## "
	}
	if !labelled {
		end = 0
	}
	s := w.inline(p, end)
	if prefix == "" && !labelled {
		s = escapeStart(s)
		if bare := strings.TrimSuffix(s, ":"); p.bold() && !d.belowBare(i) && utf8.RuneCountInString(label) <= 120 && (!endsSentence(label) || markup.AllCapitals(bare)) && canEmphasise(bare) {
			s = "**" + bare + "**" + s[len(bare):]
		}
	}
	w.paragraph(p.at, prefix+breakLong(s))
	for _, x := range p.spans {
		if x.at > 0 {
			w.lineOf[x.at] = w.lineOf[p.at]
		}
	}
}

// setAsHeading reports whether a line is a heading by its form: a style, bold,
// the middle of the page, or a number that the word processor gave it.
func (d *draft) setAsHeading(p *para, text string) bool {
	if utf8.RuneCountInString(text) > 200 || endsSentence(text) {
		return false
	}
	if p.label != "" {
		_, end, ok := d.printedLabel(p.label, d.mode)
		return ok && end == len(p.label)
	}
	return p.heading > 0 || p.centred || p.bold()
}

// writeProse writes a paragraph of an ordinary page: headings by their style,
// dashes as a list, printed numbers as text, for a list would count anew.
func (d *draft) writeProse(p *para, kind markup.Kind, end int, labelled bool) {
	w := &d.out
	text := p.text()
	switch {
	case p.heading > 0 && utf8.RuneCountInString(text) <= 200:
		w.paragraph(p.at, strings.Repeat("#", min(2+p.heading-1, 4))+" "+w.inline(p, 0))
	case labelled && (kind == markup.KindDash || kind == markup.KindPlus) && hasWord(text[end:]):
		w.paragraph(p.at, "- "+escapeStart(strings.TrimSpace(w.inline(p, end)[end:])))
	case labelled && kind == markup.KindRoman && !endsSentence(text) && utf8.RuneCountInString(text) <= 200:
		w.paragraph(p.at, "## "+w.inline(p, 0))
	default:
		s := escapeStart(w.inline(p, 0))
		if p.bold() && !endsSentence(text) && utf8.RuneCountInString(text) <= 120 && canEmphasise(s) {
			s = "**" + s + "**"
		}
		w.paragraph(p.at, breakLong(s))
	}
}

// headingOf is the mark of a heading where markup would show the line as one.
func (d *draft) headingOf(i int, p *para, kind markup.Kind) string {
	text := p.text()
	n := utf8.RuneCountInString(text)
	switch {
	case strings.HasPrefix(text, "“") || strings.HasPrefix(text, "\""):
		return "" // quoted from another text, whose units are no headings here
	case kind == markup.KindPart && (n > 250 || endsSentence(text) && !strings.HasSuffix(text, ":")) && markup.PrintedGreat(text, d.mode, d.labels):
		return "" // "A. Xã có bảy thôn." is a sentence
	case kind <= markup.KindChapter:
		return "## "
	case kind <= markup.KindSubsection:
		return "### "
	case kind == markup.KindRoman && (n <= 120 || n <= 250 && !endsSentence(text)):
		return "## "
	case kind == markup.KindArticle && n <= 250 && !endsSentence(text):
		return "### "
	case kind == markup.KindNumber && d.mode == markup.Plan && d.titled(i, text, n):
		return "### "
	}
	return ""
}

// titled reports whether a number heads what follows: a short line without
// the end of a sentence, below which a smaller unit or plain text stands.
func (d *draft) titled(i int, text string, n int) bool {
	if n > 120 || endsSentence(text) {
		return false
	}
	for j := i + 1; j < len(d.blocks); j++ {
		b := d.blocks[j]
		if b.para == nil {
			return b.table != nil
		}
		s := b.para.text()
		if !hasWord(s) {
			continue
		}
		kind, _, labelled := d.printedLabel(s, d.mode)
		if labelled {
			return kind > markup.KindNumber || kind == markup.KindNumber && deeper(text, s)
		}
		return !startsLower(s)
	}
	return false
}

// deeper reports whether the dotted number of b has more parts than that of a.
func deeper(a, b string) bool {
	count := func(s string) int {
		end := strings.IndexFunc(s, func(r rune) bool { return r != '.' && (r < '0' || r > '9') })
		if end < 0 {
			end = len(s)
		}
		return strings.Count(strings.TrimRight(s[:end], "."), ".")
	}
	return count(b) > count(a)
}

// bareTitle joins the lines in capitals that make the title of a chapter whose
// own line holds only its number, and says how many blocks it took.
func (d *draft) bareTitle(i int) int {
	p := d.blocks[i].para
	text := p.text()
	if _, end, ok := d.printedLabel(text, d.mode); ok && end == len(text) || !markup.AllCapitals(text) || !d.belowBare(i) {
		return 0
	}
	taken := 0
	for j := i + 1; j < len(d.blocks) && taken < 3 && d.blocks[j].para != nil; j++ {
		next := d.blocks[j].para
		s := next.text()
		if _, _, labelled := d.printedLabel(s, d.mode); labelled || !markup.AllCapitals(s) || next.gap || isClosingLine(s) || isMotto(s) {
			break
		}
		p.spans = append(append(trimRight(p.spans), span{text: " "}), next.rest()...)
		taken++
	}
	return taken
}

// belowBare reports whether the line above holds only the number of a chapter
// or of another container.
func (d *draft) belowBare(i int) bool {
	for i--; i >= 0 && d.blocks[i].para != nil; i-- {
		above := d.blocks[i].para.text()
		if above == "" {
			continue
		}
		kind, end, ok := d.printedLabel(above, d.mode)
		return ok && kind <= markup.KindSubsection && end == len(above)
	}
	return false
}

func (d *draft) writeNotes() {
	w := &d.out
	for i, n := range d.notes {
		if !w.notes[i+1] {
			d.left = append(d.left, leftOut{"chú thích không còn dấu trong bài", plainSpans(n.spans), n.at})
			continue
		}
		if i >= maxNotes {
			continue // written where its mark stands
		}
		s := w.inline(&para{spans: n.spans}, 0)
		if s == "" {
			s = "…"
		}
		w.paragraph(n.at, "[^"+strconv.Itoa(i+1)+"]: "+breakLong(s))
	}
}

func (p *para) hasNote() bool {
	for _, s := range p.spans {
		if s.note > 0 {
			return true
		}
	}
	return false
}

func endsSentence(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".;:,!?/…", r)
}

func isKind(s string) bool {
	word, _, _ := kindAt(s)
	return word != ""
}

// breakLong breaks a very long line where the next one cannot be taken for
// anything but the rest of the sentence.
func breakLong(s string) string {
	if len(s) <= maxMarkdownLine {
		return s
	}
	var b strings.Builder
	for len(s) > maxMarkdownLine {
		cut := -1
		for i := maxMarkdownLine - 4096; i > 0 && i < len(s)-1 && i < maxMarkdownLine+8192; i++ {
			if s[i] != ' ' {
				continue
			}
			r, n := utf8.DecodeRuneInString(s[i+1:])
			next, _ := utf8.DecodeRuneInString(s[i+1+n:])
			if unicode.IsLower(r) && unicode.IsLower(next) {
				cut = i
				if i >= maxMarkdownLine {
					break
				}
			}
		}
		if cut < 0 {
			break
		}
		b.WriteString(s[:cut] + "\n")
		s = s[cut+1:]
	}
	b.WriteString(s)
	return b.String()
}
