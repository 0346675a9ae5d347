package site

import (
	"strings"

	"thonlanh/internal/viet"
)

// Topics are the words that tell a glance over the shoulder what a text is
// about.
var Topics = [...]string{
	"mại dâm", "mãi dâm", "bán dâm", "mua dâm", "hiv", "aids", "mua bán người", "buôn bán người", "buôn người",
	"bạo lực", "bạo hành", "xâm hại", "hiếp dâm", "cưỡng hiếp", "gái gọi", "ma túy", "ma tuý", "tệ nạn",
}

// SaysTopic reports whether a text holds one of the Topics, with marks or
// without. Unlike the rule about titles it may be wrong on the side of caution.
func SaysTopic(text string) bool {
	folded := foldedWords(text)
	for _, t := range Topics {
		if strings.Contains(folded, " "+viet.Fold(t)+" ") {
			return true
		}
	}
	return false
}

// foldedWords is a text as folded words, each between two spaces.
func foldedWords(text string) string {
	words := strings.FieldsFunc(viet.Fold(text), func(r rune) bool { return !('a' <= r && r <= 'z' || '0' <= r && r <= '9') })
	return " " + strings.Join(words, " ") + " "
}
