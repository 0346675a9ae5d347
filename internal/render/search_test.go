package render

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"thonlanh/internal/viet"
)

// manyNews is the sample with n more pieces of news, their titles as long and
// as different as real ones.
func manyNews(n int) map[string]string {
	out := map[string]string{}
	words := strings.Fields("lớp may buổi tối còn nhận người học tổ tiết kiệm phụ nữ thôn họp bàn lịch phát thanh tháng trao quà hội thi tìm hiểu pháp luật đoàn thanh niên ra quân dọn vệ sinh đường làng tập huấn cán bộ khám sức khỏe miễn phí cho người cao tuổi mở phiên giao dịch việc làm trường học nói chuyện an toàn trên mạng")
	seed := uint32(7)
	next := func(k int) int {
		seed = seed*1664525 + 1013904223
		return int(seed>>8) % k
	}
	for i := range n {
		var title []string
		for range 7 + next(5) {
			title = append(title, words[next(len(words))])
		}
		name := fmt.Sprintf("content/tin/2026/tin-%d-%s.md", i, viet.Slug(strings.Join(title, " ")))
		out[name] = "+++\ntieu_de = \"Tin " + strings.Join(title, " ") + fmt.Sprint(" ", i) + "\"\nngay = 2026-11-01\n+++\nTin.\n"
	}
	return out
}

func TestIndexLeavesLongListsToThemselves(t *testing.T) {
	for _, c := range []struct {
		n     int
		named bool
	}{{20, true}, {100, true}, {500, false}, {3000, false}} {
		r := newRenderer(t, archive(t, manyNews(c.n)), Options{})
		page := render(t, r, "tim/index.html")
		if got := strings.Contains(page, `/tin/2026/tin-`) || strings.Contains(page, `tin/2026/tin-`); got != c.named {
			t.Errorf("%d news: named is %v", c.n, got)
		}
		if got := regexp.MustCompile(`>Tin \(\d`).MatchString(page); got == c.named {
			t.Errorf("%d news: the count of what is left out stands there: %v", c.n, got)
		}
		if !strings.Contains(page, "Trang chủ</a>") {
			t.Errorf("%d news: the rest is gone", c.n)
		}
		if n := gzipped(t, []byte(page)); n > 14<<10 {
			t.Errorf("%d news: the index weighs %d bytes", c.n, n)
		}
	}
	// The fullest index that names all is still light enough.
	for n := 400; ; n -= 20 {
		page := render(t, newRenderer(t, archive(t, manyNews(n)), Options{}), "tim/index.html")
		if !strings.Contains(page, `tin/2026/tin-`) {
			continue
		}
		if w := gzipped(t, []byte(page)); w > 14<<10 || w < 9<<10 {
			t.Errorf("the fullest index, of %d news, weighs %d bytes", n, w)
		}
		break
	}
}

// A title may begin with a sign; its letter is still there once.
func TestIndexHasEachLetterOnce(t *testing.T) {
	files := manyNews(0)
	for i, title := range []string{"“Ăn cơm chưa?”", "[Ảnh] Bến", "An toàn", "Ô tô", "“Ở nhà”", "Đi đâu", "(đi) về", "§ 5", "7 ngày", "Жизнь", "…và", "Æ", "Ưu tiên"} {
		files[fmt.Sprintf("content/tin/2026/chu-%d.md", i)] = "+++\ntieu_de = '''" + title + "'''\nngay = 2026-11-01\n+++\nTin.\n"
	}
	page := render(t, newRenderer(t, archive(t, files), Options{}), "tim/index.html")
	wholePage(t, "tim/index.html", page)
	for _, id := range []string{"chu-a", "chu-o", "chu-dd", "chu-so", "chu-khac", "chu-u", "chu-v"} {
		if n := strings.Count(page, "id=\""+id+"\""); n != 1 {
			t.Errorf("%d parts with the id %s", n, id)
		}
	}
}

func TestIndexSaysWhatALawIsAbout(t *testing.T) {
	page := render(t, newRenderer(t, os.DirFS("../.."), Options{}), "tim/index.html")
	if !strings.Contains(page, "chống bạo lực gia đình</span>") {
		t.Error("the number of a law stands alone in the index")
	}
}
