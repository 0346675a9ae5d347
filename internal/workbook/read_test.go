package workbook

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
)

func TestReadCells(t *testing.T) {
	const fmts = `<numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="[$-42A]dd\ mmmm\ yyyy;@"/><numFmt numFmtId="166" formatCode="0.0%"/>`
	const xfs = `<xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="10"/><xf numFmtId="49"/><xf numFmtId="20"/>`
	for _, tt := range [...]struct {
		name string
		x    xlsx
		want string
	}{
		{"numbers", xlsx{sheet: `<sheetData><row r="1"><c r="A1"><v>3.9280000000000004E3</v></c><c r="B1" t="n"><v> 0.1 </v></c><c r="C1"><v>-12</v></c><c r="D1"><v>0.30000000000000004</v></c><c r="E1"><v>1E+20</v></c><c r="F1"><v>000</v></c></row></sheetData>`},
			"A1 number 3928\nB1 number 0.1\nC1 number -12\nD1 number 0.3\nE1 number 1E+20\nF1 number 0\n"},
		{"no number", xlsx{sheet: `<sheetData><row r="1"><c r="A1"><v>3.928,5</v></c><c r="B1"><v>0x10</v></c><c r="C1"><v>NaN</v></c><c r="D1"><v>1e999</v></c><c r="E1"><v>1_0</v></c></row></sheetData>`},
			"A1 text 3.928,5\nB1 text 0x10\nC1 text NaN\nD1 text 1e999\nE1 text 1_0\n"},
		{"texts", xlsx{shared: `<si><t>001</t></si><si><r><rPr><b/></rPr><t xml:space="preserve">Thôn </t></r><r><t>Lành</t></r><rPh sb="0" eb="1"><t>トン</t></rPh><phoneticPr fontId="1"/></si><si/><si><t>a_x000D_b_x005F_x0041_ &amp;&#x1EA1;</t></si><si><t><![CDATA[<&>]]> x</t></si>`,
			sheet: `<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c><c r="E1" t="s"><v>4</v></c><c r="F1" t="inlineStr"><is><r><t>nội </t></r><r><t>tuyến</t></r></is></c><c r="G1" t="inlineStr"><is><t>007</t></is></c><c r="H1" t="s"/></row></sheetData>`},
			"A1 text 001\nB1 text Thôn Lành\nD1 text a\rb_x0041_ &ạ\nE1 text <&> x\nF1 text nội tuyến\nG1 text 007\n"},
		{"formulas", xlsx{sheet: `<sheetData><row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>"a"</f><v>a</v></c><c r="C1"><f>SUM(A1:B1)</f></c><c r="D1" t="str"><f>""</f><v></v></c><c r="E1"><f t="shared" si="0"/><v/></c><c r="F1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="G1" t="b"><f>TRUE</f><v>1</v></c><c r="H1" t="b"><v>0</v></c></row></sheetData>`},
			"A1 number = 2\nB1 text = a\nC1 empty =\nD1 text = \nE1 empty =\nF1 error = #DIV/0!\nG1 bool = TRUE\nH1 bool FALSE\n"},
		{"days", xlsx{formats: fmts, xfs: xfs, sheet: `<sheetData><row r="1"><c r="A1" s="1"><v>43874</v></c><c r="B1" s="2"><v>43874.75</v></c><c r="C1" s="3"><v>1</v></c><c r="D1" s="2"><v>59</v></c><c r="E1" s="2"><v>60</v></c><c r="F1" s="2"><v>61</v></c><c r="G1" s="2"><v>0</v></c><c r="H1" s="2"><v>-3</v></c><c r="I1" s="2"><v>2958465</v></c><c r="J1" s="2"><v>2958466</v></c><c r="K1" t="d" s="2"><v>2020-02-13T00:00:00Z</v></c><c r="L1" t="d"><v>13/02/2020</v></c><c r="M1" s="2" t="inlineStr"><is><t>31/6/2020</t></is></c><c r="N1" s="7"><v>43874.5</v></c></row></sheetData>`},
			"A1 day 2020-02-13\nB1 day 2020-02-13\nC1 day 1900-01-01\nD1 day 1900-02-28\nE1 number 60\nF1 day 1900-03-01\nG1 number 0\nH1 number -3\nI1 day 9999-12-31\nJ1 number 2958466\nK1 day 2020-02-13\nL1 text 13/02/2020\nM1 text 31/6/2020\nN1 number 43874.5\n"},
		{"days from 1904", xlsx{formats: fmts, xfs: xfs, pr: `<workbookPr date1904="1"/>`, sheet: `<sheetData><row r="1"><c r="A1" s="2"><v>42412</v></c><c r="B1"><v>42412</v></c><c r="C1" s="2"><v>0</v></c></row></sheetData>`},
			"A1 day 2020-02-13\nB1 number 42412\nC1 day 1904-01-01\n"},
		{"percent", xlsx{formats: fmts, xfs: xfs, sheet: `<sheetData><row r="1"><c r="A1" s="4"><v>0.87</v></c><c r="B1" s="5"><v>1.2</v></c><c r="C1" s="99"><v>3</v></c><c r="D1" s="-1"><v>3</v></c></row></sheetData>`},
			"A1 number % 0.87\nB1 number % 1.2\nC1 number 3\nD1 number 3\n"},
		{"no places", xlsx{sheet: `<sheetData><row><c><v>1</v></c><c/><c><v>3</v></c></row><row r="5"><c r="C5"><v>4</v></c><c><v>5</v></c></row><row><c><v>6</v></c></row></sheetData>`},
			"A1 number 1\nC1 number 3\nC5 number 4\nD5 number 5\nA6 number 6\n"},
		{"far away", xlsx{sheet: `<sheetData><row r="1048576" hidden="1"><c r="XFD1048576"><v>1</v></c></row></sheetData>`},
			"XFD1048576 number hidden 1\n"},
		{"out of order", xlsx{sheet: `<sheetData><row r="3"><c r="B3"><v>3</v></c><c r="A3"><v>2</v></c></row><row r="1"><c r="A1"><v>1</v></c></row><row r="3"><c r="A3"><v>9</v></c><c r="C3"><v>4</v></c></row></sheetData>`},
			"A1 number 1\nA3 number 2\nB3 number 3\nC3 number 4\n"},
		{"merged", xlsx{sheet: `<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="B2"/><mergeCell ref="B9:A1"/></mergeCells>`},
			"A1 number 1\nmerged A1:C1\n"},
		{"prefixed, strict", xlsx{sheet: `<?xml version="1.0"?><x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row r="2"><x:c r="B2" t="inlineStr"><x:is><x:t>chữ</x:t></x:is></x:c><x:c r='C2'><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>`},
			"B2 text chữ\nC2 number 7\n"},
		{"extensions", xlsx{sheet: `<!-- c --><sheetPr><c r="Z1"><v>1</v></c></sheetPr><sheetData><row r="1"><c r="A1"><v>1</v><extLst><ext><v>2</v></ext></extLst></c><extLst><c r="B1"><v>1</v></c></extLst></row></sheetData><extLst><ext><sheetData><row r="9"><c r="A9"><v>1</v></c></row></sheetData></ext></extLst>`},
			"A1 number 1\n"},
		{"UTF-16", xlsx{sheet: "\xff\xfe" + string(wide(`<?xml version="1.0" encoding="UTF-16"?><worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Đạt</t></is></c></row></sheetData></worksheet>`)), more: nil},
			"A1 text Đạt\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if tt.name == "UTF-16" {
				tt.x.more = map[string]string{"xl/worksheets/sheet1.xml": tt.x.sheet}
			}
			if got := table(t, tt.x); got != tt.want {
				t.Errorf("got\n%swant\n%s", got, tt.want)
			}
		})
	}
}

