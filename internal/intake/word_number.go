package intake

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// listLevel is one level of a list definition.
type listLevel struct {
	start   int
	format  string
	text    string // "%1.%2."
	restart int    // the level after which it begins anew: -1 for every higher one, 0 never
	legal   bool   // all numbers in figures
	style   string
}

// listDef is an abstract list: the levels and how far each has counted.
type listDef struct {
	levels  [9]listLevel
	link    string // a style that stands for another list
	styles  string // the style that this list defines
	counts  [9]int
	started [9]bool
}

// list is a use of a list definition, with what it changes.
type listUse struct {
	def      string
	override [9]*listLevel
	start    [9]int // -1 for none
	applied  [9]bool
}

// numbering prints the numbers that Word prints.
type numbering struct {
	defs map[string]*listDef
	uses map[string]*listUse
}

func readNumbering(a *archive, name string) (*numbering, error) {
	n := &numbering{map[string]*listDef{}, map[string]*listUse{}}
	part, err := a.open(name, maxOther)
	if err == errNoPart {
		return n, nil
	}
	if err != nil {
		return nil, err
	}
	defer part.Close()
	w := newWalker(part)
	err = w.root(func(e xml.StartElement) error {
		if len(n.defs)+len(n.uses) > 50_000 {
			return w.skip()
		}
		switch e.Name.Local {
		case "abstractNum":
			d := &listDef{}
			for i := range d.levels {
				d.levels[i] = listLevel{start: 1, format: "decimal", restart: -1}
			}
			n.defs[attr(e, "abstractNumId")] = d
			return w.children(func(e xml.StartElement) error {
				switch e.Name.Local {
				case "lvl":
					return readLevel(w, e, &d.levels)
				case "numStyleLink":
					d.link = attr(e, "val")
				case "styleLink":
					d.styles = attr(e, "val")
				}
				return w.skip()
			})
		case "num":
			u := &listUse{}
			for i := range u.start {
				u.start[i] = -1
			}
			n.uses[attr(e, "numId")] = u
			return w.children(func(e xml.StartElement) error {
				switch e.Name.Local {
				case "abstractNumId":
					u.def = attr(e, "val")
				case "lvlOverride":
					return readOverride(w, e, u)
				}
				return w.skip()
			})
		}
		return w.skip()
	})
	return n, err
}

func readOverride(w *walker, e xml.StartElement, u *listUse) error {
	level, ok := levelOfList(e)
	return w.children(func(e xml.StartElement) error {
		switch {
		case !ok:
		case e.Name.Local == "startOverride":
			if k, err := strconv.Atoi(attr(e, "val")); err == nil {
				u.start[level] = clampStart(k)
			}
		case e.Name.Local == "lvl":
			var levels [9]listLevel
			levels[level] = listLevel{start: 1, format: "decimal", restart: -1}
			if err := readLevel(w, e, &levels); err != nil {
				return err
			}
			u.override[level] = &levels[level]
			return nil
		}
		return w.skip()
	})
}

func levelOfList(e xml.StartElement) (int, bool) {
	k, err := strconv.Atoi(attr(e, "ilvl"))
	return k, err == nil && k >= 0 && k < 9
}

func clampStart(k int) int { return max(0, min(k, 30_000)) }

func readLevel(w *walker, e xml.StartElement, levels *[9]listLevel) error {
	at, ok := levelOfList(e)
	if !ok {
		return w.skip()
	}
	l := &levels[at]
	return w.children(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "start":
			if k, err := strconv.Atoi(attr(e, "val")); err == nil {
				l.start = clampStart(k)
			}
		case "numFmt":
			l.format = attr(e, "val")
		case "lvlText":
			l.text = attr(e, "val")
			if attr(e, "null") == "1" || len(l.text) > 200 {
				l.text = ""
			}
		case "lvlRestart":
			if k, err := strconv.Atoi(attr(e, "val")); err == nil && k >= 0 && k <= 9 {
				l.restart = k
			}
		case "isLgl":
			l.legal = on(e)
		case "pStyle":
			l.style = attr(e, "val")
		}
		return w.skip()
	})
}

