package main

import (
	"compress/gzip"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"time"

	"thonlanh"
	"thonlanh/internal/build"
	"thonlanh/internal/config"
	"thonlanh/internal/date"
	"thonlanh/internal/office"
	"thonlanh/internal/viet"
)

// day is the flag that fixes the build date.
type day struct {
	Now string `placeholder:"NĂM-THÁNG-NGÀY" help:"Coi hôm nay là ngày này (hạn, hiệu lực, số liệu cũ đều theo ngày này)."`
}

// date is --now, else SOURCE_DATE_EPOCH (seconds since 1970), else nothing.
func (d day) date(w world) (date.Date, error) {
	if d.Now != "" {
		now, ok := date.Parse(d.Now)
		if !ok {
			return date.Date{}, sayable{"--now phải là một ngày có thật, không phải “" + d.Now + "”.", "Viết năm-tháng-ngày: --now 2026-11-20"}
		}
		return now, nil
	}
	if epoch := w.env("SOURCE_DATE_EPOCH"); epoch != "" {
		seconds, err := strconv.ParseInt(epoch, 10, 64)
		if err != nil || seconds < 0 {
			return date.Date{}, sayable{"Biến SOURCE_DATE_EPOCH phải là số giây tính từ năm 1970.", "Bỏ biến này, hoặc dùng --now."}
		}
		return date.Of(time.Unix(seconds, 0).In(hanoi)), nil
	}
	return date.Date{}, nil
}

// folder is the project a command works on.
type folder struct {
	Dir string `arg:"" optional:"" default:"." name:"thư-mục" help:"Thư mục của cổng (có config.toml và content/)."`
}

func (f folder) options(w world, d day) (build.Options, error) {
	now, err := d.date(w)
	if err != nil {
		return build.Options{}, err
	}
	info, err := os.Stat(f.Dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return build.Options{}, sayable{"Không có thư mục " + f.Dir + ".", "Xem lại tên thư mục, hoặc tạo cổng mới: thonlanh new site TÊN-THƯ-MỤC"}
	case err != nil:
		return build.Options{}, err
	case !info.IsDir():
		return build.Options{}, sayable{f.Dir + " là một tệp, không phải thư mục của cổng.", "Ghi tên thư mục có config.toml."}
	}
	return build.Options{
		Dir: f.Dir, Now: now, Today: w.today(), Version: version(),
		Layouts: thonlanh.Layouts(), Static: thonlanh.Static(),
	}, nil
}

type buildCmd struct {
	folder
	day
	Output   string `short:"o" placeholder:"THƯ-MỤC" help:"Đăng vào thư mục này thay cho public/ của cổng."`
	BaseURL  string `name:"base-url" placeholder:"ĐỊA-CHỈ" help:"Địa chỉ của cổng trên mạng, thay cho base_url trong config.toml."`
	Portable bool   `help:"Liên kết ghi rõ index.html, để mở thẳng từ USB."`
	Jobs     int    `placeholder:"N" help:"Số trang dựng cùng lúc (mặc định: theo số nhân của máy)."`
	Verbose  bool   `short:"v" help:"In thời gian từng bước và dung lượng các trang nặng nhất."`
}

// Help is shown under the flags.
func (buildCmd) Help() string {
	return "Chỉ đăng khi không còn lỗi chặn và không còn cảnh báo chưa xác nhận; bản cũ còn nguyên cho tới lúc bản mới xong hẳn."
}

