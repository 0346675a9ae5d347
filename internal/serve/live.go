package serve

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"net/http"
	"path"

	"thonlanh/internal/diag"
)

//go:embed live.js
var liveScript []byte

//go:embed live.css
var liveStyle []byte

// serveOwn answers for the preview's own addresses: its script, its style and
// the stream of changes.
func (s *Server) serveOwn(w http.ResponseWriter, r *http.Request) {
	switch path.Base(r.URL.Path) {
	case "live.js":
		w.Header().Set("Content-Type", contentType("live.js"))
		w.Write(liveScript)
	case "live.css":
		w.Header().Set("Content-Type", contentType("live.css"))
		w.Write(liveStyle)
	case "changes":
		s.changes(w, r)
	default:
		http.NotFound(w, r)
	}
}

// changes is a stream of server-sent events, one for each new version.
func (s *Server) changes(w http.ResponseWriter, r *http.Request) {
	flusher, ok := w.(http.Flusher)
	if !ok {
		http.Error(w, "streaming is not possible", http.StatusInternalServerError)
		return
	}
	c := make(chan int, 1)
	s.mu.Lock()
	if s.closed {
		s.mu.Unlock()
		return
	}
	s.waiting[c] = true
	version := s.version
	s.mu.Unlock()
	defer func() {
		s.mu.Lock()
		delete(s.waiting, c)
		s.mu.Unlock()
	}()
	w.Header().Set("Content-Type", "text/event-stream")
	// The first event names the version the page may already have; the
	// script reloads when a later one differs, also after a lost connection.
	fmt.Fprintf(w, "retry: 500\ndata: %d\n\n", version)
	flusher.Flush()
	for {
		select {
		case v, open := <-c:
			if !open {
				return
			}
			fmt.Fprintf(w, "data: %d\n\n", v)
			flusher.Flush()
		case <-r.Context().Done():
			return
		}
	}
}

var panel = template.Must(template.New("panel").Parse(`<script src="` + own + `live.js" defer></script>
{{- if or .Problems .Failure}}<link rel="stylesheet" href="` + own + `live.css"><section id="thonlanh-loi" aria-label="Kết quả kiểm tra">
<h2>{{.Title}}</h2>{{with .Failure}}<p>Không đọc được thư mục: {{.}}</p>{{end}}{{if .Stale}}<p>Trang dưới đây là bản cuối cùng còn đăng được.</p>{{end}}
<ol>{{range .Problems}}<li class="{{.Severity}}"><strong>{{.Level}}</strong> <code>{{.File}}</code>, dòng {{.Line}}, cột {{.Column}}<br>{{.Message}}{{with .Hint}}<br><em>Cách sửa:</em> {{.}}{{end}}<br><small>Quy tắc: {{.Rule}}</small></li>{{end}}</ol>
{{if .More}}<p>Còn {{.More}} mục nữa: chạy lệnh thonlanh check để xem hết.</p>{{end}}</section>{{end}}`))

// panelMax is how many problems a page shows at once.
const panelMax = 50

type panelProblem struct {
	diag.Problem
	Level string
}

// withPanel puts the live script, and the problems if there are any, before
// the end of a page.
func withPanel(page []byte, v view, own diag.List) []byte {
	var list []panelProblem
	more := 0
	stops := v.now.Problems.Stops() || own.Stops()
	for _, p := range append(append(diag.List{}, own...), v.now.Problems...) {
		if p.Confirmed || p.Severity == diag.Note {
			continue // notes are for the check; a preview shows what stops publishing
		}
		if len(list) == panelMax {
			more++
			continue
		}
		level := "CHẶN"
		if p.Severity == diag.Warn {
			level = "CẢNH BÁO"
		}
		list = append(list, panelProblem{p, level})
	}
	data := struct {
		Title    string
		Problems []panelProblem
		Failure  error
		Stale    bool
		More     int
	}{"Được phép đăng", list, v.failure, v.stale(), more}
	if stops {
		data.Title = "Chưa được phép đăng"
	}
	var b bytes.Buffer
	if err := panel.Execute(&b, data); err != nil {
		return page
	}
	if i := bytes.LastIndex(page, []byte("</body>")); i >= 0 {
		return append(append(append([]byte{}, page[:i]...), b.Bytes()...), page[i:]...)
	}
	return append(page, b.Bytes()...)
}
