package render

import (
	"strconv"
	"strings"

	"thonlanh/internal/site"
)

// pager leads through the parts of a long list. Its zero value shows nothing.
type pager struct {
	Part, Parts int
	Before      string // address of the part before, "" on the first
	After       string
}

func pagerOf(p *site.Page) pager {
	if p.Parts < 2 {
		return pager{}
	}
	first := p.Addr
	if p.Part > 1 {
		first = strings.TrimSuffix(first, "trang-"+strconv.Itoa(p.Part)+"/")
	}
	at := func(part int) string {
		switch {
		case part < 1 || part > p.Parts:
			return ""
		case part == 1:
			return first
		}
		return first + "trang-" + strconv.Itoa(part) + "/"
	}
	return pager{p.Part, p.Parts, at(p.Part - 1), at(p.Part + 1)}
}

// part cuts from a list what a page of it shows.
func part[T any](p *site.Page, all []T) []T {
	if p.Parts < 2 {
		return all
	}
	from := min((p.Part-1)*site.PerPage, len(all))
	return all[max(0, from):min(max(0, from)+site.PerPage, len(all))]
}
