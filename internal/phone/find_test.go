package phone

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

func TestFind(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		// Numbers, as people write them.
		{"Gọi 111.", "111"},
		{"gọi ngay cho chúng tôi", ""},
		{"Số 0200 3000 115 (trạm y tế)", "0200 3000 115"},
		{"(0237) 3888 999", "0237) 3888 999"},
		{"+84 912 345 678, 0912.345.678", "+84 912 345 678|0912.345.678"},
		{"0912–345–678", "0912–345–678"},
		{"Gọi 1900 96 96 80 hoặc 1800 1233", "1900 96 96 80|1800 1233"},
		{"Gọi 113 hoặc 111, 115", "113|111|115"},
		{"gọi **113**", "113"},
		{"[Gọi 111](tel:111)", "111|111"},
		{"Tổng đài 1022", "1022"},
		{"sđt:0912345678", "0912345678"},
		{"ĐT0912345678", "0912345678"},
		{"0912345678/0987654321", "0912345678|0987654321"},
		{"gọi 0912 345 678 24/7", "0912 345 678"},
		{"Gọi 111 24/7", "111"},
		{"lúc 7 0912 345 678", "0912 345 678"},
		{"0168 123 4567", "0168 123 4567"},
		{"- 0912 345 678", "0912 345 678"},
		{"báo qua số 111", "111"},

		// Other figures.
		{"113 hộ, số 111 hộ, 115 lượt, theo 112 tiêu chí", ""},
		{"Nghị định số 112 và Quyết định số 113/QĐ-UBND", ""},
		{"ngày 13/02/2020, năm 2020, 2020-06-30", ""},
		{"282/2025/NĐ-CP, 01/2008/NQLT, AP-2026-003.2", ""},
		{"giai đoạn 1900-1975 và 1900 - 1975", ""},
		{"1.800.123.456 đồng, 2.500.000.000", ""},
		{"số 111% và 0912345678%", ""},
		{"mã 038199001234, 172345678", ""},
		{"https://a.vn/tin/0912345678.htm?id=0987654321", ""},
		{"Điều 113, khoản 111", ""},
		{"căn nhà số 113", ""},
		{"A0912345678B", ""},
	} {
		var got []string
		for _, f := range Find(test.in) {
			got = append(got, f.Text)
			if test.in[f.Offset:f.Offset+len(f.Text)] != f.Text {
				t.Errorf("%q: %q is not at %d", test.in, f.Text, f.Offset)
			}
		}
		if s := strings.Join(got, "|"); s != test.want {
			t.Errorf("Find(%q) = %q, want %q", test.in, s, test.want)
		}
	}
}

func TestFindIsLinear(t *testing.T) {
	for _, piece := range []string{"1", "0 ", "0912 345 678 ", "gọi 111 ", "+", "+84", "1.1.", "://", "(0)", "số 113 ", "–"} {
		text := strings.Repeat(piece, (1<<20)/len(piece))
		start := time.Now()
		Find(text)
		if d := time.Since(start); d > 3*time.Second {
			t.Errorf("a megabyte of %q took %v", piece, d)
		}
	}
}

// FuzzFind: what is found stands in the text, in order, without overlap, and
// is a number that Parse knows.
func FuzzFind(f *testing.F) {
	for _, s := range []string{"Gọi 113 hoặc 111, 0200 3000 115.", "+84 (0)912-345-678 24/7", "1900-1975; 282/2025/NĐ-CP", "số 111 hộ, https://a/0912345678", "(0237) 3888 999 – 1800 1233"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, x := range Find(text) {
			if x.Offset < last || x.Offset+len(x.Text) > len(text) || text[x.Offset:x.Offset+len(x.Text)] != x.Text {
				t.Fatalf("%+v outside or out of order in %q", x, text)
			}
			last = x.Offset + len(x.Text)
			n, ok := Parse(x.Text)
			if !ok || n != x.Number || n.Shape() == None {
				t.Fatalf("%q is found as %q but read as %q", x.Text, x.Number, n)
			}
			if back, ok := Parse(n.Display()); !ok || back != n {
				t.Fatalf("%q is shown as %q", n, n.Display())
			}
			if utf8.ValidString(text) && !utf8.ValidString(x.Text) {
				t.Fatalf("%q cuts a letter", x.Text)
			}
		}
	})
}

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat("Cơ quan chịu trách nhiệm phối hợp thực hiện theo quy định tại Điều 24 Nghị định 282/2025/NĐ-CP ngày 30/10/2025. Gọi 111 hoặc 0200 3000 101. ", 60)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Find(text)
	}
}
