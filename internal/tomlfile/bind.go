package tomlfile

import (
	"math"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"thonlanh/internal/date"
	"thonlanh/internal/viet"
)

// binder puts the values of a parsed text into a struct.
type binder struct {
	*decoder
	root *shape
}

// table fills the struct that v points to.
func (b *binder) table(n *node, values map[string]any, s *shape, v any) {
	b.fill(n, values, s, reflect.ValueOf(v).Elem())
}

func (b *binder) fill(n *node, values map[string]any, s *shape, target reflect.Value) {
	for _, c := range n.children {
		val, present := values[c.name]
		f := s.field(c.name)
		switch {
		case f == nil && s.rest != nil && (c.value == nil || c.value.kind == inlineValue):
			b.record(c, val, present, *s.rest, target.FieldByIndex(s.rest.index))
		case f == nil:
			b.unknown(c, s)
		case present:
			b.field(c, val, f, target.FieldByIndex(f.index))
		}
	}
}

// field fills one field. A value that was refused leaves it as it was.
func (b *binder) field(c *node, val any, f *field, target reflect.Value) {
	if f.pointer {
		fresh := reflect.New(f.shape.typ)
		if b.value(c, val, f, fresh.Elem()) {
			target.Set(fresh)
		}
		return
	}
	b.value(c, val, f, target)
}

func (b *binder) value(c *node, val any, f *field, target reflect.Value) bool {
	switch f.shape.kind {
	case kindTable:
		table, ok := val.(map[string]any)
		if !ok || c.array {
			return b.wrong(c, f)
		}
		b.fill(c, table, f.shape, target)
		return true
	case kindRecords:
		table, ok := val.(map[string]any)
		if !ok || c.array {
			return b.wrong(c, f)
		}
		for _, r := range c.children {
			rv, present := table[r.name]
			b.record(r, rv, present, *f, target)
		}
		return true
	case kindList:
		if f.shape.single && c.value != nil && c.value.kind == stringValue {
			one := reflect.MakeSlice(f.shape.typ, 1, 1)
			if !b.scalar(c.value, val, f, f.shape.elem, one.Index(0)) {
				return false
			}
			target.Set(one)
			return true
		}
		items, ok := val.([]any)
		if !ok || c.value == nil || len(items) != len(c.value.elems) {
			return b.wrong(c, f)
		}
		return b.list(c, items, f, target)
	}
	if c.value == nil {
		return b.wrong(c, f)
	}
	return b.scalar(c.value, val, f, f.shape, target)
}

func (b *binder) list(c *node, items []any, f *field, target reflect.Value) bool {
	out := reflect.MakeSlice(f.shape.typ, len(items), len(items))
	good := 0
	for i, item := range items {
		// A refused item is left out, so that no empty one is taken for meant.
		if b.scalar(&c.value.elems[i], item, f, f.shape.elem, out.Index(good)) {
			good++
		}
	}
	target.Set(out.Slice(0, good))
	return true
}

func (b *binder) scalar(at *value, val any, f *field, s *shape, target reflect.Value) bool {
	switch s.kind {
	case kindString:
		text, ok := val.(string)
		if !ok {
			return b.wrongScalar(at, f, s)
		}
		text = norm.NFC.String(text)
		if strings.ContainsFunc(text, func(r rune) bool { return r < ' ' && r != '\n' && r != '\t' || r == 0x7f }) {
			b.report(at.at, ruleType, "Trong giá trị này có ký tự điều khiển không in được.", "Xóa phần bắt đầu bằng dấu \\ trong giá trị.")
			return false
		}
		if f.enum != nil && !slices.Contains(f.enum, text) {
			return b.outside(at, text, f)
		}
		target.SetString(text)
	case kindBool:
		yes, ok := val.(bool)
		if !ok {
			return b.wrongScalar(at, f, s)
		}
		target.SetBool(yes)
	case kindInt:
		n, ok := val.(int64)
		if !ok {
			return b.wrongScalar(at, f, s)
		}
		if target.OverflowInt(n) {
			b.report(at.at, ruleType, "Số ở đây quá lớn.", "Xem lại con số.")
			return false
		}
		target.SetInt(n)
	case kindFloat:
		switch n := val.(type) {
		case int64:
			target.SetFloat(float64(n))
		case float64:
			if math.IsInf(n, 0) || math.IsNaN(n) {
				return b.wrongScalar(at, f, s)
			}
			target.SetFloat(n)
		default:
			return b.wrongScalar(at, f, s)
		}
	case kindDate:
		day, ok := date.Parse(b.src.Text[at.at:at.end])
		if !ok || at.kind != bareValue {
			return b.wrongScalar(at, f, s)
		}
		target.Set(reflect.ValueOf(day))
	}
	return true
}

