package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"thonlanh/internal/form"
)

// form writes the form of a period for somebody to fill in.
func (c newCmd) form(w world) error {
	ext := strings.ToLower(filepath.Ext(c.Output))
	switch {
	case c.Kind != kindFigures:
		return sayable{"-o chỉ dùng với loại " + kindFigures + ".", "Ví dụ: thonlanh new so-lieu 2026-06 -o so-lieu-2026-06.xlsx"}
	case ext != ".xlsx" && ext != ".csv":
		return sayable{"Tên tệp sau -o phải kết thúc bằng .xlsx hoặc .csv.", "Ví dụ: thonlanh new so-lieu 2026-06 -o so-lieu-2026-06.xlsx"}
	}
	period, ok := form.PeriodName(c.Name)
	if !ok {
		return sayable{"Tên của kỳ số liệu phải là năm và tháng.", "Viết như: thonlanh new so-lieu 2026-06 -o so-lieu-2026-06.xlsx"}
	}
	year := 0
	fmt.Sscanf(period, "%d", &year)
	if err := c.inProject(); err != nil {
		return err
	}
	plan, err := form.Load(os.DirFS(c.Dir), year, period)
	if err != nil {
		return err
	}
	book := form.Blank(plan)
	data := form.WriteCSV(book)
	if ext == ".xlsx" {
		if data, err = form.WriteWorkbook(book); err != nil {
			return err
		}
	}
	switch err := create(c.Output, data); {
	case errors.Is(err, fs.ErrExist):
		return sayable{"Tệp " + c.Output + " đã có. Chưa tệp nào bị thay đổi.", "Chọn một tên khác, hoặc xóa tệp cũ nếu không cần."}
	case err != nil:
		return err
	}
	fmt.Fprintln(w.stderr, "Đã tạo "+c.Output)
	if plan.Now != nil {
		fmt.Fprintln(w.stderr, "Biểu đã có sẵn số liệu đang ghi trong "+plan.Path())
	}
	fmt.Fprintln(w.stderr, "Gửi tệp này cho người điền. Điền xong thì nhập: thonlanh import "+quoted(c.Output))
	return nil
}
