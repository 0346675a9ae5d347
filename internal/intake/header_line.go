package intake

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"thonlanh/internal/date"
	"thonlanh/internal/viet"
)

var (
	aboutLine  = regexp.MustCompile(`^(?i:V/v|Về việc)\s*:?\s+`)
	numberLine = regexp.MustCompile(`^(?i:(?:Luật|Bộ luật|Pháp lệnh|Nghị quyết|Nghị định|Thông tư|Quyết định)\s+)?(?i:Số)\s*[:.]?\s*((?:\d+[A-Za-z]?\s+)?[^\s]*[/-].*|\S*)$`)
	placeDate  = regexp.MustCompile(`(?i)ngày\s*([0-9 .…_]*)\s*tháng\s*([0-9 .…_]*)\s*năm\s*(\d{4}|[\d.…_ ]*)\s*$`)
	column     = regexp.MustCompile(`\t+| {3,}`)
)

// columnsOf divides a line that was set in two columns with tabs or blanks.
func columnsOf(p *para) []string {
	var out []string
	if p.label != "" {
		return []string{p.text()}
	}
	for _, s := range column.Split(strings.TrimSpace(plainSpans(p.spans)), -1) {
		if s = collapse(s); s == "" {
			continue
		}
		if n := len(out); n > 0 && isLeftOpen(out[n-1], s) {
			out[n-1] += " " + s
			continue
		}
		out = append(out, s)
	}
	return out
}

// isLeftOpen reports whether the gap between two parts of a line is one where
// a number, a day or a month will be written by hand: "Số:      /BC-UBND".
func isLeftOpen(before, after string) bool {
	if viet.Fold(strings.TrimRight(before, " :.")) == "so" {
		return after[0] == '/'
	}
	b, a := " "+viet.Fold(before), viet.Fold(after)+" "
	return strings.HasSuffix(b, " ngay") && strings.HasPrefix(a, "thang ") || strings.HasSuffix(b, " thang") && strings.HasPrefix(a, "nam ")
}

func isMotto(s string) bool {
	f := collapse(strings.NewReplacer("-", " ", "–", " ", "—", " ", ",", " ", "=", " ", "*", " ", ".", " ").Replace(viet.Fold(s)))
	switch f {
	case "cong hoa xa hoi chu nghia viet nam", "doc lap tu do hanh phuc", "dang cong san viet nam",
		"cong hoa xa hoi", "chu nghia viet nam", "doc lap", "tu do hanh phuc": // as a narrow column breaks them
		return true
	}
	return false
}

// isNumberLine asks for the letters of a symbol: "Số 111" is a telephone
// number, "Số 12-14" a house.
func isNumberLine(s string) bool {
	return utf8.RuneCountInString(s) < 80 && numberLine.MatchString(s) && symbolLetters.MatchString(s)
}

var symbolLetters = regexp.MustCompile(`(?i:số)\s*[:.]?\s*[\d.…_ ]*[A-Za-z]?\s*[/-]\s*(?:\d{4}\s*/\s*)?[A-ZĐƯ]{2}`)
var blankNumber = regexp.MustCompile(`^(?i:số)\s*:\s*[.…_ ]*$`)

// numberIn is the number and symbol of a line, empty where a blank was left
// for the number: "Số:      /KH-UBND".
func numberIn(s string) string {
	m := numberLine.FindStringSubmatch(s)
	if m == nil {
		return ""
	}
	n := strings.Trim(collapse(m[1]), " .")
	n = strings.NewReplacer(" /", "/", "/ ", "/", " - ", "-").Replace(n)
	if n == "" || n[0] < '0' || n[0] > '9' {
		return ""
	}
	return n
}

func isPlaceDate(s string) bool {
	if utf8.RuneCountInString(s) > 100 {
		return false
	}
	at := placeDate.FindStringIndex(s)
	if at == nil {
		return false
	}
	before := strings.TrimSpace(s[:at[0]])
	if words := strings.Fields(strings.ToLower(before)); len(words) > 0 {
		switch words[len(words)-1] {
		case "từ", "trước", "sau", "đến", "vào", "hết", "qua", "tới", "trong", "của", "ký":
			return false // "Quyết định này có hiệu lực từ ngày …" is a sentence
		}
	}
	return before == "" || strings.HasSuffix(before, ",") || utf8.RuneCountInString(before) < 40 && !strings.ContainsAny(before, ".;:")
}

// dateIn is the date of a line, zero where a part was left blank.
func dateIn(s string) date.Date {
	m := placeDate.FindStringSubmatch(s)
	if m == nil {
		return date.Date{}
	}
	day, err1 := strconv.Atoi(strings.TrimSpace(m[1]))
	month, err2 := strconv.Atoi(strings.TrimSpace(m[2]))
	year, err3 := strconv.Atoi(strings.TrimSpace(m[3]))
	if err1 != nil || err2 != nil || err3 != nil {
		return date.Date{}
	}
	d, ok := date.New(year, month, day)
	if !ok {
		return date.Date{}
	}
	return d
}

func isSecret(s string) bool {
	switch strings.Trim(s, " .()[]") {
	case "MẬT", "TỐI MẬT", "TUYỆT MẬT":
		return true
	}
	return false
}

// isUrgent reports whether a mark asks for haste. It keeps nothing secret: a
// dispatch about a storm is meant for everyone.
func isUrgent(s string) bool {
	switch strings.Trim(s, " .()[]") {
	case "KHẨN", "THƯỢNG KHẨN", "HỎA TỐC", "HOẢ TỐC", "HỎA TỐC HẸN GIỜ", "HOẢ TỐC HẸN GIỜ":
		return true
	}
	return false
}