// Run builds and publishes.
func (c buildCmd) Run(w world) error {
	w.frugal()
	o, err := c.options(w, c.day)
	if err != nil {
		return err
	}
	if message, hint, bad := config.BaseProblem(c.BaseURL); bad {
		return sayable{"--base-url " + message, hint + ": --base-url https://xamau.example/a/b/"}
	}
	if c.Jobs < 0 {
		return sayable{"--jobs phải là một số từ 1 trở lên.", "Bỏ --jobs, hoặc viết --jobs 2"}
	}
	switch source := sourceOf(c.Output, c.Dir); source {
	case "":
	case office.Dir:
		return sayable{"Không đăng vào bên trong " + source + "/: đó là danh sách chỉ để văn phòng dùng.", "Chọn thư mục khác: -o THƯ-MỤC, hoặc bỏ -o để đăng vào public/."}
	default:
		return sayable{"Không đăng vào bên trong " + source + "/: đó là chỗ để bài của xã, lần dựng sau sẽ lẫn trang đã đăng với bài.", "Chọn thư mục khác: -o THƯ-MỤC, hoặc bỏ -o để đăng vào public/."}
	}
	o.Output, o.BaseURL, o.Portable, o.Jobs = c.Output, c.BaseURL, c.Portable, c.Jobs
	p := newProgress(w, c.Verbose)
	o.Progress = p.tell
	result, err := build.Run(o)
	p.end()
	if err != nil && (result == nil || !result.Published) {
		return err
	}
	notKept := err
	if err := result.Problems.WriteText(w.stderr, w.colour()); err != nil {
		return err
	}
	if !result.Published {
		fmt.Fprintf(w.stderr, "Chưa đăng gì. Bản cũ trong %s còn nguyên.\n", result.Folder)
		return problems{}
	}
	if c.Verbose {
		weights(w, result)
	}
	s := result.Summary
	fmt.Fprintf(w.stderr, "Đã đăng vào %s: %s tệp, %s (%d mới, %d đổi, %d bỏ), trong %s giây.\n", result.Folder,
		viet.Int(s.Files), viet.Size(s.Bytes), s.New, s.Changed, s.Removed, seconds(p.spent()))
	if result.Sample {
		fmt.Fprintln(w.stderr, "Đây là bản mẫu: mọi trang đều ghi rõ là mẫu. Khi làm cổng thật: thonlanh new site TÊN-THƯ-MỤC")
	}
	return notKept
}

// sourceOf names the folder of the project's sources that an output folder
// lies in, if any.
func sourceOf(output, dir string) string {
	if output == "" {
		return ""
	}
	to, err := filepath.Abs(output)
	if err != nil {
		return ""
	}
	for ; ; to = filepath.Dir(to) {
		// The folders themselves are compared, not their names: a link leads
		// into one, and some disks know it in capitals too.
		for _, source := range [...]string{"content", "layouts", "static", office.Dir} {
			if sameFolder(to, filepath.Join(dir, source)) {
				return source
			}
		}
		if filepath.Dir(to) == to {
			return ""
		}
		if real, err := filepath.EvalSymlinks(to); err == nil {
			to = real
		}
	}
}

func sameFolder(a, b string) bool {
	x, err1 := os.Stat(a)
	y, err2 := os.Stat(b)
	if err1 == nil && err2 == nil {
		return os.SameFile(x, y)
	}
	a, err1 = filepath.Abs(a)
	b, err2 = filepath.Abs(b)
	return err1 == nil && err2 == nil && a == b
}

// weights prints the heaviest pages as a phone receives them.
func weights(w world, r *build.Result) {
	fmt.Fprintln(w.stderr, "Trang nặng nhất (sau khi nén gzip):")
	packed := make([]build.Weight, 0, len(r.Weights))
	for _, x := range r.Weights {
		data, err := os.ReadFile(filepath.Join(r.Folder, filepath.FromSlash(x.Path)))
		if err != nil {
			continue
		}
		packed = append(packed, build.Weight{Path: x.Path, Bytes: gzipped(data)})
	}
	slices.SortStableFunc(packed, func(a, b build.Weight) int { return b.Bytes - a.Bytes })
	for _, x := range packed {
		fmt.Fprintf(w.stderr, "  %9s  %s\n", viet.Size(x.Bytes), x.Path)
	}
}

type counter int

func (c *counter) Write(p []byte) (int, error) { *c += counter(len(p)); return len(p), nil }

func gzipped(data []byte) int {
	var n counter
	z := gzip.NewWriter(&n)
	if _, err := z.Write(data); err != nil {
		return len(data)
	}
	if err := z.Close(); err != nil {
		return len(data)
	}
	return int(n)
}
