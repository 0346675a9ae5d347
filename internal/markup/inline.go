package markup

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	exast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"

	"thonlanh/internal/diag"
	"thonlanh/internal/viet"
)

// inlines writes the children of n. Neighbouring stretches of text are
// gathered into one run, so that a slip or a word is found whole.
func (b *builder) inlines(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			b.textNode(c)
		case *ast.String:
			b.run = append(b.run, c.Value...)
		case *ast.Emphasis:
			b.emphasis(c)
		case *ast.CodeSpan:
			b.flush()
			b.raw("<code>")
			for t := c.FirstChild(); t != nil; t = t.NextSibling() {
				if t, ok := t.(*ast.Text); ok {
					b.run = append(b.run, t.Segment.Value(b.text)...)
				}
			}
			b.flush()
			b.raw("</code>")
		case *ast.Link:
			b.flush()
			if c.Reference != nil {
				b.references[util.ToLinkReference(c.Reference.Value)] = true
			}
			b.link(c, string(resolve(c.Destination)), c.Title)
		case *ast.AutoLink:
			b.flush()
			dest := string(c.URL(b.text))
			if c.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(dest), "mailto:") {
				dest = "mailto:" + dest
			}
			b.link(c, dest, nil)
		case *ast.Image:
			b.flush()
			if c.Reference != nil {
				b.references[util.ToLinkReference(c.Reference.Value)] = true
			}
			b.image(c, c.Title)
		case *exast.FootnoteLink:
			b.flush()
			b.footnoteLink(c)
		default:
			b.flush()
			b.inlines(c)
		}
	}
	b.flush()
}

func (b *builder) textNode(t *ast.Text) {
	seg := t.Segment
	if b.label.end > 0 && b.label.start >= seg.Start && b.label.end <= seg.Stop {
		b.run = appendUnescaped(b.run, b.text[seg.Start:b.label.start])
		b.flush()
		b.raw(`<span class="nhan">`)
		b.run = append(b.run, b.text[b.label.start:b.label.end]...)
		b.flush()
		b.raw(`</span>`)
		b.labelEnd = len(b.out)
		b.run = appendUnescaped(b.run, b.text[b.label.end:seg.Stop])
		b.label = span{}
	} else {
		b.run = appendUnescaped(b.run, seg.Value(b.text))
	}
	b.lintText(seg.Start, seg.Stop)
	switch {
	case t.HardLineBreak() || t.SoftLineBreak() && b.breaks:
		b.flush()
		b.raw("<br>\n")
	case t.SoftLineBreak():
		b.run = append(b.run, '\n')
	}
}

func (b *builder) emphasis(e *ast.Emphasis) {
	b.flush()
	tag := "em"
	if e.Level == 2 {
		tag = "strong"
	} else {
		b.lintEmphasis(e.Pos())
	}
	b.raw("<" + tag + ">")
	b.inlines(e)
	b.raw("</" + tag + ">")
}

// flush writes the gathered run of text, with the slips that it holds marked.
func (b *builder) flush() {
	if len(b.run) == 0 {
		return
	}
	if b.opt.Mode == Prose { // plans and laws are not read aloud against the clock
		b.doc.Syllables += viet.Syllables(string(b.run))
	}
	rest := b.run
	for len(b.slips) > 0 {
		at, slip := b.nextSlip(rest)
		if at < 0 {
			break
		}
		end := at + len(b.opt.Slips[slip].Found)
		b.out = appendEscaped(b.out, rest[:at])
		b.raw(`<span class="sai">`)
		b.out = appendEscaped(b.out, rest[at:end])
		b.raw(`</span>`)
		rest = rest[end:]
		b.dropSlip(slip)
	}
	b.out = appendEscaped(b.out, rest)
	b.run = b.run[:0]
}

