package site

import (
	"html"
	"strings"

	"thonlanh/internal/content"
	"thonlanh/internal/diag"
	"thonlanh/internal/markup"
)

// Words is a piece of the words of a page in which citations are looked for:
// the text of its record, or one key of it.
type Words struct {
	Body     *content.Body // nil for a key
	Path     string        // file of the body
	File     content.File
	Key      []string
	Elem     int    // of a list, else -1
	Text     string // of a key
	Verbatim bool   // of a document as issued: the portal answers for none of it
}

// HTML is the words as they stand on the page before anything is linked.
func (w *Words) HTML(doc *markup.Document) string {
	if doc != nil {
		return doc.Open().HTML
	}
	return html.EscapeString(w.Text)
}

// place is where a citation stands in its file. after is the offset behind the
// citation before, so that two on one line are told apart; it moves on.
func (w *Words) place(c *Citation, words string, after *int) (string, diag.Pos) {
	if w.Body == nil {
		if w.Elem >= 0 {
			return w.File.Path, w.File.Keys.Elem(w.Elem, w.Key...)
		}
		return w.File.Path, w.File.Keys.Value(w.Key...)
	}
	at := diag.Pos{Line: max(1, c.Line), Column: 1}
	if w.Body.Src == nil {
		return w.Path, at
	}
	// The first word of the citation: mark-up cuts no word in two.
	first, _, _ := strings.Cut(html.UnescapeString(words), " ")
	first, _, _ = strings.Cut(first, "<")
	if found := w.Body.Src.Find(at.Line, first, *after); found >= 0 {
		*after = found + 1
		at = w.Body.Src.Pos(found)
	}
	return w.Path, at
}

// Words are the words of a page that may cite, in the order of the page.
func (s *Site) Words(p *Page) []Words {
	if p.Part > 1 {
		return nil
	}
	var out []Words
	body := func(b *content.Body, path string, verbatim bool) {
		if b != nil && b.Doc != nil {
			out = append(out, Words{Body: b, Path: path, Elem: -1, Verbatim: verbatim})
		}
	}
	key := func(f content.File, text string, keys ...string) {
		if text != "" {
			out = append(out, Words{File: f, Key: keys, Elem: -1, Text: text})
		}
	}
	switch {
	case p.Kind == KindHome:
		body(&s.Home.Body, s.Home.Path, false)
	case p.Help != nil:
		body(&p.Help.Body, p.Help.Path, false)
	case p.Article != nil:
		key(p.Article.File, p.Article.Answer, "tra_loi")
		body(&p.Article.Body, p.Article.Path, false)
	case p.News != nil:
		body(&p.News.Body, p.News.Path, false)
	case p.Single != nil:
		body(&p.Single.Body, p.Single.Path, false)
	case p.Kind == KindPlan:
		x := p.Plan
		key(x.File, x.Digest.Goal, "tom_tat", "muc_tieu")
		key(x.File, x.Digest.For, "tom_tat", "phuc_vu")
		key(x.File, x.Digest.Lead, "tom_tat", "chu_tri")
		key(x.File, x.Digest.Reports, "tom_tat", "han_bao_cao")
		key(x.File, x.Digest.Contact, "tom_tat", "lien_he")
		for i, text := range x.Implements {
			out = append(out, Words{File: x.File, Key: []string{"thuc_hien"}, Elem: i, Text: text, Verbatim: true})
		}
		key(x.File, x.Note, "luu_y")
		body(&x.Body, x.Path, true)
	case p.Legal != nil:
		key(p.Legal.File, p.Legal.Plain, "noi_de_hieu")
		body(&p.Legal.Body, p.Legal.Path, true)
	case p.Material != nil:
		body(&p.Material.Body, p.Material.Path, false)
	case p.Village != nil:
		body(p.Village.Text, p.Village.TextPath, false)
	case p.Event != nil:
		key(p.Event.File, p.Event.Summary, "mo_ta")
	}
	return out
}
