package build

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"thonlanh/internal/lock"
	"thonlanh/internal/output"
	"thonlanh/internal/site"
)

// LockError says that the site was published, but what it consists of could
// not be written into dia-chi.lock.
type LockError struct{ Err error }

func (e *LockError) Error() string { return e.Err.Error() }

func (e *LockError) Unwrap() error { return e.Err }

// Message says what is wrong, in Vietnamese.
func (e *LockError) Message() string {
	return "Cổng đã đăng xong, nhưng không ghi được tệp dia-chi.lock, nên các địa chỉ mới chưa được giữ.\n  (" + e.Err.Error() + ")"
}

// Hint says how to mend it, in Vietnamese.
func (e *LockError) Hint() string {
	return "Xem ổ đĩa còn chỗ và thư mục của cổng có cho ghi không, rồi dựng lại một lần nữa: lần sau ghi bù đủ."
}

// keepAddresses adds what was just published to dia-chi.lock. A run that ends
// before it is made up for by the next one, which publishes the same pages.
func keepAddresses(dir string, a *Assembled) error {
	pages := lasting(a.Site)
	if _, changed := a.Tree.Published.Add(pages); !changed {
		return nil
	}
	// Another build may have written since this one read; nothing of it may
	// be lost.
	name := filepath.Join(dir, lock.Name)
	before, err := os.ReadFile(name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return &LockError{err}
	}
	now, problems := lock.Read(before)
	if len(problems) > 0 {
		return &LockError{fmt.Errorf("%s: damaged at line %d while the site was built", lock.Name, problems[0].Line)}
	}
	data, changed := now.Add(pages)
	if !changed {
		return nil
	}
	if err := output.Replace(name, data); err != nil {
		return &LockError{err}
	}
	return nil
}

// lasting are the pages whose addresses must never vanish.
func lasting(s *site.Site) []lock.Line {
	var out []lock.Line
	for _, p := range s.Pages {
		if p.Lasting() {
			units, _ := p.UnitIDs()
			out = append(out, lock.Line{Addr: p.Addr, Units: units})
		}
	}
	return out
}
