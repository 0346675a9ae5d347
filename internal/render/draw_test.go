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
		{site.Target{Target: &content.Target{Name: "Buổi nói chuyện", Kind: "so_luong", Measure: "buổi", Goal: 24}, Now: &site.Value{Period: period, Known: true, Num: 26, Den: 24}, Status: on},
			"108%", "26/24 buổi, vượt mục tiêu 2 buổi",
			"Buổi nói chuyện: đã đạt 26/24 buổi (108%), mục tiêu 24 buổi, vượt 2 buổi. Đúng tiến độ. Số liệu đến ngày\u00a015/11/2026."},
		{site.Target{Target: &content.Target{Name: "Thôn truyền thông", Kind: "ty_le", Measure: "thôn", Goal: 100, BaseFrom: "suy_luan"}, Now: &site.Value{Period: period, Known: true, Num: 7, Den: 7}, Status: on},
			"100%", "7/7 thôn, mục tiêu 100%",
			"Thôn truyền thông: đã đạt 7/7 thôn (100%), mẫu số suy luận, mục tiêu 100%. Đúng tiến độ. Số liệu đến ngày\u00a015/11/2026."},
		{site.Target{Target: &content.Target{Name: "Vụ việc", Kind: "ty_le", Measure: "vụ việc", Goal: 100}, Now: &site.Value{Period: period, Known: true}, Status: site.Status{Word: "Không phát sinh"}},
			"", "", "Vụ việc: trong kỳ không phát sinh vụ việc nào. Số liệu đến ngày\u00a015/11/2026."},
		{site.Target{Target: &content.Target{Name: "Lượt dự", Kind: "so_luong", Measure: "lượt người", Counts: "luot_nguoi"}, Now: &site.Value{Period: period, Known: true, Num: 1240}, Status: site.Status{Word: "Không đặt mục tiêu"}},
			"", "1.240 lượt người", "Lượt dự: đã đạt 1.240 lượt người. Không đặt mục tiêu. Số liệu đến ngày\u00a015/11/2026."},
		{site.Target{Target: &content.Target{Name: "Cũ", Kind: "ty_le", Measure: "người", Goal: 90}, Now: &site.Value{Period: period, Known: true, Num: 1, Den: 4}, Stale: true, Status: none},
			"", "", "Cũ: chưa có số liệu mới. Số cuối cùng tính đến ngày\u00a015/11/2026, nay đã cũ."},
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

// A bar is full at the goal and beyond, hatched without figures, and a mark of
// time stands only where time is what the target is measured against.
func TestBarOfATarget(t *testing.T) {
	day := func(s string) date.Date { d, _ := date.Parse(s); return d }
	period := &site.Period{Period: &content.Period{AsOf: day("2026-07-02")}}
	bar := func(state site.PlanState, target content.Target, v site.Value) string {
		plan := &site.Plan{Plan: &content.Plan{}, From: day("2026-01-01"), To: day("2026-12-31"), State: state}
		v.Period, v.Known = period, true
		return string((&Renderer{}).target(plan, &site.Target{Target: &target, Now: &v}).Bar)
	}
	for _, c := range []struct {
		name, svg string
		has, not  string
	}{
		{"over the goal", bar(site.PlanCurrent, content.Target{Kind: "so_luong", Counting: "cong_don", Goal: 24}, site.Value{Num: 31, Den: 24}), `class="day xong" d="M0 6h300v16H0z"`, `class="gio`},
		{"adding up", bar(site.PlanCurrent, content.Target{Kind: "so_luong", Counting: "cong_don", Goal: 24}, site.Value{Num: 6, Den: 24}), `class="gio" d="M150.4 6v16"`, "xong"},
		{"holding", bar(site.PlanCurrent, content.Target{Kind: "ty_le", Counting: "duy_tri", Goal: 100}, site.Value{Num: 1, Den: 2}), `class="moc" d="M297 0`, `class="gio`},
		{"a year that is over", bar(site.PlanOver, content.Target{Kind: "so_luong", Counting: "cong_don", Goal: 24}, site.Value{Num: 6, Den: 24}), `class="day"`, `class="gio`},
		{"nothing arose", bar(site.PlanCurrent, content.Target{Kind: "ty_le", Counting: "cong_don", Goal: 100}, site.Value{}), `class="ray"`, `class="moc`},
		{"no goal", bar(site.PlanCurrent, content.Target{Kind: "so_luong", Counting: "cong_don"}, site.Value{Num: 3}), `class="ray"`, `class="moc`},
	} {
		if !strings.Contains(c.svg, c.has) || strings.Contains(c.svg, c.not) {
			t.Errorf("%s: %s", c.name, c.svg)
		}
	}
}

