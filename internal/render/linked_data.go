package render

import (
	"thonlanh/internal/site"
)

// Datasets as search engines and catalogues of open data read them
// (schema.org). A portal that does not say how its data may be used again is
// not offered to them.

type dataCatalogue struct {
	Context string        `json:"@context"`
	Type    string        `json:"@type"`
	Name    string        `json:"name"`
	About   string        `json:"description"`
	URL     string        `json:"url"`
	Lang    string        `json:"inLanguage"`
	Licence dataLicence   `json:"license"`
	Creator dataMaker     `json:"creator"`
	Sets    []linkedTable `json:"dataset"`
}

// linkedTable is a dataset. In the catalogue its fields and its place are left
// to its own page.
type linkedTable struct {
	Context   string       `json:"@context,omitempty"`
	Type      string       `json:"@type"`
	Name      string       `json:"name"`
	About     string       `json:"description"`
	URL       string       `json:"url"`
	Lang      string       `json:"inLanguage,omitempty"`
	Free      bool         `json:"isAccessibleForFree"`
	Licence   *dataLicence `json:"license,omitempty"`
	Creator   *dataMaker   `json:"creator,omitempty"`
	Modified  string       `json:"dateModified,omitempty"`
	Period    string       `json:"temporalCoverage,omitempty"`
	Place     *dataPlace   `json:"spatialCoverage,omitempty"`
	Variables []dataField  `json:"variableMeasured,omitempty"`
	Files     []dataCopy   `json:"distribution"`
	Catalogue *dataRef     `json:"includedInDataCatalog,omitempty"`
}

type dataLicence struct {
	Type string `json:"@type"`
	Text string `json:"text"`
}

type dataMaker struct {
	Type string `json:"@type"`
	Name string `json:"name"`
	URL  string `json:"url,omitempty"`
}

type dataPlace struct {
	Type string     `json:"@type"`
	Name string     `json:"name"`
	In   *dataPlace `json:"containedInPlace,omitempty"`
}

type dataField struct {
	Type  string `json:"@type"`
	Name  string `json:"name"`
	About string `json:"description"`
	Unit  string `json:"unitText,omitempty"`
}

type dataCopy struct {
	Type   string `json:"@type"`
	Format string `json:"encodingFormat"`
	URL    string `json:"contentUrl"`
}

type dataRef struct {
	Type string `json:"@type"`
	URL  string `json:"url"`
}

func (r *Renderer) catalogue(p *site.Page) *dataCatalogue {
	c := r.site.Config
	return &dataCatalogue{
		Context: "https://schema.org", Type: "DataCatalog", Name: r.signedName("Dữ liệu mở của " + c.Name), About: p.Description,
		URL: r.linkedAddr(p, p.Addr), Lang: "vi", Licence: dataLicence{"CreativeWork", c.Licence}, Creator: r.maker(),
	}
}

// orNothing is nil where nobody said how the data may be used.
func (c *dataCatalogue) orNothing() any {
	if c.Licence.Text == "" {
		return nil
	}
	return c
}

// datasetPage is the dataset whole, nil where nobody said how it may be used.
func (r *Renderer) datasetPage(p *site.Page, set dataFile, d *dataset) any {
	c := r.site.Config
	if c.Licence == "" {
		return nil
	}
	out := r.linkedTable(p, set, d)
	maker := r.maker()
	out.Context, out.Lang, out.Licence, out.Creator = "https://schema.org", "vi", &dataLicence{"CreativeWork", c.Licence}, &maker
	if !d.period.from.IsZero() {
		out.Period = d.period.from.String() + "/" + d.period.to.String()
	}
	out.Place = &dataPlace{Type: "Place", Name: c.Name}
	if c.Province != "" {
		out.Place.In = &dataPlace{Type: "Place", Name: c.Province}
	}
	for _, f := range d.columns {
		out.Variables = append(out.Variables, dataField{"PropertyValue", f.key, f.doc, f.unit})
	}
	out.Catalogue = &dataRef{"DataCatalog", r.linkedAddr(p, "/du-lieu/")}
	return &out
}

func (r *Renderer) linkedTable(p *site.Page, set dataFile, d *dataset) linkedTable {
	c := r.site.Config
	out := linkedTable{
		Type: "Dataset", Name: r.signedName(set.Title + " – " + c.Name), About: d.scope + ".", URL: r.linkedAddr(p, setAddr(set)),
		Free: true, Modified: d.updated.String(),
	}
	for _, f := range [...]struct{ ext, kind string }{
		{"csv", "text/csv"}, {"json", "application/json"},
		{"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
	} {
		if path := dataPath(set.Name, f.ext); r.published(path) != "" {
			out.Files = append(out.Files, dataCopy{"DataDownload", f.kind, r.linkedAddr(p, "/"+path)})
		}
	}
	return out
}

func (r *Renderer) maker() dataMaker {
	c := r.site.Config
	m := dataMaker{"GovernmentOrganization", c.Office, c.BaseURL}
	if m.Name == "" {
		m.Name = c.Name
	}
	return m
}

// signedName says of a sample that it is one.
func (r *Renderer) signedName(name string) string {
	if r.site.Sample {
		return name + " (" + sampleWords + ")"
	}
	return name
}

// linkedAddr is an address in the data of a page: a reader of such data knows
// the page's own address, so without a base address it is enough to say where
// the other lies from there.
func (r *Renderer) linkedAddr(p *site.Page, addr string) string {
	if r.site.Config.BaseURL != "" {
		return absolute(r.site, addr)
	}
	return r.linker(p).address(addr)
}
