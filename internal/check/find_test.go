package check

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"thonlanh/internal/config"
	"thonlanh/internal/content"
	"thonlanh/internal/diag"
	"thonlanh/internal/site"
)

func testReader() *reader { return newReader("Thôn") }

// finds lists what a text holds of a kind, as written.
func finds(k kind, text string) []string {
	var out []string
	for _, f := range testReader().read(text, inHelp) {
		if f.kind == k {
			out = append(out, text[f.at:f.end])
		}
	}
	return out
}

func TestFinds(t *testing.T) {
	for _, test := range []struct {
		kind kind
		text string
		want string // joined by |
	}{
		{aName, "Xử phạt ông Nguyễn Văn Bình.", "Nguyễn Văn Bình"},
		{aName, "Xử phạt ông NGUYỄN VĂN BÌNH.", "NGUYỄN VĂN BÌNH"},
		{aName, "Xu phat Nguyen Van Binh bán dâm.", "Nguyen Van Binh"},
		{aName, "Bắt quả tang Giàng A Páo.", "Giàng A Páo"},
		{aName, "Nguyễn Thị H. Người này nhiễm HIV.", "Nguyễn Thị H"},
		{aName, "Nguyễn Thị Hà. Hôm đó trời mưa. Nhiều người nhiễm HIV.", ""},
		{aName, "Đối tượng N.T.H đã vi phạm.", "N.T.H"},
		{aName, "Nguyễn Văn Bình dạy nghề mộc.", ""},
		{aName, "Tuyên truyền về phòng, chống bán dâm, có bà Trần Thị Lan.", ""},
		{aName, "Tỉnh Hà Giang xử phạt. Huyện Mai Châu bị phạt. Đường Trần Hưng Đạo bị phạt.", ""},
		{aName, "Hội Liên hiệp Phụ nữ Việt Nam giúp nạn nhân.", ""},
		{aName, "Kể chuyện chị Hoa bị lừa bán.", ""},
		{aName, "| Họ tên | Lý do |\n|---|---|\n| Lê Thị Mai | mua dâm |\n| Vũ Văn Ba | mua dâm |", "Lê Thị Mai|Vũ Văn Ba"},
		{aPaper, "CCCD 001199000123, cmnd: 123 456 789", "001199000123|123 456 789"},
		{aPaper, "Số tiền 001.234.567 đồng; mã 2020-06-30; 0200 3000 115.", ""},
		{aPlate, "xe 29A-123.45; 30H 12345; 99-F1 123.45", "29A-123.45|30H 12345|99-F1 123.45"},
		{aPlate, "Mẫu 01A-2020, Thông tư 12B, A3-2026, 15D 12.500 đồng", ""},
		{aBirth, "Bà Lê Thị Mai, sinh ngày 02/3/1990.", "sinh ngày"},
		{aBirth, "Bà Lê Thị Mai nói chuyện. Người 18 tuổi trở lên.", ""},
		{aPremises, "quán bar Ánh Sao", "quán bar Ánh"},
		{aPremises, "lãnh sự quán Việt Nam; quán UBND", ""},
		{aPercent, "100% được nghe; 90% người dân; tăng 5%.", "100%"},
		{aStigma, "gái mại dâm, ca-ve, con nghiện", "gái mại dâm|ca-ve|con nghiện"},
		{aStigma, "đối tượng phục vụ, đối tượng áp dụng", ""},
		{aFine, "phạt tiền từ 300 nghìn đồng đến 500 nghìn đồng", "300|500"},
		{aFine, "vay 300 nghìn đồng", ""},
		{aSlip, "Phần đầu 90% và phần đầu trang; Lòng ghép", "Phần đầu|Lòng ghép"},
		{aSlip, "Hòa, hoà. Quý, thúy, thuý, hoàn, họa, hoạ, loè.", "hoà|thuý|hoạ"},
		{aRank, "thôn đứng đầu; không xếp hạng thôn", "thôn đứng đầu"},
		{aBlank, "Giờ: [điền: giờ]", "[điền"},
	} {
		if got := strings.Join(finds(test.kind, test.text), "|"); got != test.want {
			t.Errorf("%q: got %q, want %q", test.text, got, test.want)
		}
	}
}

