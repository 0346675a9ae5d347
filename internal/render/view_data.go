package render

import (
	"thonlanh/internal/date"
	"thonlanh/internal/site"
	"thonlanh/internal/viet"
)

// dataView describes the data files.
type dataView struct {
	page
	Licence string
	Sets    []setRow
	Feeds   []download
}

type setRow struct {
	ID, Title, Scope string
	Updated          date.Date
	Rows             string // how many
	CSV, JSON        download
	Fields           []setField
}

type setField struct{ Key, Doc string }

func (r *Renderer) dataView(p *site.Page) inside {
	v := dataView{page: r.pageOf(p), Licence: r.site.Config.Licence}
	for _, set := range dataFiles() {
		d := set.table(r.site)
		row := setRow{
			ID: set.name, Title: set.title, Scope: d.scope, Updated: d.updated, Rows: viet.Int(len(d.rows)),
			CSV:  download{"CSV", "/" + dataPath(set.name, "csv"), r.size(dataPath(set.name, "csv"))},
			JSON: download{"JSON", "/" + dataPath(set.name, "json"), r.size(dataPath(set.name, "json"))},
		}
		for _, c := range d.columns {
			row.Fields = append(row.Fields, setField{c.key, c.doc})
		}
		v.Sets = append(v.Sets, row)
	}
	for _, f := range []download{
		{"Tin mới (Atom)", r.published("tin.xml"), ""},
		{"Lịch (ICS)", r.published("lich.ics"), ""},
	} {
		if f.Href != "" {
			v.Feeds = append(v.Feeds, f)
		}
	}
	return inside{data: v}
}
