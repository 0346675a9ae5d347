package render

import (
	"fmt"
	"html/template"
	"strconv"
	"strings"

	"thonlanh/internal/date"
	"thonlanh/internal/site"
	"thonlanh/internal/viet"
)

// bar is a bullet bar without any text inside: what is done, the goal, and how
// much of the time has gone. All are shares of the whole track, 0 to 1.
type bar struct {
	Known    bool
	Done     float64
	Goal     float64
	Elapsed  float64
	Complete bool
	Sentence string // the same in words, for those who do not see it
}

// SVG draws the bar. It is stretched to the width of its column, so nothing in
// it may depend on proportions.
func (b bar) SVG() template.HTML {
	var s strings.Builder
	s.WriteString(`<svg class="thanh" viewBox="0 0 300 28" preserveAspectRatio="none" role="img" aria-label="`)
	s.WriteString(template.HTMLEscapeString(b.Sentence))
	s.WriteString(`"><path class="ray" d="M2 6h296a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H2a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2z"/>`)
	done := 300 * min(1, max(0, b.Done))
	switch {
	case !b.Known:
		s.WriteString(`<path class="soc" d="`)
		for x := 0; x < 300; x += 12 {
			fmt.Fprintf(&s, "M%d 22l16-16", x)
		}
		s.WriteString(`"/>`)
	case done > 0:
		class := "day"
		if b.Complete {
			class = "day xong"
		}
		fmt.Fprintf(&s, `<path class="%s" d="M0 6h%sv16H0z"/>`, class, length(max(2, done)))
	}
	if b.Known && !b.Complete && b.Elapsed > 0 {
		at := 300 * min(1, b.Elapsed)
		class := "gio"
		if at < done {
			class = "gio trong"
		}
		fmt.Fprintf(&s, `<path class="%s" d="M%s 6v16"/>`, class, length(at))
	}
	if b.Goal > 0 {
		// The mark is three wide and ends at the goal, so that it is whole at 100%.
		fmt.Fprintf(&s, `<path class="moc" d="M%s 0h3v28h-3z"/>`, length(max(0, 300*min(1, b.Goal)-3)))
	}
	s.WriteString(`</svg>`)
	return template.HTML(s.String())
}

// length writes a length of the drawing with at most one decimal.
func length(x float64) string {
	return strconv.FormatFloat(float64(int(x*10+0.5))/10, 'f', -1, 64)
}

// targetView is a target as the home page and the progress page show it.
type targetView struct {
	Name     string
	Big      string // "81%", "" without figures
	Fraction string // "3.928/4.850 người, mục tiêu 90%"
	Plain    string // in the place of figures: nothing arose, or they are old
	Inferred bool   // the plan does not say what the share is of
	Bar      template.HTML
	Sentence string
	Status   site.Status
	Clause   *ref // not on the home page
	AsOf     date.Date
	Known    bool
}

// inferredWords stand beside a figure whose base was inferred.
const inferredWords = "mẫu số suy luận"

// target shows the state of a target at its latest figure. It must not be
// asked for targets whose figures are withheld.
func (r *Renderer) target(plan *site.Plan, t *site.Target) targetView {
	v := targetView{Name: t.Name, Status: t.Status}
	now := t.Now
	b := bar{Goal: barGoal(t)}
	switch {
	case t.Withheld || now == nil || !now.Known && now.Class == nil:
		v.Sentence = t.Name + ": " + viet.LowerFirst(t.Status.Word) + "."
	case t.Stale || now.Class != nil && plan.Stale:
		v.Plain = "Số cuối cùng tính đến ngày\u00a0" + viet.ShortDate(now.Period.AsOf) + ", nay đã cũ."
		v.Sentence = t.Name + ": " + viet.LowerFirst(t.Status.Word) + " mới. " + v.Plain
	case now.Class != nil:
		return r.classTarget(plan, t)
	default:
		v.Known, v.AsOf, b.Known = true, now.Period.AsOf, true
		b.Elapsed = markOfTime(plan, t, v.AsOf)
		v.figures(t, now, &b)
		v.Sentence += " Số liệu đến ngày\u00a0" + viet.ShortDate(v.AsOf) + "."
	}
	b.Sentence = v.Sentence
	v.Bar = b.SVG()
	return v
}

