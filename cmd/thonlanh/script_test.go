package main

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
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
//	fill FILE CELL=VALUE…   type into cells of a workbook that we wrote: Thôn!C5=3
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
			"exits": exits, "sample": sample, "remember": remember, "unchanged": unchanged, "invalid": invalid, "fill": fill,
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

// fill types into a workbook as somebody would in a spreadsheet program: what
// looks like a number becomes one.
func fill(ts *testscript.TestScript, neg bool, args []string) {
	data := []byte(ts.ReadFile(args[0]))
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	ts.Check(err)
	parts := make(map[string]string)
	for _, f := range r.File {
		in, err := f.Open()
		ts.Check(err)
		part, err := io.ReadAll(in)
		ts.Check(err)
		parts[f.Name] = string(part)
	}
	for _, arg := range args[1:] {
		at, value, _ := strings.Cut(arg, "=")
		sheet, cell, _ := strings.Cut(at, "!")
		name, ok := map[string]string{"Chỉ tiêu": "xl/worksheets/sheet1.xml", "Thôn": "xl/worksheets/sheet2.xml"}[sheet]
		old := regexp.MustCompile(`<c r="` + cell + `"( s="\d+")?[^>]*?(/>|>.*?</c>)`)
		m := old.FindStringSubmatch(parts[name])
		if !ok || m == nil {
			ts.Fatalf("no cell %s", at)
		}
		now := `<c r="` + cell + `"` + m[1] + ` t="inlineStr"><is><t>` + value + `</t></is></c>`
		if _, err := strconv.Atoi(value); err == nil {
			now = `<c r="` + cell + `"` + m[1] + `><v>` + value + `</v></c>`
		}
		parts[name] = strings.Replace(parts[name], m[0], now, 1)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range r.File {
		to, err := w.Create(f.Name)
		ts.Check(err)
		_, err = io.WriteString(to, parts[f.Name])
		ts.Check(err)
	}
	ts.Check(w.Close())
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), out.Bytes(), 0o666))
}
