package render

import (
	"strconv"

	"thonlanh/internal/disclosure"
	"thonlanh/internal/site"
	"thonlanh/internal/viet"
)

// A count of people concerned, cases, premises or tests is told as its class:
// "từ 10 đến 14 cơ sở". Every format says the same words, made here of the class
// alone.

// classAmount is what is told, without a share.
func classAmount(f *disclosure.Fact, measure string) string {
	if f.None {
		return "Không phát sinh"
	}
	if f.Num == (disclosure.Span{}) {
		return "" // only the share is told
	}
	words := spanWords(f.Num)
	switch {
	case f.Whole:
		words = "toàn bộ, " + words
	case f.Den != disclosure.Span{}:
		words += " trên tổng số " + spanWords(f.Den)
	}
	if measure != "" {
		words += " " + measure
	}
	return words
}

func spanWords(s disclosure.Span) string {
	if s.Low == s.High {
		return viet.Int(s.Low)
	}
	return "từ " + viet.Int(s.Low) + " đến " + viet.Int(s.High)
}

// classShare is the share that is told, "" for counts.
func classShare(f *disclosure.Fact) string {
	switch {
	case f.None || f.Share == disclosure.Span{}:
		return ""
	case f.Share.Low == f.Share.High:
		return strconv.Itoa(f.Share.Low) + "%"
	}
	return "từ " + strconv.Itoa(f.Share.Low) + "% đến " + strconv.Itoa(f.Share.High) + "%"
}

// classWords is all that is told of a value, in one phrase.
func classWords(t *site.Target, f *disclosure.Fact) string {
	amount, share := classAmount(f, t.Measure), classShare(f)
	switch {
	case amount == "":
		return share
	case share == "":
		return amount
	}
	return amount + " (" + share + ")"
}

// classTarget shows a target of which classes are told.
func (r *Renderer) classTarget(plan *site.Plan, t *site.Target) targetView {
	now, f := t.Now, t.Now.Class
	v := targetView{Name: t.Name, Status: t.Status, Known: true, AsOf: now.Period.AsOf, Big: classShare(f), Fraction: viet.LowerFirst(classAmount(f, t.Measure))}
	goal := targetGoal(t)
	if goal != "" && !f.None {
		if v.Fraction != "" {
			v.Fraction += ", "
		}
		v.Fraction += "mục tiêu " + goal
	}
	v.Sentence = t.Name + ": " + viet.LowerFirst(classWords(t, f))
	if goal != "" && !f.None {
		v.Sentence += ", mục tiêu " + goal
	}
	v.Sentence += ". " + t.Status.Word + ". Số liệu đến ngày\u00a0" + viet.ShortDate(v.AsOf) + "."
	b := bar{Known: true, Complete: f.Reached, Sentence: v.Sentence}
	switch {
	case f.None: // an empty track: nothing arose, which is no gap
	case t.Kind == "ty_le":
		b.Goal, b.Elapsed, b.Done = barGoal(t), markOfTime(plan, t, v.AsOf), float64(f.Share.Low)/100
	default:
		b.Goal, b.Elapsed = barGoal(t), markOfTime(plan, t, v.AsOf)
		b.Done = ratio(f.Num.Low, int(t.Goal))
	}
	v.Bar = b.SVG()
	return v
}

// classRow is a period of such a target in its table.
func classRow(t *site.Target, v *site.Value) valueRow {
	row := valueRow{AsOf: v.Period.AsOf, Known: true, Origin: v.Origin, Note: v.Note, Amount: "Không công bố"}
	if v.Class != nil {
		row.Amount, row.Share = classAmount(v.Class, t.Measure), classShare(v.Class)
	}
	return row
}
