package markup

import (
	"strings"
	"testing"

	"thonlanh/internal/diag"
)

func TestSwallowedSyntax(t *testing.T) {
	for _, c := range []struct {
		name, text string
		mode       Mode
		problems   string
		visible    string // text that must still be seen
	}{
		{"block HTML", "Chữ.\n\n<div class=\"x\">\nBên trong\n</div>\n", Prose, "3:1 chan html-tho", "Bên trong"},
		{"inline HTML", "Chữ <b>đậm</b> nhé.\n", Prose, "1:5 chan html-tho", "<b>đậm</b>"},
		{"a script", "<script>alert(1)</script>\n", Prose, "1:1 chan html-tho", "alert(1)"},
		{"a comment", "Chữ <!-- ghi chú --> nữa.\n", Prose, "1:5 chan html-tho", "ghi chú"},
		{"a line break tag", "Dòng<br>dòng.\n", Plan, "1:5 chan html-tho", "<br>"},
		{"a tag in a table", "| A |\n|---|\n| x<br/>y |\n", Prose, "3:4 chan html-tho", "<br/>"},
		{"a tag in a heading", "## Tên <u>gạch</u>\n", Prose, "1:8 chan html-tho", "<u>"},
		{"a tag in code is text", "Viết `<b>` để in đậm.\n", Prose, "", "<b>"},
		{"a sign is no tag", "Tuổi < 18 và a<b, 5<6>4.\n", Prose, "", "a<b"},
		{"an escaped tag is text", "Dấu \\<b> nhé.\n", Prose, "", "<b>"},
		{"indented code", "Chữ.\n\n    thụt bốn dấu cách\n", Prose, "3:5 chan dong-thut", "thụt bốn"},
		{"a tab", "Chữ.\n\n\tthụt một tab\n", Plan, "3:2 chan dong-thut", "thụt một"},
		{"indented below an item", "- một\n\n  tiếp\n\n      thụt sáu\n", Prose, "5:7 chan dong-thut", "thụt sáu"},
		{"indented below a plan's item", "- một\n\n    Tiếp theo.\n", Plan, "", "Tiếp theo"},
		{"a paragraph that goes on", "Chữ\n    thụt giữa đoạn.\n", Prose, "", "thụt giữa"},
		{"dashes below a line", "Tên bài\n-------\n", Prose, "2:1 chan gach-duoi", "Tên bài"},
		{"equals below a line", "Tên bài\n===\n", Plan, "2:1 chan gach-duoi", "==="},
		{"one dash below a line", "Tên bài\n-\n", Prose, "2:1 chan gach-duoi", "-"},
		{"a rule", "Chữ.\n\n---\n\nChữ.\n", Prose, "", "Chữ."},
		{"stars between digits", "Tính 2*3*4 bằng 24.\n", Prose, "1:7 chan sao-le", "2"},
		{"one star between digits", "Tính 2*3 bằng 6.\n", Plan, "1:7 chan sao-le", "2*3"},
		{"an escaped star", "Tính 2\\*3\\*4.\n", Prose, "", "2*3*4"},
		{"emphasis", "Năm *2020* và **2021**.\n", Prose, "", "2020"},
		{"a list that skips", "7. bảy\n9. chín\n", Prose, "2:1 chan danh-sach-doi-so", "chín"},
		{"a list that stays at one", "1. một\n1. hai\n", Prose, "2:1 chan danh-sach-doi-so", "hai"},
		{"a list in order", "7. bảy\n8. tám\n", Prose, "", "tám"},
		{"numbers of a plan", "7. bảy.\n\n9. chín.\n", Plan, "1:1 nhac danh-so-nhay\n3:1 nhac danh-so-nhay", "9. chín"},
		{"no description", "![](a.jpg)\n", Prose, "1:1 chan anh-thieu-mo-ta", ""},
		{"lazy descriptions", "![Ảnh](a.jpg) ![hình 2](b.jpg) ![c.jpg](c.jpg) ![hop thon](hop-thon.jpg)\n", Prose, "1:1 canh_bao anh-mo-ta-luoi\n1:15 canh_bao anh-mo-ta-luoi\n1:32 canh_bao anh-mo-ta-luoi", ""},
		{"a good description", "![Cán bộ phát tờ gấp](a.jpg)\n", Prose, "", ""},
		{"a picture from elsewhere", "Xem ![Cán bộ phát tờ gấp](https://x.vn/a.jpg)\n", Prose, "1:5 chan tai-nguyen-ngoai", "Cán bộ phát tờ gấp"},
		{"a picture without scheme", "![Cán bộ phát tờ gấp](//x.vn/a.jpg)\n", Prose, "1:1 chan tai-nguyen-ngoai", ""},
		{"javascript", "[bấm](javascript:alert%281%29)\n", Prose, "1:1 chan lien-ket-la", "bấm"},
		{"javascript in disguise", "[bấm](<java&#9;SCRIPT:alert(1)>)\n", Prose, "1:1 chan lien-ket-la", "bấm"},
		{"data", "Xem [bấm](data:text/html,x)\n", Prose, "1:5 chan lien-ket-la", "bấm"},
		{"a backslash", "[bấm](/\\\\x.vn/)\n", Prose, "1:1 chan lien-ket-la", "bấm"},
		{"a link without words", "[](/tin/)\n", Prose, "1:1 chan lien-ket-trong", ""},
		{"a bare address", "Xem https://x.vn/ nhé.\n", Prose, "", "https://x.vn/"},
		{"an unused definition", "Chữ.\n\n[Ghi chú]: gấp\n", Prose, "3:1 chan dinh-nghia-thua", ""},
		{"a used definition", "Xem [đây][1].\n\n[1]: /tin/\n", Prose, "", "đây"},
		{"a footnote not used", "Chữ.\n\n[^1]: Lời chú.\n", Prose, "3:1 nhac chu-thich-thua", "Lời chú."},
		{"a title of the first level", "# Tên trang\n", Prose, "1:1 chan tieu-de-cap-1", "Tên trang"},
		{"a skipped level", "## Một\n\n#### Ba\n", Prose, "3:1 chan tieu-de-nhay-cap", "Ba"},
		{"a first level too low", "### Ba\n", Prose, "1:1 chan tieu-de-nhay-cap", "Ba"},
		{"an empty heading", "##\n", Prose, "1:1 chan tieu-de-trong", ""},
		{"a row too long", "| a | b |\n|---|---|\n| c \\| d | e | f |\n| g | h |\n", Prose, "3:1 chan bang-thua-o", "c | d"},
		{"a short row", "a | b\n--|--\nc\n", Plan, "", "c"},
		{"strikethrough is off", "Chữ ~~gạch~~.\n", Prose, "", "~~gạch~~"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, list := parse(t, c.mode, c.text)
			if got := brief(list); got != c.problems {
				t.Errorf("problems\n%s\nwant\n%s", got, c.problems)
			}
			if got := visible(t, d); !strings.Contains(got, c.visible) {
				t.Errorf("%q is not to be seen in %q", c.visible, got)
			}
			for _, p := range list {
				if p.Message == "" || p.Hint == "" || p.File != "a.md" {
					t.Errorf("incomplete problem %+v", p)
				}
			}
		})
	}
}

