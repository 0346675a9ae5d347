// Package starter holds what a commune begins with: the files of an empty
// site, and a first version of each kind of file. What must be filled in is
// written as "[điền: …]" or as an empty text, which the gate's rule con-trong
// finds again.
package starter

import (
	"embed"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"thonlanh/internal/viet"
)

// File is a file to be written. Path is slash-separated and relative to the
// project folder.
type File struct {
	Path string
	Data []byte
}

// Refusal says, in words for people, why a file was not made.
type Refusal struct {
	reason        string // English, for logs
	message, hint string // Vietnamese
}

func (r *Refusal) Error() string { return r.reason }

// Message says what is wrong, in Vietnamese.
func (r *Refusal) Message() string { return r.message }

// Hint says how to go on, in Vietnamese.
func (r *Refusal) Hint() string { return r.hint }

//go:embed all:site
var site embed.FS

// Site is the files of an empty site.
func Site() ([]File, error) {
	var out []File
	err := fs.WalkDir(site, "site", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := site.ReadFile(name)
		if err != nil {
			return err
		}
		to := strings.TrimPrefix(name, "site/")
		if to == "gitignore" || to == "gitattributes" { // under its own name it would act inside the program's sources
			to = "." + to
		}
		out = append(out, File{Path: to, Data: data})
		return nil
	})
	return out, err
}

// WriteSite writes an empty site into a folder that is new or empty.
func WriteSite(dir string) ([]File, error) {
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	for _, e := range entries {
		if e.Name() != ".git" { // a fresh clone of an empty repository
			return nil, &Refusal{dir + ": not empty", "Thư mục " + dir + " đã có tệp bên trong. Chưa tệp nào bị thay đổi.",
				"Chọn một tên thư mục chưa có, ví dụ: thonlanh new site cong-xa-moi"}
		}
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, err
	}
	files, err := Site()
	if err != nil {
		return nil, err
	}
	return files, Write(dir, files)
}

// Write creates files inside a folder: all of them, or none. A file that
// exists already is never touched.
func Write(dir string, files []File) (err error) {
	root, err := os.OpenRoot(dir) // no link leads the writing out of the folder
	if err != nil {
		return err
	}
	defer root.Close()
	for _, f := range files {
		if _, err := root.Lstat(filepath.FromSlash(f.Path)); err == nil {
			return &Refusal{f.Path + ": exists", "Tệp " + f.Path + " đã có. Chưa tệp nào bị thay đổi.",
				"Mở tệp đó để sửa, hoặc chọn một tên khác."}
		}
		if other := sameAddress(root.FS(), f.Path); other != "" {
			return &Refusal{f.Path + ": address taken", "Tệp " + other + " đã có cùng địa chỉ trang. Chưa tệp nào bị thay đổi.",
				"Mở tệp đó để sửa, hoặc chọn một tên khác."}
		}
	}
	var written []string // and removed again should a later one fail
	defer func() {
		if err != nil {
			for _, name := range written {
				root.Remove(name)
			}
		}
	}()
	for _, f := range files {
		name := filepath.FromSlash(f.Path)
		if folder := path.Dir(f.Path); folder != "." {
			if err := root.MkdirAll(filepath.FromSlash(folder), 0o777); err != nil {
				return err
			}
		}
		w, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if err != nil {
			return err
		}
		written = append(written, name)
		_, err = w.Write(f.Data)
		if e := w.Close(); err == nil {
			err = e
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// sameAddress finds the file or folder whose name, with marks or blanks in it,
// gives the same part of an address as the name of a new one.
func sameAddress(project fs.FS, name string) string {
	if path.Base(name) == "index.md" {
		name = path.Dir(name)
	}
	stem := func(s string) string { return viet.Slug(strings.TrimSuffix(s, path.Ext(name))) + path.Ext(name) }
	entries, err := fs.ReadDir(project, path.Dir(name))
	if err != nil {
		return "" // the folder is not there yet
	}
	for _, e := range entries {
		if e.Name() != path.Base(name) && path.Ext(e.Name()) == path.Ext(name) && stem(e.Name()) == stem(path.Base(name)) {
			return path.Join(path.Dir(name), e.Name())
		}
	}
	return ""
}
