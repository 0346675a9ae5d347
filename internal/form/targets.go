package form

import (
	"fmt"

	"thonlanh/internal/viet"
)

// pair is the numbers of a target as the sheet has them.
type pair struct{ num, den *int }

// targetRow takes a row of the targets.
func (r *Reading) targetRow(t *table, row Row) {
	before := len(r.entries)
	defer r.hidden(t, row, before)
	target, about, ok := r.targetOf(t, row)
	if !ok {
		return
	}
	t.last = target
	if item, col, ok := r.input(t, row, fieldItem); ok {
		if target.Kind != "danh_muc" {
			r.problem(t.sheet, row.Number, col, about, &fault{"Chỉ tiêu này không phải danh mục, nên không có việc nào để kể.", "Xóa ô này; điền số ở các cột bên phải."})
			return
		}
		r.itemRow(t, row, target, tidy(item.shown()), col)
		return
	}
	if r.twice(t, row, r.nameCol(t), target.ID, about, "Chỉ tiêu") {
		return
	}
	r.closed(t, row, target, about)
	switch target.Kind {
	case "danh_muc":
	case "dinh_tinh":
		if s, ok := r.words(t, row, fieldState, about); ok {
			if key, ok := stateOf(s); ok {
				r.add(t, row, fieldState, target.Name, key, target.ID, keyState)
			} else {
				r.problem(t.sheet, row.Number, t.at(fieldState), about, &fault{"Trạng thái này không có trong danh sách.", "Chọn một trong: Chưa làm, Đang làm, Đã xong."})
			}
		}
	default:
		r.numbers(t, row, target, about)
	}
	for _, x := range [...]struct{ field, key string }{{fieldOrigin, keyOrigin}, {fieldNote, keyNote}} {
		if s, ok := r.words(t, row, x.field, about); ok {
			r.add(t, row, x.field, target.Name, s, target.ID, x.key)
		}
	}
}

// nameCol is the column by which a row is known.
func (r *Reading) nameCol(t *table) int {
	if col := t.at(fieldCode); col > 0 {
		return col
	}
	return t.at(fieldName)
}

// targetOf finds the target of a row, by its code or else by its name.
func (r *Reading) targetOf(t *table, row Row) (target *Target, about string, ok bool) {
	code, name := tidy(row.cell(t.at(fieldCode)).shown()), tidy(row.cell(t.at(fieldName)).shown())
	filled := r.filled(t, row)
	known := func(of func(*Target) string) []string {
		var out []string
		for i := range r.plan.Targets {
			out = append(out, of(&r.plan.Targets[i]))
		}
		return out
	}
	switch {
	case isTotal(code) || isTotal(name) && code == "":
		r.note(t.sheet, row.Number, r.nameCol(t), "dòng cộng, được bỏ qua")
		return nil, "", false
	case code != "":
		for i := range r.plan.Targets {
			if x := &r.plan.Targets[i]; viet.Fold(x.ID) == viet.Fold(code) {
				return x, x.ID, true
			}
		}
		if filled == 0 {
			r.note(t.sheet, row.Number, t.at(fieldCode), "dòng này không phải chỉ tiêu nào và không có số, nên được bỏ qua")
			return nil, "", false
		}
		r.problem(t.sheet, row.Number, t.at(fieldCode), "", &fault{fmt.Sprintf("Kế hoạch năm %d không có chỉ tiêu nào mang mã này.", r.plan.Year),
			r.nearest(code, known(func(x *Target) string { return x.ID })) + "Ghi đúng mã như trong chi-tieu.toml."})
	case name != "":
		for i := range r.plan.Targets {
			if x := &r.plan.Targets[i]; sameName(x.Name, name) {
				return x, x.ID, true
			}
		}
		if filled == 0 {
			r.note(t.sheet, row.Number, t.at(fieldName), "dòng này không phải chỉ tiêu nào và không có số, nên được bỏ qua")
			return nil, "", false
		}
		r.problem(t.sheet, row.Number, t.at(fieldName), "", &fault{fmt.Sprintf("Kế hoạch năm %d không có chỉ tiêu nào tên như vậy.", r.plan.Year),
			r.nearest(name, known(func(x *Target) string { return x.Name })) + "Ghi đúng tên, hoặc ghi mã của chỉ tiêu ở cột Mã."})
	case t.last != nil && !row.cell(t.at(fieldItem)).blank():
		return t.last, t.last.ID, true // a list goes on
	case filled > 0:
		r.problem(t.sheet, row.Number, filled, "", &fault{"Dòng này có số mà không có mã hay tên chỉ tiêu.", "Ghi mã chỉ tiêu vào cột Mã, hoặc xóa dòng nếu thừa."})
	}
	return nil, "", false
}

// filled is the first column of a row in which something was filled in.
func (r *Reading) filled(t *table, row Row) int {
	for i, f := range t.fields {
		switch f {
		case fieldNum, fieldDen, fieldState, fieldDone:
			if c := row.cell(i + 1); !c.blank() {
				return i + 1
			}
		}
	}
	return 0
}

