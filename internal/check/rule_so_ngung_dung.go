package check

import (
	"slices"

	"thonlanh/internal/diag"
	"thonlanh/internal/phone"
	"thonlanh/internal/viet"
)

// endedNumbers no longer help anyone, whatever a register says: the line
// before 111.
var endedNumbers = [...]phone.Number{"18001567"}

// soNgungDung: a number that is no longer in use may not be offered. Somebody
// in need would call into nothing.
func soNgungDung(x *gate) diag.List {
	instead := make(map[phone.Number]string)
	for _, n := range endedNumbers {
		instead[n] = "111"
	}
	for _, e := range x.register {
		if e.over {
			instead[e.dial] = ""
		}
	}
	for _, e := range x.register { // what replaces a number is known from both sides
		for _, old := range e.Value.Replaces {
			if n, ok := phone.Parse(old); ok && !e.over {
				instead[n] = e.dial.Display()
			}
		}
	}
	for _, e := range x.register { // a number in use is never ended
		if e.ok && !e.over && !slices.Contains(endedNumbers[:], e.dial) {
			delete(instead, e.dial)
		}
	}
	var out diag.List
	for _, e := range x.register {
		if slices.Contains(endedNumbers[:], e.dial) && !e.over {
			out = append(out, diag.At(x.tree.Register.Path, x.tree.Register.Keys.Value(e.Name, "so"), diag.Block, "so-ngung-dung",
				"Số “"+e.Value.Digits+"” đã ngừng dùng, nay là "+instead[e.dial]+".", "Xóa mục này, hoặc ghi vào `thay_cho` của số mới."))
		}
	}
	for i := range x.texts {
		t := &x.texts[i]
		if t.area == inRegister && t.key == "thay_cho" {
			continue
		}
		for _, n := range t.numbers {
			now, ended := instead[n.Number]
			if !ended {
				continue
			}
			message, hint := "Số “"+n.Text+"” đã ngừng dùng.", "Bỏ số này."
			if now != "" {
				message, hint = "Số “"+n.Text+"” đã ngừng dùng, nay là "+now+".", "Thay bằng "+now+"."
			}
			severity := diag.Block
			if t.issued {
				severity, hint = diag.Note, "Giữ nguyên chữ của văn bản; ghi số đúng vào `luu_y` hoặc `noi_de_hieu`."
			}
			out = append(out, diag.At(t.file, n.Pos, severity, "so-ngung-dung", message, hint))
		}
	}
	return append(out, endedReferences(x)...)
}

// endedReferences are records that name an ended line of the register.
func endedReferences(x *gate) diag.List {
	ended := make(map[string]entry)
	for _, e := range x.register {
		if e.over {
			ended[e.Name] = e
		}
	}
	if len(ended) == 0 {
		return nil
	}
	var out diag.List
	say := func(file string, at diag.Pos, id string) {
		if e, ok := ended[id]; ok {
			out = append(out, diag.At(file, at, diag.Block, "so-ngung-dung",
				"Số “"+id+"” đã ngừng dùng từ "+viet.ShortDate(e.Value.To)+", nên chỗ này sẽ không có số để gọi.", "Ghi mã của số đang dùng."))
		}
	}
	for _, r := range x.tree.Help {
		for i, id := range r.Call {
			say(r.Path, r.Keys.Elem(i, "goi"), id)
		}
	}
	for _, r := range x.tree.Articles {
		for i, id := range r.Call {
			say(r.Path, r.Keys.Elem(i, "goi"), id)
		}
	}
	for _, r := range x.tree.Materials {
		for i, id := range r.Call {
			say(r.Path, r.Keys.Elem(i, "goi"), id)
		}
	}
	for _, r := range x.tree.Villages {
		say(r.Path, r.Keys.Value("so"), r.Number)
	}
	if b := x.tree.Bodies; b != nil {
		for _, r := range b.List {
			if r.Value.To.IsZero() || x.site.Today.Before(r.Value.To) {
				say(b.Path, b.Keys.Value(r.Name, "so"), r.Value.Number)
			}
		}
	}
	if s := x.tree.Services; s != nil {
		for _, r := range s.List {
			say(s.Path, s.Keys.Value(r.Name, "so"), r.Value.Number)
		}
	}
	say(diag.ConfigFile, x.site.Config.Keys.Value("so"), x.site.Config.Number)
	return out
}
