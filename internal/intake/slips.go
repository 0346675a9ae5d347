package intake

import (
	"strings"

	"thonlanh/internal/proof"
)

// slips has the text read by a proof-reader.
func (d *draft) slips() []proof.Slip {
	var paras []proof.Paragraph
	add := func(p *para, recipients bool) {
		x := proof.Paragraph{Recipients: recipients}
		var b strings.Builder
		at := p.at
		if p.label != "" {
			b.WriteString(p.label + " ")
		}
		for _, s := range p.spans {
			if s.at > 0 && s.at != at {
				x.Pieces = append(x.Pieces, proof.Piece{At: at, Text: b.String()})
				b.Reset()
				at = s.at
			}
			b.WriteString(s.text)
		}
		x.Pieces = append(x.Pieces, proof.Piece{At: at, Text: b.String()})
		paras = append(paras, x)
	}
	for _, p := range d.head.title {
		add(p, false)
	}
	for _, b := range d.blocks {
		if c := b.closing; c != nil {
			for _, p := range c.recipients {
				add(p, true)
			}
			continue
		}
		eachPara([]block{b}, func(p *para) { add(p, false) })
	}
	return proof.Find(paras)
}
