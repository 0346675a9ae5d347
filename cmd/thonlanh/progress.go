package main

import (
	"fmt"
	"runtime"
	"strconv"
	"strings"
	"time"

	"thonlanh/internal/build"
	"thonlanh/internal/viet"
)

// progress tells people how far a run has come: one line that renews itself
// on a terminal, a plain line for each stage otherwise when asked.
type progress struct {
	w       world
	verbose bool
	start   time.Time
	begun   time.Time
	stage   build.Stage
	drawn   bool
}

// patience is how long a run may be silent on a terminal.
const patience = 300 * time.Millisecond

func newProgress(w world, verbose bool) *progress {
	now := time.Now()
	return &progress{w: w, verbose: verbose, start: now, begun: now}
}

func (p *progress) tell(s build.Progress) {
	if s.Stage != p.stage {
		p.finish()
		p.stage, p.begun = s.Stage, time.Now()
	}
	if !p.w.terminal || p.verbose || time.Since(p.start) < patience {
		return
	}
	line := stageName(s.Stage)
	if s.Total > 0 {
		line += fmt.Sprintf(" %s/%s", viet.Int(s.Done), viet.Int(s.Total))
	}
	fmt.Fprintf(p.w.stderr, "\r%-60s", line)
	p.drawn = true
}

// finish ends the line of a stage.
func (p *progress) finish() {
	if p.stage != "" && p.verbose {
		fmt.Fprintf(p.w.stderr, "%-28s %s giây\n", stageName(p.stage), seconds(time.Since(p.begun)))
	}
}

func (p *progress) end() {
	p.finish()
	p.stage = ""
	if p.drawn {
		fmt.Fprintf(p.w.stderr, "\r%s\r", strings.Repeat(" ", 60))
	}
}

func (p *progress) spent() time.Duration { return time.Since(p.start) }

func stageName(s build.Stage) string {
	switch s {
	case build.StageConfig:
		return "Đọc config.toml"
	case build.StageContent:
		return "Đọc nội dung"
	case build.StageAssemble:
		return "Ghép cổng"
	case build.StageCheck:
		return "Kiểm tra nội dung"
	case build.StagePages:
		return "Dựng và kiểm tra trang"
	case build.StagePublish:
		return "Đăng"
	}
	return string(s)
}

// seconds writes a duration as people read it: 0,42.
func seconds(d time.Duration) string {
	return strings.Replace(strconv.FormatFloat(d.Seconds(), 'f', 2, 64), ".", ",", 1)
}

// colour reports whether standard error takes colours: NO_COLOR is honoured,
// and old consoles of Windows would show the codes as letters.
func (w world) colour() bool {
	if !w.terminal || w.env("NO_COLOR") != "" || w.env("TERM") == "dumb" {
		return false
	}
	return runtime.GOOS != "windows" || w.env("WT_SESSION") != "" || w.env("TERM") != ""
}
