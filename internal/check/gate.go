package check

import (
	"reflect"
	"strings"
	"sync"
	"unicode/utf8"

	"thonlanh/internal/content"
	"thonlanh/internal/diag"
	"thonlanh/internal/markup"
	"thonlanh/internal/phone"
	"thonlanh/internal/site"
	"thonlanh/internal/tomlfile"
	"thonlanh/internal/viet"
)

// area is the kind of record that a text belongs to.
type area uint8

const (
	inHome area = iota
	inHelp
	inArticle
	inNews
	inSingle
	inPlan
	inLegal
	inMaterial
	inVillage
	inEvent
	inTable // bodies, services, targets, duties, reports, figures, moves
	inOfficials
	inRegister
	inConfig
)

// text is a piece of what the commune wrote, with what was found in it.
type text struct {
	file     string
	area     area
	key      string // the key of a field; empty for the words of a page
	issued   bool   // verbatim words of a document as issued
	public   bool
	plain    string
	doc      *markup.Document // instead of plain for legal texts: thousands of copies would stay
	found    []found
	numbers  []content.Mention
	position func(offset int) diag.Pos
}

// gate is what the rules look at.
type gate struct {
	site     *site.Site
	tree     *content.Tree
	texts    []text
	pages    []page
	names    map[string]bool // folded names of people who may be named
	villages villageNames
	register []entry
	read     map[*markup.Document][]found
	reader   *reader
}

// page is a record with words of its own, public or not.
type page struct {
	content.File
	area    area
	front   *content.Front
	body    *content.Body
	review  *content.Review
	public  bool
	sources []string // further files of the record
}

// entry is a line of the register, shown or not.
type entry struct {
	tomlfile.Record[content.Number]
	dial phone.Number
	ok   bool // has the shape of a number
	over bool // no longer in use on the build date
}

func newGate(s *site.Site, t *content.Tree, before map[*markup.Document][]found) *gate {
	x := &gate{site: s, tree: t, names: make(map[string]bool), read: make(map[*markup.Document][]found)}
	x.reader = newReader(s.Config.VillageWord)
	x.addRegister()
	x.addNames()
	x.addVillageNames()
	x.addPages(before)
	x.addTables()
	return x
}

func (x *gate) addRegister() {
	if x.tree.Register == nil {
		return
	}
	for _, r := range x.tree.Register.List {
		e := entry{Record: r}
		e.dial, e.ok = phone.Parse(r.Value.Digits)
		e.ok = e.ok && e.dial.Shape() != phone.Old
		e.over = !r.Value.To.IsZero() && !x.site.Today.Before(r.Value.To)
		x.register = append(x.register, e)
	}
}

// addNames collects people who may be named: officials and those who signed a
// document.
func (x *gate) addNames() {
	add := func(name string) {
		if name = strings.TrimSpace(name); name != "" {
			x.names[viet.Fold(name)] = true
		}
	}
	if x.tree.Officials != nil {
		for _, r := range x.tree.Officials.List {
			add(r.Value.Name)
		}
	}
	for _, p := range x.tree.Plans {
		add(p.Signer)
	}
	for _, l := range x.tree.Legal {
		add(l.Signer)
	}
}

// addPages collects the records with words, private ones included.
func (x *gate) addPages(before map[*markup.Document][]found) {
	t := x.tree
	if t.Home != nil {
		x.addPage(page{t.Home.File, inHome, &t.Home.Front, &t.Home.Body, nil, true, nil}, t.Home, before)
	}
	for _, r := range t.Help {
		x.addPage(page{r.File, inHelp, &r.Front, &r.Body, &r.Review, r.IsPublic(), nil}, r, before)
	}
	for _, r := range t.Articles {
		x.addPage(page{r.File, inArticle, &r.Front, &r.Body, &r.Review, r.IsPublic(), nil}, r, before)
	}
	for _, r := range t.News {
		x.addPage(page{r.File, inNews, &r.Front, &r.Body, nil, r.IsPublic(), nil}, r, before)
	}
	for _, r := range t.Singles {
		x.addPage(page{r.File, inSingle, &r.Front, &r.Body, &r.Review, r.IsPublic(), nil}, r, before)
	}
	for _, r := range t.Plans {
		x.addPage(page{r.File, inPlan, &r.Front, &r.Body, nil, r.IsPublic(), nil}, r, before)
	}
	for _, r := range t.Legal {
		x.addPage(page{r.File, inLegal, &r.Front, &r.Body, nil, r.IsPublic(), nil}, r, before)
	}
	for _, r := range t.Materials {
		x.addPage(page{r.File, inMaterial, &r.Front, &r.Body, nil, r.IsPublic(), nil}, r, before)
	}
	for _, r := range t.Villages {
		x.addFields(r.File, inVillage, isPublic(r.Public), r)
		if r.Text != nil {
			x.addBody(r.TextPath, inVillage, isPublic(r.Public), r.Text, before)
		}
	}
	for _, r := range t.Events {
		x.addFields(r.File, inEvent, isPublic(r.Public), r)
	}
}

