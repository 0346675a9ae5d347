package intake

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

func refused(t *testing.T, name string, data []byte) *Refusal {
	t.Helper()
	_, err := Import(name, data, Options{On: today(t)})
	var r *Refusal
	if !errors.As(err, &r) {
		t.Fatalf("%s: %v", name, err)
	}
	if r.Message() == "" || r.Hint() == "" || r.Error() == "" {
		t.Errorf("%s: nothing said", name)
	}
	return r
}

func TestRefusals(t *testing.T) {
	good := docx{body: pars("Một câu.")}.bytes(t)
	ole := append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), make([]byte, 600)...)
	cut := bytes.Clone(good[:len(good)/2])
	flipped := bytes.Clone(good)
	if i := bytes.Index(flipped, []byte("word/document.xml")); i > 0 {
		for k := i + 20; k < i+120; k++ {
			flipped[k] ^= 0x55
		}
	}
	for _, c := range []struct {
		name string
		data []byte
		says string
	}{
		{"a.txt", nil, "trống"},
		{"a.docx", []byte("  \n"), "trống"},
		{"a.doc", append(bytes.Clone(ole), wide("WordDocument")...), "trước năm 2007"},
		{"a.docx", append(bytes.Clone(ole), wide("EncryptedPackage")...), "mật khẩu"},
		{"a.xls", append(bytes.Clone(ole), wide("Workbook")...), "bảng tính"},
		{"a.doc", ole, "kiểu cũ"},
		{"a.pdf", []byte("%PDF-1.7\n"), "PDF"},
		{"a.docx", []byte("%PDF-1.7\n"), "PDF"},
		{"a.jpg", []byte("\xff\xd8\xff\xe0 JFIF"), "ảnh"},
		{"a.rtf", []byte(`{\rtf1\ansi}`), "RTF"},
		{"a.doc", []byte("<html><body>x</body></html>"), "trang web"},
		{"a.docx", []byte("chỉ là chữ"), "không phải tệp Word"},
		{"a.docx", cut, "hỏng"},
		{"a.docx", flipped, "hỏng"},
		{"a.docx", zipped(t, map[string]string{"word/document.xml": "<w:document><w:body><w:p>"}), "hỏng"},
		{"a.docx", zipped(t, map[string]string{"[Content_Types].xml": "<x/>"}), "hỏng"},
		{"a.xlsx", zipped(t, map[string]string{"xl/workbook.xml": "<x/>"}), "bảng tính"},
		{"a.csv", []byte("a,b\n1,2\n"), "bảng tính"},
		{"a.pptx", zipped(t, map[string]string{"ppt/presentation.xml": "<x/>"}), "trình chiếu"},
		{"a.odt", zipped(t, map[string]string{"mimetype": "x", "content.xml": "<x/>"}), "OpenDocument"},
		{"a.zip", zipped(t, map[string]string{"b.txt": "x"}), "tệp nén"},
		{"a.docx", docx{body: par("", "")}.bytes(t), "không có chữ nào"},
		{"a.docx", docx{body: par("", `<w:r><w:drawing><a:blip/></w:drawing></w:r>`)}.bytes(t), "không có chữ nào"},
		{"a.md", []byte("# Tin\n"), "Markdown"},
		{"a.txt", []byte("abc\x00\x01\x02def"), "không phải văn bản"},
		{"a.txt", []byte("\xff\xfea\x00b"), "cắt giữa chừng"},
		{"a.txt", []byte("c\x81\x8d\x8f\x90\x9d ha\x81 \x8d\x8f ti\x90ng \x9dng"), "bảng mã"},
		{"a.docx", zipped(t, map[string]string{"word/document.xml": `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document xmlns:w="w"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>`}), "hỏng"},
	} {
		if r := refused(t, c.name, c.data); !strings.Contains(r.Message(), c.says) {
			t.Errorf("%s (%.20q): %s", c.name, c.data, r.Message())
		}
	}
	res := importing(t, "a.docx", good, Options{})
	if bodyOf(t, res) != "Một câu.\n" {
		t.Error("the sound file that the broken ones were made from")
	}
}

