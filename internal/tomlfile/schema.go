package tomlfile

import (
	"bytes"
	"encoding/json"
)

// Schema gives the JSON Schema (draft 2020-12) of the files that Decode reads
// into v, for completion in editors. Keys stand in the order of the struct;
// the doc tag of a field is its description, the enum tag its choices.
func Schema(v any) ([]byte, error) {
	s, err := shapeOf(v)
	if err != nil {
		return nil, err
	}
	root := ordered{{"$schema", "https://json-schema.org/draft/2020-12/schema"}}
	root = append(root, s.schema(nil)...)
	raw, err := json.Marshal(root)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := json.Indent(&out, raw, "", "  "); err != nil {
		return nil, err
	}
	out.WriteByte('\n')
	return out.Bytes(), nil
}

// ordered is a JSON object whose members keep their order.
type ordered []member

type member struct {
	name  string
	value any
}

func (o ordered) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, m := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		name, err := json.Marshal(m.name)
		if err != nil {
			return nil, err
		}
		value, err := json.Marshal(m.value)
		if err != nil {
			return nil, err
		}
		b.Write(name)
		b.WriteByte(':')
		b.Write(value)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

func (s *shape) schema(enum []string) ordered {
	switch s.kind {
	case kindString:
		o := ordered{{"type", "string"}}
		if enum != nil {
			o = append(o, member{"enum", enum})
		}
		return o
	case kindBool:
		return ordered{{"type", "boolean"}}
	case kindInt:
		return ordered{{"type", "integer"}}
	case kindFloat:
		return ordered{{"type", "number"}}
	case kindDate:
		return ordered{{"type", "string"}, {"format", "date"}}
	case kindList:
		list := ordered{{"type", "array"}, {"items", s.elem.schema(enum)}}
		if s.single {
			return ordered{{"oneOf", []ordered{s.elem.schema(enum), list}}}
		}
		return list
	case kindRecords:
		return ordered{{"type", "object"}, {"additionalProperties", s.elem.schema(nil)}}
	}
	properties := ordered{}
	for i := range s.fields {
		f := &s.fields[i]
		properties = append(properties, member{f.key, f.schema()})
	}
	o := ordered{{"type", "object"}, {"properties", properties}}
	if s.rest == nil {
		return append(o, member{"additionalProperties", false})
	}
	return append(o, member{"additionalProperties", s.rest.shape.elem.schema(nil)})
}

func (f *field) schema() ordered {
	o := f.shape.schema(f.enum)
	if f.doc == "" {
		return o
	}
	return append(ordered{{"description", f.doc}}, o...)
}
