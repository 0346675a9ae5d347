package render

import (
	"strings"

	"thonlanh/internal/date"
	"thonlanh/internal/site"
	"thonlanh/internal/viet"
)

// dataView lists the datasets.
type dataView struct {
	page
	Licence string
	Sets    []setRow
	Feeds   []download
}

type setRow struct {
	ID, Title, Scope, Addr string
	Updated                date.Date
	Rows                   string // how many
	Files                  download
}

func (r *Renderer) dataView(p *site.Page) inside {
	v := dataView{page: r.pageOf(p), Licence: r.site.Config.Licence}
	linked := r.catalogue(p)
	for _, set := range dataFiles() {
		d := set.table(r.site)
		v.Sets = append(v.Sets, setRow{
			ID: set.Name, Title: set.Title, Scope: d.scope, Addr: r.existing(setAddr(set)), Updated: d.updated, Rows: viet.Int(len(d.rows)),
			Files: download{Text: set.Title, Files: r.filesOf(set)},
		})
		linked.Sets = append(linked.Sets, r.linkedTable(p, set, d))
	}
	for _, f := range []download{
		{Text: "Tin mới (Atom)", Href: r.published("tin.xml")},
		{Text: "Lịch (ICS)", Href: r.published("lich.ics")},
	} {
		if f.Href != "" {
			v.Feeds = append(v.Feeds, f)
		}
	}
	return inside{data: v, linked: linked.orNothing()}
}

// setAddr is the page of a dataset.
func setAddr(set dataFile) string { return "/du-lieu/" + set.Name + "/" }

// dataSetView tells of one dataset all that someone must know who uses it.
type dataSetView struct {
	page
	Scope    string
	Withheld string
	Facts    details
	Files    []download
	NoSheet  string // why there is no workbook
	Fields   []fieldRow
}

type fieldRow struct {
	Key, Doc, Kind string
	Choices        []fieldChoice
	Refers         *ref
	Blank, From    string
}

type fieldChoice struct{ Key, Doc string }

func (r *Renderer) dataSetView(p *site.Page) inside {
	for _, set := range dataFiles() {
		if set.Name == p.Arg {
			return r.dataSet(p, set)
		}
	}
	return inside{data: dataSetView{page: r.pageOf(p)}} // site has no other names
}

func (r *Renderer) dataSet(p *site.Page, set dataFile) inside {
	d := set.table(r.site)
	v := dataSetView{page: r.pageOf(p), Scope: d.scope, Withheld: d.withheld, Files: r.filesOf(set)}
	if schema := dataPath(set.Name, "schema.json"); r.published(schema) != "" {
		v.Files = append(v.Files, download{Text: "JSON Schema", Href: "/" + schema, Size: r.size(schema)})
	}
	for i := range v.Files {
		v.Files[i].Note = fileUses(v.Files[i].Text)
	}
	if r.published(dataPath(set.Name, "xlsx")) == "" {
		v.NoSheet = "Tập này có hơn " + viet.Int(mostSheetRows) + " dòng nên không có tệp XLSX. Muốn xem bằng Excel thì mở tệp CSV."
	}
	v.Facts.add(detail{Label: "Số dòng", Words: viet.Int(len(d.rows))})
	v.Facts.add(detail{Label: "Cập nhật", Day: d.updated})
	if !d.period.from.IsZero() {
		v.Facts.add(detail{Label: "Nói về thời gian", Words: "từ " + viet.ShortDate(d.period.from) + " đến " + viet.ShortDate(d.period.to)})
	}
	v.Facts.add(detail{Label: "Nguồn", Words: d.from})
	v.Facts.add(detail{Label: "Mã phân biệt từng dòng", Words: "trường " + d.key + "; không đổi qua các lần cập nhật"})
	v.Facts.add(detail{Label: "Được dùng lại thế nào", Words: r.site.Config.Licence})
	for _, c := range d.columns {
		row := fieldRow{Key: c.key, Doc: c.doc, Kind: kindNames[c.is].name, Blank: viet.UpperFirst(c.blank), From: d.source(c)}
		if c.unit != "" {
			row.Kind += ", " + c.unit
		}
		if c.is == choiceColumn {
			for _, x := range c.choices {
				row.Choices = append(row.Choices, fieldChoice{x.key, x.doc})
			}
		}
		if name, _, _ := strings.Cut(c.refers, "."); name != "" {
			if addr := r.existing("/du-lieu/" + name + "/"); addr != "" {
				row.Refers = &ref{c.refers, addr}
			}
		}
		v.Fields = append(v.Fields, row)
	}
	return inside{data: v, linked: r.datasetPage(p, set, d)}
}

// fileUses says for whom a kind of file is.
func fileUses(kind string) string {
	switch kind {
	case "CSV":
		return "Bảng đơn giản cho mọi chương trình"
	case "JSON":
		return "Cho người lập trình; có cả mô tả trường"
	case "XLSX":
		return "Mở bằng Excel, LibreOffice"
	}
	return "Để máy kiểm tra tệp JSON"
}
