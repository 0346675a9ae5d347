package lock

import (
	"bytes"
	"iter"
	"slices"
	"strings"
)

// maxID is the longest id that is kept, in bytes. No citation is that long;
// the bound keeps a hostile line from growing when it is read.
const maxID = 200

// Spell writes ids in short: what stands below a unit stands in brackets
// behind it, and neighbours that differ only behind their last hyphen follow
// one another with a comma. So
//
//	dieu-1 dieu-1-khoan-1 dieu-1-khoan-2 dieu-1-khoan-2-diem-a dieu-2
//
// is "dieu-1(khoan-1,2(diem-a)),2". The order is that of the bytes and repeats
// are dropped, so the same ids have one spelling. An id that no unit can have
// is left out.
func Spell(ids []string) string {
	sorted := slices.Clone(ids)
	slices.Sort(sorted)
	s := speller{out: make([]byte, 0, 8*len(ids))}
	for i, id := range sorted {
		if id == "" || len(id) > maxID || i > 0 && id == sorted[i-1] || !isName(id) {
			continue
		}
		s.add(id)
	}
	for range s.open {
		s.out = append(s.out, ')')
	}
	return string(s.out)
}

// speller writes sorted ids. A unit stands before all that is below it, since
// no byte of an id sorts before the hyphen.
type speller struct {
	out   []byte
	open  []level // one for each open bracket
	level         // inside the innermost
}

// level is a list of units inside one bracket.
type level struct {
	around string // the id around it and its hyphen
	last   string // the last id written
	stem   string // of the comma list that is open: all up to the last hyphen
}

func (s *speller) add(id string) {
	if s.last != "" && len(id) > len(s.last)+1 && id[len(s.last)] == '-' && id[:len(s.last)] == s.last {
		s.open = append(s.open, s.level)
		s.level = level{around: id[:len(s.last)+1]}
		s.out = append(s.out, '(')
		s.first(id)
		return
	}
	for len(s.open) > 0 && (len(id) == len(s.around) || !strings.HasPrefix(id, s.around)) {
		s.level = s.open[len(s.open)-1]
		s.open = s.open[:len(s.open)-1]
		s.out = append(s.out, ')')
	}
	if s.last == "" {
		s.first(id)
		return
	}
	if s.stem == stemOf(id, len(s.around)) {
		s.out = append(s.out, ',')
		s.out = append(s.out, id[len(s.stem):]...)
		s.last = id
		return
	}
	s.out = append(s.out, ' ')
	s.first(id)
}

// first writes an id that begins a comma list.
func (s *speller) first(id string) {
	s.out = append(s.out, id[len(s.around):]...)
	s.last, s.stem = id, stemOf(id, len(s.around))
}

// stemOf is an id up to its last hyphen behind the part around it.
func stemOf(id string, around int) string {
	return id[:around+strings.LastIndexByte(id[around:], '-')+1]
}

// Units are the ids of a spelling in its order. The bytes are good until the
// next one.
func Units(spelled string) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) { walk(spelled, yield) }
}

// faulty is the offset of what is wrong with a spelling, -1 for nothing.
func faulty(spelled string) int {
	return walk(spelled, func([]byte) bool { return true })
}

// walk visits the ids of a spelling until visit says stop, and gives the
// offset of what is wrong with it, or -1. It keeps one id, so a short line
// cannot become a long list in memory.
func walk(s string, visit func(id []byte) bool) int {
	if s == "" {
		return -1
	}
	type list struct{ around, stem int } // lengths of parts of the id
	var open []list
	var now list
	id := make([]byte, 0, 2*maxID+2)
	first := true // a whole name comes, not one behind a comma
	for i := 0; ; {
		from := i
		for i < len(s) && inName(s[i]) {
			i++
		}
		if first {
			if i == from {
				return i
			}
			id = append(id[:now.around], s[from:min(i, from+maxID+1)]...)
			now.stem = now.around + bytes.LastIndexByte(id[now.around:], '-') + 1
		} else {
			id = append(id[:now.stem], s[from:min(i, from+maxID+1)]...)
		}
		if len(id) == 0 || len(id) > maxID {
			return from
		}
		if !visit(id) {
			return -1
		}
		for i < len(s) && s[i] == ')' {
			if len(open) == 0 {
				return i
			}
			now = open[len(open)-1]
			open = open[:len(open)-1]
			i++
		}
		if i == len(s) {
			if len(open) > 0 {
				return i
			}
			return -1
		}
		switch s[i] {
		case '(':
			if s[i-1] == ')' {
				return i
			}
			open = append(open, now)
			id = append(id, '-')
			now, first = list{around: len(id)}, true
		case ',':
			first = false
		case ' ':
			first = true
		default:
			return i
		}
		i++
	}
}

func isName(s string) bool {
	for i := range len(s) {
		if !inName(s[i]) {
			return false
		}
	}
	return true
}

// inName reports the bytes that ids are made of.
func inName(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-'
}
