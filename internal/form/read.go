package form

import (
	"fmt"
	"strconv"
	"strings"

	"thonlanh/internal/viet"
)

// Reading is what was read from a form that somebody filled in.
type Reading struct {
	Problems []Problem
	More     int      // problems that are not named
	Notes    []string // what should be said, and stops nothing

	plan    *Plan
	book    *Book
	entries []entry
	heads   map[string]int  // the row that heads the first table of each sheet
	seen    map[string]seat // where each target, thing of a list or village stands
	worked  []string        // cells whose number a formula gave
}

// seat is a row of a sheet.
type seat struct {
	sheet *Sheet
	row   int
}

// entry is one value that was filled in.
type entry struct {
	path  []string
	value any
	place string
	title string // of the table, should it have to be made
}

// Read takes what was filled in. What is wrong is in Problems; then nothing
// of it is to be used.
func Read(b *Book, p *Plan) *Reading {
	r := &Reading{plan: p, book: b, heads: make(map[string]int), seen: make(map[string]seat)}
	top := make(top)
	for _, s := range b.Sheets {
		switch {
		case sameName(s.Name, sheetGuide):
		case s.Hidden:
			r.Notes = append(r.Notes, "Trang “"+s.Name+"” đang ẩn trong Excel, nên được bỏ qua.")
		default:
			r.sheet(s, top)
		}
	}
	if len(r.heads) == 0 {
		r.Problems = []Problem{{Message: "Không thấy bảng chỉ tiêu hay bảng thôn nào trong tệp.",
			Hint: "Lấy tệp mẫu bằng lệnh thonlanh new so-lieu " + p.Period + " -o so-lieu.xlsx, rồi chép số vào. Giữ nguyên dòng tiêu đề của các cột."}}
		return r
	}
	r.finishTop(top)
	if n := len(r.worked); n > 0 {
		r.Notes = append(r.Notes, fmt.Sprintf("%d ô là công thức; máy lấy kết quả đã lưu trong tệp: %s.", n, few(r.worked, 5)))
	}
	r.sorted()
	return r
}

// table is the table that the rows now belong to.
type table struct {
	*head
	sheet  *Sheet
	sums   map[string]int  // of the columns of villages
	broken map[string]bool // columns in which a number could not be read
	last   *Target         // the target of the row above
	index  *mergeIndex
	merges map[int]bool // ranges that were named
}

func (r *Reading) sheet(s *Sheet, top top) {
	var t *table
	merges := indexMerges(s.Merges)
	found, filled := false, 0
	for i, row := range s.Rows {
		if row.blank() {
			continue
		}
		if filled++; filled > maxRows {
			r.problem(s, row.Number, 1, "", &fault{"Trang này có quá nhiều dòng có chữ, hơn 5.000 dòng; từ dòng này trở đi máy không đọc.",
				"Biểu số liệu chỉ có vài chục dòng. Xóa những dòng thừa ở dưới, hoặc chép số vào tệp mẫu."})
			break
		}
		words, single := onlyText(row)
		if single && sameName(words, sheetGuide) {
			break
		}
		name := s.Name
		if found {
			name = ""
		}
		switch h, ok := headOf(row, name); {
		case ok:
			found = true
			t = r.openTable(s, row, h, merges)
		case single && endsTable(words):
			t = nil
		case t == nil:
			r.topLine(s, row, top)
		case t.village:
			r.villageRow(t, s.Rows[i])
		default:
			r.targetRow(t, s.Rows[i])
		}
	}
	if !found && filled > 0 && s.Name != "" && len(r.book.Sheets) > 1 {
		r.Notes = append(r.Notes, "Trang “"+s.Name+"” không có bảng nào máy nhận ra, nên được bỏ qua.")
	}
}

// onlyText is the text of a row with one cell that holds anything.
func onlyText(row Row) (string, bool) {
	s := ""
	for _, c := range row.Cells {
		switch {
		case c.blank():
		case c.Kind != Text || s != "":
			return "", false
		default:
			s = tidy(c.Text)
		}
	}
	return s, s != ""
}

// endsTable reports whether a line is the title of another part.
func endsTable(words string) bool {
	return sameName(words, sheetVillages) || sameName(words, sheetTargets) || sameName(words, "Hoạt động của từng thôn")
}

// openTable looks at the heads of a table.
func (r *Reading) openTable(s *Sheet, row Row, h *head, merges *mergeIndex) *table {
	t := &table{head: h, sheet: s, sums: make(map[string]int), broken: make(map[string]bool), index: merges, merges: make(map[int]bool)}
	if r.heads[s.Name] == 0 {
		r.heads[s.Name] = row.Number
	}
	for i, f := range h.fields {
		at := h.texts[i]
		switch {
		case at == "":
		case f == "" && h.village && headCountsPersons(at):
			r.problem(s, row.Number, i+1, "tiêu đề cột", noPersons())
		case f == "":
			if name, ok := h.meant(at, r.plan.Activities); ok {
				r.problem(s, row.Number, i+1, "tiêu đề cột", &fault{"Máy không nhận ra tiêu đề cột này.", "Có phải ý bạn là “" + name + "”? Sửa lại tiêu đề cho đúng, hoặc xóa cột nếu không cần."})
				continue
			}
			r.note(s, row.Number, i+1, "cột này không có trong biểu, nên được bỏ qua")
		case f != fieldShown && h.at(f) != i+1:
			r.problem(s, row.Number, i+1, "tiêu đề cột", &fault{"Cột này có hai lần; cột kia ở " + ref(row.Number, h.at(f)) + ".", "Giữ lại một cột, xóa hoặc đổi tên cột kia."})
		}
	}
	return t
}