// record adds one named table to a Records field.
func (b *binder) record(c *node, val any, present bool, f field, target reflect.Value) {
	if f.shape.elem.kind != kindTable {
		b.scalarRecord(c, val, present, f, target)
		return
	}
	table, ok := val.(map[string]any)
	if present && (!ok || c.array) || !present && c.value != nil && c.value.kind != inlineValue {
		b.wrong(c, &f)
		return
	}
	if !present {
		return // taken out: already reported
	}
	rec := reflect.New(f.shape.typ.Elem()).Elem()
	rec.FieldByName("Name").SetString(c.name)
	rec.FieldByName("Pos").Set(reflect.ValueOf(b.pos(c.at)))
	b.fill(c, table, f.shape.elem, rec.FieldByName("Value"))
	target.Set(reflect.Append(target, rec))
}

// scalarRecord adds one named value to a Records field of values.
func (b *binder) scalarRecord(c *node, val any, present bool, f field, target reflect.Value) {
	if !present {
		return // taken out: already reported
	}
	one := f
	one.key, one.shape = "ten-muc", f.shape.elem
	if isPlainKey(c.name) {
		one.key = c.name
	}
	rec := reflect.New(f.shape.typ.Elem()).Elem()
	rec.FieldByName("Name").SetString(c.name)
	rec.FieldByName("Pos").Set(reflect.ValueOf(b.pos(c.at)))
	if b.value(c, val, &one, rec.FieldByName("Value")) {
		target.Set(reflect.Append(target, rec))
	}
}

// unknown reports a key that its table does not have.
func (b *binder) unknown(c *node, s *shape) {
	if b.full() {
		return
	}
	what := "Khóa này không có trong danh mục khóa của phần này."
	if isPlainKey(c.name) {
		what = "Khóa `" + c.name + "` không có trong danh mục khóa của phần này."
	}
	known := s.keys()
	if meant, ok := viet.Nearest(c.name, known); ok {
		b.report(c.at, ruleUnknown, what, "Có phải ý bạn là `"+meant+"`?")
		return
	}
	if s != b.root && b.root.field(c.name) != nil {
		b.report(c.at, ruleUnknown, "Khóa `"+c.name+"` thuộc phần đầu tệp nhưng đang đứng trong một bảng.",
			"Đưa dòng này lên trên dòng [tên bảng] đầu tiên.")
		return
	}
	hint := "Xóa dòng này, hoặc đặt dấu # ở đầu dòng nếu là ghi chú."
	if len(known) > 0 && len(known) <= 40 {
		hint += " Các khóa dùng được: " + strings.Join(known, ", ") + "."
	}
	b.report(c.at, ruleUnknown, what, hint)
}

// isPlainKey reports whether a key may be repeated in a message: it is a word
// or two without marks and can hold no number of a person.
func isPlainKey(name string) bool {
	if name == "" || len(name) > 32 {
		return false
	}
	figures := 0
	for i := 0; i < len(name); i++ {
		switch c := name[i]; {
		case '0' <= c && c <= '9':
			if figures++; figures > 4 {
				return false
			}
		case !isBare(c):
			return false
		}
	}
	return true
}

// wrong reports a value of the wrong kind: a table where a value is due or
// the other way round.
func (b *binder) wrong(c *node, f *field) bool {
	at := c.at
	if c.value != nil {
		at = c.value.at
	}
	switch {
	case f.shape.kind == kindRecords && f.shape.elem.kind != kindTable:
		b.report(at, ruleType, "Chỗ này phải là một bảng, mỗi tên một giá trị.",
			"Viết dòng ["+f.key+"], rồi mỗi tên một dòng ở dưới, như ten-muc = "+exampleValue(f.shape.elem)+".")
	case f.shape.kind == kindRecords && c.array:
		b.report(at, ruleType, "Bảng viết bằng hai dấu ngoặc [[…]] không dùng ở đây: mỗi mục phải có tên riêng.",
			"Dùng một cặp ngoặc và đặt tên cho mỗi mục, như ["+exampleRecord(f)+"].")
	case f.shape.kind == kindRecords:
		b.report(at, ruleType, "Chỗ này phải là các bảng có tên.",
			"Viết tên mỗi mục trên một dòng riêng, như ["+exampleRecord(f)+"], rồi các khóa ở những dòng dưới.")
	case f.shape.kind == kindTable:
		b.report(at, ruleType, "Chỗ này phải là một bảng gồm nhiều khóa.",
			"Viết dòng ["+c.name+"], rồi mỗi khóa một dòng ở dưới.")
	default:
		b.wrongValue(at, f, f.shape, b.got(c.value))
	}
	return false
}

