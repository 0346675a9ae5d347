package site

import "strings"

// Moved says what stands at an address that a page has left.
type Moved struct {
	To *Page
}

// MovedUnit is a unit that is no longer where it was. Its old id lives on at
// the line that tells the new place.
type MovedUnit struct {
	ID     string
	Below  []string // ids that stood below it and moved with it
	Name   string   // in words: "Khoản 2 Điều 24"
	To     *Page
	ToUnit string // "" for the whole page
}

// move is an entry of chuyen-di.toml. A faulty one was reported; it still
// accounts for what it names, so that nobody is told twice.
type move struct {
	key    string
	to     *Page // nil for what was taken down or is faulty
	toUnit string
}

// Explained reports whether an address that no page has, or a unit that its
// page no longer has, is accounted for: by an entry of chuyen-di.toml for
// itself or for what it stood below, by a record that is not public any more,
// or by a file that could not be read, which is reported elsewhere.
func (s *Site) Explained(addr, unit string) bool {
	if unit != "" {
		for u := unit; u != ""; u = above(u) {
			if s.moves[addr+"#"+u] != nil {
				return true
			}
		}
		if _, there := s.pages[addr]; there {
			return s.unread[addr]
		}
	}
	if s.moves[addr] != nil {
		return true
	}
	for a := addr; a != ""; a = folderAround(a) {
		if s.hidden[a] || s.unread[a] {
			return true
		}
		// What moved takes along only what has its counterpart at the new
		// place; there a stub stands, and nothing is missing.
		if m := s.moves[a]; m != nil {
			return m.to == nil
		}
	}
	return false
}

// MovedTo is the present place of an address or a unit that moved: "/b/",
// "/b/#dieu-5".
func (s *Site) MovedTo(addr, unit string) (string, bool) {
	key := addr
	if unit != "" {
		key += "#" + unit
	}
	if m := s.moves[key]; m != nil && m.to != nil {
		return place(m.to, m.toUnit), true
	}
	if p := s.pages[addr]; p != nil && p.Moved != nil && p.Moved.To != nil && unit == "" {
		return p.Moved.To.Addr, true
	}
	return "", false
}

// HasMovedUnit reports whether a page tells where a unit went, so that the old
// id still leads somewhere.
func (p *Page) HasMovedUnit(id string) bool {
	for i := range p.MovedUnits {
		if p.MovedUnits[i].ID == id {
			return true
		}
		for _, b := range p.MovedUnits[i].Below {
			if b == id {
				return true
			}
		}
	}
	return false
}

// UnitIDs are the ids of the units of the page's text, as package lock spells
// them; ok is false for pages that have none by their kind.
func (p *Page) UnitIDs() (spelled string, ok bool) {
	switch {
	case p.Kind == KindLegal:
		return p.Legal.UnitIDs, true
	case p.Kind == KindPlan:
		return p.Plan.UnitIDs, true
	}
	return "", false
}

// Lasting reports whether the address of a page must never vanish: that of
// records and sections, and of stubs. A list that follows from the number of
// its records, and pages that nobody is led to, may come and go.
func (p *Page) Lasting() bool {
	switch p.Kind {
	case KindNotFound, KindOffline, KindMonths:
		return false
	case KindNewsIndex:
		return p.Arg == "" && p.Part < 2
	}
	return p.Part < 2
}

func place(p *Page, unit string) string {
	if unit == "" {
		return p.Addr
	}
	return p.Addr + "#" + unit
}

// above is an id without its last part: "dieu-5-khoan" above "dieu-5-khoan-2".
func above(id string) string {
	return id[:max(0, strings.LastIndexByte(id, '-'))]
}

// folderAround is the address around an address, "" around those of the first
// level: everything stands below "/".
func folderAround(addr string) string {
	i := strings.LastIndexByte(strings.TrimSuffix(addr, "/"), '/')
	if i < 1 {
		return ""
	}
	return addr[:i+1]
}

// fileAddress is the address that a file of the content folder gives its page;
// "" for files that are no page.
func fileAddress(file, name string) string {
	parts := strings.Split(file, "/")
	if len(parts) < 2 || parts[0] != "content" {
		return ""
	}
	parts = parts[1:]
	folder, n := parts[0], len(parts)
	switch {
	case n == 1 && strings.HasSuffix(file, ".md") && file != "content/index.md":
		return "/" + name + "/"
	case n == 2 && (folder == "thon" || folder == "lich" || folder == "ho-tro" || folder == "tim-hieu" || folder == "van-ban"):
		return "/" + folder + "/" + name + "/"
	case n == 3 && folder == "tin":
		return "/tin/" + parts[1] + "/" + name + "/"
	case n == 3 && folder == "ke-hoach" && parts[2] == "index.md":
		return "/ke-hoach/" + name + "/"
	case n == 4 && folder == "tai-lieu":
		return "/tai-lieu/" + parts[1] + "/" + name + "/"
	}
	return ""
}
