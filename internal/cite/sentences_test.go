package cite

import (
	"os"
	"strings"
	"testing"
)

type sentence struct{ text, want string }

func readSentences(t *testing.T, name string) []sentence {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var list []sentence
	for line := range strings.Lines(string(data)) {
		line = strings.TrimRight(line, " \n")
		if want, ok := strings.CutPrefix(line, "=>"); ok {
			list[len(list)-1].want = strings.TrimSpace(want)
		} else if line != "" {
			list = append(list, sentence{text: line})
		}
	}
	return list
}

// TestSentences reads sentences in the manner of plans, decrees, news and
// leaflets and counts what is found too much and too little.
func TestSentences(t *testing.T) {
	c := register()
	right, found, meant := 0, 0, 0
	for _, s := range readSentences(t, "sentences.txt") {
		got := show(s.text, Find([]byte(s.text), c))
		if got != s.want {
			t.Errorf("%s\n got %s\nwant %s", s.text, got, s.want)
		}
		g, w := parts(got), parts(s.want)
		found += len(g)
		meant += len(w)
		for _, x := range g {
			for i, y := range w {
				if x == y {
					right++
					w = append(w[:i], w[i+1:]...)
					break
				}
			}
		}
	}
	t.Logf("precision %d/%d, recall %d/%d", right, found, right, meant)
	if meant < 60 {
		t.Errorf("only %d citations in the sentences", meant)
	}
}

func parts(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(strings.TrimSuffix(s, "]"), "]")
}
