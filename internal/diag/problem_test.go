package diag

import (
	"math/rand"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSeverityNames(t *testing.T) {
	for s, name := range map[Severity]string{Block: "chan", Warn: "canh_bao", Note: "nhac"} {
		if got, err := s.MarshalText(); string(got) != name || err != nil {
			t.Errorf("%d is %q, %v", s, got, err)
		}
		var back Severity = -1
		if err := back.UnmarshalText([]byte(name)); err != nil || back != s {
			t.Errorf("%q read as %d, %v", name, back, err)
		}
	}
	var s Severity
	if err := s.UnmarshalText([]byte("Chan")); err == nil {
		t.Error("an unknown name passes")
	}
}

func TestAt(t *testing.T) {
	p := At("a.md", Pos{}, Warn, "r", "m", "h")
	if p.Line != 1 || p.Column != 1 {
		t.Errorf("no place is %d:%d, want 1:1", p.Line, p.Column)
	}
	p = At("a.md", Pos{3, 9}, Warn, "r", "m", "h")
	if diff := cmp.Diff(Problem{File: "a.md", Line: 3, Column: 9, Severity: Warn, Rule: "r", Message: "m", Hint: "h"}, p); diff != "" {
		t.Error(diff)
	}
	if p := Whole(Note, "r", "m", "h"); p.File != "config.toml" || p.Line != 1 || p.Column != 1 || p.Severity != Note {
		t.Errorf("%+v", p)
	}
}

func TestCountsAndStops(t *testing.T) {
	block := Problem{Severity: Block}
	warn, confirmed := Problem{Severity: Warn}, Problem{Severity: Warn, Confirmed: true}
	note := Problem{Severity: Note}
	for _, tt := range []struct {
		list   List
		counts Counts
		stops  bool
	}{
		{nil, Counts{}, false},
		{List{note, note}, Counts{Note: 2}, false},
		{List{confirmed, note}, Counts{Warn: 1, Note: 1}, false},
		{List{confirmed, warn}, Counts{Warn: 2}, true},
		{List{note, block}, Counts{Block: 1, Note: 1}, true},
	} {
		if got := tt.list.Counts(); got != tt.counts {
			t.Errorf("%v: counts %v", tt.list, got)
		}
		if got := tt.list.Stops(); got != tt.stops {
			t.Errorf("%v: stops %v", tt.list, got)
		}
	}
}

func TestSorted(t *testing.T) {
	want := List{
		{File: "a", Line: 1, Column: 2, Severity: Block, Rule: "x", Message: "1"},
		{File: "a", Line: 1, Column: 2, Severity: Block, Rule: "x", Message: "2"},
		{File: "a", Line: 1, Column: 2, Severity: Block, Rule: "y"},
		{File: "a", Line: 1, Column: 2, Severity: Note, Rule: "a"},
		{File: "a", Line: 1, Column: 10, Severity: Block, Rule: "x"},
		{File: "a", Line: 9, Column: 1, Severity: Block, Rule: "x"},
		{File: "a", Line: 10, Column: 1, Severity: Block, Rule: "x"},
		{File: "b", Line: 1, Column: 1, Severity: Block, Rule: "x"},
	}
	rnd := rand.New(rand.NewSource(1))
	for range 20 {
		mixed := append(append(List{}, want...), want...) // each twice
		rnd.Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
		before := append(List{}, mixed...)
		if diff := cmp.Diff(want, mixed.Sorted()); diff != "" {
			t.Fatal(diff)
		}
		if diff := cmp.Diff(before, mixed); diff != "" {
			t.Fatal("Sorted changed the list itself:", diff)
		}
	}
}
