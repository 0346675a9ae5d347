package content

import (
	"io/fs"
	"net/url"
	"path"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"thonlanh/internal/diag"
	"thonlanh/internal/markup"
	"thonlanh/internal/phone"
	"thonlanh/internal/picture"
	"thonlanh/internal/tomlfile"
	"thonlanh/internal/viet"
)

// parser reads one file.
type parser struct {
	project fs.FS
	src     *diag.Source
	all     folder
	args    []string
}

// tableOf knows the files of content/ itself that hold named tables.
func tableOf(name string) func(parser) (any, diag.List) {
	switch name {
	case "co-quan.toml":
		return parseBodies
	case "can-bo.toml":
		return parseOfficials
	case "so-can-biet.toml":
		return parseRegister
	case "dich-vu.toml":
		return parseServices
	case "danh-hieu.toml":
		return parseRecognitions
	case "chuyen-di.toml":
		return parseMoves
	}
	return nil
}

// page reads front matter into v and returns where the Markdown begins.
func (p parser) page(v any) (File, int, diag.List) {
	at, end, body, list := tomlfile.FrontMatter(p.src)
	if len(list) > 0 {
		return p.file(nil), body, list
	}
	keys, more := tomlfile.Decode(p.src, at, end, v)
	file := p.file(keys)
	if front, ok := v.(interface{ unverified() tomlfile.Strings }); ok && len(front.unverified()) > 0 {
		more = append(more, unverified(file, nil, front.unverified(), fieldsOf(v))...)
	}
	return file, body, append(list, more...)
}

// table reads a TOML file into v.
func (p parser) table(v any) (File, diag.List) {
	keys, list := tomlfile.Decode(p.src, 0, len(p.src.Text), v)
	return p.file(keys), list
}

func (p parser) file(keys *tomlfile.Keys) File {
	return File{Path: p.src.Path, Name: NameOf(p.src.Path), Keys: keys}
}

// NameOf is the name that a file gives its page: "a" for content/tin/2026/a.md,
// the folder's for index.md.
func NameOf(file string) string {
	name := strings.TrimSuffix(path.Base(file), path.Ext(file))
	if name == "index" {
		name = path.Base(path.Dir(file))
	}
	if !isAddress(name) {
		name = viet.Slug(name)
	}
	return name
}

// isAddress reports whether a file name can stand in an address as it is,
// however long: a name that somebody chose is not cut.
func isAddress(name string) bool {
	for part := range strings.SplitSeq(name, "-") {
		if !viet.IsSlug(part) {
			return false
		}
	}
	return true
}

// body parses the Markdown part and finds what it shows and the numbers it
// gives.
func (p parser) body(start int, o markup.Options) (Body, diag.List) {
	doc, list := markup.Parse(p.src, start, o)
	b := Body{Doc: doc, Src: p.src, Start: start}
	for _, f := range phone.Find(p.src.Text[start:]) {
		b.Numbers = append(b.Numbers, Mention{Number: f.Number, Text: strings.Clone(f.Text), Pos: p.src.Pos(start + f.Offset)})
	}
	for _, img := range doc.Images {
		list = append(list, p.show(&b, img.Src, img.Pos)...)
		list = append(list, p.visible(&b, img.Src, img.Pos)...)
	}
	for _, l := range doc.Links {
		if isBeside(l.Dest) {
			list = append(list, p.show(&b, l.Dest, l.Pos)...)
		}
	}
	return b, list
}

// isBeside reports whether a reference names a file in the page's own folder.
func isBeside(ref string) bool {
	return ref != "" && !strings.ContainsAny(ref, ":#?") && !strings.HasPrefix(ref, "/") && path.Ext(ref) != "" && path.Ext(ref) != ".md"
}