func TestCounts(t *testing.T) {
	for _, test := range []struct {
		text string
		n    int
		what counted
	}{
		{"có 3 người bán dâm", 3, countConcerned},
		{"co 3 nguoi ban dam", 3, countConcerned},
		{"có ba nạn nhân", 3, countConcerned},
		{"có 1.250 người dân", 1250, countPeople},
		{"02 vụ việc", 2, countIncident},
		{"có năm đối tượng", 5, countConcerned},
		{"hai mươi lượt xét nghiệm", 20, countTests},
		{"4 quán karaoke", 4, countPremises},
		{"2 cơ sở", 2, countPremise},
		{"2 cơ sở y tế", 0, countNothing},
		{"hai vụ lúa", 0, countNothing},
		{"năm 2020 người dân", 0, countNothing},
		{"mỗi năm người dân", 0, countNothing},
		{"90% người dân", 0, countNothing},
		{"24/7 người trực", 0, countNothing},
		{"Điều 32 người nào", 0, countNothing},
		{"gọi 113 người trực", 0, countNothing},
		{"3, người dân", 0, countNothing},
		{"3 cuốn sổ", 0, countNothing},
		{"có ba cháu", 3, countPeople},
		{"bốn em", 4, countPeople},
		{"co 4 chau", 4, countPeople},
		{"hai thanh niên", 2, countPeople},
		{"hai thanh niên nghiện", 2, countConcerned},
		{"6 thiếu niên", 6, countPeople},
		{"bảy học sinh", 7, countPeople},
		{"ba học sinh bị", 3, countConcerned},
		{"hai mươi tư đối tượng", 24, countConcerned},
		{"hai mươi lăm vụ", 25, countIncident},
		{"ba mươi mốt vụ", 31, countIncident},
		{"mười lăm vụ", 15, countIncident},
		{"năm mươi vụ", 50, countIncident},
		{"mười hai vụ", 12, countIncident},
		{"hai trăm vụ", 200, countIncident},
		{"một trăm linh tư vụ", 104, countIncident},
		{"một trăm hai mươi vụ", 20, countIncident},
		{"hai chục vụ", 20, countIncident},
		{"mươi vụ", 10, countIncident},
		{"vài vụ", 2, countIncident},
		{"vài ba vụ", 3, countIncident},
		{"vài chục vụ", 20, countIncident},
		{"dăm vụ", 4, countIncident},
		{"khu tư người dân", 0, countNothing},
		{"điều tư vụ việc", 0, countNothing},
		{"lăm vụ", 0, countNothing},
		{"chăm lo trẻ em, các em, các cháu", 0, countNothing},
		{"lớp mười hai em nào", 0, countNothing},
		{"tháng mười hai vụ", 0, countNothing},
		{"tổng đài 111 em gọi", 0, countNothing},
		{"thời trang mốt người", 0, countNothing},
	} {
		n, what := 0, countNothing
		for _, f := range testReader().read(test.text, inNews) {
			if f.kind == aCount {
				n, what = f.n, f.counted
			}
		}
		if what != test.what || what != countNothing && n != test.n {
			t.Errorf("%q: %d of %d, want %d of %d", test.text, n, what, test.n, test.what)
		}
	}
}

