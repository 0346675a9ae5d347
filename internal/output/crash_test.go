package output

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// The tests of this file start the test program again as a process that
// publishes, and end it in the middle.

const helperEnv = "THONLANH_TEST_PUBLISH" // dir|generation|files|noExchange|step#nth to end at

func TestMain(m *testing.M) {
	if order := os.Getenv(helperEnv); order != "" {
		os.Exit(helper(strings.Split(order, "|")))
	}
	os.Exit(m.Run())
}

func helper(order []string) int {
	gen, _ := strconv.Atoi(order[1])
	n, _ := strconv.Atoi(order[2])
	endAt, nth, _ := strings.Cut(order[4], "#")
	left, err := strconv.Atoi(nth)
	if err != nil {
		left = 1
	}
	opts := options{noExchange: order[3] == "true", step: func(name string) error {
		if name == endAt {
			left--
		}
		if left == 0 {
			os.Exit(9) // nothing deferred runs, as when killed
		}
		return nil
	}}
	if gen == 0 {
		p, err := locate(order[0])
		if err != nil {
			return 2
		}
		lock, err := p.enter()
		if err != nil {
			return 2
		}
		if p.settle(opts) != nil {
			return 1
		}
		p.leave(lock)
		return 0
	}
	s, err := begin(order[0], opts)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 2
	}
	fmt.Println("begun")
	for path, text := range generation(gen, n) {
		if err := s.Write(path, []byte(text)); err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
	}
	if _, err := s.Publish(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

// generation is a site of which a third changes, a third stays and a third
// comes and goes from one number to the next.
func generation(gen, n int) site {
	files := site{"index.html": fmt.Sprint("generation ", gen)}
	filler := strings.Repeat("Thôn lành ", 300)
	for i := range n {
		switch i % 3 {
		case 0:
			files[fmt.Sprintf("stays/%d/index.html", i)] = fmt.Sprint(i, filler)
		case 1:
			files[fmt.Sprintf("changes/%d/index.html", i)] = fmt.Sprint(gen, " ", i, filler)
		case 2:
			files[fmt.Sprintf("xa/%d/%d/index.html", gen%2, i)] = fmt.Sprint(i, filler)
		}
	}
	return files
}

func start(t *testing.T, dir string, gen, n int, noExchange bool, endAt string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self, "-test.run=^$")
	cmd.Env = append(os.Environ(), helperEnv+"="+fmt.Sprintf("%s|%d|%d|%v|%s", dir, gen, n, noExchange, endAt))
	return cmd
}

var foreignFiles = site{"CNAME": "xa.example", ".git/objects/aa": "blob", "stays/0/ghi-chu.txt": "mine"}