// nextSlip finds the slip that comes first in a run and may stand here.
func (b *builder) nextSlip(run []byte) (at, slip int) {
	at, slip = -1, -1
	line := run
	if bytes.IndexByte(run, '\n') >= 0 {
		line = bytes.ReplaceAll(run, []byte("\n"), []byte(" "))
	}
	for _, i := range b.slips {
		s := &b.opt.Slips[i]
		if s.Unit != "" && !b.within(s.Unit) {
			continue
		}
		if p := bytes.Index(line, []byte(s.Found)); p >= 0 && (at < 0 || p < at) {
			at, slip = p, i
		}
	}
	return at, slip
}

// within reports whether the text being written belongs to a unit.
func (b *builder) within(id string) bool {
	for u := b.unit; u >= 0; u = b.doc.Units[u].Parent {
		if b.doc.Units[u].ID == id {
			return true
		}
	}
	return false
}

func (b *builder) dropSlip(slip int) {
	for n, i := range b.slips {
		if i == slip {
			b.slips = append(b.slips[:n], b.slips[n+1:]...)
			return
		}
	}
}

// resolve is an address as it was meant: without backslashes, character
// references and control characters.
func resolve(dest []byte) []byte {
	dest = appendUnescaped(nil, dest)
	return bytes.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return -1
		}
		return r
	}, dest)
}

// schemeOf gives the scheme of an address in lower case and whether the
// address leaves the site.
func schemeOf(dest string) (scheme string, outside bool) {
	dest = strings.TrimSpace(dest)
	if strings.HasPrefix(dest, "//") {
		return "", true
	}
	i := strings.IndexAny(dest, ":/?#")
	if i <= 0 || dest[i] != ':' {
		return "", false
	}
	return strings.ToLower(strings.ReplaceAll(dest[:i], " ", "")), true
}

func (b *builder) link(n ast.Node, dest string, title []byte) {
	text := plainText(n, b.text)
	auto, isAuto := n.(*ast.AutoLink)
	if isAuto {
		text = string(auto.Label(b.text))
	}
	pos := n.Pos()
	if b.inLink || !b.linkAllowed(dest, pos) {
		b.linkText(n, isAuto, text)
		return
	}
	if strings.TrimSpace(text) == "" {
		b.problem(pos, diag.Block, "lien-ket-trong",
			"Liên kết này không có chữ nào để đọc và bấm.",
			"Ghi chữ giữa hai dấu ngoặc vuông: [chữ của liên kết](địa chỉ).")
	}
	b.doc.Links = append(b.doc.Links, Link{Dest: dest, Text: text, Pos: b.pos(pos)})
	b.raw(`<a href="`)
	b.out = appendEscaped(b.out, util.URLEscape([]byte(dest), false))
	b.raw(`"`)
	b.title(title)
	if scheme, outside := schemeOf(dest); outside && (scheme == "" || scheme == "http" || scheme == "https") {
		b.raw(` rel="noreferrer noopener"`)
	}
	b.raw(`>`)
	b.inLink = true
	b.linkText(n, isAuto, text)
	b.inLink = false
	b.raw(`</a>`)
}

func (b *builder) linkText(n ast.Node, isAuto bool, text string) {
	if isAuto {
		b.run = append(b.run, text...)
		b.flush()
		return
	}
	b.inlines(n)
}

func (b *builder) title(title []byte) {
	if len(title) == 0 {
		return
	}
	b.raw(` title="`)
	b.out = appendEscaped(b.out, appendUnescaped(nil, title))
	b.raw(`"`)
}

// Source is the name of a picture as it stands in the HTML of a document.
func Source(name string) string {
	return string(appendEscaped(nil, util.URLEscape([]byte(name), false)))
}

func (b *builder) image(n *ast.Image, title []byte) {
	src := string(resolve(n.Destination))
	alt := plainText(n, b.text)
	b.lintAlt(src, alt, n.Pos())
	if !b.imageAllowed(src, n.Pos()) {
		b.run = append(b.run, alt...)
		b.flush()
		return
	}
	b.doc.Images = append(b.doc.Images, Image{Src: src, Alt: alt, Pos: b.pos(n.Pos())})
	b.raw(`<img src="` + Source(src) + `" alt="`)
	b.out = appendEscaped(b.out, []byte(alt))
	b.raw(`"`)
	b.title(title)
	b.raw(` loading="lazy">`)
}
