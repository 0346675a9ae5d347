// Package cite reads citations of laws, decrees, plans and their parts the way
// Vietnamese legal and administrative texts write them: "điểm đ khoản 2 Điều
// 327 Bộ luật Hình sự năm 2015", "Mục III.2, ý 3 Kế hoạch số 48/KH-UBND".
//
// A file is parsed alone, before anyone knows which documents exist. So there
// are two steps. [Scan] reads the words: units, numbers, dates, the place where
// a name begins. A [Catalogue] of the documents says later what they mean, and
// how far a name goes, by [Catalogue.Resolve].
//
// When in doubt nothing is found: a wrong link in a legal text does more harm
// than a missing one.
package cite

import "thonlanh/internal/date"

// Citation is a group of units of one document, or a document alone: what
// becomes one link. Offsets count bytes of the searched text.
type Citation struct {
	// Start and End hold the words from the first of a unit or document to the
	// last. Where the document is cited by name, End is the end of the word for
	// its kind: how far the name goes is known to the catalogue. A document in
	// brackets is not counted.
	Start, End int
	Units      []Path // nil where a document is cited as a whole
	Doc        Doc
}

// Bare reports whether no document is named: what "Điều 24" belongs to follows
// from what stands around it.
func (c *Citation) Bare() bool { return c.Doc.Form == NoDoc }

// Form is the way in which a citation says which document it means.
type Form uint8

const (
	NoDoc  Form = iota
	This        // "Nghị định này", "khoản 1 Điều này": relative to the place of the words
	Before      // "Nghị định nêu trên": the one of that kind cited last
	Number      // "Nghị định số 282/2025/NĐ-CP"
	Name        // "Luật Trẻ em"; which one and how far it goes is not known yet
)

// Doc is the document of a citation.
type Doc struct {
	Form Form
	Kind Kind
	// Scope is, for This, the unit that "này" stands behind: Article for "khoản
	// 1 Điều này", Whole for "Nghị định này".
	Scope      Level
	Damaged    bool // the number is not spelt as numbers are
	Bracket    bool // in brackets behind the units: "Điều 5 (Luật Trẻ em)"
	Start, End int  // the words; for Name those of the kind alone
	Tail       int  // end of the date and issuer behind a number, at least End

	Number string // "10/2003/PL-UBTVQH11": spaces out, dashes as "-"
	Year   int    // in the number or behind it, 0 for none
	Date   date.Date

	// The words of the issuer, "Ủy ban nhân dân huyện"; equal where not named.
	IssuerStart, IssuerEnd int
}

// Level is the level of a unit, from the largest to the smallest.
type Level uint8

const (
	Whole      Level = iota // the document
	Annex                   // Phụ lục
	Part                    // Phần
	Chapter                 // Chương
	Section                 // Mục; in plans I.
	Subsection              // Tiểu mục
	Article                 // Điều
	Clause                  // khoản
	Numbered                // the 9 of "mục III.9"
	Point                   // điểm
	Item                    // tiết
	Dash                    // ý
	Plus                    // ý nhỏ, behind a + in plans
)
