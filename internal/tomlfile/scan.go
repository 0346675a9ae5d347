package tomlfile

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// Bounds on what one file may ask of the machine. Nothing that people write
// comes near them.
const (
	maxNesting = 16  // arrays and inline tables inside one another
	maxParts   = 8   // parts of a dotted key or table name
	maxPath    = 256 // bytes of all names from the root to a key
)

// statement is one top-level item of a file: a table header or a key with its
// value. A file is read statement by statement, so that one that is wrong can
// be taken out and the others still count.
type statement struct {
	start, end int
	header     bool
	array      bool // [[header]]
	key        []part
	keyWhole   bool // the key was read to its end
	value      value
	bad        *slip
}

// part is one name of a dotted key.
type part struct {
	name string
	at   int
}

type valueKind byte

const (
	bareValue   valueKind = iota // number, date, true, false
	stringValue                  // in quotes of any kind
	arrayValue
	inlineValue
)

// value is where a value stands and of which parts it is made.
type value struct {
	at, end int
	kind    valueKind
	elems   []value // of an array
	pairs   []pair  // of an inline table
}

type pair struct {
	key   []part
	value value
}

// slip is a mistake in the writing, before anything is known of its meaning.
type slip struct {
	at            int
	rule          string
	message, hint string
}

// scanner finds where everything stands. It refuses only what is certainly
// not TOML; the numbers, dates and escapes that look right to it are judged by
// the TOML library.
type scanner struct {
	text     string
	pos, end int
	known    []string // keys of the target, for suggestions
	prefix   int      // bytes of the names of the table that statements now belong to
	open     int      // brackets open at the point of an error
	parsed   []statement
}

// scan reads text[at:end] into statements.
func scan(text string, at, end int, known []string) []statement {
	// Blank lines at the end would be looked at again by each mistake.
	end = at + len(strings.TrimRight(text[at:end], " \t\n"))
	s := &scanner{text: text, pos: at, end: end, known: known}
	mistakes := 0
	for {
		s.skipBlank(true)
		if s.pos >= s.end {
			return s.parsed
		}
		st := statement{start: s.pos}
		s.open = 0
		if s.peek() == '[' {
			st.bad = s.header(&st)
		} else {
			st.bad = s.pair(&st)
		}
		if st.bad == nil {
			st.bad = s.lineEnd(&st)
		}
		if st.bad != nil {
			s.recover(&st)
			if mistakes++; mistakes == maxProblems {
				s.known = nil // no more will be shown, so none need good advice
			}
		}
		st.end = s.pos
		s.parsed = append(s.parsed, st)
	}
}

// peek is the byte at the point, or 0 at the end.
func (s *scanner) peek() byte {
	if s.pos < s.end {
		return s.text[s.pos]
	}
	return 0
}

func (s *scanner) has(prefix string) bool {
	return strings.HasPrefix(s.text[s.pos:s.end], prefix)
}

// skipBlank skips spaces, and with lines also line ends and comments.
func (s *scanner) skipBlank(lines bool) {
	for s.pos < s.end {
		switch c := s.text[s.pos]; {
		case c == ' ' || c == '\t' || lines && c == '\n':
			s.pos++
		case lines && c == '#':
			s.pos = s.lineEndOf(s.pos)
		default:
			return
		}
	}
}

func (s *scanner) lineEndOf(at int) int {
	if i := strings.IndexByte(s.text[at:s.end], '\n'); i >= 0 {
		return at + i
	}
	return s.end
}

func (s *scanner) header(st *statement) *slip {
	st.header = true
	open := s.pos
	s.pos++
	if s.peek() == '[' {
		st.array = true
		s.pos++
	}
	s.prefix = 0
	var bad *slip
	if st.key, bad = s.keyPath(); bad != nil {
		return s.explainHeader(open, bad)
	}
	if s.peek() != ']' {
		return s.explainHeader(open, nil)
	}
	s.pos++
	if st.array {
		if s.peek() != ']' {
			return s.explainHeader(open, nil)
		}
		s.pos++
	}
	st.keyWhole = true
	s.prefix = pathLen(st.key)
	return nil
}

