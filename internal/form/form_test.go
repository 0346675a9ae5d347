package form

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"thonlanh/internal/content"
	"thonlanh/internal/date"
	"thonlanh/internal/tomlfile"
)

// A form that nobody touched changes no byte of the file it was made from,
// through a workbook's cells and through CSV.
func TestUntouchedFormChangesNothing(t *testing.T) {
	p := plan(t)
	f, err := ReadCSV(WriteCSV(Blank(p)))
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range []*Book{Blank(p), f.Book} {
		m := merged(t, b, p, []byte(juneText))
		if string(m.Data) != juneText || len(m.Changed) > 0 || m.Same != 8 {
			t.Errorf("%d, %+v\n%s", m.Same, m.Changed, m.Data)
		}
	}
}

func TestFilledFormKeepsTheRestOfTheFile(t *testing.T) {
	p := plan(t)
	b := Blank(p)
	put(t, b, "Chỉ tiêu!C3", Cell{Kind: Day, Day: date.Date{Year: 2026, Month: 6, Day: 30}})
	put(t, b, "Chỉ tiêu!C5", said("Có"))
	put(t, b, "Chỉ tiêu!G8", num(2000)) // ct-1
	put(t, b, "Chỉ tiêu!J11", said("chưa"))
	put(t, b, "Chỉ tiêu!J13", said("xong"))
	put(t, b, "Chỉ tiêu!I14", said("Đang làm"))
	put(t, b, "Chỉ tiêu!G15", num(12))
	put(t, b, "Thôn!C5", num(3))
	put(t, b, "Thôn!D6", num(68))
	m := merged(t, b, p, []byte(juneText))
	want := strings.NewReplacer(
		"2026-05-31", "2026-06-30", "cong_khai = false", "cong_khai = true", "1_844", "2000",
		"  \"Giảm nghèo\",\n]\n", "  \"Phòng, chống HIV/AIDS\",\n]\n\n# Kiểm tra\n[ct-4]\ntrang_thai = \"dang_lam\"\n",
		"ghi chú.\"\"\"\n", "ghi chú.\"\"\"\ntu_so = 12\n",
		"buoi_tuyen_truyen = 2\n", "buoi_tuyen_truyen = 2\nho_nhan_to_roi = 68\n\n# Đông\n[thon.dong]\nbuoi_tuyen_truyen = 3\n",
	).Replace(juneText)
	if got := string(m.Data); got != want {
		t.Errorf("\n%s\nwant\n%s", got, want)
	}
	var said []string
	for _, c := range m.Changed {
		said = append(said, c.Place+" "+c.Key+" "+c.Old+">"+c.New)
	}
	if got, want := strings.Join(said, "\n"), `Chỉ tiêu!C3 tinh_den 31/5/2026>30/6/2026
Chỉ tiêu!C5 cong_khai Không>Có
Chỉ tiêu!G8 ct-1.tu_so 1.844>2.000
Chỉ tiêu!J11 ct-3.da_lam 2 việc xong>2 việc xong
Chỉ tiêu!I14 ct-4.trang_thai >Đang làm
Chỉ tiêu!G15 ct-5.tu_so >12
Thôn!C5 thon.dong.buoi_tuyen_truyen >3
Thôn!D6 thon.doai.ho_nhan_to_roi >68`; got != want {
		t.Errorf("\n%s\nwant\n%s", got, want)
	}
}

// What stands in a new file is what a file with the same values says.
func TestNewFile(t *testing.T) {
	p := plan(t)
	now := p.Now
	m := merged(t, Blank(p), p, nil)
	got := ReadValues(june, m.Data)
	f := now.Figures["ct-5"]
	f.Note = tidy(f.Note)
	now.Figures["ct-5"] = f
	if !reflect.DeepEqual(got, now) {
		t.Errorf("%+v\nwant\n%+v\n%s", got, now, m.Data)
	}
	const start = "# Số liệu cộng từ đầu kỳ kế hoạch đến hết ngày tinh_den.\ntinh_den = 2026-05-31\nnguon = \"Phòng Văn hóa - Xã hội\"\ncong_khai = false\n\n# Người dân được tuyên truyền\n[ct-1]\ntu_so = 1844\nmau_so = 4850\n"
	if !strings.HasPrefix(string(m.Data), start) {
		t.Errorf("%s", m.Data)
	}
}

