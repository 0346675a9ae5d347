package thonlanh_test

import (
	"strings"
	"testing"

	"thonlanh/internal/build"
)

// The sample shows an unbroken run of recognitions: the same three squares and
// the same words for every village.
func TestSampleShowsARunOfRecognitions(t *testing.T) {
	files := tree(t, publish(t, build.Options{}))
	for _, village := range []string{"dong", "doai", "thuong", "trung", "ha", "ben", "go"} {
		name := "thon/" + village + "/index.html"
		page := parse(t, name, files[name])
		text := strings.ReplaceAll(words(page, nil), "\u00a0", " ")
		for _, want := range []string{"3 năm liền được công nhận, từ 2018 đến 2020.", "Năm 2026: đã tự chấm."} {
			if !strings.Contains(text, want) {
				t.Errorf("%s does not say %q", name, want)
			}
		}
		var years []string
		for _, li := range below(page, ofTag("li")) {
			if len(below(li, ofTag("svg"))) == 1 && hasClass(li.Parent, "dai-nam") {
				years = append(years, strings.TrimSpace(words(li, nil)))
			}
		}
		if got := strings.Join(years, " "); got != "2018 2019 2020" {
			t.Errorf("%s: squares of the years %q", name, got)
		}
	}
}
