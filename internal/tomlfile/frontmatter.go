package tomlfile

import (
	"strings"

	"thonlanh/internal/diag"
)

// fence is the line before and after front matter.
const fence = "+++"

// FrontMatter finds the block of TOML at the head of a Markdown file: its text
// is src.Text[at:end], the page's own text begins at body. Where there is no
// block the whole file is body; where it is never closed there is neither
// block nor body, since nobody knows where one ends and the other begins.
func FrontMatter(src *diag.Source) (at, end, body int, problems diag.List) {
	text := src.Text
	first, next := lineAt(text, 0)
	if !isFence(first) {
		return 0, 0, 0, diag.List{src.Problem(0, diag.Block, ruleNone, noFenceMessage(first),
			"Mở đầu tệp bằng một dòng chỉ có +++, rồi các dòng như tieu_de = \"…\", rồi một dòng +++ nữa trước phần bài.")}
	}
	at = next
	for pos := at; pos < len(text); {
		line, after := lineAt(text, pos)
		if isFence(line) {
			return at, pos, after, nil
		}
		pos = after
	}
	return 0, 0, len(text), diag.List{src.Problem(0, diag.Block, ruleOpen,
		"Phần đầu trang mở bằng dòng +++ ở đây mà không có dòng +++ đóng lại.",
		"Thêm một dòng chỉ có +++ ngay sau dòng cuối của phần đầu trang, trước phần bài.")}
}

// lineAt is the line that begins at pos, and where the next one begins.
func lineAt(text string, pos int) (line string, next int) {
	if i := strings.IndexByte(text[pos:], '\n'); i >= 0 {
		return text[pos : pos+i], pos + i + 1
	}
	return text[pos:], len(text)
}

func isFence(line string) bool { return strings.TrimRight(line, " \t") == fence }

func noFenceMessage(first string) string {
	switch trimmed := strings.TrimSpace(first); {
	case trimmed == "---":
		return "Phần đầu trang mở bằng --- thay vì +++."
	case trimmed == "" && first == "" || strings.Trim(trimmed, "+") == "":
		return "Dòng đầu tiên của tệp phải là đúng ba dấu cộng: +++."
	}
	return "Tệp này thiếu phần đầu trang (tiêu đề, ngày…) đặt giữa hai dòng +++."
}
