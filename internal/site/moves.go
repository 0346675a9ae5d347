package site

import (
	"cmp"
	"slices"
	"strings"

	"thonlanh/internal/content"
	"thonlanh/internal/diag"
	"thonlanh/internal/lock"
	"thonlanh/internal/markup"
	"thonlanh/internal/viet"
)

// addMoves resolves chuyen-di.toml: stub pages for addresses that moved, and
// on the pages of texts the lines that tell where a unit went. It comes after
// all other pages, so that a stub takes no address from a living page.
func (a *assembler) addMoves() {
	a.s.moves, a.s.hidden, a.s.unread = map[string]*move{}, map[string]bool{}, map[string]bool{}
	a.keepHidden()
	t := a.tree.Moves
	if t == nil {
		return
	}
	m := mover{assembler: a, file: t.File, records: make(map[string]*content.Gone, len(t.List)), units: make(map[*Page]map[string]bool)}
	for i := range t.List {
		m.records[t.List[i].Name] = &t.List[i].Value
	}
	for i := range t.List {
		r := &t.List[i]
		if e := m.entry(r.Name, r.Pos, &r.Value); e != nil {
			m.s.moves[r.Name] = e
			m.order = append(m.order, e)
		}
	}
	m.stubs()
	m.movedUnits()
	slices.SortFunc(a.s.Pages, func(x, y *Page) int { return cmp.Compare(x.Addr, y.Addr) })
}

// keepHidden remembers the addresses of records that are not public, and of
// files that gave no record.
func (a *assembler) keepHidden() {
	for _, r := range a.private {
		addr := fileAddress(r.file, content.NameOf(r.file))
		if addr == "" {
			continue
		}
		a.s.hidden[addr] = true
		if year, ok := strings.CutPrefix(addr, "/ke-hoach/"); ok {
			a.s.hidden["/tien-do/"+year] = true
		}
	}
	for _, file := range a.tree.Unread {
		if addr := fileAddress(file, content.NameOf(file)); addr != "" {
			a.s.unread[addr] = true
			if year, ok := strings.CutPrefix(addr, "/ke-hoach/"); ok {
				a.s.unread["/tien-do/"+year] = true
			}
		}
	}
	for _, p := range a.s.Pages {
		// Without its front matter a text is not what its author meant.
		if p.Legal != nil && p.Legal.Keys == nil || p.Kind == KindPlan && p.Plan.Keys == nil {
			a.s.unread[p.Addr] = true
		}
	}
}

// mover resolves the entries of chuyen-di.toml.
type mover struct {
	*assembler
	file    content.File
	records map[string]*content.Gone
	order   []*move
	units   map[*Page]map[string]bool
	guesses int
}

// maxHops bounds a chain of moves. A page that moved more often than that in
// a century did not.
const maxHops = 64

// entry judges one entry; nil when its key names nothing.
func (m *mover) entry(key string, at diag.Pos, g *content.Gone) *move {
	addr, unit, isUnit := strings.Cut(key, "#")
	if !lock.IsAddress(addr) || isUnit && !isUnitID(unit) {
		hint := "Viết địa chỉ như trên thanh địa chỉ, bắt đầu và kết thúc bằng dấu /, ví dụ [\"/tin/2020/a/\"]; với một mục: [\"/van-ban/x/#dieu-5\"]."
		if lock.IsAddress("/" + strings.Trim(addr, "/") + "/") {
			hint = "Viết: [\"/" + strings.Trim(addr, "/") + "/\"]"
		}
		m.say(at, "chuyen-di-sai", "“"+key+"” không phải một địa chỉ trong cổng.", hint)
		return nil
	}
	e := &move{key: key}
	page := m.s.pages[addr]
	switch {
	case page != nil && !isUnit:
		who := "một trang có sẵn của cổng"
		if page.Source != diag.ConfigFile {
			who = "trang của " + page.Source
		}
		m.say(at, "chuyen-di-thua", "Địa chỉ "+addr+" đang là "+who+", nên không thể vừa còn vừa đã chuyển đi.",
			"Bỏ mục này, hoặc đổi tên tệp kia: địa chỉ đã chuyển đi thì bài khác không dùng lại được.")
		return e
	case page != nil && isUnit:
		if _, ok := page.UnitIDs(); !ok {
			m.say(at, "chuyen-di-sai", "Trang "+addr+" không phải kế hoạch hay văn bản. Chỉ mục của kế hoạch và văn bản mới giữ mã lâu dài.", "Bỏ mục này.")
			return e
		}
		if m.hasUnit(page, unit) {
			m.say(at, "chuyen-di-thua", "Trang "+addr+" vẫn còn mục #"+unit+", nên không thể vừa còn vừa đã chuyển đi.", "Bỏ mục này.")
			return e
		}
	case isUnit:
		whole, ok := m.records[addr]
		if !ok && !m.s.Explained(addr, "") || ok && !whole.TakenOn.IsZero() {
			m.say(at, "chuyen-di-thua", "Không còn trang "+addr+", nên không có chỗ để báo mục #"+unit+" đã chuyển đi đâu.",
				"Thêm một mục cho chính trang đó: [\""+addr+"\"] với chuyen_den là nơi phần lớn bài đã chuyển tới.")
			return e
		}
	}
	if g.To == "" || !g.TakenOn.IsZero() {
		return e // taken down; neither or both was reported when the file was read
	}
	to, toUnit, message, hint := m.follow(key, g.To)
	if message != "" {
		m.say(m.file.Keys.Value(key, "chuyen_den"), "chuyen-di-gay", message, hint)
		return e
	}
	e.to, e.toUnit = to, toUnit
	return e
}

