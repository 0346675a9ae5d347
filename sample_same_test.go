package thonlanh_test

import (
	"bytes"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/unicode/norm"

	"thonlanh/internal/build"
	"thonlanh/internal/lock"
)

// same reports every file in which two published folders differ.
func same(t *testing.T, what string, want, got map[string][]byte) {
	t.Helper()
	for _, name := range sorted(want) {
		if data, ok := got[name]; !ok {
			t.Errorf("%s: %s is missing", what, name)
		} else if !bytes.Equal(data, want[name]) {
			t.Errorf("%s: %s differs", what, name)
		}
	}
	for _, name := range sorted(got) {
		if _, ok := want[name]; !ok {
			t.Errorf("%s: %s is new", what, name)
		}
	}
}

func TestSampleIsTheSameEachTime(t *testing.T) {
	first := publish(t, build.Options{})
	want := tree(t, first)
	before := modified(t, first)
	same(t, "built again", want, tree(t, publish(t, build.Options{})))
	same(t, "one page at a time", want, tree(t, publish(t, build.Options{Jobs: 1})))
	same(t, "eight pages at a time", want, tree(t, publish(t, build.Options{Jobs: 8})))

	// Over itself: files that did not change keep their time.
	same(t, "built over the earlier site", want, tree(t, publish(t, build.Options{Output: first})))
	for name, at := range modified(t, first) {
		if !at.Equal(before[name]) {
			t.Errorf("%s did not change but was written anew", name)
		}
	}
}

func modified(t *testing.T, dir string) map[string]time.Time {
	t.Helper()
	out := map[string]time.Time{}
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err == nil {
			out[name] = info.ModTime()
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// program compiles the command.
func program(t *testing.T) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "thonlanh")
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	if out, err := exec.Command("go", "build", "-o", name, "./cmd/thonlanh").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	return name
}

// The zone of the machine says nothing about the day in Vietnam. The moment is
// half past one at night of 20 November there, and still the 19th elsewhere.
func TestSampleIsTheSameInEveryZone(t *testing.T) {
	const moment = "1795113000" // 2026-11-19T18:30:00Z
	thonlanh := program(t)
	var want map[string][]byte
	for _, zone := range []string{"UTC", "Asia/Ho_Chi_Minh", "America/Los_Angeles", "Pacific/Kiritimati"} {
		if _, err := time.LoadLocation(zone); err != nil {
			t.Skipf("this machine does not know the zones of the world: %v", err)
		}
		out := filepath.Join(t.TempDir(), "public")
		cmd := exec.Command(thonlanh, "build", "-o", out, copySample(t))
		cmd.Env = append(os.Environ(), "TZ="+zone, "SOURCE_DATE_EPOCH="+moment)
		if said, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", zone, err, said)
		}
		if want == nil {
			want = tree(t, out)
			continue
		}
		same(t, zone, want, tree(t, out))
	}
	fixed := tree(t, publish(t, build.Options{}))
	for _, name := range []string{"tien-do/2026/index.html", "lich/index.html", "ke-hoach/2020/index.html"} {
		if !bytes.Equal(fixed[name], want[name]) {
			t.Errorf("%s: the moment is not the 20th of November in Vietnam", name)
		}
	}
}

// copyProject copies what the commune wrote, changing each text and name.
func copyProject(t testing.TB, name func(string) string, text func(string, []byte) []byte) string {
	t.Helper()
	dir := t.TempDir()
	project := os.DirFS(".")
	copyFile := func(from string) {
		data, err := fs.ReadFile(project, from)
		if err != nil {
			t.Fatal(err)
		}
		if ext := path.Ext(from); ext == ".md" || ext == ".toml" || ext == ".lock" {
			data = text(from, data)
		}
		to := filepath.Join(dir, filepath.FromSlash(name(from)))
		if err := os.MkdirAll(filepath.Dir(to), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(to, data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	copyFile("config.toml")
	copyFile(lock.Name)
	err := fs.WalkDir(project, "content", func(from string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			copyFile(from)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

func asIs(s string) string { return s }

// copySample is the sample elsewhere: a build writes into its project.
func copySample(t testing.TB) string {
	t.Helper()
	return copyProject(t, asIs, func(_ string, data []byte) []byte { return data })
}

// What an editor or a disk does to a text is not what its author wrote.
func TestSampleIsTheSameFromOtherMachines(t *testing.T) {
	want := tree(t, publish(t, build.Options{}))
	for what, text := range map[string]func(string, []byte) []byte{
		"line ends of Windows": func(_ string, b []byte) []byte { return bytes.ReplaceAll(b, []byte("\n"), []byte("\r\n")) },
		"byte order marks":     func(_ string, b []byte) []byte { return append([]byte("\uFEFF"), b...) },
		"decomposed letters":   func(_ string, b []byte) []byte { return norm.NFD.Bytes(b) },
		"all of these": func(_ string, b []byte) []byte {
			b = bytes.ReplaceAll(norm.NFD.Bytes(b), []byte("\n"), []byte("\r\n"))
			return append([]byte("\uFEFF"), b...)
		},
		"no newline at the end": func(_ string, b []byte) []byte { return bytes.TrimRight(b, "\n") },
	} {
		dir := copyProject(t, func(name string) string { return norm.NFD.String(name) }, text)
		same(t, what, want, tree(t, publish(t, build.Options{Dir: dir})))
	}
}

// A portal that has no address yet says no address, and one note says so.
func TestSampleWithoutAnAddress(t *testing.T) {
	dir := copyProject(t, asIs, func(name string, b []byte) []byte {
		if name != "config.toml" {
			return b
		}
		if !bytes.Contains(b, []byte(`base_url = "https://xamau.example/"`)) {
			t.Fatal("config.toml has another base_url")
		}
		return bytes.Replace(b, []byte(`base_url = "https://xamau.example/"`), []byte(`base_url = ""`), 1)
	})
	files := tree(t, publish(t, build.Options{Dir: dir}))
	if _, ok := files["sitemap.xml"]; ok {
		t.Error("a sitemap without an address")
	}
	for name, data := range files {
		for _, not := range []string{`rel="canonical"`, `rel=canonical`, "og:url", "og:image", "xamau.example"} {
			if strings.Contains(string(data), not) {
				t.Errorf("%s holds %s", name, not)
			}
		}
	}
	result, err := build.Check(checkOptions(dir))
	if err != nil {
		t.Fatal(err)
	}
	notes := 0
	for _, p := range result.Problems {
		if p.Rule == "thieu-base-url" {
			notes++
		}
	}
	if notes != 1 {
		t.Errorf("%d notes say that there is no address, want 1", notes)
	}
}
