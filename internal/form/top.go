package form

import (
	"strings"

	"thonlanh/internal/viet"
)

// top is the lines above the tables by the key of what they give.
type top map[string]*line

// line is one of them.
type line struct {
	sheet    *Sheet
	row, col int // of the cell that holds the value, or should
	cell     Cell
}

const (
	labelKey  = "ky" // the line that says which period this is
	fillHere  = "Điền vào ô này rồi nhập lại."
	yesOrNo   = "Chọn Có hoặc Không trong danh sách của ô."
	wholeFile = ""
)

// labelWords are the words by which the lines are known, folded.
var labelWords = [...]struct{ words, key string }{
	{"so lieu tinh den ngay", keyAsOf}, {"so lieu tinh den", keyAsOf}, {"so lieu den ngay", keyAsOf}, {"tinh den ngay", keyAsOf}, {"tinh den", keyAsOf},
	{"nguon", keyOrigin}, {"nguon so lieu", keyOrigin},
	{"dang len cong", keyPublic}, {"dang cong khai", keyPublic}, {"cong khai", keyPublic}, {"duoc dang len cong", keyPublic},
	{"ky", labelKey}, {"ky so lieu", labelKey}, {"ky bao cao", labelKey},
}

func labelOf(words string) string {
	for _, x := range labelWords {
		if x.words == words {
			return x.key
		}
	}
	return ""
}

// linesOf finds labels in a row, and the cells that belong to them: behind a
// colon, or the next cell that holds something.
func linesOf(row Row, found func(key string, col int, c Cell)) {
	for i := 0; i < len(row.Cells); i++ {
		c := row.Cells[i]
		if c.Kind != Text {
			continue
		}
		before, behind, colon := strings.Cut(tidy(c.Text), ":")
		key := labelOf(plainWords(before))
		if key == "" {
			continue
		}
		if behind = strings.TrimSpace(behind); colon && behind != "" {
			c.Text = behind
			found(key, i+1, c)
			continue
		}
		j := i + 1
		for j < len(row.Cells) && row.Cells[j].blank() {
			j++
		}
		if j == len(row.Cells) || isLabel(row.Cells[j]) {
			found(key, i+2, Cell{})
			continue
		}
		found(key, j+1, row.Cells[j])
		i = j
	}
}

func isLabel(c Cell) bool {
	before, _, _ := strings.Cut(tidy(c.Text), ":")
	return c.Kind == Text && labelOf(plainWords(before)) != ""
}

// topLine takes a row above the tables. What is no line of the form is a title
// or an address, and nobody's mistake.
func (r *Reading) topLine(s *Sheet, row Row, t top) {
	linesOf(row, func(key string, col int, c Cell) {
		old := t[key]
		if old != nil && !old.cell.blank() {
			if !c.blank() && key != labelKey && tidy(c.shown()) != tidy(old.cell.shown()) {
				r.problem(s, row.Number, col, "", &fault{"Chỗ này khác với " + place(old.sheet.Name, old.row, old.col) + ", mà hai chỗ phải như nhau.", "Giữ lại một chỗ, xóa chỗ kia."})
			}
			return
		}
		t[key] = &line{s, row.Number, col, c}
	})
}

// finishTop takes the values of the lines, and asks for those that no file may
// be without.
func (r *Reading) finishTop(t top) {
	now := r.plan.Now
	if now == nil {
		now = &Values{}
	}
	r.take(t, keyAsOf, labelAsOf, !now.AsOf.IsZero(), "con số nào cũng phải có ngày. "+writeDay, func(l *line) (any, *fault) {
		d, note, bad := day(l.cell)
		switch {
		case bad != nil:
			return nil, bad
		case d.Before(r.plan.From):
			return nil, &fault{"Ngày " + viet.ShortDate(d) + " đứng trước ngày kế hoạch bắt đầu (" + viet.ShortDate(r.plan.From) + ").", "Xem lại năm. " + writeDay}
		case note != "":
			r.note(l.sheet, l.row, l.col, "%s", note)
		}
		if first, ok := monthOf(r.plan.Period); ok && !d.Before(first.AddMonths(1)) {
			r.note(l.sheet, l.row, l.col, "ngày này ở sau tháng của kỳ %s; nếu đúng như vậy thì không cần sửa", r.plan.Period)
		}
		return d, nil
	})
	r.take(t, keyOrigin, labelOrigin, now.Origin != "", "con số nào cũng phải có nguồn. Ghi đơn vị gửi số liệu.", func(l *line) (any, *fault) {
		s, bad := wordsOf(l.cell)
		return s, bad
	})
	r.take(t, keyPublic, labelPublic, now.Public != nil, "phải nói rõ có đăng hay không. "+yesOrNo, func(l *line) (any, *fault) { return yes(l.cell) })
}

func yes(c Cell) (any, *fault) {
	if c.Kind == Bool {
		return c.Yes, nil
	}
	switch plainWords(c.shown()) {
	case "co", "dang", "true", "dung":
		return true, nil
	case "khong", "khong dang", "false", "chua":
		return false, nil
	}
	return nil, &fault{"Ô này phải là Có hoặc Không.", yesOrNo}
}

// take reads one line. known says that the file of figures has the value.
func (r *Reading) take(t top, key, label string, known bool, why string, value func(*line) (any, *fault)) {
	l := t[key]
	switch {
	case l == nil && known:
	case l == nil:
		r.problem(&Sheet{Name: wholeFile}, 0, 0, "", &fault{"Thiếu dòng “" + label + "” ở trên bảng chỉ tiêu: " + why, "Thêm một dòng: ô trái ghi “" + label + "”, ô bên phải ghi giá trị."})
	case l.cell.Unknown:
		r.problem(l.sheet, l.row, l.col, label, &fault{"Ô này là công thức mà tệp chưa lưu kết quả.", "Mở tệp bằng Excel, bấm Lưu (Save), rồi nhập lại; hoặc gõ thẳng vào ô."})
	case l.cell.blank() && !known:
		r.problem(l.sheet, l.row, l.col, label, &fault{"Ô này còn trống: " + why, fillHere})
	case l.cell.blank():
	default:
		v, bad := value(l)
		if bad != nil {
			r.problem(l.sheet, l.row, l.col, label, bad)
			return
		}
		r.entries = append(r.entries, entry{path: []string{key}, value: v, place: place(l.sheet.Name, l.row, l.col)})
	}
}

// Period finds the period that a form says it is for, and where it says so. A
// line that cannot be understood gives its place and no period.
func Period(b *Book) (period, at string) {
	for _, s := range b.Sheets {
		for _, row := range s.Rows {
			linesOf(row, func(key string, col int, c Cell) {
				if key != labelKey || c.blank() || at != "" && period != "" {
					return
				}
				where := place(s.Name, row.Number, col)
				if c.Kind == Day { // a spreadsheet takes 2026-06 for a day
					period, at = c.Day.String()[:7], where
				} else if p, ok := PeriodName(c.shown()); ok {
					period, at = p, where
				} else if at == "" {
					at = where
				}
			})
			if period != "" {
				return period, at
			}
			if _, ok := headOf(row, ""); ok {
				break // the tables begin
			}
		}
	}
	return "", at
}
