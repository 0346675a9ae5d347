package viet

import (
	"strconv"

	"thonlanh/internal/date"
)

// ShortDate writes a day as running text does: 30/6/2020, 02/11/2026. As in
// administrative documents, a zero stands before days under 10 and before the
// months 1 and 2 only, where a figure could be added unseen. It is empty for
// the zero date.
func ShortDate(d date.Date) string {
	if d.IsZero() {
		return ""
	}
	return dayNumber(d) + "/" + monthNumber(d) + "/" + strconv.Itoa(d.Year)
}

// LongDate writes a day in full: ngày 13 tháng 02 năm 2020.
func LongDate(d date.Date) string {
	if d.IsZero() {
		return ""
	}
	return "ngày " + dayNumber(d) + " tháng " + monthNumber(d) + " năm " + strconv.Itoa(d.Year)
}

func dayNumber(d date.Date) string {
	if d.Day < 10 {
		return "0" + strconv.Itoa(d.Day)
	}
	return strconv.Itoa(d.Day)
}

func monthNumber(d date.Date) string {
	if d.Month < 3 {
		return "0" + strconv.Itoa(d.Month)
	}
	return strconv.Itoa(d.Month)
}

// Weekday names the day of the week: thứ Hai … thứ Bảy, Chủ nhật.
func Weekday(d date.Date) string {
	return [...]string{"Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"}[d.Weekday()]
}

// MonthName names a month as a calendar's heading does: tháng 2, tháng 11.
func MonthName(month int) string { return "tháng " + strconv.Itoa(month) }
