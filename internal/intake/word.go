package intake

import (
	"encoding/xml"
	"path"
	"strconv"
	"strings"
)

// word reads a Word document: what is printed, in its order.
type word struct {
	*walker
	a       *archive
	styles  *styleSheet
	lists   *numbering
	links   map[string]string
	notes   map[string][]span // "f1", "e2": what a mark stands for
	marks   map[string]int    // the same → note of the paper
	noteKey []string          // by note of the paper
	out     *paper

	paras   int // paragraphs with words so far
	blocks  int
	bytes   int       // of text
	pending []block   // text boxes, to stand after the paragraph they hang on
	fields  []fieldAt // open fields
	carried []span    // of a paragraph whose mark was deleted
	quiet   int       // inside something that is left out, if above 0
	heard   strings.Builder
	aside   bool // reading a note, a header: no numbers
}

// fieldAt is a field that is open: its instructions come before its result.
type fieldAt struct {
	result, contents bool
	code             string
}

func readWord(a *archive, main string) (*paper, error) {
	dir := path.Dir(main)
	rels := a.relations(dir+"/_rels/"+path.Base(main)+".rels", dir)
	part := func(kind string) string {
		for _, r := range rels {
			if strings.HasSuffix(r.kind, "/"+kind) && !r.outside {
				return r.target
			}
		}
		return dir + "/" + kind + ".xml"
	}
	r := &word{a: a, links: map[string]string{}, notes: map[string][]span{}, marks: map[string]int{}, out: &paper{word: true}}
	var err error
	if r.styles, err = readStyles(a, part("styles"), part("theme")); err != nil {
		return nil, err
	}
	if r.lists, err = readNumbering(a, part("numbering")); err != nil {
		return nil, err
	}
	for _, x := range rels {
		if x.outside && strings.HasSuffix(x.kind, "/hyperlink") {
			r.links[x.id] = x.target
		}
	}
	for _, kind := range [...]string{"footnotes", "endnotes"} {
		if err := r.readNotes(part(kind), kind[:1]); err != nil {
			return nil, err
		}
	}
	if err := r.readMain(main); err != nil {
		return nil, err
	}
	for _, key := range r.noteKey {
		r.out.notes = append(r.out.notes, note{at: r.paras, spans: r.notes[key]})
		delete(r.notes, key)
	}
	for _, key := range sortedKeys(r.notes) {
		if s := plainSpans(r.notes[key]); hasWord(s) {
			r.leave("chú thích không có dấu trong bài", s)
		}
	}
	if err := r.readAsides(rels, part("comments")); err != nil {
		return nil, err
	}
	if err := r.out.convertFonts(); err != nil {
		return nil, err
	}
	r.out.mend()
	r.out.typedBold()
	return r.out, nil
}

func (r *word) readMain(name string) error {
	part, err := r.a.open(name, maxMain)
	if err != nil {
		return broke(err)
	}
	defer part.Close()
	r.walker = newWalker(part)
	if err := r.root(func(e xml.StartElement) error {
		if e.Name.Local != "body" {
			return r.skip()
		}
		blocks, err := r.body()
		r.out.blocks = blocks
		return err
	}); err != nil {
		return err
	}
	if len(r.carried) > 0 {
		r.out.blocks = append(r.out.blocks, block{para: r.number(&para{spans: r.carried})})
	}
	return nil
}

// body reads the blocks inside the current element.
func (r *word) body() ([]block, error) {
	var out []block
	err := r.children(func(e xml.StartElement) error { return r.block(e, &out) })
	return out, err
}

// block reads one element among blocks.
func (r *word) block(e xml.StartElement, out *[]block) error {
	if r.blocks++; r.blocks > maxBlocks {
		return tooLarge("too many paragraphs")
	}
	inside := func(e xml.StartElement) error { return r.block(e, out) }
	switch e.Name.Local {
	case "p":
		paras, err := r.paragraph()
		for _, p := range paras {
			*out = append(*out, block{para: p})
		}
		if !r.aside || len(r.pending) > 0 {
			*out = append(*out, r.pending...)
			r.pending = nil
		}
		return err
	case "tbl":
		t, err := r.table()
		if t != nil && len(t.rows) > 0 {
			*out = append(*out, block{table: t})
		}
		return err
	case "sdt":
		return r.control(inside)
	case "sdtContent", "customXml", "smartTag", "ins", "moveTo", "txbxContent":
		return r.children(inside)
	case "del", "moveFrom":
		return r.deleted(inside)
	case "AlternateContent":
		return r.alternate(inside)
	case "oMathPara", "oMath":
		p := &para{}
		if err := r.math(p); err != nil {
			return err
		}
		if !p.empty() {
			*out = append(*out, block{para: r.number(p)})
		}
		return nil
	case "altChunk", "subDoc":
		r.leave("một tệp khác được nhúng vào chỗ này; mở bằng Word, chép chữ của nó vào bài rồi nhập lại", "")
	}
	return r.skip()
}

