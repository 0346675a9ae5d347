package markup

import (
	"bytes"
	"compress/flate"
	"io"
	"strings"
	"sync"
)

// Pack keeps the HTML of a document compressed. It is for texts of which a
// site holds thousands: each is needed in full for a moment only, when its
// page is made. HTML is empty afterwards; Whole gives it back.
func (d *Document) Pack() {
	if d.packed != nil || len(d.HTML) < packMin {
		return
	}
	var b bytes.Buffer
	b.Grow(len(d.HTML) / 3)
	w := deflaters.Get().(*flate.Writer)
	defer deflaters.Put(w)
	w.Reset(&b)
	if _, err := io.WriteString(w, d.HTML); err != nil {
		return
	}
	if err := w.Close(); err != nil {
		return
	}
	d.packed = bytes.Clone(b.Bytes()) // without the spare room of the buffer
	d.size, d.HTML = len(d.HTML), ""
}

// packMin is the length from which packing saves more than it costs.
const packMin = 1 << 10

// Whole is the HTML of the document, packed or not.
func (d *Document) Whole() string {
	if d.packed == nil {
		return d.HTML
	}
	r := inflaters.Get().(io.ReadCloser)
	defer inflaters.Put(r)
	if err := r.(flate.Resetter).Reset(bytes.NewReader(d.packed), nil); err != nil {
		return ""
	}
	var b strings.Builder
	b.Grow(d.size)
	if _, err := io.Copy(&b, r); err != nil {
		return "" // what was packed here unpacks here
	}
	return b.String()
}

var deflaters = &sync.Pool{New: func() any {
	w, err := flate.NewWriter(io.Discard, flate.BestSpeed)
	if err != nil {
		panic(err) // the level is a constant that exists
	}
	return w
}}

var inflaters = &sync.Pool{New: func() any { return flate.NewReader(strings.NewReader("")) }}
