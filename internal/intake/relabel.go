package intake

import (
	"regexp"
	"strings"
)

// bullets are signs at the head of a line that stand for a dash.
var bullets = regexp.MustCompile(`^[●○▪■□►➢➤♦◆✓✔❖·]\s*`)

// relabel writes the bullets of a word processor as dashes, where a document
// has at least two of them: one alone may be anything. A bullet is a drawing
// and no printed mark; labels of every other fashion stay as they are.
func (d *draft) relabel() {
	if d.kind != "ke-hoach" && d.kind != "van-ban" {
		return
	}
	var found []*para
	for _, b := range d.blocks {
		if b.para == nil {
			continue
		}
		if s := b.para.head(); bullets.MatchString(s) && len(bullets.FindString(s)) < len(s) {
			found = append(found, b.para)
		}
	}
	if len(found) < 2 {
		return
	}
	for _, p := range found {
		if p.dash() {
			d.dashed++
		}
	}
}

// dash makes a dash of the bullet of one paragraph, be it typed or automatic.
func (p *para) dash() bool {
	if p.label != "" {
		if bullets.MatchString(p.label + " ") {
			p.label = "-"
			return true
		}
		return false
	}
	if len(p.spans) == 0 {
		return false
	}
	s := strings.TrimLeft(p.spans[0].text, " \t")
	if !bullets.MatchString(s) {
		return false
	}
	p.spans[0].text = "- " + s[len(bullets.FindString(s)):]
	return true
}