// Files that unpack to much more than they are, or nest without end, are
// refused before they cost anything.
func TestBombs(t *testing.T) {
	entry := func(name string, size int, write func(w func(string))) []byte {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		w, _ := z.Create(name)
		write(func(s string) { w.Write([]byte(s)) })
		z.Close()
		return b.Bytes()
	}
	const head = `<w:document xmlns:w="w"><w:body>`
	spaces := strings.Repeat(" ", 1<<20)
	many := func() []byte {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		for i := range maxEntries + 10 {
			z.Create(fmt.Sprint("word/", i))
		}
		z.Close()
		return b.Bytes()
	}()
	// The directory says that the part is small.
	lying := entry("word/document.xml", 0, func(w func(string)) {
		w(head)
		for range 100 {
			w(spaces)
		}
	})
	if i := bytes.LastIndex(lying, []byte("PK\x01\x02")); i > 0 {
		copy(lying[i+24:i+28], []byte{0, 1, 0, 0})
	}
	for name, data := range map[string][]byte{
		"blanks": entry("word/document.xml", 0, func(w func(string)) {
			w(head)
			for range 300 {
				w(spaces)
			}
		}),
		"lying directory": lying,
		"deep":            entry("word/document.xml", 0, func(w func(string)) { w(head + strings.Repeat("<w:sdt><w:sdtContent>", 100_000)) }),
		"deep tables":     entry("word/document.xml", 0, func(w func(string)) { w(head + strings.Repeat("<w:tbl><w:tr><w:tc>", 100_000)) }),
		"deep unknown":    entry("word/document.xml", 0, func(w func(string)) { w(head + strings.Repeat("<x>", 1_000_000)) }),
		"deep boxes":      entry("word/document.xml", 0, func(w func(string)) { w(head + strings.Repeat("<w:p><w:r><w:pict><w:txbxContent>", 50_000)) }),
		"paragraphs":      entry("word/document.xml", 0, func(w func(string)) { w(head + strings.Repeat("<w:p/>", 3_000_000)) }),
		"one attribute":   entry("word/document.xml", 0, func(w func(string)) { w(head + `<w:p w:x="` + strings.Repeat("a", 40<<20) + `"/>`) }),
		"entries":         many,
		"text":            []byte(strings.Repeat("chữ ", 10<<20)),
	} {
		t.Run(name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&before)
			start := time.Now()
			file := "a.docx"
			if name == "text" {
				file = "a.txt"
			}
			refused(t, file, data)
			runtime.ReadMemStats(&after)
			if took := time.Since(start); took > time.Minute {
				t.Errorf("took %v", took)
			}
			if used := (after.TotalAlloc - before.TotalAlloc) >> 20; used > 1200 {
				t.Errorf("allocated %d MB", used)
			}
		})
	}
}

// What Notepad writes, however it is told to save.
func TestEncodingsOfPlainText(t *testing.T) {
	const text = "Thông báo\r\n\r\nĐường dây nóng của xã, ở Ủy ban nhân dân.\r\n"
	wide := func(order int) []byte {
		var out []byte
		for _, u := range append([]uint16{0xfeff}, utf16.Encode([]rune(text))...) {
			b := [2]byte{byte(u), byte(u >> 8)}
			out = append(out, b[order], b[1-order])
		}
		return out
	}
	latin, err := charmap.Windows1258.NewEncoder().Bytes([]byte(viet1258(text)))
	if err != nil {
		t.Fatal(err)
	}
	twice, err := charmap.Windows1252.NewDecoder().String("Thông báo\n\nBà con trong thôn giữ gìn.\n")
	if err != nil {
		t.Fatal(err)
	}
	const want = "Thông báo\n\nĐường dây nóng của xã, ở Ủy ban nhân dân.\n"
	for name, c := range map[string]struct {
		data []byte
		want string
		said string
	}{
		"plain":         {[]byte(text), want, ""},
		"mark of order": {[]byte("\xef\xbb\xbf" + text), want, ""},
		"little end":    {wide(0), want, ""},
		"big end":       {wide(1), want, ""},
		"no mark":       {wide(0)[2:], want, ""},
		"decomposed":    {[]byte(norm.NFD.String(text)), want, "dấu rời được ghép"},
		"hidden":        {[]byte(strings.ReplaceAll(text, "dây nóng", "dây\u00a0nó\u00adng\u200b")), want, "dấu cách không ngắt"},
		"Windows-1258":  {latin, want, "Windows-1258"},
		"coded twice":   {[]byte(twice), "Thông báo\n\nBà con trong thôn giữ gìn.\n", "hai lần"},
	} {
		res := importing(t, "tb.txt", c.data, Options{Kind: "van-ban"})
		if got := bodyOf(t, res); got != c.want {
			t.Errorf("%s: %q", name, got)
		}
		if !strings.Contains(told(res), c.said) {
			t.Errorf("%s: not said: %s", name, told(res))
		}
	}
}

// viet1258 spells a text as that code page does: letters with a tone as a
// letter and a mark.
func viet1258(s string) string {
	var b strings.Builder
	for _, r := range s {
		if _, err := charmap.Windows1258.NewEncoder().String(string(r)); err == nil {
			b.WriteRune(r)
			continue
		}
		d := []rune(norm.NFD.String(string(r)))
		b.WriteString(norm.NFC.String(string(d[:len(d)-1])))
		if _, err := charmap.Windows1258.NewEncoder().String(norm.NFC.String(string(d[:len(d)-1]))); err != nil { // ệ is ẹ and a hat in NFD
			base := norm.NFC.String(string(d[0]) + string(d[2]))
			b.Reset()
			return viet1258Rest(s, r, base+string(d[1]))
		}
		b.WriteRune(d[len(d)-1])
	}
	return b.String()
}