func (s *scanner) pair(st *statement) *slip {
	var bad *slip
	if st.key, bad = s.keyPath(); bad != nil {
		return s.explainKey(st.start, bad)
	}
	if s.peek() != '=' {
		return s.explainKey(st.start, nil)
	}
	s.pos++
	st.keyWhole = true
	s.skipBlank(false)
	st.value, bad = s.value(0, s.prefix+pathLen(st.key))
	return bad
}

func pathLen(key []part) int {
	n := 0
	for _, p := range key {
		n += len(p.name) + 1
	}
	return n
}

// keyPath reads a dotted key up to what must follow it.
func (s *scanner) keyPath() ([]part, *slip) {
	var key []part
	size := s.prefix
	for {
		s.skipBlank(false)
		p := part{at: s.pos}
		switch c := s.peek(); {
		case c == '"' || c == '\'':
			v, bad := s.quoted()
			if bad != nil {
				return key, bad
			}
			inner := s.text[v.at+1 : v.end-1]
			if c == '"' {
				inner = unescape(inner)
			}
			p.name = inner
		case isBare(c):
			for s.pos < s.end && isBare(s.text[s.pos]) {
				s.pos++
			}
			p.name = s.text[p.at:s.pos]
		default:
			return key, &slip{at: s.pos, rule: ruleSyntax}
		}
		key = append(key, p)
		size += len(p.name) + 1
		if len(key) > maxParts || size > maxPath {
			return key, &slip{at: p.at, rule: ruleSyntax,
				message: "Tên khóa ở đây quá dài hoặc có quá nhiều phần nối bằng dấu chấm.",
				hint:    "Dùng tên ngắn như tài liệu hướng dẫn ghi. Nếu đây là một đoạn văn, đặt cả đoạn trong dấu ngoặc kép sau dấu =."}
		}
		s.skipBlank(false)
		if s.peek() != '.' {
			return key, nil
		}
		s.pos++
	}
}

func isBare(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '_' || c == '-'
}

func (s *scanner) value(depth, path int) (value, *slip) {
	switch c := s.peek(); {
	case c == '"' || c == '\'':
		if s.has(`"""`) || s.has(`'''`) {
			return s.multiline(s.text[s.pos : s.pos+3])
		}
		return s.quoted()
	case (c == '[' || c == '{') && depth >= maxNesting:
		return value{}, &slip{at: s.pos, rule: ruleSyntax,
			message: "Các dấu ngoặc ở đây lồng vào nhau quá sâu.",
			hint:    "Viết lại giá trị này cho đơn giản: một danh sách chỉ cần một cặp dấu ngoặc vuông."}
	case c == '[':
		return s.array(depth, path)
	case c == '{':
		return s.inline(depth, path)
	}
	return s.bare()
}

// quoted reads a string of one line.
func (s *scanner) quoted() (value, *slip) {
	v := value{at: s.pos, kind: stringValue}
	quote := s.text[s.pos]
	for i := s.pos + 1; i < s.end && s.text[i] != '\n'; i++ {
		switch {
		case s.text[i] == quote:
			s.pos, v.end = i+1, i+1
			return v, nil
		case s.text[i] == '\\' && quote == '"':
			if i+1 < s.end && s.text[i+1] != '\n' {
				i++
			}
		}
	}
	return v, s.explainOpenString(v.at)
}

// multiline reads a string between triple quotes. Up to two further quotes
// before the closing three belong to the string.
func (s *scanner) multiline(quotes string) (value, *slip) {
	v := value{at: s.pos, kind: stringValue}
	i := s.pos + 3
	for i < s.end {
		switch {
		case s.text[i] == '\\' && quotes[0] == '"':
			i += 2
		case strings.HasPrefix(s.text[i:s.end], quotes):
			i += 3
			for extra := 0; extra < 2 && i < s.end && s.text[i] == quotes[0]; extra++ {
				i++
			}
			s.pos, v.end = i, i
			return v, nil
		default:
			i++
		}
	}
	s.pos = s.end
	return v, &slip{at: v.at, rule: ruleSyntax,
		message: "Đoạn văn mở bằng ba dấu ngoặc " + quotes + " ở đây không có ba dấu đóng lại.",
		hint:    "Thêm " + quotes + " vào cuối đoạn văn, ngay sau chữ cuối cùng."}
}