// An empty cell leaves the value as it is.
func TestEmptyCellsChangeNothing(t *testing.T) {
	p := plan(t)
	b := Blank(p)
	for _, s := range b.Sheets {
		for _, r := range s.Rows {
			for i, c := range r.Cells {
				if c.Role == Input {
					r.Cells[i] = Cell{Role: Input}
				}
			}
		}
	}
	m := merged(t, b, p, []byte(juneText))
	if string(m.Data) != juneText || len(m.Changed)+m.Same > 0 {
		t.Errorf("%+v\n%s", m.Changed, m.Data)
	}
}

// Each mistake alone is named at its cell.
func TestMistakesAreNamedAtTheirCell(t *testing.T) {
	for _, c := range []struct {
		at   string
		cell Cell
		want string // of the problem, or of a note where it begins with "note "
	}{
		{"Chỉ tiêu!G8", said("nhiều"), "là chữ"},
		{"Chỉ tiêu!G8", said("1844 người"), "chữ đi kèm"},
		{"Chỉ tiêu!G8", said("3,5"), "số lẻ"},
		{"Chỉ tiêu!G8", said("3.9"), "dấu lẻ hay dấu hàng nghìn"},
		{"Chỉ tiêu!G8", said("3,928"), "3928"},
		{"Chỉ tiêu!G8", said("98,5"), "số lẻ"},
		{"Chỉ tiêu!G8", said("98%"), "phần trăm"},
		{"Chỉ tiêu!G8", num(3.928), "gõ liền: 3928"},
		{"Chỉ tiêu!G8", num(98.5), "số lẻ 98,5"},
		{"Chỉ tiêu!G8", Cell{Kind: Number, Number: 0.9, Percent: true}, "phần trăm"},
		{"Chỉ tiêu!G8", num(-1), "nhỏ hơn 0"},
		{"Chỉ tiêu!G8", said("-12"), "nhỏ hơn 0"},
		{"Chỉ tiêu!G8", said("–"), "dấu gạch"},
		{"Chỉ tiêu!G8", num(1e12), "quá lớn"},
		{"Chỉ tiêu!G8", said("0912345678"), "mở đầu bằng số 0"},
		{"Chỉ tiêu!G8", Cell{Kind: Fault, Text: "#REF!"}, "#REF!"},
		{"Chỉ tiêu!G8", Cell{Kind: Day, Day: date.Date{Year: 2026, Month: 4, Day: 3}}, "là một ngày"},
		{"Chỉ tiêu!G8", Cell{Kind: Bool, Yes: true}, "đúng/sai"},
		{"Chỉ tiêu!G8", Cell{Formula: true, Unknown: true}, "chưa lưu kết quả"},
		{"Chỉ tiêu!G8", num(5000), "lớn hơn mẫu số 4.850"},
		{"Chỉ tiêu!G9", num(4), "lớn hơn mẫu số 3"},
		{"Chỉ tiêu!G8", said("=SUM(A1)"), "công thức viết thành chữ"},
		{"Chỉ tiêu!A8", said("ct-11"), "Có phải ý bạn là “ct-1”"},
		{"Chỉ tiêu!A15", said("ct-1"), "đã có ở dòng 8"},
		{"Chỉ tiêu!C11", said("Giảm ngheo."), "Có phải ý bạn là “Giảm nghèo”"},
		{"Chỉ tiêu!C12", said("giảm nghèo"), "đã có ở dòng 11"},
		{"Chỉ tiêu!J11", said("gần xong"), "phải là xong hoặc chưa"},
		{"Chỉ tiêu!I14", said("tốt"), "Chưa làm, Đang làm, Đã xong"},
		{"Chỉ tiêu!H15", num(24), "không cần điền"},
		{"Chỉ tiêu!G14", num(24), "không cần điền"},
		{"Chỉ tiêu!G10", num(1), "không cần điền"},
		{"Chỉ tiêu!C8", said("Giảm nghèo"), "không phải danh mục"},
		{"Chỉ tiêu!C3", said("31/6/2026"), "tháng 6 chỉ có 30 ngày"},
		{"Chỉ tiêu!C3", said("5/31/2026"), "Có phải ý bạn là 31/5/2026"},
		{"Chỉ tiêu!C3", said("31/5"), "thiếu năm"},
		{"Chỉ tiêu!C3", num(46173), "Có phải ý bạn là 31/5/2026"},
		{"Chỉ tiêu!C3", said("31/5/2020"), "trước ngày kế hoạch bắt đầu"},
		{"Chỉ tiêu!C5", said("tùy"), "Có hoặc Không"},
		{"Chỉ tiêu!G7", said("Tử số à"), "Có phải ý bạn là “Tử số”"},
		{"Chỉ tiêu!L7", said("Tử số"), "hai lần"},
		{"Chỉ tiêu!M8", said("2026"), ""},
		{"Thôn!A6", said("doaii"), "Có phải ý bạn là “doai”"},
		{"Thôn!A6", said("dong"), "đã có ở dòng 5"},
		{"Thôn!C6", said("hai"), "là chữ"},
		{"Thôn!C6", said("12 người"), "ở cấp thôn"},
		{"Thôn!G4", said("Số người dự"), "ở cấp thôn"},
		{"Thôn!G6", said("có 2 vụ"), "ở cấp thôn"},
	} {
		p := plan(t)
		b := Blank(p)
		put(t, b, c.at, c.cell)
		r := Read(b, p)
		said := told(r)
		switch {
		case c.want == "":
			if len(r.Problems) > 0 {
				t.Errorf("%s: %s", c.at, said)
			}
		case len(r.Problems) != 1 || r.Problems[0].Where() != c.at || !strings.Contains(r.Problems[0].String(), c.want):
			t.Errorf("%s %+v, want %q:\n%s", c.at, c.cell, c.want, said)
		}
	}
}

