package site

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"thonlanh/internal/content"
	"thonlanh/internal/date"
	"thonlanh/internal/diag"
	"thonlanh/internal/markup"
	"thonlanh/internal/viet"
)

func (a *assembler) addLegal() {
	for _, r := range a.tree.Legal {
		if !a.record(r.Path, r, r.IsPublic()) {
			continue
		}
		l := &Legal{Legal: r, ID: r.File.Name, Addr: "/van-ban/" + r.File.Name + "/", today: a.s.Today}
		l.KindName = legalKindName(r.Kind)
		l.Heading = legalHeading(l)
		a.s.Legal = append(a.s.Legal, l)
		if _, taken := a.s.legal[l.ID]; !taken { // a second one is reported with its address
			a.s.legal[l.ID] = l
		}
	}
	for _, l := range a.s.Legal {
		l.ReplacedBy = a.legalRefs(l, l.Legal.ReplacedBy, "thay_the_boi")
		l.AmendedBy = a.legalRefs(l, l.Legal.AmendedBy, "sua_doi_boi")
		for _, r := range l.ReplacedBy {
			r.Replaces = append(r.Replaces, l)
		}
		for _, r := range l.AmendedBy {
			r.Amends = append(r.Amends, l)
		}
	}
	for _, l := range a.s.Legal {
		a.addUnits(l)
	}
	for _, l := range a.s.Legal {
		l.Force, l.EndedOn = force(l, a.s.Today)
		l.Timeline = timeline(l)
	}
	sort.SliceStable(a.s.Legal, func(i, j int) bool {
		x, y := a.s.Legal[i], a.s.Legal[j]
		return cmp.Or(cmp.Compare(legalRank(x.Kind), legalRank(y.Kind)), y.IssuedOn.Compare(x.IssuedOn), cmp.Compare(x.ID, y.ID)) < 0
	})
}

func (a *assembler) legalRefs(l *Legal, refs []string, key string) []*Legal {
	var out []*Legal
	for i, ref := range refs {
		a.notItself(l, l.Keys.Elem(i, key), ref, l.ID)
		if r := a.legalRef(l.File, l.Keys.Elem(i, key), ref); r != nil && r != l && !slices.Contains(out, r) {
			out = append(out, r)
		}
	}
	return out
}

// notItself reports a text or unit that is said to replace or amend itself.
func (a *assembler) notItself(l *Legal, at diag.Pos, ref, self string) {
	if ref == self {
		a.list = append(a.list, diag.At(l.Path, at, diag.Block, "tham-chieu-la",
			"“"+ref+"” là chính nó: không thể tự thay thế, tự sửa đổi mình.", "Ghi mã của văn bản hoặc điều, khoản khác."))
	}
}

// legalRef resolves the id of a legal text; nil for private ones.
func (a *assembler) legalRef(f content.File, at diag.Pos, ref string) *Legal {
	if l, ok := a.s.legal[ref]; ok {
		return l
	}
	for _, r := range a.tree.Legal {
		if r.File.Name == ref {
			return nil
		}
	}
	known := make([]string, 0, len(a.tree.Legal))
	if len(a.tree.Legal) < 2000 { // suggestions are for collections that people keep by hand
		for _, r := range a.tree.Legal {
			known = append(known, r.File.Name)
		}
	}
	a.unknown(f, at, "Văn bản", ref, known)
	return nil
}

// force tells the state of a text on a day: what the dates and the texts that
// replace it say, unless the record states what dates cannot say.
func force(l *Legal, today date.Date) (Force, date.Date) {
	if l.State == "chua_ro" {
		return Unverified, date.Date{}
	}
	end := l.end()
	switch {
	case !end.IsZero() && !today.Before(end), l.State == "het_hieu_luc":
		return Ended, end
	case !l.InForce.IsZero() && today.Before(l.InForce), l.State == "chua_co_hieu_luc" && l.InForce.IsZero():
		return NotYet, date.Date{}
	case l.State == "het_hieu_luc_mot_phan" || slices.ContainsFunc(l.units, func(f unitForce) bool { return f.ended(today) }):
		return PartlyEnded, date.Date{}
	case l.State == "con_hieu_luc" || !l.InForce.IsZero() || !isLaw(l.Kind):
		return InForce, date.Date{}
	}
	return Unverified, date.Date{}
}

// end is the day from which a text is no longer in force, past or to come:
// its own, else that on which the first text that replaces it took effect.
func (l *Legal) end() date.Date {
	end := l.Ends
	if end.IsZero() {
		for _, r := range l.ReplacedBy {
			if d := r.InForce; !d.IsZero() && (end.IsZero() || d.Before(end)) {
				end = d
			}
		}
	}
	return end
}

