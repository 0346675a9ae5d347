package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"text/template"
	"time"

	"thonlanh/internal/build"
	"thonlanh/internal/date"
	"thonlanh/internal/output"
)

// Every failure that a person can mend says how.
func TestFailuresHaveWords(t *testing.T) {
	broken := template.Must(template.New("x").Option("missingkey=error").Parse("{{.Khong.Co}}")).Execute(&strings.Builder{}, struct{}{})
	for _, c := range []struct {
		err  error
		says string
	}{
		{fmt.Errorf("write: %w", syscall.ENOSPC), "ổ đĩa đã đầy"},
		{fmt.Errorf("write: %w", syscall.EDQUOT), "ổ đĩa đã đầy"},
		{fmt.Errorf("open: %w", fs.ErrPermission), "không cho đọc hoặc ghi"},
		{fmt.Errorf("open: %w", fs.ErrNotExist), "không thấy thư mục hoặc tệp"},
		{fmt.Errorf("page: %w", broken), "layouts/"},
		{fmt.Errorf("build: %w", &output.ForeignError{Dir: "ra"}), "Chưa tệp nào bị thay đổi"},
		{fmt.Errorf("build: %w", &output.BusyError{Dir: "ra"}), "Một lần chạy thonlanh khác"},
		{sayable{"Điều sai.", "Điều nên làm."}, "Điều nên làm."},
	} {
		if got := failure(c.err); !strings.HasPrefix(got, "Không chạy được: ") || !strings.Contains(got, c.says) || !strings.Contains(got, "\n  Cách sửa: ") {
			t.Errorf("%v: %s", c.err, got)
		}
	}
}

// The day is that of the communes, not of the machine or of Greenwich.
func TestToday(t *testing.T) {
	w := world{now: time.Date(2026, 11, 19, 17, 0, 0, 0, time.UTC)}
	if got := w.today().String(); got != "2026-11-20" {
		t.Errorf("today is %s", got)
	}
	w.now = w.now.Add(-time.Second)
	if got := w.today().String(); got != "2026-11-19" {
		t.Errorf("today is %s", got)
	}
}

func TestDayOrder(t *testing.T) {
	for _, c := range []struct {
		now, epoch string
		want       date.Date
		ok         bool
	}{
		{"", "", date.Date{}, true},
		{"2026-06-01", "", date.Date{Year: 2026, Month: 6, Day: 1}, true},
		{"2026-06-01", clock, date.Date{Year: 2026, Month: 6, Day: 1}, true},
		{"", clock, date.Date{Year: 2026, Month: 11, Day: 20}, true},
		{"", "1795107599", date.Date{Year: 2026, Month: 11, Day: 19}, true}, // a second before midnight there
		{"", "-1", date.Date{}, false},
		{"", "1e9", date.Date{}, false},
		{"2026-02-29", "", date.Date{}, false},
		{"1/6/2026", "", date.Date{}, false},
	} {
		got, err := day{Now: c.now}.date(world{env: func(string) string { return c.epoch }})
		if (err == nil) != c.ok || got != c.want {
			t.Errorf("--now %q, SOURCE_DATE_EPOCH %q: %v %v", c.now, c.epoch, got, err)
		}
	}
}

// A terminal sees one line that renews itself, once a run takes long; a file
// sees none of it.
func TestProgress(t *testing.T) {
	for _, terminal := range []bool{true, false} {
		var out strings.Builder
		p := newProgress(world{stderr: &out, terminal: terminal}, false)
		p.tell(build.Progress{Stage: build.StageContent})
		if out.Len() > 0 {
			t.Error("a quick run speaks at once")
		}
		p.start = p.start.Add(-time.Second)
		p.tell(build.Progress{Stage: build.StagePages, Done: 64, Total: 1200})
		p.end()
		if got := out.String(); strings.Contains(got, "\rDựng và kiểm tra trang 64/1.200") != terminal || (got != "") != terminal {
			t.Errorf("terminal %v: %q", terminal, got)
		}
	}
	var out strings.Builder
	p := newProgress(world{stderr: &out, terminal: true}, true)
	for _, s := range []build.Stage{build.StageConfig, build.StageContent, build.StageAssemble, build.StageCheck, build.StagePages, build.StagePublish} {
		p.tell(build.Progress{Stage: s})
		if stageName(s) == string(s) {
			t.Errorf("stage %s has no name for people", s)
		}
	}
	p.end()
	if got := out.String(); strings.Count(got, "giây\n") != 6 || strings.Contains(got, "\r") {
		t.Errorf("-v: %q", got)
	}
}

func TestSourceOf(t *testing.T) {
	for output, want := range map[string]string{
		"": "", "xa/public": "", "ra": "", "xa": "", "xa/content": "content", "xa/content/ra": "content",
		"xa/layouts/x": "layouts", "xa/../xa/static": "static", "xa/contents": "", "content": "",
	} {
		if got := sourceOf(output, "xa"); got != want {
			t.Errorf("%s: %q", output, got)
		}
	}

	// Links lead into a folder as well as its name does.
	dir := t.TempDir()
	content := filepath.Join(dir, "content")
	if err := os.Mkdir(content, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(content, filepath.Join(dir, "bai")); err != nil {
		t.Skip(err)
	}
	for output, want := range map[string]string{"bai": "content", "bai/ra": "content", "content/a/b/c": "content", "ra": ""} {
		if got := sourceOf(filepath.Join(dir, output), dir); got != want {
			t.Errorf("%s: %q", output, got)
		}
	}
}
