// Package build is the pipeline: it names the stages in order and carries the
// pages through the last of them as a stream, so that memory grows with the
// site's metadata, never with its output.
package build

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"thonlanh/internal/check"
	"thonlanh/internal/config"
	"thonlanh/internal/content"
	"thonlanh/internal/date"
	"thonlanh/internal/diag"
	"thonlanh/internal/output"
	"thonlanh/internal/picture"
	"thonlanh/internal/render"
	"thonlanh/internal/site"
)

// Options are what a command says of one run.
type Options struct {
	Dir      string // the project folder
	Output   string // the folder to publish into; "" is Dir/public
	BaseURL  string // replaces base_url when not ""
	Portable bool
	Jobs     int       // pages at once; 0 is one for each processor
	Now      date.Date // the build date as the user fixed it; zero when not
	Today    date.Date // the day outside, in the commune's zone
	Version  string    // of the program; part of the build id

	Layouts, Static fs.FS // of the program, under the project's own

	// Progress is told of each stage as it begins, and of the pages done in
	// the last one; nil for silence. It is called by one goroutine at a time.
	Progress func(Progress)
}

// Progress is how far a run has come.
type Progress struct {
	Stage       Stage
	Done, Total int // files finished, in StagePages
}

// Stage is a step of the pipeline.
type Stage string

// The stages in order.
const (
	StageConfig   Stage = "config"
	StageContent  Stage = "content"
	StageAssemble Stage = "assemble"
	StageCheck    Stage = "check"
	StagePages    Stage = "pages"
	StagePublish  Stage = "publish"
)

// Result is what a run gave.
type Result struct {
	Problems  diag.List
	Published bool
	Folder    string // the published folder
	Pages     int
	Summary   output.Summary
	Weights   []Weight // of the heaviest pages, heaviest first
	Sample    bool
}

// Weight is the size of one published file in bytes, minified.
type Weight struct {
	Path  string
	Bytes int
}

// Run builds the site and publishes it, unless a problem stops it. With a
// *LockError or an *OfficeError the site is published all the same, and the
// result says so.
func Run(o Options) (*Result, error) {
	dir := o.Output
	if dir == "" {
		dir = filepath.Join(o.Dir, "public")
	}
	a, err := Assemble(o, nil)
	if err != nil {
		return nil, err
	}
	result := a.result()
	result.Folder = dir
	if a.Problems.Stops() {
		// An interrupted switch is mended even when there is nothing new.
		return result, output.Recover(dir)
	}
	stage, err := output.Begin(dir)
	if err != nil {
		return nil, err
	}
	list, err := a.finish(o, result, stage.Write)
	if err != nil {
		return nil, joinDiscard(err, stage)
	}
	result.Problems = check.Confirm(append(a.raw, list...), a.Config, a.Site.Today).Sorted()
	if result.Problems.Stops() {
		return result, stage.Discard()
	}
	o.tell(Progress{Stage: StagePublish})
	if result.Summary, err = stage.Publish(); err != nil {
		return nil, joinDiscard(err, stage)
	}
	result.Published = true
	if err := keepAddresses(o.Dir, a); err != nil {
		return result, err
	}
	return result, keepOffice(o, a, dir)
}

// Check does all that Run does and writes nothing.
func Check(o Options) (*Result, error) {
	a, err := Assemble(o, nil)
	if err != nil {
		return nil, err
	}
	result := a.result()
	if a.Problems.Stops() {
		return result, nil
	}
	list, err := a.finish(o, result, func(string, []byte) error { return nil })
	if err != nil {
		return nil, err
	}
	result.Problems = check.Confirm(append(a.raw, list...), a.Config, a.Site.Today).Sorted()
	return result, nil
}

// joinDiscard ends a stage that failed. The failure itself is the error; an
// unfinished staging folder is cleared by the next command all the same.
func joinDiscard(err error, stage *output.Stage) error {
	if e := stage.Discard(); e != nil {
		return fmt.Errorf("%w (and the staging folder stays: %v)", err, e)
	}
	return err
}

