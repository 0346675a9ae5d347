// Package diag holds the two things every stage shares: where a piece of text
// stands (Source, Pos) and what is wrong with it (Problem, List).
//
// A problem is about what an author wrote. A machine failure (disk, port) is a
// Go error and never becomes a Problem.
package diag

import (
	"bytes"
	"sort"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Pos is a place in a text. Line and Column start at 1; Column counts
// characters (runes of the NFC text), as an editor does.
type Pos struct {
	Line, Column int
}

// Source is one text file as every later stage sees it: UTF-8, without byte
// order mark, NFC, lines ended by "\n", ordinary spaces, and without the
// invisible characters (soft hyphen, zero-width space) that pasting from a
// word processor brings along.
type Source struct {
	Path  string // slash-separated, relative to the project folder
	Text  string
	lines []int // byte offset of the first byte of each line
	marks []int // characters before each stride of bytes; only of a text with a very long line
}

// stride is how much of a line is counted through for one place: a file may
// be a single line of megabytes with a problem in every word.
const stride = 4096

var bom = []byte("\xef\xbb\xbf")

// NewSource brings data into the one form that the pipeline works on. It
// reports utf8-sai, with the line of the first bad byte, for text that is not
// UTF-8; the Source is then nil.
func NewSource(path string, data []byte) (*Source, List) {
	path = norm.NFC.String(path)
	data = bytes.TrimPrefix(data, bom)
	if ordinary(data) {
		return &Source{Path: path, Text: string(data)}, nil
	}
	if at := firstInvalid(data); at >= 0 {
		line := 1 + bytes.Count(data[:at], []byte("\n"))
		start := bytes.LastIndexByte(data[:at], '\n') + 1
		return nil, List{{
			File: path, Line: line, Column: 1 + utf8.RuneCount(data[start:at]),
			Severity: Block, Rule: "utf8-sai",
			Message: "Tệp không phải văn bản UTF-8: có ký tự không đọc được ở dòng này.",
			Hint:    "Mở tệp bằng Notepad, chọn Lưu thành (Save As), mục Mã hóa (Encoding) chọn UTF-8, rồi lưu lại. Chữ gõ bằng phông cũ (.VnTime, VNI) phải đổi sang Unicode trước.",
		}}
	}
	text := string(data)
	if strings.IndexByte(text, '\r') >= 0 {
		text = strings.ReplaceAll(text, "\r\n", "\n")
		text = strings.ReplaceAll(text, "\r", "\n")
	}
	return &Source{Path: path, Text: norm.NFC.String(strings.Map(plain, text))}, nil
}

// Head is the beginning of a source as a source of its own, which does not
// keep the rest in memory. Places are the same in both.
func (s *Source) Head(end int) *Source {
	return &Source{Path: s.Path, Text: strings.Clone(s.Text[:end])}
}

// ordinary reports whether a text is already in the one form: it is UTF-8 and
// holds only characters that are composed wherever they stand (Latin letters
// with the marks of Vietnamese, the punctuation of office texts), no carriage
// return, no NUL and nothing hidden. Nearly every file is of this kind, and
// asking the general algorithms costs more than parsing the file.
func ordinary(data []byte) bool {
	for i := 0; i < len(data); {
		c := data[i]
		if c < 0x80 {
			if c == '\r' || c == 0 {
				return false
			}
			i++
			continue
		}
		if i+1 >= len(data) || data[i+1]&0xc0 != 0x80 {
			return false
		}
		d := data[i+1]
		switch {
		case c >= 0xc3 && c < 0xcc, c == 0xc2 && d != 0xa0 && d != 0xad: // U+0080 to U+02FF but no-break space and soft hyphen
			i += 2
			continue
		case i+2 >= len(data) || data[i+2]&0xc0 != 0x80:
			return false
		case c == 0xe1 && d >= 0xb8 && d <= 0xbb: // U+1E00 to U+1EFF
		case c == 0xe2 && d == 0x80 && data[i+2] >= 0x90 && data[i+2] != 0xaf: // U+2010 to U+203F but U+202F
		default:
			return false
		}
		i += 3
	}
	return true
}

// hidden are characters that nobody typed on purpose and nobody sees.
const hidden = "\u00ad\u200b\u2060\ufeff"

func plain(r rune) rune {
	switch {
	case r == '\u00a0' || r == '\u202f':
		return ' '
	case strings.ContainsRune(hidden, r):
		return -1
	}
	return r
}

// firstInvalid returns the offset of the first byte that is not UTF-8, or of
// the first NUL, which no text file has (a UTF-16 file is full of them).
func firstInvalid(data []byte) int {
	if utf8.Valid(data) {
		return bytes.IndexByte(data, 0)
	}
	for i := 0; i < len(data); {
		if data[i] == 0 {
			return i
		}
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return -1
}

// Pos gives the line and column of a byte offset into Text. Offsets outside
// the text are moved to its nearest end.
//
// The line table is made on first use; a Source is used by one goroutine at a
// time, like the parse it belongs to.
func (s *Source) Pos(offset int) Pos {
	if s.lines == nil {
		s.measure()
	}
	offset = max(0, min(offset, len(s.Text)))
	line := sort.SearchInts(s.lines, offset+1) - 1
	start := s.lines[line]
	if offset-start <= stride || s.marks == nil {
		return Pos{Line: line + 1, Column: 1 + utf8.RuneCountInString(s.Text[start:offset])}
	}
	return Pos{Line: line + 1, Column: 1 + s.characters(offset) - s.characters(start)}
}

// Find is the offset of the first occurrence of words in a line, at or behind
// an offset; -1 for none.
func (s *Source) Find(line int, words string, from int) int {
	if s.lines == nil {
		s.measure()
	}
	if line < 1 || line > len(s.lines) || words == "" {
		return -1
	}
	end := len(s.Text)
	if line < len(s.lines) {
		end = s.lines[line]
	}
	start := min(max(s.lines[line-1], from), end)
	at := strings.Index(s.Text[start:end], words)
	if at < 0 {
		return -1
	}
	return start + at
}

// measure makes the table of lines.
func (s *Source) measure() {
	s.lines = make([]int, 1, 1+strings.Count(s.Text, "\n"))
	long := false
	for i := 0; i < len(s.Text); {
		n := strings.IndexByte(s.Text[i:], '\n') + 1
		if n == 0 {
			long = long || len(s.Text)-i > stride
			break
		}
		long = long || n > stride
		i += n
		s.lines = append(s.lines, i)
	}
	if !long {
		return
	}
	s.marks = make([]int, 1, len(s.Text)/stride+1)
	for i := stride; i <= len(s.Text); i += stride {
		s.marks = append(s.marks, s.marks[len(s.marks)-1]+starts(s.Text[i-stride:i]))
	}
}

// characters counts those that begin before an offset.
func (s *Source) characters(offset int) int {
	k := offset / stride
	return s.marks[k] + starts(s.Text[k*stride:offset])
}

// starts counts the first bytes of characters, so that a piece may begin or
// end inside of one.
func starts(text string) int {
	n := 0
	for i := 0; i < len(text); i++ {
		if utf8.RuneStart(text[i]) {
			n++
		}
	}
	return n
}

// Problem makes a problem of this source at a byte offset.
func (s *Source) Problem(offset int, sev Severity, rule, message, hint string) Problem {
	p := s.Pos(offset)
	return Problem{File: s.Path, Line: p.Line, Column: p.Column, Severity: sev, Rule: rule, Message: message, Hint: hint}
}
