package markup

import (
	"strings"

	"thonlanh/internal/diag"
	"thonlanh/internal/viet"
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
	KindAttached   Kind = iota // a text issued with another: Quy chế, Đề án
	KindAnnex                  // Phụ lục
	KindPart                   // Phần, or A.
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
	return [...]string{"kem-theo", "phu-luc", "phan", "chuong", "muc", "tieu-muc", "muc", "dieu", "khoan", "so", "diem", "chu", "tiet", "y", "cong"}[k]
}

// name is what a citation calls a unit of this kind.
func (k Kind) name() string {
	return [...]string{"", "Phụ lục", "Phần", "Chương", "Mục", "Tiểu mục", "mục", "Điều", "khoản", "mục", "điểm", "điểm", "tiết", "ý", "ý nhỏ"}[k]
}

// rank orders kinds by size: a unit closes every open unit that is not larger.
// Ten steps lie between kinds for the levels of dotted numbers.
func (k Kind) rank() int {
	return [...]int{0, 5, 10, 20, 30, 40, 50, 60, 70, 70, 80, 80, 90, 90, 100}[k]
}

// appendCite names a unit. The law puts the smallest first ("điểm a khoản 2
// Điều 24") and leaves out what contains an article; plans read from the
// largest ("Mục III.9, ý 2"), with a small letter inside a sentence.
func appendCite(dst []byte, units []Unit, i int, inside bool) []byte {
	switch units[i].Kind {
	case KindRoman, KindNumber, KindLetter, KindDash:
		return appendPlanCite(dst, units, i, inside)
	case KindPlus:
		for p := units[i].Parent; p >= 0; p = units[p].Parent {
			if units[p].Kind == KindArticle {
				return appendLawCite(dst, units, i)
			}
		}
		return appendPlanCite(dst, units, i, inside)
	}
	return appendLawCite(dst, units, i)
}

func appendLawCite(dst []byte, units []Unit, i int) []byte {
	for first := true; i >= 0; first = false {
		u := &units[i]
		if !first {
			dst = append(dst, ' ')
		}
		name := u.Kind.name()
		dst = append(dst, name...)
		if u.mark != "" {
			if name != "" {
				dst = append(dst, ' ')
			}
			dst = append(dst, u.mark...)
		}
		if u.quoted && u.Parent >= 0 {
			dst = append(dst, " (trích tại "...)
			return append(appendCite(dst, units, u.Parent, true), ')')
		}
		i = u.Parent
		if u.Kind == KindArticle {
			for i >= 0 && units[i].Kind > KindAnnex {
				i = units[i].Parent
			}
		}
	}
	return dst
}

func appendPlanCite(dst []byte, units []Unit, i int, inside bool) []byte {
	var chain [16]int
	n := 0
	around := -1 // an annex, part or chapter that holds the numbering
	for ; i >= 0 && n < len(chain); i = units[i].Parent {
		if units[i].Kind < KindRoman || units[i].Kind == KindArticle {
			around = i
			break
		}
		chain[n] = i
		n++
	}
	for first := true; n > 0; first = false {
		n--
		u := &units[chain[n]]
		numbered := u.Kind == KindRoman || u.Kind == KindNumber
		switch {
		case first:
			name := u.Kind.name()
			if !inside {
				name = viet.UpperFirst(name)
			}
			dst = append(dst, name...)
			dst = append(dst, ' ')
		case numbered:
			dst = append(dst, '.')
		default:
			dst = append(dst, ", "...)
			dst = append(dst, u.Kind.name()...)
			dst = append(dst, ' ')
		}
		mark := u.mark
		if u.Kind == KindNumber && u.Parent >= 0 {
			// The label of a dotted number repeats its parent's: 1, 1.2.
			mark = strings.TrimPrefix(mark, units[u.Parent].mark+".")
		}
		dst = append(dst, mark...)
	}
	if around >= 0 {
		dst = append(dst, ", "...)
		dst = appendCite(dst, units, around, true)
	}
	return dst
}