// A number written out is found from its first word on.
func TestCountsBeginAtTheFirstWord(t *testing.T) {
	const want = "hai mươi tư|mười lăm|3"
	if got := strings.Join(finds(aCount, "Có hai mươi tư vụ, mười lăm em, 3 cháu."), "|"); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestInvited(t *testing.T) {
	for text, want := range map[string]bool{
		"50 người dự": true, "khoảng 30 người tham dự": true, "mời hai mươi người": true, "có chỗ cho 40 người": true,
		"30 phụ nữ tham gia": true, "12 cháu tham gia hội thi": true, "50 người trong thôn dự": true,
		"3 người trở về": false, "4 em nghỉ học": false, "hai người tham gia đường dây": false,
		"có 3 người. Mời bà con dự": false, "mời bà con. 3 người bỏ học": false,
	} {
		for _, f := range testReader().read(text, inEvent) {
			if f.kind == aCount && f.invited != want {
				t.Errorf("%q: %v", text, f.invited)
			}
		}
	}
}

func TestTopicIn(t *testing.T) {
	for text, want := range map[string]bool{
		"An toàn": false, "Ngày mai đám cưới": false, "Sức khỏe": false, "archive": false,
		"Phòng chống mại dâm": true, "phong-chong-mai-dam": true, "maidam": true, "hiv.svg": true,
		"BẠO LỰC": true, "bao luc": true, "Mua bán người": true, "mua-ban-nguoi/anh.png": true,
	} {
		if _, got := topicIn(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestMasked(t *testing.T) {
	if got := masked("Đỗ Thị Hạnh"); got != "Đ*** T*** H***" {
		t.Error(got)
	}
}

// TestReadIsLinear: no text makes the reader look at its words again and
// again.
func TestReadIsLinear(t *testing.T) {
	for _, piece := range []string{"Nguyễn Văn ", "bị phạt ", "N.T.", "căn cước 123 ", "3 người ", "37A-", "hòa hoà ", "sinh năm 1990 Trần Thị B ", "](", "“", "| ", "\n\n", "phạt 3 đồng "} {
		text := strings.Repeat(piece, (1<<20)/len(piece))
		start := time.Now()
		testReader().read(text, inHelp)
		if d := time.Since(start); d > 3*time.Second {
			t.Errorf("a megabyte of %q took %v", piece, d)
		}
	}
}

// FuzzRead: any text is read, and what is found stands inside it.
func FuzzRead(f *testing.F) {
	f.Add("Xử phạt bà Nguyễn Thị Hoa, sinh năm 1990, trú tại thôn Đông, CCCD 038190001234.")
	f.Add("hộ chiếu B1234567 001.087.012.345 nhà ông Tư, hộ bà Bảy; [điền: x] N.T.H bị phạt 3 triệu đồng, 29-B1 234.56 36B2 1234 biển số 37A 1234")
	f.Add("| Họ tên |\n|---|\n| N.T.H |\n\n37A-123.45 [x](y) “gái gọi” 100% được 3 vụ")
	r := testReader()
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip()
		}
		for _, x := range r.read(text, inHelp) {
			if x.at < 0 || x.at >= x.end || x.end > len(text) {
				t.Fatalf("find %+v outside %q", x, text)
			}
		}
		verbatimDiffers(t, r, text)
		ws := words(text)
		if !slices.IsSortedFunc(ws, func(a, b word) int { return a.start - b.start }) {
			t.Fatal("words out of order")
		}
	})
}

// ofVerbatim is what readVerbatim looks for.
func ofVerbatim(k kind) bool {
	switch k {
	case aName, aPaper, aPlate, aBirth, aHome, aBlank:
		return true
	}
	return false
}

// TestVerbatimReadsTheSame: of generated texts, full of what the rules look
// for, the short reading finds the same as the long one.
func TestVerbatimReadsTheSame(t *testing.T) {
	pieces := strings.Split("Nguyễn Văn An|Lê Hoa|NGUYỄN VĂN BA|Nguyen Van Tu|Hà Nội|Đặng T|N.T.H|Vừ A Dính|ông Tư|Kim Đồng|bị xử phạt|nhiễm HIV|phòng, chống mại dâm|bán dâm|nghiện|"+
		"nạn nhân|được hỗ trợ|sinh năm 1987|sinh ngày 02/03/1990|trú tại thôn Đông|37 tuổi|nhà ông Tư|hộ bà Bảy|căn cước 001087012345|CMND 123 456 789|hộ chiếu B1234567|biển số 37A 1234|"+
		"29-B1 234.56|36B2 1234|012345678901|0912 345 678|[điền: giờ]|2.000.000 đồng|phạt 300 nghìn đồng|02 vụ mại dâm|3 người bán dâm|100% trên|tú bà|thôn dẫn đầu|Ủy ban nhân dân xã|chủ trì, phối hợp", "|")
	signs := strings.Split("~. ~, ~; ~: ~.\n~\n~\n\n~:\n\n- ~\n\n## ~ – ~ (~)~**~ | ~-~/~ “~” ", "~")
	x, found := testReader(), 0
	for seed := range uint64(400) {
		rng := rand.New(rand.NewPCG(1, seed))
		var b strings.Builder
		for range 40 {
			b.WriteString(pieces[rng.IntN(len(pieces))])
			b.WriteString(" "[rng.IntN(2):])
			b.WriteString(signs[rng.IntN(len(signs))])
		}
		found += verbatimDiffers(t, x, b.String())
	}
	if found < 4000 {
		t.Errorf("only %d finds: the texts hold too little", found)
	}
}

// verbatimDiffers compares the two ways to read a text and counts the finds.
func verbatimDiffers(t *testing.T, x *reader, text string) int {
	t.Helper()
	var want []found
	for _, f := range x.read(text, inLegal) {
		if ofVerbatim(f.kind) {
			want = append(want, f)
		}
	}
	if diff := cmp.Diff(want, x.readVerbatim(text), cmp.AllowUnexported(found{}), cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("verbatim words of %q: %s", text, diff)
	}
	return len(want)
}

// TestVerbatimWordsAreJudgedInFull: what readVerbatim leaves out, no rule
// speaks of.
func TestVerbatimWordsAreJudgedInFull(t *testing.T) {
	x := newGate(&site.Site{Config: &config.Config{Threshold: 5}}, &content.Tree{}, nil)
	for k := aName; k <= aBlank; k++ {
		x.texts = []text{{
			file: "content/van-ban/a.md", area: inLegal, issued: true, public: true, plain: "Nguyễn Văn Bình",
			found:    []found{{kind: k, counted: countConcerned, n: 2, at: 0, end: 8, near: "thôn"}},
			position: func(int) diag.Pos { return diag.Pos{Line: 7, Column: 1} },
		}}
		said := false
		for _, r := range siteRules() {
			for _, p := range r.judge(x) {
				said = said || p.Line == 7
			}
		}
		if said != ofVerbatim(k) {
			t.Errorf("kind %d in a legal text: a rule speaks of it: %v; it is looked for: %v", k, said, ofVerbatim(k))
		}
	}
}

func BenchmarkRead(b *testing.B) {
	var text strings.Builder
	for _, f := range []string{"ke-hoach/2020/index.md", "tim-hieu/phap-luat-noi-gi.md", "ho-tro/an-toan.md"} {
		data, err := os.ReadFile("../../content/" + f)
		if err != nil {
			b.Skip(err)
		}
		fmt.Fprintf(&text, "%s\n\n", data)
	}
	x := testReader()
	b.SetBytes(int64(text.Len()))
	b.ReportAllocs()
	for b.Loop() {
		x.read(text.String(), inArticle)
	}
}
