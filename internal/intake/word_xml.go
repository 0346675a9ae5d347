package intake

import (
	"encoding/xml"
	"errors"
	"io"
)

// walker goes through the XML of one part. Every handler takes the element it
// is given to its end; what nobody knows is skipped.
type walker struct {
	dec   *xml.Decoder
	depth int
}

func newWalker(r io.Reader) *walker {
	dec := xml.NewDecoder(r)
	dec.CharsetReader = func(charset string, input io.Reader) (io.Reader, error) {
		return nil, errors.New("charset " + charset)
	}
	return &walker{dec: dec}
}

// children hands each element inside the current one to visit.
func (w *walker) children(visit func(xml.StartElement) error) error {
	w.depth++
	defer func() { w.depth-- }()
	if w.depth > maxDepth {
		return damaged("elements nested too deep")
	}
	for {
		tok, err := w.dec.Token()
		if err != nil {
			return broke(err)
		}
		switch t := tok.(type) {
		case xml.StartElement:
			if err := visit(t); err != nil {
				return err
			}
		case xml.EndElement:
			return nil
		}
	}
}

// skip goes to the end of the current element.
func (w *walker) skip() error {
	for depth := 1; depth > 0; {
		tok, err := w.dec.Token()
		if err != nil {
			return broke(err)
		}
		switch tok.(type) {
		case xml.StartElement:
			if depth++; depth > 4*maxDepth {
				return damaged("elements nested too deep")
			}
		case xml.EndElement:
			depth--
		}
	}
	return nil
}

// text is the characters of the current element, at most limit bytes.
func (w *walker) text(limit int) (string, error) {
	var b []byte
	for depth := 1; ; {
		tok, err := w.dec.Token()
		if err != nil {
			return "", broke(err)
		}
		switch t := tok.(type) {
		case xml.CharData:
			if len(b)+len(t) > limit {
				return "", tooLarge("text too large")
			}
			b = append(b, t...)
		case xml.StartElement:
			if depth++; depth > maxDepth {
				return "", damaged("elements nested too deep")
			}
		case xml.EndElement:
			if depth--; depth == 0 {
				return string(b), nil
			}
		}
	}
}

// root hands the children of the first element to visit.
func (w *walker) root(visit func(xml.StartElement) error) error {
	for {
		tok, err := w.dec.Token()
		if err != nil {
			return broke(err)
		}
		if _, ok := tok.(xml.StartElement); ok {
			return w.children(visit)
		}
	}
}

// broke makes every fault of the XML or of the archive a refusal.
func broke(err error) error {
	var r *Refusal
	if errors.As(err, &r) {
		return r
	}
	return damaged(err.Error())
}
