package main

import (
	"bytes"
	"flag"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"thonlanh/internal/config"
	"thonlanh/internal/content"
	"thonlanh/internal/tomlfile"
)

var update = flag.Bool("update", false, "write docs/schema anew")

// schemas are the types behind docs/schema: tables first, then the heads of
// Markdown files.
func schemas() map[string]any {
	return map[string]any{
		"config":      &config.Config{},
		"so-can-biet": &content.Register{},
		"co-quan":     &content.Bodies{},
		"can-bo":      &content.Officials{},
		"dich-vu":     &content.Services{},
		"chuyen-di":   &content.Moves{},
		"danh-hieu":   &content.Recognitions{},
		"thon":        &content.Village{},
		"lich":        &content.Event{},
		"chi-tieu":    &content.Targets{},
		"nhiem-vu":    &content.Duties{},
		"bao-cao":     &content.Reports{},
		"tien-do":     &content.Period{},

		"trang-chu": &content.Home{},
		"ho-tro":    &content.Help{},
		"bai":       &content.Article{},
		"tin":       &content.News{},
		"trang":     &content.Single{},
		"van-ban":   &content.Legal{},
		"ke-hoach":  &content.Plan{},
		"tai-lieu":  &content.Material{},
	}
}

func TestSchemas(t *testing.T) {
	dir := filepath.FromSlash("../../docs/schema")
	known := schemas()
	for name, v := range known {
		want, err := tomlfile.Schema(v)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		file := filepath.Join(dir, name+".json")
		if *update {
			if err := os.WriteFile(file, want, 0o666); err != nil {
				t.Fatal(err)
			}
		}
		if got, err := os.ReadFile(file); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s is not what the type says; run: go test ./cmd/thonlanh -run Schemas -update", file)
		}
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if _, ok := known[strings.TrimSuffix(e.Name(), ".json")]; !ok {
			t.Errorf("docs/schema/%s belongs to no type", e.Name())
		}
	}
}

// The first line of a table may name its schema for editors; it must lead to
// the one that fits.
func TestSamplesNameTheirSchema(t *testing.T) {
	root := os.DirFS(filepath.FromSlash("../.."))
	seen := 0
	see := func(name string) {
		data, err := fs.ReadFile(root, name)
		if err != nil {
			t.Fatal(err)
		}
		first, _, _ := strings.Cut(string(data), "\n")
		ref, ok := strings.CutPrefix(first, "#:schema ")
		if !ok {
			t.Errorf("%s names no schema", name)
			return
		}
		seen++
		if got, want := path.Join(path.Dir(name), ref), "docs/schema/"+schemaOf(name)+".json"; got != want {
			t.Errorf("%s leads to %s, not to %s", name, got, want)
		}
	}
	see("config.toml")
	err := fs.WalkDir(root, "content", func(name string, d fs.DirEntry, err error) error {
		if err == nil && path.Ext(name) == ".toml" {
			see(name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if seen < 20 {
		t.Errorf("only %d files seen", seen)
	}
}

// schemaOf names the schema of a table by its place.
func schemaOf(name string) string {
	parts := strings.Split(name, "/")
	for _, folder := range []string{"thon", "lich", "tien-do"} {
		if slices.Contains(parts[:len(parts)-1], folder) {
			return folder
		}
	}
	return strings.TrimSuffix(path.Base(name), ".toml")
}
