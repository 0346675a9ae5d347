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
		kind, end, ok := markup.PrintedLabel(line, markup.Plan)
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
