package build

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"thonlanh/internal/office"
	"thonlanh/internal/output"
)

// OfficeError says that the site was published, but the lists for the office
// could not be written.
type OfficeError struct{ Err error }

func (e *OfficeError) Error() string { return e.Err.Error() }

func (e *OfficeError) Unwrap() error { return e.Err }

// Message says what is wrong, in Vietnamese.
func (e *OfficeError) Message() string {
	return "Cổng đã đăng xong, nhưng không ghi được danh sách cho văn phòng trong " + office.Dir + "/.\n  (" + e.Err.Error() + ")"
}

// Hint says how to mend it, in Vietnamese.
func (e *OfficeError) Hint() string {
	return "Đóng tệp của " + office.Dir + "/ đang mở (Excel giữ tệp đang mở), xem thư mục ấy có cho ghi không, rồi dựng lại."
}

// errOfficeOutside is the one case that nobody can mend by closing a file.
var errOfficeOutside = errors.New(office.Dir + " is not a folder of its own inside the project")

// keepOffice writes the lists for the office. They name villages: the folder
// must be the project's own, and nothing that is published may hold it.
func keepOffice(o Options, a *Assembled, published string) error {
	dir := filepath.Join(o.Dir, office.Dir)
	lists, full := office.Lists(a.Tree, a.Site)
	if _, err := os.Lstat(dir); errors.Is(err, os.ErrNotExist) && !full {
		return nil // a project without reports needs no folder for them
	}
	if err := ownFolder(dir, published); err != nil {
		return &OfficeError{err}
	}
	for _, l := range lists {
		name := filepath.Join(dir, l.Name)
		same := func() bool {
			now, err := os.ReadFile(name)
			return err == nil && bytes.Equal(now, l.Data)
		}
		if same() {
			continue
		}
		// Another build of the same day may write the same lists meanwhile.
		if err := output.Replace(name, l.Data); err != nil && !same() {
			return &OfficeError{err}
		}
	}
	return nil
}

// ownFolder makes the folder of the lists, unless it is a link that leads
// elsewhere, or lies in what is published.
func ownFolder(dir, published string) error {
	if err := os.Mkdir(dir, 0o755); err != nil && !errors.Is(err, os.ErrExist) {
		return err
	}
	info, err := os.Lstat(dir)
	if err != nil {
		return err
	}
	if !info.IsDir() {
		return fmt.Errorf("%s: %w", dir, errOfficeOutside)
	}
	real, err := filepath.EvalSymlinks(dir)
	if err != nil {
		return err
	}
	if published, err = filepath.EvalSymlinks(published); err != nil {
		return err
	}
	if real, err = filepath.Abs(real); err != nil {
		return err
	}
	if published, err = filepath.Abs(published); err != nil {
		return err
	}
	if rel, err := filepath.Rel(published, real); err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
		return fmt.Errorf("%s: %w", dir, errOfficeOutside)
	}
	return nil
}
