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

// Percent writes a share in whole percent, rounded down, so that 100% is said
// only of what is complete; a share that is there but small is "dưới 1%". It
// is empty when there is nothing to take a share of.
func Percent(num, den int) string {
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
	whole, _ := bits.Div64(hi, lo, uint64(den))
	if whole == 0 {
		return "dưới 1%"
	}
	return Int(int(whole)) + "%"
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
