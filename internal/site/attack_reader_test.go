package site_test

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// reader is somebody who keeps every build of a portal and knows by which rules
// it is made. It reads published bytes and nothing else.

// seen is what one build says of one cell.
type seen struct {
	hidden   bool // its row is there and says nothing
	none     bool
	whole    bool
	n, d     *span
	share    *span
	reached  *bool
	notes    []int // numbers in the words beside it
	barShare float64
	bar      bool
}

type span struct{ low, high int }

// page is a build as it was published.
type page struct {
	build   int
	docs    map[string][]byte
	cells   map[place]*seen
	silent  map[string]bool // targets in whose place the sentence stands
	bases   map[string]int  // wholes named in data
	village []string        // words of the section about recognitions, a village each
	strips  [][]int         // years of the squares
	index   string          // the words of /thon/
}

const amount = `(?:từ ([\d.]+) đến ([\d.]+)|([\d.]+))`

// expressions are what the reader looks for.
type expressions struct{ whole, ratio, plain, some, shares, share, note, cell, drawn *regexp.Regexp }

var patterns = newExpressions()

func newExpressions() *expressions {
	return &expressions{
		whole:  regexp.MustCompile(`toàn bộ, ` + amount),
		ratio:  regexp.MustCompile(amount + ` trên tổng số ` + amount),
		plain:  regexp.MustCompile(`(?:^|[^\d,%.])([\d.]+)/[\d.]+ (?:vụ|cơ sở|lượt|người)`),
		some:   regexp.MustCompile(`(?:^|[^\d,%.])` + amount + ` (?:vụ|cơ sở|lượt|người)`),
		shares: regexp.MustCompile(`từ (\d+)% đến (\d+)%`),
		share:  regexp.MustCompile(`(?:^|[^\d,])(\d+)%`),
		note:   regexp.MustCompile(`ộng lại là (\d+)`),
		cell:   regexp.MustCompile(`^\s*([\d.]+)(?:/([\d.]+))?\s`),
		drawn:  regexp.MustCompile(`M0 6h([\d.e+]+)v`),
	}
}

func number(s string) int {
	n, _ := strconv.Atoi(strings.ReplaceAll(s, ".", ""))
	return n
}

func spanOf(m []string) *span {
	if m[2] != "" {
		n := number(m[2])
		return &span{n, n}
	}
	return &span{number(m[0]), number(m[1])}
}

// phrase reads what a piece of text tells of a cell.
func (x expressions) phrase(s *seen, text string) {
	text, _, _ = strings.Cut(text, ", mục tiêu")
	low := strings.ToLower(text)
	if strings.Contains(low, "không phát sinh") {
		s.none = true
	}
	if m := x.whole.FindStringSubmatch(low); m != nil {
		s.whole, s.n = true, spanOf(m[1:4])
	} else if m := x.ratio.FindStringSubmatch(low); m != nil {
		s.n, s.d = spanOf(m[1:4]), spanOf(m[4:7])
	} else if m := x.plain.FindStringSubmatch(low); m != nil {
		s.n = &span{number(m[1]), number(m[1])}
	} else if m := x.some.FindStringSubmatch(low); m != nil {
		s.n = spanOf(m[1:4])
	}
	if m := x.shares.FindStringSubmatch(low); m != nil {
		s.share = &span{number(m[1]), number(m[2])}
	} else if m := x.share.FindStringSubmatch(low); m != nil {
		n := number(m[1])
		s.share = &span{n, n}
	}
	for _, m := range x.note.FindAllStringSubmatch(low, -1) {
		s.notes = append(s.notes, number(m[1]))
	}
}

