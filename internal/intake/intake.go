// Package intake turns a document that an office has, from Word or as plain
// text, into drafts of the files a commune writes: Markdown with front matter
// and, for a plan, its tables. It says what it did and what it doubts; it never
// changes a word, invents none, and loses none: every word of the document is
// in the drafts or in the report, but for the name of a signer who may not be
// named.
package intake

import (
	"path"
	"strings"

	"thonlanh/internal/content"
	"thonlanh/internal/date"
	"thonlanh/internal/starter"
)

// Options say what is known before the document is read.
type Options struct {
	Kind      string    // ke-hoach, van-ban, bai, tin; empty to guess
	On        date.Date // today, for examples and for the year of news
	Bodies    *content.Bodies
	Officials *content.Officials
}

// MayName reports whether a signer's name may stand in the draft: it stands in
// the list of officials, and that does not say otherwise.
func (o Options) MayName(name string) bool {
	if o.Officials == nil {
		return false
	}
	for _, r := range o.Officials.List {
		if strings.EqualFold(collapse(r.Value.Name), collapse(name)) && (r.Value.Public == nil || *r.Value.Public) {
			return true
		}
	}
	return false
}

// Result is the drafts made from one document.
type Result struct {
	Kind   string
	Files  []starter.File // the text first; paths as in a project
	Report *Report
}

// Kinds are the kinds of content that a document can become.
func Kinds() []string { return []string{"ke-hoach", "van-ban", "bai", "tin"} }

// Import reads a document. The error is a *Refusal where the file is at fault.
func Import(name string, data []byte, opt Options) (*Result, error) {
	p, err := read(name, data)
	if err != nil {
		return nil, err
	}
	base := path.Base(strings.ReplaceAll(name, "\\", "/"))
	d := &draft{paper: *p, opt: opt, file: strings.TrimSuffix(base, path.Ext(base))}
	words := d.words() // before anything is moved
	if len(words) == 0 {
		return nil, refuse("no words", "Tệp này không có chữ nào.",
			"Nếu tệp là ảnh chụp hay bản quét đặt trong Word, hãy xin bản gõ, hoặc gõ lại. Máy không đọc được chữ trong hình.")
	}
	d.learnLabels()
	d.blocks = d.hardBreaks(d.blocks)
	d.flatten()
	d.capitals()
	d.takeHeader()
	d.chooseKind()
	d.takeClosings()
	d.hideSigners()
	d.takeTitle()
	d.relabel()
	d.learnLabels()
	d.joints = d.join()
	d.mode = modeOf(d.kind, d.blocks)
	body := d.write()
	res, err := d.files(body)
	if err != nil {
		return nil, err
	}
	if err := d.nothingLost(words); err != nil {
		return nil, err
	}
	return res, nil
}

// chooseKind takes the kind that was asked for, or guesses it from what the
// document says of itself.
func (d *draft) chooseKind() {
	if d.kind = d.opt.Kind; d.kind != "" {
		return
	}
	d.guessed = true
	switch {
	case d.head.kind == "ke_hoach":
		d.kind = "ke-hoach"
	case d.head.kind != "" || d.head.number != "":
		d.kind = "van-ban"
	default:
		d.kind = "bai"
	}
}
