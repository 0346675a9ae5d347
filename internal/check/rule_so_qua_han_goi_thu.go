package check

import (
	"fmt"

	"thonlanh/internal/diag"
)

// soQuaHanGoiThu: a number that nobody has called for half a year may be
// dead. 112–115 are never test-called; they are compared with an official
// source. A note, never a block: a correction must always be publishable.
func soQuaHanGoiThu(x *gate) diag.List {
	if x.site.Sample || x.tree.Register == nil {
		return nil
	}
	keys, file := x.tree.Register.Keys, x.tree.Register.Path
	var out diag.List
	for _, e := range x.register {
		if !e.ok || e.over || e.dial.Sample() || !isPublic(e.Value.Public) {
			continue
		}
		verb, hint := "gọi thử", "Hãy gọi thử rồi ghi ngày vào sổ: kiem_tra_ngay = "+x.site.Today.String()
		if e.dial.Emergency() {
			verb, hint = "đối chiếu", "Đừng gọi thử số khẩn cấp. Hãy đối chiếu với nguồn chính thức rồi ghi ngày vào sổ: kiem_tra_ngay = "+x.site.Today.String()
		}
		checked := e.Value.CheckedOn
		if checked.IsZero() {
			out = append(out, diag.At(file, keys.Pos(e.Name), diag.Note, "so-qua-han-goi-thu",
				"Số "+e.dial.Display()+" chưa "+verb+" lần nào.", hint))
			continue
		}
		if late := checked.DaysUntil(x.site.Today) - x.site.Config.RecallDays; late > 0 {
			out = append(out, diag.At(file, keys.Pos(e.Name, "kiem_tra_ngay"), diag.Note, "so-qua-han-goi-thu",
				fmt.Sprintf("Số %s quá hạn %s %d ngày.", e.dial.Display(), verb, late), hint))
		}
	}
	return out
}
