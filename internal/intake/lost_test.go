package intake

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"thonlanh/internal/markup"
)

// The check at the end of every import sees a word that the draft lacks, one
// that stands once too few, and one that was cut in two.
func TestLostWordsAreSeen(t *testing.T) {
	for text, lost := range map[string]string{
		"Một câu có bảy chữ ở đây.":     "",
		"một Câu có bảy chữ ở đây!":     "",
		"Một câu có bảy chữ ở đây thôi": "thôi",
		"Một câu câu có bảy chữ ở đây":  "câu",
		"Một câucó bảy chữ ở đây":       "câucó",
	} {
		words := map[string]int{}
		count(words, text, 1)
		d := &draft{mode: markup.Plan}
		if err := d.parse("x.md", "+++\n+++\n\nMột câu có **bảy** chữ ở đây.\n"); err != nil {
			t.Fatal(err)
		}
		err := d.nothingLost(words)
		switch {
		case lost == "" && err != nil:
			t.Errorf("%q: %v", text, err)
		case lost != "" && (err == nil || strings.Join(err.(*Lost).Words, " ") != lost):
			t.Errorf("%q: %v", text, err)
		}
	}
}

// A part that is packed beyond belief is not unpacked, though it is no longer
// than a document may be.
func TestPackedBeyondBelief(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	w.Write([]byte(`<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>Chữ.</w:t></w:r></w:p>` + strings.Repeat(" ", 20<<20) + `</w:body></w:document>`))
	z.Close()
	if r := refused(t, "a.docx", b.Bytes()); !strings.Contains(r.Message(), "lớn hơn nhiều") {
		t.Errorf("%s", r.Message())
	}
}