// settled says which of two generations stands in the folder, whole and with
// the foreign files.
func settled(t *testing.T, dir string, gens ...int) int {
	t.Helper()
	if err := Recover(dir); err != nil {
		t.Fatalf("recover: %v", err)
	}
	noStaging(t, dir)
	report, err := Verify(dir)
	if err != nil || !report.Clean() {
		t.Fatalf("verify: %v, %d missing, %d changed", err, len(report.Missing), len(report.Changed))
	}
	head, err := os.ReadFile(filepath.Join(dir, "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	for _, gen := range gens {
		if string(head) != fmt.Sprint("generation ", gen) {
			continue
		}
		want := generation(gen, report.Files-1)
		for path, text := range foreignFiles {
			want[path] = text
		}
		if got := tree(t, dir); len(got) != len(want) || !cmp.Equal(got, want) {
			t.Fatalf("generation %d is mixed or lost foreign files: %d files, want %d", gen, len(got), len(want))
		}
		return gen
	}
	t.Fatalf("%q stands, want one of %v", head, gens)
	return 0
}

// quickDir is in memory where the system has such a place: ending a process is
// the same there, and waiting for a busy disk is not.
func quickDir(t *testing.T) string {
	dir, err := os.MkdirTemp("/dev/shm", "thonlanh-test-")
	if err != nil {
		return t.TempDir()
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	return dir
}

func TestKilledAtAnyMoment(t *testing.T) {
	rounds := 20
	if testing.Short() {
		rounds = 4
	}
	for _, noExchange := range []bool{false, true} {
		t.Run(fmt.Sprintf("noExchange=%v", noExchange), func(t *testing.T) {
			t.Parallel()
			const n = 600
			dir := filepath.Join(quickDir(t), "công khai", "public")
			publish(t, dir, generation(1, n), options{})
			for path, text := range foreignFiles {
				put(t, dir, path, text)
			}
			// How long one takes tells where the moments lie.
			cmd := start(t, dir, 2, n, noExchange, "")
			began := time.Now()
			if out, err := cmd.CombinedOutput(); err != nil {
				t.Fatalf("%v: %s", err, out)
			}
			whole := time.Since(began)
			stands, seen := settled(t, dir, 2), map[bool]int{}
			for round := range rounds {
				next := stands + 1
				cmd := start(t, dir, next, n, noExchange, "")
				if err := cmd.Start(); err != nil {
					t.Fatal(err)
				}
				time.Sleep(time.Duration(rand.Int64N(int64(whole) * 11 / 10)))
				cmd.Process.Kill()
				cmd.Wait()
				if round%3 == 0 {
					// The cure may be killed as well.
					cure := start(t, dir, 0, 0, noExchange, "")
					if err := cure.Start(); err != nil {
						t.Fatal(err)
					}
					time.Sleep(time.Duration(rand.Int64N(int64(20 * time.Millisecond))))
					cure.Process.Kill()
					cure.Wait()
				}
				got := settled(t, dir, stands, next)
				seen[got == next]++
				stands = got
			}
			t.Logf("earlier site %d times, new site %d times", seen[false], seen[true])
		})
	}
}

// Every named step of a publish, and which site stands when the process ends
// there.
func TestEndedAtEachStep(t *testing.T) {
	tests := []struct {
		step       string
		noExchange bool
		stands     int
	}{
		{"write", false, 1},
		{"carried", false, 1},
		{"kept", false, 1},
		{"manifest", false, 1},
		{"before journal", false, 1},
		{"journal", false, 1},
		{"switched", false, 2},
		{"renamed", false, 2},
		{"remove#1", false, 2},
		{"remove#7", false, 2},
		{"remove#13", false, 2},
		{"remove#20", false, 2},
		{"remove#27", false, 2},
		{"remove#31", false, 2},
		{"old removed", false, 2},
		{"journal removed", false, 2},
		{"journal", true, 1},
		{"apart", true, 2},
		{"switched", true, 2},
		{"old removed", true, 2},
		{"journal removed", true, 2},
	}
	for _, tt := range tests {
		t.Run(fmt.Sprintf("%s noExchange=%v", tt.step, tt.noExchange), func(t *testing.T) {
			const n = 12
			dir := filepath.Join(quickDir(t), "public")
			ready := func() {
				publish(t, dir, generation(1, n), options{})
				for path, text := range foreignFiles {
					put(t, dir, path, text)
				}
				err := start(t, dir, 2, n, tt.noExchange, tt.step).Run()
				var exit *exec.ExitError
				if !errors.As(err, &exit) || exit.ExitCode() != 9 {
					t.Fatalf("the process ended with %v, not at the step", err)
				}
			}
			ready()
			if got := settled(t, dir, 1, 2); got != tt.stands {
				t.Errorf("generation %d stands, want %d", got, tt.stands)
			}
			// The cure ended at each of its own steps.
			for _, step := range []string{"renamed", "remove#9", "remove#25", "old removed", "journal removed"} {
				os.RemoveAll(dir)
				ready()
				start(t, dir, 0, 0, tt.noExchange, step).Run()
				settled(t, dir, tt.stands)
			}
			// Begin cures as well.
			os.RemoveAll(dir)
			ready()
			for path, text := range foreignFiles {
				if data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(path))); tt.step != "apart" && string(data) != text {
					t.Errorf("%s: %q, %v", path, data, err)
				}
			}
			if _, err := tryPublish(dir, generation(3, n), options{}); err != nil {
				t.Fatal(err)
			}
			settled(t, dir, 3)
		})
	}
}

// The first publish has no earlier site to keep.
func TestFirstPublishEnded(t *testing.T) {
	for _, step := range []string{"write", "manifest", "journal", "switched"} {
		for _, empty := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s empty=%v", step, empty), func(t *testing.T) {
				dir := filepath.Join(quickDir(t), "public")
				if empty {
					os.Mkdir(dir, 0o755)
				}
				start(t, dir, 1, 12, false, step).Run()
				if err := Recover(dir); err != nil {
					t.Fatal(err)
				}
				noStaging(t, dir)
				report, err := Verify(dir)
				// From the journal on the site is whole and is moved in.
				if whole := step == "journal" || step == "switched"; whole && (err != nil || !report.Clean() || report.Files != 13) {
					t.Errorf("%+v, %v", report, err)
				} else if !whole && !errors.Is(err, ErrNoManifest) {
					t.Errorf("%+v, %v", report, err)
				}
			})
		}
	}
}

var errInjected = errors.New("no space left on device")

