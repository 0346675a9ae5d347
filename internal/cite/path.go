package cite

import (
	"strconv"
	"strings"
)

// Path is a unit: its steps from the largest to the smallest. Paths can be
// compared.
type Path struct {
	steps [maxSteps]Step
	n     uint8
	// To is the last mark of a range: "từ Điều 24 đến Điều 27" is the path of
	// Điều 24 with To 27.
	To Mark
}

// maxSteps is enough for a point below an article with all that contains it.
const maxSteps = 9

// Step is one step of a path: "khoản 2".
type Step struct {
	Mark  Mark
	Level Level
}

// Mark is what a unit is called by: 24, 256a, đ, III.
type Mark struct {
	Num    int16
	letter uint16 // of a lettered mark, or behind a figure
	Form   MarkForm
}

// Letter is the letter of a mark, or the one behind its figure; 0 for none.
func (m Mark) Letter() rune { return rune(m.letter) }

// MarkForm is how a mark is printed.
type MarkForm uint8

const (
	NoMark   MarkForm = iota
	Arabic            // 24, 256a
	Roman             // III
	Lettered          // đ, a1
	Capital           // A
	Ordinal           // thứ nhất
	Only              // the only annex: it has no mark
)

// Steps lists the steps from the largest to the smallest.
func (p *Path) Steps() []Step { return p.steps[:p.n] }

// Mark is the mark at a level.
func (p *Path) Mark(l Level) (Mark, bool) {
	for _, s := range p.steps[:p.n] {
		if s.Level == l {
			return s.Mark, true
		}
	}
	return Mark{}, false
}

// Largest and Smallest are the levels at the ends of the path, Whole for an
// empty one.
func (p *Path) Largest() Level {
	if p.n == 0 {
		return Whole
	}
	return p.steps[0].Level
}

func (p *Path) Smallest() Level {
	if p.n == 0 {
		return Whole
	}
	return p.steps[p.n-1].Level
}

// Parent is the path without its smallest unit and range.
func (p *Path) Parent() Path {
	q := *p
	q.To = Mark{}
	if q.n > 0 {
		q.n--
		q.steps[q.n] = Step{}
	}
	return q
}

// put adds a step where its level belongs; false if there is no room or the
// level is taken.
func (p *Path) put(s Step) bool {
	if int(p.n) == maxSteps {
		return false
	}
	at := int(p.n)
	for at > 0 && p.steps[at-1].Level > s.Level {
		at--
	}
	if at > 0 && p.steps[at-1].Level == s.Level && s.Level != Numbered {
		return false
	}
	copy(p.steps[at+1:p.n+1], p.steps[at:p.n])
	p.steps[at] = s
	p.n++
	return true
}

// String names the unit as the law does, the smallest first.
func (p Path) String() string {
	var b strings.Builder
	for i := int(p.n) - 1; i >= 0; i-- {
		s := p.steps[i]
		if s.Level == Numbered {
			// The numbers of a plan stand behind what contains them.
			from := i
			for from > 0 && p.steps[from-1].Level == Numbered {
				from--
			}
			holder := from - 1
			if holder < 0 {
				holder = from
			}
			if b.Len() > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(p.steps[holder].Level.String())
			for j := holder; j <= i; j++ {
				b.WriteByte(" ."[min(1, j-holder)])
				b.WriteString(p.steps[j].Mark.String())
			}
			i = holder
		} else {
			if b.Len() > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(s.Level.String())
			if s.Mark.Form != Only {
				b.WriteByte(' ')
				b.WriteString(s.Mark.String())
			}
		}
		if i == int(p.n)-1 && p.To.Form != NoMark {
			b.WriteString(" đến ")
			b.WriteString(p.To.String())
		}
	}
	return b.String()
}

// String is what citations call a level.
func (l Level) String() string {
	return [...]string{"văn bản", "Phụ lục", "Phần", "Chương", "Mục", "Tiểu mục", "Điều", "khoản", "mục", "điểm", "tiết", "ý", "ý nhỏ"}[l]
}

// String is the mark as printed.
func (m Mark) String() string {
	switch m.Form {
	case Arabic:
		if m.letter != 0 {
			return strconv.Itoa(int(m.Num)) + string(rune(m.letter))
		}
		return strconv.Itoa(int(m.Num))
	case Roman:
		return romanOf(int(m.Num))
	case Lettered, Capital:
		if m.Num != 0 {
			return string(rune(m.letter)) + strconv.Itoa(int(m.Num))
		}
		return string(rune(m.letter))
	case Ordinal:
		return "thứ " + ordinalWord(int(m.Num))
	}
	return ""
}

// id spells a mark as ids do: đ is dd, which no other letter becomes; the
// numbers of containers are figures whichever way they were printed.
func (m Mark) id() string {
	switch m.Form {
	case Roman, Ordinal:
		return strconv.Itoa(int(m.Num))
	case Only, NoMark:
		return ""
	}
	return strings.ReplaceAll(strings.ToLower(m.String()), "đ", "dd")
}

// before reports whether m may come before n in one numbering.
func (m Mark) before(n Mark) bool {
	switch {
	case m.Form == Lettered || m.Form == Capital:
		if m.Form != n.Form {
			return false
		}
		a, b := letterPlace(rune(m.letter)), letterPlace(rune(n.letter))
		return a < b || a == b && m.Num < n.Num
	case n.Form == Lettered || n.Form == Capital:
		return false
	}
	return m.Num < n.Num || m.Num == n.Num && letterPlace(rune(m.letter)) < letterPlace(rune(n.letter))
}

// letters is the order of điểm: f, j, w, z and the letters with a mark above
// are not used.
const letters = "abcdđeghiklmnopqrstuvxy"

// letterPlace is the place of a letter among điểm, from 1; 0 for another.
func letterPlace(r rune) int {
	at := 1
	for _, c := range letters {
		if c == r {
			return at
		}
		at++
	}
	return 0
}

func romanOf(n int) string {
	tens := [...]string{"", "X", "XX", "XXX"}
	ones := [...]string{"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"}
	if n < 1 || n >= 10*len(tens) {
		return strconv.Itoa(n)
	}
	return tens[n/10] + ones[n%10]
}

// romanValue is the value of a Roman number up to 39, in capitals and the way
// it must be written; 0 for anything else.
func romanValue(s []byte) int {
	if len(s) == 0 || len(s) > 8 {
		return 0
	}
	n, i := 0, 0
	for i < len(s) && s[i] == 'X' && i < 3 {
		n, i = n+10, i+1
	}
	switch string(s[i:]) {
	case "":
		return n
	case "I":
		return n + 1
	case "II":
		return n + 2
	case "III":
		return n + 3
	case "IV":
		return n + 4
	case "V":
		return n + 5
	case "VI":
		return n + 6
	case "VII":
		return n + 7
	case "VIII":
		return n + 8
	case "IX":
		return n + 9
	}
	return 0
}

func ordinalWord(n int) string {
	words := [...]string{"", "nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"}
	if n < 1 || n >= len(words) {
		return strconv.Itoa(n)
	}
	return words[n]
}
