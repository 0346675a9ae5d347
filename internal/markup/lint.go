package markup

import (
	"bytes"
	"path"
	"sort"
	"strings"

	"github.com/yuin/goldmark/ast"

	"thonlanh/internal/diag"
	"thonlanh/internal/viet"
)

// maxRepeats is how often one rule is reported in one text; more would bury
// the rest.
const maxRepeats = 100

func (b *builder) pos(offset int) diag.Pos { return b.src.Pos(b.body + offset) }

func (b *builder) problem(offset int, sev diag.Severity, rule, message, hint string) {
	b.repeats[rule]++
	switch n := b.repeats[rule]; {
	case n < maxRepeats:
	case n == maxRepeats:
		message += " (Còn nhiều chỗ giống thế ở phía sau.)"
	default:
		return
	}
	b.list = append(b.list, b.src.Problem(b.body+offset, sev, rule, message, hint))
}

// lintBlocks reports what the block parsers met: text that plain Markdown
// would have turned into code or into a heading.
func (b *builder) lintBlocks() {
	sort.Ints(b.state.indented)
	for _, at := range b.state.indented {
		if b.indentOK[at] {
			continue
		}
		b.problem(at, diag.Block, "dong-thut",
			"Dòng này thụt vào từ bốn dấu cách trở lên; trong Markdown dòng như vậy bị coi là mã máy tính.",
			"Xóa các dấu cách ở đầu dòng. Trang tự căn lề, không cần thụt bằng tay.")
	}
	sort.Ints(b.state.underlines)
	for _, at := range b.state.underlines {
		b.problem(at, diag.Block, "gach-duoi",
			"Hàng gạch này đứng ngay dưới một dòng chữ; trong Markdown như vậy là biến dòng chữ ấy thành tiêu đề.",
			"Muốn có tiêu đề thì viết “## ” trước dòng chữ và xóa hàng gạch. Muốn có đường kẻ ngang thì để một dòng trống phía trên hàng gạch.")
	}
}

// lintText looks at a stretch of plain text for what Markdown would have
// taken for something else.
func (b *builder) lintText(start, stop int) {
	for i := start; i < stop; i++ {
		switch b.text[i] {
		case '\\':
			i++
		case '<':
			if name, closing, ok := tagAt(b.text[i:min(len(b.text), i+1000)]); ok {
				if closing && b.tagInBlock {
					continue
				}
				b.tagInBlock = true
				b.problem(i, diag.Block, "html-tho",
					"Có mã HTML ("+name+") trong bài. Trang không nhận mã HTML; nó chỉ hiện ra như chữ thường.",
					"Xóa mã này đi. Chữ đậm viết **như thế này**, chữ nghiêng viết *như thế này*, liên kết viết [chữ](địa chỉ). Nếu muốn hiện dấu < thì viết \\<.")
			}
		case '*':
			if i > 0 && i+1 < len(b.text) && isDigit(b.text[i-1]) && isDigit(b.text[i+1]) {
				b.loneStar(i)
			}
		}
	}
}

// lintEmphasis reports emphasis that begins between two digits: 2*3*4.
func (b *builder) lintEmphasis(at int) {
	if at > 0 && at+1 < len(b.text) && b.text[at] == '*' && isDigit(b.text[at-1]) && isDigit(b.text[at+1]) {
		b.loneStar(at)
	}
}

func (b *builder) loneStar(at int) {
	b.problem(at, diag.Block, "sao-le",
		"Có dấu * nằm giữa hai chữ số; Markdown có thể nuốt mất dấu này và in nghiêng phần sau.",
		"Phép nhân viết bằng dấu ×, ví dụ 2×3. Nếu đúng là cần dấu * thì viết \\*.")
}

