package check

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"thonlanh/internal/diag"
	"thonlanh/internal/lock"
	"thonlanh/internal/site"
	"thonlanh/internal/viet"
)

// maxLost is how many lost addresses and units are told one by one.
const maxLost = 40

// diaChiMat: what has been published keeps its address. People have
// bookmarked it, quoted it and printed it as a QR code.
func diaChiMat(x *gate) diag.List {
	f := &finder{gate: x, published: x.tree.Published}
	if f.published == nil {
		return nil
	}
	lost := f.lostPages()
	lost = append(lost, f.lostUnits()...)
	var out diag.List
	for i, l := range lost {
		if i == maxLost {
			out = append(out, diag.At(lock.Name, diag.Pos{}, diag.Block, "dia-chi-mat",
				fmt.Sprintf("Còn %d địa chỉ, mục đã đăng khác cũng không còn; trên đây mới kể %d chỗ đầu.", len(lost)-maxLost, maxLost),
				"Nếu mất nhiều cùng một lúc, có lẽ một thư mục đã bị đổi tên hoặc xóa nhầm: lấy lại là xong."))
			break
		}
		out = append(out, f.problem(l))
	}
	return out
}

// lost is an address that no page has, or a unit that its page has not.
type lost struct {
	line  lock.Line
	page  *site.Page // of a unit
	unit  string
	below int // how many units below it are lost with it
}

// finder looks for what is lost and for where it may be now.
type finder struct {
	*gate
	published *lock.Lock
	fresh     []*site.Page // that were never published; nil until they are needed
	looked    bool
	guesses   int
}

func (f *finder) lostPages() []lost {
	var out []lost
	seen := make(map[string]bool)
	for _, line := range f.published.Lines {
		if _, there := f.site.PageAt(line.Addr); there || seen[line.Addr] || f.site.Explained(line.Addr, "") {
			continue
		}
		seen[line.Addr] = true
		out = append(out, lost{line: line})
	}
	return out
}

// lostUnits compares the texts with what was published of them. Nearly always
// the two spellings are the same and no id is looked at.
func (f *finder) lostUnits() []lost {
	var out []lost
	for _, p := range f.site.Pages {
		spelled, ok := p.UnitIDs()
		if !ok {
			continue
		}
		lines := f.published.Of(p.Addr)
		if len(lines) == 0 || len(lines) == 1 && lines[0].Units == spelled {
			continue
		}
		out = append(out, f.lostOf(p, spelled, lines)...)
	}
	return out
}

func (f *finder) lostOf(p *site.Page, spelled string, lines []lock.Line) []lost {
	now := unitSet(spelled)
	gone := make(map[string]lock.Line)
	var ids []string
	for _, line := range lines {
		for id := range lock.Units(line.Units) {
			if _, known := gone[string(id)]; known || now[string(id)] || f.site.Explained(p.Addr, string(id)) {
				continue
			}
			gone[string(id)] = line
			ids = append(ids, string(id))
		}
	}
	slices.Sort(ids)
	var out []lost
	at := make(map[string]int)
next:
	for _, id := range ids {
		for up := id; ; {
			i := strings.LastIndexByte(up, '-')
			if i < 0 {
				break
			}
			up = up[:i]
			if k, ok := at[up]; ok {
				out[k].below++
				continue next
			}
		}
		at[id] = len(out)
		out = append(out, lost{line: gone[id], page: p, unit: id})
	}
	return out
}

func unitSet(spelled string) map[string]bool {
	set := make(map[string]bool)
	for id := range lock.Units(spelled) {
		set[string(id)] = true
	}
	return set
}

func hasUnit(spelled, unit string) bool {
	for id := range lock.Units(spelled) {
		if string(id) == unit {
			return true
		}
	}
	return false
}

