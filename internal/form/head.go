package form

import (
	"strings"

	"thonlanh/internal/viet"
)

// What the columns of a table hold. A column of activities has the activity's
// key for its field.
const (
	fieldCode   = "ma"
	fieldName   = "ten"
	fieldItem   = "viec"
	fieldShown  = "cho_xem" // stands there to be read: unit, last period
	fieldNum    = keyNum
	fieldDen    = keyDen
	fieldState  = keyState
	fieldDone   = keyDone
	fieldOrigin = keyOrigin
	fieldNote   = keyNote
	fieldMend   = "can_sua"
)

// headMend is the head of the column in which marks come back.
const headMend = "Cần sửa"

// targetWords are the words by which the columns of the targets are known,
// folded.
var targetWords = [...]struct{ words, field string }{
	{"ma", fieldCode}, {"ma chi tieu", fieldCode}, {"ma so", fieldCode},
	{"chi tieu", fieldName}, {"ten chi tieu", fieldName}, {"noi dung chi tieu", fieldName}, {"noi dung", fieldName},
	{"viec trong danh muc", fieldItem}, {"viec cua danh muc", fieldItem}, {"viec", fieldItem},
	{"dem gi", fieldShown}, {"don vi", fieldShown}, {"don vi tinh", fieldShown}, {"ky truoc", fieldShown}, {"stt", fieldShown}, {"tt", fieldShown}, {"ty le", fieldShown},
	{"tu so", fieldNum}, {"da lam duoc", fieldNum}, {"da thuc hien", fieldNum},
	{"mau so", fieldDen}, {"tong so", fieldDen},
	{"trang thai", fieldState}, {"tinh trang", fieldState},
	{"viec da lam", fieldDone}, {"xong hay chua", fieldDone},
	{"nguon", fieldOrigin}, {"nguon so lieu", fieldOrigin},
	{"ghi chu", fieldNote}, {"can sua", fieldMend},
}

var villageWords = [...]struct{ words, field string }{
	{"ma", fieldCode}, {"ma thon", fieldCode}, {"thon", fieldName}, {"ten thon", fieldName}, {"stt", fieldShown}, {"tt", fieldShown}, {"can sua", fieldMend},
}

// head is the row that heads a table.
type head struct {
	village bool
	fields  []string // of the columns from A; empty where unknown
	texts   []string // as they stand
}

// at is the first column of a field, 0 for none.
func (h *head) at(field string) int {
	for i, f := range h.fields {
		if f == field {
			return i + 1
		}
	}
	return 0
}

// headWords are the words of a column's head without what stands in brackets
// behind them.
func headWords(s string) string {
	if i := strings.IndexAny(s, "(:*"); i > 0 {
		s = s[:i]
	}
	return plainWords(s)
}

// headOf recognises the row that heads a table by its words; sheet is the name
// of the sheet while no table was found there.
func headOf(r Row, sheet string) (*head, bool) {
	texts := make([]string, len(r.Cells))
	filled := 0
	for i, c := range r.Cells {
		if c.Kind == Text {
			texts[i] = tidy(c.Text)
		}
		if texts[i] != "" {
			filled++
		}
	}
	if filled < 2 {
		return nil, false
	}
	h := &head{texts: texts, fields: make([]string, len(texts))}
	for i, s := range texts {
		h.fields[i] = targetField(s)
	}
	if h.at(fieldCode)+h.at(fieldName) > 0 && h.at(fieldNum)+h.at(fieldDen)+h.at(fieldState)+h.at(fieldDone) > 0 {
		return h, true
	}
	h = &head{village: true, texts: texts, fields: make([]string, len(texts))}
	known := activities()
	counts := false
	for i, s := range texts {
		h.fields[i] = villageField(s, known)
		counts = counts || activityKnown(known, h.fields[i])
	}
	return h, h.at(fieldName) > 0 && (counts || sameName(sheet, sheetVillages)) || h.at(fieldCode) > 0 && counts
}

func targetField(s string) string {
	words := headWords(s)
	for _, x := range targetWords {
		if x.words == words {
			return x.field
		}
	}
	return ""
}

func villageField(s string, known []Activity) string {
	words := headWords(s)
	for _, x := range villageWords {
		if x.words == words {
			return x.field
		}
	}
	for _, a := range known {
		if bare(words) == bare(plainWords(a.Label)) || words == plainWords(a.Key) {
			return a.Key
		}
	}
	return ""
}

func bare(words string) string { return strings.TrimPrefix(words, "so ") }

func activityKnown(known []Activity, key string) bool {
	for _, a := range known {
		if a.Key == key {
			return true
		}
	}
	return false
}

// meant is the head that an unknown one is a slip of.
func (h *head) meant(s string, known []Activity) (string, bool) {
	var names []string
	if h.village {
		for _, a := range known {
			if h.at(a.Key) == 0 {
				names = append(names, a.Label)
			}
		}
	} else {
		for i := range targetHeads {
			name, _, _ := strings.Cut(targetHeads[i].text, " (")
			if h.at(targetField(name)) == 0 {
				names = append(names, name)
			}
		}
	}
	return viet.Nearest(s, names)
}
