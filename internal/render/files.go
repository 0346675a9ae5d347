package render

import (
	"strings"

	"thonlanh/internal/site"
)

// files are the outputs made from the whole site rather than from one page:
// data, feeds, the calendar and what servers and search engines read. Which
// ones exist depends on the site: there is no sitemap without an address.
func (r *Renderer) files() []file {
	s := r.site
	of := func(path string, f func(*site.Site) ([]byte, error)) file {
		return file{path: path, make: func() ([]byte, error) { return f(s) }}
	}
	out := []file{
		{path: "so-can-biet.vcf", make: r.vcard},
		of("tin.xml", atom),
		of("lich.ics", calendarFile),
		of("robots.txt", robots),
		of("manifest.webmanifest", webManifest),
		of("_headers", headers),
	}
	if s.Config.BaseURL != "" {
		out = append(out, of("sitemap.xml", sitemap))
	}
	for _, plan := range s.Plans {
		if path := deadlinesPath(plan); path != "" {
			out = append(out, file{path: path, make: func() ([]byte, error) { return r.deadlines(plan), nil }})
		}
	}
	for _, set := range dataFiles() {
		out = append(out,
			file{dataPath(set.name, "csv"), true, func() ([]byte, error) { return set.table(s).csv(), nil }},
			file{dataPath(set.name, "json"), true, func() ([]byte, error) { return set.table(s).json(set, s.Config), nil }})
	}
	return out
}

// absolute is an address as it stands outside the pages: with the base address
// where one is configured, else from the root of the site without the slash,
// so that it resolves beside the file that holds it.
func absolute(s *site.Site, addr string) string {
	return s.Config.BaseURL + strings.TrimPrefix(addr, "/")
}
