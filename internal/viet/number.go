package viet

import (
	"math/bits"
	"strconv"
	"strings"
)

// Int writes a whole number with dots between the thousands: 1.250.
func Int(n int) string {
	digits := strconv.Itoa(n)
	sign := ""
	if n < 0 {
		sign, digits = "-", digits[1:]
	}
	var b strings.Builder
	b.WriteString(sign)
	for i, d := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteByte('.')
		}
		b.WriteRune(d)
	}
	return b.String()
}

// Percent writes a share in whole percent, to the nearest, as people work it
// out themselves: 3.928/4.850 is 81%. See PercentToward for what rounding may
// never do.
func Percent(num, den int) string { return PercentToward(num, den, 100) }

// PercentToward writes a share of something that has a goal, in percent. It
// rounds to the nearest whole percent, but never up to the goal or to 100%
// before they are reached: 89,6% of a goal of 90% stays 89%. A share that is
// there but small is "dưới 1%". It is empty when there is nothing to take a
// share of.
func PercentToward(num, den int, goal float64) string {
	if den <= 0 {
		return ""
	}
	if num <= 0 {
		return "0%"
	}
	if times := num / den; times >= 1000 {
		return Int(times) + " lần" // percent would only be hard to read
	}
	hi, lo := bits.Mul64(uint64(num), 100)
	whole, rest := bits.Div64(hi, lo, uint64(den))
	if whole == 0 {
		return "dưới 1%"
	}
	if up := float64(whole + 1); rest >= uint64(den)-rest && !passes(num, den, up, 100) && !passes(num, den, up, goal) {
		whole++
	}
	return Int(int(whole)) + "%"
}

// passes reports whether a share written as the given percent would claim a
// goal that it has not reached.
func passes(num, den int, written, goal float64) bool {
	return written >= goal && !Reached(num, den, goal)
}

// Reached reports whether a share has come to a goal in percent.
func Reached(num, den int, goal float64) bool {
	if den <= 0 {
		return false
	}
	if goal == 100 {
		return num >= den // exact, however large the numbers
	}
	return float64(num)*100 >= goal*float64(den)
}

// Size writes the size of a file as links to downloads name it: 240 KB,
// 1,2 MB. A kilobyte is 1,024 bytes.
func Size(bytes int) string {
	const kb, mb = 1 << 10, 1 << 20
	switch {
	case bytes <= 0:
		return "0 KB"
	case bytes < 1000*kb:
		return strconv.Itoa(max(1, (bytes+kb/2)/kb)) + " KB"
	case bytes < 10*mb:
		tenths := (bytes*10 + mb/2) / mb
		if tenths%10 == 0 {
			return strconv.Itoa(tenths/10) + " MB"
		}
		return strconv.Itoa(tenths/10) + "," + strconv.Itoa(tenths%10) + " MB"
	}
	return Int(bytes/mb+bytes%mb/(mb/2)) + " MB"
}
