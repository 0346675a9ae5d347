package intake

import (
	"errors"
	"os"
	"strings"
	"testing"

	"thonlanh/internal/content"
	"thonlanh/internal/diag"
	"thonlanh/internal/markup"
	"thonlanh/internal/tomlfile"
)

// sound checks what must hold of every import, whatever the file: a refusal in
// words, or drafts that lose no word, can be read and hold nothing that
// Markdown would swallow.
func sound(t *testing.T, name string, data []byte, kind string) {
	res, err := Import(name, data, Options{Kind: kind, On: today(t)})
	if err != nil {
		var r *Refusal
		if !errors.As(err, &r) || r.Message() == "" || r.Hint() == "" {
			t.Fatal(err)
		}
		return
	}
	for _, f := range res.Files {
		src, list := diag.NewSource(f.Path, f.Data)
		if src == nil {
			t.Fatal(list)
		}
		if src.Text != string(f.Data) {
			t.Fatalf("%s is not in its final form: %q", f.Path, f.Data)
		}
		if strings.HasSuffix(f.Path, ".toml") {
			var v any = &content.Targets{}
			switch {
			case strings.HasSuffix(f.Path, "nhiem-vu.toml"):
				v = &content.Duties{}
			case strings.HasSuffix(f.Path, "bao-cao.toml"):
				v = &content.Reports{}
			}
			if _, list := tomlfile.Decode(src, 0, len(src.Text), v); len(list) > 0 {
				t.Fatalf("%s: %+v\n%s", f.Path, list, f.Data)
			}
			continue
		}
		at, end, start, list := tomlfile.FrontMatter(src)
		if len(list) > 0 {
			t.Fatal(list)
		}
		var v any = &content.Article{}
		mode := markup.Prose
		switch res.Kind {
		case "ke-hoach":
			v, mode = &content.Plan{}, markup.Plan
		case "van-ban":
			v, mode = &content.Legal{}, markup.Plan
		case "tin":
			v = &content.News{}
		}
		if _, list := tomlfile.Decode(src, at, end, v); len(list) > 0 {
			t.Fatalf("%+v\n%s", list, f.Data)
		}
		_, problems := markup.Parse(src, start, markup.Options{Mode: mode})
		for _, p := range problems {
			if p.Severity == diag.Block && p.Rule != "qua-phuc-tap" {
				t.Fatalf("line %d: %s in\n%s", p.Line, p.Rule, f.Data)
			}
		}
	}
}

func FuzzPlain(f *testing.F) {
	f.Add([]byte(samplePlan(f)), "ke-hoach")
	f.Add([]byte("Số: 1/QĐ-UBND\nQUYẾT ĐỊNH\nVề việc\n\nĐiều 1. a\n1. b\na) c\n- d\nTM. UBND XÃ\nCHỦ TỊCH\nLê Văn Mẫu"), "")
	f.Add([]byte("ñy ban nh©n d©n x· gi÷ g×n"), "bai")
	f.Add([]byte("# a\n> b\n```\n[^1]: x\n| a | b |\n|---|---|\n***\n1) x\n2020. y\n<b>\n&amp;"), "tin")
	f.Add([]byte("\xff\xfea\x00b\x00"), "van-ban")
	f.Fuzz(func(t *testing.T, data []byte, kind string) {
		switch kind {
		case "", "ke-hoach", "van-ban", "bai", "tin":
		default:
			kind = ""
		}
		sound(t, "a.txt", data, kind)
	})
}

// FuzzWord changes the XML of a Word file.
func FuzzWord(f *testing.F) {
	f.Add(pars("Một câu.")+item(1, 0, "MỤC")+item(1, 1, "Việc."), numberingOfPlan, "", "")
	f.Add(decision, "", "", "")
	f.Add(decree, "", "", "")
	f.Add(letter, "", `<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="A"/></w:style>`, "")
	f.Add(par("", run("b", "Đậm ")+run("i", "nghiêng*")+`<w:r><w:footnoteReference w:id="1"/></w:r>`)+tbl([]string{"a|b", "- c"}, []string{"d"}), "", "", `<w:footnote w:id="1"><w:p><w:r><w:t>x</w:t></w:r></w:p></w:footnote>`)
	f.Add(par("", `<w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del><w:ins>`+run("", "thêm")+`</w:ins><w:r><w:br/><w:tab/><w:sym w:font="Symbol" w:char="F0B7"/></w:r>`), "", "", "")
	f.Add(`<w:sdt><w:sdtContent><w:p><w:r><mc:AlternateContent><mc:Choice><w:pict><w:txbxContent>`+pars("Khung")+`</w:txbxContent></w:pict></mc:Choice><mc:Fallback/></mc:AlternateContent></w:r></w:p></w:sdtContent></w:sdt>`, "", "", "")
	f.Add(par(`<w:rPr><w:del/></w:rPr>`, "nửa")+par("", run(font(".VnTime"), "ñy ban")+run(font("VNI-Times"), "uûy ban")), "", "", "")
	f.Fuzz(func(t *testing.T, body, numbering, styles, notes string) {
		if len(body)+len(numbering)+len(styles)+len(notes) > 1<<18 {
			return
		}
		d := docx{body: body, numbering: numbering, styles: styles, footnotes: notes}
		sound(t, "a.docx", d.bytes(t), []string{"", "ke-hoach", "van-ban", "bai"}[len(body)%4])
	})
}

// FuzzArchive changes the bytes of a Word file.
func FuzzArchive(f *testing.F) {
	f.Add(docx{body: decision}.bytes(f))
	f.Add(docx{body: pars("a"), numbering: numberingOfPlan, footnotes: "<w:footnote/>"}.bytes(f))
	f.Add([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"))
	f.Fuzz(func(t *testing.T, data []byte) { sound(t, "a.docx", data, "") })
}

// Files that somebody hands in: every one named here must be sound.
func TestFilesGiven(t *testing.T) {
	for name := range strings.FieldsSeq(os.Getenv("THONLANH_FILES")) {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		sound(t, name, data, "")
	}
}
