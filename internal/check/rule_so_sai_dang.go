package check

import (
	"strings"

	"thonlanh/internal/content"
	"thonlanh/internal/diag"
	"thonlanh/internal/phone"
)

// soSaiDang: a number that nobody can dial, in the register, in a text or in
// a tel: link. A wrong form in a link fails silently in somebody's hand.
func soSaiDang(x *gate) diag.List {
	var out diag.List
	for _, e := range x.register {
		if e.ok || strings.TrimSpace(e.Value.Digits) == "" {
			continue
		}
		out = append(out, diag.At(x.tree.Register.Path, x.tree.Register.Keys.Value(e.Name, "so"), diag.Block, "so-sai-dang",
			"Số “"+e.Value.Digits+"” của mục “"+e.Name+"” không đúng dạng nào gọi được.", shapeHint(e.dial)))
	}
	for i := range x.texts {
		t := &x.texts[i]
		for _, n := range t.numbers {
			if n.Number.Shape() == phone.Old && !t.issued {
				out = append(out, diag.At(t.file, n.Pos, diag.Block, "so-sai-dang",
					"Số “"+maskedNumber(n.Text, n.Number)+"” là dạng 11 chữ số cũ, không gọi được từ năm 2018.", shapeHint(n.Number)))
			}
		}
	}
	for _, p := range x.pages {
		out = append(out, telLinks(p.Path, p.body)...)
	}
	for _, v := range x.tree.Villages {
		if v.Text != nil {
			out = append(out, telLinks(v.TextPath, v.Text)...)
		}
	}
	return out
}

func telLinks(file string, b *content.Body) diag.List {
	if b.Doc == nil {
		return nil
	}
	var out diag.List
	for _, l := range b.Doc.Links {
		rest, ok := strings.CutPrefix(strings.ToLower(l.Dest), "tel:")
		if !ok {
			continue
		}
		n, known := phone.Parse(rest)
		switch {
		case !known || n.Shape() == phone.Old:
			out = append(out, diag.At(file, l.Pos, diag.Block, "so-sai-dang",
				"Liên kết gọi “"+maskedLink(l.Dest, n, known)+"” không gọi được: số ngắn, 1800 và 1900 không có mã quốc gia, số khác phải đủ chữ số.",
				"Bỏ liên kết, chỉ ghi số: cổng tự làm liên kết gọi cho số trong sổ."))
		case n.Sample():
			out = append(out, diag.At(file, l.Pos, diag.Block, "so-sai-dang",
				"Liên kết gọi “"+l.Dest+"” dẫn tới một số mẫu không có thật.", "Bỏ liên kết; số mẫu chỉ để đọc."))
		case l.Dest != n.Tel():
			out = append(out, diag.At(file, l.Pos, diag.Block, "so-sai-dang",
				"Liên kết gọi “"+maskedLink(l.Dest, n, known)+"” viết chưa đúng, nhiều máy sẽ không gọi được.",
				"Bỏ liên kết, chỉ ghi số: cổng tự làm liên kết gọi cho số trong sổ."))
		}
	}
	return out
}

func shapeHint(n phone.Number) string {
	if n.Shape() == phone.Old {
		return "Số di động 11 chữ số đã đổi sang 10 chữ số (ví dụ 0168… thành 038…). Hỏi lại số mới rồi sửa."
	}
	return "Viết như người dân bấm: \"111\", \"1800 1233\", \"0237 3xxx xxx\" (11 chữ số), \"09xx xxx xxx\" (10 chữ số). Không viết +84 trước số ngắn, 1800, 1900."
}
