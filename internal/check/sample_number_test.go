package check

import (
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// A number of the sample that stays behind in a real portal answers nobody.
func TestSampleNumbersAreForSamples(t *testing.T) {
	for config, want := range map[string]int{
		"ten = \"Xã Mẫu\"\nmau = true\nngay_mau = 2026-11-20\nbase_url = \"https://xamau.example/\"\n": 0,
		"ten = \"Xã Thật\"\nbase_url = \"https://xathat.example/\"\n":                                  1,
	} {
		a := &txtar.Archive{Files: []txtar.File{{Name: "config.toml", Data: []byte(config)}}}
		got := 0
		for _, p := range judge(t, a) {
			if p.Rule != "con-trong" {
				continue
			}
			got++
			if p.File != "content/so-can-biet.toml" || p.Line != 14 || p.Column != 6 || p.Severity.String() != "nhac" {
				t.Errorf("%+v", p)
			}
		}
		if got != want {
			t.Errorf("%s: %d problems", config, got)
		}
	}
}
