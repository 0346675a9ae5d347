package tomlfile

import "thonlanh/internal/diag"

// Record is one named table, [ct-1] and what stands under it, or one named
// value of a table.
type Record[T any] struct {
	Name  string
	Pos   diag.Pos // of the name
	Value T
}

// Records is the named tables, or the named values of one type, of one level
// in the order of the file.
type Records[T any] []Record[T]

// Get finds a record by its exact name.
func (r Records[T]) Get(name string) (*T, bool) {
	for i := range r {
		if r[i].Name == name {
			return &r[i].Value, true
		}
	}
	return nil, false
}

// recordsType lets reflection tell Records from other slices.
func (Records[T]) recordsType() {}

type recordsMarker interface{ recordsType() }

// Strings is a list of texts; a single text is taken for a list of one.
type Strings []string
