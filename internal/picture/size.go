// Package picture looks into picture files: how large they are, and what must
// not travel with them (where and by whom a photograph was taken).
package picture

import (
	"bytes"
	"encoding/xml"
	"image"
	_ "image/gif"  // decoders for the sizes of pictures
	_ "image/jpeg" //
	_ "image/png"  //
	"io/fs"
	"math"
	"path"
	"strconv"
	"strings"
)

// Size reads the width and height of a picture in CSS pixels; 0, 0 when the
// file does not say.
func Size(project fs.FS, name string) (width, height int) {
	f, err := project.Open(name)
	if err != nil {
		return 0, 0
	}
	defer f.Close()
	if strings.EqualFold(path.Ext(name), ".svg") {
		head := make([]byte, 8192)
		n, _ := f.Read(head)
		return svgSize(head[:n])
	}
	c, _, err := image.DecodeConfig(f)
	if err != nil {
		return 0, 0
	}
	return c.Width, c.Height
}

// svgSize takes width and height of the root element, else its viewBox.
func svgSize(head []byte) (width, height int) {
	d := xml.NewDecoder(bytes.NewReader(head))
	d.Strict = false
	for {
		t, err := d.RawToken()
		if err != nil {
			return 0, 0
		}
		el, ok := t.(xml.StartElement)
		if !ok {
			continue
		}
		if el.Name.Local != "svg" {
			return 0, 0
		}
		var w, h float64
		var box []string
		for _, a := range el.Attr {
			switch a.Name.Local {
			case "width":
				w = pixels(a.Value)
			case "height":
				h = pixels(a.Value)
			case "viewBox":
				box = strings.Fields(strings.ReplaceAll(a.Value, ",", " "))
			}
		}
		if (w <= 0 || h <= 0) && len(box) == 4 {
			w, h = pixels(box[2]), pixels(box[3])
		}
		return int(math.Round(w)), int(math.Round(h))
	}
}

func pixels(s string) float64 {
	v, err := strconv.ParseFloat(strings.TrimSuffix(strings.TrimSpace(s), "px"), 64)
	if err != nil || v < 0 || v > 1e5 || math.IsNaN(v) {
		return 0
	}
	return v
}
