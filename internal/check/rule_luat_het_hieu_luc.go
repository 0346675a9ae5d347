package check

import (
	"slices"
	"strings"

	"thonlanh/internal/content"
	"thonlanh/internal/diag"
	"thonlanh/internal/site"
	"thonlanh/internal/viet"
)

// luatHetHieuLuc: a page for residents does not rest on a text that is no
// longer in force. Naming it as history is allowed, in lich_su.
func luatHetHieuLuc(x *gate) diag.List {
	return eachBasis(x, func(p page, at diag.Pos, l *site.Legal, unit string) (diag.Problem, bool) {
		if l.Force != site.Ended && !(l.Force == site.PartlyEnded && unit != "" && endedUnit(l, unit)) {
			return diag.Problem{}, false
		}
		named := l.Heading
		if i, ok := l.Doc.Unit(unit); ok {
			named = l.Doc.Cite(i) + " " + l.Heading
		}
		message := "Trang này dẫn " + named + ", đã hết hiệu lực"
		if !l.EndedOn.IsZero() {
			message += " từ " + viet.ShortDate(l.EndedOn)
		}
		message += "."
		hint := "Sửa `can_cu` theo văn bản đang có hiệu lực; nếu chỉ nhắc như lịch sử thì chuyển sang `lich_su`."
		if next := successor(x, l, unit); next != "" {
			message += " Văn bản thay thế: " + next + "."
		}
		return diag.At(p.Path, at, diag.Block, "luat-het-hieu-luc", message, hint), true
	})
}

// eachBasis judges every reference of can_cu of pages for residents. A text
// that lich_su names is spoken of as history.
func eachBasis(x *gate, judge func(p page, at diag.Pos, l *site.Legal, unit string) (diag.Problem, bool)) diag.List {
	var out diag.List
	for _, p := range x.pages {
		switch p.area {
		case inHelp, inArticle, inMaterial, inHome, inSingle, inNews:
		default:
			continue
		}
		for i, ref := range p.front.Basis {
			id, unit, _ := strings.Cut(ref, "#")
			l, ok := x.site.LegalByID(id)
			if !ok || slices.Contains(p.front.History, id) || slices.Contains(p.front.History, ref) {
				continue
			}
			if q, found := judge(p, p.Keys.Elem(i, "can_cu"), l, unit); found {
				out = append(out, q)
			}
		}
	}
	return out
}

func endedUnit(l *site.Legal, unit string) bool {
	for _, ended := range l.PartlyEnded {
		if unit == ended || strings.HasPrefix(unit, ended+"-") {
			return true
		}
	}
	return false
}

// successor names what stands in the place of an ended text or unit today.
func successor(x *gate, l *site.Legal, unit string) string {
	for u := unit; u != ""; u = parentUnit(u) {
		move, ok := moved(l.Legal, u)
		if !ok {
			continue
		}
		id, to, _ := strings.Cut(move, "#")
		next, known := x.site.LegalByID(id)
		if !known {
			continue
		}
		if i, ok := next.Doc.Unit(to); ok {
			return next.Doc.Cite(i) + " " + next.Heading + " (`" + move + "`)"
		}
		return next.Heading + " (`" + move + "`)"
	}
	var names []string
	for _, r := range l.ReplacedBy {
		names = append(names, r.Heading+" (`"+r.ID+"`)")
	}
	return strings.Join(names, ", ")
}

func moved(l *content.Legal, unit string) (string, bool) {
	m, ok := l.Moved.Get(unit)
	if !ok {
		return "", false
	}
	return m.To, true
}

// parentUnit is the id of the unit above: dieu-24-khoan-2 is under dieu-24.
func parentUnit(unit string) string {
	for _, level := range [...]string{"-diem-", "-khoan-"} {
		if i := strings.LastIndex(unit, level); i > 0 {
			return unit[:i]
		}
	}
	return ""
}