func isPublic(flag *bool) bool { return flag == nil || *flag }

func (x *gate) addPage(p page, record any, before map[*markup.Document][]found) {
	x.pages = append(x.pages, p)
	x.addFields(p.File, p.area, p.public, record)
	x.addBody(p.Path, p.area, p.public, p.body, before)
}

func (x *gate) addBody(file string, in area, public bool, b *content.Body, before map[*markup.Document][]found) {
	if b.Doc == nil {
		return
	}
	t := text{file: file, area: in, issued: in == inPlan || in == inLegal, public: public, numbers: b.Numbers}
	old, known := before[b.Doc]
	if b.Src != nil {
		t.plain = b.Src.Text[b.Start:]
		t.position = func(offset int) diag.Pos { return b.Src.Pos(b.Start + offset) }
	} else {
		t.doc = b.Doc
		t.position = unitPlaces(b.Doc)
	}
	switch {
	case known:
		t.found = old
	case in == inLegal:
		t.found = x.reader.readVerbatim(t.whole())
	default:
		t.found = x.reader.read(t.plain, in)
	}
	x.read[b.Doc] = t.found
	x.keep(t)
}

// addTables collects the words of the tables.
func (x *gate) addTables() {
	t := x.tree
	if t.Bodies != nil {
		x.addFields(t.Bodies.File, inTable, true, t.Bodies)
	}
	if t.Officials != nil {
		x.addFields(t.Officials.File, inOfficials, true, t.Officials)
	}
	if t.Register != nil {
		x.addFields(t.Register.File, inRegister, true, t.Register)
	}
	if t.Services != nil {
		x.addFields(t.Services.File, inTable, true, t.Services)
	}
	if t.Recognitions != nil {
		x.addFields(t.Recognitions.File, inVillage, true, t.Recognitions)
	}
	if t.Moves != nil {
		x.addFields(t.Moves.File, inTable, true, t.Moves)
	}
	for _, p := range t.Plans {
		if p.Targets != nil {
			x.addFields(p.Targets.File, inTable, true, p.Targets)
		}
		if p.Duties != nil {
			x.addFields(p.Duties.File, inTable, true, p.Duties)
		}
		if p.Reports != nil {
			x.addFields(p.Reports.File, inTable, true, p.Reports)
		}
		for _, r := range p.Periods {
			x.addFields(r.File, inTable, true, r)
		}
	}
	c := x.site.Config
	x.addFields(content.File{Path: diag.ConfigFile, Keys: c.Keys}, inConfig, true, c)
}

// addFields collects the strings of a record with their keys.
func (x *gate) addFields(f content.File, in area, public bool, record any) {
	eachString(reflect.ValueOf(record), make([]string, 0, maxKeys), func(keys []string, elem int, s string) {
		if !strings.ContainsAny(s, " 0123456789") {
			return // a single word or an id says nothing of anyone
		}
		key := keys[len(keys)-1]
		t := text{file: f.Path, area: in, key: key, public: public, plain: s}
		t.issued = in == inPlan && key != "luu_y" && keys[0] != "tom_tat" && keys[0] != "lich_su_ban" ||
			in == inLegal && key != "noi_de_hieu" && key != "mo_ta"
		at := f.Keys.Value(keys...)
		if elem >= 0 {
			at = f.Keys.Elem(elem, keys...)
		}
		t.position = func(offset int) diag.Pos { return inString(at, s, offset) }
		t.found = x.reader.read(s, in)
		switch r := record.(type) {
		case *content.Event:
			if r.Village != "" {
				ofEvent(key, t.found)
			}
		case *content.Period:
			x.villages.ofVillages(s, t.found)
		}
		if !(in == inRegister && key == "so") {
			for _, n := range phone.Find(s) {
				t.numbers = append(t.numbers, content.Mention{Number: n.Number, Text: n.Text, Pos: t.position(n.Offset)})
			}
		}
		x.keep(t)
	})
}

