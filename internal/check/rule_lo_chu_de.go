package check

import (
	"path"
	"strings"

	"thonlanh/internal/diag"
)

// loChuDe: the title, the address and the file names of a help page say
// nothing that a glance over a shoulder, a browser's history or a shared
// screen could give away.
func loChuDe(x *gate) diag.List {
	var out diag.List
	for _, p := range x.pages {
		if p.area == inHelp && p.front.Sensitive != nil && !*p.front.Sensitive {
			out = append(out, diag.At(p.Path, p.Keys.Pos("nhay_cam"), diag.Block, "lo-chu-de",
				"Trang giúp đỡ luôn là trang kín đáo; nhay_cam = false sẽ làm lộ người đang đọc.", "Bỏ dòng nhay_cam, hoặc ghi nhay_cam = true."))
		}
		if p.area != inHelp && (p.front.Sensitive == nil || !*p.front.Sensitive) {
			continue
		}
		say := func(at diag.Pos, what, found string) {
			out = append(out, diag.At(p.Path, at, diag.Block, "lo-chu-de",
				what+" có chữ “"+found+"”. Ai liếc qua máy hay xem lịch sử duyệt web cũng biết người dùng đang cần giúp việc gì.",
				"Dùng chữ trung tính như “An toàn”, “Đường về”, “Sức khỏe”. Trong bài vẫn nói rõ được."))
		}
		if w, ok := topicIn(p.front.Title); ok {
			say(p.Keys.Value("tieu_de"), "Tên trang", w)
		}
		if w, ok := topicIn(p.front.Summary); ok {
			say(p.Keys.Value("mo_ta"), "Mô tả của trang", w)
		}
		if w, ok := topicIn(strings.TrimPrefix(strings.TrimSuffix(p.Path, path.Ext(p.Path)), "content/")); ok {
			say(diag.Pos{}, "Tên tệp, cũng là địa chỉ trang,", w)
		}
		for _, a := range p.body.Assets {
			if w, ok := topicIn(a.Name); ok {
				say(assetPlace(p, a.Name), "Tên tệp “"+a.Name+"”", w)
			}
		}
	}
	for _, h := range x.tree.Help {
		if w, ok := topicIn(h.Menu); ok {
			out = append(out, diag.At(h.Path, h.Keys.Value("ten_muc"), diag.Block, "lo-chu-de",
				"Tên trong danh sách có chữ “"+w+"”.", "Dùng chữ trung tính như “An toàn”, “Đường về”, “Sức khỏe”."))
		}
	}
	for _, e := range x.tree.Events {
		if e.Sensitive == nil || !*e.Sensitive {
			continue
		}
		for _, f := range [...]struct{ key, value, what string }{{"tieu_de", e.Title, "Tên buổi"}, {"mo_ta", e.Summary, "Mô tả của buổi"}} {
			if w, ok := topicIn(f.value); ok {
				out = append(out, diag.At(e.Path, e.Keys.Value(f.key), diag.Block, "lo-chu-de",
					f.what+" có chữ “"+w+"”, sẽ hiện trong lịch điện thoại của người ghi nhớ.", "Dùng chữ trung tính, ví dụ: “Buổi hỏi sức khỏe”."))
			}
		}
		if w, ok := topicIn(e.File.Name); ok {
			out = append(out, diag.At(e.Path, diag.Pos{}, diag.Block, "lo-chu-de",
				"Tên tệp, cũng là địa chỉ trang, có chữ “"+w+"”.", "Đổi tên tệp bằng chữ trung tính."))
		}
	}
	return out
}

// assetPlace is where a page names a file.
func assetPlace(p page, name string) diag.Pos {
	for _, img := range p.body.Doc.Images {
		if img.Src == name {
			return img.Pos
		}
	}
	for _, l := range p.body.Doc.Links {
		if l.Dest == name {
			return l.Pos
		}
	}
	return p.Keys.Value("anh")
}
