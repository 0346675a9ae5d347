package tomlfile

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"thonlanh/internal/viet"
)

// The rules that this package gives. All of them block.
const (
	ruleSyntax  = "toml-sai"
	ruleUnknown = "khoa-la"
	ruleType    = "kieu-sai"
	ruleDate    = "ngay-sai"
	ruleEnum    = "gia-tri-la"
	ruleNone    = "thieu-dau-trang"
	ruleOpen    = "dau-trang-ho"
)

const smartQuotes = "“”„‟‘’‚«»″"

const (
	messageSmartQuotes = "Dấu ngoặc kép cong (“ ”) không dùng được để mở hay đóng một giá trị."
	hintSmartQuotes    = "Thay bằng dấu ngoặc kép thẳng \" ở cả hai đầu. Bên trong vẫn được dùng “ ”. Word hay tự đổi dấu, nên gõ bằng Notepad."
	hintDate           = "Ghi năm-tháng-ngày, đủ hai chữ số cho tháng và ngày, không đặt trong ngoặc kép, như 2020-06-30."
)

// explainHeader says what is wrong with a table header; bad is what stopped
// the reading of its name, if that did.
func (s *scanner) explainHeader(open int, bad *slip) *slip {
	if bad != nil && bad.message != "" {
		return bad
	}
	rest := s.text[s.pos:s.lineEndOf(s.pos)]
	line := s.text[open:s.lineEndOf(open)]
	switch {
	case !strings.Contains(line, "]"):
		return &slip{at: open, rule: ruleSyntax,
			message: "Dòng tên bảng mở bằng dấu [ mà thiếu dấu ] đóng lại.",
			hint:    "Viết tên bảng giữa hai dấu ngoặc vuông, như [ct-1], và không ghi gì thêm sau dấu ]."}
	case strings.HasPrefix(line, "[[") && s.text[s.pos-1] == ']':
		return &slip{at: open, rule: ruleSyntax,
			message: "Tên bảng mở bằng hai dấu [[ mà chỉ có một dấu ] đóng lại.",
			hint:    "Dùng một cặp ngoặc vuông: [ten-bang]."}
	case strings.HasPrefix(rest, "]"):
		return &slip{at: s.pos, rule: ruleSyntax,
			message: "Giữa hai dấu ngoặc vuông thiếu tên bảng.",
			hint:    "Ghi tên bảng, như [ct-1]."}
	}
	return &slip{at: s.pos, rule: ruleSyntax,
		message: "Tên bảng có ký tự không dùng được.",
		hint:    "Tên bảng chỉ gồm chữ không dấu, chữ số, dấu - và dấu _, không có dấu cách, như [dong-tam]."}
}

// explainKey says what is wrong where "khoa =" was expected; bad is what
// stopped the reading of the key, if that did.
func (s *scanner) explainKey(start int, bad *slip) *slip {
	if bad != nil && bad.message != "" {
		return bad
	}
	rest := s.text[s.pos:s.lineEndOf(s.pos)]
	line := s.text[start:s.lineEndOf(start)]
	first, _ := utf8.DecodeRuneInString(rest)
	switch {
	case strings.HasPrefix(line, "//"):
		return &slip{at: start, rule: ruleSyntax,
			message: "Dòng ghi chú ở đây mở bằng hai dấu gạch chéo.",
			hint:    "Dòng ghi chú phải mở bằng dấu #."}
	case strings.HasPrefix(line, "+++") || strings.HasPrefix(line, "---"):
		return &slip{at: start, rule: ruleSyntax,
			message: "Dòng ngăn cách này không có chỗ ở đây.",
			hint:    "Xóa dòng này. Tệp .toml không cần dòng ngăn; trong tệp .md, phần đầu trang chỉ có một dòng +++ mở và một dòng +++ đóng."}
	case first == ':':
		return &slip{at: s.pos, rule: ruleSyntax,
			message: "Sau tên khóa là dấu hai chấm.",
			hint:    "Thay dấu : bằng dấu =, như ten = \"Đồng Tâm\"."}
	case strings.HasPrefix(rest, ","):
		return slipComma(s.pos)
	case strings.HasPrefix(rest, "="):
		return &slip{at: s.pos, rule: ruleSyntax,
			message: "Trước dấu = thiếu tên khóa.",
			hint:    "Ghi tên khóa trước dấu =, hoặc xóa dòng này."}
	case strings.ContainsRune(smartQuotes, first) && first != utf8.RuneError:
		return &slip{at: s.pos, rule: ruleSyntax, message: messageSmartQuotes, hint: hintSmartQuotes}
	case !strings.Contains(line, "="):
		return &slip{at: s.pos, rule: ruleSyntax,
			message: "Dòng này thiếu dấu = giữa tên khóa và giá trị.",
			hint:    "Viết theo dạng khoa = \"giá trị\". Nếu là ghi chú, đặt dấu # ở đầu dòng."}
	}
	hint := "Tên khóa viết không dấu, chữ thường, các tiếng nối bằng dấu _, như ngay_ban_hanh."
	name, _, _ := strings.Cut(line, "=")
	if meant, ok := viet.Nearest(strings.TrimSpace(name), s.known); ok {
		hint += " Có phải ý bạn là `" + meant + "`?"
	}
	return &slip{at: s.pos, rule: ruleSyntax, message: "Tên khóa trước dấu = có ký tự không dùng được.", hint: hint}
}

