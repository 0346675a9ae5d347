package markup

import (
	"slices"

	"thonlanh/internal/cite"
)

// Anchor is a link that is put around words of a document once it is known
// where they lead.
type Anchor struct {
	Start, End int    // the words, in HTML
	Href       string // needs no escaping; "" for no link, or where the words are one already
	After      string // HTML behind the words
}

// Linked is a copy of an open document with links around some of its words.
// Anchors stand in their order and do not overlap.
func (d *Document) Linked(anchors []Anchor) *Document {
	if len(anchors) == 0 {
		return d
	}
	out := *d
	var moves []move
	out.HTML, moves = link(d.HTML, anchors)
	out.Blocks = slices.Clone(d.Blocks)
	for i := range out.Blocks {
		b := &out.Blocks[i]
		b.Start, b.End = moved(moves, b.Start), moved(moves, b.End)
	}
	out.Sections = slices.Clone(d.Sections)
	for i := range out.Sections {
		s := &out.Sections[i]
		s.Start, s.End = moved(moves, s.Start), moved(moves, s.End)
	}
	out.Passages = nil // their places would be wrong, and nobody reads twice
	return &out
}

// LinkWords puts links around words of a piece of HTML.
func LinkWords(html string, anchors []Anchor) string {
	html, _ = link(html, anchors)
	return html
}

// move says by how much everything from an offset on has moved.
type move struct{ from, by int }

// moved is an offset after the moves before it. A cut between two blocks lies
// behind whatever ends there.
func moved(moves []move, at int) int {
	n, _ := slices.BinarySearchFunc(moves, at, func(m move, at int) int {
		if m.from <= at {
			return -1
		}
		return 1
	})
	if n == 0 {
		return at
	}
	return at + moves[n-1].by
}

func link(html string, anchors []Anchor) (string, []move) {
	text := []byte(html)
	out := make([]byte, 0, len(html)+len(anchors)*64)
	moves := make([]move, 0, len(anchors))
	var room []byte
	done := 0
	for _, a := range anchors {
		if a.Start < done || a.End > len(html) || a.Start >= a.End {
			continue
		}
		out = append(out, text[done:a.Start]...)
		if a.Href == "" {
			out = appendWhole(out, text[a.Start:a.End])
		} else {
			room = appendWhole(room[:0], text[a.Start:a.End])
			out = cite.AppendLink(out, room, `<a href="`+a.Href+`">`, "</a>")
		}
		out = append(out, a.After...)
		done = a.End
		moves = append(moves, move{done, len(out) - done})
	}
	return string(append(out, text[done:]...)), moves
}
