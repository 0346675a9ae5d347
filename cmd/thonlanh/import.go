package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"thonlanh/internal/config"
	"thonlanh/internal/content"
	"thonlanh/internal/diag"
	"thonlanh/internal/form"
	"thonlanh/internal/intake"
	"thonlanh/internal/starter"
)

type importCmd struct {
	File   string `arg:"" name:"tệp" help:"Tệp Word (.docx), tệp chữ (.txt), hoặc biểu số liệu (.xlsx, .csv)."`
	Kind   string `placeholder:"LOẠI" help:"Nhập thành loại nào: ke-hoach, van-ban, bai, tin, so-lieu. Không ghi thì máy đoán và nói ra."`
	Output string `short:"o" placeholder:"NƠI" help:"Ghi vào tệp hoặc thư mục này thay cho content/ của cổng."`
}

// Help says what becomes of a document.
func (importCmd) Help() string {
	return "Tệp Word hoặc tệp chữ thành bản nháp Markdown có phần đầu trang. Chữ của văn bản được giữ nguyên; chỗ nào đáng ngờ thì máy nói ra, không tự sửa. Kế hoạch còn có thêm bản nháp chi-tieu.toml, nhiem-vu.toml, bao-cao.toml. Tệp đã có thì không bị ghi đè.\n\nBiểu số liệu đã điền (tạo bằng thonlanh new so-lieu KỲ -o TỆP.xlsx) được ghi vào tệp của kỳ: chỉ đổi những số đã điền, giữ nguyên lời ghi chú và thứ tự. Còn chỗ sai thì không ghi gì cả, và có một bản đánh dấu chỗ cần sửa."
}

// Run imports one document.
func (c importCmd) Run(w world) error {
	now, err := day{}.date(w)
	if err != nil {
		return err
	}
	if now.IsZero() {
		now = w.today()
	}
	if c.Kind == kindFigures && !form.IsForm(c.File) {
		return sayable{"Số liệu chỉ nhập được từ tệp .xlsx hoặc .csv.", "Lưu bảng số liệu thành .xlsx rồi nhập lại."}
	}
	if c.Kind != "" && !form.IsForm(c.File) && !slices.Contains(intake.Kinds(), c.Kind) {
		return sayable{"Không nhập được thành loại “" + c.Kind + "”.", "Chọn một trong các loại: " + strings.Join(append(intake.Kinds(), kindFigures), ", ") + "."}
	}
	if c.Output == "" {
		if _, err := os.Stat(config.FileName); errors.Is(err, os.ErrNotExist) {
			return sayable{"Thư mục đang đứng không có config.toml, nên không phải thư mục của cổng.",
				"Chạy lệnh trong thư mục của cổng, hoặc thêm -o NƠI để ghi ra chỗ khác."}
		}
	}
	w.frugal()
	if form.IsForm(c.File) {
		return c.figures(w)
	}
	data, err := readDocument(c.File)
	if err != nil {
		return c.refused(w, err)
	}
	opt := intake.Options{Kind: c.Kind, On: now}
	opt.Bodies, opt.Officials = content.Known(os.DirFS(c.root()))
	res, err := intake.Import(c.File, data, opt)
	if err != nil {
		return c.refused(w, err)
	}
	dir, files := c.place(res.Files)
	for _, line := range res.Report.Lines() {
		fmt.Fprintln(w.stderr, diag.Printable(line))
	}
	fmt.Fprintln(w.stderr)
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	if err := starter.Write(dir, files); err != nil {
		return err
	}
	for _, f := range files {
		fmt.Fprintln(w.stderr, "Đã tạo "+filepath.Join(dir, filepath.FromSlash(f.Path)))
	}
	fmt.Fprintln(w.stderr, "Việc tiếp theo: mở tệp bằng Notepad, đọc lại cạnh bản gốc, thay mọi chỗ [điền: …], rồi chạy thonlanh check và xem thử: thonlanh serve")
	return nil
}

// refused explains why a document cannot be imported: the file is at fault,
// so the run ends like one that problems stop.
func (c importCmd) refused(w world, err error) error {
	var r interface{ Message() string }
	var hint string
	if x := (*intake.Refusal)(nil); errors.As(err, &x) {
		r, hint = x, x.Hint()
	} else if x := (*form.Refusal)(nil); errors.As(err, &x) {
		r, hint = x, x.Hint()
	} else {
		return err
	}
	fmt.Fprintf(w.stderr, "Không nhập được %s: %s\n  Cách làm: %s\n", diag.Printable(filepath.Base(c.File)), r.Message(), hint)
	return problems{}
}

// readDocument reads a file that is not larger than a document can be.
func readDocument(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		if errors.Is(err, os.ErrNotExist) {
			return nil, sayable{"Không thấy tệp " + name + ".", "Xem lại tên tệp. Tên có dấu cách thì đặt trong ngoặc kép: thonlanh import \"ke hoach 2026.docx\""}
		}
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if info.IsDir() {
		return nil, sayable{name + " là thư mục, không phải tệp.", "Ghi tên một tệp .docx, .txt, .xlsx hoặc .csv; mỗi lần nhập một tệp."}
	}
	return io.ReadAll(io.LimitReader(f, intake.MaxFile+1))
}

// root is the folder whose bodies and officials are known.
func (c importCmd) root() string {
	for dir := c.Output; dir != "" && dir != "." && dir != string(filepath.Separator); dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, config.FileName)); err == nil {
			return dir
		}
		if filepath.Dir(dir) == dir {
			break
		}
	}
	return "."
}

// place says where the drafts go: to their place in the project, into a
// folder, or, for the text, into a file of the given name.
func (c importCmd) place(files []starter.File) (dir string, out []starter.File) {
	if c.Output == "" {
		return ".", files
	}
	text := path.Base(files[0].Path)
	dir = c.Output
	if strings.EqualFold(filepath.Ext(c.Output), ".md") {
		dir, text = filepath.Dir(c.Output), filepath.Base(c.Output)
	}
	for i, f := range files {
		name := path.Base(f.Path)
		if i == 0 {
			name = text
		}
		out = append(out, starter.File{Path: name, Data: f.Data})
	}
	return dir, out
}
