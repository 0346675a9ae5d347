package workbook

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
)

func marked(t testing.TB, data []byte, sheets ...Marks) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := Mark(&out, bytes.NewReader(data), int64(len(data)), sheets); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// packed are the parts of an archive as they are packed, in order.
func packed(t testing.TB, data []byte) (names []string, parts map[string]string) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	parts = map[string]string{}
	for _, f := range z.File {
		r, err := f.OpenRaw()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, f.Name)
		parts[f.Name] = fmt.Sprint(f.Method, f.CRC32, f.Modified, f.Extra) + string(b)
	}
	return names, parts
}

func unpacked(t testing.TB, data []byte, name string) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

var faultsOfFigures = [...]Fault{
	{At(5, 4), "ô này cần số nguyên; hiện là “ba”."},
	{At(4, 7), "ngày này không có trong lịch: 31/6/2020."},
	{At(4, 4), "số này lớn hơn mẫu số."},
	{At(40, 2), "dòng này thiếu mã chỉ tiêu."},
	{Ref{}, "thiếu dòng của chỉ tiêu 003."},
}

// All that a copy does not say is as it was, byte for byte.
func TestMarkKeepsTheRest(t *testing.T) {
	data := written(t, figures())
	copied := marked(t, data, Marks{"Chỉ tiêu", 3, faultsOfFigures[:]})
	oldNames, old := packed(t, data)
	newNames, now := packed(t, copied)
	if strings.Join(oldNames, " ") != strings.Join(newNames, " ") {
		t.Errorf("parts: %v, then %v", oldNames, newNames)
	}
	for name := range old {
		changes := name == "xl/worksheets/sheet1.xml" || name == "xl/styles.xml"
		if (old[name] != now[name]) != changes {
			t.Errorf("%s changed: %v", name, !changes)
		}
	}
	before, after := readAll(t, data).Sheets[0], readAll(t, copied).Sheets[0]
	notes := map[int]string{}
	for i := range after.Rows {
		row := &after.Rows[i]
		if v := row.Cell(10); v.Kind != KindEmpty {
			notes[row.Number] = v.Text
			row.Cells = row.Cells[:len(row.Cells)-1]
		}
	}
	if want := map[int]string{
		3:  "Cần sửa\nthiếu dòng của chỉ tiêu 003.",
		4:  "D4: số này lớn hơn mẫu số.\nG4: ngày này không có trong lịch: 31/6/2020.",
		5:  "D5: ô này cần số nguyên; hiện là “ba”.",
		40: "B40: dòng này thiếu mã chỉ tiêu.",
	}; fmt.Sprint(notes) != fmt.Sprint(want) {
		t.Errorf("notes %v", notes)
	}
	if a, b := printedTable(&before), printedTable(&after); a != b {
		t.Errorf("cells were\n%s\nand are\n%s", a, b)
	}
	sheet := unpacked(t, copied, "xl/worksheets/sheet1.xml")
	for _, want := range [...]string{`<row r="3" ht="37">`, `<row r="4" ht="37">`, `<row r="5" ht="21">`, `sqref="D4 G4 J4"><cfRule type="expression" dxfId="0" priority="1"><formula>$J$4&lt;&gt;&#34;&#34;</formula>`, `<col min="10" max="10" width="60" customWidth="1"/></cols>`} {
		if !strings.Contains(sheet, want) {
			t.Errorf("no %s in\n%s", want, sheet)
		}
	}
}

// Marking once more with the same faults changes nothing; with fewer, what was
// mended is clear again.
func TestMarkAgain(t *testing.T) {
	first := marked(t, written(t, figures()), Marks{"Chỉ tiêu", 3, faultsOfFigures[:]})
	again := marked(t, first, Marks{"Chỉ tiêu", 3, faultsOfFigures[:]})
	for _, name := range [...]string{"xl/worksheets/sheet1.xml", "xl/styles.xml"} {
		if a, b := unpacked(t, first, name), unpacked(t, again, name); a != b {
			t.Errorf("%s: %s", name, firstDifference(a, b))
		}
	}
	mended := marked(t, first, Marks{"Chỉ tiêu", 3, nil})
	sheet := unpacked(t, mended, "xl/worksheets/sheet1.xml")
	if strings.Contains(sheet, "conditionalFormatting") || strings.Count(sheet, "inlineStr") != 1 || !strings.Contains(sheet, ">Cần sửa</t>") {
		t.Error(sheet)
	}
	if untouched := marked(t, written(t, figures()), Marks{"Chỉ tiêu", 3, nil}); !bytes.Equal(untouched, marked(t, written(t, figures()))) {
		t.Error("a sheet without faults was changed")
	}
}

