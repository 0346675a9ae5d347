package markup

import (
	"strings"

	"thonlanh/internal/diag"
	"thonlanh/internal/viet"
)

// frame is a unit that is open while its children are read.
type frame struct {
	unit   int // index, -1 for the text itself
	rank   int
	level  int // of its heading in HTML, 0 where it is no heading
	typed  int // of its heading as the author counts, 0 where it is no heading
	odd    bool
	dashes int // children with a dash so far
	pluses int
	last   [KindPlus + 1]seq // the last number of each kind of children
}

// rank orders labels by size, dotted numbers by their number of parts. A great
// part with a letter stands below one with a number: "Phần I", then "A.".
func (l *label) rank() int {
	if l.great {
		return l.kind.rank() + greatBelow
	}
	return l.kind.rank() + l.dots
}

const greatBelow = 5

// listLike reports whether units of a rank stand where Markdown would have a
// list item, below which an indented line is only a further paragraph.
func listLike(rank int) bool { return rank >= KindNumber.rank() }

func (w *clauseWriter) inArticle() bool {
	for i := len(w.stack) - 1; i > 0; i-- {
		if w.doc.Units[w.stack[i].unit].Kind == KindArticle {
			return true
		}
	}
	return false
}

// nextLevel is the level in HTML of a heading below the open ones.
func (w *clauseWriter) nextLevel() int {
	for i := len(w.stack) - 1; i > 0; i-- {
		if w.stack[i].level > 0 {
			return min(6, w.stack[i].level+1)
		}
	}
	return min(6, w.opt.BaseHeading)
}

// open closes what a label closes and opens its unit. quoting says that the
// label is the first of a text quoted by the unit that is open.
func (w *clauseWriter) open(it *item, heading, quoting bool) int {
	l := it.label
	rank := l.rank()
	if l.odd {
		rank = w.oddRank(&l)
	}
	if !quoting {
		for len(w.stack) > w.floor && w.top().rank >= rank {
			w.stack = w.stack[:len(w.stack)-1]
		}
	}
	if w.inArticle() && l.kind == KindNumber && rank != l.rank() {
		l.kind = KindItem // "1)" below a point is its first tiết
	} else if w.inArticle() {
		switch l.kind {
		case KindNumber:
			l.kind = KindClause
		case KindLetter:
			l.kind = KindPoint
		case KindDash:
			l.kind = KindItem
		}
	}
	if l.kind >= KindClause && (listLike(w.top().rank) || it.heading == nil && w.stackHolds(l.kind)) {
		w.allowIndent(it)
	}
	parent := w.top()
	switch {
	case l.kind == KindAttached:
		w.attached++
		l.id, l.mark = itoa(w.attached), attachedName(string(it.line[l.start:l.end]), w.attached)
	case l.kind == KindDash, l.kind == KindItem && l.mark == "":
		parent.dashes++
		l.mark = itoa(parent.dashes)
		l.id = l.mark
	case l.kind == KindPlus:
		parent.pluses++
		l.mark = itoa(parent.pluses)
		l.id = l.mark
	}
	pos := w.pos(it.at + l.start)
	base := w.baseID(&l, quoting)
	id, repeated := w.unique(base, "-lap-")
	u := Unit{
		ID: id, Label: printed(it.line[l.start:l.end]), Kind: l.kind, Parent: parent.unit,
		Depth: len(w.stack) - 1, Pos: pos, mark: strings.Clone(l.mark), quoted: quoting,
	}
	w.doc.Units = append(w.doc.Units, u)
	index := len(w.doc.Units) - 1
	if repeated {
		w.problem(it.at+l.start, diag.Note, "danh-so-lap",
			"Nhãn “"+u.Label+"” lặp lại: trong cùng một phần đã có "+string(appendCite(nil, w.doc.Units, index, true))+". Địa chỉ của chỗ này là #"+id+".",
			"Nếu bản gốc in như vậy thì để nguyên; nếu do gõ nhầm thì sửa lại số.")
	} else if w.floor == 1 {
		w.checkSequence(&l, it.at+l.start)
	}
	f := frame{unit: index, rank: rank, odd: l.odd}
	if heading {
		f.level, f.typed = w.nextLevel(), typedLevel(it, l.kind)
	}
	w.stack = append(w.stack, f)
	return index
}

// oddRank is the rank of a number with another sign than the usual stop. Its
// numbering stands below what is open where it begins: "1)" below "1." or "a)".
func (w *clauseWriter) oddRank(l *label) int {
	for i := len(w.stack) - 1; i >= w.floor; i-- {
		if f := &w.stack[i]; f.odd {
			return f.rank
		}
	}
	if top := w.top(); l.seq.num == 1 && l.dots == 0 && top.unit >= 0 && top.rank >= KindNumber.rank() && top.rank < KindDash.rank() {
		return top.rank + 1
	}
	return l.rank()
}

// stackHolds reports whether a sibling of a kind came before in the open unit:
// labels typed with an indent below one another are one list.
func (w *clauseWriter) stackHolds(k Kind) bool {
	f := w.top()
	return f.dashes > 0 || f.pluses > 0 || f.last[k].num > 0
}

