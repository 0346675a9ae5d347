// Package phone knows the shapes of Vietnamese telephone numbers: how they are
// dialled, written for reading aloud, and linked.
//
// Shapes: emergency and short codes (112–115, 111, 1022), free 1800 and shared
// cost 1900 numbers (4 or 6 more digits), landlines (02 and 9 digits), mobile
// numbers (03, 05, 07, 08, 09 and 8 digits) and the police network (069 and 7
// digits), after the numbering plan of Thông tư 22/2014/TT-BTTTT.
package phone

import "strings"

// Shape is the kind of a number.
type Shape int

// Shapes of numbers in use. Old is a form that no longer connects.
const (
	None Shape = iota
	Short
	Free
	Shared
	Landline
	Mobile
	Police
	Old
)

// Number is a dialled number: digits only, national form.
type Number string

// Parse reads a number as people write it ("0200 3000 115", "+84 200…",
// "+84 (0)200…", "0084…", "1900.96.96.80"). ok is false when the digits have no
// known shape.
func Parse(s string) (n Number, ok bool) {
	s = strings.TrimSpace(s)
	rest, international := strings.CutPrefix(s, "+84")
	if !international {
		rest, international = strings.CutPrefix(s, "0084")
	}
	var b strings.Builder
	for i, r := range rest {
		switch {
		case r >= '0' && r <= '9':
			b.WriteRune(r)
		case strings.ContainsRune(" .-–()", r) && (i > 0 || international) || r == '(':
		default:
			return "", false
		}
	}
	digits := b.String()
	if international {
		digits = "0" + strings.TrimPrefix(digits, "0")
	}
	n = Number(digits)
	switch shape := n.Shape(); shape {
	case None:
		return n, false
	case Short, Free, Shared:
		return n, !international
	}
	return n, true
}

// Shape tells the kind of number; None for digits that are no number.
func (n Number) Shape() Shape {
	d := string(n)
	switch {
	case len(d) == 3 && d >= "111" && d <= "115", d == "1022":
		return Short
	case strings.HasPrefix(d, "1800") && (len(d) == 8 || len(d) == 10):
		return Free
	case strings.HasPrefix(d, "1900") && (len(d) == 8 || len(d) == 10):
		return Shared
	case strings.HasPrefix(d, "069") && len(d) == 10:
		return Police
	case strings.HasPrefix(d, "02") && len(d) == 11:
		return Landline
	case len(d) == 10 && d[0] == '0' && strings.IndexByte("35789", d[1]) >= 0:
		return Mobile
	case strings.HasPrefix(d, "01") && len(d) == 11:
		return Old // mobile prefixes of 11 digits, ended in 2018
	}
	return None
}

// Emergency reports whether a number must never be test-called (112–115).
func (n Number) Emergency() bool { return n >= "112" && n <= "115" && len(n) == 3 }

// Sample reports whether the number is of the unassigned area code 0200, which
// only sample sites use.
func (n Number) Sample() bool { return strings.HasPrefix(string(n), "0200") && len(n) == 11 }

// Tel is the address of a tel: link. Short, 1800 and 1900 numbers are not
// reachable from abroad and keep their national form (RFC 3966 calls them
// local numbers; phones dial the plain form best); the others take +84.
func (n Number) Tel() string {
	switch n.Shape() {
	case Landline, Mobile, Police:
		return "tel:+84" + string(n[1:])
	}
	return "tel:" + string(n)
}

// Display groups the digits for reading aloud: "1900 96 96 80", "0200 3000 115".
func (n Number) Display() string {
	d := string(n)
	switch n.Shape() {
	case Free, Shared:
		if len(d) == 10 {
			return d[:4] + " " + d[4:6] + " " + d[6:8] + " " + d[8:]
		}
		return d[:4] + " " + d[4:6] + " " + d[6:]
	case Landline:
		return d[:4] + " " + d[4:8] + " " + d[8:]
	case Mobile:
		return d[:4] + " " + d[4:7] + " " + d[7:]
	case Police:
		return d[:3] + " " + d[3:6] + " " + d[6:]
	}
	return d
}
