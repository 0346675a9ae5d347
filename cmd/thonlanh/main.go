// Command thonlanh makes a commune's public information portal from a folder
// of Markdown and TOML. See the package documentation of thonlanh for the map
// and `thonlanh --help` for the commands.
//
// Rules of this user interface: people are spoken to in Vietnamese on standard
// error; results that were asked for stand alone on standard output. Exit
// codes: 0 clean, 1 the author's problems stop it, 2 it could not run.
package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"runtime"
	"runtime/debug"
	"syscall"
	"text/template"
	"time"

	"github.com/alecthomas/kong"

	"thonlanh/internal/date"
	"thonlanh/internal/intake"
	"thonlanh/internal/output"
)

// Exit codes.
const (
	exitClean   = 0
	exitProblem = 1
	exitFailed  = 2
)

// cli is the command line.
type cli struct {
	Build   buildCmd   `cmd:"" help:"Dựng cổng: đọc, kiểm tra, rồi đăng vào thư mục public/."`
	Check   checkCmd   `cmd:"" help:"Kiểm tra mọi quy tắc, không ghi gì ra."`
	Serve   serveCmd   `cmd:"" help:"Xem thử trên máy này; sửa tệp là trang tự mới."`
	New     newCmd     `cmd:"" help:"Tạo một cổng mới, hoặc một tệp mới thuộc một loại."`
	Import  importCmd  `cmd:"" help:"Nhập tệp Word, tệp chữ thành bản nháp; nhập biểu số liệu."`
	Verify  verifyCmd  `cmd:"" help:"So thư mục đã đăng với danh sách thonlanh.sum."`
	Version versionCmd `cmd:"" help:"In số phiên bản."`
}

// world is what a command knows of the machine it runs on.
type world struct {
	stdout, stderr io.Writer
	now            time.Time
	env            func(string) string
	terminal       bool // standard error is a terminal
}

// problems is the "error" of a run that the author's problems stopped; they
// have been printed already.
type problems struct{}

func (problems) Error() string { return "the author's problems stop it" }

func main() {
	os.Exit(run(os.Args[1:], world{
		stdout: os.Stdout, stderr: os.Stderr, now: time.Now(), env: os.Getenv, terminal: isTerminal(os.Stderr),
	}))
}

func run(args []string, w world) int {
	var c cli
	code := -1
	parser, err := kong.New(&c,
		kong.Name("thonlanh"),
		kong.Description("Thôn Lành dựng cổng thông tin của xã từ một thư mục Markdown và TOML.\n\nMã kết thúc: 0 sạch; 1 có lỗi phải sửa trước khi đăng; 2 không chạy được."),
		kong.Writers(w.stdout, w.stderr),
		kong.Exit(func(n int) {
			if code < 0 {
				code = n
			}
		}),
		kong.Help(help),
		kong.Bind(w),
	)
	if err != nil {
		fmt.Fprintln(w.stderr, err)
		return exitFailed
	}
	if len(args) == 0 {
		args = []string{"--help"}
	}
	ctx, err := parser.Parse(args)
	if code >= 0 { // help was shown
		return exitClean
	}
	if err != nil {
		fmt.Fprintln(w.stderr, "Lệnh chưa đúng: "+vietnamese(err))
		fmt.Fprintln(w.stderr, "Xem cách dùng: thonlanh --help")
		return exitFailed
	}
	switch err := ctx.Run(w); {
	case err == nil:
		return exitClean
	case errors.As(err, new(problems)):
		return exitProblem
	default:
		fmt.Fprintln(w.stderr, failure(err))
		return exitFailed
	}
}

// frugal lets a build of ten thousand texts do with 300 MiB: past this soft
// limit memory is collected more eagerly. Smaller sites never come near it; a
// preview, which keeps parsed texts, is better off without.
func (w world) frugal() {
	if w.env("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(240 << 20)
	}
}

// failure explains why a command could not run.
func failure(err error) string {
	var explained output.Explained
	if errors.As(err, &explained) {
		return "Không chạy được: " + explained.Message() + "\n  Cách sửa: " + explained.Hint()
	}
	var lost *intake.Lost
	if errors.As(err, &lost) {
		return "Không chạy được: " + lost.Message() + "\n  Cách sửa: " + lost.Hint()
	}
	var said sayable
	if errors.As(err, &said) {
		return "Không chạy được: " + said.message + "\n  Cách sửa: " + said.hint
	}
	switch {
	case errors.As(err, new(template.ExecError)):
		return "Không chạy được: Một tệp trong thư mục layouts/ có lỗi, nên không dựng được trang.\n  Cách sửa: sửa tệp đó, hoặc xóa nó để dùng lại bản có sẵn của chương trình.\n  (" + err.Error() + ")"
	case diskFull(err):
		return "Không chạy được: ổ đĩa đã đầy. Bản đang đăng vẫn còn nguyên.\n  Cách sửa: xóa bớt tệp rồi chạy lại.\n  (" + err.Error() + ")"
	case errors.Is(err, fs.ErrPermission):
		return "Không chạy được: máy không cho đọc hoặc ghi một tệp.\n  Cách sửa: đóng chương trình đang mở tệp đó, hoặc hỏi người quản lý máy.\n  (" + err.Error() + ")"
	case errors.Is(err, fs.ErrNotExist):
		return "Không chạy được: không thấy thư mục hoặc tệp.\n  Cách sửa: xem lại tên thư mục.\n  (" + err.Error() + ")"
	}
	return "Không chạy được.\n  (" + err.Error() + ")"
}

// diskFull knows what each system calls a disk, or a user's share of it,
// without room: Windows has numbers of its own (ERROR_HANDLE_DISK_FULL and
// ERROR_DISK_FULL).
func diskFull(err error) bool {
	if runtime.GOOS == "windows" {
		return errors.Is(err, syscall.Errno(39)) || errors.Is(err, syscall.Errno(112))
	}
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT)
}

// sayable is a failure of this program's own making, in words for people.
type sayable struct{ message, hint string }

func (s sayable) Error() string { return s.message }

// hanoi is the zone of every commune: UTC+7 all the year, without daylight
// saving, so no zone database is needed.
var hanoi = time.FixedZone("Asia/Ho_Chi_Minh", 7*60*60)

// today is the day in the communes' zone.
func (w world) today() date.Date { return date.Of(w.now.In(hanoi)) }

func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
