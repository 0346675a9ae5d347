package intake

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"thonlanh/internal/content"
	"thonlanh/internal/diag"
	"thonlanh/internal/markup"
	"thonlanh/internal/starter"
	"thonlanh/internal/tomlfile"
	"thonlanh/internal/viet"
)

// files makes the drafts: the text with its front matter, and the tables of a
// plan.
func (d *draft) files(body string) (*Result, error) {
	res := &Result{Kind: d.kind}
	var front []starter.Given
	var record any
	var name string
	switch d.kind {
	case "ke-hoach":
		year := d.year()
		if year == 0 {
			return nil, refuse("no year", "Chưa biết đây là kế hoạch của năm nào: trích yếu và ngày ban hành đều không ghi năm.",
				"Thêm năm vào dòng trích yếu của tệp gốc rồi nhập lại, hoặc nhập như một văn bản thường: thêm --kind van-ban")
		}
		front, record, name = d.planFront(year), &content.Plan{}, "content/ke-hoach/"+strconv.Itoa(year)+"/index.md"
	case "van-ban":
		id := d.head.id()
		if id == "" {
			id = slugOr(d.file, "van-ban-moi")
			d.fromName = true
		}
		front, record, name = d.legalFront(), &content.Legal{}, "content/van-ban/"+id+".md"
	case "tin":
		title := d.pageTitle()
		front, record = d.pageFront(title), &content.News{}
		name = "content/tin/" + d.opt.On.String()[:4] + "/" + slugOr(title, "tin-moi") + ".md"
	default:
		title := d.pageTitle()
		front, record, name = d.pageFront(title), &content.Article{}, "content/tim-hieu/"+slugOr(title, "bai-moi")+".md"
	}
	text := starter.Page(d.opt.On, record, front, body)
	res.Files = append(res.Files, starter.File{Path: name, Data: []byte(text)})
	if err := d.parse(name, text); err != nil {
		return nil, err
	}
	res.Report = d.report(body)
	if d.kind == "ke-hoach" {
		res.Files = append(res.Files, d.tables(res)...)
	}
	return res, nil
}

// parse reads the draft as the portal will.
func (d *draft) parse(name, text string) error {
	src, problems := diag.NewSource(name, []byte(text))
	if src == nil {
		return fmt.Errorf("the draft is no text: %v", problems)
	}
	_, _, start, problems := tomlfile.FrontMatter(src)
	if start == 0 {
		return fmt.Errorf("the draft has no front matter: %v", problems)
	}
	d.text = src.Text
	d.doc, d.noted = markup.Parse(src, start, markup.Options{Mode: d.mode})
	return nil
}

func slugOr(title, other string) string {
	if s := viet.Slug(title); s != "" {
		return s
	}
	return other
}

// issuedFront is the header that plans and legal texts share. What is not in
// the document is not invented: it is named as not verified.
func (d *draft) issuedFront() (front []starter.Given, missing []string) {
	h := &d.head
	add := func(key, value string) {
		if value == "" {
			missing = append(missing, key)
			return
		}
		front = append(front, starter.Given{Key: key, Value: value})
	}
	quoted := func(s string) string {
		if s == "" {
			return ""
		}
		return starter.Quote(s)
	}
	add("so_ky_hieu", quoted(h.number))
	add("trich_yeu", quoted(h.subject))
	if names := h.issuerNames(); len(names) > 0 {
		add("co_quan", list(names))
	} else {
		add("co_quan", "")
	}
	if h.issued.IsZero() {
		add("ngay_ban_hanh", "")
	} else {
		add("ngay_ban_hanh", h.issued.String())
	}
	if len(d.closings) > 0 {
		c := d.closings[0]
		if c.post != "" {
			front = append(front, starter.Given{Key: "nguoi_ky_chuc_vu", Value: starter.Quote(postName(c.post))})
		}
		switch {
		case c.signer != "" && d.opt.MayName(c.signer):
			front = append(front, starter.Given{Key: "nguoi_ky", Value: starter.Quote(c.signer)})
		case c.signer != "" || c.marked(): // a draft that nobody signed does not say so
			front = append(front, starter.Given{Key: "nguoi_ky", Value: `"đã ký"`})
		}
	}
	if h.secret != "" {
		front = append(front, starter.Given{Key: "cong_khai", Value: "false"})
	}
	return front, missing
}