func TestWhatIsUnderstood(t *testing.T) {
	for _, c := range []struct {
		at, key string
		cell    Cell
		want    any
		note    string
	}{
		{"Chỉ tiêu!G8", "ct-1.tu_so", said("3.928"), 3928, "hiểu là 3928"},
		{"Chỉ tiêu!G8", "ct-1.tu_so", said(" 3 928\u00a0"), 3928, "hiểu là"},
		{"Chỉ tiêu!G8", "ct-1.tu_so", said("4.000,0"), 4000, "hiểu là"},
		{"Chỉ tiêu!G8", "ct-1.tu_so", said("07"), 7, "nhỏ hơn kỳ trước"},
		{"Chỉ tiêu!G8", "ct-1.tu_so", said("2000,0"), 2000, ""},
		{"Chỉ tiêu!G8", "ct-1.tu_so", Cell{Kind: Number, Number: 2001, Formula: true}, 2001, "công thức"},
		{"Chỉ tiêu!C3", "tinh_den", said("30-06-2026"), date.Date{Year: 2026, Month: 6, Day: 30}, ""},
		{"Chỉ tiêu!C3", "tinh_den", said("ngày 30 tháng 06 năm 2026"), date.Date{Year: 2026, Month: 6, Day: 30}, ""},
		{"Chỉ tiêu!C3", "tinh_den", said("2026-06-30"), date.Date{Year: 2026, Month: 6, Day: 30}, ""},
		{"Chỉ tiêu!C3", "tinh_den", said("5/6/2026"), date.Date{Year: 2026, Month: 6, Day: 5}, "hiểu là ngày 5 tháng 6"},
		{"Chỉ tiêu!C5", "cong_khai", Cell{Kind: Bool, Yes: true}, true, ""},
		{"Chỉ tiêu!C4", "nguon", said("007 đội"), "007 đội", ""},
		{"Chỉ tiêu!I14", "ct-4.trang_thai", said("da_xong"), "da_xong", ""},
		{"Chỉ tiêu!L8", "ct-1.ghi_chu", said("=cmd|' /C calc'!A0"), "=cmd|' /C calc'!A0", ""},
		{"Chỉ tiêu!L8", "ct-1.ghi_chu", said("0123"), "0123", ""},
		{"Thôn!C6", "thon.doai.buoi_tuyen_truyen", said("1.000"), 1000, "hiểu là"},
	} {
		p := plan(t)
		b := Blank(p)
		put(t, b, c.at, c.cell)
		r := Read(b, p)
		if len(r.Problems) > 0 || !strings.Contains(told(r), c.note) || c.note == "" && len(r.Notes) > 0 {
			t.Errorf("%s %+v:\n%s", c.at, c.cell, told(r))
		}
		found := false
		for _, e := range r.inOrder() {
			if strings.Join(e.path, ".") == c.key {
				found = true
				if e.value != c.want {
					t.Errorf("%s: %v", c.key, e.value)
				}
			}
		}
		if !found {
			t.Errorf("no %s", c.key)
		}
	}
}

