package tomlfile

import (
	"strings"
	"unicode"
)

// recover moves to where the next statement can be expected. After a mistake
// on one line that is the next line; inside brackets that run on, it is the
// next line that looks like a statement.
func (s *scanner) recover(st *statement) {
	if s.pos >= s.end && s.open == 0 {
		return
	}
	line := s.lineEndOf(max(s.pos, st.bad.at))
	oneLine := !strings.Contains(s.text[st.start:line], "\n")
	s.pos = line
	if oneLine && (s.open == 0 || strings.HasSuffix(strings.TrimRight(s.text[st.start:line], " \t,"), "]") ||
		strings.HasSuffix(strings.TrimRight(s.text[st.start:line], " \t,"), "}")) {
		return
	}
	if !oneLine && s.pos > st.bad.at {
		// The mistake itself may stand at the line that begins the next
		// statement (a bracket never closed).
		s.pos = st.start
		if i := strings.LastIndexByte(s.text[st.start:line], '\n'); i >= 0 {
			s.pos = st.start + i
		}
	}
	for s.pos < s.end {
		next := s.lineEndOf(s.pos + 1)
		if looksLikeStatement(s.text[s.pos+1 : next]) {
			return
		}
		s.pos = next
	}
}

// orUnclosed turns a mistake on a later line that looks like a new statement
// into what it most likely is: a bracket that was never closed.
func (s *scanner) orUnclosed(open int, closing byte, bad *slip) *slip {
	at := min(bad.at, s.end)
	start := strings.LastIndexByte(s.text[:at], '\n') + 1
	atEnd := strings.TrimSpace(s.text[at:s.end]) == ""
	if !atEnd && (start <= open || !looksLikeStatement(s.text[start:s.lineEndOf(start)])) {
		return bad
	}
	name := map[byte]string{']': "ngoặc vuông", '}': "ngoặc nhọn"}[closing]
	return &slip{at: open, rule: ruleSyntax,
		message: "Dấu " + name + " mở ở đây không có dấu " + string(rune(closing)) + " đóng lại.",
		hint:    "Thêm dấu " + string(rune(closing)) + " vào sau mục cuối cùng."}
}

// looksLikeStatement reports whether a line begins a statement of its own:
// "khoa = …" or "[bang]".
func looksLikeStatement(line string) bool {
	line = strings.TrimLeft(line, " \t")
	if rest, ok := strings.CutPrefix(line, "["); ok {
		name, after, found := strings.Cut(strings.TrimLeft(rest, "["), "]")
		if !found || name == "" || !unicode.IsLetter(rune(name[0])) {
			return false
		}
		after = strings.TrimLeft(after, "] \t")
		return strings.Trim(name, bareChars+".") == "" && (after == "" || after[0] == '#')
	}
	name, _, found := strings.Cut(line, "=")
	return found && name != "" && len(name) < 80 && strings.Trim(strings.TrimRight(name, " \t"), bareChars+".") == ""
}

const bareChars = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-"
