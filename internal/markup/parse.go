package markup

import (
	"cmp"
	"slices"
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"thonlanh/internal/diag"
)

// Mode says which numbering a text has.
type Mode int

// The modes. Plan serves every administrative text with I. / 1. / a) / - / +,
// Law the texts made of articles; each also reads the labels of the other
// where they occur.
const (
	Prose Mode = iota
	Plan
	Law
)

// Slip is an error in a text as it was issued. The first occurrence of Found
// inside the unit with id Unit (anywhere, when Unit is empty) is marked; the
// words stay.
type Slip struct {
	Found, Meant, Unit string
}

// Options say how a text is read.
type Options struct {
	Mode  Mode
	Slips []Slip
	// BaseHeading is the level in HTML of the author's "##"; 2 when zero, for
	// the first level belongs to the page.
	BaseHeading int
	// Packed says that the Document is to be packed at once; see Pack.
	Packed bool
	// Units, if not nil, is shown the units before they are packed.
	Units func([]Unit)

	goldmark bool // no short way: for tests
}

// Parse reads src.Text[body:]. The Document is never nil; it may be shown to
// its author even where the list forbids publishing it. Time is linear in the
// length of the text.
func Parse(src *diag.Source, body int, o Options) (*Document, diag.List) {
	if o.BaseHeading <= 0 {
		o.BaseHeading = 2
	}
	body = max(0, min(body, len(src.Text)))
	t := tables.Get().(*table)
	defer tables.Put(t)
	t.text = append(t.text[:0], src.Text[body:]...)
	source := t.text
	original := source
	excesses, list := guard(src, body, source, o.Mode)
	if len(excesses) > 0 {
		original = []byte(src.Text[body:])
	}

	var root ast.Node
	var state *blockState
	var fashion Fashion
	if o.Mode != Prose {
		fashion = fashionOf(source)
	}
	if o.Mode == Prose || o.goldmark {
		root, state = syntax(o.Mode, fashion, text.NewReader(source))
	} else {
		root, state = clauseSyntax(o.Mode, fashion, source, &t.nodes)
	}

	b := &builder{
		src: src, body: body, opt: o,
		text: source, original: original, excesses: excesses,
		state: state, doc: &Document{}, list: list, unit: -1,
		out: t.out[:0], run: t.run[:0], items: t.items[:0], grownUnits: t.units[:0], grownBlocks: t.blocks[:0],
		used: t.used, repeats: map[string]int{}, references: map[string]bool{}, indentOK: map[int]bool{},
	}
	for i := range o.Slips[:min(len(o.Slips), maxSlips)] {
		if o.Slips[i].Found != "" {
			b.slips = append(b.slips, i)
		}
	}
	b.collectFootnotes(root)
	if o.Mode == Prose {
		b.prose(root)
	} else {
		b.clauses(root)
	}
	b.lintBlocks()
	b.lintReferences(root)
	doc := b.finish()
	t.keep(b)
	return doc, b.list
}

// table is what one text after the other is worked on with. Nothing of it is
// part of a Document.
type table struct {
	text, out, run []byte
	items          []item
	units          []Unit
	blocks         []Block
	used           map[string]int
	nodes          nodes
}

// tables are for texts that are parsed at the same time.
var tables = &sync.Pool{New: func() any { return &table{used: map[string]int{}} }}

// keep takes over what the table of a text has grown to, unless it was a very
// long one.
func (t *table) keep(b *builder) {
	if len(b.text) > maxRoom || cap(b.out) > maxRoom || len(b.used) > maxRoom>>8 {
		*t = table{used: map[string]int{}}
		return
	}
	clear(b.items[:cap(b.items)]) // they hold the syntax tree
	clear(b.used)
	t.out, t.run, t.items, t.units, t.blocks = b.out, b.run, b.items, b.grownUnits, b.grownBlocks
}

// rooms are where bytes grow before they are copied out at their true size.
var rooms = &sync.Pool{New: func() any { return new([]byte) }}

// maxRoom keeps the room of a very long text from staying for ever.
const maxRoom = 1 << 20

// leave keeps what a room has grown to for the next text.
func leave(room *[]byte, grown []byte) {
	if cap(grown) <= maxRoom {
		*room = grown
	}
}

func (b *builder) finish() *Document {
	d := b.doc
	d.Passages = slices.Clone(d.Passages) // without the spare room of append
	if b.opt.Units != nil {
		b.opt.Units(d.Units)
	}
	if b.opt.Mode != Prose {
		b.grownUnits, b.grownBlocks = d.Units, d.Blocks // as far as they have grown
	}
	d.IDs = make([]string, 0, len(b.used))
	for id := range b.used {
		d.IDs = append(d.IDs, id)
	}
	slices.Sort(d.IDs)
	if !b.opt.Packed || !d.pack(b.out) {
		d.HTML = string(b.out)
		// Without the spare room of append.
		d.Blocks, d.Units, d.Headings = slices.Clone(d.Blocks), slices.Clone(d.Units), slices.Clone(d.Headings)
	}
	if n := len(b.opt.Slips); n > 0 {
		d.SlipsMissed = append(d.SlipsMissed, b.slips...)
		for i := range b.opt.Slips {
			if b.opt.Slips[i].Found == "" || i >= maxSlips {
				d.SlipsMissed = append(d.SlipsMissed, i)
			}
		}
		slices.Sort(d.SlipsMissed)
	}
	slices.SortStableFunc(b.list, func(x, y diag.Problem) int {
		return cmp.Or(cmp.Compare(x.Line, y.Line), cmp.Compare(x.Column, y.Column))
	})
	return d
}
