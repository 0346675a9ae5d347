package check

import (
	"thonlanh/internal/diag"
	"thonlanh/internal/phone"
)

// soNgoaiSo: every telephone number in a text stands in the register, so that
// an office that moves is put right in one place. The words of an issued
// document stay as issued and give a note.
func soNgoaiSo(x *gate) diag.List {
	known := make(map[phone.Number]bool)
	for _, e := range x.register {
		known[e.dial] = true
		for _, old := range e.Value.Replaces {
			if n, ok := phone.Parse(old); ok {
				known[n] = true // spoken of by so-ngung-dung
			}
		}
	}
	for _, n := range endedNumbers {
		known[n] = true
	}
	var out diag.List
	for i := range x.texts {
		t := &x.texts[i]
		said := 0
		for _, n := range t.numbers {
			if known[n.Number] || n.Number.Shape() == phone.Old {
				continue
			}
			if t.issued {
				// One note for a document: its words stay, so a list of all
				// its numbers would only bury the notes that ask for something.
				if said++; said == 1 {
					out = append(out, diag.At(t.file, n.Pos, diag.Note, "so-ngoai-so",
						"Văn bản gốc in số “"+maskedNumber(n.Text, n.Number)+"”, không có trong sổ số điện thoại. Người đọc có thể gọi vào số này.",
						"Giữ nguyên chữ của văn bản; nếu số đã đổi, ghi số đúng vào `luu_y` hoặc `noi_de_hieu`."))
				}
				continue
			}
			out = append(out, diag.At(t.file, n.Pos, diag.Block, "so-ngoai-so",
				"Số “"+maskedNumber(n.Text, n.Number)+"” không có trong sổ số điện thoại, nên không ai biết số này còn đúng hay không.",
				"Thêm số vào content/so-can-biet.toml nếu xã đã kiểm tra, hoặc sửa lại cho đúng số trong sổ. Số riêng của một người thì bỏ đi."))
		}
	}
	return out
}
