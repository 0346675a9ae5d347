package form

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"thonlanh/internal/workbook"
)

func opened(t *testing.T, name string, data []byte) *Source {
	t.Helper()
	src, err := Open(name, data)
	if err != nil {
		t.Fatal(err)
	}
	return src
}

func written(t *testing.T, b *Book) []byte {
	t.Helper()
	data, err := WriteWorkbook(b)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestUntouchedWorkbookChangesNothing(t *testing.T) {
	p := plan(t)
	src := opened(t, "a.xlsx", written(t, Blank(p)))
	if period, at := Period(src.Book); period != "2026-06" || at != "Chỉ tiêu!A2" {
		t.Errorf("%q at %s", period, at)
	}
	if m := merged(t, src.Book, p, []byte(juneText)); string(m.Data) != juneText || m.Same != 8 {
		t.Errorf("%+v\n%s", m.Changed, m.Data)
	}
}

// planted is ten mistakes of ten kinds, and where they stand.
var planted = [...]struct{ at, value, want string }{
	{"Chỉ tiêu!C3", "31/6/2026", "tháng 6 chỉ có 30 ngày"},
	{"Chỉ tiêu!C5", "tùy", "Có hoặc Không"},
	{"Chỉ tiêu!G8", "nhiều", "là chữ"},
	{"Chỉ tiêu!H9", "3,5", "số lẻ"},
	{"Chỉ tiêu!J11", "gần xong", "xong hoặc chưa"},
	{"Chỉ tiêu!A14", "ct-44", "Có phải ý bạn là “ct-4”"},
	{"Chỉ tiêu!G15", "-3", "nhỏ hơn 0"},
	{"Thôn!A5", "dongg", "Có phải ý bạn là “dong”"},
	{"Thôn!D6", "12 người", "cấp thôn"},
	{"Thôn!E7", "3.9", "hàng nghìn"},
}

func TestTenMistakesComeBackMarked(t *testing.T) {
	p := plan(t)
	b := Blank(p)
	for _, x := range planted {
		put(t, b, x.at, said(x.value))
	}
	put(t, b, "Chỉ tiêu!I14", said("Đang làm"))
	put(t, b, "Thôn!C5", num(1))
	data := written(t, b)
	src := opened(t, "a.xlsx", data)
	r := Read(src.Book, p)
	marked, err := src.Marked(r)
	if err != nil {
		t.Fatal(err)
	}
	areMarked(t, r, marked)
	if !bytes.Equal(data, src.data) {
		t.Error("the source has changed")
	}
}

// areMarked proves that each planted mistake is named at its cell and stands
// in the row of that cell in the copy, and that there are no others.
func areMarked(t *testing.T, r *Reading, marked []byte) {
	t.Helper()
	if len(r.Problems) != len(planted) || r.More > 0 {
		t.Errorf("%d problems:\n%s", len(r.Problems), told(r))
	}
	f, err := workbook.Read(bytes.NewReader(marked), int64(len(marked)))
	if err != nil {
		t.Fatal(err)
	}
	for i, x := range planted {
		if i < len(r.Problems) && (r.Problems[i].Where() != x.at || !strings.Contains(r.Problems[i].String(), x.want)) {
			t.Errorf("%s: %s", x.at, r.Problems[i])
		}
		name, cell, _ := strings.Cut(x.at, "!")
		s, at := f.Sheet(name), workbook.Ref{}
		if at, _ = workbook.ParseRef(cell); s == nil {
			t.Fatalf("no sheet %s", name)
		}
		found := false
		for k := range s.Rows {
			row := &s.Rows[k]
			if row.Number != int(at.Row) || len(row.Cells) == 0 {
				continue
			}
			last := row.Cells[len(row.Cells)-1]
			found = strings.Contains(last.Text, cell) && strings.Contains(last.Text, x.want) && int(last.Col) > len(targetHeads)*b2i(name == sheetTargets)
		}
		if !found {
			t.Errorf("%s is not marked", x.at)
		}
	}
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

func TestWorkbookIsRefusedWithWords(t *testing.T) {
	for name, data := range map[string]string{"a.xlsx": "không phải", "b.xlsx": "", "c.xlsm": "PK\x03\x04"} {
		_, err := Open(name, []byte(data))
		r, ok := err.(*Refusal)
		if !ok || r.Message() == "" || r.Hint() == "" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestHundredThousandRowsOfAWorkbook(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	p := plan(t)
	b := Blank(p)
	s := b.Sheets[1]
	for range 100_000 {
		s.add(said("đông đông"), said("thôn lạ"), said("1 người"))
	}
	data := written(t, b)
	start := cpuTime()
	src := opened(t, "a.xlsx", data)
	r := Read(src.Book, p)
	if len(r.Problems) != maxProblems || r.More == 0 {
		t.Errorf("%d problems and %d more", len(r.Problems), r.More)
	}
	if _, err := src.Marked(r); err != nil {
		t.Error(err)
	}
	if d := cpuTime() - start; d > 20*time.Second {
		t.Errorf("took %v", d)
	} else {
		t.Logf("took %v", d)
	}
}
