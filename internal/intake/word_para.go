package intake

import (
	"encoding/xml"
	"strings"
)

// building is a paragraph that is being read: one para for each line that was
// broken by hand.
type building struct {
	paras   []*para
	look    look
	num     numbered
	styleID string
	heading int
	centred bool
	deleted bool // its mark: what follows belongs to it
	link    string
}

func (b *building) last() *para { return b.paras[len(b.paras)-1] }

func (b *building) add(s span) {
	p := b.last()
	if n := len(p.spans); n > 0 && len(p.spans[n-1].text) < maxPiece && sameForm(p.spans[n-1], s) && p.spans[n-1].font == s.font && p.spans[n-1].hidden == s.hidden {
		p.spans[n-1].text += s.text
		return
	}
	p.spans = append(p.spans, s)
}

// paragraph reads one paragraph. It is nothing where its mark was deleted and
// its words go on in the next.
func (r *word) paragraph() ([]*para, error) {
	b := &building{paras: []*para{{}}, look: r.styles.look(""), num: numbered{level: -1}}
	b.num = b.look.num
	b.heading, b.centred = b.look.outline, b.look.centred
	contents := r.inContents()
	err := r.children(func(e xml.StartElement) error {
		if e.Name.Local == "pPr" {
			return r.paraProperties(b)
		}
		return r.inline(e, b)
	})
	if err != nil {
		return nil, err
	}
	// The code of a field ends in its paragraph; one that was never closed must
	// not swallow the rest of the document.
	for i, f := range r.fields {
		if !f.result {
			r.fields = r.fields[:i]
			break
		}
	}
	contents = contents || r.inContents() || strings.HasPrefix(b.look.name, "toc ")
	if r.quiet > 0 {
		r.heard.WriteString(" ")
		return nil, nil
	}
	if b.deleted && !r.aside {
		for i, p := range b.paras {
			if i > 0 {
				r.carried = append(r.carried, span{text: " "})
			}
			r.carried = append(r.carried, p.spans...)
		}
		return nil, nil
	}
	if len(r.carried) > 0 && !r.aside {
		b.paras[0].spans = append(r.carried, b.paras[0].spans...)
		r.carried = nil
	}
	for i, p := range b.paras {
		p.heading, p.centred, p.soft = b.heading, b.centred, i > 0
		if contents {
			if hasWord(p.words()) {
				r.leave("mục lục (cổng tự làm)", p.words())
			}
			p.spans = nil
		}
	}
	first := b.paras[0]
	if !r.aside && !contents && b.num.list != "" {
		first.label = r.lists.next(b.num, b.styleID, r.styles)
		if first.empty() || !hasWord(first.words()) && !first.hasNote() && len(b.paras) == 1 && !hasWord(first.label) {
			first.label = "" // a bullet without words
		}
	}
	var out []*para
	for _, p := range b.paras {
		out = append(out, r.number(p))
	}
	return out, nil
}

// number gives a paragraph with words its place.
func (r *word) number(p *para) *para {
	if !p.empty() {
		r.paras++
	}
	p.at = max(1, r.paras)
	return p
}

func (r *word) paraProperties(b *building) error {
	own := numbered{level: -1}
	var outlineHere *int
	err := r.children(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "pStyle":
			b.styleID = attr(e, "val")
			b.look = r.styles.look(b.styleID)
			b.num, b.heading, b.centred = b.look.num, b.look.outline, b.look.centred
		case "numPr":
			return readNumPr(r.walker, &own)
		case "jc":
			b.centred = attr(e, "val") == "center"
		case "outlineLvl":
			n := outline(e)
			outlineHere = &n
		case "rPr":
			return r.children(func(e xml.StartElement) error {
				if e.Name.Local == "del" || e.Name.Local == "moveFrom" {
					b.deleted = true
				}
				return r.skip()
			})
		}
		return r.skip()
	})
	if own.list != "" {
		b.num.list = own.list
		if own.level < 0 {
			own.level = b.num.level
		}
	}
	if own.level >= 0 {
		b.num.level = own.level
	}
	if b.num.list == "0" {
		b.num.list = ""
	}
	if outlineHere != nil {
		b.heading = *outlineHere
	}
	return err
}