// control reads a content control. A table of contents is left out, for the
// portal makes its own, and so are words that only ask to be replaced.
func (r *word) control(inside func(xml.StartElement) error) error {
	contents, prompt := false, false
	return r.children(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "sdtPr":
			return r.children(func(e xml.StartElement) error {
				switch e.Name.Local {
				case "showingPlcHdr":
					prompt = on(e)
				case "docPartObj":
					return r.children(func(e xml.StartElement) error {
						if e.Name.Local == "docPartGallery" && strings.EqualFold(attr(e, "val"), "Table of Contents") {
							contents = true
						}
						return r.skip()
					})
				}
				return r.skip()
			})
		case "sdtContent":
			switch {
			case contents:
				return r.unheard("mục lục (cổng tự làm)", func() error { return r.children(inside) })
			case prompt:
				return r.unheard("chữ nhắc trong ô chưa điền", func() error { return r.children(inside) })
			}
			return r.children(inside)
		}
		return r.skip()
	})
}

// deleted reads what a tracked change took out: its words are named in the
// report.
func (r *word) deleted(inside func(xml.StartElement) error) error {
	return r.unheard("chữ đã xóa khi theo dõi thay đổi (Track Changes)", func() error { return r.children(inside) })
}

// unheard reads something whose words do not go into the draft.
func (r *word) unheard(what string, read func() error) error {
	r.quiet++
	if r.quiet == 1 {
		r.heard.Reset()
	}
	err := read()
	if r.quiet--; r.quiet == 0 && hasWord(r.heard.String()) {
		r.leave(what, collapse(r.heard.String()))
	}
	return err
}

// alternate reads one of several forms of the same thing: the first that
// holds words or a picture.
func (r *word) alternate(inside func(xml.StartElement) error) error {
	before := r.bytes + len(r.out.left)
	return r.children(func(e xml.StartElement) error {
		if (e.Name.Local == "Choice" || e.Name.Local == "Fallback") && r.bytes+len(r.out.left) == before {
			return r.children(inside)
		}
		return r.skip()
	})
}

func (r *word) leave(what, text string) {
	if len(r.out.left) < 20_000 {
		r.out.left = append(r.out.left, leftOut{what, text, r.paras})
	} else if text != "" {
		r.out.left[len(r.out.left)-1].text += " " + text
	}
}

// say takes characters into the text, unless they are left out.
func (r *word) say(s string) (string, error) {
	if r.bytes += len(s); r.bytes > maxText {
		return "", tooLarge("text too large")
	}
	if r.quiet > 0 {
		r.heard.WriteString(s)
		return "", nil
	}
	return s, nil
}

// shown reports whether characters stand in the result of every open field.
func (r *word) shown() bool {
	for _, f := range r.fields {
		if !f.result {
			return false
		}
	}
	return true
}

func (r *word) inContents() bool {
	for _, f := range r.fields {
		if f.contents {
			return true
		}
	}
	return false
}

// table reads the rows of a table.
func (r *word) table() (*table, error) {
	t := &table{at: r.paras + 1}
	var visit func(e xml.StartElement) error
	visit = func(e xml.StartElement) error {
		switch e.Name.Local {
		case "tr":
			return r.tableRow(t)
		case "sdt":
			return r.control(visit)
		case "sdtContent", "customXml", "ins", "moveTo", "smartTag":
			return r.children(visit)
		case "del", "moveFrom":
			return r.deleted(visit)
		case "AlternateContent":
			return r.alternate(visit)
		}
		return r.skip()
	}
	err := r.children(visit)
	return t, err
}

func (r *word) tableRow(t *table) error {
	if r.blocks++; r.blocks > maxBlocks {
		return tooLarge("too many rows")
	}
	var row []cell
	gone := false
	var visit func(e xml.StartElement) error
	visit = func(e xml.StartElement) error {
		switch e.Name.Local {
		case "trPr":
			return r.children(func(e xml.StartElement) error {
				switch e.Name.Local {
				case "del":
					gone = true
				case "gridBefore":
					if n := width(e); n > 0 {
						row = append(row, cell{width: n})
					}
				}
				return r.skip()
			})
		case "tc":
			read := func() error {
				c, err := r.tableCell()
				row = append(row, c)
				return err
			}
			if gone {
				return r.unheard("hàng của bảng đã xóa khi theo dõi thay đổi (Track Changes)", read)
			}
			return read()
		case "sdt":
			return r.control(visit)
		case "sdtContent", "customXml", "smartTag":
			return r.children(visit)
		}
		return r.skip()
	}
	if err := r.children(visit); err != nil {
		return err
	}
	if !gone && len(row) > 0 {
		t.rows = append(t.rows, row)
	}
	return nil
}

func (r *word) tableCell() (cell, error) {
	if r.blocks++; r.blocks > maxBlocks {
		return cell{}, tooLarge("too many cells")
	}
	c := cell{width: 1}
	err := r.children(func(e xml.StartElement) error {
		if e.Name.Local != "tcPr" {
			return r.block(e, &c.blocks)
		}
		return r.children(func(e xml.StartElement) error {
			switch e.Name.Local {
			case "gridSpan":
				c.width = max(1, width(e))
			case "vMerge", "hMerge":
				c.below = attr(e, "val") != "restart"
			}
			return r.skip()
		})
	})
	return c, err
}

func width(e xml.StartElement) int {
	n, err := strconv.Atoi(attr(e, "val"))
	if err != nil || n < 0 {
		return 0
	}
	return min(n, 63)
}
