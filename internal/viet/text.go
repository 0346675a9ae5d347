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
	var b strings.Builder
	kept := 0     // how much of s is in b
	tied := false // whether the word before the gap is tied to the one before it
	left := 0     // where that word begins
	for gap := strings.IndexByte(s, ' '); gap >= 0; {
		right := gap + 1
		next := strings.IndexByte(s[right:], ' ')
		end := len(s)
		if next >= 0 {
			next += right
			end = next
		}
		// A chain of ties ("ngày 13 tháng 02 năm 2020") would be a word too
		// long for a narrow screen, so ties come in pairs.
		tied = !tied && mayBelong(s[left:gap], s[right:end]) && belongs(s[left:gap], s[right:end])
		if tied {
			b.WriteString(s[kept:gap])
			b.WriteString("\u00a0")
			kept = right
		}
		left, gap = right, next
	}
	if kept == 0 {
		return s
	}
	b.WriteString(s[kept:])
	return b.String()
}

// mayBelong rules out nearly all pairs by a look at their first bytes: a tie
// has a number on one side, or a Roman numeral or a single letter on the
// right.
func mayBelong(left, right string) bool {
	if left == "" || right == "" {
		return false
	}
	l, r := left[0], right[0]
	return l >= '0' && l <= '9' || l == '(' || l == '"' || l >= 0xe2 ||
		r >= '0' && r <= '9' || r == '(' || r == '"' || r >= 0xe2 || strings.IndexByte("IVXLC", r) >= 0 || len(right) <= 4
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
	word = strings.TrimFunc(word, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) && r != '%'
	})
	return norm.NFC.String(word)
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
