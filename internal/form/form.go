// Package form is the reporting form of a period: the rows and columns in
// which an official fills in the figures of a plan, and what of them comes to
// stand in tien-do/<period>.toml. It knows both directions, over one neutral
// kind of table: a workbook and a CSV file are two ways of writing it.
//
// What was filled in is taken whole or not at all. Every mistake is named by
// its sheet and cell, all at once, in words for people who do not program.
package form

import (
	"strings"

	"thonlanh/internal/date"
)

// Plan is what the form of one period asks for, and what is known already.
type Plan struct {
	Year       int
	Period     string // 2026-06
	From       date.Date
	Targets    []Target
	Villages   []Village // in administrative order
	Activities []Activity
	Last       *Values // of the period before this one; nil for none
	LastPeriod string
	Now        *Values // of this period's file as it is; nil for none
}

// Target is one target of a plan.
type Target struct {
	ID, Name string
	Kind     string // ty_le, so_luong, danh_muc, dinh_tinh
	Adds     bool   // its values add up from period to period
	Counts   string // Vietnamese: what is counted
	Measure  string
	Base     int // the fixed denominator, 0 for none
	Items    []string
}

// Village is one village.
type Village struct{ ID, Name string }

// Activity is what villages do and count.
type Activity struct{ Key, Label string }

// Values is what a file of figures holds of what a form asks for.
type Values struct {
	AsOf     date.Date
	Origin   string
	Public   *bool
	Figures  map[string]Figure
	Villages map[string]map[string]int
}

// Figure is the value of one target.
type Figure struct {
	Num, Den     *int
	Done         []string // nil where the file says nothing
	State        string
	Origin, Note string
}

// now and last are the figure of a target in this period's file, and in the
// one before.
func (p *Plan) now(id string) Figure {
	if p.Now == nil {
		return Figure{}
	}
	return p.Now.Figures[id]
}

func (p *Plan) last(id string) Figure {
	if p.Last == nil {
		return Figure{}
	}
	return p.Last.Figures[id]
}

// Path is where the figures of a period stand in a project.
func (p *Plan) Path() string { return periodPath(p.Year, p.Period) }

// Refusal says, in words for people, why a form was not made or a file not
// read at all.
type Refusal struct {
	reason        string // English, for logs
	message, hint string // Vietnamese
}

func (r *Refusal) Error() string { return r.reason }

// Message says what is wrong, in Vietnamese.
func (r *Refusal) Message() string { return r.message }

// Hint says how to go on, in Vietnamese.
func (r *Refusal) Hint() string { return r.hint }

// tidy brings a text to one line.
func tidy(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r < ' ' || r == 0x7f || r == '\u00a0' || r == '\u202f' || r == '\ufffd':
			return ' '
		case r == '\u00ad' || r == '\u200b' || r == '\u2060' || r == '\ufeff':
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}
