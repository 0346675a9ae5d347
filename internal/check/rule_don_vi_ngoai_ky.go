package check

import (
	"strconv"

	"thonlanh/internal/content"
	"thonlanh/internal/date"
	"thonlanh/internal/diag"
	"thonlanh/internal/site"
	"thonlanh/internal/viet"
)

// donViNgoaiKy: a plan gives work to a body that did not exist on any day of
// its period: the office mixed up the body of then and the body of today.
func donViNgoaiKy(x *gate) diag.List {
	var out diag.List
	before := make(map[string][]*site.Body) // by the id of a successor
	for _, b := range x.site.Bodies {
		for _, next := range b.Org.Successors {
			before[next] = append(before[next], b)
		}
	}
	for _, p := range x.site.Plans {
		say := func(f content.File, refs []string, name, key string) {
			for i, ref := range refs {
				if b, ok := x.site.BodyByID(ref); ok && !b.ExistsIn(p.From, p.To) {
					out = append(out, diag.At(f.Path, f.Keys.Elem(i, name, key), diag.Note, "don-vi-ngoai-ky",
						"“"+b.Name+"” "+lifetime(b)+", ngoài kỳ của kế hoạch năm "+strconv.Itoa(p.Year)+".",
						x.instead(b, before[b.ID], p.From, p.To)))
				}
			}
		}
		if p.Plan.Duties != nil {
			for _, r := range p.Plan.Duties.List {
				say(p.Plan.Duties.File, r.Value.Lead, r.Name, "chu_tri")
				say(p.Plan.Duties.File, r.Value.Support, r.Name, "phoi_hop")
			}
		}
		if p.Plan.Reports != nil {
			for _, r := range p.Plan.Reports.List {
				say(p.Plan.Reports.File, r.Value.Senders, r.Name, "ben_gui")
				if r.Value.Receiver != "" {
					say(p.Plan.Reports.File, []string{r.Value.Receiver}, r.Name, "noi_nhan")
				}
			}
		}
	}
	return out
}

// lifetime says when a body existed.
func lifetime(b *site.Body) string {
	switch {
	case b.Org.To.IsZero():
		return "có từ ngày " + viet.ShortDate(b.Org.From)
	case b.Org.From.IsZero():
		return "chỉ có đến hết ngày " + viet.ShortDate(b.Org.To)
	}
	return "chỉ có từ ngày " + viet.ShortDate(b.Org.From) + " đến hết ngày " + viet.ShortDate(b.Org.To)
}

// instead names the bodies that did the same work in a period: those that the
// body came from, or those that followed it.
func (x *gate) instead(b *site.Body, before []*site.Body, from, to date.Date) string {
	var names []string
	add := func(other *site.Body) {
		if other.ExistsIn(from, to) && len(names) < 4 {
			names = append(names, "`"+other.ID+"`")
		}
	}
	for _, next := range b.Org.Successors {
		if other, ok := x.site.BodyByID(next); ok {
			add(other)
		}
	}
	for _, other := range before {
		add(other)
	}
	hint := "Ghi đơn vị có trong kỳ ấy; cổng tự nói nay là đơn vị nào."
	if len(names) > 0 {
		hint += " Có phải ý bạn là " + joinOr(names) + "?"
	}
	return hint
}

func joinOr(names []string) string {
	out := names[0]
	for _, n := range names[1:] {
		out += " hoặc " + n
	}
	return out
}
