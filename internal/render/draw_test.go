package render

import (
	"encoding/xml"
	"fmt"
	"math"
	"strings"
	"testing"

	"thonlanh/internal/content"
	"thonlanh/internal/date"
	"thonlanh/internal/site"
)

// wellFormed fails on a drawing that is no XML.
func wellFormed(t *testing.T, svg string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(svg))
	for {
		_, err := d.Token()
		if err != nil {
			if err.Error() != "EOF" {
				t.Errorf("%v in %s", err, svg)
			}
			return
		}
	}
}

func TestStripHasAPlotForEachVillage(t *testing.T) {
	for n := 0; n < 60; n++ {
		name := fmt.Sprintf("Xã %d", n)
		want := min(n, maxPlots)
		if n < 2 {
			want = somePlots
		}
		s := newStrips(name, n)
		for _, svg := range []string{string(s.low), string(s.tall)} {
			wellFormed(t, svg)
			if strings.Contains(svg, "NaN") || strings.Contains(svg, "style=") {
				t.Errorf("%d villages: %s", n, svg)
			}
			if got := strings.Count(svg, "z"); got != want {
				t.Errorf("%d villages: %d plots", n, got)
			}
		}
		if again := newStrips(name, n); again != s {
			t.Errorf("%d villages: drawn twice, two drawings", n)
		}
	}
	if newStrips("Xã Mẫu", 7) == newStrips("Xã Khác", 7) {
		t.Error("two communes have one strip")
	}
	if n := len(newStrips("Xã Mẫu", 7).tall); n > 2000 {
		t.Errorf("the tall strip has %d bytes", n)
	}
}

func TestNeighbouringPlotsDiffer(t *testing.T) {
	for seed := range 200 {
		for _, tall := range []bool{true, false} {
			plots := layPlots(fmt.Sprint(seed), 9, tallHeight, tall)
			for i, a := range plots {
				for _, b := range plots[i+1:] {
					// Plots beside one another share an edge but for the path between.
					beside := math.Abs(a.topRight.x-b.topLeft.x) < 6 || math.Abs(a.bottomRight.x-b.bottomLeft.x) < 6
					above := a.bottomLeft.y < b.topLeft.y && math.Abs(a.bottomLeft.x-b.topLeft.x) < 6
					if (beside || above) && a.colour == b.colour {
						t.Fatalf("seed %d: neighbours of colour %d", seed, a.colour)
					}
				}
				if a.topRight.x <= a.topLeft.x || a.bottomRight.x <= a.bottomLeft.x {
					t.Fatalf("seed %d: a plot is turned inside out", seed)
				}
			}
		}
	}
}

func TestBar(t *testing.T) {
	for _, c := range []struct {
		name string
		bar  bar
		has  []string
		not  []string
	}{
		{"part of the way", bar{Known: true, Done: 0.5, Goal: 0.9, Elapsed: 0.87, Sentence: `a "b"`},
			[]string{`class="day" d="M0 6h150v16H0z"`, `class="gio" d="M261 6v16"`, `class="moc" d="M267 0h3v28h-3z"`, `aria-label="a &#34;b&#34;"`, `role="img"`}, []string{"soc", "xong"}},
		{"time inside what is done", bar{Known: true, Done: 0.5, Goal: 1, Elapsed: 0.25},
			[]string{`class="gio trong" d="M75 6v16"`, `class="moc" d="M297 0h3v28h-3z"`}, nil},
		{"complete leaves out the time", bar{Known: true, Done: 1.4, Goal: 1, Elapsed: 0.5, Complete: true},
			[]string{`class="day xong" d="M0 6h300v16H0z"`}, []string{`class="gio`}},
		{"a little is still seen", bar{Known: true, Done: 0.0001, Goal: 1}, []string{`d="M0 6h2v16H0z"`}, nil},
		{"nothing done", bar{Known: true, Goal: 1, Elapsed: 0.1}, []string{`class="gio"`}, []string{`class="day`}},
		{"no figures", bar{Goal: 1, Elapsed: 0.5}, []string{`class="soc"`, `class="moc"`}, []string{`class="day`, `class="gio`}},
	} {
		svg := string(c.bar.SVG())
		wellFormed(t, svg)
		for _, s := range c.has {
			if !strings.Contains(svg, s) {
				t.Errorf("%s: no %s in %s", c.name, s, svg)
			}
		}
		for _, s := range c.not {
			if strings.Contains(svg, s) {
				t.Errorf("%s: %s in %s", c.name, s, svg)
			}
		}
		if strings.Contains(svg, "style=") || strings.Contains(svg, "<text") {
			t.Errorf("%s: style or text in the drawing", c.name)
		}
	}
}

