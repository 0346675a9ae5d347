package check

import (
	"html"
	"sort"
	"strings"

	"thonlanh/internal/diag"
	"thonlanh/internal/markup"
)

// plainText is the text of a Document's HTML: each block element ends a
// paragraph.
func plainText(h string) string {
	var b strings.Builder
	b.Grow(len(h))
	for i := 0; i < len(h); {
		lt := strings.IndexByte(h[i:], '<')
		if lt < 0 {
			b.WriteString(html.UnescapeString(h[i:]))
			break
		}
		b.WriteString(html.UnescapeString(h[i : i+lt]))
		i += lt
		gt := strings.IndexByte(h[i:], '>')
		if gt < 0 {
			break
		}
		if closesBlock(h[i : i+gt]) {
			b.WriteString("\n\n")
		}
		i += gt + 1
	}
	return b.String()
}

func closesBlock(tag string) bool {
	switch strings.TrimPrefix(tag, "<") {
	case "/p", "/h2", "/h3", "/h4", "/h5", "/h6", "/li", "/tr", "/div", "/pre", "/blockquote":
		return true
	}
	return false
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
