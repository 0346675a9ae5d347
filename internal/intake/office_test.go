package intake

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"thonlanh/internal/markup"
)

// office gives the program that writes Word files, which must not be ours.
func office(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"soffice", "libreoffice"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	if os.Getenv("THONLANH_OFFICE") == "required" {
		t.Fatal("LibreOffice is required here and not installed")
	}
	t.Skip("no LibreOffice on this machine (apt: libreoffice-writer-nogui)")
	return ""
}

// convert has LibreOffice turn a flat OpenDocument text into another format.
func convert(t *testing.T, fodt, format string) []byte {
	t.Helper()
	soffice := office(t)
	dir := t.TempDir()
	name := filepath.Join(dir, "van-ban.fodt")
	if err := os.WriteFile(name, []byte(fodt), 0o666); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(soffice, "-env:UserInstallation=file://"+filepath.ToSlash(filepath.Join(dir, "home")), "--headless", "--convert-to", format, "--outdir", dir, name)
	cmd.Env = append(os.Environ(), "HOME="+dir)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, out)
	}
	ext, _, _ := strings.Cut(format, ":")
	data, err := os.ReadFile(filepath.Join(dir, "van-ban."+ext))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

const fodtHead = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles>
<style:style style:name="B" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/><style:text-properties fo:font-weight="bold"/></style:style>
<text:list-style style:name="L">
<text:list-level-style-number text:level="1" style:num-format="I" style:num-suffix="."/>
<text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix="."/>
<text:list-level-style-bullet text:level="3" text:bullet-char="-"/>
</text:list-style>
</office:automatic-styles>
<office:body><office:text>
`

// automatic writes the sample plan with the word processor's own numbering:
// no label stands in the text.
func automatic(t *testing.T, plan string) string {
	var b strings.Builder
	b.WriteString(fodtHead)
	last := 0
	closing := false
	for line := range strings.SplitSeq(plan, "\n") {
		bold := strings.Contains(line, "**")
		line = strings.TrimSpace(strings.ReplaceAll(line, "**", ""))
		if line == "" {
			continue
		}
		var escaped bytes.Buffer
		xml.EscapeText(&escaped, []byte(line))
		kind, end, ok := markup.PrintedLabel(line, markup.Plan, 0)
		closing = closing || markup.OpensRecipients(line)
		if closing || !ok {
			style := ""
			if bold || markup.AllCapitals(line) {
				style = ` text:style-name="B"`
			}
			fmt.Fprintf(&b, "<text:p%s>%s</text:p>\n", style, escaped.String())
			continue
		}
		escaped.Reset()
		xml.EscapeText(&escaped, []byte(strings.TrimSpace(line[end:])))
		level, start := 3, ""
		switch kind {
		case markup.KindRoman:
			level, last = 1, 0
		case markup.KindNumber:
			level = 2
			n := 0
			fmt.Sscanf(line, "%d", &n)
			if n != last+1 {
				start = fmt.Sprintf(` text:start-value="%d"`, n)
			}
			last = n
		}
		b.WriteString(`<text:list text:style-name="L" text:continue-numbering="true">`)
		b.WriteString(strings.Repeat("<text:list-item><text:list>", level-1))
		fmt.Fprintf(&b, "<text:list-item%s><text:p>%s</text:p></text:list-item>", start, escaped.String())
		b.WriteString(strings.Repeat("</text:list></text:list-item>", level-1))
		b.WriteString("</text:list>\n")
	}
	b.WriteString("</office:text></office:body></office:document>\n")
	return b.String()
}

// The same plan through another word processor, with automatic numbering,
// gives the same draft.
func TestSamplePlanThroughOffice(t *testing.T) {
	if testing.Short() {
		t.Skip("starting LibreOffice takes a quarter of a minute")
	}
	plan := samplePlan(t)
	docx := convert(t, automatic(t, plan), "docx:MS Word 2007 XML")
	if out := os.Getenv("THONLANH_KEEP"); out != "" {
		os.WriteFile(out, docx, 0o666)
	}
	res := importing(t, "ke-hoach.docx", docx, Options{Kind: "ke-hoach"})
	samplePlanIsWhole(t, res)
	want := importing(t, "ke-hoach.txt", []byte(plan), Options{Kind: "ke-hoach"})
	if got, want := bodyOf(t, res), bodyOf(t, want); got != want {
		t.Errorf("drafts differ:\n%s", firstDifference(got, want))
	}
}

func firstDifference(a, b string) string {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range x {
		if i >= len(y) || x[i] != y[i] {
			other := ""
			if i < len(y) {
				other = y[i]
			}
			return fmt.Sprintf("line %d:\n%q\n%q", i+1, x[i], other)
		}
	}
	return "one is longer"
}

const fodtDecision = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles>
<style:style style:name="B" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="T" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="F" style:family="graphic"/>
<text:list-style style:name="L">
<text:list-level-style-number text:level="1" style:num-format="1" style:num-prefix="Điều " style:num-suffix="."/>
<text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix="."/>
<text:list-level-style-number text:level="3" style:num-format="a" style:num-suffix=")"/>
</text:list-style>
</office:automatic-styles>
<office:body><office:text>
<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info><dc:creator>x</dc:creator><dc:date>2026-01-01T00:00:00</dc:date></office:change-info><text:p>chữ thừa </text:p></text:deletion></text:changed-region></text:tracked-changes>
<table:table><table:table-column table:number-columns-repeated="2"/><table:table-row><table:table-cell><text:p text:style-name="B">ỦY BAN NHÂN DÂN</text:p><text:p text:style-name="B">XÃ MẪU</text:p></table:table-cell><table:table-cell><text:p text:style-name="B">CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</text:p><text:p text:style-name="B">Độc lập - Tự do - Hạnh phúc</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell><text:p>Số: 45/QĐ-UBND</text:p></table:table-cell><table:table-cell><text:p>Mẫu, ngày 05 tháng 02 năm 2026</text:p></table:table-cell></table:table-row></table:table>
<text:p/>
<text:p text:style-name="B">QUYẾT ĐỊNH</text:p><text:p text:style-name="B">Về việc ban hành quy định của xã</text:p>
<text:p text:style-name="B">QUYẾT ĐỊNH:</text:p>
<text:list text:style-name="L"><text:list-item><text:p>Phạm vi</text:p><text:list><text:list-item><text:p><text:change text:change-id="c1"/>Khoản một<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Nguồn của xã.</text:p></text:note-body></text:note>:</text:p><text:list><text:list-item><text:p>Ý một;</text:p></text:list-item><text:list-item><text:p>Ý hai.</text:p></text:list-item></text:list></text:list-item><text:list-item><text:p>Khoản <text:span text:style-name="T">hai</text:span> của điều.</text:p></text:list-item></text:list></text:list-item><text:list-item><text:p>Thi hành</text:p><text:list><text:list-item><text:p>Lại khoản một.</text:p></text:list-item></text:list></text:list-item></text:list>
<text:p>Kèm bảng sau:<draw:frame draw:style-name="F" text:anchor-type="paragraph" svg:width="5cm"><draw:text-box fo:min-height="1cm"><text:p>Chữ trong khung.</text:p></draw:text-box></draw:frame></text:p>
<table:table><table:table-column table:number-columns-repeated="3"/><table:table-row><table:table-cell><text:p>TT</text:p></table:table-cell><table:table-cell table:number-columns-spanned="2"><text:p>Việc</text:p></table:table-cell><table:covered-table-cell/></table:table-row><table:table-row><table:table-cell><text:p>1</text:p></table:table-cell><table:table-cell><text:p>Họp thôn</text:p></table:table-cell><table:table-cell><text:p>Quý I</text:p></table:table-cell></table:table-row></table:table>
<text:p/>
<table:table><table:table-column table:number-columns-repeated="2"/><table:table-row><table:table-cell><text:p>Nơi nhận:</text:p><text:p>- Như Điều 2;</text:p><text:p>- Lưu: VT.</text:p></table:table-cell><table:table-cell><text:p text:style-name="B">TM. ỦY BAN NHÂN DÂN</text:p><text:p text:style-name="B">CHỦ TỊCH</text:p><text:p/><text:p text:style-name="B">Nguyễn Văn Mẫu</text:p></table:table-cell></table:table-row></table:table>
</office:text></office:body></office:document>
`

