package render

import (
	"html"
	"html/template"
	"strings"

	"thonlanh/internal/date"
	"thonlanh/internal/viet"
)

// functions are what templates may call beside the methods of their views.
// All are pure.
func functions() template.FuncMap {
	return template.FuncMap{
		"date":     dateTag,
		"rows":     rowsTag,
		"longdate": longDateTag,
		"int":      viet.Int,
		"nbsp":     viet.NBSP,
		"hours":    spans,
		"weekday":  viet.Weekday,
		"month":    viet.MonthName,
		"units":    units,
		"icon":     icon,
	}
}

// sampleWords stands on every page and in every title of a sample.
const sampleWords = "Bản mẫu – số liệu minh họa"

// dateTag is <time datetime="2026-11-20">20/11/2026</time>; nothing for the
// zero date.
func dateTag(d date.Date) template.HTML {
	return timeTag(d, viet.ShortDate(d))
}

// rowsTag is the rows of a list of links. An archive has hundreds of thousands
// of them, which a template would take longer over than over all the rest.
func rowsTag(list []ref) template.HTML {
	var b strings.Builder
	for _, x := range list {
		b.WriteString(`<li><a href="`)
		b.WriteString(html.EscapeString(x.Href))
		b.WriteString(`">`)
		b.WriteString(html.EscapeString(x.Text))
		b.WriteString(`</a></li>`)
	}
	return template.HTML(b.String())
}

func longDateTag(d date.Date) template.HTML {
	return timeTag(d, viet.LongDate(d))
}

func timeTag(d date.Date, words string) template.HTML {
	if d.IsZero() {
		return ""
	}
	return template.HTML(`<time datetime="` + d.String() + `">` + words + `</time>`)
}

// units cuts a title at its commas: the home page shows one unit of sense a
// line on phones.
func units(title string) []string {
	parts := strings.SplitAfter(title, ",")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return parts
}

// spans keeps the two ends of "7:30–11:30" on one line: a word joiner after
// each dash between figures forbids the break there.
func spans(s string) string {
	var b strings.Builder
	for {
		i := strings.Index(s, "–")
		if i < 0 {
			break
		}
		end := i + len("–")
		b.WriteString(s[:end])
		if i > 0 && isDigit(s[i-1]) && end < len(s) && isDigit(s[end]) {
			b.WriteString("\u2060")
		}
		s = s[end:]
	}
	return b.String() + s
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// count writes a small count in words, as a sentence begins with it.
func count(n int) string {
	words := [...]string{"Không", "Một", "Hai", "Ba", "Bốn", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười"}
	if n >= 0 && n < len(words) {
		return words[n]
	}
	return viet.Int(n)
}

// icon is one of the signs of the portal, drawn on a 24-unit grid. It stands
// beside words and says nothing by itself.
func icon(name string) template.HTML {
	var d string
	switch name {
	case "phone":
		d = "M5 4h4l1.5 5L8 10.5a12 12 0 0 0 5.5 5.5L15 13.5l5 1.5v4a1.5 1.5 0 0 1-1.6 1.5A16 16 0 0 1 3.5 5.6 1.5 1.5 0 0 1 5 4z"
	case "menu":
		d = "M4 6h16M4 12h16M4 18h16"
	case "next":
		d = "M9 5l7 7-7 7"
	case "download":
		d = "M12 4v11m-5-5l5 5 5-5M5 20h14"
	case "search":
		d = "M11 4a7 7 0 1 1 0 14 7 7 0 0 1 0-14zm5 12l5 5"
	default:
		return ""
	}
	return template.HTML(`<svg class="hinh" viewBox="0 0 24 24" aria-hidden="true"><path d="` + d + `"/></svg>`)
}
