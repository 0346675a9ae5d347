package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"os/signal"
	"runtime"
	"syscall"
	"time"

	"thonlanh/internal/serve"
)

type serveCmd struct {
	folder
	day
	Addr string `default:"127.0.0.1:8017" placeholder:"MÁY:SỐ" help:"Địa chỉ để xem (mặc định 127.0.0.1:8017: chỉ máy này thấy)."`
	Open bool   `help:"Mở trình duyệt luôn."`
}

// Run shows the portal until it is interrupted.
func (c serveCmd) Run(w world) error {
	o, err := c.options(w, c.day)
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", c.Addr)
	if err != nil {
		if errors.Is(err, syscall.EADDRINUSE) {
			return sayable{"Địa chỉ " + c.Addr + " đang được chương trình khác dùng.", "Đóng cửa sổ xem thử cũ, hoặc chọn số khác: --addr 127.0.0.1:8018"}
		}
		return sayable{"Không mở được địa chỉ " + c.Addr + ".", "Viết MÁY:SỐ, ví dụ: --addr 127.0.0.1:8018 (" + err.Error() + ")"}
	}
	defer listener.Close()
	server, err := serve.New(o, func(s string) { fmt.Fprintln(w.stderr, s) })
	if err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	go server.Watch(ctx)

	address := "http://" + listener.Addr().String() + "/"
	fmt.Fprintf(w.stderr, "Xem thử tại %s (bấm Ctrl+C để dừng).\n", address)
	if c.Open {
		if err := open(address); err != nil {
			fmt.Fprintln(w.stderr, "Không tự mở được trình duyệt. Hãy mở trình duyệt và gõ địa chỉ trên.")
		}
	}
	h := &http.Server{Handler: server, ReadHeaderTimeout: 10 * time.Second}
	go func() {
		<-ctx.Done()
		server.Close()
		grace, cancel := context.WithTimeout(context.Background(), 2*time.Second)
		defer cancel()
		h.Shutdown(grace)
	}()
	if err := h.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	fmt.Fprintln(w.stderr, "Đã dừng xem thử.")
	return nil
}

// open shows an address in the user's browser.
func open(address string) error {
	switch runtime.GOOS {
	case "windows":
		return exec.Command("rundll32", "url.dll,FileProtocolHandler", address).Start()
	case "darwin":
		return exec.Command("open", address).Start()
	}
	return exec.Command("xdg-open", address).Start()
}
