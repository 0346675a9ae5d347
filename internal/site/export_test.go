package site

import (
	"thonlanh/internal/config"
	"thonlanh/internal/content"
	"thonlanh/internal/date"
	"thonlanh/internal/diag"
	"thonlanh/internal/disclosure"
)

// AssembleWithout is Assemble with one protection of people taken away, for the
// test that plays the attacker.
func AssembleWithout(t *content.Tree, c *config.Config, today date.Date, p disclosure.Protection) (*Site, diag.List) {
	return assembleWith(t, c, today, disclosure.Without(disclosure.New(c.Threshold), p))
}
