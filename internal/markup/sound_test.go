package markup

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"thonlanh/internal/diag"
)

func parse(t testing.TB, mode Mode, text string) (*Document, diag.List) {
	t.Helper()
	src, list := diag.NewSource("a.md", []byte(text))
	if src == nil {
		t.Fatalf("source: %v", list)
	}
	d, list := Parse(src, 0, Options{Mode: mode})
	if err := sound(d, mode); err != nil {
		t.Errorf("%v\n%s", err, d.HTML)
	}
	return d, list
}

func ids(d *Document) []string {
	var out []string
	for _, u := range d.Units {
		out = append(out, u.ID)
	}
	return out
}

// brief writes problems as "line:column severity rule".
func brief(list diag.List) string {
	var b strings.Builder
	for _, p := range list {
		fmt.Fprintf(&b, "%d:%d %v %s\n", p.Line, p.Column, p.Severity, p.Rule)
	}
	return strings.TrimSpace(b.String())
}

// visible is the text of a document as a reader sees it, without the marks of
// the units and with single spaces.
func visible(t testing.TB, d *Document) string {
	t.Helper()
	root, err := html.Parse(strings.NewReader(d.HTML))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for n := range root.Descendants() {
		if n.Type == html.TextNode && class(n.Parent) != "neo" && class(n.Parent) != "ve" {
			b.WriteString(n.Data)
		}
		if n.Type == html.ElementNode && n.DataAtom != atom.Strong && n.DataAtom != atom.Em && n.DataAtom != atom.Span && n.DataAtom != atom.A && n.DataAtom != atom.Code {
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

func class(n *html.Node) string {
	for _, a := range n.Attr {
		if a.Key == "class" {
			return a.Val
		}
	}
	return ""
}

// sound checks what holds of every document: only known elements and
// attributes, unique ids that are all listed, blocks or sections that cut the
// HTML between whole elements, units whose parents come first.
func sound(d *Document, mode Mode) error {
	found, err := elements(d.HTML)
	if err != nil {
		return err
	}
	slices.Sort(found)
	if !slices.Equal(found, d.IDs) {
		return fmt.Errorf("ids in HTML %q, listed %q", found, d.IDs)
	}
	for i := 1; i < len(found); i++ {
		if found[i] == found[i-1] {
			return fmt.Errorf("id %q twice", found[i])
		}
	}
	for i, u := range d.Units {
		if u.Parent >= i || u.Parent < -1 || u.Parent >= 0 && u.Depth != d.Units[u.Parent].Depth+1 || u.Parent < 0 && u.Depth != 0 {
			return fmt.Errorf("unit %d (%s) has parent %d, depth %d", i, u.ID, u.Parent, u.Depth)
		}
		if _, ok := slices.BinarySearch(d.IDs, u.ID); !ok || u.ID == "" {
			return fmt.Errorf("unit %q is not in HTML", u.ID)
		}
		if d.Cite(i) == "" || u.Label == "" || u.Pos.Line < 1 {
			return fmt.Errorf("unit %q without citation, label or place", u.ID)
		}
	}
	var cuts [][2]int
	for _, b := range d.Blocks {
		cuts = append(cuts, [2]int{b.Start, b.End})
		if b.Unit < -1 || b.Unit >= len(d.Units) {
			return fmt.Errorf("block of unit %d", b.Unit)
		}
	}
	at := 0
	for _, c := range cuts {
		if c[0] != at || c[1] <= at {
			return fmt.Errorf("block %v after %d", c, at)
		}
		at = c[1]
	}
	if mode != Prose && at != len(d.HTML) || mode == Prose && len(d.Sections) == 0 {
		return fmt.Errorf("blocks end at %d of %d", at, len(d.HTML))
	}
	for _, s := range d.Sections {
		if s.Start < at || s.End < s.Start || s.End > len(d.HTML) {
			return fmt.Errorf("section %+v after %d of %d", s, at, len(d.HTML))
		}
		at = s.End
		cuts = append(cuts, [2]int{s.Start, s.End})
	}
	for _, c := range cuts {
		if err := balanced(d.HTML[c[0]:c[1]]); err != nil {
			return err
		}
	}
	return nil
}

// elements returns the ids of a document and refuses what the renderer does
// not write.
func elements(doc string) (ids []string, err error) {
	known := map[string]string{
		"p": "class id", "h2": "class id", "h3": "class id", "h4": "class id", "h5": "class id", "h6": "class id",
		"a": "class href id aria-label title rel", "span": "class", "strong": "", "em": "", "code": "", "br": "", "hr": "",
		"pre": "tabindex", "blockquote": "", "ul": "", "ol": "start", "li": "id value", "sup": "", "section": "class aria-label",
		"div": "class tabindex role aria-label", "table": "", "thead": "", "tbody": "", "tr": "", "th": "scope class", "td": "class",
		"img": "src alt title loading", "figure": "", "figcaption": "",
	}
	z := html.NewTokenizer(strings.NewReader(doc))
	for {
		switch tt := z.Next(); tt {
		case html.ErrorToken:
			return ids, nil
		case html.CommentToken, html.DoctypeToken:
			return nil, fmt.Errorf("a comment or declaration in HTML: %s", z.Raw())
		case html.StartTagToken, html.SelfClosingTagToken:
			tok := z.Token()
			attrs, ok := known[tok.Data]
			if !ok {
				return nil, fmt.Errorf("element %s", tok)
			}
			for _, a := range tok.Attr {
				if !slices.Contains(strings.Fields(attrs), a.Key) {
					return nil, fmt.Errorf("attribute %s in %s", a.Key, tok)
				}
				if v := strings.ToLower(strings.TrimSpace(a.Val)); (a.Key == "href" || a.Key == "src") &&
					(strings.HasPrefix(v, "javascript:") || strings.HasPrefix(v, "data:") || strings.HasPrefix(v, "vbscript:")) {
					return nil, fmt.Errorf("address %s", a.Val)
				}
				if a.Key == "id" {
					ids = append(ids, a.Val)
				}
			}
		}
	}
}

// balanced reports an element that is not opened and closed within s.
func balanced(s string) error {
	var open []string
	z := html.NewTokenizer(strings.NewReader(s))
	for {
		switch z.Next() {
		case html.ErrorToken:
			if len(open) > 0 {
				return fmt.Errorf("not closed: %v in %.200q", open, s)
			}
			return nil
		case html.StartTagToken:
			switch name := z.Token().Data; name {
			case "br", "hr", "img":
			default:
				open = append(open, name)
			}
		case html.EndTagToken:
			name := z.Token().Data
			if len(open) == 0 || open[len(open)-1] != name {
				return fmt.Errorf("</%s> closes %v in %.200q", name, open, s)
			}
			open = open[:len(open)-1]
		}
	}
}
