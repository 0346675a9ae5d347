package intake

import "encoding/xml"

// drawing reads what hangs on a paragraph: the words of a text box go after
// it, a picture is named in the report.
func (r *word) drawing(e xml.StartElement) error {
	picture, other, about := false, "", ""
	before := r.bytes
	var visit func(e xml.StartElement) error
	visit = func(e xml.StartElement) error {
		switch e.Name.Local {
		case "txbxContent":
			held, fields := r.pending, r.fields
			r.pending, r.fields = nil, nil
			blocks, err := r.body()
			r.pending, r.fields = append(held, append(blocks, r.pending...)...), fields
			return err
		case "AlternateContent":
			return r.alternate(visit)
		case "docPr", "cNvPr":
			if s := attr(e, "descr"); s != "" && about == "" {
				about = s
			}
		case "blip", "imagedata", "pic":
			picture = true
		case "chart":
			other = "biểu đồ"
		case "relIds":
			other = "sơ đồ (SmartArt)"
		case "OLEObject":
			other = "đối tượng nhúng"
		case "textpath":
			if s := attr(e, "string"); hasWord(s) {
				r.leave("chữ nghệ thuật", s)
			}
		}
		return r.children(visit)
	}
	if err := r.children(visit); err != nil {
		return err
	}
	switch {
	case other != "":
		r.leave(other+" (máy không đọc được chữ bên trong)", about)
	case picture && r.bytes == before:
		r.leave("hình", about)
	case about != "" && r.bytes == before && r.quiet == 0:
		r.leave("hình vẽ", about)
	}
	return nil
}
