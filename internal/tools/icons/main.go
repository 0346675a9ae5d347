// Icons draws static/icon-192.png and static/icon-512.png: the field plots of
// static/favicon.svg for phones that take no SVG. Run it from the top of the
// repository after the drawing has changed:
//
//	go run ./internal/tools/icons
package main

import (
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
)

// plot is a polygon on the 32-unit grid of favicon.svg.
type plot struct {
	colour color.RGBA
	points [][2]float64
}

const grid = 32

func main() {
	paper := color.RGBA{0xFB, 0xF8, 0xF3, 0xFF}
	plots := []plot{
		{color.RGBA{0x1B, 0x4B, 0x6B, 0xFF}, [][2]float64{{0, 0}, {14, 0}, {9, 32}, {0, 32}}},
		{color.RGBA{0x2F, 0x6B, 0x4F, 0xFF}, [][2]float64{{16, 0}, {32, 0}, {32, 12}, {14.5, 15}}},
		{color.RGBA{0xB9, 0x8A, 0x2C, 0xFF}, [][2]float64{{14, 17.5}, {32, 14.5}, {32, 32}, {11.5, 32}}},
	}
	for _, size := range []int{192, 512} {
		name := fmt.Sprintf("static/icon-%d.png", size)
		if err := write(name, draw(plots, paper, size)); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
}

// draw fills the plots, each pixel from 16 samples.
func draw(plots []plot, paper color.RGBA, size int) image.Image {
	const n = 4
	img := image.NewRGBA(image.Rect(0, 0, size, size))
	for y := range size {
		for x := range size {
			var r, g, b int
			for i := range n * n {
				px := (float64(x) + (float64(i%n)+0.5)/n) * grid / float64(size)
				py := (float64(y) + (float64(i/n)+0.5)/n) * grid / float64(size)
				c := paper
				for _, p := range plots {
					if p.holds(px, py) {
						c = p.colour
					}
				}
				r, g, b = r+int(c.R), g+int(c.G), b+int(c.B)
			}
			img.SetRGBA(x, y, color.RGBA{uint8(r / n / n), uint8(g / n / n), uint8(b / n / n), 0xFF})
		}
	}
	return img
}

func (p plot) holds(x, y float64) bool {
	in := false
	for i, a := range p.points {
		b := p.points[(i+1)%len(p.points)]
		if (a[1] > y) != (b[1] > y) && x < (b[0]-a[0])*(y-a[1])/(b[1]-a[1])+a[0] {
			in = !in
		}
	}
	return in
}

func write(name string, img image.Image) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(f, img); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}
