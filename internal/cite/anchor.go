package cite

import "strings"

// Anchor is the id of the unit in a law (plan false) or a plan: what the
// parser of texts calls it. What only plans have is spelt as in a plan. A unit below an article that is not named, as in
// "khoản 2", has none by itself: see [Path.AnchorIn].
//
// An article is found without what contains it, save the annex: "điểm a khoản
// 2 Điều 103 Mục 5 Chương XII" is dieu-103-khoan-2-diem-a.
func (p *Path) Anchor(plan bool) string {
	var b strings.Builder
	_, article := p.Mark(Article)
	section := false
	for i, s := range p.steps[:p.n] {
		// No law has these, nor clauses in a section without an article; and
		// annexes are numbered as plans are.
		plan = plan || s.Level == Section && s.Mark.Form == Roman && i > 0 && p.steps[i-1].Level == Annex || s.Level == Numbered || s.Level >= Dash || section && !article && s.Level >= Clause
		section = section || s.Level == Section || s.Level == Part
	}
	for i, s := range p.steps[:p.n] {
		switch {
		case article && s.Level > Annex && s.Level < Article:
			continue
		case s.Level == Part && !plan && i+1 < int(p.n) && p.steps[i+1].Level == Chapter:
			continue // chapters are counted through the whole law
		}
		if plan && !article {
			p.planStep(&b, i)
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('-')
		}
		b.WriteString(lawName(s.Level))
		if id := s.Mark.id(); id != "" {
			b.WriteByte('-')
			b.WriteString(id)
		}
	}
	return b.String()
}

// planStep spells a step as ids of plans do: muc-iii-9-a, muc-iii-9-y-2.
func (p *Path) planStep(b *strings.Builder, i int) {
	s := p.steps[i]
	id := s.Mark.id()
	if s.Mark.Form == Roman && s.Level != Annex && s.Level != Chapter {
		id = strings.ToLower(s.Mark.String())
	}
	// The first number or letter of a numbering is called muc, the others
	// follow it by their marks alone.
	inside := i > 0 && p.steps[i-1].Level > Annex && p.steps[i-1].Level != Chapter
	name := ""
	switch s.Level {
	case Annex, Chapter:
		name = lawName(s.Level)
	case Part:
		name = "muc"
		if s.Mark.Form == Ordinal || s.Mark.Form == Capital {
			name = "phan"
		}
	case Plus:
		name = "c"
	case Dash, Item:
		if s.Mark.Form == Arabic || s.Mark.Form == Ordinal {
			name = "y"
		}
	default:
		if !inside {
			name = "muc"
		}
	}
	if inside && s.Mark.Form == Roman && s.Level == Section {
		name = "muc"
	}
	for _, part := range [...]string{name, id} {
		if part == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('-')
		}
		b.WriteString(part)
	}
}

func lawName(l Level) string {
	return [...]string{"", "phu-luc", "phan", "chuong", "muc", "tieu-muc", "dieu", "khoan", "muc", "diem", "tiet", "y", "c"}[l]
}

// AnchorIn is the id of a unit that is named relative to the place where it is
// cited: unit is the id of the unit around the words. scope is [Doc.Scope] of
// a citation that is relative to "Điều này" and the like, or Whole for a bare
// one: then "khoản 2" is of the same article, "điểm a" of the same clause.
func (p *Path) AnchorIn(unit string, scope Level) (string, bool) {
	if scope == Whole {
		switch p.Largest() {
		case Clause:
			scope = Article
		case Point:
			scope = Clause
		case Item, Dash:
			scope = Point
		default:
			a := p.Anchor(false)
			return a, a != ""
		}
	}
	if scope < Article && strings.HasPrefix(unit, "muc-") {
		return "", false // sections of a plan have no names for what they hold
	}
	base, ok := ancestor(unit, scope)
	if !ok && scope == Clause && p.Largest() == Point {
		base, ok = ancestor(unit, Article) // an article without clauses
	}
	if !ok {
		return "", false
	}
	if p.n == 0 {
		return base, true
	}
	return base + "-" + p.Anchor(false), true
}

// ancestor cuts an id behind the unit of a level.
func ancestor(unit string, l Level) (string, bool) {
	name := lawName(l) + "-"
	at := -1
	if strings.HasPrefix(unit, name) {
		at = 0
	} else if i := strings.LastIndex(unit, "-"+name); i >= 0 {
		at = i + 1
	}
	if name == "-" || at < 0 {
		return "", false
	}
	rest := unit[at+len(name):]
	if n := strings.IndexByte(rest, '-'); n >= 0 {
		return unit[:at+len(name)+n], true
	}
	return unit, true
}
