package markup

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Fashion says which uncommon ways of writing labels a text uses: "I - MỤC
// TIÊU", "1) …", "a.- …", "A. Tình hình". Each of them alone may be anything,
// so a text uses one only where its first two marks follow one another, or one
// of it goes on with a numbering of the usual way.
type Fashion uint8

const (
	romanSigns   Fashion = 1 << iota // I-  I -  I)  I.-  I/MỤC TIÊU
	romanSmall                       // i.  ii/
	numberSigns                      // 1)  (1)  1-  1.-  1/Tuyên truyền
	letterSigns                      // a. giữ gìn  (a)  a-  a.-  a/Trên loa
	capitalSigns                     // A. Tình hình  A/  A-
	fashionEnd
)

// fashionOf looks at each line of a text for the ways that it uses.
func fashionOf(text []byte) Fashion {
	var f fashionReader
	for len(text) > 0 && f.found != fashionEnd-1 {
		line := text
		if i := bytes.IndexByte(text, '\n'); i >= 0 {
			line, text = text[:i], text[i+1:]
		} else {
			text = nil
		}
		f.line(line)
	}
	return f.found
}

// fashionReader keeps the last mark of each way.
type fashionReader struct {
	found Fashion
	last  [5]int32 // of each way
	usual [5]int32 // of the usual way of the same numbering
}

func (f *fashionReader) line(line []byte) {
	i := skipBlank(line, 0)
	for i < len(line) && line[i] == '#' {
		i++
	}
	i = skipEmphasis(line, skipBlank(line, i))
	if i >= len(line) || !mayLabel[line[i]] {
		return
	}
	s := line[i:]
	for k, way := 0, Fashion(1); way < fashionEnd; k, way = k+1, way<<1 {
		l, n := scanOdd(s, way)
		if n == 0 {
			continue
		}
		if l.seq.num == 2 && f.last[k] == 1 || l.seq.num > 1 && l.dots == 0 && f.usual[k] == l.seq.num-1 {
			f.found |= way
		}
		f.last[k], f.usual[k] = l.seq.num, 0
	}
	f.usually(s)
}

// usually keeps the last mark that is written in the usual way.
func (f *fashionReader) usually(s []byte) {
	k, l, n := 0, label{}, 0
	switch c := s[0]; {
	case '0' <= c && c <= '9':
		l, n = scanNumber(s, false)
		k = 2
	case c == 'I' || c == 'V' || c == 'X':
		l, n = scanRoman(s)
	case 'a' <= c && c <= 'z' || c >= 0x80:
		l, n = scanLetter(s)
		k = 3
	}
	if n > 0 && l.dots == 0 {
		f.usual[k] = l.seq.num
	}
}

// mayLabel are the bytes that a mark of one of the ways begins with.
var mayLabel = func() (out [256]bool) {
	for _, c := range "IVXivx0123456789(abcdeghiklmnopqrstuvxyABCDEFGH" {
		out[c] = true
	}
	out["đ"[0]] = true
	return out
}()

// scanOdd reads a label that is written in one of the uncommon ways.
func scanOdd(s []byte, way Fashion) (label, int) {
	open := 0
	if s[0] == '(' && way&(numberSigns|letterSigns) != 0 {
		open = 1
	}
	var l label
	var n int
	switch way {
	case romanSigns, romanSmall:
		l, n = oddRoman(s, way == romanSmall)
	case numberSigns:
		l, n = oddNumber(s[open:])
	case letterSigns:
		l, n = oddLetter(s[open:])
	case capitalSigns:
		if s[0] >= 'A' && s[0] <= 'H' {
			l, n = capitalLabel(s[0]), 1
		}
	}
	if n == 0 {
		return label{}, 0
	}
	n += open
	sign := 0
	if open > 0 {
		if n < len(s) && s[n] == ')' && setOff(s[n+1:], true) && n+1 < len(s) {
			sign = 1
		}
	} else {
		sign = oddSign(s[n:], way)
	}
	if sign == 0 {
		return label{}, 0
	}
	return l, n + sign
}

// oddSign is the length of the sign that ends a label, at the head of s.
func oddSign(s []byte, way Fashion) int {
	i := 0
	if len(s) > 1 && s[0] == ' ' && dashLen(s[1:]) > 0 {
		i = 1
	}
	dash := dashLen(s[i:])
	switch {
	case dash > 0:
		i += dash
	case len(s) == 0:
		return 0
	case s[0] == '/' || s[0] == ')':
		i = 1
	case s[0] != '.':
		return 0
	default:
		i = 1
		switch {
		case i < len(s) && (s[i] == '/' || s[i] == ')'):
			i, dash = 2, 1
		case i < len(s) && dashLen(s[i:]) > 0:
			dash = dashLen(s[i:])
			i += dash
		case way != letterSigns && way != capitalSigns && way != romanSmall:
			return 0 // "I. " and "1. " are the usual ones
		}
	}
	rest := s[i:]
	if len(rest) == 0 || !setOff(rest, true) {
		return 0
	}
	tight := rest[0] != ' ' && rest[0] != '\t'
	rest = bytes.TrimLeft(rest, " \t*_“\"(")
	r, _ := utf8.DecodeRune(rest)
	if len(rest) == 0 || !unicode.IsLetter(r) && (dash > 0 || tight || r < '0' || r > '9') {
		return 0 // "1 - 2 người" counts something
	}
	return i
}

func dashLen(s []byte) int {
	if len(s) == 0 {
		return 0
	}
	switch r, n := utf8.DecodeRune(s); r {
	case '-', '–', '—':
		return n
	}
	return 0
}

func oddRoman(s []byte, small bool) (label, int) {
	head := s[:min(len(s), 8)]
	if small {
		if head[0] != 'i' && head[0] != 'v' && head[0] != 'x' {
			return label{}, 0
		}
		head = bytes.ToUpper(head)
	}
	n := romanLen(head)
	num := romanValue(string(head[:n]))
	if num == 0 || num > 30 {
		return label{}, 0
	}
	mark := romanOf(num)
	return label{kind: KindRoman, mark: mark, id: strings.ToLower(mark), seq: seq{num: int32(num)}}, n
}

// oddNumber reads "9", "09", "1.2" without what ends it.
func oddNumber(s []byte) (label, int) {
	var nums [3]int
	parts, i := 0, 0
	for {
		start := i
		for i < len(s) && '0' <= s[i] && s[i] <= '9' {
			nums[parts] = nums[parts]*10 + int(s[i]-'0')
			if i++; i-start > 2 {
				return label{}, 0
			}
		}
		if i == start || parts > 0 && s[start] == '0' {
			return label{}, 0
		}
		parts++
		if parts == len(nums) || i+1 >= len(s) || s[i] != '.' || s[i+1] < '0' || s[i+1] > '9' {
			break
		}
		i++
	}
	l := label{kind: KindNumber, dots: parts - 1, odd: true, seq: seq{num: int32(nums[parts-1])}}
	l.mark = trimZeros(string(s[:i]))
	l.id = strings.ReplaceAll(l.mark, ".", "-")
	return l, i
}

func oddLetter(s []byte) (label, int) {
	r, n := utf8.DecodeRune(s)
	place := letterPlace(r)
	if place == 0 {
		return label{}, 0
	}
	mark := string(s[:n])
	return label{kind: KindLetter, mark: mark, id: asciiMark(mark), seq: seq{num: int32(place)}}, n
}
