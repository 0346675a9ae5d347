package thonlanh_test

import (
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"thonlanh/internal/build"
)

// below gives the elements under a node that a test picks.
func below(n *html.Node, pick func(*html.Node) bool) []*html.Node {
	var out []*html.Node
	for c := range n.Descendants() {
		if c.Type == html.ElementNode && pick(c) {
			out = append(out, c)
		}
	}
	return out
}

func ofClass(name string) func(*html.Node) bool {
	return func(n *html.Node) bool { return hasClass(n, name) }
}

func ofTag(name string) func(*html.Node) bool {
	return func(n *html.Node) bool { return n.Data == name }
}

// The eight targets of the plan of 2020, each with a sentence, a state, a day,
// a source and the clause it rests on; the one whose figures are not published
// with that said in their place.
func TestSampleShowsEightTargets(t *testing.T) {
	files := tree(t, publish(t, build.Options{}))
	page := parse(t, "tien-do/2020", files["tien-do/2020/index.html"])
	plan := string(files["ke-hoach/2020/index.html"])
	blocks := below(page, ofClass("chi-tieu"))
	if len(blocks) != 8 {
		t.Fatalf("%d targets", len(blocks))
	}
	day := regexp.MustCompile(`Số liệu đến ngày \d{2}/\d{1,2}/\d{4}\.$`)
	withheld := 0
	for _, b := range blocks {
		name := words(below(b, ofTag("h3"))[0], nil)
		links := below(b, ofTag("a"))
		if len(links) == 0 {
			t.Errorf("%s: no clause", name)
			continue
		}
		if _, unit, _ := strings.Cut(attr(links[0], "href"), "#"); unit == "" || !strings.Contains(plan, `id="`+unit+`"`) {
			t.Errorf("%s: the clause %q is not in the plan", name, attr(links[0], "href"))
		}
		drawn := below(b, ofTag("svg"))
		if strings.Contains(words(b, nil), "Không công bố vì số quá nhỏ, để bảo vệ người liên quan.") {
			withheld++
			if len(drawn) > 0 || len(below(b, ofTag("table"))) > 0 || strings.Contains(words(b, nil), "%") {
				t.Errorf("%s: figures that are not published are shown", name)
			}
			continue
		}
		sentence := strings.ReplaceAll(attr(drawn[0], "aria-label"), "\u00a0", " ")
		if len(drawn) != 1 || attr(drawn[0], "role") != "img" || !strings.HasPrefix(sentence, name+": ") || !day.MatchString(sentence) {
			t.Errorf("%s: the bar says %q", name, sentence)
		}
		state := below(b, ofClass("huy"))
		if len(state) != 1 || words(state[0], nil) == "" {
			t.Errorf("%s: no state", name)
		}
		if !strings.Contains(words(b, nil), "Nguồn: ") {
			t.Errorf("%s: no source", name)
		}
		caption := below(b, ofTag("caption"))
		if len(caption) != 1 || words(caption[0], nil) != sentence || len(below(b, ofTag("tbody"))) != 1 {
			t.Errorf("%s: no table with the sentence", name)
		}
	}
	if withheld != 1 {
		t.Errorf("%d targets are not published, want the one about cases", withheld)
	}
}

// Each thing that can be said of a figure is said somewhere in the sample.
func TestSampleShowsEveryState(t *testing.T) {
	files := tree(t, publish(t, build.Options{}))
	for name, want := range map[string][]string{
		"tien-do/2020/index.html":       {"Kết quả năm 2020", "mẫu số suy luận", "Đã đính chính ngày 20/11/2020: 1.986 → 1.968.", "Chỉ tiêu phấn đấu.", "Chỉ tiêu bắt buộc.", "Đã giữ vững", "Đã hoàn thành", "Đã xong", "Không công bố vì số quá nhỏ"},
		"tien-do/2026/index.html":       {"Tiến độ năm 2026", "26/24 buổi, vượt mục tiêu 2 buổi", "108%", "Đúng tiến độ", "Cần đẩy nhanh", "Đang giữ vững", "nên đường để hở", "Theo thôn", "Theo tháng", "Cách tính"},
		"ke-hoach/2026/viec/index.html": {"5/14 đơn vị đã gửi.", "14/14 đơn vị đã gửi."},
	} {
		text := words(parse(t, name, files[name]), nil)
		for _, s := range want {
			if !strings.Contains(text, s) {
				t.Errorf("%s does not say %q", name, s)
			}
		}
	}
}
