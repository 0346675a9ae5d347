package check

import (
	"net/url"
	"path"
	"strings"

	"thonlanh/internal/diag"
	"thonlanh/internal/site"
)

// lienKetCu: a link of our own still names the old place of what has moved.
// It works, by way of the stub or of the line on the page; the new address
// saves the reader a step.
func lienKetCu(x *gate) diag.List {
	var out diag.List
	say := func(file string, at diag.Pos, from *site.Page, dest string) {
		if to, ok := movedTarget(x.site, from, dest); ok {
			out = append(out, diag.At(file, at, diag.Note, "lien-ket-cu",
				"Liên kết “"+dest+"” vẫn dẫn qua chỗ cũ; nơi đó đã chuyển.", "Viết thẳng địa chỉ mới: "+to))
		}
	}
	for _, p := range x.site.Pages {
		file, body := pageBody(p)
		if body == nil || body.Doc == nil || p.Part > 1 {
			continue
		}
		for _, l := range body.Doc.Links {
			say(file, l.Pos, p, l.Dest)
		}
	}
	if h := x.tree.Home; h != nil {
		for _, r := range h.Needs {
			say(h.Path, h.Keys.Value("nhu_cau", r.Name, "den"), &site.Page{Addr: "/"}, r.Value.To)
		}
	}
	return out
}

// movedTarget is the present place of what a link names, if it has moved.
func movedTarget(s *site.Site, from *site.Page, dest string) (string, bool) {
	addr, fragment, _ := strings.Cut(dest, "#")
	switch {
	case addr == "":
		addr = from.Addr
	case strings.Contains(addr, ":") || strings.HasPrefix(addr, "//"):
		return "", false
	case !strings.HasPrefix(addr, "/"):
		addr = path.Join(from.Addr, addr) + "/"
	}
	if plain, err := url.PathUnescape(addr); err == nil {
		addr = plain
	}
	return s.MovedTo(addr, fragment)
}

// movedFragment is for a link to a unit by way of a stub, which drops the part
// after #: the reader would stand at the beginning of a long text.
func movedFragment(s *site.Site, stub *site.Page, dest, fragment string) (message, hint string) {
	to := stub.Moved.To.Addr
	if _, cut := stub.Moved.To.UnitIDs(); cut {
		to += "#" + fragment
	}
	return "Liên kết “" + dest + "” dẫn tới một mục của trang đã chuyển chỗ; trang báo chuyển không đưa người đọc tới đúng mục.",
		"Viết thẳng địa chỉ mới: " + to
}
