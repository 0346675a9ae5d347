package picture

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"testing"
	"testing/fstest"
)

func photo(t *testing.T) []byte {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, 24, 16))
	for i := range img.Pix {
		img.Pix[i] = byte(i * 7)
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// withSegments puts segments behind the first two bytes of a JPEG.
func withSegments(data []byte, segments ...[]byte) []byte {
	out := append([]byte{}, data[:2]...)
	for _, s := range segments {
		out = append(out, s...)
	}
	return append(out, data[2:]...)
}

func segment(marker byte, body string) []byte {
	n := len(body) + 2
	return append([]byte{0xff, marker, byte(n >> 8), byte(n)}, body...)
}

func TestCleanJPEGLosesPlaceAndWords(t *testing.T) {
	exif := "Exif\x00\x00II*\x00\x08\x00\x00\x00\x02\x00" +
		"\x12\x01\x03\x00\x01\x00\x00\x00\x06\x00\x00\x00" + // orientation 6
		"\x25\x88\x04\x00\x01\x00\x00\x00\x40\x00\x00\x00" + // GPS directory
		"\x00\x00\x00\x00GPS 20.1234N 105.9876E"
	dirty := append(withSegments(photo(t), segment(0xe1, exif), segment(0xfe, "máy của ai đó"), segment(0xed, "Photoshop 3.0")), "tail of a maker"...)
	clean, ok := Clean("a.JPG", dirty)
	if !ok {
		t.Fatal("not cleaned")
	}
	for _, bad := range []string{"GPS", "máy của", "Photoshop", "tail of"} {
		if bytes.Contains(clean, []byte(bad)) {
			t.Errorf("%q is still in the file", bad)
		}
	}
	if _, err := jpeg.Decode(bytes.NewReader(clean)); err != nil {
		t.Errorf("the cleaned file does not decode: %v", err)
	}
	if o := orientation(clean[bytes.Index(clean, []byte("Exif")):]); o != 6 {
		t.Errorf("orientation %d, want 6", o)
	}
}

func TestCleanPNG(t *testing.T) {
	var b bytes.Buffer
	img := image.NewGray(image.Rect(0, 0, 3, 5))
	img.Set(1, 1, color.White)
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	data := b.Bytes()
	text := "\x00\x00\x00\x0btEXtAuthor\x00NTHA\x00\x00\x00\x00"
	at := 8 + 25 // behind IHDR
	dirty := append(append(append([]byte{}, data[:at]...), text...), data[at:]...)
	clean, ok := Clean("a.png", append(dirty, "behind the end"...))
	if !ok || !bytes.Equal(clean, data) {
		t.Errorf("ok %v, %d bytes, want the %d of the plain file", ok, len(clean), len(data))
	}
}

func TestDamagedFilesComeBackAsTheyAre(t *testing.T) {
	good := photo(t)
	for _, c := range []struct {
		name string
		data []byte
	}{
		{"a.jpg", good[:30]}, {"a.jpg", nil}, {"a.jpg", []byte("no picture")},
		{"a.png", []byte("\x89PNG\r\n\x1a\n\xff\xff\xff\xff")}, {"a.svg", []byte("<svg/>")},
	} {
		if out, ok := Clean(c.name, c.data); ok || !bytes.Equal(out, c.data) {
			t.Errorf("%s %q: changed", c.name, c.data)
		}
	}
}

func FuzzClean(f *testing.F) {
	f.Add([]byte("\xff\xd8\xff\xe1\x00\x10Exif\x00\x00II*\x00\xff\xff\xff\xff"))
	f.Add([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x00IEND\x00\x00\x00\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, name := range []string{"a.jpg", "a.png"} {
			if out, _ := Clean(name, data); len(out) > len(data)+36 {
				t.Errorf("%s grew from %d to %d bytes", name, len(data), len(out))
			}
		}
	})
}

func TestSize(t *testing.T) {
	fsys := fstest.MapFS{
		"a.jpg": {Data: photo(t)},
		"b.svg": {Data: []byte(`<?xml version="1.0"?><svg xmlns="x" viewBox="0 0 297 420"></svg>`)},
		"c.svg": {Data: []byte(`<svg width="30px" height="40"/>`)},
		"d.svg": {Data: []byte(`<html/>`)},
		"e.svg": {Data: []byte(`<svg viewBox="0 0 NaN 1e99"/>`)},
	}
	for name, want := range map[string][2]int{"a.jpg": {24, 16}, "b.svg": {297, 420}, "c.svg": {30, 40}, "d.svg": {}, "e.svg": {}, "missing.png": {}} {
		if w, h := Size(fsys, name); [2]int{w, h} != want {
			t.Errorf("%s: %d × %d, want %v", name, w, h, want)
		}
	}
}
