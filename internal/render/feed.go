package render

import (
	"bytes"
	"encoding/xml"
	"strconv"
	"strings"

	"thonlanh/internal/date"
	"thonlanh/internal/site"
	"thonlanh/internal/viet"
)

// feedEntries is how many news items the feed holds.
const feedEntries = 30

type atomFeed struct {
	XMLName  xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang     string      `xml:"xml:lang,attr"`
	ID       string      `xml:"id"`
	Title    string      `xml:"title"`
	Subtitle string      `xml:"subtitle,omitempty"`
	Updated  string      `xml:"updated"`
	Author   atomAuthor  `xml:"author"`
	Links    []atomLink  `xml:"link"`
	Rights   string      `xml:"rights,omitempty"`
	Entries  []atomEntry `xml:"entry"`
}

type atomAuthor struct {
	Name string `xml:"name"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	ID        string      `xml:"id"`
	Title     string      `xml:"title"`
	Published string      `xml:"published"`
	Updated   string      `xml:"updated"`
	Author    *atomAuthor `xml:"author,omitempty"`
	Link      atomLink    `xml:"link"`
	Summary   string      `xml:"summary,omitempty"`
}

// atom is tin.xml: the newest news, without sensitive items.
func atom(s *site.Site) ([]byte, error) {
	feed := atomFeed{
		Lang:   "vi",
		ID:     feedID(s, date.Date{}, "/tin/"),
		Title:  "Tin " + s.Config.Name,
		Author: atomAuthor{s.Config.Office},
		Rights: s.Config.Licence,
		Links: []atomLink{
			{"self", "application/atom+xml", absolute(s, "/tin.xml")},
			{"alternate", "text/html", absolute(s, "/tin/")},
		},
	}
	if feed.Author.Name == "" {
		feed.Author.Name = s.Config.Name
	}
	if s.Sample {
		feed.Title += " (" + sampleWords + ")"
		feed.Subtitle = sampleWords
	}
	var last date.Date
	for _, n := range openNews(s) {
		if len(feed.Entries) == feedEntries {
			break
		}
		feed.Entries = append(feed.Entries, newsEntry(s, n))
		if n.Date.After(last) {
			last = n.Date
		}
	}
	if last.IsZero() { // the element is required
		last = s.Today
	}
	feed.Updated = instant(last)
	var b bytes.Buffer
	b.WriteString(xml.Header)
	e := xml.NewEncoder(&b)
	e.Indent("", " ")
	if err := e.Encode(feed); err != nil {
		return nil, err
	}
	b.WriteByte('\n')
	return b.Bytes(), nil
}

func newsEntry(s *site.Site, n *site.News) atomEntry {
	e := atomEntry{
		ID:        feedID(s, n.Date, n.Addr),
		Title:     n.Title,
		Published: instant(n.Date),
		Updated:   instant(n.Date),
		Link:      atomLink{"alternate", "text/html", absolute(s, n.Addr)},
		Summary:   newsLine(n),
	}
	if s.Sample {
		e.Title = "[Mẫu] " + e.Title
	}
	if n.Author != nil {
		e.Author = &atomAuthor{n.Author.Name}
	}
	return e
}

// openNews is the news that may go where its text is read outside the portal.
func openNews(s *site.Site) []*site.News {
	var out []*site.News
	for _, n := range s.News {
		if n.Sensitive == nil || !*n.Sensitive {
			out = append(out, n)
		}
	}
	return out
}

// newsLine is the one sentence under a title.
func newsLine(n *site.News) string {
	if n.Summary == "" && n.Doc != nil {
		return n.Doc.Lead
	}
	return n.Summary
}

// feedID never changes while the address of the record stays. Without a base
// address it is a tag (RFC 4151) of a name that cannot be on the network.
func feedID(s *site.Site, d date.Date, addr string) string {
	if s.Config.BaseURL != "" {
		return absolute(s, addr)
	}
	year := 2020
	if !d.IsZero() {
		year = d.Year
	}
	return "tag:" + viet.Slug(s.Config.Name) + ".invalid," + strconv.Itoa(year) + ":" + strings.TrimPrefix(addr, "/")
}

// instant is the beginning of a day in Viet Nam.
func instant(d date.Date) string { return d.String() + "T00:00:00+07:00" }
