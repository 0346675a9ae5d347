package intake

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"thonlanh/internal/date"
	"thonlanh/internal/markup"
	"thonlanh/internal/viet"
)

// header is what the head of an administrative document says of it (Nghị định
// 30/2020/NĐ-CP, Phụ lục I). A field is set only where it stands there.
type header struct {
	kindWord string // KẾ HOẠCH
	kind     string // as content spells it: ke_hoach
	number   string
	subject  string
	issuers  []string
	printed  []string // the same, line by line
	together bool     // they issue it together
	issued   date.Date
	secret   string // a mark such as MẬT
	taken    []taken
	title    []*para // the kind and the subject, which stay at the head of the text
}

// taken is a line of the file that is not in the text of the draft: its words
// went to a key of the front matter, or are the same on every document.
type taken struct {
	at   int
	text string
	key  string // empty for the national name and motto
}

// maxHead is how many lines are looked at for a header.
const maxHead = 60

// takeHeader reads the header and takes its lines from the blocks.
func (d *draft) takeHeader() {
	h := &d.head
	var rest []block
	i, strange := 0, 0
	for ; i < len(d.blocks) && i < maxHead; i++ {
		p := d.blocks[i].para
		if p == nil {
			break
		}
		text := p.text()
		if text == "" {
			continue
		}
		if h.kindWord == "" && d.takeKind(i, text) {
			i += len(h.title) - 1
			// What follows the subject is the body, but for a second
			// column of a header that was set below.
			i++
			break
		}
		if d.takeParts(p, text) {
			strange = 0
			continue
		}
		if !d.headGoesOn(i) {
			break
		}
		if strange++; strange > 3 {
			break
		}
		rest = append(rest, d.blocks[i])
	}
	rest = append(rest, d.blocks[i:]...)
	if h.kindWord == "" && h.number == "" && len(h.taken) == 0 {
		return
	}
	d.blocks = rest
	h.joint()
	if h.kind == "" {
		h.kind = kindOfNumber(h.number)
	}
}

// headGoesOn reports whether a line that is no part of a header stands between
// such parts: an address below the issuer, a mark of urgency.
func (d *draft) headGoesOn(i int) bool {
	seen := 0
	for j := i; j < len(d.blocks) && seen < 6; j++ {
		p := d.blocks[j].para
		if p == nil {
			return false
		}
		text := p.text()
		if text == "" {
			continue
		}
		if utf8.RuneCountInString(text) > 200 {
			return false
		}
		if seen > 0 {
			for _, part := range columnsOf(p) {
				if isMotto(part) || isNumberLine(part) || isPlaceDate(part) {
					return true
				}
			}
			if word, _, _ := kindAt(text); word != "" {
				return true
			}
			if word, _ := kindAnyCase(text); word != "" {
				return true
			}
		}
		seen++
	}
	return false
}

// takeParts reads a line whose every column is a part of a header.
func (d *draft) takeParts(p *para, text string) bool {
	h := &d.head
	parts := columnsOf(p)
	keys := make([]string, len(parts))
	for i, part := range parts {
		key, ok := d.partKey(part)
		if !ok {
			return false
		}
		keys[i] = key
	}
	for i, part := range parts {
		switch keys[i] {
		case "so_ky_hieu":
			h.number = numberIn(part)
		case "ngay_ban_hanh":
			h.issued = dateIn(part)
		case "trich_yeu":
			h.subject = upperFirst(strings.TrimSpace(strings.TrimLeft(aboutLine.ReplaceAllString(part, ""), ": ")))
			if h.kind == "" {
				h.kind, h.kindWord = "cong_van", ""
			}
		case "trich_yeu+":
			h.subject += " " + part
			keys[i] = "trich_yeu"
		case "co_quan":
			d.issuerLine(part)
		case "mat":
			h.secret, keys[i] = part, ""
		case "khan":
			keys[i] = ""
		}
		h.taken = append(h.taken, taken{p.at, part, keys[i]})
	}
	return true
}

