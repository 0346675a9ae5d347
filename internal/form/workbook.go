package form

import (
	"bytes"
	"errors"
	"path"
	"slices"
	"strings"

	"thonlanh/internal/date"
	"thonlanh/internal/workbook"
)

// Source is a file that somebody filled in.
type Source struct {
	Book *Book
	csv  *CSV // nil for a workbook
	data []byte
}

// IsForm reports whether a file can be a form by its name.
func IsForm(name string) bool {
	switch strings.ToLower(path.Ext(strings.ReplaceAll(name, "\\", "/"))) {
	case ".xlsx", ".xlsm", ".xltx", ".xls", ".xlsb", ".ods", ".csv", ".tsv":
		return true
	}
	return false
}

// Open reads a workbook or a CSV file. The error is a *Refusal where the file
// is at fault.
func Open(name string, data []byte) (*Source, error) {
	if ext := strings.ToLower(path.Ext(strings.ReplaceAll(name, "\\", "/"))); ext == ".csv" || ext == ".tsv" {
		f, err := ReadCSV(data)
		if err != nil {
			return nil, err
		}
		return &Source{Book: f.Book, csv: f, data: data}, nil
	}
	f, err := workbook.Read(bytes.NewReader(data), int64(len(data)))
	var r *workbook.Refusal
	switch {
	case errors.As(err, &r):
		return nil, &Refusal{r.Error(), r.Message(), r.Hint()}
	case err != nil:
		return nil, err
	}
	b := &Book{}
	for i := range f.Sheets {
		b.Sheets = append(b.Sheets, fromTable(&f.Sheets[i]))
	}
	return &Source{Book: b, data: data}, nil
}

func fromTable(t *workbook.Table) *Sheet {
	s := &Sheet{Name: t.Name, Hidden: t.Hidden}
	for i := range t.Rows {
		r := Row{Number: t.Rows[i].Number, Hidden: t.Rows[i].Hidden}
		for _, v := range t.Rows[i].Cells {
			if v.Col > maxColumns {
				break
			}
			for len(r.Cells) < int(v.Col) {
				r.Cells = append(r.Cells, Cell{})
			}
			r.Cells[v.Col-1] = fromValue(v)
		}
		s.Rows = append(s.Rows, r)
	}
	for _, m := range t.Merged {
		s.Merges = append(s.Merges, Range{int(m.From.Row), int(m.From.Col), int(m.To.Row), int(m.To.Col)})
	}
	return s
}

func fromValue(v workbook.Value) Cell {
	c := Cell{Formula: v.Formula, Unknown: v.Missing(), Percent: v.Percent, Number: v.Number}
	switch v.Kind {
	case workbook.KindText:
		c.Kind, c.Text = Text, v.Text
	case workbook.KindNumber, workbook.KindWhole, workbook.KindPercent:
		c.Kind = Number
	case workbook.KindDay:
		c.Kind = Number
		if d, ok := v.Day(); ok {
			c.Kind, c.Day = Day, d
		}
	case workbook.KindBool:
		c.Kind, c.Yes = Bool, v.Number != 0
	case workbook.KindError:
		c.Kind, c.Text = Fault, v.Text
	}
	return c
}

// Marked is a copy of the file that says in one more column what to mend.
func (f *Source) Marked(r *Reading) ([]byte, error) {
	if f.csv != nil {
		return f.csv.Mark(r.Problems), nil
	}
	var marks []workbook.Marks
	for _, s := range f.Book.Sheets {
		m := workbook.Marks{Sheet: s.Name, HeadRow: max(1, r.heads[s.Name])}
		for _, p := range r.Problems {
			if p.Sheet == s.Name {
				m.Faults = append(m.Faults, workbook.Fault{At: workbook.At(p.Row, p.Col), Text: p.Message + " " + p.Hint})
			}
		}
		marks = append(marks, m)
	}
	first := max(0, slices.IndexFunc(marks, func(m workbook.Marks) bool { return r.heads[m.Sheet] > 0 }))
	for _, p := range r.Problems {
		if p.Row == 0 && len(marks) > 0 {
			marks[first].Faults = append(marks[first].Faults, workbook.Fault{Text: p.Message + " " + p.Hint})
		}
	}
	marks = slices.DeleteFunc(marks, func(m workbook.Marks) bool { return len(m.Faults) == 0 })
	var out bytes.Buffer
	if err := workbook.Mark(&out, bytes.NewReader(f.data), int64(len(f.data)), marks); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// WriteWorkbook writes a form as an Excel workbook.
func WriteWorkbook(b *Book) ([]byte, error) {
	w := &workbook.Book{}
	for i, s := range b.Sheets {
		if i == 0 && len(s.Rows) > 0 && len(s.Rows[0].Cells) > 0 {
			w.Title = s.Rows[0].Cells[0].Text
		}
		w.Sheets = append(w.Sheets, toSheet(s))
	}
	var out bytes.Buffer
	if err := workbook.Write(&out, w); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

func toSheet(s *Sheet) workbook.Sheet {
	out := workbook.Sheet{Name: s.Name, FrozenRows: int(s.Frozen.Row), FrozenCols: int(s.Frozen.Col)}
	for _, w := range s.Widths {
		out.Widths = append(out.Widths, float64(w))
	}
	for _, r := range s.Rows {
		var row []workbook.Cell
		for i, c := range r.Cells {
			row = append(row, toCell(c))
			if c.Role == Input {
				out.Rules = addRule(out.Rules, r.Number, i+1, c)
			}
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}

func toCell(c Cell) workbook.Cell {
	style := workbook.Plain
	switch c.Role {
	case Title:
		style = workbook.Title
	case Note:
		style = workbook.Aside
	case Head:
		style = workbook.Head
	case Input:
		style = workbook.Input
	case Plain:
		if c.Kind == Empty {
			return workbook.Cell{}
		}
		style = workbook.Aside
	}
	var out workbook.Cell
	switch c.Kind {
	case Number:
		out = workbook.Int(int(c.Number))
	case Day:
		out = workbook.Day(c.Day)
	case Text:
		out = workbook.Text(c.Text)
	default:
		switch c.Waits {
		case Number:
			out = workbook.Empty(workbook.KindWhole)
		case Day:
			out = workbook.Empty(workbook.KindDay)
		default:
			out = workbook.Empty(workbook.KindText)
		}
	}
	return out.As(style)
}

// addRule says what may be typed into a cell; cells below one another that
// wait for the same share a rule.
func addRule(rules []workbook.Rule, row, col int, c Cell) []workbook.Rule {
	r := workbook.Rule{At: workbook.Rect(row, col, row, col), Choices: c.Choices}
	switch {
	case len(c.Choices) > 0:
		r.Allow, r.Prompt = workbook.AllowChoice, "Chọn trong danh sách. Chưa biết thì để trống."
	case c.Waits == Number:
		r.Allow, r.Prompt = workbook.AllowWhole, "Số nguyên, cộng từ đầu kế hoạch. Chưa có số thì để trống."
	case c.Waits == Day:
		r.Allow, r.Prompt = workbook.AllowDay, "Ngày/tháng/năm, ví dụ 31/5/2026."
		r.From, r.To = date.Date{Year: 2000, Month: 1, Day: 1}, date.Date{Year: 2199, Month: 12, Day: 31}
	default:
		return rules
	}
	for i := range rules {
		x := &rules[i]
		if x.Allow == r.Allow && int(x.At.From.Col) == col && int(x.At.To.Row) == row-1 && slices.Equal(x.Choices, r.Choices) {
			x.At.To = workbook.At(row, col)
			return rules
		}
	}
	return append(rules, r)
}
