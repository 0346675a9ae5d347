package render

import (
	"bytes"
	"strings"

	"thonlanh/internal/date"
	"thonlanh/internal/site"
	"thonlanh/internal/viet"
	"thonlanh/internal/workbook"
)

// xlsx is the table for people who open it in a spreadsheet: days are days,
// figures are figures, leading zeros stay. A second sheet says what the fields
// mean, how the table may be used and of which day it is, since the file
// travels alone.
func (d *dataset) xlsx(f dataFile, s *site.Site) ([]byte, error) {
	c := s.Config
	rows := make([][]workbook.Cell, 0, len(d.rows)+1)
	head := make([]workbook.Cell, len(d.columns))
	for i, col := range d.columns {
		head[i] = workbook.Text(col.key).As(workbook.Head)
	}
	rows = append(rows, head)
	room := make([]workbook.Cell, 0, len(d.rows)*len(d.columns)) // of all rows: one piece of memory
	for i := range d.rows {
		start := len(room)
		for _, part := range d.cells(i) {
			for _, x := range part {
				room = append(room, d.columns[len(room)-start].sheetCell(x))
			}
		}
		rows = append(rows, room[start:len(room):len(room)])
	}
	book := &workbook.Book{
		Title: f.Title + ", " + c.Name, Author: s.Config.Office,
		Sheets: []workbook.Sheet{
			{Name: f.Title, Rows: rows, FrozenRows: 1},
			d.notes(f, s),
		},
	}
	var out bytes.Buffer
	if err := workbook.Write(&out, book); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// mostSheetRows is how many rows a workbook holds. Ten thousand cost a build a
// fifth of a second and some twenty megabytes; who works with many more does
// not read them in a spreadsheet.
const mostSheetRows = 5000

// tooLong reports datasets that are offered without a workbook.
func tooLong(set dataFile, s *site.Site) bool {
	// Few sites come near, so the table is made only where it may be long.
	most := len(s.Legal) + len(s.News) + len(s.Events) + len(s.Materials) + len(s.Numbers) + len(s.Services) + len(s.Villages)
	for _, l := range s.Legal {
		most += len(l.Units)
	}
	for _, p := range s.Plans {
		most += 1 + len(p.Duties) + len(p.Reports) + len(p.Targets) + len(p.Periods)*(len(p.Targets)+len(s.Villages))
	}
	return most > mostSheetRows && len(set.table(s).rows) > mostSheetRows
}

// sheetCell is a value as a person reads it. Figures with a unit are counts and
// have their thousands apart; a year has not.
func (c column) sheetCell(x cell) workbook.Cell {
	switch {
	case x.is == wholeCell && c.unit != "":
		return workbook.Int(int(x.num))
	case x.is == wholeCell, x.is == numberCell:
		return workbook.Number(x.num)
	case x.is == dayCell:
		d, _ := date.Parse(x.s)
		return workbook.Day(d)
	case x.is == yesCell && x.yes:
		return workbook.Text("có")
	case x.is == yesCell:
		return workbook.Text("không")
	case x.empty():
		return workbook.Empty(workbook.KindText)
	}
	return workbook.Text(x.words())
}

// notes are the second sheet.
func (d *dataset) notes(f dataFile, s *site.Site) workbook.Sheet {
	c := s.Config
	out := workbook.Sheet{Name: "Mô tả", Widths: []float64{24, 52, 18, 16, 36, 44, 36}}
	out.Rows = append(out.Rows, []workbook.Cell{workbook.Text(f.Title + ", " + c.Name).As(workbook.Title)})
	line := func(label, words string) {
		if words != "" {
			out.Rows = append(out.Rows, []workbook.Cell{workbook.Text(label), workbook.Text(words)})
		}
	}
	if s.Sample {
		line("Bản mẫu", sampleWords+". Không dòng nào là số liệu thật.")
	}
	line("Phạm vi", d.scope)
	line("Không đăng", d.withheld)
	line("Nguồn", d.from)
	line("Cập nhật", viet.ShortDate(d.updated))
	line("Giấy phép", c.Licence)
	line("Trường phân biệt từng dòng", d.key)
	if c.BaseURL != "" {
		line("Địa chỉ", absolute(s, setAddr(f)))
	}
	out.Rows = append(out.Rows, nil)
	head := []workbook.Cell{}
	for _, name := range [...]string{"Trường", "Nghĩa", "Kiểu", "Đơn vị", "Ô trống nghĩa là", "Giá trị", "Nguồn"} {
		head = append(head, workbook.Text(name).As(workbook.Head))
	}
	out.Rows = append(out.Rows, head)
	for _, col := range d.columns {
		blank := viet.UpperFirst(col.blank)
		if blank == "" {
			blank = "Không có ô trống"
		}
		var values []string
		for _, x := range col.choices {
			if col.is == choiceColumn {
				values = append(values, x.key+": "+x.doc)
			}
		}
		if col.is == yesColumn {
			values = []string{"có", "không"}
		}
		var row []workbook.Cell
		for _, words := range [...]string{col.key, col.doc, kindNames[col.is].name, col.unit, blank, strings.Join(values, "; "), d.source(col)} {
			if words == "" {
				row = append(row, workbook.Empty(workbook.KindText))
			} else {
				row = append(row, workbook.Text(words))
			}
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}