// Places count from the top of the file, characters and not bytes.
func TestPlacesBelowFrontMatter(t *testing.T) {
	head := "+++\ntieu_de = \"Đầu\"\n+++\n"
	src, _ := diag.NewSource("a.md", []byte(head+"Điều đó <b>là</b> [đây](/x/)\n\n## Mục\n"))
	d, list := Parse(src, len(head), Options{})
	if got := brief(list); got != "4:9 chan html-tho" {
		t.Errorf("problems %q", got)
	}
	if len(d.Links) != 1 || d.Links[0] != (Link{Dest: "/x/", Text: "đây", Pos: diag.Pos{Line: 4, Column: 19}}) {
		t.Errorf("links %+v", d.Links)
	}
	if len(d.Headings) != 1 || d.Headings[0].Line != 6 {
		t.Errorf("headings %+v", d.Headings)
	}
	if src, _ := diag.NewSource("b.md", []byte("x")); true {
		if d, list := Parse(src, 99, Options{}); d == nil || len(list) > 0 {
			t.Errorf("a body beyond the end: %v %v", d, list)
		}
	}
}

// One rule that fires everywhere must not bury the others.
func TestRepeatedProblems(t *testing.T) {
	_, list := parse(t, Prose, strings.Repeat("Chữ <b>.\n\n", 500))
	if len(list) != maxRepeats || !strings.Contains(list[maxRepeats-1].Message, "Còn nhiều chỗ") {
		t.Errorf("%d problems, the last %q", len(list), list[len(list)-1].Message)
	}
}
