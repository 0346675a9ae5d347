package workbook

import (
	"bytes"
	"encoding/csv"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// office gives the program that our workbooks are judged by, which must not be
// ours.
func office(t *testing.T) string {
	t.Helper()
	if testing.Short() {
		t.Skip("starting LibreOffice takes a quarter of a minute")
	}
	for _, name := range []string{"soffice", "libreoffice"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	if os.Getenv("THONLANH_OFFICE") == "required" {
		t.Fatal("LibreOffice is required here and not installed")
	}
	t.Skip("no LibreOffice on this machine (apt: libreoffice-calc-nogui)")
	return ""
}

// convert has LibreOffice turn files into another format, all in one run, and
// gives them by their names without the ending.
func convert(t *testing.T, files map[string][]byte, format string) map[string][]byte {
	t.Helper()
	soffice := office(t)
	dir := t.TempDir()
	out := filepath.Join(dir, "ra")
	args := []string{"-env:UserInstallation=file://" + filepath.ToSlash(filepath.Join(dir, "home")), "--headless", "--convert-to", format, "--outdir", out}
	for name, data := range files {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, data, 0o666); err != nil {
			t.Fatal(err)
		}
		args = append(args, path)
	}
	cmd := exec.Command(soffice, args...)
	cmd.Env = append(os.Environ(), "HOME="+dir)
	text, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("soffice: %v\n%s", err, text)
	}
	ext, _, _ := strings.Cut(format, ":")
	got := map[string][]byte{}
	for name := range files {
		base := strings.TrimSuffix(name, filepath.Ext(name))
		data, err := os.ReadFile(filepath.Join(out, base+"."+ext))
		if err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		if keep := os.Getenv("THONLANH_KEEP"); keep != "" {
			os.WriteFile(filepath.Join(keep, base+"."+ext), data, 0o666)
		}
		got[base] = data
	}
	return got
}

// Another program shows in our workbook what we put there: text with its
// zeros, days as days, no formula.
func TestOfficeShowsWhatWasWritten(t *testing.T) {
	data := written(t, figures())
	got := convert(t, map[string][]byte{"bang.xlsx": data}, "csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,false,true")
	rows, err := csv.NewReader(bytes.NewReader(got["bang"])).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"001", "Tỷ lệ thôn, tổ dân phố được tuyên truyền về phòng, chống mại dâm và các hành vi bị nghiêm cấm", "thôn", "3,928", "0.5", "87.5%", "10/06/2020", "Thôn Lành, Xóm Trên", "  giữ   dấu cách\nvà xuống dòng "}
	if strings.Join(rows[3], "|") != strings.Join(want, "|") {
		t.Errorf("%q", rows[3])
	}
	if rows[5][1] != "=1+1 không phải công thức, \"nháy\" & <thẻ> _x0041_ \x07" {
		t.Errorf("%q", rows[5][1])
	}
	if rows[6][3] != "1,234,567" {
		t.Errorf("%q", rows[6])
	}
}

