package date

import (
	"fmt"
	"testing"
)

func TestStringIsFourTwoTwo(t *testing.T) {
	for _, d := range []Date{{1, 1, 1}, {999, 12, 31}, {2026, 2, 9}, {9999, 10, 30}, {10000, 1, 1}, {-5, 1, 1}, {2026, 100, 1}, {2026, -1, 1}, {2026, 1, 123}, {2026, 1, -1}} {
		if want := fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day); d.String() != want {
			t.Errorf("%s, want %s", d.String(), want)
		}
	}
}
