package intake

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"thonlanh/internal/content"
	"thonlanh/internal/markup"
	"thonlanh/internal/starter"
	"thonlanh/internal/viet"
)

// plan is a parsed draft of a plan: its units with their words.
type plan struct {
	units    []markup.Unit
	own      []string // the words of each unit without its label and its children
	children [][]int
	top      []int
	bodies   *content.Bodies
	year     int
	first    []string // their first paragraph below a title
	raw      []string // the same as it stands in the draft, folded
}

func (d *draft) plan() *plan {
	p := &plan{units: d.doc.Units, bodies: d.opt.Bodies, year: d.year()}
	p.own, p.first, p.raw, p.children = make([]string, len(p.units)), make([]string, len(p.units)), make([]string, len(p.units)), make([][]int, len(p.units))
	lines := strings.Split(d.text, "\n")
	for i, u := range p.units {
		if u.Parent >= 0 {
			p.children[u.Parent] = append(p.children[u.Parent], i)
		} else {
			p.top = append(p.top, i)
		}
		end := len(lines)
		if i+1 < len(p.units) {
			end = p.units[i+1].Pos.Line - 1
		}
		var words []string
		for _, line := range lines[u.Pos.Line-1 : max(u.Pos.Line-1, end)] {
			s := strings.TrimLeft(strings.TrimSpace(line), "#* ")
			if isClosingLine(s) {
				break
			}
			if s != "" && (len(words) > 0 || u.Title == "") && p.first[i] == "" {
				p.first[i] = strings.TrimSpace(strings.TrimPrefix(collapse(unescape(s)), u.Label))
			}
			words = append(words, s)
		}
		p.raw[i] = viet.Fold(strings.Join(words, "\n"))
		text := unescape(strings.Join(words, " "))
		p.own[i] = strings.TrimSpace(strings.TrimPrefix(collapse(text), u.Label))
	}
	return p
}

// unescape takes the marks of Markdown from words.
func unescape(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\' && i+1 < len(s):
			i++
		case s[i] == '*':
			continue
		}
		b.WriteByte(s[i])
	}
	return footMark.ReplaceAllString(b.String(), "")
}

var footMark = regexp.MustCompile(`\[\^\d+\]`)

// sections are the headed units whose title says one of the words, outermost
// only.
func (p *plan) sections(words ...string) []int {
	var out []int
	inside := map[int]bool{}
	for i, u := range p.units {
		if u.Parent >= 0 && inside[u.Parent] {
			inside[i] = true
			continue
		}
		if u.Title == "" || u.Kind > markup.KindNumber {
			continue
		}
		f := viet.Fold(u.Title)
		for _, w := range words {
			if strings.Contains(f, w) {
				out = append(out, i)
				inside[i] = true
				break
			}
		}
	}
	return out
}

// tables writes the drafts of a plan's tables and says in the report what
// they hold.
func (d *draft) tables(res *Result) []starter.File {
	p := d.plan()
	dir := strings.TrimSuffix(res.Files[0].Path, "index.md")
	targets, nTargets := p.targets()
	duties, nDuties, bodies := p.duties()
	reports, nReports := p.reports()

	r := res.Report
	r.head("Kế hoạch có:")
	parts := 0
	for _, i := range p.top {
		if p.units[i].Title != "" && p.units[i].Kind != markup.KindAnnex {
			parts++
		}
	}
	r.say("  %d phần lớn.", parts)
	groups := 0
	for _, i := range p.sections("nhiem vu", "giai phap") {
		groups += len(p.children[i])
	}
	r.say("  %d nhóm nhiệm vụ.", groups)
	r.say("  %d chỉ tiêu → chi-tieu.toml.", nTargets)
	var labels []string
	for _, b := range bodies {
		labels = append(labels, strings.TrimSpace(p.units[b].Label)+" "+p.body(b))
	}
	r.say("  %d đơn vị được giao việc: %s.", len(bodies), strings.Join(labels, "; "))
	r.say("  %d việc → nhiem-vu.toml.", nDuties)
	r.say("  %d báo cáo có hạn → bao-cao.toml.", nReports)
	r.say("  Ba bảng này là bản nháp: mọi mục ghi cong_khai = false cho tới khi có người xem lại.")
	return []starter.File{
		{Path: dir + "chi-tieu.toml", Data: []byte(targets)},
		{Path: dir + "nhiem-vu.toml", Data: []byte(duties)},
		{Path: dir + "bao-cao.toml", Data: []byte(reports)},
	}
}

