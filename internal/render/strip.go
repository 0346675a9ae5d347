package render

import (
	"fmt"
	"hash/fnv"
	"html/template"
	"strings"
)

// strips are the field-plot strip under the name of the commune: one plot for
// each village, laid out from a hash of the commune's name. It is decoration
// and encodes neither data nor order.
type strips struct {
	low  template.HTML // inner pages
	tall template.HTML // home page, with furrows
}

const (
	stripWidth = 360
	lowHeight  = 14
	tallHeight = 56
	// More plots than this would be too narrow to be seen as fields.
	maxPlots  = 40
	somePlots = 5 // before any village is written down
)

func newStrips(name string, villages int) strips {
	plots := villages
	if plots < 2 {
		plots = somePlots
	}
	plots = min(plots, maxPlots)
	return strips{
		low:  drawStrip(layPlots(name, plots, lowHeight, false), lowHeight, false),
		tall: drawStrip(layPlots(name, plots, tallHeight, true), tallHeight, true),
	}
}

// plot is a field between four corners: left and right edge at its top and at
// its bottom.
type plot struct {
	topLeft, topRight, bottomRight, bottomLeft point
	colour                                     int // 1 to 5
	crosswise                                  bool
}

type point struct{ x, y float64 }

// layPlots lays n plots: columns with edges of different lean, and in the tall
// form some columns cut in two by a sloping path.
func layPlots(name string, n int, height float64, tall bool) []plot {
	rng := newPicker(name)
	cut := 0
	if tall && n >= 4 {
		cut = max(1, n*2/7)
	}
	columns := n - cut
	width := make([]float64, columns)
	sum := 0.0
	for i := range width {
		width[i] = 0.75 + rng.share()*0.6
		sum += width[i]
	}
	split := make([]bool, columns)
	for left, at := cut, rng.below(columns); left > 0; at = (at + 1) % columns {
		// Cut columns stand apart as long as there is room.
		beside := at > 0 && split[at-1] || at+1 < columns && split[at+1]
		if !split[at] && (!beside || left > columns/2) {
			split[at] = true
			left--
			at++
		} else if !split[at] && rng.below(4) == 0 {
			split[at] = true
			left--
		}
	}

	gap := min(1.5, stripWidth/float64(columns)/8) // half of a path between plots
	var plots []plot
	x, lean := 0.0, 0.0
	before := []int(nil) // colours of the column before
	for i := range width {
		w := width[i] / sum * stripWidth
		next := 0.0
		if i < columns-1 {
			reach := min(w, width[i+1]/sum*stripWidth) * 0.3
			if !tall {
				reach = min(reach, 7)
			}
			next = (0.35 + 0.65*rng.share()) * reach
			if rng.below(2) == 0 {
				next = -next
			}
		}
		left, right := gap, gap
		if i == 0 {
			left = 0
		}
		if i == columns-1 {
			right = 0
		}
		p := plot{
			topLeft: point{x + lean + left, 0}, topRight: point{x + w + next - right, 0},
			bottomRight: point{x + w - next - right, height}, bottomLeft: point{x - lean + left, height},
		}
		if split[i] {
			from, to := height*(0.4+0.2*rng.share()), height*(0.4+0.2*rng.share())
			upper, lower := p, p
			upper.bottomLeft = between(p.topLeft, p.bottomLeft, (from-gap)/height)
			upper.bottomRight = between(p.topRight, p.bottomRight, (to-gap)/height)
			lower.topLeft = between(p.topLeft, p.bottomLeft, (from+gap)/height)
			lower.topRight = between(p.topRight, p.bottomRight, (to+gap)/height)
			upper.colour = rng.colour(before)
			lower.colour = rng.colour(append(before, upper.colour))
			upper.crosswise, lower.crosswise = true, rng.below(2) == 0
			plots = append(plots, upper, lower)
			before = []int{upper.colour, lower.colour}
		} else {
			p.colour = rng.colour(before)
			p.crosswise = rng.below(3) == 0
			plots = append(plots, p)
			before = []int{p.colour}
		}
		x, lean = x+w, next
	}
	return plots
}

func drawStrip(plots []plot, height int, tall bool) template.HTML {
	var s strings.Builder
	class := "ruong"
	if tall {
		class = "ruong cao"
	}
	fmt.Fprintf(&s, `<svg class="%s" viewBox="0 0 %d %d" preserveAspectRatio="none" aria-hidden="true">`, class, stripWidth, height)
	for colour := 1; colour <= 5; colour++ {
		var d strings.Builder
		for _, p := range plots {
			if p.colour == colour {
				fmt.Fprintf(&d, "M%sL%sL%sL%sz", p.topLeft, p.topRight, p.bottomRight, p.bottomLeft)
			}
		}
		if d.Len() > 0 {
			fmt.Fprintf(&s, `<path class="r%d" d="%s"/>`, colour, d.String())
		}
	}
	if tall {
		s.WriteString(`<path class="luong" d="`)
		for _, p := range plots {
			p.furrows(&s)
		}
		s.WriteString(`"/>`)
	}
	s.WriteString(`</svg>`)
	return template.HTML(s.String())
}

// furrows draws lines parallel to two edges of the plot.
func (p plot) furrows(s *strings.Builder) {
	a, b, c, d := p.topLeft, p.topRight, p.bottomRight, p.bottomLeft
	step := 7.0
	across := b.x - a.x
	if p.crosswise {
		a, b, c, d = p.topLeft, p.bottomLeft, p.bottomRight, p.topRight
		across = b.y - a.y
		step = 6
	}
	n := int(across/step + 0.5)
	for i := 1; i < n; i++ {
		t := float64(i) / float64(n)
		fmt.Fprintf(s, "M%sL%s", between(a, b, t), between(d, c, t))
	}
}

func between(a, b point, t float64) point {
	return point{a.x + (b.x-a.x)*t, a.y + (b.y-a.y)*t}
}

// String is the point in a path, rounded to whole units along the strip and to
// halves down it: finer steps are not seen.
func (p point) String() string {
	return length(float64(int(p.x*2+0.5))/2) + " " + length(float64(int(p.y*2+0.5))/2)
}

// picker makes the same choices for the same name.
type picker uint64

func newPicker(name string) *picker {
	h := fnv.New64a()
	h.Write([]byte(name))
	p := picker(h.Sum64() | 1)
	for range 8 {
		p.next()
	}
	return &p
}

func (p *picker) next() uint64 {
	x := uint64(*p)
	x ^= x << 13
	x ^= x >> 7
	x ^= x << 17
	*p = picker(x)
	return x
}

func (p *picker) share() float64 { return float64(p.next()>>40) / (1 << 24) }

func (p *picker) below(n int) int { return int(p.next() >> 33 % uint64(n)) }

// colour is one of the five plot colours that no neighbour has.
func (p *picker) colour(taken []int) int {
	c := p.below(5)
	for {
		c = c%5 + 1
		free := true
		for _, t := range taken {
			free = free && t != c
		}
		if free {
			return c
		}
	}
}
