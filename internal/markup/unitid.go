package markup

import (
	"hash/fnv"
	"slices"
	"strings"

	"thonlanh/internal/viet"
)

// HasUnit reports whether the text has a unit, without opening a packed one:
// references to the units of thousands of texts are looked up at each save.
func (d *Document) HasUnit(id string) bool {
	if d.packed == nil {
		_, ok := d.Unit(id)
		return ok
	}
	_, ok := slices.BinarySearch(d.unitSums, sum(id))
	return ok
}

// HasUnits reports whether the text has any unit.
func (d *Document) HasUnits() bool { return len(d.Units) > 0 || len(d.unitSums) > 0 }

// sumUnits keeps what HasUnit needs of a text that is being packed. Four bytes
// for each unit: that an id which a text lacks shares the sum of one it has
// happens once in millions of lookups and then hides one note.
func (d *Document) sumUnits() {
	d.unitSums = make([]uint32, len(d.Units))
	for i := range d.Units {
		d.unitSums[i] = sum(d.Units[i].ID)
	}
	slices.Sort(d.unitSums)
}

func sum(id string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(id))
	return h.Sum32()
}

// CiteID names a unit by its id alone, for texts that are not on the portal in
// full: "dieu-24-khoan-2-diem-dd" is "điểm đ khoản 2 Điều 24", "muc-iii-9-y-2"
// is "Mục III.9, ý 2". It is "" for what is no id of a unit.
func CiteID(id string) string {
	parts := strings.Split(id, "-")
	if rest, ok := strings.CutPrefix(id, "phu-luc"); ok {
		return citeAnnexID(rest)
	}
	if rest, ok := strings.CutPrefix(id, "kem-theo-"); ok {
		return citeAttachedID(rest)
	}
	if parts[0] == "phan" && len(parts) > 3 && parts[2] == "muc" {
		if name := citeGreatID(parts[1], parts[3:]); name != "" {
			return name
		}
	}
	if parts[0] == "muc" { // sections of laws stand below a chapter
		return citePlanID(parts[1:])
	}
	var names []string // from the largest to the smallest
	for i := 0; i < len(parts); {
		name, taken := idWord(parts[i:])
		if taken == 0 || i+taken >= len(parts) {
			return ""
		}
		i += taken
		mark := parts[i]
		if !isMark(mark) {
			return ""
		}
		switch name {
		case "Phần", "Chương":
			mark = romanFromDigits(mark)
		case "điểm":
			mark = strings.ReplaceAll(mark, "dd", "đ")
		case "Điều":
			names = names[:0] // what contains an article is not named
		}
		if strings.HasSuffix(mark, "dd") {
			mark = strings.TrimSuffix(mark, "dd") + "đ"
		}
		names = append(names, name+" "+mark)
		i++
	}
	slices.Reverse(names)
	return strings.Join(names, " ")
}

// idWord is the name of a kind of unit at the head of the parts of an id.
func idWord(parts []string) (name string, taken int) {
	for _, w := range [...]struct{ word, name string }{
		{"phan", "Phần"}, {"chuong", "Chương"}, {"muc", "Mục"}, {"dieu", "Điều"},
		{"khoan", "khoản"}, {"diem", "điểm"}, {"tiet", "tiết"}, {"y", "ý"}, {"c", "ý nhỏ"},
	} {
		if parts[0] == w.word {
			return w.name, 1
		}
	}
	if len(parts) > 1 {
		if parts[0] == "tieu" && parts[1] == "muc" {
			return "Tiểu mục", 2
		}
	}
	return "", 0
}

// citeGreatID names a unit of a plan in one of its great parts: "phan-b-muc-i-2"
// is "Mục I.2, Phần B". It is "" for a section of a law.
func citeGreatID(mark string, marks []string) string {
	if !isMark(mark) || len(marks) == 1 && romanMark(marks[0]) == "" || marks[0] == "" || slices.Contains(marks, "tieu") {
		return ""
	}
	unit := citePlanID(marks)
	if unit == "" {
		return ""
	}
	return unit + ", Phần " + romanFromDigits(mark)
}

// citeAttachedID names what follows "kem-theo-": which of the attached texts,
// and a unit in it.
func citeAttachedID(rest string) string {
	mark, inner, more := strings.Cut(rest, "-")
	if !isMark(mark) || mark[0] < '1' || mark[0] > '9' || strings.Trim(mark, "0123456789") != "" {
		return ""
	}
	name := "Văn bản kèm theo"
	if mark != "1" {
		name += " thứ " + mark
	}
	if !more {
		return name
	}
	name = viet.LowerFirst(name)
	unit := ""
	if !strings.HasPrefix(inner, "kem-theo-") {
		unit = CiteID(inner)
	}
	switch {
	case unit == "":
		return ""
	case strings.HasPrefix(inner, "muc-"), strings.Contains(unit, ", "):
		return unit + ", " + name
	}
	return unit + " " + name
}

// citeAnnexID names what follows "phu-luc": the mark of the annex, where it is
// not the only one, and a unit in it.
func citeAnnexID(rest string) string {
	name := "Phụ lục"
	if rest == "" {
		return name
	}
	if rest[0] != '-' {
		return ""
	}
	mark, inner, _ := strings.Cut(rest[1:], "-")
	if isMark(mark) {
		if len(mark) == 1 && mark[0] >= 'a' {
			mark = strings.ToUpper(mark)
		}
		name += " " + romanFromDigits(mark)
	} else {
		inner = rest[1:]
	}
	if inner == "" {
		return name
	}
	unit := CiteID(inner)
	switch {
	case unit == "":
		return ""
	case strings.HasPrefix(unit, "Mục") && strings.HasPrefix(inner, "muc-"):
		return unit + ", " + name
	}
	return unit + " " + name
}

func citePlanID(marks []string) string {
	if len(marks) == 0 || !isMark(marks[0]) {
		return ""
	}
	out := "Mục " + strings.ReplaceAll(marks[0], "dd", "đ")
	if roman := romanMark(marks[0]); roman != "" {
		out = "Mục " + roman
	}
	word := "" // what the next mark is
	for _, m := range marks[1:] {
		switch {
		case word == "" && m == "y":
			word = "ý"
		case word == "" && m == "c":
			word = "ý nhỏ"
		case word != "":
			if !isMark(m) {
				return ""
			}
			out += ", " + word + " " + m
			word = ""
		case m == "":
			return ""
		case m[0] >= '0' && m[0] <= '9':
			out += "." + strings.ReplaceAll(m, "dd", "đ")
		case isMark(m):
			out += ", điểm " + strings.ReplaceAll(m, "dd", "đ")
		default:
			return ""
		}
	}
	if word != "" {
		return ""
	}
	return out
}

// isMark reports whether a part of an id is the mark of a unit: "24", "256a",
// "dd", "iii".
func isMark(s string) bool {
	if s == "" || len(s) > 6 {
		return false
	}
	digits := 0
	for digits < len(s) && s[digits] >= '0' && s[digits] <= '9' {
		digits++
	}
	rest := s[digits:]
	for i := range len(rest) {
		if rest[i] < 'a' || rest[i] > 'z' {
			return len(rest) > 1 && i == 1 && digits == 0 // a1
		}
	}
	return digits > 0 || len(rest) <= 2 || romanMark(rest) != ""
}

func romanMark(s string) string {
	upper := strings.ToUpper(s)
	if romanValue(upper) == 0 {
		return ""
	}
	return upper
}

func romanFromDigits(s string) string {
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return strings.ToUpper(s)
		}
		n = n*10 + int(s[i]-'0')
	}
	return romanOf(n)
}
