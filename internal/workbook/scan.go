package workbook

import (
	"bytes"
	"errors"
	"strconv"
	"strings"
	"unicode/utf8"
)

// token is what a scanner stands on.
type token uint8

const (
	tokEnd   token = iota // the end of the part, or of what can be read of it
	tokOpen               // a start tag
	tokClose              // an end tag; also given after a tag that closes itself
	tokText
)

const (
	maxDepth = 200
	maxAttrs = 500
)

// scanner goes through the XML of a part that is in memory. It knows the place
// of every token to the byte, which is what a copy with changes needs, and it
// makes nothing for what nobody asks about, which is what a hundred thousand
// rows need. There are no entities but the five of XML: a document type is a
// fault. Names are compared without their prefix, as the programs that write
// workbooks choose different ones for the same namespaces.
type scanner struct {
	src      []byte
	pos      int
	from, to int    // of the current token
	name     []byte // with its prefix
	local    []byte
	self     bool // the tag closes itself
	cdata    bool
	attrs    []attribute
	open     [][]byte
	pending  bool // a tag that closed itself has its end still to give
	err      error
}

type attribute struct {
	local, value []byte // the value as it is spelt
	from, to     int    // of the whole attribute, without the space before it
}

func newScanner(src []byte) *scanner { return &scanner{src: src} }

func (s *scanner) fail(what string) token {
	if s.err == nil {
		s.err = errors.New("xml: " + what + " at byte " + strconv.Itoa(s.pos))
	}
	s.pos = len(s.src)
	return tokEnd
}

// next goes to the next token.
func (s *scanner) next() token {
	if s.err != nil {
		return tokEnd
	}
	if s.pending {
		s.pending = false
		s.from = s.to
		s.open = s.open[:len(s.open)-1]
		return tokClose
	}
	for s.pos < len(s.src) {
		s.from = s.pos
		rest := s.src[s.pos:]
		switch {
		case rest[0] != '<':
			n := bytes.IndexByte(rest, '<')
			if n < 0 {
				n = len(rest)
			}
			s.pos += n
			s.to, s.cdata = s.pos, false
			return tokText
		case bytes.HasPrefix(rest, []byte("<!--")):
			if !s.past("-->", 4) {
				return s.fail("a comment without an end")
			}
		case bytes.HasPrefix(rest, []byte("<![CDATA[")):
			if !s.past("]]>", 9) {
				return s.fail("a CDATA section without an end")
			}
			s.to, s.cdata = s.pos, true
			return tokText
		case bytes.HasPrefix(rest, []byte("<?")):
			if !s.past("?>", 2) {
				return s.fail("an instruction without an end")
			}
		case bytes.HasPrefix(rest, []byte("<!")):
			return s.fail("a document type")
		case bytes.HasPrefix(rest, []byte("</")):
			return s.end()
		default:
			return s.start()
		}
	}
	if len(s.open) > 0 {
		return s.fail("the part ends too early")
	}
	return tokEnd
}

func (s *scanner) past(end string, skip int) bool {
	i := bytes.Index(s.src[s.pos+skip:], []byte(end))
	if i < 0 {
		return false
	}
	s.pos += skip + i + len(end)
	return true
}

func (s *scanner) end() token {
	i := bytes.IndexByte(s.src[s.pos:], '>')
	if i < 0 {
		return s.fail("a tag without an end")
	}
	name := bytes.TrimRight(s.src[s.pos+2:s.pos+i], " \t\r\n")
	if len(s.open) == 0 || !bytes.Equal(s.open[len(s.open)-1], name) {
		return s.fail("an end tag that nothing began")
	}
	s.open = s.open[:len(s.open)-1]
	s.setName(name)
	s.pos += i + 1
	s.to = s.pos
	return tokClose
}

func (s *scanner) setName(name []byte) {
	s.name, s.local = name, name
	if i := colon(name); i >= 0 {
		s.local = name[i+1:]
	}
}

// colon is the place of the one between prefix and name, or -1.
func colon(name []byte) int {
	i := bytes.IndexByte(name, ':')
	if i <= 0 || i == len(name)-1 {
		return -1
	}
	return i
}

func blank(c byte) bool { return c == ' ' || c == '\t' || c == '\r' || c == '\n' }

func (s *scanner) start() token {
	src, i := s.src, s.pos+1
	s.attrs = s.attrs[:0]
	for i < len(src) && !blank(src[i]) && src[i] != '>' && src[i] != '/' {
		if src[i] == '<' || src[i] == '=' || src[i] == '"' || src[i] == '\'' || src[i] == '&' {
			return s.fail("a name that is none")
		}
		i++
	}
	if i == s.pos+1 {
		return s.fail("a tag without a name")
	}
	s.setName(src[s.pos+1 : i])
	s.self = false
	for {
		for i < len(src) && blank(src[i]) {
			i++
		}
		switch {
		case i >= len(src):
			return s.fail("a tag without an end")
		case src[i] == '>':
			return s.opened(i + 1)
		case src[i] == '/':
			if i+1 >= len(src) || src[i+1] != '>' {
				return s.fail("a stray sign in a tag")
			}
			s.self = true
			return s.opened(i + 2)
		}
		if i = s.attribute(i); i < 0 {
			return s.fail("an attribute that is none")
		}
	}
}

