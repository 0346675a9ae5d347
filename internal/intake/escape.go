package intake

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// inline writes the words of a paragraph. Its first label bytes are a label
// and stay as they are; emphasis that covers the whole paragraph is form, not
// meaning, and is dropped.
func (w *writer) inline(p *para, label int) string {
	spans := normal(p)
	whole := formOfAll(spans)
	var b strings.Builder
	skip := label
	for i, s := range spans {
		if s.note > 0 {
			w.notes[s.note] = true
			if s.note <= maxNotes || s.note > len(w.source) {
				b.WriteString("[^" + strconv.Itoa(s.note) + "]")
			} else { // more than a page can number: in the text itself
				b.WriteString(" (" + escape(collapse(plainSpans(w.source[s.note-1].spans))) + ")")
			}
			continue
		}
		text := s.text
		if skip > 0 {
			n := min(skip, len(text))
			b.WriteString(text[:n])
			text, skip = text[n:], skip-n
			if text == "" {
				continue
			}
		}
		mark := ""
		if s.bold && !whole.bold {
			mark = "**"
		}
		if s.italic && !whole.italic {
			mark += "*"
		}
		written := b.String()
		b.WriteString(emphasised(written[max(0, len(written)-8):], text, after(spans, i), mark, s))
	}
	return b.String()
}

// maxNotes is how many footnotes markup numbers on one page, and a few less.
const maxNotes = 280

// maxPiece bounds the stretches that pieces of one form are joined into: a file
// may cut a long text into single letters.
const maxPiece = 4 << 10

// emphasised writes a stretch of text between marks of emphasis where those
// are sure to be read as such, and without them elsewhere.
func emphasised(before, text, next, mark string, s span) string {
	lead := text[:len(text)-len(strings.TrimLeft(text, " "))]
	trail := text[len(strings.TrimRight(text, " ")):]
	inner := strings.TrimSpace(text)
	if inner == "" {
		return text
	}
	if mark != "" && s.link == "" { // "**Công an xã**:" is sure to be read, "**Công an xã:**" is not
		bare := strings.TrimRight(inner, ":;,.")
		trail = inner[len(bare):] + trail
		if inner = bare; inner == "" {
			return lead + trail
		}
	}
	out := escape(inner)
	if s.link != "" {
		out = "[" + out + "](<" + s.link + ">)"
	}
	if mark == "" {
		return lead + out + trail
	}
	first, _ := utf8.DecodeRuneInString(inner)
	last, _ := utf8.DecodeLastRuneInString(inner)
	prev, _ := utf8.DecodeLastRuneInString(before + lead)
	follow, _ := utf8.DecodeRuneInString(trail + next)
	if s.link != "" || !isWord(first) || !isWord(last) || isWord(prev) || isWord(follow) || strings.HasSuffix(before+lead, "*") || strings.HasPrefix(trail+next, "*") {
		return lead + out + trail
	}
	return lead + mark + out + mark + trail
}

func isWord(r rune) bool { return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r)) }

// canEmphasise reports whether ** may stand around a written text.
func canEmphasise(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	last, _ := utf8.DecodeLastRuneInString(s)
	return isWord(first) && isWord(last) && !strings.Contains(s, "*") && !strings.Contains(s, "\n")
}

func after(spans []span, i int) string {
	if i+1 < len(spans) {
		if spans[i+1].note > 0 {
			return "["
		}
		next := spans[i+1].text
		return next[:min(len(next), 8)]
	}
	return ""
}

// normal gives the spans of a paragraph, its automatic number first, with one
// blank between words and none around them, neighbours of one form joined.
func normal(p *para) []span {
	var out []span
	blank := true
	add := func(s span) {
		var b strings.Builder
		for _, r := range s.text {
			if unicode.IsSpace(r) {
				if !blank {
					b.WriteByte(' ')
				}
				blank = true
				continue
			}
			blank = false
			b.WriteRune(raised(r, s.raised))
		}
		if s.note > 0 {
			blank = false
		}
		s.text = b.String()
		if s.text == "" && s.note == 0 {
			return
		}
		if n := len(out); n > 0 && s.note == 0 && out[n-1].note == 0 && len(out[n-1].text) < maxPiece && out[n-1].bold == s.bold && out[n-1].italic == s.italic && out[n-1].link == s.link {
			out[n-1].text += s.text
			return
		}
		out = append(out, s)
	}
	if p.label != "" {
		add(span{text: p.label + " "})
	}
	for _, s := range p.spans {
		add(s)
	}
	for n := len(out); n > 0 && out[n-1].note == 0; n = len(out) {
		out[n-1].text = strings.TrimRight(out[n-1].text, " ")
		if out[n-1].text != "" {
			break
		}
		out = out[:n-1]
	}
	return out
}

// raised writes a digit above or below the line as the character for it.
func raised(r rune, where int) rune {
	if r < '0' || r > '9' || where == 0 {
		return r
	}
	if where < 0 {
		return '₀' + r - '0'
	}
	return []rune("⁰¹²³⁴⁵⁶⁷⁸⁹")[r-'0']
}

// formOfAll says which emphasis all words of a paragraph share.
func formOfAll(spans []span) span {
	all := span{bold: true, italic: true}
	for _, s := range spans {
		if hasWord(s.text) {
			all.bold = all.bold && s.bold
			all.italic = all.italic && s.italic
		}
	}
	return all
}

// escape keeps every character of running text from being Markdown.
func escape(s string) string {
	if !strings.ContainsAny(s, "\\*_`[]<|&") {
		return s
	}
	var b strings.Builder
	for i, r := range s {
		switch r {
		case '\\', '*', '`', '[', ']', '<', '|':
			b.WriteByte('\\')
		case '_':
			before, _ := utf8.DecodeLastRuneInString(s[:i])
			next, _ := utf8.DecodeRuneInString(s[i+1:])
			if !isWord(before) || !isWord(next) {
				b.WriteByte('\\')
			}
		case '&':
			if isEntity(s[i:]) {
				b.WriteByte('\\')
			}
		}
		b.WriteRune(r)
	}
	return b.String()
}

func isEntity(s string) bool {
	end := strings.IndexByte(s[:min(len(s), 40)], ';')
	if end < 2 {
		return false
	}
	for _, c := range s[1:end] {
		if c != '#' && (c < '0' || c > '9') && (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') {
			return false
		}
	}
	return true
}

// escapeStart keeps the first character of a paragraph without label from
// opening a heading, a quotation, a list or a fence.
func escapeStart(s string) string {
	if s == "" {
		return s
	}
	switch s[0] {
	case '#', '>', '-', '+', '=', '~':
		return "\\" + s
	}
	end := strings.IndexFunc(s, func(r rune) bool { return r < '0' || r > '9' })
	if end > 0 && end <= 9 && (s[end] == '.' || s[end] == ')') {
		return s[:end] + "\\" + s[end:]
	}
	return s
}
