package intake

import (
	"strings"
	"unicode/utf8"

	"thonlanh/internal/markup"
	"thonlanh/internal/viet"
)

// kindWords are the kinds of documents as they stand in capitals above the
// subject, with the value of `loai` and the short form used in addresses. The
// longer word stands before the shorter one that it begins with.
var kindWords = [...]struct{ word, kind, short string }{
	{"NGHỊ QUYẾT LIÊN TỊCH", "nqlt", "nqlt"},
	{"THÔNG TƯ LIÊN TỊCH", "ttlt", "ttlt"},
	{"HIẾN PHÁP", "hien_phap", "hien-phap"},
	{"BỘ LUẬT", "bo_luat", "bo-luat"},
	{"LUẬT", "luat", "luat"},
	{"PHÁP LỆNH", "phap_lenh", "pl"},
	{"NGHỊ QUYẾT", "nghi_quyet", "nq"},
	{"NGHỊ ĐỊNH", "nghi_dinh", "nd"},
	{"QUYẾT ĐỊNH", "quyet_dinh", "qd"},
	{"THÔNG TƯ", "thong_tu", "tt"},
	{"CHỈ THỊ", "chi_thi", "ct"},
	{"KẾT LUẬN", "ket_luan", "kl"},
	{"VĂN BẢN HỢP NHẤT", "vbhn", "vbhn"},
	{"KẾ HOẠCH", "ke_hoach", "kh"},
	{"CHƯƠNG TRÌNH", "chuong_trinh", "ctr"},
	{"THÔNG BÁO", "thong_bao", "tb"},
	{"BÁO CÁO", "bao_cao", "bc"},
	{"HƯỚNG DẪN", "huong_dan", "hd"},
	{"HƯƠNG ƯỚC", "huong_uoc", "huong-uoc"},
	{"QUY ƯỚC", "huong_uoc", "quy-uoc"},
	{"QUY CHẾ", "quy_che", "qc"},
	{"QUY ĐỊNH", "quy_che", "qyd"},
	{"CÔNG ĐIỆN", "khac", "cd"},
	{"TỜ TRÌNH", "khac", "ttr"},
	{"ĐỀ ÁN", "khac", "da"},
	{"PHƯƠNG ÁN", "khac", "pa"},
	{"BIÊN BẢN", "khac", "bb"},
	{"GIẤY MỜI", "khac", "gm"},
	{"THÔNG CÁO", "khac", "tc"},
	{"NỘI QUY", "khac", "noi-quy"},
	{"ĐIỀU LỆ", "khac", "dieu-le"},
}

// kindAt reads the kind of a document from the line that names it, and what
// of the subject stands on the same line.
func kindAt(line string) (word, kind, rest string) {
	line = collapse(line)
	if utf8.RuneCountInString(line) > 300 {
		return "", "", ""
	}
	for _, k := range kindWords {
		after, ok := strings.CutPrefix(line, k.word)
		if !ok {
			continue
		}
		if after == "" {
			return k.word, k.kind, ""
		}
		if q := qualifier(strings.TrimSpace(after)); q != "" && after[0] == ' ' {
			return k.word + " " + q, k.kind, strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(after), q))
		}
		if after[0] != ' ' || strings.HasSuffix(after, ":") || strings.HasSuffix(after, ".") {
			return "", "", ""
		}
		return k.word, k.kind, strings.TrimSpace(after)
	}
	return "", "", ""
}

// qualifier is what follows the word of a kind and belongs to it: bodies that
// issue together say so there. "PHỐI HỢP" may also begin the subject, so it
// counts only where it ends the line.
func qualifier(after string) string {
	for _, q := range [...]string{"LIÊN NGÀNH", "LIÊN TỊCH", "LIÊN SỞ", "PHỐI HỢP LIÊN NGÀNH"} {
		if rest, ok := strings.CutPrefix(after, q); ok && (rest == "" || rest[0] == ' ') {
			return q
		}
	}
	switch after {
	case "PHỐI HỢP", "PHỐI HỢP CÔNG TÁC", "HÀNH ĐỘNG", "LIÊN KẾT":
		return after
	}
	return ""
}

// kindAnyCase is kindAt for a line that holds nothing but the kind, however
// its letters are: "Kế hoạch".
func kindAnyCase(line string) (word, kind string) {
	if len(line) > 80 {
		return "", ""
	}
	word, kind, rest := kindAt(strings.ToUpper(line))
	if rest != "" {
		return "", ""
	}
	return word, kind
}

