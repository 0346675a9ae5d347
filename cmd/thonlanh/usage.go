package main

import (
	"net/url"
	"regexp"
	"strings"

	"github.com/alecthomas/kong"
)

// help prints the library's help with its own words put into Vietnamese.
func help(options kong.HelpOptions, ctx *kong.Context) error {
	var b strings.Builder
	out := ctx.Stdout
	ctx.Stdout = &b
	err := kong.DefaultHelpPrinter(options, ctx)
	ctx.Stdout = out
	if err != nil {
		return err
	}
	text := strings.NewReplacer(
		"Usage: ", "Cách dùng: ",
		"Arguments:", "Tham số:",
		"Flags:", "Tùy chọn:",
		"Commands:", "Các lệnh:",
		"<command>", "<lệnh>",
		"[flags]", "[tùy chọn]",
		"Show context-sensitive help.", "Xem cách dùng.",
	).Replace(b.String())
	text = runHelp.ReplaceAllString(text, `Chạy "$1 --help" để xem cách dùng từng lệnh.`)
	_, err = out.Write([]byte(text))
	return err
}

var runHelp = regexp.MustCompile(`Run "(.*?) --help" for more information on a command\.`)

// vietnamese puts the library's complaints about a command line into words.
func vietnamese(err error) string {
	s := err.Error()
	for _, x := range [...]struct {
		form *regexp.Regexp
		said string
	}{
		{regexp.MustCompile(`^unknown flag (\S+?)(, did you mean "(.*)"\?)?$`), "không có tùy chọn $1."},
		{regexp.MustCompile(`^unexpected argument (\S+)(, did you mean .*)?$`), "không hiểu “$1”."},
		{regexp.MustCompile(`^missing flags?: (.*)$`), "thiếu tùy chọn $1."},
		{regexp.MustCompile(`^expected "?(.*?)"?$`), "còn thiếu: $1."},
		{regexp.MustCompile(`^(--\S+): .*must be one of (.*) but got (.*)$`), "$1 phải là một trong $2, không phải $3."},
		{regexp.MustCompile(`^(--\S+) must be one of (.*) but got (.*)$`), "$1 phải là một trong $2, không phải $3."},
		{regexp.MustCompile(`^(--\S+): .*$`), "giá trị của $1 không đúng."},
	} {
		if x.form.MatchString(s) {
			return x.form.ReplaceAllString(s, x.said)
		}
	}
	return s
}

func validBase(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" && u.RawQuery == "" && u.Fragment == ""
}