// A step that fails leaves the earlier site whole, and Discard leaves nothing
// else.
func TestFailureAtEachStep(t *testing.T) {
	tests := []struct {
		step       string
		noExchange bool
		stands     int
	}{
		{"write", false, 1},
		{"carried", false, 1},
		{"kept", false, 1},
		{"manifest", false, 1},
		{"before journal", false, 1},
		{"journal", false, 1},
		{"apart", true, 1},
		{"renamed", false, 2},
		{"old removed", false, 2},
		{"journal removed", false, 2},
		{"old removed", true, 2},
	}
	for _, tt := range tests {
		t.Run(fmt.Sprintf("%s noExchange=%v", tt.step, tt.noExchange), func(t *testing.T) {
			const n = 12
			dir := filepath.Join(quickDir(t), "public")
			publish(t, dir, generation(1, n), options{})
			for path, text := range foreignFiles {
				put(t, dir, path, text)
			}
			_, err := tryPublish(dir, generation(2, n), options{noExchange: tt.noExchange, step: func(name string) error {
				if name == tt.step {
					return errInjected
				}
				return nil
			}})
			if tt.stands == 1 {
				if !errors.Is(err, errInjected) {
					t.Errorf("error %v", err)
				}
				noStaging(t, dir)
			} else if err != nil {
				t.Errorf("published, but: %v", err)
			}
			settled(t, dir, tt.stands)
		})
	}
}

// Between the two steps no folder stands there. Whatever somebody puts in its
// place is not lost, nor is a site.
func TestFolderMadeBetweenTheSteps(t *testing.T) {
	const n = 12
	ready := func(t *testing.T) (dir string) {
		dir = filepath.Join(quickDir(t), "public")
		publish(t, dir, generation(1, n), options{})
		for path, text := range foreignFiles {
			put(t, dir, path, text)
		}
		start(t, dir, 2, n, true, "apart").Run()
		if _, err := os.Lstat(dir); !errors.Is(err, fs.ErrNotExist) {
			t.Fatal("not between the steps")
		}
		return dir
	}
	t.Run("empty", func(t *testing.T) {
		dir := ready(t)
		os.Mkdir(dir, 0o755)
		settled(t, dir, 2)
	})
	t.Run("with files", func(t *testing.T) {
		dir := ready(t)
		put(t, dir, "x.txt", "x")
		if err := Recover(dir); !errors.Is(err, ErrForeign) {
			t.Fatal(err)
		}
		os.Remove(filepath.Join(dir, "x.txt"))
		settled(t, dir, 2)
	})
	t.Run("new tree lost", func(t *testing.T) {
		dir := ready(t)
		p, _ := locate(dir)
		os.RemoveAll(p.newTree())
		settled(t, dir, 1)
	})
	t.Run("journal lost", func(t *testing.T) {
		dir := ready(t)
		p, _ := locate(dir)
		os.Remove(p.journal())
		settled(t, dir, 1)
	})
}

// A foreign file that changes while a publish is under way.
func TestForeignFilesThatComeLate(t *testing.T) {
	dir := filepath.Join(quickDir(t), "public")
	publish(t, dir, site{"index.html": "1", "cu/index.html": "c"}, options{})
	put(t, dir, "a.txt", "first")
	age(t, dir)
	_, err := tryPublish(dir, site{"index.html": "2", "moi/index.html": "m"}, options{step: func(name string) error {
		if name == "journal" {
			put(t, dir, "late.txt", "late")
			put(t, dir, "cu/late.txt", "late")
			os.Remove(filepath.Join(dir, "a.txt"))
			put(t, dir, "a.txt", "second")
			put(t, dir, "moi/index.html", "clash")
		}
		return nil
	}})
	if err != nil {
		t.Fatal(err)
	}
	want := site{"index.html": "2", "moi/index.html": "m", "late.txt": "late", "cu/late.txt": "late", "a.txt": "second", "giu-lai-1-index.html": "clash"}
	if diff := cmp.Diff(want, tree(t, dir)); diff != "" {
		t.Error(diff)
	}
	noStaging(t, dir)
}

func TestLockOfADeadProcess(t *testing.T) {
	dir := filepath.Join(quickDir(t), "public")
	cmd := start(t, dir, 1, 3, false, "kept")
	if err := cmd.Run(); err == nil {
		t.Fatal("it lives")
	}
	p, _ := locate(dir)
	if _, err := os.Stat(p.lockFile()); err != nil {
		t.Fatal("no lock was left:", err)
	}
	publish(t, dir, site{"index.html": "x"}, options{})
}

func TestLockOfALivingProcess(t *testing.T) {
	dir := filepath.Join(quickDir(t), "public")
	cmd := start(t, dir, 1, 20000, false, "")
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() { cmd.Process.Kill(); cmd.Wait() }()
	if _, err := out.Read(make([]byte, 5)); err != nil {
		t.Fatal(err)
	}
	if _, err := Begin(dir); !errors.Is(err, ErrBusy) {
		t.Errorf("Begin: %v", err)
	}
}