func (d *draft) partKey(part string) (string, bool) {
	h := &d.head
	switch {
	case !hasWord(part), isMotto(part):
		return "", true
	case (isNumberLine(part) || len(h.taken) > 0 && blankNumber.MatchString(part)) && h.number == "":
		return "so_ky_hieu", true
	case isPlaceDate(part) && h.issued.IsZero():
		return "ngay_ban_hanh", true
	case aboutLine.MatchString(part) && h.subject == "":
		return "trich_yeu", true
	case isSecret(part):
		return "mat", true
	case isUrgent(part):
		return "khan", true
	case isIssuer(part) || d.isIssuerInSmall(part) || d.issuerGoesOn(part):
		return "co_quan", true
	case h.kind == "cong_van" && len(h.taken) > 0 && h.taken[len(h.taken)-1].key == "trich_yeu" && startsLower(part) && utf8.RuneCountInString(part) < 120:
		return "trich_yeu+", true
	}
	return "", false
}

// takeKind reads the kind of the document and the subject below it.
func (d *draft) takeKind(i int, text string) bool {
	h := &d.head
	word, kind, rest := kindAt(text)
	if word == "" && d.mayBeSmall() {
		word, kind = kindAnyCase(text)
	}
	if word == "" {
		return false
	}
	h.kindWord, h.kind = word, kind
	h.title = append(h.title, d.blocks[i].para)
	var lines []string
	if rest != "" {
		lines = append(lines, rest)
	}
	first := len(lines) == 0
	for j := i + 1; j < len(d.blocks) && len(lines) < 6; j++ {
		p := d.blocks[j].para
		if p == nil {
			break
		}
		s := p.text()
		if s == "" {
			h.title = append(h.title, p)
			continue
		}
		if !d.isSubject(p, s, first) {
			break
		}
		if !first && !continuesTitle(h.title[len(h.title)-1], p) || markup.AllCapitals(s) && (markup.IsPost(s) || len(lines) > 0 && !markup.AllCapitals(lines[len(lines)-1])) {
			break // who decides, below what is decided
		}
		lines = append(lines, s)
		h.title = append(h.title, p)
		first = false
	}
	if s := strings.Join(lines, " "); s != "" {
		h.subject = collapse(s)
	}
	return true
}

// mayBeSmall reports whether the kind may stand in small letters: below other
// parts of a header, in an old font, which draws capitals, and in what is known
// to be a plan.
func (d *draft) mayBeSmall() bool {
	return len(d.head.taken) > 0 || d.opt.Kind == "ke-hoach" || (d.opt.Kind == "" || d.opt.Kind == "van-ban") && d.fontDrawsCapitals()
}

func (d *draft) isSubject(p *para, s string, first bool) bool {
	if utf8.RuneCountInString(s) > 400 || s[0] == '(' || !hasWord(s) || p.label != "" {
		return false
	}
	if d.isLabelled(s) {
		return false
	}
	if last, _ := utf8.DecodeLastRuneInString(s); strings.ContainsRune(".:", last) || last == ';' && !d.subjectGoesOn(p) {
		return false
	}
	if isOpening(s) && !(first && d.setAsSubject(p, s)) || isAuthor(s) {
		return false
	}
	return !d.word || p.centred || p.bold() || first && utf8.RuneCountInString(s) < 200
}

// setAsSubject reports whether a line that begins like the body, "Thực hiện
// …" or "Triển khai …", is set like the kind above it, and the body begins
// below: only then is it the subject.
func (d *draft) setAsSubject(p *para, s string) bool {
	if !strings.HasPrefix(s, "Thực hiện ") && !strings.HasPrefix(s, "Triển khai ") || strings.HasSuffix(s, ",") {
		return false
	}
	if d.word {
		return p.centred && p.bold()
	}
	i := slices.IndexFunc(d.blocks[:min(len(d.blocks), 2*maxHead)], func(b block) bool { return b.para == p })
	if i < 0 || i+1 >= len(d.blocks) || d.blocks[i+1].para == nil || p.gap {
		return false
	}
	next := d.blocks[i+1].para
	opens := next.gap && !startsLower(next.text()) || strings.HasPrefix(next.text(), "(")
	return opens && utf8.RuneCountInString(s) < 200
}

