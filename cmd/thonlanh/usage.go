package main

import (
	"io"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/alecthomas/kong"
)

// columns is how wide help is written: an office's terminal is rarely wider.
const columns = 80

// help prints the model of the command line in Vietnamese. The library's own
// printer speaks English and counts bytes, which puts letters with marks out
// of line.
func help(_ kong.HelpOptions, ctx *kong.Context) error {
	var b strings.Builder
	node := ctx.Selected()
	if node == nil {
		node = ctx.Model.Node
	}
	b.WriteString("Cách dùng: " + usage(node) + "\n\n")
	paragraphs(&b, node.Help)
	if node.Detail != "" {
		b.WriteString("\n")
		paragraphs(&b, node.Detail)
	}
	var rows [][2]string
	for _, c := range node.Children {
		rows = append(rows, [2]string{c.Name, c.Help})
	}
	section(&b, "Các lệnh:", rows)
	rows = nil
	for _, p := range node.Positional {
		rows = append(rows, [2]string{"<" + p.Name + ">", p.Help})
	}
	section(&b, "Tham số:", rows)
	rows = nil
	for _, group := range node.AllFlags(true) {
		for _, f := range group {
			about := f.Help
			if f == ctx.Model.HelpFlag {
				about = "Xem cách dùng."
			}
			rows = append(rows, [2]string{flagForm(f), about})
		}
	}
	section(&b, "Tùy chọn:", rows)
	if len(node.Children) > 0 {
		b.WriteString("\nXem cách dùng từng lệnh: " + ctx.Model.Name + " <lệnh> --help\n")
	}
	_, err := io.WriteString(ctx.Stdout, b.String())
	return err
}

func usage(node *kong.Node) string {
	s := node.FullPath()
	if len(node.Children) > 0 {
		return s + " <lệnh> [tùy chọn]"
	}
	for _, p := range node.Positional {
		s += " [<" + p.Name + ">]"
	}
	if len(node.Flags) > 0 {
		s += " [tùy chọn]"
	}
	return s
}

func flagForm(f *kong.Flag) string {
	s := "    "
	if f.Short != 0 {
		s = "-" + string(f.Short) + ", "
	}
	s += "--" + f.Name
	if !f.IsBool() {
		s += "=" + f.PlaceHolder
	}
	return s
}

// section writes two columns under a heading.
func section(b *strings.Builder, heading string, rows [][2]string) {
	if len(rows) == 0 {
		return
	}
	left := 0
	for _, r := range rows {
		left = max(left, utf8.RuneCountInString(r[0]))
	}
	b.WriteString("\n" + heading + "\n")
	for _, r := range rows {
		indent := strings.Repeat(" ", left+4)
		text := wrap(r[1], columns-left-4, indent)
		b.WriteString("  " + r[0] + strings.Repeat(" ", left-utf8.RuneCountInString(r[0])+2) + text + "\n")
	}
}

// paragraphs writes lines of text; a line that begins with blanks is a row of
// a list, whose further lines stand under its second column.
func paragraphs(b *strings.Builder, text string) {
	for line := range strings.SplitSeq(strings.TrimSpace(text), "\n") {
		if words := strings.TrimLeft(line, " "); words != line {
			_, rest, _ := strings.Cut(words, " ")
			rest = strings.TrimLeft(rest, " ")
			first := strings.TrimSuffix(line, rest)
			column := utf8.RuneCountInString(first)
			b.WriteString(first + wrap(rest, columns-column, strings.Repeat(" ", column)) + "\n")
			continue
		}
		b.WriteString(wrap(line, columns, "") + "\n")
	}
}

// wrap breaks a text between words; further lines begin with indent.
func wrap(text string, width int, indent string) string {
	var b strings.Builder
	at := 0
	for i, word := range strings.Fields(text) {
		n := utf8.RuneCountInString(word)
		switch {
		case i == 0:
		case at+1+n > width:
			b.WriteString("\n" + indent)
			at = 0
		default:
			b.WriteByte(' ')
			at++
		}
		b.WriteString(word)
		at += n
	}
	return b.String()
}

// vietnamese puts the library's complaints about a command line into words.
func vietnamese(err error) string {
	s := err.Error()
	for _, x := range [...]struct {
		form *regexp.Regexp
		said string
	}{
		{regexp.MustCompile(`^unknown flag (\S+), did you mean (?:one of )?(.*)\?$`), "không có tùy chọn $1. Có phải ý bạn là $2?"},
		{regexp.MustCompile(`^unknown flag (\S+)$`), "không có tùy chọn $1."},
		{regexp.MustCompile(`^unexpected argument (.*), did you mean (?:one of )?(.*)\?$`), "không hiểu “$1”. Có phải ý bạn là $2?"},
		{regexp.MustCompile(`^unexpected (?:flag )?argument (.+)$`), "không hiểu “$1”."},
		{regexp.MustCompile(`^expected one of (.*)$`), "còn thiếu tên lệnh: $1."},
		{regexp.MustCompile(`^(--[^ =]+)\S* must be one of (.*) but got (.*)$`), "$1 phải là một trong $2, không phải $3."},
		{regexp.MustCompile(`^(--[^ =:]+).*: expected .* value but got "EOL".*$`), "chưa ghi giá trị cho $1."},
		{regexp.MustCompile(`^(--[^ =:]+).*: .*$`), "giá trị của $1 không đúng."},
	} {
		if x.form.MatchString(s) {
			return x.form.ReplaceAllString(s, x.said)
		}
	}
	return "xem lại cách viết."
}
