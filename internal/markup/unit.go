package markup

import (
	"strings"

	"thonlanh/internal/diag"
)

// Unit is one numbered part of a plan or legal text: what a citation, a duty
// or a printed QR code points to.
type Unit struct {
	ID     string
	Label  string // as printed: "III.", "9.", "-", "Điều 24."
	Title  string // the words of a heading; empty where the unit is running text
	Kind   Kind
	Parent int // index of the unit around it, -1 for none
	Depth  int // number of units around it
	Pos    diag.Pos

	mark   string // what a citation calls it: "III", "9", "đ", the ordinal of a dash
	quoted bool   // opens a text quoted from another document
}

// Kind is the kind of a unit, from the largest to the smallest.
type Kind uint8

// Laws know Phần, Chương, Mục, Tiểu mục, Điều, khoản, điểm, tiết. Plans and
// other administrative texts know I., 1., a), -, + and no names for them.
const (
	KindAnnex      Kind = iota // Phụ lục
	KindPart                   // Phần
	KindChapter                // Chương
	KindSection                // Mục
	KindSubsection             // Tiểu mục
	KindRoman                  // I.
	KindArticle                // Điều
	KindClause                 // khoản: 1. inside an article
	KindNumber                 // 1. elsewhere
	KindPoint                  // điểm: a) inside an article
	KindLetter                 // a) elsewhere
	KindItem                   // tiết: - inside an article
	KindDash                   // - elsewhere
	KindPlus                   // +
)

// Class is the class of the unit's element in HTML.
func (k Kind) Class() string {
	return [...]string{"phu-luc", "phan", "chuong", "muc", "tieu-muc", "muc", "dieu", "khoan", "so", "diem", "chu", "tiet", "y", "cong"}[k]
}

// name is what a citation calls a unit of this kind.
func (k Kind) name() string {
	return [...]string{"Phụ lục", "Phần", "Chương", "Mục", "Tiểu mục", "mục", "Điều", "khoản", "mục", "điểm", "điểm", "tiết", "ý", "ý nhỏ"}[k]
}

// rank orders kinds by size: a unit closes every open unit that is not larger.
// Ten steps lie between kinds for the levels of dotted numbers.
func (k Kind) rank() int {
	return [...]int{0, 10, 20, 30, 40, 50, 60, 70, 70, 80, 80, 90, 90, 100}[k]
}

// cite names a unit. The law puts the smallest first ("điểm a khoản 2 Điều
// 24") and leaves out what contains an article; plans read from the largest
// ("Mục III.9, ý 2").
func cite(units []Unit, i int) string {
	u := &units[i]
	switch u.Kind {
	case KindRoman, KindNumber, KindLetter, KindDash:
		return citePlan(units, i)
	case KindPlus:
		for p := u.Parent; p >= 0; p = units[p].Parent {
			if units[p].Kind == KindArticle {
				return citeLaw(units, i)
			}
		}
		return citePlan(units, i)
	}
	return citeLaw(units, i)
}

func citeLaw(units []Unit, i int) string {
	var b strings.Builder
	for first := true; i >= 0; first = false {
		u := &units[i]
		if !first {
			b.WriteByte(' ')
		}
		b.WriteString(u.Kind.name())
		if u.mark != "" {
			b.WriteByte(' ')
			b.WriteString(u.mark)
		}
		if u.quoted && u.Parent >= 0 {
			b.WriteString(" (trích tại ")
			b.WriteString(cite(units, u.Parent))
			b.WriteByte(')')
			break
		}
		i = u.Parent
		if u.Kind == KindArticle {
			for i >= 0 && units[i].Kind != KindAnnex {
				i = units[i].Parent
			}
		}
	}
	return b.String()
}

func citePlan(units []Unit, i int) string {
	chain := make([]int, 0, 8)
	around := -1 // an annex, part or chapter that holds the numbering
	for ; i >= 0; i = units[i].Parent {
		if units[i].Kind < KindRoman || units[i].Kind == KindArticle {
			around = i
			break
		}
		chain = append(chain, i)
	}
	var b strings.Builder
	for n := len(chain) - 1; n >= 0; n-- {
		u := &units[chain[n]]
		last := b.Len()
		switch {
		case u.Kind != KindRoman && u.Kind != KindNumber:
			if last > 0 {
				b.WriteString(", ")
			}
			b.WriteString(u.Kind.name())
			b.WriteByte(' ')
		case last == 0:
			b.WriteString("Mục ")
		default:
			b.WriteByte('.')
		}
		mark := u.mark
		if u.Kind == KindNumber && u.Parent >= 0 {
			// The label of a dotted number repeats its parent's: 1, 1.2.
			mark = strings.TrimPrefix(mark, units[u.Parent].mark+".")
		}
		b.WriteString(mark)
	}
	s := b.String()
	if rest, ok := strings.CutPrefix(s, "ý "); ok {
		s = "Ý " + rest
	} else if rest, ok := strings.CutPrefix(s, "điểm "); ok {
		s = "Điểm " + rest
	}
	if around >= 0 {
		s += ", " + cite(units, around)
	}
	return s
}
