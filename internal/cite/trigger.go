package cite

// begins holds the first bytes of the words that trigger knows, and digits.
var begins = firstBytes()

func firstBytes() (b [256]bool) {
	for _, c := range []byte("0123456789klnqtcpmbhvKLNQTCPMBHV\xc3\xc4") {
		b[c] = true
	}
	return b
}

// trigger is a quick look at the first letters of a word: nearly all words
// begin no citation.
func trigger(s []byte, i int) bool {
	c := s[i]
	if class[c] == digit {
		j := i + 1
		for j < len(s) && class[s[j]] == digit {
			j++
		}
		if j == len(s) || j-i > 6 {
			return false
		}
		switch s[j] {
		case '/':
			return j+1 < len(s) && !(class[s[j+1]] == digit && (j+4 >= len(s) || class[s[j+2]] != digit || class[s[j+3]] != digit))
		case '-':
			return j+1 < len(s) && class[s[j+1]] == inWord
		case ' ', 0xc2, '<', 0xe2:
			for k := j; k < len(s) && k < j+40; k++ {
				switch class[s[k]] {
				case inWord:
					if s[j] != '<' {
						return j+1 < len(s) && s[k-1] == '/'
					}
				case digit:
					if s[k-1] == '/' || s[k-1] == ' ' {
						return s[k-1] == '/'
					}
				}
				if s[k] == '/' && s[k-1] != '<' {
					return true
				}
			}
			return false
		}
		return j < len(s) && class[s[j]] == inWord && j+1 < len(s) && s[j+1] == '/'
	}
	if i+4 >= len(s) {
		return i+2 < len(s) && (s[i]|0x20 == 'n' || s[i] == 'B') // NĐ, BLHS
	}
	// Letters with marks differ from their capitals in the last bit of the
	// last byte, or in bit 5 where they are of Latin-1.
	d, e, f, g := s[i+1], s[i+2], s[i+3], s[i+4]
	switch c {
	case 'k', 'K':
		return d|0x20 == 'h' && e|0x20 == 'o' || d == 0xe1 && e == 0xba && f|1 == 0xbf || d == 'H' && e == ' ' // khoản, kế, kết, KH
	case 'l', 'L':
		return d|0x20 == 'u' && e == 0xe1 && f == 0xba // luật
	case 'n', 'N':
		return d|0x20 == 'g' && e|0x20 == 'h' && f == 0xe1 && g == 0xbb || d == 'Q' || d == 'D' || d == 0xc4 // nghị, NQ, NĐ
	case 'q', 'Q':
		return d|0x20 == 'u' && e|0x20 == 'y' && (f != 0xe1 || g == 0xba) || d == 'D' || d == 0xc4 // quy, quyết, QĐ
	case 't', 'T':
		switch d {
		case 'h', 'H':
			return e == 0xc3 && f|0x20 == 0xb4 && (g|0x20 == 'n') && i+5 < len(s) && s[i+5]|0x20 == 'g' // thông
		case 'i', 'I':
			return e == 0xe1 && (f == 0xba || g|1 == 0x83) // tiết, tiểu
		case 0xe1:
			return e == 0xbb && f|1 == 0x9d // tờ
		}
		return d == 'T'
	case 'c', 'C':
		return d|0x20 == 'h' && (e == 0xc6 || e == 0xe1 && g|1 == 0x89) || d == 0xc3 && e|0x20 == 0xb4 // chương, chỉ, công
	case 'p', 'P':
		return d|0x20 == 'h' && (e == 0xe1 && (f == 0xba || g|1 == 0xa5) || e == 0xc3 && f|0x20 == 0xa1) // phần, phụ, pháp
	case 'm', 'M':
		return d == 0xe1 && e == 0xbb && f|1 == 0xa5 // mục
	case 'b', 'B':
		return d == 0xe1 && e == 0xbb && f|1 == 0x99 || d == 0xc3 && e|0x20 == 0xa1 && f|0x20 == 'o' || d == 'L' // bộ, báo, BLHS
	case 'h', 'H':
		return d|0x20 == 'i' && e == 0xe1 && f == 0xba || d == 0xc6 // hiến, hướng, hương
	case 'v', 'V':
		return d == 0xc4 // văn
	case 0xc3: // ý; điều, điểm with Ð for Đ
		return d|0x20 == 0xbd && class[e] == between || d|0x20 == 0xb0 && (e|0x20 == 'i' && f == 0xe1 && g == 0xbb || e == 0xe1)
	case 0xc4: // điều, điểm, đề
		return d|1 == 0x91 && (e|0x20 == 'i' && f == 0xe1 && g == 0xbb || e == 0xe1 && f == 0xbb && g|1 == 0x81)
	}
	return false
}

