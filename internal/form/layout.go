package form

import (
	"fmt"
	"strings"

	"thonlanh/internal/viet"
	"thonlanh/internal/workbook"
)

// The sheets of the form.
const (
	sheetTargets  = "Chỉ tiêu"
	sheetVillages = "Thôn"
	sheetGuide    = "Cách điền"
	labelPeriod   = "Kỳ"
)

// The lines above the targets.
const (
	labelAsOf   = "Số liệu tính đến ngày"
	labelOrigin = "Nguồn"
	labelPublic = "Đăng lên cổng"
)

// Words of the drop-downs.
const (
	wordYes     = "Có"
	wordNo      = "Không"
	wordDone    = "xong"
	wordNotDone = "chưa"
)

var stateWords = [...]struct{ key, word string }{{"chua_lam", "Chưa làm"}, {"dang_lam", "Đang làm"}, {"da_xong", "Đã xong"}}

func stateWord(key string) string {
	for _, s := range stateWords {
		if s.key == key {
			return s.word
		}
	}
	return ""
}

// Columns of the targets' sheet.
const (
	colCode = iota
	colName
	colItem
	colCounts
	colUnit
	colLast
	colNum
	colDen
	colState
	colDone
	colOrigin
	colNote
	nTargetColumns
)

// targetHeads are the heads of these columns, and how wide they are.
var targetHeads = [nTargetColumns]struct {
	text  string
	width int
}{
	{"Mã", 8}, {"Chỉ tiêu", 42}, {"Việc trong danh mục", 30}, {"Đếm gì", 13}, {"Đơn vị", 13}, {"Kỳ trước", 17},
	{"Tử số (đã làm được)", 13}, {"Mẫu số (tổng số)", 13}, {"Trạng thái", 13}, {"Việc đã làm", 13}, {"Nguồn", 26}, {"Ghi chú", 38},
}

// Blank is the form of a period, with what its file holds already.
func Blank(p *Plan) *Book {
	return &Book{Sheets: []*Sheet{p.targetSheet(), p.villageSheet(), guideSheet()}}
}

func (p *Plan) targetSheet() *Sheet {
	now := p.Now
	if now == nil {
		no := false
		now = &Values{Public: &no} // until somebody has looked at it
	}
	asOf := Cell{Role: Input, Waits: Day}
	if !now.AsOf.IsZero() {
		asOf.Kind, asOf.Day = Day, now.AsOf
	}
	public := Cell{Role: Input, Waits: Text, Choices: []string{wordYes, wordNo}}
	if now.Public != nil {
		public.Kind, public.Text = Text, yesNo(*now.Public)
	}
	s := &Sheet{Name: sheetTargets}
	s.add(text(Title, fmt.Sprintf("Số liệu của kế hoạch năm %d", p.Year)))
	s.add(text(Plain, labelPeriod+": "+p.Period))
	s.add(Cell{}, text(Label, labelAsOf), asOf)
	s.add(Cell{}, text(Label, labelOrigin), words(now.Origin))
	s.add(Cell{}, text(Label, labelPublic), public)
	s.add()
	var head []Cell
	for i, h := range targetHeads {
		if i == colLast && p.LastPeriod != "" {
			h.text += " (" + p.LastPeriod + ")"
		}
		head = append(head, text(Head, h.text))
		s.Widths = append(s.Widths, h.width)
	}
	s.add(head...)
	s.Frozen = workbook.At(len(s.Rows), 2)
	for i := range p.Targets {
		p.targetRows(s, &p.Targets[i])
	}
	return s
}

func yesNo(yes bool) string {
	if yes {
		return wordYes
	}
	return wordNo
}

func (s *Sheet) add(cells ...Cell) {
	s.Rows = append(s.Rows, Row{Number: len(s.Rows) + 1, Cells: cells})
}

// targetRows adds the row of a target, and one for each thing of a list.
func (p *Plan) targetRows(s *Sheet, t *Target) {
	row := make([]Cell, nTargetColumns)
	for i := range row {
		row[i] = Cell{Role: Closed}
	}
	now, last := p.now(t.ID), p.last(t.ID)
	row[colCode], row[colName] = text(Given, t.ID), text(Given, t.Name)
	row[colCounts], row[colUnit] = text(Given, t.Counts), text(Given, t.Measure)
	row[colLast] = text(Given, lastWords(t, last))
	row[colOrigin], row[colNote] = words(now.Origin), words(now.Note)
	switch t.Kind {
	case "danh_muc":
	case "dinh_tinh":
		row[colState] = Cell{Role: Input, Waits: Text}
		for _, w := range stateWords {
			row[colState].Choices = append(row[colState].Choices, w.word)
		}
		if w := stateWord(now.State); w != "" {
			row[colState].Kind, row[colState].Text = Text, w
		}
	case "so_luong":
		row[colNum] = optional(now.Num)
	default:
		row[colNum], row[colDen] = optional(now.Num), optional(now.Den)
		if now.Den == nil && t.Base > 0 {
			row[colDen] = number(Input, t.Base)
		}
	}
	s.add(row...)
	if t.Kind != "danh_muc" {
		return
	}
	for _, item := range t.Items {
		row := make([]Cell, nTargetColumns)
		for i := range row {
			row[i] = Cell{Role: Closed}
		}
		row[colCode], row[colItem] = text(Given, t.ID), text(Given, tidy(item))
		row[colDone] = Cell{Role: Input, Waits: Text, Choices: []string{wordDone, wordNotDone}}
		if now.Done != nil {
			row[colDone].Kind, row[colDone].Text = Text, doneWord(has(now.Done, item))
		}
		if last.Done != nil {
			row[colLast] = text(Given, doneWord(has(last.Done, item)))
		}
		s.add(row...)
	}
}

