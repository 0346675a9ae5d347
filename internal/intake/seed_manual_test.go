package intake

import (
	"fmt"
	"os"
	"testing"

	"thonlanh/internal/date"
)

func TestManual(t *testing.T) {
	name := os.Getenv("MANUAL")
	if name == "" {
		t.Skip()
	}
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	on, _ := date.Parse("2026-11-20")
	res, err := Import(name, data, Options{Kind: os.Getenv("KIND"), On: on})
	if err != nil {
		if r, ok := err.(interface{ Message() string }); ok {
			t.Fatal(err, r.Message())
		}
		t.Fatal(err)
	}
	for _, f := range res.Files {
		fmt.Println("=====", f.Path)
		fmt.Println(string(f.Data))
	}
	for _, l := range res.Report.Lines() {
		fmt.Println(l)
	}
}
