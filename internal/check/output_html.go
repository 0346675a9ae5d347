package check

import (
	"bytes"
	"fmt"
	"html"
	"slices"
	"strings"

	"thonlanh/internal/diag"
	"thonlanh/internal/site"
)

// pageJudge looks at one finished page in one pass.
type pageJudge struct {
	o      *Output
	name   string
	index  int32
	page   *site.Page
	source string
	dir    string // folder of the page: "thon/dong/"
	out    diag.List
	said   map[string]bool // rules that need one word for a page, not twenty

	*lists
	heading int // level of the last heading
	h1      int
	inTitle bool
	svg     int
}

// lists are what is gathered of a page; the next page uses their room again.
type lists struct {
	ids    []uint64
	local  []localRef
	awaits []awaited
	open   [][]byte // elements that wait for their end tag
	attrs  []attr
	buf    []byte
}

const maxLists = 1 << 15

func (l *lists) clear() {
	*l = lists{l.ids[:0], l.local[:0], l.awaits[:0], l.open[:0], l.attrs[:0], l.buf[:0]}
}

// localRef is a reference to an id of the same page, of which text is a piece.
type localRef struct {
	id   uint64
	text []byte
}

type awaited struct {
	await
	href string
}

func (o *Output) html(name string, page *site.Page, data []byte) diag.List {
	l, ok := o.rooms.Get().(*lists)
	if !ok {
		l = new(lists)
	}
	defer func() {
		if cap(l.ids)+cap(l.local)+cap(l.attrs) < maxLists { // not of a page without measure
			o.rooms.Put(l)
		}
	}()
	l.clear()
	j := &pageJudge{o: o, lists: l, name: name, page: page, source: diag.ConfigFile, dir: name[:strings.LastIndexByte(name, '/')+1]}
	if page != nil && page.Source != "" {
		j.source = page.Source
	}
	j.index = o.paths[name]
	s := scanner{data: data, tag: tag{attrs: l.attrs}}
	defer func() { l.attrs = s.tag.attrs }()
	for s.next() {
		if j.inTitle {
			j.neutral("Tên trang", s.text)
			j.inTitle = false
		}
		if len(s.tag.name) == 0 {
			continue
		}
		if s.tag.end {
			j.close(s.tag.name)
			continue
		}
		j.element(&s)
	}
	j.finish(data)
	return j.out
}

func (j *pageJudge) say(rule, message, hint string) {
	if j.said == nil {
		j.said = make(map[string]bool)
	}
	if j.said[rule+message] || len(j.out) >= 50 {
		return
	}
	j.said[rule+message] = true
	j.out = append(j.out, diag.At(j.source, diag.Pos{}, diag.Block, rule, "Trang "+addressOf(j.name)+": "+message, hint))
}

// layoutHint is for what an official cannot have written: a layout of the
// commune's own did.
const layoutHint = "Chỗ này do tệp trong layouts/ hoặc static/ sinh ra. Nhờ người làm tệp đó sửa, hoặc xóa tệp để dùng bản có sẵn."

func (j *pageJudge) element(s *scanner) {
	t := &s.tag
	name := lower(t.name)
	switch string(name) {
	case "h1", "h2", "h3", "h4", "h5", "h6":
		j.headingAt(int(name[1] - '0'))
	case "img":
		j.picture(t)
	case "form":
		j.say("bieu-mau", "có biểu mẫu gửi dữ liệu. Cổng này không nhận tin của ai.", layoutHint)
	case "style":
		j.say("ma-trong-trang", "có kiểu chữ viết thẳng trong trang, trình duyệt sẽ chặn.", layoutHint)
	case "base":
		j.say("ma-trong-trang", "có thẻ base, làm mọi liên kết đổi chỗ.", layoutHint)
	case "script":
		kind, _ := t.get("type")
		if _, outside := t.get("src"); !outside && string(kind) != "application/ld+json" {
			j.say("ma-trong-trang", "có mã lệnh viết thẳng trong trang, trình duyệt sẽ chặn.", layoutHint)
		}
	case "title":
		j.inTitle = j.svg == 0
	case "meta":
		j.meta(t)
	case "svg":
		if role, _ := t.get("role"); string(role) == "img" && !t.has("aria-label") && !t.has("aria-labelledby") {
			j.say("anh-thieu-mo-ta", "có hình vẽ không có lời mô tả.", layoutHint)
		}
		j.svg++
	}
	j.attributes(name, t)
	if !void(name) && !(t.self && j.svg > 0) {
		j.open = append(j.open, name)
	}
	if string(name) == "svg" && t.self {
		j.svg--
	}
}