// timeline is the dated states of a text, oldest first.
func timeline(l *Legal) []LegalState {
	var out []LegalState
	add := func(d date.Date, what string, by *Legal) {
		if !d.IsZero() {
			out = append(out, LegalState{Date: d, What: what, By: by})
		}
	}
	add(l.IssuedOn, "Ban hành", nil)
	add(l.InForce, "Có hiệu lực", nil)
	for _, r := range l.AmendedBy {
		add(r.InForce, "Được sửa đổi, bổ sung bởi "+r.Heading, r)
	}
	if l.EndedOn.IsZero() {
		add(l.Ends, "Hết hiệu lực", nil)
	} else if len(l.ReplacedBy) > 0 {
		add(l.EndedOn, "Hết hiệu lực, thay bằng "+l.ReplacedBy[0].Heading, l.ReplacedBy[0])
	} else {
		add(l.EndedOn, "Hết hiệu lực", nil)
	}
	out = append(out, unitTimeline(l)...)
	slices.SortStableFunc(out, func(a, b LegalState) int { return a.Date.Compare(b.Date) })
	return out
}

// unitTimeline is what happened to single units on days of their own.
func unitTimeline(l *Legal) []LegalState {
	var out []LegalState
	for i := range l.units {
		f := &l.units[i]
		name := markup.CiteID(f.id)
		add := func(d date.Date, what string, by *Legal) {
			if !d.IsZero() {
				out = append(out, LegalState{Date: d, What: viet.UpperFirst(name) + " " + what, By: by, Unit: f.id})
			}
		}
		add(f.record.InForce, "có hiệu lực", nil)
		for _, c := range f.amended {
			add(c.On, "được sửa đổi, bổ sung bởi "+c.By.Legal.Heading, c.By.Legal)
		}
		switch {
		case f.ends == l.end(): // it ends with the whole
		case len(f.replacedBy) > 0:
			add(f.ends, "hết hiệu lực, thay bằng "+f.replacedBy[0].Legal.Heading, f.replacedBy[0].Legal)
		default:
			add(f.ends, "hết hiệu lực", nil)
		}
	}
	return out
}

// legalHeading is how a text is called on the page: its kind and number, else
// its own title.
func legalHeading(l *Legal) string {
	switch {
	case l.Number != "":
		return l.KindName + " " + l.Number
	case l.Title != "":
		return l.Title
	}
	return l.Subject
}

// resolveBasis gives each legal text the pages whose can_cu names it, and
// reports bases that lead nowhere.
func (a *assembler) resolveBasis() {
	for _, p := range a.s.Pages {
		f, basis := p.basis()
		for i, ref := range basis {
			id, unit, _ := strings.Cut(ref, "#")
			at := f.Keys.Elem(i, "can_cu")
			l := a.legalRef(f, at, id)
			if l == nil {
				continue
			}
			if unit != "" && !l.HasUnit(unit) {
				a.list = append(a.list, diag.At(f.Path, at, diag.Block, "tham-chieu-la",
					l.Heading+" không có điều, khoản “"+unit+"”.", "Xem lại mã: dieu-24, dieu-24-khoan-2-diem-a."))
			}
			(&Citation{Legal: l, Units: strings.Fields(unit)}).mention(p)
		}
	}
}

// basis is the can_cu of the record a page shows.
func (p *Page) basis() (content.File, []string) {
	if p.Kind == KindProgress {
		return content.File{}, nil
	}
	file, front := p.record()
	if front == nil {
		return file, nil
	}
	return file, front.Basis
}

// record is the file and the front matter of the record a page shows, nil for
// pages without one.
func (p *Page) record() (content.File, *content.Front) {
	switch {
	case p.Help != nil:
		return p.Help.File, &p.Help.Front
	case p.Article != nil:
		return p.Article.File, &p.Article.Front
	case p.News != nil:
		return p.News.File, &p.News.Front
	case p.Single != nil:
		return p.Single.File, &p.Single.Front
	case p.Plan != nil:
		return p.Plan.File, &p.Plan.Front
	case p.Legal != nil:
		return p.Legal.File, &p.Legal.Front
	case p.Material != nil:
		return p.Material.File, &p.Material.Front
	}
	return content.File{}, nil
}

// AsHistory reports whether a page says in lich_su that it speaks of a text, or
// of one unit of it, as of history.
func (p *Page) AsHistory(to UnitRef) bool {
	_, front := p.record()
	return front != nil && (slices.Contains(front.History, to.Legal.ID) || slices.Contains(front.History, to.Legal.ID+"#"+to.Unit))
}

// ForResidents reports pages whose words residents act on. Plans and legal
// texts speak of other texts as they stood on their day.
func (p *Page) ForResidents() bool {
	switch p.Kind {
	case KindHome, KindHelp, KindArticle, KindNews, KindSingle, KindMaterial, KindVillage, KindEvent:
		return true
	}
	return false
}
