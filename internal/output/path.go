package output

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// CheckPath reports, as a *PathError, why a file of a site may not have this
// slash-separated path. What it accepts can be stored by every file system in
// use, Windows and memory sticks included.
func CheckPath(path string) error {
	refuse := func(reason, why string) error { return &PathError{Path: path, Reason: reason, why: why} }
	switch {
	case path == "":
		return refuse("empty", "đường dẫn trống")
	case !utf8.ValidString(path):
		return refuse("not UTF-8", "tên không phải UTF-8")
	case !norm.NFC.IsNormalString(path):
		return refuse("not NFC", "dấu tiếng Việt trong tên đang ở dạng tổ hợp rời")
	case path[0] == '/':
		return refuse("absolute", "đường dẫn bắt đầu bằng dấu /")
	case len(path) > maxPath:
		return refuse("too long", "đường dẫn quá dài")
	case strings.EqualFold(path, ManifestName):
		return refuse("reserved for the manifest", "tên này dành cho bản kê của thonlanh")
	}
	for name := range strings.SplitSeq(path, "/") {
		switch {
		case name == "":
			return refuse("empty name", "có hai dấu / liền nhau hoặc dấu / ở cuối")
		case name == "." || name == "..":
			return refuse("dot name", "có tên . hoặc ..")
		case len(name) > maxName:
			return refuse("name too long", "có tên quá dài")
		case strings.ContainsFunc(name, forbidden):
			return refuse("forbidden character", `có ký tự không dùng được trong tên tệp (\ : * ? " < > | hoặc ký tự điều khiển)`)
		case strings.HasSuffix(name, ".") || strings.HasSuffix(name, " "):
			return refuse("name ends with dot or space", "có tên kết thúc bằng dấu chấm hoặc dấu cách")
		case isDevice(name):
			return refuse("device name on Windows", "Windows dành riêng tên này cho thiết bị (con, prn, aux, nul, com1, lpt1…)")
		}
	}
	return nil
}

const (
	maxName = 255  // bytes; the limit of ext4, NTFS counts UTF-16 units
	maxPath = 4000 // bytes; Linux stops at 4096 with the folder's own path
)

func forbidden(r rune) bool {
	return r < ' ' || r == 0x7f || strings.ContainsRune(`\:*?"<>|`, r)
}

// isDevice reports names that Windows reserves in every folder, with any
// extension: "con", "NUL.txt", "com1.html".
func isDevice(name string) bool {
	stem, _, _ := strings.Cut(name, ".")
	stem = strings.ToLower(strings.TrimRight(stem, " "))
	switch stem {
	case "con", "prn", "aux", "nul", "conin$", "conout$":
		return true
	}
	for _, port := range [...]string{"com", "lpt"} {
		if n, ok := strings.CutPrefix(stem, port); ok {
			switch n {
			case "1", "2", "3", "4", "5", "6", "7", "8", "9", "¹", "²", "³":
				return true
			}
		}
	}
	return false
}

// foldPath is the same for two paths that one name of a case-insensitive disk
// would stand for.
func foldPath(path string) string { return strings.ToLower(path) }

// parentOf is the folder part of a slash-separated path, "" at the top.
func parentOf(path string) string {
	return path[:max(0, strings.LastIndexByte(path, '/'))]
}
