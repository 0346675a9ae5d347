package viet

import "testing"

func TestFirstLetter(t *testing.T) {
	for _, c := range [][2]string{{"điều này", "Điều này"}, {"ủy ban", "Ủy ban"}, {"", ""}, {"1 điều", "1 điều"}} {
		if got := UpperFirst(c[0]); got != c[1] {
			t.Errorf("%q begins a sentence as %q", c[0], got)
		}
		if got := LowerFirst(c[1]); got != c[0] {
			t.Errorf("%q stands inside a sentence as %q", c[1], got)
		}
	}
}
