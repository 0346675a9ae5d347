package check

import (
	"reflect"
	"slices"
	"strings"

	"thonlanh/internal/content"
	"thonlanh/internal/diag"
)

// conTrong: what was left to fill in is still empty. A note, so that a new
// commune can look at its portal before everything is known.
func conTrong(x *gate) diag.List {
	out := x.each(aBlank, func(t *text, f found) (diag.Problem, bool) {
		return t.problem(f, diag.Note, "con-trong",
			"Chỗ này chưa điền; nếu đăng, người đọc sẽ thấy nguyên chữ trong ngoặc vuông.",
			"Thay cả cụm từ dấu [ đến dấu ] bằng chữ của xã. Không dùng câu này thì xóa cả câu."), true
	})
	for _, e := range x.register {
		// Its page says that it is an example and does not link it, but a
		// real portal wants a number that somebody answers.
		if e.ok && e.dial.Sample() && !x.site.Sample {
			out = append(out, diag.At(x.tree.Register.Path, x.tree.Register.Keys.Value(e.Name, "so"), diag.Note, "con-trong",
				"Số “"+e.Value.Digits+"” của mục “"+e.Name+"” là số mẫu, không có thật và không gọi được, mà đây không phải bản mẫu.",
				"Thay bằng số thật của xã. Chưa có số thì xóa cả mục."))
		}
	}
	for _, r := range x.records() {
		if !r.file.Keys.HasBlank() {
			continue
		}
		eachBlank(reflect.ValueOf(r.value), nil, func(keys []string) {
			key := keys[len(keys)-1]
			if !r.file.Keys.Blank(keys...) || r.file.Path == diag.ConfigFile && key == "base_url" {
				return // not written, refused already, or spoken of by thieu-base-url
			}
			out = append(out, diag.At(r.file.Path, r.file.Keys.Pos(keys...), diag.Note, "con-trong",
				"Mục `"+key+"` còn để trống.", "Điền vào giữa hai dấu ngoặc kép. Không dùng mục này thì xóa dòng."))
		})
	}
	return out
}

// record is a file of the commune with what was read from it.
type record struct {
	file  content.File
	value any
}

// records are all files with keys, private ones included.
func (x *gate) records() []record {
	t := x.tree
	out := []record{{content.File{Path: diag.ConfigFile, Keys: x.site.Config.Keys}, x.site.Config}}
	if t.Home != nil {
		out = append(out, record{t.Home.File, t.Home})
	}
	for _, r := range t.Help {
		out = append(out, record{r.File, r})
	}
	for _, r := range t.Articles {
		out = append(out, record{r.File, r})
	}
	for _, r := range t.News {
		out = append(out, record{r.File, r})
	}
	for _, r := range t.Singles {
		out = append(out, record{r.File, r})
	}
	for _, r := range t.Legal {
		out = append(out, record{r.File, r})
	}
	for _, r := range t.Materials {
		out = append(out, record{r.File, r})
	}
	for _, r := range t.Villages {
		out = append(out, record{r.File, r})
	}
	for _, r := range t.Events {
		out = append(out, record{r.File, r})
	}
	if t.Bodies != nil {
		out = append(out, record{t.Bodies.File, t.Bodies})
	}
	if t.Officials != nil {
		out = append(out, record{t.Officials.File, t.Officials})
	}
	if t.Register != nil {
		out = append(out, record{t.Register.File, t.Register})
	}
	if t.Services != nil {
		out = append(out, record{t.Services.File, t.Services})
	}
	for _, p := range t.Plans {
		out = append(out, record{p.File, p})
		if p.Targets != nil {
			out = append(out, record{p.Targets.File, p.Targets})
		}
		if p.Duties != nil {
			out = append(out, record{p.Duties.File, p.Duties})
		}
		if p.Reports != nil {
			out = append(out, record{p.Reports.File, p.Reports})
		}
		for _, r := range p.Periods {
			out = append(out, record{r.File, r})
		}
	}
	return out
}

// eachBlank visits the keys of a record whose text is empty.
func eachBlank(v reflect.Value, keys []string, visit func(keys []string)) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			eachBlank(v.Elem(), keys, visit)
		}
	case reflect.String:
		if strings.TrimSpace(v.String()) == "" {
			visit(keys)
		}
	case reflect.Slice: // of named tables; lists have no keys of their own
		for i := range v.Len() {
			e := v.Index(i)
			if e.Kind() != reflect.Struct {
				return
			}
			if name, value := e.FieldByName("Name"), e.FieldByName("Value"); value.IsValid() && name.Kind() == reflect.String {
				eachBlank(value, append(slices.Clip(keys), name.String()), visit)
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			f := v.Type().Field(i)
			switch tag := f.Tag.Get("toml"); {
			case tag == "-" || !f.IsExported():
			case tag == "*":
				eachBlank(v.Field(i), keys, visit)
			case tag != "":
				eachBlank(v.Field(i), append(slices.Clip(keys), tag), visit)
			case f.Anonymous && f.Type.Kind() == reflect.Struct:
				eachBlank(v.Field(i), keys, visit)
			}
		}
	}
}
