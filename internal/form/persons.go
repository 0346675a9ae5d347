package form

import (
	"regexp"
	"strings"

	"thonlanh/internal/viet"
)

// Below the commune only activities are counted: in a village of two hundred
// households a number is a face. So a column or a cell of the villages' sheet
// that counts persons, cases, premises or tests is refused, and its number is
// not repeated.

const (
	counted = `nguoi|vu|vu viec|ca|co so|quan|nha nghi|karaoke|xet nghiem|doi tuong|nan nhan|phu nu|tre em|hoc sinh|nhan khau|luot`
	plight  = `nghien|hiv|aids|mai dam|ban dam|mua dam|nan nhan|doi tuong|nhiem benh|bi bat|bi phat|xu phat`
	numeral = `hai|ba|bon|nam|sau|bay|tam|chin|muoi`
)

var (
	personHead = regexp.MustCompile(`\b(` + counted + `|` + plight + `|nguoi du|so nguoi)\b`)
	personCell = regexp.MustCompile(`\b\d+ (?:\S+ ){0,2}(` + counted + `)\b|\b(` + numeral + `) (` + counted + `)\b|\b(` + counted + `)\b\W{1,3}\d|\b(` + plight + `)\b`)
	innocent   = regexp.MustCompile(`\b(luot phat thanh|luot phat loa|co quan|quan ly|quan tam|quan he|quan doi|quan su|nhiem vu|dich vu|phuc vu|mua vu|ho nhan to roi|ho dan)\b`)
	notLetters = regexp.MustCompile(`[^\p{L}\p{N}]+`)
)

// headCountsPersons reports whether a column of villages counts what may not
// be counted there.
func headCountsPersons(head string) bool {
	return personHead.MatchString(innocent.ReplaceAllString(plainWords(head), " "))
}

// speaksOfPersons reports whether a cell of a village counts persons, cases,
// premises or tests, or says what befell them.
func speaksOfPersons(s string) bool {
	return personCell.MatchString(innocent.ReplaceAllString(plainWords(s), " "))
}

func plainWords(s string) string {
	return strings.TrimSpace(notLetters.ReplaceAllString(viet.Fold(s), " "))
}

func noPersons() *fault {
	return &fault{"Chỗ này nói đến số người, số vụ, số cơ sở hay lượt xét nghiệm ở cấp thôn. Trong một thôn nhỏ, con số có thể chỉ ra một người.",
		"Bỏ nội dung này. Ở thôn chỉ ghi hoạt động: buổi tuyên truyền, hộ nhận tờ rơi, lượt phát thanh, lớp tập huấn."}
}
