package intake

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"regexp"
	"strings"
	"testing"
)

// docx is a Word file in the making: the XML of its parts.
type docx struct {
	body                                             string
	styles, numbering, footnotes, endnotes, comments string
	theme, header, footer                            string
	extra                                            map[string]string
	links                                            map[string]string
}

const spaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ` +
	`xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" ` +
	`xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ` +
	`xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"`

func (d docx) bytes(t testing.TB) []byte {
	t.Helper()
	const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	rels := ""
	parts := map[string]string{}
	add := func(kind, root, xml string) {
		if xml != "" {
			parts["word/"+kind+".xml"] = fmt.Sprintf(`<?xml version="1.0" encoding="UTF-8"?><w:%s %s>%s</w:%s>`, root, spaces, xml, root)
			rels += fmt.Sprintf(`<Relationship Id="r%s" Type="%s%s" Target="%s.xml"/>`, kind, office, kind, kind)
		}
	}
	add("styles", "styles", d.styles)
	add("numbering", "numbering", d.numbering)
	add("footnotes", "footnotes", d.footnotes)
	add("endnotes", "endnotes", d.endnotes)
	add("comments", "comments", d.comments)
	add("header", "hdr", d.header)
	add("footer", "ftr", d.footer)
	if d.theme != "" {
		parts["word/theme.xml"] = d.theme
		rels += fmt.Sprintf(`<Relationship Id="rtheme" Type="%stheme" Target="theme.xml"/>`, office)
	}
	for id, to := range d.links {
		rels += fmt.Sprintf(`<Relationship Id="%s" Type="%shyperlink" Target="%s" TargetMode="External"/>`, id, office, html.EscapeString(to))
	}
	const relations = `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s</Relationships>`
	parts["word/document.xml"] = fmt.Sprintf(`<?xml version="1.0" encoding="UTF-8"?><w:document %s><w:body>%s<w:sectPr/></w:body></w:document>`, spaces, d.body)
	parts["word/_rels/document.xml.rels"] = fmt.Sprintf(relations, rels)
	parts["_rels/.rels"] = fmt.Sprintf(relations, `<Relationship Id="r1" Type="`+office+`officeDocument" Target="word/document.xml"/>`)
	parts["[Content_Types].xml"] = `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`
	for name, xml := range d.extra {
		parts[name] = xml
	}
	return zipped(t, parts)
}

