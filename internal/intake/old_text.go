package intake

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"

	"thonlanh/internal/viet"
)

// Names of the ways in which text was stored before Unicode.
const (
	fontTCVN3  = "ABC (TCVN3, .VnTime)"
	fontVNI    = "VNI"
	code1258   = "Windows-1258"
	twiceCoded = "UTF-8 mã hóa hai lần"
)

// reading is a text read in one of these ways.
type reading struct {
	name string
	read func(string) string
}

// readings are tried on text whose letters are codes of the Latin alphabet.
func readings() [3]reading {
	return [...]reading{{fontTCVN3, fromTCVN3}, {fontVNI, fromVNI}, {twiceCoded, fromTwice}}
}

// oldText looks at text that is Unicode by its bytes, and may yet hold the
// codes of an old font: as a whole, or in single lines that were pasted.
func oldText(s string) (text, font string, err error) {
	total, good := score(s, 4000)
	if total >= 3 && good*10 < total*7 {
		if name, read := better(s, total, good); read != nil {
			return read(s), name, nil
		}
		if isNoise(s) {
			return "", "", noiseRefusal()
		}
	}
	if total == good {
		return s, "", nil
	}
	lines := strings.SplitAfter(s, "\n")
	for i, line := range lines {
		if total, good := score(line, 400); total >= 4 && good*10 < total*4 {
			if name, read := better(line, total, good); read != nil {
				lines[i], font = read(line), name
			}
		}
	}
	if font == "" {
		return s, "", nil
	}
	return strings.Join(lines, ""), font, nil
}

// oldBytes reads a file that is not UTF-8.
func oldBytes(data []byte) (text, font string, err error) {
	latin, err := charmap.Windows1252.NewDecoder().Bytes(data)
	if err != nil {
		return "", "", noiseRefusal()
	}
	best, bestScore := "", 0.0
	try := func(s, name string) {
		if total, good := score(s, 4000); total > 0 && float64(good)/float64(total) > bestScore {
			best, font, bestScore = s, name, float64(good)/float64(total)
		}
	}
	if s, err := charmap.Windows1258.NewDecoder().Bytes(data); err == nil {
		try(norm.NFC.String(string(s)), code1258)
	}
	try(fromTCVN3(byteRunes(data)), fontTCVN3)
	try(fromVNI(string(latin)), fontVNI)
	if bestScore < 0.8 {
		return "", "", noiseRefusal()
	}
	return best, font, nil
}

// byteRunes gives each byte the character of its number.
func byteRunes(data []byte) string {
	var b strings.Builder
	for _, c := range data {
		b.WriteRune(rune(c))
	}
	return b.String()
}

// fromTwice undoes what a program does that takes UTF-8 for Latin letters and
// stores them as UTF-8 again. Without effect where that did not happen.
func fromTwice(s string) string {
	data, err := charmap.Windows1252.NewEncoder().Bytes([]byte(s))
	if err != nil || !utf8.Valid(data) {
		return s
	}
	return string(data)
}

func better(s string, total, good int) (string, func(string) string) {
	for _, r := range readings() {
		if n, ok := score(r.read(s), 4000); n > 0 && ok*100 >= n*85 && ok*total > good*n {
			return r.name, r.read
		}
	}
	return "", nil
}

// score counts the words with letters beyond ASCII, and those of them that are
// Vietnamese syllables. At most max words are looked at.
func score(s string, max int) (total, good int) {
	for word := range strings.FieldsFuncSeq(s, func(r rune) bool {
		return r < 0x80 && (r < '0' || r > '9' && r < 'A' || r > 'Z' && r < 'a' || r > 'z') || r >= 0x2010 && r <= 0x2026 || r == 0xa0
	}) {
		if isASCII(word) {
			continue
		}
		if total++; viet.IsSyllable(norm.NFC.String(word)) {
			good++
		}
		if total == max {
			break
		}
	}
	return total, good
}

// isNoise reports whether many words hold signs that no language sets between
// letters, as the codes of an old font look in another.
func isNoise(s string) bool {
	words, noisy := 0, 0
	for word := range strings.FieldsSeq(s) {
		if isASCII(word) {
			continue
		}
		words++
		letters := strings.ContainsFunc(word, func(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' })
		if letters && strings.ContainsAny(word, "µ¶·¸¹¨»¼½¾©ª«¬®§¡¢£¤¥¦�") {
			noisy++
		}
	}
	return words >= 5 && noisy*10 >= words*3
}

func noiseRefusal() *Refusal {
	return refuse("unknown encoding", "Tệp này không dùng bảng mã Unicode, và máy không nhận ra chữ gõ bằng phông nào, nên nếu nhập thì chữ sẽ thành ký tự lạ.",
		"Mở tệp bằng Word hoặc Notepad. Nếu chữ hiện đúng thì lưu lại với mã UTF-8 (Notepad) hoặc thành .docx (Word). Nếu chữ gõ bằng phông .VnTime, VNI thì dùng Unikey: bôi đen, Ctrl+C, mở Công cụ (Ctrl+Shift+F6), chọn bảng mã nguồn và đích Unicode, bấm Chuyển mã, rồi dán lại.")
}
