package content

import (
	"io/fs"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"thonlanh/internal/diag"
)

// Stray says why an entry of the project's folders cannot be read, when it is
// neither a folder nor an ordinary file with a name that every machine can
// write. A link may lead out of the project, a pipe never ends, and what is
// passed over in silence is missed by the author alone.
func Stray(name string, d fs.DirEntry) (diag.Problem, bool) {
	at := func(message, hint string) (diag.Problem, bool) {
		return diag.At(norm.NFC.String(strings.ToValidUTF8(name, "\uFFFD")), diag.Pos{}, diag.Block, "tep-sai-cho", message, hint), true
	}
	switch mode := d.Type(); {
	case !utf8.ValidString(d.Name()):
		return at("Tên này có ký tự không đọc được (có lẽ chép từ đĩa hoặc máy cũ), nên cổng không mở được.", "Đổi tên bằng chữ cái và chữ số, ví dụ: lop-may-buoi-toi.md")
	case mode&fs.ModeSymlink != 0:
		return at("Đây là một lối tắt trỏ tới chỗ khác. Cổng chỉ đọc những gì thật sự nằm trong thư mục này, nên sẽ không đăng.", "Xóa lối tắt, rồi chép chính tệp hoặc thư mục đó vào đây.")
	case mode.IsRegular(), mode.IsDir():
		return diag.Problem{}, false
	case mode&fs.ModeIrregular != 0:
		// Folders that are kept in step with a cloud give such files on Windows.
		if info, err := d.Info(); err == nil && (info.Mode().IsRegular() || info.IsDir()) {
			return diag.Problem{}, false
		}
	}
	return at("Đây không phải một tệp thường, nên cổng không đọc được.", "Xóa nó, hoặc đưa ra ngoài thư mục này.")
}
