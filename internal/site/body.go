package site

import (
	"slices"

	"thonlanh/internal/date"
)

// mostSuccessors is how many bodies the work of one may go to. Nobody reads a
// longer list, and chains of long lists would grow without bound.
const mostSuccessors = 8

// addSuccessors resolves ke_tiep of every body to the bodies that exist on the
// build date: over as many steps as it takes, to all parts of a body that was
// split, and to nobody where a line of bodies ended.
func (a *assembler) addSuccessors() {
	known := make(map[*Body]bool, len(a.s.Bodies))
	for _, b := range a.s.Bodies {
		a.successors(b, known)
	}
}

// successors gives the bodies that do a body's work. known holds the bodies
// that are resolved or being resolved, so that each is visited once and a
// circle ends with nobody.
func (a *assembler) successors(b *Body, known map[*Body]bool) []*Body {
	if known[b] {
		return b.Successors
	}
	known[b] = true
	f := a.tree.Bodies.File
	for _, next := range a.bodyList(f, b.Org.Successors, b.ID, "ke_tiep") {
		heirs := []*Body{next}
		if next.Gone || next.Coming {
			heirs = a.successors(next, known)
		}
		if !b.Gone {
			continue // named before its day: checked, and not told yet
		}
		for _, heir := range heirs {
			if heir != b && len(b.Successors) < mostSuccessors && !slices.Contains(b.Successors, heir) {
				b.Successors = append(b.Successors, heir)
			}
		}
	}
	return b.Successors
}

// ExistsIn reports whether the body existed on any day of a period.
func (b *Body) ExistsIn(from, to date.Date) bool {
	return (b.Org.From.IsZero() || !b.Org.From.After(to)) && (b.Org.To.IsZero() || !b.Org.To.Before(from))
}
