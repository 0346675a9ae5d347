package markup

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// scanNamed reads labels with a name: "Phần thứ nhất", "Chương II", "Mục 1",
// "Tiểu mục 2", "Điều 24.", "Phụ lục II".
func scanNamed(s []byte, mode Mode, heading bool) (label, int) {
	kind, i := nameOf(s)
	if i == 0 {
		return label{}, 0
	}
	word := i
	i = skipBlank(s, i)
	l := label{kind: kind}
	n := 0
	if kind == KindAnnex {
		i = skipNumberWord(s, i)
	}
	if i > word {
		switch {
		case i < len(s) && '0' <= s[i] && s[i] <= '9':
			n = l.arabic(s[i:])
		case kind == KindArticle:
		case kind == KindPart || kind == KindAnnex:
			if n = l.ordinal(s[i:]); n == 0 {
				n = l.roman(s[i:])
			}
		default:
			n = l.roman(s[i:])
		}
		if n == 0 && kind == KindAnnex {
			n = l.capital(s[i:])
		}
	}
	end := i + n
	if n == 0 {
		if kind != KindAnnex {
			return label{}, 0
		}
		end = word // the only annex has no number
	}
	rest := s[end:]
	if kind == KindArticle {
		if sign := articleDash(rest); sign > 0 {
			return l, end + sign
		}
	}
	if len(rest) > 0 && (rest[0] == '.' || rest[0] == ':') && (len(rest) == 1 || rest[1] < '0' || rest[1] > '9') {
		end++
	} else if !heading && !alone(rest, kind) {
		return label{}, 0 // "Điều 5 của Luật này quy định" is a sentence
	} else if heading && len(rest) > 0 && !setOff(rest, false) {
		return label{}, 0
	}
	if kind == KindSection && mode == Plan && romanValue(l.mark) > 0 {
		l.kind, l.id = KindRoman, strings.ToLower(l.mark)
	}
	return l, end
}

// articleDash is the length of a dash between the number of an article and its
// title: "Điều 1 - Phạm vi", "Điều 1.- Phạm vi".
func articleDash(s []byte) int {
	i := 0
	if len(s) > 0 && (s[0] == '.' || s[0] == ' ') {
		i = 1
	}
	dash := dashLen(s[i:])
	if dash == 0 || i+dash >= len(s) || s[i+dash] != ' ' || !startsUpper(s[i+dash:]) {
		return 0
	}
	return i + dash
}

// skipNumberWord passes "số" before the number of an annex: "Phụ lục số 01".
func skipNumberWord(s []byte, i int) int {
	for _, w := range [...]string{"số ", "Số ", "SỐ "} {
		if bytes.HasPrefix(s[i:], []byte(w)) {
			return skipBlank(s, i+len(w))
		}
	}
	return i
}

// alone reports whether a named label without a full stop can be followed by
// rest: by nothing, by a title in capitals or after a dash.
func alone(rest []byte, kind Kind) bool {
	rest = bytes.TrimRight(bytes.TrimLeft(rest, "*_ \t"), "*_ \t\n”\"")
	if len(rest) == 0 {
		return true
	}
	if kind == KindArticle {
		return false
	}
	r, n := utf8.DecodeRune(rest)
	return allCaps(rest) || (r == '-' || r == '–') && len(rest) > n && rest[n] == ' ' || r == '('
}

func nameOf(s []byte) (Kind, int) {
	for _, c := range [...]struct {
		name string
		kind Kind
	}{
		{"Điều", KindArticle}, {"ĐIỀU", KindArticle},
		{"Chương", KindChapter}, {"CHƯƠNG", KindChapter},
		{"Mục", KindSection}, {"MỤC", KindSection},
		{"Tiểu mục", KindSubsection}, {"TIỂU MỤC", KindSubsection}, {"Tiểu Mục", KindSubsection},
		{"Phần", KindPart}, {"PHẦN", KindPart},
		{"Phụ lục", KindAnnex}, {"PHỤ LỤC", KindAnnex}, {"Phụ Lục", KindAnnex},
	} {
		if bytes.HasPrefix(s, []byte(c.name)) {
			return c.kind, len(c.name)
		}
	}
	return 0, 0
}

// arabic reads "24", "256a".
func (l *label) arabic(s []byte) int {
	i := 0
	for i < len(s) && '0' <= s[i] && s[i] <= '9' {
		l.seq.num = l.seq.num*10 + int32(s[i]-'0')
		if i++; i > 4 {
			return 0
		}
	}
	if r, n := utf8.DecodeRune(s[i:]); letterPlace(r) > 0 {
		if next, _ := utf8.DecodeRune(s[i+n:]); !unicode.IsLetter(next) {
			l.seq.suffix, i = int32(letterPlace(r)), i+n
		}
	}
	l.mark = trimZeros(string(s[:i]))
	l.id = asciiMark(l.mark)
	return i
}

// roman reads "II". Containers carry their number in ids, whichever way it
// was printed.
func (l *label) roman(s []byte) int {
	i := romanLen(s)
	num := romanValue(string(s[:i]))
	if next, _ := utf8.DecodeRune(s[i:]); num == 0 || unicode.IsLetter(next) {
		return 0
	}
	l.mark, l.id, l.seq.num = string(s[:i]), itoa(num), int32(num)
	return i
}

func (l *label) ordinal(s []byte) int {
	for num, names := range [...][2]string{
		{"thứ nhất", "THỨ NHẤT"}, {"thứ hai", "THỨ HAI"}, {"thứ ba", "THỨ BA"}, {"thứ tư", "THỨ TƯ"},
		{"thứ năm", "THỨ NĂM"}, {"thứ sáu", "THỨ SÁU"}, {"thứ bảy", "THỨ BẢY"}, {"thứ tám", "THỨ TÁM"},
		{"thứ chín", "THỨ CHÍN"}, {"thứ mười", "THỨ MƯỜI"},
	} {
		for _, name := range names {
			if bytes.HasPrefix(s, []byte(name)) {
				l.mark, l.id, l.seq.num = names[0], itoa(num+1), int32(num+1)
				return len(name)
			}
		}
	}
	return 0
}

func (l *label) capital(s []byte) int {
	if len(s) == 0 || s[0] < 'A' || s[0] > 'Z' || len(s) > 1 && !setOff(s[1:], false) && s[1] != '.' && s[1] != ':' {
		return 0
	}
	l.mark = string(s[:1])
	l.id, l.seq.num = strings.ToLower(l.mark), int32(s[0]-'A')+1
	return 1
}
