package markup

import (
	"bytes"

	"github.com/klauspost/compress/s2"
)

// Pack keeps the HTML of a document compressed. It is for texts of which a
// site holds thousands: each is needed in full for a moment only, when it is
// judged and when its page is made. HTML is empty afterwards; Whole gives it
// back. The method is the fastest there is, not the tightest: all texts of a
// site go through it three times.
func (d *Document) Pack() {
	if d.packed != nil || len(d.HTML) < packMin {
		return
	}
	d.packed = bytes.Clone(s2.Encode(nil, []byte(d.HTML))) // without the spare room
	d.HTML = ""
}

// packMin is the length from which packing saves more than it costs.
const packMin = 1 << 10

// Whole is the HTML of the document, packed or not.
func (d *Document) Whole() string {
	if d.packed == nil {
		return d.HTML
	}
	html, err := s2.Decode(nil, d.packed)
	if err != nil {
		return "" // what was packed here unpacks here
	}
	return string(html)
}
