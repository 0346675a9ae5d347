package tomlfile

import (
	"strings"
	"testing"

	"thonlanh/internal/date"
	"thonlanh/internal/diag"
)

type loose struct {
	Names Strings            `toml:"ten"`
	Sent  Records[date.Date] `toml:"da_gui"`
}

func TestOneTextStandsForAList(t *testing.T) {
	for _, c := range []struct {
		text string
		want int
	}{{"ten = \"a\"\n", 1}, {"ten = [\"a\", \"b\"]\n", 2}, {"ten = []\n", 0}} {
		var v loose
		src, _ := diag.NewSource("x.toml", []byte(c.text))
		if _, list := Decode(src, 0, len(src.Text), &v); len(list) > 0 || len(v.Names) != c.want {
			t.Errorf("%q: %v, problems %v", c.text, v.Names, list)
		}
	}
	var v loose
	src, _ := diag.NewSource("x.toml", []byte("ten = 3\n"))
	if _, list := Decode(src, 0, len(src.Text), &v); len(list) != 1 || list[0].Rule != "kieu-sai" {
		t.Errorf("a number in place of a text: %v", list)
	}
}

func TestRecordsOfDates(t *testing.T) {
	for _, text := range []string{
		"[da_gui]\ndong = 2026-06-05\nha = 2026-06-07\n",
		"da_gui = { dong = 2026-06-05, ha = 2026-06-07 }\n",
	} {
		var v loose
		src, _ := diag.NewSource("x.toml", []byte(text))
		_, list := Decode(src, 0, len(src.Text), &v)
		if len(list) > 0 || len(v.Sent) != 2 || v.Sent[0].Name != "dong" || v.Sent[1].Value != (date.Date{Year: 2026, Month: 6, Day: 7}) {
			t.Errorf("%q: %v, problems %v", text, v.Sent, list)
		}
	}
	var v loose
	src, _ := diag.NewSource("x.toml", []byte("[da_gui]\ndong = \"hôm qua\"\nha = 2026-06-07\n"))
	_, list := Decode(src, 0, len(src.Text), &v)
	if len(list) != 1 || list[0].Rule != "ngay-sai" || list[0].Line != 2 || len(v.Sent) != 1 {
		t.Errorf("a word in place of a date: %v %v", v.Sent, list)
	}

	v = loose{}
	src, _ = diag.NewSource("x.toml", []byte("da_gui = 2026-06-07\n"))
	_, list = Decode(src, 0, len(src.Text), &v)
	if len(list) != 1 || list[0].Rule != "kieu-sai" || !strings.Contains(list[0].Hint, "[da_gui]") {
		t.Errorf("a date in place of a table of dates: %v %v", v.Sent, list)
	}
}
