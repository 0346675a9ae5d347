package tomlfile

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"thonlanh/internal/date"
	"thonlanh/internal/diag"
)

type common struct {
	Unverified []string `toml:"chua_xac_minh"`
}

type target struct {
	Name  string   `toml:"ten" doc:"Tên chỉ tiêu, viết đủ câu."`
	Kind  string   `toml:"kieu" enum:"ty_le,so_luong,danh_muc,dinh_tinh"`
	Goal  *float64 `toml:"muc_tieu"`
	Count int      `toml:"tu_so"`
}

type village struct {
	Sessions int `toml:"so_buoi"`
}

type document struct {
	common
	Title   string             `toml:"tieu_de" doc:"Tiêu đề của trang."`
	Issued  date.Date          `toml:"ngay_ban_hanh"`
	Expires *date.Date         `toml:"ngay_het_hieu_luc"`
	Public  *bool              `toml:"cong_khai"`
	Basis   []string           `toml:"can_cu"`
	Years   []int              `toml:"cac_nam"`
	Days    []date.Date        `toml:"cac_ngay"`
	Topics  []string           `toml:"chu_de" enum:"luat,suc_khoe"`
	Weight  int64              `toml:"thu_tu"`
	Contact contact            `toml:"lien_he"`
	Thon    Records[village]   `toml:"thon"`
	Sent    Records[date.Date] `toml:"da_gui"`
	Signers Strings            `toml:"nguoi_ky"`
	Targets Records[target]    `toml:"*"`
	Skipped string
}

type contact struct {
	Phone string `toml:"so"`
}

func decode(t testing.TB, text string, v any) (*Keys, diag.List) {
	t.Helper()
	src, problems := diag.NewSource("content/a.toml", []byte(text))
	if problems != nil {
		t.Fatal(problems)
	}
	return Decode(src, 0, len(src.Text), v)
}

func TestDecodeEveryType(t *testing.T) {
	const text = `# ghi chú
tieu_de = "Kế hoạch \"48\""
ngay_ban_hanh = 2020-02-13 # hôm ấy
cong_khai = false
can_cu = [
  "nd-282-2025#dieu-24", # một
  'luat-53-2024',
]
cac_nam = [2019, 2_020]
cac_ngay = [ 2020-06-30 ]
chu_de = ["luat"]
thu_tu = -3
chua_xac_minh = ["ngay_hieu_luc"]
lien_he.so = "111"

[ct-2]
ten = """
Hai
dòng"""
kieu = 'ty_le'
muc_tieu = 90

[ct-1]
ten = "Một"
tu_so = 3_928

[thon.dong]
so_buoi = 4
[thon.bac]
so_buoi = 2
`
	var got document
	keys, problems := decode(t, text, &got)
	if len(problems) != 0 {
		t.Fatal(problems)
	}
	goal, no := 90.0, false
	want := document{
		common: common{Unverified: []string{"ngay_hieu_luc"}},
		Title:  `Kế hoạch "48"`,
		Issued: date.Date{Year: 2020, Month: 2, Day: 13},
		Public: &no,
		Basis:  []string{"nd-282-2025#dieu-24", "luat-53-2024"},
		Years:  []int{2019, 2020},
		Days:   []date.Date{{Year: 2020, Month: 6, Day: 30}},
		Topics: []string{"luat"},
		Weight: -3,
		Contact: contact{
			Phone: "111",
		},
		Targets: Records[target]{
			{"ct-2", diag.Pos{Line: 16, Column: 2}, target{Name: "Hai\ndòng", Kind: "ty_le", Goal: &goal}},
			{"ct-1", diag.Pos{Line: 23, Column: 2}, target{Name: "Một", Count: 3928}},
		},
		Thon: Records[village]{
			{"dong", diag.Pos{Line: 27, Column: 7}, village{4}},
			{"bac", diag.Pos{Line: 29, Column: 7}, village{2}},
		},
	}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(document{}, common{})); diff != "" {
		t.Error(diff)
	}
	for _, c := range []struct {
		path []string
		has  bool
		pos  diag.Pos
	}{
		{[]string{"tieu_de"}, true, diag.Pos{Line: 2, Column: 1}},
		{[]string{"lien_he"}, true, diag.Pos{Line: 14, Column: 1}},
		{[]string{"lien_he", "so"}, true, diag.Pos{Line: 14, Column: 9}},
		{[]string{"ct-1", "tu_so"}, true, diag.Pos{Line: 25, Column: 1}},
		{[]string{"ct-1", "kieu"}, false, diag.Pos{Line: 23, Column: 2}},
		{[]string{"thon", "bac", "so_buoi"}, true, diag.Pos{Line: 30, Column: 1}},
		{[]string{"mo_ta"}, false, diag.Pos{Line: 1, Column: 1}},
		{nil, true, diag.Pos{Line: 1, Column: 1}},
	} {
		if got := keys.Has(c.path...); got != c.has {
			t.Errorf("Has(%v) = %v", c.path, got)
		}
		if got := keys.Pos(c.path...); got != c.pos {
			t.Errorf("Pos(%v) = %v, want %v", c.path, got, c.pos)
		}
	}
	if got, want := keys.Elem(1, "can_cu"), (diag.Pos{Line: 7, Column: 3}); got != want {
		t.Errorf("Elem = %v, want %v", got, want)
	}
	if got, want := keys.Elem(2, "can_cu"), (diag.Pos{Line: 5, Column: 1}); got != want {
		t.Errorf("Elem past the end = %v, want %v", got, want)
	}
	if got, want := keys.Value("tieu_de"), (diag.Pos{Line: 2, Column: 11}); got != want {
		t.Errorf("Value = %v, want %v", got, want)
	}
	if v, ok := got.Targets.Get("ct-1"); !ok || v.Count != 3928 {
		t.Errorf("Get = %v, %v", v, ok)
	}
	if _, ok := got.Targets.Get("ct-9"); ok {
		t.Error("Get found ct-9")
	}
}

