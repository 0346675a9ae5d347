package markup

import (
	"bytes"
	"encoding/binary"
	"slices"

	"github.com/klauspost/compress/s2"

	"thonlanh/internal/diag"
)

// Pack keeps a document compressed: its HTML, units, blocks, headings and
// ids. Where it cites stays outside, so that it is known without opening. It is for texts of which a site holds thousands: each is needed in full
// for a moment only, when it is judged and when its page is made. Open gives
// it back. The method is the fastest there is, not the tightest: all texts of
// a site go through it three times.
func (d *Document) Pack() {
	if d.packed == nil {
		d.pack([]byte(d.HTML))
	}
}

// pack packs a document of which the HTML is given, and reports false for one
// too short to be worth it.
func (d *Document) pack(html []byte) bool {
	if len(html) < packMin {
		return false
	}
	plain, packed := rooms.Get().(*[]byte), rooms.Get().(*[]byte)
	defer rooms.Put(plain)
	defer rooms.Put(packed)
	e := encoder((*plain)[:0])
	e.int(len(html))
	e.int(len(d.Units))
	for _, u := range d.Units {
		e.string(u.ID)
		e.string(u.Label)
		e.string(u.Title)
		e.string(u.mark)
		e.int(int(u.Kind))
		e.int(u.Parent + 1)
		e.int(u.Depth)
		e.int(u.Pos.Line)
		e.int(u.Pos.Column)
		e.bool(u.quoted)
	}
	e.int(len(d.Blocks))
	for _, b := range d.Blocks {
		e.int(b.Unit + 1)
		e.int(b.Start)
		e.int(b.End)
	}
	e.int(len(d.Headings))
	for _, h := range d.Headings {
		e.int(h.Level)
		e.string(h.ID)
		e.string(h.Text)
		e.int(h.Line)
	}
	e.int(len(d.IDs))
	for _, id := range d.IDs {
		e.string(id)
	}
	e = append(e, html...)
	*packed = slices.Grow((*packed)[:0], s2.MaxEncodedLen(len(e)))
	d.packed = bytes.Clone(s2.Encode((*packed)[:cap(*packed)], e)) // without the spare room
	d.sumUnits()
	d.HTML, d.Units, d.Blocks, d.Headings, d.IDs = "", nil, nil, nil, nil
	leave(plain, e)
	leave(packed, *packed)
	return true
}

// packMin is the length from which packing saves more than it costs.
const packMin = 1 << 10

// Open is the document with all its parts: itself, or, when it is packed, a
// copy that the caller lets go of soon.
func (d *Document) Open() *Document { return d.OpenIn(new(Document)) }

// OpenIn is Open with the lists of a document that is no longer needed: the
// next call with the same one overwrites them. The texts in them stay.
func (d *Document) OpenIn(old *Document) *Document {
	if d.packed == nil {
		return d
	}
	room := rooms.Get().(*[]byte)
	defer rooms.Put(room)
	out, before := old, *old
	*out = *d
	out.packed, out.unitSums = nil, nil
	data := d.unpack(room)
	x := decoder{s: string(data)}
	x.int() // the length of the HTML, which is all that is left at the end
	out.Units = sized(before.Units, x.int())
	for i := range out.Units {
		out.Units[i] = Unit{
			ID: x.string(), Label: x.string(), Title: x.string(), mark: x.string(),
			Kind: Kind(x.int()), Parent: x.int() - 1, Depth: x.int(),
			Pos:    diag.Pos{Line: x.int(), Column: x.int()},
			quoted: x.bool(),
		}
	}
	out.Blocks = sized(before.Blocks, x.int())
	for i := range out.Blocks {
		out.Blocks[i] = Block{Unit: x.int() - 1, Start: x.int(), End: x.int()}
	}
	out.Headings = sized(before.Headings, x.int())
	for i := range out.Headings {
		out.Headings[i] = Heading{Level: x.int(), ID: x.string(), Text: x.string(), Line: x.int()}
	}
	out.IDs = sized(before.IDs, x.int())
	for i := range out.IDs {
		out.IDs[i] = x.string()
	}
	out.HTML = x.s
	return out
}

// sized is a list of n places, in the room of an older one where that will do.
func sized[T any](old []T, n int) []T {
	if cap(old) < n {
		return make([]T, n, n+n/2)
	}
	return old[:n]
}

// AppendHTML appends the HTML alone, which costs less than to open all.
func (d *Document) AppendHTML(dst []byte) []byte {
	if d.packed == nil {
		return append(dst, d.HTML...)
	}
	room := rooms.Get().(*[]byte)
	defer rooms.Put(room)
	data := d.unpack(room)
	n, _ := binary.Uvarint(data)
	return append(dst, data[len(data)-int(n):]...)
}

// unpack gives the bytes that were packed, in a room.
func (d *Document) unpack(room *[]byte) []byte {
	data, err := s2.Decode((*room)[:cap(*room)], d.packed)
	if err != nil {
		return nil // what was packed here unpacks here
	}
	leave(room, data)
	return data
}

// encoder appends the parts of a document; decoder takes them off again in
// the same order.
type encoder []byte

func (e *encoder) int(n int) { *e = binary.AppendUvarint(*e, uint64(n)) }

func (e *encoder) bool(b bool) {
	if b {
		e.int(1)
	} else {
		e.int(0)
	}
}

func (e *encoder) string(s string) {
	e.int(len(s))
	*e = append(*e, s...)
}

type decoder struct{ s string }

func (x *decoder) int() int {
	var n uint64
	for i, shift := 0, 0; i < len(x.s); i, shift = i+1, shift+7 {
		c := x.s[i]
		n |= uint64(c&0x7f) << shift
		if c < 0x80 {
			x.s = x.s[i+1:]
			return int(n)
		}
	}
	return 0
}

func (x *decoder) bool() bool { return x.int() == 1 }

func (x *decoder) string() string {
	n := x.int()
	s := x.s[:n]
	x.s = x.s[n:]
	return s
}
