package intake

import (
	"os"
	"path/filepath"
	"regexp"

	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"thonlanh/internal/diag"
	"thonlanh/internal/markup"
	"thonlanh/internal/tomlfile"
	"thonlanh/internal/viet"
)

// Documents as offices type them, each with the outline that a person read in
// it: ids of units, in some their printed labels (a blank in a label is a low
// line), lines of the front matter, and how many paragraphs are to be joined.
func TestOutlines(t *testing.T) {
	names, err := filepath.Glob("testdata/outline/*.txtar")
	if err != nil || len(names) < 26 {
		t.Fatalf("%d documents: %v", len(names), err)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		parts := map[string]string{}
		for _, f := range txtar.Parse(data).Files {
			parts[f.Name] = string(f.Data)
		}
		text := parts["van-ban.txt"]
		d := docx{body: typed(text)}
		for ending, data := range map[string][]byte{".txt": []byte(text), ".docx": d.bytes(t)} {
			t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar")+ending, func(t *testing.T) {
				res := importing(t, "van ban"+ending, data, Options{})
				doc := reparsed(t, res)
				var ids, labels []string
				for _, u := range doc.Units {
					ids = append(ids, u.ID)
					labels = append(labels, strings.ReplaceAll(u.Label, " ", "_"))
				}
				if f1 := agreement(ids, strings.Fields(parts["don-vi"])); f1 < 1 {
					t.Errorf("F1 %.3f\n%s\nwant\n%s", f1, strings.Join(ids, " "), strings.Join(strings.Fields(parts["don-vi"]), " "))
				}
				if want := strings.Join(strings.Fields(parts["nhan"]), " "); want != "" && strings.Join(labels, " ") != want {
					t.Errorf("labels %s\nwant   %s", strings.Join(labels, " "), want)
				}
				for line := range strings.Lines(parts["dau-trang"]) {
					if !strings.Contains(string(res.Files[0].Data), "\n"+line) {
						t.Errorf("no line %sin\n%s", line, strings.Join(given.FindAllString(string(res.Files[0].Data), -1), "\n"))
					}
				}
				if body := bodyOf(t, res); strings.Contains(body, "CỘNG H") {
					t.Errorf("a head stands in the text:\n%s", body)
				}
				if want := strings.TrimSpace(parts["noi"]); want != "" && !strings.Contains(told(res), "Nối lại "+want+" đoạn") && (want != "0" || strings.Contains(told(res), "Nối lại")) {
					t.Errorf("joined otherwise than %s:\n%s", want, told(res))
				}
				if ending == ".docx" {
					everyWord(t, d, res, signers.FindAllString(text, -1)...)
				}
			})
		}
	}
}

// agreement is the F1 of two lists, each element counted.
func agreement(got, want []string) float64 {
	n := map[string]int{}
	for _, s := range want {
		n[s]++
	}
	both := 0
	for _, s := range got {
		if n[s] > 0 {
			n[s]--
			both++
		}
	}
	if len(got)+len(want) == 0 {
		return 1
	}
	return 2 * float64(both) / float64(len(got)+len(want))
}

// typed sets a text as Word files have it: each line a paragraph, lines in two
// columns a table without borders, lines in capitals bold in the middle.
func typed(text string) string {
	var b strings.Builder
	var rows [][]string
	title := false
	flush := func() {
		if len(rows) > 0 {
			b.WriteString(tbl(rows...))
		}
		rows = nil
	}
	for line := range strings.Lines(text) {
		s := strings.TrimSpace(line)
		parts := column.Split(s, -1)
		indented := s != "" && len(line) > 12 && strings.TrimSpace(line[:12]) == ""
		switch {
		case len(parts) == 2:
			if isMotto(parts[1]) && strings.HasPrefix(viet.Fold(parts[1]), "cong hoa") {
				flush()
			}
			rows = append(rows, []string{par("", collapse(parts[0])), par("", collapse(parts[1]))})
			continue
		case indented && len(rows) > 0:
			rows = append(rows, []string{par("", ""), par("", s)})
			continue
		case s == "" && len(rows) > 0:
			continue
		case len(rows) > 0 && startsDash(s):
			rows = append(rows, []string{par("", s), par("", "")})
			continue
		}
		flush()
		title = title && s != "" && s[0] != '(' && !isOpening(s)
		switch {
		case s == "":
		case title:
			b.WriteString(centred("*" + s))
		case strings.ToUpper(s) == s && strings.ToLower(s) != s:
			b.WriteString(centred("*" + s))
			title = isKind(s)
		default:
			b.WriteString(par("", s))
		}
	}
	flush()
	return b.String()
}

// reparsed is the draft as the portal reads it once it lies in its place.
func reparsed(t *testing.T, res *Result) *markup.Document {
	t.Helper()
	src, _ := diag.NewSource(res.Files[0].Path, res.Files[0].Data)
	_, _, start, _ := tomlfile.FrontMatter(src)
	mode := markup.Plan
	for line := range strings.Lines(src.Text[start:]) {
		if s := strings.TrimLeft(line, "# "); res.Kind == "van-ban" && len(s) > 8 && strings.HasPrefix(s, "Điều ") && s[len("Điều ")] <= '9' {
			mode = markup.Law
		}
	}
	doc, list := markup.Parse(src, start, markup.Options{Mode: mode})
	for _, p := range list {
		if p.Severity != diag.Note || p.Rule == "doan-dut" || p.Rule == "danh-so-lap" {
			t.Errorf("line %d: %s %s", p.Line, p.Rule, p.Message)
		}
	}
	return doc
}

// signers are the invented people who sign.
var signers = regexp.MustCompile(`\pL+ (?:Văn|Thị) Mẫu`)

var given = regexp.MustCompile(`(?m)^[a-z_]+ = .*$`)
