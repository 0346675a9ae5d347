package intake

import (
	"bytes"
	"encoding/binary"
	"slices"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"thonlanh/internal/markup"
)

// maxText bounds the text of one document, in bytes. A law of a thousand
// articles has one tenth of it.
const maxText = 6 << 20

// readPlain reads a plain text file: each line is a paragraph until it is
// known whether a program had cut the lines.
func readPlain(data []byte) (*paper, error) {
	if len(data) > 2*maxText {
		return nil, tooLarge("text file too large")
	}
	text, font, err := decodePlain(data)
	if err != nil {
		return nil, err
	}
	if len(text) > maxText {
		return nil, tooLarge("text too large")
	}
	p := &paper{}
	if font != "" {
		p.mended.oldFont = map[string]int{font: len(strings.Fields(text))}
	}
	text = strings.ReplaceAll(text, "\r\n", "\n")
	text = strings.ReplaceAll(text, "\r", "\n")
	lines := strings.Split(text, "\n")
	for i := 0; i < len(lines); {
		gap := i > 0
		for i < len(lines) && isBlank(lines[i]) {
			i++
		}
		start := i
		for i < len(lines) && !isBlank(lines[i]) {
			i++
		}
		p.chunk(lines[start:i], start+1, gap)
	}
	p.mend()
	p.learnLabels()
	p.unwrap()
	return p, nil
}

func isBlank(line string) bool {
	return strings.TrimFunc(line, func(r rune) bool { return unicode.IsSpace(r) || r == '\ufeff' || r == '\u200b' }) == ""
}

// chunk adds lines without an empty one between. Pairs of ** are bold, also
// across lines, where every one has its partner.
func (p *paper) chunk(lines []string, at int, gap bool) {
	marks := 0
	for _, l := range lines {
		marks += strings.Count(l, "**")
	}
	bold := false
	for i, l := range lines {
		x := &para{at: at + i, gap: gap && i == 0}
		if marks%2 == 1 || strings.Trim(l, "*_-= \t") == "" {
			x.spans = []span{{text: l}}
		} else {
			for k, part := range strings.Split(l, "**") {
				if k > 0 {
					bold = !bold
				}
				if part != "" {
					x.spans = append(x.spans, span{text: part, bold: bold})
				}
			}
		}
		p.blocks = append(p.blocks, block{para: x})
	}
}

// decodePlain finds out how a text file is encoded: UTF-8, what Notepad calls
// Unicode, or the bytes of an old font.
func decodePlain(data []byte) (text, font string, err error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		data = data[3:]
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return fromUTF16(data[2:], binary.LittleEndian)
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return fromUTF16(data[2:], binary.BigEndian)
	}
	if bytes.IndexByte(data, 0) >= 0 {
		if order, ok := looksUTF16(data); ok {
			return fromUTF16(data, order)
		}
		return "", "", refuse("binary data", "Tệp này không phải văn bản chữ, dù tên tệp kết thúc bằng .txt.",
			"Xem lại tệp: nếu là tệp Word thì đổi đuôi lại thành .docx; nếu không thì xin lại tệp gốc.")
	}
	if utf8.Valid(data) {
		return oldText(string(data))
	}
	return oldBytes(data)
}

func fromUTF16(data []byte, order binary.ByteOrder) (string, string, error) {
	if len(data)%2 == 1 {
		return "", "", refuse("odd length of UTF-16", "Tệp văn bản này bị cắt giữa chừng: chữ cuối cùng chỉ còn một nửa.", "Xin lại tệp gốc, hoặc mở bằng Notepad, xem đoạn cuối rồi lưu lại với mã UTF-8.")
	}
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = order.Uint16(data[2*i:])
	}
	return oldText(string(utf16.Decode(units)))
}

// looksUTF16 knows text in two bytes for each letter that carries no mark of
// its order: nearly every blank of it has a zero byte beside it.
func looksUTF16(data []byte) (binary.ByteOrder, bool) {
	if len(data)%2 == 1 {
		return nil, false
	}
	var spaces [2]int
	for i := 0; i+1 < len(data); i += 2 {
		switch {
		case data[i] == ' ' && data[i+1] == 0:
			spaces[0]++
		case data[i] == 0 && data[i+1] == ' ':
			spaces[1]++
		}
	}
	switch {
	case spaces[0]*40 > len(data):
		return binary.LittleEndian, true
	case spaces[1]*40 > len(data):
		return binary.BigEndian, true
	}
	return nil, false
}

// unwrap joins lines that a program cut at a fixed width, where a file is of
// that kind: nearly every line that is followed by another ends near one
// common width.
func (p *paper) unwrap() {
	widths := make([]int, len(p.blocks))
	var all []int
	for i, b := range p.blocks {
		widths[i] = utf8.RuneCountInString(strings.TrimRight(plainSpans(b.para.spans), " \t"))
		if i+1 < len(p.blocks) && !p.blocks[i+1].para.gap {
			all = append(all, widths[i])
		}
	}
	if len(all) < 8 {
		return
	}
	slices.Sort(all)
	width := all[len(all)*9/10]
	near := 0
	for _, n := range all {
		if n*4 >= width*3 {
			near++
		}
	}
	if width < 50 || width > 120 || near*10 < len(all)*6 {
		return
	}
	out := p.blocks[:0]
	for i, b := range p.blocks {
		if n := len(out); n > 0 && !b.para.gap && widths[i-1]*4 >= width*3 && p.goesOn(out[n-1].para, b.para) {
			last := out[n-1].para
			last.spans = append(append(last.spans, span{text: " "}), b.para.rest()...)
			p.mended.wrapped++
			continue
		}
		out = append(out, b)
	}
	p.blocks = out
}

// goesOn reports whether a line can be the rest of the paragraph that the
// full line before it belongs to.
func (p *paper) goesOn(before, line *para) bool {
	s, above := line.head(), before.head()
	return !p.isLabelled(s) && !isClosingLine(s) && !isClosingLine(above) && markup.AllCapitals(s) == markup.AllCapitals(above) &&
		!strings.HasPrefix(s, "Căn cứ ")
}

// rest is the spans of a line that goes on with the one before it; each keeps
// where it stands.
func (p *para) rest() []span {
	for i := range p.spans {
		if p.spans[i].at == 0 {
			p.spans[i].at = p.at
		}
	}
	if len(p.spans) > 0 {
		p.spans[0].text = strings.TrimLeft(p.spans[0].text, " \t")
	}
	return p.spans
}

func isClosingLine(s string) bool {
	return markup.OpensRecipients(s) || markup.SignsFor(s) || markup.IsPost(s)
}