// open reads a build.
func open(build int, docs map[string][]byte, v *victim) (*page, error) {
	x := *patterns
	p := &page{build: build, docs: docs, cells: map[place]*seen{}, silent: map[string]bool{}, bases: map[string]int{}}
	if err := p.progress(x, docs["tien-do/2026/index.html"], v); err != nil {
		return nil, err
	}
	for name, data := range docs {
		var rows []map[string]string
		switch {
		case !strings.HasPrefix(name, "du-lieu/"):
			continue
		case strings.HasSuffix(name, ".csv"):
			records, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff")))).ReadAll()
			if err != nil {
				return nil, err
			}
			for _, r := range records[1:] {
				row := map[string]string{}
				for i, c := range r {
					row[records[0][i]] = c
				}
				rows = append(rows, row)
			}
		case strings.HasSuffix(name, ".json"):
			var file struct {
				Rows []map[string]any `json:"du_lieu"`
			}
			if json.Unmarshal(data, &file) != nil {
				continue
			}
			for _, r := range file.Rows {
				row := map[string]string{}
				for k, c := range r {
					if c != nil {
						row[k] = fmt.Sprint(c)
					}
				}
				rows = append(rows, row)
			}
		case strings.HasSuffix(name, ".xlsx"):
			rows = workbookRows(data, v)
		}
		for _, row := range rows {
			p.row(x, row)
		}
	}
	// Other pages say the same sentence: the home page, feeds, calendars.
	for name, data := range docs {
		if strings.HasPrefix(name, "du-lieu/") || name == "tien-do/2026/index.html" {
			continue
		}
		text := plainText(data)
		for _, t := range v.targets {
			for rest := text; ; {
				_, after, ok := strings.Cut(rest, t.name+": ")
				if !ok {
					break
				}
				rest = after
				sentence, _, _ := strings.Cut(after, ". ")
				if c := p.last(t.id, v); c != nil {
					x.phrase(c, sentence)
				}
			}
		}
	}
	for i := range v.villages {
		text, years := section(docs[fmt.Sprintf("thon/t%d/index.html", i)], "danh-hieu")
		p.village = append(p.village, text)
		p.strips = append(p.strips, years)
	}
	p.index = plainText(docs["thon/index.html"])
	return p, nil
}

// last is the cell that a sentence without a period speaks of.
func (p *page) last(id string, v *victim) *seen {
	for i := len(v.periods) - 1; i >= 0; i-- {
		if c := p.cells[place{id, v.periods[i]}]; c != nil {
			return c
		}
	}
	return nil
}

func (p *page) row(x expressions, row map[string]string) {
	if id := row["ma"]; id != "" && row["mau_so"] != "" {
		p.bases[id] = number(row["mau_so"])
	}
	at := place{row["chi_tieu"], row["ky"]}
	if at.target == "" || at.period == "" {
		return
	}
	c := p.cells[at]
	if c == nil {
		c = &seen{}
		p.cells[at] = c
	}
	if n := row["tu_so"]; n != "" {
		c.n = &span{number(n), number(n)}
	}
	if n := row["mau_so"]; n != "" {
		c.d = &span{number(n), number(n)}
	}
	for _, s := range row {
		x.phrase(c, s)
	}
}

// workbookRows reads a workbook without knowing its columns: each row as one
// text that names a target and a period.
func workbookRows(data []byte, v *victim) []map[string]string {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil
	}
	var shared []string
	var sheets [][]byte
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			continue
		}
		part, _ := io.ReadAll(r)
		r.Close()
		switch {
		case strings.HasSuffix(f.Name, "sharedStrings.xml"):
			for _, s := range bytes.Split(part, []byte("<si>"))[1:] {
				shared = append(shared, plainText(s))
			}
		case strings.Contains(f.Name, "worksheets/"):
			sheets = append(sheets, part)
		}
	}
	value := regexp.MustCompile(`(?s)<c [^>]*?(t="s")?[^>]*>(.*?)</c>`)
	var out []map[string]string
	for _, sheet := range sheets {
		for _, line := range bytes.Split(sheet, []byte("<row")) {
			var words []string
			for _, m := range value.FindAllSubmatch(line, -1) {
				text := plainText(m[2])
				if i, err := strconv.Atoi(text); err == nil && len(m[1]) > 0 && i < len(shared) {
					text = shared[i]
				}
				words = append(words, text)
			}
			row := map[string]string{}
			for _, w := range words {
				for _, t := range v.targets {
					if w == t.id {
						row["chi_tieu"] = w
					}
				}
				for _, period := range v.periods {
					if w == period {
						row["ky"] = w
					}
				}
			}
			row["words"] = strings.Join(words, "; ")
			out = append(out, row)
		}
	}
	return out
}

