package intake

import "strings"

// typedBold makes bold of what somebody typed between pairs of **, also over
// neighbouring paragraphs, as text that came from a chat or a web form has it.
// Stars without a partner stay stars.
func (p *paper) typedBold() {
	for i := 0; i < len(p.blocks); i++ {
		x := p.blocks[i].para
		if x == nil {
			continue
		}
		n := strings.Count(plainSpans(x.spans), "**")
		switch {
		case n == 0:
		case n%2 == 0:
			x.unstar(false)
		default:
			end := i + 1
			for end < len(p.blocks) && end < i+4 && p.blocks[end].para != nil && strings.Count(plainSpans(p.blocks[end].para.spans), "**") == 0 {
				end++
			}
			if end >= len(p.blocks) || end == i+4 || p.blocks[end].para == nil || strings.Count(plainSpans(p.blocks[end].para.spans), "**")%2 == 0 {
				continue
			}
			bold := x.unstar(false)
			for j := i + 1; j <= end; j++ {
				bold = p.blocks[j].para.unstar(bold)
			}
			i = end
		}
	}
}

// unstar takes the pairs of stars from a paragraph and says whether it ends in
// bold.
func (p *para) unstar(bold bool) bool {
	var out []span
	for _, s := range p.spans {
		for k, part := range strings.Split(s.text, "**") {
			if k > 0 {
				bold = !bold
			}
			if part != "" || s.note > 0 {
				one := s
				one.text, one.bold = part, s.bold || bold
				out = append(out, one)
			}
		}
	}
	p.spans = out
	return bold
}