// def finds the definition of a list, through a style that stands for it.
func (n *numbering) def(u *listUse, styles *styleSheet) *listDef {
	d := n.defs[u.def]
	for i := 0; d != nil && d.link != "" && i < 5; i++ {
		st := styles.styles[d.link]
		if st == nil || n.uses[st.num.list] == nil {
			break
		}
		d = n.defs[n.uses[st.num.list].def]
	}
	return d
}

// next counts a paragraph and gives its number as printed.
func (n *numbering) next(num numbered, styleID string, styles *styleSheet) string {
	u := n.uses[num.list]
	if u == nil || num.list == "0" {
		return ""
	}
	d := n.def(u, styles)
	if d == nil {
		return ""
	}
	at := num.level
	if at < 0 {
		at = 0
		for i := range d.levels {
			if styleID != "" && d.levels[i].style == styleID {
				at = i
			}
		}
	}
	level := func(i int) listLevel {
		if u.override[i] != nil {
			return *u.override[i]
		}
		return d.levels[i]
	}
	for i := 0; i <= at; i++ {
		if u.start[i] >= 0 && !u.applied[i] && i == at {
			u.applied[i] = true
			d.started[i] = false
		}
	}
	first := func(i int) int {
		if u.start[i] >= 0 {
			return u.start[i]
		}
		return level(i).start
	}
	if d.started[at] {
		d.counts[at] = min(d.counts[at]+1, 1_000_000)
	} else {
		d.counts[at], d.started[at] = first(at), true
	}
	for i := at + 1; i < 9; i++ {
		if r := level(i).restart; r < 0 || r > 0 && at <= r-1 {
			d.started[i] = false
		}
	}
	for i := 0; i < at; i++ {
		if !d.started[i] {
			d.counts[i], d.started[i] = first(i), true
		}
	}
	l := level(at)
	if l.format == "none" && !strings.Contains(l.text, "%") {
		return strings.TrimSpace(l.text)
	}
	if l.format == "bullet" {
		return bullet(l.text)
	}
	var b strings.Builder
	for i := 0; i < len(l.text); i++ {
		if l.text[i] == '%' && i+1 < len(l.text) && l.text[i+1] >= '1' && l.text[i+1] <= '9' {
			k := int(l.text[i+1] - '1')
			format := level(k).format
			if l.legal && k < at {
				format = "decimal"
			}
			b.WriteString(printedNumber(d.counts[k], format))
			i++
			continue
		}
		b.WriteByte(l.text[i])
	}
	return collapse(b.String())
}

// bullet is a sign before an item; whatever it looks like, it is a dash in the
// draft, but for the plus that marks a smaller item.
func bullet(s string) string {
	s = strings.TrimSpace(s)
	switch {
	case s == "+":
		return "+"
	case s == "":
		return ""
	case hasWord(s) && len([]rune(s)) > 1:
		return s // words, as "Bước"
	}
	return "-"
}

// printedNumber writes a number as Word does; it counts a, b, c, d, e in
// every language but those it knows an alphabet of.
func printedNumber(n int, format string) string {
	switch format {
	case "upperRoman":
		return romanNumber(n)
	case "lowerRoman":
		return strings.ToLower(romanNumber(n))
	case "upperLetter":
		return strings.ToUpper(letterNumber(n))
	case "lowerLetter":
		return letterNumber(n)
	case "decimalZero":
		if n < 10 {
			return "0" + strconv.Itoa(n)
		}
	case "none":
		return ""
	case "bullet":
		return ""
	case "ordinalText", "cardinalText":
		return strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

func romanNumber(n int) string {
	if n <= 0 || n > 3999 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, x := range [...]struct {
		value int
		sign  string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= x.value; n -= x.value {
			b.WriteString(x.sign)
		}
	}
	return b.String()
}

// letterNumber is a … z, then aa, bb as Word writes them.
func letterNumber(n int) string {
	if n <= 0 || n > 26*20 {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(rune('a'+(n-1)%26)), (n-1)/26+1)
}
