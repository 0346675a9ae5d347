package render

import (
	"slices"
	"strings"
	"testing"

	"thonlanh/internal/config"
	"thonlanh/internal/content"
	"thonlanh/internal/date"
	"thonlanh/internal/site"
)

func TestNumberSaysOnlyWhatTheRegisterSays(t *testing.T) {
	yes := true
	on, _ := date.Parse("2026-11-02")
	for _, c := range []struct {
		name   string
		n      site.Number
		sample bool
		tel    string
		labels []string
		check  string
		unsure string
	}{
		{"free and recorded",
			site.Number{Dial: "111", Number: &content.Number{Cost: "mien_phi", Hours: "24/7", Recorded: &yes, CheckedOn: on}}, false,
			"tel:111", []string{"Miễn phí", "24/7", "Cuộc gọi được ghi âm"}, "Xã gọi thử ngày\u00a002/11/2026, có người nghe máy.", ""},
		{"unverified fields are not said",
			site.Number{Dial: "18001233", Number: &content.Number{Cost: "mien_phi", Hours: "24/7", Recorded: &yes, CheckedOn: on, Unverified: []string{"cuoc", "gio", "ghi_am", "kiem_tra_ngay"}}}, false,
			"tel:18001233", nil, "", "giờ trực, cước, cuộc gọi có được ghi âm không"},
		{"a number that may be dead says so beside it",
			site.Number{Dial: "1900969680", Number: &content.Number{Cost: "chua_ro", Hours: "24/7", Unverified: []string{"so", "gio", "cuoc"}}}, false,
			"tel:1900969680", []string{"Số chưa xác minh", "Chưa rõ cước"}, "", "số còn dùng hay không, giờ trực, cước"},
		{"emergency numbers are compared, not called",
			site.Number{Dial: "113", Number: &content.Number{CheckedOn: on}}, false,
			"tel:113", nil, "Xã đối chiếu với nhà mạng ngày\u00a002/11/2026.", ""},
		{"overdue",
			site.Number{Dial: "02373999888", Overdue: true, Number: &content.Number{Cost: "cuoc_thuong", CheckedOn: on}}, false,
			"tel:+842373999888", []string{"Cước thường"}, "Chưa gọi thử lại từ\u00a002/11/2026.", ""},
		{"no date, nothing said",
			site.Number{Dial: "111", Number: &content.Number{Cost: "chua_ro"}}, false, "tel:111", []string{"Chưa rõ cước"}, "", ""},
		{"a sample claims no call",
			site.Number{Dial: "111", Number: &content.Number{CheckedOn: on}}, true, "tel:111", nil, "", ""},
		{"an example is no link",
			site.Number{Dial: "02003000101", Example: true, Number: &content.Number{CheckedOn: on}}, true, "", nil, "", ""},
	} {
		r := &Renderer{site: &site.Site{Config: &config.Config{}, Sample: c.sample}}
		v := r.number(&c.n)
		if string(v.Tel) != c.tel || !slices.Equal(v.Labels, c.labels) || v.Check != c.check || v.Unsure != c.unsure {
			t.Errorf("%s: %q %q %q %q", c.name, v.Tel, v.Labels, v.Check, v.Unsure)
		}
	}
}

func TestSentences(t *testing.T) {
	if got := sentences([]string{"Khi cần", " Hỏi gì? ", "Xong."}); got != "Khi cần. Hỏi gì? Xong." {
		t.Errorf("%q", got)
	}
}

func TestVCardIsNeutralAndWithoutExamples(t *testing.T) {
	r := small(t)
	card := render(t, r, "so-can-biet.vcf")
	for _, want := range []string{"FN:Xã 1\r\n", "TEL;TYPE=VOICE:113\r\n", "TEL;TYPE=VOICE:18001233\r\n", "FN:Xã 3\r\n"} {
		if !strings.Contains(card, want) {
			t.Errorf("missing %q", want)
		}
	}
	for _, not := range []string{"200300", "Công an", "Trợ giúp", "NOTE"} {
		if strings.Contains(card, not) {
			t.Errorf("has %q", not)
		}
	}
	if strings.Count(card, "BEGIN:VCARD") != 3 || strings.Count(card, "END:VCARD") != 3 || strings.Contains(strings.ReplaceAll(card, "\r\n", ""), "\n") {
		t.Errorf("not three cards with CRLF:\n%s", card)
	}
}

func TestUnverifiedNumbersAreHandedOnNowhere(t *testing.T) {
	r := small(t)
	for _, n := range r.site.Numbers {
		if n.Dial == "18001233" {
			n.Unverified = []string{"so"}
		}
	}
	if card := render(t, r, "so-can-biet.vcf"); strings.Contains(card, "18001233") || !strings.Contains(card, "TEL;TYPE=VOICE:113") {
		t.Errorf("the address book has a number that nobody verified:\n%s", card)
	}
	for _, c := range r.organization().Contacts {
		if c.Telephone == "18001233" {
			t.Error("search engines get a number that nobody verified")
		}
	}
}

func TestDangerComesFirstAndExamplesAreNotLinked(t *testing.T) {
	text := render(t, small(t), "so-can-biet/index.html")
	main := text[strings.Index(text, "<main"):]
	danger, other := strings.Index(main, `href="tel:113"`), strings.Index(main, `href="tel:111"`)
	if danger < 0 || other < danger {
		t.Errorf("113 at %d, 111 at %d", danger, other)
	}
	if !strings.Contains(main, "<b>0200 3000 101</b>") || !strings.Contains(main, "Số mẫu, không gọi được.") {
		t.Error("the example is not shown as one")
	}
	if !strings.Contains(main, "Cước thường") || !strings.Contains(main, "1800 12 33") {
		t.Error("labels or numbers are missing")
	}
}