func zipped(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range parts {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// run is a run with the properties of letters in short: b, i, or XML.
func run(props, text string) string {
	switch props {
	case "b":
		props = "<w:b/>"
	case "i":
		props = "<w:i/>"
	}
	if props != "" {
		props = "<w:rPr>" + props + "</w:rPr>"
	}
	return "<w:r>" + props + `<w:t xml:space="preserve">` + html.EscapeString(text) + "</w:t></w:r>"
}

// par is a paragraph with properties as XML; its content is XML where it
// begins with a tag.
func par(props, content string) string {
	if !strings.HasPrefix(content, "<") && content != "" {
		content = run("", content)
	}
	if props != "" {
		props = "<w:pPr>" + props + "</w:pPr>"
	}
	return "<w:p>" + props + content + "</w:p>"
}

func pars(texts ...string) string {
	var b strings.Builder
	for _, s := range texts {
		b.WriteString(par("", s))
	}
	return b.String()
}

func item(list, level int, text string) string {
	return par(fmt.Sprintf(`<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr>`, level, list), text)
}

func lvl(level int, format, text string, more string) string {
	return fmt.Sprintf(`<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/><w:lvlText w:val="%s"/>%s</w:lvl>`, level, format, text, more)
}

func tbl(rows ...[]string) string {
	var b strings.Builder
	b.WriteString("<w:tbl>")
	for _, row := range rows {
		b.WriteString("<w:tr>")
		for _, c := range row {
			if !strings.HasPrefix(c, "<") {
				c = par("", c)
			}
			b.WriteString("<w:tc>" + c + "</w:tc>")
		}
		b.WriteString("</w:tr>")
	}
	return b.String() + "</w:tbl>"
}

var textElement = regexp.MustCompile(`(?s)<(?:w:t|w:delText|m:t)(?: [^>]*)?>(.*?)</`)
var paraEnd = regexp.MustCompile(`</w:p>|<w:tab/>|<w:br/>|</w:txbxContent>`)

// everyWord checks that each word of the file's text stands in a draft or in
// the report. It reads the XML by itself.
func everyWord(t *testing.T, d docx, res *Result, except ...string) {
	t.Helper()
	all := map[string]int{}
	for _, xml := range []string{d.body, d.footnotes, d.endnotes, d.comments, d.header, d.footer} {
		if i := strings.Index(xml, "<mc:Fallback>"); i >= 0 {
			xml = regexp.MustCompile(`(?s)<mc:Fallback>.*?</mc:Fallback>`).ReplaceAllString(xml, "")
		}
		for _, piece := range paraEnd.Split(xml, -1) {
			var words strings.Builder
			for _, m := range textElement.FindAllStringSubmatch(piece, -1) {
				words.WriteString(html.UnescapeString(m[1]))
			}
			m := new(mended)
			count(all, m.text(words.String()), 1)
		}
	}
	have := map[string]int{}
	for _, f := range res.Files[:1] {
		count(have, unescape(string(f.Data)), 1)
	}
	count(have, told(res), 1)
	for _, s := range except {
		count(have, s, 1)
	}
	for w, n := range all {
		if have[w] < n {
			t.Errorf("the word %q stands %d times in the file and %d times in the draft and the report", w, n, have[w])
		}
	}
}

const numberingOfPlan = `<w:abstractNum w:abstractNumId="0">` +
	`<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>` +
	`<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>` +
	`<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl>` +
	`<w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl>` +
	`<w:lvl w:ilvl="4"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2.%5."/></w:lvl>` +
	`</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>` +
	`<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="9"/></w:lvlOverride></w:num>` +
	`<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="2"><w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%3)"/></w:lvl></w:lvlOverride></w:num>`

func TestWordFeatures(t *testing.T) {
	const box = `<wps:txbx><w:txbxContent><w:p><w:r><w:t>Chữ trong khung</w:t></w:r></w:p></w:txbxContent></wps:txbx>`
	for _, c := range []struct {
		name string
		d    docx
		want string   // the Markdown
		said []string // in the report
	}{
		{"automatic numbers", docx{numbering: numberingOfPlan, body: item(1, 0, "MỤC TIÊU") + item(1, 1, "Việc thứ nhất.") + item(1, 2, "Ý a;") + item(1, 2, "Ý b;") + item(1, 2, "Ý c;") + item(1, 2, "Ý d;") +
			item(1, 2, "Ý e.") + item(1, 1, "Việc thứ hai:") + item(1, 2, "Lại từ đầu.") + item(1, 3, "Gạch đầu dòng.") + item(1, 0, "NHIỆM VỤ") + item(1, 1, "Lại từ một.") + item(1, 4, "Số hai cấp.") + item(2, 1, "Số chín.") + item(2, 1, "Số mười.")},
			"## I. MỤC TIÊU\n\n1. Việc thứ nhất.\n\na) Ý a;\n\nb) Ý b;\n\nc) Ý c;\n\nd) Ý d;\n\ne) Ý e.\n\n2. Việc thứ hai:\n\na) Lại từ đầu.\n\n- Gạch đầu dòng.\n\n## II. NHIỆM VỤ\n\n1. Lại từ một.\n\n1.1. Số hai cấp.\n\n9. Số chín.\n\n10. Số mười.\n", nil},
		{"numbers by style", docx{
			styles: `<w:style w:type="paragraph" w:styleId="Goc"><w:name w:val="Goc"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>` +
				`<w:style w:type="paragraph" w:styleId="Con"><w:name w:val="Con"/><w:basedOn w:val="Goc"/></w:style>`,
			numbering: `<w:abstractNum w:abstractNumId="4">` + lvl(0, "decimal", "Điều %1.", `<w:pStyle w:val="Goc"/>`) + lvl(1, "decimal", "%2.", `<w:pStyle w:val="Con"/>`) + `</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="4"/></w:num>`,
			body: par(`<w:pStyle w:val="Goc"/>`, "Phạm vi") + par(`<w:pStyle w:val="Con"/>`, "Khoản một.") + par(`<w:pStyle w:val="Con"/>`, "Khoản hai.") + par(`<w:pStyle w:val="Goc"/>`, "Đối tượng") + par(`<w:pStyle w:val="Con"/>`, "Khoản lại một.") +
				par(`<w:pStyle w:val="Con"/><w:numPr><w:numId w:val="0"/></w:numPr>`, "Không có số.")},
			"### Điều 1. Phạm vi\n\n1. Khoản một.\n\n2. Khoản hai.\n\n### Điều 2. Đối tượng\n\n1. Khoản lại một.\n\nKhông có số.\n", nil},
		{"level override and odd labels", docx{numbering: numberingOfPlan, body: item(3, 2, "Trong ngoặc.") + item(3, 2, "Lại trong ngoặc.")},
			"(a) Trong ngoặc.\n\n(b) Lại trong ngoặc.\n", nil},
		{"tracked changes", docx{body: par("", run("", "Giữ ")+`<w:ins w:id="1">`+run("", "thêm vào")+`</w:ins><w:del w:id="2"><w:r><w:delText> bỏ đi</w:delText></w:r></w:del>`+run("", " hết.")) +
			par("", `<w:moveFrom w:id="3">`+run("", "Chuyển đi.")+`</w:moveFrom>`) + par("", `<w:moveTo w:id="4">`+run("", "Chuyển đến.")+`</w:moveTo>`) +
			par(`<w:rPr><w:del w:id="5"/></w:rPr>`, "Nửa đầu của câu") + par("", " và nửa sau.")},
			"Giữ thêm vào hết.\n\nChuyển đến.\n\nNửa đầu của câu và nửa sau.\n", []string{"bỏ đi", "Chuyển đi."}},
		{"text box once", docx{body: par("", run("", "Trước khung.")+`<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>`+box+`</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>Chữ trong khung</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`) + pars("Sau khung.")},
			"Trước khung.\n\nChữ trong khung\n\nSau khung.\n", nil},
		{"text box only in the older form", docx{body: par("", `<w:r><mc:AlternateContent><mc:Choice Requires="x"><w:drawing/></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>Chữ cũ.</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`)},
			"Chữ cũ.\n", nil},
		{"notes", docx{footnotes: `<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote><w:footnote w:id="1"><w:p>` + run("", "Theo số liệu của xã.") + `</w:p><w:p>` + run("", "Dòng hai.") + `</w:p></w:footnote><w:footnote w:id="2"><w:p>` + run("", "Không ai nhắc.") + `</w:p></w:footnote>`,
			endnotes: `<w:endnote w:id="1"><w:p>` + run("", "Chú thích cuối.") + `</w:p></w:endnote>`,
			body:     par("", run("", "Có chú thích")+`<w:r><w:footnoteReference w:id="1"/></w:r>`+run("", " và nữa")+`<w:r><w:endnoteReference w:id="1"/></w:r>`+run("", "."))},
			"Có chú thích[^1] và nữa[^2].\n\n[^1]: Theo số liệu của xã. Dòng hai.\n\n[^2]: Chú thích cuối.\n", []string{"Không ai nhắc."}},
		{"fields", docx{body: par("", `<w:fldSimple w:instr=" DATE ">`+run("", "Hôm nay")+`</w:fldSimple>`+run("", ", trang ")+`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`+run("", "5")+`<w:r><w:fldChar w:fldCharType="end"/></w:r>`+run("", "."))},
			"Hôm nay, trang 5.\n", nil},
		{"controls, links, tags", docx{links: map[string]string{"rId9": "https://vbpl.vn/x", "rId8": "javascript:alert(1)"},
			body: `<w:sdt><w:sdtPr/><w:sdtContent>` + pars("Trong ô.") + `</w:sdtContent></w:sdt>` +
				par("", `<w:smartTag><w:smartTag>`+run("", "Thẻ lồng ")+`</w:smartTag></w:smartTag><w:hyperlink r:id="rId9">`+run("", "xem văn bản")+`</w:hyperlink>`+run("", " và ")+`<w:hyperlink r:id="rId8">`+run("", "chỗ lạ")+`</w:hyperlink>`+run("", ".")) +
				`<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>` + pars("Bấm để nhập chữ") + `</w:sdtContent></w:sdt>`},
			"Trong ô.\n\nThẻ lồng [xem văn bản](<https://vbpl.vn/x>) và chỗ lạ.\n", []string{"Bấm để nhập chữ"}},
		{"signs", docx{body: par("", `<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:t xml:space="preserve"> xong, mã</w:t><w:noBreakHyphen/><w:t>số, hợp</w:t><w:softHyphen/><w:t>tác, 30</w:t></w:r><w:r><w:sym w:font="Symbol" w:char="F0B0"/></w:r>`+run("", ", m")+run(`<w:vertAlign w:val="superscript"/>`, "2")+run("", ", H")+run(`<w:vertAlign w:val="subscript"/>`, "2")+run("", "O."))},
			"✓ xong, mã-số, hợptác, 30°, m², H₂O.\n", []string{"1 dấu gạch nối ẩn"}},
		{"left out", docx{comments: `<w:comment w:id="0"><w:p>` + run("", "Xem lại chỗ này") + `</w:p></w:comment>`, header: pars("Dự thảo lần hai"), footer: par("", `<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t xml:space="preserve"> - </w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`),
			body: par("", run("", "Có bình luận.")+`<w:r><w:commentReference w:id="0"/></w:r>`) + par("", run("<w:vanish/>", "Chữ giấu ")+run("", "Chữ hiện.")) +
				par("", `<w:r><w:drawing><wp:docPr id="1" descr="Ảnh hội nghị"/><a:graphic><pic:pic><a:blip/></pic:pic></a:graphic></w:drawing></w:r>`) + `<w:altChunk r:id="x"/>`},
			"Có bình luận.\n\nChữ hiện.\n", []string{"Xem lại chỗ này", "Dự thảo lần hai", "Chữ giấu", "Ảnh hội nghị", "được nhúng"}},
		{"contents", docx{body: par("", `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \o "1-3"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`+run("", "I. MỤC TIÊU 1")) +
			par("", "II. NHIỆM VỤ 2") + par("", `<w:r><w:fldChar w:fldCharType="end"/></w:r>`) + pars("I. MỤC TIÊU", "Chữ.")},
			"## I. MỤC TIÊU\n\nChữ.\n", []string{"I. MỤC TIÊU 1", "II. NHIỆM VỤ 2"}},
		{"form that matters", docx{body: par("", run("b", "1. Công an xã:")+run("", " giữ ")+run("i", "an ninh")+run("", " trật tự.")) + par("", run("b", "Cả đoạn này đậm nhưng là một câu dài.")) + par("", run("i", "Căn cứ Luật A;")) + par("", run("b", "Dấu “")+run("", "trong ngoặc” dính."))},
			"1. **Công an xã**: giữ *an ninh* trật tự.\n\nCả đoạn này đậm nhưng là một câu dài.\n\nCăn cứ Luật A;\n\nDấu “trong ngoặc” dính.\n", nil},
		{"line breaks", docx{body: par("", `<w:r><w:t>1. Việc một;</w:t><w:br/><w:t>2. Việc hai;</w:t><w:br/><w:t>a) ý của việc hai và còn nói</w:t><w:br/><w:t>tiếp dòng nữa.</w:t></w:r>`)},
			"1. Việc một;\n\n2. Việc hai;\n\na) ý của việc hai và còn nói tiếp dòng nữa.\n", nil},
		{"table", docx{body: "<w:tbl><w:tr><w:tc>" + par("", "STT") + "</w:tc><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>" + par("", "Nội dung | việc") + "</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>" + par("", "1") + "</w:tc><w:tc>" + pars("Một", "hai") +
			"</w:tc><w:tc>" + par("", "-") + "</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>" + par("", "") + "</w:tc><w:tc>" + tbl([]string{"Con", "cháu"}) + par("", "") + "</w:tc><w:tc>" + par("", "x*y") + "</w:tc></w:tr></w:tbl>" + pars("Hết.")},
			"| STT | Nội dung \\| việc | |\n| --- | --- | --- |\n| 1 | Một hai | \\- |\n| | Con cháu | x\\*y |\n\nHết.\n", []string{"ô gộp", "ô nhiều đoạn", "bảng nằm trong ô"}},
		{"what Markdown swallows", docx{body: pars("# không phải mục", "> không trích", "+++ ba cộng", "2020. Năm ấy", "[x]: https://a.vn", "a_b_ _c_ 2*3*4 <b>đậm</b> &amp; | x |", "`mã` và \\n", "===", "    thụt vào", "Câu <script>alert(1)</script> [^1] ![h](x.png)")},
			"\\# không phải mục\n\n\\> không trích\n\n\\+++ ba cộng\n\n2020\\. Năm ấy\n\n\\[x\\]: https://a.vn\n\na_b\\_ \\_c\\_ 2\\*3\\*4 \\<b>đậm\\</b> \\&amp; \\| x \\|\n\n\\`mã\\` và \\\\n\n\nthụt vào\n\nCâu \\<script>alert(1)\\</script> \\[^1\\] !\\[h\\](x.png)\n", nil},
		{"formula", docx{body: par("", run("", "Tính ")+`<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>`+run("", " người."))}, "Tính a+b người.\n", nil},
		{"stars that were typed", docx{body: pars("**KẾ HOẠCH", "Về một việc năm 2026**", "Một **chữ đậm** ở giữa.", "Sao ** lẻ.")}, "**KẾ HOẠCH**\n\n**Về một việc năm 2026**\n\nMột **chữ đậm** ở giữa.\n\nSao \\*\\* lẻ.\n", nil},
		{"broken with an empty line between", docx{body: pars("Đoạn này dài hơn bốn mươi chữ cái và bị cắt ngang ở chỗ của", "", "trang sau; hết.", "Đoạn mới.")}, "Đoạn này dài hơn bốn mươi chữ cái và bị cắt ngang ở chỗ của trang sau; hết.\n\nĐoạn mới.\n", []string{"Nối lại 1 đoạn"}},
		{"headings that are not set off", docx{numbering: `<w:abstractNum w:abstractNumId="0">` + lvl(0, "upperRoman", "Chương %1", "") + `</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
			body: item(1, 0, "Quy định chung") + par("", run("b", "Điều 1 Phạm vi")) + pars("Nội dung.", "Điều 5 của Luật này không áp dụng ở đây", "Mục 2 nói về việc khác") + item(1, 0, "Thi hành")},
			"## Chương I Quy định chung\n\n### Điều 1 Phạm vi\n\nNội dung.\n\nĐiều 5 của Luật này không áp dụng ở đây\n\nMục 2 nói về việc khác\n\n## Chương II Thi hành\n", nil},
		{"labels of another fashion", docx{numbering: `<w:abstractNum w:abstractNumId="0">` + lvl(0, "decimal", "%1)", "") + lvl(1, "lowerLetter", "%2.", "") + `</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
			body: pars("I- MỤC TIÊU", "a. giữ gìn;", "b. phát huy.", "II - NHIỆM VỤ") + item(1, 0, "Việc một.") + item(1, 1, "ý nhỏ;") + item(1, 1, "ý nữa.") + item(1, 0, "Việc hai.") + pars("➢ Mũi tên.", "➢ Nữa.", "c - cũng vậy.")},
			"## I- MỤC TIÊU\n\na. giữ gìn;\n\nb. phát huy.\n\n## II - NHIỆM VỤ\n\n1) Việc một.\n\na. ý nhỏ;\n\nb. ý nữa.\n\n2) Việc hai.\n\n- Mũi tên.\n\n- Nữa.\n\nc - cũng vậy.\n", []string{"2 dấu chấm tròn"}},
		{"one odd label is none", docx{body: pars("X) Lẻ loi.", "1- 2 người.", "Hết.")}, "X) Lẻ loi.\n\n1- 2 người.\n\nHết.\n", nil},
		{"capitals by form", docx{body: par("", run("<w:caps/>", "Kế hoạch")) + pars("Chữ thường.")}, "**KẾ HOẠCH**\n\nChữ thường.\n", nil},
		{"a mark cut off from its letter", docx{body: par("", run("", "hoa")+run("b", "\u0300 bình."))}, "hoà **bình**.\n", []string{"dấu rời được ghép"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			res := importing(t, "x.docx", c.d.bytes(t), Options{Kind: "van-ban"})
			if got := bodyOf(t, res); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
			said := told(res)
			for _, s := range c.said {
				if !strings.Contains(said, s) {
					t.Errorf("the report does not say %q:\n%s", s, said)
				}
			}
			if !strings.Contains(c.name, "signs") && !strings.Contains(c.name, "letter") {
				everyWord(t, c.d, res)
			}
		})
	}
}
