package viet

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Syllables counts what is read aloud: each syllable and each number once.
// "HIV/AIDS" is two, "1.250" and "30/6/2020" one.
func Syllables(s string) int {
	count := 0
	var prev, before rune // the last character and the one before it
	for _, r := range s {
		if unicode.Is(unicode.Mn, r) {
			continue
		}
		if kindOf(r) != 0 && kindOf(prev) == 0 {
			inNumber := kindOf(r) == 1 && kindOf(before) == 1 && strings.ContainsRune(".,/:", prev)
			if !inNumber {
				count++
			}
		}
		before, prev = prev, r
	}
	return count
}

// NBSP ties a number to the word that names it with a no-break space:
// "Điều 24", "khoản 2", "điểm a", "07 thôn", "ngày 10/6", "Số 48". Only single
// spaces are exchanged; no other character is touched.
func NBSP(s string) string {
	if strings.IndexByte(s, ' ') < 0 {
		return s
	}
	return string(AppendNBSP(make([]byte, 0, len(s)+16), s))
}

// AppendNBSP appends s to dst as NBSP writes it.
func AppendNBSP(dst []byte, s string) []byte {
	kept := 0     // how much of s is in dst
	tied := false // whether the word before the gap is tied to the one before it
	left := 0     // where that word begins
	for i := 0; i < len(s); i++ {
		if s[i] != ' ' {
			continue
		}
		if i+1 < len(s) && sideOf[s[left]]&neverLeft != 0 && sideOf[s[i+1]]&neverRight != 0 || i == left || !mayBelong(s[left], s[i+1:]) {
			left, tied = i+1, false
			continue
		}
		end := strings.IndexByte(s[i+1:], ' ')
		if end < 0 {
			end = len(s) - i - 1
		}
		// A chain of ties ("ngày 13 tháng 02 năm 2020") would be a word too
		// long for a narrow screen, so ties come in pairs.
		tied = !tied && belongs(s[left:i], s[i+1:i+1+end])
		if tied {
			dst = append(dst, s[kept:i]...)
			dst = append(dst, "\u00a0"...)
			kept = i + 1
		}
		left = i + 1
	}
	return append(dst, s[kept:]...)
}

// mayBelong rules out nearly all pairs by a look at their first bytes: a tie
// has a number on one side, or a Roman numeral or a single letter on the
// right. l is the first byte of the left word, right what follows the space.
func mayBelong(l byte, right string) bool {
	if right == "" {
		return false
	}
	r := right[0]
	if !letterByte(l) || !letterByte(r) { // a figure, or a sign before one
		return true
	}
	switch r {
	case 'I', 'V', 'X', 'L', 'C':
		return true
	}
	// "điểm a", "điểm đ": a letter that ends its word at once.
	if l != 0xc4 && l != 'D' && l != 'd' { // đ, Đ and their decomposed forms
		return false
	}
	n := 1
	if r >= 0x80 {
		n = 2
	}
	return len(right) <= n+2 || !wordByte(right[n]) || !wordByte(right[min(n+1, len(right)-1)]) || right[n] >= 0xcc && right[n] < 0xce
}

// side tells of a first byte that words which begin with it stand in no tie
// unless their neighbour allows it.
type side uint8

const (
	neverLeft  side = 1 << iota // an ordinary letter, but none that "điểm" begins with
	neverRight                  // an ordinary letter, but none of a Roman numeral
)

// sideOf settles at a look what mayBelong would say of most pairs of words.
var sideOf = func() (out [256]side) {
	for c := range out {
		if !letterByte(byte(c)) {
			continue
		}
		if c != 0xc4 && c != 'D' && c != 'd' {
			out[c] |= neverLeft
		}
		if !strings.ContainsRune("IVXLC", rune(c)) {
			out[c] |= neverRight
		}
	}
	return out
}()

// letterByte reports the first byte of an ASCII letter or of one with marks.
func letterByte(c byte) bool {
	return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= 0xc3 && c < 0xe2
}

// wordByte reports a byte of a letter or digit.
func wordByte(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= 0x80
}

func belongs(left, right string) bool {
	if left == "" || right == "" {
		return false
	}
	if isNumber(left) {
		return isUnit(strings.ToLower(bare(right)))
	}
	if last, _ := utf8.DecodeLastRuneInString(left); !unicode.IsLetter(last) && !unicode.Is(unicode.Mn, last) {
		return false
	}
	return labelTakes(strings.ToLower(bare(left)), bare(right))
}

// bare is a word without the punctuation around it.
func bare(word string) string {
	if len(word) > 40 {
		return ""
	}
	if w, ok := bareLetters(word); ok {
		return w
	}
	word = strings.TrimFunc(word, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) && r != '%'
	})
	return norm.NFC.String(word)
}

// bareLetters is bare for words of ASCII and composed Latin letters, which are
// nearly all; it reports false for others.
func bareLetters(word string) (string, bool) {
	sign := func(c byte) bool { return c < 0x80 && !wordByte(c) && c != '%' }
	for word != "" && sign(word[0]) {
		word = word[1:]
	}
	for word != "" && sign(word[len(word)-1]) {
		word = word[:len(word)-1]
	}
	for i := 0; i < len(word); i++ {
		switch c := word[i]; {
		case c < 0x80:
		case i+1 == len(word):
			return "", false
		case c == 0xc3 && word[i+1] != 0x97 && word[i+1] != 0xb7, c > 0xc3 && c < 0xca: // U+00C0 to U+027F but × and ÷
			i++
		case c == 0xe1 && word[i+1] >= 0xb8 && word[i+1] <= 0xbb && i+2 < len(word): // U+1E00 to U+1EFF
			i += 2
		default:
			return "", false
		}
	}
	return word, true
}

// labelTakes reports whether a word that announces a number or a mark of
// order is followed by one.
func labelTakes(label, mark string) bool {
	if mark == "" {
		return false
	}
	number := mark[0] >= '0' && mark[0] <= '9'
	switch label {
	case "điều", "khoản", "số", "ngày", "tháng", "năm", "quý", "trang", "tuổi", "khóa", "kỳ", "đợt", "lần", "bước", "lúc", "tiết", "ý":
		return number
	case "mục", "phần", "chương", "lục":
		return number || isRoman(mark)
	case "điểm":
		return number || utf8.RuneCountInString(mark) == 1
	}
	return false
}

// isRoman reports whether a mark of order begins with a Roman numeral in
// capitals: III, III.2.
func isRoman(s string) bool {
	rest := strings.TrimLeft(s, "IVXLC")
	return rest != s && (rest == "" || rest[0] == '.' || rest[0] == '-')
}

// isNumber reports whether a word is a number as written in text, perhaps
// after an opening bracket; one followed by punctuation ends its phrase.
func isNumber(word string) bool {
	word = strings.TrimLeft(word, "(“\"")
	if word == "" || len(word) > 16 {
		return false
	}
	for i := 0; i < len(word); i++ {
		digit := word[i] >= '0' && word[i] <= '9'
		inside := (word[i] == '.' || word[i] == ',') && i > 0 && i < len(word)-1
		if !digit && !inside {
			return false
		}
	}
	return true
}

func isUnit(word string) bool {
	switch word {
	case "thôn", "xã", "huyện", "tỉnh", "tổ", "hộ", "người", "lượt", "buổi", "vụ", "lần", "lớp", "cụm", "tờ", "trang",
		"giờ", "phút", "ngày", "tuần", "tháng", "năm", "tuổi", "đồng", "nghìn", "triệu", "tỷ",
		"kb", "mb", "km", "m", "cm", "mm", "kg", "%":
		return true
	}
	return false
}