// problem says what is lost and gives the lines to write.
func (f *finder) problem(l lost) diag.Problem {
	key, file, at := l.line.Addr, lock.Name, diag.Pos{Line: l.line.Number}
	var message, guess string
	if l.page == nil {
		message = "Trang " + key + " đã đăng mà nay không còn. Người dân có thể đã lưu hoặc in địa chỉ này."
		guess = f.newPlace(l.line)
	} else {
		key += "#" + l.unit
		file, at = l.page.Source, diag.Pos{}
		message = "Mục #" + l.unit + " của trang " + l.line.Addr + " đã đăng mà nay không còn"
		if l.below > 0 {
			message += fmt.Sprintf(" (cùng %d mục nhỏ bên trong)", l.below)
		}
		message += ". Nơi khác có thể đã dẫn tới đúng mục này."
		guess = f.newUnit(l)
	}
	to := guess
	if to != "" {
		message += " Có lẽ nay là " + to + "."
	} else {
		to = "/địa-chỉ-mới/"
	}
	hint := "Nếu xóa hay sửa nhầm, lấy lại như cũ. Nếu đã chuyển, thêm vào cuối tệp content/chuyen-di.toml:\n" +
		"[\"" + key + "\"]\nchuyen_den = \"" + to + "\"\n" +
		"Nếu đã bỏ hẳn, thay dòng chuyen_den bằng:\ngo_bo = " + f.site.Today.String()
	return diag.At(file, at, diag.Block, "dia-chi-mat", message, hint)
}

// newPages are the pages that were never published: where something lost may
// have gone.
func (f *finder) newPages() []*site.Page {
	if !f.looked {
		f.looked = true
		for _, p := range f.site.Pages {
			if p.Lasting() && p.Moved == nil && !f.published.Has(p.Addr) {
				f.fresh = append(f.fresh, p)
			}
		}
	}
	return f.fresh
}

// newPlace suggests where a page went: the new page with the same units, else
// with the same name, else with the nearest name in the same section, else the
// only new one there.
func (f *finder) newPlace(line lock.Line) string {
	var names []string
	for _, p := range f.newPages() {
		if units, ok := p.UnitIDs(); ok && units != "" && units == line.Units {
			return p.Addr
		}
	}
	section := sectionOf(line.Addr)
	for _, p := range f.newPages() {
		if path.Base(p.Addr) == path.Base(line.Addr) {
			return p.Addr
		}
		if sectionOf(p.Addr) == section {
			names = append(names, p.Addr)
		}
	}
	if f.guesses++; f.guesses <= maxGuesses {
		if n, ok := viet.Nearest(line.Addr, names); ok {
			return n
		}
	}
	if len(names) == 1 {
		return names[0]
	}
	return ""
}

func sectionOf(addr string) string {
	first, _, _ := strings.Cut(addr[1:], "/")
	return first
}

// newUnit suggests where a unit went: among the units of its page that are
// new, the one with the same last label, else the nearest; else a new page
// that has the very id.
func (f *finder) newUnit(l lost) string {
	known := make(map[string]bool)
	for _, line := range f.published.Of(l.line.Addr) {
		for id := range lock.Units(line.Units) {
			known[string(id)] = true
		}
	}
	spelled, _ := l.page.UnitIDs()
	var fresh []string
	for id := range lock.Units(spelled) {
		if !known[string(id)] {
			fresh = append(fresh, string(id))
		}
	}
	if f.guesses++; f.guesses > maxGuesses {
		return ""
	}
	label := lastLabel(l.unit)
	slices.SortStableFunc(fresh, func(a, b string) int { return cmp.Compare(len(a), len(b)) })
	for _, id := range fresh {
		if lastLabel(id) == label {
			return l.line.Addr + "#" + id
		}
	}
	if id, ok := viet.Nearest(l.unit, fresh); ok {
		return l.line.Addr + "#" + id
	}
	for _, p := range f.newPages() {
		if units, ok := p.UnitIDs(); ok && hasUnit(units, l.unit) {
			return p.Addr + "#" + l.unit
		}
	}
	return ""
}

// lastLabel is the end of an id with the word that names its kind: "khoan-2".
func lastLabel(id string) string {
	i := strings.LastIndexByte(id, '-')
	if i < 0 {
		return id
	}
	return id[strings.LastIndexByte(id[:i], '-')+1:]
}
