package intake

import "strings"

// writeClosing writes the recipients and the signature in the form in which
// markup reads them.
func (d *draft) writeClosing(c *closing) {
	w := &d.out
	list := false
	for _, p := range c.recipients {
		s := w.inline(p, 0)
		if !hasWord(s) {
			continue
		}
		if !startsDash(s) {
			w.paragraph(p.at, s)
			list = false
			continue
		}
		if s[0] == '*' || s[0] == '\\' {
			s = "-" + strings.TrimLeft(s, "\\*")
		}
		if list {
			w.mark(p.at)
			w.add(s)
		} else {
			w.paragraph(p.at, s)
		}
		list = true
	}
	var offices []string
	at := 0
	flush := func() {
		if len(offices) > 0 {
			w.paragraph(at, "**"+strings.Join(offices, "\n")+"**")
		}
		offices = nil
	}
	signed := false
	for _, p := range c.signature {
		s := w.inline(p, 0)
		if !hasWord(s) {
			continue
		}
		if isPostLike(s) && canEmphasise(s) {
			if len(offices) == 0 {
				at = p.at
			}
			w.mark(p.at)
			offices = append(offices, s)
			continue
		}
		flush()
		if isSigned(s) {
			if signed {
				d.dropped = append(d.dropped, p.text())
				continue // the mark of a signature and the name in whose place it stands
			}
			signed = true
		}
		w.paragraph(p.at, escapeStart(s))
	}
	flush()
}
