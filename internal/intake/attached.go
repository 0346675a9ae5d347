package intake

import (
	"strings"
	"unicode/utf8"

	"thonlanh/internal/markup"
	"thonlanh/internal/viet"
)

// A text that a decision issues ("Ban hành kèm theo Quyết định …") has a title
// of its own below the signature: its kind, its subject, and the line that says
// to what it is attached. In the draft it is a heading with one #.

// titleLines is how many lines the title of an attached text may have.
const titleLines = 6

// findAttached looks for the titles of attached texts. The body of the first
// text must stand before them.
func (d *draft) findAttached() {
	d.attached = map[*para]int{}
	if d.mode == markup.Prose {
		return
	}
	begun, ended, annex, articles := false, false, false, false
	for i := 0; i < len(d.blocks); i++ {
		b := d.blocks[i]
		if b.para == nil {
			begun = begun || b.closing != nil
			ended = b.closing != nil
			continue
		}
		s := b.para.text()
		if !hasWord(s) || isMottoLine(b.para) || ended && d.secondHeader(i) {
			continue
		}
		kind, _, labelled := d.printedLabel(s, d.mode)
		if labelled {
			begun = begun || kind <= markup.KindArticle
			articles = articles || kind == markup.KindArticle
			annex = kind == markup.KindAnnex
		} else if n := d.attachedAt(i, s, ended, articles); begun && n > 0 && !annex && !d.belowBare(i) {
			d.attached[b.para] = n
			articles = false
			i += n - 1
		} else if annex && utf8.RuneCountInString(s) > 200 {
			annex = false
		}
		ended = strings.HasSuffix(s, "./.")
	}
}

// restarts reports whether the next article or chapter is a first one.
func (d *draft) restarts(i int) bool {
	const look = 30
	for j := i + 1; j < len(d.blocks) && j < i+look; j++ {
		p := d.blocks[j].para
		if p == nil {
			continue
		}
		s := p.head()
		if kind, end, ok := d.printedLabel(s, markup.Law); ok && (kind == markup.KindArticle || kind == markup.KindChapter) {
			switch strings.Trim(viet.Fold(s[:end]), " .:-") {
			case "dieu 1", "chuong 1", "chuong i", "chuong mot", "dieu 01":
				return true
			}
			return false
		}
	}
	return false
}

// attachedAt is the number of blocks that make the title of an attached text
// at block i, 0 for any other line. The first text has ended there, or has
// articles, which the other one counts anew.
func (d *draft) attachedAt(i int, s string, ended, articles bool) int {
	p := d.blocks[i].para
	word, _, rest := kindAt(s)
	if word == "" {
		n := markup.AttachedWord(s)
		if n == 0 && markup.AllCapitals(s) && !isClosingLine(s) && utf8.RuneCountInString(s) >= 6 && !isIssuer(s) {
			n = len(s) // whatever its name is, the line below says what it is
		}
		if n == 0 || n < len(s) && !markup.AllCapitals(s) && !d.setAsHeading(p, s) {
			return 0
		}
		word, rest = s[:n], strings.TrimSpace(s[n:])
	}
	if strings.HasSuffix(s, ":") || utf8.RuneCountInString(s) > 300 {
		return 0
	}
	n, said := 1, saysAttached(s)
	goes := true // the lines still belong to the title
	for j := i + 1; j < len(d.blocks) && j <= i+titleLines && !said; j++ {
		next := d.blocks[j].para
		if next == nil || d.isLabelled(next.text()) {
			break
		}
		t := next.text()
		if saysAttached(t) {
			said = true
			break
		}
		if goes = goes && d.isTitleLine(next, t, rest == "" && n == 1); goes {
			n = j - i + 1
		}
	}
	if !said && !(word == strings.ToUpper(word) && (isKind(s) || markup.AttachedWord(s) > 0) && (ended || articles && d.restarts(i))) {
		return 0
	}
	return n
}

// isTitleLine reports whether a line below the kind of an attached text is its
// subject.
func (d *draft) isTitleLine(p *para, s string, first bool) bool {
	if !hasWord(s) {
		return true
	}
	if s[0] == '(' || utf8.RuneCountInString(s) > 300 || endsSentence(s) && !strings.HasSuffix(s, ",") || isOpening(s) || isIssuer(s) && !first {
		return false
	}
	return first || markup.AllCapitals(s) || p.bold() || p.centred || startsLower(s)
}

// saysAttached reports whether a line says to what a text is attached:
// "(Ban hành kèm theo Quyết định số …)".
func saysAttached(s string) bool {
	at := strings.IndexByte(s, '(')
	if at < 0 || len(s) > 2000 {
		return false
	}
	f := collapse(viet.Fold(s[at+1:]))
	for _, w := range [...]string{"ban hanh kem theo", "kem theo", "duoc ban hanh kem theo", "phe duyet kem theo"} {
		if strings.HasPrefix(f, w) {
			return true
		}
	}
	return false
}

// writeAttached writes the title of an attached text from the n blocks at i:
// its kind as the heading, its subject below.
func (d *draft) writeAttached(i, n int) {
	w := &d.out
	head := d.blocks[i].para
	var more *para
	for _, b := range d.blocks[i+1 : i+n] {
		switch {
		case !hasWord(b.para.text()):
		case more == nil:
			more = &para{at: b.para.at, spans: b.para.spans}
			if b.para.label != "" {
				more.spans = append([]span{{text: b.para.label + " "}}, more.spans...)
			}
		default:
			more.spans = append(append(trimRight(more.spans), span{text: " "}), b.para.rest()...)
		}
	}
	if s := head.text(); more != nil && titleRest(s) != "" {
		// The subject began on the line of the kind and goes on below it.
		head.spans = append(append(trimRight(head.spans), span{text: " "}), more.rest()...)
		more = nil
	}
	w.paragraph(head.at, "# "+breakLong(w.inline(head, 0)))
	if more == nil {
		return
	}
	s := escapeStart(w.inline(more, 0))
	if canEmphasise(s) {
		s = "**" + s + "**"
	}
	w.paragraph(more.at, breakLong(s))
}

// titleRest is what of the subject stands on the line that names the kind.
func titleRest(s string) string {
	if word, _, rest := kindAt(s); word != "" {
		return rest
	}
	return strings.TrimSpace(s[markup.AttachedWord(s):])
}

// isMottoLine reports whether a line holds nothing but the national name or
// motto, perhaps beside the name of a body.
func isMottoLine(p *para) bool {
	parts := columnsOf(p)
	motto := false
	for _, part := range parts {
		if isMotto(part) {
			motto = true
		} else if hasWord(part) && (len(parts) == 1 || !isIssuer(part)) {
			return false
		}
	}
	return motto
}

// secondHeader reports whether a line is the issuer above the title of a text
// that is attached to the first.
func (d *draft) secondHeader(i int) bool {
	if !isIssuer(d.blocks[i].para.text()) {
		return false
	}
	for j := i + 1; j < len(d.blocks) && j < i+8 && d.blocks[j].para != nil; j++ {
		p := d.blocks[j].para
		switch s := p.text(); {
		case isKind(s) || s != "" && markup.AttachedWord(s) > 0:
			return true
		case s != "" && !isIssuer(s) && !isMottoLine(p) && hasWord(s):
			return false
		}
	}
	return false
}