var share = regexp.MustCompile(`(\d+(?:[.,]\d+)?)\s*%`)
var amount = regexp.MustCompile(`(?i)(?:ít nhất|tối thiểu|tổ chức|xây dựng|mở|thành lập|từ)\s+(\d{1,5})\s+(buổi|lớp|cuộc|đợt|mô hình|câu lạc bộ|hội nghị|hội thi|lượt|lần|tin, bài|tin bài|bài|panô|pa nô|tờ rơi|cụm)`)

// targetUnits are the units of the part on aims that each say one aim.
func (p *plan) targetUnits() []int {
	var out []int
	var take func(i int)
	take = func(i int) {
		f := viet.Fold(p.own[i])
		if strings.HasPrefix(f, "muc tieu") && !strings.HasPrefix(f, "muc tieu cu the") && len(p.children[i]) == 0 || strings.HasPrefix(f, "muc tieu chung") || strings.HasPrefix(f, "muc tieu tong quat") || strings.HasPrefix(f, "muc dich") || strings.HasPrefix(f, "yeu cau") || strings.HasPrefix(f, "quan diem") {
			return
		}
		kids := p.children[i]
		if len(kids) > 0 && (p.units[i].Title != "" || strings.HasSuffix(p.own[i], ":")) {
			for _, k := range kids {
				take(k)
			}
			return
		}
		if p.own[i] != "" {
			out = append(out, i)
		}
	}
	for _, s := range p.sections("chi tieu", "muc tieu") {
		for _, k := range p.children[s] {
			take(k)
		}
	}
	return out
}

func (p *plan) targets() (string, int) {
	var b strings.Builder
	b.WriteString("# Chỉ tiêu của kế hoạch, máy đọc từ phần mục tiêu, chỉ tiêu. Đây là bản nháp: xem lại từng mục,\n" +
		"# sửa tên cho gọn, rồi đổi cong_khai thành true. Dòng bắt đầu bằng # máy bỏ qua.\n")
	units := p.targetUnits()
	for n, i := range units {
		text := p.own[i]
		fmt.Fprintf(&b, "\n# Kế hoạch ghi: %s\n[ct-%d]\n", comment(text), n+1)
		fmt.Fprintf(&b, "ten = %s\n", starter.Quote(p.asWritten(i, targetName(text), "tên chỉ tiêu")))
		fmt.Fprintf(&b, "muc = %q\n", p.units[i].ID)
		f := viet.Fold(text)
		counting := "cong_don"
		kind := "dinh_tinh"
		goal, measure := "", ""
		if m := share.FindStringSubmatch(text); m != nil {
			kind, goal = "ty_le", strings.Replace(m[1], ",", ".", 1)
		} else if m := amount.FindStringSubmatch(text); m != nil {
			kind, goal, measure = "so_luong", strings.TrimLeft(m[1], "0"), strings.ToLower(m[2])
		}
		switch {
		case kind == "ty_le" && share.FindStringIndex(text) != nil && tooMuch(goal):
			kind, goal = "dinh_tinh", ""
		}
		switch {
		case strings.Contains(f, "duy tri") || strings.Contains(f, "thuong xuyen") || strings.Contains(f, "xu ly"):
			counting = "duy_tri"
		case kind == "dinh_tinh":
			counting = "co_han"
		}
		fmt.Fprintf(&b, "kieu = %q   # máy đoán; chọn trong: ty_le, so_luong, danh_muc, dinh_tinh\n", kind)
		fmt.Fprintf(&b, "cach_tinh = %q   # máy đoán; chọn trong: cong_don, duy_tri, co_han\n", counting)
		if goal != "" {
			fmt.Fprintf(&b, "muc_tieu = %s\n", goal)
		}
		if measure != "" {
			fmt.Fprintf(&b, "don_vi = %s\n", starter.Quote(measure))
		} else {
			b.WriteString("# don_vi = \"…\"   # kế hoạch đếm cái gì: người, thôn, buổi\n")
		}
		if kind == "ty_le" {
			b.WriteString("# mau_so = 0   # phần trăm của bao nhiêu; kế hoạch không ghi thì xã nhập\n# nguon_mau_so = \"nhap_tay\"   # van_ban, suy_luan hoặc nhap_tay\n")
		}
		if strings.HasPrefix(f, "phan dau") {
			b.WriteString("muc_do = \"phan_dau\"\n")
		} else {
			b.WriteString("# muc_do = \"bat_buoc\"   # phan_dau hoặc bat_buoc\n")
		}
		b.WriteString("cong_khai = false\n")
	}
	if len(units) == 0 {
		b.WriteString("\n# Máy không thấy phần nào tên là mục tiêu hay chỉ tiêu. Chép mẫu dưới cho từng chỉ tiêu:\n# [ct-1]\n# ten = \"…\"\n# muc = \"muc-i-y-1\"\n# kieu = \"ty_le\"\n# cach_tinh = \"cong_don\"\n# muc_tieu = 90\n")
	}
	return b.String(), len(units)
}

