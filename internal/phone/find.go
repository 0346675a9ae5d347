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
// "113 hộ" is a count. Web addresses are passed over: their figures are
// nobody's number.
func Find(text string) []Found {
	var out []Found
	for i := 0; i < len(text); {
		c := text[i]
		switch {
		case c == ':' && strings.HasPrefix(text[i:], "://"):
			i += addressLen(text[i:])
			continue
		case c != '+' && !digit(c):
			i++
			continue
		}
		if f, n := longest(text, i, digitRun(text, i)); n > 0 {
			out = append(out, f)
			i += n
			continue
		}
		// On to the next group: a number may stand behind another figure, as
		// in "lúc 7 0912…".
		for i++; i < len(text) && digit(text[i]); i++ {
		}
	}
	return out
}

// addressLen is how far a web address goes.
func addressLen(s string) int {
	if n := strings.IndexAny(s, " \n\t)\"'<>"); n >= 0 {
		return n
	}
	return len(s)
}

// digitRun is the end of digits that single separators join. A separator is
// a space, dot, hyphen, dash or bracket between digits.
func digitRun(text string, i int) int {
	end := i
	if text[i] == '+' {
		i++
	}
	digits := 0
	for i < len(text) && digits < 16 {
		switch c := text[i]; {
		case digit(c):
			i++
			digits++
			end = i
			continue
		case c == ' ' || c == '.' || c == '-' || c == '(' || c == ')':
			i++
		case strings.HasPrefix(text[i:], "–"):
			i += len("–")
		default:
			return end
		}
		if i-end > len("–") || i-end > 2 && !strings.Contains(text[end:i], "–") {
			return end
		}
	}
	return end
}

// longest takes the longest prefix of the run that is a number, cut where a
// group of digits ends.
func longest(text string, start, end int) (Found, int) {
	if !plausible(text[start:end]) {
		return Found{}, 0
	}
	for stop := end; stop > start; stop-- {
		if stop < len(text) && digit(text[stop]) || !digit(text[stop-1]) {
			continue // inside a group, or behind a separator
		}
		raw := text[start:stop]
		n, ok := Parse(raw)
		if !ok || !alone(text, start, stop, n) {
			continue
		}
		switch n.Shape() {
		case Short:
			if len(raw) != len(n) || !calledFor(text[:start]) || measured(text[stop:]) {
				continue
			}
		case Free, Shared:
			if yearSpan(raw) || measured(text[stop:]) && len(raw) == len(n) && len(n) == 8 {
				continue
			}
		}
		return Found{Number: n, Offset: start, Text: raw}, stop - start
	}
	return Found{}, 0
}

// plausible is a quick look at the first figures, since most figures of a text
// begin no number. The head of 1800 and 1900 is never parted, as the thousands
// of an amount are.
func plausible(raw string) bool {
	switch {
	case raw == "":
		return false
	case raw[0] == '0':
		return len(raw) >= 10 && (raw[1] != '0' || strings.HasPrefix(raw, "0084")) && digit(raw[1])
	case raw[0] == '1':
		return len(raw) >= 3 && digit(raw[1]) && digit(raw[2])
	}
	return strings.HasPrefix(raw, "+84")
}

// alone reports whether the digits are no part of a word, a document number,
// an amount or a date: "48/2020", "AP-2026", "1.800.123.456". Numbers of ten
// and eleven digits with a leading zero are long enough to be known even when
// they touch a word ("ĐT0912…") or one another ("0912…/0987…").
func alone(text string, start, stop int, n Number) bool {
	long := len(n) >= 10 && n[0] == '0'
	if start > 0 {
		switch r, _ := utf8.DecodeLastRuneInString(text[:start]); {
		case digit(text[start-1]):
			return false
		case r == '_', (r == ',' || r == '.') && start > 1 && digit(text[start-2]):
			return false
		case r == '-' && start > 1 && text[start-2] != ' ':
			return false
		case (r == '/' || letter(r)) && !long:
			return false
		}
	}
	if stop < len(text) {
		switch r, _ := utf8.DecodeRuneInString(text[stop:]); {
		case r == '%' || letter(r):
			return false
		case r == '/' && !long:
			return false
		}
	}
	return true
}

// yearSpan reports whether eight digits are two years: "1900-1975".
func yearSpan(raw string) bool {
	return len(raw) == 9 && raw[4] == '-' && (raw[5:7] == "18" || raw[5:7] == "19" || raw[5:7] == "20")
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

func letter(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= 0xc0 && r < 0x2000
}

// reach is how many bytes before a short code may hold the word for calling.
const reach = 64

// calledFor reports whether the words before a short code say that it is to be
// dialled.
func calledFor(before string) bool {
	before = strings.ToLower(before[max(0, len(before)-reach):])
	before = strings.TrimRight(before, " *_[(“\"\n:")
	for _, w := range [...]string{"gọi", "tổng đài", "điện thoại", "đường dây nóng", "hotline", "bấm", "tel", "sđt", "đt"} {
		if strings.HasSuffix(before, w) {
			return true
		}
	}
	if rest, ok := strings.CutSuffix(before, "số"); ok {
		return !numbered(rest)
	}
	// One more of several: "gọi 113 hoặc 111", "báo qua số 111, 113".
	for _, w := range [...]string{"và", "hoặc", "hay", ",", "qua", "theo", "máy"} {
		if strings.HasSuffix(before, w) {
			return strings.Contains(before, "gọi") || strings.Contains(before, "số 1") || strings.Contains(before, "tổng đài")
		}
	}
	return false
}

// numbered reports whether "số" numbers a document, a house or a page: "Nghị
// định số 112".
func numbered(before string) bool {
	before = strings.TrimRight(before, " ")
	for _, w := range [...]string{"định", "luật", "văn", "hoạch", "tư", "thị", "lệnh", "quyết", "bản", "lục", "nhà", "thửa", "phòng", "trang", "tập", "biểu", "mẫu", "tờ", "bảng", "hình", "câu", "bài", "đội", "tổ", "tổng", "một", "con", "mã", "căn", "chuyến", "xe", "khoản", "điều"} {
		if strings.HasSuffix(before, w) {
			return true
		}
	}
	return false
}

// measured reports whether a unit of counting follows, as in "số 111 hộ".
func measured(after string) bool {
	if !strings.HasPrefix(after, " ") {
		return false
	}
	after = strings.ToLower(strings.TrimLeft(after[:min(len(after), reach)], " "))
	for _, w := range [...]string{"hộ", "người", "lượt", "buổi", "tờ", "bản", "cuốn", "triệu", "nghìn", "tỷ", "đồng", "ngày", "điểm", "thôn", "xã", "học sinh", "giờ", "phút", "năm", "tháng", "tuần", "tiêu chí", "trường hợp", "vụ", "cơ sở", "trang", "cái", "chiếc", "phụ nữ", "cán bộ", "đại biểu", "đoàn viên", "hội viên", "gia đình", "nhân khẩu", "bài", "lớp", "cuộc", "em ", "cháu ", "km", "ha ", "mét"} {
		if strings.HasPrefix(after, w) {
			return true
		}
	}
	return false
}
