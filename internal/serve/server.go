// Package serve shows the portal on the office's own machine while it is being
// written. After each save the whole site is assembled again from parsed
// files, of which only the changed ones are parsed anew; a page is rendered
// when it is asked for. So every page a reader opens is new, at any size, and
// there is no partial rebuild that could go stale.
//
// It shows problems in the page and keeps the last version that could have
// been published. It never writes to the project.
package serve

import (
	"fmt"
	"mime"
	"net"
	"net/http"
	"path"
	"strings"
	"sync"

	"thonlanh/internal/build"
	"thonlanh/internal/diag"
)

// Server is a preview of one project.
type Server struct {
	options build.Options
	memory  build.Memory
	log     func(string)
	seen    uint64 // the files before they were read for the first time

	mu      sync.RWMutex
	now     *build.Assembled // as the files are
	good    *build.Assembled // the last one without problems that stop publishing
	failure error            // of the machine, while the last reading failed
	version int
	waiting map[chan int]bool // pages that want to know of the next version
	closed  bool
}

// New makes a server and reads the project for the first time. say is told,
// in Vietnamese, what happened at each reading.
func New(o build.Options, say func(string)) (*Server, error) {
	s := &Server{options: o, log: say, waiting: make(map[chan int]bool)}
	s.memory.Files.Jobs = o.Jobs
	s.options.Progress = nil
	s.seen = fingerprint(o.Dir) // a save between now and Watch is not missed
	if err := s.Reload(); err != nil {
		return nil, err
	}
	return s, nil
}

// Reload reads the project again and tells the open pages.
func (s *Server) Reload() error {
	a, err := build.Assemble(s.options, &s.memory)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.failure = err
	s.version++
	if err == nil {
		s.now = a
		if !a.Problems.Stops() {
			s.good = a
		}
		s.log(summary(a.Problems))
	}
	for c := range s.waiting {
		select {
		case c <- s.version:
		default: // it has not yet taken an earlier one: that will do
		}
	}
	return err
}

// Close lets the pages that wait for changes go.
func (s *Server) Close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.closed = true
	for c := range s.waiting {
		delete(s.waiting, c)
		close(c)
	}
}

func summary(list diag.List) string {
	c := list.Counts()
	if !list.Stops() {
		return fmt.Sprintf("Đã đọc lại. Được phép đăng (%d nhắc).", c.Note)
	}
	return fmt.Sprintf("Đã đọc lại. Chưa được phép đăng: %d lỗi chặn, %d cảnh báo. Xem ngay trong trang.", c.Block, c.Warn)
}

// own is the folder of the preview's own addresses; no page can have it.
const own = "/_thonlanh/"

// ServeHTTP answers for pages, files and the preview's own addresses.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if !local(r.Host) {
		http.Error(w, "Trang xem thử chỉ mở trên máy này.", http.StatusForbidden)
		return
	}
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		http.Error(w, "Chỉ đọc.", http.StatusMethodNotAllowed)
		return
	}
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	if strings.HasPrefix(r.URL.Path, own) {
		s.serveOwn(w, r)
		return
	}
	s.mu.RLock()
	now, shown, failure := s.now, s.good, s.failure
	s.mu.RUnlock()
	if shown == nil {
		shown = now // never without problems yet: show what there is
	}
	s.page(w, r, view{now: now, shown: shown, failure: failure})
}

// local guards against pages of other sites that reach for this server by a
// name of their own: a name must be this machine's, an address may be any that
// the user chose to listen on.
func local(host string) bool {
	name, _, err := net.SplitHostPort(host)
	if err != nil {
		name = host
	}
	return name == "localhost" || net.ParseIP(strings.Trim(name, "[]")) != nil
}

// view is what one request sees.
type view struct {
	now, shown *build.Assembled
	failure    error
}

func (v view) stale() bool { return v.shown != v.now || v.failure != nil }

func (s *Server) page(w http.ResponseWriter, r *http.Request, v view) {
	name := strings.TrimPrefix(path.Clean(r.URL.Path), "/")
	if strings.HasSuffix(r.URL.Path, "/") || name == "" {
		name = path.Join(name, "index.html")
	}
	out, ok := v.shown.Renderer.Lookup(name)
	status := http.StatusOK
	if !ok {
		if _, folder := v.shown.Renderer.Lookup(path.Join(name, "index.html")); folder {
			http.Redirect(w, r, "/"+name+"/", http.StatusFound)
			return
		}
		status = http.StatusNotFound
		if out, ok = v.shown.Renderer.Lookup("404.html"); !ok {
			http.NotFound(w, r)
			return
		}
	}
	data, err := v.shown.Bytes(out)
	if err != nil {
		http.Error(w, "Không dựng được trang này: "+err.Error(), http.StatusInternalServerError)
		return
	}
	kind := contentType(out.Path)
	if strings.HasPrefix(kind, "text/html") {
		var list diag.List
		if !v.stale() {
			list = v.shown.Judge(out, data)
		}
		data = withPanel(data, v, list)
	}
	w.Header().Set("Content-Type", kind)
	w.WriteHeader(status)
	if r.Method == http.MethodGet {
		w.Write(data)
	}
}

// contentType does not ask the machine, whose tables differ.
func contentType(name string) string {
	switch path.Ext(name) {
	case ".html":
		return "text/html; charset=utf-8"
	case ".css":
		return "text/css; charset=utf-8"
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".svg":
		return "image/svg+xml"
	case ".png":
		return "image/png"
	case ".jpg", ".jpeg":
		return "image/jpeg"
	case ".json":
		return "application/json; charset=utf-8"
	case ".webmanifest":
		return "application/manifest+json"
	case ".xml":
		return "application/xml; charset=utf-8"
	case ".csv":
		return "text/csv; charset=utf-8"
	case ".ics":
		return "text/calendar; charset=utf-8"
	case ".vcf":
		return "text/vcard; charset=utf-8"
	case "", ".txt", ".sum":
		return "text/plain; charset=utf-8"
	}
	if t := mime.TypeByExtension(path.Ext(name)); t != "" {
		return t
	}
	return "application/octet-stream"
}
