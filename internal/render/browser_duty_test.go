package render

import (
	"bytes"
	"os/exec"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// A sheet of work is handed over on one leaf of A4: the office at its head,
// room to sign at its end, and nothing that only a screen can do.
func TestSheetOfWorkOnPaper(t *testing.T) {
	ctx, server, _ := browser(t)
	for _, body := range []string{"vhxh", "cac-thon"} {
		do(t, ctx, chromedp.Navigate(server.URL+"/ke-hoach/2026/viec/"+body+"/"))
		if eval[bool](t, ctx, `getComputedStyle(document.querySelector('.ky')).display !== 'none'`) {
			t.Error("the place to sign is on the screen")
		}
		pdf, err := chromedp.Run(ctx, chromedp.PrintToPDF(chromedp.PDFPaper(chromedp.PaperA4)))
		if err != nil {
			t.Fatal(err)
		}
		if n := len(regexp.MustCompile(`/Type\s*/Page\b`).FindAll(pdf, -1)); n != 1 {
			t.Errorf("%s: %d leaves", body, n)
		}
		reader, err := exec.LookPath("pdftotext")
		if err != nil {
			t.Skip("pdftotext is not installed: the words of the PDF are not read back")
		}
		cmd := exec.Command(reader, "-layout", "-", "-")
		cmd.Stdin = bytes.NewReader(pdf)
		text, err := cmd.Output()
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{"Ủy ban nhân dân xã Mẫu", "Phiếu việc của", "Chủ trì", "Căn cứ", "Người giao phiếu", "Người nhận phiếu", "ngày …… tháng …… năm ……", "In từ https://xamau.example/ke-hoach/2026/viec/" + body, "Bản mẫu"} {
			if !strings.Contains(string(text), want) {
				t.Errorf("%s: no %q on paper", body, want)
			}
		}
		for _, not := range []string{"Danh mục", "Việc của mọi đơn vị", "Để in phiếu", "Cổng thông tin", "cookie"} {
			if strings.Contains(string(text), not) {
				t.Errorf("%s: %q is on paper", body, not)
			}
		}
	}
}
