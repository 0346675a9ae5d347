package diag

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var errFull = errors.New("disk full")

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errFull }

func sample() List {
	return List{
		{File: "tin/thang-6.md", Line: 14, Column: 3, Severity: Block, Rule: "rieng-tu-ho-ten",
			Message: "Có họ tên “N*** T*** H***” đứng gần chữ “xử phạt”.\nVì sao: nêu tên làm hại họ.", Hint: "bỏ họ tên."},
		{File: "config.toml", Line: 1, Column: 1, Severity: Note, Rule: "thieu-base-url", Message: "Chưa có địa chỉ trang."},
		{File: "tin/a.md", Line: 2, Column: 1, Severity: Warn, Rule: "tu-ngu", Message: "Từ ngữ gây kỳ thị.", Hint: "dùng chữ khác.", Confirmed: true},
		{File: "tin/b.md", Line: 3, Column: 1, Severity: Warn, Rule: "tu-ngu", Message: "Từ ngữ gây kỳ thị.", Hint: "dùng chữ khác."},
	}
}

func TestWriteText(t *testing.T) {
	var out bytes.Buffer
	if err := sample().WriteText(&out, false); err != nil {
		t.Fatal(err)
	}
	const want = `NHẮC  config.toml, dòng 1
  Chưa có địa chỉ trang.
  Quy tắc: thieu-base-url

CẢNH BÁO (đã xác nhận)  tin/a.md, dòng 2
  Từ ngữ gây kỳ thị.
  Cách sửa: dùng chữ khác.
  Quy tắc: tu-ngu

CẢNH BÁO  tin/b.md, dòng 3
  Từ ngữ gây kỳ thị.
  Cách sửa: dùng chữ khác.
  Quy tắc: tu-ngu

CHẶN  tin/thang-6.md, dòng 14
  Có họ tên “N*** T*** H***” đứng gần chữ “xử phạt”.
  Vì sao: nêu tên làm hại họ.
  Cách sửa: bỏ họ tên.
  Quy tắc: rieng-tu-ho-ten

Chưa được phép đăng: 1 lỗi chặn, 1 cảnh báo chưa ai xác nhận. Cửa kiểm không đọc thay con người: xin đọc lại trước khi đăng.
`
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Error(diff)
	}
}

func TestWriteTextAllowed(t *testing.T) {
	const verdict = "Được phép đăng. Cửa kiểm không đọc thay con người: xin đọc lại trước khi đăng.\n"
	for name, l := range map[string]List{
		"nothing":   nil,
		"note":      {{Severity: Note, File: "a.md", Line: 1}},
		"confirmed": {{Severity: Warn, File: "a.md", Line: 1, Confirmed: true}},
	} {
		var out bytes.Buffer
		if err := l.WriteText(&out, false); err != nil {
			t.Fatal(err)
		}
		if !strings.HasSuffix(out.String(), verdict) || len(l) == 0 && out.String() != verdict {
			t.Errorf("%s: %q", name, out.String())
		}
	}
}

// A confirmation lifts a warning only: a Block is in the way however it is
// marked.
func TestBlockCannotBeConfirmed(t *testing.T) {
	l := List{{Severity: Block, Confirmed: true, File: "a.md", Line: 1}}
	if !l.Stops() {
		t.Error("a confirmed Block lets the site through")
	}
}

func TestWriteTextColour(t *testing.T) {
	var out bytes.Buffer
	if err := sample().WriteText(&out, true); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"\x1b[1;31mCHẶN\x1b[0m  tin", "\x1b[1;33mCẢNH BÁO\x1b[0m  tin/b", "\x1b[34mCẢNH BÁO (đã xác nhận)\x1b[0m", "\x1b[34mNHẮC\x1b[0m"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in\n%s", want, out.String())
		}
	}
}

// What an author wrote cannot steer the terminal.
func TestWriteTextControls(t *testing.T) {
	var out bytes.Buffer
	l := List{{File: "a\x1b[2J.md", Line: 1, Message: "b\x07\x1b]0;c", Hint: "d\re"}}
	if err := l.WriteText(&out, false); err != nil {
		t.Fatal(err)
	}
	if strings.ContainsAny(out.String(), "\x1b\x07\r") {
		t.Errorf("%q", out.String())
	}
}

func TestWriteJSON(t *testing.T) {
	var out bytes.Buffer
	l := List{
		{File: "content/tin/2020/a.md", Line: 14, Column: 7, Severity: Block, Rule: "rieng-tu-ho-ten", Message: "Có <họ tên> & “số”.", Hint: "Bỏ."},
		{File: "config.toml", Line: 1, Column: 1, Severity: Warn, Rule: "tu-ngu", Message: "m", Hint: "h", Confirmed: true},
	}
	if err := l.WriteJSON(&out); err != nil {
		t.Fatal(err)
	}
	const want = `{"problems":[` +
		`{"file":"config.toml","line":1,"column":1,"severity":"canh_bao","rule":"tu-ngu","message":"m","hint":"h","confirmed":true},` +
		`{"file":"content/tin/2020/a.md","line":14,"column":7,"severity":"chan","rule":"rieng-tu-ho-ten","message":"Có <họ tên> & “số”.","hint":"Bỏ.","confirmed":false}` +
		`],"counts":{"chan":1,"canh_bao":1,"nhac":0}}` + "\n"
	if out.String() != want {
		t.Errorf("got  %s\nwant %s", out.String(), want)
	}
	var back struct{ Problems List }
	if err := json.Unmarshal(out.Bytes(), &back); err != nil || cmp.Diff(l.Sorted(), back.Problems) != "" {
		t.Errorf("read back %v, %v", back.Problems, err)
	}
}

func TestWriteJSONEmpty(t *testing.T) {
	for _, l := range []List{nil, {}} {
		var out bytes.Buffer
		if err := l.WriteJSON(&out); err != nil {
			t.Fatal(err)
		}
		if want := `{"problems":[],"counts":{"chan":0,"canh_bao":0,"nhac":0}}` + "\n"; out.String() != want {
			t.Errorf("got %s", out.String())
		}
	}
}

func TestWriteReportsFailure(t *testing.T) {
	if err := sample().WriteText(fullDisk{}, false); !errors.Is(err, errFull) {
		t.Errorf("WriteText: %v", err)
	}
	if err := sample().WriteJSON(fullDisk{}); !errors.Is(err, errFull) {
		t.Errorf("WriteJSON: %v", err)
	}
}

func TestWhatStopsStandsLast(t *testing.T) {
	list := List{
		{File: "a", Line: 1, Column: 1, Severity: Block, Rule: "r", Message: "một"},
		{File: "b", Line: 1, Column: 1, Severity: Note, Rule: "r", Message: "hai"},
		{File: "c", Line: 1, Column: 1, Severity: Warn, Rule: "r", Message: "ba"},
		{File: "d", Line: 1, Column: 1, Severity: Note, Rule: "r", Message: "bốn"},
	}
	var b strings.Builder
	if err := list.WriteText(&b, false); err != nil {
		t.Fatal(err)
	}
	at := -1
	for _, word := range []string{"hai", "bốn", "ba", "một", "Chưa được phép đăng"} {
		next := strings.Index(b.String(), word)
		if next < at {
			t.Fatalf("%q stands too early in:\n%s", word, b.String())
		}
		at = next
	}
}
