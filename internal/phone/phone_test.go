package phone

import "testing"

func TestParse(t *testing.T) {
	for _, test := range []struct {
		in     string
		number Number
		shape  Shape
		ok     bool
	}{
		{"111", "111", Short, true},
		{"115", "115", Short, true},
		{"1022", "1022", Short, true},
		{" 113 ", "113", Short, true},
		{"1800 1233", "18001233", Free, true},
		{"1800.123.456", "1800123456", Free, true},
		{"1900 969 680", "1900969680", Shared, true},
		{"1900.96.96.80", "1900969680", Shared, true},
		{"0200 3000 115", "02003000115", Landline, true},
		{"(0237) 3888 999", "02373888999", Landline, true},
		{"0237-3888-999", "02373888999", Landline, true},
		{"0237–3888–999", "02373888999", Landline, true},
		{"+84 237 3888 999", "02373888999", Landline, true},
		{"+84 (0)237 3888 999", "02373888999", Landline, true},
		{"+84(237)3888999", "02373888999", Landline, true},
		{"0084 912 345 678", "0912345678", Mobile, true},
		{"+84912345678", "0912345678", Mobile, true},
		{"0769 040 404", "0769040404", Mobile, true},
		{"069 234 8560", "0692348560", Police, true},
		{"0168 123 4567", "01681234567", Old, true},

		{"", "", None, false},
		{"110", "110", None, false},
		{"116", "116", None, false},
		{"1111", "1111", None, false},
		{"+84111", "0111", None, false},
		{"+84 1800 1233", "018001233", None, false},
		{"+84 1900 969 680", "01900969680", Old, true}, // read as an old mobile number; a rule refuses both
		{"0200 300 115", "0200300115", None, false},
		{"0400 123 456", "0400123456", None, false},
		{"09123456789", "09123456789", None, false},
		{"1800 123", "1800123", None, false},
		{"1800 12345", "180012345", None, false},
		{"111a", "", None, false},
		{"một một một", "", None, false},
		{"-111", "", None, false},
		{"111/113", "", None, false},
		{"1１1", "", None, false}, // full-width figure
	} {
		n, ok := Parse(test.in)
		if ok != test.ok || ok && n != test.number {
			t.Errorf("Parse(%q) = %q, %v; want %q, %v", test.in, n, ok, test.number, test.ok)
		}
		if ok && n.Shape() != test.shape {
			t.Errorf("Parse(%q) has shape %v, want %v", test.in, n.Shape(), test.shape)
		}
	}
}

func TestForms(t *testing.T) {
	for _, test := range []struct {
		n            Number
		tel, display string
		emergency    bool
		sample       bool
	}{
		{"111", "tel:111", "111", false, false},
		{"112", "tel:112", "112", true, false},
		{"115", "tel:115", "115", true, false},
		{"1022", "tel:1022", "1022", false, false},
		{"18001233", "tel:18001233", "1800 12 33", false, false},
		{"1900969680", "tel:1900969680", "1900 96 96 80", false, false},
		{"02003000115", "tel:+842003000115", "0200 3000 115", false, true},
		{"02373888999", "tel:+842373888999", "0237 3888 999", false, false},
		{"0769040404", "tel:+84769040404", "0769 040 404", false, false},
		{"0692348560", "tel:+84692348560", "069 234 8560", false, false},
		{"11", "tel:11", "11", false, false},
		{"", "tel:", "", false, false},
	} {
		if got := test.n.Tel(); got != test.tel {
			t.Errorf("%q.Tel() = %q, want %q", test.n, got, test.tel)
		}
		if got := test.n.Display(); got != test.display {
			t.Errorf("%q.Display() = %q, want %q", test.n, got, test.display)
		}
		if got := test.n.Emergency(); got != test.emergency {
			t.Errorf("%q.Emergency() = %v", test.n, got)
		}
		if got := test.n.Sample(); got != test.sample {
			t.Errorf("%q.Sample() = %v", test.n, got)
		}
	}
}

// TestDisplayReadsBack: what is shown to people is read as the same number.
func TestDisplayReadsBack(t *testing.T) {
	for _, n := range []Number{"111", "1022", "18001233", "1800123456", "1900969680", "02003000115", "0769040404", "0692348560"} {
		if got, ok := Parse(n.Display()); !ok || got != n {
			t.Errorf("%q is shown as %q and read as %q", n, n.Display(), got)
		}
	}
}