// closed names what was filled in where a target of this kind asks nothing:
// it would be lost.
func (r *Reading) closed(t *table, row Row, target *Target, about string) {
	open := map[string]string{"danh_muc": "", "dinh_tinh": fieldState, "so_luong": fieldNum}
	for _, f := range [...]string{fieldNum, fieldDen, fieldState, fieldDone} {
		only, special := open[target.Kind]
		if special && f == only || !special && (f == fieldNum || f == fieldDen) {
			continue
		}
		_, col, ok := r.input(t, row, f)
		if !ok {
			continue
		}
		hint := "Xóa ô này."
		switch target.Kind {
		case "danh_muc":
			hint = "Xóa ô này. Với danh mục, mỗi việc một dòng: ghi tên việc rồi chọn xong hoặc chưa ở cột Việc đã làm."
		case "dinh_tinh":
			hint = "Xóa ô này. Với chỉ tiêu này chỉ chọn Trạng thái."
		}
		r.problem(t.sheet, row.Number, col, about, &fault{"Chỉ tiêu này không cần điền cột “" + t.texts[col-1] + "”.", hint})
	}
}

func stateOf(s string) (string, bool) {
	words := plainWords(s)
	for _, x := range stateWords {
		if words == plainWords(x.word) || words == plainWords(x.key) {
			return x.key, true
		}
	}
	switch words {
	case "chua":
		return "chua_lam", true
	case "dang", "dang thuc hien":
		return "dang_lam", true
	case "xong", "hoan thanh", "da hoan thanh":
		return "da_xong", true
	}
	return "", false
}

// numbers takes the two numbers of a target.
func (r *Reading) numbers(t *table, row Row, target *Target, about string) {
	var p pair
	if n, ok := r.count(t, row, fieldNum, about); ok {
		p.num = &n
		r.add(t, row, fieldNum, target.Name, n, target.ID, keyNum)
	}
	if target.Kind != "so_luong" {
		if n, ok := r.count(t, row, fieldDen, about); ok {
			p.den = &n
		}
		// The fixed denominator stands in the form for convenience: alone it
		// says nothing.
		if p.den != nil && (p.num != nil || *p.den != target.Base || r.plan.now(target.ID).Den != nil) {
			r.add(t, row, fieldDen, target.Name, *p.den, target.ID, keyDen)
		}
	}
	now, last := r.plan.now(target.ID), r.plan.last(target.ID)
	if p.num == nil {
		return
	}
	if target.Adds && last.Num != nil && *p.num < *last.Num {
		r.note(t.sheet, row.Number, t.at(fieldNum), "%s nhỏ hơn kỳ trước (%s). Con số cộng từ đầu kế hoạch thì không giảm; xem lại có phải chỉ ghi riêng kỳ này không", viet.Int(*p.num), viet.Int(*last.Num))
	}
	den := p.den
	switch {
	case target.Kind == "so_luong":
		return
	case den == nil && !row.cell(t.at(fieldDen)).blank():
		return // it is named already
	case den == nil && now.Den != nil:
		den = now.Den
	case den == nil && target.Base > 0:
		den = &target.Base
	}
	switch {
	case den == nil:
		r.note(t.sheet, row.Number, t.at(fieldNum), "có tử số mà chưa có mẫu số, nên cổng chưa tính được tỷ lệ")
	case *p.num > *den:
		r.problem(t.sheet, row.Number, t.at(fieldNum), about+", "+t.texts[t.at(fieldNum)-1], &fault{
			"Tử số " + viet.Int(*p.num) + " lớn hơn mẫu số " + viet.Int(*den) + ", tỷ lệ sẽ quá 100%.", "Xem lại hai con số. Lượt người không phải số người."})
	case target.Base > 0 && *den != target.Base:
		r.note(t.sheet, row.Number, t.at(fieldNum), "mẫu số là %s, khác mẫu số %s trong chi-tieu.toml", viet.Int(*den), viet.Int(target.Base))
	}
}

// itemRow takes a row of a list: one thing, done or not.
func (r *Reading) itemRow(t *table, row Row, target *Target, item string, col int) {
	about := target.ID + ", " + item
	known := ""
	for _, x := range target.Items {
		if sameName(x, item) {
			known = x
		}
	}
	if known == "" {
		r.problem(t.sheet, row.Number, col, target.ID, &fault{"Danh mục của chỉ tiêu này không có việc nào như vậy.", r.nearest(item, target.Items) + "Ghi đúng tên việc như trong chi-tieu.toml."})
		return
	}
	if r.twice(t, row, col, target.ID+"\x00"+viet.Fold(known), about, "Việc") {
		return
	}
	s, ok := r.words(t, row, fieldDone, about)
	if !ok {
		return
	}
	switch plainWords(s) {
	case wordDone, "da xong", "co", "x", "da lam", "roi", "true":
		r.add(t, row, fieldDone, target.Name, true, target.ID, keyDone, known)
	case "chua", "chua xong", "khong", "chua lam", "false":
		r.add(t, row, fieldDone, target.Name, false, target.ID, keyDone, known)
	default:
		r.problem(t.sheet, row.Number, t.at(fieldDone), about, &fault{"Ô này phải là xong hoặc chưa.", "Chọn xong hoặc chưa trong danh sách của ô; chưa biết thì để trống."})
	}
}