// All mistakes come at once, in the order of the sheets.
func TestAllAtOnce(t *testing.T) {
	p := plan(t)
	p.Now = nil
	b := Blank(p)
	put(t, b, "Thôn!C5", said("x y"))
	put(t, b, "Chỉ tiêu!G8", num(-1))
	put(t, b, "Chỉ tiêu!C5", Cell{})
	r := Read(b, p)
	var at []string
	for _, p := range r.Problems {
		at = append(at, p.Where())
	}
	if got := strings.Join(at, " "); got != "Chỉ tiêu!C3 Chỉ tiêu!C4 Chỉ tiêu!C5 Chỉ tiêu!G8 Thôn!C5" {
		t.Errorf("%s\n%s", got, told(r))
	}
}

func TestTotals(t *testing.T) {
	p := plan(t)
	b := Blank(p)
	s := b.Sheets[1]
	for i := range 3 {
		s.Rows[4+i].Cells[3] = num(10)
	}
	s.add(said(""), said("Tổng cộng"), Cell{}, num(30))
	b.Sheets[0].add(said("Cộng"), Cell{}, Cell{}, Cell{}, Cell{}, Cell{}, num(99))
	if r := Read(b, p); len(r.Problems) > 0 || !strings.Contains(told(r), "Thôn!A8: dòng cộng") || !strings.Contains(told(r), "Chỉ tiêu!A16: dòng cộng") {
		t.Error(told(r))
	}
	s.Rows[7].Cells[3] = num(31)
	if r := Read(b, p); len(r.Problems) != 1 || r.Problems[0].Where() != "Thôn!D8" || !strings.Contains(told(r), "cộng lại là 30") {
		t.Error(told(r))
	}
}

func TestMergedCells(t *testing.T) {
	p := plan(t)
	b := Blank(p)
	put(t, b, "Chỉ tiêu!G8", num(2000))
	b.Sheets[0].Merges = []Range{{1, 1, 1, 12}, {8, 7, 9, 7}, {3, 3, 3, 5}}
	r := Read(b, p)
	if len(r.Problems) != 1 || r.Problems[0].Where() != "Chỉ tiêu!G8" || !strings.Contains(told(r), "G8:G9") {
		t.Error(told(r))
	}
}

// A sheet with every bound used up at once is read in a moment.
func TestManyTablesAndMerges(t *testing.T) {
	p := plan(t)
	b := Blank(p)
	s := b.Sheets[0]
	for range 2000 {
		s.add(s.Rows[6].Cells...)
		s.add(s.Rows[7].Cells...)
	}
	for i := range 100_000 {
		s.Merges = append(s.Merges, Range{1 + i%5000, 200, 1 + i%5000 + i%100, 201})
	}
	start := cpuTime()
	r := Read(b, p)
	if d := cpuTime() - start; d > 5*time.Second || len(r.Problems) != maxProblems {
		t.Errorf("took %v for %d problems", d, len(r.Problems))
	}
}

// A sheet of somebody's own: other order, names for codes, more columns and
// words around, rows that are hidden or blank.
func TestOwnSheet(t *testing.T) {
	p := plan(t)
	f, err := ReadCSV([]byte("ỦY BAN NHÂN DÂN XÃ MẪU\n\nNguồn: UBND xã,,\nTính đến,30/6/2026\nCông khai,Không\n\n" +
		"STT,Mẫu số,TỬ SỐ,Chỉ tiêu,Người phụ trách\n1,4850,2000,người dân được tuyên truyền,A\n,,,,\n2,,,Ghi thêm,\n\nNGƯỜI LẬP BIỂU\n" +
		"Thôn,Lượt phát thanh,Số buổi tuyên truyền\nthôn Đông,20,3\nĐoài,18,2\n\nCách điền\nThôn,Lượt phát thanh\nX,y\n"))
	if err != nil {
		t.Fatal(err)
	}
	f.Book.Sheets[0].Rows[0].Hidden = true
	r := Read(f.Book, p)
	if len(r.Problems) > 0 {
		t.Fatal(told(r))
	}
	m, list := r.Merge(june, nil)
	if m == nil {
		t.Fatal(list)
	}
	const want = `tinh_den = 2026-06-30
nguon = "UBND xã"
cong_khai = false

# Người dân được tuyên truyền
[ct-1]
tu_so = 2000
mau_so = 4850

# Đông
[thon.dong]
buoi_tuyen_truyen = 3
luot_phat_thanh = 20

# Đoài
[thon.doai]
buoi_tuyen_truyen = 2
luot_phat_thanh = 18
`
	if got := strings.TrimPrefix(string(m.Data), newFile); got != want {
		t.Errorf("\n%s", got)
	}
	for _, want := range []string{"ô E7: cột này", "ô D10: dòng này không phải"} {
		if !strings.Contains(told(r), want) {
			t.Errorf("no word: %s in\n%s", want, told(r))
		}
	}
}

