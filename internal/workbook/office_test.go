package workbook

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// office gives the program that our workbooks are judged by.
func office(t *testing.T) string {
	t.Helper()
	if testing.Short() {
		t.Skip("starting LibreOffice takes a quarter of a minute")
	}
	for _, name := range []string{"soffice", "libreoffice"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	if os.Getenv("THONLANH_OFFICE") == "required" {
		t.Fatal("LibreOffice is required here and not installed")
	}
	t.Skip("no LibreOffice on this machine (apt: libreoffice-calc-nogui)")
	return ""
}

// convert has LibreOffice turn a file into another format.
func convert(t *testing.T, data []byte, from, format string) []byte {
	t.Helper()
	soffice := office(t)
	dir := t.TempDir()
	name := filepath.Join(dir, "bang."+from)
	if err := os.WriteFile(name, data, 0o666); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(dir, "ra")
	cmd := exec.Command(soffice, "-env:UserInstallation=file://"+filepath.ToSlash(filepath.Join(dir, "home")), "--headless", "--convert-to", format, "--outdir", out, name)
	cmd.Env = append(os.Environ(), "HOME="+dir)
	if text, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, text)
	}
	ext, _, _ := strings.Cut(format, ":")
	got, err := os.ReadFile(filepath.Join(out, "bang."+ext))
	if err != nil {
		t.Fatal(err)
	}
	return got
}

const asCSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,false,true"

func TestShow(t *testing.T) {
	data := written(t, figures())
	os.WriteFile("/tmp/wb.xlsx", data, 0o666)
	os.WriteFile("/tmp/wb.pdf", convert(t, data, "xlsx", "pdf"), 0o666)
	t.Log(string(convert(t, data, "xlsx", asCSV)))
}
