package render

import (
	"bytes"
	"encoding/xml"

	"thonlanh/internal/site"
)

type urlSet struct {
	XMLName xml.Name     `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
	URLs    []sitemapURL `xml:"url"`
}

type sitemapURL struct {
	Loc     string `xml:"loc"`
	LastMod string `xml:"lastmod,omitempty"`
}

// maxSitemap is how many addresses the protocol allows in one file. What
// comes after is found by following links.
const maxSitemap = 50000

// sitemap is sitemap.xml. It exists only where the site has an address.
func sitemap(s *site.Site) ([]byte, error) {
	var set urlSet
	for _, p := range s.Pages {
		if !inSitemap(p) || len(set.URLs) == maxSitemap {
			continue
		}
		u := sitemapURL{Loc: absolute(s, p.Addr)}
		if !p.Updated.After(s.Today) { // the day of an event to come says nothing of its page
			u.LastMod = p.Updated.String()
		}
		set.URLs = append(set.URLs, u)
	}
	var b bytes.Buffer
	b.WriteString(xml.Header)
	e := xml.NewEncoder(&b)
	e.Indent("", " ")
	if err := e.Encode(set); err != nil {
		return nil, err
	}
	b.WriteByte('\n')
	return b.Bytes(), nil
}

// inSitemap leaves out what nobody should arrive at from a search: the page
// for lost addresses, the page for lost networks and the calendar that the
// exit opens offline.
func inSitemap(p *site.Page) bool {
	switch p.Kind {
	case site.KindNotFound, site.KindOffline, site.KindMonths:
		return false
	}
	return p.Listed
}

// robots is robots.txt. A sample is not closed here: a search engine must be
// able to read the noindex that stands on every page.
func robots(s *site.Site) ([]byte, error) {
	out := "User-agent: *\nDisallow:\n"
	if s.Config.BaseURL != "" {
		out += "Sitemap: " + absolute(s, "/sitemap.xml") + "\n"
	}
	return []byte(out), nil
}