func unverified(missing []string) starter.Given {
	return starter.Given{Key: "chua_xac_minh", Value: list(missing)}
}

func list(items []string) string {
	var out []string
	for _, s := range items {
		out = append(out, starter.Quote(s))
	}
	return "[" + strings.Join(out, ", ") + "]"
}

func (d *draft) planFront(year int) []starter.Given {
	front, missing := d.issuedFront()
	title := "Kế hoạch năm " + strconv.Itoa(year)
	if d.head.subject != "" {
		title = "Kế hoạch " + lowerFirst(sentence(d.head.subject))
	}
	front = append(front,
		starter.Given{Key: "tieu_de", Value: starter.Quote(title)},
		starter.Given{Key: "mo_ta", Value: `"[điền: một câu nói kế hoạch này có gì]"`})
	if s := d.implements(); len(s) > 0 {
		front = append(front, starter.Given{Key: "thuc_hien", Value: list(s)})
	}
	if len(missing) > 0 {
		front = append(front, unverified(missing))
	}
	d.missing = missing
	return front
}

// sentence writes a subject in capitals with small letters. What is no syllable
// is a short form and stays (HIV/AIDS, UBND), and the name of a place is known
// by the word before it.
func sentence(s string) string {
	if strings.ToUpper(s) != s {
		return s
	}
	words := strings.Fields(s)
	name := 0
	for i, w := range words {
		low := strings.ToLower(w)
		bare := strings.Trim(low, ",.;:()“”\"")
		switch {
		case bare != "" && !viet.IsSyllable(bare) && strings.ContainsFunc(bare, unicode.IsLetter) && !strings.Contains(bare, "-"):
			name = 0
			continue
		case name > 0 && !strings.Contains(" năm giai đoạn về và trên trong từ đến có là hội viên lành không nông của thứ các ", " "+bare+" "):
			words[i] = upperFirst(low)
			if name--; bare != low { // a sign ends the name
				name = 0
			}
			continue
		}
		words[i], name = low, 0
		if bare == low && strings.Contains(" xã phường huyện quận tỉnh phố trấn ", " "+bare+" ") && (bare != "phố" && bare != "trấn" || i > 0 && (words[i-1] == "thành" || words[i-1] == "thị")) {
			name = 3
		}
	}
	return upperFirst(strings.Join(words, " "))
}

var implemented = regexp.MustCompile(`(?:Thực hiện|Căn cứ|Triển khai thực hiện|Triển khai) ((?:Kế hoạch|Quyết định|Chương trình|Nghị quyết|Chỉ thị|Công văn|Hướng dẫn) (?:số )?\d[^\s,;]*/[^\s,;]+(?: ngày (?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2} tháng \d{1,2} năm \d{4}))?(?: của [^;,.]*?)?)(?: về | phê duyệt | ban hành |[;,.]|$)`)

// implements is the documents that a plan says it carries out, as printed.
func (d *draft) implements() []string {
	var out []string
	seen := 0
	for _, b := range d.blocks {
		if b.para == nil || !isOpening(b.para.head()) {
			if seen > 30 {
				break
			}
			seen++
			continue
		}
		text := b.para.text()
		if !strings.HasPrefix(text, "Thực hiện ") && !strings.HasPrefix(text, "Triển khai ") && !strings.HasPrefix(text, "Căn cứ Kế hoạch") {
			continue
		}
		if m := implemented.FindStringSubmatch(text); m != nil && len(m[1]) < 300 {
			out = append(out, strings.TrimSpace(m[1]))
		}
	}
	return out
}

