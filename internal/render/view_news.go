package render

import (
	"html/template"
	"strconv"

	"thonlanh/internal/content"
	"thonlanh/internal/date"
	"thonlanh/internal/site"
)

type newsIndexView struct {
	page
	News  []row
	Years []row // the other lists
	pager
}

func (r *Renderer) newsIndexView(p *site.Page) inside {
	v := &newsIndexView{page: r.pageOf(p), pager: pagerOf(p)}
	var list []*site.News
	seen := 0
	for _, n := range r.site.News {
		year := strconv.Itoa(n.Year)
		if p.Arg == "" || p.Arg == year {
			list = append(list, n)
		}
		if n.Year != seen {
			seen = n.Year
			if addr := r.existing("/tin/" + year + "/"); addr != "" && year != p.Arg {
				v.Years = append(v.Years, row{Title: "Tin năm\u00a0" + year, Addr: addr})
			}
		}
	}
	for _, n := range part(p, list) {
		v.News = append(v.News, row{Title: n.Title, Addr: n.Addr, Line: n.Summary, Date: n.Date})
	}
	return inside{data: v}
}

type newsView struct {
	page
	Date    date.Date
	Author  string
	Lead    string
	Text    template.HTML
	Picture *picture
	Caption string
	Origin  string
	Basis   []row
}

// picture is an image beside a record.
type picture struct {
	Src, Alt      string
	Width, Height int
	Lazy          bool
}

func (r *Renderer) newsView(p *site.Page) inside {
	n := p.News
	v := &newsView{
		page: r.pageOf(p), Date: n.Date, Lead: n.Summary, Text: bodyHTML(r.cited(p, &n.Body)),
		Picture: pictureOf(n.Addr, &n.Body, n.Picture, n.PictureAlt), Caption: n.Caption,
		Origin: n.Origin, Basis: r.basis(n.Basis),
	}
	if n.Author != nil {
		v.Author = n.Author.Name
	}
	return inside{data: v, language: n.Language, picture: r.sharePicture(n.Addr, &n.Body, n.Picture)}
}

func pictureOf(addr string, b *content.Body, name, alt string) *picture {
	for _, a := range b.Assets {
		if name != "" && a.Name == name {
			return &picture{Src: addr + a.Name, Alt: alt, Width: a.Width, Height: a.Height}
		}
	}
	return nil
}
