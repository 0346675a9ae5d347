package render

import (
	"strings"

	"thonlanh/internal/site"
	"thonlanh/internal/viet"
)

// bodiesNow names bodies, and who does their work today where one is gone.
func bodiesNow(bodies []*site.Body) string {
	names := make([]string, len(bodies))
	for i, b := range bodies {
		names[i] = b.Name
		if now := bodyNow(b); now != "" {
			names[i] += " (" + now + ")"
		}
	}
	return strings.Join(names, ", ")
}

// bodyNow says what became of a body by the build date; nothing of one that
// exists.
func bodyNow(b *site.Body) string {
	switch {
	case b.Coming:
		return "có từ\u00a0" + viet.ShortDate(b.Org.From)
	case !b.Gone:
		return ""
	case len(b.Successors) == 0:
		return "nay không còn"
	}
	names := make([]string, len(b.Successors))
	for i, next := range b.Successors {
		names[i] = next.Name
	}
	return "nay là " + and(names)
}

// and joins names as a sentence lists them.
func and(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " và " + names[last]
}

// shortName is a body's name where many stand together.
func shortName(b *site.Body) string {
	if b.Short != "" {
		return b.Short
	}
	return b.Name
}

func shortNames(bodies []*site.Body) string {
	names := make([]string, len(bodies))
	for i, b := range bodies {
		names[i] = shortName(b)
	}
	return strings.Join(names, ", ")
}
