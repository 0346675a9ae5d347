package check

import "bytes"

// tag is one tag of a finished page. Name and attributes are slices of the
// page; nothing is copied.
type tag struct {
	name  []byte // as written; the generator writes small letters
	end   bool   // </name>
	self  bool   // <name/>
	attrs []attr
	at    int // offset of "<"
}

type attr struct{ name, value []byte }

// scanner walks over the tags of a page in one pass. It reads what this
// program writes (quoted attributes, no stray "<"), and stays in step with an
// HTML tokenizer on anything else.
type scanner struct {
	data []byte
	pos  int
	from int // where the text after the last tag began
	tag  tag
	text []byte // the text before the tag
}

// next moves to the next tag; false at the end of the page, with the last
// text.
func (s *scanner) next() bool {
	for i := s.pos; ; i++ {
		n := bytes.IndexByte(s.data[i:], '<')
		if n < 0 || i+n+1 >= len(s.data) {
			break
		}
		i += n
		c := s.data[i+1]
		switch {
		case letter(c):
			s.text = s.data[s.from:i]
			s.read(i, i+1, false)
		case c == '/' && i+2 < len(s.data) && letter(s.data[i+2]):
			s.text = s.data[s.from:i]
			s.read(i, i+2, true)
		case c == '!' || c == '?' || c == '/':
			s.text = s.data[s.from:i]
			s.tag = tag{at: i, attrs: s.tag.attrs[:0]}
			s.pos = s.markup(i)
			s.from = s.pos
		default:
			continue
		}
		return true
	}
	s.text = s.data[min(s.from, len(s.data)):]
	s.pos, s.from = len(s.data), len(s.data)
	return false
}

// markup is the end of a comment, a doctype or a bogus comment at i.
func (s *scanner) markup(i int) int {
	if hasPrefix(s.data[i:], "<!--") {
		k := i + 4
		if hasPrefix(s.data[k:], ">") {
			return k + 1
		}
		if hasPrefix(s.data[k:], "->") {
			return k + 2
		}
		for ; k < len(s.data); k++ {
			if hasPrefix(s.data[k:], "-->") {
				return k + 3
			}
			if hasPrefix(s.data[k:], "--!>") {
				return k + 4
			}
		}
		return len(s.data)
	}
	for k := i; k < len(s.data); k++ {
		if s.data[k] == '>' {
			return k + 1
		}
	}
	return len(s.data)
}

// read takes a tag whose name begins at i.
func (s *scanner) read(at, i int, end bool) {
	d := s.data
	k := i
	for k < len(d) && !blank(d[k]) && d[k] != '/' && d[k] != '>' {
		k++
	}
	s.tag = tag{name: d[i:k], end: end, attrs: s.tag.attrs[:0], at: at}
	for k < len(d) {
		for k < len(d) && (blank(d[k]) || d[k] == '/') {
			k++
		}
		if k >= len(d) || d[k] == '>' {
			break
		}
		name := k
		k++ // a name may begin with "="
		for k < len(d) && !blank(d[k]) && d[k] != '/' && d[k] != '>' && d[k] != '=' {
			k++
		}
		a := attr{name: d[name:k]}
		for k < len(d) && blank(d[k]) {
			k++
		}
		if k < len(d) && d[k] == '=' {
			k++
			for k < len(d) && blank(d[k]) {
				k++
			}
			k = s.value(k, &a)
		}
		s.tag.attrs = append(s.tag.attrs, a)
	}
	if k < len(d) {
		s.tag.self = d[k-1] == '/' && k-1 > i
		k++
	}
	s.pos, s.from = k, k
	if !end {
		s.pos = s.raw(k)
	}
}

func (s *scanner) value(k int, a *attr) int {
	d := s.data
	if k >= len(d) || d[k] == '>' {
		return k
	}
	if q := d[k]; q == '"' || q == '\'' {
		start := k + 1
		if k = bytes.IndexByte(d[start:], q); k < 0 {
			a.value = d[start:]
			return len(d)
		}
		a.value = d[start : start+k]
		return start + k + 1
	}
	start := k
	for k < len(d) && !blank(d[k]) && d[k] != '>' {
		k++
	}
	a.value = d[start:k]
	return k
}

// raw passes over the inside of script, style, textarea and title, which hold
// no tags, up to their end tag.
func (s *scanner) raw(k int) int {
	name := string(lower(s.tag.name))
	switch name {
	case "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "noscript":
	default:
		return k
	}
	if name == "noscript" || s.tag.self {
		return k
	}
	for ; k < len(s.data); k++ {
		if s.data[k] == '<' && k+1 < len(s.data) && s.data[k+1] == '/' && k+2+len(name) <= len(s.data) &&
			string(lower(s.data[k+2:k+2+len(name)])) == name {
			after := k + 2 + len(name)
			if after == len(s.data) || blank(s.data[after]) || s.data[after] == '/' || s.data[after] == '>' {
				return k
			}
		}
	}
	return len(s.data)
}

func lower(b []byte) []byte {
	for i, c := range b {
		if c >= 'A' && c <= 'Z' {
			out := append([]byte(nil), b...)
			for ; i < len(out); i++ {
				if out[i] >= 'A' && out[i] <= 'Z' {
					out[i] += 'a' - 'A'
				}
			}
			return out
		}
	}
	return b
}

func hasPrefix(b []byte, s string) bool { return len(b) >= len(s) && string(b[:len(s)]) == s }

func letter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

func blank(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }
