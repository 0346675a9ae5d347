package diag

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
)

// WriteText writes the list for people: level, file and line, what is wrong,
// how to mend it, by which rule; at the end always whether the site may be
// published. What stops publishing stands last, where a reader of a long list
// looks; within a level the order is that of Sorted. With colour, the level
// stands out on a terminal.
func (l List) WriteText(w io.Writer, colour bool) error {
	out := bufio.NewWriter(w)
	gravest := l.Sorted()
	slices.SortStableFunc(gravest, func(a, b Problem) int { return int(b.Severity) - int(a.Severity) })
	for _, p := range gravest {
		level := levelWord(p.Severity)
		if p.Confirmed {
			level += " (đã xác nhận)"
		}
		if colour {
			level = levelColour(p) + level + "\x1b[0m"
		}
		fmt.Fprintf(out, "%s  %s, dòng %d\n", level, printable(p.File), p.Line)
		writeIndented(out, p.Message)
		if p.Hint != "" {
			writeIndented(out, "Cách sửa: "+p.Hint)
		}
		// The name leads to the explanation of the rule, and is what a
		// confirmation of a warning has to say.
		writeIndented(out, "Quy tắc: "+p.Rule)
		out.WriteString("\n")
	}
	out.WriteString(l.verdict() + " Cửa kiểm không đọc thay con người: xin đọc lại trước khi đăng.\n")
	return out.Flush()
}

// WriteJSON writes the list for programs as one object, in the order of
// Sorted.
func (l List) WriteJSON(w io.Writer) error {
	sorted := l.Sorted()
	if sorted == nil {
		sorted = List{}
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(struct {
		Problems List   `json:"problems"`
		Counts   Counts `json:"counts"`
	}{sorted, sorted.Counts()})
}

func (l List) verdict() string {
	if !l.Stops() {
		return "Được phép đăng."
	}
	blocks, open := 0, 0
	for _, p := range l.Sorted() {
		switch {
		case p.Severity == Block:
			blocks++
		case p.Severity == Warn && !p.Confirmed:
			open++
		}
	}
	return fmt.Sprintf("Chưa được phép đăng: %d lỗi chặn, %d cảnh báo chưa ai xác nhận.", blocks, open)
}

func levelWord(s Severity) string {
	switch s {
	case Block:
		return "CHẶN"
	case Warn:
		return "CẢNH BÁO"
	}
	return "NHẮC"
}

// levelColour is bold red or bold yellow for what stops publishing, blue for
// the rest. The words say the same, so nothing is lost without colour.
func levelColour(p Problem) string {
	switch {
	case p.Severity == Block:
		return "\x1b[1;31m"
	case p.Severity == Warn && !p.Confirmed:
		return "\x1b[1;33m"
	}
	return "\x1b[34m"
}

func writeIndented(w *bufio.Writer, text string) {
	for line := range strings.SplitSeq(strings.TrimRight(text, "\n"), "\n") {
		w.WriteString("  " + printable(line) + "\n")
	}
}

// printable takes control characters out of quoted author's text, so that a
// file cannot move the cursor of the terminal it is reported on.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return '\uFFFD'
		}
		return r
	}, s)
}