const fods = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:automatic-styles>
<number:date-style style:name="N1" number:language="vi" number:country="VN"><number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style>
<number:percentage-style style:name="N2"><number:number number:decimal-places="1" number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style>
<style:style style:name="D" style:family="table-cell" style:data-style-name="N1"/>
<style:style style:name="P" style:family="table-cell" style:data-style-name="N2"/>
<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
</office:automatic-styles>
<office:body><office:spreadsheet>
<table:calculation-settings><table:null-date table:date-value="1904-01-01"/></table:calculation-settings>
<table:table table:name="Tổng hợp">
<table:table-row><table:table-cell office:value-type="string"><text:p>Thôn <text:span text:style-name="B">Lành</text:span></text:p></table:table-cell><table:table-cell table:style-name="D" office:value-type="date" office:date-value="2020-02-13"><text:p>x</text:p></table:table-cell><table:table-cell table:style-name="P" office:value-type="percentage" office:value="0.875"><text:p>x</text:p></table:table-cell></table:table-row>
<table:table-row table:number-rows-repeated="4"><table:table-cell/></table:table-row>
<table:table-row table:visibility="collapse"><table:table-cell office:value-type="string"><text:p>007</text:p></table:table-cell><table:table-cell table:formula="of:=1000*3.928" office:value-type="float" office:value="3928"/><table:table-cell table:formula="of:=&quot;a&quot;&amp;&quot;b&quot;" office:value-type="string" office:string-value="ab"/><table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value=""/><table:table-cell table:formula="of:=TRUE()" office:value-type="boolean" office:boolean-value="true"/><table:table-cell office:value-type="string"><text:p>31/6/2020</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell table:number-columns-spanned="3" office:value-type="string"><text:p>gộp</text:p></table:table-cell><table:covered-table-cell table:number-columns-repeated="2"/></table:table-row>
</table:table>
</office:spreadsheet></office:body></office:document>
`

// What another program saved is read: our own workbook with all that helps
// people to fill it in, our copy with notes, and a file that is none of ours.
func TestOfficeSaves(t *testing.T) {
	ours := written(t, figures())
	copied := marked(t, ours, Marks{"Chỉ tiêu", 3, faultsOfFigures[:]})
	saved := convert(t, map[string][]byte{"bang.xlsx": ours, "sua.xlsx": copied, "khac.fods": []byte(fods)}, "xlsx:Calc MS Excel 2007 XML")

	t.Run("ours", func(t *testing.T) {
		before, after := readAll(t, ours), readAll(t, saved["bang"])
		for i := range before.Sheets {
			a, b := &before.Sheets[i], &after.Sheets[i]
			if a.Name != b.Name || a.Hidden != b.Hidden || printedTable(a) != printedTable(b) {
				t.Errorf("%s (%v) was\n%sand %s (%v) is\n%s", a.Name, a.Hidden, printedTable(a), b.Name, b.Hidden, printedTable(b))
			}
		}
		sheet := unpacked(t, saved["bang"], "xl/worksheets/sheet1.xml")
		for _, want := range [...]string{
			`"người,hộ,lượt người"`, `'Danh sách'!$A$1:$A$4`, `'Danh sách'!$B$1:$B$48`, `errorStyle="warning"`,
			"Chọn đơn vị tính.", "từ 01/01/2020 đến 31/12/2020", "Ô này chỉ nhận số nguyên từ 0 trở lên.", `type="whole"`, `type="decimal"`, `type="date"`,
			"<sheetProtection", `orientation="landscape"`, `paperSize="9"`, `fitToWidth="1"`,
		} {
			if !strings.Contains(strings.NewReplacer("&quot;", `"`, "&apos;", "'").Replace(sheet), want) {
				t.Errorf("%s is gone", want)
			}
		}
		if book := unpacked(t, saved["bang"], "xl/workbook.xml"); !strings.Contains(book, "Print_Titles") || !strings.Contains(book, "$3:$3") {
			t.Error(book)
		}
	})
	t.Run("marked", func(t *testing.T) {
		before, after := readAll(t, copied), readAll(t, saved["sua"])
		if a, b := printedTable(&before.Sheets[0]), printedTable(&after.Sheets[0]); a != b {
			t.Errorf("was\n%s\nis\n%s", a, b)
		}
		if sheet := unpacked(t, saved["sua"], "xl/worksheets/sheet1.xml"); strings.Count(sheet, "<cfRule") != 3 {
			t.Error(sheet)
		}
		mended := marked(t, saved["sua"], Marks{"Chỉ tiêu", 3, nil})
		if sheet := unpacked(t, mended, "xl/worksheets/sheet1.xml"); strings.Contains(sheet, "<cfRule") {
			t.Error(sheet)
		}
		f := readAll(t, mended)
		for _, row := range f.Sheets[0].Rows {
			if v := row.Cell(10); v.Kind != KindEmpty && v.Text != FixColumn {
				t.Errorf("%s is still %q", v.Ref, v.Text)
			}
		}
	})
	t.Run("foreign", func(t *testing.T) {
		if book := unpacked(t, saved["khac"], "xl/workbook.xml"); !strings.Contains(book, `date1904="true"`) {
			t.Errorf("not the other count of days: %s", book)
		}
		got := printedTable(&readAll(t, saved["khac"]).Sheets[0])
		want := "A1 text Thôn Lành\nB1 day 2020-02-13\nC1 number % 0.875\nA6 text hidden 007\nB6 number = hidden 3928\nC6 text = hidden ab\nD6 error = hidden #DIV/0!\nE6 bool = hidden TRUE\nF6 text hidden 31/6/2020\nA7 text gộp\nmerged A7:C7\n"
		if got != want {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
	})
}
