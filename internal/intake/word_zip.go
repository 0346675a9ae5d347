package intake

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"
)

// Bounds of what is read from a Word file. A plan of a hundred pages has three
// megabytes of XML.
const (
	maxEntries = 4000
	maxMain    = 64 << 20 // bytes of XML of the document itself
	maxOther   = 16 << 20 // of any other part
	maxRatio   = 400      // unpacked to packed, of parts beyond freeSize
	freeSize   = 8 << 20
	maxDepth   = 220 // of elements
	maxBlocks  = 400_000
)

// archive is a Word file, opened.
type archive struct {
	files map[string]*zip.File
}

// readZip reads a file that is a zip archive: a Word document, or something
// else that is told apart.
func readZip(data []byte) (*paper, error) {
	if bytes.Count(data, []byte("PK\x01\x02")) > maxEntries {
		return nil, tooLarge("too many entries")
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, damaged("zip: " + err.Error())
	}
	if len(z.File) > maxEntries {
		return nil, tooLarge("too many entries")
	}
	a := &archive{files: make(map[string]*zip.File, len(z.File))}
	for _, f := range z.File {
		name := strings.TrimPrefix(strings.ReplaceAll(f.Name, "\\", "/"), "/")
		if a.files[strings.ToLower(name)] == nil {
			a.files[strings.ToLower(name)] = f
		}
		if f.Flags&1 != 0 {
			return nil, refuse("encrypted zip", "Tệp này được đặt mật khẩu, nên máy không đọc được.", "Mở tệp bằng chương trình đã tạo ra nó, bỏ mật khẩu, rồi lưu lại.")
		}
	}
	main := a.main()
	if a.files[main] == nil {
		return nil, a.other()
	}
	return readWord(a, main)
}

// other explains an archive that is no Word document.
func (a *archive) other() *Refusal {
	switch {
	case a.files["xl/workbook.xml"] != nil || a.files["xl/workbook.bin"] != nil:
		return spreadsheet()
	case a.files["ppt/presentation.xml"] != nil:
		return refuse("slides", "Tệp này là bản trình chiếu (PowerPoint), không phải văn bản Word.", "Chép chữ cần dùng vào một tệp Word mới, lưu thành .docx rồi nhập tệp đó.")
	case a.files["mimetype"] != nil && a.files["content.xml"] != nil:
		return refuse("OpenDocument", "Tệp này là OpenDocument (.odt), không phải tệp Word.", "Mở bằng LibreOffice hoặc Word, chọn Lưu thành (Save As), kiểu tệp Word (.docx), rồi nhập tệp mới.")
	case a.files["[content_types].xml"] != nil:
		return damaged("no main document")
	}
	return refuse("archive", "Tệp này là tệp nén (zip), không phải tệp Word.", "Giải nén, rồi nhập tệp Word hoặc tệp chữ ở bên trong.")
}

// main is the name of the part that holds the document.
func (a *archive) main() string {
	for _, r := range a.relations("_rels/.rels", "") {
		if strings.HasSuffix(r.kind, "/officeDocument") {
			if name := strings.ToLower(r.target); a.files[name] != nil && !strings.HasPrefix(name, "xl/") && !strings.HasPrefix(name, "ppt/") {
				return name
			}
		}
	}
	return "word/document.xml"
}

// relation is a link from one part to another, or out of the file.
type relation struct {
	id, kind, target string
	outside          bool
}

// relations reads the links of the part that lies in dir. Missing or broken
// ones are none: the document itself is what counts.
func (a *archive) relations(name, dir string) []relation {
	part, err := a.open(name, maxOther)
	if err != nil {
		return nil
	}
	defer part.Close()
	var out []relation
	dec := xml.NewDecoder(part)
	for len(out) < 20_000 {
		tok, err := dec.Token()
		if err != nil {
			return out
		}
		s, ok := tok.(xml.StartElement)
		if !ok || s.Name.Local != "Relationship" {
			continue
		}
		r := relation{id: attr(s, "Id"), kind: attr(s, "Type"), target: attr(s, "Target"), outside: attr(s, "TargetMode") == "External"}
		if !r.outside {
			if strings.HasPrefix(r.target, "/") {
				r.target = r.target[1:]
			} else {
				r.target = path.Join(dir, r.target)
			}
		}
		out = append(out, r)
	}
	return out
}

var errNoPart = errors.New("no such part")

// part is an entry that cannot be longer than its bound.
type part struct {
	io.Reader
	io.Closer
	left *int64
	name string
}

// open opens an entry that is neither too large nor packed beyond belief.
func (a *archive) open(name string, limit int64) (*part, error) {
	f := a.files[strings.ToLower(name)]
	if f == nil {
		return nil, errNoPart
	}
	if f.UncompressedSize64 > uint64(limit) || f.UncompressedSize64 > freeSize && f.UncompressedSize64/max(1, f.CompressedSize64) > maxRatio {
		return nil, tooLarge("part " + name + " too large")
	}
	r, err := f.Open()
	if err != nil {
		return nil, damaged("zip: " + err.Error())
	}
	left := limit
	return &part{Reader: &bounded{r, &left}, Closer: r, left: &left, name: name}, nil
}

// bounded reads no more than what is left, whatever the directory of the
// archive said of the size.
type bounded struct {
	r    io.Reader
	left *int64
}

func (b *bounded) Read(p []byte) (int, error) {
	if *b.left <= 0 {
		return 0, tooLarge("part larger than its bound")
	}
	n, err := b.r.Read(p[:min(int64(len(p)), *b.left)])
	*b.left -= int64(n)
	return n, err
}

func attr(s xml.StartElement, name string) string {
	for _, a := range s.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// on reads a property that is true unless it says otherwise.
func on(s xml.StartElement) bool {
	switch attr(s, "val") {
	case "0", "false", "off", "none":
		return false
	}
	return true
}
