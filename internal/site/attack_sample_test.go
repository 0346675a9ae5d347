package site_test

import (
	"os"
	"strings"
	"testing"

	"thonlanh/internal/date"
)

// The sample has a small number of cases in 2020: nothing of it is in any file
// that speaks of figures but its name and the sentence.
func TestAttackerOfTheSample(t *testing.T) {
	press := newPress(t)
	b := published{now: date.Date{Year: 2026, Month: 11, Day: 20}}
	r, err := press.first.For(assembledFrom(t, os.DirFS("../.."), b, 0))
	if err != nil {
		t.Fatal(err)
	}
	v := &victim{periods: []string{"2020-05", "2020-11"}, targets: []asked{{id: "ct-6", name: "Vụ việc được phát hiện đã xử lý", counts: "vu_viec", pair: true}}}
	docs := map[string][]byte{}
	for _, o := range r.Outputs() {
		if o.Asset == nil && (speaks(o.Path) || strings.HasPrefix(o.Path, "tien-do/")) {
			if docs[o.Path], err = r.Render(o.Path); err != nil {
				t.Fatal(err)
			}
		}
	}
	docs["tien-do/2026/index.html"] = docs["tien-do/2020/index.html"]
	p, err := open(0, docs, v)
	if err != nil {
		t.Fatal(err)
	}
	if !p.silent["ct-6"] {
		t.Error("the sentence does not stand in the place of the figures")
	}
	for at, c := range p.cells {
		if at.target == "ct-6" {
			if at.period[:4] == "2020" {
				t.Errorf("%v is told: %+v", at, c)
			}
		}
	}
}
