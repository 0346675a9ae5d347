// Package date is a calendar day without clock or zone, as official documents
// use it. The same text gives the same day on every machine.
package date

import (
	"fmt"
	"strconv"
	"time"
)

// Date is a day of the proleptic Gregorian calendar. The zero value means "no
// date".
type Date struct {
	Year, Month, Day int
}

// New makes a date and reports whether such a day exists.
func New(year, month, day int) (Date, bool) {
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	d := Date{year, month, day}
	return d, t.Year() == year && int(t.Month()) == month && t.Day() == day && year >= 1 && year <= 9999
}

// Parse reads YYYY-MM-DD and nothing else.
func Parse(s string) (Date, bool) {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return Date{}, false
	}
	y, err1 := strconv.ParseUint(s[:4], 10, 32)
	m, err2 := strconv.ParseUint(s[5:7], 10, 32)
	d, err3 := strconv.ParseUint(s[8:], 10, 32)
	if err1 != nil || err2 != nil || err3 != nil {
		return Date{}, false
	}
	day, ok := New(int(y), int(m), int(d))
	if !ok {
		return Date{}, false
	}
	return day, true
}

// Of is the day that a clock time shows in its own zone.
func Of(t time.Time) Date {
	return Date{t.Year(), int(t.Month()), t.Day()}
}

func (d Date) time() time.Time {
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}

// IsZero reports whether the date is missing.
func (d Date) IsZero() bool { return d == Date{} }

// String is the ISO form, 2020-02-13; empty for the zero date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	if d.Year < 0 || d.Year > 9999 || d.Month < 0 || d.Month > 99 || d.Day < 0 || d.Day > 99 {
		return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
	}
	digit := func(n int) byte { return byte('0' + n%10) }
	return string([]byte{
		digit(d.Year / 1000), digit(d.Year / 100), digit(d.Year / 10), digit(d.Year),
		'-', digit(d.Month / 10), digit(d.Month), '-', digit(d.Day / 10), digit(d.Day),
	})
}

// MarshalText writes the ISO form.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// Compare orders dates: negative when d is earlier than e.
func (d Date) Compare(e Date) int { return d.number() - e.number() }

// Before reports whether d is earlier than e.
func (d Date) Before(e Date) bool { return d.number() < e.number() }

// After reports whether d is later than e.
func (d Date) After(e Date) bool { return d.number() > e.number() }

func (d Date) number() int { return d.Year*10000 + d.Month*100 + d.Day }

// Add is the date n days later.
func (d Date) Add(n int) Date { return Of(d.time().AddDate(0, 0, n)) }

// DaysUntil is the number of days from d to e, negative when e is earlier.
func (d Date) DaysUntil(e Date) int {
	return int((e.time().Unix() - d.time().Unix()) / (24 * 60 * 60)) // a Duration ends after 292 years
}

// AddMonths is the same day n months later, or the last day of that month
// when it is shorter.
func (d Date) AddMonths(n int) Date {
	first := Of(time.Date(d.Year, time.Month(d.Month+n), 1, 0, 0, 0, 0, time.UTC))
	last := Of(first.time().AddDate(0, 1, -1))
	first.Day = min(d.Day, last.Day)
	return first
}

// Weekday is 0 for Sunday to 6 for Saturday.
func (d Date) Weekday() int { return int(d.time().Weekday()) }