// attribute reads one attribute and gives the place behind it, or -1.
func (s *scanner) attribute(i int) int {
	src, from := s.src, i
	for i < len(src) && !blank(src[i]) && src[i] != '=' {
		if src[i] == '<' || src[i] == '>' || src[i] == '/' || src[i] == '"' || src[i] == '\'' {
			return -1
		}
		i++
	}
	name := src[from:i]
	for i < len(src) && blank(src[i]) {
		i++
	}
	if i >= len(src) || src[i] != '=' || len(name) == 0 {
		return -1
	}
	i++
	for i < len(src) && blank(src[i]) {
		i++
	}
	if i >= len(src) || src[i] != '"' && src[i] != '\'' {
		return -1
	}
	n := bytes.IndexByte(src[i+1:], src[i])
	if n < 0 || len(s.attrs) >= maxAttrs || bytes.IndexByte(src[i+1:i+1+n], '<') >= 0 {
		return -1
	}
	if c := colon(name); c >= 0 {
		if bytes.HasPrefix(name, []byte("xmlns:")) {
			return i + n + 2
		}
		name = name[c+1:]
	}
	s.attrs = append(s.attrs, attribute{name, src[i+1 : i+1+n], from, i + n + 2})
	return i + n + 2
}

func (s *scanner) opened(pos int) token {
	if len(s.open) >= maxDepth {
		return s.fail("elements nested too deep")
	}
	s.open = append(s.open, s.name)
	s.pending = s.self
	s.pos, s.to = pos, pos
	return tokOpen
}

// is reports whether the current tag has this name.
func (s *scanner) is(name string) bool { return string(s.local) == name }

// attr is an attribute of the current start tag.
func (s *scanner) attr(name string) string {
	for i := range s.attrs {
		if string(s.attrs[i].local) == name {
			return unescape(s.attrs[i].value)
		}
	}
	return ""
}

// truth is an attribute that is false unless it says otherwise.
func (s *scanner) truth(name string) bool {
	v := s.attr(name)
	return v == "1" || v == "true" || v == "on"
}

// skip goes to the end tag of the current start tag.
func (s *scanner) skip() {
	for depth := len(s.open); ; {
		switch s.next() {
		case tokEnd:
			return
		case tokClose:
			if len(s.open) < depth {
				return
			}
		}
	}
}

// children gives each element inside the current one to visit, which may leave
// it wherever it likes inside.
func (s *scanner) children(visit func()) {
	for depth := len(s.open); ; {
		switch s.next() {
		case tokEnd:
			return
		case tokOpen:
			visit()
			for len(s.open) > depth && s.err == nil {
				s.next()
			}
		case tokClose:
			if len(s.open) < depth {
				return
			}
		}
	}
}

// root stands on the first element, or gives false.
func (s *scanner) root() bool {
	for {
		switch s.next() {
		case tokOpen:
			return true
		case tokEnd:
			return false
		}
	}
}

// content is the text of the current element, without that of elements inside.
func (s *scanner) content() string {
	var b []byte
	for depth := len(s.open); ; {
		switch s.next() {
		case tokEnd:
			return string(b)
		case tokText:
			if len(s.open) == depth {
				b = s.appendText(b)
			}
		case tokClose:
			if len(s.open) < depth {
				return strings.ToValidUTF8(string(b), "\uFFFD")
			}
		}
	}
}

func (s *scanner) appendText(b []byte) []byte {
	raw := s.src[s.from:s.to]
	if s.cdata {
		return append(b, raw[9:len(raw)-3]...)
	}
	return appendUnescaped(b, raw, '\n')
}

func unescape(raw []byte) string {
	if bytes.IndexByte(raw, '&') < 0 && !bytes.ContainsAny(raw, "\r\n\t") {
		return strings.ToValidUTF8(string(raw), "\uFFFD")
	}
	return strings.ToValidUTF8(string(appendUnescaped(nil, raw, ' ')), "\uFFFD")
}

// appendUnescaped resolves the entities of XML and makes each end of line one
// sign. An entity that XML does not know stays as it is spelt.
func appendUnescaped(b, raw []byte, line byte) []byte {
	for i := 0; i < len(raw); {
		switch c := raw[i]; {
		case c == '\r':
			if i+1 >= len(raw) || raw[i+1] != '\n' {
				b = append(b, line)
			}
			i++
		case line == ' ' && (c == '\n' || c == '\t'):
			b = append(b, ' ')
			i++
		case c == '&':
			end := bytes.IndexByte(raw[i:min(len(raw), i+12)], ';')
			r := rune(-1)
			if end > 0 {
				r = entity(string(raw[i+1 : i+end]))
			}
			if r < 0 {
				b = append(b, '&')
				i++
				continue
			}
			b = utf8.AppendRune(b, r)
			i += end + 1
		default:
			b = append(b, c)
			i++
		}
	}
	return b
}

func entity(name string) rune {
	switch name {
	case "amp":
		return '&'
	case "lt":
		return '<'
	case "gt":
		return '>'
	case "quot":
		return '"'
	case "apos":
		return '\''
	}
	if !strings.HasPrefix(name, "#") {
		return -1
	}
	base, digits := 10, name[1:]
	if strings.HasPrefix(digits, "x") {
		base, digits = 16, digits[1:]
	}
	n, err := strconv.ParseUint(digits, base, 32)
	if err != nil || n > utf8.MaxRune {
		return -1
	}
	return rune(n)
}
