package workbook

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"strings"
	"testing"
	"unicode/utf8"
)

// sound holds for every input: a workbook or words for people, the same each
// time; and a copy with notes holds the same cells and its notes.
func sound(t *testing.T, data []byte) {
	t.Helper()
	f, err := Read(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		var r *Refusal
		if !errors.As(err, &r) || r.Message() == "" || r.Hint() == "" {
			t.Fatalf("no words: %v", err)
		}
		return
	}
	for i := range f.Sheets {
		last := 0
		for _, row := range f.Sheets[i].Rows {
			if row.Number <= last || len(row.Cells) == 0 {
				t.Fatalf("row %d after %d", row.Number, last)
			}
			last = row.Number
			col := int32(0)
			for _, v := range row.Cells {
				if v.Col <= col || int(v.Row) != row.Number || v.Number-v.Number != 0 || !utf8.ValidString(v.Text) {
					t.Fatalf("%+v", v)
				}
				col = v.Col
				if _, ok := v.Day(); ok != (v.Kind == KindDay) {
					t.Fatalf("%+v is no day", v)
				}
			}
		}
	}
	t1 := &f.Sheets[0]
	var out bytes.Buffer
	err = Mark(&out, bytes.NewReader(data), int64(len(data)), []Marks{{t1.Name, 2, []Fault{{At(3, 2), "x"}, {At(1, 1), "y"}}}})
	if err != nil {
		var r *Refusal
		if !errors.As(err, &r) {
			t.Fatal(err)
		}
		return
	}
	again := readAll(t, out.Bytes())
	col, _ := noteColumn(t1, 2)
	sheet := again.Sheets[0]
	notes := ""
	var kept []Row
	for _, row := range sheet.Rows {
		cells := row.Cells[:0:0]
		for _, v := range row.Cells {
			if int(v.Col) == col {
				notes += v.Text + "|"
				continue
			}
			cells = append(cells, v)
		}
		if len(cells) > 0 {
			kept = append(kept, Row{row.Number, row.Hidden, cells})
		}
	}
	if notes != "A1: y|Cần sửa|B3: x|" {
		// A column from before keeps what stands above its heading.
		t.Fatalf("notes %q", notes)
	}
	before := Table{Rows: withoutColumn(t1.Rows, col)}
	if a, b := printedTable(&before), printedTable(&Table{Rows: kept}); a != b {
		t.Fatalf("cells were\n%s\nand are\n%s", a, b)
	}
}

func withoutColumn(rows []Row, col int) []Row {
	var out []Row
	for _, row := range rows {
		var cells []Value
		for _, v := range row.Cells {
			if int(v.Col) != col {
				cells = append(cells, v)
			}
		}
		if len(cells) > 0 {
			out = append(out, Row{row.Number, row.Hidden, cells})
		}
	}
	return out
}

