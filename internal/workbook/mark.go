package workbook

import (
	"archive/zip"
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// FixColumn heads the column that Mark adds. Who reads a workbook that may
// have been marked before leaves it out.
const FixColumn = "Cần sửa"

// Marks is what has to be mended on one sheet.
type Marks struct {
	Sheet   string
	HeadRow int // the row that heads the columns, counted from 1
	Faults  []Fault
}

// Fault says what is wrong with a cell. One without a place stands in the head
// row.
type Fault struct {
	At   Ref
	Text string // Vietnamese, without the name of the cell
}

// Mark copies a workbook and adds a column "Cần sửa" behind the last used one
// of each sheet that has faults: each stands as a note in its row and names its
// cell ("C7: …"), and the cell is tinted for as long as there is a note in its
// row. A column of that name from an earlier time is used again, and its old
// notes are gone. A sheet that the book does not have is an error.
//
// Only the sheets with notes and the part of the styles change, and those only
// where it is needed; all other parts are copied as they are packed.
//
// Where the file cannot be read the error is the *Refusal that Read gives, and
// nothing has been written.
func Mark(w io.Writer, r io.ReaderAt, size int64, sheets []Marks) error {
	b, err := openBook(r, size)
	if err != nil {
		return err
	}
	look, err := b.noteLook()
	if err != nil {
		return err
	}
	changed := map[string][]byte{}
	for _, marks := range sheets {
		i := slices.IndexFunc(b.sheets, func(l sheetLink) bool { return l.name == marks.Sheet })
		if i < 0 {
			return fmt.Errorf("workbook: no sheet %q", marks.Sheet)
		}
		part := b.sheets[i].part
		if changed[part] != nil {
			return fmt.Errorf("workbook: two lists of faults for the sheet %q", marks.Sheet)
		}
		out, err := b.markSheet(b.sheets[i], marks, look)
		if err != nil {
			return err
		}
		if out != nil {
			changed[part] = out
		}
	}
	if len(changed) > 0 && look.styles != nil {
		changed[b.styles] = look.styles
	}
	return b.pack.copy(w, changed)
}

// copy writes the archive again, with other bytes for some of its parts.
func (p *pack) copy(w io.Writer, changed map[string][]byte) error {
	out := zip.NewWriter(w)
	for _, f := range p.zip.File {
		if err := copyPart(out, f, changed[partName(f.Name)]); err != nil {
			return fmt.Errorf("workbook: %w", err)
		}
	}
	if err := errors.Join(out.SetComment(p.zip.Comment), out.Close()); err != nil {
		return fmt.Errorf("workbook: %w", err)
	}
	return nil
}

func copyPart(out *zip.Writer, f *zip.File, changed []byte) error {
	if changed != nil {
		to, err := out.CreateHeader(&zip.FileHeader{Name: f.Name, Method: zip.Deflate, Modified: f.Modified})
		if err != nil {
			return err
		}
		_, err = to.Write(changed)
		return err
	}
	from, err := f.OpenRaw()
	if err != nil {
		return err
	}
	header := f.FileHeader
	to, err := out.CreateRaw(&header)
	if err != nil {
		return err
	}
	_, err = io.Copy(to, from)
	return err
}

// edit puts text in the place of some bytes of a part.
type edit struct {
	from, to int
	text     string
}

// apply makes all edits, which do not overlap. What is put in at a place
// stands before what is put in the stead of something there.
func apply(src []byte, edits []edit) []byte {
	slices.SortStableFunc(edits, func(a, b edit) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to)) })
	size := len(src)
	for _, e := range edits {
		size += len(e.text) - (e.to - e.from)
	}
	out := make([]byte, 0, max(0, size))
	at := 0
	for _, e := range edits {
		out = append(append(out, src[at:e.from]...), e.text...)
		at = e.to
	}
	return append(out, src[at:]...)
}

// notes are the texts of the column, by their rows, with the heading.
func (m Marks) notes() map[int]string {
	faults := slices.Clone(m.Faults)
	slices.SortStableFunc(faults, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(a.At.Row, b.At.Row), cmp.Compare(a.At.Col, b.At.Col))
	})
	lines := map[int][]string{m.HeadRow: {FixColumn}}
	for _, f := range faults {
		row, text := m.HeadRow, f.Text
		if f.At.Row > 0 {
			row, text = int(f.At.Row), f.At.String()+": "+f.Text
		}
		lines[row] = append(lines[row], text)
	}
	out := make(map[int]string, len(lines))
	for row, l := range lines {
		out[row] = cut(strings.Join(l, "\n"), maxText)
	}
	return out
}

// headsFixes reports whether this is the heading of a column of notes.
func headsFixes(v Value) bool {
	first, _, _ := strings.Cut(v.Text, "\n")
	return v.Kind == KindText && strings.EqualFold(strings.TrimSpace(first), FixColumn)
}