// progress reads the page of the targets: words, tables, marks and drawings.
func (p *page) progress(x expressions, data []byte, v *victim) error {
	doc, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		return err
	}
	for node := range doc.Descendants() {
		id := attribute(node, "id")
		if node.Type != html.ElementNode || attribute(node, "class") != "chi-tieu" || id == "" {
			continue
		}
		text := words(node)
		// The sentence stands in the place of a target, or of one period in its table.
		if head, _, _ := strings.Cut(text, "Xem bảng"); strings.Contains(head, "Không công bố vì số quá nhỏ") {
			p.silent[id] = true
			continue
		}
		var now *seen
		for tr := range node.Descendants() {
			if tr.Type != html.ElementNode || tr.Data != "tr" {
				continue
			}
			for _, period := range v.periods {
				day := strings.TrimPrefix(period[5:], "0") + "/" + period[:4]
				line := words(tr)
				if !strings.Contains(line, "28/"+day) && !strings.Contains(line, "28/0"+day) {
					continue
				}
				c := &seen{}
				p.cells[place{id, period}] = c
				_, line, _ = strings.Cut(line, "/2026")
				if strings.Contains(line, "Không công bố") || strings.Contains(line, "Chưa có số liệu") {
					c.hidden = true
				}
				x.phrase(c, line)
				if m := x.cell.FindStringSubmatch(line + " "); m != nil {
					c.n = &span{number(m[1]), number(m[1])}
				}
				if !c.hidden {
					now = c
				}
			}
		}
		if now == nil {
			continue
		}
		x.phrase(now, text[:max(0, strings.Index(text, "Xem bảng"))])
		reached := strings.Contains(text, "Đã hoàn thành") || strings.Contains(text, "Đang giữ vững")
		now.reached = &reached
		for path := range node.Descendants() {
			if path.Type == html.ElementNode && path.Data == "path" && strings.HasPrefix(attribute(path, "class"), "day") {
				if m := x.drawn.FindStringSubmatch(attribute(path, "d")); m != nil {
					length, _ := strconv.ParseFloat(m[1], 64)
					now.bar, now.barShare = true, length/300
				}
			}
		}
	}
	return nil
}

// section is the words of a part of a page, and the years of its squares.
func section(data []byte, id string) (string, []int) {
	doc, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		return "", nil
	}
	for node := range doc.Descendants() {
		if node.Type != html.ElementNode || node.Data != "section" || attribute(node, "aria-labelledby") != id {
			continue
		}
		var years []int
		for li := range node.Descendants() {
			if li.Type == html.ElementNode && li.Data == "li" {
				drawn := false
				for svg := range li.Descendants() {
					drawn = drawn || svg.Data == "svg"
				}
				if y := number(strings.TrimSpace(words(li))); drawn && y > 0 {
					years = append(years, y)
				}
			}
		}
		return words(node), years
	}
	return "", nil
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// words are the text and the labels of a node.
func words(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
			b.WriteByte(' ')
		}
		if label := attribute(d, "aria-label"); label != "" {
			b.WriteString(label)
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

func plainText(data []byte) string {
	doc, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		return string(data)
	}
	return words(doc)
}

// near reports whether a length drawn to a tenth of a unit can be a share.
func near(drawn, share float64) bool {
	return math.Abs(drawn-min(1, share)) < 0.1/300+1e-9 || drawn*300 <= 2
}
