package workbook

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
	"unicode/utf16"
)

// Bounds of what is unpacked.
const (
	maxEntries = 4000
	maxSheet   = 96 << 20 // bytes of XML of one sheet
	maxStrings = 48 << 20
	maxPart    = 16 << 20  // of any other part
	maxRead    = 192 << 20 // of all parts that are read, together
)

// pack is the archive that a workbook is.
type pack struct {
	zip   *zip.Reader
	parts map[string]*zip.File // by name in small letters
	left  int64                // bytes that may still be unpacked
}

// openPack opens a file that must be an archive.
func openPack(r io.ReaderAt, size int64) (*pack, error) {
	if size > MaxFile {
		return nil, tooLarge("file too large")
	}
	data := make([]byte, max(0, size))
	if n, err := r.ReadAt(data, 0); n < len(data) {
		if err == nil || errors.Is(err, io.EOF) {
			err = io.ErrUnexpectedEOF
		}
		return nil, fmt.Errorf("workbook: %w", err)
	}
	if refusal := sniff(data); refusal != nil {
		return nil, refusal
	}
	if bytes.Count(data, []byte("PK\x01\x02")) > maxEntries {
		return nil, tooLarge("too many entries")
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, damaged("zip: " + err.Error())
	}
	p := &pack{zip: z, parts: make(map[string]*zip.File, len(z.File)), left: maxRead}
	for _, f := range z.File {
		if f.Flags&1 != 0 {
			return nil, encrypted("encrypted zip")
		}
		name := partName(f.Name)
		if p.parts[name] != nil {
			return nil, damaged("two parts of the name " + name)
		}
		p.parts[name] = f
	}
	return p, nil
}

// partName is the name that a part is looked up by: letters count alike
// whatever their size, and what some programs write with backslashes or
// a leading slash is the same part.
func partName(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/"))
}

func (p *pack) has(name string) bool { return p.parts[name] != nil }

// read unpacks a part, in UTF-8 and without a byte order mark.
func (p *pack) read(name string, limit int64) ([]byte, error) {
	f := p.parts[name]
	if f == nil {
		return nil, damaged("no part " + name)
	}
	limit = min(limit, p.left)
	if f.UncompressedSize64 > uint64(limit) {
		return nil, tooLarge("part " + name + " too large")
	}
	r, err := f.Open()
	if err != nil {
		return nil, damaged("zip: " + err.Error())
	}
	defer r.Close()
	var b bytes.Buffer
	b.Grow(int(min(f.UncompressedSize64, 4<<20)) + bytes.MinRead)
	n, err := b.ReadFrom(io.LimitReader(r, limit+1))
	if err != nil {
		return nil, damaged("zip: " + err.Error())
	}
	if n > limit {
		return nil, tooLarge("part " + name + " too large")
	}
	p.left -= n
	return toUTF8(b.Bytes()), nil
}

// toUTF8 gives the text of a part, which the standard lets be UTF-16 too.
func toUTF8(b []byte) []byte {
	var order binary.ByteOrder
	switch {
	case bytes.HasPrefix(b, []byte("\xef\xbb\xbf")):
		return b[3:]
	case bytes.HasPrefix(b, []byte("\xff\xfe")):
		order = binary.LittleEndian
	case bytes.HasPrefix(b, []byte("\xfe\xff")):
		order = binary.BigEndian
	default:
		return b
	}
	u := make([]uint16, 0, len(b)/2)
	for i := 2; i+1 < len(b); i += 2 {
		u = append(u, order.Uint16(b[i:]))
	}
	return bytes.Replace([]byte(string(utf16.Decode(u))), []byte("UTF-16"), []byte("UTF-8"), 1)
}

// relation is a link from one part to another.
type relation struct {
	id   string
	kind string // the last word of its type, which both forms of the standard share
	part string
}

// relations reads the links of a part, in their order.
func (p *pack) relations(part string) ([]relation, error) {
	dir, file := path.Split(part)
	name := dir + "_rels/" + file + ".rels"
	if !p.has(name) {
		return nil, nil
	}
	data, err := p.read(name, maxPart)
	if err != nil {
		return nil, err
	}
	var out []relation
	s := newScanner(data)
	if s.root() {
		s.children(func() {
			if !s.is("Relationship") || s.attr("TargetMode") == "External" || len(out) > maxEntries {
				return
			}
			target := strings.ReplaceAll(s.attr("Target"), `\`, "/")
			if !strings.HasPrefix(target, "/") {
				target = "/" + dir + target
			}
			kind := s.attr("Type")
			out = append(out, relation{s.attr("Id"), kind[strings.LastIndexByte(kind, '/')+1:], partName(target)})
		})
	}
	switch {
	case s.err != nil:
		return nil, damaged(s.err.Error())
	case len(out) > maxEntries:
		return nil, tooLarge("too many relations")
	}
	return out, nil
}

// main is the part that names the sheets.
func (p *pack) main() (string, error) {
	links, err := p.relations("")
	if err != nil {
		return "", err
	}
	name := "xl/workbook.xml"
	if i := slices.IndexFunc(links, func(r relation) bool { return r.kind == "officeDocument" && p.has(r.part) }); i >= 0 {
		name = links[i].part
	}
	switch {
	case p.has("mimetype") && p.has("content.xml"):
		return "", refuse("OpenDocument", "Tệp này là OpenDocument (.ods), không phải .xlsx.", saveAsXlsx)
	case strings.HasSuffix(name, ".bin") || p.has("xl/workbook.bin"):
		return "", refuse("binary workbook", "Tệp này là bảng tính nhị phân (.xlsb); máy không đọc được kiểu này.", saveAsXlsx)
	case strings.HasPrefix(name, "word/") || p.has("word/document.xml"):
		return "", refuse("Word file", "Tệp này là văn bản Word, không phải bảng tính.", "Nếu bảng nằm trong văn bản Word, chép bảng sang Excel rồi lưu thành Excel Workbook (*.xlsx) và nhập tệp đó.")
	case strings.HasPrefix(name, "ppt/") || p.has("ppt/presentation.xml"):
		return "", refuse("slides", "Tệp này là bản trình chiếu (PowerPoint), không phải bảng tính.", "Chép bảng sang Excel rồi lưu thành Excel Workbook (*.xlsx) và nhập tệp đó.")
	case p.has(name):
		return name, nil
	case p.has("[content_types].xml"):
		return "", damaged("no workbook part")
	}
	return "", refuse("archive", "Tệp này là tệp nén (zip), không phải bảng tính Excel.", "Giải nén, rồi nhập bảng tính ở bên trong.")
}
