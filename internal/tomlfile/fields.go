package tomlfile

// Field is one key of the files that Decode reads into a struct, as the author
// of such a file should know it.
type Field struct {
	Key     string // "*" for the named tables that the file itself consists of
	Doc     string
	Enum    []string
	Example string // how a value is written; empty for tables
	IsDate  bool
	Table   bool    // Fields stand under [key]
	Named   bool    // Fields, or values like Example, stand under [key.name]
	Fields  []Field // of tables
}

// Fields lists the keys of the files that Decode reads into v, a pointer to a
// struct that passes Check: plain keys in the order of the struct, then the
// tables, which TOML wants last.
func Fields(v any) ([]Field, error) {
	s, err := shapeOf(v)
	if err != nil {
		return nil, err
	}
	return s.list(), nil
}

func (s *shape) list() []Field {
	var plain, tables []Field
	for i := range s.fields {
		f := s.fields[i].describe()
		if f.Table || f.Named {
			tables = append(tables, f)
		} else {
			plain = append(plain, f)
		}
	}
	if s.rest != nil {
		tables = append(tables, s.rest.describe())
	}
	return append(plain, tables...)
}

func (f *field) describe() Field {
	out := Field{Key: f.key, Doc: f.doc, Enum: f.enum}
	switch s := f.shape; s.kind {
	case kindTable:
		out.Table, out.Fields = true, s.list()
	case kindRecords:
		out.Named = true
		if s.elem.kind == kindTable {
			out.Fields = s.elem.list()
			break
		}
		out.Example, out.IsDate = exampleValue(s.elem), s.elem.kind == kindDate
	default:
		out.Example, out.IsDate = exampleValue(s), s.kind == kindDate
		switch {
		case f.enum != nil && s.kind == kindList:
			out.Example = `["` + f.enum[0] + `"]`
		case f.enum != nil:
			out.Example = `"` + f.enum[0] + `"`
		}
	}
	return out
}