func tooMuch(goal string) bool {
	whole, _, _ := strings.Cut(goal, ".")
	return len(whole) > 3 || len(whole) == 3 && whole > "100" || strings.Trim(goal, "0.") == ""
}

// comment is a text on one line of TOML's comments.
func comment(s string) string { return short(collapse(s), 300) }

// short cuts a text between words.
func short(s string, most int) string {
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	r := []rune(s)[:most]
	cut := strings.LastIndexByte(string(r), ' ')
	if cut <= 0 {
		return string(r) + "…"
	}
	return strings.TrimRight(string(r)[:cut], " ,;:-") + "…"
}

// asWritten keeps of a name what stands in the plan word for word: a record
// that is not public may hold no text of its own that a public page also shows,
// and its words in another order or with other signs would be just that.
func (p *plan) asWritten(i int, name, blank string) string {
	name = strings.TrimRight(name, " …,;:.-")
	for name != "" && !strings.Contains(p.raw[i], viet.Fold(name)) {
		i := strings.LastIndexByte(name, ' ')
		name = strings.TrimRight(name[:max(i, 0)], " ,;:.-")
	}
	if utf8.RuneCountInString(name) < 4 {
		return "[điền: " + blank + "]"
	}
	return name
}

var aimLead = regexp.MustCompile(`^(?i:phấn đấu|phần đầu)\s+`)
var shareLead = regexp.MustCompile(`^(?i)(?:(?:tối thiểu|ít nhất|có|trên|đạt|đến (?:cuối )?năm \d{4},?|hằng năm,?|hàng năm,?)\s+)*\d+(?:[.,]\d+)?\s*%\s*(?:trở lên\s+)?(?:số\s+)?`)

// targetName is an aim without its share, to the first comma.
func targetName(s string) string {
	name := strings.TrimSpace(shareLead.ReplaceAllString(aimLead.ReplaceAllString(s, ""), ""))
	if utf8.RuneCountInString(name) < 8 {
		name = s
	}
	for i, r := range name {
		if (r == ',' || r == ';') && i > 25 && !strings.HasSuffix(strings.ToLower(name[:i]), "phòng") {
			name = name[:i]
			break
		}
	}
	return upperFirst(strings.TrimRight(short(name, 90), " .;:"))
}

// body is the body that a unit gives work to, as printed.
func (p *plan) body(i int) string {
	s := p.units[i].Title
	if s == "" {
		s = p.own[i]
		if m := bodyAtHead.FindStringSubmatch(s); m != nil {
			s = m[1]
		} else {
			s = short(s, 60)
		}
	}
	return strings.TrimRight(s, " :.;")
}

var bodyAtHead = regexp.MustCompile(`^(?:Giao |Đề nghị )?([^:;.]{3,120}?)(?:\s*[:(]| có trách nhiệm| chịu trách nhiệm| chủ trì| phối hợp| căn cứ| xây dựng| tổ chức| thực hiện)`)