// maxKeys is how deep the keys of a record are nested at most, for room.
const maxKeys = 8

// keep enters a text that a rule may have to judge; most hold nothing to judge.
func (x *gate) keep(t text) {
	if len(t.found) > 0 || len(t.numbers) > 0 {
		x.texts = append(x.texts, t)
	}
}

// inString is the place of an offset in a string whose value begins at a
// place: after the quote on one line, on the lines below an opening """.
func inString(at diag.Pos, s string, offset int) diag.Pos {
	before := s[:offset]
	if lines := strings.Count(before, "\n"); lines > 0 || strings.Contains(s, "\n") {
		return diag.Pos{Line: at.Line + lines + 1, Column: 1 + utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:])}
	}
	return diag.Pos{Line: at.Line, Column: at.Column + 1 + utf8.RuneCountInString(before)}
}

// eachString visits the strings of a record by the keys of its TOML, which
// the next visit writes over. elem is the place in a list, -1 outside lists.
func eachString(v reflect.Value, keys []string, visit func(keys []string, elem int, s string)) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			eachString(v.Elem(), keys, visit)
		}
	case reflect.String:
		if len(keys) > 0 && v.Len() > 0 {
			visit(keys, -1, v.String())
		}
	case reflect.Slice:
		for i := range v.Len() {
			e := v.Index(i)
			switch e.Kind() {
			case reflect.String:
				if len(keys) > 0 && e.Len() > 0 {
					visit(keys, i, e.String())
				}
			case reflect.Struct:
				if name := e.FieldByName("Name"); e.NumField() == 3 && name.IsValid() && name.Kind() == reflect.String {
					if value := e.FieldByName("Value"); value.IsValid() {
						eachString(value, append(keys, name.String()), visit)
					}
				}
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			f := v.Type().Field(i)
			tag := f.Tag.Get("toml")
			switch {
			case tag == "-" || !f.IsExported():
			case tag == "*":
				eachString(v.Field(i), keys, visit)
			case tag != "":
				eachString(v.Field(i), append(keys, tag), visit)
			case f.Anonymous && v.Field(i).Kind() == reflect.Struct:
				eachString(v.Field(i), keys, visit)
			}
		}
	}
}

// problem makes a problem at a find.
func (t *text) problem(f found, severity diag.Severity, rule, message, hint string) diag.Problem {
	return diag.At(t.file, t.position(f.at), severity, rule, message, hint)
}

// words of a find as they were written. Never show those of people unmasked.
func (t *text) words(f found) string { return t.whole()[f.at:f.end] }

// whole is the plain text.
func (t *text) whole() string {
	if t.doc == nil {
		return t.plain
	}
	html, plain := rooms.Get().(*[]byte), rooms.Get().(*[]byte)
	defer rooms.Put(html)
	defer rooms.Put(plain)
	*html = t.doc.AppendHTML((*html)[:0])
	*plain = appendPlain((*plain)[:0], *html)
	return string(*plain)
}

// rooms are where the HTML of a text and its words stand for a moment.
var rooms = &sync.Pool{New: func() any { return new([]byte) }}

// each judges every find of a kind.
func (x *gate) each(k kind, judge func(t *text, f found) (diag.Problem, bool)) diag.List {
	var out diag.List
	for i := range x.texts {
		t := &x.texts[i]
		for _, f := range t.found {
			if f.kind != k {
				continue
			}
			if p, ok := judge(t, f); ok {
				out = append(out, p)
			}
		}
	}
	return out
}

// masked hides a name but for its first letters, so that no log repeats it.
func masked(name string) string {
	var out []string
	for _, w := range strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '.' || r == '*' || r == '_' }) {
		r, _ := utf8.DecodeRuneInString(w)
		out = append(out, string(r)+"***")
	}
	return strings.Join(out, " ")
}
