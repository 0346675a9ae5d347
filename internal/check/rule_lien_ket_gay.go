package check

import (
	"net/url"
	"path"
	"strings"

	"thonlanh/internal/content"
	"thonlanh/internal/diag"
	"thonlanh/internal/markup"
	"thonlanh/internal/site"
	"thonlanh/internal/viet"
)

// lienKetGay: a link in a public text leads somewhere. What only the finished
// pages can tell (ids that layouts make, data files) is judged there.
func lienKetGay(x *gate) diag.List {
	var out diag.List
	g := &guesser{left: maxGuesses, site: x.site, private: privatePages(x)}
	for _, p := range x.site.Pages {
		file, body := pageBody(p)
		if body == nil || body.Doc == nil || p.Part > 1 {
			continue
		}
		for _, l := range body.Doc.Links {
			if message, hint := deadLink(x, p, l.Dest, g); message != "" {
				out = append(out, diag.At(file, l.Pos, diag.Block, "lien-ket-gay", message, hint))
			}
		}
	}
	if h := x.tree.Home; h != nil {
		for _, r := range h.Needs {
			if message, hint := deadLink(x, &site.Page{Addr: "/"}, r.Value.To, g); message != "" {
				out = append(out, diag.At(h.Path, h.Keys.Value("nhu_cau", r.Name, "den"), diag.Block, "lien-ket-gay", message, hint))
			}
		}
	}
	return out
}

// maxGuesses is how many dead links get a suggestion in one run. A guess costs
// a look at every name; an author who has mended the first ones gets the next.
const maxGuesses = 20

// guesser suggests what a dead link was meant to be.
type guesser struct {
	left    int
	site    *site.Site
	pages   []string
	private map[string]string // the files of private pages by the address they would have

	ids map[*markup.Document]map[string]bool
}

// maxOpened is how many texts are kept with their ids at hand. Pages that link
// to a long text do so again and again, and opening it each time takes minutes.
const maxOpened = 32

// has reports whether a text has an id.
func (g *guesser) has(doc *markup.Document, id string) bool {
	if doc.HasUnit(id) {
		return true
	}
	ids, ok := g.ids[doc]
	if !ok {
		if len(g.ids) == maxOpened || g.ids == nil {
			g.ids = make(map[*markup.Document]map[string]bool)
		}
		list := doc.Open().IDs
		ids = make(map[string]bool, len(list))
		for _, id := range list {
			ids[id] = true
		}
		g.ids[doc] = ids
	}
	return ids[id]
}

func (g *guesser) page(addr string) string {
	if g.pages == nil {
		for _, p := range g.site.Pages {
			g.pages = append(g.pages, p.Addr)
		}
	}
	return g.among(addr, g.pages, "")
}

func (g *guesser) among(name string, known []string, sign string) string {
	if g.left--; g.left < 0 {
		return ""
	}
	if n, ok := viet.Nearest(name, known); ok {
		return " Có phải ý bạn là `" + sign + n + "`?"
	}
	return ""
}

// pageBody is the running text that a page shows.
func pageBody(p *site.Page) (string, *content.Body) {
	switch {
	case p.Help != nil:
		return p.Help.Path, &p.Help.Body
	case p.Article != nil:
		return p.Article.Path, &p.Article.Body
	case p.News != nil:
		return p.News.Path, &p.News.Body
	case p.Single != nil:
		return p.Single.Path, &p.Single.Body
	case p.Material != nil:
		return p.Material.Path, &p.Material.Body
	case p.Legal != nil:
		return p.Legal.Path, &p.Legal.Body
	case p.Kind == site.KindPlan && p.Plan != nil:
		return p.Plan.Path, &p.Plan.Body
	case p.Village != nil && p.Village.Text != nil:
		return p.Village.TextPath, p.Village.Text
	}
	return "", nil
}

