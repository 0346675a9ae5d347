package markup

import (
	"strings"
	"testing"
)

// The short way says yes only of what Fields and Join would leave as it is.
func TestOneLine(t *testing.T) {
	for _, s := range []string{"", " ", "a", "a b", " a", "a ", "a  b", "a\tb", "a\nb", "Điều 5. Tên “gọi”", "Ủy ban", "a\u00a0b", "a\u0085b", "a\u1680b", "a\u2003b", "a\u3000b", "\u1680", "ểễ ặ"} {
		if oneLine([]byte(s)) && strings.Join(strings.Fields(s), " ") != s {
			t.Errorf("%q is not one line", s)
		}
	}
	for _, s := range []string{"a b", "Ủy ban nhân dân", "Điều 5. Tên gọi"} {
		if !oneLine([]byte(s)) {
			t.Errorf("%q goes the long way", s)
		}
	}
}
