package main

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"thonlanh": main})
}

// clock is 20 November 2026 in the communes' zone, in seconds.
const clock = "1795107600"

// Each script is one story of somebody at the keyboard. Beside the standard
// commands there are
//
//	exits N COMMAND…   run and expect the exit code
//	sample DIR         copy the repository's own sample commune
//	remember DIR       keep the names, bytes and times of all files
//	unchanged DIR      expect them to be as they were remembered
//	invalid FILE       write a file that is not UTF-8
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("SOURCE_DATE_EPOCH", clock)
			env.Setenv("NO_COLOR", "")
			env.Values["remembered"] = make(map[string]string)
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits, "sample": sample, "remember": remember, "unchanged": unchanged, "invalid": invalid,
		},
	})
}

func exits(ts *testscript.TestScript, neg bool, args []string) {
	want, err := strconv.Atoi(args[0])
	if err != nil || neg {
		ts.Fatalf("usage: exits N COMMAND…")
	}
	err = ts.Exec(args[1], args[2:]...)
	code := 0
	var exit *exec.ExitError
	switch {
	case errors.As(err, &exit):
		code = exit.ExitCode()
	case err != nil:
		ts.Fatalf("%v", err)
	}
	if code != want {
		ts.Fatalf("exit code %d, want %d", code, want)
	}
	if all := ts.ReadFile("stdout") + ts.ReadFile("stderr"); strings.Contains(all, "panic") || strings.Contains(all, "goroutine ") {
		ts.Fatalf("it crashed")
	}
}

func sample(ts *testscript.TestScript, neg bool, args []string) {
	dir := ts.MkAbs(args[0])
	root, err := filepath.Abs("../..")
	ts.Check(err)
	ts.Check(os.MkdirAll(dir, 0o777))
	ts.Check(os.CopyFS(filepath.Join(dir, "content"), os.DirFS(filepath.Join(root, "content"))))
	for _, name := range []string{"config.toml", "dia-chi.lock"} {
		data, err := os.ReadFile(filepath.Join(root, name))
		ts.Check(err)
		ts.Check(os.WriteFile(filepath.Join(dir, name), data, 0o666))
	}
}

func invalid(ts *testscript.TestScript, neg bool, args []string) {
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte("+++\ntieu_de = \"Tin\"\nngay = 2026-11-02\n+++\n\nChữ \xc3\x28 hỏng.\n"), 0o666))
}

func remember(ts *testscript.TestScript, neg bool, args []string) {
	ts.Value("remembered").(map[string]string)[args[0]] = state(ts, args[0])
}

func unchanged(ts *testscript.TestScript, neg bool, args []string) {
	before, ok := ts.Value("remembered").(map[string]string)[args[0]]
	if !ok {
		ts.Fatalf("%s was not remembered", args[0])
	}
	if same := before == state(ts, args[0]); same == neg {
		ts.Fatalf("%s: unchanged is %v", args[0], same)
	}
}

// state names every file of a folder with its bytes and its time.
func state(ts *testscript.TestScript, dir string) string {
	dir = ts.MkAbs(dir)
	var b strings.Builder
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(dir, name)
		if err != nil || d.IsDir() {
			fmt.Fprintln(&b, rel)
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		sum := sha256.Sum256(data)
		fmt.Fprintln(&b, rel, info.ModTime().UnixNano(), hex.EncodeToString(sum[:]))
		return nil
	})
	ts.Check(err)
	return b.String()
}
