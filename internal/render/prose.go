package render

import (
	"fmt"
	"html/template"
	"strings"

	"thonlanh/internal/content"
	"thonlanh/internal/date"
	"thonlanh/internal/markup"
	"thonlanh/internal/site"
)

// bodyHTML is the text of a record. Its pictures get their sizes, so that
// nothing moves while the page loads.
func bodyHTML(b *content.Body) template.HTML {
	if b.Doc == nil {
		return ""
	}
	return sized(b.Doc.HTML, b)
}

// sectionHTML is the text of one section of a record, without its heading.
func sectionHTML(b *content.Body, s markup.Section) template.HTML {
	return sized(b.Doc.HTML[s.Start:s.End], b)
}

func sized(html string, b *content.Body) template.HTML {
	if len(b.Doc.Images) == 0 {
		return template.HTML(html)
	}
	for _, a := range b.Assets {
		if a.Width == 0 || a.Height == 0 {
			continue
		}
		// Quotes inside text are escaped, so this stands in tags only.
		src := `<img src="` + markup.Source(a.Name) + `"`
		html = strings.ReplaceAll(html, src, fmt.Sprintf(`%s width="%d" height="%d"`, src, a.Width, a.Height))
	}
	return template.HTML(html)
}

// sectionView is a part of a page under its own heading.
type sectionView struct {
	ID, Title string
	HTML      template.HTML
	Box       string // the class of a titled box, "" for running text
}

// sectionsOf cuts a text at its headings; the text before the first one comes
// back alone.
func sectionsOf(b *content.Body) (lead template.HTML, sections []sectionView) {
	if b.Doc == nil {
		return "", nil
	}
	for _, s := range b.Doc.Sections {
		if s.ID == "" {
			lead += sectionHTML(b, s)
			continue
		}
		sections = append(sections, sectionView{ID: s.ID, Title: s.Title, HTML: sectionHTML(b, s)})
	}
	return lead, sections
}

// reviewView is who answers for the words of a page.
type reviewView struct {
	By     string
	On     date.Date
	Before date.Date
}

func reviewOf(r content.Review) *reviewView {
	if r.ReviewedBy == "" && r.ReviewedOn.IsZero() && r.ReviewBefore.IsZero() {
		return nil
	}
	return &reviewView{r.ReviewedBy, r.ReviewedOn, r.ReviewBefore}
}

// basis are the texts that a page rests on, as links with their names.
func (r *Renderer) basis(refs []string) []row {
	var out []row
	opened := make(map[*site.Legal]*markup.Document) // a page may rest on many articles of one law
	for _, ref := range refs {
		id, unit, _ := strings.Cut(ref, "#")
		l, ok := r.site.LegalByID(id)
		if !ok {
			continue
		}
		doc := opened[l]
		if doc == nil && unit != "" && l.Doc != nil {
			doc = l.Doc.Open()
			opened[l] = doc
		}
		b := row{Title: cited(l), Addr: l.Addr}
		if i, ok := findUnit(doc, unit); ok {
			b.Title = doc.Cite(i) + " " + b.Title
			b.Addr += "#" + unit
		}
		out = append(out, b)
	}
	return out
}

// cited is how running text calls a text: laws and ordinances go by their
// name, which residents know; all others by kind and number.
func cited(l *site.Legal) string {
	switch l.Kind {
	case "hien_phap", "bo_luat", "luat", "phap_lenh":
		if len(l.Names) > 0 {
			return l.Names[0]
		}
	}
	return l.Heading
}

func findUnit(doc *markup.Document, unit string) (int, bool) {
	if doc == nil || unit == "" {
		return 0, false
	}
	return doc.Unit(unit)
}
