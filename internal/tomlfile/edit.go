package tomlfile

import (
	"slices"
	"strings"

	"thonlanh/internal/diag"
)

// Change is one value that shall stand in a file.
type Change struct {
	Path  []string // the tables from the outermost, then the key
	Value any      // int, bool, string, date.Date or []string

	// Should the table have to be made: a comment above it, and the names of
	// tables beside it of which it comes behind the last that is there.
	Title  string
	Behind []string
}

// Edit writes values into the TOML file data and leaves every other byte as it
// is: comments, order, spelling, line ends and the keys that no change names.
// A value that stands there already is not touched, however it is spelt. A new
// key comes last in its table, or below the comment that shows how to fill it
// in; a new table comes behind its neighbours.
//
// With problems nothing was edited and the data are nil: the file is not
// right as it is, or it is written in a way that no key can be added to. What
// is returned has been read again and holds the values, and nothing else has
// changed its meaning.
func Edit(path string, data []byte, changes []Change) ([]byte, diag.List) {
	src, list := diag.NewSource(path, data)
	if src == nil {
		return nil, list
	}
	src.Pos(0)
	if len(data) > maxBytes {
		return nil, diag.List{src.Problem(0, diag.Block, ruleSyntax, "Tệp này quá lớn (hơn 2 MB).", "Chia thành nhiều tệp nhỏ hơn.")}
	}
	d := &decoder{src: src}
	text := d.withoutControls(src.Text)
	d.statements = scan(text, 0, len(text), nil)
	d.parse(text)
	if len(d.problems) > 0 {
		return nil, d.finish()
	}
	e := newEditor(data)
	if bad := e.firstBad(); bad >= 0 {
		line := 1 + strings.Count(e.text[:bad], "\n")
		return nil, diag.List{diag.At(src.Path, diag.Pos{Line: line, Column: 1}, diag.Block, ruleSyntax,
			"Trong một tên hay một con số của tệp này có ký tự không nhìn thấy.", "Xóa cả dòng và gõ lại bằng tay.")}
	}
	changes = lastOfEach(changes)
	for _, c := range changes {
		if bad := e.change(c); bad != nil {
			return nil, diag.List{src.Problem(0, diag.Block, ruleSyntax,
				"Không tự ghi được `"+strings.Join(c.Path, ".")+"` vào tệp này: "+bad.why+".", "Viết "+bad.how+", rồi chạy lại.")}
		}
	}
	out := e.apply()
	if newEditor(out).firstBad() >= 0 || !sameButFor(data, out, changes) {
		return nil, diag.List{src.Problem(0, diag.Block, ruleSyntax,
			"Cách viết của tệp này làm máy không chắc ghi thêm cho đúng, nên tệp được để nguyên.", "Viết mỗi bảng một dòng [tên], mỗi khóa một dòng, rồi chạy lại.")}
	}
	return out, nil
}

// lastOfEach keeps the last value of each path.
func lastOfEach(changes []Change) []Change {
	at := make(map[string]int)
	var out []Change
	for _, c := range changes {
		k := strings.Join(c.Path, "\x00")
		if i, twice := at[k]; twice {
			out[i] = c
			continue
		}
		at[k] = len(out)
		out = append(out, c)
	}
	return out
}

// editor plans the edits of one file. It works on a shadow of the file that
// has a byte for each byte, so that places are places of the file.
type editor struct {
	data       []byte
	text       string // the shadow
	statements []statement
	root       *spot
	values     map[string]any // what the library reads
	eol        string
	edits      []edit
	tables     []*newTable
}

// edit puts text in the place of data[at:end].
type edit struct {
	at, end int
	text    string
}

// newTable is a table that has to be made, with its lines.
type newTable struct {
	path  []string
	title string
	after *spot // the table it comes behind; nil for the end of the file
	lines strings.Builder
}

func newEditor(data []byte) *editor {
	e := &editor{data: data, text: shadow(data), eol: "\n"}
	if i := strings.IndexByte(string(data), '\n'); i > 0 && data[i-1] == '\r' {
		e.eol = "\r\n"
	}
	e.statements = scan(e.text, 0, len(e.text), nil)
	e.values, _ = libraryTable(normalised(data))
	e.root = placeAll(e.text, e.statements)
	return e
}

// firstBad is where the shadow cannot be read though the file can, -1 for
// nowhere.
func (e *editor) firstBad() int {
	for i := range e.statements {
		if e.statements[i].bad != nil {
			return e.statements[i].start
		}
	}
	return -1
}

// stuck says why a change cannot be made, and how to write the file instead.
type stuck struct{ why, how string }

