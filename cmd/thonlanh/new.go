package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"thonlanh/internal/config"
	"thonlanh/internal/starter"
)

type newCmd struct {
	Kind   string `arg:"" optional:"" name:"loại" help:"site (một cổng mới) hoặc loại tệp, xem danh sách ở trên."`
	Name   string `arg:"" optional:"" name:"tên" help:"Tên của thứ cần tạo, có dấu cũng được; nhiều chữ thì đặt trong ngoặc kép."`
	Output string `short:"o" placeholder:"TỆP" help:"Chỉ với so-lieu: ghi biểu để điền bằng Excel vào tệp này (.xlsx hoặc .csv)."`
	Dir    string `default:"." placeholder:"THƯ-MỤC" help:"Thư mục của cổng, nếu không phải thư mục đang đứng."`
}

// Help lists the kinds.
func (newCmd) Help() string {
	var b strings.Builder
	b.WriteString("Các loại, và tên của mỗi loại:\n\n")
	fmt.Fprintf(&b, "  %-11s  %s\n", "site", "một cổng mới, trống. Tên: thư mục sẽ tạo.")
	for _, k := range starter.Kinds() {
		fmt.Fprintf(&b, "  %-11s  %s. %s.\n", k.Key, k.What, k.Name)
	}
	b.WriteString("\nTệp đã có thì không bị ghi đè.")
	return b.String()
}

// Run makes a site or a file.
func (c newCmd) Run(w world) error {
	switch {
	case c.Kind == "":
		return sayable{"Chưa nói cần tạo gì.", "Ví dụ: thonlanh new site cong-xa, hoặc thonlanh new tin \"Lớp may buổi tối\". Xem các loại: thonlanh new --help"}
	case c.Kind == "site" && c.Name == "":
		return sayable{"Chưa ghi tên thư mục của cổng mới.", "Ví dụ: thonlanh new site cong-xa"}
	case c.Output != "":
		return c.form(w)
	case c.Kind == "site":
		return c.site(w)
	}
	now, err := day{}.date(w)
	if err != nil {
		return err
	}
	if now.IsZero() {
		now = w.today()
	}
	files, err := starter.New(c.Kind, c.Name, now, os.DirFS(c.Dir))
	if err != nil {
		return err
	}
	if err := c.inProject(); err != nil {
		return err
	}
	if err := starter.Write(c.Dir, files); err != nil {
		return err
	}
	for _, f := range files {
		fmt.Fprintln(w.stderr, "Đã tạo "+filepath.Join(c.Dir, filepath.FromSlash(f.Path)))
	}
	serve := "thonlanh serve"
	if c.Dir != "." {
		serve += " " + quoted(c.Dir)
	}
	fmt.Fprintln(w.stderr, "Mở tệp bằng Notepad, thay mọi chỗ [điền: …], rồi xem thử: "+serve)
	return nil
}

// inProject reports a folder that is no portal's.
func (c newCmd) inProject() error {
	if _, err := os.Stat(filepath.Join(c.Dir, config.FileName)); errors.Is(err, os.ErrNotExist) {
		return sayable{"Thư mục " + c.Dir + " không có config.toml, nên không phải thư mục của cổng.",
			"Chạy lệnh trong thư mục của cổng, thêm --dir THƯ-MỤC, hoặc tạo cổng mới: thonlanh new site TÊN-THƯ-MỤC"}
	}
	return nil
}

func (c newCmd) site(w world) error {
	files, err := starter.WriteSite(c.Name)
	if err != nil {
		return err
	}
	name := quoted(c.Name)
	fmt.Fprintf(w.stderr, "Đã tạo cổng mới trong %s: %d tệp.\n", c.Name, len(files))
	fmt.Fprintln(w.stderr, "Việc tiếp theo:")
	fmt.Fprintf(w.stderr, "  1. Mở %s, điền tên xã và các mục còn trống.\n", filepath.Join(c.Name, config.FileName))
	fmt.Fprintf(w.stderr, "  2. Xem còn thiếu gì:  thonlanh check %s\n", name)
	fmt.Fprintf(w.stderr, "  3. Xem thử:           thonlanh serve %s\n", name)
	return nil
}

// quoted is a folder as it is typed in a command.
func quoted(dir string) string {
	if strings.Contains(dir, " ") {
		return `"` + dir + `"`
	}
	return dir
}
