// Command corpus lays a neutral corpus of synthetic commune documents out as
// a project of this program, so that builds can be measured against those of
// other generators on the same texts:
//
//	go run ./internal/tools/corpus NEUTRAL OUT
//
// NEUTRAL holds content/van-ban/*.md, with TOML front matter of title, date,
// number, kind and summary, and data/thon/*.toml with a name each. OUT must not
// exist. The texts themselves are copied as they are.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "corpus NEUTRAL OUT")
		os.Exit(2)
	}
	if err := convert(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func convert(from, to string) error {
	if _, err := os.Stat(to); err == nil {
		return fmt.Errorf("%s exists", to)
	}
	for _, dir := range [...]string{"content/van-ban", "content/thon"} {
		if err := os.MkdirAll(filepath.Join(to, dir), 0o755); err != nil {
			return err
		}
	}
	for name, text := range map[string]string{
		"config.toml": "ten = \"Xã Đo Thử\"\nmau = true\nngay_mau = 2026-11-20\nbase_url = \"https://do-thu.example/\"\n",
		"content/so-can-biet.toml": "[so-113]\nso = \"113\"\nten = \"Công an\"\nthanh_goi = \"Nguy hiểm\"\n\n" +
			"[so-111]\nso = \"111\"\nten = \"Tổng đài bảo vệ trẻ em\"\nthanh_goi = \"Trẻ em\"\n",
	} {
		if err := os.WriteFile(filepath.Join(to, name), []byte(text), 0o644); err != nil {
			return err
		}
	}
	if err := each(filepath.Join(from, "content/van-ban"), func(i int, name, text string) error {
		out, err := document(text)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		return os.WriteFile(filepath.Join(to, "content/van-ban", name), []byte(out), 0o644)
	}); err != nil {
		return err
	}
	return each(filepath.Join(from, "data/thon"), func(i int, name, text string) error {
		label := strings.TrimPrefix(value(text, "ten"), "Thôn ")
		if label == "" {
			label = strings.TrimSuffix(name, filepath.Ext(name))
		}
		out := fmt.Sprintf("ten = %q\nthu_tu = %d\n", label, i+1)
		return os.WriteFile(filepath.Join(to, "content/thon", strings.TrimSuffix(name, filepath.Ext(name))+".toml"), []byte(out), 0o644)
	})
}

// each reads the files of a folder in the order of their names.
func each(dir string, do func(i int, name, text string) error) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for i, e := range entries {
		text, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			return err
		}
		if err := do(i, e.Name(), string(text)); err != nil {
			return err
		}
	}
	return nil
}

// document changes the front matter of a document, not its text.
func document(text string) (string, error) {
	parts := strings.SplitN(text, "+++\n", 3)
	if len(parts) != 3 {
		return "", fmt.Errorf("no front matter")
	}
	front := parts[1]
	kind, ok := kindOf(value(front, "kind"))
	if !ok {
		return "", fmt.Errorf("kind %q is not known", value(front, "kind"))
	}
	return fmt.Sprintf("+++\nloai = %q\nso_ky_hieu = %q\ntrich_yeu = %q\nmo_ta = %q\nngay_ban_hanh = %s\n+++\n%s",
		kind, value(front, "number"), value(front, "title"), value(front, "summary"), value(front, "date"), parts[2]), nil
}

// value is the value of a key that stands on a line of its own, without its
// quotes.
func value(text, key string) string {
	m := regexp.MustCompile(`(?m)^` + regexp.QuoteMeta(key) + ` = "?([^"\n]*)"?$`).FindStringSubmatch(text)
	if m == nil {
		return ""
	}
	return m[1]
}

func kindOf(name string) (string, bool) {
	switch name {
	case "Kế hoạch":
		return "ke_hoach", true
	case "Quyết định":
		return "quyet_dinh", true
	case "Báo cáo":
		return "bao_cao", true
	case "Thông báo":
		return "thong_bao", true
	case "Công văn":
		return "cong_van", true
	case "Nghị quyết":
		return "nghi_quyet", true
	case "Tài liệu tuyên truyền":
		return "tai_lieu", true
	}
	return "", false
}
