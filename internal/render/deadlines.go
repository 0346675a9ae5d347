package render

import (
	"strconv"
	"strings"

	"thonlanh/internal/site"
	"thonlanh/internal/viet"
)

// deadlinesPath is where the calendar file of a plan's last days is published,
// "" for a plan that names no day. The name says nothing of the subject.
func deadlinesPath(plan *site.Plan) string {
	for _, w := range plan.Work {
		if !w.LastDay.IsZero() {
			return strings.Trim(plan.Addr, "/") + "/viec/han-" + strconv.Itoa(plan.Year) + ".ics"
		}
	}
	return ""
}

// deadlines is the calendar of a plan's last days, for the phones of those who
// have something to do. A plan says "trước ngày": the day in the calendar is
// the one before, the last on which the work is in time.
func (r *Renderer) deadlines(plan *site.Plan) []byte {
	s := r.site
	var c icsWriter
	c.line("BEGIN:VCALENDAR")
	c.line("VERSION:2.0")
	c.line("PRODID:-//thonlanh//han//VI")
	c.line("CALSCALE:GREGORIAN")
	c.line("METHOD:PUBLISH")
	name := "Hạn việc năm " + strconv.Itoa(plan.Year) + ", " + s.Config.Name
	if s.Sample {
		name += " (" + sampleWords + ")"
	}
	c.text("X-WR-CALNAME", name)
	for _, w := range plan.Work {
		if !w.LastDay.IsZero() {
			c.deadline(s, plan, w)
		}
	}
	c.line("END:VCALENDAR")
	return []byte(c.b.String())
}

func (c *icsWriter) deadline(s *site.Site, plan *site.Plan, w site.Work) {
	title, who, uid := "", "", ""
	before := w.LastDay.Add(1)
	if w.Duty != nil {
		title, who = dutyTitle(plan, w.Duty), "Chủ trì: "+bodiesNow(w.Duty.Lead)
		if len(w.Duty.Lead) == 0 {
			who = ""
		}
		uid = "viec/" + w.Duty.ID
	} else {
		title, uid = "Hạn báo cáo: "+neutral(w.Report.Name, "báo cáo theo kế hoạch"), "bao-cao/"+w.Report.ID
		if w.Report.Receiver != nil {
			who = "Nơi nhận: " + bodiesNow([]*site.Body{w.Report.Receiver})
		}
	}
	if s.Sample {
		title = "[Mẫu] " + title
	}
	c.line("BEGIN:VEVENT")
	c.text("UID", strings.Trim(plan.Addr, "/")+"/"+uid+"@"+calendarHost(s))
	c.line("DTSTAMP:" + compact(s.Today) + "T000000Z")
	c.line("DTSTART;VALUE=DATE:" + compact(w.LastDay))
	c.line("DTEND;VALUE=DATE:" + compact(before))
	c.line("TRANSP:TRANSPARENT") // a last day leaves the day free
	c.text("SUMMARY", title)
	about := []string{"Kế hoạch năm " + strconv.Itoa(plan.Year) + " ghi: trước ngày " + viet.ShortDate(before) + "."}
	if s.Sample {
		about = append([]string{sampleWords + "."}, about...)
	}
	if who != "" {
		about = append(about, who)
	}
	c.text("DESCRIPTION", strings.ReplaceAll(strings.Join(about, "\n"), "\u00a0", " "))
	if s.Config.BaseURL != "" {
		c.line("URL:" + absolute(s, plan.Addr+"viec/"))
	}
	c.line("END:VEVENT")
}

// dutyTitle names a duty in a calendar, which is looked at over shoulders: by
// its words where they are neutral, else by its clause alone.
func dutyTitle(plan *site.Plan, d *site.Duty) string {
	if !site.SaysTopic(d.Task) {
		return "Hạn việc: " + d.Task
	}
	if c := clause(plan, d.Unit); c != nil {
		return "Hạn việc: " + strings.ReplaceAll(c.Text, "\u00a0", " ")
	}
	return "Hạn một việc của kế hoạch"
}

func neutral(words, instead string) string {
	if site.SaysTopic(words) {
		return instead
	}
	return words
}
