package starter

import (
	"slices"
	"strings"

	"thonlanh/internal/date"
	"thonlanh/internal/tomlfile"
)

// form writes the keys of a type: those that have a value, and all others as
// comments with their explanation. It reads the type, so a key that is added
// there is in every new file from then on.
type form struct {
	at    date.Date // stands in for a date nobody knows yet
	given []given
	names []string // an example name for each level of named tables
}

type given struct{ key, value string }

const howTo = "# Dòng bắt đầu bằng # máy bỏ qua. Cần mục nào thì xóa dấu # trước tên mục rồi điền.\n"

// page writes a file with front matter.
func page(f form, v any, body string) string {
	return "+++\n" + howTo + f.write(v) + "+++\n\n" + body
}

// write gives the keys of v, a pointer to a struct that the content folder is
// read into.
func (f form) write(v any) string {
	fields, err := tomlfile.Fields(v)
	if err != nil {
		panic(err) // a type of this program that no file can be read into
	}
	var b strings.Builder
	for _, x := range fields {
		if x.Table || x.Named {
			f.table(&b, x, nil)
			continue
		}
		b.WriteString("\n# " + about(x) + "\n")
		if value, ok := f.value(x.Key); ok {
			b.WriteString(x.Key + " = " + value + "\n")
		} else {
			b.WriteString("# " + x.Key + " = " + f.example(x) + "\n")
		}
	}
	return b.String()
}

// table writes a table as comments; above are the names of the tables it
// stands in.
func (f form) table(b *strings.Builder, x tomlfile.Field, above []string) {
	path := slices.Clip(above)
	if x.Key != "*" {
		path = append(path, x.Key)
	}
	if x.Named && len(x.Fields) > 0 {
		name := "ten-ngan"
		if x.Key == "*" && len(f.names) > 0 {
			name = f.names[0]
		}
		path = append(slices.Clip(path), name)
	}
	b.WriteString("\n")
	if x.Doc != "" {
		b.WriteString("# " + about(x) + "\n")
	}
	b.WriteString("# [" + strings.Join(path, ".") + "]\n")
	if len(x.Fields) == 0 {
		b.WriteString("# ten-ngan = " + f.example(x) + "\n")
	}
	for _, y := range x.Fields {
		if y.Table || y.Named {
			f.table(b, y, path)
			continue
		}
		b.WriteString("# " + y.Key + " = " + f.example(y) + "   # " + about(y) + "\n")
	}
}

func (f form) value(key string) (string, bool) {
	for _, g := range f.given {
		if g.key == key {
			return g.value, true
		}
	}
	return "", false
}

func (f form) example(x tomlfile.Field) string {
	if x.IsDate {
		return f.at.String()
	}
	if x.Example == `["…", "…"]` { // one is easier to fill in than two
		return `["…"]`
	}
	return x.Example
}

// about is the explanation of a key with its choices.
func about(x tomlfile.Field) string {
	if len(x.Enum) == 0 {
		return x.Doc
	}
	return x.Doc + " Chọn trong: " + strings.Join(x.Enum, ", ") + "."
}

// quote writes a text of one line as TOML.
func quote(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}
