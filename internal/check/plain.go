package check

import (
	"bytes"
	"html"
	"sort"

	"thonlanh/internal/diag"
	"thonlanh/internal/markup"
)

// plainText is the text of a Document's HTML: each block element ends a
// paragraph.
func plainText(h string) string { return string(appendPlain(make([]byte, 0, len(h)), []byte(h))) }

// appendPlain is plainText into a buffer that is used again and again.
func appendPlain(dst, h []byte) []byte {
	for len(h) > 0 {
		lt := bytes.IndexByte(h, '<')
		if lt < 0 {
			return appendUnescaped(dst, h)
		}
		dst = appendUnescaped(dst, h[:lt])
		h = h[lt:]
		gt := bytes.IndexByte(h, '>')
		if gt < 0 {
			return dst
		}
		if closesBlock(h[1:gt]) {
			dst = append(dst, "\n\n"...)
		}
		h = h[gt+1:]
	}
	return dst
}

func closesBlock(tag []byte) bool {
	switch string(tag) {
	case "/p", "/h2", "/h3", "/h4", "/h5", "/h6", "/li", "/tr", "/div", "/pre", "/blockquote":
		return true
	}
	return false
}

// appendUnescaped appends text with its character references resolved, those
// that markup writes by a short way.
func appendUnescaped(dst, s []byte) []byte {
	for {
		amp := bytes.IndexByte(s, '&')
		if amp < 0 {
			return append(dst, s...)
		}
		dst = append(dst, s[:amp]...)
		s = s[amp:]
		switch {
		case hasPrefix(s, "&nbsp;"):
			dst, s = append(dst, "\u00a0"...), s[len("&nbsp;"):]
		case hasPrefix(s, "&quot;"):
			dst, s = append(dst, '"'), s[len("&quot;"):]
		case hasPrefix(s, "&amp;"):
			dst, s = append(dst, '&'), s[len("&amp;"):]
		default:
			return append(dst, html.UnescapeString(string(s))...)
		}
	}
}

// unitPlaces gives offsets of a Document's plain text the place of the clause
// they stand in: legal texts keep no source, of which there may be thousands.
// The table is made for the first question, which few texts get.
func unitPlaces(d *markup.Document) func(int) diag.Pos {
	type start struct {
		at  int
		pos diag.Pos
	}
	var starts []start
	table := func() {
		at, d := 0, d.Open()
		for _, b := range d.Blocks {
			if b.Unit >= 0 {
				starts = append(starts, start{at, d.Units[b.Unit].Pos})
			}
			at += len(plainText(d.HTML[b.Start:b.End]))
		}
	}
	return func(offset int) diag.Pos {
		if starts == nil {
			table()
		}
		i := sort.Search(len(starts), func(i int) bool { return starts[i].at > offset }) - 1
		if i < 0 {
			return diag.Pos{Line: 1, Column: 1}
		}
		return starts[i].pos
	}
}
