package build_test

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/unicode/norm"

	"thonlanh/internal/build"
)

// bounded runs a check that must end in time, without a panic. An error of the
// machine is allowed; a site or a list of problems is the rule.
func bounded(t testing.TB, what string, o build.Options, limit time.Duration) *build.Result {
	t.Helper()
	type outcome struct {
		result *build.Result
		err    error
		panic  any
	}
	done := make(chan outcome, 1)
	go func() {
		var out outcome
		defer func() {
			out.panic = recover()
			done <- out
		}()
		out.result, out.err = build.Check(o)
	}()
	ctx, cancel := context.WithTimeout(t.Context(), limit)
	defer cancel()
	select {
	case out := <-done:
		if out.panic != nil {
			t.Fatalf("%s: panic: %v", what, out.panic)
		}
		if out.err != nil {
			t.Errorf("%s: %v", what, out.err)
		}
		return out.result
	case <-ctx.Done():
		buf := make([]byte, 1<<16)
		t.Fatalf("%s: not done after %v\n%s", what, limit, buf[:runtime.Stack(buf, true)])
	}
	return nil
}

// sampleFiles are the texts of the sample, for others to spoil.
func sampleFiles(t testing.TB) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	root := os.DirFS("../..")
	err := fs.WalkDir(root, "content", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		out[name], err = fs.ReadFile(root, name)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	config, err := fs.ReadFile(root, "config.toml")
	if err != nil {
		t.Fatal(err)
	}
	out["config.toml"] = config
	return out
}

