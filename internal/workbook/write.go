package workbook

import (
	"archive/zip"
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"time"
	"unicode/utf16"
)

// Write writes the workbook. The same Book gives the same bytes. The error is
// the writer's, or says what of the Book no workbook can hold.
func Write(w io.Writer, b *Book) error {
	wr := &writer{book: b, texts: map[string]int{}}
	if err := wr.prepare(); err != nil {
		return err
	}
	z := zip.NewWriter(w)
	for _, p := range wr.parts() {
		f, err := z.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Deflate, Modified: epoch})
		if err != nil {
			return fmt.Errorf("workbook: %w", err)
		}
		out := bufio.NewWriterSize(f, 32<<10)
		p.write(&xmlWriter{w: out})
		if err := out.Flush(); err != nil {
			return fmt.Errorf("workbook: %w", err)
		}
	}
	if err := z.Close(); err != nil {
		return fmt.Errorf("workbook: %w", err)
	}
	return nil
}

// epoch is the time of every entry: the oldest that an archive can say.
var epoch = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// writer holds what the parts of one workbook share.
type writer struct {
	book   *Book
	names  []string // of the sheets, as they are written
	texts  map[string]int
	order  []string // texts in the order of their first use
	uses   int
	lists  []choices // drop-downs whose values lie on a sheet of their own
	lookup string    // the name of that sheet
}

type writtenPart struct {
	name  string
	write func(*xmlWriter)
}

// parts are the entries in order. The texts come after the sheets, which
// collect them.
func (w *writer) parts() []writtenPart {
	parts := []writtenPart{
		{"[Content_Types].xml", w.contentTypes},
		{"_rels/.rels", w.rootRelations},
		{"docProps/core.xml", w.properties},
		{"xl/workbook.xml", w.workbook},
		{"xl/_rels/workbook.xml.rels", w.relations},
		{"xl/styles.xml", writeStyles},
	}
	for i := range w.book.Sheets {
		parts = append(parts, writtenPart{sheetPart(i), func(x *xmlWriter) { w.sheet(x, i) }})
	}
	if w.lookup != "" {
		parts = append(parts, writtenPart{sheetPart(len(w.book.Sheets)), w.lookupSheet})
	}
	return append(parts, writtenPart{"xl/sharedStrings.xml", w.sharedStrings})
}

func sheetPart(i int) string { return "xl/worksheets/sheet" + strconv.Itoa(i+1) + ".xml" }

const maxText = 32767 // UTF-16 units in a cell, the bound of Excel

// prepare names the sheets, finds the lists, and looks for what Excel would
// call damage.
func (w *writer) prepare() error {
	visible := false
	taken := map[string]bool{}
	if len(w.book.Sheets) > MaxSheets-1 {
		return errors.New("workbook: too many sheets")
	}
	for i := range w.book.Sheets {
		s := &w.book.Sheets[i]
		visible = visible || !s.Hidden
		w.names = append(w.names, sheetName(s.Name, taken))
		if len(s.Rows) > MaxRow {
			return fmt.Errorf("workbook: %d rows in %q", len(s.Rows), s.Name)
		}
		for r, row := range s.Rows {
			if len(row) > MaxCol {
				return fmt.Errorf("workbook: %d cells in row %d of %q", len(row), r+1, s.Name)
			}
			for c := range row {
				if t := row[c].text; len(t) > maxText && units(t) > maxText {
					return fmt.Errorf("workbook: the text in %s of %q is longer than a cell can hold", At(r+1, c+1), s.Name)
				}
			}
		}
		for _, m := range s.Merged {
			if !m.valid() {
				return fmt.Errorf("workbook: no range %v in %q", m, s.Name)
			}
		}
		for _, r := range s.Rules {
			if !r.At.valid() {
				return fmt.Errorf("workbook: no range %v in %q", r.At, s.Name)
			}
		}
	}
	if !visible {
		return errors.New("workbook: no sheet that can be seen")
	}
	w.collectLists()
	if len(w.lists) > 0 {
		w.lookup = sheetName("Danh sách", taken)
	}
	return nil
}

// units is the length of a text as Excel counts it.
func units(s string) int {
	n := 0
	for _, r := range s {
		n += max(1, utf16.RuneLen(r))
	}
	return n
}

// cut is the beginning of a text, as long as Excel lets it be.
func cut(s string, limit int) string {
	n := 0
	for i, r := range s {
		if n += max(1, utf16.RuneLen(r)); n > limit {
			return s[:i]
		}
	}
	return s
}

// textIndex is the number of a text in the shared table.
func (w *writer) textIndex(s string) int {
	w.uses++
	i, ok := w.texts[s]
	if !ok {
		i = len(w.order)
		w.texts[s] = i
		w.order = append(w.order, s)
	}
	return i
}