// input is the cell of a field in a row; false where there is nothing to
// read, or where its cell was made one with others.
func (r *Reading) input(t *table, row Row, field string) (Cell, int, bool) {
	col := t.at(field)
	if col == 0 {
		return Cell{}, 0, false
	}
	if i, ok := t.index.at(row.Number, col); ok {
		m := t.sheet.Merges[i]
		if !t.merges[i] {
			t.merges[i] = true
			r.problem(t.sheet, m.Row, m.Col, "", &fault{"Ô này gộp nhiều ô (" + ref(m.Row, m.Col) + ":" + ref(m.LastRow, m.LastCol) + "), nên không biết nó là của dòng nào, cột nào.",
				"Chọn ô, bấm Gộp và Canh giữa (Merge & Center) để bỏ gộp, rồi điền từng ô."})
		}
		return Cell{}, col, false
	}
	c := row.cell(col)
	if c.Unknown {
		r.problem(t.sheet, row.Number, col, t.texts[col-1], &fault{"Ô này là công thức mà tệp chưa lưu kết quả.", "Mở tệp bằng Excel, bấm Lưu (Save), rồi nhập lại; hoặc gõ thẳng con số vào ô."})
		return Cell{}, col, false
	}
	return c, col, !c.blank()
}

// count reads a number of a row.
func (r *Reading) count(t *table, row Row, field, about string) (int, bool) {
	c, col, ok := r.input(t, row, field)
	if !ok {
		return 0, false
	}
	n, note, bad := count(c)
	if bad != nil {
		if t.village && c.Kind == Text && speaksOfPersons(c.Text) {
			bad = noPersons()
		}
		r.problem(t.sheet, row.Number, col, about+", "+t.texts[col-1], bad)
		return 0, false
	}
	if note != "" {
		r.note(t.sheet, row.Number, col, "%s", note)
	}
	if d, ok := serial(float64(n)); ok && d.Year == r.plan.Year {
		r.note(t.sheet, row.Number, col, "%s cũng là cách Excel ghi ngày %s; nếu đã gõ một ngày thì gõ lại con số", viet.Int(n), viet.ShortDate(d))
	}
	if c.Formula {
		r.worked = append(r.worked, place(t.sheet.Name, row.Number, col))
	}
	return n, true
}

// words reads a text of a row.
func (r *Reading) words(t *table, row Row, field, about string) (string, bool) {
	c, col, ok := r.input(t, row, field)
	if !ok {
		return "", false
	}
	s, bad := wordsOf(c)
	if bad != nil {
		r.problem(t.sheet, row.Number, col, about+", "+t.texts[col-1], bad)
		return "", false
	}
	return s, true
}

// wordsOf is a cell as a text of one line.
func wordsOf(c Cell) (string, *fault) {
	if c.Kind == Fault {
		return "", &fault{"Công thức trong ô này bị lỗi: " + strings.ToUpper(c.Text) + ".", "Sửa công thức, hoặc gõ thẳng chữ vào ô."}
	}
	s := tidy(c.shown())
	if len(s) > 2000 {
		return "", &fault{"Chữ trong ô này dài quá.", "Viết ngắn lại, vài câu là đủ; chuyện dài thì viết thành tin."}
	}
	return s, nil
}

func (r *Reading) add(t *table, row Row, field, title string, value any, path ...string) {
	r.entries = append(r.entries, entry{path: path, value: value, place: place(t.sheet.Name, row.Number, t.at(field)), title: title})
}

// hidden says that a row which nobody sees was read.
func (r *Reading) hidden(t *table, row Row, before int) {
	if row.Hidden && len(r.entries) > before {
		r.note(t.sheet, row.Number, 1, "dòng này đang ẩn trong Excel mà vẫn có số; máy đã đọc")
	}
}

// twice reports a target, a thing of a list or a village that has a row
// already.
func (r *Reading) twice(t *table, row Row, col int, key, about, what string) bool {
	old, ok := r.seen[key]
	if !ok {
		r.seen[key] = seat{t.sheet, row.Number}
		return false
	}
	where := "dòng " + strconv.Itoa(old.row)
	if old.sheet != t.sheet {
		where += " của trang " + old.sheet.Name
	}
	r.problem(t.sheet, row.Number, col, about, &fault{what + " này đã có ở " + where + ".", "Giữ lại một dòng, xóa dòng kia."})
	return true
}

// few names the first of a list.
func few(list []string, n int) string {
	if len(list) <= n {
		return strings.Join(list, ", ")
	}
	return strings.Join(list[:n], ", ") + " …"
}

// isTotal reports whether a row adds up the others.
func isTotal(name string) bool {
	switch plainWords(name) {
	case "cong", "tong", "tong cong", "tong so", "toan xa", "ca xa", "tong toan xa", "cong toan xa":
		return true
	}
	return false
}

// nearest words a guess at what a name was meant to be. After many mistakes
// guessing is left off: it takes time, and nobody reads it.
func (r *Reading) nearest(name string, known []string) string {
	if len(r.Problems) >= 50 {
		return ""
	}
	if near, ok := viet.Nearest(name, known); ok {
		return "Có phải ý bạn là “" + near + "”? "
	}
	return ""
}