func typedLevel(it *item, k Kind) int {
	switch {
	case it.heading != nil:
		return max(2, it.heading.Level)
	case k < KindArticle:
		return 2
	}
	return 3
}

// printed keeps a label apart from the text it was cut from; the commonest
// ones cost no memory.
func printed(s []byte) string {
	switch string(s) {
	case "-":
		return "-"
	case "+":
		return "+"
	}
	return string(s)
}

// baseID spells the id of a label that is about to open. It follows from the
// printed labels alone.
func (w *clauseWriter) baseID(l *label, quoting bool) string {
	around, parent := "", KindAnnex // id of the unit around, and its kind
	outer := w.top().unit < 0
	if !outer {
		u := &w.doc.Units[w.top().unit]
		around, parent = u.ID+"-", u.Kind
	}
	switch l.kind {
	case KindAttached:
		return "kem-theo-" + l.id
	case KindAnnex:
		if l.id == "" {
			return w.scopeID(quoting) + "phu-luc"
		}
		return w.scopeID(quoting) + "phu-luc-" + l.id
	case KindPart:
		if l.great && parent == KindPart {
			return around + "phan-" + l.id
		}
		return w.scopeID(quoting) + "phan-" + l.id
	case KindChapter:
		return w.scopeID(quoting) + "chuong-" + l.id
	case KindArticle:
		return w.scopeID(quoting) + "dieu-" + l.id
	case KindSection, KindRoman:
		return around + "muc-" + l.id
	case KindSubsection:
		return around + "tieu-muc-" + l.id
	case KindClause:
		return around + "khoan-" + l.id
	case KindPoint:
		return around + "diem-" + l.id
	case KindItem:
		return around + "tiet-" + l.id
	case KindDash:
		return around + "y-" + l.id
	case KindPlus:
		return around + "c-" + l.id
	}
	// Numbers and letters of plans.
	if outer || parent < KindRoman {
		return around + "muc-" + l.id
	}
	id := l.id
	if l.dots > 0 && parent == KindNumber {
		// "1.2." below "1." repeats its parent's number.
		id = strings.TrimPrefix(id, asciiMark(strings.ReplaceAll(w.doc.Units[w.top().unit].mark, ".", "-"))+"-")
	}
	return around + id
}

// scopeID is the id that articles and chapters are counted below: that of the
// unit that quotes them, of the annex or of the attached text that holds them,
// else nothing.
func (w *clauseWriter) scopeID(quoting bool) string {
	if quoting {
		return w.doc.Units[w.top().unit].ID + "-"
	}
	if w.floor > 1 {
		return w.doc.Units[w.stack[w.floor-1].unit].ID + "-"
	}
	for i := len(w.stack) - 1; i > 0; i-- {
		if u := &w.doc.Units[w.stack[i].unit]; u.Kind <= KindAnnex {
			return u.ID + "-"
		}
	}
	return ""
}

// checkSequence notes a gap in the numbering. Articles and chapters are
// counted through the whole text, attached text or annex, the rest within their parent.
func (w *clauseWriter) checkSequence(l *label, at int) {
	if l.seq.num == 0 {
		return
	}
	f := w.top()
	if l.kind == KindArticle || l.kind == KindChapter {
		f = &w.stack[0]
		for i := len(w.stack) - 1; i > 0; i-- {
			if w.doc.Units[w.stack[i].unit].Kind <= KindAnnex {
				f = &w.stack[i]
				break
			}
		}
	}
	last := f.last[l.kind]
	f.last[l.kind] = l.seq
	switch {
	case last.num == 0:
		// Excerpts begin anywhere in the large, but not in the small.
		if l.kind < KindRoman || l.kind == KindArticle || l.seq.num == 1 {
			return
		}
	case l.seq.num == last.num+1, l.seq.num == last.num && l.seq.suffix > last.suffix:
		return
	case l.kind == KindChapter && l.seq.num == 1:
		return
	}
	where := "Văn bản"
	if f.unit >= 0 {
		where = w.doc.Cite(f.unit)
	}
	message := where + " nhảy từ " + l.spelt(last) + " sang " + l.spelt(l.seq) + "."
	if last.num == 0 {
		message = where + " bắt đầu từ " + l.spelt(l.seq) + ", không có " + l.spelt(seq{num: 1}) + "."
	}
	w.problem(at, diag.Note, "danh-so-nhay", viet.UpperFirst(message),
		"Nếu bản gốc in như vậy thì để nguyên; số đã in không bị đổi. Nếu thiếu một phần thì bổ sung.")
}

// spelt names a number of the label's kind as a citation does.
func (l *label) spelt(s seq) string {
	k, number, suffix := l.kind, itoa(int(s.num)), letterAt(int(s.suffix))
	if l.great {
		return k.name() + " " + string(rune('A'+s.num-1))
	}
	switch k {
	case KindPoint, KindLetter:
		number, suffix = letterAt(int(s.num)), ""
		if s.suffix > 0 {
			suffix = itoa(int(s.suffix))
		}
	case KindRoman, KindChapter, KindPart:
		number = romanOf(int(s.num))
	}
	if k == KindNumber {
		return number + suffix
	}
	return k.name() + " " + number + suffix
}
