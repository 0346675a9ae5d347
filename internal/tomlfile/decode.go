// Package tomlfile reads the TOML that officials write: strictly, with the
// exact place of every mistake, and all mistakes of a file at once.
//
// A scanner of our own finds where each statement, key and value stands; the
// TOML library judges the syntax and gives the values; reflection binds them
// to a struct. A statement that is wrong is reported and taken out, and the
// rest is read as if it were not there.
package tomlfile

import (
	"errors"
	"fmt"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"thonlanh/internal/diag"
)

const (
	maxBytes    = 2 << 20 // of one section
	maxProblems = 50      // of one section; nobody mends more in one go
	maxRounds   = 8       // mistakes that only the library sees
)

// Decode reads the TOML text src.Text[at:end] into v, a pointer to a struct
// that passes Check; it panics on any other v. What could be read is in v even
// when there are problems.
func Decode(src *diag.Source, at, end int, v any) (*Keys, diag.List) {
	target, err := shapeOf(v)
	if err != nil {
		panic(err)
	}
	at = max(0, min(at, len(src.Text)))
	end = max(at, min(end, len(src.Text)))
	if end < len(src.Text) {
		// Keys and values outlive the text below a front matter by far.
		src = src.Head(end)
	}
	d := &decoder{src: src, at: at}
	src.Pos(0) // makes the line table now, so that Keys may be shared later
	if end-at > maxBytes {
		d.report(at, ruleSyntax, "Phần dữ liệu này quá lớn (hơn 2 MB).", "Chia thành nhiều tệp nhỏ hơn.")
		return buildKeys(src, at, nil), d.problems
	}
	text := d.withoutControls(src.Text[at:end])
	full := src.Text[:at] + text
	d.statements = scan(full, at, at+len(text), target.names)
	values, ok := d.parse(text)
	keys := buildKeys(src, at, d.statements)
	if ok {
		b := binder{decoder: d, root: target}
		b.table(keys.root, values, target, v)
	}
	keys.root.settle(src.Text)
	return keys, d.finish()
}

type decoder struct {
	src        *diag.Source
	at         int
	statements []statement
	problems   diag.List
	more       bool // there are more problems than are reported

	lastOffset int // the place reported last, see pos
	lastPos    diag.Pos
}

func (d *decoder) report(offset int, rule, message, hint string) {
	if d.full() {
		return
	}
	p := d.src.Problem(offset, diag.Block, rule, message, hint)
	d.problems = append(d.problems, p)
}

// full reports whether no further problem will be shown, so that there is no
// need to find words for one.
func (d *decoder) full() bool {
	d.more = d.more || len(d.problems) >= maxProblems
	return len(d.problems) >= maxProblems
}

func (d *decoder) reportSlip(s *slip) { d.report(s.at, s.rule, s.message, s.hint) }

func (d *decoder) finish() diag.List {
	list := d.problems.Sorted()
	if d.more {
		last := list[len(list)-1]
		last.Message = "Tệp này còn nhiều lỗi khác chưa liệt kê."
		last.Hint = "Sửa các lỗi ở trên rồi kiểm tra lại."
		list = append(list, last)
	}
	return list
}

// pos is src.Pos for offsets that mostly grow: on one very long line it counts
// on from the last place instead of from the beginning.
func (d *decoder) pos(offset int) diag.Pos {
	if offset >= d.lastOffset && d.lastPos.Line > 0 {
		between := d.src.Text[d.lastOffset:offset]
		if strings.IndexByte(between, '\n') < 0 {
			d.lastPos.Column += utf8.RuneCountInString(between)
			d.lastOffset = offset
			return d.lastPos
		}
	}
	d.lastOffset, d.lastPos = offset, d.src.Pos(offset)
	return d.lastPos
}

// withoutControls reports control characters, which TOML forbids, and puts
// blanks in their place.
func (d *decoder) withoutControls(text string) string {
	isControl := func(r rune) bool { return r < ' ' && r != '\n' && r != '\t' || r == 0x7f }
	i := strings.IndexFunc(text, isControl)
	if i < 0 {
		return text
	}
	d.report(d.at+i, ruleSyntax, "Có ký tự điều khiển không nhìn thấy ở đây, thường do chép từ phần mềm khác.",
		"Xóa cả dòng này và gõ lại bằng tay.")
	return strings.Map(func(r rune) rune {
		if isControl(r) {
			return ' '
		}
		return r
	}, text)
}

// parse gives the values of all statements that are right. It is false when
// the library still refuses what is left after the worst was taken out.
func (d *decoder) parse(text string) (map[string]any, bool) {
	rest := []byte(text)
	for i := range d.statements {
		if bad := d.statements[i].bad; bad != nil {
			d.reportSlip(bad)
			d.takeOut(rest, i)
		}
	}
	for range maxRounds {
		values, err := decodeTOML(string(rest))
		if err == nil {
			return values, true
		}
		var parseErr toml.ParseError
		if !errors.As(err, &parseErr) {
			break
		}
		i := d.statementAt(d.at + parseErr.Position.Start)
		if i < 0 || d.statements[i].bad != nil {
			break
		}
		d.statements[i].bad = d.explain(i, d.at+parseErr.Position.Start, parseErr.Message)
		d.reportSlip(d.statements[i].bad)
		d.takeOut(rest, i)
	}
	if len(d.problems) == 0 {
		d.report(d.at, ruleSyntax, "Không đọc được phần dữ liệu này.", "Xem lại các dấu ngoặc, dấu = và các khóa bị lặp.")
	}
	d.more = true
	return nil, false
}

