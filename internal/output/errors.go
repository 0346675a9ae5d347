package output

import "fmt"

// Explained is an error that also has words for the person at the keyboard:
// what is wrong, and how to mend it. Every error of this package that a
// person can mend is one.
type Explained interface {
	error
	Message() string
	Hint() string
}

type sentinel string

func (e sentinel) Error() string { return string(e) }

// What errors.Is finds in the errors of this package.
const (
	ErrForeign    = sentinel("files in the output folder are not ours")
	ErrBusy       = sentinel("another run is publishing into this folder")
	ErrNoManifest = sentinel("no " + ManifestName)
)

// ForeignError says that publishing would have to touch files that are not
// the generator's own: those of a folder without a manifest (Path is then
// empty), or one that stands where a file of ours goes.
type ForeignError struct {
	Dir  string
	Path string
}

func (e *ForeignError) Error() string {
	if e.Path == "" {
		return fmt.Sprintf("%s: not empty and without %s", e.Dir, ManifestName)
	}
	return fmt.Sprintf("%s: %s is in the way and not ours", e.Dir, e.Path)
}

// Is makes ErrForeign stand for every ForeignError.
func (e *ForeignError) Is(target error) bool { return target == ErrForeign }

// Message says what is wrong, in Vietnamese.
func (e *ForeignError) Message() string {
	if e.Path == "" {
		return fmt.Sprintf("Thư mục xuất bản %s đã có tệp nhưng không có %s, nên không biết được tệp nào do thonlanh tạo ra. Chưa tệp nào bị thay đổi.", e.Dir, ManifestName)
	}
	return fmt.Sprintf("Trong thư mục xuất bản %s, tệp %s không do thonlanh tạo ra mà lại nằm đúng chỗ của một tệp sắp xuất bản. Chưa tệp nào bị thay đổi.", e.Dir, e.Path)
}

// Hint says how to mend it, in Vietnamese.
func (e *ForeignError) Hint() string {
	if e.Path == "" {
		return "Chuyển các tệp trong thư mục đó đi nơi khác, hoặc dùng -o để chọn một thư mục trống, rồi chạy lại."
	}
	return "Đổi tên tệp đó hoặc chuyển nó ra khỏi thư mục xuất bản, rồi chạy lại."
}

// BusyError says that a living process publishes into the same folder.
type BusyError struct {
	Dir string
}

func (e *BusyError) Error() string { return fmt.Sprintf("%s: %s", e.Dir, ErrBusy) }

// Is makes ErrBusy stand for every BusyError.
func (e *BusyError) Is(target error) bool { return target == ErrBusy }

// Message says what is wrong, in Vietnamese.
func (e *BusyError) Message() string {
	return fmt.Sprintf("Một lần chạy thonlanh khác đang xuất bản vào thư mục %s.", e.Dir)
}

// Hint says how to mend it, in Vietnamese.
func (e *BusyError) Hint() string {
	return "Chờ lần chạy kia xong, hoặc dừng nó, rồi chạy lại."
}

// PlaceError says that a site cannot be published where it was asked for.
type PlaceError struct {
	Dir    string
	Reason string // English
	why    string // Vietnamese
}

func (e *PlaceError) Error() string { return fmt.Sprintf("output folder: %s %s", e.Dir, e.Reason) }

// Message says what is wrong, in Vietnamese.
func (e *PlaceError) Message() string {
	return fmt.Sprintf("Không đăng được vào %s: %s.", e.Dir, e.why)
}

// Hint says how to mend it, in Vietnamese.
func (e *PlaceError) Hint() string {
	return "Chọn một thư mục khác bằng -o, hoặc bỏ -o để đăng vào public/."
}

// ManifestError says that a manifest cannot be read, so that our files cannot
// be told from foreign ones.
type ManifestError struct {
	Dir    string
	Line   int // from 1
	Reason string
}

func (e *ManifestError) Error() string {
	return fmt.Sprintf("%s/%s:%d: %s", e.Dir, ManifestName, e.Line, e.Reason)
}

// Message says what is wrong, in Vietnamese.
func (e *ManifestError) Message() string {
	return fmt.Sprintf("Tệp %s trong thư mục %s bị hỏng ở dòng %d, nên không biết được tệp nào do thonlanh tạo ra.", ManifestName, e.Dir, e.Line)
}

// Hint says how to mend it, in Vietnamese.
func (e *ManifestError) Hint() string {
	return fmt.Sprintf("Đổi tên thư mục đó rồi chạy lại để có bản mới; sau đó chép những tệp riêng (không phải của thonlanh) sang. Không sửa %s bằng tay.", ManifestName)
}

// NoManifestError says that a folder is not one that was published.
type NoManifestError struct {
	Dir string
}

func (e *NoManifestError) Error() string { return fmt.Sprintf("%s: %s", e.Dir, ErrNoManifest) }

// Is makes ErrNoManifest stand for every NoManifestError.
func (e *NoManifestError) Is(target error) bool { return target == ErrNoManifest }

// Message says what is wrong, in Vietnamese.
func (e *NoManifestError) Message() string {
	return fmt.Sprintf("Thư mục %s không có tệp %s: đây không phải thư mục do thonlanh xuất bản.", e.Dir, ManifestName)
}

// Hint says how to mend it, in Vietnamese.
func (e *NoManifestError) Hint() string {
	return "Kiểm tra lại tên thư mục, hoặc chạy thonlanh build trước."
}

// SwitchError says that the system refused to put the new site in the place of
// the earlier one. The earlier one still stands.
type SwitchError struct {
	Dir string
	Err error
}

func (e *SwitchError) Error() string { return fmt.Sprintf("switch %s: %v", e.Dir, e.Err) }

func (e *SwitchError) Unwrap() error { return e.Err }

// Message says what is wrong, in Vietnamese.
func (e *SwitchError) Message() string {
	return fmt.Sprintf("Hệ thống không cho thay thư mục %s bằng bản mới (%v). Bản cũ vẫn còn nguyên.", e.Dir, e.Err)
}

// Hint says how to mend it, in Vietnamese.
func (e *SwitchError) Hint() string {
	return "Đóng các chương trình đang mở thư mục hoặc tệp trong đó rồi chạy lại. Nếu thư mục đó là một ổ đĩa được gắn vào, dùng -o để chọn một thư mục con bên trong ổ."
}

// PathError says that a file cannot have this path in a site that must work on
// any disk and any server.
type PathError struct {
	Path   string
	Clash  string // the other path of the site that is in its way, if one is
	Reason string // English
	why    string // Vietnamese
}

func (e *PathError) Error() string { return fmt.Sprintf("output path %q: %s", e.Path, e.Reason) }

// Message says what is wrong, in Vietnamese.
func (e *PathError) Message() string {
	return fmt.Sprintf("Không xuất bản được tệp có đường dẫn %q: %s.", e.Path, e.why)
}

// Hint says how to mend it, in Vietnamese.
func (e *PathError) Hint() string { return "Đổi tên tệp nguồn sinh ra đường dẫn này." }
