package workbook

import (
	"io"
	"slices"
)

// reading is a workbook while it is read.
type reading struct {
	pack    *pack
	main    string
	sheets  []sheetLink
	system  int // days to add where the book counts from 1904
	strings []string
	formats []showing // of the cell formats, by their number
	cells   int
	styles  string // the part of the styles, or ""
}

// sheetLink is a sheet before it is read.
type sheetLink struct {
	name, part string
	hidden     bool
}

// Read reads a workbook.
func Read(r io.ReaderAt, size int64) (*File, error) {
	b, err := openBook(r, size)
	if err != nil {
		return nil, err
	}
	f := &File{Sheets: make([]Table, 0, len(b.sheets))}
	for _, link := range b.sheets {
		data, err := b.pack.read(link.part, maxSheet)
		if err != nil {
			return nil, err
		}
		r, err := b.parse(data, link)
		if err != nil {
			return nil, err
		}
		f.Sheets = append(f.Sheets, r.table)
	}
	return f, nil
}

// openBook reads all that the sheets rest on.
func openBook(r io.ReaderAt, size int64) (*reading, error) {
	p, err := openPack(r, size)
	if err != nil {
		return nil, err
	}
	b := &reading{pack: p}
	if b.main, err = p.main(); err != nil {
		return nil, err
	}
	links, err := p.relations(b.main)
	if err != nil {
		return nil, err
	}
	if err := b.readMain(links); err != nil {
		return nil, err
	}
	for _, l := range links {
		switch {
		case !p.has(l.part):
		case l.kind == "sharedStrings" && b.strings == nil:
			err = b.readStrings(l.part)
		case l.kind == "styles" && b.styles == "":
			err = b.readStyles(l.part)
		}
		if err != nil {
			return nil, err
		}
	}
	return b, nil
}

// readMain reads which sheets there are. Sheets of charts and of old macros
// have no cells for us.
func (b *reading) readMain(links []relation) error {
	data, err := b.pack.read(b.main, maxPart)
	if err != nil {
		return err
	}
	s := newScanner(data)
	if !s.root() || !s.is("workbook") {
		return damaged("the workbook part is none")
	}
	count := 0
	s.children(func() {
		switch {
		case s.is("workbookPr"):
			if s.truth("date1904") {
				b.system = shift1904
			}
		case s.is("sheets"):
			s.children(func() {
				if count++; !s.is("sheet") || count > MaxSheets {
					return
				}
				id := s.attr("id")
				i := slices.IndexFunc(links, func(l relation) bool { return l.id == id })
				if i >= 0 && links[i].kind == "worksheet" {
					state := s.attr("state")
					b.sheets = append(b.sheets, sheetLink{s.attr("name"), links[i].part, state == "hidden" || state == "veryHidden"})
				}
			})
		}
	})
	switch {
	case s.err != nil:
		return damaged(s.err.Error())
	case count > MaxSheets:
		return tooLarge("too many sheets")
	case len(b.sheets) == 0:
		return refuse("no sheet", "Tệp này không có trang tính nào.", "Mở tệp bằng Excel, thêm trang tính và điền số, hoặc xin lại tệp gốc.")
	}
	return nil
}

// readStrings reads the texts that the cells share. A text can be in runs of
// different fonts; how it is pronounced is not part of it.
func (b *reading) readStrings(part string) error {
	data, err := b.pack.read(part, maxStrings)
	if err != nil {
		return err
	}
	s := newScanner(data)
	if !s.root() {
		return damaged("no shared strings")
	}
	s.children(func() {
		if s.is("si") && len(b.strings) <= MaxCells {
			b.strings = append(b.strings, richText(s))
		}
	})
	switch {
	case s.err != nil:
		return damaged(s.err.Error())
	case len(b.strings) > MaxCells:
		return tooLarge("too many shared strings")
	}
	return nil
}

// richText is the text of the current element, with that of its runs.
func richText(s *scanner) string {
	text := ""
	var more []byte // as long as there is a single piece, there is no copy
	add := func(piece string) {
		switch {
		case more != nil:
			more = append(more, piece...)
		case text == "":
			text = piece
		default:
			more = append([]byte(text), piece...)
		}
	}
	s.children(func() {
		switch {
		case s.is("t"):
			add(unspell(s.content()))
		case s.is("r"):
			s.children(func() {
				if s.is("t") {
					add(unspell(s.content()))
				}
			})
		}
	})
	if more != nil {
		return string(more)
	}
	return text
}
