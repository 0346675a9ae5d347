package workbook

import (
	"archive/zip"
	"bytes"
	"maps"
	"slices"
	"strings"
	"testing"
)

// xlsx is a workbook as another program may write it: what a test leaves
// empty is usual.
type xlsx struct {
	sheet   string // inside worksheet; or the whole part
	shared  string // inside sst
	xfs     string // inside cellXfs
	formats string // inside numFmts
	pr      string // workbookPr
	more    map[string]string
	without string
}

func (x xlsx) parts() map[string]string {
	sheet := x.sheet
	if !strings.Contains(sheet, "worksheet") {
		sheet = `<worksheet xmlns="` + nsMain + `">` + sheet + `</worksheet>`
	}
	parts := map[string]string{
		"[Content_Types].xml":        `<Types xmlns="` + nsPkg + `content-types"/>`,
		"_rels/.rels":                `<Relationships><Relationship Id="rId1" Type="` + nsRel + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml":            `<workbook xmlns="` + nsMain + `" xmlns:r="` + nsRel + `">` + x.pr + `<sheets><sheet name="Bảng" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Type="` + nsRel + `/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="` + nsRel + `/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="rId3" Type="` + nsRel + `/styles" Target="styles.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml":   sheet,
		"xl/sharedStrings.xml":       `<sst xmlns="` + nsMain + `">` + x.shared + `</sst>`,
		"xl/styles.xml":              `<styleSheet xmlns="` + nsMain + `"><numFmts>` + x.formats + `</numFmts><cellXfs><xf numFmtId="0"/>` + x.xfs + `</cellXfs></styleSheet>`,
	}
	for name, text := range x.more {
		parts[name] = text
	}
	delete(parts, x.without)
	return parts
}

func (x xlsx) bytes(t testing.TB) []byte { return zipped(t, x.parts()) }

func zipped(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		text := parts[name]
		method := zip.Store
		if len(text) > 1<<16 {
			method = zip.Deflate
		}
		f, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: method})
		if err != nil {
			t.Fatal(err)
		}
		f.Write([]byte(text))
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func readAll(t testing.TB, data []byte) *File {
	t.Helper()
	f, err := Read(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// printedTable is a sheet as a test can be read: a line for each cell.
func printedTable(t *Table) string {
	var b strings.Builder
	kinds := [...]string{"empty", "text", "number", "whole", "percent", "day", "bool", "error"}
	for _, row := range t.Rows {
		for _, v := range row.Cells {
			b.WriteString(v.Ref.String() + " " + kinds[v.Kind])
			if v.Percent {
				b.WriteString(" %")
			}
			if v.Formula {
				b.WriteString(" =")
			}
			if row.Hidden {
				b.WriteString(" hidden")
			}
			if v.Kind != KindEmpty {
				b.WriteString(" " + v.String())
			}
			b.WriteString("\n")
		}
	}
	for _, m := range t.Merged {
		b.WriteString("merged " + m.String() + "\n")
	}
	return b.String()
}

func table(t testing.TB, x xlsx) string {
	t.Helper()
	return printedTable(&readAll(t, x.bytes(t)).Sheets[0])
}
