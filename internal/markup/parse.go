package markup

import (
	"thonlanh/internal/diag"
)

// Mode says which numbering a text has.
type Mode int

// The modes. Plan serves every administrative text with I. / 1. / a) / - / +,
// Law the texts made of articles; each also reads the labels of the other
// where they occur.
const (
	Prose Mode = iota
	Plan
	Law
)

// Slip is an error in a text as it was issued. The first occurrence of Found
// inside the unit with id Unit (anywhere, when Unit is empty) is marked; the
// words stay.
type Slip struct {
	Found, Meant, Unit string
}

// Options say how a text is read.
type Options struct {
	Mode  Mode
	Slips []Slip
	// BaseHeading is the level in HTML of the author's "##"; 2 when zero, for
	// the first level belongs to the page.
	BaseHeading int
}

// Parse reads src.Text[body:]. The Document is never nil.
func Parse(src *diag.Source, body int, o Options) (*Document, diag.List) {
	return &Document{}, nil
}
