package render

import (
	"regexp"
	"testing"
)

// A picture in a text has its size, whatever its file is called, and each
// attribute once.
func TestPicturesInTexts(t *testing.T) {
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"><path d="M0 0h30v20z"/></svg>`
	r := newRenderer(t, archive(t, map[string]string{
		"content/tim-hieu/hinh.md":        "+++\ntieu_de = \"Hình\"\n+++\n\nMột: ![Bảng tin ở bến](ben.svg)\n\n![Cổng chợ sáng sớm](<Cổng chợ 1.svg>)\n\n![Sân đình buổi họp](S%C3%A2n%20%C4%91%C3%ACnh.svg)\n",
		"content/tim-hieu/ben.svg":        svg,
		"content/tim-hieu/Cổng chợ 1.svg": svg,
		"content/tim-hieu/Sân đình.svg":   svg,
	}), Options{BuildID: "abc123"})
	images := regexp.MustCompile(`<img[^>]*>`).FindAllString(render(t, r, "tim-hieu/hinh/index.html"), -1)
	want := []string{
		`<img src="ben.svg" width="30" height="20" alt="Bảng tin ở bến" loading="lazy">`,
		`<img src="C%E1%BB%95ng%20ch%E1%BB%A3%201.svg" width="30" height="20" alt="Cổng chợ sáng sớm" loading="lazy">`,
		`<img src="S%C3%A2n%20%C4%91%C3%ACnh.svg" width="30" height="20" alt="Sân đình buổi họp" loading="lazy">`,
	}
	if len(images) != len(want) {
		t.Fatalf("%d pictures: %v", len(images), images)
	}
	for i := range want {
		if images[i] != want[i] {
			t.Errorf("got %s\nwant %s", images[i], want[i])
		}
	}
}