func isUnitID(s string) bool { return s != "" && s == lock.Spell([]string{s}) }

func (m *mover) say(at diag.Pos, rule, message, hint string) {
	m.list = append(m.list, diag.At(m.file.Path, at, diag.Block, rule, message, hint))
}

// follow goes from an entry to where its way ends: at a page that is there,
// and at a unit of it if one is named.
func (m *mover) follow(key, target string) (to *Page, unit, message, hint string) {
	const mend = "Ghi thẳng nơi hiện nay: một địa chỉ trong cổng, ví dụ chuyen_den = \"/tin/2026/a/\" hoặc \"/van-ban/x/#dieu-5\"."
	way := []string{key}
	seen := map[string]bool{key: true}
	carried := false // the unit was not named: it came along with its page
	for {
		addr, unit, isUnit := strings.Cut(target, "#")
		if !lock.IsAddress(addr) || isUnit && !isUnitID(unit) {
			return nil, "", "“" + target + "” không phải một địa chỉ trong cổng.", mend
		}
		next := ""
		if page := m.s.pages[addr]; page != nil {
			_, cut := page.UnitIDs()
			switch {
			case !isUnit || cut && m.hasUnit(page, unit) || !cut && !carried:
				return page, unit, "", ""
			case carried:
				return page, "", "", ""
			}
			if m.records[target] == nil {
				return nil, "", "Trang " + addr + " không có mục #" + unit + "." + m.near(unit, m.ids(page), "#"), mend
			}
			next = target
		} else {
			for _, k := range [...]string{target, addr} {
				if m.records[k] != nil {
					next = k
					break
				}
			}
			if next == "" {
				return nil, "", "Không có trang " + addr + "." + m.near(addr, m.addresses(), ""), mend
			}
		}
		way = append(way, next)
		if seen[next] {
			return nil, "", "Các mục này trỏ vòng quanh vào nhau: " + strings.Join(way[slices.Index(way, next):], " → ") + ".", mend
		}
		seen[next] = true
		g := m.records[next]
		switch {
		case g.To == "":
			return nil, "", next + " đã gỡ bỏ, nên không thể chuyển tới đó.", "Ghi một nơi còn trên cổng, hoặc thay bằng go_bo = " + m.s.Today.String() + "."
		case len(way) > maxHops:
			return nil, "", "Đường đi qua quá nhiều lần chuyển.", mend
		}
		target = g.To
		if carried = next == addr && isUnit && !strings.Contains(target, "#"); carried {
			target += "#" + unit
		}
	}
}

// near suggests a name; looking for one costs a look at all, so only the first
// mistakes get one.
func (m *mover) near(name string, known []string, sign string) string {
	if m.guesses++; m.guesses > 20 {
		return ""
	}
	if n, ok := viet.Nearest(name, known); ok {
		return " Có phải ý bạn là `" + sign + n + "`?"
	}
	return ""
}

