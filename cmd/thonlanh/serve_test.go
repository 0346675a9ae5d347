package main

import (
	"bufio"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
	"time"

	"thonlanh/internal/starter"
)

// A clerk previews: the page follows each save, a mistake is shown beside the
// last good page, Ctrl+C ends it cleanly.
func TestServe(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a test cannot press Ctrl+C there")
	}
	dir := filepath.Join(t.TempDir(), "xa")
	if _, err := starter.WriteSite(dir); err != nil {
		t.Fatal(err)
	}
	page := filepath.Join(dir, "content", "gop-y.md")
	before, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}

	cmd := exec.Command("thonlanh", "serve", dir, "--addr", "127.0.0.1:0")
	stderr, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	defer cmd.Process.Kill()
	lines := bufio.NewReader(stderr)
	var address string
	for address == "" {
		line, err := lines.ReadString('\n')
		if err != nil {
			t.Fatal("it ended before it told its address: ", err)
		}
		address = regexp.MustCompile(`http://127\.0\.0\.1:\d+/`).FindString(line)
	}
	rest := make(chan string)
	go func() {
		data, _ := io.ReadAll(lines)
		rest <- string(data)
	}()

	wait := func(has string) string {
		t.Helper()
		for deadline := time.Now().Add(15 * time.Second); ; time.Sleep(20 * time.Millisecond) {
			body := fetch(t, address+"gop-y/")
			if strings.Contains(body, has) {
				return body
			}
			if time.Now().After(deadline) {
				t.Fatalf("the page never says %q", has)
			}
		}
	}
	wait("Trang này không nhận tin báo")
	save := func(text string) {
		t.Helper()
		if err := os.WriteFile(page, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	save(strings.Replace(string(before), "Đừng chờ viết đơn.", "Gọi ngay, viết đơn sau.", 1))
	wait("Gọi ngay, viết đơn sau.")
	save(strings.Replace(string(before), "tieu_de =", "tieu_dee =", 1))
	body := wait("Chưa được phép đăng")
	if !strings.Contains(body, "Gọi ngay, viết đơn sau.") || !strings.Contains(body, "content/gop-y.md") {
		t.Error("the last good page or the place of the mistake is missing")
	}
	save(string(before))
	if body := wait("Đừng chờ viết đơn."); strings.Contains(body, "Chưa được phép đăng") {
		t.Error("a mended mistake is still shown")
	}

	// A second preview at the same address could only confuse.
	second := exec.Command("thonlanh", "serve", dir, "--addr", strings.TrimSuffix(strings.TrimPrefix(address, "http://"), "/"))
	out, err := second.CombinedOutput()
	if second.ProcessState.ExitCode() != exitFailed || !strings.Contains(string(out), "đang được chương trình khác dùng") {
		t.Errorf("port taken: %v %s", err, out)
	}

	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	said := <-rest
	if err := cmd.Wait(); err != nil {
		t.Errorf("Ctrl+C: %v", err)
	}
	if !strings.Contains(said, "Đã dừng xem thử.") || strings.Contains(said, "panic") {
		t.Errorf("it said %q", said)
	}
	if _, err := net.DialTimeout("tcp", strings.TrimSuffix(strings.TrimPrefix(address, "http://"), "/"), time.Second); err == nil {
		t.Error("somebody still answers")
	}
}

func fetch(t *testing.T, address string) string {
	t.Helper()
	resp, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	data, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestServeRefuses(t *testing.T) {
	for _, args := range [][]string{
		{"serve", t.TempDir() + "/khong-co"},
		{"serve", t.TempDir(), "--addr", "khong phai dia chi"},
		{"serve", t.TempDir(), "--addr", "127.0.0.1:99999"},
		{"serve", t.TempDir(), "--now", "mai"},
	} {
		cmd := exec.Command("thonlanh", args...)
		out, _ := cmd.CombinedOutput()
		if code := cmd.ProcessState.ExitCode(); code != exitFailed || !strings.Contains(string(out), "Không chạy được") {
			t.Errorf("%v: exit %d %s", args, code, out)
		}
	}
}
