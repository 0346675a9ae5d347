package cite

import (
	"bytes"
	"unicode/utf8"
)

// parser reads one citation. It lives on the stack: most triggers lead to
// nothing, and then nothing must be allocated.
type parser struct {
	lex    lexer
	n      int   // units read so far
	this   Level // "Điều này" ended the group of units
	end    int   // of the group
	behind int   // end of the name of the last unit in brackets, end where it has none
	titles int   // how many units have their names behind them
	plainN int   // how many units, and to where, stand before the first such name
	plain  int
	caps   bool // the name of the unit being read is in capitals: so are letters
	cut    bool // the group ends before units that are relative
	broken bool // the units contradict one another
	buf    [maxItems]item
	num    number
}

func (p *parser) items() []item { return p.buf[:p.n] }

// counted reports whether the figures before the lexer count something: money,
// people, days. Where only money counts, strict is false for the rest.
func (p *parser) counted(moneyOnly bool) bool {
	save := p.lex
	defer func() { p.lex = save }()
	t := p.lex.next()
	if t.kind == tokenSign {
		if t.sign == '%' {
			return true
		}
		if (t.sign == ',' || t.sign == '.') && !t.space {
			return p.lex.next().kind == tokenNumber && t.sign == '.'
		}
		return false
	}
	if t.kind != tokenWord || !t.space {
		return false
	}
	if t.upper && !t.caps {
		return false
	}
	if t.id == wNam { // "Điều 5 năm qua"
		return p.lex.next().kind != tokenNumber
	}
	var buf [maxWord]byte
	low := lowered(p.lex.s, t, &buf)
	switch string(low) {
	case "đồng", "nghìn", "ngàn", "triệu", "tỷ", "tỉ", "trăm", "vạn", "usd", "vnđ":
		return true
	}
	if moneyOnly {
		return false
	}
	switch string(low) {
	case "người", "hộ", "lượt", "buổi", "vụ", "lần", "lớp", "cụm", "tờ", "trang", "giờ", "phút", "ngày", "tuần", "tháng", "tuổi",
		"thôn", "xã", "phường", "huyện", "tỉnh", "tổ", "bản", "ấp", "khu", "cơ", "đơn", "trường", "học", "em", "cháu", "cán", "đại",
		"đoàn", "hội", "gia", "nhân", "bài", "cuộc", "km", "ha", "m", "mét", "kg", "lít", "tiêu", "chỉ", "nhiệm", "nội",
		"nhóm", "loại", "cấp", "bước", "hình", "giải", "biện", "mô", "công", "con", "cái", "chiếc", "căn", "phòng", "tầng", "dự",
		"thành", "chị", "anh", "bác", "cô", "chú", "ông", "bà", "mẹ", "cha", "bố", "má", "vợ", "chồng", "dì", "đứa", "nam", "nữ", "trẻ", "mức", "việc", "câu", "cặp", "đội", "môn", "ca",
		"chuyến", "xe", "cây", "quý", "bên", "ngôi", "kỳ", "khóa", "đợt", "sao":
		return true
	}
	return false
}

// lowered is a word in small letters; nil for one that is longer than words
// are.
func lowered(s []byte, t token, buf *[maxWord]byte) []byte {
	n := 0
	for i := t.start; i < t.end; {
		r, size := utf8.DecodeRune(s[i:])
		i += size
		if r == '<' {
			i += bytes.IndexByte(s[i:], '>') + 1
			continue
		}
		if !letter(r) {
			continue
		}
		if n+utf8.UTFMax > maxWord {
			return nil
		}
		n += utf8.EncodeRune(buf[n:], lower(r))
	}
	return buf[:n]
}