// subjectGoesOn reports whether the line below p is set like it and goes on in
// small letters: "Kết quả công tác 6 tháng đầu năm;" above "phương hướng …".
func (d *draft) subjectGoesOn(p *para) bool {
	i := slices.IndexFunc(d.blocks[:min(len(d.blocks), 2*maxHead)], func(b block) bool { return b.para == p })
	if i < 0 || i+1 >= len(d.blocks) || d.blocks[i+1].para == nil {
		return false
	}
	next := d.blocks[i+1].para
	return startsLower(next.text()) && next.label == "" && next.bold() == p.bold() && next.centred == p.centred && (!d.word || p.bold() || p.centred)
}

// isAuthor reports whether a line names who decides, below the subject:
// "ỦY BAN NHÂN DÂN XÃ …". A subject in capitals may begin like the name of a
// body: "BAN HÀNH KẾ HOẠCH".
func isAuthor(s string) bool {
	for _, w := range [...]string{"ỦY BAN NHÂN DÂN", "UỶ BAN NHÂN DÂN", "UBND", "HỘI ĐỒNG NHÂN DÂN", "HĐND", "CHỦ TỊCH", "CHÍNH PHỦ", "QUỐC HỘI", "ỦY BAN THƯỜNG VỤ"} {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// continuesTitle reports whether a line is set like the one above it.
func continuesTitle(above, p *para) bool {
	if p.gap && above.words() != "" && !p.centred {
		return false
	}
	return above.bold() == p.bold() || above.words() == ""
}

// isOpening reports whether a line begins the body: a legal basis, an address,
// "Thực hiện …".
func isOpening(s string) bool {
	for _, w := range [...]string{"Căn cứ ", "Thực hiện ", "Kính gửi", "Theo đề nghị ", "Xét đề nghị ", "Xét Tờ trình", "Để ", "Nhằm ", "Trên cơ sở ", "Triển khai "} {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

var (
	aboutLine  = regexp.MustCompile(`^(?i:V/v|Về việc)\s*:?\s+`)
	numberLine = regexp.MustCompile(`^(?i:(?:Luật|Bộ luật|Pháp lệnh|Nghị quyết|Nghị định|Thông tư|Quyết định)\s+)?(?i:Số)\s*[:.]?\s*((?:\d+[A-Za-z]?\s+)?[^\s]*[/-].*|\S*)$`)
	placeDate  = regexp.MustCompile(`(?i)ngày\s*([0-9 .…_]*)\s*tháng\s*([0-9 .…_]*)\s*năm\s*(\d{4}|[\d.…_ ]*)\s*$`)
	column     = regexp.MustCompile(`\t+| {3,}`)
)

// columnsOf divides a line that was set in two columns with tabs or blanks.
func columnsOf(p *para) []string {
	var out []string
	if p.label != "" {
		return []string{p.text()}
	}
	for _, s := range column.Split(strings.TrimSpace(plainSpans(p.spans)), -1) {
		if s = collapse(s); s == "" {
			continue
		}
		if n := len(out); n > 0 && isLeftOpen(out[n-1], s) {
			out[n-1] += " " + s
			continue
		}
		out = append(out, s)
	}
	return out
}

// isLeftOpen reports whether the gap between two parts of a line is one where
// a number, a day or a month will be written by hand: "Số:      /BC-UBND".
func isLeftOpen(before, after string) bool {
	if viet.Fold(strings.TrimRight(before, " :.")) == "so" {
		return after[0] == '/'
	}
	b, a := " "+viet.Fold(before), viet.Fold(after)+" "
	return strings.HasSuffix(b, " ngay") && strings.HasPrefix(a, "thang ") || strings.HasSuffix(b, " thang") && strings.HasPrefix(a, "nam ")
}

func isMotto(s string) bool {
	f := collapse(strings.NewReplacer("-", " ", "–", " ", "—", " ", ",", " ", "=", " ", "*", " ", ".", " ").Replace(viet.Fold(s)))
	switch f {
	case "cong hoa xa hoi chu nghia viet nam", "doc lap tu do hanh phuc", "dang cong san viet nam",
		"cong hoa xa hoi", "chu nghia viet nam", "doc lap", "tu do hanh phuc": // as a narrow column breaks them
		return true
	}
	return false
}

// isNumberLine asks for the letters of a symbol: "Số 111" is a telephone
// number, "Số 12-14" a house.
func isNumberLine(s string) bool {
	return utf8.RuneCountInString(s) < 80 && numberLine.MatchString(s) && symbolLetters.MatchString(s)
}

var symbolLetters = regexp.MustCompile(`(?i:số)\s*[:.]?\s*[\d.…_ ]*[A-Za-z]?\s*[/-]\s*(?:\d{4}\s*/\s*)?[A-ZĐƯ]{2}`)
var blankNumber = regexp.MustCompile(`^(?i:số)\s*:\s*[.…_ ]*$`)

// numberIn is the number and symbol of a line, empty where a blank was left
// for the number: "Số:      /KH-UBND".
func numberIn(s string) string {
	m := numberLine.FindStringSubmatch(s)
	if m == nil {
		return ""
	}
	n := strings.Trim(collapse(m[1]), " .")
	n = strings.NewReplacer(" /", "/", "/ ", "/", " - ", "-").Replace(n)
	if n == "" || n[0] < '0' || n[0] > '9' {
		return ""
	}
	return n
}

func isPlaceDate(s string) bool {
	if utf8.RuneCountInString(s) > 100 {
		return false
	}
	at := placeDate.FindStringIndex(s)
	if at == nil {
		return false
	}
	before := strings.TrimSpace(s[:at[0]])
	if words := strings.Fields(strings.ToLower(before)); len(words) > 0 {
		switch words[len(words)-1] {
		case "từ", "trước", "sau", "đến", "vào", "hết", "qua", "tới", "trong", "của", "ký":
			return false // "Quyết định này có hiệu lực từ ngày …" is a sentence
		}
	}
	return before == "" || strings.HasSuffix(before, ",") || utf8.RuneCountInString(before) < 40 && !strings.ContainsAny(before, ".;:")
}

// dateIn is the date of a line, zero where a part was left blank.
func dateIn(s string) date.Date {
	m := placeDate.FindStringSubmatch(s)
	if m == nil {
		return date.Date{}
	}
	day, err1 := strconv.Atoi(strings.TrimSpace(m[1]))
	month, err2 := strconv.Atoi(strings.TrimSpace(m[2]))
	year, err3 := strconv.Atoi(strings.TrimSpace(m[3]))
	if err1 != nil || err2 != nil || err3 != nil {
		return date.Date{}
	}
	d, ok := date.New(year, month, day)
	if !ok {
		return date.Date{}
	}
	return d
}

func isSecret(s string) bool {
	switch strings.Trim(s, " .()[]") {
	case "MẬT", "TỐI MẬT", "TUYỆT MẬT":
		return true
	}
	return false
}

// isUrgent reports whether a mark asks for haste. It keeps nothing secret: a
// dispatch about a storm is meant for everyone.
func isUrgent(s string) bool {
	switch strings.Trim(s, " .()[]") {
	case "KHẨN", "THƯỢNG KHẨN", "HỎA TỐC", "HOẢ TỐC", "HỎA TỐC HẸN GIỜ", "HOẢ TỐC HẸN GIỜ":
		return true
	}
	return false
}

func upperFirst(s string) string {
	if s == "" {
		return ""
	}
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

func lowerFirst(s string) string {
	if s == "" {
		return ""
	}
	r, n := utf8.DecodeRuneInString(s)
	next, _ := utf8.DecodeRuneInString(s[n:])
	if unicode.IsUpper(next) { // an abbreviation
		return s
	}
	return string(unicode.ToLower(r)) + s[n:]
}

func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

func hasWord(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// collapse makes every stretch of blanks one.
func collapse(s string) string { return strings.Join(strings.Fields(s), " ") }
