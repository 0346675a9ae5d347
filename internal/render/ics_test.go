package render

import (
	"math/rand"
	"strings"
	"testing"
	"unicode/utf8"

	"thonlanh/internal/content"
	"thonlanh/internal/date"
	"thonlanh/internal/site"
)

// unfold undoes the folding of content lines, and checks what every file of
// them must hold.
func unfold(t *testing.T, text string) []string {
	t.Helper()
	if !strings.HasSuffix(text, "\r\n") || strings.Count(text, "\n") != strings.Count(text, "\r\n") {
		t.Fatal("a line does not end in CRLF")
	}
	var out []string
	for _, line := range strings.Split(strings.TrimSuffix(text, "\r\n"), "\r\n") {
		if len(line) > 75 {
			t.Errorf("%d octets: %q", len(line), line)
		}
		if !utf8.ValidString(line) {
			t.Errorf("a letter is cut in two: %q", line)
		}
		if rest, ok := strings.CutPrefix(line, " "); ok {
			out[len(out)-1] += rest
		} else {
			out = append(out, line)
		}
	}
	return out
}

func TestFoldingKeepsEveryLetter(t *testing.T) {
	rng := rand.New(rand.NewSource(1))
	letters := []rune("aăâbcdđeêghiklmnoôơpqrstuưvxyắằẳẵặệộữ ,;\\\"\u00a0–“😀𠀀")
	for range 2000 {
		text := make([]rune, rng.Intn(400))
		for i := range text {
			text[i] = letters[rng.Intn(len(letters))]
		}
		value := strings.TrimLeft(string(text), " ")
		var c icsWriter
		c.text("SUMMARY", value)
		lines := unfold(t, c.b.String())
		if len(lines) != 1 {
			t.Fatalf("%q became %d lines", value, len(lines))
		}
		back := strings.NewReplacer(`\\`, `\`, `\;`, ";", `\,`, ",", `\n`, "\n").Replace(strings.TrimPrefix(lines[0], "SUMMARY:"))
		if back != value {
			t.Fatalf("%q came back as %q", value, back)
		}
	}
}

func FuzzICSText(f *testing.F) {
	f.Add("Họp thôn, phát tờ gấp; \\ \n\r\n\x00")
	f.Add(strings.Repeat("ệ", 100))
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			t.Skip() // text enters the program as UTF-8
		}
		var c icsWriter
		c.text("DESCRIPTION", s)
		if n := len(unfold(t, c.b.String())); n != 1 {
			t.Errorf("%q became %d lines", s, n)
		}
	})
}

func event(addr string, e content.Event) *site.Event { return &site.Event{Event: &e, Addr: addr} }

func TestTimesOfEvents(t *testing.T) {
	on := date.Date{Year: 2026, Month: 12, Day: 31}
	for name, test := range map[string]struct {
		event content.Event
		want  string
	}{
		"a day":            {content.Event{Date: on}, "DTSTART;VALUE=DATE:20261231 DTEND;VALUE=DATE:20270101"},
		"an hour":          {content.Event{Date: on, Start: "7:30"}, "DTSTART;TZID=Asia/Ho_Chi_Minh:20261231T073000"},
		"hours":            {content.Event{Date: on, Start: "14:00", End: "16:30"}, "DTSTART;TZID=Asia/Ho_Chi_Minh:20261231T140000 DTEND;TZID=Asia/Ho_Chi_Minh:20261231T163000"},
		"ends before":      {content.Event{Date: on, Start: "14:00", End: "13:00"}, "DTSTART;TZID=Asia/Ho_Chi_Minh:20261231T140000"},
		"days":             {content.Event{Date: on, EndDate: on.Add(2)}, "DTSTART;VALUE=DATE:20261231 DTEND;VALUE=DATE:20270103"},
		"days, one hour":   {content.Event{Date: on, EndDate: on.Add(2), Start: "8:00"}, "DTSTART;VALUE=DATE:20261231 DTEND;VALUE=DATE:20270103"},
		"days with hours":  {content.Event{Date: on, EndDate: on.Add(1), Start: "8:00", End: "7:00"}, "DTSTART;TZID=Asia/Ho_Chi_Minh:20261231T080000 DTEND;TZID=Asia/Ho_Chi_Minh:20270101T070000"},
		"no such hour":     {content.Event{Date: on, Start: "25:00"}, "DTSTART;VALUE=DATE:20261231 DTEND;VALUE=DATE:20270101"},
		"words for a time": {content.Event{Date: on, Start: "buổi tối"}, "DTSTART;VALUE=DATE:20261231 DTEND;VALUE=DATE:20270101"},
	} {
		var c icsWriter
		c.times(event("/lich/x/", test.event))
		if got := strings.Join(strings.Fields(c.b.String()), " "); got != test.want {
			t.Errorf("%s: %s, want %s", name, got, test.want)
		}
	}
}

func TestCalendarFile(t *testing.T) {
	project := map[string]string{
		"content/lich/kin.toml": `tieu_de = "Buổi hỏi riêng"
mo_ta = "Xét nghiệm, nghe giải thích"
ngay = 2026-12-01
nhay_cam = true
danh_cho = "người lo lắng"
`,
		"content/lich/rieng.toml": `tieu_de = "Họp nội bộ kín đáo"
ngay = 2026-12-02
cong_khai = false
`,
	}
	lines := unfold(t, render(t, newRenderer(t, archive(t, project), Options{}), "lich.ics"))
	text := strings.Join(lines, "\n")
	for _, want := range []string{
		"BEGIN:VCALENDAR", "VERSION:2.0", "TZID:Asia/Ho_Chi_Minh", "TZOFFSETTO:+0700", "END:VCALENDAR",
		"UID:lich/noi-chuyen@xa-nho.thonlanh", "SUMMARY:Nói chuyện ở trường", "LOCATION:Trường học",
		"DTSTAMP:20261120T000000Z", "URL:https://xanho.example/cong/lich/noi-chuyen/", "SUMMARY:Buổi hỏi riêng",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("lich.ics has no %q", want)
		}
	}
	for _, secret := range []string{"Xét nghiệm", "người lo lắng", "nội bộ"} {
		if strings.Contains(text, secret) {
			t.Errorf("lich.ics says %q", secret)
		}
	}
	if strings.Count(text, "BEGIN:VEVENT") != 2 || strings.Count(text, "END:VEVENT") != 2 {
		t.Error("not two events")
	}
	// Another address keeps the identity of events.
	project["config.toml"] = "ten = \"Xã Nhỏ\"\n"
	moved := render(t, newRenderer(t, archive(t, project), Options{}), "lich.ics")
	if !strings.Contains(moved, "UID:lich/noi-chuyen@xa-nho.thonlanh\r\n") || strings.Contains(moved, "URL:") {
		t.Errorf("without a base address:\n%s", moved)
	}
}

func TestSampleMarksItsEvents(t *testing.T) {
	r := newRenderer(t, archive(t, map[string]string{"config.toml": "ten = \"Xã Nhỏ\"\nmau = true\n"}), Options{})
	text := render(t, r, "lich.ics")
	for _, want := range []string{"SUMMARY:[Mẫu] Nói chuyện ở trường", sampleWords} {
		if !strings.Contains(strings.ReplaceAll(text, "\r\n ", ""), want) {
			t.Errorf("lich.ics has no %q", want)
		}
	}
	if text := render(t, r, "tin.xml"); !strings.Contains(text, "[Mẫu] Lớp may mở") || !strings.Contains(text, "<subtitle>"+sampleWords) {
		t.Errorf("tin.xml: %s", text)
	}
}
