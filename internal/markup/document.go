// Package markup turns the Markdown that officials write into a Document: its
// HTML, its outline and links, and, for plans and legal texts, the clauses a
// citation can point to. It is the only importer of goldmark.
//
// Three things hold for every Document, whatever was written:
//
//   - no element, attribute or address in HTML comes from the author unchecked:
//     raw HTML is shown as text and reported;
//   - no text vanishes: what the format has no place for is shown as it was
//     typed and reported;
//   - ids are unique, and those of clauses follow from the printed labels
//     alone, never from the words.
package markup

import "thonlanh/internal/diag"

// Document is one text, parsed. It keeps no syntax tree and no second copy of
// the text: a large site holds thousands of them at once.
type Document struct {
	// HTML is the whole body. Addresses stand in it as they were written
	// (percent-encoded and escaped where HTML asks for it): links inside the
	// site from the root ("/van-ban/x/#dieu-2"), pictures as relative files.
	HTML string

	// Blocks cut the HTML of a plan or legal text without gap or overlap:
	// HTML[b.Start:b.End] belongs to unit b.Unit, -1 for none. Every cut falls
	// between whole elements. The text of a unit itself is one block or more;
	// its children follow in blocks of their own.
	Blocks []Block

	// Sections cut the HTML of an ordinary page: the text before the first
	// heading of the second level, then one for each such heading.
	Sections []Section

	Units    []Unit // in the order of the text; a parent stands before its children
	Headings []Heading
	Links    []Link
	Images   []Image
	IDs      []string // every id in HTML, sorted

	Lead      string // the first paragraph as plain text, at most 200 characters
	Syllables int    // of an ordinary page, for the time it takes to read; 0 in plans and laws

	SlipsMissed []int // indexes of Options.Slips that were found nowhere

	Passages []Passage // where HTML holds citations

	packed   []byte   // the parts above, compressed; see Pack
	unitSums []uint32 // of a packed text: sums of the ids of its units
}

// Block is a piece of HTML that belongs to one unit.
type Block struct {
	Unit, Start, End int
}

// Section is a part of an ordinary page. Start and End enclose its text
// without its heading.
type Section struct {
	ID, Title  string
	Start, End int
	Line       int
}

// Heading is one entry of the outline. Level is the level in HTML.
type Heading struct {
	Level    int
	ID, Text string
	Line     int
}

// Link is a link as it was written. Dest is the address before
// percent-encoding.
type Link struct {
	Dest, Text string
	Pos        diag.Pos
}

// Image is a picture as it was written. Src is the address before
// percent-encoding.
type Image struct {
	Src, Alt string
	Pos      diag.Pos
}

// Unit gives the index of the unit with an id.
func (d *Document) Unit(id string) (int, bool) {
	d = d.Open()
	for i := range d.Units {
		if d.Units[i].ID == id {
			return i, true
		}
	}
	return -1, false
}

// Cite names unit i as a person would cite it inside its own text:
// "Mục III.9, ý 2", "điểm đ khoản 2 Điều 24", "Chương II".
func (d *Document) Cite(i int) string {
	d = d.Open()
	if i < 0 || i >= len(d.Units) {
		return ""
	}
	return string(appendCite(nil, d.Units, i, false))
}