func viet1258Rest(s string, r rune, with string) string {
	return viet1258(strings.ReplaceAll(s, string(r), with))
}

// Lines that a program cut at a fixed width are whole again.
func TestWrappedLines(t *testing.T) {
	const want = "Ủy ban nhân dân xã yêu cầu các đơn vị, các thôn tiếp tục đẩy mạnh công tác tuyên truyền, phổ biến giáo dục pháp luật đến mọi người dân. Các đơn vị gửi báo cáo đúng hạn theo mẫu.\n\n" +
		"1. Công an xã tăng cường kiểm tra các cơ sở kinh doanh dịch vụ có điều kiện trên địa bàn, phối hợp với Trạm Y tế xã và các thôn để nắm chắc tình hình.\n\n" +
		"2. Trạm Y tế xã tổ chức khám sức khỏe, tư vấn cho người dân; giữ kín thông tin của mọi người đến khám và tư vấn theo đúng quy định của pháp luật hiện hành.\n"
	var b strings.Builder
	for line := range strings.Lines(want) {
		at := 0
		for _, w := range strings.Fields(line) {
			if at+len([]rune(w)) > 68 {
				b.WriteString("\n")
				at = 0
			} else if at > 0 {
				b.WriteString(" ")
			}
			b.WriteString(w)
			at += len([]rune(w)) + 1
		}
		b.WriteString("\n")
	}
	res := importing(t, "a.txt", []byte(strings.ReplaceAll(b.String(), "\n\n", "\n")), Options{Kind: "van-ban"})
	if got := bodyOf(t, res); got != want {
		t.Errorf("%s", firstDifference(got, want))
	}
	if !strings.Contains(told(res), "dòng bị ngắt theo bề rộng được nối lại") {
		t.Error("not said")
	}
}

// Long and hostile documents are read in time that grows with their length.
func TestLongDocuments(t *testing.T) {
	if testing.Short() {
		t.Skip("a few seconds")
	}
	many := func(n int, s string) string { return strings.Repeat(s, n) }
	for name, d := range map[string]docx{ // by what there is much of
		"articles": {body: many(8_000, pars("Điều 1. Phạm vi điều chỉnh", "1. Khoản một của điều này nói về việc một.", "a) Điểm a của khoản;", "b) Điểm b của khoản."))},
		"letters":  {body: par("", many(300_000, `<w:r><w:t>a</w:t></w:r>`))},
		"forms":    {body: par("", many(60_000, run("b", "đậm ")+run("", "thường ")))},
		"broken":   {body: many(60_000, par("", "nửa câu chưa hết mà đã xuống dòng"))},
		"signers":  {body: many(3_000, pars("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn Mẫu", "Một đoạn nữa.", "Phụ lục"))},
		"different": {body: func() string {
			var b strings.Builder
			for i := range 2_000 {
				b.WriteString(pars("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn "+string(rune('A'+i%20))+"a "+string(rune('A'+i/20%20))+"a "+string(rune('A'+i/400))+"a", "PHỤ LỤC"))
			}
			return b.String()
		}()},
		"cells":  {body: "<w:tbl>" + many(5_000, "<w:tr><w:tc>"+par("", "ô một")+"</w:tc><w:tc>"+par("", "ô hai")+"</w:tc></w:tr>") + "</w:tbl>"},
		"tables": {body: many(3_000, tbl([]string{"a", "b"}, []string{"1", "2"}))},
		"breaks": {body: par("", "<w:r>"+many(100_000, "<w:t>dòng</w:t><w:br/>")+"</w:r>")},
		"notes":  {footnotes: `<w:footnote w:id="1"><w:p>` + run("", "chú thích") + `</w:p></w:footnote>`, body: many(3_000, par("", run("", "chữ")+`<w:r><w:footnoteReference w:id="1"/></w:r>`))},
		"fields": {body: par("", many(50_000, `<w:r><w:fldChar w:fldCharType="begin"/></w:r>`)+run("", "chữ ở trong")) + pars("Sau đó.")},
		"blanks": {body: many(50_000, par("", "")+par("", "CHỦ TỊCH"))},
	} {
		data := d.bytes(t)
		start := time.Now()
		_, err := Import("a.docx", data, Options{On: today(t), Kind: "van-ban"})
		took := time.Since(start)
		t.Logf("%s: %d KB in %v: %v", name, len(d.body)>>10, took.Round(time.Millisecond), err)
		var r *Refusal
		if err != nil && !errors.As(err, &r) {
			t.Errorf("%s: %v", name, err)
		}
		if took > 2*time.Minute {
			t.Errorf("%s took %v", name, took)
		}
	}
}
