package intake

import (
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
