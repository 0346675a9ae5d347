package phone

import (
	"strings"
	"unicode/utf8"
)

// Found is a number written in a text.
type Found struct {
	Number Number
	Offset int // byte offset of its first character in the searched text
	Text   string
}

// Find lists what looks like telephone numbers in running text. Long numbers
// are known by their shape; short codes ("113") only where the words before
// them say that one may call ("gọi 113", "số 111", "tổng đài 1022"), because
// "113 hộ" is a count.
func Find(text string) []Found {
	var out []Found
	for i := 0; i < len(text); {
		c := text[i]
		if c != '+' && (c < '0' || c > '9') {
			_, size := utf8.DecodeRuneInString(text[i:])
			i += size
			continue
		}
		end := digitRun(text, i)
		if inWord(text, i) || followedByWord(text, end) {
			i = max(end, i+1)
			continue
		}
		if f, n := longest(text, i, end); n > 0 {
			out = append(out, f)
			i += n
			continue
		}
		i = max(end, i+1)
	}
	return out
}

// digitRun is the end of digits that single separators join. A separator is
// a space, dot, hyphen or bracket between digits.
func digitRun(text string, i int) int {
	end := i
	if text[i] == '+' {
		i++
	}
	digits := 0
	for i < len(text) && i-end < 4 && digits < 16 {
		c := text[i]
		switch {
		case c >= '0' && c <= '9':
			i++
			digits++
			end = i
		case c == ' ' || c == '.' || c == '-' || c == '(' || c == ')':
			i++
			if i-end > 2 {
				return end
			}
		default:
			return end
		}
	}
	return end
}

// longest takes the longest prefix of the run that is a number, cut where a
// group of digits ends.
func longest(text string, start, end int) (Found, int) {
	for stop := end; stop > start; stop-- {
		if stop < len(text) && text[stop] >= '0' && text[stop] <= '9' {
			continue // not inside a group
		}
		if last := text[stop-1]; last < '0' || last > '9' {
			continue
		}
		raw := text[start:stop]
		n, ok := Parse(raw)
		if !ok {
			continue
		}
		if n.Shape() == Short && (len(raw) != len(n) || !calledFor(text[:start]) || measured(text[stop:])) {
			continue
		}
		return Found{Number: n, Offset: start, Text: raw}, stop - start
	}
	return Found{}, 0
}

// inWord reports whether digits at i continue a word, a document number or a
// date: "48/2020", "AP-2026".
func inWord(text string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(text[:i])
	return i > 0 && (r == '/' || r == '_' || r == ',' && isDigit(text, i-2) || r == '.' && isDigit(text, i-2) || letter(r) || r == '-' && i > 1 && text[i-2] != ' ')
}

func followedByWord(text string, i int) bool {
	if i >= len(text) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(text[i:])
	return r == '/' || r == '%' || letter(r)
}

func isDigit(text string, i int) bool { return i >= 0 && text[i] >= '0' && text[i] <= '9' }

func letter(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= 0xc0 && r < 0x2000
}

// callWords are what stands before a short code that is meant to be dialled.
var callWords = [...]string{"gọi", "số", "tổng đài", "điện thoại", "đường dây nóng", "hotline", "bấm", "qua", "tel:", "và", "hoặc", ",", "máy", "theo"}

func calledFor(before string) bool {
	before = strings.ToLower(before[max(0, len(before)-48):])
	before = strings.TrimRight(before, " *_[(“\"\n:")
	for _, w := range callWords {
		if strings.HasSuffix(before, w) {
			if w == "và" || w == "hoặc" || w == "," {
				return strings.Contains(before, "gọi") || strings.Contains(before, "số ")
			}
			return true
		}
	}
	return false
}

// measured reports whether a unit of counting follows, as in "số 111 hộ".
func measured(after string) bool {
	after = strings.ToLower(strings.TrimLeft(after, " "))
	for _, w := range [...]string{"hộ", "người", "lượt", "buổi", "tờ", "bản", "cuốn", "triệu", "nghìn", "đồng", "ngày", "điểm", "thôn", "xã", "học sinh", "giờ"} {
		if strings.HasPrefix(after, w) {
			return true
		}
	}
	return false
}
