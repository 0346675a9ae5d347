package workbook

import (
	"bytes"
	"fmt"
	"math"
	"strings"
	"testing"

	"thonlanh/internal/date"
)

// What is written is read again as it was, whatever the text.
func TestWriteThenRead(t *testing.T) {
	f := readAll(t, written(t, figures()))
	var names []string
	for _, s := range f.Sheets {
		names = append(names, fmt.Sprint(s.Name, s.Hidden))
	}
	if got := strings.Join(names, "|"); got != "Chỉ tiêufalse|Thôn- -a-b---false|Nháptrue|Danh sáchtrue" {
		t.Error(got)
	}
	sheet := f.Sheet("Chỉ tiêu")
	want := figures().Sheets[0].Rows
	for _, row := range sheet.Rows {
		for _, v := range row.Cells {
			c := want[row.Number-1][v.Col-1]
			ok := false
			switch c.kind {
			case KindText:
				ok = v.Kind == KindText && v.Text == c.text
			case KindDay:
				d, _ := v.Day()
				ok = d == c.day
			default:
				ok = v.Kind == KindNumber && v.Number == c.number && v.Percent == (c.kind == KindPercent)
			}
			if !ok {
				t.Errorf("%s: wrote %+v, read %+v", v.Ref, c, v)
			}
		}
	}
	for _, text := range []string{"", " ", "\n", "a\r\nb", "_x000D_", "_x_x0041_", "\x00\x1f", "'=1", "<![CDATA[", "\U0001F600 ễ", "_xD83D_"} {
		f := readAll(t, written(t, &Book{Sheets: []Sheet{{Name: "a", Rows: [][]Cell{{Text("x"), Text(text)}}}}}))
		if v := f.Sheets[0].Rows[0].Cell(2); v.Text != text {
			t.Errorf("%q is read as %q", text, v.Text)
		}
	}
}

func TestSameBytes(t *testing.T) {
	first := written(t, figures())
	for range 5 {
		if !bytes.Equal(first, written(t, figures())) {
			t.Fatal("the same book gives other bytes")
		}
	}
}

// What a person meets: the head stays in view and is printed on each page, the
// cursor stands where the work begins, and only what is to be filled in is
// open.
func TestWriteForPeople(t *testing.T) {
	data := written(t, figures())
	sheet, book, styles := unpacked(t, data, "xl/worksheets/sheet1.xml"), unpacked(t, data, "xl/workbook.xml"), unpacked(t, data, "xl/styles.xml")
	for _, want := range [...]string{
		`<pane xSplit="2" ySplit="3" topLeftCell="C4" activePane="bottomRight" state="frozen"/><selection pane="bottomRight" activeCell="C4" sqref="C4"/>`,
		`<sheetProtection sheet="1"`, `<pageSetUpPr fitToPage="1"/>`, `paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"`,
		`<mergeCell ref="A1:I1"/>`, `<c r="D5" s="22"/>`,
	} {
		if !strings.Contains(sheet, want) {
			t.Errorf("no %s in the sheet", want)
		}
	}
	if !strings.Contains(book, `<definedName name="_xlnm.Print_Titles" localSheetId="0">&#39;Chỉ tiêu&#39;!$3:$3</definedName>`) {
		t.Error(book)
	}
	if n := strings.Count(styles, `<protection locked="0"/>`); n != 2*formats {
		t.Errorf("%d formats are open on a locked sheet", n)
	}
	if other := unpacked(t, data, "xl/worksheets/sheet2.xml"); strings.Contains(other, "sheetProtection") || !strings.Contains(other, `<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>`) {
		t.Error(other)
	}
}

func TestSheetNames(t *testing.T) {
	taken := map[string]bool{}
	for _, tt := range [...][2]string{
		{"Chỉ tiêu", "Chỉ tiêu"}, {"chỉ TIÊU", "chỉ TIÊU (2)"}, {"a/b:c", "a-b-c"}, {"", "Bảng"}, {"'", "Bảng (2)"}, {"history", "Bảng history"},
		{strings.Repeat("ộ", 40), strings.Repeat("ộ", 31)}, {strings.Repeat("ộ", 40), strings.Repeat("ộ", 27) + " (2)"}, {"\n'x' ", "-'x"},
	} {
		if got := sheetName(tt[0], taken); got != tt[1] {
			t.Errorf("%q is %q, want %q", tt[0], got, tt[1])
		}
	}
}

