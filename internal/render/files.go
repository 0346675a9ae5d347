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
	return append(out, r.setFiles()...)
}

// setFiles are the files of the datasets. Every one makes its table anew: all
// tables of a large site at once would be the most that a build holds.
func (r *Renderer) setFiles() []file {
	s := r.site
	var out []file
	for _, set := range dataFiles() {
		for _, f := range [...]struct {
			ext  string
			make func(*dataset) ([]byte, error)
		}{
			{"csv", func(d *dataset) ([]byte, error) { return d.csv(), nil }},
			{"json", func(d *dataset) ([]byte, error) { return d.json(set, s.Config), nil }},
			{"schema.json", func(d *dataset) ([]byte, error) { return d.schema(set, s), nil }},
			{"xlsx", func(d *dataset) ([]byte, error) { return d.xlsx(set, s) }},
		} {
			if f.ext == "xlsx" && tooLong(set, s) {
				continue
			}
			out = append(out, file{dataPath(set.Name, f.ext), true, func() ([]byte, error) { return f.make(set.table(s)) }})
		}
	}
	return out
}

// absolute is an address as it stands outside the pages: with the base address
// where one is configured, else from the root of the site without the slash,
// so that it resolves beside the file that holds it.
func absolute(s *site.Site, addr string) string {
	return s.Config.BaseURL + strings.TrimPrefix(addr, "/")
}