// Assembled is a site ready to be rendered, and what is wrong with it.
type Assembled struct {
	Config   *config.Config
	Tree     *content.Tree
	Site     *site.Site
	Renderer *render.Renderer // nil when the settings are missing
	Problems diag.List        // confirmed where config.toml says so, sorted
	project  fs.FS
	shrink   *output.Minifier
	judge    func() *check.Output // made when the first page is judged alone
	raw      diag.List            // before confirmation
}

// Memory is what a preview keeps from one assembly to the next, so that only
// what changed is parsed and judged again. The zero value is ready to use.
type Memory struct {
	Files content.Loader
	Texts check.Gate
}

// Assemble carries out the stages before rendering; m is nil for a single run.
func Assemble(o Options, m *Memory) (*Assembled, error) {
	info, err := os.Stat(o.Dir)
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		return nil, fmt.Errorf("%s is not a folder", o.Dir)
	}
	a := &Assembled{project: os.DirFS(o.Dir), shrink: output.NewMinifier()}

	o.tell(Progress{Stage: StageConfig})
	var list diag.List
	if a.Config, list, err = config.Load(a.project); err != nil {
		return nil, err
	}
	a.raw = append(a.raw, list...)
	if o.BaseURL != "" {
		a.Config.BaseURL = strings.TrimRight(o.BaseURL, "/") + "/"
	}

	o.tell(Progress{Stage: StageContent})
	if m != nil {
		a.Tree, list, err = m.Files.Load(a.project)
	} else {
		a.Tree, list, err = content.Load(a.project, o.Jobs)
	}
	if err != nil {
		return nil, err
	}
	a.raw = append(a.raw, list...)

	o.tell(Progress{Stage: StageAssemble})
	a.Site, list = site.Assemble(a.Tree, a.Config, o.day(a.Config))
	a.raw = append(a.raw, list...)

	o.tell(Progress{Stage: StageCheck})
	if m != nil {
		list = m.Texts.Site(a.Site, a.Tree)
	} else {
		list = check.Site(a.Site, a.Tree)
	}
	a.raw = append(a.raw, list...)

	layouts, list := own(a.project, "layouts", o.Layouts)
	static, more := own(a.project, "static", o.Static)
	a.raw = append(append(a.raw, list...), more...)
	a.Renderer, err = render.New(a.Site, layouts, static, render.Options{Portable: o.Portable, BuildID: a.buildID(o)})
	if err != nil {
		return nil, err
	}
	a.raw = append(a.raw, a.paths()...)
	a.Problems = check.Confirm(a.raw, a.Config, a.Site.Today).Sorted()
	a.judge = sync.OnceValue(a.output)
	return a, nil
}

// day is the build date: what the user fixed, else the sample's own day, else
// today.
func (o Options) day(c *config.Config) date.Date {
	switch {
	case !o.Now.IsZero():
		return o.Now
	case c.Sample && !c.SampleDate.IsZero():
		return c.SampleDate
	}
	return o.Today
}

// buildID is the same for the same program, settings and day; it names a build
// when an office asks for help, and says nothing of the machine.
func (a *Assembled) buildID(o Options) string {
	h := sha256.New()
	fmt.Fprintf(h, "%s\n%s\n%s\n%d\n", o.Version, a.Config.Name, a.Site.Today, len(a.Site.Pages))
	return hex.EncodeToString(h.Sum(nil))[:7]
}

func (a *Assembled) result() *Result {
	return &Result{Problems: a.Problems, Pages: len(a.Site.Pages), Sample: a.Site.Sample}
}

// Bytes makes one file of the site as it is published.
func (a *Assembled) Bytes(out render.Output) ([]byte, error) { return a.append(nil, out) }