func (j *pageJudge) close(raw []byte) {
	name := lower(raw)
	if string(name) == "svg" {
		j.svg = max(0, j.svg-1)
	}
	if n := len(j.open); n > 0 && bytes.Equal(j.open[n-1], name) {
		j.open = j.open[:n-1]
		return
	}
	j.say("html-sai", "thẻ </"+string(name)+"> đóng không đúng chỗ.", layoutHint)
	// Step out to the matching element, so that one slip is told once.
	for k := len(j.open) - 1; k >= 0 && k > len(j.open)-64; k-- {
		if bytes.Equal(j.open[k], name) {
			j.open = j.open[:k]
			return
		}
	}
}

func (j *pageJudge) headingAt(level int) {
	if level == 1 {
		j.h1++
	}
	if level > j.heading+1 && j.page != nil {
		j.say("tieu-de-nhay-cap", fmt.Sprintf("tiêu đề nhảy từ cấp %d xuống cấp %d, người nghe máy đọc sẽ lạc.", j.heading, level),
			"Dùng ## rồi mới đến ###.")
	}
	j.heading = level
}

func (j *pageJudge) picture(t *tag) {
	if !t.has("alt") {
		j.say("anh-thieu-mo-ta", "có ảnh không có lời mô tả.", "Thêm lời mô tả: ![điều ảnh cho thấy](tệp)")
	}
	if !t.has("width") || !t.has("height") {
		src, _ := t.get("src")
		j.say("anh-thieu-co", "ảnh “"+string(src)+"” không có chiều rộng, chiều cao, nên trang sẽ giật khi ảnh hiện ra.",
			"Lưu lại ảnh bằng chương trình khác (PNG, JPEG); với SVG, thêm width, height hoặc viewBox.")
	}
}

// meta judges the head of pages that must not tell their subject.
func (j *pageJudge) meta(t *tag) {
	name, _ := t.get("name")
	if len(name) == 0 {
		name, _ = t.get("property")
	}
	if value, _ := t.get("content"); string(name) == "description" || hasPrefix(name, "og:") || hasPrefix(name, "twitter:") {
		j.neutral("phần đầu trang", value)
	}
}

func (j *pageJudge) neutral(what string, text []byte) {
	if j.page == nil || !j.page.Sensitive {
		return
	}
	if w, ok := topicIn(html.UnescapeString(string(text))); ok {
		j.say("lo-chu-de", what+" có chữ “"+w+"”, hiện cả trong lịch sử duyệt web và tin nhắn chia sẻ.",
			"Dùng chữ trung tính trong tieu_de, mo_ta, tên xã và địa chỉ cổng (base_url).")
	}
}

