package check

import (
	"slices"
	"strings"

	"thonlanh/internal/diag"
	"thonlanh/internal/site"
	"thonlanh/internal/viet"
)

// luatHetHieuLuc: a page for residents does not rest on a text that is no
// longer in force. Naming it as history is allowed, in lich_su.
func luatHetHieuLuc(x *gate) diag.List {
	out := eachBasis(x, func(p page, at diag.Pos, to site.UnitRef) (diag.Problem, bool) {
		st := to.Legal.StateOf(to.Unit)
		switch st.Force {
		case site.Ended:
		case site.NotYet:
			if !advises(p.area) {
				return diag.Problem{}, false
			}
			return diag.At(p.Path, at, diag.Block, "luat-het-hieu-luc", "Trang này dẫn "+notYet(to.Name(), st), notYetHint(to)), true
		default:
			return diag.Problem{}, false
		}
		return diag.At(p.Path, at, diag.Block, "luat-het-hieu-luc", "Trang này dẫn "+ended(to.Name(), st),
			"Sửa `can_cu` theo văn bản đang có hiệu lực; nếu chỉ nhắc như lịch sử thì chuyển sang `lich_su`."), true
	})
	for _, c := range x.site.Cited {
		to, st, over := c.Ended()
		if !over {
			to, st, over = c.NotYet()
			switch c.Page.Kind {
			case site.KindHelp, site.KindArticle, site.KindMaterial:
				if over && !c.Page.AsHistory(to) {
					out = append(out, diag.At(c.File, c.Pos, diag.Block, "luat-het-hieu-luc", "Trang này nhắc "+notYet(said(c, to), st), notYetHint(to)))
				}
			}
			continue
		}
		if !c.Page.ForResidents() || c.Page.AsHistory(to) {
			continue
		}
		if n := c.Page.News; n != nil && !st.EndedOn.IsZero() && n.Date.Before(st.EndedOn) {
			out = append(out, diag.At(c.File, c.Pos, diag.Note, "luat-het-hieu-luc",
				"Tin này viết khi văn bản còn hiệu lực: "+ended(said(c, to), st),
				"Không phải sửa tin cũ: trang tự ghi thêm “(nay đã hết hiệu lực)”."))
			continue
		}
		out = append(out, diag.At(c.File, c.Pos, diag.Block, "luat-het-hieu-luc",
			"Trang này nhắc "+ended(said(c, to), st),
			"Viết theo văn bản đang có hiệu lực. Nếu chỉ nhắc như lịch sử, ghi ở đầu trang: lich_su = [\""+to.Legal.ID+"\"]"))
	}
	return out
}

// advises reports pages that tell residents what holds today. News may tell of
// a law to come.
func advises(a area) bool { return a == inHelp || a == inArticle || a == inMaterial }

// notYet says of a text or unit that it does not hold yet.
func notYet(name string, st site.UnitState) string {
	words := name + ", chưa có hiệu lực"
	if !st.From.IsZero() {
		words += "; có hiệu lực từ " + viet.ShortDate(st.From)
	}
	return words + "."
}

func notYetHint(to site.UnitRef) string {
	return "Viết theo văn bản đang có hiệu lực. Nếu trang nói rõ đây là quy định sắp tới, ghi ở đầu trang: lich_su = [\"" + to.Legal.ID + "\"]"
}

// said is a citation as its author wrote it, and what it means where that is
// not the same.
func said(c site.Cited, to site.UnitRef) string {
	if c.Words == to.Name() {
		return c.Words
	}
	return "“" + c.Words + "” (" + to.Name() + ")"
}

// ended says of a text or unit that it is over, since when, and what stands in
// its place today.
func ended(name string, st site.UnitState) string {
	words := name + ", đã hết hiệu lực"
	if !st.EndedOn.IsZero() {
		words += " từ " + viet.ShortDate(st.EndedOn)
	}
	words += "."
	if next := successors(st); next != "" {
		words += " Văn bản thay thế: " + next + "."
	}
	return words
}

// eachBasis judges every reference of can_cu of pages for residents. A text
// that lich_su names is spoken of as history.
func eachBasis(x *gate, judge func(p page, at diag.Pos, to site.UnitRef) (diag.Problem, bool)) diag.List {
	var out diag.List
	for _, p := range x.pages {
		if !forResidents(p.area) {
			continue
		}
		for i, ref := range p.front.Basis {
			id, unit, _ := strings.Cut(ref, "#")
			l, ok := x.site.LegalByID(id)
			if !ok || slices.Contains(p.front.History, id) || slices.Contains(p.front.History, ref) {
				continue
			}
			if q, found := judge(p, p.Keys.Elem(i, "can_cu"), site.UnitRef{Legal: l, Unit: unit}); found {
				out = append(out, q)
			}
		}
	}
	return out
}

// forResidents reports pages whose words residents act on.
func forResidents(a area) bool {
	switch a {
	case inHelp, inArticle, inMaterial, inHome, inSingle, inNews:
		return true
	}
	return false
}

// successors names what stands in the place of an ended text or unit today,
// with the spelling that can_cu takes.
func successors(st site.UnitState) string {
	var names []string
	for _, to := range st.ReplacedBy {
		id := to.Legal.ID
		if to.Unit != "" {
			id += "#" + to.Unit
		}
		names = append(names, to.Name()+" (`"+id+"`)")
	}
	return strings.Join(names, ", ")
}
