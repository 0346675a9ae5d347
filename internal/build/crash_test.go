package build_test

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// Whenever the command is killed, the next one finds the earlier site whole,
// or the new one, and never a mixture.
func TestKilledAtAnyMoment(t *testing.T) {
	if testing.Short() {
		t.Skip("twenty builds of two thousand pages take too long for -short")
	}
	thonlanh := program(t)
	dir := t.TempDir()
	names := [2]string{"Xã Một", "Xã Hai"}
	generate(t, dir, names[0], 2000)
	config, err := os.ReadFile(filepath.Join(dir, "config.toml"))
	if err != nil {
		t.Fatal(err)
	}
	become := func(which int) {
		t.Helper()
		write(t, dir, map[string]string{"config.toml": strings.Replace(string(config), names[0], names[which], 1)})
	}
	manifest := func(public string) string {
		t.Helper()
		data, err := os.ReadFile(filepath.Join(public, "thonlanh.sum"))
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	public := filepath.Join(dir, "public")

	// What each of the two sites is when it is whole.
	var whole [2]string
	var took time.Duration
	for which := range names {
		become(which)
		out := filepath.Join(t.TempDir(), "public")
		took, _ = timed(t, thonlanh, dir, out)
		whole[which] = manifest(out)
		if n := strings.Count(whole[which], "\n"); n < 2000 {
			t.Fatalf("%d files", n)
		}
	}
	if whole[0] == whole[1] {
		t.Fatal("the two sites are the same")
	}
	become(0)
	timed(t, thonlanh, dir, public)

	// Half of the moments anywhere, half about the time of the switch.
	random := rand.New(rand.NewPCG(uint64(time.Now().UnixNano()), 1))
	now, killed := 0, 0
	switched := 0
	for i := range 20 {
		next := 1 - now
		become(next)
		after := time.Duration(random.Float64() * 1.1 * float64(took))
		if i%2 == 1 {
			after = time.Duration((0.75 + 0.35*random.Float64()) * float64(took))
		}
		cmd := exec.Command(thonlanh, "build", "--now", "2026-11-20", dir)
		var said bytes.Buffer
		cmd.Stderr = &said
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(after)
		if err := cmd.Process.Kill(); err != nil && !errors.Is(err, os.ErrProcessDone) {
			t.Fatal(err)
		}
		// How long a build takes changes with what else the machine does.
		if err := cmd.Wait(); err != nil {
			killed++
			took = max(took, after*23/20)
		} else {
			took = after * 19 / 20
		}
		what := fmt.Sprintf("kill %d, after %v of %v", i+1, after.Round(time.Millisecond), took.Round(time.Millisecond))
		if out, err := exec.Command(thonlanh, "verify", dir).CombinedOutput(); err != nil {
			t.Fatalf("%s: verify: %v\n%.1000s", what, err, out)
		} else if strings.Contains(string(out), "Tệp lạ") {
			t.Errorf("%s: files of nobody:\n%.1000s", what, out)
		}
		switch manifest(public) {
		case whole[now]:
		case whole[next]:
			now = next
			switched++
		default:
			t.Fatalf("%s: the site is neither the earlier nor the new one\n%s", what, said.String())
		}
	}
	t.Logf("%d of 20 builds were killed before their end, %d had switched", killed, switched)
	if killed < 5 {
		t.Errorf("only %d builds were killed: the moments are not random", killed)
	}

	become(1 - now)
	timed(t, thonlanh, dir, public)
	if manifest(public) != whole[1-now] {
		t.Error("the build after all those is not whole")
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != 4 { // config.toml content dia-chi.lock public
		t.Errorf("left in the project: %v", entries)
	}
}
