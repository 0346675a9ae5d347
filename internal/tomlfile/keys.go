package tomlfile

import (
	"slices"
	"strings"

	"thonlanh/internal/diag"
)

// Keys knows where each key of a decoded text stands, including keys whose
// value was refused. After Decode it is only read, so many goroutines may ask.
type Keys struct {
	src   *diag.Source
	start int // where the section begins
	root  *node
}

// node is a key: a table with keys of its own, or a key with a value.
type node struct {
	name     string
	at       int
	value    *value // nil for a table; gone after Decode
	valued   bool   // after Decode: has a value, at valueAt
	valueAt  int
	elemsAt  []int            // of a list
	blank    bool             // after Decode: the value is quotes without a word in them
	array    bool             // [[name]]: the tables below are of no use to us
	children []*node          // in the order of the file
	index    map[string]*node // of tables with many keys
}

// few is how many keys are looked through one by one.
const few = 16

func (n *node) child(name string) *node {
	if n.index != nil {
		return n.index[name]
	}
	for _, c := range n.children {
		if c.name == name {
			return c
		}
	}
	return nil
}

func (n *node) add(name string, at int) *node {
	c := &node{name: name, at: at}
	n.children = append(n.children, c)
	switch {
	case n.index != nil:
		n.index[name] = c
	case len(n.children) > few:
		n.index = make(map[string]*node, 2*few)
		for _, c := range n.children {
			n.index[c.name] = c
		}
	}
	return c
}

// Has reports whether a key is written, even if its value was refused.
func (k *Keys) Has(path ...string) bool {
	_, whole := k.find(path)
	return whole
}

// Blank reports whether a key is written with a text that has no word.
func (k *Keys) Blank(path ...string) bool {
	n, whole := k.find(path)
	return whole && n.blank
}

// HasBlank reports whether any key is written with a text that has no word.
func (k *Keys) HasBlank() bool { return k != nil && k.root != nil && k.root.hasBlank() }

func (n *node) hasBlank() bool {
	return n.blank || slices.ContainsFunc(n.children, (*node).hasBlank)
}

// Pos is the place of a key. For a key that is not written it is the nearest
// table that should hold it, and at last the first line of the section.
func (k *Keys) Pos(path ...string) diag.Pos {
	if k == nil || k.src == nil {
		return diag.Pos{Line: 1, Column: 1}
	}
	n, _ := k.find(path)
	return k.src.Pos(n.at)
}

// Value is the place of the value of a key, or of the key itself where it has
// none.
func (k *Keys) Value(path ...string) diag.Pos {
	if n, whole := k.find(path); whole && n.valued {
		return k.src.Pos(n.valueAt)
	}
	return k.Pos(path...)
}

// Elem is the place of one element of a list, or of the key where there is no
// such element.
func (k *Keys) Elem(i int, path ...string) diag.Pos {
	if n, whole := k.find(path); whole && i >= 0 && i < len(n.elemsAt) {
		return k.src.Pos(n.elemsAt[i])
	}
	return k.Pos(path...)
}

// find walks down a path as far as it exists.
func (k *Keys) find(path []string) (n *node, whole bool) {
	if k == nil || k.root == nil {
		return &node{}, false
	}
	n = k.root
	for _, name := range path {
		c := n.child(name)
		if c == nil {
			return n, false
		}
		n = c
	}
	return n, true
}

// settle keeps of each value where it stands, and lets go of what it was made
// of: Keys live as long as the record, of which there may be thousands.
func (n *node) settle(text string) {
	if v := n.value; v != nil {
		n.valued, n.valueAt, n.value = true, v.at, nil
		// A text that never ends has no end.
		n.blank = v.kind == stringValue && v.at < v.end && strings.Trim(text[v.at:v.end], "\"' \t\n") == ""
		if len(v.elems) > 0 {
			n.elemsAt = make([]int, len(v.elems))
			for i := range v.elems {
				n.elemsAt[i] = v.elems[i].at
			}
		}
	}
	for _, c := range n.children {
		c.settle(text)
	}
}

// buildKeys makes the tree of all keys from the statements of a section.
func buildKeys(src *diag.Source, start int, statements []statement) *Keys {
	k := &Keys{src: src, start: start, root: &node{at: start}}
	table := k.root
	for i := range statements {
		st := &statements[i]
		switch {
		case st.header && !st.keyWhole:
			table = nil // the table's name is not known, so neither are its keys' paths
		case st.header:
			table = tableNode(k.root, st)
		case table != nil && st.keyWhole:
			addPair(table, st.key, &st.value)
		}
	}
	return k
}

func tableNode(root *node, st *statement) *node {
	n := root
	for i, p := range st.key {
		c := n.child(p.name)
		if c == nil {
			c = n.add(p.name, p.at)
			c.array = st.array && i == len(st.key)-1
		}
		n = c
	}
	return n
}

// addPair adds a key with its value, and the keys of an inline table as its
// children. A key that is written twice keeps its first place.
func addPair(table *node, key []part, v *value) {
	n := table
	for _, p := range key[:len(key)-1] {
		c := n.child(p.name)
		if c == nil {
			c = n.add(p.name, p.at)
		}
		n = c
	}
	last := key[len(key)-1]
	if n.child(last.name) != nil {
		return
	}
	n = n.add(last.name, last.at)
	n.value = v
	for i := range v.pairs {
		addPair(n, v.pairs[i].key, &v.pairs[i].value)
	}
}