// decodeTOML guards against panics of the library, which are its bugs and must
// not end a build.
func decodeTOML(text string) (values map[string]any, err error) {
	if values, ok := plainTable(text); ok {
		return values, nil
	}
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("toml library: %v", r)
		}
	}()
	_, err = toml.Decode(text, &values)
	return values, err
}

// takeOut blanks a statement, and with a table header the statements under it.
func (d *decoder) takeOut(rest []byte, i int) {
	last := i
	if d.statements[i].header {
		for last+1 < len(d.statements) && !d.statements[last+1].header {
			last++
		}
	}
	for j := d.statements[i].start - d.at; j < d.statements[last].end-d.at; j++ {
		if rest[j] != '\n' {
			rest[j] = ' '
		}
	}
}

// statementAt finds the statement that holds an offset, or the last one before
// it: the library puts some mistakes one character too late.
func (d *decoder) statementAt(offset int) int {
	return sort.Search(len(d.statements), func(i int) bool { return d.statements[i].start > offset }) - 1
}

// explain says what the library found wrong in a statement.
func (d *decoder) explain(i, offset int, message string) *slip {
	st := &d.statements[i]
	if v := valueAt(&st.value, offset); v != nil && offset >= st.value.at && !st.header {
		return d.explainValue(v)
	}
	at := st.start
	if len(st.key) > 0 {
		at = st.key[len(st.key)-1].at
	}
	name := "Khóa"
	if st.header {
		name = "Bảng"
	}
	if line := d.earlier(i); line > 0 {
		return &slip{at: at, rule: ruleSyntax,
			message: fmt.Sprintf("%s này đã ghi ở dòng %d; mỗi tên chỉ được ghi một lần.", name, line),
			hint:    "Giữ lại một chỗ và xóa chỗ kia, hoặc đổi tên nếu là hai mục khác nhau."}
	}
	return &slip{at: at, rule: ruleSyntax,
		message: name + " này trùng tên, hoặc mâu thuẫn với một khóa hay một bảng ghi ở trên.",
		hint:    "Mỗi tên chỉ ghi một lần: hoặc là khóa có giá trị, hoặc là bảng [ten]."}
}

// valueAt finds the innermost value at an offset, nil outside of v.
func valueAt(v *value, offset int) *value {
	if offset < v.at || offset > v.end {
		return nil
	}
	for i := range v.elems {
		if e := valueAt(&v.elems[i], offset); e != nil {
			return e
		}
	}
	for i := range v.pairs {
		if e := valueAt(&v.pairs[i].value, offset); e != nil {
			return e
		}
	}
	return v
}

func (d *decoder) explainValue(v *value) *slip {
	token := d.src.Text[v.at:v.end]
	switch {
	case v.kind == stringValue:
		return &slip{at: v.at, rule: ruleSyntax,
			message: "Trong giá trị này có dấu \\ đứng trước một ký tự không hợp lệ.",
			hint:    "Bỏ dấu \\, hoặc viết hai dấu \\\\. Đường dẫn tệp viết bằng dấu /, như anh/bia.jpg."}
	case v.kind == inlineValue:
		return &slip{at: v.at, rule: ruleSyntax,
			message: "Trong ngoặc nhọn ở đây có khóa ghi hai lần, hoặc viết sai.",
			hint:    "Viết thành bảng riêng: dòng [ten], rồi mỗi khóa một dòng."}
	case v.kind == arrayValue:
		return &slip{at: v.at, rule: ruleSyntax,
			message: "Danh sách ở đây viết sai.",
			hint:    "Viết các mục trong ngoặc vuông, ngăn bằng dấu phẩy, như [\"a\", \"b\"]."}
	case looksLikeDate(token):
		return slipDate(v.at)
	case len(token) > 1 && token[0] == '0' && digits(token) == len(token):
		return &slip{at: v.at, rule: ruleSyntax,
			message: "Số ở đây mở đầu bằng số 0.",
			hint:    "Nếu là con số, bỏ số 0 ở đầu. Nếu là số điện thoại hay mã, đặt trong dấu ngoặc kép."}
	case digits(token) == len(token):
		return &slip{at: v.at, rule: ruleSyntax,
			message: "Số ở đây quá lớn.",
			hint:    "Xem lại con số. Nếu là mã hay số điện thoại, đặt trong dấu ngoặc kép."}
	}
	return &slip{at: v.at, rule: ruleSyntax,
		message: "Giá trị ở đây không phải là số, ngày hay true, false.",
		hint:    "Số viết liền, như 1250 hoặc 3.5; ngày như 2020-06-30; chữ thì đặt trong dấu ngoặc kép."}
}

// earlier is the line on which the key of a statement was first written, 0
// when it was not.
func (d *decoder) earlier(i int) int {
	st := &d.statements[i]
	k := buildKeys(d.src, d.at, d.statements[:i])
	n := k.root
	if !st.header {
		for j := i - 1; j >= 0; j-- {
			if d.statements[j].header {
				n = tableNode(n, &d.statements[j])
				break
			}
		}
	}
	for _, p := range st.key {
		if n = n.child(p.name); n == nil {
			return 0
		}
	}
	return d.src.Pos(n.at).Line
}
