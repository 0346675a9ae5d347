package diag

import (
	"cmp"
	"fmt"
	"slices"
)

// Severity says what a problem does to publishing.
type Severity int

// The three severities, from the gravest. Their names in JSON and in
// config.toml are chan, canh_bao and nhac.
const (
	Block Severity = iota // stops publishing
	Warn                  // stops publishing until a named official confirms it
	Note                  // never stops anything
)

var severityNames = [...]string{"chan", "canh_bao", "nhac"}

func (s Severity) String() string { return severityNames[s] }

// MarshalText writes the stable name of the severity.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads the stable name of a severity.
func (s *Severity) UnmarshalText(text []byte) error {
	for i, name := range severityNames {
		if name == string(text) {
			*s = Severity(i)
			return nil
		}
	}
	return fmt.Errorf("severity %q is not one of %v", text, severityNames)
}

// ConfigFile is where a problem of the whole site stands, at line 1, column 1.
const ConfigFile = "config.toml"

// Problem is one thing wrong with what an author wrote. Message says what and
// why, Hint how to mend it; both are Vietnamese, written for a person who does
// not program, and never repeat personal data that was found.
type Problem struct {
	File      string   `json:"file"`
	Line      int      `json:"line"`
	Column    int      `json:"column"`
	Severity  Severity `json:"severity"`
	Rule      string   `json:"rule"`
	Message   string   `json:"message"`
	Hint      string   `json:"hint"`
	Confirmed bool     `json:"confirmed"`
}

// At makes a problem at a place of a file.
func At(file string, pos Pos, sev Severity, rule, message, hint string) Problem {
	return Problem{File: file, Line: max(1, pos.Line), Column: max(1, pos.Column), Severity: sev, Rule: rule, Message: message, Hint: hint}
}

// Whole makes a problem of the site as a whole.
func Whole(sev Severity, rule, message, hint string) Problem {
	return At(ConfigFile, Pos{1, 1}, sev, rule, message, hint)
}

// List is the problems of a stage or of a run.
type List []Problem

// Counts says how many problems of each severity a list holds, confirmed ones
// included.
type Counts struct {
	Block int `json:"chan"`
	Warn  int `json:"canh_bao"`
	Note  int `json:"nhac"`
}

// Counts counts the list by severity.
func (l List) Counts() Counts {
	var c Counts
	for _, p := range l {
		switch p.Severity {
		case Block:
			c.Block++
		case Warn:
			c.Warn++
		case Note:
			c.Note++
		}
	}
	return c
}

// Stops reports whether the list forbids publishing: it holds a Block, or a
// Warn that nobody confirmed.
func (l List) Stops() bool {
	return slices.ContainsFunc(l, func(p Problem) bool {
		return p.Severity == Block || p.Severity == Warn && !p.Confirmed
	})
}

// Sorted returns the list by file, place, severity and rule, without exact
// repeats, so that it is the same however the stages were scheduled.
func (l List) Sorted() List {
	out := slices.Clone(l)
	slices.SortStableFunc(out, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column),
			cmp.Compare(a.Severity, b.Severity), cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Message, b.Message))
	})
	return slices.Compact(out)
}