func (s *scanner) array(depth, path int) (value, *slip) {
	v := value{at: s.pos, kind: arrayValue}
	s.pos++
	for {
		s.skipBlank(true)
		if s.peek() == ']' {
			s.pos++
			v.end = s.pos
			return v, nil
		}
		elem, bad := s.value(depth+1, path)
		if bad != nil {
			s.open++
			return v, s.orUnclosed(v.at, ']', bad)
		}
		v.elems = append(v.elems, elem)
		s.skipBlank(true)
		switch s.peek() {
		case ',':
			s.pos++
		case ']':
		default:
			s.open++
			return v, s.orUnclosed(v.at, ']', s.explainListGap())
		}
	}
}

func (s *scanner) inline(depth, path int) (value, *slip) {
	v := value{at: s.pos, kind: inlineValue}
	s.pos++
	for {
		s.skipBlank(true)
		if s.peek() == '}' {
			s.pos++
			v.end = s.pos
			return v, nil
		}
		start := s.pos
		outer := s.prefix
		s.prefix = path
		key, bad := s.keyPath()
		s.prefix = outer
		if bad != nil || s.peek() != '=' {
			s.open++
			return v, s.orUnclosed(v.at, '}', s.explainKey(start, bad))
		}
		s.pos++
		s.skipBlank(false)
		p := pair{key: key}
		if p.value, bad = s.value(depth+1, path+pathLen(key)); bad != nil {
			s.open++
			return v, s.orUnclosed(v.at, '}', bad)
		}
		v.pairs = append(v.pairs, p)
		s.skipBlank(true)
		switch s.peek() {
		case ',':
			s.pos++
		case '}':
		default:
			s.open++
			return v, s.orUnclosed(v.at, '}', s.explainListGap())
		}
	}
}

// bare reads a number, a date, true or false.
func (s *scanner) bare() (value, *slip) {
	v := value{at: s.pos}
	i := s.pos
	for i < s.end && !strings.ContainsRune(" \t\n,]}#", rune(s.text[i])) {
		i++
	}
	// A date may be followed by a blank and a time.
	if n := digits(s.text[s.pos:i]); n > 0 && s.pos+n < i && (s.text[s.pos+n] == '-' || s.text[s.pos+n] == ':') {
		j := s.pos + n
		for j < s.end && strings.IndexByte("0123456789-:Tt .Zz+", s.text[j]) >= 0 {
			j++
		}
		i = max(i, s.pos+len(strings.TrimRight(s.text[s.pos:j], " ")))
	}
	v.end = i
	token := s.text[v.at:v.end]
	if bad := s.explainBare(v.at, token); bad != nil {
		return v, bad
	}
	s.pos = i
	return v, nil
}

func digits(s string) int {
	n := 0
	for n < len(s) && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	return n
}

func (s *scanner) lineEnd(st *statement) *slip {
	s.skipBlank(false)
	switch s.peek() {
	case '#':
		s.pos = s.lineEndOf(s.pos)
		return nil
	case '\n':
		return nil
	}
	if s.pos >= s.end {
		return nil
	}
	return s.explainRest(st)
}

// unescape resolves the escapes of a quoted key, so that it can be found among
// the names that the TOML library gives. A wrong escape stays as it is: the
// library refuses it.
func unescape(s string) string {
	if strings.IndexByte(s, '\\') < 0 {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' || i+1 == len(s) {
			b.WriteByte(s[i])
			continue
		}
		i++
		if j := strings.IndexByte(`btnfre"\`, s[i]); j >= 0 {
			b.WriteByte("\b\t\n\f\r\x1b\"\\"[j])
			continue
		}
		width := map[byte]int{'x': 2, 'u': 4, 'U': 8}[s[i]]
		if width == 0 || i+width >= len(s) {
			b.WriteByte('\\')
			b.WriteByte(s[i])
			continue
		}
		code, err := strconv.ParseUint(s[i+1:i+1+width], 16, 32)
		if err != nil || !utf8.ValidRune(rune(code)) {
			return s
		}
		b.WriteRune(rune(code))
		i += width
	}
	return b.String()
}
