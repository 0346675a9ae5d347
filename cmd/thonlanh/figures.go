package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"thonlanh/internal/config"
	"thonlanh/internal/diag"
	"thonlanh/internal/form"
	"thonlanh/internal/output"
)

// kindFigures is the kind of what comes from workbooks and CSV files.
const kindFigures = "so-lieu"

// figures imports the form of a period that somebody filled in: all of it, or
// with a marked copy of the form nothing.
func (c importCmd) figures(w world) error {
	if c.Kind != "" && c.Kind != kindFigures {
		return sayable{"Tệp bảng tính chỉ nhập được thành số liệu.", "Bỏ --kind, hoặc ghi --kind " + kindFigures + "."}
	}
	data, err := readDocument(c.File)
	if err != nil {
		return err
	}
	src, err := form.Open(c.File, data)
	if err != nil {
		return c.refused(w, err)
	}
	target, year, period, err := c.target(w, src.Book)
	if err != nil {
		return err
	}
	root := c.root()
	if _, err := os.Stat(filepath.Join(root, config.FileName)); errors.Is(err, fs.ErrNotExist) {
		return sayable{"Không thấy config.toml, nên không biết kế hoạch có những chỉ tiêu nào.", "Chạy lệnh trong thư mục của cổng."}
	}
	plan, err := form.Load(os.DirFS(root), year, period)
	if err != nil {
		return err
	}
	old, err := readFigures(target)
	if err != nil {
		return err
	}
	plan.Now = nil
	if old != nil {
		plan.Now = form.ReadValues(filepath.ToSlash(target), old)
	}
	reading := form.Read(src.Book, plan)
	if len(reading.Problems) > 0 {
		c.giveBack(w, src, reading)
		return problems{}
	}
	merged, list := reading.Merge(filepath.ToSlash(target), old)
	if merged == nil {
		fmt.Fprintf(w.stderr, "Tệp %s đang có lỗi, nên chưa ghi số liệu vào được. Chưa tệp nào bị thay đổi.\n", target)
		for _, p := range list {
			fmt.Fprintf(w.stderr, "  dòng %d: %s\n    Cách sửa: %s\n", p.Line, p.Message, p.Hint)
		}
		return problems{}
	}
	if len(merged.Changed) > 0 {
		if err := os.MkdirAll(filepath.Dir(target), 0o777); err != nil {
			return err
		}
		if err := output.Replace(target, merged.Data); err != nil {
			return err
		}
	}
	reportMerged(w, target, period, old == nil, merged, reading.Notes)
	return nil
}

// reportMerged says what an import changed.
func reportMerged(w world, target, period string, created bool, m *form.Merged, notes []string) {
	say := func(format string, args ...any) {
		fmt.Fprintln(w.stderr, diag.Printable(fmt.Sprintf(format, args...)))
	}
	say("Số liệu kỳ %s:", period)
	for _, x := range m.Changed {
		if x.Old == "" {
			say("  %s: %s = %s", x.Place, x.Key, x.New)
		} else {
			say("  %s: %s: %s → %s", x.Place, x.Key, x.Old, x.New)
		}
	}
	if m.Same > 0 {
		say("  %d giá trị như cũ.", m.Same)
	}
	sayNotes(w, notes)
	if m.Public {
		say("Kỳ này đã ghi là được đăng. Nếu cổng đã đăng số cũ, người xem sẽ không biết số đã đổi: xem phần số đã đăng mà thấy sai trong hướng dẫn cập nhật số liệu.")
	}
	switch {
	case len(m.Changed) == 0:
		say("Không có gì thay đổi; %s được để nguyên.", target)
	case created:
		say("Đã tạo %s", target)
	default:
		say("Đã ghi %d giá trị vào %s; mọi chỗ khác của tệp giữ nguyên.", len(m.Changed), target)
	}
	if len(m.Changed) > 0 {
		say("Việc tiếp theo: thonlanh check, rồi xem thử: thonlanh serve")
	}
}

func sayNotes(w world, notes []string) {
	if len(notes) > 0 {
		fmt.Fprintln(w.stderr, "Lưu ý:")
	}
	for _, n := range notes {
		fmt.Fprintln(w.stderr, "  "+diag.Printable(n))
	}
}

