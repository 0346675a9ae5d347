package intake

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// form is what styles and runs say of letters; nil where they say nothing.
type form struct {
	bold, italic, hidden, capitals *bool
	font                           string
	raised                         int
}

// over gives a form with what f says on top of it.
func (f form) over(base form) form {
	out := base
	if f.bold != nil {
		out.bold = f.bold
	}
	if f.italic != nil {
		out.italic = f.italic
	}
	if f.hidden != nil {
		out.hidden = f.hidden
	}
	if f.capitals != nil {
		out.capitals = f.capitals
	}
	if f.font != "" {
		out.font = f.font
	}
	if f.raised != 0 {
		out.raised = f.raised
	}
	return out
}

func is(b *bool) bool { return b != nil && *b }

// style is one style of the document.
type style struct {
	name, base string
	form       form
	num        numbered
	outline    int // from 1; 0 for none
	centred    *bool
}

// numbered is a reference to a list and a level in it.
type numbered struct {
	list  string // numId; empty where nothing is said, "0" for none
	level int    // -1 where nothing is said
}

// styleSheet knows the styles, and the fonts that the theme stands for.
type styleSheet struct {
	styles       map[string]*style
	byName       map[string]string
	base         form
	major, minor string
	standard     string // the style of paragraphs that name none
}

// look is all that a style and those it is based on say.
type look struct {
	form    form
	num     numbered
	outline int
	centred bool
	name    string
}

func (s *styleSheet) look(id string) look {
	out := look{form: s.base, num: numbered{level: -1}}
	if id == "" {
		id = s.standard
	}
	var chain []*style
	for st := s.styles[id]; st != nil && len(chain) < 30; st = s.styles[st.base] {
		chain = append(chain, st)
	}
	for i := len(chain) - 1; i >= 0; i-- {
		st := chain[i]
		out.form = st.form.over(out.form)
		if st.num.list != "" {
			out.num.list = st.num.list
		}
		if st.num.level >= 0 {
			out.num.level = st.num.level
		}
		if st.outline > 0 {
			out.outline = st.outline
		}
		if st.centred != nil {
			out.centred = *st.centred
		}
		out.name = st.name
	}
	return out
}

func readStyles(a *archive, name, theme string) (*styleSheet, error) {
	s := &styleSheet{styles: map[string]*style{}, byName: map[string]string{}}
	s.readTheme(a, theme)
	part, err := a.open(name, maxOther)
	if err == errNoPart {
		return s, nil
	}
	if err != nil {
		return nil, err
	}
	defer part.Close()
	w := newWalker(part)
	err = w.root(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "docDefaults":
			return w.children(func(e xml.StartElement) error {
				if e.Name.Local != "rPrDefault" {
					return w.skip()
				}
				return w.children(func(e xml.StartElement) error {
					if e.Name.Local != "rPr" {
						return w.skip()
					}
					return s.readForm(w, &s.base)
				})
			})
		case "style":
			return s.readStyle(w, e)
		}
		return w.skip()
	})
	return s, err
}

func (s *styleSheet) readStyle(w *walker, e xml.StartElement) error {
	id := attr(e, "styleId")
	st := &style{num: numbered{level: -1}}
	if attr(e, "type") == "paragraph" && (attr(e, "default") == "1" || attr(e, "default") == "true") {
		s.standard = id
	}
	if len(s.styles) < 20_000 {
		s.styles[id] = st
	}
	return w.children(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "name":
			st.name = strings.ToLower(attr(e, "val"))
		case "basedOn":
			st.base = attr(e, "val")
		case "rPr":
			return s.readForm(w, &st.form)
		case "pPr":
			return w.children(func(e xml.StartElement) error {
				switch e.Name.Local {
				case "numPr":
					return readNumPr(w, &st.num)
				case "outlineLvl":
					st.outline = outline(e)
				case "jc":
					c := attr(e, "val") == "center"
					st.centred = &c
				}
				return w.skip()
			})
		}
		return w.skip()
	})
}

func outline(e xml.StartElement) int {
	n, err := strconv.Atoi(attr(e, "val"))
	if err != nil || n < 0 || n > 8 {
		return 0
	}
	return n + 1
}

func readNumPr(w *walker, n *numbered) error {
	return w.children(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "numId":
			n.list = attr(e, "val")
		case "ilvl":
			if k, err := strconv.Atoi(attr(e, "val")); err == nil && k >= 0 && k < 9 {
				n.level = k
			}
		}
		return w.skip()
	})
}

// readForm reads the properties of letters.
func (s *styleSheet) readForm(w *walker, f *form) error {
	return w.children(func(e xml.StartElement) error {
		yes := on(e)
		switch e.Name.Local {
		case "b":
			f.bold = &yes
		case "i":
			f.italic = &yes
		case "vanish":
			f.hidden = &yes
		case "caps":
			f.capitals = &yes
		case "vertAlign":
			switch attr(e, "val") {
			case "superscript":
				f.raised = 1
			case "subscript":
				f.raised = -1
			}
		case "rStyle":
			if st := s.styles[attr(e, "val")]; st != nil {
				*f = f.over(s.look(attr(e, "val")).form.without(s.base))
			}
		case "rFonts":
			f.font = s.font(e)
		}
		return w.skip()
	})
}

// without drops what only repeats the defaults of the document.
func (f form) without(base form) form {
	if f.font == base.font {
		f.font = ""
	}
	return f
}

// font is the font of letters beyond ASCII, or of all; an old one wins, for it
// changes what the codes mean.
func (s *styleSheet) font(e xml.StartElement) string {
	first := ""
	for _, a := range e.Attr {
		name := a.Value
		switch a.Name.Local {
		case "ascii", "hAnsi":
		case "asciiTheme", "hAnsiTheme":
			name = s.minor
			if strings.HasPrefix(a.Value, "major") {
				name = s.major
			}
		default:
			continue
		}
		if name != "" && (first == "" || oldFontOf(name) != "") {
			first = name
		}
	}
	return first
}

func (s *styleSheet) readTheme(a *archive, name string) {
	part, err := a.open(name, maxOther)
	if err != nil {
		return
	}
	defer part.Close()
	dec := xml.NewDecoder(part)
	inside := ""
	for {
		tok, err := dec.Token()
		if err != nil {
			return
		}
		e, ok := tok.(xml.StartElement)
		if !ok {
			continue
		}
		switch e.Name.Local {
		case "majorFont", "minorFont":
			inside = e.Name.Local
		case "latin":
			if inside == "majorFont" && s.major == "" {
				s.major = attr(e, "typeface")
			}
			if inside == "minorFont" && s.minor == "" {
				s.minor = attr(e, "typeface")
			}
		}
	}
}

// oldFontOf is the way in which a font of this name stores letters, empty for
// Unicode.
func oldFontOf(name string) string {
	n := strings.ToLower(strings.TrimSpace(name))
	switch {
	case strings.HasPrefix(n, ".vn"):
		return fontTCVN3
	case strings.HasPrefix(n, "vni-") || strings.HasPrefix(n, "vni "):
		return fontVNI
	}
	return ""
}

// drawsCapitals reports whether an ABC font draws small letters as capitals.
func drawsCapitals(name string) bool {
	n := strings.TrimSpace(name)
	return oldFontOf(n) == fontTCVN3 && strings.HasSuffix(n, "H")
}
