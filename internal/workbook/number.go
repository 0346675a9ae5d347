package workbook

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"thonlanh/internal/date"
)

// number spells a number for a file.
func number(f float64) string {
	if size := math.Abs(f); f == 0 || size >= 1e-5 && size < 1e15 {
		return strconv.FormatFloat(f, 'f', -1, 64)
	}
	return strconv.FormatFloat(f, 'E', -1, 64)
}

// spokenNumber spells a number as Vietnamese does: 3.928,5.
func spokenNumber(f float64) string {
	whole, rest, _ := strings.Cut(strconv.FormatFloat(f, 'f', -1, 64), ".")
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "-", whole[1:]
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "." + whole[i:]
	}
	if rest != "" {
		whole += "," + rest
	}
	return sign + whole
}

func printed(d date.Date) string { return fmt.Sprintf("%02d/%02d/%04d", d.Day, d.Month, d.Year) }
