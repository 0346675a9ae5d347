package render

import (
	"html/template"
	"strings"

	"thonlanh/internal/content"
	"thonlanh/internal/markup"
	"thonlanh/internal/site"
)

// cited is the text of a record with its citations as links; b itself where
// there are none.
func (r *Renderer) cited(p *site.Page, b *content.Body) *content.Body {
	if b == nil || b.Doc == nil {
		return b
	}
	doc := r.citedDoc(p, b, b.Doc)
	if doc == b.Doc {
		return b
	}
	out := *b
	out.Doc = doc
	return &out
}

// citedDoc is cited for a document that is open already.
func (r *Renderer) citedDoc(p *site.Page, b *content.Body, doc *markup.Document) *markup.Document {
	if !doc.HasCites() && len(doc.Links) == 0 {
		return doc
	}
	for _, w := range r.site.Words(p) {
		if w.Body == b {
			return doc.Linked(r.anchors(p, &w, doc, doc.HTML))
		}
	}
	return doc
}

// citedWords is the text of a key of the page's record with its citations as
// links.
func (r *Renderer) citedWords(p *site.Page, text string) template.HTML {
	for _, w := range r.site.Words(p) {
		if w.Body == nil && w.Text == text {
			html := w.HTML(nil)
			return template.HTML(markup.LinkWords(html, r.anchors(p, &w, nil, html)))
		}
	}
	return template.HTML(template.HTMLEscapeString(text))
}

func (r *Renderer) anchors(p *site.Page, w *site.Words, doc *markup.Document, html string) []markup.Anchor {
	var out []markup.Anchor
	for _, c := range r.site.Links(p, w, doc) {
		after := forceMark(p, &c, html[c.End:])
		if c.Addr == "" && after == "" && !strings.Contains(html[c.Start:c.End], "-") {
			continue // nothing to do: not even a number to hold together
		}
		out = append(out, markup.Anchor{Start: c.Start, End: c.End, Href: c.Addr, After: after})
	}
	return out
}

// forceMark says behind a citation that what it leads to is not in force: a
// colour alone would not be read aloud or printed. It is set apart from
// verbatim words by its type.
func forceMark(p *site.Page, c *site.Citation, after string) string {
	if c.Legal == nil || c.Self {
		return ""
	}
	words, said := "", "hết hiệu lực"
	if _, st, ended := c.Ended(); ended {
		words = "đã hết hiệu lực"
		if !allEnded(c) {
			words = "có phần đã hết hiệu lực"
		} else if p.News != nil && !st.EndedOn.IsZero() && p.News.Date.Before(st.EndedOn) {
			words = "nay đã hết hiệu lực"
		}
	} else if first := c.UnitRefs()[0]; c.Legal.StateOf(first.Unit).Force == site.NotYet {
		words, said = "chưa có hiệu lực", "có hiệu lực"
	} else if c.Legal.Force == site.Ended {
		words, said = "còn hiệu lực", "còn hiệu lực" // kept, as readers of the rest would not expect
	}
	if words == "" || saidSoon(after, said) {
		return ""
	}
	return ` <span class="nay">(` + words + `)</span>`
}

// allEnded reports whether every unit of a citation is over, and not only some
// of "điểm d và đ".
func allEnded(c *site.Citation) bool {
	for _, to := range c.UnitRefs() {
		if to.Legal.StateOf(to.Unit).Force != site.Ended {
			return false
		}
	}
	return true
}

// saidSoon reports whether words stand in the next few of a text: its author
// has said himself what became of the document.
func saidSoon(text, words string) bool {
	if len(text) > 60 {
		text = text[:60]
	}
	if stop := strings.IndexAny(text, ".;"); stop >= 0 {
		text = text[:stop]
	}
	return strings.Contains(strings.ReplaceAll(text, "\u00a0", " "), words)
}

// mentions are the pages that speak of a document, each once.
func mentions(list []site.Mention) []ref {
	var out []ref
	seen := make(map[*site.Page]bool)
	for _, m := range list {
		if !seen[m.Page] {
			seen[m.Page] = true
			out = append(out, ref{m.Page.Title, m.Page.Addr})
		}
	}
	return out
}