func TestMultiplesHaveOneScaleAndGaps(t *testing.T) {
	day := func(s string) date.Date { d, _ := date.Parse(s); return d }
	plan := &site.Plan{Plan: &content.Plan{}, From: day("2026-01-01"), To: day("2026-12-31")}
	for _, d := range []string{"2026-03-31", "2026-05-31", "2026-09-30", "2026-12-31"} {
		plan.Periods = append(plan.Periods, &site.Period{Period: &content.Period{AsOf: day(d)}})
	}
	values := func(nums ...int) []site.Value {
		var out []site.Value
		for i, n := range nums {
			out = append(out, site.Value{Period: plan.Periods[i], Known: n >= 0, Num: max(0, n), Den: 100})
		}
		return out
	}
	target := func(name string, list []site.Value) *site.Target {
		return &site.Target{Target: &content.Target{Name: name, Kind: "ty_le", Goal: 90}, Values: list}
	}
	plan.Targets = []*site.Target{
		target("Có chỗ hở", values(0, 50, -1, 100)),
		target("Bắt đầu muộn", values(-1, -1, 40, 60)),
		target("Chưa có gì", values(-1, -1, -1, -1)),
		{Target: &content.Target{Name: "Không đăng", Kind: "ty_le", Goal: 100}, Withheld: true},
		{Target: &content.Target{Name: "Bằng lời", Kind: "dinh_tinh"}, Values: []site.Value{{Period: plan.Periods[0], Known: true, State: "da_xong"}}},
	}
	m := multiplesOf(plan)
	if m == nil || len(m.Drawings) != 2 {
		t.Fatalf("%+v", m)
	}
	open, late := string(m.Drawings[0].SVG), string(m.Drawings[1].SVG)
	for _, svg := range []string{open, late} {
		wellFormed(t, svg)
		if strings.Contains(svg, "style=") || strings.Contains(svg, "<text") || strings.Contains(svg, "NaN") {
			t.Error(svg)
		}
		// The goal stands at the same height in all.
		if !strings.Contains(svg, `viewBox="0 0 140 56"`) || !strings.Contains(svg, `<path class="nen" stroke-dasharray="4 3" d="M0 8.8h140"/>`) {
			t.Error(svg)
		}
	}
	// 0% lies on the ground, 50% half way, 100% at the top; the missing reading
	// parts the line, and is not 0.
	if !strings.Contains(open, `stroke-width="2" d="M36.5 52L58.6 28M136 4"`) || strings.Count(open, "h0") != 4 {
		t.Error(open)
	}
	if !strings.Contains(open, "0% đến ngày\u00a031/3/2026, 50% đến ngày\u00a031/5/2026, chưa có số liệu đến ngày\u00a030/9/2026, 100% đến ngày\u00a031/12/2026; mục tiêu 90%.") {
		t.Error(open)
	}
	if m.Drawings[0].Last != "100%" || m.Drawings[0].Goal != "mục tiêu 90%" || strings.Contains(late, "chưa có") {
		t.Errorf("%+v %s", m.Drawings[0], late)
	}
	if m.Gaps != "Chưa có số liệu về có chỗ hở (đến ngày\u00a030/9/2026), nên đường để hở." {
		t.Error(m.Gaps)
	}
	hidden := values(10, 20, -1, 40)
	hidden[2].Suppressed = true
	plan.Targets = []*site.Target{target("Có kỳ không đăng", hidden)}
	if m := multiplesOf(plan); m.Gaps != "" || !strings.Contains(string(m.Drawings[0].SVG), "không công bố số đến ngày") {
		t.Errorf("%+v", m)
	}
	if row := valueRowOf(plan.Targets[0], &hidden[2]); row.Known || row.Amount != withheldWords || row.Share != "" {
		t.Errorf("%+v", row)
	}
	plan.Periods = plan.Periods[:1]
	if multiplesOf(plan) != nil {
		t.Error("one period is drawn over time")
	}
}
