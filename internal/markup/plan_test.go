package markup

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"thonlanh/internal/diag"
)

func readFile(t testing.TB, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// seedIDs are the units of the plan of 2020: eight targets, seven tasks,
// eight bodies numbered 1 to 7 and 9, nineteen duties, three paragraphs on
// reports.
func seedIDs() []string {
	out := []string{"muc-i"}
	add := func(id string, dashes int) {
		if id != "muc-i" {
			out = append(out, id)
		}
		for n := 1; n <= dashes; n++ {
			out = append(out, fmt.Sprintf("%s-y-%d", id, n))
		}
	}
	add("muc-i", 8)
	out = append(out, "muc-ii")
	for n, dashes := range []int{0, 2, 4, 0, 0, 0, 0} {
		add(fmt.Sprintf("muc-ii-%d", n+1), dashes)
	}
	out = append(out, "muc-iii")
	for n, dashes := range []int{5, 4, 4, 0, 0, 0, 0} {
		add(fmt.Sprintf("muc-iii-%d", n+1), dashes)
	}
	add("muc-iii-9", 2)
	return append(out, "muc-iv", "muc-iv-1", "muc-iv-2", "muc-iv-3")
}

func TestPlanSeed(t *testing.T) {
	text := readFile(t, "testdata/ke-hoach-2020.md")
	d, list := parse(t, Plan, text)
	if got, want := ids(d), seedIDs(); !slices.Equal(got, want) {
		t.Errorf("units\n%q\nwant\n%q", got, want)
	}
	if got, want := brief(list), "28:1 nhac doan-dut\n52:1 nhac doan-dut\n106:1 nhac danh-so-nhay"; got != want {
		t.Errorf("problems\n%s\nwant\n%s", got, want)
	}
	if !slices.ContainsFunc(list, func(p diag.Problem) bool { return p.Message == "Mục III nhảy từ 7 sang 9." }) {
		t.Errorf("the gap is not named: %v", list)
	}
	// Every word stands in the page, in order, labels included.
	want := strings.Join(strings.Fields(strings.ReplaceAll(text, "**", "")), " ")
	if got := visible(t, d); got != want {
		t.Errorf("the text changed:\n%s", firstDifference(got, want))
	}
	for id, cite := range map[string]string{
		"muc-iii": "Mục III", "muc-iii-9": "Mục III.9", "muc-iii-9-y-2": "Mục III.9, ý 2", "muc-i-y-2": "Mục I, ý 2",
	} {
		i, ok := d.Unit(id)
		if !ok || d.Cite(i) != cite {
			t.Errorf("%s is cited %q, want %q", id, d.Cite(i), cite)
		}
	}
	i, _ := d.Unit("muc-iii-9")
	if u := d.Units[i]; u.Label != "9." || u.Title != "Các thôn" || u.Kind != KindNumber || u.Pos != (diag.Pos{Line: 106, Column: 1}) || d.Units[u.Parent].ID != "muc-iii" {
		t.Errorf("unit muc-iii-9: %+v", u)
	}
	for _, part := range []string{
		`<h2 class="muc" id="muc-iii"><span class="nhan">III.</span> TỔ CHỨC THỰC HIỆN&nbsp;<a class="neo" href="#muc-iii" aria-label="Liên kết tới mục III">§</a></h2>`,
		`<h3 class="so" id="muc-iii-9"><span class="nhan">9.</span> Các thôn&nbsp;`,
		`<p class="y" id="muc-iii-9-y-2"><span class="nhan">-</span> Đẩy mạnh`,
		`aria-label="Liên kết tới mục III.9, ý 2">§</a></p>`,
		"<div class=\"noi-nhan\">\n<p>Nơi nhận:</p>\n<p>- Phòng LĐ",
		"<div class=\"chu-ky\">\n<p><strong>TM. ỦY BAN NHÂN DÂN<br>\nCHỦ TỊCH</strong></p>\n<p>(đã ký)</p>\n</div>",
	} {
		if !strings.Contains(d.HTML, part) {
			t.Errorf("no %s", part)
		}
	}
	if !strings.HasPrefix(d.Lead, "Thực hiện Kế hoạch số 48/KH-UBND") || len([]rune(d.Lead)) > leadMax+1 {
		t.Errorf("lead %q", d.Lead)
	}
}

func firstDifference(a, b string) string {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	from := max(0, n-60)
	return fmt.Sprintf("got  …%.200s\nwant …%.200s", a[from:], b[from:])
}

// The same plan, typed in other ways, has the same units and, but for the
// lines, the same page.
func TestPlanTypedOtherwise(t *testing.T) {
	text := readFile(t, "testdata/ke-hoach-2020.md")
	want, _ := parse(t, Plan, text)
	roman := regexp.MustCompile(`(?m)^([IV]+\. )`)
	number := regexp.MustCompile(`(?m)^(\d\. [^.;\n]{1,50})$`)
	for name, typed := range map[string]string{
		"headings":       number.ReplaceAllString(roman.ReplaceAllString(text, "## $1"), "### $1"),
		"bold headings":  regexp.MustCompile(`(?m)^(\d\. [^.;\n]{1,90}|[IV]+\. .*)$`).ReplaceAllString(text, "**$1**"),
		"CRLF":           strings.ReplaceAll(text, "\n", "\r\n"),
		"en dashes":      strings.ReplaceAll(text, "\n- ", "\n– "),
		"indented lists": strings.ReplaceAll(text, "\n- ", "\n  - "),
	} {
		t.Run(name, func(t *testing.T) {
			d, list := parse(t, Plan, typed)
			if !slices.Equal(ids(d), ids(want)) {
				t.Errorf("units %q", ids(d))
			}
			if list.Stops() {
				t.Errorf("problems: %s", brief(list))
			}
			if len(d.Headings) != len(want.Headings) {
				t.Errorf("%d headings, want %d", len(d.Headings), len(want.Headings))
			}
		})
	}
}

func TestPlanWithoutBlankLines(t *testing.T) {
	d, list := parse(t, Plan, `## II. NHIỆM VỤ
1. Công an xã
- Tuần tra các điểm
phức tạp.
- Báo cáo:
+ Hằng tháng;
+ Hằng quý.
2. Trạm Y tế
a) Khám;
b) Tư vấn:
- Tại trạm;
đ) Cấp thuốc.
III. HIỆU LỰC
Kế hoạch này có hiệu lực từ ngày ký.
1.Viết liền số.
-Viết liền gạch.
`)
	want := []string{"muc-ii", "muc-ii-1", "muc-ii-1-y-1", "muc-ii-1-y-2", "muc-ii-1-y-2-c-1", "muc-ii-1-y-2-c-2",
		"muc-ii-2", "muc-ii-2-a", "muc-ii-2-b", "muc-ii-2-b-y-1", "muc-ii-2-dd", "muc-iii", "muc-iii-1", "muc-iii-1-y-1"}
	if got := ids(d); !slices.Equal(got, want) {
		t.Errorf("units\n%q\nwant\n%q", got, want)
	}
	if got, want := brief(list), "1:4 nhac danh-so-nhay\n12:1 nhac danh-so-nhay"; got != want {
		t.Errorf("problems\n%s\nwant\n%s", got, want)
	}
	i, _ := d.Unit("muc-ii-2-b-y-1")
	if got := d.Cite(i); got != "Mục II.2, điểm b, ý 1" {
		t.Errorf("cite %q", got)
	}
	if !strings.Contains(d.HTML, "<p class=\"tiep\">Kế hoạch này có hiệu lực từ ngày ký.</p>") {
		t.Errorf("the text below a title is not a paragraph of its own:\n%s", d.HTML)
	}
}

func TestPlanShapes(t *testing.T) {
	for _, c := range []struct {
		name, text string
		units      []string
		problems   string
	}{
		{"no roman level", "1. Một.\n\n2. Hai.\n", []string{"muc-1", "muc-2"}, ""},
		{"dotted numbers", "I. CHUNG\n\n1. Một\n\n1.1. Một một.\n\n1.2. Một hai.\n\n2.1 Hai một.\n", []string{"muc-i", "muc-i-1", "muc-i-1-1", "muc-i-1-2", "muc-i-1-2-1"}, "9:1 nhac danh-so-nhay"},
		{"repeated label", "I. CHUNG\n\n1. Một.\n\n1. Lại một.\n\n- ý\n", []string{"muc-i", "muc-i-1", "muc-i-1-lap-2", "muc-i-1-lap-2-y-1"}, "5:1 nhac danh-so-lap"},
		{"escaped label is text", "I. CHUNG\n\n1\\. Không phải đơn vị.\n", []string{"muc-i"}, ""},
		{"no label", "1.000.000 đồng.\n\n13.02.2020 là ngày.\n\nV.v. và nhiều nữa.\n\n2020. Năm.\n\n1/2 số hộ.\n\nđ/c Nguyễn.\n", nil, ""},
		{"great parts", "A. TÌNH HÌNH\n\nI. CHUNG\n\nB. NHIỆM VỤ\n\nI. CHUNG\n", []string{"phan-a", "phan-a-muc-i", "phan-b", "phan-b-muc-i"}, ""},
		{"old slashes", "I/ CHUNG\n\n1/ Một.\n\na/ Một a.\n", []string{"muc-i", "muc-i-1", "muc-i-1-a"}, ""},
		{"annex", "I. CHUNG\n\nPHỤ LỤC 1\n\nI. DANH SÁCH\n", []string{"muc-i", "phu-luc-1", "phu-luc-1-muc-i"}, ""},
		{"a decision's articles", "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch.\n\n1. Một.\n\n- ý\n", []string{"dieu-1", "dieu-1-khoan-1", "dieu-1-khoan-1-tiet-1"}, ""},
		{"tables hold no units", "I. CHUNG\n\n| 1. Một | - ý |\n|---|---|\n| 2. Hai | + ý |\n", []string{"muc-i"}, ""},
		{"tables without outer pipes", "I. CHUNG\n\nSTT | Việc\n--- | ---\n1. Một | - ý\n2. Hai | + ý\n", []string{"muc-i"}, ""},
		{"quotes hold no units", "I. CHUNG\n\n> 1. Một\n> - ý\n", []string{"muc-i"}, ""},
		{"recipients with a blank before the colon", "I. CHUNG\n\n1. Một./.\n\nNơi nhận :\n- A;\n- Lưu: VT.\n", []string{"muc-i", "muc-i-1"}, ""},
		{"recipients hold no units", "I. CHUNG\n\n1. Một./.\n\n***Nơi nhận:***\n- A;\n- Lưu: VT.\n**KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH**\n\n**Nguyễn Văn Mẫu**\n", []string{"muc-i", "muc-i-1"}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, list := parse(t, Plan, c.text)
			if got := ids(d); !slices.Equal(got, c.units) {
				t.Errorf("units %q, want %q", got, c.units)
			}
			if got := brief(list); got != c.problems {
				t.Errorf("problems %q, want %q", got, c.problems)
			}
			want := strings.Join(strings.Fields(strings.NewReplacer("*", "", "\\.", ".", "|", " ", "---", " ", ">", " ").Replace(c.text)), " ")
			if got := visible(t, d); got != want {
				t.Errorf("the text changed:\n%s", firstDifference(got, want))
			}
		})
	}
}