func (d *draft) legalFront() []starter.Given {
	h := &d.head
	front, missing := d.issuedFront()
	kind := h.kind
	if kind == "" {
		kind = "khac"
	}
	title := h.kindName()
	switch {
	case h.number != "":
		title += " " + h.number
	case h.subject != "":
		title += " " + lowerFirst(sentence(h.subject))
	default:
		title += " [điền: tên văn bản]"
	}
	front = append(front,
		starter.Given{Key: "tieu_de", Value: starter.Quote(title)},
		starter.Given{Key: "mo_ta", Value: `"[điền: một câu nói văn bản này có gì]"`},
		starter.Given{Key: "loai", Value: starter.Quote(kind)})
	switch kind {
	case "ke_hoach", "chuong_trinh", "thong_bao", "bao_cao", "cong_van", "khac":
	default:
		if day := d.inForce(); day != "" {
			front = append(front, starter.Given{Key: "ngay_hieu_luc", Value: day})
		} else {
			missing = append(missing, "ngay_hieu_luc")
		}
	}
	if len(missing) > 0 {
		front = append(front, unverified(missing))
	}
	d.missing = missing
	return front
}

// takeTitle takes the first line of an ordinary page for its name, where it is
// no sentence: the portal sets the name above the text by itself.
func (d *draft) takeTitle() {
	if d.kind != "bai" && d.kind != "tin" || d.head.kindWord != "" || d.head.subject != "" {
		return
	}
	for i, b := range d.blocks {
		if b.para == nil {
			return
		}
		s := b.para.text()
		if !hasWord(s) {
			continue
		}
		if b.para.hasNote() || len([]rune(s)) > 150 || strings.HasSuffix(s, ".") || strings.HasSuffix(s, ";") || !d.wordsAfter(i) {
			return
		}
		if d.isLabelled(s) {
			return
		}
		d.title = sentence(s)
		d.head.taken = append(d.head.taken, taken{b.para.at, s, "tieu_de"})
		d.blocks = append(d.blocks[:i:i], d.blocks[i+1:]...)
		return
	}
}

func (d *draft) wordsAfter(i int) bool {
	for _, b := range d.blocks[i+1:] {
		if b.table != nil || b.para != nil && hasWord(b.para.text()) {
			return true
		}
	}
	return false
}

// pageTitle is the name of an ordinary page: its kind and subject where it is
// an official text, else its first line.
func (d *draft) pageTitle() string {
	if d.head.kindWord != "" {
		return strings.TrimSpace(d.head.kindName() + " " + lowerFirst(sentence(d.head.subject)))
	}
	if d.head.subject != "" {
		return d.head.subject
	}
	return d.title
}

func (d *draft) pageFront(title string) []starter.Given {
	if title == "" {
		title = "[điền: tên trang]"
	}
	front := []starter.Given{
		{Key: "tieu_de", Value: starter.Quote(title)},
		{Key: "mo_ta", Value: `"[điền: một câu nói trang này có gì]"`},
		{Key: "ngay", Value: d.opt.On.String()},
	}
	if d.kind == "bai" {
		front = append(front, starter.Given{Key: "tra_loi", Value: `"[điền: câu trả lời ngắn, đặt ngay dưới tên bài]"`})
	}
	return front
}

var yearWord = regexp.MustCompile(`(?i)(?:năm|giai đoạn) (\d{4})`)

// year is the year of a plan: the one its subject names, else the one it was
// issued in, else the first that its title or opening lines name.
func (d *draft) year() int {
	if m := yearWord.FindStringSubmatch(d.head.subject); m != nil && isYear(m[1]) {
		n, _ := strconv.Atoi(m[1])
		return n
	}
	if y := d.head.issued.Year; y >= 1945 && y < 2200 {
		return y
	}
	seen := 0
	for _, b := range d.blocks {
		if b.para == nil || seen == 12 {
			break
		}
		seen++
		s := b.para.text()
		if !strings.Contains(strings.ToLower(s), "kế hoạch") && utf8.RuneCountInString(s) > 200 {
			continue
		}
		if m := yearWord.FindStringSubmatch(dayWritten.ReplaceAllString(s, "")); m != nil && isYear(m[1]) {
			n, _ := strconv.Atoi(m[1])
			d.guessedYear = b.para.at
			return n
		}
	}
	return 0
}
