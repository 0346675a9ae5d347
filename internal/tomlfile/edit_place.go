package tomlfile

import "golang.org/x/text/unicode/norm"

// spot is a name of a file, with where it is written.
type spot struct {
	name     string
	children []*spot
	index    map[string]*spot // of tables with many names
	header   int              // the statement that opens the table; -1 for none
	array    bool             // [[name]]
	dotted   bool             // a table made by keys with dots: a.b = 1 makes a
	block    int              // of a dotted table: the header it stands under, -1 above the first
	last     int              // of a dotted table: the last statement that adds to it
	prefix   string           // of a dotted table: what its keys begin with there
	value    *value           // a value, or an inline table
}

func (n *spot) child(name string) *spot {
	name = norm.NFC.String(name)
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

func (n *spot) add(name string) *spot {
	if c := n.child(name); c != nil {
		return c
	}
	c := &spot{name: norm.NFC.String(name), header: -1, block: -1, last: -1}
	n.children = append(n.children, c)
	switch {
	case n.index != nil:
		n.index[c.name] = c
	case len(n.children) > few:
		n.index = make(map[string]*spot, 2*few)
		for _, x := range n.children {
			n.index[x.name] = x
		}
	}
	return c
}

// placeAll makes the tree of all names of a file that has no mistake.
func placeAll(text string, statements []statement) *spot {
	root := &spot{header: -1, block: -1, last: -1}
	table, block := root, -1
	for i := range statements {
		st := &statements[i]
		if st.bad != nil {
			continue
		}
		if st.header {
			table, block = root, i
			for _, p := range st.key {
				table = table.add(p.name)
			}
			table.header = i
			table.array = table.array || st.array
			continue
		}
		n := table
		for k, p := range st.key[:len(st.key)-1] {
			n = n.add(p.name)
			n.dotted, n.block, n.last = true, block, i
			n.prefix = text[st.key[0].at:st.key[k+1].at]
		}
		n.add(st.key[len(st.key)-1].name).hold(&st.value)
	}
	return root
}

// hold gives a name its value, and its names to an inline table.
func (n *spot) hold(v *value) {
	n.value = v
	for i := range v.pairs {
		c := n
		for _, p := range v.pairs[i].key {
			c = c.add(p.name)
		}
		if c.value == nil {
			c.hold(&v.pairs[i].value)
		}
	}
}