// kindOfNumber guesses the kind from the letters of a number: 48/KH-UBND.
func kindOfNumber(number string) string {
	f := strings.ToUpper(number)
	for _, part := range strings.FieldsFunc(f, func(r rune) bool { return r == '/' || r == '-' }) {
		code := strings.ReplaceAll(part, "Đ", "D")
		for _, joint := range [...]string{"PH", "LN", "LT"} {
			if s := strings.TrimSuffix(code, joint); len(s) >= 2 && code != "NQLT" && code != "TTLT" {
				code = s
			}
		}
		switch code {
		case "KH":
			return "ke_hoach"
		case "QD":
			return "quyet_dinh"
		case "NQ":
			return "nghi_quyet"
		case "ND":
			return "nghi_dinh"
		case "TT":
			return "thong_tu"
		case "CT":
			return "chi_thi"
		case "TB":
			return "thong_bao"
		case "BC":
			return "bao_cao"
		case "HD":
			return "huong_dan"
		case "CTR", "CTRINH":
			return "chuong_trinh"
		case "NQLT":
			return "nqlt"
		case "TTLT":
			return "ttlt"
		case "KL":
			return "ket_luan"
		}
	}
	return ""
}

// kindName is a kind in words: "Kế hoạch".
func (h *header) kindName() string {
	if h.kindWord != "" {
		return upperFirst(strings.ToLower(h.kindWord))
	}
	for _, k := range kindWords {
		if k.kind == h.kind && k.kind != "khac" {
			return upperFirst(strings.ToLower(k.word))
		}
	}
	if h.kind == "cong_van" {
		return "Công văn"
	}
	return "Văn bản"
}

func (h *header) short() string {
	if h.kind == "cong_van" {
		return "cv"
	}
	for _, k := range kindWords {
		if k.word == h.kindWord || strings.HasPrefix(h.kindWord, k.word+" ") || h.kindWord == "" && k.kind == h.kind {
			return k.short
		}
	}
	return "vb"
}

// id is the name of a document's file: kind, number, year, and the issuer
// where the number has no year of its own.
func (h *header) id() string {
	parts := strings.FieldsFunc(h.number, func(r rune) bool { return r == '/' || r == '-' || r == ' ' })
	if len(parts) == 0 {
		if s := viet.Slug(strings.TrimSpace(h.kindName() + " " + h.subject)); h.subject != "" {
			return s
		}
		return ""
	}
	year := ""
	if len(parts) > 1 && isYear(parts[1]) {
		year, parts = parts[1], append(parts[:1:1], parts[2:]...)
	} else if !h.issued.IsZero() {
		year = h.issued.String()[:4]
	}
	out := h.short() + "-" + parts[0]
	own := len(h.number) > 0 && year != "" && strings.Contains(h.number, "/"+year)
	issuer := ""
	if len(parts) > 1 {
		issuer = parts[len(parts)-1]
	}
	f := viet.Slug(issuer)
	switch {
	case h.kind == "quyet_dinh" && f == "ttg" && !own:
		out = "qd-ttg-" + parts[0]
		f = ""
	case h.kind == "cong_van" && len(parts) > 2:
		f = viet.Slug(parts[1])
	case own && (strings.HasPrefix(f, "qh") || f == "cp" || strings.HasPrefix(f, "ubtvqh")), h.kind == "nqlt", h.kind == "vbhn" && year == "":
		f = ""
	}
	if year != "" {
		out += "-" + year
	}
	if f != "" {
		out += "-" + f
		if f == "ubnd" || f == "hdnd" {
			if level := levelOf(h.issuers); level != "" {
				out += "-" + level
			}
		}
	}
	return viet.Slug(out)
}

func isYear(s string) bool {
	return len(s) == 4 && s >= "1945" && s < "2200" && strings.Trim(s, "0123456789") == ""
}

// levelOf is the level of government of an issuer: xa, huyen, tinh.
func levelOf(issuers []string) string {
	if len(issuers) == 0 {
		return ""
	}
	f := " " + collapse(viet.Fold(issuers[len(issuers)-1])) + " "
	for _, u := range [...]struct{ words, slug string }{
		{" thi tran ", "thi-tran"}, {" thi xa ", "thi-xa"}, {" thanh pho ", "thanh-pho"}, {" dac khu ", "dac-khu"},
		{" xa ", "xa"}, {" phuong ", "phuong"}, {" huyen ", "huyen"}, {" quan ", "quan"}, {" tinh ", "tinh"},
	} {
		if strings.Contains(f, u.words) {
			return u.slug
		}
	}
	return ""
}

// modeOf is how the text of a document will be read once it is in its place.
func modeOf(kind string, blocks []block) markup.Mode {
	switch kind {
	case "ke-hoach":
		return markup.Plan
	case "van-ban":
		for _, b := range blocks {
			if b.para == nil {
				continue
			}
			if k, _, ok := markup.PrintedLabel(b.para.head(), markup.Law, 0); ok && k == markup.KindArticle {
				return markup.Law
			}
		}
		return markup.Plan
	}
	return markup.Prose
}
