package form

import (
	"bytes"
	"encoding/csv"
	"errors"
	"strings"
	"testing"
	"time"
	"unicode/utf16"
)

func texts(f *CSV) string {
	var b strings.Builder
	for _, r := range f.Book.Sheets[0].Rows {
		for i, c := range r.Cells {
			if c.Kind == Text {
				b.WriteString(ref(r.Number, i+1) + "=" + c.Text + "|")
			}
		}
	}
	return b.String()
}

func wideText(s string, big bool) []byte {
	out := []byte{0xff, 0xfe}
	if big {
		out = []byte{0xfe, 0xff}
	}
	for _, u := range utf16.Encode([]rune(s)) {
		if big {
			out = append(out, byte(u>>8), byte(u))
		} else {
			out = append(out, byte(u), byte(u>>8))
		}
	}
	return out
}

func TestReadCSV(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"semicolons", "a;b\r\n\r\n;\"c;d\"\r\n", "A1=a|B1=b|B3=c;d|"},
		{"commas", "a,b\n\"x, \"\"y\"\"\",2\n", "A1=a|B1=b|A2=x, \"y\"|B2=2|"},
		{"tabs", "a\tb\n1\t2", "A1=a|B1=b|A2=1|B2=2|"},
		{"byte order mark", "\ufeffa;b\n", "A1=a|B1=b|"},
		{"said by the file", "sep=,\na,b;c\n", "A2=a|B2=b;c|"},
		{"a line end in a field", "a;\"b\r\nc\"\nd\n", "A1=a|B1=b\nc|A2=d|"},
		{"words behind a quotation", "\"a\"b;c\n", "A1=ab|B1=c|"},
		{"a quotation inside", "a\"b\";c\n", "A1=a\"b\"|B1=c|"},
		{"old line ends", "a;b\rc;d\r", "A1=a|B1=b|A2=c|B2=d|"},
		{"decomposed", "a\u0301;b\n", "A1=á|B1=b|"},
		{"guarded", "'=a;'b;''+c\n", "A1==a|B1='b|C1='+c|"},
		{"commas in words, semicolons between", "Mã;Chỉ tiêu, của xã, năm;Tử số\na;b, c, d, e, f;1\n", "A1=Mã|B1=Chỉ tiêu, của xã, năm|C1=Tử số|A2=a|B2=b, c, d, e, f|C2=1|"},
		{"UTF-16", string(wideText("Mã\tTử số\r\nct-1\t7\r\n", false)), "A1=Mã|B1=Tử số|A2=ct-1|B2=7|"},
		{"UTF-16 the other way", string(wideText("a;b", true)), "A1=a|B1=b|"},
	} {
		f, err := ReadCSV([]byte(c.text))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if got := texts(f); got != c.want {
			t.Errorf("%s: %q", c.name, got)
		}
	}
}

func TestCSVIsRefusedWithWords(t *testing.T) {
	for text, want := range map[string]string{
		"M\xe3;T\xfd s\xec\n": "Windows-1258", "a;\"b\nc\n": "dòng 1", "a\nb;\"c": "dòng 2", "": "trống", "\ufeff \n": "trống", "a\x00b": "không phải tệp CSV",
		"PK\x03\x04": "tệp Excel", "\xff\xfea": "cụt", strings.Repeat("x", MaxFile+1): "16 MB",
	} {
		_, err := ReadCSV([]byte(text))
		var r *Refusal
		if !errors.As(err, &r) || !strings.Contains(r.Message(), want) || r.Hint() == "" {
			t.Errorf("%.20q: %v", text, err)
		}
	}
}

// Nothing that we write is a formula to a spreadsheet.
func TestCSVWritesNoFormula(t *testing.T) {
	for _, s := range []string{"=1+1", "+84", "-1", "@x", "\tx", "\rx", "'=x", "''-x", "'x", "x=", ""} {
		var out bytes.Buffer
		writeRecord(&out, []string{"a", s}, ';')
		r := csv.NewReader(&out)
		r.Comma = ';'
		fields, err := r.Read()
		if err != nil {
			t.Fatal(err)
		}
		if f := fields[1]; f != "" && strings.ContainsAny(f[:1], "=+-@\t\r") {
			t.Errorf("%q is written %q", s, f)
		}
		if got := unguard(fields[1]); got != s {
			t.Errorf("%q comes back as %q", s, got)
		}
	}
}