// A strict workbook links its parts by other names, and some programs write
// absolute targets, backslashes and capitals.
func TestReadParts(t *testing.T) {
	strict := "http://purl.oclc.org/ooxml/officeDocument/relationships"
	x := xlsx{more: map[string]string{
		"_rels/.rels":              `<p:Relationships xmlns:p="x"><p:Relationship Id="a" Type="` + strict + `/officeDocument" Target="/Book\Main.XML"/></p:Relationships>`,
		"book/main.xml":            `<x:workbook xmlns:x="` + nsMain + `" xmlns:q="` + strict + `"><x:sheets><x:sheet name="Một &amp; hai" sheetId="4" q:id="s"/><x:sheet name="Biểu đồ" sheetId="5" q:id="c"/><x:sheet name="Ẩn" state="veryHidden" sheetId="6" q:id="t"/></x:sheets></x:workbook>`,
		"book/_rels/main.xml.rels": `<Relationships><Relationship Id="s" Type="` + strict + `/worksheet" Target="../Sheets/One.xml"/><Relationship Id="c" Type="` + strict + `/chartsheet" Target="c.xml"/><Relationship Id="t" Type="` + strict + `/worksheet" Target="/sheets/two.xml"/><Relationship Id="u" Type="` + strict + `/worksheet" Target="http://a.example/" TargetMode="External"/></Relationships>`,
		"sheets\\one.xml":          `<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>`,
		"sheets/two.xml":           `<worksheet><sheetData/></worksheet>`,
	}}
	f := readAll(t, x.bytes(t))
	if len(f.Sheets) != 2 || f.Sheets[0].Name != "Một & hai" || f.Sheets[0].Hidden || !f.Sheets[1].Hidden || printedTable(&f.Sheets[0]) != "A1 number 1\n" {
		t.Errorf("%+v", f.Sheets)
	}
	if f.Sheet("Ẩn") != &f.Sheets[1] || f.Sheet("x") != nil {
		t.Error("sheets by name")
	}
}

