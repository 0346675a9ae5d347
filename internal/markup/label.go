package markup

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// label is the printed label at the head of a line: "III.", "9.", "a)", "-",
// "Điều 24.", "Chương II". Offsets count from the start of the line.
type label struct {
	kind       Kind
	start, end int
	mark       string // as a citation calls it: "III", "256a", "đ", "1.2"
	id         string // as an id spells it: "iii", "256a", "dd", "1-2"
	seq        seq
	dots       int  // levels below the first in a dotted number: 1 in "1.2."
	quoted     bool // a quotation mark stands before the label
	great      bool // a great part with a letter: "A."
	odd        bool // a number with another sign than the usual stop: "1)"
}

// seq is the place of a label in its numbering. Inserted units share a number
// and differ in the suffix: 256, 256a.
type seq struct {
	num, suffix int32
}

// scanLabel reads the label at the head of a line. Emphasis and a quotation
// mark may stand before it. In a heading the label need not be set off from
// the words after it: "## Chương II Quy định chung".
func scanLabel(line []byte, mode Mode, fashion Fashion, heading bool) (label, bool) {
	i := skipBlank(line, 0)
	i = skipEmphasis(line, i)
	quoted := false
	if rest := line[i:]; bytes.HasPrefix(rest, []byte("“")) {
		quoted, i = true, i+len("“")
	} else if len(rest) > 0 && rest[0] == '"' {
		quoted, i = true, i+1
	}
	if quoted {
		i = skipEmphasis(line, i)
	}
	s := line[i:]
	if len(s) == 0 {
		return label{}, false
	}
	var l label
	var n int
	switch c := s[0]; {
	case c == '-' || c == '+' || c == 0xe2:
		l, n = scanDash(s)
	case '0' <= c && c <= '9':
		l, n = scanNumber(s, heading)
	case 'a' <= c && c <= 'z':
		l, n = scanLetter(s)
	case c == 'I' || c == 'V' || c == 'X':
		l, n = scanRoman(s)
	case 'A' <= c && c <= 'Z' || c == 0xc4:
		if l, n = scanLetter(s); n == 0 {
			l, n = scanNamed(s, mode, heading)
		}
		if n == 0 {
			l, n = scanCapital(s)
		}
	}
	for way := Fashion(1); n == 0 && fashion != 0 && way < fashionEnd; way <<= 1 {
		if fashion&way != 0 {
			l, n = scanOdd(s, way)
		}
	}
	if fashion&romanSmall != 0 && l.kind == KindLetter && n > 0 {
		if r, k := scanOdd(s, romanSmall); k > 0 {
			l, n = r, k
		}
	}
	if n == 0 {
		return label{}, false
	}
	l.start, l.end, l.quoted = i, i+n, quoted
	return l, true
}

func skipBlank(s []byte, i int) int {
	for i < len(s) && (s[i] == ' ' || s[i] == '\t') {
		i++
	}
	return i
}

// skipEmphasis passes a run of up to three * or _ that opens emphasis.
func skipEmphasis(s []byte, i int) int {
	j := i
	for j < len(s) && j < i+3 && (s[j] == '*' || s[j] == '_') && s[j] == s[i] {
		j++
	}
	if j == len(s) || s[j] == ' ' || s[j] == '\t' || s[j] == '\n' || s[j] == '*' || s[j] == '_' {
		return i
	}
	return j
}

// setOff reports whether a label may end before s: at a space, the end of the
// line, the end of emphasis, or, where tight, at a capital letter ("1.Công an
// xã", a slip of typing that is common and clear).
func setOff(s []byte, tight bool) bool {
	if len(s) == 0 {
		return true
	}
	switch s[0] {
	case ' ', '\t', '\n', '*', '_':
		return true
	}
	if !tight {
		return false
	}
	r, _ := utf8.DecodeRune(s)
	return unicode.IsUpper(r) || r == '“'
}