func TestMarkedCSV(t *testing.T) {
	p := plan(t)
	b := Blank(p)
	put(t, b, "Chỉ tiêu!G8", said("nhiều"))
	put(t, b, "Chỉ tiêu!L8", said("=1+1;\"x\""))
	f, err := ReadCSV(WriteCSV(b))
	if err != nil {
		t.Fatal(err)
	}
	r := Read(f.Book, p)
	if len(r.Problems) != 1 || r.Problems[0].Where() != "ô G8" {
		t.Fatal(told(r))
	}
	marked := f.Mark(r.Problems)
	again, err := ReadCSV(marked)
	if err != nil {
		t.Fatal(err)
	}
	said := texts(again)
	for _, want := range []string{"M7=Cần sửa|", "M8=ô G8: Ô này là chữ", "L8==1+1;\"x\"|"} {
		if !strings.Contains(said, want) {
			t.Errorf("no %q in %s", want, said)
		}
	}
	// The copy, mended, goes in; the column of marks is no column of the form.
	again.Book.Sheets[0].Rows[6].Cells[6] = num(2000)
	r = Read(again.Book, p)
	if len(r.Problems) > 0 || strings.Contains(told(r), "cột này") {
		t.Error(told(r))
	}
	// What is wrong with the file as a whole stands at the head, which is still
	// known for what it is.
	if whole, err := ReadCSV(again.Mark([]Problem{{Message: "Thiếu nguồn.", Hint: "Ghi nguồn."}})); err != nil || !strings.Contains(texts(whole), "|M7=Cần sửa: Thiếu nguồn. Ghi nguồn.|") || len(Read(whole.Book, p).Problems) > 0 {
		t.Errorf("%v", err)
	}
	// Marked again it has one such column, not two.
	if second, err := ReadCSV(again.Mark([]Problem{{Row: 9, Col: 7, Message: "Sai.", Hint: "Sửa."}})); err != nil || strings.Count(texts(second), "Cần sửa|") != 1 || strings.Contains(texts(second), "M8=") || !strings.Contains(texts(second), "M9=") {
		t.Errorf("%v %s", err, texts(second))
	}
}

// Whatever a file holds, it is read or refused, every problem has its place,
// and what goes into a file of figures can be read back.
func FuzzCSV(f *testing.F) {
	p, err := Load(files(), 2026, "2026-06")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(WriteCSV(Blank(p)))
	f.Add([]byte("sep=,\nKỳ: 2026-06\nMã,Chỉ tiêu,Tử số,Mẫu số,Nguồn\nct-1,,\"3.928\",4850,=x\n"))
	f.Add([]byte("Tính đến;31/6/2026\nNguồn;x\nCông khai;Có\nThôn;Lượt phát thanh\nđông;12 người\nCộng;3\n"))
	f.Add(wideText("Mã\tTử số\r\nct-1\t7\r\n", false))
	f.Add([]byte("\"a\"\"b\n;'=\r'@;\t"))
	f.Fuzz(func(t *testing.T, data []byte) {
		watch := time.AfterFunc(10*time.Second, func() { panic("no answer") })
		defer watch.Stop()
		c, err := ReadCSV(data)
		if err != nil {
			var r *Refusal
			if !errors.As(err, &r) {
				t.Fatal(err)
			}
			return
		}
		Period(c.Book)
		r := Read(c.Book, p)
		for _, x := range r.Problems {
			if x.Message == "" || x.Hint == "" || x.Row < 0 || (x.Row == 0) != (x.Col == 0) {
				t.Errorf("%+v", x)
			}
		}
		if len(r.Problems) == 0 {
			m, list := r.Merge(june, []byte(juneText))
			if m == nil {
				t.Fatal(list)
			}
			now := ReadValues(june, m.Data)
			for _, e := range r.inOrder() {
				if !same(now.value(e.path), e.value) {
					t.Errorf("%v is %v, not %v", e.path, now.value(e.path), e.value)
				}
			}
		}
		marked := c.Mark(r.Problems)
		again, err := ReadCSV(marked)
		if err != nil {
			if len(strings.TrimSpace(strings.TrimPrefix(string(marked), bom))) > 0 {
				t.Fatalf("the copy cannot be read: %v\n%q", err, marked)
			}
			return
		}
		for _, row := range again.Book.Sheets[0].Rows {
			if len(row.Cells) > maxColumns {
				t.Error("too wide")
			}
		}
	})
}
