package render

import (
	"strings"

	"thonlanh/internal/date"
	"thonlanh/internal/site"
	"thonlanh/internal/viet"
)

// calendarFile is lich.ics: all public events for the calendar of a phone
// (RFC 5545).
func calendarFile(s *site.Site) ([]byte, error) {
	var c icsWriter
	c.line("BEGIN:VCALENDAR")
	c.line("VERSION:2.0")
	c.line("PRODID:-//thonlanh//lich//VI")
	c.line("CALSCALE:GREGORIAN")
	c.line("METHOD:PUBLISH")
	name := "Lịch " + s.Config.Name
	if s.Sample {
		name += " (" + sampleWords + ")"
	}
	c.text("X-WR-CALNAME", name)
	c.line("X-WR-TIMEZONE:Asia/Ho_Chi_Minh")
	// Viet Nam keeps one offset all year, so the zone is one line.
	c.line("BEGIN:VTIMEZONE")
	c.line("TZID:Asia/Ho_Chi_Minh")
	c.line("BEGIN:STANDARD")
	c.line("DTSTART:19750613T000000")
	c.line("TZOFFSETFROM:+0700")
	c.line("TZOFFSETTO:+0700")
	c.line("TZNAME:+07")
	c.line("END:STANDARD")
	c.line("END:VTIMEZONE")
	for _, e := range s.Events {
		c.event(s, e)
	}
	c.line("END:VCALENDAR")
	return []byte(c.b.String()), nil
}

// icsWriter writes content lines.
type icsWriter struct{ b strings.Builder }

func (c *icsWriter) event(s *site.Site, e *site.Event) {
	c.line("BEGIN:VEVENT")
	c.text("UID", eventUID(s, e))
	// A build date, so that a phone takes a later build as the newer word.
	c.line("DTSTAMP:" + compact(s.Today) + "T000000Z")
	c.times(e)
	title := e.Title
	if s.Sample {
		title = "[Mẫu] " + title
	}
	c.text("SUMMARY", title)
	if e.Place != "" {
		c.text("LOCATION", e.Place)
	}
	if about := eventAbout(s, e); about != "" {
		c.text("DESCRIPTION", about)
	}
	if s.Config.BaseURL != "" {
		c.line("URL:" + absolute(s, e.Addr))
	}
	c.line("END:VEVENT")
}

// times writes the start and the end. An end day is the last day people come,
// while DTEND names the first moment after.
func (c *icsWriter) times(e *site.Event) {
	last := e.EndDate
	if last.IsZero() {
		last = e.Date
	}
	start, okStart := clock(e.Start)
	end, okEnd := clock(e.End)
	if !okStart || last.After(e.Date) && !okEnd {
		c.line("DTSTART;VALUE=DATE:" + compact(e.Date))
		c.line("DTEND;VALUE=DATE:" + compact(last.Add(1)))
		return
	}
	c.line("DTSTART;TZID=Asia/Ho_Chi_Minh:" + compact(e.Date) + "T" + start + "00")
	if okEnd && (last.After(e.Date) || end > start) {
		c.line("DTEND;TZID=Asia/Ho_Chi_Minh:" + compact(last) + "T" + end + "00")
	}
}

// eventAbout is what a phone shows under the title. A sensitive event shows
// its neutral title alone: a calendar is looked at over shoulders.
func eventAbout(s *site.Site, e *site.Event) string {
	var parts []string
	if s.Sample {
		parts = append(parts, sampleWords+".")
	}
	if e.Sensitive != nil && *e.Sensitive {
		return strings.Join(parts, "\n")
	}
	if e.Summary != "" {
		parts = append(parts, e.Summary)
	}
	if e.For != "" {
		parts = append(parts, "Dành cho: "+e.For)
	}
	if e.Body != nil {
		parts = append(parts, "Đơn vị tổ chức: "+e.Body.Name)
	}
	return strings.Join(parts, "\n")
}

// eventUID stays the same when the portal moves to another address, or phones
// would show every event twice.
func eventUID(s *site.Site, e *site.Event) string {
	return strings.Trim(e.Addr, "/") + "@" + calendarHost(s)
}

// calendarHost stands behind the sign in the UID of every entry.
func calendarHost(s *site.Site) string {
	place := viet.Slug(s.Config.Name)
	if s.Config.Province != "" {
		place += "." + viet.Slug(s.Config.Province)
	}
	return place + ".thonlanh"
}

func compact(d date.Date) string { return strings.ReplaceAll(d.String(), "-", "") }

// clock turns "7:30" or "14:00" into "0730", "1400".
func clock(s string) (string, bool) {
	h, m, ok := strings.Cut(strings.TrimSpace(s), ":")
	if len(h) == 1 {
		h = "0" + h
	}
	if !ok || len(h) != 2 || len(m) != 2 || h > "23" || m > "59" || strings.Trim(h+m, "0123456789") != "" {
		return "", false
	}
	return h + m, true
}

// text writes a property whose value is free text.
func (c *icsWriter) text(name, value string) {
	value = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\r\n", `\n`, "\n", `\n`, "\r", `\n`).Replace(value)
	value = strings.Map(func(r rune) rune {
		if r < 0x20 && r != '\t' || r == 0x7f {
			return -1
		}
		return r
	}, value)
	c.line(name + ":" + value)
}

func (c *icsWriter) line(s string) { writeFolded(&c.b, s) }