// spoil changes some bytes of a text, as accidents and people do.
func spoil(r *rand.Rand, data []byte, other []byte) []byte {
	data = bytes.Clone(data)
	at := func() int { return r.IntN(len(data) + 1) }
	insert := func(i int, more ...byte) { data = slices.Insert(data, i, bytes.Clone(more)...) }
	for range 1 + r.IntN(4) {
		if len(data) == 0 {
			return data
		}
		switch r.IntN(13) {
		case 0: // a byte of noise
			data[r.IntN(len(data))] = byte(r.Uint32())
		case 1: // cut short
			data = data[:at()]
		case 2: // the beginning lost
			data = data[at():]
		case 3: // a piece twice
			i := at()
			j := min(len(data), i+r.IntN(400))
			insert(i, data[i:j]...)
		case 4: // a piece of another file
			i := r.IntN(len(other) + 1)
			insert(at(), other[i:min(len(other), i+r.IntN(600))]...)
		case 5: // signs that mean something
			signs := []string{"+++", "\n+++\n", "[", "]]", "\"", "'''", "\"\"\"", "=", "#", "\x00", "\u2028", "<script>", "{{.}}", "](", "![](", "|", "1.", "a)", "- ", "\t", "    ", "Điều 0. ", "\r", "\uFEFF", "\u0301\u0301\u0301", "`", "***", "[^1]", "&#x0;", "\\"}
			insert(at(), []byte(signs[r.IntN(len(signs))])...)
		case 6: // the same sign many times
			sign := []string{"[", "(", "*", "> ", "- ", "#", "+", "\"", "Điều 1. ", "_", "`", "|", "!["}[r.IntN(13)]
			insert(at(), bytes.Repeat([]byte(sign), 1+r.IntN(3000))...)
		case 7: // an odd number
			data = bytes.Replace(data, []byte("2026"), []byte([]string{"0", "-1", "9999999999999999999", "1e309", "nan", "20260", "0x7"}[r.IntN(7)]), 1+r.IntN(3))
		case 8: // another true or false
			data = bytes.Replace(data, []byte("true"), []byte("false"), 1)
		case 9:
			data = norm.NFD.Bytes(data)
		case 10:
			data = bytes.ReplaceAll(data, []byte("\n"), []byte("\r\n"))
		case 11: // lines in another order
			lines := bytes.Split(data, []byte("\n"))
			r.Shuffle(len(lines), func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
			data = bytes.Join(lines, []byte("\n"))
		case 12: // a key lost
			lines := bytes.Split(data, []byte("\n"))
			i := r.IntN(len(lines))
			data = bytes.Join(slices.Delete(lines, i, i+1), []byte("\n"))
		}
	}
	return data
}

// touch changes a text as its author would while writing: what comes out may
// well be a good portal.
func touch(r *rand.Rand, name string, data []byte) []byte {
	lines := strings.Split(string(data), "\n")
	from := 0 // of the words, below the front matter
	if strings.HasSuffix(name, ".md") {
		for i, line := range lines {
			if line == "+++" {
				from = i + 1
			}
		}
	}
	words := []string{"Chữ thêm vào.", "", "- Một ý nữa.", "- ý a\n  - ý b", "> Lời trích.", "**Chữ đậm** và *chữ nghiêng*.", "Xem Điều 5 Luật 53/2024/QH15.",
		"Theo khoản 2 Điều 32 Nghị định 282/2025/NĐ-CP.", "1. Một\n2. Hai", "Gọi 111.", "Dấu <, >, & và “ngoặc” ’ ' \".", "Số 1.250; 62%; 3,5%.", "Xem [số cần biết](/so-can-biet/)."}
	for range 1 + r.IntN(5) {
		if from >= len(lines) {
			break
		}
		i := from + r.IntN(len(lines)-from)
		switch {
		case strings.HasSuffix(name, ".toml") && r.IntN(2) == 0:
			lines[i] = strings.Replace(lines[i], "true", "false", 1)
		case strings.HasSuffix(name, ".toml"):
			lines[i] = strings.Replace(lines[i], "Thôn", "Thôn nhỏ", 1)
		case r.IntN(3) == 0:
			lines = slices.Delete(lines, i, i+1)
		default:
			lines = slices.Insert(lines, i, "", words[r.IntN(len(words))], "")
		}
	}
	return []byte(strings.Join(lines, "\n"))
}

// Whatever stands in the files of a portal, a check ends with a list of
// problems or a site.
func TestSpoiltSamples(t *testing.T) {
	files := sampleFiles(t)
	names := sorted(files)
	rounds := 120
	if testing.Short() {
		rounds = 45
	}
	// THONLANH_ROUNDS asks for a longer search.
	if more, err := strconv.Atoi(os.Getenv("THONLANH_ROUNDS")); err == nil {
		rounds = more
	}
	seed := uint64(time.Now().UnixNano())
	r := rand.New(rand.NewPCG(seed, 2))
	dir := t.TempDir()
	for name, data := range files {
		write(t, dir, map[string]string{name: string(data)})
	}
	clean, stopped := 0, 0
	for i := range rounds {
		spoilt := map[string]string{}
		for range 1 + r.IntN(6) {
			name := names[r.IntN(len(names))]
			if i%3 != 0 {
				spoilt[name] = string(touch(r, name, files[name]))
				continue
			}
			spoilt[name] = string(spoil(r, files[name], files[names[r.IntN(len(names))]]))
		}
		write(t, dir, spoilt)
		o := options(dir)
		o.Portable = i%2 == 0
		result := bounded(t, fmt.Sprintf("seed %d, round %d, files %v", seed, i, sorted(spoilt)), o, 30*time.Second)
		if t.Failed() || result == nil {
			for name, text := range spoilt {
				t.Logf("-- %s --\n%.3000q", name, text)
			}
			t.FailNow()
		}
		if result.Problems.Stops() {
			stopped++
		} else {
			clean++
			if clean%8 == 0 {
				// What a check calls clean is so, looked at with other eyes.
				o.Portable = false
				o.Output = filepath.Join(t.TempDir(), "public")
				run(t, o)
				sound(t, fmt.Sprintf("seed %d, round %d, files %v", seed, i, sorted(spoilt)), tree(t, o.Output))
				// The next round is another portal, which published none of this.
				if err := os.Remove(filepath.Join(dir, "dia-chi.lock")); err != nil {
					t.Fatal(err)
				}
			}
		}
		for _, p := range result.Problems {
			if p.File == "" || p.Line < 1 || p.Column < 1 || p.Rule == "" || p.Message == "" || strings.ContainsRune(p.Message, '\x00') {
				t.Errorf("seed %d, round %d: a problem without its place or its words: %+v", seed, i, p)
			}
			if data, ok := spoilt[p.File]; ok {
				// A line more than there is would lead nowhere; a place at
				// the very end of the text is on its last line.
				if lines := strings.Count(data, "\n") + strings.Count(data, "\r") + strings.Count(data, "\u2028") + 1; p.Line > lines {
					t.Errorf("seed %d, round %d: %s has %d lines, the problem is in line %d (%s)", seed, i, p.File, lines, p.Line, p.Rule)
				}
			}
		}
		for name := range spoilt {
			write(t, dir, map[string]string{name: string(files[name])})
		}
	}
	t.Logf("%d stopped, %d clean", stopped, clean)
	if stopped < rounds/5 || clean < rounds/5 {
		t.Errorf("of %d portals %d were stopped and %d were clean: the changes are too mild or too wild", rounds, stopped, clean)
	}
}

// Folders that no author means: noise, nothing, depth, size, odd names, links.
func TestHostileFolders(t *testing.T) {
	noise := make([]byte, 70_000)
	r := rand.New(rand.NewPCG(3, 3))
	for i := range noise {
		noise[i] = byte(r.Uint32())
	}
	deep := "content"
	for range 60 {
		deep += "/sau"
	}
	front := "+++\ntieu_de = \"Bài\"\n+++\n"
	for what, files := range map[string]map[string]string{
		"noise everywhere": {
			"content/index.md": string(noise), "content/so-can-biet.toml": string(noise), "content/tin/2026/a.md": string(noise),
			"content/tin/2026/a.jpg": string(noise), "content/thon/x.toml": string(noise), "content/ke-hoach/2026/index.md": string(noise),
		},
		"noise in the settings": {"config.toml": string(noise)},
		"nothing in each file": {
			"config.toml": "", "content/index.md": "", "content/so-can-biet.toml": "", "content/co-quan.toml": "", "content/can-bo.toml": "",
			"content/dich-vu.toml": "", "content/chuyen-di.toml": "", "content/thon/x.toml": "", "content/thon/x.md": "", "content/lich/x.toml": "",
			"content/van-ban/x.md": "", "content/ke-hoach/2026/index.md": "", "content/ke-hoach/2026/chi-tieu.toml": "",
			"content/ke-hoach/2026/nhiem-vu.toml": "", "content/ke-hoach/2026/bao-cao.toml": "", "content/ke-hoach/2026/tien-do/2026-06.toml": "",
			"content/tai-lieu/ap-phich/x/index.md": "", "content/ho-tro/x.md": "", "content/tim-hieu/x.md": "", "content/tin/2026/x.md": "",
		},
		"deep folders":  {deep + "/a.md": front, deep + "/a.toml": "a = 1"},
		"a folder only": {"content/ho-tro/.gitkeep": ""},
		"folders named as files": {
			"content/index.md/a.md": front, "content/co-quan.toml/b.toml": "a = 1", "content/tin/2026/x.md/y.md": front, "content/thon/x.toml/z.md": front,
		},
		"a line of eight megabytes":     {"content/tim-hieu/a.md": front + strings.Repeat("chữ ", 1_600_000)},
		"lines without end":             {"content/tim-hieu/a.md": front + strings.Repeat("\n\n", 1_500_000) + "x"},
		"two hundred thousand brackets": {"content/tim-hieu/a.md": front + strings.Repeat("[", 200_000) + strings.Repeat("](a)", 50_000)},
		"quotes in quotes":              {"content/tim-hieu/a.md": front + strings.Repeat(">", 20_000) + " x\n"},
		"lists in lists":                {"content/tim-hieu/a.md": front + nested(2000)},
		"a table of many columns":       {"content/tim-hieu/a.md": front + strings.Repeat("| a ", 5000) + "|\n" + strings.Repeat("|---", 5000) + "|\n" + strings.Repeat("| b ", 5000) + "|\n"},
		"ten thousand headings":         {"content/tim-hieu/a.md": front + strings.Repeat("## Mục\n\nChữ.\n\n", 10_000)},
		"a law of ten thousand articles": {"content/van-ban/luat.md": "+++\nloai = \"luat\"\nso_ky_hieu = \"1/2024/QH15\"\ntrich_yeu = \"Luật\"\nco_quan = \"Quốc hội\"\nngay_ban_hanh = 2024-01-01\nngay_hieu_luc = 2024-01-01\n+++\n" +
			strings.Repeat("### Điều 1. Phạm vi\n\n1. Theo Điều 1 khoản 1.\n\na) Chữ.\n\n", 10_000)},
		"ten thousand footnotes": {"content/tim-hieu/a.md": front + strings.Repeat("a[^1] ", 10_000) + "\n\n[^1]: chữ\n"},
		"many keys":              {"content/co-quan.toml": manyTables(20_000)},
		"a key of a megabyte":    {"content/co-quan.toml": "[" + strings.Repeat("a", 1<<20) + "]\nten = \"x\"\n"},
		"tables in tables":       {"content/co-quan.toml": "[" + strings.Repeat("a.", 5000) + "a]\nten = \"x\"\n"},
		"arrays in arrays":       {"config.toml": "ten = " + strings.Repeat("[", 100_000) + "\n"},
		"names that are hard": {
			"content/tin/2026/" + strings.Repeat("dai-", 60) + "a.md": front, "content/tin/2026/-.md": front, "content/tin/2026/....md": front,
			"content/tin/2026/a b  c.md": front, "content/tin/2026/Ä'\"&<>.md": front, "content/tin/2026/trang-2.md": front, "content/tin/2026/con.md": front,
			"content/tin/2026/" + norm.NFD.String("lớp-dạy-nghề") + ".md": front, "content/tin/2026/lớp-dạy-nghề.md": front, "content/tin/2026/日本.md": front,
			"content/tin/9999999999/a.md": front, "content/tin/-1/a.md": front, "content/ke-hoach/abcd/index.md": front, "content/ke-hoach/0/index.md": front,
			"content/thon/..toml": "ten = \"x\"", "content/ho-tro/a.MD": front, "content/INDEX.md": front, "content/tai-lieu/ap-phich/../la.md": front,
		},
		"templates in the text":   {"content/tim-hieu/a.md": "+++\ntieu_de = \"{{.}} {{template \\\"frame\\\" .}} </title><script>alert(1)</script>\"\nmo_ta = \"\\\" onload=alert(1) x=\\\"\"\n+++\n{{.}} {{range .}}\n"},
		"a village for each sign": villages(3000),
	} {
		t.Run(what, func(t *testing.T) {
			dir := t.TempDir()
			write(t, dir, small())
			for name, text := range files {
				to := filepath.Join(dir, filepath.FromSlash(name))
				if strings.Contains(name, ".md/") || strings.Contains(name, ".toml/") {
					os.Remove(filepath.Dir(to)) // a file of the small site stands there
				}
				if err := os.MkdirAll(filepath.Dir(to), 0o777); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(to, []byte(text), 0o666); err != nil {
					t.Skipf("this system has no such name: %v", err)
				}
			}
			bounded(t, what, options(dir), 60*time.Second)
		})
	}
}

func nested(depth int) string {
	var b strings.Builder
	for i := range depth {
		b.WriteString(strings.Repeat("  ", min(i, 500)) + "- x\n")
	}
	return b.String()
}

func manyTables(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "[co-quan-%d]\nten = \"Cơ quan %d\"\nke_tiep = \"co-quan-%d\"\n", i, i, (i+1)%n)
	}
	return b.String()
}

