package intake

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Before Unicode, Vietnamese was typed in fonts that drew its letters in place
// of other characters. Two families are met in old office files: ABC (TCVN3,
// fonts named .Vn…), one code for each letter, and VNI (fonts named VNI-…),
// where a vowel is followed by a code for its marks.

// tcvn3 is the alphabet of ABC by the code that stands in the file. Capitals
// with a tone have no code: they are small letters in a font whose name ends
// in H, which draws capitals.
var tcvn3 = [256]rune{
	0xa1: 'Ă', 0xa2: 'Â', 0xa3: 'Ê', 0xa4: 'Ô', 0xa5: 'Ơ', 0xa6: 'Ư', 0xa7: 'Đ', 0xa8: 'ă', 0xa9: 'â',
	0xaa: 'ê', 0xab: 'ô', 0xac: 'ơ', 0xad: 'ư', 0xae: 'đ', 0xb5: 'à', 0xb6: 'ả', 0xb7: 'ã', 0xb8: 'á',
	0xb9: 'ạ', 0xbb: 'ằ', 0xbc: 'ẳ', 0xbd: 'ẵ', 0xbe: 'ắ', 0xc6: 'ặ', 0xc7: 'ầ', 0xc8: 'ẩ', 0xc9: 'ẫ',
	0xca: 'ấ', 0xcb: 'ậ', 0xcc: 'è', 0xce: 'ẻ', 0xcf: 'ẽ', 0xd0: 'é', 0xd1: 'ẹ', 0xd2: 'ề', 0xd3: 'ể',
	0xd4: 'ễ', 0xd5: 'ế', 0xd6: 'ệ', 0xd7: 'ì', 0xd8: 'ỉ', 0xdc: 'ĩ', 0xdd: 'í', 0xde: 'ị', 0xdf: 'ò',
	0xe1: 'ỏ', 0xe2: 'õ', 0xe3: 'ó', 0xe4: 'ọ', 0xe5: 'ồ', 0xe6: 'ổ', 0xe7: 'ỗ', 0xe8: 'ố', 0xe9: 'ộ',
	0xea: 'ờ', 0xeb: 'ở', 0xec: 'ỡ', 0xed: 'ớ', 0xee: 'ợ', 0xef: 'ù', 0xf1: 'ủ', 0xf2: 'ũ', 0xf3: 'ú',
	0xf4: 'ụ', 0xf5: 'ừ', 0xf6: 'ử', 0xf7: 'ữ', 0xf8: 'ứ', 0xf9: 'ự', 0xfa: 'ỳ', 0xfb: 'ỷ', 0xfc: 'ỹ',
	0xfd: 'ý', 0xfe: 'ỵ',
}

// fromTCVN3 turns the codes of an ABC font into letters.
func fromTCVN3(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 0xf000 && r <= 0xf0ff { // how Word stores the codes of a symbol font
			r -= 0xf000
		}
		if r < 256 && tcvn3[r] != 0 {
			return tcvn3[r]
		}
		return r
	}, s)
}

// VNI: codes that are a letter by themselves.
const (
	vniLetters = "ñÑôÔöÖîÎæÆóÓòÒ"
	vniMeant   = "đĐơƠưƯỵỴỉỈĩĨịỊ"
)

// VNI: codes after a vowel, and the marks they put on it.
const vniMarks = "ùøûõïâáàåãäêéèúüë"

var vniMeans = [...]string{
	"\u0301", "\u0300", "\u0309", "\u0303", "\u0323",
	"\u0302", "\u0302\u0301", "\u0302\u0300", "\u0302\u0309", "\u0302\u0303", "\u0302\u0323",
	"\u0306", "\u0306\u0301", "\u0306\u0300", "\u0306\u0309", "\u0306\u0303", "\u0306\u0323",
}

// fromVNI turns the codes of a VNI font into letters.
func fromVNI(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	r := []rune(s)
	for i := 0; i < len(r); i++ {
		if r[i] >= 0xf000 && r[i] <= 0xf0ff {
			r[i] -= 0xf000
		}
		if i+1 < len(r) && r[i+1] >= 0xf000 && r[i+1] <= 0xf0ff {
			r[i+1] -= 0xf000
		}
		base := vniLetter(r[i])
		if i+1 < len(r) {
			if k := vniMark(r[i+1]); k >= 0 && vniTakes(base, k) {
				b.WriteRune(base)
				b.WriteString(vniMeans[k])
				i++
				continue
			}
		}
		b.WriteRune(base)
	}
	return norm.NFC.String(b.String())
}

func vniLetter(r rune) rune {
	k := 0
	for _, c := range vniLetters {
		if c == r {
			return []rune(vniMeant)[k]
		}
		k++
	}
	return r
}

func vniMark(r rune) int {
	k := 0
	for _, c := range vniMarks {
		if c == r || r < 0xdf && c-0x20 == r {
			return k
		}
		k++
	}
	return -1
}

// vniTakes reports whether a vowel can carry a mark: tones stand on every
// vowel, the hat on three, the bow on one.
func vniTakes(base rune, mark int) bool {
	switch {
	case mark < 5:
		return strings.ContainsRune("aeouyAEOUYơƠưƯ", base)
	case mark < 11:
		return strings.ContainsRune("aeoAEO", base)
	}
	return base == 'a' || base == 'A'
}
