package workbook

import "strconv"

// noteLook is how notes and the cells they are about look in a copy: one cell
// format and one tint, added to those of the file.
type noteLook struct {
	styles     []byte // the part with both, or nil
	note, tint int    // their numbers, or -1
}

// The tint lies over a cell without changing the cell's own format.
const (
	noteFormat = `xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1" applyProtection="1"`
	tintColor  = "FFFFD9A0"
)

// noteLook adds the two to the styles of the book. A file without styles, or
// with ones that lack their tables, gets plain notes.
func (b *reading) noteLook() (noteLook, error) {
	look := noteLook{note: -1, tint: -1}
	if b.styles == "" {
		return look, nil
	}
	src, err := b.pack.read(b.styles, maxPart)
	if err != nil {
		return look, err
	}
	s := newScanner(src)
	if !s.root() {
		return look, damaged("no styles")
	}
	prefix := string(s.name[:len(s.name)-len(s.local)])
	note := "<" + prefix + noteFormat + "><" + prefix + `alignment horizontal="left" vertical="center" wrapText="1" indent="1"/><` + prefix + `protection locked="0"/></` + prefix + "xf>"
	tint := "<" + prefix + "dxf><" + prefix + "fill><" + prefix + `patternFill patternType="solid"><` + prefix + `fgColor rgb="` + tintColor + `"/><` + prefix + `bgColor rgb="` + tintColor + `"/></` + prefix + "patternFill></" + prefix + "fill></" + prefix + "dxf>"
	var edits []edit
	behind := -1 // where a table of tints belongs
	s.children(func() {
		switch {
		case s.is("cellXfs") && look.note < 0:
			look.note, edits = addTo(s, "xf", note, edits)
			behind = s.to
		case s.is("cellStyles"):
			s.skip()
			behind = s.to
		case s.is("dxfs") && look.tint < 0:
			look.tint, edits = addTo(s, "dxf", tint, edits)
		}
	})
	switch {
	case s.err != nil:
		return look, damaged(s.err.Error())
	case look.note < 0:
		return noteLook{note: -1, tint: -1}, nil
	case look.tint < 0:
		look.tint = 0
		edits = append(edits, edit{behind, behind, "<" + prefix + `dxfs count="1">` + tint + "</" + prefix + "dxfs>"})
	}
	if len(edits) > 0 {
		look.styles = apply(src, edits)
	}
	return look, nil
}

// addTo puts one more entry into the current table, unless its last one is
// that already, and gives the number of the entry.
func addTo(s *scanner, item, text string, edits []edit) (int, []edit) {
	from, to, self, name := s.from, s.to, s.self, string(s.name)
	var count *attribute
	for i := range s.attrs {
		if string(s.attrs[i].local) == "count" {
			a := s.attrs[i]
			count = &a
		}
	}
	n, last := 0, ""
	s.children(func() {
		if !s.is(item) {
			return
		}
		begin := s.from
		s.skip()
		last = string(s.src[begin:s.to])
		n++
	})
	if last == text {
		return n - 1, edits
	}
	if count != nil && count.from > from {
		edits = append(edits, edit{count.from, count.to, `count="` + strconv.Itoa(n+1) + `"`})
	}
	if self {
		return n, append(edits, edit{to - 2, to, ">" + text + "</" + name + ">"})
	}
	return n, append(edits, edit{s.from, s.from, text})
}
