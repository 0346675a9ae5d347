package form

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"thonlanh/internal/date"
	"thonlanh/internal/viet"
)

const writeDay = "Ghi ngày/tháng/năm, ví dụ 31/5/2026."

// day reads a day from a cell: a date of the spreadsheet, or one written out.
func day(c Cell) (d date.Date, note string, bad *fault) {
	switch c.Kind {
	case Day:
		return c.Day, "", nil
	case Fault:
		return d, "", &fault{"Công thức trong ô này bị lỗi: " + strings.ToUpper(c.Text) + ".", writeDay}
	case Number:
		hint := writeDay
		if d, ok := serial(c.Number); ok {
			hint = "Có phải ý bạn là " + viet.ShortDate(d) + "? Đổi định dạng ô thành Ngày (Date), hoặc gõ lại ngày."
		}
		return d, "", &fault{"Ô này là một con số, không phải ngày.", hint}
	case Bool:
		return d, "", &fault{"Ô này không phải là ngày.", writeDay}
	}
	return parseDay(tidy(c.Text))
}

// serial is the day that a spreadsheet means by a number, for days that
// figures can have.
func serial(n float64) (date.Date, bool) {
	if n < 36526 || n > 73050 { // the years from 2000 to 2099
		return date.Date{}, false
	}
	return date.Date{Year: 1899, Month: 12, Day: 30}.Add(int(n)), true
}

var (
	isoDay   = regexp.MustCompile(`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ]\d.*)?$`)
	shortDay = regexp.MustCompile(`^(?:ngay |het ngay |den ngay |den het ngay )?(\d{1,2}) ?[-/.] ?(\d{1,2}) ?[-/.] ?(\d{4})(?: \d.*)?$`)
	longDay  = regexp.MustCompile(`^(?:ngay |het ngay |den ngay |den het ngay )?(\d{1,2}) thang (\d{1,2}),? nam (\d{4})$`)
	noYear   = regexp.MustCompile(`^\d{1,2} ?[-/.] ?\d{1,2}( ?[-/.] ?\d{2})?$`)
)

// parseDay reads a day as it is written in Vietnam: the day before the month.
func parseDay(s string) (d date.Date, note string, bad *fault) {
	folded := viet.Fold(s)
	var parts [3]int // day, month, year
	if m := isoDay.FindStringSubmatch(folded); m != nil {
		parts = [3]int{digits(m[3]), digits(m[2]), digits(m[1])}
	} else if m := shortDay.FindStringSubmatch(folded); m != nil {
		parts = [3]int{digits(m[1]), digits(m[2]), digits(m[3])}
		if parts[0] <= 12 && parts[1] <= 12 && parts[0] != parts[1] {
			note = "hiểu là ngày " + m[1] + " tháng " + m[2]
		}
	} else if m := longDay.FindStringSubmatch(folded); m != nil {
		parts = [3]int{digits(m[1]), digits(m[2]), digits(m[3])}
	} else if noYear.MatchString(folded) {
		return d, "", &fault{"Ngày ở đây thiếu năm, hoặc năm viết không đủ bốn chữ số.", writeDay}
	} else {
		return d, "", &fault{"Ô này không phải là ngày.", writeDay}
	}
	d, ok := date.New(parts[2], parts[1], parts[0])
	if ok {
		return d, note, nil
	}
	return d, "", noSuchDay(parts[0], parts[1], parts[2])
}

// noSuchDay explains a day that no calendar has.
func noSuchDay(d, m, y int) *fault {
	if m >= 1 && m <= 12 && d >= 1 && y >= 1 {
		first := date.Date{Year: y, Month: m, Day: 1}
		return &fault{fmt.Sprintf("Không có ngày %d/%d/%d: tháng %d chỉ có %d ngày.", d, m, y, m, first.AddMonths(1).Add(-1).Day), writeDay}
	}
	hint := writeDay
	if other, ok := date.New(y, d, m); ok {
		hint = "Có phải ý bạn là " + viet.ShortDate(other) + "? " + writeDay
	}
	return &fault{fmt.Sprintf("Không có ngày %d/%d/%d.", d, m, y), hint}
}

// digits reads digits that a pattern has let through.
func digits(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

var (
	monthFirst = regexp.MustCompile(`^(\d{4})[-/.](\d{1,2})$`)
	yearLast   = regexp.MustCompile(`^(?:thang )?(\d{1,2}) ?(?:[-/.]| nam ) ?(\d{4})$`)
)

// monthOf reads the name of a period, 2026-06.
func monthOf(s string) (first date.Date, ok bool) {
	if len(s) != len("2026-06") {
		return first, false
	}
	first, ok = date.Parse(s + "-01")
	return first, ok && first.Year >= 1945 && first.Year < 2200
}

// PeriodName reads a period however it is written, 2026-06 or 6/2026, and gives
// its name.
func PeriodName(s string) (string, bool) {
	folded := viet.Fold(tidy(s))
	y, m := "", ""
	if x := monthFirst.FindStringSubmatch(folded); x != nil {
		y, m = x[1], x[2]
	} else if x := yearLast.FindStringSubmatch(folded); x != nil {
		y, m = x[2], x[1]
	}
	if len(m) == 1 {
		m = "0" + m
	}
	_, ok := monthOf(y + "-" + m)
	return y + "-" + m, ok
}
