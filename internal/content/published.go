package content

import (
	"errors"
	"io/fs"

	"thonlanh/internal/diag"
	"thonlanh/internal/lock"
	"thonlanh/internal/markup"
)

// maxLock bounds dia-chi.lock: some thirty times what ten thousand texts need.
const maxLock = 64 << 20

// published reads dia-chi.lock, which stands beside the content folder. A
// project without one has published nothing yet.
func published(project fs.FS) (*lock.Lock, diag.List, error) {
	info, err := fs.Lstat(project, lock.Name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return &lock.Lock{}, nil, nil
	case err != nil:
		return nil, nil, err
	case !info.Mode().IsRegular():
		return &lock.Lock{}, diag.List{diag.At(lock.Name, diag.Pos{}, diag.Block, "dia-chi-lock-hong",
			"Đây không phải một tệp thường, nên cổng không biết mình đã đăng những địa chỉ nào.", "Xóa nó đi, rồi lấy lại tệp từ git hoặc từ bản sao lưu.")}, nil
	case info.Size() > maxLock:
		return &lock.Lock{}, diag.List{diag.At(lock.Name, diag.Pos{}, diag.Block, "dia-chi-lock-hong",
			"Tệp lớn hơn 64 MB nên không thể là danh sách địa chỉ của một cổng.", "Lấy lại tệp từ git (git checkout dia-chi.lock) hoặc từ bản sao lưu.")}, nil
	}
	data, err := fs.ReadFile(project, lock.Name)
	if err != nil {
		return nil, nil, err
	}
	l, problems := lock.Read(data)
	return l, problems, nil
}

// unitIDs are the ids of a text that people may point to for ever. Those of
// the headings of ordinary pages are not among them: they follow from words,
// which their authors may change.
func unitIDs(units []markup.Unit) string {
	ids := make([]string, len(units))
	for i := range units {
		ids[i] = units[i].ID
	}
	return lock.Spell(ids)
}
