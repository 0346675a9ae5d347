package content

import (
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"
	"path"
	"runtime"
	"slices"
	"sort"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"
	"golang.org/x/text/unicode/norm"

	"thonlanh/internal/diag"
)

// Dir is the folder that a commune writes in.
const Dir = "content"

// maxFile bounds one text file; the longest law is a tenth of this.
const maxFile = 8 << 20

// Load reads the content folder of a project once.
func Load(project fs.FS, jobs int) (*Tree, diag.List, error) {
	return (&Loader{Jobs: jobs, forget: true}).Load(project)
}

// Loader reads a content folder again and again, parsing a file only when it
// changed. The zero value is ready to use; one Load runs at a time.
type Loader struct {
	Jobs   int // parsers at once; 0 is one for each processor
	forget bool
	cache  map[string]parsed
}

// parsed is what one file gave, with what it was made from.
type parsed struct {
	size    int64
	modTime time.Time
	sum     [sha256.Size]byte
	near    string // names and sizes of the files beside it that it could show
	record  any
	list    diag.List
}

// entry is a file of the content folder. raw is its path as the disk spells
// it, which may be in decomposed form; path is NFC.
type entry struct {
	raw, path string
	info      fs.FileInfo
}

// folder finds files beside a page by their NFC path.
type folder map[string]entry

// Load reads the content folder. Problems come in the order of the files.
func (l *Loader) Load(project fs.FS) (*Tree, diag.List, error) {
	entries, problems, err := list(project)
	if err != nil {
		return nil, nil, err
	}
	all := make(folder, len(entries))
	for _, e := range entries {
		all[e.path] = e
	}

	var near map[string]string // only of use to what is kept
	if !l.forget {
		near = beside(entries)
	}
	results := make([]parsed, len(entries))
	jobs := l.Jobs
	if jobs <= 0 {
		jobs = runtime.NumCPU()
	}
	var group errgroup.Group
	var mu sync.Mutex
	next := make(map[string]parsed)
	// A few readers take one file after the other: their stacks grow once.
	var taken atomic.Int64
	for range min(jobs, len(entries)) {
		group.Go(func() error {
			for {
				i := int(taken.Add(1)) - 1
				if i >= len(entries) {
					return nil
				}
				e := entries[i]
				r, err := l.file(project, e, all, near)
				if err != nil {
					taken.Store(int64(len(entries))) // the others stop as well
					return err
				}
				results[i] = r
				if !l.forget {
					mu.Lock()
					next[e.path] = r
					mu.Unlock()
				}
			}
		})
	}
	if err := group.Wait(); err != nil {
		return nil, nil, err
	}
	l.cache = next

	a := newAssembly()
	for i, r := range results {
		problems = append(problems, r.list...)
		a.add(r.record)
		if r.record == nil && len(r.list) > 0 {
			a.t.Unread = append(a.t.Unread, entries[i].path)
		}
	}
	tree, more := a.tree()
	problems = append(problems, more...)
	if tree.Published, more, err = published(project); err != nil {
		return nil, nil, err
	}
	return tree, append(problems, more...), nil
}

