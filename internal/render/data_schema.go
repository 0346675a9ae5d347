package render

import (
	"thonlanh/internal/config"
	"thonlanh/internal/site"
)

// schemaID is the address of the schema of a dataset: without a base address
// that of a neighbour in the same folder.
func schemaID(f dataFile, c *config.Config) string {
	path := dataPath(f.Name, "schema.json")
	if c.BaseURL == "" {
		return path[len("du-lieu/"):]
	}
	return c.BaseURL + path
}

// schema describes the JSON file of a dataset for programs (JSON Schema, draft
// 2020-12). It stays open: keys may be added later, so whoever reads the files
// should pass over those they do not know.
func (d *dataset) schema(f dataFile, s *site.Site) []byte {
	c := s.Config
	out := make([]byte, 0, 4<<10)
	out = append(out, `{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":`...)
	out = appendJSON(out, schemaID(f, c))
	out = append(out, `,"title":`...)
	out = appendJSON(out, f.Title+", "+c.Name)
	out = append(out, `,"description":`...)
	out = appendJSON(out, d.scope)
	out = append(out, `,"type":"object","required":["tap_du_lieu","ten","don_vi","cap_nhat","giay_phep","luoc_do","pham_vi","khoa","truong","du_lieu"`...)
	if s.Sample {
		out = append(out, `,"mau","ghi_chu"`...)
	}
	out = append(out, `],"properties":{"tap_du_lieu":{"const":`...)
	out = appendJSON(out, f.Name)
	out = append(out, `},"ten":{"type":"string"},"don_vi":{"description":"Xã, phường có cổng này","type":"string"},`+
		`"mau":{"description":"true: bản mẫu, không phải số liệu thật","const":true},"ghi_chu":{"type":"string"},`+
		`"cap_nhat":{"description":"Ngày của điều mới nhất trong tập","type":["string","null"],"format":"date"},`+
		`"giay_phep":{"description":"Được dùng lại thế nào","type":["string","null"]},`+
		`"luoc_do":{"description":"Địa chỉ của lược đồ này","type":"string","format":"uri-reference"},`+
		`"pham_vi":{"description":"Tập có những gì","type":"string"},`+
		`"khong_dang":{"description":"Điều gì không có trong tập, vì sao","type":["string","null"]},`+
		`"khoa":{"description":"Trường phân biệt các dòng; giá trị không đổi qua các lần dựng cổng","const":`...)
	out = appendJSON(out, d.key)
	out = append(out, `},"truong":{"description":"Ý nghĩa từng trường","type":"array","items":{"type":"object","required":["ten","nghia","kieu","co_the_trong","nguon"]}},`+
		`"du_lieu":{"type":"array","items":{"$ref":"#/$defs/dong"}}},"$defs":{"dong":{"type":"object","required":[`...)
	for i, col := range d.columns {
		if i > 0 {
			out = append(out, ',')
		}
		out = appendJSON(out, col.key)
	}
	out = append(out, `],"properties":{`...)
	for i, col := range d.columns {
		if i > 0 {
			out = append(out, ',')
		}
		out = append(appendJSON(out, col.key), ':')
		out = d.columnSchema(out, col)
	}
	return append(out, "}}}}"...)
}

// columnSchema appends what values a field may have.
func (d *dataset) columnSchema(out []byte, c column) []byte {
	out = append(out, `{"description":`...)
	words := c.doc
	if c.unit != "" {
		words += " (" + c.unit + ")"
	}
	if c.blank != "" {
		words += ". Trống: " + c.blank
	}
	out = appendJSON(out, words)
	if c.is == choiceColumn {
		out = append(out, `,"oneOf":[`...)
		for i, v := range c.choices {
			if i > 0 {
				out = append(out, ',')
			}
			out = appendJSON(append(out, `{"const":`...), v.key)
			out = appendJSON(append(out, `,"title":`...), v.doc)
			out = append(out, '}')
		}
		if c.blank != "" {
			out = append(out, `,{"type":"null"}`...)
		}
		return append(out, "]}"...)
	}
	shape := [...]struct{ kind, more string }{
		textColumn:   {"string", `,"minLength":1`},
		wholeColumn:  {"integer", ""},
		numberColumn: {"number", ""},
		dayColumn:    {"string", `,"format":"date","pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"`},
		yesColumn:    {"boolean", ""},
		listColumn:   {"array", `,"items":{"type":"string","minLength":1}`},
		choiceColumn: {},
	}[c.is]
	switch {
	case c.is == listColumn && c.blank == "":
		out = append(out, `,"type":"array","minItems":1`...)
	case c.is == listColumn || c.blank == "":
		out = append(out, `,"type":"`+shape.kind+`"`...)
	default:
		out = append(out, `,"type":["`+shape.kind+`","null"]`...)
	}
	return append(append(out, shape.more...), '}')
}
