package markup

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/yuin/goldmark/ast"

	"thonlanh/internal/diag"
)

// alike parses a text with the short way and without and reports whether all
// of it could go the short way.
func alike(t *testing.T, text string, mode Mode) bool {
	t.Helper()
	src, _ := diag.NewSource("a.md", []byte(text))
	if src == nil {
		return false
	}
	got, list := Parse(src, 0, Options{Mode: mode})
	want, wantList := Parse(src, 0, Options{Mode: mode, goldmark: true})
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(Document{}, Unit{}), cmpopts.EquateEmpty()); diff != "" {
		t.Fatalf("%q in mode %d: not what goldmark makes of it: %s", text, mode, diff)
	}
	if diff := cmp.Diff(wantList, list, cmpopts.EquateEmpty()); diff != "" {
		t.Fatalf("%q in mode %d: other problems: %s", text, mode, diff)
	}
	s := simple{src: []byte(src.Text), root: ast.NewDocument(), nodes: &nodes{}, labels: labelParser{paragraphParser{&blockState{mode: mode}}}}
	return s.read(0, len(s.src))
}

// TestSimpleTexts holds the short way against goldmark on generated texts.
func TestSimpleTexts(t *testing.T) {
	heads := strings.Split("|1. |2) |a) |đ) |- |– |+ |   - |  1. |I. |II |Điều 1. |Điều 2|### Điều 3. |## |#### |# |#|Chương I|## Chương II. |Mục 1. |**1. |**a)** |“Điều 5. |"+
		"TM. |**Nơi nhận:**|Nơi nhận:|Phụ lục|**|  |    |! |(1) |1.1. |", "|")
	words := strings.Split("Ủy ban nhân dân xã|chủ trì, phối hợp|**Phan Đình Trọng**|**Phan** và **Trọng**|phụ trách|[Công văn số 70](/van-ban/a/)|[x](b.html#c)|(b)|"+
		"**Kính gửi:** các thôn|x!|“trích”|100%|&amp;|&|a  |TUYÊN TRUYỀN|NỘI DUNG|[](a)|[a](b c)|[a]|**|* |*x*|a*b|2*3|2**3**4|**a**b**c**|![a](b)|&lt|***x***|***|đ**x**|**x **y|**“x”**|** x**|[**a**](b)|**[a](b)**|#|##|a #|./.|;|…|=|- |--|[a](b(c))|[a!](b)|"+
		"[điền: giờ]|]|[^1]|https://a.vn|a_b|`x`|<b>|> trích **x**|> a\n> b\n|```|[^1]: c|[a]: b|---|***|=====|\tx|    x|\\*", "|")
	words = append(words, "| a | b |", "| a | b |\n|---|---|\n| c | d |", "|---|")
	ends := [...]string{"\n", "\n", "\n\n", "\n\n", " ", " ", "  \n", ";\n", ".\n\n", ""}
	taken, plain := 0, 0
	for seed := range uint64(1500) {
		rng := rand.New(rand.NewPCG(3, seed))
		few, less := len(words), len(heads)
		if rng.IntN(4) > 0 { // the first ones are simple
			few, less = 17, 19
		}
		var b strings.Builder
		for range 1 + rng.IntN(14) {
			b.WriteString(heads[rng.IntN(less)])
			for range rng.IntN(4) {
				b.WriteString(words[rng.IntN(few)])
				b.WriteString(ends[rng.IntN(len(ends))])
			}
			b.WriteString(ends[rng.IntN(len(ends))])
		}
		for mode := Plan; mode <= Law; mode++ {
			if alike(t, b.String(), mode) {
				taken++
			} else {
				plain++
			}
		}
	}
	if taken < 500 || plain < 500 {
		t.Errorf("%d texts took the short way and %d did not: the test sees too little of one", taken, plain)
	}
}

// TestSimpleExamples: the texts of the tests and of the sample are simple
// where they should be.
func TestSimpleExamples(t *testing.T) {
	for _, pattern := range []string{"testdata/*.md", "../../content/van-ban/*.md", "../../content/ke-hoach/*/index.md"} {
		names, err := filepath.Glob(pattern)
		if err != nil || len(names) == 0 {
			t.Fatal(pattern, err)
		}
		for _, name := range names {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			_, body, found := strings.Cut(strings.TrimPrefix(string(text), "+++\n"), "\n+++\n")
			if !found {
				body = string(text)
			}
			for mode := Plan; mode <= Law; mode++ {
				alike(t, body, mode)
			}
		}
	}
	for text, simple := range map[string]bool{
		"Một đoạn **đậm** có [liên kết](/a/).\n\n## I. PHẦN\n\n1. Một.\n   - Hai.": true,
		"a | b": false, "---": false, "> x": false, "[a]: b": false, "\tx": false, "    x": false, "a `b`": false, "## x ##": false, "**a": false,
	} {
		if got := alike(t, text, Plan); got != simple {
			t.Errorf("%q: simple is %v", text, got)
		}
	}
}

func FuzzSimple(f *testing.F) {
	f.Add("1. **a** [b](c)\n  x  \ny!\n## z", false)
	f.Add("Điều 1. A\nb\n“Điều 2.** c**", true)
	f.Fuzz(func(t *testing.T, text string, law bool) {
		mode := Plan
		if law {
			mode = Law
		}
		alike(t, text, mode)
	})
}