// deadLink tells what is wrong with a link of a page; an empty message is
// fine, or left to the judge of the finished pages.
func deadLink(x *gate, from *site.Page, dest string, g *guesser) (message, hint string) {
	u, err := url.Parse(dest)
	if err != nil || dest == "" {
		return "Liên kết “" + dest + "” không đọc được.", "Viết lại địa chỉ; trong ngoặc tròn không có dấu cách."
	}
	switch strings.ToLower(u.Scheme) {
	case "":
	case "http", "https":
		if u.Host == "" {
			return "Liên kết “" + dest + "” thiếu tên trang.", "Viết đầy đủ: https://…"
		}
		return "", ""
	case "mailto", "tel":
		return "", ""
	default:
		return "Liên kết “" + dest + "” bắt đầu bằng một chữ mà cổng không dùng.", "Chỉ dùng https://, http://, mailto: hoặc tel:. Trang trong cổng viết từ dấu /, ví dụ /so-can-biet/."
	}
	if u.Host != "" {
		return "Liên kết “" + dest + "” thiếu phần https: ở đầu.", "Viết đầy đủ: https:" + dest
	}
	if u.RawQuery != "" || strings.HasSuffix(dest, "?") {
		return "Liên kết “" + dest + "” có dấu ?. Trang trong cổng không có phần đó.", "Bỏ từ dấu ? trở đi."
	}
	addr := u.Path
	if addr == "" {
		return deadFragment(from, u.Fragment, "Trang này", g)
	}
	if !strings.HasPrefix(addr, "/") {
		if path.Ext(addr) != "" && path.Ext(addr) != ".md" {
			return "", "" // a file beside the page: looked for when the page was read
		}
		if strings.HasSuffix(addr, ".md") {
			return "Liên kết “" + dest + "” trỏ vào tệp .md. Trên cổng không có tệp đó, chỉ có trang làm từ nó.", "Viết địa chỉ của trang, ví dụ /tim-hieu/ten-bai/."
		}
		base := from.Addr
		addr = path.Join(base, addr) + "/"
	}
	if p, ok := x.site.PageAt(addr); ok {
		if u.Fragment == "" {
			return "", ""
		}
		if p.Moved != nil && !p.HasMovedUnit(u.Fragment) {
			return movedFragment(x.site, p, dest, u.Fragment)
		}
		return deadFragment(p, u.Fragment, "Trang "+addr, g)
	}
	if path.Ext(addr) != "" || strings.HasPrefix(addr, "/q/") {
		return "", "" // a data or print file: judged among the finished files
	}
	if _, ok := x.site.PageAt(addr + "/"); ok {
		return "Liên kết “" + dest + "” thiếu dấu / ở cuối.", "Viết: " + addr + "/"
	}
	if source := g.private[addr]; source != "" {
		return "Liên kết “" + dest + "” dẫn tới một trang không công khai, người đọc sẽ gặp trang trống.", "Bỏ liên kết, hoặc công khai trang trong " + source + "."
	}
	return "Liên kết “" + dest + "” dẫn tới một trang không có." + g.page(addr), "Sửa lại địa chỉ, hoặc bỏ liên kết."
}

// deadFragment judges the part after #. Pages that layouts fill have ids of
// their own, so only those of texts are known here.
func deadFragment(p *site.Page, fragment, where string, g *guesser) (message, hint string) {
	if fragment == "" {
		return "", ""
	}
	_, body := pageBody(p)
	if body == nil || body.Doc == nil || g.has(body.Doc, fragment) || p.HasMovedUnit(fragment) {
		return "", ""
	}
	if p.Kind != site.KindLegal && p.Kind != site.KindPlan && p.Kind != site.KindArticle && p.Kind != site.KindSingle && p.Kind != site.KindNews {
		return "", ""
	}
	near := ""
	if g.left > 0 {
		near = g.among(fragment, body.Doc.Open().IDs, "#")
	}
	return where + " không có mục “#" + fragment + "”." + near, "Sửa lại phần sau dấu #, ví dụ dieu-24-khoan-2 hoặc muc-iii-2."
}

// privatePages gives the files of pages that are not published by the address
// that they would have.
func privatePages(x *gate) map[string]string {
	out := make(map[string]string)
	for _, p := range x.pages {
		if p.public {
			continue
		}
		dir := strings.TrimPrefix(path.Dir(p.Path), "content")
		if path.Base(p.Path) != "index.md" {
			dir += "/" + p.File.Name
		}
		out[dir+"/"] = p.Path
	}
	return out
}