// append is Bytes into a buffer that is used again and again.
func (a *Assembled) append(dst []byte, out render.Output) ([]byte, error) {
	if out.Asset == nil {
		return a.Renderer.Append(dst, out.Path)
	}
	data, err := fs.ReadFile(a.project, out.Asset.Path)
	if err != nil {
		return dst, err
	}
	data, _ = picture.Clean(out.Asset.Path, data)
	if small, err := a.shrink.Append(dst, out.Path, data); err == nil {
		return small, nil
	}
	return append(dst, data...), nil
}

// heaviest is how many weights a result keeps.
const heaviest = 12

// maxRoom keeps the room of a very long file from staying for ever.
const maxRoom = 1 << 20

// finish renders, judges and hands on every file, in parallel.
func (a *Assembled) finish(o Options, result *Result, write func(string, []byte) error) (diag.List, error) {
	outs := a.Renderer.Outputs()
	judge := a.output()
	problems := make([]diag.List, len(outs)) // by file, so that the order is always the same
	sizes := make([]int, len(outs))

	var telling sync.Mutex
	tell := func(n int) {
		if o.Progress != nil && n%64 == 0 {
			telling.Lock()
			o.Progress(Progress{Stage: StagePages, Done: n, Total: len(outs)})
			telling.Unlock()
		}
	}
	one := func(i int, room []byte) ([]byte, error) {
		out := outs[i]
		data, err := a.append(room[:0], out)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", out.Path, err)
		}
		problems[i] = judge.File(out.Path, out.Page, data)
		if out.Page == nil && len(problems[i]) > 0 {
			// A rule that knows the finished file alone speaks of the
			// whole site; its author knows the file that it came from.
			source := a.source(out)
			for k := range problems[i] {
				if p := &problems[i][k]; p.File == diag.ConfigFile {
					p.File = source
				}
			}
		}
		sizes[i] = len(data)
		return data, write(out.Path, data)
	}

	var group errgroup.Group
	jobs := o.Jobs
	if jobs <= 0 {
		jobs = runtime.NumCPU()
	}
	o.tell(Progress{Stage: StagePages, Total: len(outs)})
	// A few workers take one file after the other, each in a room of its own.
	var taken, done atomic.Int64
	for range min(jobs, len(outs)) {
		group.Go(func() error {
			var room []byte
			for {
				i := int(taken.Add(1)) - 1
				if i >= len(outs) {
					return nil
				}
				data, err := one(i, room)
				if err != nil {
					taken.Store(int64(len(outs))) // the others stop as well
					return err
				}
				if cap(data) <= maxRoom {
					room = data
				}
				tell(int(done.Add(1)))
			}
		})
	}
	if err := group.Wait(); err != nil {
		return nil, err
	}
	var list diag.List
	for _, l := range problems {
		list = append(list, l...)
	}
	result.Weights = weigh(outs, sizes)
	return append(list, judge.Finish()...), nil
}

// weigh keeps the heaviest pages and the style file.
func weigh(outs []render.Output, sizes []int) []Weight {
	var all []Weight
	for i, out := range outs {
		if out.Page == nil && !strings.HasSuffix(out.Path, ".css") {
			continue
		}
		all = append(all, Weight{out.Path, sizes[i]})
		for j := len(all) - 1; j > 0 && all[j].Bytes > all[j-1].Bytes; j-- {
			all[j], all[j-1] = all[j-1], all[j]
		}
		if len(all) > heaviest {
			all = all[:heaviest]
		}
	}
	return all
}

func (o Options) tell(p Progress) {
	if o.Progress != nil {
		o.Progress(p)
	}
}

// Judge applies the rules about finished files to one page: what a preview
// can say of it alone.
func (a *Assembled) Judge(out render.Output, data []byte) diag.List {
	return a.judge().File(out.Path, out.Page, data).Sorted()
}

// output makes what judges the finished files.
func (a *Assembled) output() *check.Output {
	outs := a.Renderer.Outputs()
	paths := make([]string, len(outs))
	for i, out := range outs {
		paths[i] = out.Path
	}
	return check.NewOutput(a.Site, paths)
}
