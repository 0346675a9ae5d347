package check

import (
	"strings"

	"thonlanh/internal/phone"
)

// maskedNumber is a number that nobody entered into the register as a message
// may repeat it: problem lists are mailed and kept, and a mobile or a home
// number is somebody's. Service numbers are nobody's and stay whole.
func maskedNumber(text string, n phone.Number) string {
	switch n.Shape() {
	case phone.Short, phone.Free, phone.Shared, phone.Police:
		return text
	}
	if n.Sample() {
		return text
	}
	return mask(string(n))
}

// maskedLink is the same for a tel: link.
func maskedLink(dest string, n phone.Number, known bool) string {
	if known && maskedNumber(dest, n) == dest || digitsIn(dest) <= 6 {
		return dest
	}
	if known {
		return "tel:" + mask(string(n))
	}
	return mask(dest)
}

// mask keeps enough of a number to find it by: its first four digits.
func mask(s string) string {
	seen := 0
	for i, r := range s {
		if r >= '0' && r <= '9' {
			if seen++; seen > 4 {
				return strings.TrimRight(s[:i], " .-–()") + " *** ***"
			}
		}
	}
	return s
}

func digitsIn(s string) int {
	n := 0
	for _, r := range s {
		if r >= '0' && r <= '9' {
			n++
		}
	}
	return n
}
