package starter

import "thonlanh/internal/date"

// Given is a key with its value as TOML writes it.
type Given struct{ Key, Value string }

// Page writes a page as `new` does: the keys of v with what is given, all
// others as comments, then the body.
func Page(at date.Date, v any, values []Given, body string) string {
	head := form{at: at}
	for _, g := range values {
		head.given = append(head.given, given{g.Key, g.Value})
	}
	return page(head, v, body)
}

// Quote writes a text as TOML; what one line of TOML cannot hold becomes a
// blank.
func Quote(s string) string { return quote(tidy(s)) }
