package render

import (
	"thonlanh/internal/config"
	"thonlanh/internal/date"
	"thonlanh/internal/site"
)

// dataset is one table that the portal offers for reuse.
type dataset struct {
	scope   string    // what it holds, for people
	updated date.Date // of the newest thing in it; zero where nothing has a date
	columns []column
	rows    [][]cell // each as long as columns, but for the sign of a sample
	sign    []cell   // the sign of a sample, which ends every row; else empty
}

// column is one field with what it means.
type column struct{ key, doc string }

// dataFile is one dataset and how it is made.
type dataFile struct {
	name  string // of its files: "chi-tieu"
	title string
	table func(*site.Site) *dataset
}

// dataFiles are all datasets in the order of /du-lieu/.
func dataFiles() []dataFile {
	return []dataFile{
		{"so-can-biet", "Số điện thoại cần biết", numbersData},
		{"dich-vu", "Dịch vụ cho người dân", servicesData},
		{"van-ban", "Văn bản", legalData},
		{"ke-hoach", "Kế hoạch", plansData},
		{"chi-tieu", "Chỉ tiêu", targetsData},
		{"tien-do", "Tiến độ chỉ tiêu theo kỳ", progressData},
		{"nhiem-vu", "Việc của các đơn vị", dutiesData},
		{"bao-cao", "Báo cáo phải gửi", reportsData},
		{"thon", "Các thôn", villagesData},
		{"hoat-dong-thon", "Hoạt động của các thôn", activitiesData},
		{"tai-lieu", "Tài liệu truyền thông", materialsData},
		{"lich", "Lịch", eventsData},
		{"tin", "Tin", newsData},
	}
}

// dataPath is where a file of a dataset is published.
func dataPath(name, ext string) string { return "du-lieu/" + name + "." + ext }

func (d *dataset) add(cells ...cell) { d.rows = append(d.rows, cells) }

// mark puts the sign of a sample on every row, because rows are copied out of
// the file they came in.
func (d *dataset) mark(s *site.Site) *dataset {
	if !s.Sample {
		return d
	}
	d.columns = append(d.columns, column{"mau", "Có chữ ở cột này: dòng chỉ để minh họa, không phải số liệu thật."})
	d.sign = []cell{text(sampleWords)}
	return d
}

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
	for _, row := range d.rows {
		for _, part := range [...][]cell{row, d.sign} {
			for _, c := range part {
				out = append(append(out, quoteCSV(c.csv)...), ',')
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
	out := make([]byte, 0, len(d.rows)*len(d.columns)*32)
	out = append(out, "{\"tap_du_lieu\":"+quoteJSON(f.name)...)
	out = append(out, ",\"ten\":"+quoteJSON(f.title)...)
	out = append(out, ",\"don_vi\":"+quoteJSON(c.Name)...)
	if c.Sample {
		out = append(out, ",\"mau\":true,\"ghi_chu\":"+quoteJSON(sampleWords)...)
	}
	out = append(out, ",\"cap_nhat\":"+day(d.updated).json...)
	out = append(out, ",\"giay_phep\":"+text(c.Licence).json...)
	out = append(out, ",\"truong\":["...)
	keys := make([]string, len(d.columns))
	for i, col := range d.columns {
		if i > 0 {
			out = append(out, ',')
		}
		out = append(out, "{\"ten\":"+quoteJSON(col.key)+",\"nghia\":"+quoteJSON(col.doc)+"}"...)
		keys[i] = quoteJSON(col.key) + ":"
	}
	out = append(out, "],\"du_lieu\":["...)
	for i, row := range d.rows {
		if i > 0 {
			out = append(out, ',')
		}
		open := byte('{')
		for j := range keys {
			out = append(append(out, open), keys[j]...)
			open = ','
			if j < len(row) {
				out = append(out, row[j].json...)
			} else {
				out = append(out, d.sign[j-len(row)].json...)
			}
		}
		out = append(out, '}')
	}
	return append(out, "]}"...)
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
