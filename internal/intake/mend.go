package intake

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// mend brings every text to composed letters and ordinary spaces and counts
// what it found. No word changes.
func (p *paper) mend() {
	eachPara(p.blocks, func(x *para) {
		x.spans = p.mended.spans(x.spans)
		x.label = p.mended.text(x.label)
	})
	for i := range p.notes {
		p.notes[i].spans = p.mended.spans(p.notes[i].spans)
	}
	for i := range p.left {
		p.left[i].text = strings.TrimSpace(new(mended).text(p.left[i].text))
	}
}

// spans mends the text of spans, after a mark that was cut off from its letter
// by a change of form has come back to it.
func (m *mended) spans(in []span) []span {
	out := in[:0]
	for _, s := range in {
		if n := len(out); n > 0 && s.note == 0 && out[n-1].note == 0 {
			marks := 0
			for i, r := range s.text {
				if !unicode.Is(unicode.Mn, r) {
					break
				}
				marks = i + len(string(r))
			}
			out[n-1].text += s.text[:marks]
			s.text = s.text[marks:]
			if s.text == "" {
				continue
			}
			if sameForm(out[n-1], s) && len(out[n-1].text) < maxPiece {
				out[n-1].text += s.text
				continue
			}
		}
		if s.text != "" || s.note > 0 {
			out = append(out, s)
		}
	}
	for i := range out {
		out[i].text = m.text(out[i].text)
	}
	return out
}

func sameForm(a, b span) bool {
	return a.bold == b.bold && a.italic == b.italic && a.raised == b.raised && a.link == b.link && a.note == 0 && b.note == 0
}

func (m *mended) text(s string) string {
	if isASCII(s) {
		return strings.Map(visible, s)
	}
	s = strings.Map(func(r rune) rune {
		switch r {
		case '\u00a0', '\u202f', '\u2007':
			m.blanks++
			return ' '
		case '\u00ad':
			m.hyphens++
			return -1
		case '\u200b', '\u2060', '\ufeff', '\u200c', '\u200d', '\u200e', '\u200f', '\u202a', '\u202b', '\u202c', '\u202d', '\u202e':
			m.hidden++
			return -1
		case '\u2011': // no-break hyphen
			return '-'
		case 'Ð', 'ð': // of another alphabet, but looks the same
			m.eths++
			return map[rune]rune{'Ð': 'Đ', 'ð': 'đ'}[r]
		case '\u2028', '\u2029', '\u2002', '\u2003', '\u2009':
			return ' '
		}
		return visible(r)
	}, s)
	if norm.NFC.IsNormalString(s) {
		return s
	}
	for _, r := range s {
		if unicode.Is(unicode.Mn, r) {
			m.decomposed++
		}
	}
	return norm.NFC.String(s)
}

// visible takes control characters out; a tab stays until columns are read.
func visible(r rune) rune {
	switch {
	case r == '\t':
		return r
	case unicode.IsControl(r):
		return -1
	case r >= 0xfdd0 && r <= 0xfdef || r&0xfffe == 0xfffe: // no characters at all
		return -1
	}
	return r
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}
