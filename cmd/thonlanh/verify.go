package main

import (
	"fmt"
	"os"
	"path/filepath"

	"thonlanh/internal/config"
	"thonlanh/internal/output"
	"thonlanh/internal/viet"
)

type verifyCmd struct {
	Dir string `arg:"" optional:"" default:"." name:"thư-mục" help:"Thư mục đã đăng, hoặc thư mục của cổng (khi đó là public/ của nó)."`
}

// Run compares a published folder with its list.
func (c verifyCmd) Run(w world) error {
	dir := c.Dir
	if _, err := os.Stat(filepath.Join(dir, config.FileName)); err == nil {
		dir = filepath.Join(dir, "public")
	}
	if err := output.Recover(dir); err != nil {
		return err
	}
	report, err := output.Verify(dir)
	if err != nil {
		return err
	}
	for _, p := range report.Missing {
		fmt.Fprintln(w.stderr, "Thiếu tệp: "+p)
	}
	for _, p := range report.Changed {
		fmt.Fprintln(w.stderr, "Tệp đã bị sửa: "+p)
	}
	for _, p := range report.Foreign {
		fmt.Fprintln(w.stderr, "Tệp lạ, không phải của cổng: "+p)
	}
	if !report.Clean() {
		fmt.Fprintf(w.stderr, "%s không còn đúng như lúc đăng: %d tệp thiếu, %d tệp bị sửa. Hãy dựng và đăng lại.\n", dir, len(report.Missing), len(report.Changed))
		return problems{}
	}
	fmt.Fprintf(w.stderr, "%s đúng như lúc đăng: %s tệp.\n", dir, viet.Int(report.Files))
	return nil
}