// inline reads one element inside a paragraph.
func (r *word) inline(e xml.StartElement, b *building) error {
	inside := func(e xml.StartElement) error { return r.inline(e, b) }
	switch e.Name.Local {
	case "r":
		return r.run(b)
	case "hyperlink":
		link := b.link
		if to := r.links[attr(e, "id")]; strings.HasPrefix(to, "http://") || strings.HasPrefix(to, "https://") {
			if !strings.ContainsAny(to, "<> \t\n|\\") && len(to) < 2000 {
				b.link = to
			}
		}
		err := r.children(inside)
		b.link = link
		return err
	case "fldSimple":
		code := strings.ToUpper(strings.TrimSpace(attr(e, "instr")))
		if strings.HasPrefix(code, "TOC") {
			return r.unheard("mục lục (cổng tự làm)", func() error { return r.children(inside) })
		}
		return r.children(inside)
	case "ins", "moveTo", "smartTag", "sdtContent", "customXml", "dir", "bdo", "ruby", "rubyBase", "rt":
		return r.children(inside)
	case "del", "moveFrom":
		return r.deleted(inside)
	case "sdt":
		return r.control(inside)
	case "AlternateContent":
		return r.alternate(inside)
	case "oMath", "oMathPara":
		return r.math(b.last())
	case "drawing", "pict", "object":
		return r.drawing(e)
	}
	return r.skip()
}

// run reads a stretch of letters in one form.
func (r *word) run(b *building) error {
	f := b.look.form
	put := func(s string) error {
		if !r.shown() {
			if hasWord(s) {
				r.leave("chữ trong mã của một trường (field)", s)
			}
			return nil
		}
		if is(f.capitals) {
			s = strings.ToUpper(s)
		}
		s, err := r.say(s)
		if s == "" || err != nil {
			return err
		}
		if is(f.hidden) {
			r.leave("chữ ẩn (không in ra)", s)
			return nil
		}
		b.add(span{text: s, bold: is(f.bold), italic: is(f.italic), raised: f.raised, font: f.font, link: b.link})
		return nil
	}
	var visit func(e xml.StartElement) error
	visit = func(e xml.StartElement) error {
		switch e.Name.Local {
		case "rPr":
			own := form{}
			if err := r.styles.readForm(r.walker, &own); err != nil {
				return err
			}
			f = own.over(b.look.form)
			return nil
		case "t", "delText":
			s, err := r.text(maxText)
			if err != nil {
				return err
			}
			return put(s)
		case "tab", "ptab":
			if err := put("\t"); err != nil {
				return err
			}
		case "br", "cr":
			if r.quiet == 0 && r.shown() {
				if r.blocks++; r.blocks > maxBlocks {
					return tooLarge("too many lines")
				}
				b.paras = append(b.paras, &para{})
			}
			if r.quiet > 0 {
				r.heard.WriteString(" ")
			}
		case "noBreakHyphen":
			if err := put("-"); err != nil {
				return err
			}
		case "softHyphen":
			if err := put("\u00ad"); err != nil {
				return err
			}
		case "sym":
			if err := put(r.symbol(e)); err != nil {
				return err
			}
		case "fldChar":
			r.field(e)
		case "instrText":
			s, err := r.text(maxText)
			if n := len(r.fields); n > 0 && err == nil && len(r.fields[n-1].code) < 200 {
				r.fields[n-1].code += s
			}
			return err
		case "footnoteReference":
			r.mark("f"+attr(e, "id"), b)
		case "endnoteReference":
			r.mark("e"+attr(e, "id"), b)
		case "drawing", "pict", "object":
			return r.drawing(e)
		case "AlternateContent":
			return r.alternate(visit)
		case "ruby", "rt", "rubyBase":
			return r.children(func(e xml.StartElement) error { return r.inline(e, b) })
		case "ins", "sdt", "sdtContent", "smartTag":
			return r.children(visit)
		}
		return r.skip()
	}
	return r.children(visit)
}

// field follows the marks of a field: begin, separate, end.
func (r *word) field(e xml.StartElement) {
	n := len(r.fields)
	switch attr(e, "fldCharType") {
	case "begin":
		if n < 100 {
			r.fields = append(r.fields, fieldAt{})
		}
	case "separate":
		if n > 0 {
			f := &r.fields[n-1]
			f.result = true
			f.contents = strings.HasPrefix(strings.ToUpper(strings.TrimSpace(f.code)), "TOC")
		}
	case "end":
		if n > 0 {
			r.fields = r.fields[:n-1]
		}
	}
}

// mark puts the mark of a note into the text.
func (r *word) mark(key string, b *building) {
	if _, ok := r.notes[key]; !ok || r.quiet > 0 || !r.shown() {
		return
	}
	n, ok := r.marks[key]
	if !ok {
		r.noteKey = append(r.noteKey, key)
		n = len(r.noteKey)
		r.marks[key] = n
	}
	b.last().spans = append(b.last().spans, span{note: n})
}

// math takes the letters of a formula.
func (r *word) math(p *para) error {
	var visit func(e xml.StartElement) error
	visit = func(e xml.StartElement) error {
		if e.Name.Local != "t" {
			return r.children(visit)
		}
		s, err := r.text(maxText)
		if err != nil {
			return err
		}
		s, err = r.say(s)
		if s != "" {
			p.spans = append(p.spans, span{text: s})
		}
		return err
	}
	return r.children(visit)
}
