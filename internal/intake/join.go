package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"thonlanh/internal/markup"
)

// joint is a paragraph that was cut in the middle of a sentence, as by the end
// of a page, and is whole again in the draft.
type joint struct {
	first, second int // where its halves stand
	end, start    string
}

// join makes broken paragraphs whole: the first half stops at a word or a
// comma, the second begins with a small letter and no label.
func (p *paper) join() []joint {
	var out []joint
	small := p.smallLetters()
	kept := p.blocks[:0]
	for _, b := range p.blocks {
		n := len(kept)
		for k := n; n > 0 && n > k-3 && kept[n-1].para != nil && kept[n-1].para.empty() && b.para != nil && !b.para.empty(); n-- {
			// empty paragraphs at the end of the page
		}
		if n > 0 && b.para != nil && kept[n-1].para != nil && p.broken(kept[n-1].para, b.para, small) {
			kept = kept[:n]
			before := kept[n-1].para
			out = append(out, joint{before.at, b.para.at, lastWords(before.tail()), firstWords(b.para.head())})
			before.spans = append(append(trimRight(before.spans), span{text: " "}), b.para.rest()...)
			continue
		}
		kept = append(kept, b)
	}
	p.blocks = kept
	return out
}

// smallLetters reports whether the typist begins paragraphs with a small letter
// as a habit.
func (p *paper) smallLetters() bool {
	paragraphs, small := 0, 0
	for _, b := range p.blocks {
		if b.para == nil {
			continue
		}
		if s := b.para.head(); s != "" && !p.isLabelled(s) {
			paragraphs++
			if startsLower(s) {
				small++
			}
		}
	}
	return markup.SmallLetters(paragraphs, small)
}

func (p *paper) broken(before, next *para, small bool) bool {
	a, b := before.tail(), next.head()
	if a == "" || b == "" || next.label != "" || next.heading > 0 || before.heading > 0 || next.soft {
		return false
	}
	if p.isLabelled(b) {
		return false
	}
	return markup.GoesOn(a, b, small) &&
		!markup.AllCapitals(before.head()) && !isClosingLine(before.head()) && !isClosingLine(b) && before.long(50)
}

// hardBreaks settles what a line break by hand meant: the rest of a sentence,
// or a line of its own.
func (p *paper) hardBreaks(blocks []block) []block {
	kept := blocks[:0]
	for _, b := range blocks {
		if b.table != nil {
			for _, row := range b.table.rows {
				for i := range row {
					row[i].blocks = p.hardBreaks(row[i].blocks)
				}
			}
			kept = append(kept, b)
			continue
		}
		if n := len(kept); b.para.soft && n > 0 && kept[n-1].para != nil && p.sameSentence(kept[n-1].para, b.para) {
			before := kept[n-1].para
			before.spans = append(append(trimRight(before.spans), span{text: " "}), b.para.rest()...)
			continue
		}
		if b.para.soft {
			b.para.soft = false
		}
		kept = append(kept, b)
	}
	return kept
}

func (p *paper) sameSentence(before, line *para) bool {
	a, b := before.tail(), line.head()
	if a == "" || b == "" {
		return false
	}
	if p.isLabelled(b) || isClosingLine(before.head()) || isClosingLine(b) {
		return false
	}
	if markup.AllCapitals(before.head()) && before.label == "" {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(a)
	first, _ := utf8.DecodeRuneInString(b)
	if unicode.IsLower(first) {
		return true
	}
	return (unicode.IsLetter(last) || unicode.IsDigit(last) || last == ',') && before.long(80)
}

func trimRight(spans []span) []span {
	if n := len(spans); n > 0 {
		spans[n-1].text = strings.TrimRight(spans[n-1].text, " \t")
	}
	return spans
}

func lastWords(s string) string {
	f := strings.Fields(s)
	return strings.Join(f[max(0, len(f)-4):], " ")
}

func firstWords(s string) string {
	f := strings.Fields(s)
	return strings.Join(f[:min(4, len(f))], " ")
}
