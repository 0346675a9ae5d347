package markup

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"thonlanh/internal/viet"
)

// Whether a line goes on with the sentence of the line before it. A page that
// ends in the middle of a paragraph leaves two halves; a careless typist who
// never ends a line and begins each with a small letter leaves many lines that
// look like them.

// GoesOn reports whether a line goes on with the one before it. In a text of
// small letters only words that cannot end a sentence say so.
func GoesOn(before, line string, small bool) bool {
	return goesOn([]byte(before), []byte(line), small)
}

func goesOn(before, line []byte, small bool) bool {
	if !endsOpen(before) || !startsLower(line) {
		return false
	}
	return leavesOpen(before) || !small && !opensWithSubject(line)
}

// SmallLetters reports whether so many paragraphs begin with a small letter
// that it is the habit of the typist and no mark of a break.
func SmallLetters(paragraphs, small int) bool { return small >= 4 && small*4 >= paragraphs }

// leavesOpen reports whether a line ends with a comma or with a word behind
// which something must follow: "của", "các", "gắn với".
func leavesOpen(line []byte) bool {
	s := bytes.TrimRight(line, " \t\n*_")
	if bytes.HasSuffix(s, []byte(",")) {
		return true
	}
	s = s[max(0, len(s)-24):]
	at := bytes.LastIndexByte(s, ' ')
	const open = " của các những và với cho về trong tại để khi mà như từ đến theo do bởi là có được bị trên dưới hoặc hay nếu vì ở một mỗi mọi từng việc sự cuộc nhằm giữa gồm bằng qua phải cần sẽ đã đang không chưa cùng đối số thuộc "
	return at >= 0 && strings.Contains(open, " "+strings.ToLower(string(s[at+1:]))+" ")
}

// opensWithSubject reports whether a line begins with a body and what it does:
// "công an xã phối hợp với các thôn".
func opensWithSubject(line []byte) bool {
	s := bytes.TrimLeft(line, " \t*_")
	s = s[:min(len(s), 240)]
	for !utf8.Valid(s) {
		s = s[:len(s)-1]
	}
	f := strings.Map(func(r rune) rune {
		if r == ',' || unicode.IsSpace(r) {
			return ' '
		}
		return r
	}, viet.Fold(string(s)))
	f = strings.Join(strings.Fields(f), " ") + " "
	who := 0
	for _, w := range [...]string{
		"cong an ", "tram y te ", "cac thon", "cac to ", "thon ", "uy ban ", "ubnd ", "hoi dong ", "hdnd ", "mat tran ", "uy ban mttq", "mttq ", "hoi phu nu ", "hoi nong dan ", "hoi cuu chien binh ", "hoi lien hiep ", "cac hoi",
		"doan thanh nien ", "doan xa ", "ban chi dao ", "ban van hoa ", "ban chi huy ", "ban cong tac ", "ban thuong ", "phong ", "bo phan ", "truong hoc ", "nha truong ", "cac truong ", "can bo ", "cong chuc ", "cac nganh", "cac ban nganh", "cac doan the", "cac co quan", "cac don vi",
		"thu truong ", "truong thon ", "truong cac ", "chu tich ", "dang uy ", "chi bo ", "cac chi bo", "tai chinh ", "tu phap ", "van hoa ", "cap uy ",
	} {
		if strings.HasPrefix(f, w) {
			who = len(w)
			break
		}
	}
	if who == 0 {
		return false
	}
	for _, w := range [...]string{
		": ", " co trach nhiem ", " chiu trach nhiem ", " chu tri ", " chu dong ", " phoi hop ", " tham muu ", " thuc hien ", " to chuc ", " tuyen truyen ", " van dong ", " kiem tra ", " xay dung ", " bao cao ", " tiep tuc ", " tang cuong ", " trien khai ",
		" huong dan ", " ra soat ", " theo doi ", " can cu ", " lap ", " nam ", " tiep nhan ", " tu van ", " bo tri ", " cap ", " phan cong ", " chi dao ", " don doc ", " quan ly ", " giup ", " lam ", " gui ",
	} {
		if i := strings.Index(f, w); i >= who-1 && i < 110 {
			return true
		}
	}
	return false
}
