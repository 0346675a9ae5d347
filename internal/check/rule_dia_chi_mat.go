package check

import (
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
	told      map[string]bool // places that were suggested
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
			if p.Lasting() && p.Moved == nil && p.Source != diag.ConfigFile && !f.published.Has(p.Addr) {
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

// newUnit suggests where a unit went, among the units of its page that are new
// and stand below an old one or none: a neighbour with another number, else one
// with the same number elsewhere. No place is suggested twice.
func (f *finder) newUnit(l lost) string {
	if f.guesses++; f.guesses > maxGuesses {
		return ""
	}
	around, number := cutNumber(l.unit)
	var neighbours []string
	same := ""
	for _, id := range f.freshUnits(l) {
		a, n := cutNumber(id)
		switch {
		case f.told[l.line.Addr+"#"+id]:
		case a == around:
			neighbours = append(neighbours, id)
		case same == "" && n == number && strings.Count(a, "-") == strings.Count(around, "-"):
			same = id
		}
	}
	id, ok := viet.Nearest(l.unit, neighbours)
	if !ok {
		id = same
	}
	if id != "" {
		if f.told == nil {
			f.told = make(map[string]bool)
		}
		f.told[l.line.Addr+"#"+id] = true
		return l.line.Addr + "#" + id
	}
	return ""
}

// freshUnits are the units of a page that were never published, without those
// that came along with one above them.
func (f *finder) freshUnits(l lost) []string {
	known := make(map[string]bool)
	for _, line := range f.published.Of(l.line.Addr) {
		for id := range lock.Units(line.Units) {
			known[string(id)] = true
		}
	}
	spelled, _ := l.page.UnitIDs()
	var out []string
	last := "\x00"
	for id := range lock.Units(spelled) { // what is below a unit follows it
		if known[string(id)] || strings.HasPrefix(string(id), last+"-") {
			continue
		}
		last = string(id)
		out = append(out, last)
	}
	return out
}

// cutNumber parts an id before what counts it: "dieu-5-khoan" and "2".
func cutNumber(id string) (around, number string) {
	i := strings.LastIndexByte(id, '-')
	return id[:max(0, i)], id[i+1:]
}
