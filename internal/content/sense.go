package content

import (
	"strings"

	"thonlanh/internal/date"
	"thonlanh/internal/diag"
	"thonlanh/internal/tomlfile"
	"thonlanh/internal/viet"
)

// unverified reports names in chua_xac_minh that are no key of the record: a
// misspelt one would let what nobody checked pass for checked.
func unverified(f File, at []string, names tomlfile.Strings, fields []tomlfile.Field) diag.List {
	var out diag.List
	for i, name := range names {
		var known []string
		found := false
		for _, x := range fields {
			found = found || x.Key == name
			known = append(known, x.Key)
		}
		if found {
			continue
		}
		message := "`chua_xac_minh` nêu mục “" + name + "”, mà ở đây không có mục nào tên như vậy."
		if near, ok := viet.Nearest(name, known); ok {
			message += " Có phải ý bạn là `" + near + "`?"
		}
		path := append(at[:len(at):len(at)], "chua_xac_minh")
		out = append(out, diag.At(f.Path, f.Keys.Elem(i, path...), diag.Block, "tham-chieu-la", message,
			"Ghi đúng tên mục chưa kiểm tra lại, như đứng trước dấu =. Các mục dùng được: "+strings.Join(known, ", ")+"."))
	}
	return out
}

// fieldsOf are the keys of one record: of the file itself, or of each of its
// named tables.
func fieldsOf(v any) []tomlfile.Field {
	fields, err := tomlfile.Fields(v)
	if err != nil {
		return nil // a mistake of this program, which Decode does not survive
	}
	for _, f := range fields {
		if f.Key == "*" {
			return f.Fields
		}
	}
	return fields
}

// ordered reports a last day that stands before the first.
func ordered(f File, at []string, from date.Date, fromKey string, to date.Date, toKey string) diag.List {
	if from.IsZero() || to.IsZero() || !to.Before(from) {
		return nil
	}
	return diag.List{diag.At(f.Path, f.Keys.Value(append(at[:len(at):len(at)], toKey)...), diag.Block, "ngay-sai",
		"Ngày ở `"+toKey+"` đứng trước ngày ở `"+fromKey+"`.", "Xem lại hai ngày này.")}
}
