package check

import (
	"strconv"
	"strings"

	"thonlanh/internal/viet"
)

// counted says what a number counts.
type counted uint8

const (
	countNothing   counted = iota
	countConcerned         // persons concerned: sellers, buyers, people with HIV, victims
	countPeople            // persons of any kind
	countIncident          // cases, rings
	countPremises          // businesses
	countPremise           // places that may be services as well: "cơ sở" alone
	countTests
)

// nouns after a number, the longest first. A text of a village may not count
// any of them; other texts may not give small counts of all but countPeople
// and countPremise.
var nouns = [...]struct {
	words   string
	counted counted
}{
	{"người bán dâm,người mua dâm,người mại dâm,người hành nghề,người hoạt động mại dâm,người nghiện,người cai nghiện,người sử dụng ma túy,người nhiễm,người có hiv,người sống với hiv,người dương tính,người mắc,người vi phạm,người môi giới,người tái phạm,người hoàn lương,người tái hòa nhập,người bị,người liên quan,người có liên quan,khách mua dâm,phụ nữ bán dâm,phụ nữ bị,chị em bị,em bị,cháu bị,trẻ bị,trẻ em bị,thanh niên bị,thanh niên nghiện,thanh niên vi phạm,thiếu niên bị,thiếu niên nghiện,thiếu niên vi phạm,thanh thiếu niên bị,thanh thiếu niên vi phạm,học sinh bị,học sinh vi phạm,nữ bị,gái,đối tượng,nạn nhân,nghi phạm,bị can,bị cáo,ca nhiễm,ca mắc,ca dương tính,ca bệnh,ca hiv,trường hợp vi phạm,trường hợp bị,trường hợp nhiễm,trường hợp mắc,trường hợp dương tính,trường hợp bán dâm,trường hợp mua dâm,trường hợp mại dâm,trường hợp nghiện,trường hợp tái phạm,trường hợp tái hòa nhập,hộ có người", countConcerned},
	{"người xét nghiệm,người đi xét nghiệm,người được xét nghiệm,lượt xét nghiệm,lượt người xét nghiệm,ca xét nghiệm,mẫu xét nghiệm", countTests},
	{"vụ mại dâm,vụ bán dâm,vụ mua dâm,vụ việc,vụ vi phạm,vụ án,vụ,đường dây mại dâm,đường dây môi giới,đường dây mua bán,ổ nhóm,ổ mại dâm,tụ điểm,lượt vi phạm", countIncident},
	{"cơ sở kinh doanh,cơ sở vi phạm,cơ sở bị,cơ sở lưu trú,cơ sở karaoke,cơ sở massage,cơ sở nghi,cơ sở có dấu hiệu,cơ sở hoạt động mại dâm,quán karaoke,quán massage,quán bị,quán vi phạm,nhà nghỉ,nhà trọ bị", countPremises},
	{"cơ sở,quán,tiệm", countPremise},
	{"trường hợp", countPeople},
	{"người,nhân khẩu,phụ nữ,trẻ em,chị em,cháu,em,thanh niên,thiếu niên,thanh thiếu niên,học sinh", countPeople},
}

// numbers finds what is written with figures: papers, plates, counts,
// percentages, fines.
func (x *reader) numbers(text string, ws []word, marks []marked) []found {
	var out []found
	for i := 0; i < len(ws); i++ {
		w := ws[i]
		if !w.number {
			if n, from, vague, ok := countWord(ws, i); ok {
				if c := x.nounAt(ws, i+1); c != countNothing {
					out = append(out, found{kind: aCount, counted: c, word: true, vague: vague, invited: invited(ws, from, i+1), at: ws[from].start, end: w.end, n: n, quoted: w.quoted})
				}
			}
			continue
		}
		if f, last, ok := identity(text, ws, marks, i); ok {
			out = append(out, f)
			i = last
			continue
		}
		if strings.HasPrefix(text[w.end:], "% ") && i+1 < len(ws) && ws[i+1].start == w.end+2 {
			switch ws[i+1].low {
			case "trên", "tại", "ở", "được", "đã", "đạt", "trong":
				out = append(out, found{kind: aPercent, at: w.start, end: w.end + 1})
			}
			continue
		}
		if isFine(text, ws, i) {
			out = append(out, found{kind: aFine, at: w.start, end: w.end})
			continue
		}
		if counts(text, ws, i) {
			if c := x.nounAt(ws, i+1); c != countNothing {
				out = append(out, found{kind: aCount, counted: c, invited: invited(ws, i, i+1), at: w.start, end: w.end, n: value(w.low), quoted: w.quoted})
			}
		}
	}
	return append(out, passports(ws, marks)...)
}

