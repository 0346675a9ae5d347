package intake

import "strings"

// convertFonts turns letters that were typed in an old font into Unicode. A
// font's name alone is no proof: Word keeps it on text that was converted, so
// the words decide.
func (p *paper) convertFonts() error {
	spans := p.allSpans()
	texts := map[string]*strings.Builder{}
	for _, group := range spans {
		joinLetters(*group)
		for _, s := range *group {
			if f := oldFontOf(s.font); f != "" {
				if texts[f] == nil {
					texts[f] = &strings.Builder{}
				}
				if texts[f].Len() < 1<<20 {
					texts[f].WriteString(s.text)
				}
			}
		}
	}
	convert := map[string]bool{}
	for f, b := range texts {
		text := b.String()
		total, good := score(text, 4000)
		read := fromTCVN3
		if f == fontVNI {
			read = fromVNI
		}
		n, ok := score(read(text), 4000)
		switch {
		case total == 0 && n == 0: // nothing but ASCII
		case total > 0 && good*10 >= total*8 && good*max(n, 1) >= ok*total:
		case n > 0 && ok*10 >= n*6:
			convert[f] = true
		default:
			return noiseRefusal()
		}
	}
	for _, group := range spans {
		for i := range *group {
			s := &(*group)[i]
			f := oldFontOf(s.font)
			if f == "" {
				continue
			}
			if convert[f] && !isASCII(s.text) {
				p.countFont(f, s.text)
				if f == fontVNI {
					s.text = fromVNI(s.text)
				} else {
					s.text = fromTCVN3(s.text)
				}
			}
			if drawsCapitals(s.font) {
				s.text = strings.ToUpper(s.text)
			}
		}
	}
	return p.convertUnnamed(spans)
}

func (p *paper) countFont(name, text string) {
	if p.mended.oldFont == nil {
		p.mended.oldFont = map[string]int{}
	}
	p.mended.oldFont[name] += len(strings.Fields(text))
}

// convertUnnamed looks for codes of an old font in text that names another.
func (p *paper) convertUnnamed(spans []*[]span) error {
	var b strings.Builder
	for _, group := range spans {
		for _, s := range *group {
			b.WriteString(s.text)
		}
		b.WriteString("\n")
		if b.Len() > 1<<20 {
			break
		}
	}
	text := b.String()
	total, good := score(text, 4000)
	if total < 3 || good*10 >= total*7 {
		return p.convertParagraphs(spans, total == good)
	}
	name, read := better(text, total, good)
	if read == nil {
		if isNoise(text) {
			return noiseRefusal()
		}
		return p.convertParagraphs(spans, false)
	}
	for _, group := range spans {
		for i := range *group {
			s := &(*group)[i]
			if !isASCII(s.text) {
				p.countFont(name, s.text)
				s.text = read(s.text)
			}
		}
	}
	return nil
}

// convertParagraphs converts single paragraphs that were pasted from an old
// file into a sound one.
func (p *paper) convertParagraphs(spans []*[]span, sound bool) error {
	if sound {
		return nil
	}
	for _, group := range spans {
		text := plainSpans(*group)
		total, good := score(text, 400)
		if total < 4 || good*10 >= total*4 {
			continue
		}
		name, read := better(text, total, good)
		if read == nil {
			continue
		}
		for i := range *group {
			s := &(*group)[i]
			if !isASCII(s.text) {
				p.countFont(name, s.text)
				s.text = read(s.text)
			}
		}
	}
	return nil
}

// joinLetters brings a mark of VNI that a change of form cut off back to its
// vowel.
func joinLetters(spans []span) {
	for i := 1; i < len(spans); i++ {
		a, b := &spans[i-1], &spans[i]
		if oldFontOf(a.font) != fontVNI || oldFontOf(b.font) != fontVNI || a.text == "" || b.text == "" {
			continue
		}
		first := []rune(b.text)[0]
		last := []rune(a.text)
		if k := vniMark(first); k >= 0 && vniTakes(vniLetter(last[len(last)-1]), k) {
			a.text += string(first)
			b.text = b.text[len(string(first)):]
		}
	}
}

// allSpans are the spans of every paragraph and note.
func (p *paper) allSpans() []*[]span {
	var out []*[]span
	eachPara(p.blocks, func(x *para) { out = append(out, &x.spans) })
	for i := range p.notes {
		out = append(out, &p.notes[i].spans)
	}
	return out
}