func TestTargetInWords(t *testing.T) {
	day := func(s string) date.Date { d, _ := date.Parse(s); return d }
	plan := &site.Plan{Plan: &content.Plan{}, From: day("2026-01-01"), To: day("2026-12-31")}
	period := &site.Period{Period: &content.Period{AsOf: day("2026-11-15")}}
	on := site.Status{Word: "Đúng tiến độ", Glyph: "✓", Tone: "lua"}
	none := site.Status{Word: "Chưa có số liệu", Glyph: "○", Tone: "muc2"}
	for _, c := range []struct {
		target   site.Target
		big      string
		fraction string
		sentence string
	}{
		{site.Target{Target: &content.Target{Name: "Người dân được nghe", Kind: "ty_le", Measure: "người", Goal: 90}, Now: &site.Value{Period: period, Known: true, Num: 3928, Den: 4850}, Status: on},
			"81%", "3.928/4.850 người, mục tiêu 90%",
			"Người dân được nghe: đã đạt 3.928/4.850 người (81%), mục tiêu 90%. Đúng tiến độ. Số liệu đến ngày\u00a015/11/2026."},
		{site.Target{Target: &content.Target{Name: "Buổi nói chuyện", Kind: "so_luong", Measure: "buổi", Goal: 24}, Now: &site.Value{Period: period, Known: true, Num: 24, Den: 24}, Status: on},
			"100%", "24/24 buổi, mục tiêu 24 buổi",
			"Buổi nói chuyện: đã đạt 24/24 buổi (100%), mục tiêu 24 buổi. Đúng tiến độ. Số liệu đến ngày\u00a015/11/2026."},
		{site.Target{Target: &content.Target{Name: "Gần tới", Kind: "ty_le", Measure: "người", Goal: 90}, Now: &site.Value{Period: period, Known: true, Num: 8996, Den: 10000}, Status: on},
			"89%", "8.996/10.000 người, mục tiêu 90%",
			"Gần tới: đã đạt 8.996/10.000 người (89%), mục tiêu 90%. Đúng tiến độ. Số liệu đến ngày\u00a015/11/2026."},
		{site.Target{Target: &content.Target{Name: "Lồng ghép", Kind: "danh_muc", Measure: "chương trình", Items: make([]string, 5)}, Now: &site.Value{Period: period, Known: true, Num: 4, Den: 5}, Status: on},
			"80%", "4/5 chương trình, mục tiêu 5 chương trình",
			"Lồng ghép: đã đạt 4/5 chương trình (80%), mục tiêu 5 chương trình. Đúng tiến độ. Số liệu đến ngày\u00a015/11/2026."},
		{site.Target{Target: &content.Target{Name: "Việc", Kind: "danh_muc", Items: make([]string, 3)}, Now: &site.Value{Period: period, Known: true, Num: 2, Den: 3}, Status: on},
			"67%", "2/3, mục tiêu 3 việc",
			"Việc: đã đạt 2/3 (67%), mục tiêu 3 việc. Đúng tiến độ. Số liệu đến ngày\u00a015/11/2026."},
		{site.Target{Target: &content.Target{Name: "Quy chế", Kind: "dinh_tinh"}, Now: &site.Value{Period: period, Known: true, State: "da_xong"}, Status: site.Status{Word: "Đã xong"}},
			"", "", "Quy chế: đã xong. Số liệu đến ngày\u00a015/11/2026."},
		{site.Target{Target: &content.Target{Name: "Thôn lành mạnh", Kind: "so_luong", Goal: 7}, Status: none},
			"", "", "Thôn lành mạnh: chưa có số liệu."},
		{site.Target{Target: &content.Target{Name: "Việc", Kind: "ty_le"}, Withheld: true, Now: &site.Value{Period: period, Known: true, Num: 3, Den: 3}, Status: none},
			"", "", "Việc: chưa có số liệu."},
	} {
		v := (&Renderer{}).target(plan, &c.target)
		if v.Big != c.big || v.Fraction != c.fraction || v.Sentence != c.sentence {
			t.Errorf("%s:\n%q\n%q\n%q", c.target.Name, v.Big, v.Fraction, v.Sentence)
		}
		if !strings.Contains(string(v.Bar), "aria-label=") {
			t.Errorf("%s: the bar says nothing", c.target.Name)
		}
	}
}
