package output

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

func TestCheckPath(t *testing.T) {
	good := []string{
		"index.html", "tin/2020/a/index.html", ".well-known/security.txt", "_headers", "CNAME", "404.html",
		"tai-lieu/áp phích/ảnh 1.jpg", "a..b/c", "conduong/index.html", "con-cai.html", "com/com10.html", "a b", "ngã-ba (1)+2,3=6.pdf",
		strings.Repeat("a", 255), "x/thonlanh.sum",
	}
	for _, path := range good {
		if err := CheckPath(path); err != nil {
			t.Errorf("%q refused: %v", path, err)
		}
	}
	bad := []string{
		"", "/etc/passwd", "../a", "a/../b", "a/..", "..", ".", "./a", "a//b", "a/", "a/./b", `a\b`, `..\..\x`, "C:/x", "c:x",
		"a\x00b", "a\nb", "a\rb", "a\tb", "a\x7fb", "a?b", "a*b", `a"b`, "a<b", "a>b", "a|b",
		"a.", "a ", "a./b", "a /b", "con", "CON", "con/index.html", "x/Nul.txt", "aux.tar.gz", "com1", "lpt9.html", "COM¹", "con .txt", "conin$",
		"a\xffb", norm.NFD.String("ảnh.jpg"), "thonlanh.sum", "ThonLanh.SUM",
		strings.Repeat("a", 256), strings.Repeat("a/", 3000) + "b",
	}
	for _, path := range bad {
		var refused *PathError
		if err := CheckPath(path); !errors.As(err, &refused) || refused.Reason == "" || refused.why == "" {
			t.Errorf("%q: %v", path, err)
		}
	}
}

func TestWriteRefusesClashes(t *testing.T) {
	tests := []struct{ first, second string }{
		{"a/index.html", "a/index.html"},
		{"a/index.html", "a/Index.html"},
		{"a/index.html", "A/other.html"},
		{"Đường/x", "đường/y"},
		{"a", "a/b"},
		{"a/b", "a"},
		{"a/b/c", "A"},
		{"a/b/c", "a/B/d"},
	}
	for _, tt := range tests {
		s, err := Begin(filepath.Join(t.TempDir(), "public"))
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Write(tt.first, nil); err != nil {
			t.Error(err)
		}
		var refused *PathError
		if err := s.Write(tt.second, nil); !errors.As(err, &refused) {
			t.Errorf("%s after %s: %v", tt.second, tt.first, err)
		}
		if _, err := s.Publish(); !errors.As(err, &refused) {
			t.Errorf("publish: %v", err)
		}
		s.Discard()
	}
}

func TestErrorsSpeakVietnamese(t *testing.T) {
	_, _, noManifest := readManifest(t.TempDir())
	explained := []error{
		&ForeignError{Dir: "public"}, &ForeignError{Dir: "public", Path: "CNAME"}, &BusyError{Dir: "public"},
		&ManifestError{Dir: "public", Line: 3}, noManifest, &SwitchError{Dir: "public", Err: errInjected}, CheckPath("con/x"),
	}
	for _, err := range explained {
		var e Explained
		if !errors.As(err, &e) {
			t.Errorf("%T explains nothing", err)
			continue
		}
		for _, text := range []string{e.Message(), e.Hint()} {
			if len(text) < 20 || !norm.NFC.IsNormalString(text) || norm.NFD.IsNormalString(text) {
				t.Errorf("%T says %q", err, text)
			}
		}
	}
}
