package date

import (
	"testing"
	"time"
)

func TestNewAndParse(t *testing.T) {
	for text, ok := range map[string]bool{
		"2020-02-13": true, "2020-02-29": true, "2000-02-29": true, "0001-01-01": true, "9999-12-31": true,
		"2021-02-29": false, "1900-02-29": false, "2020-02-30": false, "2020-13-01": false, "2020-00-10": false,
		"2020-01-00": false, "2020-04-31": false, "0000-01-01": false,
		"": false, "2020-2-13": false, "13/02/2020": false, "2020/02/13": false, "2020-02-13T00:00:00": false,
		"-020-02-13": false, "+020-02-13": false, "2020-+2-13": false, " 2020-02-1": false, "2020-02-1a": false,
		"२०२०-02-13": false, "20_0-02-13": false,
	} {
		d, got := Parse(text)
		if got != ok {
			t.Errorf("Parse(%q) = %v, %v", text, d, got)
		}
		if got && d.String() != text {
			t.Errorf("%q prints as %q", text, d)
		}
		if !got && !d.IsZero() {
			t.Errorf("Parse(%q) gives %v", text, d)
		}
	}
	if _, ok := New(10000, 1, 1); ok {
		t.Error("year 10000")
	}
	if _, ok := New(2020, -1, 1); ok {
		t.Error("month -1")
	}
}

func TestString(t *testing.T) {
	var none Date
	if none.String() != "" || !none.IsZero() {
		t.Errorf("no date prints as %q", none)
	}
	if text, err := (Date{2020, 2, 3}).MarshalText(); string(text) != "2020-02-03" || err != nil {
		t.Errorf("%q, %v", text, err)
	}
}

func TestOrder(t *testing.T) {
	days := []Date{{}, {2019, 12, 31}, {2020, 1, 1}, {2020, 1, 2}, {2020, 2, 1}, {2021, 1, 1}}
	for i, d := range days {
		for j, e := range days {
			if d.Before(e) != (i < j) || d.After(e) != (i > j) || (d.Compare(e) < 0) != (i < j) || (d.Compare(e) == 0) != (i == j) {
				t.Errorf("%v and %v", d, e)
			}
		}
	}
}

func TestAdd(t *testing.T) {
	for _, tt := range []struct {
		from Date
		n    int
		want Date
	}{
		{Date{2020, 2, 28}, 1, Date{2020, 2, 29}},
		{Date{2020, 2, 28}, 2, Date{2020, 3, 1}},
		{Date{2020, 1, 1}, -1, Date{2019, 12, 31}},
		{Date{2020, 6, 30}, 0, Date{2020, 6, 30}},
		{Date{2020, 1, 1}, 366, Date{2021, 1, 1}},
	} {
		if got := tt.from.Add(tt.n); got != tt.want {
			t.Errorf("%v.Add(%d) = %v, want %v", tt.from, tt.n, got, tt.want)
		}
		if got := tt.from.DaysUntil(tt.want); got != tt.n {
			t.Errorf("%v.DaysUntil(%v) = %d, want %d", tt.from, tt.want, got, tt.n)
		}
	}
	if got := (Date{1, 1, 1}).DaysUntil(Date{9999, 12, 31}); got != 3652058 {
		t.Errorf("%d days in the calendar", got)
	}
	// Over the ends of years, summer times and centuries, one day at a time.
	d := Date{1999, 12, 31}
	for n := range 20000 {
		next := d.Add(1)
		if next.Compare(d) <= 0 || d.DaysUntil(next) != 1 || next.Weekday() != (d.Weekday()+1)%7 || (Date{1999, 12, 31}).DaysUntil(d) != n {
			t.Fatalf("%v then %v", d, next)
		}
		d = next
	}
}

func TestAddMonths(t *testing.T) {
	for _, tt := range []struct {
		from Date
		n    int
		want Date
	}{
		{Date{2020, 1, 31}, 1, Date{2020, 2, 29}},
		{Date{2021, 1, 31}, 1, Date{2021, 2, 28}},
		{Date{2020, 3, 31}, -1, Date{2020, 2, 29}},
		{Date{2020, 8, 31}, 6, Date{2021, 2, 28}},
		{Date{2020, 11, 15}, 2, Date{2021, 1, 15}},
		{Date{2020, 1, 15}, -1, Date{2019, 12, 15}},
		{Date{2020, 5, 31}, 0, Date{2020, 5, 31}},
		{Date{2020, 5, 31}, 24, Date{2022, 5, 31}},
	} {
		if got := tt.from.AddMonths(tt.n); got != tt.want {
			t.Errorf("%v.AddMonths(%d) = %v, want %v", tt.from, tt.n, got, tt.want)
		}
	}
}

func TestWeekday(t *testing.T) {
	for d, want := range map[Date]int{{2020, 2, 13}: 4, {2026, 11, 23}: 1, {2026, 11, 22}: 0, {2000, 1, 1}: 6} {
		if got := d.Weekday(); got != want {
			t.Errorf("%v is day %d, want %d", d, got, want)
		}
	}
}

// A moment is the day that its own clock shows, whatever the zone of the
// machine.
func TestOf(t *testing.T) {
	hanoi := time.FixedZone("ICT", 7*60*60)
	late := time.Date(2020, 12, 31, 20, 0, 0, 0, time.UTC)
	if got := Of(late); got != (Date{2020, 12, 31}) {
		t.Errorf("%v", got)
	}
	if got := Of(late.In(hanoi)); got != (Date{2021, 1, 1}) {
		t.Errorf("%v", got)
	}
}