// short prints problems as "line:column rule" and, where the case asks for
// it, checks words of the message or hint.
func short(problems diag.List) string {
	var b strings.Builder
	for _, p := range problems {
		fmt.Fprintf(&b, "%d:%d %s\n", p.Line, p.Column, p.Rule)
	}
	return strings.TrimSpace(b.String())
}

func TestProblems(t *testing.T) {
	tests := []struct {
		name, text, want, says string
	}{
		// Syntax.
		{"open quote", `tieu_de = "Kế hoạch`, "1:11 toml-sai", "đóng lại"},
		{"open quote, next line counts", "tieu_de = \"Kế hoạch\nngay_ban_hanh = \"x\"", "1:11 toml-sai\n2:17 ngay-sai", ""},
		{"smart quotes", `tieu_de = “Kế hoạch”`, "1:11 toml-sai", "ngoặc kép thẳng"},
		{"smart closing quote", `tieu_de = "Kế hoạch”`, "1:11 toml-sai", "ngoặc cong"},
		{"no quotes", `tieu_de = Kế hoạch năm`, "1:11 toml-sai", "không đặt trong dấu ngoặc kép"},
		{"no equals", `tieu_de "Kế hoạch"`, "1:9 toml-sai", "thiếu dấu ="},
		{"colon", `tieu_de: "Kế hoạch"`, "1:8 toml-sai", "dấu hai chấm"},
		{"no value", "tieu_de =\nthu_tu = 1", "1:10 toml-sai", "thiếu giá trị"},
		{"no key", `= 1`, "1:1 toml-sai", "thiếu tên khóa"},
		{"accents in key", `tiêu_đề = "x"`, "1:3 toml-sai", "`tieu_de`"},
		{"space in key", `tieu de = "x"`, "1:6 toml-sai", "`tieu_de`"},
		{"quote inside", `tieu_de = "Thôn "Đồng" một"`, "1:18 toml-sai", "ngoặc cong"},
		{"two values", `thu_tu = 1 2`, "1:12 toml-sai", "chữ thừa"},
		{"unit", `thu_tu = 12 người`, "1:13 toml-sai", "đơn vị"},
		{"decimal comma", `thu_tu = 3,5`, "1:11 toml-sai", "dấu phẩy"},
		{"percent", `thu_tu = 90%`, "1:10 toml-sai", "dấu %"},
		{"leading zero", `thu_tu = 0200`, "1:10 toml-sai", "số 0"},
		{"too large", `thu_tu = 99999999999999999999`, "1:10 toml-sai", "quá lớn"},
		{"bad number", `thu_tu = 12abc`, "1:10 toml-sai", "không phải là số"},
		{"True", `cong_khai = True`, "1:13 toml-sai", "true"},
		{"có", `cong_khai = có`, "1:13 toml-sai", "true"},
		{"slashes", "// ghi chú\nthu_tu = 1", "1:1 toml-sai", "dấu #"},
		{"fence", "+++\nthu_tu = 1", "1:1 toml-sai", "Xóa dòng này"},
		{"backslash", `tieu_de = "C:\anh"`, "1:11 toml-sai", "dấu \\"},
		{"backslash at the end", `tieu_de = "C:\"`, "1:11 toml-sai", "Xóa dấu"},
		{"open array", "can_cu = [\"a\",\n  \"b\"\nthu_tu = \"x\"", "1:10 toml-sai\n3:10 kieu-sai", "đóng lại"},
		{"open array at the end", "thu_tu = 1\ncan_cu = [\"a\",\n", "2:10 toml-sai", "đóng lại"},
		{"open array before a table", "can_cu = [\"a\",\n[ct-1]\nkieu = 1", "1:10 toml-sai\n3:8 kieu-sai", "đóng lại"},
		{"array without comma", `can_cu = ["a" "b"]`, "1:15 toml-sai", "dấu phẩy"},
		{"array with semicolon", `can_cu = ["a"; "b"]`, "1:14 toml-sai", "chấm phẩy"},
		{"two commas", `can_cu = ["a",, "b"]`, "1:15 toml-sai", "dấu phẩy thừa"},
		{"open block", "thu_tu = 1\ntieu_de = \"\"\"\nMột\nhai = 1", "2:11 toml-sai", "ba dấu"},
		{"open table name", "[ct-1\nten = \"x\"\nla = 1", "1:1 toml-sai", "dấu ]"},
		{"accents in table name", "[thôn]\nso_buoi = 1", "1:4 toml-sai", "không dấu"},
		{"text after table name", "[ct-1] Chỉ tiêu\nten = 1", "1:8 toml-sai", "chữ thừa"},
		{"half double bracket", "[[ct-1]\nten = 1", "1:1 toml-sai", "[["},
		{"empty table name", "[]\n", "1:2 toml-sai", "thiếu tên bảng"},
		{"duplicate key", "thu_tu = 1\n\nthu_tu = 2\ncong_khai = 3", "3:1 toml-sai\n4:13 kieu-sai", "dòng 1"},
		{"duplicate table", "[ct-1]\nten = \"a\"\n[ct-1]\nten = \"b\"\n[ct-2]\nten = 2", "3:2 toml-sai\n6:7 kieu-sai", "dòng 1"},
		{"duplicate in a table", "[ct-1]\nten = \"a\"\nten = \"b\"", "3:1 toml-sai", "dòng 2"},
		{"key and table", "lien_he = 1\n[lien_he]\nso = \"1\"", "1:11 kieu-sai\n2:2 toml-sai", ""},
		{"control character", "tieu_de = \"a\x01b\"", "1:13 toml-sai", "không nhìn thấy"},
		{"deep brackets", "can_cu = " + strings.Repeat("[", 40) + "\nthu_tu = \"x\"", "1:26 toml-sai\n2:10 kieu-sai", "quá sâu"},
		{"long key", strings.Repeat("a", 300) + " = 1", "1:1 toml-sai", "quá dài"},

		// Dates.
		{"no such day", `ngay_ban_hanh = 2020-02-30`, "1:17 ngay-sai", "2020-06-30"},
		{"month 13", `ngay_ban_hanh = 2020-13-45`, "1:17 ngay-sai", "2020-06-30"},
		{"day first", `ngay_ban_hanh = 30/6/2020`, "1:17 ngay-sai", "2020-06-30"},
		{"day first with hyphens", `ngay_ban_hanh = 30-6-2020`, "1:17 ngay-sai", "2020-06-30"},
		{"dots", `ngay_ban_hanh = 30.6.2020`, "1:17 ngay-sai", "2020-06-30"},
		{"one figure", `ngay_ban_hanh = 2020-6-30`, "1:17 ngay-sai", "2020-06-30"},
		{"in quotes", `ngay_ban_hanh = "2020-06-30"`, "1:17 ngay-sai", "ngoặc kép"},
		{"with time", `ngay_ban_hanh = 2020-06-30T07:00:00`, "1:17 ngay-sai", "không ghi giờ"},
		{"with time and zone", `ngay_ban_hanh = 2020-06-30 07:00:00Z`, "1:17 ngay-sai", "không ghi giờ"},
		{"time only", `ngay_ban_hanh = 07:30:00`, "1:17 ngay-sai", "không ghi giờ"},
		{"year only", `ngay_ban_hanh = 2020`, "1:17 ngay-sai", "phải là một ngày"},
		{"in a list", `cac_ngay = [2020-06-30, "2020-07-01", 2020-08-32]`, "1:39 ngay-sai", ""},
		{"text in a list", `cac_ngay = [2020-06-30, "2020-07-01"]`, "1:25 ngay-sai", "ngoặc kép"},
		{"year 0", `ngay_ban_hanh = 0000-01-01`, "1:17 ngay-sai", ""},

		// Keys.
		{"misspelt", `ngay_ban_han = 2020-06-30`, "1:1 khoa-la", "Có phải ý bạn là `ngay_ban_hanh`?"},
		{"capital", `Tieu_de = "x"`, "1:1 khoa-la", "`tieu_de`"},
		{"no idea", `mo_ta_them = "x"`, "1:1 khoa-la", "Các khóa dùng được"},
		{"in a record", "[ct-1]\nteen = \"x\"", "2:1 khoa-la", "`ten`"},
		{"root key in a record", "[ct-1]\nthu_tu = 1", "2:1 khoa-la", "phần đầu tệp"},
		{"in an inline table", `lien_he = {so = "1", gio = "2"}`, "1:22 khoa-la", ""},
		{"names nobody", `"Nguyễn Văn A" = 1`, "1:1 khoa-la", "Khóa này"},

		// Types.
		{"number for text", `tieu_de = 48`, "1:11 kieu-sai", `tieu_de = "…"`},
		{"text for number", `thu_tu = "1"`, "1:10 kieu-sai", "thu_tu = 1250"},
		{"thousands", `thu_tu = 1.250`, "1:10 kieu-sai", "Viết liền"},
		{"text for yes", `cong_khai = "true"`, "1:13 kieu-sai", "cong_khai = true"},
		{"text for list", `can_cu = "a"`, "1:10 kieu-sai", `can_cu = ["…", "…"]`},
		{"number in list", "can_cu = [\"a\",\n 2]", "2:2 kieu-sai", ""},
		{"text in numbers", `cac_nam = [2019, "2020"]`, "1:18 kieu-sai", "cac_nam = [1250, 1250]"},
		{"text for float", "[ct-1]\nmuc_tieu = \"90\"", "2:12 kieu-sai", "muc_tieu = 3.5"},
		{"infinite", "[ct-1]\nmuc_tieu = inf", "2:12 kieu-sai", ""},
		{"table for text", "[tieu_de]\na = 1", "1:2 kieu-sai", "đang là một bảng"},
		{"text for table", `lien_he = "a"`, "1:11 kieu-sai", "[lien_he]"},
		{"text for records", `thon = "a"`, "1:8 kieu-sai", "[thon.ten-muc]"},
		{"text for a record", "[thon]\ndong = 4", "2:8 kieu-sai", "[thon.ten-muc]"},
		{"array of tables", "[[ct-1]]\nten = \"a\"\n[[ct-1]]\nten = \"b\"", "1:3 kieu-sai", "đặt tên cho mỗi mục"},
		{"array of tables for records", "[[thon]]\nso_buoi = 1", "1:3 kieu-sai", "[thon.ten-muc]"},
		{"array of tables for a table", "[[lien_he]]\nso = \"1\"", "1:3 kieu-sai", "[lien_he]"},
		{"tables in a list", `can_cu = [{a = 1}]`, "1:11 kieu-sai", "một bảng"},
		{"escape that cannot be printed", `tieu_de = "a\u0007"`, "1:11 kieu-sai", "điều khiển"},

		// Enumerations.
		{"enum", "[ct-1]\nkieu = \"tyle\"", "2:8 gia-tri-la", "Có phải ý bạn là `ty_le`? Các giá trị dùng được: ty_le, so_luong, danh_muc, dinh_tinh."},
		{"enum in a list", `chu_de = ["luat", "y te"]`, "1:19 gia-tri-la", "luat, suc_khoe"},

		// Many at once, none twice.
		{"all at once", `tieu_de = Kế hoạch
ngay_ban_hanh = 30/6/2020
cong_khai = "có"
la = 1
[ct-1]
kieu = "x"
tu_so = 2020-13-01
`, "1:11 toml-sai\n2:17 ngay-sai\n3:13 kieu-sai\n4:1 khoa-la\n6:8 gia-tri-la\n7:9 ngay-sai", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, problems := decode(t, tt.text, new(document))
			if got := short(problems); got != tt.want {
				t.Fatalf("got\n%s\nwant\n%s\n%v", got, tt.want, problems)
			}
			for _, p := range problems {
				if p.Severity != diag.Block || p.File != "content/a.toml" || p.Hint == "" {
					t.Errorf("incomplete problem %+v", p)
				}
			}
			p := problems[0]
			if !strings.Contains(p.Message+" "+p.Hint, tt.says) {
				t.Errorf("%q / %q does not say %q", p.Message, p.Hint, tt.says)
			}
		})
	}
}