func scanDash(s []byte) (label, int) {
	r, n := utf8.DecodeRune(s)
	kind := KindDash
	switch r {
	case '-', '–', '—', '•':
	case '+':
		kind = KindPlus
	default:
		return label{}, 0
	}
	rest := s[n:]
	if !setOff(rest, true) || len(bytes.TrimRight(rest, "*_ \t\n")) == 0 || rest[0] == '*' || rest[0] == '_' {
		return label{}, 0
	}
	return label{kind: kind}, n
}

// scanNumber reads "9.", "2a.", "1/ ", "1.2." and, before a capital, "1.2 ".
func scanNumber(s []byte, heading bool) (label, int) {
	var nums [3]int
	parts, i := 0, 0
	suffix := 0
	for {
		start := i
		for i < len(s) && '0' <= s[i] && s[i] <= '9' {
			nums[parts] = nums[parts]*10 + int(s[i]-'0')
			if i++; i-start > 3 {
				return label{}, 0
			}
		}
		if parts > 0 && (i-start > 2 || s[start] == '0') {
			return label{}, 0 // "1.000 đồng" is a sum of money
		}
		parts++
		if r, n := utf8.DecodeRune(s[i:]); parts == 1 && (letterPlace(r) > 0 && i+n < len(s) && s[i+n] == '.') {
			suffix, i = letterPlace(r), i+n
		}
		if parts == len(nums) || i+1 >= len(s) || s[i] != '.' || s[i+1] < '0' || s[i+1] > '9' {
			break
		}
		i++
	}
	number := i
	switch {
	case i < len(s) && s[i] == '.' && setOff(s[i+1:], true):
		i++
	case i+1 < len(s) && s[i] == '/' && s[i+1] == ' ':
		i++
	case parts > 1 && i < len(s) && s[i] == ' ' && (heading || startsUpper(s[i:])):
	default:
		return label{}, 0
	}
	l := label{kind: KindNumber, dots: parts - 1, seq: seq{int32(nums[parts-1]), int32(suffix)}}
	l.mark = trimZeros(string(s[:number]))
	l.id = strings.ReplaceAll(asciiMark(l.mark), ".", "-")
	return l, i
}

// scanLetter reads "a)", "đ)", "a1)", "a/ " and, before a capital, "a. ".
func scanLetter(s []byte) (label, int) {
	r, i := utf8.DecodeRune(s)
	if !(r >= 'a' && r <= 'z' || r == 'đ') {
		return label{}, 0
	}
	sub := 0
	for i < len(s) && '0' <= s[i] && s[i] <= '9' && i < 5 {
		sub = sub*10 + int(s[i]-'0')
		i++
	}
	mark := string(s[:i])
	if i >= len(s) {
		return label{}, 0
	}
	switch rest := s[i+1:]; {
	case s[i] == ')' && setOff(rest, true):
	case s[i] == '/' && len(rest) > 0 && rest[0] == ' ':
	case s[i] == '.' && len(rest) > 0 && rest[0] == ' ' && startsUpper(rest):
	default:
		return label{}, 0
	}
	return label{kind: KindLetter, mark: mark, id: asciiMark(mark), seq: seq{int32(letterPlace(r)), int32(sub)}}, i + 1
}

func scanRoman(s []byte) (label, int) {
	i := romanLen(s)
	num := romanValue(string(s[:i]))
	if num == 0 || i >= len(s) || s[i] != '.' && s[i] != '/' || !setOff(s[i+1:], false) {
		return label{}, 0
	}
	mark := string(s[:i])
	return label{kind: KindRoman, mark: mark, id: strings.ToLower(mark), seq: seq{num: int32(num)}}, i + 1
}

// scanCapital reads the great parts of some plans: "A. ĐẶC ĐIỂM TÌNH HÌNH",
// whose words are all in capitals.
func scanCapital(s []byte) (label, int) {
	if len(s) < 4 || s[0] < 'A' || s[0] > 'H' || s[1] != '.' || s[2] != ' ' || !allCaps(s[2:]) {
		return label{}, 0
	}
	return capitalLabel(s[0]), 2
}

func capitalLabel(c byte) label {
	mark := string(rune(c))
	return label{kind: KindPart, mark: mark, id: strings.ToLower(mark), seq: seq{num: int32(c-'A') + 1}, great: true}
}
