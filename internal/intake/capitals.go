package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"thonlanh/internal/markup"
	"thonlanh/internal/viet"
)

// An old font whose name ends in H draws small letters as capitals. A text file
// says nothing of fonts, so the lines that stand in capitals on every document
// come out small: the kind, who issues, "TM. ỦY BAN NHÂN DÂN". They are known by
// their words and their place. Where somebody typed a whole document in small
// letters, they are known in the same way; else the name of the signer below
// them would not be known for one.

// fontDrawsCapitals reports whether text came from a font that may have done so.
func (p *paper) fontDrawsCapitals() bool {
	return !p.word && (p.mended.oldFont[fontTCVN3] > 0 || p.mended.oldFont[fontVNI] > 0)
}

// capitals gives such lines their capitals back.
func (d *draft) capitals() {
	if !d.fontDrawsCapitals() && !d.allSmall() {
		return
	}
	head, signs := d.hasSmallHeader(), 0
	for i := range d.blocks {
		p := d.blocks[i].para
		if p == nil {
			head = false
			continue
		}
		s := p.text()
		if s == "" || utf8.RuneCountInString(s) > 200 || strings.ContainsFunc(s, unicode.IsUpper) {
			continue
		}
		parts := columnsOf(p)
		for _, part := range parts {
			up := strings.ToUpper(part)
			word, _ := kindAnyCase(part)
			_, end, labelled := d.printedLabel(up, markup.Plan)
			switch {
			case word != "" && i < maxHead, isMotto(part), isNumberLine(up) && head:
				p.change(part, up)
				head = head && word == ""
			case head && i < 12 && isIssuer(up) && !strings.ContainsAny(part, ",.;:"):
				p.change(part, up)
			case strings.HasPrefix(part, "nơi nhận"):
				p.change(part, upperFirst(part))
			case markup.SignsFor(up) || signsFor(part) || signs > 0 && isPostLike(up) || markup.IsPost(up) && !endsSentence(part) && len(strings.Fields(part)) <= 5 && i > 3 && d.nameBelow(i):
				p.change(part, up)
				signs = 8
			case signs > 0 && isSmallName(part):
				p.change(part, inTitleCase(part))
			case labelled && end < len(up) && markup.AllCapitals(up[:end]) && strings.HasPrefix(up, "ĐIỀU"):
				p.change(part, upperFirst(part))
			}
		}
		signs--
	}
}

// hasSmallHeader reports whether the document begins as official ones do,
// however its letters are.
func (d *draft) hasSmallHeader() bool {
	for _, b := range d.blocks[:min(len(d.blocks), 20)] {
		if b.para == nil {
			break
		}
		for _, part := range columnsOf(b.para) {
			if word, _ := kindAnyCase(part); word != "" || isMotto(part) || isNumberLine(strings.ToUpper(part)) {
				return true
			}
		}
	}
	return false
}

// allSmall reports whether hardly a letter of the document is a capital.
func (d *draft) allSmall() bool {
	letters, capitals := 0, 0
	for _, b := range d.blocks {
		if b.para == nil {
			continue
		}
		for _, r := range b.para.head() {
			if unicode.IsLetter(r) {
				letters++
			}
			if unicode.IsUpper(r) {
				capitals++
			}
		}
	}
	return letters >= 100 && capitals*100 < letters
}

// signsFor reports whether a line in small letters says for whom it is signed.
func signsFor(s string) bool {
	for _, w := range [...]string{"tm.", "kt.", "tl.", "tuq.", "t/m", "k/t"} {
		if strings.HasPrefix(s, w) && len(strings.Fields(s)) <= 12 {
			return true
		}
	}
	return false
}

// nameBelow reports whether the next line looks like the name of a person.
func (d *draft) nameBelow(i int) bool {
	k := d.nextLine(i)
	if k == len(d.blocks) {
		return false
	}
	s := d.blocks[k].para.text()
	return isSmallName(s) || personName(s) != "" || isSigned(s)
}

func isSmallName(s string) bool {
	f := strings.Fields(s)
	if len(f) < 2 || len(f) > 5 || strings.ContainsAny(s, "0123456789.,;:()/-") {
		return false
	}
	return strings.Contains(surnames, " "+viet.Fold(f[0])+" ") && personName(inTitleCase(s)) != ""
}

func inTitleCase(s string) string {
	f := strings.Fields(s)
	for i := range f {
		f[i] = upperFirst(f[i])
	}
	return strings.Join(f, " ")
}

// change writes one column of a line with other capitals; no letter changes
// otherwise.
func (p *para) change(part, to string) {
	if len(p.spans) == 1 && collapse(p.spans[0].text) == part {
		p.spans[0].text = to
		return
	}
	for i := range p.spans {
		if strings.Contains(p.spans[i].text, part) {
			p.spans[i].text = strings.Replace(p.spans[i].text, part, to, 1)
			return
		}
	}
}