// A decision as another word processor writes it.
func TestDecisionThroughOffice(t *testing.T) {
	if testing.Short() {
		t.Skip("starting LibreOffice takes a quarter of a minute")
	}
	res := importing(t, "qd.docx", convert(t, fodtDecision, "docx:MS Word 2007 XML"), Options{})
	const want = "**QUYẾT ĐỊNH**\n\n**Về việc ban hành quy định của xã**\n\n**QUYẾT ĐỊNH**:\n\n" +
		"### Điều 1. Phạm vi\n\n1. Khoản một[^1]:\n\na) Ý một;\n\nb) Ý hai.\n\n2. Khoản **hai** của điều.\n\n### Điều 2. Thi hành\n\n1. Lại khoản một.\n\n" +
		"Kèm bảng sau:\n\nChữ trong khung.\n\n| TT | Việc | |\n| --- | --- | --- |\n| 1 | Họp thôn | Quý I |\n\n" +
		"Nơi nhận:\n\n- Như Điều 2;\n- Lưu: VT.\n\n**TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH**\n\n(đã ký)\n\n[^1]: Nguồn của xã.\n"
	if got := bodyOf(t, res); got != want {
		t.Errorf("%s\n%s", firstDifference(got, want), got)
	}
	for _, s := range []string{`so_ky_hieu = "45/QĐ-UBND"`, `ngay_ban_hanh = 2026-02-05`, `co_quan = ["Ủy ban nhân dân xã Mẫu"]`} {
		if !strings.Contains(string(res.Files[0].Data), "\n"+s+"\n") {
			t.Errorf("no %s", s)
		}
	}
	if !strings.Contains(told(res), "chữ thừa") {
		t.Errorf("the deletion is not named: %s", told(res))
	}
}