func (m *mover) addresses() []string {
	var out []string
	for _, p := range m.s.Pages {
		out = append(out, p.Addr)
	}
	return out
}

func (m *mover) ids(p *Page) []string {
	m.hasUnit(p, "")
	out := make([]string, 0, len(m.units[p]))
	for id := range m.units[p] {
		out = append(out, id)
	}
	return out
}

func (m *mover) hasUnit(p *Page, id string) bool {
	set, known := m.units[p]
	if !known {
		set = make(map[string]bool)
		spelled, _ := p.UnitIDs()
		for id := range lock.Units(spelled) {
			set[string(id)] = true
		}
		m.units[p] = set
	}
	return set[id]
}

// movedTitle stands on every stub, whatever has moved: the title stays in the
// history of the browser.
const movedTitle = "Trang này đã chuyển chỗ"

// stubs makes a page for each address that moved, and for each that was
// published below one of them and has its counterpart below the new place.
func (m *mover) stubs() {
	for _, e := range m.order {
		if !strings.Contains(e.key, "#") && e.to != nil {
			m.stub(e.key, e.to)
		}
	}
	if m.tree.Published == nil {
		return
	}
	for i := range m.tree.Published.Lines {
		addr := m.tree.Published.Lines[i].Addr
		if m.s.pages[addr] != nil || m.s.moves[addr] != nil {
			continue
		}
		for around := folderAround(addr); around != ""; around = folderAround(around) {
			e := m.s.moves[around]
			if e == nil {
				continue
			}
			if e.to != nil {
				if to := m.s.pages[e.to.Addr+addr[len(around):]]; to != nil && to.Moved == nil {
					m.stub(addr, to)
				} // else the address needs an entry of its own
			}
			break
		}
	}
}

func (m *mover) stub(addr string, to *Page) {
	for step := range strings.SplitSeq(strings.Trim(addr, "/"), "/") {
		if device(step) {
			m.say(m.file.Keys.Pos(addr), "chuyen-di-sai", "Máy Windows giữ tên “"+step+"” cho thiết bị, nên không tạo được thư mục có tên này.", "Bỏ mục này.")
			return
		}
	}
	p := &Page{
		Addr: addr, Kind: KindMoved, Title: movedTitle, Source: m.file.Path, Moved: &Moved{To: to},
		Sensitive: to.Sensitive || strings.HasPrefix(addr, "/ho-tro/"),
	}
	m.s.pages[addr] = p
	m.s.Pages = append(m.s.Pages, p)
}

// movedUnits puts the entries of units on the page that has the address, a
// living one or a stub.
func (m *mover) movedUnits() {
	at := make(map[*Page]map[string]int) // which line of the page tells of a unit
	for _, e := range m.order {
		addr, unit, isUnit := strings.Cut(e.key, "#")
		p := m.s.pages[addr]
		if !isUnit || e.to == nil || p == nil {
			continue
		}
		if at[p] == nil {
			at[p] = make(map[string]int)
		}
		at[p][unit] = len(p.MovedUnits)
		p.MovedUnits = append(p.MovedUnits, MovedUnit{ID: unit, Name: goneName(unit), To: e.to, ToUnit: e.toUnit})
	}
	for p, lines := range at {
		told := make(map[string]bool)
		for _, x := range m.tree.Published.Of(p.Addr) {
			for id := range lock.Units(x.Units) {
				m.follows(p, string(id), lines, told)
			}
		}
	}
}

// follows puts a published id that is gone on the line of the unit above it.
func (m *mover) follows(p *Page, id string, lines map[string]int, told map[string]bool) {
	if _, own := m.s.moves[p.Addr+"#"+id]; own || told[id] || m.hasUnit(p, id) {
		return
	}
	for up := above(id); up != ""; up = above(up) {
		if e := m.s.moves[p.Addr+"#"+up]; e != nil {
			if i, ok := lines[up]; ok {
				told[id] = true
				p.MovedUnits[i].Below = append(p.MovedUnits[i].Below, id)
			}
			return
		}
	}
}

// goneName says the id of a unit that is gone as people cite it. Only the id is
// known of it; one that names no unit stands as it is.
func goneName(id string) string {
	if name := markup.CiteID(id); name != "" {
		return viet.UpperFirst(name)
	}
	return "#" + id
}
