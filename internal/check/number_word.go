package check

// digitWord is a number from one to nine that people write out, 0 for other
// words. Four and five after the tens have words of their own, digitAfterTens.
func digitWord(low string) int {
	switch low {
	case "một":
		return 1
	case "hai":
		return 2
	case "ba":
		return 3
	case "bốn":
		return 4
	case "năm":
		return 5
	case "sáu":
		return 6
	case "bảy", "bẩy":
		return 7
	case "tám":
		return 8
	case "chín":
		return 9
	}
	return 0
}

func digitAfterTens(low string) int {
	switch low {
	case "mốt":
		return 1
	case "tư":
		return 4
	case "lăm", "nhăm":
		return 5
	}
	return digitWord(low)
}

// vagueWord is the least that "a few" says, 0 for other words.
func vagueWord(low string) int {
	switch low {
	case "vài":
		return 2
	case "dăm":
		return 4
	}
	return 0
}

// tensWord is what a word makes of the digit before it.
func tensWord(low string) int {
	switch low {
	case "mươi", "chục":
		return 10
	case "trăm":
		return 100
	case "nghìn", "ngàn":
		return 1000
	}
	return 0
}

// spaced reports whether nothing but a space stands before word i.
func spaced(ws []word, i int) bool { return i > 0 && ws[i].gap == space }

// numberWords reads the number written out whose last word is i: how many,
// its first word, and whether it is "a few". It reads five words at most; of
// a longer number the end is enough.
func numberWords(ws []word, i int) (n, from int, vague bool) {
	low := ws[i].low
	switch ten := tensWord(low); {
	case ten > 0 && spaced(ws, i):
		if d := digitWord(ws[i-1].low); d > 0 {
			return d * ten, i - 1, false
		}
		if d := vagueWord(ws[i-1].low); d > 0 {
			return d * ten, i - 1, true
		}
		if ws[i-1].low == "mười" && ten > 10 {
			return 10 * ten, i - 1, false
		}
	}
	if low == "mươi" || low == "chục" || low == "mười" {
		return 10, i, false
	}
	if n = vagueWord(low); n > 0 {
		return n, i, true
	}
	if spaced(ws, i) {
		before := ws[i-1].low
		switch {
		case before == "mười":
			if d := digitAfterTens(low); d > 0 {
				return 10 + d, i - 1, false
			}
		case tensWord(before) > 0 && digitAfterTens(low) > 0:
			if tens, from, vague := numberWords(ws, i-1); tens > 0 {
				return tens + digitAfterTens(low), from, vague
			}
		case before == "linh" || before == "lẻ":
			if d := digitAfterTens(low); d > 0 && i > 1 {
				if tens, from, vague := numberWords(ws, i-2); tens >= 100 {
					return tens + d, from, vague
				}
			}
		}
		if d := digitWord(low); d > 0 && vagueWord(before) > 0 {
			return d, i - 1, true // "vài ba"
		}
	}
	return digitWord(low), i, false
}

// countWord reports whether word i is the last of a number written out that
// can be an amount. Five is also a year, so alone it counts only where a verb
// stands before it.
func countWord(ws []word, i int) (n, from int, vague, ok bool) {
	if i+1 >= len(ws) || ws[i+1].gap != space {
		return 0, 0, false, false
	}
	n, from, vague = numberWords(ws, i)
	if n == 0 {
		return 0, 0, false, false
	}
	before := ""
	if spaced(ws, from) {
		before = ws[from-1].low
	}
	switch before {
	case "thứ", "tháng", "ngày", "lớp", "khoản", "điều", "bước":
		return 0, 0, false, false
	case "từ", "dưới", "mỗi", "từng":
		if from == i {
			return 0, 0, false, false
		}
	}
	if from == i && ws[i].low == "năm" {
		switch before {
		case "có", "gồm", "hiện", "bắt", "phạt", "lý", "giúp", "đỡ", "hơn", "gần", "khoảng":
		default:
			return 0, 0, false, false
		}
	}
	return n, from, vague, true
}

// invited reports whether the people counted from word from on, whose noun is
// word noun, are seats or guests: "mời 30 người", "50 người dự".
func invited(ws []word, from, noun int) bool {
	for k := from - 1; k >= 0 && k >= from-3 && ws[k+1].gap == space; k-- {
		switch ws[k].low {
		case "mời", "chỗ", "ghế":
			return true
		}
	}
	for k := noun + 1; k < len(ws) && k <= noun+4 && ws[k].gap == space; k++ {
		switch ws[k].low {
		case "dự", "ngồi", "mời":
			return true
		case "tham":
			return k+1 < len(ws) && ws[k+1].low == "dự" || k+1 < len(ws) && ws[k+1].low == "gia" && joinsMeeting(ws, k+2)
		}
	}
	return false
}

// joinsMeeting reports whether the words from i on, after "tham gia", are of a
// meeting: other things are taken part in as well.
func joinsMeeting(ws []word, i int) bool {
	if i >= len(ws) || ws[i].gap != space {
		return true
	}
	switch ws[i].low {
	case "buổi", "lớp", "hội", "thi", "họp", "tập", "cuộc":
		return true
	}
	return false
}