func TestMarkSheets(t *testing.T) {
	note := func(ref, text string) string {
		return `<c r="` + ref + `" s="1" t="inlineStr"><is><t xml:space="preserve">` + text + `</t></is></c>`
	}
	tint := func(cells, formula string) string {
		return `<conditionalFormatting sqref="` + cells + `"><cfRule type="expression" dxfId="0" priority="1"><formula>` + formula + `&lt;&gt;&#34;&#34;</formula></cfRule></conditionalFormatting>`
	}
	width := func(col string) string {
		return `<col min="` + col + `" max="` + col + `" width="60" customWidth="1"/>`
	}
	for _, tt := range [...]struct{ name, sheet, want string }{
		{"nothing yet", `<sheetData/>`,
			`<cols>` + width("1") + `</cols><sheetData><row r="1">` + note("A1", "Cần sửa") + `</row><row r="2">` + note("A2", "C2: x") + `</row></sheetData>` + tint("A2 C2", "$A$2")},
		{"empty rows", `<dimension ref="B1:C1"/><cols/><sheetData><row r="1" spans="2:3"><c r="B1"><v>1</v></c><c r="C1" s="0"><v>2</v></c></row><row r="2"/><row r="3"><c r="A3"/></row></sheetData><mergeCells><mergeCell ref="A1:A2"/></mergeCells><pageMargins/>`,
			`<dimension ref="B1:D2"/><cols>` + width("4") + `</cols><sheetData><row r="1" ><c r="B1"><v>1</v></c><c r="C1" s="0"><v>2</v></c><c r="D1" s="0" t="inlineStr"><is><t xml:space="preserve">Cần sửa</t></is></c></row><row r="2">` + note("D2", "C2: x") + `</row><row r="3"><c r="A3"/></row></sheetData><mergeCells><mergeCell ref="A1:A2"/></mergeCells>` + tint("C2 D2", "$D$2") + `<pageMargins/>`},
		{"styled cells behind, one entry for all columns", `<cols><col min="1" max="16384" style="0" hidden='1'/></cols><sheetData><row><c><v>1</v></c><c/><c/></row><row r="2"><c r="Z2" s="0"/></row></sheetData>`,
			`<cols><col min="1" max="1" style="0" hidden='1'/>` + width("2") + `<col min="3" max="16384" style="0" hidden='1'/></cols><sheetData><row><c><v>1</v></c><c r="B1" s="1" t="inlineStr"><is><t xml:space="preserve">Cần sửa</t></is></c><c/></row><row r="2">` + note("B2", "C2: x") + `<c r="Z2" s="0"/></row></sheetData>` + tint("B2 C2", "$B$2")},
		{"a column from before", `<cols>` + width("2") + `</cols><sheetData><row r="1"><c r="B1" t="inlineStr"><is><t> cần sửa</t></is></c><c r="D1"><v>3</v></c></row><row r="3"><c r="B3"><v>4</v></c></row></sheetData><conditionalFormatting sqref="B3"><cfRule type="expression" dxfId="0" priority="7"><formula>$B$3&lt;>""</formula></cfRule></conditionalFormatting><conditionalFormatting sqref="D3"><cfRule type="expression" dxfId="0" priority="2"><formula>$B$3&lt;>""</formula></cfRule><cfRule priority="9"/></conditionalFormatting>`,
			`<cols>` + width("2") + `</cols><sheetData><row r="1">` + note("B1", "Cần sửa") + `<c r="D1"><v>3</v></c></row><row r="2">` + note("B2", "C2: x") + `</row><row r="3"></row></sheetData>` + strings.Replace(tint("B2 C2", "$B$2"), `priority="1"`, `priority="10"`, 1) + `<conditionalFormatting sqref="D3"><cfRule type="expression" dxfId="0" priority="2"><formula>$B$3&lt;>""</formula></cfRule><cfRule priority="9"/></conditionalFormatting>`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			data := xlsx{sheet: tt.sheet}.bytes(t)
			copied := marked(t, data, Marks{"Bảng", 1, []Fault{{At(2, 3), "x"}}})
			got := unpacked(t, copied, "xl/worksheets/sheet1.xml")
			if want := `<worksheet xmlns="` + nsMain + `">` + tt.want + `</worksheet>`; got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
			readAll(t, copied)
		})
	}
}

