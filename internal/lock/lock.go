// Package lock knows the form of dia-chi.lock: every address that the portal
// has published and, for plans and legal texts, the ids of their units. People
// have bookmarked, quoted and printed them, so none may vanish unsaid.
//
// The file is text for git: one line for each address, sorted, so that two
// people who build on two branches can merge by keeping the lines of both.
// Reading therefore accepts lines in any order and an address on several
// lines; what was published is all of them together. Nothing is ever taken
// out of the file.
package lock

import (
	"cmp"
	"slices"
	"strings"

	"thonlanh/internal/diag"
)

// Name is the name of the file in the project folder.
const Name = "dia-chi.lock"

// head explains the file to whoever opens it.
const head = "# Địa chỉ và mã mục mà cổng đã đăng. Máy tự ghi mỗi lần dựng; giữ tệp này trong git, đừng sửa hay xóa tay: người dân đã lưu, đã dẫn, đã in những địa chỉ này.\n"

// Line is one address with the ids of its units in the spelling of Spell; ""
// for pages without units.
type Line struct {
	Addr   string // "/van-ban/nd-282-2025/"
	Units  string
	Number int // of the line in the file, from 1
}

// Lock is what has been published. Its zero value is that nothing was.
type Lock struct {
	Lines []Line // in the order of the file

	at map[string][]int // indexes of the lines of an address
}

const (
	maxAddr = 1000 // bytes; what file names of a usual disk can give
	maxSaid = 20   // damaged lines that are reported one by one
)

// Read takes the file apart. A line that cannot be understood is reported and
// left out; the others hold.
func Read(data []byte) (*Lock, diag.List) {
	src, problems := diag.NewSource(Name, data)
	if src == nil {
		return &Lock{}, problems
	}
	l := &Lock{}
	damaged := 0
	number := 0
	for text := range strings.Lines(src.Text) {
		number++
		text = strings.TrimRight(text, " \t\n")
		if text == "" || text[0] == '#' {
			continue
		}
		addr, units, _ := strings.Cut(text, " ")
		column, message, hint := 0, "", ""
		switch bad := faulty(units); {
		case conflict(text):
			column, message, hint = 1, "Đây là dấu vết của một lần gộp (git) chưa làm xong.",
				"Xóa các dòng bắt đầu bằng <<<<<<<, =======, >>>>>>>; giữ lại mọi dòng địa chỉ của cả hai bên."
		case !IsAddress(addr):
			column = 1
		case bad >= 0:
			column = 1 + len(addr) + 1 + bad // nothing but ASCII comes before
		}
		if column == 0 {
			l.Lines = append(l.Lines, Line{addr, units, number})
			continue
		}
		if message == "" {
			message, hint = "Dòng này bị hỏng: mỗi dòng phải là một địa chỉ đã đăng, sau đó là các mã mục. Có lẽ tệp đã bị sửa tay.",
				"Lấy lại tệp từ git (git checkout dia-chi.lock) hoặc từ bản sao lưu. Nếu không có, xóa riêng dòng này."
		}
		if damaged++; damaged <= maxSaid {
			problems = append(problems, diag.At(Name, diag.Pos{Line: number, Column: column}, diag.Block, "dia-chi-lock-hong", message, hint))
		}
	}
	if damaged > maxSaid {
		problems = append(problems, diag.At(Name, diag.Pos{}, diag.Block, "dia-chi-lock-hong",
			"Nhiều dòng trong tệp này bị hỏng; trên đây mới kể một phần.", "Lấy lại tệp từ git (git checkout dia-chi.lock) hoặc từ bản sao lưu."))
	}
	l.index()
	return l, problems
}

func conflict(line string) bool {
	for _, mark := range [...]string{"<<<<<<<", "=======", ">>>>>>>", "|||||||"} {
		if strings.HasPrefix(line, mark) {
			return true
		}
	}
	return false
}

// IsAddress reports whether an address has the shape of a published one: "/",
// or folders of small letters, digits and hyphens between strokes.
func IsAddress(s string) bool {
	if s == "" || len(s) > maxAddr || s[0] != '/' || s[len(s)-1] != '/' || strings.Contains(s, "//") {
		return false
	}
	for i := range len(s) {
		if !inName(s[i]) && s[i] != '/' {
			return false
		}
	}
	return true
}

func (l *Lock) index() {
	l.at = make(map[string][]int, len(l.Lines))
	for i := range l.Lines {
		l.at[l.Lines[i].Addr] = append(l.at[l.Lines[i].Addr], i)
	}
}

// Has reports whether an address has been published.
func (l *Lock) Has(addr string) bool { return l != nil && len(l.at[addr]) > 0 }

// Of gives the lines of an address: one, or several after a merge.
func (l *Lock) Of(addr string) []Line {
	if l == nil {
		return nil
	}
	var out []Line
	for _, i := range l.at[addr] {
		out = append(out, l.Lines[i])
	}
	return out
}

// Add gives the file with some pages added, their units as Spell writes them.
// It is unchanged, and data nil, when all of them stand in it already: then
// nothing need be written.
func (l *Lock) Add(pages []Line) (data []byte, changed bool) {
	if l == nil {
		l = &Lock{}
	}
	grown := make(map[string]string) // what is new, by address
	for _, p := range pages {
		if !IsAddress(p.Addr) {
			continue
		}
		at := l.at[p.Addr]
		more, again := grown[p.Addr]
		switch {
		case len(at) == 1 && l.Lines[at[0]].Units == p.Units:
			continue
		case len(at) == 0 && !again:
			grown[p.Addr] = p.Units
			continue
		}
		before := make(map[string]bool)
		for id := range Units(more) {
			before[string(id)] = true
		}
		for _, i := range at {
			for id := range Units(l.Lines[i].Units) {
				before[string(id)] = true
			}
		}
		n := len(before)
		for id := range Units(p.Units) {
			before[string(id)] = true
		}
		if (len(at) > 0 || again) && len(before) == n {
			continue // nothing of it is new
		}
		grown[p.Addr] = spellSet(before)
	}
	if len(grown) == 0 {
		return nil, false
	}
	return l.encode(grown), true
}

// encode writes the lines of the lock with the grown ones in their place.
func (l *Lock) encode(grown map[string]string) []byte {
	all := make([]Line, 0, len(l.at)+len(grown))
	size := len(head)
	add := func(addr, units string) {
		all = append(all, Line{Addr: addr, Units: units})
		size += len(addr) + len(units) + 2
	}
	for addr, at := range l.at {
		units, again := grown[addr]
		switch {
		case again:
		case len(at) == 1:
			units = l.Lines[at[0]].Units
		default:
			set := make(map[string]bool)
			for _, i := range at {
				for id := range Units(l.Lines[i].Units) {
					set[string(id)] = true
				}
			}
			units = spellSet(set)
		}
		add(addr, units)
	}
	for addr, units := range grown {
		if len(l.at[addr]) == 0 {
			add(addr, units)
		}
	}
	slices.SortFunc(all, func(a, b Line) int { return cmp.Compare(a.Addr, b.Addr) })
	out := make([]byte, 0, size)
	out = append(out, head...)
	for _, x := range all {
		out = append(out, x.Addr...)
		if x.Units != "" {
			out = append(append(out, ' '), x.Units...)
		}
		out = append(out, '\n')
	}
	return out
}

func spellSet(set map[string]bool) string {
	ids := make([]string, 0, len(set))
	for id := range set {
		ids = append(ids, id)
	}
	return Spell(ids)
}