func TestSlips(t *testing.T) {
	text := readFile(t, "testdata/ke-hoach-2020.md")
	src, _ := diag.NewSource("a.md", []byte(text))
	d, _ := Parse(src, 0, Options{Mode: Plan, Slips: []Slip{
		{Found: "Phần đầu", Meant: "Phấn đấu", Unit: "muc-i-y-8"},
		{Found: "Phần đầu", Meant: "Phấn đấu", Unit: "muc-i-y-2"},
		{Found: "NQLT-BLĐT BXH", Meant: "NQLT-BLĐTBXH"},
		{Found: "không có trong bài"},
		{Found: "Lòng ghép", Unit: "muc-i"},
		{Found: "Lòng ghép", Unit: "muc-iii"},
		{},
	}})
	if got := strings.Count(d.HTML, `<span class="sai">`); got != 4 {
		t.Errorf("%d slips marked, want 4", got)
	}
	if want := []int{3, 4, 6}; !slices.Equal(d.SlipsMissed, want) {
		t.Errorf("missed %v, want %v", d.SlipsMissed, want)
	}
	for _, id := range []string{"muc-i-y-2", "muc-i-y-8"} {
		if i := strings.Index(d.HTML, `id="`+id+`"`); !strings.HasPrefix(d.HTML[i:], `id="`+id+`"><span class="nhan">-</span> <span class="sai">Phần đầu</span>`) {
			t.Errorf("%s: %.120s", id, d.HTML[i:])
		}
	}
	plain, _ := parse(t, Plan, text)
	if visible(t, d) != visible(t, plain) {
		t.Error("marking slips changed the words")
	}
}

// A sentence that a page break cut in two keeps one mark, at its end.
func TestBrokenParagraph(t *testing.T) {
	d, list := parse(t, Plan, "1. Tiếp tục nâng cao hệ lụy của\n\nmại dâm đối với\n\nđời sống xã hội.\n\nChữ hoa là đoạn mới.\n")
	if got := brief(list); got != "3:1 nhac doan-dut\n5:1 nhac doan-dut" {
		t.Errorf("problems %q", got)
	}
	want := `<p class="so" id="muc-1"><span class="nhan">1.</span> Tiếp tục nâng cao hệ lụy của</p>
<p class="tiep">mại dâm đối với</p>
<p class="tiep">đời sống xã hội.&nbsp;<a class="neo" href="#muc-1" aria-label="Liên kết tới mục 1">§</a></p>
<p class="tiep">Chữ hoa là đoạn mới.</p>
`
	if d.HTML != want {
		t.Errorf("got\n%s", d.HTML)
	}
	if !slices.Equal(d.Blocks, []Block{{0, 0, len(want)}}) {
		t.Errorf("blocks %v", d.Blocks)
	}
}
