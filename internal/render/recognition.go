package render

import (
	"html/template"
	"strconv"
	"strings"

	"thonlanh/internal/content"
	"thonlanh/internal/disclosure"
	"thonlanh/internal/site"
	"thonlanh/internal/viet"
)

// recognitionView is what is told of the recognition of a village. It speaks of
// what was earned or reached, never of what was not.
type recognitionView struct {
	Title, Line string
	Step        string     // of the running year: "Năm 2026: đã nộp hồ sơ."
	Earned      string     // "Được công nhận năm 2020."
	Strip       []yearMark // where the years themselves may be told
	Criteria    []content.Criterion
}

// yearMark is one year of the strip: a square, and the year under it in words
// outside of the drawing.
type yearMark struct {
	Year   string
	Square template.HTML
}

const square = `<svg class="o-nam" viewBox="0 0 18 18" aria-hidden="true"><path d="M0 0h18v18H0z"/></svg>`

func (r *Renderer) recognition(v *site.Village) *recognitionView {
	x := r.site.Recognised
	if x == nil {
		return nil
	}
	out := &recognitionView{Title: x.Title, Line: x.Line, Criteria: x.Criteria}
	told := v.Recognised
	if step := stepWord(told.Step); step != "" {
		out.Step = "Năm\u00a0" + strconv.Itoa(told.Running) + ": " + step + "."
	}
	out.Earned = earnedWords(told)
	if told.Listed {
		for _, y := range told.Years {
			out.Strip = append(out.Strip, yearMark{strconv.Itoa(y), square})
		}
	}
	return out
}

func stepWord(s disclosure.Step) string {
	switch s {
	case disclosure.Registered:
		return "đã đăng ký"
	case disclosure.Scored:
		return "đã tự chấm"
	case disclosure.Submitted:
		return "đã nộp hồ sơ"
	}
	return ""
}

// earnedWords says the strip in words.
func earnedWords(told disclosure.Record) string {
	n := len(told.Years)
	switch {
	case n == 0:
		return ""
	case !told.Listed:
		return "Đã " + viet.Int(n) + "\u00a0năm được công nhận."
	case n == 1:
		return "Được công nhận năm\u00a0" + strconv.Itoa(told.Years[0]) + "."
	}
	return viet.Int(n) + "\u00a0năm liền được công nhận, từ " + strconv.Itoa(told.Years[0]) + " đến " + strconv.Itoa(told.Years[n-1]) + "."
}

// recognitionBadge is the mark of a village in the list, empty where nothing may
// be told.
func recognitionBadge(told disclosure.Record) site.Status {
	if told.Listed && len(told.Years) > 0 {
		return site.Status{Word: "Được công nhận năm\u00a0" + strconv.Itoa(told.Years[len(told.Years)-1]), Glyph: "✓", Tone: "lua"}
	}
	return site.Status{}
}

// recognitionLines are the sentences about all villages together.
func (r *Renderer) recognitionLines() []string {
	x := r.site.Recognised
	if x == nil || len(r.site.Villages) == 0 {
		return nil
	}
	var out []string
	word := strings.ToLower(r.site.Config.VillageWord)
	for _, c := range x.Counts {
		out = append(out, "Năm\u00a0"+strconv.Itoa(c.Year)+": "+viet.Int(c.Some)+"/"+viet.Int(c.All)+"\u00a0"+word+" được công nhận.")
	}
	told := r.site.Villages[0].Recognised
	for _, v := range r.site.Villages {
		if v.Recognised.Step != told.Step {
			return out // never said of some only
		}
	}
	if step := stepWord(told.Step); step != "" {
		out = append(out, "Năm\u00a0"+strconv.Itoa(told.Running)+": cả "+viet.Int(len(r.site.Villages))+"\u00a0"+word+" "+step+".")
	}
	return out
}