// show adds a file beside the page to what is published with it.
func (p parser) show(b *Body, ref string, at diag.Pos) diag.List {
	if !isBeside(ref) {
		return nil // another host or another page: rules judge those
	}
	full := path.Join(path.Dir(p.src.Path), ref)
	e, ok := p.all[full]
	if plain, err := url.PathUnescape(ref); !ok && err == nil {
		// Editors write the space and the marks of a name as %20, %C3%A0.
		full = path.Join(path.Dir(p.src.Path), norm.NFC.String(plain))
		if e, ok = p.all[full]; ok {
			ref = norm.NFC.String(plain)
		}
	}
	if !ok || !strings.HasPrefix(full, path.Dir(p.src.Path)+"/") {
		near := ""
		if name, ok := viet.Nearest(ref, p.all.names(path.Dir(p.src.Path))); ok {
			near = " Có phải ý bạn là " + name + "?"
		}
		return diag.List{diag.At(p.src.Path, at, diag.Block, "lien-ket-gay",
			"Không thấy tệp “"+ref+"” trong thư mục của trang này."+near, "Đặt tệp cạnh trang, hoặc sửa lại tên tệp cho đúng cả chữ hoa, chữ thường.")}
	}
	for _, a := range b.Assets {
		if a.Name == ref {
			return nil
		}
	}
	a := Asset{Name: ref, Path: e.raw, Size: e.info.Size()}
	a.Width, a.Height = picture.Size(p.project, e.raw)
	b.Assets = append(b.Assets, a)
	return nil
}

// visible reports a picture beside the page that no browser shows: an empty
// file, or one of another kind.
func (p parser) visible(b *Body, ref string, at diag.Pos) diag.List {
	for _, a := range b.Assets {
		if markup.Source(a.Name) != markup.Source(ref) || a.Width > 0 && a.Height > 0 {
			continue
		}
		return diag.List{diag.At(p.src.Path, at, diag.Block, "anh-thieu-co",
			"Tệp “"+a.Name+"” không đọc được chiều rộng, chiều cao: tệp hỏng, trống, hoặc không phải hình mà trình duyệt hiện được.",
			"Mở hình bằng chương trình xem ảnh rồi lưu lại dạng PNG hoặc JPEG. Với SVG, thêm width, height hoặc viewBox.")}
	}
	return nil
}

func (f folder) names(dir string) []string {
	var out []string
	for p := range f {
		if path.Dir(p) == dir && path.Ext(p) != ".md" && path.Ext(p) != ".toml" {
			out = append(out, path.Base(p))
		}
	}
	return out
}

// need reports the keys of a record that have no value; without a front
// matter, which was reported, it has nothing to add.
func need(f File, at []string, fields ...field) diag.List {
	var out diag.List
	if f.Keys == nil {
		return nil
	}
	for _, x := range fields {
		if x.given || f.Keys.Has(append(at[:len(at):len(at)], x.key)...) {
			continue // there, if only to be refused: that was said already
		}
		out = append(out, diag.At(f.Path, f.Keys.Pos(at...), diag.Block, "thieu-muc",
			"Thiếu mục `"+x.key+"`: "+x.why+".", "Thêm một dòng: "+x.key+" = "+x.example))
	}
	return out
}

// field is one key that must be given.
type field struct {
	key     string
	given   bool
	why     string
	example string
}

func text(key, value, why, example string) field {
	return field{key: key, given: strings.TrimSpace(value) != "", why: why, example: strconv.Quote(example)}
}

func publicFlag(value *bool) field {
	return field{key: "cong_khai", given: value != nil, why: "phải nói rõ mục này có được đăng hay không", example: "true (đăng) hoặc false (không đăng)"}
}

func title(f *Front) field {
	return text("tieu_de", f.Title, "trang nào cũng phải có tên", "Tên trang")
}

// year reads a folder name that is a year.
func (p parser) year(name string) (int, diag.List) {
	if y, err := strconv.Atoi(name); err == nil && len(name) == 4 && y >= 1945 && y < 2200 {
		return y, nil
	}
	return 0, diag.List{diag.At(p.src.Path, diag.Pos{}, diag.Block, "nam-sai",
		"Thư mục “"+name+"” phải là một năm viết bằng bốn chữ số.", "Đổi tên thư mục, ví dụ: 2026.")}
}