func (p *plan) duties() (text string, n int, bodies []int) {
	var b strings.Builder
	b.WriteString("# Việc mà kế hoạch giao cho từng đơn vị, máy đọc từ phần tổ chức thực hiện. Đây là bản nháp:\n" +
		"# sửa viec cho gọn, xem lại đơn vị, rồi đổi cong_khai thành true. Việc đụng đến hồ sơ hay danh sách\n" +
		"# người thì luôn để cong_khai = false. Dòng bắt đầu bằng # máy bỏ qua.\n")
	for _, s := range p.sections("to chuc thuc hien", "phan cong", "trach nhiem") {
		for _, k := range p.children[s] {
			bodies = append(bodies, k)
			kids := p.children[k]
			fmt.Fprintf(&b, "\n# ---- %s %s ----\n", p.units[k].Label, comment(p.body(k)))
			if len(kids) == 0 {
				p.duty(&b, k, k)
				n++
				continue
			}
			for _, x := range kids {
				p.duty(&b, x, k)
				n++
			}
		}
	}
	if n == 0 {
		b.WriteString("\n# Máy không thấy phần nào tên là tổ chức thực hiện. Chép mẫu dưới cho từng việc:\n# [nv-iii-1-y-1]\n# muc = \"muc-iii-1-y-1\"\n# viec = \"…\"\n# chu_tri = [\"…\"]\n# cong_khai = false\n")
	}
	return b.String(), n, bodies
}

func (p *plan) duty(b *strings.Builder, i, under int) {
	text := p.first[i]
	if text == "" {
		text = p.body(i)
	}
	id := p.units[i].ID
	fmt.Fprintf(b, "\n[nv-%s]\n", strings.TrimPrefix(id, "muc-"))
	fmt.Fprintf(b, "muc = %q\n", id)
	fmt.Fprintf(b, "viec = %s\n", starter.Quote(p.asWritten(i, upperFirst(taskName(text)), "việc, nói ngắn")))
	lead := p.code(p.body(under))
	if lead != "" {
		fmt.Fprintf(b, "chu_tri = [%q]\n", lead)
	} else {
		fmt.Fprintf(b, "# chu_tri = [\"…\"]   # kế hoạch in: %s; chưa có trong co-quan.toml\n", comment(p.body(under)))
	}
	if with := p.mentioned(text, lead); len(with) > 0 {
		fmt.Fprintf(b, "phoi_hop = %s   # máy thấy nhắc trong câu; xem lại\n", list(with))
	}
	if strings.HasPrefix(p.own[under], "Đề nghị ") {
		b.WriteString("de_nghi = true\n")
	}
	if m := deadline(text, p.year); m != "" {
		fmt.Fprintf(b, "truoc_ngay = %s\n", m)
	}
	if f := viet.Fold(text); strings.Contains(f, "ho so") || strings.Contains(f, "danh sach") || strings.Contains(f, "so nguoi") {
		b.WriteString("# Việc này nói đến hồ sơ hoặc danh sách người: giữ cong_khai = false.\n")
	}
	b.WriteString("# trang_thai = \"chua_lam\"   # chua_lam, dang_lam, thuong_xuyen hoặc da_xong\ncong_khai = false\n")
}

// taskName is the first statement of a duty, kept short.
func taskName(s string) string {
	if i := strings.IndexAny(s, ";"); i > 20 {
		s = s[:i]
	}
	if i := strings.Index(s, ". "); i > 20 {
		s = s[:i]
	}
	return strings.TrimRight(short(s, 110), " .;:")
}

// code is the name of a body in co-quan.toml.
func (p *plan) code(name string) string {
	if p.bodies == nil {
		return ""
	}
	f := viet.Fold(strings.TrimPrefix(name, "Đề nghị "))
	for _, r := range p.bodies.List {
		for _, known := range [...]string{r.Value.Name, r.Value.Short} {
			k := viet.Fold(known)
			if k != "" && (f == k || strings.HasPrefix(f, k+" ") || strings.HasPrefix(k, f+" ")) {
				return r.Name
			}
		}
	}
	return ""
}

// mentioned are the bodies that a text names, without the one that leads.
func (p *plan) mentioned(text, lead string) []string {
	if p.bodies == nil {
		return nil
	}
	var out []string
	f := " " + wordsOnly(viet.Fold(text)) + " "
	for _, r := range p.bodies.List {
		if k := wordsOnly(viet.Fold(r.Value.Name)); r.Name != lead && k != "" && strings.Contains(f, " "+k+" ") {
			out = append(out, r.Name)
		}
	}
	return out
}

func wordsOnly(s string) string {
	return collapse(strings.Map(func(r rune) rune {
		if strings.ContainsRune(",.;:()/“”\"", r) {
			return ' '
		}
		return r
	}, s))
}
