package serve

import (
	"context"
	"hash/fnv"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

const (
	// settle is how long files must be quiet before they are read: editors
	// save in several steps.
	settle = 30 * time.Millisecond
	// look is how often the folders are looked through as well, because
	// network shares and some editors send no word.
	look = 2 * time.Second
)

// watched are the parts of a project whose changes show.
var watched = [...]string{"config.toml", "dia-chi.lock", "content", "layouts", "static"}

// Watch reloads the server after every change of the project until ctx ends.
func (s *Server) Watch(ctx context.Context) {
	dir := s.options.Dir
	events := make(chan fsnotify.Event)
	if w, err := fsnotify.NewWatcher(); err == nil {
		defer w.Close()
		w.Add(dir)
		for _, name := range watched {
			addFolders(w, filepath.Join(dir, name))
		}
		go forward(ctx, w, dir, events)
	} // without a watcher, looking alone must do

	before := s.seen
	ticker := time.NewTicker(look)
	defer ticker.Stop()
	var quiet <-chan time.Time
	for {
		select {
		case <-ctx.Done():
			return
		case <-events:
			quiet = time.After(settle)
		case <-ticker.C:
			if quiet == nil && fingerprint(dir) != before {
				quiet = time.After(settle)
			}
		case <-quiet:
			quiet = nil
			before = fingerprint(dir)
			if err := s.Reload(); err != nil {
				s.log("Chưa đọc lại được thư mục: " + err.Error())
			}
		}
	}
}

// forward passes on the events of the project's own files, and watches
// folders that appear.
func forward(ctx context.Context, w *fsnotify.Watcher, dir string, events chan<- fsnotify.Event) {
	for {
		select {
		case <-ctx.Done():
			return
		case e, open := <-w.Events:
			if !open {
				return
			}
			if !ours(dir, e.Name) || e.Op == fsnotify.Chmod {
				continue
			}
			if e.Has(fsnotify.Create) {
				addFolders(w, e.Name)
			}
			select {
			case events <- e:
			case <-ctx.Done():
				return
			}
		case _, open := <-w.Errors:
			if !open {
				return
			} // an overflow: the next look through the folders finds the rest
		}
	}
}

// ours reports whether a path belongs to what is watched, and is not a file
// that an editor keeps for itself.
func ours(dir, name string) bool {
	rel, err := filepath.Rel(dir, name)
	if err != nil {
		return false
	}
	first, _, _ := strings.Cut(filepath.ToSlash(rel), "/")
	base := filepath.Base(name)
	if strings.HasPrefix(base, ".") || strings.HasPrefix(base, "~") || strings.HasSuffix(base, "~") {
		return false
	}
	for _, w := range watched {
		if first == w {
			return true
		}
	}
	return false
}

func addFolders(w *fsnotify.Watcher, root string) {
	filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() {
			w.Add(p)
		}
		return nil
	})
}

// fingerprint changes when a file of the project appears, goes or is saved.
func fingerprint(dir string) uint64 {
	h := fnv.New64a()
	for _, name := range watched {
		filepath.WalkDir(filepath.Join(dir, name), func(p string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return nil
			}
			if info, err := os.Stat(p); err == nil {
				h.Write([]byte(p))
				h.Write([]byte(info.ModTime().UTC().Format(time.RFC3339Nano)))
				h.Write([]byte{byte(info.Size()), byte(info.Size() >> 8), byte(info.Size() >> 16), byte(info.Size() >> 24)})
			}
			return nil
		})
	}
	return h.Sum64()
}