func villages(n int) map[string]string {
	out := map[string]string{}
	for i := range n {
		out[fmt.Sprintf("content/thon/t-%d.toml", i)] = fmt.Sprintf("ten = \"Số %d\"\n", i)
	}
	return out
}

// Links of the disk may lead anywhere: what they lead to is never read or
// published, and none leads around in a circle.
func TestLinksOfTheDiskAreNotFollowed(t *testing.T) {
	outside := t.TempDir()
	write(t, outside, map[string]string{"bi-mat.md": "+++\ntieu_de = \"Kvzqbimat\"\n+++\nKvzqbimat\n", "anh.svg": "<svg>kvzqbimat</svg>"})
	dir := t.TempDir()
	write(t, dir, small())
	write(t, dir, map[string]string{"content/tin/2026/a.md": "+++\ntieu_de = \"Tin\"\nngay = 2026-11-01\nanh = \"anh.svg\"\nanh_mo_ta = \"Cánh đồng\"\nanh_dong_y = \"khong_co_nguoi\"\n+++\nChữ.\n"})
	for to, from := range map[string]string{
		filepath.Join(outside, "bi-mat.md"): "content/tim-hieu.md", filepath.Join(outside, "anh.svg"): "content/tin/2026/anh.svg",
		outside: "content/ho-tro", dir: "content/tin/2026/vong", "vong-2": "content/thon",
	} {
		if err := os.Symlink(to, filepath.Join(dir, filepath.FromSlash(from))); err != nil {
			t.Skipf("this system makes no links: %v", err)
		}
	}
	r := bounded(t, "links", options(dir), 30*time.Second)
	if strings.Contains(strings.ToLower(say(r.Problems)), "kvzqbimat") {
		t.Error("a file outside the project was read")
	}
	if _, err := build.Run(options(dir)); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(dir, "public")); err == nil {
		for name, data := range tree(t, filepath.Join(dir, "public")) {
			if strings.Contains(strings.ToLower(data), "kvzqbimat") {
				t.Errorf("%s holds a file from outside the project", name)
			}
		}
	}
}

// FuzzText puts any bytes where a text, a table or the settings stand.
func FuzzText(f *testing.F) {
	files := sampleFiles(f)
	for _, name := range sorted(files) {
		if len(files[name]) < 4000 {
			f.Add(name, files[name])
		}
	}
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		if _, known := files[name]; !known {
			t.Skip()
		}
		dir := t.TempDir()
		write(t, dir, small())
		write(t, dir, map[string]string{name: string(data)})
		bounded(t, name, options(dir), 20*time.Second)
	})
}
