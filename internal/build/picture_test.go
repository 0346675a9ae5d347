package build_test

import (
	"bytes"
	"image"
	"image/jpeg"
	"os"
	"path/filepath"
	"testing"

	"thonlanh/internal/build"
)

// A photograph leaves the office without the place where it was taken.
func TestPhotosArePublishedWithoutTheirPlace(t *testing.T) {
	var photo bytes.Buffer
	if err := jpeg.Encode(&photo, image.NewGray(image.Rect(0, 0, 16, 12)), nil); err != nil {
		t.Fatal(err)
	}
	const place = "Exif\x00\x00GPS 20.1234N 105.9876E"
	dirty := append([]byte{0xff, 0xd8, 0xff, 0xe1, 0, byte(len(place) + 2)}, place...)
	dirty = append(dirty, photo.Bytes()[2:]...)

	dir := t.TempDir()
	write(t, dir, map[string]string{
		"config.toml":           "ten = \"Xã Thử\"\n",
		"content/gioi-thieu.md": "+++\ntieu_de = \"Giới thiệu\"\n+++\n![Cánh đồng sau mùa gặt](dong.jpg)\n",
		"content/dong.jpg":      string(dirty),
	})
	r, err := build.Run(options(dir))
	if err != nil || !r.Published {
		t.Fatalf("not published: %v %v", err, r)
	}
	out, err := os.ReadFile(filepath.Join(dir, "public", "gioi-thieu", "dong.jpg"))
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(out, []byte("GPS")) {
		t.Error("the published photo says where it was taken")
	}
	if _, err := jpeg.Decode(bytes.NewReader(out)); err != nil {
		t.Errorf("the published photo does not open: %v", err)
	}
}
