// Package disclosure decides which figures about people may be told, and how
// finely. It knows numbers only: no files, no words, no clock.
//
// In a village of two hundred households "one case" is a person. A figure that
// looks harmless gives one away together with another: 7 in May and 9 in
// November are 2 new ones; 11 of 12 leave 1; 92% of a known whole can be worked
// back; and whoever kept last month's page can subtract this month's from it.
// The site is static and remembers nothing that it published, so a rule that
// compares a figure with earlier ones cannot see the page that a reader kept.
//
// The method therefore has no memory and needs none. It is primary suppression
// and global recoding in the sense of Hundepool et al., Statistical Disclosure
// Control: counts below a step are not told, and a larger one is told only as
// its class of a fixed grid, [step, 2·step), [2·step, 3·step) … Everything that
// is told of a count is a function of its class. Whatever a reader adds,
// subtracts or divides, over periods, formats and builds, each single count can
// still be any of the step values of its class. Where such classes could be
// added up to squeeze one another (parts and their total), only one target of
// the things counted is told: that is the complementary suppression.
//
// Steps are 5, 10, 20, 40 …: the smallest that is not below the threshold.
// They lie in one another, so that a threshold that was raised between two
// builds does not cut classes into small pieces either.
//
// The protections have names; each can be taken away by a test, which must then
// see a reader win (Without).
package disclosure

import "math"

// Protection is one part of the method.
type Protection uint16

// The protections. docs/decisions lists them with the attack that each stops.
const (
	// Small: a count below the step is not told.
	Small Protection = 1 << iota
	// Classes: a count is told only as its class.
	Classes
	// Complement: a share whose remainder is below the step is not told.
	Complement
	// Shares: a share is worked out from classes, never from the counts.
	Shares
	// Zeros: "none" is told only when the plan's time is over and it was none
	// to the end; else the day it vanishes would be the day of the first case.
	Zeros
	// Companions: of all targets of a plan that count the same kind of thing,
	// the first is told alone.
	Companions
	// Statuses: whether a goal is reached is judged by the class.
	Statuses
	// Words: notes, and the whole that a target names, stay untold with the
	// counts they speak of.
	Words
	// Unnamed: a target that does not say what it counts is not told when it
	// could be people.
	Unnamed
	// Remainder: a number of villages is told only when it is all of them, or
	// when at least three stand on either side.
	Remainder
	// Together: a recognition is told of villages only when all earned it.
	Together
	// Steps: a step of the running year is told only when all reached it.
	Steps
	// Strip: years are listed only as an unbroken run up to the last decided.
	Strip
)

// All lists the protections in their order.
func All() []Protection {
	var out []Protection
	for p := Small; p <= Strip; p <<= 1 {
		out = append(out, p)
	}
	return out
}

// String is the name of a protection in the decision record.
func (p Protection) String() string {
	names := [...]string{"small", "classes", "complement", "shares", "zeros", "companions", "statuses", "words", "unnamed", "remainder", "together", "steps", "strip"}
	for i, name := range names {
		if p == 1<<i {
			return name
		}
	}
	return "?"
}

// Method decides. The zero value is not usable; see New.
type Method struct {
	step int
	off  Protection
}

// grid is the finest step, and the least threshold.
const grid = 5

// New is the method for a threshold: counts below it are never told. It can
// only be raised above its default of 5.
func New(threshold int) Method {
	step := grid
	for step < threshold && step <= math.MaxInt/4 {
		step *= 2
	}
	return Method{step: step}
}

// Without takes one protection away. Only tests may: they show that a reader
// then wins.
func Without(m Method, p Protection) Method {
	m.off |= p
	return m
}

// On reports whether a protection holds.
func (m Method) On(p Protection) bool { return m.off&p == 0 }

// Step is the least count that is told, and the width of the classes.
func (m Method) Step() int { return m.step }