// Two lines side by side, and a label whose value is missing.
func TestLinesSideBySide(t *testing.T) {
	f, err := ReadCSV([]byte("Nguồn;;Tính đến;30/6/2026;Công khai: Có\nThôn;Lượt phát thanh\nĐông;20\n"))
	if err != nil {
		t.Fatal(err)
	}
	p := plan(t)
	p.Now = nil
	if r := Read(f.Book, p); len(r.Problems) != 1 || r.Problems[0].Where() != "ô B1" || len(r.entries) != 3 {
		t.Error(told(r))
	}
}

func TestNothingRecognised(t *testing.T) {
	f, err := ReadCSV([]byte("a;b\n1;2\n"))
	if err != nil {
		t.Fatal(err)
	}
	p := plan(t)
	if r := Read(f.Book, p); len(r.Problems) != 1 || !strings.Contains(told(r), "Không thấy bảng") {
		t.Error(told(r))
	}
}

func TestHundredThousandRows(t *testing.T) {
	p := plan(t)
	var b strings.Builder
	b.WriteString("Kỳ: 2026-06\nMã;Thôn;Buổi tuyên truyền\n")
	for range 100_000 {
		b.WriteString("đông đông đông;thôn lạ;1 người\n")
	}
	start := cpuTime()
	f, err := ReadCSV([]byte(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	r := Read(f.Book, p)
	if d := cpuTime() - start; d > 5*time.Second {
		t.Errorf("took %v", d)
	}
	if len(r.Problems) != maxProblems || r.More == 0 {
		t.Errorf("%d problems and %d more", len(r.Problems), r.More)
	}
	f.Mark(r.Problems)
}

func TestPeriod(t *testing.T) {
	for text, want := range map[string]string{
		"Kỳ: 2026-06\n": "2026-06", "a;b\nx;Kỳ;06/2026\n": "2026-06", "Kỳ báo cáo: tháng 6 năm 2026\n": "2026-06", "Kỳ: tháng 6/2026": "2026-06",
		"Kỳ: sáu tháng\n": "", "Kỳ;\n": "", "Mã;Chỉ tiêu;Tử số\nKỳ;2026-06;1\n": "", "Kỳ: 2026-13\n": "",
	} {
		f, err := ReadCSV([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		if got, _ := Period(f.Book); got != want {
			t.Errorf("%q: %q", text, got)
		}
	}
	b := Blank(plan(t))
	if got, at := Period(b); got != "2026-06" || at != "Chỉ tiêu!A2" {
		t.Errorf("%q at %s", got, at)
	}
	put(t, b, "Chỉ tiêu!A2", said("Kỳ"))
	put(t, b, "Chỉ tiêu!B2", Cell{Kind: Day, Day: date.Date{Year: 2026, Month: 6, Day: 1}})
	if got, _ := Period(b); got != "2026-06" {
		t.Errorf("%q", got)
	}
}

// Every number that a village's table can hold is a column.
func TestEveryActivityIsAsked(t *testing.T) {
	fields, err := tomlfile.Fields(&content.VillageFigures{})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range fields {
		if f.Example == "1250" && !activityKnown(activities(), f.Key) {
			t.Errorf("%s is not asked", f.Key)
		}
	}
	if len(activities()) < 4 {
		t.Error("too few")
	}
}

func TestPersonsAreNotCountedAtVillages(t *testing.T) {
	for s, want := range map[string]bool{
		"12 người dự": true, "có hai vụ": true, "số người: 3": true, "1 cơ sở karaoke": true, "3 phụ nữ": true, "một ca nghiện": true, "đối tượng mới về": true,
		"bà con vui": false, "cơ quan xã dự": false, "2 buổi quản lý": false, "20 lượt phát thanh": false, "phát 50 tờ": false, "năm nay mọi người vui": false, "76 hộ nhận tờ rơi": false,
	} {
		if got := speaksOfPersons(s); got != want {
			t.Errorf("%q: %v", s, got)
		}
	}
	for s, want := range map[string]bool{
		"Số người dự": true, "Số vụ": true, "Cơ sở karaoke": true, "Lượt người": true, "Xét nghiệm": true,
		"Buổi tuyên truyền": false, "Số hộ nhận tờ rơi": false, "Lượt phát thanh": false, "Lớp tập huấn": false, "Nhiệm vụ khác": false, "Ghi chú": false,
	} {
		if got := headCountsPersons(s); got != want {
			t.Errorf("head %q: %v", s, got)
		}
	}
}

func TestTwoSheetsOfOneKind(t *testing.T) {
	p := plan(t)
	b := Blank(p)
	second := p.targetSheet()
	second.Name = "Chỉ tiêu (2)"
	b.Sheets = append(b.Sheets, second)
	r := Read(b, p)
	if len(r.Problems) == 0 || !strings.Contains(r.Problems[0].String(), "Chỉ tiêu (2)!A8 (ct-1): Chỉ tiêu này đã có ở dòng 8 của trang Chỉ tiêu.") {
		t.Error(told(r))
	}
	second.Hidden = true
	if r := Read(b, p); len(r.Problems) > 0 || !strings.Contains(told(r), "đang ẩn") {
		t.Error(told(r))
	}
	second.Hidden = false
	put(t, b, "Chỉ tiêu (2)!C3", said("30/6/2026"))
	if r := Read(b, p); !strings.Contains(told(r), "Chỉ tiêu (2)!C3: Chỗ này khác với Chỉ tiêu!C3") {
		t.Error(told(r))
	}
}

func TestHiddenRowsAreReadAndNamed(t *testing.T) {
	p := plan(t)
	b := Blank(p)
	put(t, b, "Thôn!C5", num(3))
	b.Sheets[1].Rows[4].Hidden = true
	b.Sheets[1].Rows[6].Hidden = true // nothing stands there
	r := Read(b, p)
	if len(r.Problems) > 0 || len(r.Notes) != 1 || !strings.Contains(r.Notes[0], "Thôn!A5: dòng này đang ẩn") {
		t.Error(told(r))
	}
}

// A telephone number in a cell of numbers is no count, and is not repeated.
func TestTelephoneNumbersAreNoCounts(t *testing.T) {
	for _, c := range []Cell{said("912 345 678"), said("912345678"), said("0912345678"), num(912345678), said("0912.345.678"), said("091 234 5678")} {
		p := plan(t)
		b := Blank(p)
		put(t, b, "Chỉ tiêu!G8", c)
		r := Read(b, p)
		if len(r.Problems) != 1 || strings.Contains(told(r), "345") {
			t.Errorf("%+v: %s", c, told(r))
		}
	}
}

// What a mistake says holds none of the words that stood in the cell.
func TestMistakesDoNotRepeatWords(t *testing.T) {
	for _, at := range []string{"Chỉ tiêu!G8", "Chỉ tiêu!A8", "Chỉ tiêu!C3", "Chỉ tiêu!C5", "Chỉ tiêu!C11", "Chỉ tiêu!I14", "Chỉ tiêu!J11", "Chỉ tiêu!M7", "Thôn!A5", "Thôn!C5", "Thôn!G5", "Thôn!G4"} {
		p := plan(t)
		b := Blank(p)
		put(t, b, at, said("Trần Mẫu 3 người"))
		if at == "Thôn!A5" {
			put(t, b, "Thôn!C5", num(1))
		}
		if at == "Chỉ tiêu!A8" {
			put(t, b, "Chỉ tiêu!G8", num(1))
		}
		if r := Read(b, p); strings.Contains(told(r), "Trần") {
			t.Errorf("%s: %s", at, told(r))
		}
	}
}
