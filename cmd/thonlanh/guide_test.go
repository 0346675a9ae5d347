package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/alecthomas/kong"

	"thonlanh/internal/starter"
)

const guideDir = "../../docs/huong-dan"

func parser(t *testing.T) *kong.Kong {
	t.Helper()
	p, err := kong.New(&cli{}, kong.Name("thonlanh"), kong.Exit(func(int) {}))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// Every command, flag and kind stands in the guide.
func TestGuideNamesEveryFlag(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(guideDir, "lenh.md"))
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	for _, command := range parser(t).Model.Children {
		_, part, ok := strings.Cut(text, "\n## thonlanh "+command.Name+"\n")
		if !ok {
			t.Errorf("no section on %s", command.Name)
			continue
		}
		part, _, _ = strings.Cut(part, "\n## ")
		for _, f := range command.Flags {
			if !strings.Contains(part, "`--"+f.Name+"`") {
				t.Errorf("%s: no word on --%s", command.Name, f.Name)
			}
			if f.Short != 0 && !strings.Contains(part, "`-"+string(f.Short)+"`") {
				t.Errorf("%s: no word on -%c", command.Name, f.Short)
			}
		}
	}
	for _, k := range starter.Kinds() {
		if !strings.Contains(text, "`"+k.Key+"`") {
			t.Errorf("no word on the kind %s", k.Key)
		}
	}
}

// Every command line that the guide shows can be typed as it stands, and every
// page it leads to is there.
func TestGuideCanBeFollowed(t *testing.T) {
	pages, err := filepath.Glob(filepath.Join(guideDir, "*.md"))
	if err != nil || len(pages) < 8 {
		t.Fatal(pages, err)
	}
	link := regexp.MustCompile(`\]\(([^)#:/]*\.md)\)`)
	commandLine := regexp.MustCompile(`(?m)^ *thonlanh (.*)$`)
	word := regexp.MustCompile(`"[^"]*"|\S+`)
	shown := 0
	for _, page := range pages {
		data, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range link.FindAllStringSubmatch(string(data), -1) {
			if _, err := os.Stat(filepath.Join(guideDir, m[1])); err != nil {
				t.Errorf("%s leads to %s", page, m[1])
			}
		}
		for _, m := range commandLine.FindAllStringSubmatch(string(data), -1) {
			var args []string
			for _, w := range word.FindAllString(m[1], -1) {
				args = append(args, strings.Trim(w, `"[]`))
			}
			shown++
			if _, err := parser(t).Parse(args); err != nil {
				t.Errorf("%s: thonlanh %s: %v", page, m[1], err)
			}
		}
	}
	if shown < 20 {
		t.Errorf("only %d command lines found", shown)
	}
}

// What the library says of itself, in English, reaches nobody.
func TestHelpIsVietnamese(t *testing.T) {
	english := regexp.MustCompile(`(?i)\b(usage|arguments?|flags?|commands?|show|help\.|more information|string|default|run|options?)\b`)
	commands := []string{""}
	for _, c := range parser(t).Model.Children {
		commands = append(commands, c.Name)
	}
	for _, c := range commands {
		var out, errs strings.Builder
		args := append(strings.Fields(c), "--help")
		if code := run(args, world{stdout: &out, stderr: &errs, env: func(string) string { return "" }}); code != exitClean {
			t.Errorf("%v: exit %d", args, code)
		}
		if errs.Len() > 0 || !strings.HasPrefix(out.String(), "Cách dùng: thonlanh") {
			t.Errorf("%v: %s%s", args, out.String(), errs.String())
		}
		for line := range strings.Lines(out.String()) {
			if m := english.FindString(strings.ReplaceAll(line, "--help", "")); m != "" {
				t.Errorf("%v: %q in %q", args, m, line)
			}
			if n := len([]rune(strings.TrimRight(line, "\n"))); n > columns {
				t.Errorf("%v: %d columns: %s", args, n, line)
			}
		}
	}
}

// A wrong command line is answered in Vietnamese too.
func TestComplaintsAreVietnamese(t *testing.T) {
	for _, args := range [][]string{
		{"buidl"}, {"build", "--nwo"}, {"build", "--now"}, {"build", "-o"}, {"build", "--jobs", "x"}, {"build", "--portable=x"},
		{"check", "--format", "x"}, {"check", "--format"}, {"build", "a", "b"}, {"version", "a"}, {"--khong-co"}, {"build", "--", "--x", "y"},
		{"serve", "--open=1=2"}, {"build", "-vo"}, {"verify", "-z"}, {""}, {"build", "--jobs=99999999999999999999"},
	} {
		var out, errs strings.Builder
		if code := run(args, world{stdout: &out, stderr: &errs, env: func(string) string { return "" }}); code != exitFailed {
			t.Errorf("%v: exit %d", args, code)
		}
		said := errs.String()
		if !strings.HasPrefix(said, "Lệnh chưa đúng: ") || out.Len() > 0 {
			t.Errorf("%v: %s%s", args, said, out.String())
		}
		if m := regexp.MustCompile(`\b(unknown|unexpected|expected|missing|must|value|did you|but got|flag|argument|bool|int)\b`).FindString(said); m != "" {
			t.Errorf("%v: %q in %s", args, m, said)
		}
	}
}

func TestColour(t *testing.T) {
	env := func(m map[string]string) func(string) string { return func(k string) string { return m[k] } }
	for _, c := range []struct {
		terminal bool
		env      map[string]string
		want     bool
	}{
		{true, map[string]string{"TERM": "xterm"}, true},
		{false, map[string]string{"TERM": "xterm"}, false},
		{true, map[string]string{"TERM": "xterm", "NO_COLOR": "1"}, false},
		{true, map[string]string{"TERM": "dumb"}, false},
	} {
		if got := (world{terminal: c.terminal, env: env(c.env)}).colour(); got != c.want {
			t.Errorf("%+v: %v", c, got)
		}
	}
}