func TestShowingOf(t *testing.T) {
	for code, want := range map[string]showing{
		"General": showsNumber, "0": showsNumber, "#,##0.00": showsNumber, "0.00E+00": showsNumber, "@": showsNumber, "": showsNumber, ";;;": showsNumber,
		"dd/mm/yyyy": showsDay, "d/m/yy;@": showsDay, `[$-42A]dd\ mmmm\ yyyy;@`: showsDay, "[$-1010000]d/m/yyyy;@": showsDay, `"ngày" dd "tháng" mm "năm" yyyy`: showsDay,
		"mmm": showsDay, "mm/yyyy": showsDay, "yyyy-mm-dd hh:mm:ss": showsDay, "dd\\/mm\\/yyyy": showsDay, "[$-42A]h:mm AM/PM": showsNumber, "mm:ss": showsNumber, "[h]:mm:ss": showsNumber, "[mm]:ss": showsNumber, "h:mm": showsNumber,
		"0%": showsShare, "0.00%": showsShare, `0"%"`: showsNumber, `0\%`: showsNumber, `0 "ngày"`: showsNumber, `General" hộ"`: showsNumber, `#,##0 "đồng";[Red]-#,##0`: showsNumber, `_-* #,##0\ _₫_-;-* #,##0\ _₫_-`: showsNumber,
		"[Red]0": showsNumber, "[>=1]d": showsDay, `"`: showsNumber, "[": showsNumber, `\`: showsNumber, "_": showsNumber, "e": showsDay, "GENERAL": showsNumber, "[$₫-42A]#,##0": showsNumber,
	} {
		if got := showingOf(code); got != want {
			t.Errorf("%q is %d, want %d", code, got, want)
		}
	}
}

func TestParseRef(t *testing.T) {
	for text, want := range map[string]Ref{"A1": {1, 1}, "c7": {7, 3}, "$AB$12": {12, 28}, "XFD1048576": {MaxRow, MaxCol}} {
		if got, ok := ParseRef(text); !ok || got != want {
			t.Errorf("%q: %v, %v", text, got, ok)
		}
	}
	for _, text := range []string{"", "A", "1", "A0", "XFE1", "A1048577", "A1B", "1A", "$", "$$A1", "A1 ", "É1", "A99999999999999999999", "AAAAAAAAAAAAAAAAAAAAA1"} {
		if got, ok := ParseRef(text); ok {
			t.Errorf("%q: %v", text, got)
		}
	}
	for col := 1; col <= MaxCol; col++ {
		if got, ok := ParseRef(ColumnName(col) + "9"); !ok || got != At(9, col) {
			t.Fatalf("column %d is %s, read as %v", col, ColumnName(col), got)
		}
	}
}

func refused(t *testing.T, data []byte) *Refusal {
	t.Helper()
	_, err := Read(bytes.NewReader(data), int64(len(data)))
	var r *Refusal
	if !errors.As(err, &r) {
		t.Fatalf("no refusal: %v", err)
	}
	if r.Message() == "" || r.Hint() == "" {
		t.Errorf("%v says nothing", r)
	}
	return r
}

func TestRefusals(t *testing.T) {
	whole := xlsx{sheet: "<sheetData/>"}
	ole := "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
	for name, tt := range map[string]struct {
		data []byte
		want string // in the message
	}{
		"empty":          {nil, "trống"},
		"zeros":          {make([]byte, 100), "trống"},
		"xls":            {[]byte(ole + string(wide("Workbook"))), ".xls,"},
		"encrypted":      {[]byte(ole + string(wide("EncryptedPackage"))), "mật khẩu"},
		"doc":            {[]byte(ole + string(wide("WordDocument"))), ".doc"},
		"biff":           {[]byte("\x09\x08\x08\x00\x00\x05"), "rất cũ"},
		"html":           {[]byte("\xef\xbb\xbf\n<HTML><table>"), "trang web"},
		"html in utf-16": {[]byte("\xff\xfe" + string(wide("<html>"))), "trang web"},
		"csv":            {[]byte("Thôn;Số\nĐông;4\n"), "CSV"},
		"xml":            {[]byte("<?xml version='1.0'?><Workbook/>"), "XML"},
		"pdf":            {[]byte("%PDF-1.4"), "PDF"},
		"picture":        {[]byte("\x89PNG\r\n"), "ảnh"},
		"rar":            {[]byte("Rar!\x1a\x07"), "nén"},
		"noise":          {[]byte("\x01\x02\x03abc"), "đổi đuôi"},
		"broken zip":     {whole.bytes(t)[:300], "hỏng"},
		"zip":            {zipped(t, map[string]string{"anh.jpg": "x"}), "tệp nén"},
		"docx":           {zipped(t, map[string]string{"word/document.xml": "x"}), "Word"},
		"pptx":           {zipped(t, map[string]string{"ppt/presentation.xml": "x"}), "PowerPoint"},
		"ods":            {zipped(t, map[string]string{"mimetype": "x", "content.xml": "x"}), ".ods"},
		"xlsb":           {zipped(t, map[string]string{"xl/workbook.bin": "x"}), ".xlsb"},
		"no workbook":    {xlsx{without: "xl/workbook.xml"}.bytes(t), "hỏng"},
		"no sheet part":  {xlsx{without: "xl/worksheets/sheet1.xml"}.bytes(t), "hỏng"},
		"no sheet":       {xlsx{more: map[string]string{"xl/workbook.xml": "<workbook><sheets/></workbook>"}}.bytes(t), "không có trang tính"},
		"no text":        {xlsx{sheet: `<sheetData><row><c t="s"><v>0</v></c></row></sheetData>`}.bytes(t), "hỏng"},
		"entity":         {xlsx{sheet: `<!DOCTYPE worksheet [<!ENTITY a "b">]><worksheet/>`}.bytes(t), "hỏng"},
		"unclosed":       {xlsx{sheet: `<worksheet><sheetData><row>`}.bytes(t), "hỏng"},
		"crossed":        {xlsx{sheet: `<sheetData><row></sheetData></row>`}.bytes(t), "hỏng"},
		"deep":           {xlsx{sheet: strings.Repeat("<a>", 300) + strings.Repeat("</a>", 300)}.bytes(t), "hỏng"},
		"row 0":          {xlsx{sheet: `<sheetData><row r="0"/></sheetData>`}.bytes(t), "hỏng"},
		"row too far":    {xlsx{sheet: `<sheetData><row r="1048577"/></sheetData>`}.bytes(t), "hỏng"},
		"cell too far":   {xlsx{sheet: `<sheetData><row r="1"><c r="XFE1"/></row></sheetData>`}.bytes(t), "hỏng"},
		"twice":          {xlsx{more: map[string]string{"xl/Workbook.xml": "x"}}.bytes(t), "hỏng"},
		"many sheets":    {xlsx{more: map[string]string{"xl/workbook.xml": "<workbook><sheets>" + strings.Repeat(`<sheet id="rId1"/>`, 201) + "</sheets></workbook>"}}.bytes(t), "quá lớn"},
		"many parts":     {zipped(t, manyParts(5000)), "quá lớn"},
	} {
		t.Run(name, func(t *testing.T) {
			if r := refused(t, tt.data); !strings.Contains(r.Message(), tt.want) {
				t.Errorf("%v: %s", r, r.Message())
			}
		})
	}
}

func manyParts(n int) map[string]string {
	m := map[string]string{}
	for i := range n {
		m[fmt.Sprint("a", i)] = ""
	}
	return m
}

// A macro is a part like any other: nobody looks at it.
func TestMacroIsNotRead(t *testing.T) {
	x := xlsx{sheet: `<sheetData><row><c><v>1</v></c></row></sheetData>`, more: map[string]string{"xl/vbaProject.bin": "\xd0\xcf\x11\xe0"}}
	if got := table(t, x); got != "A1 number 1\n" {
		t.Error(got)
	}
}

// A hundred thousand rows are read at once; more cells than the bound are
// refused, and a bomb costs no more than an honest file.
func TestReadLarge(t *testing.T) {
	var b strings.Builder
	b.WriteString("<sheetData>")
	for i := range 100_000 {
		n := i + 1
		fmt.Fprintf(&b, `<row r="%d" spans="1:6"><c r="A%d" s="0" t="s"><v>%d</v></c><c r="B%d"><v>%d</v></c><c r="C%d" s="0"/><c r="D%d"><v>0.5</v></c><c r="E%d" t="inlineStr"><is><t>thôn %d</t></is></c></row>`, n, n, i%2, n, i, n, n, n, i)
	}
	b.WriteString("</sheetData>")
	data := xlsx{sheet: b.String(), shared: "<si><t>a</t></si><si><t>b</t></si>"}.bytes(t)
	begin := time.Now()
	f := readAll(t, data)
	took := time.Since(begin)
	if rows := f.Sheets[0].Rows; len(rows) != 100_000 || len(rows[99_999].Cells) != 4 || rows[99_999].Cells[3].Text != "thôn 99999" {
		t.Errorf("%d rows", len(rows))
	}
	t.Logf("100,000 rows, %d bytes of XML, in %v", b.Len(), took)
	if took > 20*time.Second {
		t.Errorf("took %v", took)
	}

	many := xlsx{sheet: "<sheetData>" + strings.Repeat("<row>"+strings.Repeat("<c><v>1</v></c>", 1001)+"</row>", 1000) + "</sheetData>"}
	if r := refused(t, many.bytes(t)); !strings.Contains(r.Error(), "too many cells") {
		t.Error(r)
	}
	bomb := xlsx{sheet: "<sheetData>" + strings.Repeat("<row/>", 17_000_000) + "</sheetData>"}
	if r := refused(t, bomb.bytes(t)); !strings.Contains(r.Error(), "too large") {
		t.Error(r)
	}
}