func TestWriteRefuses(t *testing.T) {
	for name, b := range map[string]*Book{
		"no sheet":   {},
		"all hidden": {Sheets: []Sheet{{Name: "a", Hidden: true}}},
		"long text":  {Sheets: []Sheet{{Rows: [][]Cell{{Text(strings.Repeat("ộ", maxText+1))}}}}},
		"range":      {Sheets: []Sheet{{Merged: []Range{Rect(2, 1, 1, 1)}}}},
		"rule":       {Sheets: []Sheet{{Rules: []Rule{{Allow: AllowWhole}}}}},
		"wide":       {Sheets: []Sheet{{Rows: [][]Cell{make([]Cell, MaxCol+1)}}}},
	} {
		if err := Write(&bytes.Buffer{}, b); err == nil {
			t.Errorf("%s: written", name)
		}
	}
	if err := Write(&bytes.Buffer{}, &Book{Sheets: []Sheet{{Rows: [][]Cell{{Text(strings.Repeat("ộ", maxText))}}}}}); err != nil {
		t.Error(err)
	}
}

func TestNoSuchNumber(t *testing.T) {
	for _, c := range [...]Cell{Number(math.NaN()), Number(math.Inf(1)), Percent(math.Inf(-1)), Day(date.Date{})} {
		if c.filled || !c.set {
			t.Errorf("%+v", c)
		}
	}
	if c := Day(date.Date{Year: 1890, Month: 1, Day: 2}); c.kind != KindText || c.text != "1890-01-02" {
		t.Errorf("%+v", c)
	}
}

func TestSerial(t *testing.T) {
	for d, want := range map[date.Date]int{{Year: 1900, Month: 3, Day: 1}: 61, {Year: 2020, Month: 2, Day: 13}: 43874, {Year: 9999, Month: 12, Day: 31}: lastSerial} {
		if got := serial(d); got != want {
			t.Errorf("%v is %d", d, got)
		}
		if got, ok := dayOf(float64(want) + 0.75); !ok || got != d {
			t.Errorf("%d is %v", want, got)
		}
	}
}

func TestSentencesOfRules(t *testing.T) {
	d := func(y int) date.Date { return date.Date{Year: y, Month: 1, Day: 2} }
	for want, r := range map[string]Rule{
		"số từ -1.234.567,25 đến 3":                 {Allow: AllowDecimal, Min: -1234567.25, Max: 3},
		"số nguyên từ 0 trở lên":                    {Allow: AllowWhole},
		"ngày, gõ theo thứ tự ngày/tháng/năm":       {Allow: AllowDay},
		"từ 02/01/2020 trở đi":                      {Allow: AllowDay, From: d(2020)},
		"đến hết 02/01/2021":                        {Allow: AllowDay, To: d(2021)},
		"từ 02/01/2020 đến 02/01/2021":              {Allow: AllowDay, From: d(2020), To: d(2021)},
		"một mục trong danh sách":                   {Allow: AllowChoice},
		"Thôn này không có trong danh sách của xã.": {Allow: AllowChoice, Wrong: "Thôn này không có trong danh sách của xã."},
	} {
		if got := r.wrong(); !strings.Contains(got, want) || units(got) > maxList {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// A list stands in the rule itself only where that keeps it as it is.
func TestListsOfRules(t *testing.T) {
	for _, tt := range [...]struct {
		list []string
		want bool
	}{
		{nil, false}, {[]string{"Có", "Không"}, true}, {[]string{"a, b"}, false}, {[]string{"a;b"}, false}, {[]string{`"a"`}, false}, {[]string{" a"}, false}, {[]string{""}, false}, {[]string{"=a"}, false},
		{[]string{strings.Repeat("ộ", 200), strings.Repeat("ệ", 54)}, true}, {[]string{strings.Repeat("ộ", 200), strings.Repeat("ệ", 55)}, false},
	} {
		if got := fitsInline(tt.list); got != tt.want {
			t.Errorf("%q: %v", tt.list, got)
		}
	}
}
