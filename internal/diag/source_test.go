package diag

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestNewSourceOneForm(t *testing.T) {
	const want = "Đồng Tâm\nngày 10\n"
	for name, in := range map[string]string{
		"plain":          want,
		"NFD":            norm.NFD.String(want),
		"BOM":            "\ufeff" + want,
		"CRLF":           "Đồng Tâm\r\nngày 10\r\n",
		"CR":             "Đồng Tâm\rngày 10\r",
		"NBSP":           "Đồng\u00a0Tâm\nngày\u202f10\n",
		"invisible":      "Đồ\u00adng Tâ\u200bm\nng\u2060ày 1\ufeff0\n",
		"all of it":      "\ufeff" + norm.NFD.String("Đồ\u00adng\u00a0Tâm") + "\r\nngày 10\r\n",
		"split by one":   "Đô\u200b\u0300ng Tâm\nngày 10\n",
		"soft then mark": "Đo\u0302\u00ad\u0300ng Tâm\nngày 10\n",
	} {
		src, problems := NewSource("a.md", []byte(in))
		if problems != nil || src == nil {
			t.Errorf("%s: %v", name, problems)
			continue
		}
		if src.Text != want {
			t.Errorf("%s: %+q", name, src.Text)
		}
	}
	src, _ := NewSource(norm.NFD.String("content/thon/đồng.md"), nil)
	if src.Path != "content/thon/đồng.md" || src.Text != "" {
		t.Errorf("%+v", src)
	}
}

func TestNewSourceRefuses(t *testing.T) {
	for name, tt := range map[string]struct {
		in           string
		line, column int
	}{
		"bad byte first":   {"\xff", 1, 1},
		"bad byte later":   {"một\nhai đ\xe1\nba", 2, 6},
		"cut off":          {"mộ\xe1\xbb", 1, 3},
		"UTF-16":           {"a\x00b\x00", 1, 2},
		"NUL, valid UTF-8": {"một\n\nab\x00", 3, 3},
		"after BOM":        {"\ufeffab\xff", 1, 3},
		"NUL before bad":   {"a\x00\xff", 1, 2},
	} {
		src, problems := NewSource("a.md", []byte(tt.in))
		if src != nil || len(problems) != 1 {
			t.Errorf("%s: %v, %v", name, src, problems)
			continue
		}
		p := problems[0]
		if p.Rule != "utf8-sai" || p.Severity != Block || p.Line != tt.line || p.Column != tt.column || p.Hint == "" || p.File != "a.md" {
			t.Errorf("%s: %+v, want %d:%d", name, p, tt.line, tt.column)
		}
	}
}

func TestPos(t *testing.T) {
	src, _ := NewSource("a.md", []byte("một hai\n\nđồng\n"))
	for _, tt := range []struct {
		find string
		want Pos
	}{{"một", Pos{1, 1}}, {"hai", Pos{1, 5}}, {"đồng", Pos{3, 1}}, {"ng", Pos{3, 3}}} {
		if got := src.Pos(strings.Index(src.Text, tt.find)); got != tt.want {
			t.Errorf("%q at %v, want %v", tt.find, got, tt.want)
		}
	}
	end := len(src.Text)
	for offset, want := range map[int]Pos{
		-5: {1, 1}, end: {4, 1}, end + 9: {4, 1},
		strings.Index(src.Text, "\n"):     {1, 8}, // a line end belongs to its line
		strings.Index(src.Text, "\n") + 1: {2, 1},
	} {
		if got := src.Pos(offset); got != want {
			t.Errorf("Pos(%d) = %v, want %v", offset, got, want)
		}
	}
	if got := (&Source{}).Pos(3); got != (Pos{1, 1}) {
		t.Errorf("empty source: %v", got)
	}
	p := src.Problem(strings.Index(src.Text, "hai"), Note, "r", "m", "h")
	if p != (Problem{File: "a.md", Line: 1, Column: 5, Severity: Note, Rule: "r", Message: "m", Hint: "h"}) {
		t.Errorf("%+v", p)
	}
}

func FuzzNewSource(f *testing.F) {
	for _, s := range []string{"a\r\nb", "\ufeffĐồng", "e\u0302\u0301", "\xff", "a\x00", "\u00ad\u0301x"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		src, problems := NewSource("a.md", data)
		if (src == nil) == (problems == nil) {
			t.Fatalf("%v and %v", src, problems)
		}
		if src == nil {
			p := problems[0]
			if p.Line < 1 || p.Column < 1 || p.Line > 1+strings.Count(string(data), "\n") {
				t.Errorf("%+v", p)
			}
			return
		}
		if !utf8.ValidString(src.Text) || !norm.NFC.IsNormalString(src.Text) || strings.ContainsAny(src.Text, "\r\x00\u00a0\u202f"+hidden) {
			t.Errorf("%+q", src.Text)
		}
		again, _ := NewSource("a.md", []byte(src.Text))
		if again == nil || again.Text != src.Text {
			t.Errorf("%+q is not in its last form", src.Text)
		}
		last := Pos{1, 0}
		for i := range src.Text {
			p := src.Pos(i)
			next := p.Line == last.Line && p.Column == last.Column+1 || p.Line == last.Line+1 && p.Column == 1
			if !next {
				t.Fatalf("%v after %v", p, last)
			}
			last = p
			if i > 500 {
				break
			}
		}
	})
}

// On a line of megabytes each place is found without counting from its
// beginning, and is the same as if it were.
func TestPosOnALongLine(t *testing.T) {
	line := strings.Repeat("phòng ngừa là trên hết 😀 ", 9000)
	s, _ := NewSource("a.md", []byte("một\n"+line+"\nba\n"+line))
	for offset := range s.Text {
		if offset%977 != 0 && offset < len(s.Text)-50 {
			continue
		}
		before := s.Text[:offset]
		want := Pos{Line: 1 + strings.Count(before, "\n"), Column: 1 + utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:])}
		if got := s.Pos(offset); got != want {
			t.Fatalf("offset %d: %v, want %v", offset, got, want)
		}
	}
	if got := s.Pos(len(s.Text)); got.Line != 4 {
		t.Error(got)
	}
	start := time.Now()
	for range 20_000 {
		s.Pos(len(s.Text) - 1)
	}
	if d := time.Since(start); d > 5*time.Second {
		t.Errorf("20,000 places took %v", d)
	}
}

func TestFindInALine(t *testing.T) {
	s, _ := NewSource("a.md", []byte("Điều 1 và Điều 2\nĐiều 3"))
	first := s.Find(1, "Điều", 0)
	second := s.Find(1, "Điều", first+1)
	if s.Pos(first) != (Pos{1, 1}) || s.Pos(second) != (Pos{1, 11}) || s.Find(1, "Điều", second+1) != -1 {
		t.Errorf("found at %d and %d", first, second)
	}
	if third := s.Find(2, "Điều", 0); s.Pos(third) != (Pos{2, 1}) {
		t.Errorf("found at %d", third)
	}
	for _, line := range []int{0, 3} {
		if s.Find(line, "Điều", 0) != -1 {
			t.Errorf("found in line %d", line)
		}
	}
}
