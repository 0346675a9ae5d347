package thonlanh_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"thonlanh/internal/build"
)

// What the office writes beside and below the words of a plan, and the marks
// that link to its places.
var notOfThePlan = [...]string{"neo", "xa", "ai-lam"}

func hasClass(n *html.Node, class string) bool {
	return slices.Contains(strings.Fields(attr(n, "class")), class)
}

func find(n *html.Node, match func(*html.Node) bool) *html.Node {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && match(d) {
			return d
		}
	}
	return nil
}

// words is the text of a node as one line, each block apart from the next.
func words(n *html.Node, without func(*html.Node) bool) string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		switch {
		case n.Type == html.TextNode:
			b.WriteString(n.Data)
			return
		case n.Type == html.ElementNode && without != nil && without(n):
			return
		}
		block := n.Type == html.ElementNode && slices.Contains([]string{"p", "div", "li", "h2", "h3", "h4", "br", "td", "th"}, n.Data)
		if block {
			b.WriteByte(' ')
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
		if block {
			b.WriteByte(' ')
		}
	}
	walk(n)
	return fold(b.String())
}

// fold makes any white space, the unbreakable included, one space.
func fold(s string) string { return strings.Join(strings.Fields(s), " ") }

// The plan that this portal was made for stands on its page word by word, in
// its order, with its own slips and its own numbers.
func TestPlanOf2020IsGivenAsIssued(t *testing.T) {
	files := tree(t, publish(t, build.Options{}))
	const name = "ke-hoach/2020/index.html"
	page := parse(t, name, files[name])
	box := find(page, func(n *html.Node) bool { return hasClass(n, "nguyen-van") })
	if box == nil {
		t.Fatal("no verbatim text on the page")
	}
	got := words(box, func(n *html.Node) bool {
		return slices.ContainsFunc(notOfThePlan[:], func(c string) bool { return hasClass(n, c) })
	})
	seed, err := os.ReadFile("testdata/ke-hoach-2020.txt")
	if err != nil {
		t.Fatal(err)
	}

	at, sentences := 0, 0
	for paragraph := range strings.SplitSeq(string(seed), "\n") {
		for sentence := range strings.SplitSeq(fold(paragraph), ". ") {
			if sentence == "" {
				continue
			}
			sentences++
			i := strings.Index(got[at:], sentence)
			if i < 0 {
				t.Errorf("missing, or not in its place: %s", sentence)
				continue
			}
			at += i + len(sentence)
		}
	}
	if sentences < 100 {
		t.Errorf("only %d sentences compared", sentences)
	}
	// And nothing is added but the mark that stands for the signer's name.
	if want := fold(string(seed)) + " (đã ký)"; got != want {
		i := 0
		for i < min(len(got), len(want)) && got[i] == want[i] {
			i++
		}
		t.Errorf("the text differs from byte %d on:\n got %.300s\nwant %.300s", i, got[max(0, i-80):], want[max(0, i-80):])
	}
	for _, slip := range []string{"Phần đầu 90%", "để phát sinh", "apphich", "Lòng ghép", "BCD, PCTNXH", "hoà nhập", "văn hoá"} {
		if !strings.Contains(got, slip) {
			t.Errorf("the slip %q was mended", slip)
		}
	}
}

func TestPlanOf2020KeepsItsNumbers(t *testing.T) {
	files := tree(t, publish(t, build.Options{}))
	const name = "ke-hoach/2020/index.html"
	page := parse(t, name, files[name])
	labels := map[string]string{}
	var ids, marks []string
	for n := range page.Descendants() {
		id := attr(n, "id")
		if hasClass(n, "neo") {
			marks = append(marks, strings.TrimPrefix(attr(n, "href"), "#"))
		}
		if n.Type != html.ElementNode || !strings.HasPrefix(id, "muc-") {
			continue
		}
		ids = append(ids, id)
		if label := find(n, func(n *html.Node) bool { return hasClass(n, "nhan") }); label != nil {
			labels[id] = words(label, nil)
		}
	}
	// A mark stands at the last word of its unit, so the marks come in the
	// order of the units.
	if diff := cmp.Diff(ids, marks); diff != "" {
		t.Errorf("units and the marks that link to them (-units +marks):\n%s", diff)
	}
	for id, label := range map[string]string{
		"muc-i": "I.", "muc-i-y-1": "-", "muc-i-y-8": "-", "muc-ii": "II.", "muc-ii-1": "1.", "muc-ii-2-y-2": "-",
		"muc-ii-3-y-4": "-", "muc-ii-7": "7.", "muc-iii": "III.", "muc-iii-1": "1.", "muc-iii-1-y-5": "-",
		"muc-iii-2-y-4": "-", "muc-iii-3-y-4": "-", "muc-iii-4": "4.", "muc-iii-7": "7.",
		"muc-iii-9": "9.", "muc-iii-9-y-1": "-", "muc-iii-9-y-2": "-",
		"muc-iv": "IV.", "muc-iv-1": "1.", "muc-iv-2": "2.", "muc-iv-3": "3.",
	} {
		if labels[id] != label {
			t.Errorf("%s is labelled %q, want %q", id, labels[id], label)
		}
	}
	if i := slices.Index(ids, "muc-iii-9"); i < 1 || ids[i-1] != "muc-iii-7" || slices.Contains(ids, "muc-iii-8") {
		t.Error("after III.7 the plan goes on with III.9")
	}
	if slices.Contains(ids, "muc-i-y-9") || slices.Contains(ids, "muc-v") || slices.Contains(ids, "muc-iii-10") {
		t.Error("a unit that the plan does not have")
	}
	notes := words(page, nil)
	if !strings.Contains(notes, "bản gốc in “Lòng ghép”, đúng là “Lồng ghép”") {
		t.Error("a slip is not explained")
	}
}
