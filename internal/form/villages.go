package form

import "thonlanh/internal/viet"

// villageRow takes a row of the villages.
func (r *Reading) villageRow(t *table, row Row) {
	before := len(r.entries)
	defer r.hidden(t, row, before)
	code, name := tidy(row.cell(t.at(fieldCode)).shown()), tidy(row.cell(t.at(fieldName)).shown())
	if isTotal(code) || isTotal(name) {
		r.total(t, row)
		return
	}
	v := r.villageOf(code, name)
	r.persons(t, row, v)
	if v == nil {
		r.unknownVillage(t, row, code, name)
		return
	}
	if r.twice(t, row, r.nameCol(t), keyVillage+"\x00"+v.ID, v.Name, "Thôn") {
		return
	}
	for _, a := range r.plan.Activities {
		if c := row.cell(t.at(a.Key)); c.Kind == Text && speaksOfPersons(c.Text) {
			t.broken[a.Key] = true
			continue // it is named already
		}
		n, ok := r.count(t, row, a.Key, v.Name)
		if !ok {
			t.broken[a.Key] = t.broken[a.Key] || !row.cell(t.at(a.Key)).blank()
			continue
		}
		t.sums[a.Key] += n
		r.add(t, row, a.Key, v.Name, n, keyVillage, v.ID, a.Key)
		if r.plan.Last == nil {
			continue
		}
		if last, ok := r.plan.Last.Villages[v.ID][a.Key]; ok && n < last {
			r.note(t.sheet, row.Number, t.at(a.Key), "%s nhỏ hơn kỳ trước (%s). Con số cộng từ đầu kế hoạch thì không giảm; xem lại có phải chỉ ghi riêng kỳ này không", viet.Int(n), viet.Int(last))
		}
	}
}

// villageOf finds a village by its code, or by its name with or without the
// word for a village before it.
func (r *Reading) villageOf(code, name string) *Village {
	for i := range r.plan.Villages {
		v := &r.plan.Villages[i]
		if code != "" && viet.Fold(code) == viet.Fold(v.ID) {
			return v
		}
		if code == "" && name != "" && (plainWords(name) == plainWords(v.Name) || withoutKind(name) == withoutKind(v.Name)) {
			return v
		}
	}
	return nil
}

// withoutKind is a village's name without the word for a village.
func withoutKind(name string) string {
	words := plainWords(name)
	for _, kind := range [...]string{"thon ", "ban ", "ap ", "buon ", "lang ", "xom ", "to dan pho "} {
		if len(words) > len(kind) && words[:len(kind)] == kind {
			return words[len(kind):]
		}
	}
	return words
}

func (r *Reading) unknownVillage(t *table, row Row, code, name string) {
	col := 0
	for i, f := range t.fields {
		if activityKnown(r.plan.Activities, f) && !row.cell(i+1).blank() && col == 0 {
			col = i + 1
		}
	}
	switch {
	case col == 0 && code+name == "":
		return // a line of words below the table
	case col == 0:
		r.note(t.sheet, row.Number, r.nameCol(t), "dòng này không phải thôn nào và không có số, nên được bỏ qua")
		return
	case code+name == "":
		r.problem(t.sheet, row.Number, col, "", &fault{"Dòng này có số mà không có tên thôn.", "Ghi tên thôn, hoặc xóa dòng nếu thừa."})
		return
	}
	var known []string
	asked, field := code, fieldCode
	for _, v := range r.plan.Villages {
		if code != "" {
			known = append(known, v.ID)
		} else {
			known = append(known, v.Name)
		}
	}
	if code == "" {
		asked, field = withoutKind(name), fieldName
	}
	r.problem(t.sheet, row.Number, t.at(field), "", &fault{"Xã không có thôn nào như vậy trong content/thon.", r.nearest(asked, known) + "Ghi đúng tên thôn như trên cổng."})
}

// persons looks for what may not be counted at a village, in every cell of its
// row but its name: also in columns that nobody reads.
func (r *Reading) persons(t *table, row Row, v *Village) {
	about := ""
	if v != nil {
		about = v.Name
	}
	for i, c := range row.Cells {
		field := ""
		if i < len(t.fields) {
			field = t.fields[i]
		}
		if c.Kind != Text || field == fieldCode || field == fieldName || field == fieldMend || !speaksOfPersons(c.Text) {
			continue
		}
		r.problem(t.sheet, row.Number, i+1, about, noPersons())
	}
}

// total compares a row that adds up the others with what they add up to.
func (r *Reading) total(t *table, row Row) {
	r.note(t.sheet, row.Number, r.nameCol(t), "dòng cộng, được bỏ qua")
	for _, a := range r.plan.Activities {
		col := t.at(a.Key)
		c := row.cell(col)
		if col == 0 || c.blank() || c.Unknown || t.broken[a.Key] {
			continue
		}
		n, _, bad := count(c)
		switch {
		case bad != nil:
			r.problem(t.sheet, row.Number, col, "dòng cộng", bad)
		case n != t.sums[a.Key]:
			r.problem(t.sheet, row.Number, col, "dòng cộng", &fault{"Dòng cộng ghi " + viet.Int(n) + ", nhưng các thôn cộng lại là " + viet.Int(t.sums[a.Key]) + ".", "Xem lại số của từng thôn, hoặc xóa dòng cộng."})
		}
	}
}
