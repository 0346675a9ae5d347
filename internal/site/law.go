package site

import (
	"thonlanh/internal/content"
	"thonlanh/internal/date"
)

// Force is the legal force of a text on the build date (schema.org
// LegalForceStatus).
type Force int

// The states of a text, in the words of the page: Còn hiệu lực, Chưa có hiệu
// lực, Hết hiệu lực một phần, Hết hiệu lực, Chưa xác minh hiệu lực.
const (
	InForce Force = iota
	NotYet
	PartlyEnded
	Ended
	Unverified
)

// Legal is a legal or administrative text.
type Legal struct {
	*content.Legal
	ID         string // "nd-282-2025"
	Addr       string
	KindName   string // "Nghị định"
	Heading    string // "Nghị định 282/2025/NĐ-CP"
	Force      Force
	EndedOn    date.Date // Ended and PartlyEnded: from which day
	ReplacedBy []*Legal
	Replaces   []*Legal
	AmendedBy  []*Legal
	Amends     []*Legal
	CitedBy    []Mention // pages that rest on it or speak of it
	Timeline   []LegalState

	units []unitForce         // what the record says of single units
	above map[string][]string // chapters around a unit that the record speaks of

	recordOf   map[string]int  // in units
	partsEnded map[string]bool // units some part of which is over; "" for the text
	today      date.Date
}

// LegalState is one dated line of "Dòng thời gian".
type LegalState struct {
	Date date.Date
	What string
	By   *Legal // the text that did it, nil if none
	Unit string // the unit it happened to; "" for the whole text
}

// Unchecked reports whether a front-matter key is among chua_xac_minh.
func (l *Legal) Unchecked(key string) bool {
	for _, k := range l.Unverified {
		if k == key {
			return true
		}
	}
	return false
}