// identity finds a plate or a paper that begins at word i, a number, and the
// last word that belongs to it.
func identity(text string, ws []word, marks []marked, i int) (f found, last int, ok bool) {
	w := &ws[i]
	if end, n := plateAt(text, w.start); n > 0 && (n > 4 || near(ws, marks, markPlate, i, 3)) && (i == 0 || w.gap != tight) {
		return found{kind: aPlate, at: w.start, end: end}, i, true
	}
	if last := paperAt(ws, i, near(ws, marks, markPaper, i, 8)); last >= 0 {
		return found{kind: aPaper, at: w.start, end: ws[last].end}, last, true
	}
	return found{}, i, false
}

// near reports whether a mark stands before word i in the same sentence.
func near(ws []word, marks []marked, m mark, i, reach int) bool {
	// Marks are in the order of the text; numbers are rare, so a search from
	// the first one near enough is cheap.
	lo, hi := 0, len(marks)
	for lo < hi {
		mid := (lo + hi) / 2
		if marks[mid].at < i-reach-3 {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	for ; lo < len(marks) && marks[lo].at < i; lo++ {
		if marks[lo].mark == m && i-(marks[lo].at+marks[lo].n) <= reach && unbroken(ws, marks[lo].at, i, comma) {
			return true
		}
	}
	return false
}

// counts reports whether a number can be an amount, not a date, the number of
// a clause or of a document, a share or a telephone number.
func counts(text string, ws []word, i int) bool {
	if i+1 >= len(ws) || ws[i+1].gap != space {
		return false
	}
	if i == 0 || ws[i].gap >= comma {
		return true
	}
	if ws[i].gap == tight {
		return false
	}
	switch ws[i-1].low {
	case "năm", "tháng", "ngày", "số", "điều", "khoản", "mục", "điểm", "chương", "lúc", "giờ", "gọi", "quý", "tuổi", "lớp", "từ", "dưới", "đài", "tầng", "phòng", "kỳ", "thứ", "quyết", "bước", "ý":
		return false
	}
	return true
}

func value(s string) int {
	n, err := strconv.Atoi(strings.ReplaceAll(s, ".", ""))
	if err != nil {
		return 1 << 30
	}
	return n
}

// nounAt tells what the words after a number say is counted.
func (x *reader) nounAt(ws []word, i int) counted {
	if i >= len(ws) {
		return countNothing
	}
	for _, n := range x.lex.nouns[viet.Fold(ws[i].low)] {
		if !n.at(ws, i) {
			continue
		}
		if innocent(ws, i+len(n.marked), n.marked[0]) {
			return countNothing
		}
		return n.counted
	}
	return countNothing
}

// noun is a countable with marks and without, as people type it in a hurry.
type noun struct {
	marked, plain []string
	counted       counted
}

func (n *noun) at(ws []word, i int) bool {
	for k := range n.marked {
		if i+k >= len(ws) || k > 0 && !joined(ws, i+k-1) || ws[i+k].low != n.marked[k] && ws[i+k].low != n.plain[k] {
			return false
		}
	}
	return true
}

// innocent reports whether the word after a noun makes it another thing: a
// season of rice, a hotline, equipment, a place that helps.
func innocent(ws []word, i int, noun string) bool {
	if i >= len(ws) || ws[i].gap != space {
		return false
	}
	switch noun {
	case "vụ":
		return strings.Contains(" lúa ngô màu mùa đông chiêm xuân hè thu trồng rau lạc đậu khoai mía sản gặt cấy cá tôm lạc trong một mỗi ", " "+ws[i].low+" ")
	case "cơ":
		return strings.Contains(" vật y khám chữa điều tư hỗ trợ xét dạy đào giáo nghề mầm đảng bảo pháp cai ", " "+ws[i].low+" ")
	}
	return false
}

// isFine reports whether the number is an amount of money of a fine.
func isFine(text string, ws []word, i int) bool {
	unit := false
	for k := i + 1; k < len(ws) && k <= i+5 && ws[k].gap < stop; k++ {
		unit = unit || isMoney(ws[k].low)
	}
	if !unit {
		return false
	}
	for k := i - 1; k >= 0 && k >= i-8 && ws[k+1].gap < stop; k-- {
		if ws[k].low == "phạt" {
			return true
		}
	}
	return false
}

func isMoney(low string) bool {
	switch low {
	case "đồng", "triệu", "nghìn", "tỷ", "đ", "vnđ":
		return true
	}
	return false
}

// paperAt is the last word of an identity number that begins at word i, -1
// for none. Twelve figures that begin with a province's code are a citizen's
// number; other shapes need a word such as "căn cước" before them.
func paperAt(ws []word, i int, named bool) int {
	if ws[i].gap == tight && ws[i].sign != 0 {
		return -1
	}
	digits, last := strings.ReplaceAll(ws[i].low, ".", ""), i
	if strings.Contains(digits, ",") {
		return -1
	}
	for len(digits) < 12 && last+1 < len(ws) && ws[last+1].number && (ws[last+1].gap == space || ws[last+1].gap == tight && ws[last+1].sign == '-') && len(ws[last+1].low) >= 3 {
		digits += strings.ReplaceAll(ws[last+1].low, ".", "")
		last++
	}
	if last+1 < len(ws) && (ws[last+1].gap == tight || isMoney(ws[last+1].low)) {
		return -1
	}
	switch {
	case len(digits) == 12 && (named || digits[0] == '0' && digits[:3] >= "001" && digits[:3] <= "096"):
		return last
	case len(digits) == 9 && named:
		return last
	}
	return -1
}

// passports finds "hộ chiếu B1234567".
func passports(ws []word, marks []marked) []found {
	var out []found
	for _, m := range marks {
		if m.mark != markPaper || m.syllables[0] != "hộ" {
			continue
		}
		for k := m.at + m.n; k < len(ws) && k < m.at+m.n+4; k++ {
			if w := ws[k]; w.capital && !w.number && w.end-w.start >= 8 && w.end-w.start <= 9 && strings.Trim(w.low[1:], "0123456789") == "" {
				out = append(out, found{kind: aPaper, at: w.start, end: w.end})
			}
		}
	}
	return out
}

// plateAt reads a vehicle's plate (37A-123.45, 29-B1 234.56) and returns its
// end and how many figures it closes with, 0 for none. Four closing figures
// are also the end of many other numbers.
func plateAt(text string, i int) (end, figures int) {
	digit := func(k int) bool { return k < len(text) && text[k] >= '0' && text[k] <= '9' }
	upper := func(k int) bool { return k < len(text) && text[k] >= 'A' && text[k] <= 'Z' }
	if !digit(i) || !digit(i+1) || text[i] == '0' {
		return 0, 0
	}
	k := i + 2
	if k < len(text) && text[k] == '-' {
		k++
	}
	if !upper(k) {
		return 0, 0
	}
	k++
	if upper(k) || digit(k) && k+1 < len(text) && !digit(k+1) {
		k++
	}
	for n := 0; n < 3 && k < len(text) && (text[k] == ' ' || text[k] == '-' || text[k] == '.'); n++ {
		k++
	}
	start := k
	for digit(k) {
		k++
	}
	n := k - start
	if n == 3 && k < len(text) && text[k] == '.' && digit(k+1) && digit(k+2) {
		k, n = k+3, 5
	}
	if n != 4 && n != 5 || digit(k) || upper(k) || k < len(text) && (text[k] == '/' || text[k] == '-') {
		return 0, 0
	}
	return k, n
}
