package tomlfile

import (
	"fmt"
	"reflect"
	"strings"
	"sync"

	"thonlanh/internal/date"
)

// kind is what a field can hold.
type kind int

const (
	kindString kind = iota
	kindBool
	kindInt
	kindFloat
	kindDate
	kindList    // of strings, whole numbers or dates
	kindTable   // a nested struct
	kindRecords // named tables
)

// shape is a Go type as Decode and Schema see it.
type shape struct {
	kind   kind
	typ    reflect.Type // without the pointer
	fields []field      // of kindTable
	rest   *field       // of kindTable: the Records field that takes all other tables
	elem   *shape       // of kindList and kindRecords
	single bool         // of kindList: one text may stand for a list of one
	names  []string     // of the outermost table: allKeys
}

// field is one key of a table.
type field struct {
	key     string
	doc     string
	enum    []string
	index   []int // path through embedded structs
	pointer bool
	shape   *shape
}

func (s *shape) field(key string) *field {
	for i := range s.fields {
		if s.fields[i].key == key {
			return &s.fields[i]
		}
	}
	return nil
}

// keys names the keys of a table, for suggestions.
func (s *shape) keys() []string {
	names := make([]string, 0, len(s.fields))
	for _, f := range s.fields {
		names = append(names, f.key)
	}
	return names
}

// allKeys names the keys of a table and of all tables inside it.
func (s *shape) allKeys() []string {
	var names []string
	switch s.kind {
	case kindRecords:
		return s.elem.allKeys()
	case kindTable:
		for _, f := range s.fields {
			names = append(append(names, f.key), f.shape.allKeys()...)
		}
		if s.rest != nil {
			names = append(names, s.rest.shape.allKeys()...)
		}
	}
	return names
}

// Check reports whether v is a pointer to a struct that Decode can fill. It
// is for the tests of packages that define such structs; Decode panics where
// Check reports an error.
func Check(v any) error {
	_, err := shapeOf(v)
	return err
}

func shapeOf(v any) (*shape, error) {
	t := reflect.TypeOf(v)
	if t == nil || t.Kind() != reflect.Pointer || t.Elem().Kind() != reflect.Struct {
		return nil, fmt.Errorf("tomlfile: %T is not a pointer to a struct", v)
	}
	if s, ok := shapes.Load(t); ok {
		return s.(*shape), nil
	}
	s, err := typeShape(t.Elem(), 0)
	if err != nil {
		return nil, err
	}
	s.names = s.allKeys()
	shapes.Store(t, s)
	return s, nil
}

// shapes keeps what was worked out of a type (reflect.Type to *shape): types
// do not change, and a site decodes thousands of files of one kind.
var shapes sync.Map

// shapeDepth bounds nested types, so that a type that contains itself is an
// error instead of an endless loop.
const shapeDepth = 8

func typeShape(t reflect.Type, depth int) (*shape, error) {
	if depth > shapeDepth {
		return nil, fmt.Errorf("tomlfile: %v is nested too deeply", t)
	}
	if t == reflect.TypeFor[date.Date]() {
		return &shape{kind: kindDate, typ: t}, nil
	}
	switch t.Kind() {
	case reflect.String:
		return &shape{kind: kindString, typ: t}, nil
	case reflect.Bool:
		return &shape{kind: kindBool, typ: t}, nil
	case reflect.Int, reflect.Int64:
		return &shape{kind: kindInt, typ: t}, nil
	case reflect.Float64:
		return &shape{kind: kindFloat, typ: t}, nil
	case reflect.Struct:
		return structShape(t, depth)
	case reflect.Slice:
		if t.Implements(reflect.TypeFor[recordsMarker]()) {
			value, _ := t.Elem().FieldByName("Value")
			elem, err := typeShape(value.Type, depth+1)
			if err != nil {
				return nil, err
			}
			if k := elem.kind; k != kindTable && k != kindString && k != kindInt && k != kindDate {
				return nil, fmt.Errorf("tomlfile: records of %v are not supported", value.Type)
			}
			return &shape{kind: kindRecords, typ: t, elem: elem}, nil
		}
		elem, err := typeShape(t.Elem(), depth+1)
		if err != nil {
			return nil, err
		}
		if k := elem.kind; k != kindString && k != kindInt && k != kindDate {
			return nil, fmt.Errorf("tomlfile: a list of %v is not supported", t.Elem())
		}
		return &shape{kind: kindList, typ: t, elem: elem, single: t == reflect.TypeFor[Strings]()}, nil
	}
	return nil, fmt.Errorf("tomlfile: type %v is not supported", t)
}

func structShape(t reflect.Type, depth int) (*shape, error) {
	s := &shape{kind: kindTable, typ: t}
	if err := s.addFields(t, nil, depth); err != nil {
		return nil, err
	}
	return s, nil
}

// addFields adds the tagged fields of t, and those of its embedded structs as
// if they were its own.
func (s *shape) addFields(t reflect.Type, index []int, depth int) error {
	if len(index) > shapeDepth {
		return fmt.Errorf("tomlfile: %v is embedded too deeply", t)
	}
	for i := range t.NumField() {
		sf := t.Field(i)
		at := append(append([]int(nil), index...), i)
		key := sf.Tag.Get("toml")
		if sf.Anonymous && key == "" && sf.Type.Kind() == reflect.Struct {
			if err := s.addFields(sf.Type, at, depth); err != nil {
				return err
			}
			continue
		}
		if key == "" || key == "-" {
			continue
		}
		if !sf.IsExported() {
			return fmt.Errorf("tomlfile: %v.%s has a toml tag but is not exported", t, sf.Name)
		}
		f := field{key: key, doc: sf.Tag.Get("doc"), index: at}
		if enum, ok := sf.Tag.Lookup("enum"); ok {
			f.enum = strings.Split(enum, ",")
		}
		ft := sf.Type
		if ft.Kind() == reflect.Pointer {
			f.pointer, ft = true, ft.Elem()
		}
		var err error
		if f.shape, err = typeShape(ft, depth+1); err != nil {
			return fmt.Errorf("%v.%s: %w", t, sf.Name, err)
		}
		if f.enum != nil && f.shape.kind != kindString && (f.shape.kind != kindList || f.shape.elem.kind != kindString) {
			return fmt.Errorf("tomlfile: %v.%s has an enum tag but holds no text", t, sf.Name)
		}
		if key == "*" {
			if f.shape.kind != kindRecords || f.shape.elem.kind != kindTable || f.pointer || s.rest != nil {
				return fmt.Errorf(`tomlfile: %v.%s: "*" is for one field of Records of a struct`, t, sf.Name)
			}
			s.rest = &f
			continue
		}
		if s.field(key) != nil {
			return fmt.Errorf("tomlfile: %v has the key %q twice", t, key)
		}
		s.fields = append(s.fields, f)
	}
	return nil
}
