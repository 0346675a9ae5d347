package render

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"strconv"
	"strings"
	"testing"
	"time"
)

// A reader of workbooks that shares nothing with what wrote them: the parts are
// taken from the archive and their XML is read as the standard says.

type sheetRead struct {
	name   string
	frozen int
	rows   map[int]map[string]cellRead // by row from 1 and letters of the column
}

type cellRead struct {
	text    string // of text cells
	isText  bool
	number  string // as stored
	format  string // of figures: "dd/mm/yyyy", "3", …
	formula bool
}

// day is the day that a date cell shows.
func (c cellRead) day(t *testing.T) string {
	t.Helper()
	n, err := strconv.Atoi(c.number)
	if err != nil || c.format != "dd/mm/yyyy" {
		t.Errorf("%+v is no day", c)
	}
	return time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, n).Format("2006-01-02")
}

func readSheets(t *testing.T, data []byte) []sheetRead {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	part := func(name string, into any) {
		t.Helper()
		f, err := z.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		raw, err := io.ReadAll(f)
		if err != nil {
			t.Fatal(err)
		}
		if err := xml.Unmarshal(raw, into); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
	var book struct {
		Sheets []struct {
			Name string `xml:"name,attr"`
			ID   string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
		} `xml:"sheets>sheet"`
	}
	part("xl/workbook.xml", &book)
	var rels struct {
		List []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	part("xl/_rels/workbook.xml.rels", &rels)
	var shared struct {
		Items []struct {
			T string `xml:"t"`
			R []struct {
				T string `xml:"t"`
			} `xml:"r"`
		} `xml:"si"`
	}
	part("xl/sharedStrings.xml", &shared)
	var styles struct {
		Formats []struct {
			ID   string `xml:"numFmtId,attr"`
			Code string `xml:"formatCode,attr"`
		} `xml:"numFmts>numFmt"`
		Cells []struct {
			Format string `xml:"numFmtId,attr"`
		} `xml:"cellXfs>xf"`
	}
	part("xl/styles.xml", &styles)
	codes := map[string]string{}
	for _, f := range styles.Formats {
		codes[f.ID] = f.Code
	}
	var out []sheetRead
	for _, s := range book.Sheets {
		target := ""
		for _, r := range rels.List {
			if r.ID == s.ID {
				target = "xl/" + strings.TrimPrefix(r.Target, "/xl/")
			}
		}
		var sheet struct {
			Pane struct {
				Rows  int    `xml:"ySplit,attr"`
				State string `xml:"state,attr"`
			} `xml:"sheetViews>sheetView>pane"`
			Rows []struct {
				Cells []struct {
					At     string  `xml:"r,attr"`
					Style  int     `xml:"s,attr"`
					Type   string  `xml:"t,attr"`
					Value  *string `xml:"v"`
					Inline *string `xml:"is>t"`
					F      *string `xml:"f"`
				} `xml:"c"`
			} `xml:"sheetData>row"`
		}
		part(target, &sheet)
		read := sheetRead{name: s.Name, rows: map[int]map[string]cellRead{}}
		if sheet.Pane.State == "frozen" {
			read.frozen = sheet.Pane.Rows
		}
		for _, row := range sheet.Rows {
			for _, c := range row.Cells {
				column := strings.TrimRight(c.At, "0123456789")
				number, err := strconv.Atoi(c.At[len(column):])
				if err != nil {
					t.Fatalf("a cell at %q", c.At)
				}
				cell := cellRead{formula: c.F != nil}
				switch {
				case c.Inline != nil:
					cell.isText, cell.text = true, *c.Inline
				case c.Value == nil:
					continue
				case c.Type == "s":
					i, err := strconv.Atoi(*c.Value)
					if err != nil || i >= len(shared.Items) {
						t.Fatalf("%s: no text %q", c.At, *c.Value)
					}
					cell.isText, cell.text = true, shared.Items[i].T
					for _, r := range shared.Items[i].R {
						cell.text += r.T
					}
				case c.Type == "" || c.Type == "n":
					cell.number = *c.Value
					if c.Style < len(styles.Cells) {
						cell.format = styles.Cells[c.Style].Format
						if code, ok := codes[cell.format]; ok {
							cell.format = code
						}
					}
				default:
					cell.isText, cell.text = true, *c.Value
				}
				if read.rows[number] == nil {
					read.rows[number] = map[string]cellRead{}
				}
				read.rows[number][column] = cell
			}
		}
		out = append(out, read)
	}
	return out
}

// letters name a column counted from 0.
func letters(i int) string {
	if i < 26 {
		return string(rune('A' + i))
	}
	return letters(i/26-1) + letters(i%26)
}
