package intake

import (
	"encoding/xml"
	"slices"
	"strings"
)

// readNotes reads footnotes or endnotes; kind is the first letter of their
// key.
func (r *word) readNotes(name, kind string) error {
	return r.asides(name, func(e xml.StartElement) error {
		if e.Name.Local != "footnote" && e.Name.Local != "endnote" {
			return r.skip()
		}
		blocks, err := r.body()
		if err != nil {
			return err
		}
		switch attr(e, "type") {
		case "separator", "continuationSeparator", "continuationNotice":
			return nil
		}
		var spans []span
		eachPara(blocks, func(p *para) {
			if p.empty() {
				return
			}
			if len(spans) > 0 {
				spans = append(spans, span{text: " "})
			}
			spans = append(spans, p.spans...)
		})
		if len(r.notes) < 20_000 {
			r.notes[kind+attr(e, "id")] = spans
		}
		return nil
	})
}

// readAsides names in the report what stands beside the document: comments,
// headers and footers.
func (r *word) readAsides(rels []relation, comments string) error {
	err := r.asides(comments, func(e xml.StartElement) error {
		if e.Name.Local != "comment" {
			return r.skip()
		}
		blocks, err := r.body()
		if s := textOfBlocks(blocks); hasWord(s) {
			r.leave("lời bình của người soạn", s)
		}
		return err
	})
	if err != nil {
		return err
	}
	seen := map[string]bool{}
	parts := 0
	for _, rel := range rels {
		what := ""
		switch {
		case strings.HasSuffix(rel.kind, "/header"):
			what = "đầu trang in (header)"
		case strings.HasSuffix(rel.kind, "/footer"):
			what = "chân trang in (footer)"
		default:
			continue
		}
		if parts++; parts > 200 {
			break
		}
		var blocks []block
		if err := r.asides(rel.target, func(e xml.StartElement) error { return r.block(e, &blocks) }); err != nil {
			return err
		}
		s := textOfBlocks(blocks)
		if seen[s] || strings.Trim(s, "0123456789 -–/.|") == "" {
			continue // a page number
		}
		seen[s] = true
		r.leave(what, s)
	}
	return nil
}

// asides hands the elements of a part that is not the document to visit. Its
// paragraphs have no place and no numbers.
func (r *word) asides(name string, visit func(xml.StartElement) error) error {
	part, err := r.a.open(name, maxOther)
	if err == errNoPart {
		return nil
	}
	if err != nil {
		return err
	}
	defer part.Close()
	outer, fields, paras := r.walker, r.fields, r.paras
	r.walker, r.fields, r.aside = newWalker(part), nil, true
	err = r.root(visit)
	r.walker, r.fields, r.aside, r.paras = outer, fields, false, paras
	return err
}

func textOfBlocks(blocks []block) string {
	var parts []string
	eachPara(blocks, func(p *para) {
		if s := p.text(); s != "" {
			parts = append(parts, s)
		}
	})
	return strings.Join(parts, " ")
}

func sortedKeys(m map[string][]span) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
