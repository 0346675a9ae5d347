package render

import (
	"fmt"

	"thonlanh/internal/site"
)

// inside is what the view function of a kind gives: the typed view that the
// kind's template shows, and what the frame must know of it.
type inside struct {
	data     any
	linked   any    // schema.org data for application/ld+json, a struct; nil for none
	picture  string // address from the root of a picture for sharing; "" for none
	copyLink bool   // the page has § anchors whose links can be copied
	language string // of the text, if not Vietnamese

	// verbatim are long texts that the page shows in this order where the view
	// has a placeholder; see keep.
	verbatim []string
}

// view makes the view of a page. Every kind has one case.
func (r *Renderer) view(p *site.Page) (inside, error) {
	switch p.Kind {
	case site.KindHome:
		return r.homeView(p), nil
	case site.KindNumbers:
		return r.numbersView(p), nil
	case site.KindHelpHub:
		return r.helpHubView(p), nil
	case site.KindHelp:
		return r.helpView(p), nil
	case site.KindArticles:
		return r.articlesView(p), nil
	case site.KindArticle:
		return r.articleView(p), nil
	case site.KindNewsIndex:
		return r.newsIndexView(p), nil
	case site.KindNews:
		return r.newsView(p), nil
	case site.KindMaterials:
		return r.materialsView(p), nil
	case site.KindMaterialKind:
		return r.materialKindView(p), nil
	case site.KindMaterial:
		return r.materialView(p), nil
	case site.KindSingle:
		return r.singleView(p), nil
	case site.KindSearch:
		return r.searchView(p), nil
	case site.KindNotFound:
		return r.notFoundView(p), nil
	case site.KindOffline:
		return r.offlineView(p), nil
	case site.KindMonths:
		return r.monthsView(p), nil
	case site.KindMoved:
		return r.movedView(p), nil
	}
	if in, ok := r.recordView(p); ok {
		return in, nil
	}
	return inside{}, fmt.Errorf("no view for a page of kind %q", p.Kind)
}
