package render

import (
	"fmt"
	"html/template"
	"strings"

	"thonlanh/internal/date"
	"thonlanh/internal/site"
	"thonlanh/internal/viet"
)

// multiples are small drawings of the targets over the plan's time, one beside
// the other and all on the same scale.
type multiples struct {
	From, To date.Date // of the first and the last figures
	Drawings []drawing
	Gaps     string // where a line is open, and why
}

// drawing is one target over time, with its last value in words beside it.
type drawing struct {
	Name string
	SVG  template.HTML
	Last string // "81%"
	Goal string // "mục tiêu 90%"
}

// reading is one point of a drawing; share is of the whole, 0 to 1.
type reading struct {
	at     float64 // share of the plan's period gone
	share  float64
	known  bool
	hidden bool // not published, which is no gap in the office's work
	on     date.Date
	words  string
}

// The drawing: the scale ends so far from every edge that dots are whole.
const (
	drawWidth, drawHeight = 140, 56
	drawEdge              = 4
)

// multiplesOf is nil where there are not two periods to compare.
func multiplesOf(plan *site.Plan) *multiples {
	if len(plan.Periods) < 2 {
		return nil
	}
	m := &multiples{From: plan.Periods[0].AsOf, To: plan.Periods[len(plan.Periods)-1].AsOf}
	var gaps []string
	for _, t := range plan.Targets {
		list := readings(plan, t)
		if list == nil {
			continue
		}
		d := drawing{Name: t.Name}
		if goal := barGoal(t); goal > 0 {
			d.Goal = "mục tiêu " + decimal(shareGoal(t)) + "%" // as on the scale
		}
		said := make([]string, len(list))
		for i, x := range list {
			said[i] = x.words
			if x.known {
				d.Last, _, _ = strings.Cut(x.words, " ")
			} else if !x.hidden && len(gaps) < maxGaps {
				gaps = append(gaps, viet.LowerFirst(t.Name)+" (đến ngày\u00a0"+viet.ShortDate(x.on)+")")
			}
		}
		sentence := t.Name + ": " + strings.Join(said, ", ")
		if d.Goal != "" {
			sentence += "; " + d.Goal
		}
		d.SVG = drawTime(list, barGoal(t), sentence+".")
		m.Drawings = append(m.Drawings, d)
	}
	if len(m.Drawings) == 0 {
		return nil
	}
	if len(gaps) > 0 {
		m.Gaps = "Chưa có số liệu về " + strings.Join(gaps, "; ") + ", nên đường để hở."
	}
	return m
}

// maxGaps bounds the names in one sentence.
const maxGaps = 4

// readings are the figures of a target from its first to its last, with the
// periods between that say nothing; nil for one that no scale of percent fits.
func readings(plan *site.Plan, t *site.Target) []reading {
	var out []reading
	known := 0
	for i := range t.Values {
		v := &t.Values[i]
		x := reading{at: plan.Elapsed(v.Period.AsOf), on: v.Period.AsOf}
		on := " đến ngày\u00a0" + viet.ShortDate(v.Period.AsOf)
		if _, ok := t.Share(v); ok {
			x.known, x.share = true, ratio(v.Num, v.Den)
			x.words = percent(t, v.Num, v.Den) + on
			known = len(out) + 1
		} else {
			x.words = "chưa có số liệu" + on
			if x.hidden = v.Suppressed; x.hidden {
				x.words = "không công bố số" + on
			}
		}
		if known > 0 {
			out = append(out, x)
		}
	}
	return out[:known:known]
}

// drawTime draws readings: the ground, the goal, the line and its dots. A
// reading that is missing opens the line; it is not nothing done.
func drawTime(list []reading, goal float64, sentence string) template.HTML {
	height := func(share float64) string {
		return length(drawHeight - drawEdge - (drawHeight-2*drawEdge)*min(1, max(0, share)))
	}
	var line, dots strings.Builder
	var at string // the last dot, which is larger: its figure stands beside the drawing
	joined := false
	for _, x := range list {
		if !x.known {
			joined = false
			continue
		}
		at = length(drawEdge+(drawWidth-2*drawEdge)*min(1, max(0, x.at))) + " " + height(x.share)
		move := "M"
		if joined {
			move = "L"
		}
		line.WriteString(move + at)
		dots.WriteString("M" + at + "h0")
		joined = true
	}
	var s strings.Builder
	fmt.Fprintf(&s, `<svg class="bieu" viewBox="0 0 %d %d" role="img" aria-label="%s">`, drawWidth, drawHeight, template.HTMLEscapeString(sentence))
	fmt.Fprintf(&s, `<path class="nen" d="M0 %dh%d"/>`, drawHeight-drawEdge, drawWidth)
	if goal > 0 {
		fmt.Fprintf(&s, `<path class="nen" stroke-dasharray="4 3" d="M0 %sh%d"/>`, height(goal), drawWidth)
	}
	fmt.Fprintf(&s, `<path stroke-width="2" d="%s"/><path stroke-width="5" stroke-linecap="round" d="%s"/><path stroke-width="8" stroke-linecap="round" d="M%sh0"/></svg>`, line.String(), dots.String(), at)
	return template.HTML(s.String())
}
