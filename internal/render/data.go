package render

import (
	"thonlanh/internal/config"
	"thonlanh/internal/date"
	"thonlanh/internal/site"
)

// dataset is one table that the portal offers for reuse.
type dataset struct {
	scope    string    // what it holds, for people
	from     string    // where its values come from, if a column does not say otherwise
	updated  date.Date // of the newest thing in it; zero where nothing has a date
	period   days      // that the rows speak of; zero where they speak of no time
	key      string    // the column whose values tell the rows apart, now and in every later build
	columns  []column
	rows     [][]cell // each as long as columns, but for the sign of a sample
	sign     []cell   // the sign of a sample, which ends every row; else empty
	withheld string   // what is not in it, and why; "" where nothing is held back
}

// dataFile is one dataset and how it is made.
type dataFile struct {
	*site.DataSet
	table func(*site.Site) *dataset
}

// dataFiles are all datasets in the order of /du-lieu/.
func dataFiles() []dataFile {
	out := make([]dataFile, len(site.DataSets))
	for i := range site.DataSets {
		out[i] = dataFile{&site.DataSets[i], tables[i]}
	}
	return out
}

// tables make the datasets, in the order of site.DataSets.
var tables = [len(site.DataSets)]func(*site.Site) *dataset{
	numbersData, servicesData, legalData, unitsData, plansData, targetsData, progressData, dutiesData, reportsData,
	villagesData, activitiesData, recognitionsData, materialsData, eventsData, newsData,
}

// dataPath is where a file of a dataset is published.
func dataPath(name, ext string) string { return "du-lieu/" + name + "." + ext }

func (d *dataset) add(cells ...cell) { d.rows = append(d.rows, cells) }

// signed puts the sign of a sample on every row, because rows are copied out of
// the file they came in.
func (d *dataset) signed(s *site.Site) *dataset {
	if !s.Sample {
		return d
	}
	d.columns = append(d.columns, textIn("mau", "Có chữ ở cột này: dòng chỉ để minh họa, không phải số liệu thật").of("Bản mẫu của cổng"))
	d.sign = []cell{text(sampleWords)}
	return d
}

// cells are those of a row with the sign of a sample.
func (d *dataset) cells(i int) [2][]cell { return [2][]cell{d.rows[i], d.sign} }

// csv is the table for spreadsheets: UTF-8 with a byte order mark, so that
// Excel reads the Vietnamese letters; lines end in CRLF (RFC 4180).
func (d *dataset) csv() []byte {
	out := make([]byte, 0, len(d.rows)*len(d.columns)*16)
	out = append(out, "\ufeff"...)
	for i, c := range d.columns {
		if i > 0 {
			out = append(out, ',')
		}
		out = append(out, c.key...)
	}
	out = append(out, "\r\n"...)
	for i := range d.rows {
		for _, part := range d.cells(i) {
			for _, c := range part {
				out = append(append(out, quoteCSV(c.csv())...), ',')
			}
		}
		out = append(out[:max(0, len(out)-1)], "\r\n"...) // without the last comma
	}
	return out
}

// json is the table for programs, with what each field means. The keys of the
// rows keep the order of the columns. It is written tight: there is nothing
// left to shrink.
func (d *dataset) json(f dataFile, c *config.Config) []byte {
	out := make([]byte, 0, len(d.rows)*len(d.columns)*32+8<<10)
	out = append(out, "{\"tap_du_lieu\":"+quoteJSON(f.Name)...)
	out = append(out, ",\"ten\":"+quoteJSON(f.Title)...)
	out = append(out, ",\"don_vi\":"+quoteJSON(c.Name)...)
	if c.Sample {
		out = append(out, ",\"mau\":true,\"ghi_chu\":"+quoteJSON(sampleWords)...)
	}
	out = day(d.updated).json(append(out, ",\"cap_nhat\":"...))
	out = text(c.Licence).json(append(out, ",\"giay_phep\":"...))
	out = append(out, ",\"luoc_do\":"+quoteJSON(schemaID(f, c))...)
	out = append(out, ",\"pham_vi\":"+quoteJSON(d.scope)...)
	out = text(d.withheld).json(append(out, ",\"khong_dang\":"...))
	out = append(out, ",\"khoa\":"+quoteJSON(d.key)...)
	out = append(out, ",\"truong\":["...)
	keys := make([]string, len(d.columns))
	for i, col := range d.columns {
		if i > 0 {
			out = append(out, ',')
		}
		out = d.describe(out, col)
		keys[i] = quoteJSON(col.key) + ":"
	}
	out = append(out, "],\"du_lieu\":["...)
	for i := range d.rows {
		if i > 0 {
			out = append(out, ',')
		}
		j, open := 0, byte('{')
		for _, part := range d.cells(i) {
			for _, c := range part {
				out = c.json(append(append(out, open), keys[j]...))
				j, open = j+1, ','
			}
		}
		out = append(out, '}')
	}
	return append(out, "]}"...)
}

// describe appends what a field means, as JSON.
func (d *dataset) describe(out []byte, c column) []byte {
	out = append(out, "{\"ten\":"+quoteJSON(c.key)+",\"nghia\":"+quoteJSON(c.doc)+",\"kieu\":"+quoteJSON(kindNames[c.is].key)...)
	if c.unit != "" {
		out = append(out, ",\"don_vi\":"+quoteJSON(c.unit)...)
	}
	if c.is == choiceColumn {
		out = append(out, ",\"gia_tri\":["...)
		for i, v := range c.choices {
			if i > 0 {
				out = append(out, ',')
			}
			out = append(out, "{\"ma\":"+quoteJSON(v.key)+",\"nghia\":"+quoteJSON(v.doc)+"}"...)
		}
		out = append(out, ']')
	}
	if c.refers != "" {
		out = append(out, ",\"tham_chieu\":"+quoteJSON(c.refers)...)
	}
	out = yes(c.blank != "").json(append(out, ",\"co_the_trong\":"...))
	if c.blank != "" {
		out = append(out, ",\"khi_trong\":"+quoteJSON(c.blank)...)
	}
	return append(out, ",\"nguon\":"+quoteJSON(d.source(c))+"}"...)
}

// days are the time that something speaks of, both days included.
type days struct{ from, to date.Date }

// holding is these days with a day in it.
func (s days) holding(d date.Date) days {
	if d.IsZero() {
		return s
	}
	if s.from.IsZero() || d.Before(s.from) {
		s.from = d
	}
	if d.After(s.to) {
		s.to = d
	}
	return s
}

// newest is the latest date of the pages of some kinds. A day to come is no
// day on which anything was written.
func newest(s *site.Site, kinds ...site.Kind) date.Date {
	var out date.Date
	for _, p := range s.Pages {
		for _, k := range kinds {
			if p.Kind == k && p.Updated.After(out) && !p.Updated.After(s.Today) {
				out = p.Updated
			}
		}
	}
	return out
}