// figures says a known figure in words and in the bar.
func (v *targetView) figures(t *site.Target, now *site.Value, b *bar) {
	v.Sentence = t.Name + ": "
	b.Complete = t.Reached(now)
	switch {
	case t.Kind == "dinh_tinh":
		b.Goal = 0
		if b.Complete {
			b.Done = 1
		}
		v.Sentence += viet.LowerFirst(t.Status.Word) + "."
		return
	case t.Nothing(now):
		b.Goal, b.Elapsed = 0, 0
		v.Plain = "Trong kỳ không phát sinh" + unitWords(t) + "."
		v.Sentence += viet.LowerFirst(v.Plain)
		return
	}
	b.Done = ratio(now.Num, now.Den)
	v.Big = percent(t, now.Num, now.Den)
	amount := amountWords(t, now.Num, now.Den)
	goal := targetGoal(t)
	v.Fraction = amount
	v.Sentence += "đã đạt " + amount
	if v.Big != "" {
		v.Sentence += " (" + v.Big + ")"
	}
	if v.Inferred = t.Inferred(); v.Inferred {
		v.Sentence += ", " + inferredWords
	}
	if goal != "" {
		goal = ", mục tiêu " + goal
	}
	v.Fraction += goal
	v.Sentence += goal
	if now.Den > 0 && now.Num > now.Den {
		over := strings.TrimSpace(viet.Int(now.Num-now.Den) + " " + t.Measure)
		v.Fraction = amount + ", vượt mục tiêu " + over
		v.Sentence += ", vượt " + over
	}
	v.Sentence += ". " + t.Status.Word + "."
}

// amountWords is a figure with its unit: "3.928/4.850 người", "24/24 buổi". A
// count without a goal stands alone.
func amountWords(t *site.Target, num, den int) string {
	words := viet.Int(num)
	if den > 0 {
		words += "/" + viet.Int(den)
	}
	return strings.TrimSpace(words + " " + t.Measure)
}

func unitWords(t *site.Target) string {
	if t.Measure == "" {
		return ""
	}
	return " " + t.Measure + " nào"
}

// markOfTime is the share of the period gone where that is what a target is
// measured against, else 0.
func markOfTime(plan *site.Plan, t *site.Target, day date.Date) float64 {
	if plan.State == site.PlanOver || t.Counting != "cong_don" {
		return 0
	}
	return plan.Elapsed(day)
}

// barGoal is where the goal stands on the track, 0 where there is none.
func barGoal(t *site.Target) float64 {
	switch {
	case t.Kind == "dinh_tinh", t.Kind != "danh_muc" && t.Goal <= 0:
		return 0
	}
	return min(1, shareGoal(t)/100)
}

// targetGoal is the goal in words: "90%", "24 buổi", "5 chương trình".
func targetGoal(t *site.Target) string {
	switch t.Kind {
	case "ty_le":
		if t.Goal > 0 {
			return decimal(t.Goal) + "%"
		}
	case "so_luong":
		if t.Goal > 0 {
			return strings.TrimSpace(viet.Int(int(t.Goal)) + " " + t.Measure)
		}
	case "danh_muc":
		if n := len(t.Items); n > 0 {
			measure := t.Measure
			if measure == "" {
				measure = "việc"
			}
			return viet.Int(n) + " " + measure
		}
	}
	return ""
}

// percent is how far a target is, in percent. It never shows the goal before the
// goal is reached.
func percent(t *site.Target, num, den int) string { return viet.PercentToward(num, den, shareGoal(t)) }

// shareGoal is the goal in percent of what is counted: all of it, unless the
// target is a share itself.
func shareGoal(t *site.Target) float64 {
	if t.Kind == "ty_le" && t.Goal > 0 {
		return t.Goal
	}
	return 100
}

func ratio(num, den int) float64 {
	if den <= 0 {
		return 0
	}
	return float64(num) / float64(den)
}

// decimal writes a goal with a comma where it needs one: 3,5.
func decimal(x float64) string {
	return strings.Replace(strconv.FormatFloat(x, 'f', -1, 64), ".", ",", 1)
}