// FuzzRead changes the bytes of a workbook.
func FuzzRead(f *testing.F) {
	f.Add(written(f, figures()))
	f.Add(xlsx{sheet: "<sheetData/>"}.bytes(f))
	f.Add([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"))
	f.Add([]byte("a;b\n"))
	f.Fuzz(func(t *testing.T, data []byte) { sound(t, data) })
}

// FuzzReadSheet changes the XML of a sheet and of what it rests on.
func FuzzReadSheet(f *testing.F) {
	f.Add(`<sheetData><row r="1"><c r="A1" s="1"><v>43874</v></c><c t="s"><v>0</v></c></row><row/></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells>`, `<si><t>a</t></si>`, `<xf numFmtId="14"/>`, "")
	f.Add(`<dimension ref="A1"/><cols><col min="1" max="9"/></cols><sheetData><row r="2" spans="1:3"><c r="C2" t="inlineStr"><is><t>Cần sửa</t></is></c></row><row r="3"><c r="C3"><v>1</v></c></row></sheetData><conditionalFormatting sqref="A1"><cfRule priority="3"><formula>$C$3&lt;&gt;""</formula></cfRule></conditionalFormatting>`, ``, ``, `<numFmt numFmtId="170" formatCode="d"/>`)
	f.Add(`<x:worksheet xmlns:x="y"><x:sheetData><x:row><x:c t="str"><x:f>1</x:f><x:v><![CDATA[a]]></x:v></x:c></x:row></x:sheetData></x:worksheet>`, `<si><r><t>a</t></r><rPh><t>b</t></rPh></si>`, ``, ``)
	f.Add(`<sheetData><row r="3"/><row r="1"><c r="B1" t="b"><v>1</v></c><c r="A1" t="e"><v>#N/A</v></c><c t="d"><v>2020-02-13</v></c></row></sheetData>`, ``, ``, ``)
	f.Fuzz(func(t *testing.T, sheet, shared, xfs, formats string) {
		if len(sheet)+len(shared)+len(xfs)+len(formats) > 1<<16 {
			return
		}
		sound(t, xlsx{sheet: sheet, shared: shared, xfs: xfs, formats: formats}.bytes(t))
	})
}

// tokens spells what a decoder sees: names without prefixes, joined text.
func tokens(next func() (kind byte, text string, ok bool)) string {
	var b strings.Builder
	last := byte(0)
	for {
		kind, text, ok := next()
		if !ok {
			return b.String()
		}
		if kind == 't' && text == "" {
			continue
		}
		if kind != 't' || last != 't' {
			b.WriteByte(0)
			b.WriteByte(kind)
		}
		b.WriteString(text)
		last = kind
	}
}

// FuzzScanner holds the scanner against the XML decoder of the standard
// library: what that one reads, the scanner reads alike.
func FuzzScanner(f *testing.F) {
	f.Add(`<?xml version="1.0"?><!-- c --><x:a b="1&amp;&#x41;" c:d='"'><e/>t&lt;<![CDATA[<&]]>` + "\r\n" + `</x:a>`)
	f.Add(`<a b = "1"><b></b ></a>`)
	f.Fuzz(func(t *testing.T, src string) {
		if strings.Contains(src, "<!D") || strings.Contains(src, "<!d") || len(src) > 1<<16 {
			return
		}
		dec := xml.NewDecoder(strings.NewReader(src))
		var fault error
		want := tokens(func() (byte, string, bool) {
			for {
				tok, err := dec.Token()
				if err != nil {
					fault = err
					return 0, "", false
				}
				switch tok := tok.(type) {
				case xml.StartElement:
					text := tok.Name.Local
					for _, a := range tok.Attr {
						if a.Name.Space != "xmlns" {
							text += " " + a.Name.Local + "=" + strings.NewReplacer("\t", " ", "\n", " ").Replace(a.Value)
						}
					}
					return '<', text, true
				case xml.EndElement:
					return '>', tok.Name.Local, true
				case xml.CharData:
					return 't', string(tok), true
				case xml.Directive:
					fault = errors.New("a directive")
					return 0, "", false
				}
			}
		})
		if fault != io.EOF {
			return // the scanner is not asked to find every fault
		}
		s := newScanner([]byte(src))
		got := tokens(func() (byte, string, bool) {
			switch s.next() {
			case tokOpen:
				text := string(s.local)
				for _, a := range s.attrs {
					text += " " + string(a.local) + "=" + strings.NewReplacer("\t", " ", "\n", " ").Replace(unescape(a.value))
				}
				return '<', text, true
			case tokClose:
				return '>', string(s.local), true
			case tokText:
				return 't', string(s.appendText(nil)), true
			}
			return 0, "", false
		})
		if s.err != nil || got != want {
			t.Errorf("%v\n%q\nwant\n%q", s.err, got, want)
		}
	})
}

// Files that somebody hands in: every one named here must be sound.
func TestFilesGiven(t *testing.T) {
	for name := range strings.FieldsSeq(os.Getenv("THONLANH_FILES")) {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		sound(t, data)
		if f, err := Read(bytes.NewReader(data), int64(len(data))); err != nil {
			t.Logf("%s: %v", name, err)
		} else {
			for i := range f.Sheets {
				t.Logf("%s %s\n%s", name, f.Sheets[i].Name, printedTable(&f.Sheets[i]))
			}
		}
	}
}