// The names of a sheet and of the styles keep their prefixes, and a file
// without a table of styles gets plain notes.
func TestMarkForeignForms(t *testing.T) {
	x := xlsx{sheet: `<x:worksheet xmlns:x="` + nsMain + `"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
		more: map[string]string{"xl/styles.xml": `<y:styleSheet xmlns:y="` + nsMain + `"><y:cellXfs count="1"><y:xf numFmtId="0"/></y:cellXfs><y:dxfs count="2"><y:dxf/><y:dxf/></y:dxfs></y:styleSheet>`}}
	copied := marked(t, x.bytes(t), Marks{"Bảng", 1, []Fault{{At(1, 1), "a"}, {At(2, 1), "b & c"}}})
	sheet, styles := unpacked(t, copied, "xl/worksheets/sheet1.xml"), unpacked(t, copied, "xl/styles.xml")
	if !strings.Contains(sheet, `<x:row r="2"><x:c r="B2" s="1" t="inlineStr"><x:is><x:t xml:space="preserve">A2: b &amp; c</x:t></x:is></x:c></x:row>`) || !strings.Contains(sheet, `dxfId="2"`) {
		t.Error(sheet)
	}
	if !strings.Contains(styles, `<y:cellXfs count="2"><y:xf numFmtId="0"/><y:xf numFmtId="49"`) || !strings.Contains(styles, `<y:dxfs count="3"><y:dxf/><y:dxf/><y:dxf><y:fill>`) {
		t.Error(styles)
	}
	for _, plain := range [...]xlsx{{sheet: "<sheetData/>", without: "xl/styles.xml"}, {sheet: "<sheetData/>", more: map[string]string{"xl/styles.xml": "<styleSheet/>"}}} {
		copied := marked(t, plain.bytes(t), Marks{"Bảng", 1, []Fault{{At(2, 1), "a"}}})
		if sheet := unpacked(t, copied, "xl/worksheets/sheet1.xml"); !strings.Contains(sheet, "A2: a") || strings.Contains(sheet, " s=") || strings.Contains(sheet, "conditional") {
			t.Error(sheet)
		}
	}
}

func TestMarkRefuses(t *testing.T) {
	var out bytes.Buffer
	mark := func(x xlsx, m ...Marks) error {
		data := x.bytes(t)
		return Mark(&out, bytes.NewReader(data), int64(len(data)), m)
	}
	fault := []Fault{{At(2, 1), "a"}}
	var r *Refusal
	for name, err := range map[string]error{
		"another sheet": mark(xlsx{sheet: "<sheetData/>"}, Marks{"Khác", 1, fault}),
		"twice":         mark(xlsx{sheet: "<sheetData/>"}, Marks{"Bảng", 1, fault}, Marks{"Bảng", 1, fault}),
	} {
		if err == nil || errors.As(err, &r) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for name, err := range map[string]error{
		"no rows":      mark(xlsx{sheet: "<sheetPr/>"}, Marks{"Bảng", 1, fault}),
		"out of order": mark(xlsx{sheet: `<sheetData><row r="2"><c r="A2"><v>1</v></c></row><row r="1"/></sheetData>`}, Marks{"Bảng", 1, fault}),
		"full":         mark(xlsx{sheet: `<sheetData><row r="2"><c r="XFD2"><v>1</v></c></row></sheetData>`}, Marks{"Bảng", 1, fault}),
		"broken":       mark(xlsx{sheet: `<sheetData>`}, Marks{"Bảng", 1, fault}),
	} {
		if !errors.As(err, &r) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if out.Len() > 0 {
		t.Error("something was written")
	}
}

func firstDifference(a, b string) string {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	from := max(0, i-80)
	return fmt.Sprintf("%q, then %q", a[from:min(len(a), i+80)], b[from:min(len(b), i+80)])
}
