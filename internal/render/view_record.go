package render

import "thonlanh/internal/site"

// recordView makes the views of plans, figures, villages, legal texts, the
// calendar and the data page.
func (r *Renderer) recordView(p *site.Page) (inside, bool) {
	return inside{}, false
}