// lintRow reports cells beyond the head of their table, which Markdown drops.
func (b *builder) lintRow(row ast.Node, columns int) {
	at := row.Pos()
	if at < 0 || at >= len(b.text) {
		return
	}
	line := b.text[at:]
	if end := bytes.IndexByte(line, '\n'); end >= 0 {
		line = line[:end]
	}
	line = bytes.Trim(line, " \t>")
	line = bytes.TrimPrefix(line, []byte("|"))
	if bytes.HasSuffix(line, []byte("|")) && !bytes.HasSuffix(line, []byte("\\|")) {
		line = line[:len(line)-1]
	}
	if cells := 1 + bytes.Count(line, []byte("|")) - bytes.Count(line, []byte("\\|")); cells > columns {
		b.problem(at, diag.Block, "bang-thua-o",
			"Hàng này có "+itoa(cells)+" ô mà đầu bảng chỉ có "+itoa(columns)+" cột; chữ trong các ô thừa sẽ không hiện ra.",
			"Thêm cột vào đầu bảng, hoặc bớt dấu | trong hàng. Nếu | là chữ của bài thì viết \\|.")
	}
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// tagAt reports whether s begins with what HTML would read as a tag, a comment
// or a declaration, and gives its name for the message.
func tagAt(s []byte) (name string, closing, ok bool) {
	if i := bytes.Index(s, []byte("\n\n")); i >= 0 {
		s = s[:i]
	}
	if len(s) < 2 {
		return "", false, false
	}
	i := 1
	switch c := s[1]; {
	case c == '!':
		if bytes.HasPrefix(s, []byte("<!--")) {
			return "<!-- … -->", false, true
		}
		return "<!…>", false, len(s) > 2 && (isAlnum(s[2]) || s[2] == '[')
	case c == '?':
		return "<?…?>", false, true
	case c == '/':
		closing = true
		i++
	}
	start := i
	for i < len(s) && (isAlnum(s[i]) || s[i] == '-') {
		i++
	}
	if i == start || isDigit(s[start]) || i-start > 40 {
		return "", false, false
	}
	name = string(s[:i]) + ">"
	for ; i < len(s); i++ {
		switch c := s[i]; {
		case c == '>':
			return name, closing, true
		case c == '<' || c >= 0x80:
			return "", false, false // "a <b và c": words, not attributes
		case c == '"' || c == '\'':
			n := bytes.IndexByte(s[i+1:], c)
			if n < 0 {
				return "", false, false
			}
			i += n + 1
		case i > start && s[i-1] != ' ' && !isAlnum(c) && !bytes.ContainsRune([]byte(" \t\n/=:._-#%;,()@"), rune(c)):
			return "", false, false
		}
	}
	return "", false, false
}

func (b *builder) linkAllowed(dest string, at int) bool {
	scheme, _ := schemeOf(dest)
	switch scheme {
	case "", "http", "https", "mailto", "tel", "sms":
		if !strings.Contains(dest, `\`) {
			return true
		}
	}
	b.problem(at, diag.Block, "lien-ket-la",
		"Liên kết này không trỏ tới một trang: kiểu địa chỉ của nó không được phép trên cổng.",
		"Chỉ dùng địa chỉ bắt đầu bằng https://, địa chỉ trong trang bắt đầu bằng /, hoặc tên tệp đứng cạnh bài.")
	return false
}

func (b *builder) imageAllowed(src string, at int) bool {
	if _, outside := schemeOf(src); !outside && !strings.Contains(src, `\`) {
		return true
	}
	b.problem(at, diag.Block, "tai-nguyen-ngoai",
		"Ảnh này lấy từ trang khác. Người đọc mở bài thì trang khác ấy biết; ảnh cũng có thể mất hoặc bị đổi bất cứ lúc nào.",
		"Tải ảnh về, đặt tệp ảnh cạnh bài viết, rồi ghi tên tệp: ![mô tả ảnh](ten-anh.jpg).")
	return false
}

func (b *builder) lintAlt(src, alt string, at int) {
	if strings.TrimSpace(alt) == "" {
		b.problem(at, diag.Block, "anh-thieu-mo-ta",
			"Ảnh này chưa có lời mô tả. Người mù nghe máy đọc và người mở trang khi mạng yếu sẽ không biết ảnh có gì.",
			"Ghi lời mô tả giữa hai dấu ngoặc vuông: ![Cán bộ phát tờ gấp tại chợ thôn Đông](ten-anh.jpg).")
		return
	}
	if lazyAlt(src, alt) {
		b.problem(at, diag.Warn, "anh-mo-ta-luoi",
			"Lời mô tả “"+cut(alt, 60)+"” chưa nói ảnh có gì.",
			"Viết một câu ngắn nói điều người xem thấy trong ảnh.")
	}
}

// lazyAlt reports whether a description only says that there is a picture, or
// repeats the name of its file.
func lazyAlt(src, alt string) bool {
	s := strings.TrimRight(viet.Fold(strings.TrimSpace(alt)), " .0123456789")
	switch s {
	case "", "anh", "hinh", "hinh anh", "buc anh", "anh minh hoa", "hinh minh hoa", "image", "img", "picture", "photo", "pic", "anh chup", "mo ta", "mo ta anh":
		return true
	}
	switch strings.ToLower(path.Ext(strings.TrimSpace(alt))) {
	case ".jpg", ".jpeg", ".png", ".gif", ".svg", ".webp", ".avif", ".heic":
		return true
	}
	base := path.Base(src)
	return viet.Fold(alt) == viet.Fold(strings.TrimSuffix(base, path.Ext(base)))
}
