package check

import (
	"bytes"
	"html"
	"net/url"
	"strings"

	"thonlanh/internal/site"
)

// link judges the address of a link of a finished page.
func (j *pageJudge) link(value []byte) {
	switch s := scheme(value); {
	case s == "" && hasPrefix(value, "//"):
		j.say("lien-ket-gay", "liên kết “"+shown(value)+"” thiếu https:.", "Viết đầy đủ: https://…")
	case s == "":
		j.inside(value)
	case s == "http", s == "https", s == "mailto", s == "tel":
	case s == "javascript":
		j.say("ma-trong-trang", "có liên kết chạy mã lệnh.", layoutHint)
	default:
		j.say("lien-ket-gay", "liên kết “"+shown(value)+"” dùng một loại địa chỉ lạ.", "Chỉ dùng https://, http://, mailto: hoặc tel:.")
	}
}

// resource judges the address of what a page loads by itself.
func (j *pageJudge) resource(value []byte) {
	if outside(value) {
		j.say("tai-nguyen-ngoai", "tải “"+shown(value)+"” từ nơi khác. Nơi đó sẽ biết ai đang đọc trang này.",
			"Chép tệp về cạnh trang rồi trỏ tới tệp đó.")
		return
	}
	if len(value) > 0 {
		j.inside(value)
	}
}

// outside reports whether an address leaves the site.
func outside(value []byte) bool {
	return hasPrefix(bytes.TrimLeft(value, " \t\n"), "//") || scheme(value) != ""
}

// scheme is the part before ":", in small letters, empty for relative
// addresses.
func scheme(value []byte) string {
	value = bytes.TrimLeft(value, " \t\n")
	for i, c := range value {
		switch {
		case c == ':' && i > 0:
			return strings.ToLower(string(value[:i]))
		case letter(c) || i > 0 && (c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.'):
		default:
			return ""
		}
	}
	return ""
}

// inside resolves an address of the site: the file must be among the outputs,
// the fragment among the ids of its page.
func (j *pageJudge) inside(value []byte) {
	if len(value) > 1 && value[0] == '#' && bytes.IndexByte(value, '&') < 0 && bytes.IndexByte(value, '%') < 0 {
		j.local = append(j.local, localRef{hash(value[1:]), value[1:]})
		return
	}
	href := value
	if bytes.IndexByte(value, '&') >= 0 {
		value = []byte(html.UnescapeString(string(value)))
	}
	address, fragment, _ := bytes.Cut(value, []byte("#"))
	address, _, _ = bytes.Cut(address, []byte("?"))
	if bytes.IndexByte(fragment, '%') >= 0 {
		if s, err := url.PathUnescape(string(fragment)); err == nil {
			fragment = []byte(s)
		}
	}
	if bytes.IndexByte(address, '%') >= 0 {
		if s, err := url.PathUnescape(string(address)); err == nil {
			address = []byte(s)
		}
	}
	target := j.index
	if len(address) > 0 {
		if address[0] == '/' && !j.anywhere() {
			j.say("lien-ket-gay", "liên kết “"+shown(href)+"” viết từ gốc (/), nên sẽ gãy khi cổng nằm trong thư mục con hay trên USB.", layoutHint)
			return
		}
		t, ok := j.resolve(address)
		if !ok {
			j.say("lien-ket-gay", "liên kết “"+shown(href)+"” dẫn tới chỗ không có.", "Sửa lại địa chỉ, hoặc bỏ liên kết.")
			return
		}
		target = t
	}
	switch {
	case len(fragment) == 0:
	case target == j.index:
		j.local = append(j.local, localRef{hash(fragment), fragment})
	case strings.HasSuffix(j.o.names[target], ".html"):
		j.awaits = append(j.awaits, awaited{await{target, hash(fragment)}, shown(href)})
	}
}

// anywhere reports whether a server shows the page at any address.
func (j *pageJudge) anywhere() bool {
	return j.page != nil && j.page.Kind == site.KindNotFound
}

// resolve finds the output file of a relative address. Only 404.html, which a
// server shows anywhere, uses addresses from the root.
func (j *pageJudge) resolve(address []byte) (int32, bool) {
	b := j.buf[:0]
	if address[0] == '/' {
		rest, ok := bytes.CutPrefix(address, []byte(j.o.base))
		if !ok {
			return 0, false
		}
		address = rest
	} else {
		b = append(b, j.dir...)
	}
	for len(address) > 0 {
		step, rest, more := bytes.Cut(address, []byte("/"))
		switch string(step) {
		case "", ".":
		case "..":
			if len(b) == 0 {
				return 0, false // above the site
			}
			b = b[:bytes.LastIndexByte(b[:len(b)-1], '/')+1]
		default:
			b = append(b, step...)
			if more {
				b = append(b, '/')
			}
		}
		address = rest
	}
	if len(b) == 0 || b[len(b)-1] == '/' {
		b = append(b, "index.html"...)
	}
	j.buf = b
	i, ok := j.o.paths[string(b)]
	return i, ok
}

// shown is an address as a message quotes it.
func shown(value []byte) string {
	s := html.UnescapeString(string(value))
	if len(s) > 120 {
		s = strings.ToValidUTF8(s[:120], "") + "…"
	}
	return s
}
