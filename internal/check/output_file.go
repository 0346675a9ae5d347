package check

import (
	"bytes"
	"strings"

	"thonlanh/internal/diag"
	"thonlanh/internal/phone"
	"thonlanh/internal/viet"
)

// drawing judges an SVG file: it may draw, not run and not call anybody.
func (o *Output) drawing(name string, data []byte) diag.List {
	var out diag.List
	say := func(rule, message string) {
		out = append(out, diag.Whole(diag.Block, rule, "Hình "+name+": "+message,
			"Mở hình bằng chương trình vẽ, lưu lại dạng “Plain SVG”, hoặc xuất ra PNG."))
	}
	// What an entity stands for is not in the text that is judged here.
	if bytes.Contains(data, []byte("<!ENTITY")) {
		say("ma-trong-trang", "có phần khai <!ENTITY>, có thể giấu mã lệnh.")
	}
	if bytes.Contains(data, []byte("<?xml-stylesheet")) {
		say("tai-nguyen-ngoai", "lấy kiểu vẽ từ một tệp khác.")
	}
	var words []byte
	s := scanner{data: data}
	for s.next() && len(out) < 20 {
		element := string(lower(s.tag.name))
		if element == "script" || element == "foreignobject" || element == "iframe" {
			say("ma-trong-trang", "có thẻ <"+element+">, có thể chạy mã lệnh.")
		}
		for _, a := range s.tag.attrs {
			n := string(lower(a.name))
			switch {
			case strings.HasPrefix(n, "on"):
				say("ma-trong-trang", "có mã lệnh trong thuộc tính "+n+".")
			case (n == "href" || n == "xlink:href" || n == "src") && element != "a" && outside(a.value) && scheme(a.value) != "data":
				say("tai-nguyen-ngoai", "tải một tệp từ nơi khác.")
			case (n == "href" || n == "xlink:href") && scheme(a.value) == "javascript":
				say("ma-trong-trang", "có liên kết chạy mã lệnh.")
			case remoteURL(a.value):
				say("tai-nguyen-ngoai", "tải một tệp từ nơi khác.")
			}
		}
		if len(s.text) > 0 && remoteURL(s.text) {
			say("tai-nguyen-ngoai", "tải một tệp từ nơi khác.")
		}
		if element != "style" || !s.tag.end { // the text stands before its tag
			words = append(append(words, s.text...), ' ')
		}
	}
	for _, n := range phone.Find(string(words)) {
		if !o.registered(n.Number) {
			out = append(out, diag.Whole(diag.Block, "so-ngoai-so",
				"Trong hình "+name+" có số “"+maskedNumber(n.Text, n.Number)+"”, không có trong sổ số điện thoại.",
				"Sửa số trong hình cho đúng số trong sổ, hoặc thêm số vào content/so-can-biet.toml nếu xã đã kiểm tra."))
			break // the others stand beside it
		}
	}
	return out
}

func (o *Output) registered(n phone.Number) bool {
	for _, r := range o.site.Numbers {
		if r.Dial == n {
			return true
		}
	}
	return false
}

// table judges a data file: a column of names is a list of people.
func (o *Output) table(name string, data []byte) diag.List {
	head, _, _ := bytes.Cut(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")), []byte("\n"))
	if len(head) > 4096 {
		head = head[:4096]
	}
	for column := range strings.FieldsFuncSeq(viet.Fold(string(head)), func(r rune) bool { return strings.ContainsRune(",;\t\"", r) }) {
		switch strings.ReplaceAll(strings.TrimSpace(column), "_", " ") {
		case "ho ten", "ho va ten", "ten nguoi", "ngay sinh", "nam sinh", "cccd", "cmnd", "so cccd", "can cuoc", "so can cuoc", "dia chi nha", "noi o":
			return diag.List{diag.Whole(diag.Block, "tep-co-ho-ten",
				"Tệp dữ liệu "+name+" có cột “"+strings.TrimSpace(column)+"”: đó là danh sách người. Cổng không đăng danh sách nào.",
				"Bỏ cột đó và các cột chỉ ra người, chỉ để con số tổng.")}
		}
	}
	return nil
}

// style judges a style sheet.
func (o *Output) style(name string, data []byte) diag.List {
	if !remoteURL(data) && !strings.Contains(string(data), "@import") {
		return nil
	}
	return diag.List{diag.Whole(diag.Block, "tai-nguyen-ngoai",
		"Tệp kiểu chữ "+name+" tải một tệp khác từ nơi khác. Nơi đó sẽ biết ai đang đọc trang này.", layoutHint)}
}

// remoteURL finds url(…) of another host in style text.
func remoteURL(b []byte) bool {
	s := string(b)
	for {
		_, rest, ok := strings.Cut(s, "url(")
		if !ok {
			return false
		}
		inside, _, _ := strings.Cut(rest, ")")
		inside = strings.Trim(inside, " \t\n\"'")
		if outside([]byte(inside)) && scheme([]byte(inside)) != "data" {
			return true
		}
		s = rest
	}
}