func (s *scanner) explainOpenString(at int) *slip {
	rest := s.text[at+1 : s.lineEndOf(at)]
	quote := s.text[at : at+1]
	if strings.ContainsAny(rest, smartQuotes) {
		return &slip{at: at, rule: ruleSyntax,
			message: "Giá trị mở bằng dấu " + quote + " thẳng mà không có dấu thẳng đóng lại; cuối dòng có thể đang là dấu ngoặc cong.",
			hint:    hintSmartQuotes}
	}
	if strings.HasSuffix(strings.TrimRight(rest, " \t"), `\"`) {
		return &slip{at: at, rule: ruleSyntax,
			message: "Dấu \\ đứng ngay trước dấu ngoặc kép cuối dòng, nên giá trị chưa được đóng lại.",
			hint:    "Xóa dấu \\ ở cuối. Đường dẫn tệp viết bằng dấu /, như anh/bia.jpg."}
	}
	return &slip{at: at, rule: ruleSyntax,
		message: "Giá trị mở bằng dấu " + quote + " ở đây mà trên dòng này không có dấu " + quote + " đóng lại.",
		hint:    "Thêm dấu " + quote + " vào cuối giá trị. Đoạn văn dài nhiều dòng thì mở và đóng bằng ba dấu \"\"\"."}
}

// explainListGap says what is wrong after an item inside brackets.
func (s *scanner) explainListGap() *slip {
	first, _ := utf8.DecodeRuneInString(s.text[s.pos:s.end])
	switch {
	case s.pos < s.end && s.text[s.pos] == ';':
		return &slip{at: s.pos, rule: ruleSyntax,
			message: "Các mục trong ngoặc đang ngăn bằng dấu chấm phẩy.",
			hint:    "Ngăn các mục bằng dấu phẩy."}
	case strings.ContainsRune(smartQuotes, first) && first != utf8.RuneError:
		return &slip{at: s.pos, rule: ruleSyntax, message: messageSmartQuotes, hint: hintSmartQuotes}
	case unicode.IsLetter(first):
		return &slip{at: s.pos, rule: ruleSyntax,
			message: "Sau một mục trong ngoặc có chữ thừa.",
			hint:    "Giữa hai mục chỉ có dấu phẩy. Nếu bên trong giá trị cần dấu ngoặc kép, dùng “ ”."}
	}
	return &slip{at: s.pos, rule: ruleSyntax,
		message: "Giữa hai mục trong ngoặc thiếu dấu phẩy, hoặc thiếu dấu ngoặc đóng.",
		hint:    "Ngăn các mục bằng dấu phẩy và đóng ngoặc ở cuối, như [\"a\", \"b\"]."}
}

