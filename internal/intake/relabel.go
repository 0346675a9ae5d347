package intake

import (
	"regexp"
	"strings"

	"thonlanh/internal/markup"
)

// oddLabel is a way of writing a label that the portal does not read as one,
// with the sign that it reads.
type oddLabel struct {
	form *regexp.Regexp // the mark, and what stands for its sign
	sign string
	said string
}

func oddLabels() [4]oddLabel {
	return [...]oddLabel{
		{regexp.MustCompile(`^([IVX]{1,5})\s?[-–)]\s+`), ". ", "“I-”, “I)” thành “I.”"},
		{regexp.MustCompile(`^(\d{1,2}(?:\.\d{1,2})*)\s?[-–)]\s+`), ". ", "“1-”, “1)” thành “1.”"},
		{regexp.MustCompile(`^([a-zđ])(?:\s?[-–]|\.)\s+`), ") ", "“a-”, “a.” thành “a)”"},
		{regexp.MustCompile(`^([●○▪■□►➢➤♦◆✓✔❖·])\s*`), "- ", "dấu chấm tròn, vuông đầu dòng thành “-”"},
	}
}

// relabel writes labels of another fashion ("I- ", "1) ", "a. ") as those that
// the portal reads, where a document has at least two of a kind: one alone may
// be anything. Only the sign after the number changes, and the report says so.
func (d *draft) relabel() {
	if d.kind != "ke-hoach" && d.kind != "van-ban" {
		return
	}
	for k, odd := range oddLabels() {
		var found []*para
		marks := map[string]bool{}
		for _, b := range d.blocks {
			if b.para == nil {
				continue
			}
			text := b.para.head()
			if _, _, read := markup.PrintedLabel(text, markup.Plan); read {
				continue
			}
			if m := odd.form.FindStringSubmatch(text + " "); m != nil && len(m[0]) < len(text) {
				found = append(found, b.para)
				marks[m[1]] = true
			}
		}
		if len(found) < 2 || k < 3 && len(marks) < 2 {
			continue
		}
		n := 0
		for _, p := range found {
			if p.relabel(odd, k == 3) {
				n++
			}
		}
		if n > 0 {
			d.relabelled = append(d.relabelled, relabelled{n, odd.said})
		}
	}
}

// relabelled counts the labels of one fashion.
type relabelled struct {
	n    int
	said string
}

// relabel changes the label of one paragraph, be it typed or automatic.
func (p *para) relabel(odd oddLabel, bullet bool) bool {
	put := func(s string) string {
		m := odd.form.FindStringSubmatch(s)
		if bullet {
			return odd.sign + s[len(m[0]):]
		}
		return m[1] + odd.sign + s[len(m[0]):]
	}
	if p.label != "" {
		if s := p.label + " "; odd.form.MatchString(s) {
			p.label = strings.TrimSpace(put(s))
			return true
		}
		return false
	}
	if len(p.spans) == 0 {
		return false
	}
	s := strings.TrimLeft(p.spans[0].text, " \t")
	if !odd.form.MatchString(s) {
		return false
	}
	p.spans[0].text = put(s)
	return true
}
