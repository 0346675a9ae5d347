package form

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"thonlanh/internal/workbook"
)

// office is LibreOffice with a home of its own: starting in a new one costs
// most of the time.
type office struct{ home string }

// convert has LibreOffice turn one spreadsheet into another format.
func (o office) convert(t *testing.T, data []byte, from, to string) []byte {
	t.Helper()
	soffice := ""
	for _, name := range []string{"soffice", "libreoffice"} {
		if path, err := exec.LookPath(name); err == nil && soffice == "" {
			soffice = path
		}
	}
	dir := t.TempDir()
	if soffice != "" {
		name := filepath.Join(dir, "bieu."+from)
		if err := os.WriteFile(name, data, 0o666); err != nil {
			t.Fatal(err)
		}
		out := filepath.Join(dir, "ra")
		cmd := exec.Command(soffice, "-env:UserInstallation=file://"+filepath.ToSlash(o.home), "--headless", "--convert-to", to, "--outdir", out, name)
		cmd.Env = append(os.Environ(), "HOME="+o.home)
		log, err := cmd.CombinedOutput()
		ext, _, _ := strings.Cut(to, ":")
		if data, rerr := os.ReadFile(filepath.Join(out, "bieu."+ext)); err == nil && rerr == nil {
			return data
		}
		if !bytes.Contains(log, []byte("no export filter")) && !bytes.Contains(log, []byte("could not be loaded")) {
			t.Fatalf("soffice: %v\n%s", err, log)
		}
	}
	if os.Getenv("THONLANH_OFFICE") == "required" {
		t.Fatal("LibreOffice Calc is required here and not installed")
	}
	t.Skip("no LibreOffice Calc on this machine (apt: libreoffice-calc-nogui)")
	return nil
}

const excel = "xlsx:Calc MS Excel 2007 XML"

// typed fills cells of a flat OpenDocument spreadsheet: each value is the
// attributes and the text of a cell.
func typed(t *testing.T, fods []byte, cells map[string][2]string) []byte {
	t.Helper()
	var out bytes.Buffer
	copied, done := 0, 0
	d := xml.NewDecoder(bytes.NewReader(fods))
	sheet, row, col := "", 0, 0
	for {
		before := int(d.InputOffset())
		tok, err := d.RawToken()
		if err != nil {
			break
		}
		e, ok := tok.(xml.StartElement)
		if !ok || e.Name.Space != "table" {
			continue
		}
		attr := func(name string) string {
			for _, a := range e.Attr {
				if a.Name.Local == name {
					return a.Value
				}
			}
			return ""
		}
		times := func(name string) int {
			n, err := strconv.Atoi(attr(name))
			if err != nil {
				return 1
			}
			return n
		}
		switch e.Name.Local {
		case "table":
			sheet, row, col = attr("name"), 0, 0
		case "table-row":
			row, col = row+times("number-rows-repeated"), 0
		case "table-cell", "covered-table-cell":
			n := times("number-columns-repeated")
			first := col + 1
			col += n
			var inside []string
			for k := first; k <= col && k < first+100; k++ {
				if _, ok := cells[sheet+"!"+ref(row, k)]; ok {
					inside = append(inside, sheet+"!"+ref(row, k))
				}
			}
			if len(inside) == 0 {
				continue
			}
			depth := 1
			for depth > 0 { // to the end of the cell
				tok, err := d.RawToken()
				if err != nil {
					t.Fatal(err)
				}
				switch tok.(type) {
				case xml.StartElement:
					depth++
				case xml.EndElement:
					depth--
				}
			}
			keep := ""
			for _, name := range []string{"style-name", "content-validation-name"} {
				if v := attr(name); v != "" {
					keep += fmt.Sprintf(" table:%s=%q", name, v)
				}
			}
			out.Write(fods[copied:before])
			copied = int(d.InputOffset())
			for k := first; k <= col; k++ {
				c, ok := cells[sheet+"!"+ref(row, k)]
				if !ok {
					fmt.Fprintf(&out, "<table:table-cell%s/>", keep)
					continue
				}
				done++
				if strings.Contains(c[0], "percentage") {
					keep = ` table:style-name="phantram"`
				} else if strings.Contains(c[0], "date") {
					keep = ` table:style-name="ngay"`
				}
				fmt.Fprintf(&out, "<table:table-cell%s %s><text:p>%s</text:p></table:table-cell>", keep, c[0], c[1])
			}
		}
	}
	out.Write(fods[copied:])
	if done != len(cells) {
		t.Fatalf("%d of %d cells filled in", done, len(cells))
	}
	const percent = `<number:percentage-style style:name="N10"><number:number number:decimal-places="0" number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style>` +
		`<style:style style:name="phantram" style:family="table-cell" style:data-style-name="N10"/>` +
		`<number:date-style style:name="N11"><number:day/><number:text>/</number:text><number:month/><number:text>/</number:text><number:year number:style="long"/></number:date-style>` +
		`<style:style style:name="ngay" style:family="table-cell" style:data-style-name="N11"/></office:automatic-styles>`
	return bytes.Replace(out.Bytes(), []byte("</office:automatic-styles>"), []byte(percent), 1)
}

func typedNumber(n string) [2]string {
	return [2]string{`office:value-type="float" office:value="` + n + `"`, n}
}

func typedText(s string) [2]string { return [2]string{`office:value-type="string"`, s} }

func typedDay(iso string) [2]string {
	return [2]string{`office:value-type="date" office:date-value="` + iso + `"`, iso}
}