// explainBare says what is certainly wrong with a value that stands without
// quotes; nil when the library must judge it.
func (s *scanner) explainBare(at int, token string) *slip {
	first, _ := utf8.DecodeRuneInString(token)
	switch {
	case token == "":
		if at < s.end && s.text[at] == ',' {
			return slipComma(at)
		}
		return &slip{at: at, rule: ruleSyntax,
			message: "Sau dấu = thiếu giá trị.",
			hint:    "Ghi giá trị sau dấu =. Nếu chưa có, xóa cả dòng hoặc đặt dấu # ở đầu dòng."}
	case strings.ContainsRune(smartQuotes, first) && first != utf8.RuneError:
		return &slip{at: at, rule: ruleSyntax, message: messageSmartQuotes, hint: hintSmartQuotes}
	case token == "true" || token == "false" || token == "inf" || token == "nan":
		return nil
	case strings.ContainsRune("+-.", first):
		return nil
	case '0' <= first && first <= '9':
		if strings.Contains(token, "/") {
			return slipDate(at)
		}
		if strings.HasSuffix(token, "%") {
			return &slip{at: at, rule: ruleSyntax,
				message: "Số ở đây có dấu %.",
				hint:    "Chỉ ghi con số, bỏ dấu %; nếu là chữ, đặt cả giá trị trong dấu ngoặc kép."}
		}
		return nil
	}
	line := s.text[at:s.lineEndOf(at)]
	if word, _, _ := strings.Cut(viet.Fold(line), " "); isYesNo(strings.TrimRight(word, ",]}")) {
		return &slip{at: at, rule: ruleSyntax,
			message: "Giá trị đúng hay sai phải ghi bằng chữ thường tiếng Anh.",
			hint:    "Ghi true (đúng, có) hoặc false (sai, không), không đặt trong ngoặc kép."}
	}
	return &slip{at: at, rule: ruleSyntax,
		message: "Giá trị bằng chữ ở đây không đặt trong dấu ngoặc kép.",
		hint:    "Đặt cả giá trị giữa hai dấu ngoặc kép thẳng, như ten = \"Đồng Tâm\"."}
}

func isYesNo(folded string) bool {
	switch folded {
	case "true", "false", "yes", "no", "co", "khong", "dung", "sai":
		return true
	}
	return false
}

// explainRest says what is wrong with what stands after a whole item.
func (s *scanner) explainRest(st *statement) *slip {
	at := s.pos
	first, _ := utf8.DecodeRuneInString(s.text[at:s.end])
	switch {
	case st.header:
		return &slip{at: at, rule: ruleSyntax,
			message: "Sau dấu ] của tên bảng còn chữ thừa.",
			hint:    "Để tên bảng đứng một mình trên dòng; các khóa viết ở những dòng dưới."}
	case strings.ContainsRune(smartQuotes, first) && first != utf8.RuneError:
		return &slip{at: at, rule: ruleSyntax, message: messageSmartQuotes, hint: hintSmartQuotes}
	case st.value.kind == bareValue && first == ',' && digits(s.text[at+1:s.end]) > 0:
		return &slip{at: at, rule: ruleSyntax,
			message: "Số lẻ ở đây viết bằng dấu phẩy.",
			hint:    "Trong tệp này số lẻ viết bằng dấu chấm, như 3.5; trang web sẽ tự in thành 3,5."}
	case st.value.kind == bareValue:
		return &slip{at: at, rule: ruleSyntax,
			message: "Sau giá trị còn chữ thừa.",
			hint:    "Mỗi dòng chỉ một giá trị. Số ghi một mình, không kèm đơn vị; chữ phải đặt trong dấu ngoặc kép."}
	case st.value.kind == stringValue:
		return &slip{at: at, rule: ruleSyntax,
			message: "Sau dấu ngoặc kép đóng còn chữ thừa; có thể bên trong giá trị có dấu ngoặc kép thẳng.",
			hint:    "Bên trong giá trị dùng dấu ngoặc cong “ ”, hoặc viết \\\" thay cho \"."}
	}
	return &slip{at: at, rule: ruleSyntax,
		message: "Sau dấu ngoặc đóng còn chữ thừa.",
		hint:    "Xóa phần thừa, hoặc đặt dấu # trước nó nếu là ghi chú."}
}

func slipComma(at int) *slip {
	return &slip{at: at, rule: ruleSyntax,
		message: "Có một dấu phẩy thừa ở đây.",
		hint:    "Xóa bớt dấu phẩy: giữa hai mục chỉ cần một dấu."}
}

func slipDate(at int) *slip {
	return &slip{at: at, rule: ruleDate,
		message: "Ngày ở đây viết sai dạng, hoặc không có trong lịch.",
		hint:    hintDate}
}

// looksLikeDate reports whether a bare value was meant to be a day: figures in
// two or three groups, with two dividers of a date between them.
func looksLikeDate(token string) bool {
	if len(token) < 6 || len(token) > 40 {
		return false
	}
	dividers := 0
	for i := 0; i < len(token); i++ {
		switch c := token[i]; {
		case '0' <= c && c <= '9':
		case c == '-' || c == '/' || c == '.':
			dividers++
		case strings.IndexByte("Tt :Zz+", c) >= 0 && dividers >= 2:
		default:
			return false
		}
	}
	return dividers >= 2 && token[0] != '-' && token[0] != '.'
}
