package tomlfile

import (
	"testing"

	"thonlanh/internal/date"
	"thonlanh/internal/diag"
)

func TestFrontMatter(t *testing.T) {
	tests := []struct {
		name, text string
		toml, body string
		want       string
	}{
		{"usual", "+++\ntieu_de = \"A\"\n+++\n\nBài.\n", "tieu_de = \"A\"\n", "\nBài.\n", ""},
		{"empty", "+++\n+++\nBài.\n", "", "Bài.\n", ""},
		{"no body", "+++\na = 1\n+++", "a = 1\n", "", ""},
		{"blanks after the fence", "+++ \t\na = 1\n+++ \nBài.", "a = 1\n", "Bài.", ""},
		{"byte order mark and CRLF", "\ufeff+++\r\na = 1\r\n+++\r\nBài.\r\n", "a = 1\n", "Bài.\n", ""},
		{"fence inside a line", "+++\na = \"+++\"\n++++\n+++\nBài.", "a = \"+++\"\n++++\n", "Bài.", ""},
		{"missing", "Bài.\n", "", "Bài.\n", "1:1 thieu-dau-trang"},
		{"empty file", "", "", "", "1:1 thieu-dau-trang"},
		{"YAML", "---\na: 1\n---\n", "", "---\na: 1\n---\n", "1:1 thieu-dau-trang"},
		{"four plus", "++++\na = 1\n++++\n", "", "++++\na = 1\n++++\n", "1:1 thieu-dau-trang"},
		{"never closed", "+++\na = 1\nBài.\n", "", "", "1:1 dau-trang-ho"},
		{"only a fence", "+++", "", "", "1:1 dau-trang-ho"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			src, _ := diag.NewSource("content/a.md", []byte(tt.text))
			at, end, body, problems := FrontMatter(src)
			if got := short(problems); got != tt.want {
				t.Errorf("problems %q, want %q", got, tt.want)
			}
			if got := src.Text[at:end]; got != tt.toml {
				t.Errorf("front matter %q, want %q", got, tt.toml)
			}
			if got := src.Text[body:]; got != tt.body {
				t.Errorf("body %q, want %q", got, tt.body)
			}
		})
	}
}

// Places in front matter are places of the whole file.
func TestDecodeFrontMatterPlaces(t *testing.T) {
	src, _ := diag.NewSource("content/a.md", []byte("+++\ntieu_de = \"A\"\nngay_ban_hanh = 2020-02-30\nla = 1\n+++\n\nx = [\n"))
	at, end, _, _ := FrontMatter(src)
	var v document
	keys, problems := Decode(src, at, end, &v)
	if got, want := short(problems), "3:17 ngay-sai\n4:1 khoa-la"; got != want {
		t.Errorf("problems %q, want %q", got, want)
	}
	if v.Title != "A" || v.Issued != (date.Date{}) {
		t.Errorf("decoded %+v", v)
	}
	if !keys.Has("ngay_ban_hanh") {
		t.Error("a key with a refused value counts as missing")
	}
	if got, want := keys.Pos("khong_co"), (diag.Pos{Line: 2, Column: 1}); got != want {
		t.Errorf("fallback %v, want %v", got, want)
	}
}

func TestKeysWithoutText(t *testing.T) {
	var none *Keys
	for _, k := range []*Keys{none, {}} {
		if k.Has("a") || k.Pos("a") != (diag.Pos{Line: 1, Column: 1}) || k.Elem(0, "a") != k.Pos() || k.Value("a") != k.Pos() {
			t.Errorf("%v finds something", k)
		}
	}
}
