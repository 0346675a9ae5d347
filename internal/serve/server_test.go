package serve

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
	"time"

	"thonlanh"
	"thonlanh/internal/build"
	"thonlanh/internal/date"
	"thonlanh/internal/starter"
)

const news = "content/tin/2026/tin.md"

// project makes a small site with one news item.
func project(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if _, err := starter.WriteSite(dir); err != nil {
		t.Fatal(err)
	}
	write(t, dir, news, "Hội thi ở nhà văn hóa.")
	return dir
}

func write(t *testing.T, dir, name, body string) {
	t.Helper()
	name = filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte("+++\ntieu_de = \"Tin\"\nngay = 2026-11-02\n+++\n\n"+body+"\n"), 0o666); err != nil {
		t.Fatal(err)
	}
}

// breakNews gives the news a key nobody knows, in line 3.
func breakNews(t *testing.T, dir string) {
	t.Helper()
	text := "+++\ntieu_de = \"Tin\"\nngayy = 2026-11-02\nngay = 2026-11-02\n+++\n\nTin đang viết dở.\n"
	if err := os.WriteFile(filepath.Join(dir, filepath.FromSlash(news)), []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

func start(t *testing.T, dir string) *Server {
	t.Helper()
	s, err := New(build.Options{Dir: dir, Now: date.Date{Year: 2026, Month: 11, Day: 20}, Layouts: thonlanh.Layouts(), Static: thonlanh.Static()}, func(string) {})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func get(t *testing.T, s *Server, target string) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequest(http.MethodGet, target, nil)
	r.Host = "127.0.0.1:8017"
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w
}

func TestAddresses(t *testing.T) {
	s := start(t, project(t))
	style := regexp.MustCompile(`site\.[0-9a-f]+\.css`).FindString(get(t, s, "/").Body.String())
	for _, c := range []struct {
		target string
		status int
		kind   string
		has    string
	}{
		{"/", 200, "text/html; charset=utf-8", "live.js"},
		{"/index.html", 200, "text/html; charset=utf-8", "live.js"},
		{"/tin/2026/tin/", 200, "text/html; charset=utf-8", "Hội thi ở nhà văn hóa"},
		{"/so-can-biet/", 200, "text/html; charset=utf-8", "111"},
		{"/" + style, 200, "text/css; charset=utf-8", "{"},
		{"/so-can-biet.vcf", 200, "text/vcard; charset=utf-8", "BEGIN:VCARD"},
		{"/lich.ics", 200, "text/calendar; charset=utf-8", "BEGIN:VCALENDAR"},
		{"/tin.xml", 200, "application/xml; charset=utf-8", "<feed"},
		{"/_thonlanh/live.js", 200, "text/javascript; charset=utf-8", "EventSource"},
		{"/_thonlanh/live.css", 200, "text/css; charset=utf-8", "thonlanh-loi"},
		{"/_thonlanh/khac", 404, "text/plain; charset=utf-8", ""},
		{"/khong-co/", 404, "text/html; charset=utf-8", "<h1"},
		{"/khong-co", 404, "text/html; charset=utf-8", "<h1"},
		{"/config.toml", 404, "text/html; charset=utf-8", "<h1"},
		{"/content/index.md", 404, "text/html; charset=utf-8", "<h1"},
		{"/../config.toml", 404, "text/html; charset=utf-8", "<h1"},
		{"/%2e%2e/%2e%2e/etc/passwd", 404, "text/html; charset=utf-8", "<h1"},
		{"/so-can-biet/..%2f..%2fconfig.toml", 404, "text/html; charset=utf-8", "<h1"},
	} {
		w := get(t, s, c.target)
		if w.Code != c.status || w.Header().Get("Content-Type") != c.kind || !strings.Contains(w.Body.String(), c.has) {
			t.Errorf("%s: %d %s, has %q: %v", c.target, w.Code, w.Header().Get("Content-Type"), c.has, strings.Contains(w.Body.String(), c.has))
		}
		if strings.Contains(w.Body.String(), "tieu_de") {
			t.Errorf("%s shows a source file", c.target)
		}
		if got := w.Header().Get("Cache-Control"); got != "no-store" {
			t.Errorf("%s may be kept: %q", c.target, got)
		}
	}
}

func TestFolderWithoutSlash(t *testing.T) {
	s := start(t, project(t))
	for target, want := range map[string]string{
		"/so-can-biet":               "/so-can-biet/",
		"/tin/2026/tin":              "/tin/2026/tin/",
		"//so-can-biet":              "/so-can-biet/",
		"/so-can-biet/../gioi-thieu": "/gioi-thieu/",
	} {
		w := get(t, s, "http://127.0.0.1:8017"+target)
		if w.Code != http.StatusFound || w.Header().Get("Location") != want {
			t.Errorf("%s: %d to %q", target, w.Code, w.Header().Get("Location"))
		}
	}
}

func TestMethods(t *testing.T) {
	s := start(t, project(t))
	for method, want := range map[string]int{"HEAD": 200, "POST": 405, "PUT": 405, "DELETE": 405, "OPTIONS": 405} {
		r := httptest.NewRequest(method, "/", nil)
		r.Host = "localhost"
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		if w.Code != want {
			t.Errorf("%s: %d", method, w.Code)
		}
		if method == "HEAD" && w.Body.Len() > 0 {
			t.Error("HEAD has a body")
		}
	}
}

// A page of another site may know the port, but not make the browser send our
// name.
func TestHost(t *testing.T) {
	s := start(t, project(t))
	for host, want := range map[string]int{
		"localhost": 200, "localhost:8017": 200, "127.0.0.1:8017": 200, "[::1]:8017": 200, "192.168.1.7:8017": 200,
		"evil.example": 403, "evil.example:8017": 403, "localhost.evil.example": 403, "127.0.0.1.evil.example:8017": 403, "": 403,
	} {
		for _, target := range []string{"/", "/_thonlanh/live.js"} {
			r := httptest.NewRequest(http.MethodGet, target, nil)
			r.Host = host
			w := httptest.NewRecorder()
			s.ServeHTTP(w, r)
			if w.Code != want {
				t.Errorf("%q %s: %d", host, target, w.Code)
			}
		}
	}
}

func TestProblemsAreShownAndTheLastGoodVersionStays(t *testing.T) {
	dir := project(t)
	s := start(t, dir)
	if body := get(t, s, "/").Body.String(); strings.Contains(body, "thonlanh-loi") {
		t.Error("a clean page has a panel")
	}

	breakNews(t, dir)
	if err := s.Reload(); err != nil {
		t.Fatal(err)
	}
	for _, target := range []string{"/", "/tin/2026/tin/", "/khong-co/"} {
		body := get(t, s, target).Body.String()
		for _, want := range []string{"Chưa được phép đăng", news, "dòng 3", "ngayy", "Quy tắc: khoa-la", "bản cuối cùng còn đăng được"} {
			if !strings.Contains(body, want) {
				t.Errorf("%s does not say %q", target, want)
			}
		}
	}
	if body := get(t, s, "/tin/2026/tin/").Body.String(); !strings.Contains(body, "Hội thi ở nhà văn hóa") || strings.Contains(body, "Tin đang viết dở") {
		t.Error("the last good version is gone")
	}
	if w := get(t, s, "/so-can-biet.vcf"); strings.Contains(w.Body.String(), "thonlanh-loi") {
		t.Error("a panel stands in a file that is no page")
	}

	write(t, dir, news, "Hội thi dời sang tối.")
	if err := s.Reload(); err != nil {
		t.Fatal(err)
	}
	if body := get(t, s, "/tin/2026/tin/").Body.String(); !strings.Contains(body, "dời sang tối") || strings.Contains(body, "thonlanh-loi") {
		t.Error("the mended page is not shown")
	}
}

// A site that has never been clean is shown as it is: the panel is the way to
// mend it.
func TestBrokenFromTheStart(t *testing.T) {
	dir := project(t)
	breakNews(t, dir)
	s := start(t, dir)
	body := get(t, s, "/tin/2026/tin/").Body.String()
	if !strings.Contains(body, "Tin đang viết dở") || !strings.Contains(body, "Chưa được phép đăng") || strings.Contains(body, "bản cuối cùng") {
		t.Error(body)
	}

	if err := os.Remove(filepath.Join(dir, "config.toml")); err != nil {
		t.Fatal(err)
	}
	s = start(t, dir)
	if body := get(t, s, "/").Body.String(); !strings.Contains(body, "Không thấy tệp config.toml") {
		t.Error("without config.toml nobody is told")
	}
}

// Words of an author never become markup of the panel.
func TestPanelEscapes(t *testing.T) {
	dir := project(t)
	text := "+++\ntieu_de = \"Tin\"\nngay = 2026-11-02\n\"<script>alert(1)</script>\" = 1\n+++\n"
	if err := os.WriteFile(filepath.Join(dir, filepath.FromSlash(news)), []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	s := start(t, dir)
	if body := get(t, s, "/").Body.String(); !strings.Contains(body, "Chưa được phép đăng") || strings.Contains(body, "<script>alert") {
		t.Error("a key of an author is markup of the page")
	}
}

func TestProjectThatVanishes(t *testing.T) {
	dir := project(t)
	s := start(t, dir)
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	if err := s.Reload(); err == nil {
		t.Fatal("a folder that is gone was read")
	}
	if body := get(t, s, "/tin/2026/tin/").Body.String(); !strings.Contains(body, "Không đọc được thư mục") || !strings.Contains(body, "Hội thi") {
		t.Error("the last good version is gone with the folder")
	}
}

// stream reads the events of a page that is open in a browser.
func stream(t *testing.T, address string) (next func() string, closeIt func()) {
	t.Helper()
	resp, err := http.Get(address + "/_thonlanh/changes")
	if err != nil {
		t.Fatal(err)
	}
	if kind := resp.Header.Get("Content-Type"); kind != "text/event-stream" {
		t.Fatalf("content type %q", kind)
	}
	lines := make(chan string)
	go func() {
		defer close(lines)
		for r := bufio.NewScanner(resp.Body); r.Scan(); {
			if data, ok := strings.CutPrefix(r.Text(), "data: "); ok {
				lines <- data
			}
		}
	}()
	return func() string {
		select {
		case s := <-lines:
			return s
		case <-time.After(10 * time.Second):
			t.Fatal("no event came")
			return ""
		}
	}, func() { resp.Body.Close() }
}

func TestOpenPagesHearOfChanges(t *testing.T) {
	s := start(t, project(t))
	server := httptest.NewServer(s)
	defer server.Close()
	next, closeIt := stream(t, server.URL)
	defer closeIt()
	first := next()
	if err := s.Reload(); err != nil {
		t.Fatal(err)
	}
	if second := next(); second == first || second == "" {
		t.Errorf("version %q after %q", second, first)
	}
	s.Close()
	if last := next(); last != "" {
		t.Errorf("an event %q after Close", last)
	}
	resp, err := http.Get(server.URL + "/_thonlanh/changes")
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	if data, _ := io.ReadAll(resp.Body); len(data) > 0 {
		t.Errorf("a closed server still streams: %q", data)
	}
	s.Close() // twice does no harm
}

func TestWatchSeesASave(t *testing.T) {
	dir := project(t)
	before := runtime.NumGoroutine()
	s := start(t, dir)
	ctx, cancel := context.WithCancel(context.Background())
	watching := make(chan struct{})
	go func() {
		s.Watch(ctx)
		close(watching)
	}()
	server := httptest.NewServer(s)
	next, closeIt := stream(t, server.URL)
	version := next()

	write(t, dir, news, "Hội thi dời sang tối.")
	if v := next(); v == version {
		t.Errorf("version %s again", v)
	}
	// A folder that did not exist when the watch began.
	write(t, dir, "content/tim-hieu/bai.md", "Bài mới.")
	for !strings.Contains(get(t, s, "/tim-hieu/bai/").Body.String(), "Bài mới") {
		next()
	}

	closeIt()
	server.Close()
	cancel()
	s.Close()
	select {
	case <-watching:
	case <-time.After(10 * time.Second):
		t.Fatal("the watch goes on")
	}
	http.DefaultClient.CloseIdleConnections()
	for deadline := time.Now().Add(10 * time.Second); runtime.NumGoroutine() > before; time.Sleep(10 * time.Millisecond) {
		if time.Now().After(deadline) {
			stacks := make([]byte, 1<<16)
			t.Fatalf("goroutines are left: %d, were %d\n%s", runtime.NumGoroutine(), before, stacks[:runtime.Stack(stacks, true)])
		}
	}
}

// Between the first reading and the watch somebody may save.
func TestSaveBeforeTheWatch(t *testing.T) {
	dir := project(t)
	s := start(t, dir)
	write(t, dir, news, "Hội thi dời sang tối.")
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	go s.Watch(ctx)
	for deadline := time.Now().Add(10 * time.Second); !strings.Contains(get(t, s, "/tin/2026/tin/").Body.String(), "dời sang tối"); time.Sleep(50 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("the save was missed")
		}
	}
}

func TestFilesThatAreNobodysContent(t *testing.T) {
	for name, want := range map[string]bool{
		"config.toml": true, "content/tin/2026/a.md": true, "layouts/x/x.html": true, "static/a.png": true, "content": true,
		"public/index.html": false, "content/.a.md.swp": false, "content/~$a.docx": false, "content/a.md~": false, ".git/index": false, "../x": false,
	} {
		if got := ours(filepath.FromSlash("/xa"), filepath.Join(filepath.FromSlash("/xa"), filepath.FromSlash(name))); got != want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// A preview writes nothing at all.
func TestNothingIsWritten(t *testing.T) {
	dir := project(t)
	state := func() string {
		var b strings.Builder
		err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			info, err := d.Info()
			fmt.Fprintln(&b, name, info.Size(), info.ModTime())
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	before := state()
	s := start(t, dir)
	if err := s.Reload(); err != nil {
		t.Fatal(err)
	}
	get(t, s, "/")
	if after := state(); after != before {
		t.Errorf("before:\n%s\nafter:\n%s", before, after)
	}
}