func optional(n *int) Cell {
	if n == nil {
		return Cell{Role: Input, Waits: Number}
	}
	return number(Input, *n)
}

func doneWord(done bool) string {
	if done {
		return wordDone
	}
	return wordNotDone
}

func has(list []string, item string) bool {
	for _, x := range list {
		if sameName(x, item) {
			return true
		}
	}
	return false
}

// sameName reports whether two names differ in nothing but marks, capitals and
// blanks.
func sameName(a, b string) bool { return viet.Fold(tidy(a)) == viet.Fold(tidy(b)) }

// lastWords is the value of a target in the period before, for comparison.
func lastWords(t *Target, f Figure) string {
	switch {
	case t.Kind == "danh_muc" && f.Done != nil:
		return fmt.Sprintf("%d trên %d việc", len(f.Done), len(t.Items))
	case t.Kind == "dinh_tinh":
		return stateWord(f.State)
	case f.Num == nil:
		return ""
	case f.Den != nil:
		return viet.Int(*f.Num) + " trên " + viet.Int(*f.Den) // 7/12 would be taken for a day
	}
	return viet.Int(*f.Num)
}

func (p *Plan) villageSheet() *Sheet {
	s := &Sheet{Name: sheetVillages, Widths: []int{12, 20}}
	s.add(text(Title, "Hoạt động của từng thôn"))
	s.add(text(Note, "Cộng từ đầu kế hoạch đến ngày ghi ở trang Chỉ tiêu. Chỉ ghi hoạt động, không ghi số người, số vụ, số cơ sở."))
	s.add()
	head := []Cell{text(Head, "Mã"), text(Head, "Thôn")}
	for _, a := range p.Activities {
		head = append(head, text(Head, a.Label))
		s.Widths = append(s.Widths, 16)
	}
	s.add(head...)
	s.Frozen = workbook.At(len(s.Rows), 2)
	for _, v := range p.Villages {
		row := []Cell{text(Given, v.ID), text(Given, v.Name)}
		for _, a := range p.Activities {
			c := Cell{Role: Input, Waits: Number}
			if p.Now != nil {
				if n, ok := p.Now.Villages[v.ID][a.Key]; ok {
					c = number(Input, n)
				}
			}
			row = append(row, c)
		}
		s.add(row...)
	}
	return s
}

const guideText = `Cảm ơn anh chị đã giúp bà con biết xã đang làm đến đâu.
Chỉ điền vào các ô được tô màu.
Con số nào cũng cộng từ đầu kế hoạch đến ngày ghi ở đầu trang, không phải riêng kỳ này.
Chưa có số thì để trống. Đừng ghi 0 thay cho “chưa biết”; ô để trống thì số đang có được giữ nguyên.
Gõ số liền nhau: 1844. Số đếm người, thôn, buổi luôn là số nguyên.
Tử số là phần đã làm được, mẫu số là tổng số. Tử số không lớn hơn mẫu số.
Chỉ tiêu là một danh mục thì mỗi việc một dòng: chọn xong hoặc chưa ở cột Việc đã làm.
Ngày ghi như 31/5/2026.
Trang Thôn chỉ ghi hoạt động. Không ghi số người, số vụ, số cơ sở, không ghi tên ai: ở thôn nhỏ, một con số cũng có thể chỉ ra một người.
Ghi chú sẽ hiện trên cổng, nên viết như nói với bà con và không nêu tên người.
Đăng lên cổng: chọn Có khi đã có người duyệt, chọn Không khi còn chờ.
Giữ nguyên cột Mã và dòng Kỳ. Thêm cột riêng để tính toán thì được, máy bỏ qua.
Điền xong, lưu tệp rồi gửi cho người giữ cổng. Có chỗ chưa đúng, máy gửi lại một bản có cột “Cần sửa”.`

func guideSheet() *Sheet {
	s := &Sheet{Name: sheetGuide, Widths: []int{110}}
	s.add(text(Title, sheetGuide))
	for line := range strings.SplitSeq(guideText, "\n") {
		s.add(text(Note, line))
	}
	return s
}