// The way of a form through an office: written by us, filled in with another
// program, imported.
func TestRoundTripThroughOffice(t *testing.T) {
	if testing.Short() {
		t.Skip("starting LibreOffice takes a quarter of a minute")
	}
	p, o := plan(t), office{t.TempDir()}
	untouched := o.convert(t, written(t, Blank(p)), "xlsx", excel)
	if m := merged(t, opened(t, "a.xlsx", untouched).Book, p, []byte(juneText)); string(m.Data) != juneText || m.Same != 8 {
		t.Errorf("only saved, it changes %+v\n%s", m.Changed, m.Data)
	}

	p.Now = nil
	fods := typed(t, o.convert(t, written(t, Blank(p)), "xlsx", "fods"), map[string][2]string{
		"Chỉ tiêu!C3": typedDay("2026-05-31"), "Chỉ tiêu!C4": typedText("Phòng Văn hóa - Xã hội"), "Chỉ tiêu!C5": typedText("Có"),
		"Chỉ tiêu!G8": typedNumber("1844"), "Chỉ tiêu!H8": typedNumber("4850"), "Chỉ tiêu!K8": typedText("007"),
		"Chỉ tiêu!G9":  {`table:formula="of:=1+2" office:value-type="float" office:value="3"`, "3"},
		"Chỉ tiêu!J11": typedText("xong"), "Chỉ tiêu!J12": typedText("xong"), "Chỉ tiêu!J13": typedText("chưa"),
		"Chỉ tiêu!I14": typedText("Đã xong"), "Chỉ tiêu!G15": typedNumber("12"), "Chỉ tiêu!L15": typedText("Ở trường và ở thôn."),
		"Thôn!C5": typedNumber("2"), "Thôn!D5": typedNumber("76"), "Thôn!E7": typedNumber("0"), "Thôn!F7": typedText("1"),
	})
	filled := opened(t, "a.xlsx", o.convert(t, fods, "fods", excel))
	m := merged(t, filled.Book, p, nil)
	const want = newFile + `tinh_den = 2026-05-31
nguon = "Phòng Văn hóa - Xã hội"
cong_khai = true

# Người dân được tuyên truyền
[ct-1]
tu_so = 1844
mau_so = 4850
nguon = "007"

# Thôn có tuyên truyền thường xuyên
[ct-2]
tu_so = 3
mau_so = 3

# Lồng ghép
[ct-3]
da_lam = ["Giảm nghèo", "Việc làm"]

# Kiểm tra
[ct-4]
trang_thai = "da_xong"

# Buổi nói chuyện
[ct-5]
tu_so = 12
ghi_chu = "Ở trường và ở thôn."

# Đông
[thon.dong]
buoi_tuyen_truyen = 2
ho_nhan_to_roi = 76

# Hạ
[thon.ha]
luot_phat_thanh = 0
lop_tap_huan = 1
`
	if got := string(m.Data); got != want {
		t.Errorf("\n%s\nwant\n%s", got, want)
	}
}

// Mistakes as people make them in a spreadsheet program come back marked in a
// copy of what that program wrote, which it still opens.
func TestMistakesThroughOffice(t *testing.T) {
	if testing.Short() {
		t.Skip("starting LibreOffice takes a quarter of a minute")
	}
	p, o := plan(t), office{t.TempDir()}
	cells := map[string][2]string{"Chỉ tiêu!I14": typedText("Đang làm"), "Thôn!C5": typedNumber("1")}
	for _, x := range planted {
		cells[x.at] = typedText(x.value)
	}
	blank := o.convert(t, written(t, Blank(p)), "xlsx", "fods")
	fods := typed(t, blank, cells)
	src := opened(t, "a.xlsx", o.convert(t, fods, "fods", excel))
	r := Read(src.Book, p)
	marked, err := src.Marked(r)
	if err != nil {
		t.Fatal(err)
	}
	areMarked(t, r, marked)
	if again := o.convert(t, marked, "xlsx", "fods"); bytes.Count(again, []byte("<text:p>"+headMend+"</text:p>")) != 2 {
		t.Error("the copy does not open")
	}

	// What only a spreadsheet program can make.
	fods = typed(t, blank, map[string][2]string{
		"Chỉ tiêu!G8":  {`table:formula="of:=#REF!+1" office:value-type="float" office:value="0"`, "#REF!"},
		"Chỉ tiêu!G9":  {`office:value-type="percentage" office:value="0.9"`, "90%"},
		"Chỉ tiêu!G15": {`table:number-columns-spanned="1" table:number-rows-spanned="2" office:value-type="float" office:value="7"`, "7"},
		"Thôn!C5":      typedDay("2026-04-03"),
	})
	src = opened(t, "a.xlsx", o.convert(t, fods, "fods", excel))
	r = Read(src.Book, p)
	for _, want := range []string{"Chỉ tiêu!G8 ", "#REF!", "Chỉ tiêu!G9 ", "phần trăm", "Chỉ tiêu!G15: Ô này gộp", "Thôn!C5 ", "là một ngày"} {
		if !strings.Contains(told(r), want) {
			t.Errorf("no %q in\n%s", want, told(r))
		}
	}
	if len(r.Problems) != 4 {
		t.Errorf("%d problems", len(r.Problems))
	}
	if _, err := workbook.Read(bytes.NewReader(src.data), int64(len(src.data))); err != nil {
		t.Error(err)
	}
}