func (j *pageJudge) attributes(element []byte, t *tag) {
	for i := range t.attrs {
		a := &t.attrs[i]
		switch string(a.name) {
		case "id":
			j.ids = append(j.ids, hash(a.value))
		case "href":
			j.href(element, t, a.value)
		case "src", "poster", "data":
			if !hasPrefix(a.name, "data") || string(element) == "object" {
				j.resource(a.value)
			}
		case "srcset":
			for part := range strings.SplitSeq(string(a.value), ",") {
				if f := strings.Fields(part); len(f) > 0 {
					j.resource([]byte(f[0]))
				}
			}
		case "xlink:href":
			j.resource(a.value)
		case "style":
			j.say("ma-trong-trang", "có style=\"…\" trong thẻ, trình duyệt sẽ chặn.", layoutHint)
		case "action", "formaction":
			j.say("bieu-mau", "có nơi nhận dữ liệu gửi đi. Cổng này không nhận tin của ai.", layoutHint)
		case "ping", "background":
			j.say("tai-nguyen-ngoai", "có thuộc tính "+string(a.name)+", gọi tới nơi khác mà người đọc không biết.", layoutHint)
		case "for", "aria-labelledby", "aria-describedby", "aria-controls", "headers":
			for _, id := range bytes.Fields(a.value) {
				j.local = append(j.local, localRef{hash(id), id})
			}
		default:
			if len(a.name) > 2 && (a.name[0] == 'o' || a.name[0] == 'O') && (a.name[1] == 'n' || a.name[1] == 'N') {
				j.say("ma-trong-trang", "có mã lệnh trong thuộc tính "+string(a.name)+".", layoutHint)
			}
		}
		for k := range i {
			if bytes.Equal(t.attrs[k].name, a.name) {
				j.say("html-sai", "thẻ <"+string(element)+"> có hai lần thuộc tính "+string(a.name)+".", layoutHint)
				return
			}
			if k > 64 {
				break
			}
		}
	}
}

// href is a link in a or area, a resource elsewhere.
func (j *pageJudge) href(element []byte, t *tag, value []byte) {
	switch string(element) {
	case "a", "area":
		j.link(value)
	case "link":
		rel, _ := t.get("rel")
		switch string(rel) {
		case "canonical", "alternate", "license", "author", "help", "prev", "next", "up", "search":
			if !outside(value) {
				j.link(value)
			}
		default:
			j.resource(value)
		}
	case "base":
	default:
		j.resource(value)
	}
}

func (j *pageJudge) finish(data []byte) {
	if j.page != nil && j.h1 != 1 {
		j.say("tieu-de-trang", fmt.Sprintf("có %d tiêu đề lớn nhất (h1), phải có đúng một.", j.h1), layoutHint)
	}
	for _, name := range j.open {
		j.say("html-sai", "thẻ <"+string(name)+"> không được đóng.", layoutHint)
	}
	slices.Sort(j.ids)
	for i := 1; i < len(j.ids); i++ {
		if j.ids[i] == j.ids[i-1] {
			j.say("id-trung", "mã “"+idOf(data, j.ids[i])+"” có hai lần, nên liên kết tới đó có thể đến nhầm chỗ.",
				"Đổi một trong hai tiêu đề cho khác đi. Nếu không phải tiêu đề của bài, nhờ người làm tệp trong layouts/ sửa.")
		}
	}
	j.ids = slices.Compact(j.ids)
	for _, r := range j.local {
		if _, ok := slices.BinarySearch(j.ids, r.id); !ok {
			j.say("lien-ket-gay", "có liên kết tới mục “#"+string(r.text)+"” mà trang không có.", "Sửa phần sau dấu #, hoặc bỏ liên kết.")
		}
	}
	o := j.o
	o.mu.Lock()
	defer o.mu.Unlock()
	o.ids[j.index] = slices.Clone(j.ids)
	for _, a := range j.awaits {
		// The first page by path speaks for all, however pages were scheduled.
		if r, ok := o.awaits[a.await]; !ok || j.index < r.from {
			o.awaits[a.await] = reference{j.index, j.source, a.href}
		}
	}
}

// idOf finds the id behind a hash again, to name it.
func idOf(data []byte, h uint64) string {
	s := scanner{data: data}
	for s.next() {
		if v, ok := s.tag.get("id"); ok && hash(v) == h {
			return string(v)
		}
	}
	return ""
}

func (t *tag) get(name string) ([]byte, bool) {
	for i := range t.attrs {
		if string(t.attrs[i].name) == name {
			return t.attrs[i].value, true
		}
	}
	return nil, false
}

func (t *tag) has(name string) bool {
	_, ok := t.get(name)
	return ok
}

func void(name []byte) bool {
	switch string(name) {
	case "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr":
		return true
	}
	return false
}