// goesOnAs is a second quick look, at the first letter of the next word: for
// most words of the grammar few may follow. It says no only where it is sure.
func goesOnAs(s []byte, i int) bool {
	if class[s[i]] == digit {
		return true
	}
	j := i + 1
	for j < len(s) && class[s[j]] != between {
		j++
	}
	if j+1 >= len(s) {
		return j-i > 3 && s[i]|0x20 == 'b' // BLHS
	}
	if class[s[j-1]] == digit {
		return true // the space is missing: Điều32, NĐ174
	}
	if s[j] != ' ' {
		return s[j] >= 0x80 || s[j] == '<' || s[j] == '\n' || s[j] == '&' || s[j] == '\t' || s[i]|0x20 == 'b'
	}
	n := s[j+1]
	if n == ' ' || n == '<' || n == '&' || n == 0xc2 || n == 0xe2 || n == '\n' || n == '"' || n >= '0' && n <= '9' {
		return true
	}
	low := n | 0x20
	switch s[i] {
	case 'k', 'K': // khoản này; kế hoạch, kết luận
		return low == 'n' || low == 'h' || low == 'l' || low == 's'
	case 'l', 'L':
		return true
	case 'n', 'N': // nghị định, nghị quyết
		return n == 0xc4 || low == 'q' || s[i+1] != 'g' && s[i+1] != 'G'
	case 'q', 'Q': // quyết định; quy ước, quy chế
		return n == 0xc4 || n == 0xc6 || low == 'c' || low == 's' || n == 0xc3 || s[i+1] == 'D'
	case 't', 'T': // thông tư, thông báo; tờ trình; tiết a; tiểu mục
		return low == 't' || low == 'b' || low == 'm' || low == 's' || j+2 == len(s) || class[s[j+2]] == between || n >= 0x80 || s[i+1] == 'T'
	case 'c', 'C': // công văn, công điện; chỉ thị; chương trình
		return low == 'v' || n == 0xc4 || low == 't' || low == 'n' || low == 's' || low == 'i' || low == 'x'
	case 'p', 'P': // pháp lệnh; phần I; phụ lục
		return low == 'l' || low == 't' || low == 'n' || low == 's' || n >= 'A' && n <= 'X'
	case 'm', 'M':
		return n >= 'A' && n <= 'X' || low == 'n' || low == 's' || low == 't'
	case 'b', 'B': // bộ luật; báo cáo
		return low == 'l' || low == 'c' || s[i+1] == 'L'
	case 'h', 'H': // hiến pháp; hướng dẫn; hương ước
		return low == 'p' || low == 'd' || n == 0xc6
	case 'v', 'V': // văn bản
		return low == 'b'
	case 0xc4: // điều này; điểm a; đề án
		return low == 'n' || low == 's' || low == 'l' || n == 0xc3 || j+2 == len(s) || class[s[j+2]] == between || class[s[j+2]] == digit || n >= 0x80
	}
	return true
}

// leads reports whether the word behind t can make a citation of it. The lexer
// stays where it is.
func (l lexer) leads(t token) bool {
	if t.caps && (t.id == wCode || shortForm(t)) {
		return true
	}
	n := l.next()
	if !n.space {
		return glues(unitLevel(t), n)
	}
	switch t.id {
	case wDieu:
		return n.kind == tokenNumber || n.id == wNay || n.id == wSo || n.id == wLe
	case wKhoan:
		return n.kind == tokenNumber || n.id == wNay || n.id == wSo
	case wDiem, wTiet:
		return n.kind == tokenNumber || n.runes == 1 || n.id == wNay || n.kind == tokenSign
	case wY:
		return n.kind == tokenNumber || n.id == wThu || n.id == wNho
	case wMuc, wPhan:
		return n.kind == tokenNumber || n.caps || n.id == wThu || n.id == wNay || n.id == wSo
	case wChuong:
		return n.kind == tokenNumber || n.caps || n.id == wThu || n.id == wNay || n.id == wSo || n.id == wTrinh
	case wPhu:
		return n.id == wLuc
	case wTieu:
		return n.id == wMuc
	case wLuat:
		return n.kind == tokenNumber || n.kind == tokenWord && (t.upper || n.upper || n.id == wSo || n.id == wNay || n.id == wName)
	case wBo:
		return n.id == wLuat
	case wPhap:
		return n.id == wLenh
	case wHien:
		return n.id == wPhap
	case wNghi:
		return n.id == wDinh || n.id == wQuyet
	case wQuyet:
		return n.id == wDinh
	case wThong:
		return n.id == wTuDuy || n.id == wBao
	case wChi:
		return n.id == wThi
	case wKe:
		return n.id == wHoach
	case wKet:
		return n.id == wLuan
	case wHuong:
		return n.id == wDan
	case wBao:
		return n.id == wCao
	case wTo:
		return n.id == wTrinh
	case wDe:
		return n.id == wAn
	case wCong:
		return n.id == wVan || n.id == wDien
	case wVan:
		return n.id == wBan2
	case wQuy:
		return n.id == wUoc || n.id == wChe || n.id == wDinh
	case wHuong2:
		return n.id == wUoc
	}
	return false
}
