package config

import (
	"net/url"
	"path"
	"strings"
)

// BaseProblem says why an address cannot be the one that a portal is published
// at: what is wrong, as the end of a sentence, and what to do.
//
// The address stands in the head of every page, in the sitemap and in links
// of the page for what is not found, where every reader's software must
// understand it in the same way; so it has no letter that needs escaping.
func BaseProblem(base string) (message, hint string, bad bool) {
	if base == "" {
		return "", "", false
	}
	if !webAddress(base) {
		return "không phải một địa chỉ web đầy đủ.", "Viết cả phần đầu và dấu / ở cuối", true
	}
	u, err := url.Parse(base)
	switch {
	case err != nil || strings.ContainsFunc(u.Host, func(r rune) bool { return r > '~' }):
		return "có chữ có dấu trong tên miền.", "Viết tên miền không dấu, hoặc dạng xn--… mà nơi cấp tên miền cho biết", true
	case !plainPath(u.EscapedPath()):
		return "có ký tự không dùng được trong địa chỉ thư mục.", "Phần sau tên miền chỉ gồm chữ không dấu, chữ số, dấu - và dấu /", true
	case strings.EqualFold(path.Ext(u.Path), ".html") || strings.EqualFold(path.Ext(u.Path), ".htm"):
		return "là địa chỉ của một trang, không phải của cả cổng.", "Bỏ tên trang ở cuối", true
	}
	return "", "", false
}

func plainPath(p string) bool {
	if p == "" || p == "/" {
		return true
	}
	for part := range strings.SplitSeq(strings.Trim(p, "/"), "/") {
		if part == "" || part == "." || part == ".." {
			return false
		}
		for _, c := range []byte(part) {
			switch {
			case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9', strings.IndexByte("-._~", c) >= 0:
			default:
				return false
			}
		}
	}
	return true
}
