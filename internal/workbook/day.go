package workbook

import (
	"math"

	"thonlanh/internal/date"
)

// firstDay is the first day that all programs count alike: Excel believes in a
// 29 February 1900, which is day 60.
var firstDay = date.Date{Year: 1900, Month: 3, Day: 1}

const (
	firstSerial = 61
	lastSerial  = 2958465 // 31/12/9999
	shift1904   = 1462    // days between the two systems
)

// serial is the count of a day, from firstDay on.
func serial(d date.Date) int { return firstSerial + firstDay.DaysUntil(d) }

// dayOf is the day of a count since 1900, as Excel shows it. The 29 February
// 1900 and what lies outside the calendar is no day.
func dayOf(n float64) (date.Date, bool) {
	if !(n >= 1 && n < lastSerial+1) {
		return date.Date{}, false
	}
	switch whole := int(math.Floor(n)); {
	case whole == firstSerial-1:
		return date.Date{}, false
	case whole < firstSerial:
		return date.Date{Year: 1899, Month: 12, Day: 31}.Add(whole), true
	default:
		return firstDay.Add(whole - firstSerial), true
	}
}