// giveBack names what is wrong with a form, and writes a copy of it that says
// so in its cells.
func (c importCmd) giveBack(w world, src *form.Source, r *form.Reading) {
	fmt.Fprintf(w.stderr, "Chưa nhập %s: có %d chỗ cần sửa. Chưa tệp nào bị thay đổi.\n", diag.Printable(filepath.Base(c.File)), len(r.Problems)+r.More)
	for _, p := range r.Problems {
		for line := range strings.SplitSeq(p.String(), "\n") {
			fmt.Fprintln(w.stderr, "  "+diag.Printable(line))
		}
	}
	if r.More > 0 {
		fmt.Fprintf(w.stderr, "  Còn %d chỗ nữa chưa kể ra.\n", r.More)
	}
	sayNotes(w, r.Notes)
	name, err := c.marked(src, r)
	if err != nil {
		fmt.Fprintf(w.stderr, "Không ghi được bản đánh dấu cạnh tệp gốc. (%s)\n", err)
		return
	}
	fmt.Fprintf(w.stderr, "Bản có cột “Cần sửa”: %s\nSửa trong bản đó, lưu lại, rồi nhập chính bản đó.\n", name)
}

var givenBack = regexp.MustCompile(`-can-sua(-\d+)?$`)

// marked writes the copy beside the source, under a name that is free.
func (c importCmd) marked(src *form.Source, r *form.Reading) (string, error) {
	data, err := src.Marked(r)
	if err != nil {
		return "", err
	}
	ext := filepath.Ext(c.File)
	base := strings.TrimSuffix(filepath.Base(c.File), ext)
	stem := filepath.Join(filepath.Dir(c.File), givenBack.ReplaceAllString(base, "")+"-can-sua")
	for n := 1; n < 1000; n++ {
		name := stem + ext
		if n > 1 {
			name = stem + "-" + strconv.Itoa(n) + ext
		}
		switch err := create(name, data); {
		case err == nil:
			return name, nil
		case !errors.Is(err, fs.ErrExist):
			return "", err
		}
	}
	return "", errors.New("no free name")
}

// create writes a file that is not there yet, whole or not at all.
func create(name string, data []byte) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if e := f.Close(); err == nil {
		err = e
	}
	if err != nil {
		os.Remove(name)
	}
	return err
}

var planFolder = regexp.MustCompile(`(?:^|/)ke-hoach/(\d{4})/tien-do$`)

// target says which file of figures a form goes to, and for which plan and
// period it is: as the form says, or the name after -o.
func (c importCmd) target(w world, b *form.Book) (name string, year int, period string, err error) {
	period, at := form.Period(b)
	name = c.Output
	asked, isPeriod := "", false
	if strings.EqualFold(filepath.Ext(name), ".toml") {
		asked, isPeriod = form.PeriodName(strings.TrimSuffix(filepath.Base(name), filepath.Ext(name)))
	}
	switch {
	case isPeriod && period != "" && asked != period:
		fmt.Fprintf(w.stderr, "Chưa nhập: %s ghi kỳ %s, nhưng -o ghi kỳ %s.\n  Cách làm: sửa một trong hai cho khớp, rồi chạy lại.\n", at, period, asked)
		return "", 0, "", problems{}
	case isPeriod:
		period = asked
	case period == "":
		where := "Tệp không nói đây là số liệu của kỳ nào."
		if at != "" {
			where = at + ": máy không đọc được kỳ ghi ở đây."
		}
		fmt.Fprintf(w.stderr, "Chưa nhập: %s\n  Cách làm: ghi vào một ô ở đầu trang “Kỳ: 2026-06” (năm và tháng). Hoặc nói rõ tệp cần ghi: thonlanh import %s -o content/ke-hoach/2026/tien-do/2026-06.toml\n",
			where, quoted(diag.Printable(c.File)))
		return "", 0, "", problems{}
	}
	year, _ = strconv.Atoi(period[:4])
	switch {
	case name == "":
		name = filepath.FromSlash((&form.Plan{Year: year, Period: period}).Path())
	case !strings.EqualFold(filepath.Ext(name), ".toml"):
		name = filepath.Join(name, period+".toml")
	default:
		if m := planFolder.FindStringSubmatch(filepath.ToSlash(filepath.Dir(name))); m != nil {
			year, _ = strconv.Atoi(m[1])
		}
	}
	return name, year, period, nil
}

// maxFigures bounds a file of figures, which has a few kilobytes.
const maxFigures = 4 << 20

// readFigures reads the file that figures go to; nil where there is none.
func readFigures(name string) ([]byte, error) {
	f, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.IsDir() {
		return nil, sayable{name + " là thư mục, không phải tệp.", "Xem lại tên sau -o."}
	}
	data, err := io.ReadAll(io.LimitReader(f, maxFigures))
	if data == nil {
		data = []byte{}
	}
	return data, err
}