// list walks the content folder. Hidden files, locks of office programs and
// leftovers of Windows and macOS are nobody's content.
func list(project fs.FS) ([]entry, diag.List, error) {
	info, err := fs.Lstat(project, Dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, diag.List{missing("Không thấy thư mục content/, nên cổng chưa có chữ nào, kể cả số điện thoại.")}, nil
	case err != nil:
		return nil, nil, err
	case info.Mode()&fs.ModeSymlink != 0:
		p, _ := Stray(Dir, fs.FileInfoToDirEntry(info))
		return nil, diag.List{p}, nil
	case !info.IsDir():
		return nil, diag.List{missing("Ở đây content là một tệp, không phải thư mục, nên cổng chưa có chữ nào.")}, nil
	}
	var out []entry
	var problems diag.List
	err = fs.WalkDir(project, Dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		base := d.Name()
		if name != Dir && (strings.HasPrefix(base, ".") || strings.HasPrefix(base, "~") || strings.HasSuffix(base, "~") || strings.EqualFold(base, "thumbs.db") || strings.EqualFold(base, "desktop.ini")) {
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if p, stray := Stray(name, d); stray {
			problems = append(problems, p)
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if d.IsDir() {
			if ext := path.Ext(base); ext == ".md" || ext == ".toml" {
				problems = append(problems, diag.At(norm.NFC.String(name), diag.Pos{}, diag.Block, "tep-sai-cho",
					"Đây là một thư mục mang tên của một tệp, nên không phải bài nào.", "Chuyển tệp bên trong ra ngoài rồi xóa thư mục này."))
			}
			return nil
		}
		info, err := d.Info()
		if errors.Is(err, fs.ErrNotExist) {
			return nil // gone between listing and looking
		}
		if err != nil {
			return err
		}
		out = append(out, entry{raw: name, path: norm.NFC.String(name), info: info})
		return nil
	})
	sort.Slice(out, func(i, j int) bool { return out[i].path < out[j].path })
	return out, problems, err
}

// missing is the problem of a project without a content folder.
func missing(message string) diag.Problem {
	return diag.Whole(diag.Block, "thieu-cau-hinh", message,
		"Mở đúng thư mục của cổng, hoặc tạo một cổng mới bằng lệnh: thonlanh new site TÊN-THƯ-MỤC")
}

// file parses one file, or takes what an earlier Load made of the same bytes.
func (l *Loader) file(project fs.FS, e entry, all folder, pictures map[string]string) (parsed, error) {
	k := kindOf(e.path)
	if k.parse == nil {
		return parsed{list: k.problems(e.path)}, nil
	}
	near := ""
	if strings.HasSuffix(e.path, ".md") {
		near = pictures[path.Dir(e.path)]
	}
	old, known := l.cache[e.path]
	if known && old.size == e.info.Size() && old.modTime.Equal(e.info.ModTime()) && old.near == near {
		return old, nil
	}
	if e.info.Size() > maxFile {
		return parsed{list: diag.List{diag.At(e.path, diag.Pos{}, diag.Block, "tep-qua-lon",
			"Tệp lớn hơn 8 MB nên không thể là một văn bản.", "Tách văn bản thành nhiều tệp, hoặc để tệp gốc (PDF, Word) bên cạnh thay vì dán vào đây.")}}, nil
	}
	room := rooms.Get().(*[]byte)
	defer rooms.Put(room)
	data, err := readFile(project, e.raw, (*room)[:0])
	if errors.Is(err, fs.ErrNotExist) {
		return parsed{}, nil // deleted while we looked
	}
	if err != nil {
		return parsed{}, err
	}
	if cap(data) <= maxRoom {
		*room = data
	}
	p := parsed{size: e.info.Size(), modTime: e.info.ModTime(), near: near}
	if !l.forget {
		p.sum = sha256.Sum256(data)
		if known && old.sum == p.sum && old.near == near {
			p.record, p.list = old.record, old.list
			return p, nil
		}
	}
	src, problems := diag.NewSource(e.path, data)
	if src == nil {
		p.list = problems
		return p, nil
	}
	p.record, p.list = k.parse(parser{project: project, src: src, all: all, args: k.args})
	return p, nil
}

// rooms are where files are read, one after the other: a Source has a copy of
// its own. A very long file is given room of its own.
var rooms = &sync.Pool{New: func() any { return new([]byte) }}

const maxRoom = 1 << 18

// readFile appends a whole file.
func readFile(project fs.FS, name string, dst []byte) ([]byte, error) {
	f, err := project.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	for {
		dst = slices.Grow(dst, 512)
		n, err := f.Read(dst[len(dst):cap(dst)])
		dst = dst[:len(dst)+n]
		if errors.Is(err, io.EOF) {
			return dst, nil
		}
		if err != nil {
			return nil, err
		}
	}
}

// beside describes, for each folder, the files that a page there could show.
func beside(entries []entry) map[string]string {
	out := make(map[string]string)
	for _, e := range entries {
		if ext := path.Ext(e.path); ext != ".md" && ext != ".toml" {
			out[path.Dir(e.path)] += e.path + " " + e.info.ModTime().UTC().Format(time.RFC3339Nano) + "\n"
		}
	}
	return out
}