func (e *editor) change(c Change) *stuck {
	n, rest := e.root, c.Path
	var inline *value // the innermost { … } on the way
	inside := rest    // what is below it
	for len(rest) > 0 {
		next := n.child(rest[0])
		if next == nil {
			break
		}
		n, rest = next, rest[1:]
		if n.array {
			return &stuck{"bảng này viết bằng hai dấu ngoặc [[…]]", "một cặp ngoặc, như [ct-1]"}
		}
		if n.value != nil && n.value.kind == inlineValue {
			inline, inside = n.value, rest
		}
	}
	key := dotted(rest)
	switch {
	case len(rest) == 0 && (n.value == nil || n.value.kind == inlineValue):
		return &stuck{"chỗ đó đang là một bảng", "một giá trị sau dấu ="}
	case len(rest) == 0:
		e.replace(n.value, c)
	case n.value != nil && n.value.kind != inlineValue:
		return &stuck{"chỗ đó đang là một giá trị, không phải bảng", "bảng trên một dòng riêng, như [ct-1]"}
	case inline != nil:
		e.intoInline(inline, dotted(inside)+" = "+oneLine(c.Value))
	case n.dotted:
		e.line(n.block, n.last, n.prefix+key, c.Value)
	case len(rest) == 1 && n.header >= 0:
		e.line(n.header, e.lastOf(n.header), key, c.Value)
	case len(rest) == 1 && n == e.root:
		e.line(-1, e.lastOf(-1), key, c.Value)
	default:
		e.inNewTable(c)
	}
	return nil
}

// replace puts a value in the place of another, unless they are the same.
func (e *editor) replace(v *value, c Change) {
	old, _ := lookUp(e.values, c.Path)
	if sameValue(old, c.Value, e.text[v.at:v.end]) {
		return
	}
	if list, ok := c.Value.([]string); ok && e.inList(v, old, list) {
		return
	}
	e.edits = append(e.edits, edit{v.at, v.end, e.literal(c.Value)})
}

func (e *editor) literal(v any) string { return strings.ReplaceAll(Literal(v), "\n", e.eol) }

// intoInline adds a pair to { … }.
func (e *editor) intoInline(v *value, pair string) {
	if len(v.pairs) > 0 {
		e.edits = append(e.edits, edit{v.pairs[len(v.pairs)-1].value.end, -1, ", " + pair})
		return
	}
	for i := range e.edits {
		if e.edits[i].at == v.at+1 && e.edits[i].end < 0 {
			e.edits[i].text += ", " + pair
			return
		}
	}
	e.edits = append(e.edits, edit{v.at + 1, -1, pair})
}

// line adds a line to the block of a header (-1 for the lines above the first
// one), below statement last or below the comment that shows the key.
func (e *editor) line(header, last int, key string, v any) {
	at := e.belowComment(header, key)
	if at < 0 {
		at = e.lineAfter(last)
	}
	indent := ""
	if last >= 0 && !e.statements[last].header {
		start := strings.LastIndexByte(e.text[:e.statements[last].start], '\n') + 1
		if blank := string(e.data[start:e.statements[last].start]); strings.Trim(blank, " \t") == "" {
			indent = blank
		}
	}
	e.insert(at, indent+key+" = "+e.literal(v))
}

// insert adds whole lines at the beginning of a line, or behind the last line
// of a file that has no end.
func (e *editor) insert(at int, lines string) {
	if at > 0 && at == len(e.text) && e.text[at-1] != '\n' {
		lines = e.eol + lines
	} else {
		lines += e.eol
	}
	e.edits = append(e.edits, edit{at, -1, lines})
}

// inNewTable adds a key to a table that is not there yet.
func (e *editor) inNewTable(c Change) {
	path := c.Path[:len(c.Path)-1]
	for _, t := range e.tables {
		if slices.Equal(t.path, path) {
			t.lines.WriteString(Key(c.Path[len(path)]) + " = " + e.literal(c.Value) + e.eol)
			return
		}
	}
	t := &newTable{path: path, title: c.Title, after: e.sibling(path, c.Behind)}
	t.lines.WriteString(Key(c.Path[len(path)]) + " = " + e.literal(c.Value) + e.eol)
	e.tables = append(e.tables, t)
}

// sibling is the table that a new one comes behind: one of those named, else
// the last under the same table.
func (e *editor) sibling(path []string, behind []string) *spot {
	n := e.root
	for _, name := range path[:len(path)-1] {
		if n = n.child(name); n == nil {
			return nil
		}
	}
	for _, name := range slices.Backward(behind) {
		if c := n.child(name); c != nil && c.header >= 0 {
			return c
		}
	}
	var last *spot
	for _, c := range n.children {
		if c.header >= 0 && (last == nil || c.header > last.header) {
			last = c
		}
	}
	return last
}

// apply makes all edits. Those of one place keep their order.
func (e *editor) apply() []byte {
	for _, t := range e.tables {
		at := len(e.text)
		if t.after != nil {
			at = e.blockEnd(t.after.header)
		}
		lines := ""
		if len(strings.TrimSpace(e.text[:at])) > 0 || len(e.edits) > 0 {
			lines = e.eol
		}
		for line := range strings.SplitSeq(t.title, "\n") {
			if line != "" {
				lines += "# " + line + e.eol
			}
		}
		lines += "[" + dotted(t.path) + "]" + e.eol + strings.TrimSuffix(t.lines.String(), e.eol)
		if at < len(e.text) && strings.TrimSpace(e.text[at:e.lineBelow(at)]) != "" {
			lines += e.eol
		}
		e.insert(at, lines)
	}
	slices.SortStableFunc(e.edits, func(a, b edit) int { return a.at - b.at })
	var out []byte
	at := 0
	for _, x := range e.edits {
		out = append(append(out, e.data[at:x.at]...), x.text...)
		at = max(x.at, x.end)
	}
	return append(out, e.data[at:]...)
}