func exampleRecord(f *field) string {
	if f.key == "*" {
		return "ten-muc"
	}
	return f.key + ".ten-muc"
}

// wrongScalar reports a value, or an item of a list, of the wrong type.
func (b *binder) wrongScalar(at *value, f *field, s *shape) bool {
	token := b.src.Text[at.at:at.end]
	switch {
	case s.kind == kindDate && at.kind == bareValue && strings.Contains(token, ":"):
		b.report(at.at, ruleDate, "Chỗ này chỉ ghi ngày, không ghi giờ.", hintDate)
	case s.kind == kindDate && at.kind == stringValue:
		b.report(at.at, ruleDate, "Ngày ở đây đang đặt trong dấu ngoặc kép.", hintDate)
	case s.kind == kindDate && at.kind == bareValue && looksLikeDate(token):
		b.reportSlip(slipDate(at.at))
	case s.kind == kindDate:
		b.report(at.at, ruleDate, "Chỗ này phải là một ngày.", hintDate)
	case s.kind == kindInt && at.kind == bareValue && isThousands(token):
		b.report(at.at, ruleType, "Số ở đây có dấu chấm, nên bị hiểu là số lẻ.", "Viết liền các chữ số, không có dấu chấm: 1250 thay cho 1.250.")
	default:
		b.wrongValue(at.at, f, s, b.got(at))
	}
	return false
}

// isThousands reports whether a number is written in the way of a text,
// 1.250.
func isThousands(token string) bool {
	whole, rest, found := strings.Cut(token, ".")
	return found && len(rest) == 3 && digits(rest) == 3 && digits(whole) == len(whole)
}

func (b *binder) wrongValue(at int, f *field, s *shape, got string) {
	example := exampleValue(s)
	var due string
	switch s.kind {
	case kindString:
		due = "chữ trong dấu ngoặc kép"
		if f.enum != nil {
			example = `"` + f.enum[0] + `"`
		}
	case kindBool:
		due = "true (có) hoặc false (không), không đặt trong ngoặc kép"
	case kindInt:
		due = "số nguyên viết liền"
	case kindFloat:
		due = "số, phần lẻ viết sau dấu chấm"
	case kindDate:
		due = "ngày"
	case kindList:
		due = "danh sách trong ngoặc vuông"
	}
	if s != f.shape { // an item of a list
		example = exampleValue(f.shape)
	}
	rule := ruleType
	if s.kind == kindDate {
		rule = ruleDate
	}
	b.report(at, rule, "Chỗ này phải là "+due+", nhưng đang là "+got+".", "Viết như "+f.key+" = "+example+".")
}

// exampleValue is how a value of a type is written.
func exampleValue(s *shape) string {
	switch s.kind {
	case kindString:
		return `"…"`
	case kindBool:
		return "true"
	case kindInt:
		return "1250"
	case kindFloat:
		return "3.5"
	case kindDate:
		return "2020-06-30"
	case kindList:
		if s.elem.kind == kindDate {
			return "[2020-06-30]"
		}
		return "[" + exampleValue(s.elem) + ", " + exampleValue(s.elem) + "]"
	}
	return "{ … }"
}

// got names what was written.
func (b *binder) got(v *value) string {
	if v == nil {
		return "một bảng"
	}
	switch v.kind {
	case stringValue:
		return "chữ trong ngoặc kép"
	case arrayValue:
		return "một danh sách"
	case inlineValue:
		return "một bảng"
	}
	switch token := b.src.Text[v.at:v.end]; {
	case token == "true" || token == "false":
		return "đúng/sai (" + token + ")"
	case looksLikeDate(token):
		return "ngày"
	case strings.Contains(token, ":"):
		return "giờ"
	case strings.ContainsAny(token, ".eE") && !strings.HasPrefix(token, "0x"):
		return "số lẻ"
	}
	return "số"
}

// outside reports a word that is not in the list of a key. The word itself is
// not repeated: it may be anything.
func (b *binder) outside(at *value, text string, f *field) bool {
	if b.full() {
		return false
	}
	hint := "Các giá trị dùng được: " + strings.Join(f.enum, ", ") + "."
	if meant, ok := viet.Nearest(text, f.enum); ok {
		hint = "Có phải ý bạn là `" + meant + "`? " + hint
	}
	b.report(at.at, ruleEnum, "Giá trị của `"+f.key+"` không có trong danh sách cho phép.", hint)
	return false
}
