package viet

import (
	"strings"
	"unicode/utf8"
)

// nearestMax bounds the words that are compared, in bytes; a longer one is no
// misspelt name.
const nearestMax = 64

// Nearest finds the known name that a misspelt one was meant to be. Names are
// compared folded, with hyphen, space and underscore alike; a name two edits
// away, or a third of its length, still counts. Among equals the one with the
// longer common beginning wins, then the first in alphabetical order.
func Nearest(word string, known []string) (string, bool) {
	if word == "" || len(word) > nearestMax {
		return "", false
	}
	folded := foldName(word)
	best, bestDistance, bestPrefix := "", -1, 0
	for _, name := range known {
		if name == "" || len(name) > nearestMax {
			continue
		}
		other := foldName(name)
		d := editDistance(folded, other)
		if d > editLimit(folded, other) {
			continue
		}
		p := commonPrefix(folded, other)
		better := bestDistance < 0 || d < bestDistance ||
			d == bestDistance && (p > bestPrefix || p == bestPrefix && name < best)
		if better {
			best, bestDistance, bestPrefix = name, d, p
		}
	}
	return best, bestDistance >= 0
}

func foldName(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '-' || r == ' ' || r == '\u00a0' {
			return '_'
		}
		return r
	}, Fold(s))
}

// editLimit is how far apart two names may be: short names that differ in
// half of their letters are different names.
func editLimit(a, b string) int {
	n := max(utf8.RuneCountInString(a), utf8.RuneCountInString(b))
	if n < 4 {
		return 1
	}
	return max(2, n/3)
}

func commonPrefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// editDistance counts the letters to add, drop, change or swap with their
// neighbour (optimal string alignment).
func editDistance(a, b string) int {
	x, y := []rune(a), []rune(b)
	var before []int
	last := make([]int, len(y)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(x); i++ {
		row := make([]int, len(y)+1)
		row[0] = i
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last = last, row
	}
	return last[len(y)]
}
