package intake

import (
	"slices"
	"strings"
	"unicode/utf8"

	"thonlanh/internal/diag"
	"thonlanh/internal/markup"
)

// draft is a document on its way from print to Markdown.
type draft struct {
	paper
	opt         Options
	file        string // the name of the file, without folder and ending
	fromName    bool   // the name of the draft is taken from it
	kind        string // folder kind: ke-hoach, van-ban, bai, tin
	guessed     bool
	mode        markup.Mode
	head        header
	joints      []joint
	closings    []*closing
	names       []string // of signers
	masked      []int    // where a signer's name was taken out
	dropped     []string // second marks of one signature
	title       string   // of an ordinary page
	dashed      int      // bullets written as dashes
	missing     []string // keys of the header that the document does not give
	guessedYear int      // where the year of a plan was read, if not in its header
	shift       int      // lines of the draft above its body
	text        string   // the first file of the result
	doc         *markup.Document
	noted       diag.List     // what markup says of it
	attached    map[*para]int // titles of attached texts, with the blocks that each has
	out         writer
}

// flatten takes apart tables that only set a header or a closing in columns,
// or put a frame around a paragraph.
func (d *draft) flatten() {
	var out []block
	tables := 0
	for _, b := range d.blocks {
		if b.table == nil || !d.isLayout(b.table, tables, len(out)) {
			if b.table != nil {
				tables++
			}
			out = append(out, b)
			continue
		}
		tables++
		out = append(out, byColumn(b.table)...)
	}
	d.blocks = out
}

func (d *draft) isLayout(t *table, before, place int) bool {
	columns, cells := 0, 0
	for _, row := range t.rows {
		n := 0
		for _, c := range row {
			n += max(1, c.width)
		}
		columns = max(columns, n)
		cells += len(row)
	}
	if columns <= 1 {
		return true
	}
	if len(t.rows) > 12 || cells > 40 {
		return false
	}
	head, closes := false, false
	if len(t.rows) <= 2 && columns <= 3 && strings.HasPrefix(collapse(t.text()), "Kính gửi") {
		return true
	}
	eachPara([]block{{table: t}}, func(p *para) {
		s := p.text()
		if len(s) > 200 {
			return
		}
		head = head || isMotto(s)
		closes = closes || markup.OpensRecipients(s) || markup.SignsFor(s) || len(t.rows) <= 4 && columns <= 3 && markup.IsPost(s)
	})
	if head && place < 40 {
		return true
	}
	return closes && cells <= 16
}

// byColumn gives the paragraphs of a table column after column.
func byColumn(t *table) []block {
	var columns [][]block
	for _, row := range t.rows {
		at := 0
		for _, c := range row {
			for len(columns) <= at {
				columns = append(columns, nil)
			}
			for _, b := range c.blocks {
				if b.table != nil {
					columns[at] = append(columns[at], byColumn(b.table)...)
					continue
				}
				columns[at] = append(columns[at], b)
			}
			at += max(1, c.width)
		}
	}
	var out []block
	for _, c := range columns {
		out = append(out, c...)
	}
	return out
}

// hideSigners takes the names of signers out of every part of the document
// that is not allowed to show them.
func (d *draft) hideSigners() {
	slices.Sort(d.names)
	d.names = slices.Compact(d.names)
	for _, name := range d.names {
		if d.opt.MayName(name) {
			continue
		}
		if len(d.names) > maxNames {
			d.hideSignature(name)
			continue
		}
		hide := func(p *para) {
			if d.sign(p, name) {
				return
			}
			if s := plainSpans(p.spans); containsFold(s, name) {
				p.spans = []span{{text: replaceFold(s, name, "(tên người ký)")}}
				d.masked = append(d.masked, p.at)
			}
		}
		eachPara(d.blocks, hide)
		for _, p := range d.head.title {
			hide(p)
		}
		for _, c := range d.closings {
			for _, p := range c.signature {
				hide(p)
			}
			for _, p := range c.recipients {
				hide(p)
			}
		}
		for i := range d.notes {
			if s := plainSpans(d.notes[i].spans); containsFold(s, name) {
				d.notes[i].spans = []span{{text: replaceFold(s, name, "(tên người ký)")}}
				d.masked = append(d.masked, d.notes[i].at)
			}
		}
		for i := range d.left {
			d.left[i].text = replaceFold(d.left[i].text, name, "(tên người ký)")
		}
		for i := range d.head.taken {
			d.head.taken[i].text = replaceFold(d.head.taken[i].text, name, "(tên người ký)")
		}
		d.head.subject = replaceFold(d.head.subject, name, "(tên người ký)")
	}
}

// maxNames is how many names are looked for in the whole of a document. One
// with more signers is no document.
const maxNames = 40

// hideSignature takes a name out of the signatures alone.
func (d *draft) hideSignature(name string) {
	for _, c := range d.closings {
		for _, p := range c.signature {
			d.sign(p, name)
		}
	}
}

// sign puts a mark in place of a name below an office. The rank or degree
// beside the name is no name: it stays.
func (d *draft) sign(p *para, name string) bool {
	if !p.signed {
		return false
	}
	before, after, found := strings.Cut(p.words(), name)
	if !found {
		return false
	}
	p.label, p.spans = "", []span{{text: collapse(before + " (đã ký) " + after)}}
	d.masked = append(d.masked, p.at)
	return true
}

func containsFold(s, name string) bool {
	low := strings.ToLower(collapse(s))
	return nameAt(low, strings.ToLower(name)) >= 0
}

// nameAt finds a name whose words end where those of the text do.
func nameAt(s, name string) int {
	for at := 0; ; {
		i := strings.Index(s[at:], name)
		if i < 0 || name == "" {
			return -1
		}
		i += at
		before, _ := utf8.DecodeLastRuneInString(s[:i])
		after, _ := utf8.DecodeRuneInString(s[i+len(name):])
		if !isWord(before) && !isWord(after) {
			return i
		}
		at = i + len(name)
	}
}

// replaceFold replaces a name however its letters are written and whatever
// blanks stand between its words.
func replaceFold(s, name, with string) string {
	if !containsFold(s, name) {
		return s
	}
	s = collapse(s)
	low, want := strings.ToLower(s), strings.ToLower(name)
	if len(low) != len(s) { // a letter whose small form is longer
		s = low
	}
	var b strings.Builder
	for {
		i := nameAt(low, want)
		if i < 0 {
			b.WriteString(s)
			return b.String()
		}
		b.WriteString(s[:i] + with)
		s, low = s[i+len(want):], low[i+len(want):]
	}
}
