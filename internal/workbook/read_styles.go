package workbook

import (
	"strconv"
	"strings"
)

// showing is what a number format makes of a number.
type showing uint8

const (
	showsNumber showing = iota
	showsDay
	showsShare // with a percent sign
)

// readStyles reads what the formats of cells make of their numbers.
func (b *reading) readStyles(part string) error {
	data, err := b.pack.read(part, maxPart)
	if err != nil {
		return err
	}
	b.styles = part
	s := newScanner(data)
	if !s.root() {
		return damaged("no styles")
	}
	custom := map[int]showing{}
	s.children(func() {
		switch {
		case s.is("numFmts"):
			s.children(func() {
				if id, err := strconv.Atoi(s.attr("numFmtId")); err == nil && s.is("numFmt") {
					custom[id] = showingOf(s.attr("formatCode"))
				}
			})
		case s.is("cellXfs"):
			s.children(func() {
				if !s.is("xf") {
					return
				}
				id, err := strconv.Atoi(s.attr("numFmtId"))
				if err != nil {
					id = 0
				}
				show, ok := custom[id]
				if !ok {
					show = builtin(id)
				}
				b.formats = append(b.formats, show)
			})
		}
	})
	if s.err != nil {
		return damaged(s.err.Error())
	}
	return nil
}

// builtin is what the formats do that need no code: those of the standard, and
// the days of the East Asian forms of Excel.
func builtin(id int) showing {
	switch {
	case id == 9 || id == 10:
		return showsShare
	case id >= 14 && id <= 17 || id == 22 || id >= 27 && id <= 31 || id == 36 || id >= 50 && id <= 54 || id == 57 || id == 58 || id >= 71 && id <= 74 || id == 77 || id == 81:
		return showsDay
	}
	return showsNumber
}

// showingOf reads a format code: what its first section, which is for positive
// numbers, does. A date has days, years, or months that are no minutes.
func showingOf(code string) showing {
	show := showsNumber
	clock, months := false, false
	for i := 0; i < len(code); i++ {
		switch c := code[i]; c {
		case ';':
			i = len(code)
		case '"':
			n := strings.IndexByte(code[i+1:], '"')
			if n < 0 {
				n = len(code)
			}
			i += n + 1
		case '\\', '_', '*':
			i++
		case '[':
			n := strings.IndexByte(code[i:], ']')
			if n < 0 {
				n = len(code)
			} else if strings.Trim(strings.ToLower(code[i+1:i+n]), "hms") == "" && n > 1 {
				clock = true // time that has passed: [h]:mm
			}
			i += n
		case '%':
			return showsShare
		case 'G', 'g':
			if len(code) >= i+7 && strings.EqualFold(code[i:i+7], "general") {
				i += 6
			}
		case 'A', 'a':
			for _, half := range [...]string{"am/pm", "a/p"} {
				if len(code) >= i+len(half) && strings.EqualFold(code[i:i+len(half)], half) {
					clock = true
					i += len(half) - 1
					break
				}
			}
		case 'E', 'e':
			if i+1 < len(code) && (code[i+1] == '+' || code[i+1] == '-') {
				i++ // an exponent
			} else {
				show = showsDay // the year of an era
			}
		case 'd', 'D', 'y', 'Y':
			show = showsDay
		case 'm', 'M':
			months = true
		case 'h', 'H', 's', 'S':
			clock = true
		}
	}
	if months && !clock {
		return showsDay
	}
	return show
}
